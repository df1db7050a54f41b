"""What was kept before there was a ledger is entered in it, so that an upgraded database is proved."""

import datetime as dt
import importlib

import pytest
from django.apps import apps
from django.db import models

from apps.history.adopt import adopt, begin
from apps.history.models import Change, HistoricalUser, version_models
from apps.history.verify import Verification
from apps.obligations.amend import amend
from apps.obligations.models import Obligation
from tests.factories import (
    CycleFactory,
    ObligationFactory,
    OfficeFactory,
    ResponseFactory,
    UserFactory,
)
from tests.history.forget import forget

pytestmark = pytest.mark.django_db
migration = importlib.import_module("apps.history.migrations.0002_adopt")
NOW = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def upgraded(office):
    """Versions as an earlier release kept them: without a row of the ledger."""
    anna = UserFactory(name="Anna")
    obligation = ObligationFactory(act="Report on the lamps")
    amend(obligation.pk, 1, {"lead": office, "subject": "Lamps"}, by=anna, on=NOW.date())
    ResponseFactory(cycle=CycleFactory(cadence__obligation=obligation))
    models.QuerySet(Change).delete()
    return obligation


def test_every_version_is_entered_with_its_difference(upgraded, office):
    assert [finding.what for finding in Verification().findings()] != []

    adopt(apps, migration.KINDS)

    assert list(Verification().findings()) == []
    change = Change.objects.filter(kind="obligations.obligation").order_by("-pk").first()
    assert (change.by.name, change.name) == ("Anna", "Report on the lamps")
    assert {"field": "lead", "old": None, "new": office.name} in change.fields
    assert Change.objects.filter(kind="reporting.response").get().obligation == upgraded.pk


def test_a_second_time_enters_nothing(upgraded):
    assert adopt(apps, migration.KINDS) > 0
    assert adopt(apps, migration.KINDS) == 0


def test_it_is_done_in_batches(upgraded, monkeypatch):
    monkeypatch.setattr("apps.history.adopt.BATCH", 1)

    adopt(apps, migration.KINDS)

    assert list(Verification().findings()) == []


def test_people_and_offices_begin_with_what_they_are(office):
    person = UserFactory(role="officer", office=office)
    for model in (HistoricalUser, OfficeFactory._meta.model.history.model):
        forget(model.objects.all())
    apps.get_model("history", "HistoricalUser_groups").objects.all().delete()

    begin(apps, at=NOW)
    adopt(apps, migration.KINDS)

    first = person.history.get()
    assert (first.history_type, first.history_date, first.office) == ("+", NOW, office)
    person.groups.clear()
    removed = Change.objects.filter(kind="accounts.user").order_by("-pk").first()
    assert removed.fields == [{"field": "groups", "old": ["officer"], "new": []}]
    begin(apps, at=NOW)
    assert person.history.count() == 2


def test_the_migration_knows_every_kind_there_was():
    """A kind that is added later needs no adopting, for it begins with the ledger."""
    assert set(migration.KINDS) <= set(version_models())
    assert Obligation._meta.label_lower in migration.KINDS
