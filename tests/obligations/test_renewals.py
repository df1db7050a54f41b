"""Which earlier obligations a later one may renew, and how two texts differ."""

import datetime as dt

import pytest

from apps.documents.models import Citation
from apps.obligations.models import Obligation
from apps.obligations.renewals import chain, difference, proposals, proposals_for
from apps.reading.symbols import normal_form
from tests.factories import (
    ActorFactory,
    DocumentFactory,
    ObligationFactory,
    ParagraphFactory,
    TextFactory,
)

pytestmark = pytest.mark.django_db
LAMPS = "Requests the keeper of the harbour to report on the state of the lamps every six months"
NETS = "Requests the fishing boats of both villages to mend what they tore before winter comes"


def make(words=LAMPS, *, year, label="1", language="en", text=None, **fields):
    """An obligation of a decision of `year`."""
    if text is None:
        document = DocumentFactory(adopted_on=dt.date(year, 3, 1))
        text = TextFactory(document=document, language=language, content=f"x. {words}")
    paragraph = ParagraphFactory(text=text, label=label)
    return ObligationFactory(
        paragraph=paragraph, quote=words, words=words, start=3, end=3 + len(words), **fields
    )


def cite(later, earlier, act="recalls", labels=(), start=0):
    """That the document of `later` cites that of `earlier`; from 3 on, in the words of the ask."""
    symbol = earlier.document.symbol
    return Citation.objects.create(
        paragraph=later.paragraph,
        start=start,
        end=start + 5,
        symbol=symbol,
        normal=normal_form(symbol),
        act=act,
        labels=list(labels),
    )


def proposed(later):
    return [proposal.earlier for proposal in proposals(later)]


@pytest.mark.parametrize(
    "speaks_against",
    [
        {"words": NETS},
        {"verb_class": "urges"},
        {"addressees": ["member-states"]},
        {"closed": True},
        {"draft": True},
        {"rejected": True},
    ],
)
def test_nothing_else_than_the_same_ask_that_is_still_open_is_proposed(speaks_against):
    earlier = make(**{"words": LAMPS, "year": 2020} | speaks_against)
    later = make(year=2021)
    cite(later, earlier)

    assert proposed(later) == []


def test_what_another_ask_of_the_document_may_renew_is_not_proposed_for_this_one():
    earlier = make(year=2020, verb_class="urges")
    requests = make(year=2021)
    urges = make(text=requests.paragraph.text, year=2021, label="2", verb_class="urges")
    cite(requests, earlier)

    found = proposals_for([requests, urges])

    assert found[requests.pk] == []
    assert [proposal.earlier for proposal in found[urges.pk]] == [earlier]


def test_what_is_not_cited_is_not_proposed():
    make(year=2020)

    assert proposed(make(year=2021)) == []


def test_a_later_document_and_the_same_one_are_not_proposed():
    later = make(year=2021)
    after = make(year=2022)
    cite(later, after)
    make(text=later.paragraph.text, year=2021, label="2")
    cite(later, later)

    assert proposed(later) == []


def test_the_same_ask_of_a_document_cited_anywhere_is_proposed():
    earlier, later = make(year=2020), make(LAMPS.replace("six", "three"), year=2021)
    cite(later, earlier)

    (proposal,) = proposals(later)

    assert proposal.earlier == earlier
    assert proposal.likeness == pytest.approx(16 / 17)
    assert proposal.reason == "The document is cited; 94% of the words are the same."


def test_the_paragraph_that_the_words_name_comes_first_whatever_it_says():
    text = TextFactory(document=DocumentFactory(adopted_on=dt.date(2020, 3, 1)))
    alike = make(year=2020, text=text, label="4")
    named = make(NETS, year=2020, text=text, label="9 (b)", verb_class="urges")
    later = make(year=2021)
    cite(later, alike, act="requests", labels=["9"], start=30)

    found = proposals(later)

    assert [p.earlier for p in found] == [named, alike]
    assert found[0].is_labelled
    assert f"Its words: asks again {named.document.symbol} ¶ 9" in found[0].reason


def test_a_citation_elsewhere_in_the_document_names_nothing_for_this_ask():
    earlier = make(NETS, year=2020, label="9")
    later = make(year=2021)
    cite(later, earlier, act="extends", labels=["9"], start=0)

    assert proposed(later) == []


def test_fewer_same_words_are_enough_where_the_ask_itself_extends_the_document():
    half = "Requests the keeper of the harbour to count the ships and to oil the gate when it rains"
    earlier, later = make(half, year=2020), make(year=2021)
    cited = cite(later, earlier, act="extends", start=30)
    assert proposed(later) == [earlier]

    Citation.objects.filter(pk=cited.pk).update(act="recalls")

    assert proposed(later) == []


def test_two_named_actors_are_not_one_though_they_are_of_one_kind():
    north, south = ActorFactory(kind="mission"), ActorFactory(kind="mission")
    earlier, other, later = make(year=2020), make(year=2020), make(year=2021)
    for obligation, actor in ((earlier, north), (other, south), (later, north)):
        obligation.set_addressees(["mission"], [actor])
        obligation.save()
    cite(later, earlier)
    cite(later, other)

    assert proposed(later) == [earlier]


def test_across_languages_the_named_actor_and_the_codes_decide():
    actor = ActorFactory(kind="mission")
    french = "Prie le gardien du port de faire rapport sur les lampes tous les six mois"
    earlier = make(french, year=2020, language="fr")
    other = make(french, year=2020, language="fr", deliverable=["briefing"])
    later = make(year=2021)
    for obligation in (earlier, other, later):
        obligation.set_addressees(["mission"], [actor])
        obligation.save()
        cite(later, obligation)

    (proposal,) = proposals(later)

    assert (proposal.earlier, proposal.likeness) == (earlier, None)
    assert "two languages" in proposal.reason


def test_at_most_five_are_proposed_the_likest_and_then_the_newest_first():
    chain = [make(year=year) for year in range(2010, 2018)]
    later = make(year=2021)
    for earlier in chain:
        cite(later, earlier)

    assert proposed(later) == chain[:2:-1]


@pytest.mark.parametrize("state", ["closed", "rejected"])
def test_what_is_not_followed_renews_nothing(state):
    earlier, later = make(year=2020), make(year=2021, **{state: True})
    cite(later, earlier)

    assert proposed(later) == []


def test_what_renews_one_already_is_not_asked_again():
    earlier, later = make(year=2020), make(year=2021)
    cite(later, earlier)
    Obligation.objects.filter(pk=later.pk).update(renews=earlier)

    assert proposed(Obligation.objects.get(pk=later.pk)) == []


@pytest.mark.parametrize("rows", [1, 20])
def test_many_cost_the_same_queries_as_one(rows, django_assert_num_queries):
    text = TextFactory(document=DocumentFactory(adopted_on=dt.date(2021, 3, 1)))
    for number in range(rows):
        later = make(year=2021, text=text, label=str(number + 1))
        cite(later, make(year=2020))
    asking = list(Obligation.objects.filter(document=text.document).for_list())

    with django_assert_num_queries(4):  # citations, documents, earlier ones, their addressees
        found = proposals_for(asking)

    assert all(found.values())


def shown(old, new):
    marks = {"equal": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(marks[piece.kind].format(piece.words) for piece in difference(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("the lamps", "the lamps", "the lamps"),
        ("", "the lamps", "[+the lamps+]"),
        ("the lamps", "", "[-the lamps-]"),
        (
            "report every six months on lamps",
            "report every three months on lamps",
            "report every [-six -][+three +]months on lamps",
        ),
        ("the lamps, the gate", "the lamps and the gate", "the lamps [-, -][+and +]the gate"),
        ("the  lamps\nand gate", "the lamps and gate", "the lamps and gate"),
        ("请港口每六个月报告灯塔", "请港口每三个月报告灯塔", "请港口每[-六-][+三+]个月报告灯塔"),
        ("تقرير كل ستة أشهر", "تقرير كل ثلاثة أشهر", "تقرير كل [-ستة -][+ثلاثة +]أشهر"),
    ],
)
def test_what_differs_is_told_word_by_word_and_in_chinese_by_character(old, new, expected):
    assert shown(old, new) == expected


def test_the_pieces_make_up_both_texts():
    pieces = difference(LAMPS, NETS)

    assert "".join(p.before or p.words for p in pieces if p.kind != "added") == LAMPS
    assert "".join(p.words for p in pieces if p.kind != "removed") == NETS


def test_very_long_texts_are_compared_in_reasonable_time():
    old = " ".join(["lamp and gate"] * 3000)

    assert difference(old, old + " net")[-1].words.strip() == "net"


def test_a_chain_is_told_from_the_earliest_to_the_latest(django_assert_num_queries):
    first, alone = make(year=2018), make(year=2018)
    second = make(year=2019, renews=first)
    third = make(year=2020, renews=second)

    with django_assert_num_queries(3):  # the keys, the rows, their addressees
        assert chain(second) == [first, second, third]
    assert chain(alone) == [alone]
