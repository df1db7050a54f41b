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
        "安理会在第9001(2030)号决议中关注灯塔，要求看守人点灯。",
        "在第9001(2030)号决议第2段，大会请看守人点灯。",
        "大会不妨注意到灯塔，并鼓励看守人点灯。",
        "大会应支持看守人，并鼓励水手唱歌。",
        "在第七次常会上，委员会决定关闭灯塔。",
        "谨提及灯塔一事，其中安理会决定关闭港口，并请我点灯。",
        "行预咨委会建议，大会请看守人点灯。",
        "第五委员会建议大会通过下列决议草案：",
        "请将本函作为灯塔文件分发。",
        "请说明灯塔的数目。",
        "港口规则规定，决定应由看守人作出。",
        "建议：",
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
        ("1. 重点指出灯塔很亮，并进一步鼓励看守人点灯；", "进一步鼓励", "encourages"),
        ("1. 肯定看守人的工作，并邀请水手唱歌；", "邀请", "invites"),
        ("1. 回顾行预咨委会报告第3段，请秘书长点灯；", "请秘书长", "requests"),
        ("港口论坛建议会员国点灯。", "建议", "recommends"),
        ("1. 坚决主张海地政府立即点灯；", "坚决主张", "demands"),
        ("1. 再次延长根据第9001(2030)号决议成立的灯塔部队的驻留期限；", "再次延长", "decides"),
        ("1. 重申其呼吁会员国点灯；", "重申其呼吁", "calls-upon"),
        ("1. 决定第九十届会议在题为“灯塔”的项目下继续审议这个问题；", "决定", "intends"),
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
        ("呼吁立即释放水手；", {"unstated"}),
        ("鼓励加强对受灾国家的援助；", {"unstated"}),
        ("请秘书长与非洲联盟合作点灯；", {"secretary-general"}),
        ("请儿基会与有关国家合作点灯；", {"un-system"}),
        ("要求海地政府取消对专家小组的限制；", {"named-state"}),
        ("请秘书处与部队派遣国加强合作；", {"secretariat", "member-states"}),
        ("请新闻部点灯；", {"secretariat"}),
        ("请联合国毒品和犯罪问题办公室点灯；", {"secretariat"}),
        ("请港口灯光专家委员会点灯；", {"subsidiary-body"}),
        ("邀请人权理事会特别程序点灯；", {"subsidiary-body"}),
        ("请本决议第3段所设专家小组点灯；", {"subsidiary-body"}),
        ("促请尚未加入《灯塔公约》、《港口公约》的国家点灯；", {"member-states"}),
        ("呼吁所有建有灯塔的国家点灯；", {"member-states"}),
        ("邀请会员国和联合国其他有关会员国点灯；", {"member-states"}),
        ("邀请各缔约方和其他各方点灯；", {"member-states", "others"}),
        ("鼓励会员国和所有相关的利益攸关方点灯；", {"member-states", "others"}),
        ("鼓励会员国以及包括非政府组织在内的民间社会点灯；", {"member-states", "others"}),
        ("呼吁包括联合国系统在内的国际社会点灯；", {"member-states", "un-system"}),
        ("请联合国秘书长和加勒比共同体秘书长点灯；", {"secretary-general", "regional-orgs"}),
        ("邀请其他国际和区域组织点灯；", {"others", "regional-orgs"}),
        ("决定，会员国可点灯；", {"member-states"}),
        ("决定，初期以本决议通过之日起一年为期，会员国应点灯；", {"member-states"}),
        ("呼吁五核国点灯；", {"member-states"}),
        ("鼓励冲突中国家点灯；", {"member-states"}),
        ("请港口和灯光委员会点灯；", {"subsidiary-body"}),
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
        ("请港口委员会在其第十八届会议上点灯；", set()),
        ("决定2031-2032两年期方案预算应编列灯油；", set()),
        ("促请各方在尊重港口的情况下点灯；", set()),
        ("请看守委员会继续不断审查灯塔；", set()),
        ("请秘书长在大会第九十届会议上点灯；", {"session:90"}),
        ("请秘书长在关于灯塔的下一份报告中说明情况；", {"series"}),
        ("请专家小组在获得任命后30天内点灯；", {"event"}),
        ("决定将灯塔措施延至2031年5月4日；", {"until:2031-05-04"}),
        ("决定以本决议通过之日起一年为期，关闭灯塔；", {"for:P1Y"}),
        ("请秘书长随时将灯塔的情况通知安理会；", {"regular"}),
    ],
)
def test_when_it_is_due_is_read(text, codes):
    assert set(only("1. " + text).timing) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("请秘书长执行专家小组的结论和建议；", set()),
        ("请会员国考虑看守人的意见和建议；", set()),
        ("请看守委员会提供对灯塔战略的意见；", set()),
        ("请看守小组向港口委员会提交附有想法和建议的期末报告；", {"report", "recommendations"}),
        ("请秘书长提交修灯塔的详细计划，供大会审议；", {"recommendations"}),
        ("请秘书长继续报告灯塔的成果；", {"report"}),
        ("请秘书长在提交安理会的报告和情况通报中说明灯塔；", {"report", "briefing"}),
    ],
)
def test_what_comes_back_is_read(text, codes):
    assert set(only("1. " + text).deliverable) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("请秘书长加强与看守人的合作，", set()),
        ("请专家小组在同委员会讨论后，提交报告；", {"in-consultation"}),
        ("请秘书长在看守团现有任务和资源范围内点灯；", {"within-resources"}),
    ],
)
def test_under_which_reservations_is_read(text, codes):
    assert set(only("1. " + text).qualifiers) == codes


def test_an_item_that_extends_is_an_ask_and_the_opening_verb_is_none():
    found = asks(
        "决定：\n(a)要求各方立即点灯；\n(b)将灯塔部队的任务再延长六个月；\n(c)请秘书长点灯。"
    )

    assert [ask.verb_class for ask in found] == ["requests", "decides", "requests"]


def test_it_stands_for_those_named_before():
    found = asks("1. 欢迎港口各方，并敦促其继续点灯；")

    assert [ask.addressees for ask in found] == [("parties",)]


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
