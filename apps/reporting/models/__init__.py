"""When an answer is due, and the answers."""

from .bulk import BulkEdit, BulkEditRow
from .cycle import Cycle, CycleQuerySet
from .feed import Feed
from .response import Extension, Response
from .run import PlanRun
from .states import NOW, Columns, Day, TimingState, conditions_of_states, then
from .view import Bookmark, SavedView

__all__ = [
    "NOW",
    "Bookmark",
    "BulkEdit",
    "BulkEditRow",
    "Columns",
    "Cycle",
    "CycleQuerySet",
    "Day",
    "Extension",
    "Feed",
    "PlanRun",
    "Response",
    "SavedView",
    "TimingState",
    "conditions_of_states",
    "then",
]
