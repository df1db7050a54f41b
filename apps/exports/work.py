"""Make the file of a job: by one worker at a time, whole or not at all, whenever that worker is killed.

What is written has a name that nobody is offered until it is whole and on the disk; then it gets its own
name, and one statement makes the job ready, if it is still this worker's. Killed before that statement
the job stays as it is, falls silent and is begun again; killed after it, the file is there.
"""

import datetime as dt
import logging
import os
import secrets

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Now
from django.utils import translation
from django.utils.translation import gettext as _

from . import kept
from . import make as making
from .models import Format, Job, Kind
from .models.job import JobQuerySet
from .pulse import NotWanted, Pulse

logger = logging.getLogger(__name__)


def work(key: int) -> bool:
    """Make the file of the job with this key, if it waits; whether it waits again, after a mishap."""
    job = claim(key)
    if job is None:
        return False  # another worker has it, or nobody wants it any more
    with translation.override(job.language):
        try:
            _make(job)
        except NotWanted:
            logger.info("Export %s is not wanted any more, or another worker has it.", key)
        except making.CannotMake as error:
            mine(job).update(state=Job.State.FAILED, error=str(error), finished_at=Now())
        except Exception:
            logger.exception("Export %s came to grief, attempt %s.", key, job.attempts)
            why = _("Something went wrong while the file was made.")
            return put_back(mine(job), job, why) == Job.State.WAITING
    return False


def claim(key: int) -> Job | None:
    """The job with this key, from now on the caller's; None where it does not wait."""
    worker = secrets.token_hex(16)
    waiting = Job.objects.filter(pk=key, state=Job.State.WAITING)
    taken = waiting.update(
        state=Job.State.RUNNING,
        worker=worker,
        attempts=F("attempts") + 1,
        heard_at=Now(),
        done=0,
        total=0,
    )
    if not taken:
        return None
    return Job.objects.select_related("owner__office").filter(pk=key, worker=worker).first()


def mine(job: Job) -> JobQuerySet:
    """`job`, as long as it runs and no other worker has it."""
    return Job.objects.filter(pk=job.pk, worker=job.worker, state=Job.State.RUNNING)


def put_back(rows: JobQuerySet, job: Job, why: str) -> Job.State | None:
    """Let it wait for another attempt, or end it after the last; which, or None if it is not in `rows`."""
    state, end = Job.State.WAITING, None
    if job.attempts >= settings.EXPORT_ATTEMPTS:
        state, end = Job.State.FAILED, Now()
        why += " " + _("It was tried %(times)d times.") % {"times": job.attempts}
    put = rows.update(state=state, error=why, heard_at=Now(), finished_at=end)
    return state if put else None


def asked(job: Job) -> making.Asked:
    return making.Asked(
        kind=Kind(job.kind),
        format=Format(job.format),
        query=job.query,
        on=job.on,
        language=job.language,
        person=None if job.is_open else job.owner,
        root=settings.SITE_ADDRESS,
    )


def _make(job: Job) -> None:
    """Raises what the making raises, and NotWanted; nothing of the file is left then."""
    part, pulse = kept.part(job), Pulse(mine(job))
    name = making.file_name(asked(job))
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        with pulse.beating():
            _write(job, pulse)
        size = part.stat().st_size
        kept.put_in_place(job)
    except FileNotFoundError as error:
        if mine(job).exists():
            raise
        raise NotWanted from error  # who has the job now took away what was written
    finally:
        part.unlink(missing_ok=True)
    _offer(job, pulse, name, size)


def _write(job: Job, pulse: Pulse) -> None:
    with kept.part(job).open("x+b") as file:
        making.make(asked(job), file, progress=pulse)
        file.flush()
        os.fsync(file.fileno())


def _offer(job: Job, pulse: Pulse, name: str, size: int) -> None:
    """The one statement that makes it ready. Raises NotWanted where it is another's by now.

    Where the statement itself fails nobody knows whether it was done: the file stays, and is swept away
    if no job names it.
    """
    done, total = pulse.reached
    ready = mine(job).update(
        state=Job.State.DONE,
        error="",
        done=done,
        total=total,
        file=kept.name_of(job),
        file_name=name,
        size=size,
        finished_at=Now(),
        expires_at=Now() + dt.timedelta(days=settings.EXPORT_KEEP_DAYS),
    )
    if not ready:
        kept.remove(job)
        raise NotWanted
