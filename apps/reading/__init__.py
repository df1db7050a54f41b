"""Reading: published text to paragraphs, masthead and asks. Pure Python, deterministic, no Django."""

from .model import Ask, Evidence, Masthead, Paragraph, Reading, Reference
from .reader import read
from .symbols import find_symbols, normal_form

__all__ = [
    "Ask",
    "Evidence",
    "Masthead",
    "Paragraph",
    "Reading",
    "Reference",
    "find_symbols",
    "normal_form",
    "read",
]
