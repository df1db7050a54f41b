"""Which writer makes which format of a paper."""

from collections.abc import Callable
from typing import IO

from apps.exports.models import Format
from apps.exports.progress import Progress

from .in_docx import write_docx
from .in_html import write_html
from .in_odt import write_odt
from .in_pdf import write_pdf
from .model import Paper

WRITERS: dict[Format, Callable[[Paper, IO[bytes], Progress], None]] = {
    Format.DOCX: write_docx,
    Format.ODT: write_odt,
    Format.PDF: write_pdf,
    Format.HTML: write_html,
}
