"""A planning that is killed goes on where it was, and ends where one ends that was not killed."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest
from django.db import connection

SCRIPT = Path(__file__).with_name("planner.py")
KILLS, MOST_SECONDS = 10, 180


class Planner:
    """The processes that plan one database."""

    def __init__(self, process):
        self.process = process

    def do(self, command):
        """What the process says that does it, and how it ended."""
        self.process.stdin.write(f"{command}\n")
        self.process.stdin.flush()
        said = []
        while not (line := self.process.stdout.readline()).startswith("end "):
            assert line, "the planner ended, or took longer than it may"
            said.append(line)
        return "".join(said), int(line.removeprefix("end "))


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
    killed, whole = databases.address("killed"), databases.address("whole")
    with planner(killed) as killed, planner(whole) as whole:
        assert killed.do("fill") == ("", 0)
        databases.copy()
        writes, status = whole.do("plan")
        assert status == 0
        expected, _status = whole.do("dump")
        points = [Random().randint(1, int(writes) // KILLS) for _ in range(KILLS)]
        ends = [killed.do(f"plan {point}") for point in points]
        half, _status = killed.do("dump")
        assert killed.do("plan")[1] == 0
        found, _status = killed.do("dump")

    assert ends == [("", -signal.SIGKILL)] * KILLS, points
    assert half != found, points
    found, expected = json.loads(found), json.loads(expected)
    assert found["runs"] == expected["runs"], points
    assert found["obligations"] == expected["obligations"], points
    assert found["cycles"] == expected["cycles"], points
    (run,) = found["runs"]
    assert run["state"] == "done"
    assert run["done"] == run["total"] > 0
    assert all(run[name] > 0 for name in ("made", "removed", "moved"))
