"""Give every extension the day on which the one before it, of the same cycle, was recorded."""

from django.db import migrations


def fill(apps, schema_editor):
    Extension = apps.get_model("reporting", "Extension")
    before = {}
    for extension in Extension.objects.order_by("pk").iterator():
        if day := before.get(extension.cycle_id):
            Extension.objects.filter(pk=extension.pk).update(former_recorded_on=day)
        before[extension.cycle_id] = extension.recorded_on


class Migration(migrations.Migration):
    dependencies = [("reporting", "0008_former_moves")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
