"""The moment of the tests of handovers, how one is offered and who is told."""

import datetime as dt

from django.urls import reverse

from apps.followups.models import Notice

NOW = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


def offered(client, obligation, office, **fields):
    data = {"to_office": office.pk, "note": "The lamps moved to you."} | fields
    return client.post(reverse("followups:obligation-offer", args=[obligation.pk]), data)


def told(person, kind="handover"):
    return list(Notice.objects.filter(person=person, kind=kind).values_list("key", flat=True))
