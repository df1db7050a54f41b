"""What changed of an obligation that somebody watches, read from its log and its history."""

import datetime as dt
from typing import Any

from django.db.models import (
    CharField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat, Greatest

from apps.accounts.models import User
from apps.obligations.codes import State
from apps.obligations.models import Obligation
from apps.reporting.models import Cycle

from .models import Entry, Notice, Watch

FAR_BACK = dt.timedelta(days=7)
"""What changed while nothing ran for longer than this is not told."""


def changed(people: QuerySet[User], *, today: dt.date, at: dt.datetime) -> list[dict[str, Any]]:
    """What to tell those of `people` who watch, of what others did since they were told last.

    At most once a day for an obligation: what comes after is told the day after.
    """
    told = Notice.objects.filter(
        person=OuterRef("person"), obligation=OuterRef("obligation"), kind=Notice.Kind.CHANGED
    )
    last = Subquery(told.order_by("-created_at").values("created_at")[:1])
    since = Greatest(
        "created_at",
        Coalesce(last, F("created_at")),
        Value(at - FAR_BACK, output_field=DateTimeField()),
        output_field=DateTimeField(),
    )
    key = Concat(Value("changed:"), Cast("obligation", CharField()), Value(f":{today.isoformat()}"))
    today_told = Notice.objects.filter(person=OuterRef("person"), key=OuterRef("key"))
    watched = (
        Watch.objects.filter(
            person__in=people, obligation__state__in=[State.ACCEPTED, State.CLOSED]
        )
        .annotate(key=key, since=since)
        .filter(~Exists(today_told))
        .annotate(
            entry_id=_newest(_entries(), "pk"),
            author=_newest(_entries(), "author"),
            changer=_newest(_versions(Obligation.history, "id"), "history_user"),
            cycle_changer=_newest(_versions(Cycle.history, "obligation"), "history_user"),
        )
        .annotate(by_id=Coalesce("author", "changer", "cycle_changer"))
        .exclude(by_id=None)
    )
    rows = watched.values("person_id", "key", "obligation_id", "entry_id", "by_id")
    return [dict(row) for row in rows]


def _entries() -> QuerySet[Any]:
    """What others logged since, and the person may read."""
    seen = Q(confidential_for=None) | Q(
        confidential_for__path__startswith=OuterRef("person__office__path")
    )
    mine = Entry.objects.filter(
        seen, obligation=OuterRef("obligation"), created_at__gt=OuterRef("since")
    )
    return mine.exclude(author=OuterRef("person")).order_by("-created_at", "-pk")


def _versions(history: Any, obligation: str) -> QuerySet[Any]:
    """What others changed since; what planning does by itself is nobody's change."""
    found: QuerySet[Any] = history.filter(
        **{obligation: OuterRef("obligation")},
        history_user__isnull=False,
        history_date__gt=OuterRef("since"),
    )
    return found.exclude(history_user=OuterRef("person")).order_by("-history_date", "-history_id")


def _newest(rows: QuerySet[Any], name: str) -> Subquery:
    return Subquery(rows.values(name)[:1])
