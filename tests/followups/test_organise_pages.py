"""Tags, links and own fields on the page of an obligation."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from apps.obligations.models import Link
from apps.obligations.organise import index_tags
from tests.conftest import FRAGMENT
from tests.factories import CustomFieldFactory, LinkFactory, ObligationFactory, TagFactory

pytestmark = pytest.mark.django_db


def detail(obligation):
    return reverse("followups:obligation-detail", args=[obligation.pk])


def tag(client, obligation, version=1, headers=None, **data):
    url = reverse("followups:obligation-tag", args=[obligation.pk])
    return client.post(url, {"version": version} | data, headers=headers)


def link(client, obligation, target, headers=None, **data):
    url = reverse("followups:obligation-link", args=[obligation.pk])
    data = {"kind": "relates", "target": target} | data
    return client.post(url, data, headers=headers)


def part(page):
    return re.search(r'<section id="organise".*?</section>', page, re.DOTALL)[0]


def test_tags_lead_to_the_register_with_that_tag(signed_in):
    obligation = ObligationFactory(tag_names=["R&D, no"])
    index_tags([obligation])

    page = signed_in.get(detail(obligation)).text

    assert 'href="/register/obligations/?tag=R%26D%2C%20no">R&amp;D, no</a>' in page
    assert obligation.reference in signed_in.get("/register/obligations/?tag=R%26D%2C%20no").text


def test_a_reader_sees_all_and_changes_nothing(signed_in):
    obligation = ObligationFactory(tag_names=["Sahel"], subject="Lamps", region="africa")
    made = LinkFactory(source=obligation, kind="duplicates", note="Word by word")

    page = part(signed_in.get(detail(obligation)).text)

    for words in ("Sahel", "Lamps", "Africa", "Duplicates", made.target.reference, "Word by word"):
        assert words in page
    assert "<form" not in page


def test_tags_are_added_and_taken_away_without_scripts(officer):
    TagFactory(name="Sahel")
    obligation = ObligationFactory()

    added = tag(officer, obligation, add="sahel, peace")
    tag(officer, obligation, version=2, remove="peace")

    obligation.refresh_from_db()
    assert added["Location"] == f"{detail(obligation)}#organise"
    assert obligation.tag_names == ["Sahel"]
    assert obligation.history.first().history_user == officer.person


def test_htmx_gets_the_part_with_its_new_version(officer):
    obligation = ObligationFactory()

    response = tag(officer, obligation, add="Sahel", headers=FRAGMENT).text

    assert response.strip().startswith("<section")
    assert "Sahel" in response
    assert 'data-version="2"' in response
    assert 'name="version" value="2"' in response


def test_the_part_is_a_piece_of_the_page(officer):
    obligation = ObligationFactory(tag_names=["Sahel"])

    answer = tag(officer, obligation, add="x" * 51, headers=FRAGMENT)
    page = tag(officer, obligation, add="x" * 51).text

    def plain(text):
        return re.sub(r'value="[A-Za-z0-9]{64}"', "", text).strip()

    assert answer.status_code == 422
    assert plain(answer.text) in plain(page)


def test_a_tag_that_is_too_long_comes_back_as_typed(officer):
    obligation = ObligationFactory()

    response = tag(officer, obligation, add="peace, " + "x" * 51)

    assert response.status_code == 422
    assert f"“{'x' * 51}” is too long for a tag" in response.text
    assert f'value="peace, {"x" * 51}"' in response.text
    obligation.refresh_from_db()
    assert obligation.tag_names == []


@pytest.mark.parametrize("headers", [None, FRAGMENT])
def test_the_second_of_two_sees_the_change_and_keeps_what_was_typed(headers, officer):
    obligation = ObligationFactory(act="Old words")
    obligation.act, obligation.version = "New words", 2
    obligation.save()

    response = tag(officer, obligation, version=1, add="Sahel", headers=headers)

    assert response.status_code == 409
    assert "<del>Old words</del> → <ins>New words</ins>" in response.text
    assert 'value="Sahel"' in response.text
    obligation.refresh_from_db()
    assert obligation.tag_names == []
    assert tag(officer, obligation, version=2, add="Sahel").status_code == 302


@pytest.mark.parametrize("version", ["", "one", "99999999999999999999"])
def test_a_version_that_is_none_changes_nothing(version, officer):
    obligation = ObligationFactory()

    assert tag(officer, obligation, version=version, add="Sahel").status_code in {409, 422}


def test_a_closed_obligation_is_not_tagged_or_linked(officer):
    closed = ObligationFactory(closed=True)

    assert tag(officer, closed, add="Sahel").status_code == 422
    assert link(officer, closed, ObligationFactory().reference).status_code == 422
    assert "<form" not in part(officer.get(detail(closed)).text)


def test_a_link_shows_on_both_pages(officer):
    source, target = ObligationFactory(), ObligationFactory()

    response = link(officer, source, target.reference, kind="depends", note="Its report")

    assert response["Location"] == f"{detail(source)}#organise"
    assert "Depends on" in part(officer.get(detail(source)).text)
    assert "Needed by" in part(officer.get(detail(target)).text)


def test_what_names_no_obligation_comes_back_as_typed(officer):
    response = link(
        officer, ObligationFactory(), "S/RES/1 (1946) ¶ 9", note="Why", headers=FRAGMENT
    )

    assert response.status_code == 422
    assert "“S/RES/1 (1946) ¶ 9” names no accepted obligation here." in response.text
    assert 'value="S/RES/1 (1946) ¶ 9"' in response.text
    assert 'value="Why"' in response.text
    assert "<details" in response.text
    assert " open>" in response.text


@pytest.mark.parametrize("data", [{"kind": "hates"}, {"target": ""}, {"note": "x" * 301}])
def test_a_link_that_is_none_is_refused(data, officer):
    fields = {"target": ObligationFactory().reference} | data

    assert link(officer, ObligationFactory(), **fields).status_code == 422
    assert not Link.objects.exists()


@pytest.mark.parametrize("end", ["source", "target"])
def test_a_link_is_taken_away_from_either_end(end, officer):
    made = LinkFactory()
    page = getattr(made, end)

    officer.post(reverse("followups:obligation-unlink", args=[page.pk, made.pk]))

    assert not Link.objects.exists()


def test_a_link_of_others_is_not_found_through_this_page(officer):
    made = LinkFactory()
    url = reverse("followups:obligation-unlink", args=[ObligationFactory().pk, made.pk])

    assert officer.post(url).status_code == 404
    assert Link.objects.exists()


def test_own_fields_are_typed_in_the_form_and_shown_in_words(officer):
    text, number = CustomFieldFactory(label="Desk"), CustomFieldFactory(label="Cost", kind="number")
    day, choice = CustomFieldFactory(label="Read", kind="date"), CustomFieldFactory(choice=True)
    CustomFieldFactory(label="Out of use", is_active=False)
    obligation = ObligationFactory()
    url = reverse("followups:obligation-edit", args=[obligation.pk])
    typed = {
        f"field-{text.key}": "Africa I",
        f"field-{number.key}": "1200.5",
        f"field-{day.key}": "2026-11-30",
        f"field-{choice.key}": "high",
    }

    form = officer.get(url).text
    data = {"version": 1, "act": "report", "finding": "not-started", "tags": "Sahel", **typed}
    response = officer.post(url, data)

    assert "Out of use" not in form
    assert response.status_code == 302
    obligation.refresh_from_db()
    assert obligation.tag_names == ["Sahel"]
    assert obligation.custom == {
        text.key: "Africa I",
        number.key: "1200.5",
        day.key: "2026-11-30",
        choice.key: "high",
    }
    page = part(officer.get(detail(obligation)).text)
    for words in ("Africa I", "1,200.5", "30 November 2026", "high"):
        assert words in page
    again = officer.get(url).text
    for value in ("Africa I", "2026-11-30", "Sahel"):
        assert f'value="{value}"' in again


def test_a_number_is_typed_as_the_language_writes_it(officer):
    field = CustomFieldFactory(kind="number")
    obligation = ObligationFactory()
    url = reverse("followups:obligation-edit", args=[obligation.pk])
    data = {"version": 1, "act": "x", "finding": "not-started", f"field-{field.key}": "1200,5"}

    officer.post(url, data, headers={"Accept-Language": "fr"})

    obligation.refresh_from_db()
    assert obligation.custom == {field.key: "1200.5"}


@pytest.mark.parametrize(
    ("kind", "typed"), [("number", "many"), ("date", "soon"), ("choice", "middle")]
)
def test_a_wrong_value_comes_back_and_nothing_is_saved(kind, typed, officer):
    field = CustomFieldFactory(kind=kind, choices=["high"] if kind == "choice" else [])
    obligation = ObligationFactory()
    url = reverse("followups:obligation-edit", args=[obligation.pk])
    data = {"version": 1, "act": "x", "finding": "not-started", f"field-{field.key}": typed}

    response = officer.post(url, data)

    assert response.status_code == 422
    assert typed in response.text
    obligation.refresh_from_db()
    assert (obligation.version, obligation.custom) == (1, {})


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_costs_the_same_queries_with_many_tags_and_links(
    rows, officer, django_assert_max_num_queries
):
    fields = [CustomFieldFactory(kind="date") for _ in range(rows)]
    custom = {field.key: dt.date(2026, 11, 30).isoformat() for field in fields}
    obligation = ObligationFactory(tag_names=[f"tag {n}" for n in range(rows)], custom=custom)
    index_tags([obligation])
    for _ in range(rows):
        LinkFactory(source=obligation)
        LinkFactory(target=obligation)

    with django_assert_max_num_queries(30):
        officer.get(detail(obligation))


def test_a_link_of_a_closed_obligation_is_not_taken_away(officer):
    made = LinkFactory(source=ObligationFactory(closed=True))

    response = officer.post(reverse("followups:obligation-unlink", args=[made.source_id, made.pk]))

    assert response.status_code == 422
    assert Link.objects.get() == made
