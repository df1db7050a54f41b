"""Make a link by which somebody without an account reads one page for a while."""

import datetime as dt

from apps.accounts.models import User
from apps.obligations.models import Obligation

from .models import ShareLink


def share(
    *,
    obligation: Obligation | None = None,
    register: str = "",
    query: str = "",
    days: int,
    by: User,
    at: dt.datetime,
) -> ShareLink:
    """A link to the page of `obligation`, or to `register` as `query` asks for it, for `days` days."""
    return ShareLink.objects.create(
        obligation=obligation,
        register=register,
        query=query,
        made_by=by,
        made_at=at,
        expires_at=at + dt.timedelta(days=days),
    )
