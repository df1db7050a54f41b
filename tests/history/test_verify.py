"""`verify_history` finds what was done to the history behind the application's back."""

import io

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection

from apps.history.models import Change, Head, Shape
from apps.history.models.seal import hash_after
from tests.factories import HolidayFactory, SeriesFactory, UserFactory
from tests.history.verifying import verify

pytestmark = pytest.mark.django_db(transaction=True)


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


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
