"""The form that makes a calendar feed."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Feed, SavedView
from .registers import CycleRegister

MOST_FEEDS = 20


class FeedForm(forms.ModelForm[Feed]):
    """What the feed holds, and how the person's calendar program will name it."""

    title = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "As your calendar program will show it. Empty: it says what it holds."
        ),
    )

    class Meta:
        model = Feed
        fields = ("holds", "query", "view", "title")
        widgets = {"holds": forms.RadioSelect}
        labels = {"query": gettext_lazy("Filter")}
        help_texts = {
            "query": gettext_lazy(
                "Only for a filter: set it in the register of cycles or in the calendar and paste the address of that page here."
            )
        }

    def __init__(self, *args: Any, on: dt.date, soon: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on, self.soon = on, soon
        self.filter_words = ""
        views = SavedView.objects.visible_to(self.instance.person).filter(
            register=CycleRegister.name
        )
        self.fields["view"].queryset = views  # type: ignore[attr-defined]
        self.fields["view"].help_text = gettext_lazy(
            "Only for a saved view: when the view is changed, the feed follows."
        )

    @staticmethod
    def asked(query: QueryDict) -> dict[str, Any]:
        """What an address fills in beforehand: the filter of the page from which it leads here."""
        if "query" not in query:
            return {}
        return {"holds": Feed.Holds.FILTER, "query": query["query"]}

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or self.cleaned_data
        holds = asked.get("holds")
        self._clean_view(asked)
        if holds == Feed.Holds.OFFICE and self.instance.person.office is None:
            self.add_error("holds", _("You are in no office here: an administrator enters it."))
        if holds == Feed.Holds.FILTER and "query" in asked:
            asked["query"] = self._understood(asked["query"])
        else:
            asked["query"] = ""
        if Feed.objects.of(self.instance.person).active().count() >= MOST_FEEDS:
            self.add_error(
                None,
                _("You have %(most)d feeds: revoke one that you do not use.")
                % {"most": MOST_FEEDS},
            )
        asked["title"] = " ".join(asked.get("title", "").split()) or self._usual_title(holds)
        return asked

    def _clean_view(self, asked: dict[str, Any]) -> None:
        """A feed of a view names one, and no other feed does."""
        if asked.get("holds") != Feed.Holds.VIEW:
            asked["view"] = None
        elif "view" in asked and asked["view"] is None:
            self.add_error("view", _("Choose a saved view of the register of cycles."))

    def _understood(self, given: str) -> str:
        """The shortest query with the same filter; where it is none, the field gets the errors."""
        text = given.partition("?")[2] if "?" in given else given
        register = CycleRegister(QueryDict(text.partition("#")[0]), on=self.on, soon=self.soon)
        for problem in register.problems:
            self.add_error("query", problem.words)
        if register.problems:
            return ""
        query = register.query.copy()
        for name in ("columns", "sort", "per_page"):
            query.pop(name, None)
        if text and not query:
            self.add_error("query", _("There is no filter in “%(given)s”.") % {"given": given})
        self.filter_words = register.in_words
        return query.urlencode(safe="/,")

    def _usual_title(self, holds: str | None) -> str:
        words = {
            Feed.Holds.MINE: str(self.instance.person),
            Feed.Holds.OFFICE: str(self.instance.person.office or ""),
            Feed.Holds.FILTER: self.filter_words,
            Feed.Holds.VIEW: str(self.cleaned_data.get("view") or ""),
        }
        return f"{settings.ORGANIZATION}: {words.get(holds or '', '')}"[:200]  # type: ignore[call-overload]
