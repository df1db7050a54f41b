"""A sign of life of who makes a file, every half second; and whether the file is still wanted."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, InterfaceError, connection
from django.db.models.functions import Now

from .models.job import JobQuerySet

EVERY = 0.5  # seconds
logger = logging.getLogger(__name__)


class NotWanted(Exception):
    """The job was cancelled, deleted or given to another worker: nobody waits for this file."""


class Pulse:
    """Told how far a file is, tells it to the database, and ends the making of one that is not wanted.

    The database is told by a thread, and so a connection, of its own. What makes the file may stand in
    a transaction in which it sees one moment: nobody would see what is written there, and it would
    not see that somebody cancels. And the layout of a long PDF says nothing for minutes, in which the
    worker is not to be taken for dead.
    """

    def __init__(self, mine: JobQuerySet) -> None:
        """`mine` is the job for as long as it is this worker's and runs."""
        self.mine = mine
        self.reached = (0, 0)
        self.is_lost = False
        self._ended = threading.Event()

    def __call__(self, done: int, total: int) -> None:
        """So many are done, of so many. Raises NotWanted."""
        self.reached = (done, total)
        if self.is_lost:
            raise NotWanted

    def beat(self) -> None:
        """Tell the database once, and learn whether the job is still this worker's."""
        done, total = self.reached
        self.is_lost = not self.mine.update(heard_at=Now(), done=done, total=total)

    @contextmanager
    def beating(self) -> Iterator[None]:
        # A daemon: the end of the process is not held up, it is a kill like any other.
        thread = threading.Thread(target=self._beat_on, daemon=True, name="pulse of an export")
        thread.start()
        try:
            yield
        finally:
            self._ended.set()
            thread.join()

    def _beat_on(self) -> None:
        try:
            while not self.is_lost and not self._ended.wait(EVERY):
                self._try_to_beat()
        finally:
            connection.close()

    def _try_to_beat(self) -> None:
        try:
            self.beat()
        except (DatabaseError, InterfaceError):
            # Away or busy: the next beat says it. Silent for too long, the job is another's.
            logger.warning("The pulse of an export missed a beat.", exc_info=True)
            connection.close()
