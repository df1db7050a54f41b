"""How far the making of a file has come."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told how many rows are written, and of how many; what it raises ends the making."""
