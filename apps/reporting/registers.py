"""The two registers: of obligations, and of cycles."""

from django.db.models import DateField, QuerySet, Value
from django.utils.translation import gettext_lazy, ngettext

from apps.obligations.models import Obligation

from .as_at import cycles_then, finding_then, obligations_then
from .filters import CycleFilter, ObligationFilter
from .models import Cycle, CycleQuerySet, TimingState
from .register import Preset, Register
from .standing import CLOSED, with_standing
from .tables import CycleTable, ObligationTable

__all__ = ["REGISTERS", "CycleRegister", "ObligationRegister", "Register"]


class ObligationRegister(Register):
    """All obligations that a person accepted, the next due first."""

    name = "obligations"
    acts = ("obligations.change_obligation",)
    title = gettext_lazy("Obligations")
    nothing_yet = gettext_lazy(
        "What decisions ask stands here once a person has accepted it in the review."
    )
    first_order = "next_due_on"
    filter_class = ObligationFilter
    table_class = ObligationTable
    presets = (
        Preset(gettext_lazy("All"), ""),
        Preset(gettext_lazy("Overdue"), f"state={TimingState.OVERDUE}"),
        Preset(gettext_lazy("Due soon"), f"state={TimingState.DUE}&state={TimingState.DUE_SOON}"),
        Preset(gettext_lazy("To look at again"), "review=due"),
        Preset(gettext_lazy("No lead office"), "lead=none"),
        Preset(gettext_lazy("Closed"), f"state={CLOSED}"),
    )

    def wide_rows(self) -> QuerySet[Obligation]:
        rows = Obligation.objects.for_list()
        if self.day.is_past:
            rows = obligations_then(rows, on=self.on)
        return with_standing(rows, on=self.on, soon=self.soon, is_past=self.day.is_past)

    def counted(self, number: int) -> str:
        return ngettext("%(number)d obligation", "%(number)d obligations", number) % {
            "number": number
        }


class CycleRegister(Register):
    """All cycles of the obligations that a person accepted, the earliest due first."""

    name = "cycles"
    acts = ("obligations.change_obligation", "followups.add_entry")
    title = gettext_lazy("Cycles")
    nothing_yet = gettext_lazy(
        "Each date on which an answer is due stands here once the cycles of an obligation are planned."
    )
    first_order = "due_on"
    filter_class = CycleFilter
    table_class = CycleTable
    presets = (
        Preset(gettext_lazy("All"), ""),
        Preset(gettext_lazy("Overdue"), f"state={TimingState.OVERDUE}"),
        Preset(gettext_lazy("Due soon"), f"state={TimingState.DUE}&state={TimingState.DUE_SOON}"),
        Preset(gettext_lazy("Not due"), f"state={TimingState.NOT_DUE}"),
        Preset(gettext_lazy("No date"), f"state={TimingState.NO_DATE}"),
        Preset(
            gettext_lazy("Answered"),
            f"state={TimingState.ANSWERED}&state={TimingState.ANSWERED_LATE}",
        ),
    )

    def wide_rows(self) -> QuerySet[Cycle]:
        rows = self.rows()
        if self.day.is_past:
            then_on = Value(self.on, output_field=DateField())
            rows = cycles_then(rows, on=self.on).annotate(
                finding_then=finding_then(self.on), then_on=then_on
            )
        return rows.with_state(on=self.on, soon=self.soon, at=self.day.at)

    def rows(self) -> CycleQuerySet:
        """Cycles with all that is shown of them."""
        return Cycle.objects.for_list()

    def counted(self, number: int) -> str:
        return ngettext("%(number)d cycle", "%(number)d cycles", number) % {"number": number}


REGISTERS: dict[str, type[Register]] = {
    register.name: register for register in (ObligationRegister, CycleRegister)
}
