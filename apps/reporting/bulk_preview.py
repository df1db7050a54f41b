"""What a change of many obligations would do, counted by the database."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _

from apps.obligations.codes import Finding, State
from apps.obligations.models import Obligation, Tag, Tagging
from apps.obligations.models.obligation import ObligationQuerySet
from apps.obligations.organise import folded

from .columns import NOTHING

FINDINGS = dict(Finding.choices)


class Line(NamedTuple):
    """So many obligations go from one value to another."""

    field: str
    old: str
    new: str
    number: int


@dataclass(frozen=True)
class Preview:
    """What would be done; `seen` are the keys and versions of the obligations that would change."""

    seen: list[tuple[int, int]]
    lines: list[Line]
    same: int
    closed: int


def preview(obligations: ObligationQuerySet, values: dict[str, Any]) -> Preview:
    """What setting `values` (as `bulk.change_many` takes them) on these would do."""
    keys = list(obligations.values_list("pk", flat=True))
    open_ = Obligation.objects.filter(pk__in=keys, state=State.ACCEPTED)
    conditions = {name: one for name, one in _conditions(values)}
    differing = reduce(or_, conditions.values())
    seen = list(open_.filter(differing).order_by("pk").values_list("pk", "version"))
    number_open = open_.count()
    lines = [line for name in conditions for line in _lines(open_, name, conditions[name], values)]
    return Preview(seen, lines, number_open - len(seen), len(keys) - number_open)


def _conditions(values: dict[str, Any]) -> Iterator[tuple[str, Q]]:
    """For each value by name, which obligations have another; one for each tag."""
    for name in ("lead", "responsible"):
        if name in values:
            wanted = values[name]
            yield name, Q(**{f"{name}__isnull": False}) if wanted is None else ~Q(**{name: wanted})
    if "finding" in values:
        same = Q(finding=values["finding"], finding_source=values["finding_source"])
        yield "finding", ~same
    tags = values.get("add_tags", []) + values.get("remove_tags", [])
    known = {folded(tag.name): tag.pk for tag in Tag.objects.all()} if tags else {}
    for name in tags:
        given = Tagging.objects.filter(obligation=OuterRef("pk"), tag=known.get(folded(name)))
        has_it = Q(Exists(given))
        yield f"tag {name}", ~has_it if name in values.get("add_tags", []) else has_it


def _lines(
    open_: ObligationQuerySet, name: str, differing: Q, values: dict[str, Any]
) -> Iterator[Line]:
    changing = open_.filter(differing).order_by()
    if name.startswith("tag "):
        number, tag = changing.count(), name.removeprefix("tag ")
        if number and tag in values.get("add_tags", []):
            yield Line(_("Tags"), NOTHING, tag, number)
        elif number:
            yield Line(_("Tags"), tag, NOTHING, number)
        return
    column, label, nobody = {
        "lead": ("lead__short", _("Lead"), _("nobody yet")),
        "responsible": ("responsible__name", _("Responsible"), _("nobody yet")),
        "finding": ("finding", _("Finding"), ""),
    }[name]
    new = str(values[name] or nobody)
    if name == "finding":
        new = f"{FINDINGS[values[name]]} ({values['finding_source']})"
    for old, number in changing.values_list(column).annotate(n=Count("pk")).order_by("-n", column):
        words = FINDINGS.get(old, old) if name == "finding" else old
        yield Line(label, str(words or nobody), new, number)
