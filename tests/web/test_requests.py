"""What no request may bring."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("url", ["/shared/%00/", "/history/%00/24/"])
def test_an_address_with_the_character_nul_is_refused_in_words(url, signed_in):
    response = signed_in.get(url)

    assert response.status_code == 404
    assert "NUL" in response.text
    assert response["Content-Type"].startswith("text/plain")


def test_a_percent_sign_before_two_noughts_is_no_nul(signed_in):
    assert signed_in.get("/register/cycles/?q=%2500").status_code == 200
