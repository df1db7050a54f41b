"""How long the server takes for each dashboard at a size that takes too long to make one by one.

    DATABASE_URL=sqlite:////tmp/load.sqlite3 .venv/bin/python scripts/measure_dashboards.py --cycles 200000
    .venv/bin/python scripts/with_postgres.py .venv/bin/python scripts/measure_dashboards.py --cycles 1000000

On an empty database it makes a tenth of the cycles (as manage.py generate_load does) and copies them nine times
inside the database. Measured as scripts/measure_pages.py does: in the process, with middleware, queries and
template, DEBUG off.
"""

import argparse
import datetime as dt
import sys
import time

from measure_pages import measure, static_files_as_served  # first: it sets Django up

# isort: split

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.db.models import Max
from django.test import Client
from django.urls import reverse

from apps.dashboards.dimensions import DIMENSIONS
from apps.documents.models import Document, Paragraph, Symbol, Text
from apps.obligations.models import Addressee, Cadence, Obligation
from apps.reporting.models import Cycle, Extension

COPIED = [Document, Symbol, Text, Paragraph, Obligation, Addressee, Cadence, Cycle]
UNIQUE = {"symbol", "normal", "printed", "sha256"}
TIMES = 10
PAGES = ["overview", "timeliness", "ageing", "load", "workload", "reading"]


def fill(cycles: int) -> None:
    """Make a tenth, and copy it nine times under keys of their own."""
    call_command("migrate", verbosity=0)
    if Cycle.objects.exists():
        return
    call_command("sync_roles", verbosity=0)
    call_command("generate_load", cycles=cycles // TIMES)
    # A few dates were extended: as at an earlier day these are looked up one by one.
    person, document = get_user_model().objects.first(), Document.objects.first()
    today = dt.date.today()  # noqa: DTZ011
    Extension.objects.bulk_create(
        Extension(
            cycle=cycle,
            former_due_on=cycle.due_on - dt.timedelta(days=30),
            due_on=cycle.due_on,
            basis_document=document,
            reason="More time was asked for",
            recorded_on=today - dt.timedelta(days=40),
            recorded_by=person,
        )
        for cycle in Cycle.objects.filter(due_on__gt=today)[:500]
    )
    steps = {model: model.objects.aggregate(most=Max("pk"))["most"] for model in COPIED}
    for number in range(1, TIMES):
        for model in COPIED:
            copy(model, steps, number)
    vacuum()


def copy(model: type, steps: dict[type, int], number: int) -> None:
    columns, values = [], []
    for field in model._meta.concrete_fields:
        column = connection.ops.quote_name(field.column)
        target = model if field.primary_key else field.related_model
        value = f"{column} + {number * steps[target]}" if target in steps else column
        if field.name in UNIQUE:
            value = f"substr({column}, 1, 60) || '-{number}'"
        columns.append(column)
        values.append(value)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) "
            f"SELECT {', '.join(values)} FROM {table} WHERE id <= {steps[model]}"
        )


def vacuum() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def queries() -> list[str]:
    """What each page is asked for: everything, an office, as at a day, against a day."""
    before = dt.date.today() - dt.timedelta(days=180)  # noqa: DTZ011
    return ["", "?lead=1", "?addressee=mission", f"?as_at={before}", f"?against={before}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cycles", type=int, default=200_000)
    parser.add_argument("--times", type=int, default=7, help="requests a page, default 7")
    parser.add_argument("--query", action="append", help="only these, as ?lead=1")
    asked = parser.parse_args()
    start = time.perf_counter()
    fill(asked.cycles)
    person = get_user_model().objects.order_by("-is_superuser", "pk").first()
    if person is None:
        sys.exit("There is nobody to sign in.")
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    print(
        f"{connection.vendor}, {Cycle.objects.count()} cycles of {Obligation.objects.count()}",
        end=" ",
    )
    print(
        f"obligations, ready after {time.perf_counter() - start:.0f} s; each page {asked.times} times"
    )
    print("    median    longest  queries status      size  page")
    addresses = [reverse(f"dashboards:{name}") for name in PAGES]
    addresses += [reverse("dashboards:breakdown", args=[by]) for by in DIMENSIONS]
    for query in asked.query or queries():
        for address in addresses:
            print(measure(client, address + query, asked.times), flush=True)


if __name__ == "__main__":
    with static_files_as_served():
        main()
