"""A thousand reminders, two workers, killed at random: each mail once in the mailbox, none lost."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from tests.followups.postbox import Server
from tests.reporting.test_kill_planning import Databases, Files

SCRIPT = Path(__file__).with_name("postmen.py")
KILLS, MOST_SECONDS = 30, 540


@pytest.fixture(scope="module")
def database(tmp_path_factory, django_db_setup, django_db_blocker):
    """A copy of the tests' own, before the transaction of the test: what is copied is at rest."""
    with django_db_blocker.unblock():
        postgres = connection.vendor == "postgresql"
        made = Databases() if postgres else Files(tmp_path_factory.mktemp("mailed"))
        made.make()
        yield made.address("killed")
        made.drop()


@pytest.mark.django_db
def test_each_reminder_is_mailed_once_however_often_workers_are_killed(database, capsys):
    people = 1_000 if connection.vendor == "postgresql" else 100
    with Server() as server:
        environment = {
            "DATABASE_URL": database,
            "EMAIL_URL": f"smtp://127.0.0.1:{server.port}",
            "DEBUG": "0",
            "TASKS_IN_DATABASE": "0",
        }
        ran = subprocess.run(
            [sys.executable, SCRIPT, str(people), str(KILLS)],
            check=False,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            timeout=MOST_SECONDS,
        )
    postbox = server.handler

    assert ran.returncode == 0, ran.stderr
    killed = int(ran.stdout.split()[-1])
    with capsys.disabled():
        sys.stdout.write(f"\n{people} mails, {killed} kills, {postbox.repeats} sent again\n")
    recipients = Counter(to for tos, _message in postbox.kept.values() for to in tos)
    assert recipients == Counter(f"p{n}@example.org" for n in range(people))
    assert killed >= KILLS // 3
    # Only a kill between the server's answer and the very next statement repeats one.
    assert postbox.repeats <= killed
