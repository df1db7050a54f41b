"""The dashboards. Each is asked for as the register of cycles is, as at any day, held against another."""

from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from apps.followups.desk import first_steps
from apps.obligations.models import READ_FIELDS, Obligation
from apps.reporting.models import SavedView
from apps.web.request import Request

from . import drawn, figures, groups, timeliness
from .days import Days, held_against, percent
from .dimensions import DIMENSIONS
from .folded import BRIEF, brief_rows, brief_totals, fold, folded
from .load import held_against as held_against_months
from .load import load as load_ahead
from .measures import measures, outcomes, year_before
from .quality import quality_by_language
from .scope import Scope, query_of_view
from .workload import people

PER_PAGE = 50
LAST_PAGE = 10_000
MOST_VIEWS = 30


@require_GET
def overview(request: Request) -> HttpResponse:
    scope = _scope(request)
    if scope.problems:
        return _refused(request, scope)
    rows, days = brief_rows(scope), Days(scope)
    numbers, before, then = brief_totals(rows, scope), None, scope.then()
    if then:
        before = brief_rows(then)
        numbers = groups.changed(numbers, brief_totals(before, then))
    nothing = not any(number.value for number in numbers.values()) and not scope.address
    context = {
        "numbers": numbers,
        "steps": first_steps() if nothing else {},
        **figures.beside(scope, request.user),
        **_timeliness(scope, numbers),
        "months": drawn.months(days),
        "quarters": drawn.quarters(days.quarters()),
        "ages": drawn.ages(days.ages()),
        "breakdowns": [
            _table(by, scope, fold(by, rows, scope, before=before, columns=BRIEF), BRIEF)
            for by in ("lead", "addressee")
        ],
        "oldest": figures.oldest_overdue(scope),
    }
    return _page(request, "dashboards/overview.html", scope, context, here="overview")


@require_GET
def breakdown(request: Request, by: str) -> HttpResponse:
    """One of the tables in full, a page at a time."""
    if by not in DIMENSIONS:
        raise Http404
    scope, page = _scope(request), _page_number(request)
    if scope.problems:
        return _refused(request, scope)
    found = _breakdown(by, scope, first=PER_PAGE * (page - 1), size=PER_PAGE)
    table = _table(by, scope, found)
    chart = drawn.groups(
        found.groups, title=str(table["title"]), heading=str(table["first_column"])
    )
    context = {"table": table, "chart": chart, **_pages(scope, page, has_more=found.has_more)}
    return _page(request, "dashboards/breakdown.html", scope, context, here=by)


@require_GET
def timely(request: Request) -> HttpResponse:
    """On time or late, by how much, quarter by quarter and by year of adoption."""
    scope = _scope(request)
    if scope.problems:
        return _refused(request, scope)
    quarters, cohorts = Days(scope).quarters(), timeliness.cohorts(scope)
    if then := scope.then():
        quarters = held_against(quarters, Days(then).quarters())
        cohorts = held_against(cohorts, timeliness.cohorts(then))
    parts, _together = outcomes(scope.day)
    context = {
        "parts": parts,
        "quarters": quarters,
        "quarters_chart": drawn.quarters(quarters),
        "lateness": drawn.lateness(timeliness.lateness(scope)),
        "cohorts": cohorts,
        "cohorts_chart": drawn.cohorts(cohorts, parts),
    }
    return _page(request, "dashboards/timeliness.html", scope, context, here="timeliness")


@require_GET
def ageing(request: Request) -> HttpResponse:
    """What is overdue, for how long, and what waits longest."""
    scope = _scope(request)
    if scope.problems:
        return _refused(request, scope)
    ages, then = Days(scope).ages(), scope.then()
    numbers = [age.number for age in ages]
    if then:
        before = [age.number.value for age in Days(then).ages()]
        numbers = [replace(n, before=value) for n, value in zip(numbers, before, strict=True)]
    context = {
        "ages": drawn.ages(ages),
        "numbers": list(zip([age.label for age in ages], numbers, strict=True)),
        "oldest": figures.oldest_overdue(scope, most=PER_PAGE),
        "all_overdue": scope.url(measures(scope.day)["overdue"].query | {"sort": "due_on"}),
    }
    return _page(request, "dashboards/ageing.html", scope, context, here="ageing")


@require_GET
def load(request: Request) -> HttpResponse:
    """What is to come, to balance the work load."""
    scope = _scope(request)
    if scope.problems:
        return _refused(request, scope)
    found, then = load_ahead(scope), scope.then()
    months = found.months if then is None else held_against_months(found, load_ahead(then))
    context = {"load": found, "months": months, "chart": drawn.load(found)}
    return _page(request, "dashboards/load.html", scope, context, here="load")


@require_GET
def workload(request: Request) -> HttpResponse:
    """What offices and people have in hand."""
    scope, page = _scope(request), _page_number(request)
    if scope.problems:
        return _refused(request, scope)
    rows, has_more = people(scope, request.user, first=PER_PAGE * (page - 1), size=PER_PAGE)
    context: dict[str, Any] = {"people": rows, **_pages(scope, page, has_more=has_more)}
    if page == 1:
        context["offices"] = _table("lead", scope, folded("lead", scope, size=PER_PAGE))
    return _page(request, "dashboards/workload.html", scope, context, here="workload")


@require_GET
def reading(request: Request) -> HttpResponse:
    """How well the machine reads what documents ask."""
    scope = _scope(request)
    if scope.problems:
        return _refused(request, scope)
    names = {field.name: field.verbose_name for field in Obligation._meta.fields}
    context = {
        "languages": quality_by_language(scope),
        "quality": figures.quality(scope),
        "fields": [names[name] for name in READ_FIELDS],
    }
    return _page(request, "dashboards/reading.html", scope, context, here="reading")


def _scope(request: Request) -> Scope:
    return Scope(request.GET, today=timezone.localdate(), soon=settings.DUE_SOON_DAYS)


def _page(
    request: Request, template: str, scope: Scope, context: dict[str, Any], *, here: str
) -> HttpResponse:
    views = SavedView.objects.visible_to(request.user).order_by("name", "pk")[:MOST_VIEWS]
    context |= {
        "scope": scope,
        "here": here,
        "dimensions": DIMENSIONS,
        "views": [(view, query_of_view(view).urlencode(safe="/,")) for view in views],
    }
    status = HTTPStatus.BAD_REQUEST if scope.problems else HTTPStatus.OK
    return render(request, template, context, status=status)


def _refused(request: Request, scope: Scope) -> HttpResponse:
    """The form with what was typed, and why it is not understood."""
    return _page(request, "dashboards/base.html", scope, {}, here="")


def _page_number(request: Request) -> int:
    """The page asked for, 1 when none. Refuses what is no page."""
    text = request.GET.get("page", "1")
    if not text.isdecimal() or len(text) > len(str(LAST_PAGE)) or not 1 <= int(text) <= LAST_PAGE:
        raise BadRequest(f"page is a number from 1, not “{text[:20]}”")
    return int(text)


def _pages(scope: Scope, page: int, *, has_more: bool) -> dict[str, str]:
    """The addresses of the page before and the next, where there are such."""
    start = f"{scope.address}&" if scope.address else "?"
    return {
        "previous": f"{start}page={page - 1}" if page > 1 else "",
        "next": f"{start}page={page + 1}" if has_more else "",
    }


def _breakdown(by: str, scope: Scope, *, first: int, size: int) -> groups.Breakdown:
    made = folded if by in ("lead", "addressee") else groups.breakdown
    return made(by, scope, first=first, size=size)


def _table(
    by: str, scope: Scope, found: groups.Breakdown, columns: Sequence[str] = groups.COLUMNS
) -> dict[str, Any]:
    kinds, dimension = measures(scope.day), DIMENSIONS[by]
    return {
        "by": by,
        "title": dimension.title,
        "first_column": dimension.column,
        "columns": [kinds[name].label for name in columns],
        "groups": found.groups,
        "has_more": found.has_more,
    }


def _timeliness(scope: Scope, numbers: dict[str, Any]) -> dict[str, Any]:
    """Of the cycles that fell due in the year before: how many were answered on time."""
    told = [numbers[name] for name in ("on_time", "late", "unanswered")]
    first, last = year_before(scope.on)
    share = percent(*(outcome.value for outcome in told))
    return {"outcomes": told, "on_time_share": share, "year_first": first, "year_last": last}
