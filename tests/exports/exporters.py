"""Two processes that make one file, killed in the middle of it, for test_kill_export.py.

Argument: how many are killed at a random moment; two more are just before and after the file gets its name.
A third process looks all the time at what is offered. Prints how many were killed, how often it
looked, the attempts, and the state.
"""

import datetime as dt
import os
import signal
import sys
import time
from pathlib import Path
from random import Random

BEGAN = time.monotonic()
AT_MOST = 90  # seconds
ROWS, A_ROW = 100, 0.004
LINE = "{:06d};" + "lamp " * 200 + "\n"
WHO, DEATH = (Path(os.environ["MEDIA_ROOT"]) / name for name in ("who", "death"))
WHOLE = "".join(map(LINE.format, range(ROWS))).encode()


def make(asked, file, *, progress):
    """Slowly, and telling who does it."""
    WHO.write_text(str(os.getpid()))
    for row in range(ROWS):
        file.write(LINE.format(row).encode())
        progress(row + 1, ROWS)
        time.sleep(A_ROW)


def fill():
    from tests.factories import JobFactory

    JobFactory()


def work():
    """Look after the job until it has come to an end, or meet the death that is meant for now."""
    from apps.exports import kept
    from apps.exports import make as making
    from apps.exports.begin import work_off
    from apps.exports.jobs import revive
    from apps.exports.models import Job

    making.make, put = make, kept.put_in_place

    def put_and_die(job):
        death = DEATH.read_text()
        if death == "after":
            put(job)
        if death == "random":
            time.sleep(AT_MOST)  # until it comes
        if death:
            os.kill(os.getpid(), signal.SIGKILL)
        put(job)

    kept.put_in_place = put_and_die
    while Job.objects.going().exists():
        revive(at=dt.datetime.now(dt.UTC))
        work_off()
        time.sleep(0.02)


def watch():
    """Raises where something is offered, or has the name of a whole file, and is not whole."""
    from apps.exports.models import Job

    looks, ended = 0, False
    while not ended:
        job = Job.objects.get()
        ended = not job.is_going
        offered = [Path(job.file.path)] if job.state == "done" else []
        for path in [*offered, *WHO.parent.glob("exports/*.csv")]:
            try:
                found = path.read_bytes()
            except FileNotFoundError:
                if path in offered:
                    raise
                continue
            if found != WHOLE:
                sys.stderr.write(f"{path} has {len(found)} bytes of {len(WHOLE)}\n")
                raise AssertionError(path)
        looks += 1
        time.sleep(0.01)
    sys.stdout.write(f"{looks} {job.attempts} {job.state}\n")
    sys.stdout.flush()


def maker():
    """The process that makes the file now, if one does."""
    try:
        return int(WHO.read_text() or 0)
    except FileNotFoundError:
        return 0


def main(kills):
    sys.path.insert(0, str(Path(__file__).parents[2]))
    os.environ["DJANGO_SETTINGS_MODULE"] = "project.settings"
    import django

    django.setup()
    from tests.followups.postmen import child, ended

    deaths = [*["random"] * kills, "after", "before"]
    DEATH.write_text(deaths[-1])
    os.waitpid(child(fill), 0)
    watcher, killed = child(watch), 0
    workers = {child(work), child(work)}
    while workers and time.monotonic() - BEGAN < AT_MOST:
        if deaths and deaths[-1] == "random" and (key := maker()) in workers:
            time.sleep(Random().uniform(0, ROWS * A_ROW))
            os.kill(key, signal.SIGKILL)
        for key in [key for key in workers if ended(key)]:
            workers.remove(key)
            if maker() == key and deaths:
                killed += 1
                deaths.pop()
                DEATH.write_text(deaths[-1] if deaths else "")
                WHO.unlink()
                workers.add(child(work))
        time.sleep(0.01)
    for key in workers:
        os.kill(key, signal.SIGKILL)
    if workers:
        os.kill(watcher, signal.SIGKILL)
    _key, status = os.waitpid(watcher, 0)
    sys.stdout.write(f"{killed}\n")
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
