"""The form of a saved view: its name, and for whom it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User

from .models import SavedView
from .saved import name_taken

Scope = SavedView.Scope


class ViewForm(forms.ModelForm[SavedView]):
    """A view of one register, for the person who saves it and whom that person may share with."""

    class Meta:
        model = SavedView
        fields = ("name", "scope")

    def __init__(self, data: Any = None, *, instance: SavedView, person: User) -> None:
        super().__init__(data, instance=instance, auto_id="view-%s")
        self.fields["scope"].choices = _scopes(self.instance, person)  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        owner, register = self.instance.owner, self.instance.register
        same = SavedView.objects.filter(owner=owner, register=register, name=name)
        if same.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(name_taken(name))
        return name


class NewViewForm(ViewForm):
    """A new view, which may go into the menu at once."""

    bookmark = forms.BooleanField(label=_("In my menu"), required=False, initial=True)


def _scopes(view: SavedView, person: User) -> list[tuple[str, Any]]:
    """For whom it may be: the own office where there is one, everybody with the permission.

    Who changes the view of another cannot take it away from its readers and from the own sight.
    """
    may = {view.scope} if view.pk else set()
    if view.owner == person:
        may.add(Scope.PRIVATE)
    if view.owner.office:
        may.add(Scope.OFFICE)
    if person.has_perm("reporting.share_view"):
        may.add(Scope.ALL)
    return [(value, label) for value, label in Scope.choices if value in may]
