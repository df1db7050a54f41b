"""What people log, hand over and are told."""

import datetime as dt

import factory

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
from tests.factories.accounts import OfficeFactory, UserFactory
from tests.factories.documents import ADOPTED
from tests.factories.obligations import ObligationFactory


class EntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Entry

    obligation = factory.SubFactory(ObligationFactory)
    happened_on = ADOPTED
    text = "Called the desk."
    author = factory.SubFactory(UserFactory)


class AttachmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Attachment

    entry = factory.SubFactory(EntryFactory)
    file = factory.django.FileField(filename="minutes.txt", data=b"Minutes")
    name = "minutes.txt"
    size = 7


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


class HandoverFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Handover

    obligation = factory.SubFactory(ObligationFactory)
    from_office = factory.LazyAttribute(lambda o: o.obligation.lead)
    to_office = factory.SubFactory(OfficeFactory)
    note = "The lamps are yours by now."
    offered_at = dt.datetime(2026, 6, 20, 9, tzinfo=dt.UTC)
    offered_by = factory.SubFactory(UserFactory)


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
