"""Arabic letters, numbers, ordinals, months and units, and the fold that makes spellings one."""

import unicodedata
from collections.abc import Iterator

from apps.reading.wording import Wording

# Presentation forms, as some PDFs give them, are their plain letters.
_FORMS = {
    chr(code): unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEF5))
}
_SAME = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ھ": "ه"}
FOLD = {form: _SAME.get(c, c) for form, c in _FORMS.items() if len(c) == 1} | _SAME
_TABLE = str.maketrans(FOLD)


def folded(text: str) -> str:
    """The text with one spelling for each letter."""
    return text.translate(_TABLE)


def wording(name: str, value: str, pattern: str) -> Wording:
    """A wording whose pattern may be written in the usual spelling."""
    return Wording(name, value, folded(pattern))


_ONES = {
    1: "واحد واحدة",
    2: "اثنان اثنين اثنتان اثنتين",
    3: "ثلاثة ثلاث",
    4: "أربعة أربع",
    5: "خمسة خمس",
    6: "ستة ست",
    7: "سبعة سبع",
    8: "ثمانية ثماني ثمان",
    9: "تسعة تسع",
}
_TEENS = {
    10: "عشرة|عشر",
    11: "أحد عشر|إحدى عشرة",
    12: "اثني عشر|اثنا عشر|اثنتي عشرة|اثنتا عشرة",
}
_TENS = {
    20: "عشرين",
    30: "ثلاثين",
    40: "أربعين",
    50: "خمسين",
    60: "ستين",
    70: "سبعين",
    80: "ثمانين",
    90: "تسعين",
}
_FIRSTS = {
    1: "الأولى الأول",
    2: "الثانية الثاني",
    3: "الثالثة الثالث",
    4: "الرابعة الرابع",
    5: "الخامسة الخامس",
    6: "السادسة السادس",
    7: "السابعة السابع",
    8: "الثامنة الثامن",
    9: "التاسعة التاسع",
    10: "العاشرة العاشر",
}


def _numbers() -> Iterator[tuple[str, int]]:
    for number, words in _ONES.items():
        yield from ((word, number) for word in words.split())
    for number, words in _TEENS.items():
        yield from ((word, number) for word in words.split("|"))
    for one in range(3, 10):
        yield from (
            (f"{word} عشر{end}", 10 + one) for word in _ONES[one].split() for end in ("", "ة")
        )
    for tens, name in _TENS.items():
        yield from ((word, tens) for word in (name, f"{name[:-2]}ون"))
        for one, words in _ONES.items():
            yield from ((f"{word} و{name}", tens + one) for word in words.split())
    yield from (("مائة", 100), ("مئة", 100), ("مائة وعشرين", 120), ("مائة وثمانين", 180))


def _ordinals() -> Iterator[tuple[str, int]]:
    firsts = {number: words.split() for number, words in _FIRSTS.items()}
    for number, words in firsts.items():
        yield from ((word, number) for word in words)
    for one in range(1, 10):
        names = ["الحادية", "الحادي"] if one == 1 else firsts[one]
        yield from ((f"{word} عشر{end}", 10 + one) for word in names for end in ("", "ة"))
        for tens, name in _TENS.items():
            yield from ((f"{word} وال{name}", tens + one) for word in names)
    for tens, name in _TENS.items():
        yield (f"ال{name}", tens)
        yield (f"ال{name[:-2]}ون", tens)
    yield ("المائة", 100)


NUMBERS = {folded(word): number for word, number in _numbers()}
ORDINALS = {folded(word): number for word, number in _ordinals()}

_MONTHS = (
    "كانون الثاني|يناير",
    "شباط|فبراير",
    "آذار|مارس",
    "نيسان|أبريل|إبريل",
    "أيار|مايو",
    "حزيران|يونيه|يونيو",
    "تموز|يوليه|يوليو",
    "آب|أغسطس",
    "أيلول|سبتمبر",
    "تشرين الأول|أكتوبر",
    "تشرين الثاني|نوفمبر",
    "كانون الأول|ديسمبر",
)
MONTHS = {
    folded(name): number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")
}

# The dual says two by itself.
_UNITS = {
    "D": "يوم يوما أيام",
    "2D": "يومين يومان",
    "W": "أسبوع أسبوعا أسابيع",
    "2W": "أسبوعين أسبوعان",
    "M": "شهر شهرا أشهر شهور",
    "2M": "شهرين شهران",
    "Y": "سنة سنوات عام عاما أعوام",
    "2Y": "سنتين سنتان عامين عامان",
    "H": "ساعة ساعات",
}
UNITS = {folded(word): code for code, words in _UNITS.items() for word in words.split()}
