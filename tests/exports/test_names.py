"""Files arrive under a name in the words of whoever asked, in any of the six languages."""

import datetime as dt
import re
from urllib.parse import unquote

import pytest

from apps.exports.names import name_of
from tests.factories import SavedViewFactory
from tests.reporting.days import on_the_day

NAMES = {
    "ar": "تقارير متأخرة",
    "zh": "逾期报告",
    "ru": "Просроченные доклады",
    "fr": "Échéances dépassées",
    "es": "Informes del año próximo",
    "en": "Overdue reports",
}


@pytest.mark.django_db
@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("name", ["csv", "ods"])
def test_the_name_arrives_whole_with_one_in_ascii_beside_it(language, name, signed_in):
    view = SavedViewFactory(owner=signed_in.person, register="cycles", name=NAMES[language])

    with on_the_day:
        response = signed_in.get(f"/export/view/{view.pk}/{name}/")

    header = response["Content-Disposition"]
    plain, whole = re.fullmatch(
        r"attachment; filename=\"([ -~]+)\"; filename\*=UTF-8''([!-~]+)", header
    ).groups()
    assert plain == f"remit-cycles-2026-11-25.{name}"
    assert unquote(whole) == f"{NAMES[language]} 2026-11-25.{name}"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('a/b\\c: "d" <e>|f?*', "a b c d e f 2026-11-25.csv"),
        ("two\nlines\t\x00", "two lines 2026-11-25.csv"),
        ("..hidden.", "hidden 2026-11-25.csv"),
        ("evil\u202egnp.exe", "evil gnp.exe 2026-11-25.csv"),
        ("", "2026-11-25.csv"),
    ],
)
def test_nothing_that_a_file_system_refuses_is_in_a_name(title, name):
    assert name_of(title, dt.date(2026, 11, 25), "csv") == name


@pytest.mark.parametrize("letter", ["a", "я", "逾", "😀"])
def test_a_long_title_is_cut_between_letters(letter):
    name = name_of(letter * 300, dt.date(2026, 11, 25), "xlsx")

    assert 140 < len(name.encode()) < 200
    assert name.removesuffix(" 2026-11-25.xlsx") == letter * (150 // len(letter.encode()))
