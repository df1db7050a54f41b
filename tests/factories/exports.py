"""Files made in the background, and those that are mailed on a schedule."""

import datetime as dt

import factory
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from apps.exports.models import Job, Run, Schedule, Template
from tests.factories.accounts import UserFactory

ASKED = dt.datetime(2026, 7, 1, 9, tzinfo=dt.UTC)
FILE = b"as it was asked for"
MONDAY = dt.datetime(2026, 11, 2, 7, tzinfo=dt.UTC)


class JobFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Job

    class Params:
        running = factory.Trait(
            state="running", worker="w" * 32, attempts=1, total=200, done=50, heard_at=ASKED
        )
        ready = factory.Trait(
            state="done",
            file=factory.Sequence(
                lambda n: default_storage.save(f"exports/ready-{n}.csv", ContentFile(FILE))
            ),
            file_name="remit-obligations-2026-07-01.csv",
            size=len(FILE),
            finished_at=ASKED,
            expires_at=dt.datetime(2036, 7, 8, 9, tzinfo=dt.UTC),
        )
        failed = factory.Trait(state="failed", attempts=3, error="Narrow the filter, or take CSV.")
        cancelled = factory.Trait(state="cancelled", finished_at=ASKED)
        expired = factory.Trait(
            state="expired", size=19, expires_at=ASKED + dt.timedelta(days=7), finished_at=ASKED
        )

    kind = "obligations"
    format = "csv"
    query = "text=lamp"
    on = ASKED.date()
    language = "en"
    title = "Obligations with lamp"
    owner = factory.SubFactory(UserFactory)
    created_at = ASKED
    heard_at = ASKED


class TemplateFactory(factory.django.DjangoModelFactory):
    """Without a real document inside: a test that fills one brings its own."""

    class Meta:
        model = Template

    class Params:
        retired = factory.Trait(is_active=False)

    name = factory.Sequence(lambda n: f"Letterhead {n}")
    file = factory.django.FileField(filename="letterhead.docx", data=FILE)
    file_name = "letterhead.docx"
    sha256 = "0" * 64
    size = len(FILE)
    uploaded_by = factory.SubFactory(UserFactory)
    uploaded_at = ASKED


class ScheduleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Schedule
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Schedule {n}")
    kind = "obligations"
    format = "csv"
    language = "en"
    rule = "FREQ=WEEKLY;BYDAY=MO"
    starts_on = MONDAY.date()
    next_at = MONDAY
    owner = factory.SubFactory(UserFactory)

    @factory.post_generation
    def people(self, create, extracted, **kwargs):
        self.people.set(extracted or [])


class RunFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Run

    class Params:
        made = factory.Trait(
            job=factory.SubFactory(
                JobFactory, ready=True, owner=factory.SelfAttribute("..schedule.owner")
            )
        )
        failed = factory.Trait(state="failed", error="The server is away.", finished_at=MONDAY)

    schedule = factory.SubFactory(ScheduleFactory)
    due_at = MONDAY
    began_at = MONDAY
