"""French numbers, units and dates."""

# fmt: off

_TO_SIXTEEN = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize")
_ONES = {word: i for i, word in enumerate(_TO_SIXTEEN, 1)} | {f"dix-{w}": 10 + i for i, w in enumerate(_TO_SIXTEEN[6:9], 7)}
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_MONTH_NAMES = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")

_COUNTED = (
    _ONES
    | _TENS
    | {f"{t}-{w}": v + i for t, v in _TENS.items() for w, i in _ONES.items() if 1 < i < 10}
    | {f"{t}{et}un": v + 1 for t, v in _TENS.items() for et in (" et ", "-et-")}
    | {f"soixante-{w}": 60 + i for w, i in _ONES.items() if i > 9}
    | {f"soixante{et}onze": 71 for et in (" et ", "-et-")}
    | {f"quatre-vingt-{w}": 80 + i for w, i in _ONES.items()}
    | {"quatre-vingt": 80}
)
NUMBERS = (
    _COUNTED
    | {"une": 1, "quatre-vingts": 80, "cent": 100, "cent quatre-vingts": 180, "deux cents": 200}
    | {f"cent {word}": 100 + value for word, value in _COUNTED.items()}
)


def _ordinal(word: str) -> str:
    """`quatre` gives `quatrième`, `neuf` `neuvième`."""
    if word.endswith("cinq"):
        return f"{word}uième"
    stem = f"{word[:-1]}v" if word.endswith("neuf") else word.removesuffix("e")
    return f"{stem}ième"


ORDINALS = {_ordinal(word): value for word, value in _COUNTED.items()} | {"premier": 1, "première": 1, "seconde": 2, "second": 2}

MONTHS = {name: i for i, name in enumerate(_MONTH_NAMES, 1)} | {"fevrier": 2, "aout": 8, "decembre": 12}
UNITS = {
    "jour": "D",
    "jours": "D",
    "semaine": "W",
    "semaines": "W",
    "mois": "M",
    "an": "Y",
    "ans": "Y",
    "année": "Y",
    "années": "Y",
    "heure": "H",
    "heures": "H",
    "trimestre": "3M",
    "trimestres": "3M",
    "semestre": "6M",
    "semestres": "6M",
}
DATES = (
    r"\d{1,2} ?(?:er)? ?(?:<month>)\b,?(?: \d{4}\b)?",
    r"(?:la )?fin (?:du mois de |du mois d'|du mois |de l'année |d'|de |du )?(?:(?:<month>)\b,?(?: \d{4}\b)?|\d{4}\b)",
    r"(?:la )?mi-(?:<month>)\b,?(?: \d{4}\b)?",
    r"(?:<month>)\b,?(?: \d{4}\b)?",
    r"(?:19|20)\d{2}\b(?=[,;.)]| ?;|$| et | au plus tard)",
)
