"""The organization's own provider: a real one, run in a thread. A plugin named in tests/conftest.py."""

import os
from copy import deepcopy

import pytest
from oidc_provider_mock import User as Claims
from oidc_provider_mock import run_server_in_thread


@pytest.fixture(scope="session")
def provider():
    """Its address. Each `sub` tells something else of the address of Rosa."""
    # It is http, in a thread of this process; the library that answers insists on TLS otherwise.
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
    people = [
        Claims(sub="rosa", claims={"email": "Rosa@example.org", "email_verified": True}),
        Claims(sub="unsure", claims={"email": "rosa@example.org", "email_verified": False}),
        Claims(sub="word", claims={"email": "rosa@example.org", "email_verified": "false"}),
        Claims(sub="silent", claims={"email": "rosa@example.org"}),
        Claims(sub="nameless", claims={}),
        Claims(sub="stranger", claims={"email": "stranger@example.org", "email_verified": True}),
    ]
    with run_server_in_thread(user_claims=people) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def switched_on(provider, settings):
    """The settings as OIDC_SERVER and its like in the environment make them."""
    found = deepcopy(settings.SOCIALACCOUNT_PROVIDERS)
    found["openid_connect"]["APPS"] = [
        {
            "provider_id": "oidc",
            "name": "Harbour ID",
            "client_id": "remit",
            "secret": "secret",
            "settings": {"server_url": provider},
        }
    ]
    settings.SOCIALACCOUNT_PROVIDERS = found
