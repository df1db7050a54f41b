"""Who takes over what hangs on a person."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User

from .leaver import HANDOVERS, OBLIGATIONS, STEPS, VIEWS, WATCHES, CannotTake, who_may_take

SAME, STAYS = "", "stays"
GROUPS: dict[str, Any] = {
    OBLIGATIONS: gettext_lazy("Obligations"),
    STEPS: gettext_lazy("Next steps"),
    HANDOVERS: gettext_lazy("Handovers that wait for them"),
    VIEWS: gettext_lazy("Saved views that others use"),
    WATCHES: gettext_lazy("What they watch"),
}


class LeaverForm(forms.Form):
    """One person for everything, or another for a group."""

    to = forms.ChoiceField(label=gettext_lazy("Who takes over"), required=False)

    def __init__(self, *args: Any, person: User, counts: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in who_may_take(person)}
        choices = [(key, self._words(one)) for key, one in self.people.items()]
        to = self.fields["to"]
        assert isinstance(to, forms.ChoiceField)
        to.choices = [(SAME, _("Choose a person")), *choices]
        self.groups = [group for group in GROUPS if counts[group]]
        for group in self.groups:
            self.fields[group] = forms.ChoiceField(
                label=GROUPS[group],
                required=False,
                choices=[
                    (SAME, _("The same person")),
                    (STAYS, _("Nobody: they stay as they are")),
                    *choices,
                ],
            )

    @staticmethod
    def _words(person: User) -> str:
        return f"{person} ({person.office})" if person.office else str(person)

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or self.cleaned_data
        is_needed = any(asked.get(group) == SAME for group in self.groups)
        if is_needed and not asked.get("to") and "to" not in self.errors:
            self.add_error("to", _("Choose who takes over, or for each group somebody or nobody."))
        return asked

    @property
    def receivers(self) -> dict[str, User | None]:
        """Who takes each group; None where it stays. Only for a valid form."""
        asked = self.cleaned_data
        return {group: self.people.get(asked[group] or asked["to"]) for group in self.groups}

    def refuse(self, error: CannotTake) -> None:
        """Say at the group that its receiver may not act on some of it."""
        self.add_error(
            error.group,
            _("%(name)s may not act on %(count)d of them: choose somebody else for these.")
            % {"name": error.person, "count": error.count},
        )
