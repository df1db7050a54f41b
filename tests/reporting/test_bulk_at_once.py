"""Two people change and undo the same rows at the same time: each waits, nobody for ever."""

import datetime as dt
import threading

import pytest
from django.db import connection, connections

from apps.obligations.models import Obligation
from apps.reporting import bulk
from apps.reporting.bulk import AlreadyUndone, NothingToChange, change_many, undo_many
from apps.reporting.models import BulkEdit
from tests.factories import ObligationFactory, OfficeFactory, UserFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"
    ),
]
AT = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


def at_once(*acts):
    """Do all acts in threads that begin together; what each gave or raised."""
    start, found = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number, act):
        start.wait()
        try:
            found[number] = act()
        except Exception as error:  # noqa: BLE001 (a test looks at it)
            found[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive(), "two who change the same rows wait for each other"
    return found


def test_two_who_change_the_same_rows_in_another_order_do_not_lock_each_other_out(monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 2)  # many batches: many chances to meet
    rows = ObligationFactory.create_batch(20)
    people = UserFactory.create_batch(2)
    offices = [OfficeFactory(short="ONE"), OfficeFactory(short="OTHER")]
    seen = [(row.pk, row.version) for row in rows]

    def change(number, order):
        return lambda: change_many(
            order, {"lead": offices[number]}, by=people[number], at=AT, on=AT.date()
        )

    for _turn in range(5):
        found = at_once(change(0, seen), change(1, seen[::-1]))

        made = [one for one in found if isinstance(one, BulkEdit)]
        assert len(made) == 1, found
        assert sum(isinstance(one, NothingToChange) for one in found) == 1
        now = Obligation.objects.filter(pk__in=[row.pk for row in rows])
        assert {row.lead_id for row in now} == {made[0].values["lead"]}
        seen = list(now.values_list("pk", "version"))


def test_two_who_undo_at_once_undo_it_once():
    rows = ObligationFactory.create_batch(10)
    person = UserFactory()
    seen = [(row.pk, row.version) for row in rows]
    edit = change_many(seen, {"lead": OfficeFactory()}, by=person, at=AT, on=AT.date())

    def undo():
        return undo_many(edit.pk, by=person, at=AT, within=dt.timedelta(hours=1))

    found = at_once(undo, undo)

    assert sorted(type(one).__name__ for one in found) == ["AlreadyUndone", "BulkEdit"]
    assert any(isinstance(one, AlreadyUndone) for one in found)
    assert set(Obligation.objects.values_list("version", "lead")) == {(3, None)}
