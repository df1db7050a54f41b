"""What was exported is read back, and exported again from that: the same, in every format."""

import datetime as dt
import io
import json

import pytest
from django.core.management import CommandError, call_command

from apps.exports.asked import Asked
from apps.exports.formats import csv_lines, json_lines
from apps.exports.listing import About, Column, Listing, Type, as_it_was, harmless, items, text
from apps.exports.make import make
from apps.exports.models import Format, Kind
from apps.exports.ods import write_ods
from apps.exports.read_back import NotOurs, read_back
from apps.exports.xlsx import write_xlsx
from apps.obligations.organise import index_custom
from tests.exports.files import SCHEMA
from tests.factories import CustomFieldFactory, CycleFactory, ObligationFactory, OfficeFactory
from tests.reporting.days import TODAY, days

REGISTERS = pytest.mark.parametrize("register", ["obligations", "cycles"])
FORMATS = pytest.mark.parametrize("name", ["csv", "xlsx", "ods", "json"])
ODD = [
    "=1+1",
    "'=1+1",
    "''@x",
    "'quoted'",
    "first\nsecond\r\nthird\ttab",
    "  space   inside ",
    "إلى الأمين العام",
    "请秘书长，“提交”报告",
    '<a href="x">&amp;</a>',
    "٣=٢",
    "＝1",
    "12",
    "-5",
    "_x0041_",
    "2026-11-25",
]
SCHEMA_ADDRESS = "https://remit.example.org/export/schema/register.schema.json"


@pytest.fixture
def odd(db):
    """A row for each odd text, with fields of the organization; one has nothing at all."""
    kinds = {"note": "text", "number": "number", "day": "date"}
    fields = [CustomFieldFactory(key=key, kind=kind) for key, kind in kinds.items()]
    lead = OfficeFactory(short="=OFF")
    for number, words in enumerate(ODD):
        custom = {"note": words.strip(), "number": f"{number}.5", "day": "1850-03-01"}
        obligation = ObligationFactory(
            quote=words, words=words, lead=lead, custom=custom, tag_names=["a; b", 'say "c"', words]
        )
        index_custom([obligation])
        CycleFactory(cadence__obligation=obligation, due_on=days(number))
    CycleFactory(due_on=None)
    return fields


def exported(register, name, query):
    asked = Asked(
        Kind(register), Format(name), query, TODAY, "en", None, "https://remit.example.org"
    )
    file = io.BytesIO()
    make(asked, file)
    return file.getvalue()


def again(raw, name):
    """The file made of what was read from it."""
    listing = read_back(io.BytesIO(raw), format=name)
    file = io.BytesIO()
    if name == "csv":
        file.write("".join(csv_lines(listing)).encode())
    elif name == "json":
        file.write("".join(json_lines(listing, schema=SCHEMA_ADDRESS)).encode())
    else:
        {"xlsx": write_xlsx, "ods": write_ods}[name](listing, file)
    return file.getvalue()


QUERY = "columns=words,addressees,lead,tags,finding,adopted_on,field-note,field-number,field-day"


@REGISTERS
@FORMATS
def test_what_is_read_back_is_exported_the_same_again(register, name, odd):
    raw = exported(register, name, QUERY)

    assert again(raw, name) == raw


@REGISTERS
def test_every_format_is_read_back_as_the_same_rows(register, odd):
    def read(name):
        found = read_back(io.BytesIO(exported(register, name, QUERY)), format=name)
        return found.about, list(found.columns), [[text(v) for v in row] for _k, row in found.rows]

    about, columns, lines = read("json")

    assert {value for line in lines for value in line} >= set(ODD)
    assert read("csv") == read("xlsx") == read("ods") == (about, columns, lines)


def test_values_have_the_types_of_their_columns(odd):
    found = read_back(io.BytesIO(exported("cycles", "csv", QUERY + ",due_on")), format="csv")
    _key, row = next(iter(found.rows))
    values = {column.name: value for column, value in zip(found.columns, row, strict=True)}

    assert values["words"] == "=1+1"
    assert values["due_on"] == TODAY
    assert values["field-day"] == dt.date(1850, 3, 1)
    assert str(values["field-number"]) == "0.5"
    assert values["tags"] == ["a; b", 'say "c"', "=1+1"]


def test_the_json_is_as_the_published_schema_says(odd, client):
    found = json.loads(exported("cycles", "json", QUERY))

    SCHEMA.validate(found)
    assert found["schema"] == SCHEMA_ADDRESS
    assert client.get("/export/schema/register.schema.json").json() == SCHEMA.schema


@pytest.mark.parametrize("cell", [*ODD, "", "'", "''", "@", "'\t", "plain"])
def test_what_was_made_harmless_can_be_undone(cell):
    assert as_it_was(harmless(cell)) == cell


@pytest.mark.parametrize(
    "value", [[], ["a"], ["a; b", 'c"d'], ["", " x "], ["two\nlines", "b"], ["a,b", "'c"]]
)
def test_a_list_in_a_cell_can_be_taken_apart(value):
    assert items(text(value)) == value


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("csv", b"a,b\r\n1,2\r\n", "The facts that travel with the rows are not there"),
        ("xlsx", b"no workbook", "cannot be read"),
        ("ods", b"", "cannot be read"),
        ("json", b"{", "cannot be read"),
        ("json", b"[]", "not as its schema says"),
        ("csv", b"\xff\xfe", "cannot be read"),
        ("json", b"[" * 100_000, "cannot be read"),
        ("json", b"9" * 5_000, "too long for a number"),
        ("pdf", b"", "“pdf” is no format"),
    ],
)
def test_what_is_not_ours_is_refused(name, raw, words):
    with pytest.raises(NotOurs, match=words):
        read_back(io.BytesIO(raw), format=name)


def test_a_cell_that_its_column_cannot_hold_is_quoted(odd):
    raw = exported("cycles", "csv", "columns=due_on").replace(b"2026-11-25\r", b"tomorrow\r", 1)
    raw = raw.replace(b",2026-11-26\r", b",tomorrow\r", 1)

    with pytest.raises(NotOurs, match="“tomorrow” under “Due”"):
        list(read_back(io.BytesIO(raw), format="csv").rows)


def as_csv(number):
    about = About("", "", "2026-11-25", "", 1, "")
    columns = [Column("words", "Words"), Column("number", "Number", Type.NUMBER)]
    return "".join(csv_lines(Listing(about, columns, [(1, ["a", number])]))).encode()


@pytest.mark.parametrize("number", ["Infinity", "NaN", "sNaN", "1e99999999", "1e-99999999"])
def test_what_is_no_number_that_can_be_written_is_quoted(number):
    with pytest.raises(NotOurs, match=f"“{number}” under “Number”"):
        list(read_back(io.BytesIO(as_csv(number)), format="csv").rows)


def test_a_row_is_refused_like_a_heading_and_may_be_long():
    raw = as_csv(None)
    (row,) = read_back(io.BytesIO(raw.replace(b"a,", b"a" * 200_000 + b",")), format="csv").rows
    assert len(row[1][0]) == 200_000

    with pytest.raises(NotOurs, match="cannot be read"):
        list(read_back(io.BytesIO(raw.replace(b"a,", b"a" * 99_999 + b"\xff,")), format="csv").rows)


def test_the_command_prints_a_json_object_for_each_row(odd, tmp_path, capsys):
    file = tmp_path / "cycles.ods"
    file.write_bytes(exported("cycles", "ods", "columns=words,due_on"))

    call_command("read_export", file)

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (lines[0]["words"], lines[0]["due_on"]) == ("=1+1", TODAY.isoformat())
    assert len(lines) == len(ODD) + 1


def test_the_command_says_which_file_it_cannot_read(tmp_path):
    with pytest.raises(CommandError, match=r"“.*nowhere\.csv”"):
        call_command("read_export", tmp_path / "nowhere.csv")
