"""Mail that could not be sent, for an administrator."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from apps.web.request import Request

from .mail import try_again
from .models import Mail

PER_PAGE = 50
may_see = permission_required("followups.see_failed_mail", raise_exception=True)


@require_GET
@may_see
def mail_list(request: Request) -> HttpResponse:
    """What failed, then what waits, with the last error."""
    shown = Paginator(Mail.objects.not_sent(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "followups/mail_list.html", {"shown": shown})


@require_POST
@may_see
def mail_again(request: Request, pk: int) -> HttpResponse:
    mail = get_object_or_404(Mail.objects.select_related("person"), pk=pk)
    if try_again(mail, at=timezone.now()):
        message = _("The mail to %(person)s is tried again within a minute.")
        messages.success(request, message % {"person": mail.person})
    else:
        messages.warning(request, _("This mail is sent, or being sent."))
    return redirect("notices:mail-list")
