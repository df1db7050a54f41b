"""The front page after sign-in, and its tables in full."""

import datetime as dt
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from apps.followups.desk import first_steps
from apps.obligations.models import READ_FIELDS, Obligation
from apps.web.request import Request

from . import figures
from .charts import stacked
from .measures import Number, measures, month_series, year_before
from .quality import quality_by_language

PER_PAGE = 50
LAST_PAGE = 10_000
TITLES: dict[str, str | Promise] = {
    "addressee": _("By addressee"),
    "lead": _("By lead office"),
    "document": _("By document"),
}
FIRST_COLUMNS: dict[str, str | Promise] = {
    "addressee": _("Addressee"),
    "lead": _("Lead office"),
    "document": _("Document"),
}


@require_GET
def overview(request: Request) -> HttpResponse:
    on = timezone.localdate()
    by_office = figures.lead_rows(on)
    numbers = figures.totals(by_office, on=on)
    quality = figures.quality()
    context = {
        "on": on,
        "numbers": numbers,
        "steps_overdue": figures.steps_overdue(request.user, on),
        "undated": figures.undated_to_review(on),
        "quality": quality,
        "reading": _reading(quality),
        "steps": first_steps() if not any(n.value for n in numbers.values()) else {},
        **_timeliness(on, numbers),
        **_chart(on),
        "breakdowns": [
            _table("addressee", on, figures.by_addressee(on)),
            _table("lead", on, figures.by_lead(by_office, on=on)),
            _table("document", on, figures.by_document(on)),
        ],
        "oldest": figures.oldest_overdue(on),
    }
    return render(request, "dashboards/overview.html", context)


@require_GET
def reading(request: Request) -> HttpResponse:
    names = {field.name: field.verbose_name for field in Obligation._meta.fields}
    context = {
        "languages": quality_by_language(),
        "fields": [names[name] for name in READ_FIELDS],
    }
    return render(request, "dashboards/reading.html", context)


@require_GET
def breakdown(request: Request, by: str) -> HttpResponse:
    """One of the tables in full, a page at a time."""
    if by not in TITLES:
        raise Http404
    on = timezone.localdate()
    page = _page_number(request)
    context = {
        "on": on,
        "table": _table(
            by, on, figures.breakdown(by, on, first=PER_PAGE * (page - 1), size=PER_PAGE)
        ),
        "previous": page - 1,
        "next": page + 1,
    }
    return render(request, "dashboards/breakdown.html", context)


def _page_number(request: Request) -> int:
    """The page asked for, 1 when none. Refuses what is no page."""
    text = request.GET.get("page", "1")
    if not text.isdecimal() or len(text) > len(str(LAST_PAGE)) or not 1 <= int(text) <= LAST_PAGE:
        raise BadRequest("page is a number from 1")
    return int(text)


def _table(by: str, on: dt.date, found: figures.Breakdown) -> dict[str, Any]:
    kinds = measures(on)
    return {
        "by": by,
        "title": TITLES[by],
        "first_column": FIRST_COLUMNS[by],
        "columns": [kinds[name].label for name in figures.COLUMNS],
        "groups": found.groups,
        "has_more": found.has_more,
    }


def _timeliness(on: dt.date, numbers: dict[str, Number]) -> dict[str, Any]:
    """Of the cycles that fell due in the year before: how many were answered on time."""
    outcomes = [numbers[name] for name in ("on_time", "late", "unanswered")]
    first, last = year_before(on)
    share = figures.percent(*(outcome.value for outcome in outcomes))
    return {"outcomes": outcomes, "on_time_share": share, "year_first": first, "year_last": last}


def _chart(on: dt.date) -> dict[str, Any]:
    months = figures.by_month(on)
    series, together = month_series(on)
    chart = stacked([[part.value for part in month.parts] for month in months])
    return {
        "chart": chart,
        "series": series,
        "together": together,
        "months": months,
        "bars": [
            (month, bar, list(zip(month.parts, bar.segments, strict=True)))
            for month, bar in zip(months, chart.bars, strict=True)
        ],
    }


def _reading(quality: figures.Quality) -> list[dict[str, Any]]:
    """Rows of the table of quality: shares of what was decided, and of what is tracked."""
    decided, tracked = quality.decided, quality.tracked
    rows = [
        (_("Accepted, of the drafts decided"), quality.accepted, decided),
        (_("Rejected, of the drafts decided"), quality.rejected, decided),
        (_("Merged with another, of the drafts decided"), quality.merged, decided),
        (_("Added by hand, of all obligations"), quality.by_hand, tracked),
    ]
    return [
        {"label": label, "value": value, "share": figures.percent(value, whole - value)}
        for label, value, whole in rows
    ] + [
        {
            "label": _("All obligations in the register"),
            "value": tracked,
            "share": None,
            "url": reverse("reporting:obligation-list"),
        }
    ]
