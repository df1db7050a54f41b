from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET

from apps.web.pages import page
from apps.web.request import Request

from .browse import NoSuchPage, leaf, without
from .forms import LONGEST_NUMBER, ChangeForm
from .models import OBLIGATION, Change
from .rights import READ_ALL, history_of
from .words import kind_words

may_read = permission_required(READ_ALL, raise_exception=True)


@require_GET
@may_read
def change_list(request: Request) -> HttpResponse:
    form = ChangeForm(request.GET)
    context: dict[str, Any] = {"form": form, "problems": _problems(form, request.GET)}
    if form.is_valid():
        changes = Change.objects.visible_to(request.user)
        try:
            context["leaf"] = leaf(
                form.of(changes), request.GET, often=form.of(changes, often=True)
            )
        except NoSuchPage as error:
            context["problems"] = [("", str(error))]
        context["chips"] = [
            (words, f"?{without(request.GET, name).urlencode()}") for name, words in form.chips
        ]
    status = HTTPStatus.BAD_REQUEST if context["problems"] else HTTPStatus.OK
    return page(request, "history/change_list.html", context, part="results", status=status)


def _problems(form: ChangeForm, given: QueryDict) -> list[tuple[str, str]]:
    """Field and words of what the address asks for and is not understood, quoted."""
    return [
        (name, f"{form.fields[name].label}: “{given.get(name, '')}” – {error}")
        for name, errors in form.errors.items()
        for error in errors
    ]


@require_GET
def record(request: Request, kind: str, record: int) -> HttpResponse:
    """One record; of an obligation with `all` also what hangs on it."""
    changes = history_of(kind, record, person=request.user) if record < LONGEST_NUMBER else None
    if changes is None or not (newest := changes.newest_first().first()):
        raise Http404(f"{kind} {record}")
    with_all = kind == OBLIGATION and "all" in request.GET
    if with_all:
        changes = Change.objects.filter(obligation=record).open_to(request.user)
    try:
        shown = leaf(changes, request.GET)
    except NoSuchPage as error:
        raise Http404(str(error)) from None
    context = {
        "kind": kind,
        "kind_words": kind_words(kind),
        "record": record,
        "newest": newest,
        "leaf": shown,
        "with_all": with_all,
        "can_have_all": kind == OBLIGATION,
    }
    return render(request, "history/record.html", context)
