"""Give every answered cycle the day on which a person recorded its first answer."""

from django.db import migrations
from django.db.models import Min, OuterRef, Subquery

NO_ANSWER = ["not-started", "not-applicable"]


def fill(apps, schema_editor):
    Cycle = apps.get_model("reporting", "Cycle")
    Response = apps.get_model("reporting", "Response")
    answers = Response.objects.filter(cycle=OuterRef("pk")).exclude(finding__in=NO_ANSWER)
    first = answers.order_by().values("cycle").annotate(first=Min("judged_on")).values("first")
    Cycle.objects.filter(answered_on__isnull=False, recorded_on=None).update(
        recorded_on=Subquery(first)
    )


class Migration(migrations.Migration):
    dependencies = [("reporting", "0006_recorded_answers")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
