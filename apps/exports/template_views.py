"""The organization's own DOCX templates of the status report: take in, list, hand out, retire."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.web.pages import posted
from apps.web.request import Request

from .models import Format, Template
from .report_views import FORMATS
from .template_forms import FIELDS, TemplateForm

may_keep = permission_required("exports.add_template", raise_exception=True)


@may_keep
@require_http_methods(["GET", "POST"])
def template_list(request: Request) -> HttpResponse:
    """All of them, the fields that one can have, and the form that takes another in."""
    form = TemplateForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        template = form.keep(by=request.user, at=timezone.now())
        messages.success(request, _("“%(name)s” can be chosen for reports.") % {"name": template})
        return redirect("exports:report-template-list")
    context: dict[str, Any] = {
        "form": form,
        "fields": FIELDS,
        "most": settings.UPLOAD_MAX_BYTES,
        "templates": Template.objects.select_related("uploaded_by").order_by("-is_active", "name"),
    }
    status = 400 if form.errors else 200
    return render(request, "exports/report_templates.html", context, status=status)


@require_GET
def template_file(request: Request, pk: int) -> HttpResponse:
    """The file as it was taken in, under a name of our own making."""
    template = get_object_or_404(Template, pk=pk)
    try:
        with template.file.open("rb") as file:
            content = file.read()  # never more than UPLOAD_MAX_BYTES
    except FileNotFoundError as error:
        raise Http404(str(template)) from error
    response = HttpResponse(content, content_type=FORMATS[Format.DOCX])
    name = f"remit-report-template-{template.pk}.docx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@may_keep
@require_POST
def template_retire(request: Request, pk: int) -> HttpResponse:
    """No longer to be chosen, or to be chosen again; nothing is thrown away."""
    template = get_object_or_404(Template, pk=pk)
    template.is_active = request.POST.get("back") == "1"
    template.save(update_fields=["is_active"])
    words = (
        _("“%(name)s” can be chosen again.")
        if template.is_active
        else _("“%(name)s” is retired: no report can be made with it any more.")
    )
    messages.success(request, words % {"name": template})
    return redirect("exports:report-template-list")
