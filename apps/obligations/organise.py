"""Tags: what an obligation says, and the index of it.

The names in `Obligation.tag_names` are the record; the rows of Tagging make it quick to find.
"""

import re
import unicodedata
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from apps.accounts.models import User

from .models import Obligation, Tag, Tagging
from .review import CannotDo

LONGEST_TAG = 50
MOST_TAGS = 30
BATCH = 1000
_COMMAS = re.compile(r"[,،，、\r\n]+")


class UnusableTag(CannotDo):
    """What cannot be a tag; the message quotes it."""


def folded(name: str) -> str:
    """The form by which names of tags are compared: case, width and spaces make no difference."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def split_names(text: str) -> list[str]:
    """The names that a person typed between commas, each once. Raises UnusableTag."""
    names: dict[str, str] = {}
    for part in _COMMAS.split(text):
        name = " ".join(part.split())
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

    Raises UnusableTag where they are too many.
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
    """The tags of these names, by their folded form; those not here yet are made, once."""
    wanted = {folded(name): name for name in names}
    if not wanted:
        return {}
    known = {folded(tag.name): tag for tag in Tag.objects.all()}
    if missing := [wanted[key] for key in sorted(wanted) if key not in known]:
        Tag.objects.bulk_create(
            [Tag(name=name, created_by=by) for name in missing], ignore_conflicts=True
        )
        known = {folded(tag.name): tag for tag in Tag.objects.all()}
    return {key: known[key] for key in wanted}


def spelt(names: Iterable[str], *, by: User | None) -> list[str]:
    """`names` as they are spelt here, new ones as given; new tags are made."""
    return [tag.name for tag in tags_named(names, by=by).values()]


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
