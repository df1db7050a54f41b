"""Pages of people, for those who look after them; and the page that the link of an invitation opens."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.contrib.auth.forms import SetPasswordForm
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts import admit
from apps.accounts import invite as inviting
from apps.accounts.models import User

from .filters import PersonFilter
from .pages import page, paged, posted
from .people_forms import DeactivationForm, InvitationForm, PersonForm
from .request import Request
from .tables import PersonTable

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
may_look_after = permission_required("accounts.change_user", raise_exception=True)
may_invite = permission_required("accounts.add_user", raise_exception=True)


@require_safe
@may_look_after
def person_list(request: Request) -> HttpResponse:
    found = PersonFilter(request.GET, User.objects.for_list())
    people = found.qs if found.is_valid() else User.objects.none()
    table = PersonTable(people, order_by="name")
    paged(request, table)
    status = HTTPStatus.OK if found.is_valid() else HTTPStatus.BAD_REQUEST
    context = {"filter": found, "table": table}
    return page(request, "web/person_list.html", context, part="results", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@may_invite
def person_invite(request: Request) -> HttpResponse:
    """Enter a person and send the link with which they choose a password."""
    form = InvitationForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            person = inviting.invite(**form.cleaned_data, by=request.user)
        except inviting.AlreadyHere as error:
            form.add_error("email", _already_here(error.person))
        else:
            _send(request, person)
            return redirect("web:person-detail", person.pk)
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    return render(request, "web/person_invite.html", {"form": form}, status=status)


def _already_here(person: User) -> str:
    known = {
        "email": person.email,
        "name": format_html(
            '<a href="{}">{}</a>', reverse("web:person-detail", args=[person.pk]), person.name
        ),
    }
    if person.is_active:
        words = _("“{email}” is the address of {name} here already.")
    else:
        words = _(
            "“{email}” is the address of {name}, who is deactivated: reactivate them instead."
        )
    return format_html(words, **known)


def _send(request: Request, person: User) -> None:
    link = reverse("web:invitation", args=[inviting.token_of(person)])
    try:
        inviting.mail_invitation(person, link=request.build_absolute_uri(link), by=request.user)
    except OSError:
        messages.error(
            request,
            _(
                "%(name)s is entered, but the mail to %(email)s could not be sent. Invite again later."
            )
            % {"name": person.name, "email": person.email},
        )
    else:
        messages.success(
            request, _("The invitation has gone to %(email)s.") % {"email": person.email}
        )


@require_POST
@may_invite
def person_reinvite(request: Request, pk: int) -> HttpResponse:
    """Send a new link; those sent before open nothing any more."""
    person = get_object_or_404(User, pk=pk)
    try:
        inviting.invite_again(person, by=request.user)
    except inviting.CannotInvite:
        messages.error(request, _("%(name)s needs no invitation.") % {"name": person})
    else:
        _send(request, person)
    return redirect("web:person-detail", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@may_look_after
def person_detail(request: Request, pk: int) -> HttpResponse:
    """A person, and the form to change name, office and roles."""
    person = get_object_or_404(User.objects.for_list(), pk=pk)
    known = {"name": person.name, "office": person.office, "roles": person.roles}
    form = PersonForm(posted(request), initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            admit.change(person, **form.cleaned_data, by=request.user)
        except admit.CannotAdmit as error:
            form.add_error("roles", _why_not(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("web:person-detail", pk)
    return _detail(request, person, form=form)


def _detail(request: Request, person: User, **forms: Any) -> HttpResponse:
    """The page, with the form that was refused in the place of a new one."""
    known = {"name": person.name, "office": person.office, "roles": person.roles}
    status = UNPROCESSABLE if any(form.errors for form in forms.values()) else HTTPStatus.OK
    context = {
        "person": person,
        "form": PersonForm(initial=known),
        "deactivation": DeactivationForm(auto_id="deactivate_%s"),
        "may_change": request.user.is_superuser or not person.is_superuser,
        **forms,
    }
    return render(request, "web/person_detail.html", context, status=status)


def _why_not(error: admit.CannotAdmit) -> str:
    if isinstance(error, admit.AboveOneself):
        raise PermissionDenied from error
    if isinstance(error, admit.Oneself):
        return _("Nobody deactivates themselves: ask another administrator.")
    return _("Somebody has to be left who looks after people: make another administrator first.")


@require_POST
@may_look_after
def person_deactivate(request: Request, pk: int) -> HttpResponse:
    """Let the person in no more, from this moment."""
    person = get_object_or_404(User.objects.for_list(), pk=pk)
    form = DeactivationForm(request.POST, auto_id="deactivate_%s")
    if form.is_valid():
        try:
            admit.deactivate(person, **form.cleaned_data, by=request.user)
        except admit.CannotAdmit as error:
            form.add_error(None, _why_not(error))
    if form.errors:
        return _detail(request, User.objects.for_list().get(pk=pk), deactivation=form)
    messages.success(
        request,
        _("%(name)s is signed out everywhere and may not sign in any more.") % {"name": person},
    )
    return redirect("followups:person-handover", pk)


@require_POST
@may_look_after
def person_reactivate(request: Request, pk: int) -> HttpResponse:
    person = get_object_or_404(User, pk=pk)
    try:
        admit.reactivate(person, by=request.user)
    except admit.CannotAdmit as error:
        messages.error(request, _why_not(error))
    else:
        messages.success(request, _("%(name)s may sign in again.") % {"name": person})
    return redirect("web:person-detail", pk)


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Choose the first password; or be told why the link opens nothing."""
    try:
        person = inviting.invited(token)
        form = SetPasswordForm(person, posted(request))
        is_done = request.method == "POST" and form.is_valid()
        if is_done:
            inviting.accept(token, form.cleaned_data["new_password1"])
    except inviting.LinkProblem as error:
        why = {"problem": type(error).__name__}
        return render(request, "web/invitation.html", why, status=HTTPStatus.GONE)
    if is_done:
        messages.success(request, _("Your password is set. Sign in with it."))
        return redirect("account_login")
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    context: dict[str, Any] = {"form": form, "person": person}
    return render(request, "web/invitation.html", context, status=status)
