"""What was kept before there was a ledger is entered in it; people and offices begin their history."""

from django.db import migrations
from django.utils import timezone

from apps.history.adopt import adopt, begin

KINDS = [
    "accounts.office",
    "accounts.user",
    "documents.document",
    "followups.entry",
    "followups.handover",
    "obligations.cadence",
    "obligations.customfield",
    "obligations.findingproposal",
    "obligations.holiday",
    "obligations.link",
    "obligations.obligation",
    "obligations.series",
    "obligations.session",
    "reporting.cycle",
    "reporting.extension",
    "reporting.response",
    "reporting.savedview",
]


def enter(apps, schema_editor):
    begin(apps, at=timezone.now())
    adopt(apps, KINDS)


def index_fields_and_reasons(apps, schema_editor):
    """By which changes of one field, and words of a reason, are found among very many.

    SQLite, for small systems, looks through them.
    """
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE INDEX change_by_field ON history_change USING gin (fields jsonb_path_ops)"
        )
        schema_editor.execute(
            "CREATE INDEX change_by_words_of_reason ON history_change "
            "USING gin (to_tsvector('simple', reason)) WHERE reason <> ''"
        )


class Migration(migrations.Migration):
    # Data and an index of one table: PostgreSQL wants them apart.
    atomic = False

    dependencies = [
        ("history", "0001_ledger"),
        ("documents", "0002_citation"),
        ("obligations", "0005_tags_links_fields_proposals"),
        ("reporting", "0005_saved_views_bulk_edits"),
        ("followups", "0002_handovers_notices_mail_sharing"),
    ]

    operations = [
        migrations.RunPython(enter, migrations.RunPython.noop, atomic=True, elidable=False),
        migrations.RunPython(index_fields_and_reasons, migrations.RunPython.noop),
    ]
