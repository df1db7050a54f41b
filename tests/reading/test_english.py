"""English wordings: what must not be read comes first. All sentences are our own."""

import datetime as dt

import pytest

from apps.reading import read

ON = dt.date(2031, 3, 3)


def asks(text):
    return read(text, language="en", adopted=ON).asks


def only(text):
    found = asks(text)
    assert len(found) == 1, [ask.quote for ask in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Recalling its request that the Keeper light the lamps,",
        "3. Recalls its demand that the lamps be lit;",
        "3. Welcomes the requests of the Keeper and the demands made by sailors;",
        "3. Reaffirms its determination to see the lamps lit;",
        "3. Stresses that all parties must keep the lamps lit;",
        "3. Decides to condemn the darkness;",
        "3. Decides that nothing in this resolution shall affect the bells;",
        "3. Notes the resolution in which it requests the Keeper to light the lamps;",
        "The Keeper reported on the lamps and encourages sailors to sing.",
        "3. Takes note of a plan that protects sailors and encourages trade;",
        "Annex\n1. Requests the Keeper to light the lamps.",
    ],
)
def test_what_asks_nothing_gives_no_ask(text):
    assert asks(text) == ()


@pytest.mark.parametrize(
    ("text", "start", "verb_class"),
    [
        ("1. Further requests the Keeper to sing;", "Further requests", "requests"),
        ("1. Demands that all parties stop;", "Demands", "demands"),
        ("1. Reiterates its call upon all States to help;", "Reiterates its call", "calls-upon"),
        ("1. Welcomes the lamps and calls for more lamps;", "calls for", "calls-upon"),
        ("1. Strongly urges all States to help;", "Strongly urges", "urges"),
        ("1. Invites all States to help;", "Invites", "invites"),
        ("1. Recommends that States help;", "Recommends", "recommends"),
        ("1. Authorizes the Secretary-General to act;", "Authorizes", "authorizes"),
        ("1. Expresses its intention to look again;", "Expresses its intention", "intends"),
        ("1. Decides to remain seized of the matter.", "Decides to remain", "intends"),
        ("1. Looks forward to the report of the Keeper;", "Looks forward", "expects"),
        ("1. Decides to extend the mandate of the Mission;", "Decides", "decides"),
        ("“The Security Council notes it. It encourages all States.", "encourages", "encourages"),
    ],
)
def test_an_ask_begins_at_its_verb_phrase_and_has_its_class(text, start, verb_class):
    ask = only(text)

    assert ask.quote.startswith(start)
    assert ask.verb_class == verb_class


def test_two_verbs_with_one_act_are_one_ask():
    assert only("1. Urges and encourages all States to help;").verb_class == "urges"


def test_items_with_verbs_of_their_own_are_asks_and_the_opening_verb_is_none():
    found = asks(
        "1. Decides:\n(a) To call upon all States to help;\n"
        "(b) To request the Secretary-General to report;"
    )

    assert [ask.verb_class for ask in found] == ["calls-upon", "requests"]
    assert [ask.paragraph for ask in found] == ["1 (a)", "1 (b)"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Requests the Secretary-General to sing;", {"secretary-general"}),
        ("Calls upon the parties to the conflict to stop;", {"parties"}),
        ("Urges the Government of Chad and all armed groups to stop;", {"named-state", "parties"}),
        (
            "Invites UNICEF, UNHCR and regional organizations to help;",
            {"un-system", "regional-orgs"},
        ),
        ("Calls upon States, together with the African Union, to help;", {"member-states"}),
        ("Calls for the release of all lamps;", {"unstated"}),
        ("Encourages increased support by Member States;", {"member-states"}),
        ("Requests the Committee to meet;", {"subsidiary-body"}),
        ("Decides to extend the mandate of the Mission;", {"mission"}),
        ("Decides to prolong the work of the Panel of Experts;", {"subsidiary-body"}),
        ("Decides that all States shall help;", {"member-states"}),
        ("Decides to remain seized of the matter;", {"council"}),
    ],
)
def test_who_is_to_act_is_read_without_those_beside_them(text, codes):
    assert set(only("1. " + text).addressees) == codes


def test_a_pronoun_stands_for_the_addressee_before_it():
    found = asks("1. Requests the Secretary-General to sing and further invites him to dance;")

    assert found[1].addressees == ("secretary-general",)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("to sing as set out in his report of 4 May 2030;", set()),
        ("to report to the Council on the lamps;", {"report"}),
        ("to keep the Council informed of the lamps;", {"report"}),
        ("to brief the Council on the lamps;", {"briefing"}),
        ("to submit a report with recommendations on lamps;", {"report", "recommendations"}),
    ],
)
def test_what_must_come_back_is_read(text, codes):
    assert set(only("1. Requests the Secretary-General " + text).deliverable) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("to sing of the storm of 4 May 2030;", set()),
        ("to report by 4 May 2031;", {"by:2031-05-04"}),
        ("to report by 4 May;", {"by:2031-05-04"}),
        ("to report by 4 February;", {"by:2032-02-04"}),
        ("to report by the end of June 2031;", {"by:2031-06-30"}),
        ("to report within ninety days;", {"within:P90D"}),
        ("to report within 48 hours;", {"within:P2D"}),
        ("to report every six months;", {"every:P6M"}),
        ("to report annually;", {"every:P1Y"}),
        ("to keep the Council informed;", {"regular"}),
        (
            "to report no later than 30 days before the expiry of the mandate;",
            {"before-expiry:P30D"},
        ),
        ("to report to it at its eighty-first session;", {"session:81"}),
        ("to light the lamps without delay;", {"asap"}),
        ("to include lamps in his next report to the Council;", {"series"}),
    ],
)
def test_when_it_is_due_is_read(text, codes):
    assert set(only("1. Requests the Secretary-General " + text).timing) == codes


def test_a_mandate_runs_for_a_period_and_until_a_day():
    ask = only("1. Decides to extend the mandate of the Mission for two months until 3 May 2031;")

    assert set(ask.timing) == {"for:P2M", "until:2031-05-03"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("to consult with States;", set()),
        ("to sing, as appropriate;", {"as-appropriate"}),
        ("to sing within existing resources;", {"within-resources"}),
        ("to sing, in consultation with States;", {"in-consultation"}),
        ("to sing if necessary;", {"as-necessary"}),
    ],
)
def test_reservations_are_read(text, codes):
    assert set(only("1. Requests the Secretary-General " + text).qualifiers) == codes


def test_every_value_has_its_rule_and_characters():
    text = "1. Requests the Secretary-General to report by 4 May 2031, as appropriate;"
    ask = only(text)
    evidence = {(e.field, e.value): (e.rule, text[e.start : e.end]) for e in ask.evidence}

    assert evidence["class", "requests"] == ("en.verb.requests", "Requests")
    assert evidence["addressees", "secretary-general"][1] == "Secretary-General"
    assert evidence["timing", "by:2031-05-04"] == ("en.timing.by-date", "by 4 May 2031")
    assert evidence["qualifiers", "as-appropriate"][0] == "en.qualifier.as-appropriate"


def test_hyphens_soft_hyphens_and_ligatures_do_not_hide_a_wording():
    ask = only(
        "1. Re\u00adquests the Secretary-\nGeneral to sub-\nmit the ﬁnal report by\n4 May 2031;"
    )

    assert ask.addressees == ("secretary-general",)
    assert ask.deliverable == ("report",)
    assert ask.timing == ("by:2031-05-04",)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("3. Requests the Keeper to name the acts that sailors commit;", "sailors commit"),
        ("3. Urges sailors to say what they omit, and requests the Keeper to listen;", "they omit"),
        ("3. Urges sailors to sit still, and it further requests the Keeper to sing;", "sit still"),
    ],
)
def test_an_ask_ends_with_a_whole_word(text, end):
    assert asks(text)[0].quote.endswith(end)


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        # -- a purpose, an aside and a relative clause name nobody who is to act
        ("1. Calls upon Ghana, with the help of sailors, including Togo, to sing;", ("named-state",)),
        ("1. Encourages steps towards peace, based on the work of Ghana;", ("unstated",)),
        ("1. Calls for a truce, leading to the return of Ghana;", ("unstated",)),
        # -- `them` are the several of the sentence, not the one named last
        (
            "1. Welcomes the songs of the parties on the ship of the Secretary-General and urges them to sing;",
            ("parties",),
        ),
        (
            "1. Requests the Secretary-General to ring; it notes that peace rests upon the parties and calls on them to sing.",
            ("parties",),
        ),
        # -- by whom it is done
        ("1. Urges that the lamps be promptly lit and be carried by the United Nations;", ("un-system",)),
        # -- names that no table knows, by the kind of body
        ("1. Requests the Lamp Oil Fund to pay;", ("un-system",)),
        ("1. Requests the Committee on Lamps to meet;", ("subsidiary-body",)),
        ("1. Requests UNLAMP to sail;", ("mission",)),
        ("1. Encourages the States of the northern region to sing;", ("member-states",)),
        ("1. Calls upon States and other relevant international and regional organizations to sing;", ("member-states", "others", "regional-orgs")),
        ("1. Requests the Secretary-General of the League of Lamps to sing;", ("regional-orgs",)),
        ("1. Reiterates its demand expressed in paragraph 5 of resolution 4001 (2031) that Ghana stop;", ("named-state",)),
        ("1. Requests that every 30 days the Secretary-General ring the bell;", ("secretary-general",)),
    ],
)  # fmt: skip
def test_who_is_to_act_is_told_from_who_is_only_named(text, addressees):
    assert read(text, language="en", adopted=ON).asks[-1].addressees == addressees


def test_an_acronym_that_the_document_explains_is_known_after_it():
    text = (
        "1. Requests the International Lamp Fund (ILFX) to pay;\n\n"
        "2. Calls upon the ILFX to go on;\n\n3. Calls upon the XQRT to go on;\n"
    )

    assert [ask.addressees for ask in asks(text)] == [("un-system",), ("un-system",), ("unstated",)]


def test_members_who_speak_together_ask_in_the_plural():
    spoken = "The members of the Council regret the dark and urge all parties to sing."

    assert [(a.verb_class, a.addressees) for a in asks(spoken)] == [("urges", ("parties",))]
    assert asks("The keepers regret the dark and urge all parties to sing.") == ()
    assert asks("Ghana regrets the dark and calls upon all parties to sing.") == ()


@pytest.mark.parametrize(
    ("text", "timing"),
    [
        ("1. Calls upon all parties to sing with a view to the urgent deployment of lamps;", ()),
        ("1. Urges the Keeper to write in order to ensure that lamps burn by 31 May 2031;", ()),
        (
            "1. Requests the Keeper to use the book submitted to the Assembly at its sixtieth session;",
            (),
        ),
        ("1. Requests the Keeper to submit regular reports every 30 days;", ("every:P30D",)),
        ("1. Requests the Keeper to sing, by 2040, in every port;", ("by:2040-12-31",)),
        ("1. Decides to meet in July 2031;", ("by:2031-07-31",)),
        ("1. Requests the Keeper to write by 29 February;", ("by:2032-02-29",)),
        ("1. Requests the Keeper to write every fortnight;", ("every:P2W",)),
        ("1. Requests the Keeper to write every second month;", ("every:P2M",)),
        ("1. Requests the Keeper to write at six-month intervals, beginning with the first report by 15 May 2031;", ("by:2031-05-15", "every:P6M")),
        ("1. Decides to extend the mandate for 12 months, from 1 July 2031;", ("for:P12M", "from:2031-07-01")),
        ("1. Requests the Keeper to write three weeks before that date;", ("before-expiry:P3W",)),
        ("1. Decides, starting from the eighty-first session, to sing;", ("session:81",)),
        ("1. Calls upon the parties to rest until the bells have rung;", ("event",)),
        ("1. Notes, if any, the lamps, and urges sailors to sing;", ()),
        ("1. In the event that the lamps go out, requests the Keeper to sing;", ("event",)),
        (
            "1. Notes the talks, and in the event they fail, requests the Keeper to sing;",
            ("event",),
        ),
    ],
)  # fmt: skip
def test_only_the_time_of_the_act_itself_counts(text, timing):
    assert only(text).timing == timing
