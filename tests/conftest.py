import pytest

from apps.accounts.models import User
from apps.accounts.roles import ROLES, sync_roles
from tests.factories import OfficeFactory, UserFactory

FRAGMENT = {"HX-Request": "true"}
# Queries of every page beside its own: session, person with office, rights of the person and of the
# groups, views in the menu, the bell.
FRAME = 6
pytest_plugins = ["tests.oidc"]


def pytest_configure():
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


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
