import pytest

from tests.reporting.days import on_the_day


@pytest.fixture(autouse=True)
def the_day():
    with on_the_day:
        yield
