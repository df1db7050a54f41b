"""Roles are groups; this table says what each may do. Reading needs only signing in."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

READER = "reader"
FOCAL_POINT = "focal point"
OFFICER = "officer"
MANAGER = "manager"
AUDITOR = "auditor"
ADMINISTRATOR = "administrator"

ROLES: dict[str, tuple[str, ...]] = {
    READER: (),
    # Both only where the own office, or one below it, leads.
    FOCAL_POINT: ("followups.add_entry", "reporting.add_response"),
    OFFICER: (
        "documents.add_document",
        "documents.change_document",
        "obligations.review_obligation",
        "obligations.change_obligation",
        "reporting.plan_cycle",
        "reporting.add_response",
        "reporting.respond_for_any_office",
        "followups.add_entry",
        "followups.log_for_any_office",
        "followups.share_page",
        "obligations.approve_finding",
        "reporting.share_view",
        "exports.add_schedule",
        "exports.add_template",
        "history.view_change",
    ),
    MANAGER: (
        "obligations.change_obligation",
        "reporting.add_response",
        "reporting.respond_for_any_office",
        "followups.add_entry",
        "followups.log_for_any_office",
        "followups.share_page",
        "reporting.share_view",
        "exports.add_schedule",
        "exports.add_template",
        "history.view_change",
    ),
    # Reads everything; the admin shows an auditor history and people, and lets nothing be changed.
    AUDITOR: (
        "accounts.view_user",
        "accounts.view_office",
        "documents.view_document",
        "obligations.view_obligation",
        "reporting.view_cycle",
        "followups.view_entry",
        "followups.read_confidential",
        "history.view_change",
    ),
    # Looks after people, not after what they follow: on the pages of people, not in the admin.
    ADMINISTRATOR: (
        "accounts.add_user",
        "accounts.change_user",
        "accounts.view_user",
        "accounts.view_office",
        "followups.see_failed_mail",
        "exports.add_template",
        "exports.change_schedule",
        "obligations.add_customfield",
    ),
}


class UnknownPermission(LookupError):
    """A role names a permission that no model declares."""


@transaction.atomic
def sync_roles() -> None:
    """Make every role a group with exactly its permissions. Safe to repeat.

    Raises UnknownPermission, naming it, when the table above and the models disagree.
    """
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for role, names in ROLES.items():
        if missing := [name for name in names if name not in known]:
            raise UnknownPermission(f"{role}: {', '.join(missing)}")
        group, _created = Group.objects.get_or_create(name=role)
        group.permissions.set(known[name] for name in names)
