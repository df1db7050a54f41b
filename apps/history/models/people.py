"""The history of people and offices, which stand to the left of the history and do not know it."""

from simple_history import register

from apps.accounts.models import Office, User

from .versions import Records

register(Office, app="apps.history", records_class=Records, derived=["path"])
register(
    User,
    app="apps.history",
    records_class=Records,
    excluded_fields=["password", "last_login"],
    m2m_fields=["groups"],
)

HistoricalOffice = Office.history.model  # type: ignore[attr-defined]
HistoricalUser = User.history.model  # type: ignore[attr-defined]
