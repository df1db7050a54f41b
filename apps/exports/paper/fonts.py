"""The letters of the PDF: our own files, so that it looks the same on every machine."""

from functools import cache
from io import BytesIO
from typing import Any

from django.contrib.staticfiles import finders

from apps.web.charts.standalone import standalone

from .words import ARABIC, HAN

FOLDER = "vendor/fonts"
SCHEME = "remit-font:"
# Family, file, and the widths of stroke there are. A family a file: the next one is asked for the letters
# that one has not.
Font = tuple[str, str, tuple[int, ...]]
ALWAYS: list[Font] = [
    ("Remit Latin", "noto-sans-latin", (400, 700)),
    ("Remit Latin Extended", "noto-sans-latin-ext", (400, 700)),
    ("Remit Cyrillic", "noto-sans-cyrillic", (400, 700)),
    ("Remit Greek", "noto-sans-greek", (400, 700)),
]
ARABIC_FONT: Font = ("Remit Arabic", "noto-sans-arabic-arabic", (400, 700))
# Half a second to unpack.
HAN_FONT: Font = ("Remit Chinese", "noto-sans-sc-chinese-simplified", (400,))


def font_faces(markup: str) -> str:
    """Style rules that name our fonts, those only that `markup` has letters for."""
    fonts = list(ALWAYS)
    if ARABIC.search(markup):
        fonts.append(ARABIC_FONT)
    if HAN.search(markup):
        fonts.append(HAN_FONT)
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight};'
        f' src: url("{SCHEME}{file}-{weight}-normal.woff"); }}\n'
        for family, file, weights in fonts
        for weight in weights
    )
    families = ", ".join(f'"{name}"' for name, _, _ in fonts)
    family = f"font-family: {families}, sans-serif;"
    return f"{faces}@page {{ {family} }}\nbody {{ {family} }}\n"


def drawing_in_own_letters(svg: str) -> str:
    """A chart as the PDF shows it. Style rules of the page do not reach into it."""
    families = ", ".join(name for name, _, _ in (*ALWAYS, ARABIC_FONT, HAN_FONT))
    return standalone(svg).replace("<svg ", f'<svg font-family="{families}, sans-serif" ', 1)


def own_fonts() -> Any:
    """What WeasyPrint asks for files: it gets our fonts and nothing else, from no disk and no network."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFonts(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            name = url.removeprefix(SCHEME)
            names = {
                f"{f}-{w}-normal.woff" for _, f, ws in (*ALWAYS, ARABIC_FONT, HAN_FONT) for w in ws
            }
            path = finders.find(f"{FOLDER}/{name}") if name in names else None
            if not path:
                raise ValueError(f"Nothing is read but our fonts, not {url}")
            return URLFetcherResponse(url, _unpacked(path))

    return OwnFonts()


@cache
def _unpacked(path: str) -> bytes:
    """The font as TrueType, dated as it was made: WeasyPrint would date it now, and no file be twice the same."""
    from fontTools.ttLib import TTFont

    out = BytesIO()
    with TTFont(path, recalcTimestamp=False) as font:
        font.flavor = font.flavorData = None
        font.save(out)
    return out.getvalue()
