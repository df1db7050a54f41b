"""A paper as one HTML file that needs nothing beside it."""

from functools import cache
from pathlib import Path
from typing import IO

from django.contrib.staticfiles import finders
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from apps.exports.progress import Progress
from apps.web.charts.standalone import standalone

from .markup import article
from .model import Paper
from .tally import Tally
from .words import authors, clean, direction, html_language


def write_html(paper: Paper, file: IO[bytes], progress: Progress) -> None:
    """Write `paper` into `file`, open for bytes."""
    tally = Tally(progress, paper)
    file.write(whole_html(paper, article(paper, tally, standalone), style()).encode())
    tally.end()


@cache
def style() -> str:
    """The style sheets of papers."""
    paths = [finders.find(name) for name in ("paper.css", "paper_file.css")]
    return "".join(Path(path).read_text() for path in paths if path)


def whole_html(paper: Paper, body: SafeString, css: str) -> SafeString:
    """A whole document around `body`."""
    return format_html(
        '<!DOCTYPE html>\n<html lang="{}" dir="{}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<title>{}</title>\n{}<meta name="generator" content="Remit">\n{}<style>\n{}</style>\n</head>\n'
        "<body>\n{}</body>\n</html>\n",
        html_language(paper.language),
        direction(paper.language),
        clean(paper.title),
        _meta("author", authors(paper)),
        _meta("dcterms.created", paper.made_at.isoformat() if paper.made_at else ""),
        mark_safe(css),
        body,
    )


def _meta(name: str, content: str) -> SafeString:
    return (
        format_html('<meta name="{}" content="{}">\n', name, content) if content else SafeString("")
    )
