"""Cycles as events that a calendar program reads (RFC 5545). The same rows give the same bytes."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from dateutil.relativedelta import relativedelta
from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event, vText
from icalendar.enums import STATUS, TRANSP

from apps.obligations.codes import State
from apps.obligations.models import Obligation

from .models import Cycle, Feed, SavedView
from .models.cycle import CycleQuerySet
from .registers import CycleRegister
from .why import in_words

MOST_EVENTS = 2000  # more than anybody follows, and some seconds' work to write
BACK, AHEAD = relativedelta(years=1), relativedelta(years=2)
ALARMS = (dt.timedelta(days=7), dt.timedelta(days=1))
ONE_DAY = dt.timedelta(days=1)
REFRESH = dt.timedelta(hours=12)
PRODUCT = "-//Remit//Cycles//EN"


class NotUnderstood(ValueError):
    """The filter of a feed asks for what is not there any more; the message says what."""


class FeedRegister(CycleRegister):
    """The register of cycles, with rows as events tell them."""

    def rows(self) -> CycleQuerySet:
        return Cycle.objects.for_feed()


def feed_file(feed: Feed, *, on: dt.date, soon: int, address: str) -> bytes:
    """The feed as at `on`, one year back and two ahead; `address` is that of this site, no slash.

    Words are in the language that is active. Raises NotUnderstood.
    """
    cycles = _window(_cycles(feed, on=on, soon=soon), on=on)
    host = urlsplit(address).hostname or "localhost"
    calendar = Calendar.new(prodid=PRODUCT, uid=f"feed-{feed.pk}@{host}")
    name, description = vText(_clean(feed.title)), vText(_described(feed, len(cycles)))
    for key, text in (
        ("name", name),
        ("x-wr-calname", name),
        ("description", description),
        ("x-wr-caldesc", description),
    ):
        calendar.add(key, text)
    # RFC 7986 wants the type said; programs older than it read the other names.
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for cycle in cycles:
        calendar.add_component(_event(cycle, host=host, address=address))
    body: bytes = calendar.to_ical()
    return body


def _cycles(feed: Feed, *, on: dt.date, soon: int) -> CycleQuerySet:
    """All that the feed may hold, whenever due. What nobody may see in the register is not in it."""
    query = _query(feed)
    if query is not None:
        register = FeedRegister(QueryDict(query), on=on, soon=soon)
        if not register.is_valid:
            raise NotUnderstood("\n".join(problem.words for problem in register.problems))
        found: CycleQuerySet = register.filter.qs
        return found
    cycles = Cycle.objects.for_feed().tracked()
    if feed.holds == Feed.Holds.MINE:
        return cycles.followed_by(feed.person)
    if feed.person.office is None:
        return cycles.none()
    return cycles.of(Obligation.objects.led_by(feed.person.office))


def _query(feed: Feed) -> str | None:
    """What the feed asks the register for; None where it holds what is a person's or an office's.

    A view is asked as it stands today. Raises NotUnderstood where the person may see it no more.
    """
    if feed.view is None:
        return feed.query if feed.holds == Feed.Holds.FILTER else None
    if not SavedView.objects.visible_to(feed.person).filter(pk=feed.view.pk).exists():
        raise NotUnderstood(
            _("The saved view “%(view)s” is not open to you any more.") % {"view": feed.view}
        )
    return feed.view.query


def _window(cycles: CycleQuerySet, *, on: dt.date) -> list[Any]:
    """Those due in the window, by date; where they are too many, what is to come goes first."""
    coming = cycles.filter(due_on__range=(on, on + AHEAD)).order_by("due_on", "pk")
    past = cycles.filter(due_on__range=(on - BACK, on - ONE_DAY)).order_by("-due_on", "-pk")
    found = list(coming[:MOST_EVENTS])
    if len(found) < MOST_EVENTS:
        found += past[: MOST_EVENTS - len(found)]
    return sorted(found, key=lambda cycle: (cycle.due_on, cycle.pk))


def _described(feed: Feed, events: int) -> str:
    words = str(feed.get_holds_display())
    if events == MOST_EVENTS:
        return f"{words}. " + _(
            "Only the next %(most)d dates are here: a narrower filter shows all of its own."
        ) % {"most": MOST_EVENTS}
    return words


def _event(cycle: Any, *, host: str, address: str) -> Event:
    # What the cycle is, whatever happens to its date and to its row: see Cycle.period.
    uid = f"cycle-{cycle.obligation_id}-{cycle.cadence_number}-{cycle.period}@{host}"
    page = reverse("followups:obligation-detail", args=[cycle.obligation_id])
    summary = _clean(f"{cycle.obligation.reference} – {cycle.obligation.act}")
    cancelled, changed_at = _is_cancelled(cycle), _changed_at(cycle)
    open_ = not cancelled and cycle.answered_on is None
    return Event.new(
        uid=uid,
        summary=summary,
        description=_clean("\n".join(_description(cycle))),
        url=f"{address}{page}#cycle-{cycle.pk}",
        start=cycle.due_on,
        end=cycle.due_on + ONE_DAY,
        # Without METHOD the stamp is when the event was last revised, not when the file was made.
        stamp=changed_at,
        last_modified=changed_at,
        # Both only ever grow; each change of the date, a waiver or a closing adds to one of them.
        sequence=cycle.changes + cycle.obligation.version - 1,
        status=STATUS.CANCELLED if cancelled else STATUS.CONFIRMED,
        transparency=TRANSP.TRANSPARENT,
        subcomponents=[Alarm.new_display(summary, -before) for before in ALARMS if open_],
    )


def _is_cancelled(cycle: Any) -> bool:
    """Nobody waits for an answer any more, and none came: an answered one took place."""
    is_closed = cycle.obligation.state == State.CLOSED and cycle.answered_on is None
    return bool(cycle.waived_on) or is_closed


def _changed_at(cycle: Any) -> dt.datetime:
    moments = (cycle.created_at, cycle.changed_at, cycle.obligation_changed_at)
    last: dt.datetime = max(moment for moment in moments if moment)
    return last.astimezone(dt.UTC).replace(microsecond=0)


def _description(cycle: Any) -> Iterator[str]:
    yield in_words(cycle)
    if cycle.answered_on:
        yield _("Answered on %(day)s.") % {"day": date_format(cycle.answered_on, "DATE_FORMAT")}
    if cycle.waived_on:
        yield _("Waived on %(day)s: %(reason)s") % {
            "day": date_format(cycle.waived_on, "DATE_FORMAT"),
            "reason": cycle.waived_reason,
        }
    elif cycle.obligation.state == State.CLOSED:
        yield _("The obligation is closed: %(reason)s") % {"reason": cycle.obligation.reason}


def _clean(text: str) -> str:
    """Without the control characters that RFC 5545 forbids in a text; its breaks are escaped."""
    return "".join(
        char for char in text if char.isprintable() or char in "\n\t " or ord(char) > 159
    )
