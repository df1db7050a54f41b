"""Whose an obligation is: who is reminded of it, and who above them.

Its responsible person; where there is none, the people of the lead office who may log; where the
lead office has none either, or there is no lead, the officer who accepted it.
"""

from django.db.models import F, Q, QuerySet

from apps.accounts.models import Office, User
from apps.accounts.roles import MANAGER


def loggers() -> QuerySet[User]:
    """The active people who may log at least for their own office; not administrators as such."""
    return User.objects.who_may("followups.add_entry", superusers=False).order_by()


def ways(people: QuerySet[User]) -> list[tuple[str, Q]]:
    """How rows with an `obligation` lead to those of `people` whose it is: the path, and its condition.

    A path that leads to several people gives a row for each.
    """
    return [
        ("obligation__responsible", _named() & Q(obligation__responsible__in=people)),
        (
            "obligation__lead__people",
            _unnamed() & Q(obligation__lead__people__in=people.filter(pk__in=loggers())),
        ),
        ("obligation__decided_by", _unnamed() & ~_led() & Q(obligation__decided_by__in=people)),
    ]


def is_theirs() -> Q:
    """That the `obligation` of a notice is its person's."""
    responsible = _named() & Q(obligation__responsible=F("person"))
    leads = Q(obligation__lead=F("person__office"), person__in=loggers())
    decided = ~_led() & Q(obligation__decided_by=F("person"))
    return responsible | (_unnamed() & (leads | decided))


def _named() -> Q:
    return Q(obligation__responsible__is_active=True)


def _unnamed() -> Q:
    # Not the negation of the above: where nobody is named there is no row to be false.
    return Q(obligation__responsible=None) | Q(obligation__responsible__is_active=False)


def _led() -> Q:
    return Q(obligation__lead__in=loggers().exclude(office=None).values("office"))


def ways_up(people: QuerySet[User]) -> list[tuple[str, Q]]:
    """The same for the managers among `people`: those of the lead office, or of the nearest above it
    that has any. One way for each number of steps up."""
    everybody = User.objects.filter(is_active=True, groups__name=MANAGER).order_by()
    managed = set(everybody.exclude(office=None).values_list("office", flat=True))
    found: dict[int, list[int]] = {}
    for key, path in Office.objects.order_by().values_list("pk", "path"):
        upwards = [int(part) for part in reversed(path.strip("/").split("/"))]
        steps = next((n for n, office in enumerate(upwards) if office in managed), None)
        if steps is not None:
            found.setdefault(steps, []).append(key)
    asked = people.filter(pk__in=everybody)
    return [
        (path, Q(obligation__lead__in=offices) & Q((f"{path}__in", asked)))
        for steps, offices in sorted(found.items())
        for path in [f"obligation__lead{'__parent' * steps}__people"]
    ]
