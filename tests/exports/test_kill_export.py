"""However often the worker is killed in the middle of it: one whole file at the end, and never a half one offered."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.reporting.test_kill_planning import Databases, Files

SCRIPT = Path(__file__).with_name("exporters.py")
MOST_SECONDS = 120
NAMED = 2  # killed just before and just after the file gets its name


@pytest.fixture(scope="module")
def database(tmp_path_factory, django_db_setup, django_db_blocker):
    """A copy of the tests' own, before the transaction of the test: what is copied is at rest."""
    with django_db_blocker.unblock():
        postgres = connection.vendor == "postgresql"
        made = Databases() if postgres else Files(tmp_path_factory.mktemp("exported"))
        made.make()
        yield made.address("killed")
        made.drop()


@pytest.mark.django_db
def test_a_killed_export_is_begun_again_and_never_offered_half(database, tmp_path):
    kills = 5 if connection.vendor == "postgresql" else 1
    environment = {
        "DATABASE_URL": database,
        "MEDIA_ROOT": str(tmp_path),
        "TASKS_IN_DATABASE": "0",
        "EXPORT_QUIET_SECONDS": "1",
        "EXPORT_ATTEMPTS": "1000",
    }

    ran = subprocess.run(
        [sys.executable, SCRIPT, str(kills)],
        check=False,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
    )

    assert ran.returncode == 0, ran.stderr
    looks, attempts, state, killed = ran.stdout.split()
    assert state == "done"
    assert int(killed) == kills + NAMED
    assert int(attempts) > int(killed)
    assert int(looks) > 100
    (file,) = (tmp_path / "exports").iterdir()
    assert file.suffix == ".csv"
