"""The forms about people: invite, change, deactivate."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Office
from apps.accounts.roles import ROLES

from .account_forms import languages

# How a role is shown; its key is the name of a group.
ROLE_WORDS: dict[str, Any] = {
    "reader": _("reader"),
    "focal point": _("focal point"),
    "officer": _("officer"),
    "manager": _("manager"),
    "auditor": _("auditor"),
    "administrator": _("administrator"),
}
ROLE_HELP: dict[str, Any] = {
    "reader": _("reads and exports everything"),
    "focal point": _("also writes where the own office leads, or one below it"),
    "officer": _("also takes documents in, reviews, plans, writes for every office"),
    "manager": _("also assigns leads, records findings, closes"),
    "auditor": _("reads everything, what is confidential too; writes nothing"),
    "administrator": _("looks after people: these pages"),
}


def role_words(roles: list[str]) -> str:
    """The roles in words, with commas between them."""
    return ", ".join(str(ROLE_WORDS.get(role, role)) for role in roles)


class PersonForm(forms.Form):
    """Name, office and roles of a person who is here."""

    name = forms.CharField(label=_("Name"), max_length=150)
    office = forms.ModelChoiceField(
        label=_("Office"),
        queryset=Office.objects.all(),
        required=False,
        empty_label=_("No office"),
    )
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=[(role, f"{ROLE_WORDS[role]} – {ROLE_HELP[role]}") for role in ROLES],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Without any, the person reads."),
    )


class InvitationForm(PersonForm):
    """A person who is not here yet."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    language = forms.ChoiceField(
        label=_("Language of the mail and of the first pages"), required=False
    )
    field_order = ("email", "name", "office", "roles", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("As the browser asks")), *languages()]


class DeactivationForm(forms.Form):
    """Why a person may not sign in any more."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=100,
        help_text=_("Kept in the history: has left, moved to another department …"),
    )
