"""Prove that no row of the history was altered, removed, put in or moved.

What it proves ends at the head of the chain: somebody who rewrites the whole database, head
included, can forge it all. So a head noted elsewhere is what the chain is held against.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import FieldError
from django.db.models import Exists, Max, OuterRef, QuerySet

from .models import GENESIS, Change, Head, version_models
from .models.seal import HEAD, digests, hash_after

BATCH = 1_000
MOST_TOLD_APART = 30  # rows whose hash fails: so few are tried at each other's place


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, and where."""

    what: str
    kind: str = ""
    record: int | None = None
    place: int | None = None

    def __str__(self) -> str:
        where = [f"place {self.place}"] if self.place is not None else []
        if self.kind:
            where.append(f"{self.kind} {self.record}" if self.record is not None else self.kind)
        return f"{', '.join(where)}: {self.what}" if where else self.what


@dataclass
class Verification:
    """One look at the whole chain; `findings` does it, and counts as it goes."""

    expected: tuple[int, str] | None = None
    rows: int = 0
    waiting: int = 0
    head: str = ""
    _last: tuple[int, str] = (0, GENESIS)
    _failed: list[tuple[Change, str]] = field(default_factory=list)

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong, in the order of the chain; needs the memory of one batch."""
        head = Head.objects.filter(pk=HEAD).first() or Head()
        self.head = str(head)
        yield from self._chain(head)
        yield from self._told_apart()
        yield from self._end(head)
        yield from self._unsealed()
        yield from _not_entered()

    def _chain(self, head: Head) -> Iterator[Finding]:
        sealed = Change.objects.filter(place__lte=head.place)
        while some := _next(sealed.filter(place__gt=self._last[0]), "place"):
            found = _digests(some)
            for change in some:
                yield from self._follows(change)
                yield from _belongs(change, found)

    def _follows(self, change: Change) -> Iterator[Finding]:
        """Whether it stands right behind the row before it, as it was sealed."""
        place, former = self._last
        assert change.place is not None
        missing = change.place - place - 1
        if missing == 1:
            yield Finding("was removed: there is no row at this place", place=place + 1)
        elif missing:
            yield Finding(
                f"were removed: there is no row from here to {change.place - 1}", place=place + 1
            )
        if not missing and hash_after(former, change) != change.hash:
            self._failed.append((change, former))
        if self.expected and self.expected[0] == change.place:
            yield from self._as_expected(change)
        self.rows += 1
        self._last = change.place, change.hash

    def _as_expected(self, change: Change) -> Iterator[Finding]:
        if self.expected and self.expected[1] != change.hash:
            yield _at(change, "the chain does not go through the head that was noted")

    def _told_apart(self) -> Iterator[Finding]:
        """A row that fits at the place of another failed one was moved; all others were changed."""
        failed = self._failed
        before = {former for _change, former in failed} | {
            change.hash for change, _former in failed
        }
        places = [change.place for change, _former in failed]
        for change, _former in failed:
            place = change.place
            moved_from = None
            if len(failed) <= MOST_TOLD_APART:
                for change.place in places:
                    if any(hash_after(former, change) == change.hash for former in before):
                        moved_from = change.place
                        break
            change.place = place
            if moved_from is not None and moved_from != place:
                yield _at(change, f"was moved: it was sealed at place {moved_from}")
            else:
                yield _at(change, "was changed, or does not follow from the row before it")

    def _end(self, head: Head) -> Iterator[Finding]:
        place, last = self._last
        if place < head.place:
            yield Finding(
                f"were removed: the chain ends before its head at {head.place}", place=place + 1
            )
        elif last != head.hash:
            yield Finding("the last row is not the head of the chain", place=place)
        # Asked for first, for the head only goes on while others seal.
        beyond = Change.objects.aggregate(last=Max("place"))["last"] or 0
        if beyond > (Head.objects.filter(pk=HEAD).first() or Head()).place:
            yield Finding("was put in: it lies beyond the head of the chain", place=beyond)
        if self.expected and self.expected[0] > max(place, head.place):
            yield Finding("the chain ends before the head that was noted", place=self.expected[0])

    def _unsealed(self) -> Iterator[Finding]:
        """A row that waits to be sealed must belong to a version too."""
        models, last = version_models(), 0
        while some := _next(Change.objects.unsealed().filter(pk__gt=last), "pk"):
            last = some[-1].pk
            self.waiting += len(some)
            for kind in {change.kind for change in some}:
                keys = {change.version: change for change in some if change.kind == kind}
                here = _keys(models[kind].objects.all(), keys) if kind in models else set()
                for key in keys.keys() - here:
                    yield _at(keys[key], "was put in: there is no version that it belongs to")


def _next(rows: QuerySet[Change], by: str) -> list[Change]:
    return list(rows.select_related("shape").order_by(by)[:BATCH])


def _keys(versions: QuerySet[Change], keys: dict[int, Change]) -> set[int]:
    return set(versions.filter(pk__in=keys).values_list("pk", flat=True))


def _digests(changes: list[Change]) -> dict[tuple[str, int], str] | None:
    """The digests; None where a table or column is gone, so that each is asked for alone."""
    try:
        return digests(changes)
    except (FieldError, LookupError):
        return None


def _belongs(change: Change, found: dict[tuple[str, int], str] | None) -> Iterator[Finding]:
    """Whether the version that it belongs to is there, and as it was."""
    if found is None:
        found = _digests([change])
    if found is None:
        yield _at(change, "cannot be checked: its table of versions has lost a column")
    elif (digest := found.get((change.kind, change.version))) is None:
        yield _at(change, f"version {change.version} was removed")
    elif digest != change.digest:
        yield _at(change, f"version {change.version} was changed")


def _not_entered() -> Iterator[Finding]:
    """Versions that no row of the ledger belongs to."""
    for kind, model in version_models().items():
        entered = Change.objects.filter(kind=kind, version=OuterRef("pk"))
        key = model.instance_type._meta.pk.attname
        unknown = model.objects.filter(~Exists(entered)).order_by("pk")
        for version, record in unknown.values_list("pk", key).iterator(chunk_size=BATCH):
            yield Finding(f"version {version} was put in: it is not in the ledger", kind, record)


def _at(change: Change, what: str) -> Finding:
    return Finding(what, change.kind, change.record, change.place)
