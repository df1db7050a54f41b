"""The form in which an administrator makes and changes a field of the organization."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from apps.obligations.models import CustomField
from apps.obligations.organise import LONGEST_VALUE

MOST_CHOICES = 100
LONGEST_STEM = 30


class FieldForm(forms.ModelForm[CustomField]):
    """Label, kind, choices, place; once it is there, also whether it is in use."""

    choices = forms.CharField(
        label=_("Choices"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One a line; only for the kind Choice."),
    )

    class Meta:
        model = CustomField
        fields = ("label", "kind", "choices", "place", "is_active")
        help_texts = {
            "place": _("Fields stand in this order; those with the same number as they were made."),
            "is_active": _("Out of use it stands in no form, register or export; its values stay."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["choices"] = "\n".join(self.instance.choices)
        if self.instance._state.adding:
            del self.fields["is_active"]
        elif self.instance.values.exists():
            self.fields["kind"].disabled = True
            self.fields["kind"].help_text = _("It stays: obligations have values of it.")

    def clean_label(self) -> str:
        label = " ".join(self.cleaned_data["label"].split())
        same = CustomField.objects.filter(label__iexact=label).exclude(pk=self.instance.pk)
        if same.exists():
            raise forms.ValidationError(
                _t("There is a field “%(label)s” already.") % {"label": label}
            )
        return label

    def clean_choices(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["choices"].splitlines()]
        choices = list(dict.fromkeys(filter(None, lines)))
        if self.cleaned_data.get("kind") != CustomField.Kind.CHOICE:
            return []
        if not choices:
            raise forms.ValidationError(_t("Name at least one choice."))
        if len(choices) > MOST_CHOICES:
            raise forms.ValidationError(_t("At most %(most)d choices.") % {"most": MOST_CHOICES})
        for long in (choice for choice in choices if len(choice) > LONGEST_VALUE):
            raise forms.ValidationError(
                _t("“%(choice)s…” is longer than %(most)d characters.")
                % {"choice": long[:50], "most": LONGEST_VALUE}
            )
        self._refuse_to_take_from(choices)
        return choices

    def _refuse_to_take_from(self, choices: list[str]) -> None:
        """A choice that obligations have cannot go: nobody would see that they lost it."""
        for gone in set(self.instance.choices) - set(choices):
            if used := self.instance.values.filter(value=gone).count():
                words = ngettext(
                    "“%(choice)s” is the value of %(used)d obligation: give that another one first.",
                    "“%(choice)s” is the value of %(used)d obligations: give them another one first.",
                    used,
                )
                raise forms.ValidationError(words % {"choice": gone, "used": used})

    def save(self, commit: bool = True) -> CustomField:  # noqa: FBT001, FBT002 (as Django has it)
        if self.instance._state.adding:
            self.instance.key = free_key(self.instance.label)
        return super().save(commit)


def free_key(label: str) -> str:
    """A key that no field has, by which addresses name it: only letters, digits and low lines.

    A hyphen would be taken for what an address sets between the key and `after`.
    """
    stem = slugify(label).replace("-", "_")[:LONGEST_STEM] or "field"
    taken = set(CustomField.objects.filter(key__startswith=stem).values_list("key", flat=True))
    numbered = (f"{stem}_{n}" for n in range(2, len(taken) + 3))
    return next(key for key in (stem, *numbered) if key not in taken)
