"""Days of the sample data: real ones as they are, invented ones counted from the day of seeding."""

import datetime as dt
import re
from dataclasses import dataclass

from django.utils import translation
from django.utils.formats import date_format

# {-90} is the day 90 days ago, {year-90} the year in which it lies.
PLACE = re.compile(r"\{(?P<year>year)?(?P<days>[+-]\d+)\}")


@dataclass(frozen=True, slots=True)
class Days:
    """Counts from `on`."""

    on: dt.date

    def day(self, value: int | dt.date) -> dt.date:
        """`value` itself where it is a date, else the day that many days after `on`."""
        return value if isinstance(value, dt.date) else self.on + dt.timedelta(days=value)

    def in_codes(self, text: str) -> str:
        """`text` with every place filled as codes have it: 2026-03-31."""
        return PLACE.sub(lambda found: self._year(found) or self._of(found).isoformat(), text)

    def in_print(self, text: str) -> str:
        """`text` with every place filled as decisions print it: 31 March 2026."""
        with translation.override("en"):
            return PLACE.sub(
                lambda found: self._year(found) or date_format(self._of(found), "j F Y"), text
            )

    def _of(self, found: re.Match[str]) -> dt.date:
        return self.day(int(found["days"]))

    def _year(self, found: re.Match[str]) -> str:
        return str(self._of(found).year) if found["year"] else ""
