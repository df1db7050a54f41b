"""`verify_history` finds what was done to the history behind the application's back."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from apps.history.models import Change, Head, Shape
from apps.history.models.seal import hash_after, seal
from apps.history.verify import Verification
from apps.obligations.models import Holiday
from tests.factories import HolidayFactory, SeriesFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def verify(*arguments):
    out = io.StringIO()
    try:
        call_command("verify_history", *arguments, stdout=out)
    except CommandError as error:
        return f"{out.getvalue()}{error}"
    return out.getvalue()


@pytest.fixture
def holiday():
    """Eight changes of two records, sealed as they are committed."""
    series = SeriesFactory(name="0")
    holiday = HolidayFactory(name="0")
    for number in range(1, 4):
        series.name = holiday.name = str(number)
        series.save()
        holiday.save()
    assert "8 changes in the chain, 0 not sealed" in verify()
    return holiday


def test_what_nobody_touched_is_proved(holiday):
    said = verify()

    assert "Nothing was altered, removed, put in or moved." in said
    assert f"Head of the chain: 8:{Change.objects.get(place=8).hash}" in said


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("fields", '[{"field": "name", "old": "2", "new": "forged"}]'),
        ("reason", "forged"),
        ("name", "forged"),
        ("act", "-"),
        ("record", 999),
        ("request", "forged"),
        ("at", "2001-01-01 00:00:00+00:00"),
        ("digest", "0" * 64),
    ],
)
def test_a_row_of_the_ledger_that_was_changed_is_found(holiday, column, value):
    value = value if column != "at" or connection.vendor == "postgresql" else value[:19]
    sql(f"UPDATE history_change SET {column} = %s WHERE place = 5", value)

    said = verify()

    assert "place 5, obligations.series" in said
    assert "was changed" in said


def test_a_changed_row_whose_hash_was_made_anew_is_found(holiday):
    change = Change.objects.select_related("shape").get(place=5)
    change.reason = "forged"
    forged = hash_after(Change.objects.get(place=4).hash, change)
    sql("UPDATE history_change SET reason = 'forged', hash = %s WHERE place = 5", forged)

    assert "place 6, obligations.holiday" in verify()


def test_a_version_that_was_changed_is_found(holiday):
    version = holiday.history.first().pk
    sql("UPDATE obligations_historicalholiday SET name = 'forged' WHERE history_id = %s", version)

    assert f"place 8, obligations.holiday {holiday.pk}: version {version} was changed" in verify()


def test_the_groups_of_a_version_of_a_person_are_proved_too():
    UserFactory().groups.add(Group.objects.create(name="lamplighters"))
    assert "Nothing was altered" in verify()

    sql("DELETE FROM history_historicaluser_groups")

    assert "was changed" in verify()


def test_a_row_that_was_removed_is_found(holiday):
    sql("DELETE FROM history_change WHERE place = 4")

    said = verify()

    assert "place 4: was removed: there is no row at this place" in said
    assert "was put in: it is not in the ledger" in said  # its version is left over


def test_a_version_that_was_removed_is_found(holiday):
    version = holiday.history.first().pk
    sql("DELETE FROM obligations_historicalholiday WHERE history_id = %s", version)

    assert f"place 8, obligations.holiday {holiday.pk}: version {version} was removed" in verify()


def test_a_tail_that_was_cut_off_is_found(holiday):
    for place in (7, 8):
        change = Change.objects.get(place=place)
        sql("DELETE FROM history_change WHERE place = %s", place)
        sql(
            f"DELETE FROM obligations_historical{change.kind.partition('.')[2]} "
            "WHERE history_id = %s",
            change.version,
        )

    assert "place 7: were removed: the chain ends before its head at 8" in verify()


def test_a_tail_that_was_cut_off_with_its_head_is_found_by_a_noted_head(holiday):
    noted = str(Head.objects.get())
    seventh = Change.objects.get(place=7)
    change = Change.objects.get(place=8)
    sql("DELETE FROM history_change WHERE place = 8")
    sql("DELETE FROM obligations_historicalholiday WHERE history_id = %s", change.version)
    sql("UPDATE history_head SET place = 7, hash = %s", seventh.hash)

    assert "Nothing was altered" in verify()
    assert "place 8: the chain ends before the head that was noted" in verify("--expect", noted)


def test_a_version_that_was_put_in_is_found(holiday):
    sql(
        "INSERT INTO obligations_historicalholiday "
        '(id, "on", name, history_id, history_date, history_type) '
        "SELECT id, \"on\", 'forged', history_id + 1000, history_date, '~' "
        "FROM obligations_historicalholiday WHERE history_id = %s",
        holiday.history.first().pk,
    )

    assert "was put in: it is not in the ledger" in verify()


COLUMNS = (
    'at, by_id, kind, record, name, obligation, act, fields, reason, request, "confidential_for_id"'
)


def put_in(place):
    """A copy of the third row, for a version that is not there, at `place`."""
    sql(
        f"INSERT INTO history_change ({COLUMNS}, version, place, shape_id, digest, hash) "
        f"SELECT {COLUMNS}, 999, %s, shape_id, digest, hash FROM history_change WHERE place = 3",
        place,
    )


def test_a_row_that_was_put_in_behind_the_head_is_found(holiday):
    put_in(9)

    assert "place 9: was put in: it lies beyond the head of the chain" in verify()


def test_a_row_that_was_put_in_unsealed_is_found(holiday):
    sql(
        f"INSERT INTO history_change ({COLUMNS}, version, digest, hash) "
        f"SELECT {COLUMNS}, 999, '', '' FROM history_change WHERE place = 3"
    )

    assert "was put in: there is no version that it belongs to" in verify()


@pytest.mark.parametrize(("one", "other"), [(3, 6), (4, 5)])
def test_rows_that_changed_places_are_found(holiday, one, other):
    for place, moved in ((one, 99), (other, one), (99, other)):
        sql("UPDATE history_change SET place = %s WHERE place = %s", moved, place)

    said = verify()

    assert f"place {one}, " in said
    assert f"was moved: it was sealed at place {other}" in said
    assert f"was moved: it was sealed at place {one}" in said


def test_a_noted_head_is_still_in_the_chain(holiday):
    noted = str(Head.objects.get())
    holiday.name = "later"
    holiday.save()

    assert "Nothing was altered" in verify("--expect", noted)
    other = f"5:{'a' * 64}"
    assert "place 5, " in (said := verify("--expect", other))
    assert "does not go through the head that was noted" in said


def test_what_is_no_head_is_refused_in_words(holiday):
    with pytest.raises(CommandError, match="“8” is no head: give PLACE:HASH"):
        call_command("verify_history", "--expect", "8")


def test_it_ends_with_one_and_counts_what_it_found(holiday):
    sql("UPDATE history_change SET reason = 'forged' WHERE place IN (2, 5)")

    with pytest.raises(CommandError, match="tampered with: 2 findings"):
        call_command("verify_history", stdout=io.StringIO())


def test_a_column_that_a_later_release_adds_changes_no_proof(holiday):
    """The digest covers the columns of the day it was made."""
    shape = Shape.objects.get(kind="obligations.holiday")
    assert set(shape.columns) >= {"id", "on", "name", "history_user_id"}
    sql("ALTER TABLE obligations_historicalholiday ADD COLUMN later varchar(9) DEFAULT 'x'")
    try:
        assert "Nothing was altered" in verify()
    finally:
        sql("ALTER TABLE obligations_historicalholiday DROP COLUMN later")


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
