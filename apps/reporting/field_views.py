"""Pages on which an administrator keeps the fields of the organization."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from apps.obligations.models import CustomField
from apps.web.request import Request

from .field_forms import FieldForm
from .own_filters import parameter

may_keep = permission_required("obligations.add_customfield", raise_exception=True)


@require_GET
@may_keep
def field_list(request: Request) -> HttpResponse:
    rows = [(field, parameter(field)) for field in CustomField.objects.for_list()]
    return render(request, "reporting/field_list.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@may_keep
def field_add(request: Request) -> HttpResponse:
    return _form(request, CustomField(place=CustomField.objects.count() + 1))


@require_http_methods(["GET", "POST"])
@may_keep
def field_edit(request: Request, pk: int) -> HttpResponse:
    return _form(request, get_object_or_404(CustomField, pk=pk))


def _form(request: Request, field: CustomField) -> HttpResponse:
    form, label = FieldForm(request.POST or None, instance=field), field.label
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The field “%(field)s” is saved.") % {"field": field})
        return redirect("reporting:field-list")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form, "label": label}
    return render(request, "reporting/field_form.html", context, status=status)
