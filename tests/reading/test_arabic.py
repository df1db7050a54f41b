"""Arabic wordings: what must not be read comes first. All sentences are our own."""

import datetime as dt
import time

import pytest

from apps.reading import read

ON = dt.date(2031, 3, 3)


def asks(text):
    return read(text, language="ar", adopted=ON).asks


def only(text):
    found = asks(text)
    assert len(found) == 1, [ask.quote for ask in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "وإذ يشير إلى طلبه إلى الحارس أن يضيء المصابيح،",
        "وإذ يشجع البحارة على الغناء،",
        "3 - يشير إلى مطالبته بإضاءة المصابيح؛",
        "3 - يرحب بدعوة الحارس البحارة إلى الغناء؛",
        "3 - يؤكد من جديد تصميمه على رؤية المصابيح؛",
        "3 - يشدد على أن جميع الأطراف يجب أن تحفظ المصابيح؛",
        "3 - يقرر إدانة الظلام؛",
        "3 - يلاحظ القرار الذي يطلب إلى الحارس أن يضيء المصابيح؛",
        "3 - يلاحظ أن إصلاح المصابيح يتطلب مالا؛",
        "3 - تغني الطيور حسبما تدعو إليه الحاجة؛",
        "ويوصي الاتحاد النسائي الدول بإضاءة المصابيح.",
        "ويحث المجلس الوطني للبحارة الدول على الغناء.",
        "وتؤكد مجموعة الحراس أهمية المصابيح، وتحث الدول على الغناء.",
        "وتدين كوبا بشدة هذه العاصفة وتدعو البحارة إلى الغناء.",
        "ويشجع الفريق على أن تعرض المصابيح علنا.",
        "3 - يشجع القرار على إضاءة المصابيح؛",
        '3 - يلاحظ أن "دليل البحارة" يدعو الدول إلى الغناء؛',
        "وترجو البعثة الدائمة تعميم هذه الرسالة.",
        "ويعلم الحراس الأطفال ويشجعون الدول على الغناء.",
        "وتنتظر اللجنة تقرير الحارس.",
        "3 - نكرر نداءاتكم إلى الغناء؛",
    ],
)
def test_what_asks_nothing_gives_no_ask(text):
    assert asks(text) == ()


@pytest.mark.parametrize(
    ("text", "start", "verb_class"),
    [
        ("1 - يطلب إلى الحارس أن يغني؛", "يطلب إلى", "requests"),
        ("1 - تطلب كذلك إلى الحارس أن يغني؛", "تطلب كذلك", "requests"),
        ("1 - يكرر طلبه إلى الحارس أن يغني؛", "يكرر طلبه", "requests"),
        ("1 - يطالب بأن توقف جميع الأطراف الظلام؛", "يطالب", "demands"),
        ("1 - يوعز إلى اللجنة بإعداد قائمة؛", "يوعز", "demands"),
        ("1 - يهيب بالدول الأعضاء أن تغني؛", "يهيب", "calls-upon"),
        ("1 - يرحب بالمصابيح ويدعو إلى السلام؛", "يدعو إلى", "calls-upon"),
        ("1 - يجدد نداءه إلى الدول أن تغني؛", "يجدد نداءه", "calls-upon"),
        ("1 - يدعو جميع الأطراف إلى الغناء؛", "يدعو", "calls-upon"),
        ("1 - يحث البحارة على الغناء؛", "يحث", "urges"),
        ("1 - تشجع الدول على الغناء؛", "تشجع", "encourages"),
        ("1 - تدعو الدول الأعضاء إلى الغناء؛", "تدعو", "invites"),
        ("1 - يوصي بأن تغني الدول؛", "يوصي", "recommends"),
        ("1 - يأذن للحارس بإضاءة المصابيح؛", "يأذن", "authorizes"),
        ("1 - يعرب عن اعتزامه العودة إلى المصابيح؛", "يعرب عن اعتزامه", "intends"),
        ("1 - يقرر أن يبقي المسألة قيد نظره.", "يقرر", "intends"),
        ("1 - يقرر تمديد ولاية البعثة؛", "يقرر", "decides"),
        ("1 - يتطلع إلى تقرير الحارس؛", "يتطلع", "expects"),
        ("ويحث مجلس الأمن البحارة على الغناء.", "يحث مجلس الأمن", "urges"),
        ("ولجنة الخبراء مدعوة إلى الغناء.", "مدعوة", "invites"),
        ("ويوصي المنتدى الدائم الدول بإضاءة المصابيح.", "يوصي المنتدى", "recommends"),
        ("ويوصي المنتدى، من خلال المجلس، بأن تغني الدول.", "يوصي المنتدى", "recommends"),
        ("ويحث المؤتمر في هذا الصدد، جميع الدول على الغناء.", "يحث المؤتمر", "urges"),
        ("وتشجع اللجنة الخاصة الأمانة العامة على الغناء.", "تشجع اللجنة", "encourages"),
        ("1 - يطلب، في هذا الصدد، إلى الحارس أن يغني؛", "يطلب", "requests"),
        ("وفي إطار العيد، تشجع المنظمات الإقليمية على الغناء.", "تشجع", "encourages"),
        ("ثالثا - ندعو الدول إلى الغناء.", "ندعو", "invites"),
        ("1 - نقرر أن نمضي في الغناء؛", "نقرر", "intends"),
        ("1 - يحثون الدول على الغناء؛", "يحثون", "urges"),
    ],
)
def test_an_ask_begins_at_its_verb_phrase_and_has_its_class(text, start, verb_class):
    ask = only(text)

    assert ask.quote.startswith(start)
    assert ask.verb_class == verb_class


def test_two_verbs_with_one_act_are_one_ask():
    assert only("1 - يحث ويشجع جميع الدول على الغناء؛").verb_class == "urges"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("يوصي المنتدى بأن تقيم منظمة الصحة العالمية حفلا، وتنشئ جوقة", 1),
        ("يحث الدول على الغناء، ويشجع القطاع الخاص على ذلك", 2),
        ("يطلب إلى الصناديق أن تغني، كما يدعو الوكالات إلى ذلك", 2),
    ],
)
def test_each_verb_of_the_body_is_an_ask_and_no_verb_of_another(text, count):
    assert len(asks(f"1 - {text}؛")) == count


def test_items_with_verbs_of_their_own_are_asks_and_the_opening_verb_is_none():
    found = asks(
        "1 - يقرر:\n(أ) أن يمدد ولاية البعثة؛\n(ب) أن يطلب إلى الأمين العام أن يقدم تقريرا."
    )

    assert [ask.verb_class for ask in found] == ["decides", "requests"]
    assert [ask.paragraph for ask in found] == ["1 (أ)", "1 (ب)"]


def test_paragraphs_have_their_numbers_in_either_digits():
    reading = read(
        "إن مجلس الأمن،\nإذ يشير إلى المصابيح،\n١ - يحث الدول على الغناء؛\n2 - يطلب إلى اللجنة أن تجتمع.",
        language="ar",
    )

    assert [p.part for p in reading.paragraphs] == ["preamble", "operative", "operative"]
    assert [ask.paragraph for ask in reading.asks] == ["1", "2"]


def test_diacritics_lengthened_letters_and_missing_hamzas_make_no_difference():
    ask = only("1 - يَطْلُبُ الى الاميــن العــام أن يُقَــدِّم تقريــراً فــي غضــون ٩٠ يومــا؛")

    assert ask.addressees == ("secretary-general",)
    assert ask.deliverable == ("report",)
    assert ask.timing == ("within:P90D",)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("يطلب إلى الأمين العام أن يغني؛", {"secretary-general"}),
        ("يطالب بأن تغني جميع الأطراف؛", {"parties"}),
        ("يحث حكومة تشاد وجميع الجماعات المسلحة على الغناء؛", {"named-state", "parties"}),
        ("يدعو اليونيسيف والمنظمات الإقليمية إلى الغناء؛", {"un-system", "regional-orgs"}),
        ("يهيب بالدول أن تغني، بالتعاون مع الاتحاد الأفريقي؛", {"member-states"}),
        ("يدعو إلى إطلاق سراح المصابيح؛", {"unstated"}),
        ("يدعو إلى وقف الظلام من جانب كلا الطرفين؛", {"parties"}),
        ("يطلب إلى اللجنة أن تجتمع؛", {"subsidiary-body"}),
        ("يشجع الأمم المتحدة على الغناء؛", {"un-system"}),
        ("يأذن للدول الأعضاء بالغناء؛", {"member-states"}),
        ("يقرر تمديد ولاية البعثة؛", {"mission"}),
        ("يقرر تمديد ولاية فريق الخبراء؛", {"subsidiary-body"}),
        ("يقرر أن تضيء جميع الدول المصابيح؛", {"member-states"}),
        ("يقرر أن يبقي المسألة قيد نظره؛", {"council"}),
        ("يحث الدول على الغناء مع مراعاة اللجنة والأطراف؛", {"member-states"}),
        (
            "يوصي بأن يقوم صندوق الأمم المتحدة للطفولة فورا بوضع أغان للأطفال والشباب؛",
            {"un-system"},
        ),
        (
            "تطلب إلى الأمين العام للأمم المتحدة والأمين العام للجماعة الكاريبية أن يغنيا؛",
            {"secretary-general", "regional-orgs"},
        ),
        ("تطلب إلى مكتب الأمم المتحدة المعني بالمنارات أن يغني؛", {"secretariat"}),
        ("تطلب إلى الإدارة وشعبة المنارات أن تغنيا؛", {"secretariat"}),
        ("تدعو هيئات المعاهدات والإجراءات الخاصة إلى الغناء؛", {"subsidiary-body"}),
        (
            "تدعو المجلس الاقتصادي والاجتماعي ولجانه الفنية إلى الغناء؛",
            {"other-organ", "subsidiary-body"},
        ),
        (
            "تشجع الوفود والمجموعات الرئيسية والشعوب الأصلية على الغناء؛",
            {"member-states", "others"},
        ),
        ("تحث دول مالي وتشاد والنيجر على الغناء؛", {"named-state"}),
        ("يهيب بكلا الجانبين أن يغنيا؛", {"parties"}),
        ("تحث الأطراف في البروتوكول على الغناء؛", {"member-states"}),
        ("تدعو الدول وغيرها إلى الغناء؛", {"member-states", "others"}),
        ("يشجع على زيادة التعاون بين الأمانة العامة والدول؛", {"secretariat", "member-states"}),
        ("تشجع تعزيز التعاون بين الأمم المتحدة والاتحاد الأفريقي؛", {"un-system", "regional-orgs"}),
        ("يرحب بغناء الدول ويشجع عليه؛", {"member-states"}),
        ("يقرر إنشاء مكتب المصابيح؛", {"secretariat"}),
        ("يقرر أن يقسم المبلغ بين الدول الأعضاء؛", {"member-states"}),
        ("يقرر تجديد ولاية المقرر الخاص؛", {"subsidiary-body"}),
    ],
)
def test_who_is_to_act_is_read_behind_every_prefix(text, codes):
    assert set(only("1 - " + text).addressees) == codes


def test_whom_a_decision_requests_as_him_is_the_secretary_general():
    ask = only("1 - يشكر الأمين العام على دعمه لفريق الخبراء، ويطلب إليه أن يغني؛")

    assert ask.addressees == ("secretary-general",)


@pytest.mark.parametrize("more", ["وتدعوه إلى الرقص", "وتطلب إليه أن يرقص"])
def test_a_pronoun_stands_for_the_addressee_before_it(more):
    found = asks(f"1 - تطلب إلى الأمين العام أن يغني، {more}؛")

    assert found[1].addressees == ("secretary-general",)


@pytest.mark.parametrize(
    "piece",
    ["و", "في ", "يطلب ", "يقدم ", "تقرير ", "الدول ", "بعثة الأمم المتحدة "],
)
def test_hostile_text_takes_time_in_line_with_its_length(piece):
    text = "1 - يطلب إلى اللجنة " + piece * (40_000 // len(piece))
    begin = time.process_time()

    read(text)

    assert time.process_time() - begin < 4
