"""The page of an obligation names what it renews and what renews it."""

import pytest
from django.urls import reverse

from tests.obligations.test_renewals import NETS, make

pytestmark = pytest.mark.django_db


def test_the_page_of_an_obligation_names_the_chain(signed_in):
    first = make(year=2018, closed=True)
    second = make(year=2019, closed=True, renews=first)
    third = make(NETS, year=2020, renews=second)

    page = signed_in.get(reverse("followups:obligation-detail", args=[second.pk])).text

    links = {one: reverse("followups:obligation-detail", args=[one.pk]) for one in (first, third)}
    assert f'<dd><a href="{links[first]}">{first}</a>' in page
    assert f'<dd><a href="{links[third]}">{third}</a>' in page
    assert "Renewed by" in page
    assert f"<strong>{second}</strong> → <a" in page


def test_one_without_renewals_says_nothing_of_them(signed_in):
    page = signed_in.get(reverse("followups:obligation-detail", args=[make(year=2020).pk])).text

    assert "Renew" not in page
