"""The days on which sessions 65 to 80 of the General Assembly opened; an administrator goes on from there."""

import datetime as dt

from django.db import migrations

FIRST = 65
OPENINGS = [
    dt.date(2010, 9, 14),
    dt.date(2011, 9, 13),
    dt.date(2012, 9, 18),
    dt.date(2013, 9, 17),
    dt.date(2014, 9, 16),
    dt.date(2015, 9, 15),
    dt.date(2016, 9, 13),
    dt.date(2017, 9, 12),
    dt.date(2018, 9, 18),
    dt.date(2019, 9, 17),
    dt.date(2020, 9, 15),
    dt.date(2021, 9, 14),
    dt.date(2022, 9, 13),
    dt.date(2023, 9, 5),
    dt.date(2024, 9, 10),
    dt.date(2025, 9, 9),
]


def add(apps, schema_editor):
    Session = apps.get_model("obligations", "Session")
    for number, opens_on in enumerate(OPENINGS, start=FIRST):
        # A day that somebody entered already stays.
        if not Session.objects.filter(opens_on=opens_on).exists():
            Session.objects.get_or_create(number=number, defaults={"opens_on": opens_on})


class Migration(migrations.Migration):
    dependencies = [("obligations", "0003_versions_sessions_renewals")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
