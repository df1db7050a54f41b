"""What the scheduler has done every minute for files that are made in the background."""

import datetime as dt


def turn(*, at: dt.datetime) -> None:
    """One turn of the scheduler for files."""
