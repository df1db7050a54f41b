"""The form by which a later obligation takes over from an earlier one."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from apps.obligations.models import Obligation
from apps.reporting.renew import Settle


class RenewForm(forms.Form):
    """What becomes of the open cycles of the earlier obligation."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    earlier = forms.ModelChoiceField(Obligation.objects.tracked(), widget=forms.HiddenInput)
    settle = forms.ChoiceField(label=_("Its open cycles"), widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, later: Obligation, earlier: Obligation, number: int, **kwargs: Any
    ) -> None:
        """`number` is how many of its cycles are open; with none there is nothing to choose."""
        kwargs["initial"] = {
            "version": later.version,
            "earlier": earlier.pk,
            "settle": Settle.MOVED if number else Settle.KEPT,
        }
        super().__init__(*args, **kwargs)
        settle = self.fields["settle"]
        settle.choices = rules(later)  # type: ignore[attr-defined]
        if not number:
            settle.widget = forms.HiddenInput()


def rules(later: Obligation) -> list[tuple[str, str]]:
    """What each rule means, with the name of the obligation that takes over."""
    meanings = {
        Settle.MOVED: _t("waived there with the reason “Moved to %(later)s”, which plans its own"),
        Settle.KEPT: _t(
            "each stays open there until it is answered or waived; no more are planned"
        ),
        Settle.WAIVED: _t("waived there; no answer to them is expected any more, here or there"),
    }
    return [
        (rule.value, f"{rule.label}: {meaning % {'later': later}}")
        for rule, meaning in meanings.items()
    ]
