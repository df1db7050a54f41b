"""How long the server takes for each page, and how many queries. First make a database:

    DATABASE_URL=sqlite:////tmp/load.sqlite3 .venv/bin/python manage.py migrate
    DATABASE_URL=sqlite:////tmp/load.sqlite3 .venv/bin/python manage.py generate_load --cycles 20000
    DATABASE_URL=sqlite:////tmp/load.sqlite3 .venv/bin/python scripts/measure_pages.py

Measured inside the process: middleware, queries and template, as in production (DEBUG off, so
templates are cached), without the network. Nothing is written but one session.
"""

import argparse
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ["DEBUG"] = "0"
os.environ.setdefault("LOG_LEVEL", "ERROR")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

django.setup()

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import NoReverseMatch, reverse

from apps.documents.models import Document
from apps.reporting.models import Cycle

SOON = dt.date.today() + dt.timedelta(days=30)  # noqa: DTZ011 - any day near today does
PAGES = [
    ("dashboards:overview", ""),
    ("reporting:cycle-list", ""),
    ("reporting:cycle-list", "?page=100"),
    ("reporting:cycle-list", "?state=overdue"),
    ("reporting:cycle-list", f"?state=due&state=due-soon&state=not-due&due_before={SOON}"),
    ("reporting:cycle-list", "?addressee=secretary-general&state=overdue"),
    ("reporting:cycle-list", "?lead=1"),
    ("reporting:cycle-list", "?text=bridges"),
    ("reporting:obligation-list", ""),
    ("reporting:obligation-list", "?state=overdue"),
    ("reporting:obligation-list", "?addressee=secretary-general&state=overdue"),
    ("reporting:obligation-list", "?review=due"),
    ("reporting:obligation-list", "?text=bridges"),
    ("documents:document-list", ""),
    ("obligations:review-list", ""),
    ("followups:next-steps", "?overdue=1"),
]


def measure(client: Client, url: str, times: int) -> str:
    """Median and longest time of `times` requests, and the queries of one."""
    for _warm_up in range(3):
        response = client.get(url, secure=True)
    took = []
    for _again in range(times):
        start = time.perf_counter()
        client.get(url, secure=True)
        took.append(1000 * (time.perf_counter() - start))
    with CaptureQueriesContext(connection) as queries:
        client.get(url, secure=True)
    return (
        f"{statistics.median(took):7.0f} ms {max(took):7.0f} ms {len(queries):5} "
        f"{response.status_code:6} {len(response.content) / 1024:6.0f} KiB  {url}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=20, help="requests a page, default 20")
    times = parser.parse_args().times
    person = get_user_model().objects.order_by("-is_superuser", "pk").first()
    if person is None:
        sys.exit("There is nobody to sign in: fill the database first (manage.py generate_load).")
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    print(f"{connection.vendor}, DEBUG={settings.DEBUG}, {Document.objects.count()} documents,")
    print(f"{Cycle.objects.count()} cycles; each page {times} times after 3 to warm up")
    print("    median    longest  queries status      size  page")
    for name, query in PAGES:
        try:
            print(measure(client, reverse(name) + query, times))
        except NoReverseMatch:
            print(f"{name} is not there")


@contextmanager
def static_files_as_served() -> Iterator[None]:
    """With the names that files have in production, kept in a folder of their own."""
    backend = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    storages = settings.STORAGES | {"staticfiles": {"BACKEND": backend}}
    with (
        tempfile.TemporaryDirectory() as folder,
        override_settings(STATIC_ROOT=folder, STORAGES=storages),
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield


if __name__ == "__main__":
    with static_files_as_served():
        main()
