"""A paper as HTML: what the HTML and PDF files hold, and what a page shows as a preview.

Everything is escaped here; nothing of a paper is markup but the drawing of a figure, and of that only
the shapes. No style attribute: the classes are those of static/paper.css.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from apps.web.charts.standalone import with_legend

from .model import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Inline,
    Link,
    PageBreak,
    Paper,
    Paragraph,
    Points,
    Quoted,
    Table,
)
from .tally import Tally
from .words import address, clean, direction, facts, html_language, lines

# More columns than this are set smaller, and more than the next smaller still.
SMALL, TINY = 9, 16


def body_html(paper: Paper) -> SafeString:
    """The paper as one <article>, to be shown inside a page that links paper.css."""
    return article(paper, Tally(lambda done, total: None, paper), with_legend)


def article(
    paper: Paper, tally: Tally, drawing: Callable[[str], str] = lambda svg: svg
) -> SafeString:
    """The same, counted as it is written; `drawing` makes of a figure what a file can hold."""
    with override(paper.language):
        writing = _Writing(tally, drawing)
        body = _join(map(writing.block, tally.blocks(paper)))
        return format_html(
            '<article class="paper{}" lang="{}" dir="{}" data-as-at="{}">\n{}{}{}</article>\n',
            " paper-wide" if paper.is_wide else "",
            html_language(paper.language),
            direction(paper.language),
            clean(paper.as_at),
            _head(paper),
            _contents(writing.headings) if paper.has_contents and writing.headings else "",
            body,
        )


def _join(parts: Iterator[SafeString]) -> SafeString:
    return mark_safe("".join(parts))


def _head(paper: Paper) -> SafeString:
    subtitle = format_html('<p class="paper-subtitle">{}</p>\n', clean(paper.subtitle))
    rows = format_html_join(
        "",
        '<tr><th scope="row">{}</th><td>{}</td></tr>\n',
        ((label, _cell(cell)) for label, cell in facts(paper)),
    )
    return format_html(
        '<header class="paper-head">\n<h1>{}</h1>\n{}{}</header>\n',
        clean(paper.title),
        subtitle if paper.subtitle else "",
        format_html('<table class="paper-facts"><tbody>\n{}</tbody></table>\n', rows)
        if rows
        else "",
    )


def _contents(headings: Sequence[Heading]) -> SafeString:
    items = format_html_join(
        "",
        '<li class="paper-level-{}"><a href="#section-{}">{}</a></li>\n',
        (
            (min(heading.level, 3), number, clean(heading.words))
            for number, heading in enumerate(headings, start=1)
        ),
    )
    return format_html(
        '<nav class="paper-contents" aria-labelledby="paper-contents">\n'
        '<p class="paper-contents-title" id="paper-contents">{}</p>\n<ul>\n{}</ul>\n</nav>\n',
        _("Contents"),
        items,
    )


class _Writing:
    """What is known while the blocks are written."""

    def __init__(self, tally: Tally, drawing: Callable[[str], str]) -> None:
        self.tally = tally
        self.drawing = drawing
        self.headings: list[Heading] = []

    def block(self, block: Block) -> SafeString:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph(words=words, is_muted=is_muted):
                muted = mark_safe(' class="paper-muted"') if is_muted else ""
                return format_html("<p{}>{}</p>\n", muted, _inline(words))
            case Quoted():
                return _quote(block)
            case Points(items=items):
                points = format_html_join("", "<li>{}</li>\n", ((_cell(item),) for item in items))
                return format_html("<ul>\n{}</ul>\n", points)
            case Table():
                return _table(block, self.tally)
            case Figure():
                return self.figure(block)
            case PageBreak():
                return mark_safe('<div class="paper-break"></div>\n')

    def heading(self, heading: Heading) -> SafeString:
        self.headings.append(heading)
        level = min(max(heading.level, 1) + 1, 6)
        number, words = len(self.headings), clean(heading.words)
        return format_html('<h{} id="section-{}">{}</h{}>\n', level, number, words, level)

    def figure(self, figure: Figure) -> SafeString:
        return format_html(
            '<figure><figcaption>{}</figcaption>\n{}\n<p class="paper-muted">{}</p></figure>\n{}',
            clean(figure.title),
            mark_safe(self.drawing(figure.svg)),
            clean(figure.description),
            _table(figure.table, self.tally),
        )


def _quote(quote: Quoted) -> SafeString:
    source = format_html('<p class="paper-source">{}</p>', clean(quote.source))
    return format_html(
        '<blockquote dir="{}"><p lang="{}">{}</p>{}</blockquote>\n',
        direction(quote.language),
        html_language(quote.language),
        _broken(quote.words),
        source if quote.source else "",
    )


def _table(table: Table, tally: Tally) -> SafeString:
    many = len(table.columns)
    size = " paper-tiny" if many > TINY else " paper-small" if many > SMALL else ""
    caption = format_html("<caption>{}</caption>\n", clean(table.caption))
    return format_html(
        '<div class="paper-table{}" tabindex="0">\n<table>\n{}<colgroup>{}</colgroup>\n'
        "<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n</div>\n",
        size,
        caption if table.caption else "",
        _columns(table.columns),
        format_html_join("", '<th scope="col"{}>{}</th>', map(_column_head, table.columns)),
        _join(_rows(table, tally)),
    )


def shares(columns: Sequence[Column]) -> list[int]:
    """What each column takes of the width, in whole per cent, at least one; together a hundred."""
    ends = list(accumulate(max(column.width, 1) for column in columns))
    stops = [0, *(round(100 * end / ends[-1]) for end in ends)]
    return [max(1, stop - start) for start, stop in pairwise(stops)]


def _columns(columns: Sequence[Column]) -> SafeString:
    return format_html_join("", '<col class="paper-w{}">', ((w,) for w in shares(columns)))


def _number(column: Column) -> SafeString:
    return mark_safe(' class="paper-number"') if column.is_number else SafeString("")


def _column_head(column: Column) -> tuple[SafeString, str]:
    return _number(column), clean(column.heading)


def _rows(table: Table, tally: Tally) -> Iterator[SafeString]:
    numbers = [_number(column) for column in table.columns]
    is_empty = True
    for row in tally.rows(table):
        is_empty = False
        cells = zip(row, numbers, strict=True)
        head, number = next(cells)
        yield format_html(
            '<tr><th scope="row"{}>{}</th>{}</tr>\n',
            number,
            _cell(head),
            format_html_join("", "<td{}>{}</td>", ((n, _cell(cell)) for cell, n in cells)),
        )
    if is_empty:
        span = len(table.columns)
        yield format_html('<tr><td colspan="{}" class="paper-muted">{}</td></tr>\n', span, none())


def none() -> str:
    """What a table without rows says."""
    return _("None.")


def _cell(cell: Cell) -> SafeString:
    parts = lines(cell)
    if len(parts) == 1:
        return _inline(parts[0])
    return format_html_join(
        "", '<span class="paper-line">{}</span>', ((_inline(p),) for p in parts)
    )


def _inline(inline: Inline) -> SafeString:
    match inline:
        case Link(words=words):
            target = address(inline)
            return (
                format_html('<a href="{}">{}</a>', target, clean(words))
                if target
                else _broken(words)
            )
        case Quoted(words=words, language=language, source=source):
            said = format_html(
                '<span lang="{}" dir="{}">{}</span>',
                html_language(language),
                direction(language),
                _broken(words),
            )
            behind = format_html(' <span class="paper-source">{}</span>', clean(source))
            return said + behind if source else said
        case _:
            return _broken(inline)


def _broken(words: str) -> SafeString:
    """Words whose line breaks stand."""
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in clean(words).split("\n")))
