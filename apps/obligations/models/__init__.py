"""What is asked, of whom, by which sentence, and how often."""

from .cadence import Cadence, cadences_of
from .calendar import Holiday, Session, opening_days
from .extraction import Correction, Extraction
from .obligation import READ_FIELDS, Addressee, Obligation
from .series import Series

__all__ = [
    "READ_FIELDS",
    "Addressee",
    "Cadence",
    "Correction",
    "Extraction",
    "Holiday",
    "Obligation",
    "Series",
    "Session",
    "cadences_of",
    "opening_days",
]
