"""How well the machine reads: by language, how many drafts stood unchanged and which fields did not."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from apps.actors.models import Language
from apps.obligations.codes import State
from apps.obligations.models import READ_FIELDS, Correction

from .days import percent
from .figures import decided_in
from .scope import Scope

TAKEN = [State.ACCEPTED, State.CLOSED]


@dataclass(frozen=True, slots=True)
class LanguageQuality:
    """Drafts that the machine read in one language and a person decided on."""

    language: str
    decided: int
    accepted: int
    unchanged: int
    by_hand: int
    """Asks that the machine missed and a person added."""
    corrected: dict[str, int]
    """By field of the reading, in how many of the accepted a person changed it."""

    @property
    def name(self) -> str:
        return str(Language(self.language).label)

    @property
    def shares(self) -> list[tuple[int, int | None]]:
        """For each of READ_FIELDS: how many were corrected, and in how many per cent it stood."""
        counts = (self.corrected.get(name, 0) for name in READ_FIELDS)
        return [(number, percent(self.accepted - number, self.accepted)) for number in counts]

    @property
    def unchanged_share(self) -> int | None:
        return percent(self.unchanged, self.decided)


def quality_by_language(scope: Scope) -> list[LanguageQuality]:
    """The languages in which something was decided by the day, the one with the most first."""
    language = "paragraph__text__language"
    read, taken = Q(machine__isnull=False), Q(state__in=TAKEN)
    changed = Exists(Correction.objects.filter(obligation=OuterRef("pk")))
    decided = decided_in(scope)
    counted = decided.values(language).annotate(
        decided=Count("pk", filter=read & ~Q(state=State.DRAFT)),
        accepted=Count("pk", filter=read & taken),
        unchanged=Count("pk", filter=read & taken & ~Q(changed)),
        by_hand=Count("pk", filter=~read & taken),
    )
    fields = (
        Correction.objects.filter(
            obligation__state__in=TAKEN, obligation__in=decided.order_by().values("pk")
        )
        .values_list(f"obligation__{language}", "field")
        .annotate(number=Count("pk"))
    )
    corrected: dict[str, dict[str, int]] = {}
    for code, field, number in fields:
        corrected.setdefault(code, {})[field] = number
    rows = [
        LanguageQuality(
            language=row[language],
            decided=row["decided"],
            accepted=row["accepted"],
            unchanged=row["unchanged"],
            by_hand=row["by_hand"],
            corrected=corrected.get(row[language], {}),
        )
        for row in counted
        if row["decided"] or row["by_hand"]
    ]
    return sorted(rows, key=lambda row: -row.decided)
