"""Take the sample data away: documents marked as sample and all that hangs on them, and sample series."""

from collections.abc import Iterable
from functools import partial
from itertools import batched
from typing import Any

from django.db import models, transaction

from apps.documents.models import Document, Text
from apps.followups.models import Attachment, Entry
from apps.obligations.models import Cadence, Link, Obligation, Series
from apps.reporting.models import Cycle, Response

BATCH = 500


@transaction.atomic
def remove() -> int:
    """Delete it with its files; return how many documents. People, actors and the history stay.

    Raises ProtectedError when something that is no sample points at it: a cycle that a sample
    document answers, a cadence that rests on one, an obligation that is linked to one.
    """
    documents = Document.objects.filter(is_sample=True)
    obligations = Obligation.objects.filter(document__in=documents)
    entries = Entry.objects.filter(obligation__in=obligations)
    cycles = Cycle.objects.filter(obligation__in=obligations)
    _files_of(Text.objects.filter(document__in=documents).defer("content"))
    _files_of(Attachment.objects.filter(entry__in=entries))
    count = documents.count()
    obligations.update(merged_into=None)
    _delete(entries)
    _delete(Response.objects.filter(cycle__in=cycles))
    _delete(cycles)
    _delete(Cadence.objects.filter(obligation__in=obligations))
    _delete(Link.objects.filter(source__in=obligations))
    _delete(obligations)
    _delete(Series.objects.filter(is_sample=True))
    _delete(documents)
    return count


def _delete(rows: models.QuerySet[Any]) -> None:
    """Delete `rows`, in batches; their history says that they were deleted."""
    keys = list(rows.values_list("pk", flat=True))
    for some in batched(keys, BATCH):
        rows.model._default_manager.filter(pk__in=some).delete()


def _files_of(rows: Iterable[Text] | Iterable[Attachment]) -> None:
    """Delete the files of `rows` once it is certain that the rows are gone."""
    for row in rows:
        if row.file:
            transaction.on_commit(partial(row.file.delete, save=False))
