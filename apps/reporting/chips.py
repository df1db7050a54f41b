"""The active filters in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Chip:
    """One active filter."""

    name: str
    value: str
    """As it stands in the address."""
    label: str
    said: str

    @property
    def words(self) -> str:
        return f"{self.label}: {self.said}"


def in_one_line(chips: Iterable[Chip]) -> str:
    """The active filters, each named once however many values it has."""
    said: dict[str, list[str]] = {}
    for chip in chips:
        said.setdefault(chip.label, []).append(chip.said)
    parts = (f"{label}: {', '.join(values)}" for label, values in said.items())
    return "; ".join(parts) or _("All")
