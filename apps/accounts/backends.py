"""Who is signed in, read with the office: every page asks for both."""

from allauth.account.auth_backends import AuthenticationBackend

from .models import User


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """allauth's own, in one query a request."""

    def get_user(self, user_id: int) -> User | None:
        person = User.objects.select_related("office").filter(pk=user_id).first()
        return person if person and self.user_can_authenticate(person) else None
