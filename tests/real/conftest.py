from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/real/" in item.nodeid:
            item.add_marker(pytest.mark.real)


@pytest.fixture(scope="session")
def shared():
    """The folder of official texts beside the repository."""
    if not (SHARED / "texts").is_dir():
        pytest.skip(f"no official texts at {SHARED}")
    return SHARED
