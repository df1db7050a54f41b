"""Whose history a person may read."""

from apps.accounts.models import User

from .models import Change, version_models
from .models.change import PERSON, ChangeQuerySet

READ_ALL = "history.view_change"


def history_of(kind: str, record: int, *, person: User) -> ChangeQuerySet:
    """The changes of one record, for whoever may see the record; none for anybody else.

    Of a record that is gone they are for those who may read the history of everything.
    """
    changes = Change.objects.of_record(kind, record)
    if _sees(kind, record, person=person):
        return changes.open_to(person)
    return changes.visible_to(person) if person.has_perm(READ_ALL) else changes.none()


def _sees(kind: str, record: int, *, person: User) -> bool:
    if kind not in version_models():
        return False
    if kind == PERSON and record != person.pk and not person.has_perm("accounts.view_user"):
        return False
    rows = version_models()[kind].instance_type._default_manager.all()
    if hasattr(rows, "visible_to"):  # what not everybody sees says so itself
        rows = rows.visible_to(person)
    return bool(rows.filter(pk=record).exists())
