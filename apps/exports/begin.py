"""Who makes files in the background: workers where there are any, else the server itself.

Without workers (`TASKS_IN_DATABASE=0`) the page of a job, which whoever asked is shown next and which asks
how far it is every second, keeps one thread of its server process at work, on one file after another;
no request waits for it. What nobody looks at the scheduler makes in its next turn. A server or
scheduler that stops is a killed worker, no more.
"""

import logging
import threading
from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.tasks import task

from .models import Job
from .work import work

_at_work = threading.Lock()
logger = logging.getLogger(__name__)


# Mail goes before files, which take their time.
@task(priority=-10)
def make_file(job: int) -> None:
    """Make the file of the job with this key; by another worker once more, if it comes to grief."""
    if work(job):
        queue(job)


def queue(job: int) -> None:
    """Leave it to the workers, if there are any. In a transaction the two are done together."""
    if settings.TASKS_IN_DATABASE:
        make_file.enqueue(job)


def work_off() -> None:
    """Make every file that waits, one after the other, and return."""
    while job := Job.objects.filter(state=Job.State.WAITING).order_by("pk").first():
        work(job.pk)


def in_a_thread(first: Callable[[], object]) -> None:
    """Do `first` and work off what waits beside the requests; nothing where this process does so already."""
    if _at_work.acquire(blocking=False):
        threading.Thread(target=_go, args=[first], daemon=True, name="exports").start()


def _go(first: Callable[[], object]) -> None:
    try:
        first()
        work_off()
    except Exception:
        logger.exception("Files made beside the requests: given up until somebody asks again.")
    finally:
        connection.close()
        _at_work.release()
