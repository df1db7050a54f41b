"""The form of the log."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.obligations.models import Obligation
from apps.obligations.rights import may_be_confidential

from .fields import DayField, PersonField
from .models import Entry
from .people import NoSuchPerson, mentioned_in, who_may_log

MAX_FILES = 10


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/input.html"


class FilesField(forms.FileField):
    """Several files, each within the limit."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[Any]"]:
        files = [file for file in data or [] if file]
        if len(files) > MAX_FILES:
            raise forms.ValidationError(_t("At most %d files at once.") % MAX_FILES)
        for file in files:
            if file.size > settings.ATTACHMENT_MAX_BYTES:
                most = filesizeformat(settings.ATTACHMENT_MAX_BYTES)
                raise forms.ValidationError(
                    _t("“%(name)s” is larger than %(most)s.") % {"name": file.name, "most": most}
                )
        return [super(FilesField, self).clean(file, initial) for file in files]


class EntryForm(forms.ModelForm):
    """What was done, and what comes next. After it is valid, `mentioned` are the people with an @."""

    happened_on = DayField(label=_("Day"))
    next_step_on = DayField(label=_("Next step by"), required=False, ahead=True)
    next_step_by = PersonField(label=_("Next step for"), required=False)
    confidential = forms.BooleanField(label=_("Confidential"), required=False)
    attached = FilesField(label=_("Files"), required=False)

    class Meta:
        model = Entry
        fields = [
            "text",
            "kind",
            "happened_on",
            "cycle",
            "next_step",
            "next_step_on",
            "next_step_by",
        ]
        widgets = {"text": forms.Textarea(attrs={"rows": 3, "data-mentions": _("People")})}
        help_texts = {"text": _("Markdown. @ and a name calls somebody's attention.")}

    def __init__(self, *args: Any, obligation: Obligation, on: dt.date, **kwargs: Any) -> None:
        """`instance` is an entry with its author; `on` is the author's today."""
        kwargs.setdefault("auto_id", "log_%s")
        super().__init__(*args, **kwargs)
        self.on, self.author = on, self.instance.author
        self.mentioned: list[User] = []
        for name in ("happened_on", "next_step_on"):
            self.fields[name].on = on  # type: ignore[attr-defined]
        if not self.initial.get("happened_on"):
            self.initial["happened_on"] = date_format(on)
        cycle, assignee = self.fields["cycle"], self.fields["next_step_by"]
        cycle.queryset = obligation.cycles.all()  # type: ignore[attr-defined]
        cycle.label_from_instance = _day_of_cycle  # type: ignore[attr-defined]
        cycle.empty_label = _("the obligation as a whole")  # type: ignore[attr-defined]
        assignee.people, assignee.me = who_may_log(), self.author  # type: ignore[attr-defined]
        confidential = self.fields["confidential"]
        if not may_be_confidential(self.author, obligation) or self.instance.pk:
            del self.fields["confidential"]  # who may read it is settled when it is logged
        else:
            confidential.label = _t("Confidential: only %(office)s reads it") % {
                "office": self.author.office
            }

    def clean_happened_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["happened_on"]
        if day > self.on:
            raise forms.ValidationError(
                _t("%(day)s is still to come. What is planned is a next step.")
                % {"day": date_format(day)}
            )
        return day

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        try:
            self.mentioned = mentioned_in(text)
        except NoSuchPerson as error:
            raise forms.ValidationError(str(error)) from None
        return text

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("next_step") and (data.get("next_step_on") or data.get("next_step_by")):
            self.add_error("next_step", _("Say what the next step is."))
        if data.get("confidential"):
            self.instance.confidential_for = self.author.office
        self._keep_from_outsiders(data.get("next_step_by"))
        return data

    def _keep_from_outsiders(self, assignee: User | None) -> None:
        """Nobody is called to what they may not read."""
        for field, people in (("text", self.mentioned), ("next_step_by", filter(None, [assignee]))):
            for person in people:
                if not self.instance.is_visible_to(person):
                    self.add_error(
                        field,
                        _t("%(person)s may not read what is confidential to %(office)s.")
                        % {"person": person, "office": self.instance.confidential_for},
                    )


def _day_of_cycle(cycle: Any) -> str:
    return date_format(cycle.due_on) if cycle.due_on else _t("no date")


class ManyEntryForm(EntryForm):
    """The form of the log for many cycles at once: without files, which belong to one entry.

    `obligation` is one of those that it will be logged on.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["cycle"], self.fields["attached"]

    def as_sent(self) -> dict[str, str]:
        """What was typed, with the days as they were understood: "today" is that day tomorrow too."""
        sent = {name: self.data[name] for name in self.fields if name in self.data}
        for name in ("happened_on", "next_step_on"):
            if day := self.cleaned_data.get(name):
                sent[name] = day.isoformat()
        return sent
