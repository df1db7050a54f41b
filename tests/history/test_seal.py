"""Changes are sealed into one chain when they are committed, or later where that failed."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from apps.history.models import Change
from apps.history.models.seal import seal
from apps.history.verify import Verification
from apps.obligations.models import Holiday
from tests.factories import HolidayFactory, SeriesFactory
from tests.history.verifying import verify

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_transaction_is_sealed_once_when_it_is_committed():
    with transaction.atomic():
        for number in range(3):
            HolidayFactory(on=f"2030-01-0{number + 1}", name="x")
        assert Change.objects.unsealed().count() == 3
        ours = [entry for entry in connection.run_on_commit if entry[1].__name__ == "_seal_some"]
        assert len(ours) == 1

    assert list(Change.objects.order_by("pk").values_list("place", flat=True)) == [1, 2, 3]


def test_what_is_rolled_back_leaves_no_gap():
    HolidayFactory(on="2030-01-01")
    with transaction.atomic():
        HolidayFactory(on="2030-01-02")
        transaction.set_rollback(True)
    HolidayFactory(on="2030-01-03")

    assert "2 changes in the chain, 0 not sealed" in verify()


def test_a_failure_to_seal_fails_no_change_and_the_next_one_catches_up(monkeypatch, caplog):
    with monkeypatch.context() as patched:
        patched.setattr("apps.history.models.seal._seal_batch", refuse)
        holiday = HolidayFactory()
    assert Holiday.objects.count() == 1
    assert "0 changes in the chain, 1 not sealed yet" in verify()
    assert "seal" in caplog.text

    holiday.name = "Again"
    holiday.save()

    assert "2 changes in the chain, 0 not sealed yet" in verify()


def refuse(size):
    raise ZeroDivisionError


def test_a_backlog_is_sealed_in_batches(monkeypatch):
    monkeypatch.setattr("apps.history.models.seal.BATCH", 2)
    monkeypatch.setattr("apps.history.verify.BATCH", 2)
    monkeypatch.setattr("apps.history.models.seal.MOST_AFTER_A_COMMIT", 0)
    for number in range(5):
        HolidayFactory(on=f"2030-01-0{number + 1}")
    assert "0 changes in the chain, 5 not sealed yet" in verify()

    assert seal(most=3) == 3
    assert seal() == 2

    assert "5 changes in the chain, 0 not sealed yet" in verify()
    assert list(Verification().findings()) == []


@pytest.mark.parametrize("number", [1, 20])
def test_sealing_many_costs_the_queries_of_one(number, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("apps.history.models.seal.MOST_AFTER_A_COMMIT", 0)
    HolidayFactory(on="2031-01-01")
    seal()
    for day in range(number):
        HolidayFactory(on=f"2030-01-{day + 1:02}")

    # begin, head, what waits, the shape, the versions, their places, the head, commit
    with django_assert_num_queries(8):
        seal()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time writes SQLite")
def test_many_people_at_once_do_not_block_each_other_and_leave_one_chain():
    series = [SeriesFactory() for _ in range(2)]

    def work(number):
        try:
            for turn in range(10):
                # Two records in one transaction, in either order: each locks the other's next.
                with transaction.atomic():
                    one = series[0 if number % 2 else 1] if turn % 2 else SeriesFactory()
                    one.name = f"{number} {turn}"
                    one.save()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(work, range(8)))

    said = verify()
    assert "Nothing was altered" in said
    assert "0 not sealed yet" in said


def test_the_command_seals_what_waits(monkeypatch):
    monkeypatch.setattr("apps.history.models.seal.MOST_AFTER_A_COMMIT", 0)
    HolidayFactory()
    out = io.StringIO()

    call_command("seal_history", stdout=out)

    assert "1 changes were sealed." in out.getvalue()
