"""Files that are made in the background or on a schedule, and the organization's own templates."""

from .job import Format, Job, Kind
from .schedule import Run, Schedule
from .template import Template

__all__ = ["Format", "Job", "Kind", "Run", "Schedule", "Template"]
