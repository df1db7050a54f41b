"""What is asked, of whom, by which sentence, and how often."""

from .cadence import Cadence, cadences_of
from .calendar import Holiday, Session, opening_days
from .extraction import Correction, Extraction
from .obligation import READ_FIELDS, Addressee, Obligation
from .proposal import FindingProposal
from .series import Series
from .tag import CustomField, CustomValue, Link, Tag, Tagging

__all__ = [
    "READ_FIELDS",
    "Addressee",
    "Cadence",
    "Correction",
    "CustomField",
    "CustomValue",
    "Extraction",
    "FindingProposal",
    "Holiday",
    "Link",
    "Obligation",
    "Series",
    "Session",
    "Tag",
    "Tagging",
    "cadences_of",
    "opening_days",
]
