"""What is done with files made in the background: ask, cancel, begin again, take up, let go.

Each change says in its own statement what must still be so: of two who act at once one finds nothing to do.
"""

import datetime as dt

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.functions import Now
from django.utils import translation
from django.utils.translation import gettext as _

from apps.accounts.models import User

from . import kept
from .begin import queue
from .make import Asked, CannotMake
from .models import Job
from .models.job import JobQuerySet
from .work import put_back

MOST_AT_ONCE = 10
"""So many files are made for one person at a time: the others want theirs too."""


class TooMany(CannotMake):
    """The person waits for so many already."""


@transaction.atomic
def ask_for(asked: Asked, *, title: str, by: User, at: dt.datetime, is_open: bool = False) -> Job:
    """A job that makes it; the one that is going, where the same person asked for the same.

    Whoever shows the job's page next makes sure that it is worked on: see `begin`.

    Raises TooMany, and CannotMake for a query that is longer than can be kept.
    """
    longest = Job._meta.get_field("query").max_length or 0
    if len(asked.query) > longest:
        raise CannotMake(_("This filter is too long to be kept: choose fewer values."))
    # Of two requests at once the second waits here, and finds the job of the first.
    User.objects.select_for_update().get(pk=by.pk)
    going = Job.objects.of(by).going()
    same = going.filter(
        kind=asked.kind,
        format=asked.format,
        query=asked.query,
        on=asked.on,
        language=asked.language,
        is_open=is_open,
    ).first()
    if same:
        return same
    if not is_open and going.filter(is_open=False).count() >= MOST_AT_ONCE:
        raise TooMany(
            _("%(most)d files are being made for you. Wait for one, or cancel one.")
            % {"most": MOST_AT_ONCE}
        )
    job = Job.objects.create(
        kind=asked.kind,
        format=asked.format,
        query=asked.query,
        on=asked.on,
        language=asked.language,
        title=title[: Job._meta.get_field("title").max_length],
        owner=by,
        is_open=is_open,
        created_at=at,
        heard_at=at,
    )
    queue(job.pk)
    return job


def cancel(job: Job) -> bool:
    """Let it not be made; whether it was still going. Its worker stops at the next row it writes."""
    going = Job.objects.going().filter(pk=job.pk)
    return bool(going.update(state=Job.State.CANCELLED, finished_at=Now()))


@transaction.atomic
def begin_again(job: Job) -> bool:
    """Make it again, from the first attempt; whether it had ended without a file that is kept."""
    ended = [Job.State.FAILED, Job.State.CANCELLED, Job.State.EXPIRED]
    again = Job.objects.filter(pk=job.pk, state__in=ended).update(
        state=Job.State.WAITING, attempts=0, error="", heard_at=Now(), finished_at=None
    )
    if again:
        queue(job.pk)
    return bool(again)


def delete(job: Job) -> None:
    """Take the job and its file away. If it is going its worker finds nothing any more, and stops."""
    Job.objects.filter(pk=job.pk).delete()
    if job.file.name:
        default_storage.delete(job.file.name)


def revive(*, at: dt.datetime) -> int:
    """Take the jobs of silent workers from them, to be begun again; how many. Safe to repeat.

    A job that waits for long is put into the queue once more: its worker may have died before it began.
    """
    after = dt.timedelta(seconds=settings.EXPORT_QUIET_SECONDS)
    quiet = Job.objects.gone_quiet(at=at, after=after)
    taken = sum(_take_up(job, quiet) for job in quiet)
    for job in Job.objects.filter(state=Job.State.WAITING, heard_at__lt=at - after):
        Job.objects.filter(pk=job.pk, state=Job.State.WAITING).update(heard_at=Now())
        queue(job.pk)
    return taken


def _take_up(job: Job, quiet: JobQuerySet) -> bool:
    """Take it from its worker, if that is still `quiet`; whether it was."""
    silent = quiet.filter(pk=job.pk, worker=job.worker)
    with translation.override(job.language), transaction.atomic():
        state = put_back(silent, job, _("The worker that made the file stopped."))
        if state == Job.State.WAITING:
            queue(job.pk)
    if state:
        kept.remove(job)
    return bool(state)


def expire(*, at: dt.datetime) -> int:
    """Take away the files that were kept long enough, and what killed workers left; how many jobs."""
    expired = 0
    for key, name in Job.objects.to_expire(at=at).values_list("pk", "file"):
        # First nobody is offered it, then it goes: killed in between, the sweep takes it away.
        ready = Job.objects.filter(pk=key, state=Job.State.DONE, file=name)
        if ready.update(state=Job.State.EXPIRED, file=""):
            default_storage.delete(name)
            expired += 1
    kept.sweep(at=at)
    return expired
