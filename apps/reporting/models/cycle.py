"""When an answer is due."""

import datetime as dt
from functools import reduce
from operator import or_
from typing import Self

from django.db import models
from django.db.models import (
    Case,
    Count,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce, RowNumber
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Office, User
from apps.documents.models import Document
from apps.history.models import records
from apps.obligations.codes import Finding, State
from apps.obligations.models import Cadence, Obligation, Series

from .states import NOW, Columns, TimingState, conditions_of_states


class CycleQuerySet(models.QuerySet["Cycle"]):
    def tracked(self) -> Self:
        """Cycles of obligations that a person accepted.

        Asked by those of the few that nobody did, so that a million cycles are not joined to their
        obligations and are counted by an index alone.
        """
        others = Obligation.objects.filter(state__in=[State.DRAFT, State.REJECTED])
        return self.exclude(obligation__in=others.order_by().values("pk"))

    def open(self) -> Self:
        """Neither answered nor waived."""
        return self.filter(answered_on=None, waived_on=None)

    def overdue(self, *, on: dt.date) -> Self:
        """Open cycles due before `on`. A cycle due that day is due, not overdue."""
        return self.open().filter(due_on__lt=on)

    def due(self, *, on: dt.date, within: int) -> Self:
        """Open cycles due from `on` up to and including `within` days after it."""
        return self.open().filter(due_on__range=(on, on + dt.timedelta(days=within)))

    def untouched(self) -> Self:
        """Those that nobody has done anything with: nothing points at them, nothing was set."""
        found = self.open().filter(
            finding=Finding.NOT_STARTED, slot_on=None, submitted_on=None, considered_on=None
        )
        for relation in Cycle._meta.related_objects:  # whatever app keeps it
            pointing = relation.related_model._base_manager.filter(
                **{relation.field.name: OuterRef("pk")}
            )
            found = found.filter(~Exists(pointing))
        return found

    def undated(self) -> Self:
        """Open cycles for which no date can be given."""
        return self.open().filter(due_on=None)

    def with_state(self, *, on: dt.date, soon: int, at: Columns = NOW) -> Self:
        """Annotate `state`, a TimingState as on `on`; `soon` is how many days ahead is due soon."""
        conditions = conditions_of_states(on=on, soon=soon, at=at)
        whens = [When(condition, then=Value(state)) for state, condition in conditions.items()]
        return self.annotate(state=Case(*whens, output_field=models.CharField()))

    def in_state(self, *states: str, on: dt.date, soon: int, at: Columns = NOW) -> Self:
        """Only the cycles in one of these TimingStates on `on`, by conditions that the indexes serve.

        Raises ValueError for anything that is not a TimingState.
        """
        conditions = conditions_of_states(on=on, soon=soon, at=at)
        return self.filter(reduce(or_, [conditions[TimingState(state)] for state in states]))

    def of(self, obligations: models.QuerySet[Obligation]) -> Self:
        """The cycles of these obligations."""
        return self.filter(obligation__in=obligations)

    def for_list(self) -> Self:
        """All that a row of the register shows, in one query and one for the addressees."""
        return (
            self.select_related(
                "obligation__document",
                "obligation__paragraph__text",
                "obligation__lead",
                "obligation__responsible",
            )
            .defer(
                "obligation__paragraph__words",
                "obligation__paragraph__pieces",
                "obligation__paragraph__text__content",
                "obligation__machine",
                "obligation__quote",
            )
            .select_related("cadence__basis_document")
            .prefetch_related(
                "obligation__addressees__actor",
                "responses__document",
                "extensions__basis_document",
            )
        )

    def may_be_answered_by(self, document: Document, *, series: Series) -> Self:
        """The first open cycle of each obligation that rides on `series`, if `document` is new to it."""
        riding = Cycle.objects.open().filter(
            obligation=OuterRef("obligation"), cadence__series=series
        )
        first = riding.order_by(F("due_on").asc(nulls_last=True), "pk").values("pk")[:1]
        found = self.tracked().open().filter(cadence__series=series, pk=Subquery(first))
        linked = Cycle.objects.filter(
            obligation=OuterRef("obligation"), responses__document=document
        )
        return found.filter(~Exists(linked)).select_related(
            "obligation__document", "obligation__paragraph", "obligation__lead"
        )

    def followed_by(self, person: User) -> Self:
        """The cycles of the obligations for which `person` is responsible."""
        return self.filter(obligation__responsible=person)

    def led_by(self, office: Office) -> Self:
        """The cycles of the obligations that `office`, or one below it, follows here."""
        return self.filter(obligation__lead__in=Office.objects.under(office))

    def for_calendar(self) -> Self:
        """What a day of the calendar shows of a cycle, in one query."""
        return self.select_related("obligation__document", "obligation__paragraph").defer(
            "obligation__machine",
            "obligation__quote",
            "obligation__words",
            "obligation__paragraph__words",
            "obligation__paragraph__pieces",
        )

    def first_of_each_day(self, most: int) -> Self:
        """At most `most` of the cycles due on each day, open ones first; `that_day` counts them all."""
        settled_on = Coalesce("waived_on", "answered_on")
        place = Window(
            RowNumber(), partition_by="due_on", order_by=[settled_on.asc(nulls_first=True), "pk"]
        )
        that_day = Window(Count("pk"), partition_by="due_on")
        return self.annotate(place=place, that_day=that_day).filter(place__lte=most)

    def for_feed(self) -> Self:
        """What an event says of a cycle: also why its date, how often it changed, and when last."""
        of_cycle = Cycle.history.filter(id=OuterRef("pk")).order_by().values("id")
        of_obligation = Obligation.history.filter(id=OuterRef("obligation")).order_by().values("id")
        last = Max("history_date")
        return (
            self.for_calendar()
            .select_related("cadence__basis_document")
            .prefetch_related("extensions__basis_document")
            .annotate(
                changes=Coalesce(
                    Subquery(of_cycle.annotate(n=Count("pk")).values("n")),
                    0,
                    output_field=IntegerField(),
                ),
                changed_at=Subquery(
                    of_cycle.annotate(last=last).values("last"), output_field=DateTimeField()
                ),
                obligation_changed_at=Subquery(
                    of_obligation.annotate(last=last).values("last"), output_field=DateTimeField()
                ),
            )
        )


class Cycle(models.Model):
    """One occurrence for which an answer to one obligation is due."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="cycles")
    cadence = models.ForeignKey(Cadence, on_delete=models.PROTECT, related_name="cycles")
    # With the obligation and the number of its cadence, what this occurrence is: a second planning
    # finds it by this, whatever has happened to its dates since.
    cadence_number = models.PositiveSmallIntegerField(default=1)
    period = models.CharField(max_length=20)
    mandated_on = models.DateField(_("date of the decision"), null=True)
    due_on = models.DateField(_("due"), null=True)
    derivation = models.JSONField(default=dict)
    # The programme of a report, apart from what the decision gives: agreed slot, hand-in, day considered.
    slot_on = models.DateField(_("slot"), null=True, blank=True)
    submitted_on = models.DateField(_("submitted"), null=True, blank=True)
    considered_on = models.DateField(_("considered"), null=True, blank=True)
    answered_on = models.DateField(_("answered"), null=True, blank=True)
    # When a person recorded the first answer: before that day it did not count. Empty where the
    # answer was recorded on its own day.
    recorded_on = models.DateField(_("answer recorded"), null=True, editable=False)
    waived_on = models.DateField(_("waived"), null=True, blank=True)
    waived_reason = models.CharField(_("reason"), max_length=500, blank=True)
    finding = models.CharField(
        _("finding"), max_length=16, choices=Finding, default=Finding.NOT_STARTED
    )
    created_at = models.DateTimeField(auto_now_add=True)

    history = records(
        named_by=["obligation__document", "obligation__paragraph"], derived=["recorded_on"]
    )
    objects = CycleQuerySet.as_manager()

    class Meta:
        ordering = [F("due_on").asc(nulls_last=True), "pk"]
        verbose_name = _("cycle")
        verbose_name_plural = _("cycles")
        permissions = [("plan_cycle", "Can plan the cycles of obligations")]
        indexes = [
            models.Index(fields=["due_on", "id"], name="cycle_by_due"),
            # All that a figure over the cycles of some obligations asks for.
            models.Index(
                fields=["obligation", "due_on", "answered_on", "waived_on"],
                name="cycle_by_obligation",
            ),
            models.Index(
                fields=["due_on", "obligation"],
                name="open_cycle_by_due",
                condition=Q(answered_on=None, waived_on=None),
            ),
            models.Index(fields=["answered_on"], name="cycle_by_answer"),
            # All that a figure over all cycles asks for, as on any day.
            models.Index(
                fields=["due_on", "obligation", "answered_on", "waived_on", "recorded_on"],
                name="cycle_as_at",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "cadence_number", "period"],
                name="an_obligation_has_one_cycle_per_period",
            ),
            models.CheckConstraint(
                name="a_waived_cycle_has_a_reason",
                condition=Q(waived_on=None) | ~Q(waived_reason=""),
            ),
            models.CheckConstraint(
                name="a_cycle_has_both_dates_or_none",
                condition=Q(mandated_on=None, due_on=None)
                | Q(mandated_on__isnull=False, due_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligation}: {self.due_on or self.period}"

    def keep_former_state(self) -> None:
        """Put the state before a person's first change into the history.

        Planning makes cycles by the hundred thousand and writes no history for them; without this
        the first change by a person would have nothing to be held against.
        """
        if not self.history.exists():
            former = Cycle.objects.get(pk=self.pk)
            former._history_user = None  # type: ignore[attr-defined] # nobody did it: it was planned
            Cycle.history.bulk_history_create([former], default_date=self.created_at)
