"""What a change of many did, in words."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from apps.accounts.models import Office, User
from apps.obligations.codes import Finding
from apps.obligations.models import Obligation

from .models import BulkEdit

FINDINGS = dict(Finding.choices)
ROWS_NAMED = 50


class Left(NamedTuple):
    """Obligations that were not changed or not undone, and why; the first of them named."""

    why: str
    number: int
    obligations: Iterable[Obligation]


def with_words(edits: Iterable[BulkEdit]) -> list[Any]:
    """The edits, each with `words`: what it set, as pairs of field and value; two queries in all."""
    found: list[Any] = list(edits)
    offices = Office.objects.in_bulk({edit.values.get("lead") for edit in found} - {None})
    people = User.objects.in_bulk({edit.values.get("responsible") for edit in found} - {None})
    for edit in found:
        edit.words = list(_words(edit.values, offices, people))
    return found


def _words(values: dict[str, Any], offices: Any, people: Any) -> Iterable[tuple[str, str]]:
    nobody = _("nobody yet")
    if "lead" in values:
        yield _("Lead"), str(offices.get(values["lead"], nobody))
    if "responsible" in values:
        yield _("Responsible"), str(people.get(values["responsible"], nobody))
    if "finding" in values:
        yield _("Finding"), f"{FINDINGS[values['finding']]} ({values['finding_source']})"
    if "add_tags" in values:
        yield _("Tags added"), ", ".join(values["add_tags"])
    if "remove_tags" in values:
        yield _("Tags taken away"), ", ".join(values["remove_tags"])


def left_rows(edit: BulkEdit) -> list[Left]:
    """What the edit, or its undoing, left alone: by reason."""
    reasons = {
        "changed": _("Changed by others between the preview and the act"),
        "closed": _("Closed"),
        "tags": _("Would have had too many tags"),
    }
    left = [(reasons[name], keys) for name, keys in edit.values.get("left", {}).items()]
    if keys := edit.values.get("not_undone"):
        left.append((_("Changed since, and therefore not undone"), keys))
    return [Left(why, len(keys), _named(keys[:ROWS_NAMED])) for why, keys in left]


def _named(keys: list[int]) -> Iterable[Obligation]:
    found = Obligation.objects.filter(pk__in=keys).select_related("document", "paragraph")
    return found.only(
        "document",
        "paragraph",
        "number",
        "document__symbol",
        "paragraph__label",
        "paragraph__position",
    )
