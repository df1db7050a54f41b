from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from apps.web.pages import page, paged
from apps.web.request import Request

from .files import UnreadableFile
from .forms import DocumentForm, UploadForm
from .ingest import Given, LanguageTaken, ingest, join, set_language
from .models import Citation, Document, SymbolTaken, Text
from .tables import DocumentTable

CITATIONS_SHOWN = 300
may_add = permission_required("documents.add_document", raise_exception=True)
may_change = permission_required("documents.change_document", raise_exception=True)


@require_GET
def document_list(request: Request) -> HttpResponse:
    wanted = request.GET.get("text", "").replace("\0", "").strip()  # PostgreSQL takes no NUL
    table = DocumentTable(Document.objects.matching(wanted).for_list())
    paged(request, table)
    context = {"table": table, "text": wanted}
    return page(request, "documents/document_list.html", context, part="results")


@require_http_methods(["GET", "POST"])
@may_add
def document_add(request: Request) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            taken = _take_in(request, form)
        except (UnreadableFile, LanguageTaken, SymbolTaken) as error:
            form.add_error("file", str(error))
        else:
            return redirect(taken.document)
    status = 422 if form.errors else 200
    return render(request, "documents/document_add.html", {"form": form}, status=status)


def _take_in(request: Request, form: UploadForm) -> Text:
    """Ingest the file of a valid form and say what became of it."""
    file: UploadedFile[Any] = form.cleaned_data["file"]
    given = Given(
        symbol=form.cleaned_data["symbol"],
        language=form.cleaned_data["language"],
        adopted_on=form.cleaned_data["adopted_on"],
    )
    taken = ingest(file.name or "", file.read(), by=request.user, given=given)
    if not taken.is_new:
        messages.info(request, _("This file is already here: it is this document."))
    elif taken.text.document.missing:
        messages.warning(request, _("Taken in. Please complete what could not be read."))
    else:
        messages.success(request, _("Taken in. Please check what was read from its head."))
    if taken.gave_way:
        messages.info(
            request,
            _("The sample of the same symbol is now called %(name)s.") % {"name": taken.gave_way},
        )
    return taken.text


@require_GET
def document_detail(request: Request, pk: int) -> HttpResponse:
    document = get_object_or_404(Document.objects.prefetch_related("symbols", "texts"), pk=pk)
    texts = list(document.texts.prefetch_related("paragraphs"))
    shown = next((t for t in texts if t.language == request.GET.get("language")), None)
    context = {
        "document": document,
        "texts": texts,
        "shown": shown or (texts[0] if texts else None),
        "form": DocumentForm(instance=document) if document.missing else None,
        "cites": _linked(Citation.objects.of(document)),
        "cited_by": Citation.objects.to(document)[:CITATIONS_SHOWN],
        "cited_by_count": Citation.objects.to(document).count(),
    }
    return render(request, "documents/document_detail.html", context)


def _linked(citations: QuerySet[Citation]) -> list[tuple[Citation, Document | None]]:
    """Each cited document once for each thing done with it, with the document where it is here."""
    once = {(c.normal, c.act, tuple(c.labels)): c for c in reversed(citations[:CITATIONS_SHOWN])}
    here = Document.objects.by_symbol(key[0] for key in once)
    return [(citation, here.get(citation.normal)) for citation in reversed(once.values())]


@require_http_methods(["GET", "POST"])
@may_change
def document_edit(request: Request, pk: int) -> HttpResponse:
    document = get_object_or_404(Document, pk=pk)
    form = DocumentForm(request.POST or None, instance=document)
    context: dict[str, Any] = {"form": form, "document": document}
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(_correct(document, form))
        except (SymbolTaken, LanguageTaken, ChangedMeanwhile) as error:
            form.add_error(None, str(error))
        except ProtectedError:
            form.add_error(
                None, _("What it asks was already read, so this cannot be changed any more.")
            )
    context["current"] = Document.objects.get(pk=pk) if form.errors else None
    status = 422 if form.errors else 200
    return render(request, "documents/document_edit.html", context, status=status)


class ChangedMeanwhile(Exception):
    """Somebody else corrected the document since the form was shown."""


@transaction.atomic
def _correct(document: Document, form: DocumentForm) -> Document:
    """Save a valid form. A symbol of another document joins the two."""
    current = Document.objects.select_for_update().get(pk=document.pk)
    if current.version != form.cleaned_data["version"]:
        raise ChangedMeanwhile(
            _("Somebody changed this document since you opened it. It now reads as below.")
        )
    if language := form.cleaned_data.get("language"):
        set_language(document.texts.get(), language)
    try:
        document.set_symbols(form.cleaned_data["symbols"])
    except SymbolTaken as taken:
        join(document, taken.other)
        return taken.other
    document.version += 1
    form.save()
    return document


@require_GET
def text_file(request: Request, pk: int) -> FileResponse:
    """The file as it was uploaded, never opened by the browser itself."""
    text = get_object_or_404(Text, pk=pk)
    return FileResponse(text.file.open(), as_attachment=True, filename=text.filename)
