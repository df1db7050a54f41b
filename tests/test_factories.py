"""The factories make rows that the database accepts."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "factory",
    [value for name, value in vars(factories).items() if name.endswith("Factory")],
    ids=lambda factory: factory.__name__,
)
def test_a_factory_makes_a_row(factory):
    assert factory().pk
