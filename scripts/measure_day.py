"""How long the server takes for the pages of a working day, on PostgreSQL, with a million changes behind:

    .venv/bin/python scripts/with_postgres.py .venv/bin/python scripts/measure_day.py --cycles 200000

Fills an empty database as scripts/measure_history.py does and with made-up obligations and cycles,
gives each obligation a lead office and a responsible person, entries, next steps, notices and tags,
and times each page as an officer with work on the desk sees it, without the network.
"""

import argparse
import sys

import measure_pages  # sets up Django

# isort: split
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from measure_history import fill, measure

from apps.accounts.models import User
from apps.history.models import Change
from apps.obligations.models import Obligation, Tag
from apps.reporting.models import Bookmark, Cycle, SavedView

# Everybody has an even share of what there is; a tenth of it was talked about, a tenth is tagged.
GIVE = """
UPDATE obligations_obligation o SET responsible_id = u.id, lead_id = u.office_id
    FROM accounts_user u WHERE u.id = (SELECT min(id) FROM accounts_user) + o.id % 60;
INSERT INTO followups_entry (obligation_id, kind, happened_on, text, next_step, next_step_on,
    next_step_by_id, author_id, created_at)
    SELECT id, 'call', current_date - 3, 'Asked for the draft.', 'Ask again',
    current_date + (id % 40)::int - 10, responsible_id, responsible_id, now()
    FROM obligations_obligation WHERE id % 10 = 0;
INSERT INTO followups_notice (person_id, kind, key, obligation_id, note, created_at)
    SELECT responsible_id, 'mention', 'load:' || id, id, '', now()
    FROM obligations_obligation WHERE id % 5 = 0;
INSERT INTO obligations_tagging (obligation_id, tag_id)
    SELECT o.id, t.id FROM obligations_obligation o, obligations_tag t WHERE o.id % 10 = 1
"""
PAGES = [
    "/",
    "/?scope=office",
    "/notices/",
    "/obligations/{obligation}/",
    "/obligations/{obligation}/log/",
    "/obligations/next-steps/",
    "/handovers/",
    "/views/",
    "/register/cycles/",
    "/register/cycles/?page=100",
    "/register/cycles/?state=overdue",
    "/register/cycles/?state=overdue&responsible={person}",
    "/register/cycles/?state=overdue&lead={office}",
    "/register/cycles/?tag=load",
    "/register/obligations/",
    "/register/obligations/?state=overdue&responsible={person}",
    "/register/obligations/?tag=load",
    "/register/obligations/?text=bridges",
    "/history/",
    "/history/?by={person}",
    "/history/?kind=reporting.cycle&field=due_on",
    "/history/obligations.obligation/{changed}/?all=1",
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cycles", type=int, default=200_000)
    parser.add_argument("--changes", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=20, help="requests a page, default 20")
    given = parser.parse_args()
    if connection.vendor != "postgresql":
        sys.exit("Run it with scripts/with_postgres.py.")
    call_command("migrate", verbosity=0)
    call_command("generate_load", cycles=given.cycles, verbosity=0)
    fill(given.changes)
    Tag.objects.create(name="load")
    with connection.cursor() as cursor:
        cursor.execute(GIVE)
        cursor.execute("VACUUM ANALYZE")
    person = User.objects.filter(email="person7@example.org").get()
    view = SavedView.objects.create(
        name="Late", owner=person, register="cycles", query="state=overdue"
    )
    Bookmark.objects.create(person=person, view=view)
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    words = {
        "person": person.pk,
        "office": person.office_id,
        "obligation": Obligation.objects.filter(responsible=person, entries__isnull=False)[0].pk,
        "changed": Change.objects.filter(kind="obligations.obligation").first().record,
    }
    print(
        f"{Cycle.objects.count()} cycles, {given.changes} changes, DEBUG={settings.DEBUG}; each "
        f"page {given.times} times after 3 to warm up"
    )
    print("    median    longest  this process  database queries status  page")
    for page in PAGES:
        print(measure(client, page.format(**words), given.times), flush=True)


if __name__ == "__main__":
    with measure_pages.static_files_as_served():
        main()
