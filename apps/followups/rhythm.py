"""When a person's mail comes: once a day, once a week, at once, never on days off. Pure."""

import datetime as dt

from apps.obligations.workdays import Calendar

AT_ONCE, DAILY, WEEKLY = "at-once", "daily", "weekly"


def moment_of(rhythm: str, hour: int, local: dt.datetime, calendar: Calendar) -> dt.datetime | None:
    """The moment of the mail that is to go by `local`, the person's own time; None on a day off,
    and where none is to go yet.

    Once a week is Monday, or the first working day after it; a mail that could not go then goes
    later in the same week.
    """
    if calendar.why_off(local.date()):
        return None
    if rhythm == AT_ONCE:
        return local
    day = local.date()
    if rhythm == WEEKLY:
        monday = day - dt.timedelta(days=day.weekday())
        week = [monday + dt.timedelta(days=n) for n in range(day.weekday() + 1)]
        day = next(one for one in week if not calendar.why_off(one))
    elif rhythm != DAILY:
        return None
    moment = dt.datetime.combine(day, dt.time(hour), tzinfo=local.tzinfo)
    return moment if moment <= local else None
