"""Obligations and all that says when they are due, or is said about them."""

import datetime as dt

import factory

from apps.obligations.codes import CadenceKind, State, VerbClass
from apps.obligations.models import (
    Cadence,
    CustomField,
    FindingProposal,
    Holiday,
    Link,
    Obligation,
    Series,
    Session,
    Tag,
)
from tests.factories.accounts import UserFactory
from tests.factories.documents import ADOPTED, ParagraphFactory


class ObligationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Obligation
        skip_postgeneration_save = True

    class Params:
        draft = factory.Trait(state=State.DRAFT)
        rejected = factory.Trait(state=State.REJECTED, reason="Not an ask")
        closed = factory.Trait(state=State.CLOSED, reason="Fulfilled")

    paragraph = factory.SubFactory(ParagraphFactory)
    document = factory.LazyAttribute(lambda o: o.paragraph.text.document)
    number = 1
    start = 3
    end = factory.LazyAttribute(lambda o: o.start + len(o.quote))
    quote = "Requests the Secretary-General to report on the lamps every six months"
    words = factory.LazyAttribute(lambda o: o.quote)
    act = "report to the Council"
    verb_class = VerbClass.REQUESTS
    deliverable = ["report"]
    recipients = ["council"]
    timing = ["every:P6M"]
    state = State.ACCEPTED

    @factory.post_generation
    def addressees(self, create, extracted, **kwargs):
        self.set_addressees(["secretary-general"] if extracted is None else extracted)
        self.save_without_historical_record()


class SeriesFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Series

    key = factory.Sequence(lambda n: f"series-{n}")
    name = "Biennial report"
    period = "P2Y"
    anchor_on = dt.date(2018, 12, 31)


class CadenceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Cadence

    obligation = factory.SubFactory(ObligationFactory)
    kind = CadenceKind.EVERY
    period = "P6M"
    basis_document = factory.LazyAttribute(lambda o: o.obligation.document)
    holds_from = ADOPTED


class SessionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Session
        django_get_or_create = ["number"]

    number = 176
    opens_on = dt.date(2121, 9, 16)


class HolidayFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Holiday
        django_get_or_create = ["on"]

    on = dt.date(2021, 10, 19)
    name = "Lamp Day"


class TagFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Tag
        django_get_or_create = ["name"]

    name = factory.Sequence(lambda n: f"tag {n}")


class LinkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Link

    source = factory.SubFactory(ObligationFactory)
    target = factory.SubFactory(ObligationFactory)


class CustomFieldFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CustomField

    class Params:
        choice = factory.Trait(kind="choice", choices=["high", "low"])

    key = factory.Sequence(lambda n: f"field_{n}")
    label = factory.LazyAttribute(lambda o: o.key.replace("_", " ").capitalize())
    kind = "text"


class FindingProposalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FindingProposal

    obligation = factory.SubFactory(ObligationFactory)
    finding = "partly-fulfilled"
    source = "A/79/302"
    found_on = ADOPTED
    found_by = factory.SubFactory(UserFactory)
