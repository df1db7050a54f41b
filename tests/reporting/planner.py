"""Plans in processes of its own, for test_kill_planning.py: they can be killed at any point.

Reads commands from standard input: `fill`, `plan`, `plan 37` to be killed before the 37th statement
that writes, `dump`. Each is done by a new process; said are what it says itself, and its end.
"""

import datetime as dt
import json
import os
import signal
import sys
from itertools import count
from pathlib import Path

AT_ONCE = 1
UNTIL = dt.date(2034, 12, 31)


def fill():
    """Sixty obligations and more, with cycles missing, on the wrong day, and no longer given."""
    from apps.dashboards.generate import generate
    from apps.reporting.models import Cycle

    generate(documents=12, cycles=600, on=dt.date(2031, 3, 3))
    untouched = Cycle.objects.untouched().exclude(mandated_on=None)
    for place, cycle in enumerate(untouched.order_by("pk")):
        if place % 3 == 0:
            cycle.delete()
        elif place % 3 == 1:
            wrong = cycle.due_on + dt.timedelta(days=1)
            Cycle.objects.filter(pk=cycle.pk).update(due_on=wrong)
        elif place % 2:
            Cycle.objects.filter(pk=cycle.pk).update(period=f"{cycle.period}-not")


def plan(killed_at=""):
    """Begin, or go on where the one before was killed; say how many statements wrote."""
    from django.db import connection

    from apps.reporting import run

    run.BATCH = AT_ONCE
    writes = count(1)

    def told(execute, sql, *arguments):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and str(next(writes)) == killed_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, *arguments)

    with connection.execute_wrapper(told):
        run.go_on(run.start(until=UNTIL, by=None).pk)
    say(next(writes) - 1)


def dump():
    """All that planning writes, in an order of its own."""
    from apps.obligations.models import Obligation
    from apps.reporting.models import Cycle, PlanRun

    names = ("obligation", "cadence", "cadence_number", "period", "mandated_on", "due_on")
    state = {
        "cycles": list(Cycle.objects.order_by(*names).values(*names, "derivation", "answered_on")),
        "obligations": list(
            Obligation.objects.order_by("pk").values("pk", "next_due_on", "is_undated")
        ),
        "runs": list(
            PlanRun.objects.order_by("pk").values(
                "state", "total", "done", "made", "removed", "moved", "reached"
            )
        ),
    }
    say(json.dumps(state, default=str, sort_keys=True))


def say(line):
    os.write(1, f"{line}\n".encode())  # in one piece, or not at all


def main():
    sys.path.insert(0, str(Path(__file__).parents[2]))
    import tests.environment

    os.environ["DJANGO_SETTINGS_MODULE"] = "project.settings"
    import django

    assert tests.environment
    django.setup()
    from django.db import connections

    for line in sys.stdin:
        command, *arguments = line.split()
        child = os.fork()
        if not child:
            {"fill": fill, "plan": plan, "dump": dump}[command](*arguments)
            connections.close_all()  # SQLite puts all into its one file
            os._exit(0)
        _child, status = os.waitpid(child, 0)
        say(f"end {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
