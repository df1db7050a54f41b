"""Every change of every record comes into the ledger, and cannot be changed there."""

import datetime as dt

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from apps.history.models import CannotRewrite, Change, version_models
from apps.history.models.versions import Version
from apps.obligations.amend import amend
from apps.obligations.models import Holiday, Obligation, Series
from apps.reporting.models import Cycle
from apps.reporting.respond import waive
from tests.factories import (
    CycleFactory,
    DocumentFactory,
    EntryFactory,
    ExtensionFactory,
    HolidayFactory,
    ObligationFactory,
    OfficeFactory,
    ResponseFactory,
    SeriesFactory,
    UserFactory,
)
from tests.history.forget import forget

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 7, 1)


def last(kind=None):
    changes = Change.objects.filter(kind=kind) if kind else Change.objects.all()
    return changes.order_by("-pk").first()


def obligation_with(**fields):
    """One whose addressees, which the factory sets afterwards, are in its history."""
    obligation = ObligationFactory(**fields)
    obligation.save()
    return obligation


def test_a_change_says_who_when_what_and_from_what_to_what(office):
    person, obligation = UserFactory(), obligation_with(subject="Lamps")

    amend(obligation.pk, 1, {"subject": "Harbours", "lead": office}, by=person, on=TODAY)

    change = last()
    assert (change.kind, change.record, change.act) == (
        "obligations.obligation",
        obligation.pk,
        "~",
    )
    assert (change.by, change.name) == (person, obligation.reference)
    assert change.at == obligation.history.first().history_date
    assert change.fields == [
        {"field": "subject", "old": "Lamps", "new": "Harbours"},
        {"field": "lead", "old": None, "new": "DPPA"},
    ]


def test_making_and_deleting_are_changes_too():
    holiday = HolidayFactory()
    key = holiday.pk
    holiday.delete()

    acts = Change.objects.of_record("obligations.holiday", key).order_by("pk")

    assert list(acts.values_list("act", "name")) == [("+", "Lamp Day"), ("-", "Lamp Day")]


def test_the_words_of_another_record_are_those_of_that_day(office):
    obligation = obligation_with(lead=office)
    obligation.lead = OfficeFactory(short="OLA")
    obligation.save()
    office.short = "Renamed"
    office.save()

    change = last("obligations.obligation")

    assert change.fields == [{"field": "lead", "old": "DPPA", "new": "OLA"}]


def test_a_reason_that_is_asked_for_in_a_field_is_the_reason_of_the_change():
    cycle = CycleFactory()

    waive(cycle, on=TODAY, reason="Withdrawn by the Council")

    assert last("reporting.cycle").reason == "Withdrawn by the Council"


def test_what_is_made_with_a_reason_says_it():
    ExtensionFactory()

    assert last("reporting.extension").reason == "More time was asked for"


@pytest.mark.parametrize("factory", [ResponseFactory, ExtensionFactory, CycleFactory])
def test_what_hangs_on_an_obligation_names_it(factory):
    row = factory()
    obligation = row.obligation_id if isinstance(row, Cycle) else row.cycle.obligation_id

    assert last(row._meta.label_lower).obligation == obligation


def test_an_entry_carries_the_office_that_it_is_confidential_to(office):
    EntryFactory(confidential_for=office)

    assert last("followups.entry").confidential_for == office


def test_many_at_once_come_into_the_ledger_each_with_its_difference():
    person = UserFactory()
    cycles = [CycleFactory(due_on=TODAY), CycleFactory(due_on=TODAY)]
    for cycle in cycles:
        cycle.slot_on = TODAY

    bulk_update_with_history(cycles, Cycle, ["slot_on"], default_user=person)

    changes = Change.objects.filter(kind="reporting.cycle", act="~")
    assert {change.record for change in changes} == {cycle.pk for cycle in cycles}
    assert all(change.by == person for change in changes)
    assert all(
        change.fields == [{"field": "slot_on", "old": None, "new": "2026-07-01"}]
        for change in changes
    )


def test_many_made_at_once_come_into_the_ledger():
    bulk_create_with_history(
        [Holiday(on=TODAY, name="One"), Holiday(on=dt.date(2026, 7, 2), name="Two")], Holiday
    )

    assert set(Change.objects.filter(act="+").values_list("name", flat=True)) == {"One", "Two"}


@pytest.mark.parametrize("number", [1, 20])
def test_many_cost_the_same_queries_as_one(number, django_assert_num_queries):
    cycles = Cycle.objects.filter(pk__in=[CycleFactory(due_on=TODAY).pk for _ in range(number)])
    cycles = list(cycles)
    for cycle in cycles:
        cycle.slot_on = TODAY
    # A savepoint and its end, the cycles, the versions, those before, what the name is made of (3),
    # the ledger.
    with django_assert_num_queries(9):
        bulk_update_with_history(cycles, Cycle, ["slot_on"])


def test_planned_cycles_still_write_no_history():
    obligation = ObligationFactory()
    forget(Obligation.history.all())

    Cycle.objects.bulk_create(
        [Cycle(obligation=obligation, cadence=CycleFactory().cadence, period="x")]
    )

    assert not Change.objects.filter(kind="reporting.cycle", obligation=obligation.pk).exists()


def test_a_record_its_version_and_the_ledger_stand_or_fall_together(monkeypatch):
    series = SeriesFactory(name="Old")
    monkeypatch.setattr("apps.history.models.versions.record", refuse)
    series.name = "New"

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        series.save()

    assert Series.objects.get().name == "Old"
    assert series.history.count() == 1


def refuse(versions, instances):
    raise ZeroDivisionError


def test_a_request_has_a_name_by_which_its_changes_are_found(officer):
    obligation = ObligationFactory()
    data = {"version": 1, "finding": "lapsed", "reason": "The mission ended"}

    response = officer.post(reverse("followups:obligation-close", args=[obligation.pk]), data)

    request = response["X-Request-ID"]
    assert last("obligations.obligation").request == request
    assert last("obligations.obligation").by == officer.person


def test_a_name_that_comes_in_is_taken_from_the_proxy_only(signed_in, settings):
    named = {"X-Request-ID": "of-the-proxy-1"}
    assert signed_in.get("/", headers=named)["X-Request-ID"] != "of-the-proxy-1"

    settings.BEHIND_TLS_PROXY = True

    assert signed_in.get("/", headers=named)["X-Request-ID"] == "of-the-proxy-1"
    bad = {"X-Request-ID": "<script>alert(1)</script>"}
    assert signed_in.get("/", headers=bad)["X-Request-ID"] != bad["X-Request-ID"]


def test_people_and_offices_have_a_history_without_passwords(office):
    person = UserFactory(office=office)
    person.name = "Renamed"
    person.set_password("another")
    person.save()

    assert [one["field"] for one in last("accounts.user").fields] == ["name"]
    assert not hasattr(person.history.first(), "password")


def test_signing_in_is_no_change(signed_in):
    before = Change.objects.count()

    signed_in.force_login(signed_in.person)

    assert Change.objects.count() == before


def test_the_roles_of_a_person_are_in_the_history():
    person = UserFactory(role="officer")
    person.groups.remove(Group.objects.get(name="officer"))

    added, removed = Change.objects.filter(kind="accounts.user", act="~").order_by("pk")
    assert added.fields == [{"field": "groups", "old": [], "new": ["officer"]}]
    assert removed.fields == [{"field": "groups", "old": ["officer"], "new": []}]


def test_every_model_with_a_history_writes_the_ledger():
    assert len(version_models()) >= 17
    for kind, model in version_models().items():
        assert issubclass(model, Version), f"{kind}: use apps.history.models.records()"


def changed():
    HolidayFactory()
    return last()


ATTACKS = {
    "save": lambda change: change.save(),
    "delete": lambda change: change.delete(),
    "update all": lambda change: Change.objects.update(reason="x"),
    "delete all": lambda change: Change.objects.all().delete(),
    "update many": lambda change: Change.objects.bulk_update([change], ["reason"]),
    "save a version": lambda change: Holiday.history.first().save(),
    "delete a version": lambda change: Holiday.history.first().delete(),
    "delete versions": lambda change: Holiday.history.all().delete(),
    "update versions": lambda change: Holiday.history.update(name="x"),
    "delete by its model": lambda change: Holiday.history.model.objects.all().delete(),
    "delete of a record": lambda change: Holiday.objects.get().history.all().delete(),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_history_is_neither_changed_nor_deleted_by_the_application(attack):
    change = changed()

    with (
        pytest.raises(CannotRewrite, match="neither changed nor deleted"),
        transaction.atomic(),
    ):
        ATTACKS[attack](change)

    assert (Change.objects.count(), Holiday.history.count()) == (1, 1)


def test_a_person_who_changed_something_cannot_be_deleted():
    person = UserFactory()
    document = DocumentFactory()
    document._history_user = person
    document.save()

    with pytest.raises(ProtectedError):
        person.delete()


def test_no_address_of_the_history_writes(officer):
    change = changed()
    for url in (
        reverse("history:change-list"),
        reverse("history:record", args=[change.kind, change.record]),
    ):
        assert officer.post(url).status_code == 405


def test_the_administration_knows_nothing_of_the_ledger():
    assert not any(model._meta.app_label == "history" for model in admin.site._registry)
