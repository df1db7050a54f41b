"""Narrow rows to what an address asks for, the organization's own fields apart."""

import datetime as dt
from typing import Any

from django.db.models import F, Q

from apps.obligations.link import cited
from apps.obligations.models import Cadence
from apps.obligations.models.obligation import ObligationQuerySet

from .models import Columns, CycleQuerySet, Day
from .standing import standing

NOBODY = "none"


def narrowed(obligations: ObligationQuerySet, asked: dict[str, Any]) -> ObligationQuerySet:
    """Those of `obligations` for which `asked` asks, the organization's own fields apart."""
    found = _said(obligations, asked["text"])
    if asked["document"]:
        found = found.filter(document=asked["document"])
    if asked["addressee"]:
        found = found.addressed_to(asked["addressee"])
    if asked["actor"]:
        found = found.addressed_to_actor(asked["actor"])
    if asked["class"]:
        found = found.filter(verb_class__in=asked["class"])
    return _from(_sorted_in(_held_by(found, asked), asked), asked)


def _held_by(obligations: ObligationQuerySet, asked: dict[str, Any]) -> ObligationQuerySet:
    """Those of the office and the person that are asked for."""
    found = obligations
    if asked["lead"] == NOBODY:
        found = found.filter(lead=None)
    elif asked["lead"]:
        found = found.led_by(asked["lead"])
    if asked["responsible"]:
        nobody = asked["responsible"] == NOBODY
        found = found.filter(responsible=None if nobody else asked["responsible"])
    return found


def _said(obligations: ObligationQuerySet, text: str) -> ObligationQuerySet:
    """Those that `text` cites as pages do, with a pilcrow; else those in which its words are found."""
    if "¶" in text and (found := cited(text)):
        return obligations.filter(pk__in=[one.pk for one in found])
    return obligations.matching(text)


def _sorted_in(obligations: ObligationQuerySet, asked: dict[str, Any]) -> ObligationQuerySet:
    """Those with the tags, the subject and the regions that are asked for."""
    found = obligations
    if asked["tag"]:
        found = found.tagged(asked["tag"])
    if asked["subject"]:
        found = found.filter(subject__icontains=asked["subject"])
    if asked["subject_is"]:
        nothing = asked["subject_is"] == NOBODY
        found = found.filter(subject="" if nothing else asked["subject_is"])
    if asked["region"]:
        found = found.filter(region__in=asked["region"])
    return found


def _from(obligations: ObligationQuerySet, asked: dict[str, Any]) -> ObligationQuerySet:
    """Those that come from the organs, the year, the series and the mandate that are asked for."""
    found = obligations
    if asked["organ"]:
        found = found.filter(document__organ__in=asked["organ"])
    if asked["year"]:
        found = found.filter(document__adopted_on__year=asked["year"])
    if asked["series"]:
        found = found.filter(series=asked["series"])
    if asked["mandate"]:
        counting = Cadence.objects.filter(mandate=asked["mandate"])
        found = found.filter(Q(pk=asked["mandate"].pk) | Q(pk__in=counting.values("obligation")))
    return found


def late_by(cycles: CycleQuerySet, asked: dict[str, Any], *, at: Columns) -> CycleQuerySet:
    """Those answered so many days late, both ends included."""
    for name, lookup in (("late_from", "gte"), ("late_until", "lte")):
        if asked[name] is not None:
            last = F(at.due) + dt.timedelta(days=asked[name])
            cycles = cycles.filter(**{f"{at.answered}__{lookup}": last})
    return cycles


def between(queryset: Any, field: str, first: dt.date | None, last: dt.date | None) -> Any:
    """Rows whose `field` lies from `first` to `last`, both included; None leaves that end open."""
    if first:
        queryset = queryset.filter(**{f"{field}__gte": first})
    if last:
        queryset = queryset.filter(**{f"{field}__lte": last})
    return queryset


def standing_as_asked(
    obligations: ObligationQuerySet, asked: dict[str, Any], day: Day
) -> ObligationQuerySet:
    """Those that stand, are found and are next due as is asked of obligations; see OF_ITSELF.

    Where the day is past, `obligations` are those of `as_at.obligations_then`.
    """
    found: Any = obligations
    finding, next_due = "finding", "next_due_on"
    if day.is_past:
        finding, next_due = "finding_then", "next_due_then"
    if asked["finding"]:
        found = found.filter(**{f"{finding}__in": asked["finding"]})
    if asked["review"]:
        found = found.needing_review(on=day.on, is_past=day.is_past)
    if asked["state"]:
        found = standing(found, *asked["state"], on=day.on, soon=day.soon, is_past=day.is_past)
    narrowed_: ObligationQuerySet = between(
        found, next_due, asked["due_after"], asked["due_before"]
    )
    return narrowed_
