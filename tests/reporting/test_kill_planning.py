"""A planning that is killed goes on where it was, and ends where one ends that was not killed."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest
from django.db import connection

SCRIPT = Path(__file__).with_name("planner.py")
KILLS, MOST_SECONDS = 10, 60


class Planner:
    """The processes that plan one database."""

    def __init__(self, process):
        self.process = process

    def line(self):
        line = self.process.stdout.readline().strip()
        assert line, "the planner ended, or took longer than it may"
        return line

    def begin(self, command):
        """The number of the process that does it."""
        self.process.stdin.write(f"{command}\n")
        self.process.stdin.flush()
        return int(self.line())

    def to_its_end(self):
        """What else the process says, and how it ended."""
        said = []
        while not (line := self.line()).startswith("end "):
            said.append(line)
        return said, int(line.removeprefix("end "))

    def do(self, command):
        self.begin(command)
        said, status = self.to_its_end()
        assert status == 0
        return said

    def kill(self, *, batches, seconds):
        """Plan, and kill it `seconds` after the beginning of a batch; whether it was killed."""
        child = self.begin("plan")
        for _ in range(batches):
            self.line()
        time.sleep(seconds)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        return self.to_its_end()[1] == -signal.SIGKILL


@contextmanager
def planner(address):
    with subprocess.Popen(
        [sys.executable, SCRIPT],
        env=os.environ | {"DATABASE_URL": address},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        ends = threading.Timer(MOST_SECONDS, process.kill)
        ends.start()
        try:
            yield Planner(process)
        finally:
            ends.cancel()
            process.stdin.close()


class Files:
    """Databases in files, with the tables of the tests' own."""

    def __init__(self, folder):
        self.folder = folder

    def address(self, name):
        return f"sqlite:///{self.folder}/{name}.sqlite3"

    def make(self):
        connection.ensure_connection()
        copy = sqlite3.connect(self.folder / "killed.sqlite3")
        connection.connection.backup(copy)
        copy.close()

    def copy(self):
        shutil.copy(self.folder / "killed.sqlite3", self.folder / "whole.sqlite3")

    def drop(self):
        """They go with the folder."""


class Databases:
    """Databases of the same PostgreSQL, with the tables of the tests' own."""

    def __init__(self):
        self.tests = connection.settings_dict["NAME"]

    def _do(self, statement):
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)

    def address(self, name):
        return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{self.tests}_{name}").geturl()

    def make(self):
        self.drop()
        connection.close()  # nobody may be connected to what is copied
        self._do(f'CREATE DATABASE "{self.tests}_killed" TEMPLATE "{self.tests}"')

    def copy(self):
        self._do(f'CREATE DATABASE "{self.tests}_whole" TEMPLATE "{self.tests}_killed"')

    def drop(self):
        for name in ("killed", "whole"):
            self._do(f'DROP DATABASE IF EXISTS "{self.tests}_{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def databases(tmp_path_factory, django_db_setup, django_db_blocker):
    """Of the module, and so before the transaction of the test: what is copied is at rest."""
    with django_db_blocker.unblock():
        postgres = connection.vendor == "postgresql"
        made = Databases() if postgres else Files(tmp_path_factory.mktemp("planned"))
        made.make()
        yield made
        made.drop()


@pytest.mark.django_db
def test_a_planning_killed_ten_times_ends_like_one_that_was_not(databases):
    chance = Random()
    points = [(chance.randrange(4), chance.uniform(0, 0.03)) for _ in range(KILLS)]

    killed, whole = databases.address("killed"), databases.address("whole")
    with planner(killed) as killed, planner(whole) as whole:
        killed.do("fill")
        databases.copy()
        assert len(whole.do("plan")) > 6 * KILLS  # none of the ten can reach the end
        (expected,) = whole.do("dump")
        were_killed = [killed.kill(batches=batches, seconds=s) for batches, s in points]
        (before,) = killed.do("dump")
        killed.do("plan")
        (found,) = killed.do("dump")

    assert were_killed == [True] * KILLS, points
    assert before != found, points
    found, expected = json.loads(found), json.loads(expected)
    assert found["runs"] == expected["runs"], points
    assert found["obligations"] == expected["obligations"], points
    assert found["cycles"] == expected["cycles"], points
    (run,) = found["runs"]
    assert run["state"] == "done"
    assert run["done"] == run["total"] > 0
    assert all(run[name] > 0 for name in ("made", "removed", "moved"))
