"""What is asked, of whom, by which sentence, and how often."""

from .cadence import Cadence, cadences_of
from .extraction import Correction, Extraction
from .obligation import READ_FIELDS, Addressee, Obligation
from .series import Series

__all__ = [
    "READ_FIELDS",
    "Addressee",
    "Cadence",
    "Correction",
    "Extraction",
    "Obligation",
    "Series",
    "cadences_of",
]
