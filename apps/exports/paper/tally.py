"""Count what is written of a paper, so that the progress told is true."""

from collections.abc import Callable, Iterator, Sequence, Sized

from apps.exports.progress import Progress

from .model import Block, Cell, Figure, Paper, Table


class Tally:
    """Counts blocks and rows, a unit each. What is not known yet is never counted as done.

    Where blocks or rows come one at a time from who knows where, one more is expected than has
    come, until they end: the total grows and the bar is not full before the file is.
    `after` is how many units follow the blocks (laying out pages), given the units of the blocks.
    """

    def __init__(
        self, progress: Progress, paper: Paper, *, after: Callable[[int], int] = lambda units: 1
    ) -> None:
        self.progress = progress
        self.after = after
        self.done = 0
        self.total = 1
        # The last unit is the file itself, written and closed.
        self.units = len(paper.blocks) if isinstance(paper.blocks, Sized) else 0
        self.known = isinstance(paper.blocks, Sequence)
        if isinstance(paper.blocks, Sequence):
            self.units += sum(_known_rows(block) for block in paper.blocks)

    def blocks(self, paper: Paper) -> Iterator[Block]:
        """The blocks, each counted once it is written."""
        for block in paper.blocks:
            if not self.known:
                self.units += 1 + _known_rows(block)
            yield block
            self.did()

    def rows(self, table: Table) -> Iterator[Sequence[Cell]]:
        """The rows of `table`, each counted once it is written."""
        left = _known_rows(table)
        for row in table.rows:
            if left <= 0:
                self.units += 1
            left -= 1
            yield row
            self.did()
        self.units -= max(left, 0)

    def did(self, units: int = 1) -> None:
        self.done += units
        self.tell(self.done, self.units + max(self.after(self.units), 1))

    def tell(self, done: int, total: int) -> None:
        self.total = total
        self.progress(done, total)

    def end(self) -> None:
        """The file is whole."""
        self.tell(self.total, self.total)


def _known_rows(block: Block) -> int:
    table = block.table if isinstance(block, Figure) else block
    if not isinstance(table, Table):
        return 0
    if table.row_count is not None:
        return table.row_count
    return len(table.rows) if isinstance(table.rows, Sized) else 0
