"""A saved view as a person saves and moves it, and where pages show it."""

import re


def save(client, **data):
    given = {
        "register": "obligations",
        "query": "state=overdue",
        "name": "Late",
        "scope": "private",
    }
    return client.post("/views/save/", given | data)


def act(client, view, name):
    return client.post(f"/views/{view.pk}/menu/", {"act": name})


def rail(page):
    return re.search(r'<nav class="rail".*?</nav>', page, re.DOTALL)[0]


def strip(page):
    return re.search(r'<nav id="views".*?</nav>', page, re.DOTALL)[0]


def marked(page):
    return re.findall(r'aria-current="true">(?:<svg.*?</svg> )?([^<]+)</a>', strip(page), re.DOTALL)
