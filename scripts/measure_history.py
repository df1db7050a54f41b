"""How long the server takes for the pages of the history with a million changes, on PostgreSQL:

    .venv/bin/python scripts/with_postgres.py .venv/bin/python scripts/measure_history.py

Fills an empty database: a million changes of twelve years by sixty people, of 60,000 obligations and
what hangs on them, a tenth with a reason, a hundredth confidential. Then each page as an officer sees
it, who does not see everything, so that it is filtered too. Measured inside the process: middleware,
queries and template, as in production, without the network. Last, what sealing and proving cost.
"""

import argparse
import sys
import time

import measure_pages  # sets up Django

# isort: split
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Office, User
from apps.accounts.roles import sync_roles
from apps.history.models import Change
from apps.history.models.seal import seal
from apps.history.verify import Verification

# One row for each number i: what it is about follows from i, so that a second run measures the same.
FILL = """
INSERT INTO history_change (at, by_id, kind, record, name, obligation, version, act, fields, reason,
    request, confidential_for_id, place, digest, hash)
SELECT now() - (%(rows)s - i) * interval '6 minutes',
    CASE WHEN i %% 9 = 0 THEN NULL ELSE (SELECT min(id) FROM accounts_user) + i %% 60 END,
    (ARRAY['reporting.cycle','reporting.cycle','reporting.cycle','reporting.cycle','reporting.cycle',
        'obligations.obligation','obligations.obligation','followups.entry','reporting.response',
        'documents.document'])[1 + i %% 10],
    CASE WHEN i %% 10 IN (5, 6) THEN i * 7919 %% 60000 ELSE i END,
    'S/RES/' || (i * 7919 %% 60000) / 20 + 1 || ' (' || 1990 + i %% 30 || ') ¶ ' || i * 7919 %% 20 + 1,
    CASE WHEN i %% 10 = 9 THEN NULL ELSE i * 7919 %% 60000 END,
    i,
    CASE WHEN i %% 50 = 0 THEN '-' WHEN i %% 3 = 0 THEN '+' ELSE '~' END,
    CASE WHEN i %% 3 = 0 THEN '[]'::jsonb
        WHEN i %% 5000 = 1 THEN '[{"field": "considered_on", "old": null, "new": "2026-01-31"}]'::jsonb
        ELSE '[{"field": "due_on", "old": "2026-01-31", "new": "2026-07-31"},
               {"field": "finding", "old": "not-started", "new": "in-progress"}]'::jsonb END,
    CASE WHEN i %% 100000 = 3 THEN 'A lighthouse was moved' WHEN i %% 10 = 3
        THEN 'The mission asked for more time to report, number ' || i ELSE '' END,
    md5((i / 3)::text),
    CASE WHEN i %% 100 = 7 THEN (SELECT max(id) FROM accounts_office) END,
    i, repeat('0', 64), md5(i::text) || md5((-i)::text)
FROM generate_series(1::bigint, %(rows)s) AS i
"""
PAGES = [
    "",
    "?before={deep}",
    "?kind=reporting.cycle",
    "?kind=documents.document",
    "?kind=obligations.obligation&record=30000",
    "?by={person}",
    "?obligation=30000",
    "?obligation=S/RES/700 (1995)",
    "?since=2018-01-01&until=2018-02-01",
    "?act=-",
    "?field=due_on",
    "?field=considered_on",
    "?field=agenda_item",
    "?reason=more time",
    "?reason=lighthouse",
    "?reason=nothing-like-this",
    "?kind=reporting.cycle&by={person}&field=considered_on&since=2016-01-01",
    "?request=c4ca4238a0b923820dcc509a6f75849b",
    "obligations.obligation/{obligation}/",
    "obligations.obligation/{obligation}/?all=1",
]


def measure(client: Client, url: str, times: int) -> str:
    """Median and longest time; the time of this process and of its queries in one request more."""
    for _warm_up in range(3):
        client.get(url, secure=True)
    took = []
    for _again in range(times):
        start = time.perf_counter()
        client.get(url, secure=True)
        took.append(1000 * (time.perf_counter() - start))
    # Once more, counting: to keep the queries costs some time itself.
    busy = time.process_time()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url, secure=True)
    busy = 1000 * (time.process_time() - busy)
    asked = 1000 * sum(float(query["time"]) for query in queries)
    return (
        f"{sorted(took)[times // 2]:7.0f} ms {max(took):7.0f} ms {busy:7.0f} ms {asked:8.0f} ms "
        f"{len(queries):5} {response.status_code:6} {url}"
    )


def fill(rows: int) -> None:
    call_command("migrate", verbosity=0)
    sync_roles()
    offices = [Office.objects.create(short=f"O{n}", name=f"Office {n}") for n in range(20)]
    for number in range(60):
        person = User.objects.create(
            email=f"person{number}@example.org",
            name=f"Person {number}",
            office=offices[number % 19],
        )
        person.groups.add(Group.objects.get(name="officer"))
    seal()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE history_change, history_head RESTART IDENTITY")
        cursor.execute(FILL, {"rows": rows})
        cursor.execute("INSERT INTO history_head (id, place, hash) VALUES (1, %s, '')", [rows])
        cursor.execute("VACUUM ANALYZE history_change")


def prove(rows: int) -> None:
    """What it costs to seal `rows` changes that wait, and to prove them."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE history_change, history_head RESTART IDENTITY")
        cursor.execute(
            "INSERT INTO obligations_historicalholiday "
            '(id, "on", name, history_id, history_date, history_type) '
            "SELECT i, '2026-01-01', 'Day ' || i, i, now(), '+' FROM generate_series(1, %s) AS i",
            [rows],
        )
        cursor.execute(
            "INSERT INTO history_change (at, kind, record, name, version, act, fields, reason, "
            "request, digest, hash) SELECT now(), 'obligations.holiday', i, 'Day ' || i, i, '+', "
            "'[]', '', '', '', '' FROM generate_series(1, %s) AS i",
            [rows],
        )
    begun = time.perf_counter()
    seal()
    sealed = time.perf_counter()
    wrong = [finding for finding in Verification().findings() if finding.kind != "accounts.user"]
    print(
        f"{rows} changes: sealed in {sealed - begun:.0f} s, proved in "
        f"{time.perf_counter() - sealed:.0f} s, {len(wrong)} findings of these"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=20, help="requests a page, default 20")
    given = parser.parse_args()
    if connection.vendor != "postgresql":
        sys.exit("Run it with scripts/with_postgres.py.")
    fill(given.rows)
    person = User.objects.order_by("pk").first()
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    deep = Change.objects.order_by("pk")[given.rows // 100]
    words = {
        "person": person.pk + 7,
        "deep": f"{int(deep.at.timestamp()) * 1_000_000}-{deep.pk}",
        "obligation": Change.objects.filter(kind="obligations.obligation").first().record,
    }
    print(
        f"{Change.objects.count()} changes, DEBUG={settings.DEBUG}; each page {given.times} "
        "times after 3 to warm up"
    )
    print("    median    longest  this process  database queries status  page")
    for page in PAGES:
        print(measure(client, "/history/" + page.format(**words), given.times))
    prove(given.rows // 10)


if __name__ == "__main__":
    with measure_pages.static_files_as_served():
        main()
