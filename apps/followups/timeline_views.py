"""The timeline of a document."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from apps.documents.models import Document
from apps.web.request import Request

from .document_timeline import timeline_of_document


@require_GET
def document_timeline(request: Request, pk: int) -> HttpResponse:
    document = get_object_or_404(Document, pk=pk)
    shown = timeline_of_document(document, on=timezone.localdate(), soon=settings.DUE_SOON_DAYS)
    context = {"document": document, "shown": shown}
    return render(request, "followups/document_timeline.html", context)
