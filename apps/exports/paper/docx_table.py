"""A table of a paper as WordprocessingML: its heading row is repeated and no row is cut by a page."""

from collections.abc import Iterator
from itertools import chain

from .docx_runs import Runs
from .markup import SMALL, TINY, none, shares
from .model import Table
from .tally import Tally
from .words import is_rtl, lines


def table_xml(table: Table, runs: Runs, tally: Tally, width: int) -> str:
    """The table, `width` twentieths of a point across. Its caption stands before it."""
    widths = [max(1, share * width // 100) for share in shares(table.columns)]
    many = len(widths)
    style = "TableTiny" if many > TINY else "TableSmall" if many > SMALL else "TableText"
    right = "<w:bidiVisual/>" if is_rtl(runs.language) else ""
    head = "".join(
        _cell(w, f"{style}Heading", runs.words(c.heading), is_number=c.is_number)
        for c, w in zip(table.columns, widths, strict=True)
    )
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PaperTable"/>{right}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        f"{''.join(_rows(table, runs, tally, widths, style))}</w:tbl>"
    )


def _rows(table: Table, runs: Runs, tally: Tally, widths: list[int], style: str) -> Iterator[str]:
    rows = iter(tally.rows(table))
    first = next(rows, None)
    if first is None:
        span = f'<w:gridSpan w:val="{len(widths)}"/>'
        yield _row(_cell(sum(widths), style, runs.words(none()), span=span))
        return
    for row in chain([first], rows):
        yield _row(
            "".join(
                _cell(
                    width,
                    style,
                    *(runs.inline(line) for line in lines(cell)),
                    is_number=c.is_number,
                )
                for cell, c, width in zip(row, table.columns, widths, strict=True)
            )
        )


def _row(cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(width: int, style: str, *paragraphs: str, is_number: bool = False, span: str = "") -> str:
    named = f"{style}Number" if is_number else style
    inside = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{named}"/></w:pPr>{runs}</w:p>'
        for runs in paragraphs or ("",)
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{inside}</w:tc>'
