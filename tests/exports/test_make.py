"""Every kind of file is made in one place: without a page, in its language, told how far it is."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
import time_machine
from django.utils import translation

from apps.exports.asked import Asked, NotUnderstood, TooLong
from apps.exports.make import FORMATS_OF, count, file_name, make
from apps.exports.models import Format, Job, Kind
from tests.factories import CycleFactory, ObligationFactory, UserFactory
from tests.reporting.cycles import ask, due, rhythm
from tests.reporting.days import TODAY, days

pytestmark = pytest.mark.django_db
STARTS = {
    Format.CSV: b"\xef\xbb\xbf",
    Format.JSON: b'{"schema": "https://remit.example.org/export/',
    Format.HTML: b"<!doctype html>",
    Format.PDF: b"%PDF-",
}


def wanted(kind="cycles", name="csv", query="", language="en", person=None):
    root = "https://remit.example.org"
    return Asked(Kind(kind), Format(name), query, TODAY, language, person, root)


def made(asked, **options):
    file = io.BytesIO()
    make(asked, file, **options)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["obligations", "cycles", "mandate-cycles"])
def test_every_kind_is_made_in_every_format_it_has(kind):
    due(rhythm(ask("Sand: Mission mandate")), days(3))

    for name in FORMATS_OF[kind]:
        if name == Format.PDF:
            continue  # a second each: test_the_register_as_a_document
        assert made(wanted(kind, name)).lower().startswith(STARTS.get(name, b"pk").lower())


def test_the_register_as_a_document_has_the_rows_with_links_and_what_was_asked():
    late = CycleFactory(due_on=days(-1), cadence__obligation__quote="Report on lamps")
    CycleFactory(due_on=days(1))

    page = made(wanted(name="html", query="state=overdue")).decode()
    reference, key = late.obligation.reference, late.obligation.pk

    assert f"https://remit.example.org/obligations/{key}/#cycle-{late.pk}" in page
    assert reference in page
    assert "State: Overdue" in page
    assert "https://remit.example.org/register/cycles/?state=overdue" in page
    assert "24 November 2026<" in page  # no markup of ours inside
    assert "&lt;" not in page
    assert page.count(reference) == 1


def test_the_table_of_cycles_as_a_document_has_both_parts_under_their_headings():
    due(rhythm(ask("Lamps: reports")), days(3))

    page = made(wanted("mandate-cycles", "html")).decode()

    names = ("By region and theme", "Other matters", "Month by month: 2026", "November 2026")
    places = [page.index(f">{name}</h") for name in names]
    assert places == sorted(places)
    assert page.count(">Lamps: reports<") == 2


@pytest.mark.parametrize("name", ["xlsx", "ods", "csv", "json", "docx"])
def test_the_same_on_the_same_day_is_the_same_file(name):
    CycleFactory(due_on=days(-1))

    with time_machine.travel(dt.datetime(2026, 11, 25, 8, tzinfo=dt.UTC)):
        first = made(wanted(name=name))
    with time_machine.travel(dt.datetime(2031, 1, 2, 9, tzinfo=dt.UTC)):
        assert made(wanted(name=name)) == first


@pytest.mark.parametrize("name", ["xlsx", "ods"])
def test_a_workbook_says_no_moment_of_its_making(name):
    with zipfile.ZipFile(io.BytesIO(made(wanted(name=name)))) as book:
        assert {entry.date_time[0] for entry in book.infolist()} == {1980}
        props = book.read("docProps/core.xml" if name == "xlsx" else "meta.xml").decode()

    assert "2026-11-25T00:00:00" in props


@pytest.mark.parametrize("name", ["csv", "json", "xlsx", "ods"])
def test_it_is_told_how_many_rows_are_written(name, monkeypatch):
    monkeypatch.setattr("apps.exports.asked.TOLD_EVERY", 2)
    for number in range(5):
        CycleFactory(due_on=days(number))
    told = []

    made(wanted(name=name), progress=lambda *how_far: told.append(how_far))

    assert told == [(2, 5), (4, 5), (5, 5)]


def test_what_progress_raises_ends_it():
    def stop(done, total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        made(wanted(), progress=stop)


def test_it_is_in_the_language_that_was_asked_for_whatever_is_spoken_now():
    CycleFactory(due_on=days(-1))

    with translation.override("fr"):
        book = openpyxl.load_workbook(io.BytesIO(made(wanted(name="xlsx", language="ar"))))

    assert book.worksheets[0].sheet_view.rightToLeft


def test_for_nobody_in_particular_no_person_is_named():
    person = UserFactory(name="Ada Lovelace")

    assert b"Ada Lovelace" in made(wanted(person=person))
    assert b"Person,\r\n" in made(wanted())


@pytest.mark.parametrize(
    ("kind", "query", "words"),
    [
        ("cycles", "state=late", "State: “late”"),
        ("mandate-cycles", "as_at=soon", "“soon”"),
    ],
)
def test_what_is_not_understood_is_quoted(kind, query, words):
    with pytest.raises(NotUnderstood, match=words):
        made(wanted(kind, "xlsx", query))


def test_a_format_that_a_kind_does_not_have_is_refused():
    with pytest.raises(NotUnderstood, match="Reporting and mandate cycles cannot be had as CSV"):
        made(wanted("mandate-cycles", "csv"))


@pytest.mark.parametrize("kind", ["obligations", "mandate-cycles"])
def test_a_document_of_more_rows_than_it_takes_offers_a_workbook(kind, settings):
    settings.EXPORT_PAPER_ROWS = 1
    for _n in range(2):
        rhythm(ask("Lamps"))

    with pytest.raises(TooLong, match=r"takes 1 rows, and these are 2\..*XLSX"):
        made(wanted(kind, "docx"))


def test_it_counts_what_it_would_write():
    due(rhythm(ask("Lamps")), days(3))

    assert count(wanted("obligations")) == 1
    assert count(wanted("mandate-cycles", "xlsx")) == 2  # its row, and its date
    assert count(wanted("report", "pdf")) == 0


def test_the_file_is_called_by_what_it_is_and_the_day_that_it_tells_of():
    asked = wanted(query="as_at=2026-10-01", name="ods")

    assert file_name(asked) == "Register of cycles 2026-10-01.ods"


def test_a_long_one_is_made_in_the_background_and_its_page_shown(signed_in, settings, threads):
    settings.EXPORT_BACKGROUND_ROWS = 1
    for _n in range(2):
        ObligationFactory()

    response = signed_in.get("/export/obligations/xlsx/?sort=reference")

    job = Job.objects.get()
    assert response.headers["Location"] == job.get_absolute_url()
    assert (job.kind, job.format, job.query) == ("obligations", "xlsx", "sort=reference")
    assert (job.title, job.owner) == ("Register of obligations", signed_in.person)
    assert signed_in.get("/export/obligations/csv/").streaming
    assert signed_in.get("/export/obligations/json/").streaming
    assert Job.objects.count() == 1
