"""One factory a model, dull defaults, a Trait per state. Days are given by the test."""

import datetime as dt

import factory
from django.contrib.auth.models import Group

from apps.accounts.models import Office, User
from apps.actors.models import Actor, ActorKind
from apps.documents.models import Citation, Document, Paragraph, Symbol, Text
from apps.followups.models import (
    Attachment,
    Entry,
    Handover,
    Mail,
    Notice,
    Reminder,
    ShareLink,
    Watch,
)
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
from apps.reading.symbols import normal_form
from apps.reporting.models import (
    BulkEdit,
    Cycle,
    Extension,
    Feed,
    PlanRun,
    Response,
    SavedView,
)

ADOPTED = dt.date(2021, 4, 19)


class OfficeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Office
        django_get_or_create = ["short"]

    short = factory.Sequence(lambda n: f"OFF{n}")
    name = factory.LazyAttribute(lambda o: f"Office {o.short}")


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    password = factory.django.Password("password")

    @factory.post_generation
    def role(self, create, extracted, **kwargs):
        if extracted:
            self.groups.add(Group.objects.get(name=extracted))


class ActorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Actor

    key = factory.Sequence(lambda n: f"actor-{n}")
    kind = ActorKind.SECRETARIAT
    name_ar = name_en = name_es = name_fr = name_ru = name_zh = factory.LazyAttribute(
        lambda o: f"Actor {o.key}"
    )


class DocumentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Document
        skip_postgeneration_save = True

    symbol = factory.Sequence(lambda n: f"S/RES/{2000 + n} (2021)")
    kind = "resolution"
    organ = "council"
    adopted_on = ADOPTED
    title = "A decision"

    @factory.post_generation
    def symbols(self, create, extracted, **kwargs):
        if self.symbol:
            Symbol.objects.create(
                document=self, printed=self.symbol, normal=normal_form(self.symbol)
            )


class TextFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Text

    document = factory.SubFactory(DocumentFactory)
    language = "en"
    content = "1. Requests the Secretary-General to report on the lamps every six months;"
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    filename = "decision.txt"


class ParagraphFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Paragraph

    text = factory.SubFactory(TextFactory)
    position = factory.Sequence(lambda n: n + 1)
    label = factory.LazyAttribute(lambda o: str(o.position))
    part = "operative"
    start = 0
    end = factory.LazyAttribute(lambda o: len(o.text.content))
    words = factory.LazyAttribute(lambda o: o.text.content)
    pieces = [[0, 0]]


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


class CitationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Citation

    paragraph = factory.SubFactory(ParagraphFactory)
    start = 0
    end = 8
    symbol = "S/RES/1999 (2011)"
    normal = factory.LazyAttribute(lambda o: normal_form(o.symbol))
    act = "recalls"


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


class EntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Entry

    obligation = factory.SubFactory(ObligationFactory)
    happened_on = ADOPTED
    text = "Called the desk."
    author = factory.SubFactory(UserFactory)


class WatchFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Watch

    person = factory.SubFactory(UserFactory)
    obligation = factory.SubFactory(ObligationFactory)


class ReminderFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Reminder

    class Params:
        done = factory.Trait(done_at=dt.datetime(2021, 4, 20, 12, tzinfo=dt.UTC))

    person = factory.SubFactory(UserFactory)
    obligation = factory.SubFactory(ObligationFactory)
    on = ADOPTED


class MailFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Mail

    class Params:
        failed = factory.Trait(state="failed", attempts=8, error="550 no such mailbox")

    person = factory.SubFactory(UserFactory)
    message_id = factory.Sequence(lambda n: f"<notices.{n}@localhost>")
    send_at = dt.datetime(2021, 4, 19, 7, tzinfo=dt.UTC)


class NoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Notice

    class Params:
        read = factory.Trait(read_at=dt.datetime(2021, 4, 20, 12, tzinfo=dt.UTC))

    person = factory.SubFactory(UserFactory)
    kind = "assigned"
    key = factory.Sequence(lambda n: f"assigned:{n}")
    obligation = factory.SubFactory(ObligationFactory)
    created_at = dt.datetime(2021, 4, 19, 6, tzinfo=dt.UTC)


class AttachmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Attachment

    entry = factory.SubFactory(EntryFactory)
    file = factory.django.FileField(filename="minutes.txt", data=b"Minutes")
    name = "minutes.txt"
    size = 7


class HandoverFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Handover

    obligation = factory.SubFactory(ObligationFactory)
    from_office = factory.LazyAttribute(lambda o: o.obligation.lead)
    to_office = factory.SubFactory(OfficeFactory)
    note = "The lamps are yours by now."
    offered_at = dt.datetime(2026, 6, 20, 9, tzinfo=dt.UTC)
    offered_by = factory.SubFactory(UserFactory)


class FindingProposalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FindingProposal

    obligation = factory.SubFactory(ObligationFactory)
    finding = "partly-fulfilled"
    source = "A/79/302"
    found_on = ADOPTED
    found_by = factory.SubFactory(UserFactory)


class ShareLinkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ShareLink

    class Params:
        revoked = factory.Trait(revoked_at=dt.datetime(2026, 6, 21, tzinfo=dt.UTC))
        expired = factory.Trait(expires_at=dt.datetime(2026, 6, 22, tzinfo=dt.UTC))

    obligation = factory.SubFactory(ObligationFactory)
    made_at = dt.datetime(2026, 6, 20, tzinfo=dt.UTC)
    made_by = factory.SubFactory(UserFactory)
    expires_at = dt.datetime(2036, 7, 10, tzinfo=dt.UTC)
