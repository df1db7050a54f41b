"""The pages of the history and the changes that they show."""

import datetime as dt
import re

from django.urls import reverse

from apps.history.models import Change

TODAY = dt.date(2026, 7, 1)
URL = reverse("history:change-list")


def of(record, **query):
    url = reverse("history:record", args=[record._meta.label_lower, record.pk])
    return url + ("?all=1" if query else "")


def shown(page):
    """The keys of the changes on a page."""
    return [int(key) for key in re.findall(r'id="change-(\d+)"', page)]


def changes(**fields):
    return list(Change.objects.filter(**fields).newest_first().values_list("pk", flat=True))


def anna():
    from apps.accounts.models import User

    return User.objects.get(name="Anna")
