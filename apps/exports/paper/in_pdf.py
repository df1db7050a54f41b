"""A paper as PDF that a screen reader can read (PDF/UA-1), from the markup of the HTML file."""

import hashlib
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from apps.exports.progress import Progress

from .fonts import drawing_in_own_letters, font_faces, own_fonts
from .in_html import style, whole_html
from .markup import article
from .model import Paper
from .tally import Tally

# How many rows and blocks a page holds, about: so many units a page counts twice, laid out and drawn.
ON_A_PAGE = 12
# Says each page as it begins to lay it out, and has no other hook. Not for the log of the server.
STEPS = logging.getLogger("weasyprint.progress")
STEPS.propagate = False
STEPS.setLevel(logging.INFO)
PAGE = "Step 5 - Creating layout - Page %d"


def write_pdf(paper: Paper, file: IO[bytes], progress: Progress) -> None:
    """Write `paper` into `file`, open for bytes.

    Rows and blocks are a third of the units told, laying out and drawing pages the others: their number is
    a guess from the rows until the last is laid out, and the total grows where there are more.
    """
    tally = Tally(progress, paper, after=lambda units: 2 * units + 1)
    body = article(paper, tally, drawing_in_own_letters)
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    html = HTML(
        string=whole_html(paper, body, style() + font_faces(body)),
        url_fetcher=own_fonts(),
    )
    fonts = FontConfiguration()
    try:
        pages = _Pages(tally)
        with pages.counted():
            document = html.render(font_config=fonts, pdf_variant="pdf/ua-1")
        pages.count_drawn(document)
        identifier = hashlib.sha256(body.encode()).digest()[:16]
        document.write_pdf(file, pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    finally:
        # Its folder of unpacked fonts would stay as long as an error holds on to it.
        fonts.__del__()
    tally.end()


class _Pages(logging.Handler):
    """Counts the pages laid out, and then those drawn."""

    def __init__(self, tally: Tally) -> None:
        super().__init__()
        self.tally = tally
        self.thread = threading.get_ident()
        self.laid_out = self.drawn = 0
        self.expected = max(1, -(-tally.units // ON_A_PAGE))

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Those laid out meanwhile by this thread: another may be at another paper."""
        STEPS.addHandler(self)
        try:
            yield
        finally:
            STEPS.removeHandler(self)

    def handle(self, record: logging.LogRecord) -> bool:
        # What the progress raises goes through, and ends the work.
        if record.thread == self.thread and record.msg == PAGE and isinstance(record.args, tuple):
            self.laid_out = max(self.laid_out, int(str(record.args[0])) - 1)
            self.expected = max(self.expected, self.laid_out + 1)
            self.tell()
        return True

    def count_drawn(self, document: Any) -> None:
        self.laid_out = self.expected = len(document.pages)
        for page in document.pages:
            page.paint = self._counting(page.paint)

    def _counting(self, paint: Any) -> Any:
        def counted(*args: Any, **options: Any) -> None:
            paint(*args, **options)
            self.drawn += 1
            self.tell()

        return counted

    def tell(self) -> None:
        pages = ON_A_PAGE * (self.laid_out + self.drawn)
        total = self.tally.units + 2 * ON_A_PAGE * self.expected + 1
        self.tally.tell(self.tally.units + pages, total)
