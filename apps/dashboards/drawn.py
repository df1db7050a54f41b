"""The figures of the dashboards as charts."""

from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from apps.obligations.codes import Region
from apps.web.charts import (
    Bar,
    Bars,
    Column,
    Columns,
    Heat,
    HeatRow,
    Line,
    Lines,
    Moment,
    Series,
    Value,
)

from .days import Age, Days, Stretch
from .groups import Group
from .load import Load
from .measures import Number
from .timeliness import Cohort

MOST_BARS = 12


def value(number: Number) -> Value:
    return Value(number.value, number.url or "")


def months(days: Days) -> Columns:
    """The cycles by month due, stacked by what became of them."""
    found = days.months()
    return Columns(
        name="months",
        title=_("Cycles by month due"),
        description=_(
            "One column for each month, twelve months back and twelve ahead. "
            "Each leads to the cycles due in that month."
        ),
        rtl=get_language_bidi(),
        series=[Series(part.name, str(part.label)) for part in days.parts],
        columns=[_month(month, is_first=place == 0) for place, month in enumerate(found)],
        heading=_("Month"),
        total_label=_("Together"),
        now_label=_("this month"),
    )


def _month(month: Stretch, *, is_first: bool) -> Column:
    year = str(month.first.year) if is_first or month.first.month == 1 else ""
    return Column(
        date_format(month.first, "M"),
        [value(part) for part in month.parts],
        sublabel=year,
        title=date_format(month.first, "YEAR_MONTH_FORMAT"),
        href=month.total.url or "",
        is_now=month.is_now,
    )


def quarters(found: Sequence[Stretch]) -> Lines:
    """Of what fell due in each quarter, how much was answered on time, in per cent."""
    return Lines(
        name="quarters",
        title=_("Answered on time, by quarter"),
        description=_(
            "Of the cycles that fell due in each quarter, the share that was answered on time, and the "
            "share that was answered at all, in per cent."
        ),
        rtl=get_language_bidi(),
        moments=[_quarter(one, is_first=place == 0) for place, one in enumerate(found)],
        lines=[
            Line(_("Answered on time"), [_share(one, 1) for one in found]),
            Line(_("Answered at all"), [_share(one, 2) for one in found]),
        ],
        heading=_("Quarter"),
        is_percent=True,
    )


def quarter_words(one: Stretch) -> str:
    number, year = 1 + one.first.month // 3, one.first.year
    return _("Q%(quarter)d %(year)d") % {"quarter": number, "year": year}


def _quarter(one: Stretch, *, is_first: bool) -> Moment:
    number = 1 + one.first.month // 3
    year = str(one.first.year) if is_first or number == 1 else ""
    return Moment(_("Q%(quarter)d") % {"quarter": number}, year, quarter_words(one))


def _share(one: Stretch, parts: int) -> Value | None:
    """Share of the first `parts` in what fell due: on time, or answered."""
    counts = [part.value for part in one.parts[:3]]
    whole = sum(counts)
    if not whole:
        return None
    return Value(round(100 * sum(counts[:parts]) / whole), one.total.url or "")


def groups(found: Sequence[Group], *, title: str, heading: str) -> Bars:
    """What is overdue and what is open besides, of the groups that come first."""
    return Bars(
        name="groups",
        title=title,
        description=_(
            "What is overdue, and what is open and not overdue, of those with the most overdue."
        ),
        rtl=get_language_bidi(),
        series=[Series("overdue", _("Overdue")), Series("open", _("Open, not overdue"))],
        bars=[_bar(group) for group in found[:MOST_BARS]],
        heading=heading,
        total_label=_("Open"),
    )


def _bar(group: Group) -> Bar:
    numbers = group.by_name
    overdue, open_ = numbers["overdue"], numbers["open"]
    rest = Value(max(0, open_.value - overdue.value))
    return Bar(group.label, [value(overdue), rest], href=open_.url or "")


def ages(found: Sequence[Age]) -> Bars:
    """What is overdue, by for how long."""
    return _plain(
        "ages",
        _("Overdue, by how long"),
        _("How many cycles have been overdue for how long."),
        _("Overdue for"),
        [(str(age.label), age.number) for age in found],
        key="overdue",
    )


def lateness(found: Sequence[Number]) -> Bars:
    return _plain(
        "lateness",
        _("Answered late, by how much"),
        _("Of what fell due in the twelve months before and was answered late: by how many days."),
        _("How late"),
        [(str(number.label), number) for number in found],
        key="late",
    )


def _plain(
    name: str,
    title: str,
    description: str,
    heading: str,
    rows: list[tuple[str, Number]],
    *,
    key: str,
) -> Bars:
    return Bars(
        name=name,
        title=title,
        description=description,
        rtl=get_language_bidi(),
        series=[Series(key, _("Cycles"))],
        bars=[Bar(label, [value(number)], href=number.url or "") for label, number in rows],
        heading=heading,
    )


def cohorts(found: Sequence[Cohort], series: Sequence[Any]) -> Columns:
    """What was asked in each year, by what became of it; the earliest first."""
    return Columns(
        name="cohorts",
        title=_("By year of adoption"),
        description=_(
            "One column for each year: the cycles of what was adopted in it, by what became of them."
        ),
        rtl=get_language_bidi(),
        series=[Series(part.name, str(part.label)) for part in series],
        columns=[
            Column(str(one.year), [value(part) for part in one.parts], href=one.total.url or "")
            for one in reversed(found)
        ],
        heading=_("Year"),
        total_label=_("Together"),
    )


def load(found: Load) -> Heat:
    """What is to come by region and month."""
    rows = [
        HeatRow(str(label), [value(month.regions[place]) for month in found.months])
        for place, label in enumerate(Region.labels)
    ]
    rows.append(HeatRow(_("Together"), [value(month.total) for month in found.months]))
    return Heat(
        name="load",
        title=_("Load by month and region"),
        description=_("How many open cycles are due in each month, for each region or theme."),
        rtl=get_language_bidi(),
        moments=[
            Moment(
                date_format(month.first, "M"),
                str(month.first.year) if place == 0 or month.first.month == 1 else "",
                date_format(month.first, "YEAR_MONTH_FORMAT"),
            )
            for place, month in enumerate(found.months)
        ],
        rows=rows,
        heading=_("Region or theme"),
    )
