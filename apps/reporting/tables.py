"""The tables of the registers and of the series."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

import django_tables2 as tables
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tables2.data import TableQuerysetData

from apps.accounts.models import User
from apps.obligations.codes import Deliverable, Finding, Qualifier, Recipient, Region, VerbClass
from apps.obligations.models import CustomField, Obligation
from apps.obligations.rights import may_log
from apps.web.templatetags.web import badge, day, days_from, icon

from .columns import (
    NOTHING,
    ObligationColumn,
    OwnColumn,
    RegisterColumn,
    ThenColumn,
    addressees,
    all_coded,
    coded,
    how_often,
    obligation_of,
    responses_then,
    shown,
)
from .models import Cycle
from .own_filters import parameter
from .standing import STANDINGS
from .why import in_words

CLASSES = dict(VerbClass.choices)
DELIVERABLES = dict(Deliverable.choices)
FINDINGS = dict(Finding.choices)
QUALIFIERS = dict(Qualifier.choices)
RECIPIENTS = dict(Recipient.choices)
REGIONS = dict(Region.choices)
STATES = dict(STANDINGS)


class ByKey(TableQuerysetData):
    """Rows of which a page is found by its keys first.

    The database sorts narrow rows and reads the wide ones of one page by their keys alone: a far
    page costs little more than the first. `wide` gives rows as they are shown, unfiltered.
    """

    def __init__(self, data: QuerySet[Any], wide: QuerySet[Any]) -> None:
        super().__init__(data)
        self.wide = wide

    def __getitem__(self, key: Any) -> Any:
        if not isinstance(key, slice):
            return super().__getitem__(key)
        keys = list(self.data.values_list("pk", flat=True)[key])
        rows = self.wide.in_bulk(keys)
        return [rows[key] for key in keys if key in rows]


class RegisterTable(tables.Table):
    """What both registers show of the obligation. `on` is the day on which it is asked."""

    caption: Any = ""
    usual: tuple[str, ...] = ()
    """Columns shown unless others are asked for; the reference always is."""
    selectable = False
    """Whether each row has a box to select it by."""

    reference = ObligationColumn(
        gettext_lazy("Reference"),
        lambda o: o.reference,
        by=("document__symbol", "paragraph__position", "number"),
    )
    words = ObligationColumn(gettext_lazy("Words of the decision"), lambda o: o.words)
    act = ObligationColumn(gettext_lazy("What is asked"), lambda o: o.act)
    title = ObligationColumn(
        gettext_lazy("Document"), lambda o: o.document.title, by=("document__title",)
    )
    adopted_on = ObligationColumn(
        gettext_lazy("Adopted"), lambda o: o.document.adopted_on, by=("document__adopted_on",)
    )
    verb_class = ObligationColumn(
        gettext_lazy("Class"),
        lambda o: coded(CLASSES, o.verb_class),
        by=("verb_class",),
    )
    addressees = ObligationColumn(gettext_lazy("Addressee"), addressees)
    deliverable = ObligationColumn(
        gettext_lazy("Deliverable"), lambda o: all_coded(DELIVERABLES, o.deliverable)
    )
    recipients = ObligationColumn(
        gettext_lazy("Recipient"), lambda o: all_coded(RECIPIENTS, o.recipients)
    )
    qualifiers = ObligationColumn(
        gettext_lazy("Qualifiers"), lambda o: all_coded(QUALIFIERS, o.qualifiers)
    )
    how_often = ObligationColumn(gettext_lazy("How often"), how_often)
    lead = ObligationColumn(
        gettext_lazy("Lead office"), lambda o: o.lead and str(o.lead), by=("lead__short",)
    )
    responsible = ObligationColumn(
        gettext_lazy("Responsible"),
        lambda o: o.responsible and str(o.responsible),
        by=("responsible__name",),
    )
    subject = ObligationColumn(gettext_lazy("Subject"), lambda o: o.subject, by=("subject",))
    region = ObligationColumn(
        gettext_lazy("Region or theme"), lambda o: coded(REGIONS, o.region), by=("region",)
    )
    tags = ObligationColumn(gettext_lazy("Tags"), lambda o: o.tag_names)

    def __init__(
        self,
        data: Any,
        *,
        on: dt.date,
        query: QueryDict | None = None,
        own: Iterable[CustomField] = (),
        **kwargs: Any,
    ) -> None:
        """`own` are the fields of the organization; each has a column."""
        self.on, self.query = on, query
        self.person: User | None = None  # set by a page whose rows can be logged on
        rows = {"data-row": "", "data-log": self._log_address}
        columns = [(parameter(field), OwnColumn(field)) for field in own]
        super().__init__(
            data, order_by_field="sort", row_attrs=rows, extra_columns=columns, **kwargs
        )

    def show(self, names: Sequence[str]) -> None:
        """Show the reference and these columns, no others."""
        for name in self.columns.names():
            if name != "reference" and name not in names:
                self.columns.hide(name)

    def link(self, record: Any) -> str:
        return reverse("followups:obligation-detail", args=[obligation_of(record).pk])

    def row_name(self, record: Any) -> str:
        """What tells a row from the others, in words."""
        return obligation_of(record).reference

    def _log_address(self, record: Any) -> str | None:
        """Where a follow-up on this row is logged; None for who may not."""
        if self.person is None or not may_log(self.person, obligation_of(record)):
            return None
        address = reverse("followups:entry-add", args=[obligation_of(record).pk])
        return f"{address}?cycle={record.pk}" if isinstance(record, Cycle) else address

    def render_reference(self, record: Any) -> str:
        obligation = obligation_of(record)
        sample = ""
        if obligation.document.is_sample:
            sample = format_html(' <span class="sample">{}</span>', _("Sample"))
        log: str = ""
        if address := self._log_address(record):
            log = format_html(
                ' <a class="row-log" href="{}" data-log-open title="{}">{}<span class="visually-hidden">{}</span></a>',
                address,
                _("Log a follow-up"),
                icon("add"),
                _("Log a follow-up on %(reference)s") % {"reference": obligation.reference},
            )
        return format_html(
            '<a href="{}">{}</a>{}{}', self.link(record), obligation.reference, sample, log
        )

    def render_tags(self, record: Any) -> str:
        register = reverse("reporting:obligation-list")
        tags = [
            (register, urlencode({"tag": name}), name) for name in obligation_of(record).tag_names
        ]
        return format_html_join(" ", '<a class="tag" href="{}?{}">{}</a>', tags) or NOTHING

    def render_words(self, record: Any) -> str:
        obligation = obligation_of(record)
        return format_html(
            '<q class="clamp" tabindex="0" lang="{}" dir="auto">{}</q>',
            obligation.paragraph.text.language,
            obligation.words,
        )

    def _dated(self, on: dt.date | None) -> str:
        if on is None:
            return NOTHING
        return format_html(
            '{} <span class="muted nowrap">{}</span>', day(on), days_from(on, self.on)
        )


class ObligationTable(RegisterTable):
    """Obligations that a person accepted, and how they stand."""

    caption = gettext_lazy("Obligations")
    usual = ("words", "addressees", "lead", "next_due_on", "state", "finding")

    next_due_on = ThenColumn(gettext_lazy("Next due"), "next_due_on", "next_due_then")
    state = RegisterColumn(gettext_lazy("State"), lambda o: coded(STATES, o.standing))
    finding = ThenColumn(gettext_lazy("Finding"), "finding", "finding_then", FINDINGS)
    finding_on = RegisterColumn(
        gettext_lazy("Found on"), lambda o: o.finding_on, by=("finding_on",)
    )
    review_on = RegisterColumn(
        gettext_lazy("Look at again"), lambda o: o.review_on, by=("review_on",)
    )

    def render_next_due_on(self, record: Obligation) -> str:
        return self._dated(self.columns["next_due_on"].column.value(record))

    def render_state(self, record: Any) -> str:
        return badge(record.standing, str(STATES[record.standing]))


class CycleTable(RegisterTable):
    """Occurrences for which an answer is due, and what came back."""

    caption = gettext_lazy("Cycles")
    usual = (
        "words",
        "addressees",
        "lead",
        "due_on",
        "state",
        "answered_on",
        "responses",
        "finding",
    )

    due_on = ThenColumn(gettext_lazy("Due"), "due_on", "due_then")
    state = RegisterColumn(gettext_lazy("State"), lambda c: coded(STATES, c.state))
    answered_on = ThenColumn(gettext_lazy("Answered"), "answered_on", "answered_then")
    responses = RegisterColumn(
        gettext_lazy("Report"), lambda c: [str(r.document) for r in responses_then(c)]
    )
    finding = ThenColumn(gettext_lazy("Finding"), "finding", "finding_then", FINDINGS)
    mandated_on = RegisterColumn(
        gettext_lazy("Date of the decision"), lambda c: c.mandated_on, by=("mandated_on",)
    )
    why = RegisterColumn(gettext_lazy("Why this date"), in_words)

    def link(self, record: Cycle) -> str:
        return f"{super().link(record)}#cycle-{record.pk}"

    def row_name(self, record: Cycle) -> str:
        return f"{super().row_name(record)}, {shown(record.due_on)}"

    def render_due_on(self, record: Cycle) -> str:
        due_on = self.columns["due_on"].column.value(record)
        return format_html(
            '{}<details class="why"><summary>{}</summary><p>{}</p></details>',
            self._dated(due_on),
            _("Why this date") if due_on else _("Why no date"),
            in_words(record),
        )

    def render_state(self, record: Any) -> str:
        return badge(record.state, str(STATES[record.state]))

    def render_responses(self, record: Cycle) -> str:
        links = [(r.document.get_absolute_url(), str(r.document)) for r in responses_then(record)]
        return format_html_join("; ", '<a href="{}">{}</a>', links) or NOTHING
