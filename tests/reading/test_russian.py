"""Russian wordings: what must not be read comes first. All sentences are our own."""

import datetime as dt
import time

import pytest

from apps.reading import read

ON = dt.date(2031, 3, 3)


def asks(text):
    return read(text, language="ru", adopted=ON).asks


def only(text):
    found = asks(text)
    assert len(found) == 1, [ask.quote for ask in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "ссылаясь на свою просьбу к смотрителю зажечь лампы,",
        "3. напоминает о своей просьбе к смотрителю зажечь лампы;",
        "3. приветствует призывы моряков и требования смотрителя;",
        "3. подтверждает свою решимость увидеть свет ламп;",
        "3. подчеркивает, что все стороны должны беречь лампы;",
        "3. постановляет осудить темноту;",
        "3. постановляет, что ничто в настоящей резолюции не касается колоколов;",
        "3. отмечает резолюцию, в которой он просит смотрителя зажечь лампы;",
        "Смотритель рассказал о лампах и призывает моряков петь.",
        "3. отмечает, что на ремонт ламп предлагается выделить три свечи;",
        "3. поддерживает усилия смотрителя, который призывает моряков петь;",
    ],
)
def test_what_asks_nothing_gives_no_ask(text):
    assert asks(text) == ()


@pytest.mark.parametrize(
    ("text", "start", "verb_class"),
    [
        ("1. просит также смотрителя петь;", "просит также", "requests"),
        ("1. вновь повторяет свою просьбу к смотрителю;", "вновь повторяет", "requests"),
        ("1. требует, чтобы все стороны остановились;", "требует", "demands"),
        ("1. возлагает на Комитет охрану ламп;", "возлагает", "requests"),
        ("1. настоятельно просит моряков петь;", "настоятельно", "urges"),
        ("1. поручает Комитету составить список ламп;", "поручает", "demands"),
        ("1. вновь призывает все государства помочь;", "вновь призывает", "calls-upon"),
        ("1. обращается к морякам с призывом помочь;", "обращается", "calls-upon"),
        ("1. отмечает лампы и призывает к миру;", "призывает к", "calls-upon"),
        ("1. отмечает лампы, призывая государства помочь;", "призывая", "calls-upon"),
        ("1. настоятельно призывает моряков помочь;", "настоятельно", "urges"),
        ("1. далее поощряет моряков петь;", "далее", "encourages"),
        ("1. рекомендует государствам помочь;", "рекомендует", "encourages"),
        ("1. рекомендует утвердить список ламп;", "рекомендует", "recommends"),
        ("1. предлагает государствам помочь;", "предлагает", "invites"),
        ("1. уполномочивает смотрителя зажечь лампы;", "уполномочивает", "authorizes"),
        ("1. выражает свое намерение вернуться к лампам;", "выражает", "intends"),
        ("1. постановляет продолжать заниматься этим вопросом.", "постановляет", "intends"),
        ("1. постановляет продлить мандат Миссии;", "постановляет", "decides"),
        ("1. с интересом ожидает доклада смотрителя;", "с интересом", "expects"),
        ("Совет Безопасности отмечает лампы. Он призывает моряков петь.", "призыв", "calls-upon"),
        ("Комитету экспертов предлагается осмотреть лампы.", "предлагается", "invites"),
    ],
)
def test_an_ask_begins_at_its_verb_phrase_and_has_its_class(text, start, verb_class):
    ask = only(text)

    assert ask.quote.startswith(start)
    assert ask.verb_class == verb_class


def test_two_verbs_with_one_act_are_one_ask():
    assert only("1. настоятельно призывает и поощряет моряков помочь;").verb_class == "urges"


def test_items_with_verbs_of_their_own_are_asks_and_the_opening_verb_is_none():
    found = asks(
        "1. постановляет:\na) призвать все государства помочь;\n"
        "b) просить Генерального секретаря представить доклад;"
    )

    assert [ask.verb_class for ask in found] == ["calls-upon", "requests"]


def test_paragraphs_that_begin_with_small_letters_are_paragraphs():
    text = (
        "Совет Безопасности,\n\nссылаясь на лампы,\n\nвновь подтверждая колокола,\n\n"
        "1. призывает моряков петь;\n\n2. просит Комитет собраться."
    )
    reading = read(text, language="ru")

    assert [p.part for p in reading.paragraphs] == ["preamble"] * 2 + ["operative"] * 2
    assert [ask.paragraph for ask in reading.asks] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("просит Генерального секретаря петь;", {"secretary-general"}),
        ("требует, чтобы обе стороны остановились;", {"parties"}),
        (
            "призывает правительство Чада и все вооруженные группы петь;",
            {"named-state", "parties"},
        ),
        ("предлагает ЮНИСЕФ и региональным организациям петь;", {"un-system", "regional-orgs"}),
        ("призывает государства, действуя совместно с ЭКОВАС, петь;", {"member-states"}),
        ("призывает к освобождению всех ламп;", {"unstated"}),
        ("призывает к прекращению темноты обеими сторонами;", {"parties"}),
        ("просит Комитет собраться;", {"subsidiary-body"}),
        ("рекомендует Организации Объединенных Наций петь;", {"un-system"}),
        ("призывает заинтересованные стороны петь;", {"others"}),
        ("постановляет продлить мандат МООНЛ;", {"mission"}),
        ("постановляет продлить мандат Группы экспертов;", {"subsidiary-body"}),
        ("постановляет, что все государства зажигают лампы;", {"member-states"}),
        ("постановляет продолжать заниматься этим вопросом;", {"council"}),
    ],
)
def test_who_is_to_act_is_read_in_every_case(text, codes):
    assert set(only("1. " + text).addressees) == codes


def test_a_pronoun_stands_for_the_addressee_before_it():
    found = asks("1. просит Генерального секретаря петь и предлагает ему плясать;")

    assert found[1].addressees == ("secretary-general",)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("петь о докладе Генерального секретаря от 4 мая 2030 года;", set()),
        ("представить Совету доклад о лампах;", {"report"}),
        ("держать Совет в курсе;", {"report"}),
        ("провести для Совета брифинг;", {"briefing"}),
        ("представить доклад, содержащий рекомендации;", {"report", "recommendations"}),
    ],
)
def test_what_must_come_back_is_read(text, codes):
    assert set(only("1. просит Генерального секретаря " + text).deliverable) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("петь о буре от 4 мая 2030 года;", set()),
        ("представить доклад до 4 мая 2031 года;", {"by:2031-05-04"}),
        ("представить доклад к 4 февраля;", {"by:2032-02-04"}),
        ("представить доклад к концу июня 2031 года;", {"by:2031-06-30"}),
        ("представить доклад в течение девяноста дней;", {"within:P90D"}),
        ("представить доклад в 15-дневный срок;", {"within:P15D"}),
        ("представлять доклад каждые шесть месяцев;", {"every:P6M"}),
        ("ежегодно представлять доклад;", {"every:P1Y"}),
        ("держать Совет в курсе;", {"regular"}),
        ("представить доклад за 30 дней до истечения мандата;", {"before-expiry:P30D"}),
        ("представить доклад на ее восемьдесят первой сессии;", {"session:81"}),
        ("незамедлительно зажечь лампы;", {"asap"}),
        ("рассказать о лампах в своем следующем докладе;", {"series"}),
        ("представить доклад по завершении праздника;", {"event"}),
    ],
)
def test_when_it_is_due_is_read(text, codes):
    assert set(only("1. просит Генерального секретаря " + text).timing) == codes


@pytest.mark.parametrize(
    "term",
    ["на период в два месяца до 3 мая", "на двухмесячный период до 3 мая"],
)
def test_a_mandate_runs_for_a_period_and_until_a_day(term):
    ask = only(f"1. постановляет продлить мандат Миссии {term} 2031 года;")

    assert set(ask.timing) == {"for:P2M", "until:2031-05-03"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("консультироваться о лампах;", set()),
        ("в надлежащих случаях петь;", {"as-appropriate"}),
        ("петь в пределах имеющихся ресурсов;", {"within-resources"}),
        ("петь в консультации с государствами;", {"in-consultation"}),
        ("петь, при необходимости;", {"as-necessary"}),
    ],
)
def test_reservations_are_read(text, codes):
    assert set(only("1. просит Генерального секретаря " + text).qualifiers) == codes


@pytest.mark.parametrize(
    "piece",
    ["а", "и ", "просит ", "представить ", "продлить ", "на срок ", "государства-члены "],
)
def test_hostile_text_takes_time_in_line_with_its_length(piece):
    text = "1. просит Комитет " + piece * (40_000 // len(piece))
    begin = time.process_time()

    read(text)

    assert time.process_time() - begin < 4
