"""Every date says why, in sentences: no codes, no ISO dates, each with its full stop."""

import datetime as dt
import re

import pytest

from apps.obligations.models import Obligation
from apps.reporting.change import extend
from apps.reporting.models import Cycle
from apps.reporting.plan import plan
from tests.factories import (
    CadenceFactory,
    DocumentFactory,
    ObligationFactory,
    SeriesFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)
CODE = re.compile(r"\bP\d+[DWMY]\b|\d{4}-\d\d-\d\d|\b(?:adoption_|None|undated)\b|%\(")


def every_kind():
    """One obligation of each kind of cadence, one moved from a Saturday, one in its second version."""
    mandate = CadenceFactory(kind="mandate", period="P1Y").obligation
    CadenceFactory(kind="before-expiry", period="P30D", mandate=mandate)
    CadenceFactory(kind="midterm", period="", mandate=mandate)
    CadenceFactory(kind="once", period="", on=dt.date(2022, 1, 1))
    CadenceFactory(kind="once", period="P90D")
    CadenceFactory(kind="session", period="", session=SessionFactory().number)
    CadenceFactory(kind="session", period="", session=199)
    CadenceFactory(kind="event", period="", on=dt.date(2022, 3, 3))
    CadenceFactory(kind="event", period="")
    CadenceFactory(kind="undated", period="")
    CadenceFactory(kind="series", period="", series=SeriesFactory())
    CadenceFactory(kind="every", period="P6M", from_answer=True)
    shifted = ObligationFactory(shift="forward")
    CadenceFactory(obligation=shifted, kind="once", period="", on=dt.date(2022, 1, 1))
    amended = CadenceFactory(kind="every", period="P1M")
    CadenceFactory(
        obligation=amended.obligation,
        version=2,
        period="P1Y",
        holds_from=dt.date(2021, 6, 1),
        basis_document=DocumentFactory(symbol="S/2021/613", kind="letter"),
    )


def test_every_derivation_reads_as_sentences(people, open_page, sign_in):
    every_kind()
    plan(Obligation.objects.all(), until=dt.date(2023, 12, 31))
    letter = DocumentFactory(symbol="S/2021/700", kind="letter")
    moved = Cycle.objects.filter(due_on__isnull=False).order_by("due_on").first()
    extend(
        moved,
        dt.date(2022, 2, 2),
        basis=letter,
        reason="More time was asked for.",
        by=people["officer"],
        on=dt.date(2021, 5, 5),
    )
    page = open_page()
    sign_in(page, people["reader"])
    seen = set()

    for obligation in Obligation.objects.all():
        page.goto(f"/obligations/{obligation.pk}/")
        for why in page.locator("details.why").all():
            why.locator("summary").click()
            for line in why.locator("li").all():
                sentence = line.inner_text().replace("See it", "").strip()
                assert sentence.endswith("."), sentence
                assert not CODE.search(sentence), sentence
                seen.add(sentence.split()[0])

    assert len(seen) > 8  # sentences of many kinds were read
