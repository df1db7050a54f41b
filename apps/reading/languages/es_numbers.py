"""Spanish numbers, units and dates."""

# fmt: off

_SMALL = ("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve")
_TENS = {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90}
_MONTH_NAMES = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre")
_FIRSTS = ("primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven", "décim", "undécim", "duodécim")
_TENTHS = {"décim": 10, "vigésim": 20, "trigésim": 30, "cuadragésim": 40, "quincuagésim": 50, "sexagésim": 60, "septuagésim": 70, "octogésim": 80, "nonagésim": 90}

NUMBERS = (
    {word: i for i, word in enumerate(_SMALL, 1)}
    | _TENS
    | {f"{t} y {w}": v + i for t, v in _TENS.items() for i, w in enumerate(_SMALL[:9], 1)}
    | {"un": 1, "una": 1, "cien": 100, "ciento veinte": 120, "ciento ochenta": 180}
)
ORDINALS = (
    {f"{stem}{end}": i for i, stem in enumerate(_FIRSTS, 1) for end in ("o", "a")}
    | {f"{stem}{end}": value for stem, value in _TENTHS.items() for end in ("o", "a")}
    | {
        f"{tenth}{end} {first}{end}": value + i
        for tenth, value in _TENTHS.items()
        for i, first in enumerate(_FIRSTS[:9], 1)
        for end in ("o", "a")
    }
    | {"primer": 1, "tercer": 3}
    | {f"{tenth}o {first}": value + i for tenth, value in _TENTHS.items() for first, i in (("primer", 1), ("tercer", 3))}
)
MONTHS = {name: i for i, name in enumerate(_MONTH_NAMES, 1)} | {"setiembre": 9}
UNITS = {
    "día": "D",
    "días": "D",
    "semana": "W",
    "semanas": "W",
    "mes": "M",
    "meses": "M",
    "año": "Y",
    "años": "Y",
    "hora": "H",
    "horas": "H",
    "trimestre": "3M",
    "trimestres": "3M",
    "semestre": "6M",
    "semestres": "6M",
}
DATES = (
    r"\d{1,2} ?[ºo°]? ?de (?:<month>)\b(?:,? (?:de|del) (?:año )?\d{4}\b)?",
    r"(?:el )?(?:fin|fines|final|finales) (?:de |del mes de |del año )?(?:(?:<month>)\b(?: (?:de|del) \d{4}\b)?|\d{4}\b)",
    r"mediados de (?:<month>)\b(?: de \d{4}\b)?",
    r"(?:<month>)\b(?: (?:de|del) \d{4}\b)?",
    r"(?:19|20)\d{2}\b(?=[,;.)]| ?;|$| y | a más tardar)",
)
