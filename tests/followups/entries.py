"""What the tests of entries have in common: their moment, what is typed and what is refused."""

import datetime as dt

from django.urls import reverse

from apps.followups.models import Entry

NOON = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


def address(name, row):
    return reverse(f"followups:{name}", args=[row.pk])


def typed(**fields):
    return {"kind": "call", "happened_on": "today", "text": "Spoke to the desk"} | fields


def refused(response, says):
    assert response.status_code == 422
    assert says in response.text
    assert not Entry.objects.exists()
