"""The last answer before each cycle, or to it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from apps.documents.models import Document
from apps.reporting.models import Cycle, Response


def with_last_answer(cycles: QuerySet[Cycle], *, on: dt.date) -> QuerySet[Any]:
    """Annotate `last_answer`: key of the document that last answered the obligation, as known on `on`.

    For a cycle that is answered, its own; never that of a later one.
    """
    until = Coalesce(OuterRef("due_on"), Value(dt.date.max))
    answers = (
        Response.objects.filter(cycle__obligation=OuterRef("obligation"), judged_on__lte=on)
        .filter(Q(cycle=OuterRef("pk")) | Q(cycle__due_on__lt=until))
        .order_by(
            F("cycle__due_on").desc(nulls_last=True),
            F("document__adopted_on").desc(nulls_last=True),
            "-pk",
        )
    )
    return cycles.annotate(last_answer=Subquery(answers.values("document")[:1]))


def documents(cycles: Iterable[Any]) -> dict[int, Document]:
    """The documents of `last_answer`, by key, in one query."""
    return Document.objects.in_bulk({cycle.last_answer for cycle in cycles if cycle.last_answer})
