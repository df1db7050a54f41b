import pytest


@pytest.fixture(autouse=True)
def links_are_shared(settings):
    """So that every address is there to be asked."""
    settings.SHARE_LINKS = True
