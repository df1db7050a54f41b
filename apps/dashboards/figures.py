"""The figures of the dashboard. Each is one grouped query, whatever the number of rows."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from apps.accounts.models import Office, User
from apps.actors.models import ActorKind
from apps.followups.models import Entry
from apps.obligations.codes import State
from apps.obligations.models import Addressee, Obligation
from apps.reporting.models import Cycle, CycleQuerySet

from .measures import OPEN, Measure, Number, measures, month_series, year_before

TOP = 10
COLUMNS = ("open", "overdue", "due_30", "undated", "on_time", "late")
MOST_OVERDUE = ("-overdue", "-open")
MONTHS_EACH_WAY = 12


@dataclass(frozen=True, slots=True)
class Group:
    """One row of a breakdown: an addressee, an office or a document."""

    label: str
    numbers: list[Number]
    """In the order of COLUMNS."""
    document: int | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The groups from one place on, the most overdue first."""

    groups: list[Group]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Month:
    """One bar: the cycles due in a month."""

    first: dt.date
    is_this_month: bool
    parts: list[Number]
    """In the order of `month_series`."""
    total: Number


@dataclass(frozen=True, slots=True)
class Quality:
    """What became of what was read, and what people added."""

    drafts: int
    accepted: int
    rejected: int
    merged: int
    by_hand: int

    @property
    def decided(self) -> int:
        """Drafts of the machine on which a person decided."""
        return self.accepted + self.rejected + self.merged

    @property
    def tracked(self) -> int:
        return self.accepted + self.by_hand


def totals(rows: Iterable[dict[str, Any]], *, on: dt.date) -> dict[str, Number]:
    """Every measure over all cycles, added up from groups that share none."""
    sums: dict[str, int] = defaultdict(int)
    kinds = measures(on)
    for row in rows:
        for name in kinds:
            sums[name] += row[name]
    return {name: measure.number(sums[name]) for name, measure in kinds.items()}


def percent(part: int, *others: int) -> int | None:
    """Share of `part` in the whole of all given, in whole percent; None of nothing."""
    whole = part + sum(others)
    return round(100 * part / whole) if whole else None


def lead_rows(on: dt.date) -> list[dict[str, Any]]:
    """Every measure by the office that leads; no office is in no group twice."""
    return list(_grouped(_counted(on), measures(on).values(), "obligation__lead_id"))


def breakdown(by: str, on: dt.date, *, first: int, size: int) -> Breakdown:
    """By `addressee`, `lead` or `document`. Raises KeyError for anything else."""
    if by == "lead":
        return by_lead(lead_rows(on), on=on, first=first, size=size)
    return {"addressee": by_addressee, "document": by_document}[by](on, first=first, size=size)


def by_lead(
    rows: Iterable[dict[str, Any]], *, on: dt.date, first: int = 0, size: int = TOP
) -> Breakdown:
    """`lead_rows` by office. An office counts with all below it, as the register's filter does."""
    offices = {office.pk: office for office in Office.objects.all()}
    sums: dict[int | None, dict[str, int]] = defaultdict(lambda: dict.fromkeys(COLUMNS, 0))
    for row in rows:
        office = offices.get(row["obligation__lead_id"])
        above = office.path.strip("/").split("/") if office else [None]
        for key in above:
            for name in COLUMNS:
                sums[int(key) if key else None][name] += row[name]
    named = [
        (str(offices[key]) if key else _("No lead office"), str(key or "none"), values)
        for key, values in sums.items()
        if any(values.values())
    ]
    named.sort(key=lambda group: (-group[2]["overdue"], -group[2]["open"], group[0]))
    page = named[first : first + size]
    kinds = measures(on)
    groups = [Group(label, _numbers(values, kinds, lead=key)) for label, key, values in page]
    return Breakdown(groups, has_more=len(named) > first + size)


def by_addressee(on: dt.date, *, first: int = 0, size: int = TOP) -> Breakdown:
    """By the code of who is to act. A cycle whose obligation addresses two counts for both."""
    code = "obligation__addressees__code"
    earlier = Addressee.objects.filter(
        obligation=OuterRef("obligation"), code=OuterRef("code"), pk__lt=OuterRef("pk")
    )
    once = Addressee.objects.filter(~Exists(earlier))
    kinds, labels = _columns(on), dict(ActorKind.choices)
    asked = _counted(on).filter(obligation__addressees__in=once)
    rows = _most_overdue_first(_grouped(asked, kinds.values(), code), code)
    return _breakdown(
        rows[first : first + size + 1],
        size,
        lambda row: Group(str(labels[row[code]]), _numbers(row, kinds, addressee=row[code])),
    )


def by_document(on: dt.date, *, first: int = 0, size: int = TOP) -> Breakdown:
    """By the document that asks."""
    pk, symbol = "obligation__document_id", "obligation__document__symbol"
    kinds = _columns(on)
    rows = _most_overdue_first(_grouped(_counted(on), kinds.values(), pk, symbol), symbol, pk)
    return _breakdown(
        rows[first : first + size + 1],
        size,
        lambda row: Group(
            row[symbol] or _("Document without a symbol"),
            _numbers(row, kinds, document=row[pk]),
            document=row[pk],
        ),
    )


def by_month(on: dt.date) -> list[Month]:
    """Twelve months back, this one, twelve ahead, by the day on which cycles are due.

    Days are grouped by the database and added up here: there are never more than 800, and
    SQLite would call back for every row to find its month.
    """
    this = on.replace(day=1)
    months = [
        this + relativedelta(months=step) for step in range(-MONTHS_EACH_WAY, MONTHS_EACH_WAY + 1)
    ]
    series, together = month_series(on)
    cycles = Cycle.objects.tracked().filter(due_on__range=(months[0], _last_day(months[-1])))
    sums = {month: [0] * len(series) for month in months}
    for day in _grouped(cycles, series, "due_on"):
        counts = sums[day["due_on"].replace(day=1)]
        for position, measure in enumerate(series):
            counts[position] += day[measure.name]
    return [
        Month(
            month,
            month == this,
            _months_numbers(month, series, counts),
            *_months_numbers(month, [together], [sum(counts)]),
        )
        for month, counts in sums.items()
    ]


def oldest_overdue(on: dt.date) -> QuerySet[Cycle]:
    """The cycles that wait longest, with what one line of a list shows."""
    return (
        Cycle.objects.tracked()
        .overdue(on=on)
        .select_related("obligation__document", "obligation__paragraph", "obligation__lead")
        .only(
            "due_on",
            "obligation__number",
            "obligation__act",
            "obligation__document__symbol",
            "obligation__paragraph__label",
            "obligation__paragraph__position",
            "obligation__lead__short",
        )
        .order_by("due_on", "pk")[:TOP]
    )


def quality() -> Quality:
    """How drafts fared, over all time. What a person changed before accepting is not told apart."""
    read, taken = Q(machine__isnull=False), Q(state__in=[State.ACCEPTED, State.CLOSED])
    rejected = read & Q(state=State.REJECTED)
    return Quality(
        **Obligation.objects.aggregate(
            drafts=Count("pk", filter=Q(state=State.DRAFT)),
            accepted=Count("pk", filter=read & taken),
            rejected=Count("pk", filter=rejected & Q(merged_into=None)),
            merged=Count("pk", filter=rejected & Q(merged_into__isnull=False)),
            by_hand=Count("pk", filter=~read & taken),
        )
    )


def undated_to_review(on: dt.date) -> int:
    return Obligation.objects.needing_review(on=on).count()


def steps_overdue(person: User, on: dt.date) -> int:
    """How many the person may read."""
    return Entry.objects.visible_to(person).steps_overdue(on=on).count()


def _columns(on: dt.date) -> dict[str, Measure]:
    kinds = measures(on)
    return {name: kinds[name] for name in COLUMNS}


def _counted(on: dt.date) -> CycleQuerySet:
    """The cycles that any measure counts."""
    return Cycle.objects.tracked().filter(OPEN | Q(due_on__range=year_before(on)))


def _grouped(
    cycles: QuerySet[Cycle], kinds: Iterable[Measure], *by: str
) -> QuerySet[Cycle, dict[str, Any]]:
    counts = {measure.name: measure.count for measure in kinds}
    rows: QuerySet[Cycle, dict[str, Any]] = cycles.order_by().values(*by).annotate(**counts)
    return rows


def _most_overdue_first(
    rows: QuerySet[Cycle, dict[str, Any]], *then: str
) -> QuerySet[Cycle, dict[str, Any]]:
    return rows.order_by(*MOST_OVERDUE, *then)


def _breakdown(
    rows: Iterable[dict[str, Any]], size: int, group: Callable[[dict[str, Any]], Group]
) -> Breakdown:
    """Groups of `rows`, which were asked for one more than `size`."""
    groups = [group(row) for row in rows]
    return Breakdown(groups[:size], has_more=len(groups) > size)


def _numbers(row: dict[str, Any], kinds: dict[str, Measure], **scope: Any) -> list[Number]:
    return [kinds[name].number(row[name], **scope) for name in COLUMNS]


def _months_numbers(first: dt.date, series: list[Measure], counts: list[int]) -> list[Number]:
    due = {"due_after": first, "due_before": _last_day(first)}
    return [part.number(count, **due) for part, count in zip(series, counts, strict=True)]


def _last_day(month: dt.date) -> dt.date:
    return month + relativedelta(months=1, days=-1)
