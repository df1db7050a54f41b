"""When an answer is due, and the answers."""

from .cycle import Cycle, CycleQuerySet, TimingState
from .feed import Feed
from .response import Extension, Response
from .run import PlanRun

__all__ = ["Cycle", "CycleQuerySet", "Extension", "Feed", "PlanRun", "Response", "TimingState"]
