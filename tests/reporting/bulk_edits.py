"""How the tests change many obligations at once, as a person does by the form."""

import re

from apps.obligations.models import Obligation
from apps.obligations.review import locked
from apps.reporting.models import BulkEdit
from tests.factories import ObligationFactory, UserFactory

URL = "/register/obligations/change/"
CYCLES = "/register/cycles/change/"
CHANGES = "/register/changes/"


def rows(number, **fields):
    return ObligationFactory.create_batch(number, **fields)


def draft_in(page):
    return re.search(r'name="draft" value="([^"]+)"', page)[1]


def preview(client, obligations, url=URL, **values):
    keys = ",".join(str(one.pk) for one in obligations)
    return client.post(url, {"rows": keys, "step": "preview", **values})


def do(client, page, step="do"):
    return client.post(URL, {"draft": draft_in(page.text), "step": step})


def change(client, obligations, **values):
    """Preview and do; the edit that came of it."""
    response = do(client, preview(client, obligations, **values))
    assert response.status_code == 302, response.text
    return BulkEdit.objects.latest("pk")


def changed_by_another(obligation):
    other = locked(obligation.pk, obligation.version, by=UserFactory())
    other.act = "Words of another"
    other.save()


def fresh(obligation):
    return Obligation.objects.get(pk=obligation.pk)


def words_of(response):
    """The text without tags, each run of spaces one."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())
