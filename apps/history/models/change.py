"""The ledger: one row for each change of a record, in one chain of hashes."""

import datetime as dt
import re
from functools import reduce
from operator import and_
from typing import Any, NoReturn, Self

from django.db import connections, models
from django.db.models import Case, Q, When
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Office, User
from apps.web.keys import as_key

GENESIS = "0" * 64  # what the first row of the chain follows
OBLIGATION = "obligations.obligation"
NAME_LENGTH = 200
# Records of one person: shown to that person, and to who reads everything.
PERSON, VIEW = "accounts.user", "reporting.savedview"
ENTRY = "followups.entry"
IN_TIMELINE = 50
# Writing without spaces between words, and words without a letter or digit: no index of words has them.
WITHOUT_SPACES = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u0e00-\u0e7f]|^[\W_]+$")


class CannotRewrite(TypeError):
    """History is written once: neither changed nor taken away."""

    def __init__(self, what: object) -> None:
        super().__init__(f"{what}: history is written once, and neither changed nor deleted.")


class WrittenOnceQuerySet[M: models.Model](models.QuerySet[M]):
    """Rows that are read and added, and never changed or deleted."""

    def update(self, **values: Any) -> NoReturn:
        raise CannotRewrite(self.model._meta.label)

    def delete(self) -> NoReturn:
        raise CannotRewrite(self.model._meta.label)


class WrittenOnce(models.Model):
    """A row that is added and never changed or deleted."""

    class Meta:
        abstract = True

    def save(self, **kwargs: Any) -> None:
        if not self._state.adding:
            raise CannotRewrite(self)
        super().save(**kwargs)

    def delete(self, using: Any = None, keep_parents: bool = False) -> NoReturn:  # noqa: FBT001, FBT002
        raise CannotRewrite(self)


def _begins(word: str) -> models.Func:
    """That a word of the reason begins with `word`; the index of migration 0002 serves it."""
    quoted = word.replace("\\", " ").replace("'", "''")
    return models.Func(
        models.F("reason"),
        models.Value(f"'{quoted}':*"),
        template="to_tsvector('simple', %(expressions)s)",
        arg_joiner=") @@ to_tsquery('simple', ",
        output_field=models.BooleanField(),
    )


class ChangeQuerySet(WrittenOnceQuerySet["Change"]):
    def open_to(self, person: User) -> Self:
        """All but what is confidential to an office that the person is not in or above."""
        if person.has_perm("followups.read_confidential"):
            return self
        seen = Q(confidential_for=None)
        if person.office:
            seen |= Q(confidential_for__in=Office.objects.under(person.office))
        return self.filter(seen)

    def visible_to(self, person: User) -> Self:
        """What is open to the person, without other people's own records: account, saved views.

        Who may read what is confidential to any office reads everything.
        """
        if person.has_perm("followups.read_confidential"):
            return self
        theirs = Q(kind__in=[PERSON, VIEW]) & (Q(by=None) | ~Q(by=person))
        return self.open_to(person).exclude(theirs & ~Q(kind=PERSON, record=person.pk))

    def timeline(self, obligation: int, *, person: User) -> Self:
        """The newest changes of an obligation and of what hangs on it, for its own page.

        Without what says nothing there: made by nobody, nothing told, an entry that stands in the log.
        """
        nobody, nothing = Q(act=Change.Act.MADE, by=None), Q(act=Change.Act.CHANGED, fields=[])
        logged = Q(act=Change.Act.MADE, kind=ENTRY)
        shown = (
            self.filter(obligation=obligation).open_to(person).exclude(nobody | nothing | logged)
        )
        return shown.for_list().newest_first()[:IN_TIMELINE]

    def of_record(self, kind: str, record: int) -> Self:
        return self.filter(kind=kind, record=record)

    def about(self, reference: str) -> Self:
        """Changes of the obligation with this number or reference, and of what hangs on it.

        The symbol of a document stands for all of its obligations.
        """
        key = as_key(reference)
        if key is not None:
            return self.filter(obligation=key)
        named = (
            Q(name=reference)
            | Q(name__startswith=f"{reference} ¶")
            | Q(name__startswith=f"{reference} (")
        )
        found = Change.objects.filter(named, kind=OBLIGATION).order_by()
        return self.filter(obligation__in=found.values("obligation"))

    def touching(self, field: str) -> Self:
        """Changes of the field with this name."""
        if connections[self.db].vendor == "postgresql":
            return self.filter(fields__contains=[{"field": field}])
        # As JSON is written there: a quote inside a value has a stroke before it.
        return self.filter(fields__icontains=f'"field": "{field}"')

    def saying(self, words: str, *, often: bool = False) -> Self:
        """Changes in whose reason each of these words is found: on PostgreSQL words that begin so.

        A word is what stands between spaces, so a run of Chinese characters is one, found anywhere.
        `often` says that it is known to be found often: then it pays to look through them in order.
        """
        on_postgres = connections[self.db].vendor == "postgresql"
        conditions = [
            Q(_begins(word))
            if on_postgres and not WITHOUT_SPACES.search(word)
            else Q(reason__icontains=word)
            for word in words.split()
        ]
        if not conditions:
            return self
        said = reduce(and_, conditions)
        # The planner takes what it cannot look into for half of all rows, and keeps to the order.
        in_order = Case(When(said, then=True), default=False, output_field=models.BooleanField())
        return self.exclude(reason="").filter(in_order if often else said)

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")

    def before(self, at: dt.datetime, pk: int) -> Self:
        """What stands after this place in the order of `newest_first`."""
        return self.filter(Q(at__lt=at) | Q(pk__lt=pk), at__lte=at)

    def after(self, at: dt.datetime, pk: int) -> Self:
        return self.filter(Q(at__gt=at) | Q(pk__gt=pk), at__gte=at)

    def unsealed(self) -> Self:
        return self.filter(place=None)

    def for_list(self) -> Self:
        return self.select_related("by").defer("digest", "hash")


class Change(WrittenOnce):
    """One change of one record: who, when, from what to what, why, in which request."""

    class Act(models.TextChoices):
        MADE = "+", _("made")
        CHANGED = "~", _("changed")
        DELETED = "-", _("deleted")

    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("who")
    )
    # The record, as label of its model and key; it may be gone.
    kind = models.CharField(_("kind"), max_length=60)
    record = models.BigIntegerField(_("number"))
    name = models.CharField(_("record"), max_length=NAME_LENGTH)  # as it was called then
    obligation = models.BigIntegerField(_("obligation"), null=True)  # that it hangs on
    version = models.BigIntegerField()  # history_id in the table of versions of its kind
    act = models.CharField(_("act"), max_length=1, choices=Act)
    # [{"field", "old", "new"}]: codes and values as stored, other records in the words of that day.
    fields = models.JSONField(_("what changed"), default=list)
    reason = models.TextField(_("why"), blank=True)
    request = models.CharField(_("request"), max_length=64, blank=True)
    confidential_for = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, related_name="+"
    )
    # Given when it is sealed: its place in the chain, what of the version the digest covers.
    place = models.BigIntegerField(null=True, unique=True)
    shape = models.ForeignKey("Shape", on_delete=models.PROTECT, null=True, related_name="+")
    digest = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, blank=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["-at", "-id"], name="change_newest_first"),
            models.Index(fields=["kind", "-at", "-id"], name="change_by_kind"),
            models.Index(fields=["kind", "record", "-at", "-id"], name="change_by_record"),
            models.Index(fields=["obligation", "-at", "-id"], name="change_by_obligation"),
            models.Index(fields=["by", "-at", "-id"], name="change_by_person"),
            models.Index(fields=["act", "-at", "-id"], name="change_by_act"),
            models.Index(fields=["-at", "-id"], name="change_with_reason", condition=~Q(reason="")),
            models.Index(fields=["request"], name="change_by_request", condition=~Q(request="")),
            models.Index(
                fields=["name"],
                name="obligation_by_its_reference",
                condition=Q(kind=OBLIGATION),
                opclasses=["varchar_pattern_ops"],
            ),
            models.Index(fields=["id"], name="change_unsealed", condition=Q(place=None)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "version"], name="a_version_stands_in_the_ledger_once"
            ),
            models.CheckConstraint(
                name="what_has_a_place_has_a_hash",
                condition=Q(place=None, hash="") | (Q(place__isnull=False) & ~Q(hash="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record} {self.act} {self.at:%Y-%m-%d %H:%M}"


class Shape(WrittenOnce):
    """The columns of a table of versions that a digest covers: those it had on that day.

    A column that a later release adds is not in the digests of the rows before it.
    """

    kind = models.CharField(max_length=60)
    columns = models.JSONField()

    objects = WrittenOnceQuerySet["Shape"].as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind}: {len(self.columns)} columns"


class Head(models.Model):
    """The one row that says where the chain ends; its lock is the turn to seal."""

    place = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=GENESIS)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.place}:{self.hash}"
