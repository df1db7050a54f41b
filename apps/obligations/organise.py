"""Tags, and values of the organization's own fields: what an obligation says, and the index of it.

The names in `Obligation.tag_names` and the values in `Obligation.custom` are the record; the rows of
Tagging and CustomValue make it quick to find. Nothing here saves an obligation but `retag`.

CannotDo
├── UnusableTag  too long, or too many
└── WrongValue   not what its field holds, or no field
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from apps.accounts.models import User

from .codes import State
from .models import CustomField, CustomValue, Obligation, Tag, Tagging
from .review import CannotDo, locked

LONGEST_TAG = 50
MOST_TAGS = 30  # more says nothing about an obligation any more
LONGEST_VALUE = 300
MOST_DIGITS, DECIMALS = 16, 4  # before and after the point
BATCH = 1000
# The commas of the six languages, and the ends of lines.
_COMMAS = re.compile(r"[,،，、\r\n]+")


class UnusableTag(CannotDo):
    """What cannot be a tag; the message quotes it."""


class WrongValue(CannotDo):
    """Not a value of the field `key`; the message quotes it."""

    def __init__(self, message: str, key: str) -> None:
        super().__init__(message)
        self.key = key


def folded(name: str) -> str:
    """The form by which names of tags are compared: case, width and spaces make no difference."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def split_names(text: str) -> list[str]:
    """The names that a person typed between commas, each once. Raises UnusableTag."""
    names: dict[str, str] = {}
    for part in _COMMAS.split(text):
        name = " ".join(unicodedata.normalize("NFC", part).split())
        if len(name) > LONGEST_TAG:
            raise UnusableTag(
                _("“%(name)s” is too long for a tag: at most %(most)d characters.")
                % {"name": name, "most": LONGEST_TAG}
            )
        if name:
            names.setdefault(folded(name), name)
    return list(names.values())


def with_tags(
    names: Iterable[str], add: Iterable[str] = (), remove: Iterable[str] = ()
) -> list[str]:
    """`names` without those of `remove` and with those of `add`, in alphabetical order.

    A name that is there already keeps its spelling. Raises UnusableTag where they are too many.
    """
    gone = {folded(name) for name in remove}
    kept = {folded(name): name for name in names if folded(name) not in gone}
    for name in add:
        kept.setdefault(folded(name), name)
    if len(kept) > MOST_TAGS:
        raise UnusableTag(
            _("An obligation has at most %(most)d tags, and these are %(number)d.")
            % {"most": MOST_TAGS, "number": len(kept)}
        )
    return [kept[key] for key in sorted(kept)]


def tags_named(names: Iterable[str], *, by: User | None) -> dict[str, Tag]:
    """The tags of these names, by their folded form; those not here yet are made, once.

    Tags are some hundreds, and SQLite compares only ASCII without regard to case: so here. Raises
    UnusableTag where the database takes a name for that of another tag and we do not: İzmir, izmir.
    """
    wanted = {folded(name): name for name in names}
    if not wanted:
        return {}
    known = {folded(tag.name): tag for tag in Tag.objects.all()}
    if missing := [wanted[key] for key in sorted(wanted) if key not in known]:
        # Who makes the same one at the same time waits here for the other, and takes that one; in
        # one order, so that no two wait for each other.
        Tag.objects.bulk_create(
            [Tag(name=name, created_by=by) for name in missing], ignore_conflicts=True
        )
        known = {folded(tag.name): tag for tag in Tag.objects.all()}
    for key, name in wanted.items():
        if key not in known:
            raise UnusableTag(
                _("“%(name)s” cannot be told from a tag that is here. Spell it as that one.")
                % {"name": name}
            )
    return {key: known[key] for key in wanted}


def spelt(names: Iterable[str], *, by: User | None) -> list[str]:
    """`names` as they are spelt here, new ones as given; new tags are made."""
    return [tag.name for tag in tags_named(names, by=by).values()]


def set_tags(obligation: Obligation, names: Iterable[str], *, by: User | None) -> None:
    """Give it exactly these tags, and index them; the obligation is not saved.

    Raises UnusableTag.
    """
    obligation.tag_names = with_tags(spelt(with_tags(names), by=by))
    index_tags([obligation], by=by)


@transaction.atomic
def retag(
    pk: int, version: int, *, add: Iterable[str] = (), remove: Iterable[str] = (), by: User
) -> Obligation:
    """Add and take away tags of an open obligation. Raises Changed, UnusableTag, CannotDo."""
    obligation = locked(pk, version, by=by)
    refuse_closed(obligation)
    former = obligation.tag_names
    set_tags(obligation, with_tags(former, add, remove), by=by)
    if obligation.tag_names != former:
        obligation.save()
    return obligation


def refuse_closed(obligation: Obligation) -> None:
    """Raise CannotDo unless the obligation is accepted and open."""
    if obligation.state != State.ACCEPTED:
        raise CannotDo(_("%(obligation)s is not open.") % {"obligation": obligation})


@transaction.atomic
def index_tags(obligations: Iterable[Obligation], *, by: User | None = None) -> None:
    """Make the rows of Tagging say what `tag_names` of these obligations say; a few queries in all."""
    rows = list(obligations)
    tags = tags_named([name for row in rows for name in row.tag_names], by=by)
    wanted = {(row.pk, tags[folded(name)].pk) for row in rows for name in row.tag_names}
    found = Tagging.objects.filter(obligation__in=[row.pk for row in rows])
    there = {(one.obligation_id, one.tag_id): one.pk for one in found}
    Tagging.objects.filter(pk__in=[there[key] for key in there.keys() - wanted]).delete()
    Tagging.objects.bulk_create(
        [Tagging(obligation_id=row, tag_id=tag) for row, tag in sorted(wanted - there.keys())],
        batch_size=BATCH,
        ignore_conflicts=True,
    )


def value_of(field: CustomField, given: Any) -> str:
    """`given` as `Obligation.custom` keeps it; nothing where nothing is given. Raises WrongValue.

    A number stands with a point, a date in ISO 8601.
    """
    if given is None or given == "":
        return ""
    if isinstance(given, dt.date):
        given = given.isoformat()
    text = " ".join(str(given).split())
    try:
        return _READERS[field.kind](field, text)
    except ValueError as error:
        raise WrongValue(f"{field.label}: “{text}” – {error}", field.key) from None


def _text(field: CustomField, text: str) -> str:
    if len(text) > LONGEST_VALUE:
        raise ValueError(_("at most %(most)d characters.") % {"most": LONGEST_VALUE})
    return text


def _number(field: CustomField, text: str) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError(_("this is no number.")) from None
    if (
        not number.is_finite()
        or abs(number) >= 10**MOST_DIGITS
        or number != round(number, DECIMALS)
    ):
        raise ValueError(
            _("a number has at most %(digits)d digits, and %(decimals)d after the point.")
            % {"digits": MOST_DIGITS, "decimals": DECIMALS}
        )
    return format(number.normalize() + 0, "f")


def _date(field: CustomField, text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(_("this is no date such as 2026-11-30.")) from None


def _choice(field: CustomField, text: str) -> str:
    if text not in field.choices:
        raise ValueError(_("this is not one of: %(all)s.") % {"all": ", ".join(field.choices)})
    return text


_READERS: dict[str, Callable[[CustomField, str], str]] = {
    CustomField.Kind.TEXT: _text,
    CustomField.Kind.NUMBER: _number,
    CustomField.Kind.DATE: _date,
    CustomField.Kind.CHOICE: _choice,
}


def typed_value(field: CustomField, kept: str) -> str | Decimal | dt.date | None:
    """What `Obligation.custom` keeps, as its kind: text, a number, a date; None for nothing."""
    if not kept:
        return None
    if field.kind == CustomField.Kind.NUMBER:
        return Decimal(kept)
    return dt.date.fromisoformat(kept) if field.kind == CustomField.Kind.DATE else kept


def value_words(value: str | Decimal | dt.date | None) -> str:
    """A typed value as the reader's language writes it."""
    if isinstance(value, Decimal):
        return number_format(value, force_grouping=True)
    return date_format(value, "DATE_FORMAT") if isinstance(value, dt.date) else value or ""


def set_custom(obligation: Obligation, values: Mapping[str, Any]) -> None:
    """Set these values by key, check each, index them; the obligation is not saved.

    Nothing takes a value away; keys not named stay as they are. Raises WrongValue.
    """
    fields = {field.key: field for field in CustomField.objects.active()}
    custom = dict(obligation.custom)
    for key, given in values.items():
        if key not in fields:
            raise WrongValue(_("There is no field “%(key)s” in use.") % {"key": key}, key)
        custom.pop(key, None)
        if value := value_of(fields[key], given):
            custom[key] = value
    obligation.custom = custom
    index_custom([obligation])


@transaction.atomic
def index_custom(obligations: Iterable[Obligation]) -> None:
    """Make the rows of CustomValue say what `custom` of these obligations says; a few queries in all."""
    rows = list(obligations)
    fields = {field.key: field for field in CustomField.objects.all()}
    wanted = {
        (row.pk, fields[key].pk): (fields[key], value)
        for row in rows
        for key, value in row.custom.items()
        if key in fields
    }
    found = CustomValue.objects.filter(obligation__in=[row.pk for row in rows])
    there = {(one.obligation_id, one.field_id): one for one in found}
    same = {key for key, (_f, v) in wanted.items() if key in there and there[key].value == v}
    stale = [one.pk for key, one in there.items() if key not in same]
    CustomValue.objects.filter(pk__in=stale).delete()
    fresh = [
        CustomValue(
            obligation_id=key[0],
            field=field,
            value=value,
            number=Decimal(value) if field.kind == CustomField.Kind.NUMBER else None,
        )
        for key, (field, value) in wanted.items()
        if key not in same
    ]
    CustomValue.objects.bulk_create(fresh, batch_size=BATCH)
