"""Why a cycle is due when it is: sentences that a person can check, each with where it comes from."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.obligations.explain import explain

from .models import Cycle


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a derivation."""

    sentence: str
    address: str = ""
    """The page of what it rests on."""


def why(cycle: Cycle) -> list[Reason]:
    """The steps, from the words of the decision to the day on which the cycle is due."""
    return list(_steps(cycle))


def in_words(cycle: Cycle) -> str:
    """The same as one paragraph, for exports and machines."""
    return " ".join(reason.sentence for reason in _steps(cycle))


def _steps(cycle: Cycle) -> Iterator[Reason]:
    cadence, derivation = cycle.cadence, cycle.derivation
    basis = cadence.basis_document
    if cadence.version > 1:
        words = _("By %(basis)s, version %(version)d of the rhythm holds from %(day)s.")
    else:
        words = _("By %(basis)s.")
    values = {
        "basis": cadence.basis,
        "version": cadence.version,
        "day": date_format(cadence.holds_from),
    }
    yield Reason(words % values, basis.get_absolute_url())
    yield Reason(explain(derivation, cycle.mandated_on))
    if shift := derivation.get("shift"):
        yield Reason(_shift(shift, cycle))
    # What is not made yet cannot have been moved.
    for extension in cycle.extensions.all() if cycle.pk else ():
        yield Reason(
            _("%(basis)s moved it from %(former)s to %(due)s: %(reason)s")
            % {
                "basis": extension.basis_document,
                "former": date_format(extension.former_due_on),
                "due": date_format(extension.due_on),
                "reason": extension.reason,
            },
            extension.basis_document.get_absolute_url(),
        )


def _shift(shift: dict[str, str], cycle: Cycle) -> str:
    day = dt.date.fromisoformat(shift["from"])
    off = date_format(day, "l") if shift["why"] == "weekend" else shift["why"]
    values = {"day": date_format(day), "off": off}
    if shift["rule"] == "keep":
        return _("%(day)s is a day off (%(off)s); the date stays.") % values
    if shift["rule"] == "back":
        return _("%(day)s is a day off (%(off)s): it is due on the working day before.") % values
    return _("%(day)s is a day off (%(off)s): it is due on the next working day.") % values
