"""Cycles with their answers, and what people keep of the registers."""

import datetime as dt

import factory

from apps.obligations.models import Obligation
from apps.reporting.models import BulkEdit, Cycle, Extension, Feed, PlanRun, Response, SavedView
from tests.factories.accounts import UserFactory
from tests.factories.documents import ADOPTED, DocumentFactory
from tests.factories.obligations import CadenceFactory


class CycleFactory(factory.django.DjangoModelFactory):
    """`due_on=None` makes one without a date; it keeps the obligation's own figures true."""

    class Meta:
        model = Cycle
        skip_postgeneration_save = True

    class Params:
        answered = factory.Trait(answered_on=factory.SelfAttribute("due_on"))
        answered_late = factory.Trait(
            answered_on=factory.LazyAttribute(lambda o: o.due_on + dt.timedelta(days=1))
        )
        waived = factory.Trait(waived_on=factory.SelfAttribute("due_on"), waived_reason="Withdrawn")

    cadence = factory.SubFactory(CadenceFactory)
    obligation = factory.LazyAttribute(lambda o: o.cadence.obligation)
    due_on = ADOPTED
    mandated_on = factory.SelfAttribute("due_on")
    period = factory.LazyAttribute(lambda o: str(o.due_on or "undated"))
    derivation = factory.LazyAttribute(lambda o: {"rule": "printed"})

    @factory.post_generation
    def next_due(self, create, extracted, **kwargs):
        from apps.reporting.plan import refresh_next_due

        refresh_next_due(Obligation.objects.filter(pk=self.obligation_id))


class ResponseFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Response

    cycle = factory.SubFactory(CycleFactory)
    document = factory.SubFactory(DocumentFactory, kind="report")
    finding = "fulfilled"
    judged_on = ADOPTED
    judged_by = factory.SubFactory(UserFactory)


class ExtensionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Extension

    cycle = factory.SubFactory(CycleFactory)
    former_due_on = factory.LazyAttribute(lambda o: o.cycle.due_on)
    due_on = factory.LazyAttribute(lambda o: o.former_due_on + dt.timedelta(days=30))
    basis_document = factory.SubFactory(DocumentFactory, kind="letter")
    reason = "More time was asked for"
    recorded_on = ADOPTED
    recorded_by = factory.SubFactory(UserFactory)


class PlanRunFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PlanRun

    until = dt.date(2023, 12, 31)


class BulkEditFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = BulkEdit

    values = {"lead": None}
    made_at = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    made_by = factory.SubFactory(UserFactory)


class SavedViewFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SavedView

    name = factory.Sequence(lambda n: f"View {n}")
    register = "obligations"
    owner = factory.SubFactory(UserFactory)


class FeedFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Feed

    class Params:
        revoked = factory.Trait(revoked_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC))

    person = factory.SubFactory(UserFactory)
    title = "Lamps and harbours"
    language = "en"
