"""How allauth behaves here."""

from http import HTTPStatus
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest
from django.shortcuts import render

from .middleware import PEOPLE
from .models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up: an administrator enters people."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        request.session[PEOPLE] = user.has_perm("accounts.change_user")


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The organization's own sign-in says who somebody is; who may come in is said here.

    A person is found by the address that the provider has verified, every time anew: nothing is
    linked, so who gets another address there is another person here.
    """

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Sign in as the active person with the verified address, or show why not."""
        addresses = sociallogin.email_addresses
        # Some providers write it as a word, and "false" is one too.
        verified = [one.email for one in addresses if str(one.verified).lower() == "true"]
        person = User.objects.filter(email__iexact=verified[0]).first() if verified else None
        if person is None or not person.is_active or self._is_to_link(sociallogin):
            context = {
                "given": (verified or [one.email for one in addresses] or [""])[0],
                "verified": bool(verified),
                "person": person,
            }
            page = render(request, "accounts/not_let_in.html", context, status=HTTPStatus.FORBIDDEN)
            raise ImmediateHttpResponse(page)
        sociallogin.user = person

    @staticmethod
    def _is_to_link(sociallogin: Any) -> bool:
        return bool(sociallogin.state.get("process") == AuthProcess.CONNECT)
