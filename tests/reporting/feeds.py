"""The page of feeds, and how a calendar program reads one."""

from django.test import Client

from tests.reporting.ical import events

LIST = "/calendar/feeds/"


def read(feed, **headers):
    """As a calendar program reads it: no cookie, nobody signed in."""
    return Client().get(f"/feeds/{feed.token}.ics", headers=headers)


def held(feed):
    """Keys of the cycles in the feed."""
    return {int(str(event["URL"]).partition("#cycle-")[2]) for event in events(read(feed).content)}
