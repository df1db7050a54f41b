import pytest

from apps.accounts.models import User
from apps.accounts.roles import ROLES, sync_roles
from tests.factories import OfficeFactory, UserFactory

FRAGMENT = {"HX-Request": "true"}
# Queries of every page beside its own: session, person with office, rights of the person and of the
# groups, views in the menu, the bell.
FRAME = 6
pytest_plugins = ["tests.oidc"]


def pytest_addoption(parser):
    parser.addoption(
        "--only-database",
        action="store_true",
        help="leave out what touches no database: for the run on a second one",
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("only_database"):
        config.hook.pytest_deselected(items=[one for one in items if not uses_database(one)])
        items[:] = filter(uses_database, items)


def uses_database(item):
    """Whether pytest-django lets the test at the database; to all others it is closed."""
    return bool(item.get_closest_marker("django_db")) or "django_db_setup" in item.fixturenames


def pytest_configure():
    from django.conf import settings
    from django.db.backends.postgresql.operations import DatabaseOperations

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    DatabaseOperations.sql_flush = delete_all


def delete_all(operations, style, tables, **_ignored):
    """PostgreSQL truncates each of a hundred tables in a new file; few of them have rows."""
    return [f"DELETE FROM {operations.quote_name(name)};" for name in tables]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        sync_roles()


@pytest.fixture
def office():
    return OfficeFactory(short="DPPA")


@pytest.fixture
def person_as(office):
    """Make a person of a role, in the office DPPA."""

    def make(role: str) -> User:
        return UserFactory(role=role, office=office)

    return make


@pytest.fixture
def client_as(person_as, client):
    """The test client, signed in as a new person of a role."""

    def sign_in(role: str):
        client.person = person_as(role)
        client.force_login(client.person)
        return client

    return sign_in


@pytest.fixture
def signed_in(client_as):
    return client_as("reader")


@pytest.fixture
def officer(client_as):
    return client_as("officer")


ALL_ROLES = tuple(ROLES)
