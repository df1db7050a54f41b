"""By what cycles are grouped, and the parameter of the register that asks for one group."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from apps.accounts.models import Office, User
from apps.actors.models import ActorKind
from apps.documents.models import Document, Organ
from apps.obligations.codes import Region, VerbClass
from apps.obligations.models import Obligation, Series


@dataclass(frozen=True, slots=True)
class Dimension:
    """By what cycles are grouped."""

    title: str | Promise
    column: str | Promise
    path: str
    parameter: str
    label: Callable[[Iterable[Any]], Mapping[Any, Any]]
    """The words, or the records, of these keys."""
    nothing: str | Promise = ""
    """What a group without a key is called; such cycles are in no group where it is empty."""


def _records(model: Any, *related: str) -> Callable[[Iterable[Any]], Mapping[Any, Any]]:
    def found(keys: Iterable[Any]) -> Mapping[Any, Any]:
        records = model.objects.select_related(*related) if related else model.objects
        rows: Mapping[Any, Any] = records.in_bulk([key for key in keys if key])
        return rows

    return found


def _choices(choices: Any) -> Callable[[Iterable[Any]], Mapping[Any, Any]]:
    return lambda _keys: dict(choices.choices)


def _themselves(keys: Iterable[Any]) -> Mapping[Any, Any]:
    return {key: key for key in keys}


DIMENSIONS = {
    "addressee": Dimension(
        gettext_lazy("By addressee"),
        gettext_lazy("Addressee"),
        "obligation__addressees__code",
        "addressee",
        _choices(ActorKind),
    ),
    "lead": Dimension(
        gettext_lazy("By lead office"),
        gettext_lazy("Lead office"),
        "obligation__lead",
        "lead",
        _records(Office),
        gettext_lazy("No lead office"),
    ),
    "person": Dimension(
        gettext_lazy("By responsible person"),
        gettext_lazy("Responsible"),
        "obligation__responsible",
        "responsible",
        _records(User),
        gettext_lazy("Nobody"),
    ),
    "organ": Dimension(
        gettext_lazy("By organ"),
        gettext_lazy("Organ"),
        "obligation__document__organ",
        "organ",
        _choices(Organ),
    ),
    "region": Dimension(
        gettext_lazy("By region or theme"),
        gettext_lazy("Region or theme"),
        "obligation__region",
        "region",
        _choices(Region),
    ),
    "subject": Dimension(
        gettext_lazy("By subject"),
        gettext_lazy("Subject"),
        "obligation__subject",
        "subject_is",
        _themselves,
        gettext_lazy("No subject"),
    ),
    "class": Dimension(
        gettext_lazy("By class of the verb"),
        gettext_lazy("Class"),
        "obligation__verb_class",
        "class",
        _choices(VerbClass),
    ),
    "document": Dimension(
        gettext_lazy("By document"),
        gettext_lazy("Document"),
        "obligation__document",
        "document",
        _records(Document),
    ),
    "series": Dimension(
        gettext_lazy("By series"),
        gettext_lazy("Series"),
        "obligation__series",
        "series",
        _records(Series),
    ),
    "mandate": Dimension(
        gettext_lazy("By mandate"),
        gettext_lazy("Mandate"),
        "mandate",
        "mandate",
        _records(Obligation, "document", "paragraph"),
    ),
}
