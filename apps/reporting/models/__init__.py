"""When an answer is due, and the answers."""

from .bulk import BulkEdit, BulkEditRow
from .cycle import Cycle, CycleQuerySet, TimingState
from .feed import Feed
from .response import Extension, Response
from .run import PlanRun
from .view import Bookmark, SavedView

__all__ = [
    "Bookmark",
    "BulkEdit",
    "BulkEditRow",
    "Cycle",
    "CycleQuerySet",
    "Extension",
    "Feed",
    "PlanRun",
    "Response",
    "SavedView",
    "TimingState",
]
