"""What is asked, of whom, by which sentence, and how often."""

from .cadence import Cadence, cadences_of
from .obligation import READ_FIELDS, Addressee, Extraction, Obligation
from .series import Series

__all__ = [
    "READ_FIELDS",
    "Addressee",
    "Cadence",
    "Extraction",
    "Obligation",
    "Series",
    "cadences_of",
]
