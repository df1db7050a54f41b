"""Chinese wordings: what must not be read comes first. All sentences are our own."""

import datetime as dt

import pytest

from apps.reading import read

ON = dt.date(2031, 3, 3)


def asks(text):
    return read(text, language="zh", adopted=ON).asks


def only(text):
    found = asks(text)
    assert len(found) == 1, [ask.quote for ask in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "回顾其以往请灯塔看守人点灯的决议，",
        "3. 回顾安理会曾要求各方点灯；",
        "3. 欢迎看守人提出的邀请和要求；",
        "3. 强调必须点灯；",
        "3. 提请注意灯塔；",
        "3. 注意到关于灯塔的结论和建议；",
        "看守人的活动关注灯塔，并鼓励水手唱歌。",
    ],
)
def test_what_asks_nothing_gives_no_ask(text):
    assert asks(text) == ()


@pytest.mark.parametrize(
    ("text", "start", "verb_class"),
    [
        ("1. 还请秘书长点灯；", "还请", "requests"),
        ("1. 要求各方点灯；", "要求", "requests"),
        ("1. 促请会员国点灯；", "促请", "urges"),
        ("1. 呼吁国际社会点灯；", "呼吁", "calls-upon"),
        ("1. 鼓励会员国点灯；", "鼓励", "encourages"),
        ("1. 邀请会员国点灯；", "邀请", "invites"),
        ("1. 决定延长特派团的任期；", "决定", "decides"),
        ("1. 决定继续处理此案。", "决定", "intends"),
        ("“安全理事会欢迎灯塔。安理会授权秘书长点灯。", "授权", "authorizes"),
    ],
)
def test_an_ask_begins_at_its_verb_phrase_and_has_its_class(text, start, verb_class):
    ask = only(text)

    assert ask.quote.startswith(start)
    assert ask.verb_class == verb_class


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("请秘书长点灯；", {"secretary-general"}),
        ("鼓励秘书处及区域和次区域组织点灯；", {"secretariat", "regional-orgs"}),
        ("促请海地当局点灯；", {"named-state"}),
        ("要求所有各方停火；", {"parties"}),
        ("敦促所有会员国点灯；", {"member-states"}),
        ("鼓励考虑是否点灯；", {"unstated"}),
    ],
)
def test_who_is_to_act_is_read(text, codes):
    assert set(only("1. " + text).addressees) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("请秘书长至迟在2031年5月4日提交报告；", {"by:2031-05-04"}),
        ("请秘书长在二〇三一年六月底之前提交报告；", {"by:2031-06-30"}),
        ("请秘书长在九十天内提交报告；", {"within:P90D"}),
        ("请秘书长每三个月提交报告；", {"every:P3M"}),
        ("请秘书长立即点灯；", {"asap"}),
        ("决定将特派团的任期延长至2031年5月4日；", {"until:2031-05-04"}),
        ("请秘书长点灯；", set()),
    ],
)
def test_when_it_is_due_is_read(text, codes):
    assert set(only("1. " + text).timing) == codes


def test_line_breaks_and_spaces_inside_words_make_no_difference():
    ask = only("1. 还 请 秘\n\n书 长 酌 情\n\n在 现 有 资\n\n源 范 围 内\n\n提 交 报 告 ；")

    assert ask.quote.startswith("还 请")
    assert ask.addressees == ("secretary-general",)
    assert ask.deliverable == ("report",)
    assert set(ask.qualifiers) == {"as-appropriate", "within-resources"}


def test_traditional_characters_are_read_as_simplified_ones():
    assert only("1. 還請秘書長提交報告；").deliverable == ("report",)


def test_an_ask_to_go_on_points_back_to_its_sentence():
    ask = only("“安全理事会赞扬秘书长在其定期报告中说明灯塔情况，并要求继续这一努力。”")

    assert ask.addressees == ("secretary-general",)
    assert ask.deliverable == ("report",)
    assert ask.timing == ("series",)
