"""Two processes that remind and send, killed at random moments, for test_kill_mail.py.

Arguments: how many people are reminded, how many kills. Ends when every mail is sent.
"""

import datetime as dt
import os
import signal
import sys
import time
from pathlib import Path
from random import Random

MONDAY = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)
BEGAN = time.monotonic()
AT_MOST = 500  # seconds


def now():
    """A working day's noon, and on."""
    return MONDAY + dt.timedelta(seconds=time.monotonic() - BEGAN)


def fill(people):
    """People who want their mail at once, each with a reminder of an own."""
    from apps.accounts.models import User
    from apps.followups.models import Reminder
    from tests.factories import ObligationFactory

    obligation = ObligationFactory()
    made = User.objects.bulk_create(
        User(email=f"p{n}@example.org", name=f"P{n}", digest="at-once") for n in range(people)
    )
    Reminder.objects.bulk_create(
        Reminder(person=person, obligation=obligation, on=MONDAY.date()) for person in made
    )


def work(people):
    """Turn after turn, until nothing is left to tell or to send."""
    from apps.followups import mail
    from apps.followups.models import Mail, Notice
    from apps.followups.run import turn

    mail.LEASE = dt.timedelta(seconds=3)
    while Notice.objects.filter(mail__state=Mail.State.SENT).count() < people:
        turn(at=now())
        time.sleep(0.05)


def child(do, *arguments):
    """A process of its own, with connections of its own."""
    from django.db import connections

    key = os.fork()
    if not key:
        status = 1
        try:
            do(*arguments)
            connections.close_all()
            status = 0
        finally:
            os._exit(status)
    return key


def ended(key):
    """Whether the process is over. Raises where it failed by itself."""
    found, status = os.waitpid(key, os.WNOHANG)
    if found and os.waitstatus_to_exitcode(status) not in (0, -signal.SIGKILL):
        raise RuntimeError(f"a worker ended with {status}")
    return bool(found)


def main(people, kills):
    sys.path.insert(0, str(Path(__file__).parents[2]))
    os.environ["DJANGO_SETTINGS_MODULE"] = "project.settings"
    import django

    django.setup()
    os.waitpid(child(fill, people), 0)
    random, killed = Random(), 0
    workers = [child(work, people) for _ in range(2)]
    while workers and time.monotonic() - BEGAN < AT_MOST:
        # The first kills come while people are reminded, the others while mail is sent.
        time.sleep(random.uniform(0.02, 0.4 if killed < kills // 3 else 1.2))
        workers = [key for key in workers if not ended(key)]
        if workers and killed < kills:
            key = random.choice(workers)
            os.kill(key, signal.SIGKILL)
            os.waitpid(key, 0)
            killed += 1
            workers = [one for one in workers if one != key] + [child(work, people)]
    for key in workers:
        os.kill(key, signal.SIGKILL)
    sys.stdout.write(f"{killed}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
