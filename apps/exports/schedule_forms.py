"""The form of a schedule: what is sent, in which format and language, to whom."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.reporting.models import SavedView
from apps.web.account_forms import languages

from .asked_words import understood
from .make import FORMATS_OF, NotUnderstood
from .models import Format, Kind, Schedule
from .recipients import Recipients, read

LONGEST_MESSAGE = 2000


class ScheduleForm(forms.ModelForm[Schedule]):
    """What is sent to whom; how often is asked by RhythmForm. `people` are those who were named."""

    view = forms.ModelChoiceField(
        label=gettext_lazy("Saved view"),
        queryset=SavedView.objects.none(),
        required=False,
        empty_label=gettext_lazy("None: as the filter says"),
        help_text=gettext_lazy(
            "Instead of a filter: when the view is changed, what is sent follows. Only for the registers."
        ),
    )
    recipients = forms.CharField(
        label=gettext_lazy("Who gets it"),
        widget=forms.Textarea({"rows": 4, "spellcheck": "false"}),
        max_length=20_000,
    )
    message = forms.CharField(
        label=gettext_lazy("Message"),
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Stands in each mail above the file."),
    )

    class Meta:
        model = Schedule
        fields = ("name", "kind", "query", "view", "format", "language", "recipients", "message")
        labels = {"query": gettext_lazy("Filter"), "kind": gettext_lazy("What")}
        help_texts = {
            "query": gettext_lazy(
                "Set it on the page of the register, the table or the report and paste the address of that page here. Empty: all. What is sent is always as at its day."
            ),
            "name": gettext_lazy("Stands in the subject of each mail."),
        }

    def __init__(self, *args: Any, me: User, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.me, self.on = me, on
        self.found = Recipients()
        self.filter_words = ""
        # What the owner may see counts, also where somebody else changes it.
        owner = self.instance.owner if self.instance.pk else me
        self._choose_from("view", SavedView.objects.visible_to(owner).order_by("register", "name"))
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of mail and file"), choices=languages()
        )
        self.fields["recipients"].help_text = _who()

    def _choose_from(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows

    @property
    def language_name(self) -> str:
        return dict(languages()).get(self.instance.language, self.instance.language)

    @staticmethod
    def recipients_of(schedule: Schedule) -> str:
        """As the field writes them, a line to each."""
        people = [f"{person.name} <{person.email}>" for person in schedule.people.all()]
        return "\n".join([*people, *schedule.addresses])

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_recipients(self) -> str:
        self.found = read(self.cleaned_data["recipients"], me=self.me)
        if self.found.problems:
            raise forms.ValidationError(list(self.found.problems))
        if not self.found.people and not self.found.addresses:
            raise forms.ValidationError(_("Name somebody at least."))
        return str(self.cleaned_data["recipients"])

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or self.cleaned_data
        self._clean_what(asked)
        kind, wanted = asked.get("kind"), asked.get("format")
        if kind and wanted and wanted not in FORMATS_OF[Kind(kind)]:
            known = ", ".join(str(Format(one).label) for one in FORMATS_OF[Kind(kind)])
            words = _("“%(kind)s” is made as %(known)s, not as %(format)s.")
            names = {"kind": Kind(kind).label, "known": known, "format": Format(wanted).label}
            self.add_error("format", words % names)
        return asked

    def _clean_what(self, asked: dict[str, Any]) -> None:
        """A schedule of a view takes the filter from it and from nothing else."""
        kind, view = asked.get("kind"), asked.get("view")
        if not kind:
            return
        if view and view.register != kind:
            words = _("The saved view “%(view)s” is of another register than “%(kind)s”.")
            self.add_error("view", words % {"view": view, "kind": Kind(kind).label})
            return
        given = view.query if view else _query_in(asked.get("query", ""))
        try:
            query, self.filter_words = understood(kind, given, on=self.on)
        except NotUnderstood as error:
            self.add_error("view" if view else "query", str(error).split("\n"))
            return
        asked["query"] = "" if view else query


def _query_in(given: str) -> str:
    """The query of an address, or what is one already."""
    text = given.strip().partition("#")[0]
    return text.partition("?")[2] if "?" in text else text


def _who() -> str:
    words = _("One a line: the name or the address of a person here, or “me”.")
    if settings.EXPORT_DOMAINS:
        others = _("Others by an address of %(domains)s.")
        return f"{words} {others % {'domains': ', '.join(settings.EXPORT_DOMAINS)}}"
    return f"{words} {_('Nobody else: the administrator has allowed no other addresses.')}"
