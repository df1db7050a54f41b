"""What a preview showed, carried to the act by the page itself: signed, so that it is what was shown.

BadDraft: not one, not this person's, or too old.
"""

import datetime as dt
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from django.core import signing
from django.http import QueryDict

from apps.accounts.models import User

LONGEST_AGE = dt.timedelta(days=1)
SALT = "apps.reporting.bulk"


class BadDraft(ValueError):
    """What was sent is no preview that this person was shown lately."""


@dataclass(frozen=True)
class Draft:
    """`seen` are the keys and versions of what would change, `form` and `selection` what was sent."""

    person: int
    what: str
    form: dict[str, Any]
    selection: dict[str, str]
    seen: list[Any] = field(default_factory=list)
    mark: str = ""
    """What makes a second sending of the same page the same act."""

    def signed(self) -> str:
        return signing.dumps(asdict(self), salt=SALT, compress=True)

    @classmethod
    def opened(cls, signed: str, *, what: str, by: User) -> Self:
        """Raises BadDraft."""
        try:
            found = cls(**signing.loads(signed, salt=SALT, max_age=LONGEST_AGE))
        except (signing.BadSignature, TypeError):
            raise BadDraft(signed[:20]) from None
        if found.person != by.pk or found.what != what:
            raise BadDraft(what)
        return found

    @property
    def given(self) -> QueryDict:
        """The selection as the form of a register sent it."""
        return as_query(self.selection)


def as_query(fields: dict[str, str]) -> QueryDict:
    """These fields as a request would bring them."""
    query = QueryDict(mutable=True)
    query.update(fields)
    return query
