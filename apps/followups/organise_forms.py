"""The small forms in which an obligation is tagged and linked."""

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.obligations.models import Link, Obligation
from apps.obligations.own_forms import TagNames


class TagForm(forms.Form):
    """Tags to add; one to take away."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    add = TagNames(label=_("Add tags"), help_text=_("Several with commas between."))
    remove = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id="tag-%s", **kwargs)

    @classmethod
    def of(cls, obligation: Obligation) -> Self:
        """Empty, for the obligation as it stands."""
        return cls(initial={"version": obligation.version})

    def seen_again(self, obligation: Obligation) -> Self:
        """What was typed, to be saved knowingly after a look at what somebody else changed."""
        return type(self)({"add": self["add"].data, "version": obligation.version})


class LinkForm(forms.Form):
    """The other obligation, and how this one stands to it."""

    kind = forms.ChoiceField(
        label=_("This obligation"), choices=Link.Kind.choices, initial=Link.Kind.RELATES
    )
    target = forms.CharField(
        label=_("Other obligation"),
        max_length=500,
        help_text=_("As S/RES/2719 (2023) ¶ 3, or the address of its page."),
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id="link-%s", **kwargs)
