import zipfile

import pytest

from apps.exports.models import Format
from apps.exports.paper.markup import shares
from apps.exports.paper.model import Column, Heading, Table
from tests.exports.paper.papers import odd_paper, paper, written

QUICK = [Format.DOCX, Format.ODT, Format.HTML]


class Stopped(Exception):
    pass


@pytest.mark.parametrize("kind", QUICK)
def test_the_same_paper_is_the_same_bytes(kind):
    assert written(kind).getvalue() == written(kind).getvalue()


@pytest.mark.parametrize("kind", [Format.DOCX, Format.ODT])
def test_no_file_says_when_it_was_packed(kind):
    with zipfile.ZipFile(written(kind)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("kind", QUICK)
def test_each_row_moves_the_bar_and_only_the_whole_file_fills_it(kind):
    told = []

    written(kind, paper(count=20), lambda done, total: told.append((done, total)))

    assert [done for done, _ in told] == list(range(1, 29))
    assert {total for _, total in told} == {7 + 20 + 1}  # blocks, rows, the file
    assert [done for done, total in told if done == total] == [28]


def test_rows_that_come_from_who_knows_where_never_fill_the_bar_early():
    told = []
    table = Table("", [Column("n")], ([str(n)] for n in range(5)))

    blocks = iter([Heading("First"), table])
    written(Format.HTML, paper(blocks=blocks), lambda done, total: told.append((done, total)))

    assert all(done < total for done, total in told[:-1])
    assert told[-1] == (8, 8)


@pytest.mark.parametrize("kind", QUICK)
def test_what_the_progress_raises_ends_the_making(kind):
    def stop(done, total):
        if done == 4:
            raise Stopped

    with pytest.raises(Stopped):
        written(kind, paper(count=50), stop)


@pytest.mark.parametrize("kind", QUICK)
def test_nothing_that_a_person_typed_breaks_a_file(kind):
    assert written(kind, odd_paper()).getvalue()


def test_rows_are_asked_for_once_and_one_at_a_time():
    seen = []

    def rows():
        for n in range(3):
            seen.append(n)
            yield [str(n)]

    told = []
    one = paper(blocks=[Table("", [Column("n")], rows(), 3)])
    written(Format.HTML, one, lambda done, total: told.append(len(seen)))

    assert told[:3] == [1, 2, 3]
    assert seen == [0, 1, 2]


@pytest.mark.parametrize("widths", [[11, 29, 9, 9, 9, 9, 9, 9, 9], [1] * 7, [0, 5], [3]])
def test_columns_take_the_whole_width_and_no_more(widths):
    assert sum(shares([Column(str(n), width) for n, width in enumerate(widths)])) == 100
