"""Files as they come out of an export, opened by other programs."""

import csv
import datetime as dt
import io
import json
from pathlib import Path

import openpyxl
import python_calamine
from django.conf import settings
from jsonschema import Draft202012Validator

FACTS = 7
SCHEMA = Draft202012Validator(
    json.loads(Path(settings.BASE_DIR, "docs/schema/register.schema.json").read_text("utf-8"))
)


def content(response):
    assert response.status_code == 200, response.text
    return b"".join(response.streaming_content)


def csv_rows(response):
    return list(csv.reader(io.StringIO(content(response).decode("utf-8-sig"), newline="")))


def sheets(response):
    return openpyxl.load_workbook(io.BytesIO(content(response)))


def sheet_rows(sheet):
    def plain(value):
        if isinstance(value, dt.datetime):
            return value.date().isoformat()
        return "" if value is None else value

    return [[plain(cell.value) for cell in row] for row in sheet.iter_rows()]


def ods_rows(response, sheet=0):
    book = python_calamine.load_workbook(io.BytesIO(content(response)))
    rows = book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)
    return [[c.isoformat() if isinstance(c, dt.date) else c for c in row] for row in rows]


def valid_json(response):
    """What it holds, once it is as the published schema says."""
    found = json.loads(content(response))
    SCHEMA.validate(found)
    return found
