"""Each filter of the registers finds its rows and no others."""

from urllib.parse import urlencode

import pytest
from django.utils.formats import date_format

from apps.actors.models import ActorKind
from apps.obligations.codes import Finding, VerbClass
from tests.factories import ActorFactory, CycleFactory, DocumentFactory, OfficeFactory
from tests.reporting.days import TODAY, asked, days, rows
from tests.reporting.either import BOTH, shown_in

pytestmark = pytest.mark.django_db


@BOTH
def test_drafts_and_rejected_asks_are_in_no_register(register):
    shown_in(register, draft=True)
    shown_in(register, rejected=True)
    accepted = shown_in(register)
    closed = shown_in(register, closed=True)

    assert rows(register) == [accepted, closed]


@BOTH
@pytest.mark.parametrize("typed", ["S/PRST/2021/9", "s/prst/2021/9", " S/PRST/2021/9 ", "key"])
def test_a_document_is_found_by_its_symbol_however_typed_and_by_its_key(register, typed):
    wanted = shown_in(register, paragraph__text__document=DocumentFactory(symbol="S/PRST/2021/9"))
    shown_in(register)
    document = getattr(wanted, "obligation", wanted).document

    assert rows(register, f"document={document.pk if typed == 'key' else typed}") == [wanted]


@BOTH
def test_any_of_several_addressees_is_found_and_each_row_once(register):
    both = shown_in(register, addressees=["secretary-general", "mission"])
    one = shown_in(register, addressees=["mission"])
    shown_in(register, addressees=["member-states"])

    assert rows(register, "addressee=mission&addressee=secretary-general") == [both, one]


@BOTH
def test_a_named_actor_is_found(register):
    union = ActorFactory(kind=ActorKind.REGIONAL_ORGS)
    wanted = shown_in(register, addressees=["regional-orgs"])
    getattr(wanted, "obligation", wanted).set_addressees(["regional-orgs"], [union])
    shown_in(register, addressees=["regional-orgs"])

    assert rows(register, f"actor={union.pk}") == [wanted]


@BOTH
def test_an_office_leads_with_all_below_it(register):
    above = OfficeFactory()
    below = OfficeFactory(parent=above)
    first = shown_in(register, lead=above)
    second = shown_in(register, lead=below)
    shown_in(register, lead=OfficeFactory())
    nobody = shown_in(register)

    assert rows(register, f"lead={above.pk}") == [first, second]
    assert rows(register, f"lead={below.pk}") == [second]
    assert rows(register, "lead=none") == [nobody]


@BOTH
def test_any_of_several_classes_is_found(register):
    urges = shown_in(register, verb_class=VerbClass.URGES)
    decides = shown_in(register, verb_class=VerbClass.DECIDES)
    shown_in(register, verb_class=VerbClass.INVITES)

    assert rows(register, "class=urges&class=decides") == [urges, decides]


@BOTH
def test_any_of_several_findings_is_found(register):
    first = shown_in(register)
    second = shown_in(register)
    shown_in(register)
    for row, finding in ((first, Finding.FULFILLED), (second, Finding.LAPSED)):
        row.finding = finding
        row.save()

    assert rows(register, "finding=fulfilled&finding=lapsed") == [first, second]


@BOTH
def test_both_ends_of_due_between_are_included(register):
    cycles = [CycleFactory(due_on=days(number)) for number in (-1, 0, 1, 2)]
    CycleFactory(due_on=None)
    query = f"due_after={TODAY}&due_before={days(1)}"

    wanted = [cycle.obligation if register == "obligations" else cycle for cycle in cycles[1:3]]
    assert rows(register, query) == wanted


def test_both_ends_of_answered_between_are_included():
    cycles = [CycleFactory(due_on=TODAY, answered_on=days(number)) for number in (-2, -1, 0, 1)]
    CycleFactory(due_on=TODAY)

    assert rows("cycles", f"answered_after={days(-1)}&answered_before={TODAY}") == cycles[1:3]


def test_undated_obligations_are_to_be_looked_at_when_their_day_has_come_or_none_was_set():
    never, today, later = (CycleFactory(due_on=None).obligation for _ in range(3))
    for obligation, review_on in ((today, TODAY), (later, days(1))):
        obligation.refresh_from_db()
        obligation.review_on = review_on
        obligation.save()
    CycleFactory(due_on=TODAY)

    assert rows("obligations", "review=due") == [never, today]


@BOTH
@pytest.mark.parametrize(
    "text",
    [
        "biennial",
        "BIENNIAL report",
        "regional biennial",
        "S/PRST/2021/9",
        "2021/9 biennial",
        "Peace",
    ],
)
def test_every_word_is_found_in_the_words_the_act_the_symbol_or_the_title(register, text):
    wanted = shown_in(
        register,
        quote="Requests a biennial report",
        act="cooperate with regional organizations",
        paragraph__text__document=DocumentFactory(symbol="S/PRST/2021/9", title="Keeping peace"),
    )
    shown_in(register, quote="Requests a report", act="report")

    assert rows(register, f"text={text}") == [wanted]


@BOTH
def test_a_text_with_a_word_that_is_nowhere_finds_nothing(register):
    shown_in(register, quote="Requests a biennial report")

    assert rows(register, "text=biennial+yearly") == []


@BOTH
@pytest.mark.parametrize("text", ["合作", "区域", "区域 合作"])
def test_two_chinese_characters_are_found_inside_a_sentence(register, text):
    wanted = shown_in(register, quote="请秘书长就联合国与区域组织合作提出建议")
    shown_in(register, quote="请秘书长提交报告")

    assert rows(register, f"text={text}") == [wanted]


@BOTH
def test_filters_narrow_each_other(register):
    wanted = shown_in(register, verb_class=VerbClass.URGES, addressees=["mission"])
    shown_in(register, verb_class=VerbClass.URGES)
    shown_in(register, addressees=["mission"])

    assert rows(register, "class=urges&addressee=mission") == [wanted]


@BOTH
@pytest.mark.parametrize(
    ("query", "quoted"),
    [
        ("due_after=soon", "soon"),
        ("due_before=2026-13-01", "2026-13-01"),
        ("document=S/RES/9999", "S/RES/9999"),
        ("document=99999999999999999999", "99999999999999999999"),
        ("document=%00", "\x00"),
        ("lead=7777", "7777"),
        ("lead=all", "all"),
        ("actor=7777", "7777"),
        ("addressee=nobody", "nobody"),
        ("class=begs", "begs"),
        ("state=late", "late"),
        ("finding=done", "done"),
        ("sort=nothing", "nothing"),
        ("sort=-words", "-words"),
        ("columns=words,colour", "words,colour"),
        ("page=0", "0"),
        ("page=two", "two"),
        ("per_page=7", "7"),
        ("text=" + "a" * 201, "a" * 201),
        ("text=%00", "\x00"),
    ],
)
def test_what_is_not_understood_is_quoted_and_shows_no_rows(register, query, quoted):
    shown_in(register)
    found = asked(register, query)

    assert not found.is_valid
    assert [f"“{quoted}”" in problem.words for problem in found.problems] == [True]
    assert list(found.table.data.data) == []


@BOTH
def test_a_code_repeated_a_thousand_times_counts_once(register):
    wanted = shown_in(register)

    assert rows(register, "&".join(["state=due"] * 999)) == [wanted]
    assert len(asked(register, "state=due&state=due").filter.chips) == 1


@BOTH
def test_active_filters_stand_in_words_and_each_can_be_taken_away(register):
    document = DocumentFactory(symbol="S/PRST/2021/9")
    query = (
        f"text=Peace&document={document.pk}&lead=none&due_after=2026-11-25&state=due&state=overdue"
    )
    found = asked(register, f"{query}&page=2")

    assert [chip.words for chip, _query in found.chips] == [
        "Words: “Peace”",
        "Document: S/PRST/2021/9",
        "Lead office: No lead office",
        f"Due from: {date_format(TODAY)}",
        "State: Due today",
        "State: Overdue",
    ]
    without = {chip.words: query for chip, query in found.chips}
    assert "state=overdue" in without["State: Due today"]
    assert "state=due" not in without["State: Due today"].replace("state=overdue", "")
    assert "page" not in without["State: Due today"]


@BOTH
def test_a_reference_as_pages_write_it_finds_that_one(register):
    wanted = shown_in(register)
    obligation = getattr(wanted, "obligation", wanted)
    shown_in(register, paragraph__text=obligation.paragraph.text)

    assert rows(register, urlencode({"text": obligation.reference})) == [wanted]
    assert rows(register, urlencode({"text": "S/RES/1 (1946) ¶ 99"})) == []


@pytest.mark.parametrize(
    "page", ["/register/obligations/", "/register/cycles/", "/dashboard/", "/dashboard/reading/"]
)
@pytest.mark.parametrize("day", ["", "2026-06-30"])
def test_every_page_can_be_asked_for_a_mandate(signed_in, page, day):
    mandate = CycleFactory().obligation

    assert signed_in.get(page, {"mandate": mandate.pk, "as_at": day}).status_code == 200
