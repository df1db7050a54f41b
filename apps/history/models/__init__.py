"""The ledger of every change, and what makes each record write into it."""

from .change import GENESIS, OBLIGATION, CannotRewrite, Change, Head, Shape
from .people import HistoricalOffice, HistoricalUser
from .versions import Records, records, version_models

__all__ = [
    "GENESIS",
    "OBLIGATION",
    "CannotRewrite",
    "Change",
    "Head",
    "HistoricalOffice",
    "HistoricalUser",
    "Records",
    "Shape",
    "records",
    "version_models",
]
