from contextlib import nullcontext

import pytest

from apps.exports import begin, make
from apps.exports.pulse import Pulse


class Maker:
    """Stands for what makes files: writes `rows` lines, and does before each what the test wants."""

    def __init__(self):
        self.rows, self.before, self.asked = 4, {}, []

    def make(self, asked, file, *, progress):
        self.asked.append(asked)
        for row in range(self.rows):
            self.before.get(row, lambda: None)()
            file.write(b"row %d\n" % row)
            progress(row + 1, self.rows)

    @property
    def whole(self):
        return b"".join(b"row %d\n" % row for row in range(self.rows))


@pytest.fixture
def kept(settings, tmp_path):
    """A folder of the test's own, and the names of the files that lie in it."""
    settings.MEDIA_ROOT = tmp_path
    return lambda: sorted(path.name for path in (tmp_path / "exports").glob("*"))


@pytest.fixture
def maker(monkeypatch, kept):
    """A maker of files whose pulse beats with each row: a thread stands outside of the test's transaction."""
    made, call = Maker(), Pulse.__call__

    def told(self, done, total):
        self.reached = (done, total)
        self.beat()
        call(self, done, total)

    monkeypatch.setattr(make, "make", made.make)
    monkeypatch.setattr(Pulse, "beating", lambda self: nullcontext())
    monkeypatch.setattr(Pulse, "__call__", told)
    return made


@pytest.fixture
def threads(monkeypatch):
    """What a thread would do beside the test, which is not begun."""
    begun = []
    monkeypatch.setattr(begin, "in_a_thread", begun.append)
    return begun


@pytest.fixture
def workers(settings):
    settings.TASKS_IN_DATABASE = True
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
