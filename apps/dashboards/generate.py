"""Fill an empty database with plausible records, for measuring. Every word of them is made up."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field, fields
from random import Random

from dateutil.relativedelta import relativedelta
from django.db import models, transaction

from apps.accounts.models import Office, User
from apps.actors.models import ActorKind
from apps.documents.models import Document, Kind, Organ, Paragraph, Symbol, Text
from apps.followups.models import Entry
from apps.obligations.codes import Deliverable, Recipient, State, VerbClass
from apps.obligations.models import Addressee, Cadence, Extraction, Obligation, cadences_of
from apps.obligations.schedule import occurrences
from apps.obligations.specs import specs
from apps.reading.symbols import normal_form
from apps.reporting.models import Cycle
from apps.reporting.plan import refresh_next_due

SEED = 20_000
YEARS_BACK, YEARS_AHEAD = 8, 2
DOCUMENTS_AT_ONCE = 200
BATCH = 500
DECIDED_AFTER = dt.timedelta(days=14)

# Code of timing, and the words that end the sentence. The short cadences come more often.
TIMINGS = [
    (["every:P3M"], "every three months"),
    (["every:P6M"], "every six months"),
    (["every:P6M"], "every six months"),
    (["every:P1Y"], "every year"),
    (["every:P1Y"], "every year"),
    (["every:P2Y"], "every two years"),
    (["within:P90D"], "within 90 days"),
    (["for:P1Y"], "for a period of one year"),
    ([], "as it sees fit"),
]
ADDRESSEES = [
    (ActorKind.SECRETARY_GENERAL, "the Secretary-General"),
    (ActorKind.SECRETARY_GENERAL, "the Secretary-General"),
    (ActorKind.SECRETARIAT, "the Secretariat"),
    (ActorKind.MISSION, "the Lantern Mission"),
    (ActorKind.MEMBER_STATES, "Member States"),
    (ActorKind.UN_SYSTEM, "the funds and programmes"),
    (ActorKind.REGIONAL_ORGS, "the League of Harbours"),
    (ActorKind.SUBSIDIARY_BODY, "its Committee on Ferries"),
]
VERBS = [
    (VerbClass.REQUESTS, "Requests"),
    (VerbClass.REQUESTS, "Requests"),
    (VerbClass.INVITES, "Invites"),
    (VerbClass.ENCOURAGES, "Encourages"),
    (VerbClass.URGES, "Urges"),
    (VerbClass.CALLS_UPON, "Calls upon"),
]
SUBJECTS = [
    "the state of the harbour lights",
    "the repair of the northern bridges",
    "ferry timetables in winter",
    "the register of wells",
    "the training of pilots",
    "shelter for seasonal workers",
    "the exchange of weather notes",
    "the marking of mountain paths",
]
DEPARTMENTS = ["North", "South", "Affairs"]
UNITS_EACH = 3


class NotEmpty(Exception):
    """The database holds records already; the message says of what kind."""


@dataclass(slots=True)
class Made:
    """Records not yet saved, each kind in one list; what is pointed at stands first."""

    documents: list[Document] = field(default_factory=list)
    symbols: list[Symbol] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    extractions: list[Extraction] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    obligations: list[Obligation] = field(default_factory=list)
    addressees: list[Addressee] = field(default_factory=list)
    cadences: list[Cadence] = field(default_factory=list)
    cycles: list[Cycle] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def save(self) -> None:
        """Save all, in the order above."""
        for kind in fields(self):
            records: list[models.Model] = getattr(self, kind.name)
            if records:
                type(records[0])._default_manager.bulk_create(records, batch_size=BATCH)


class Writer:
    """Makes records by chance, the same for the same seed and day."""

    def __init__(self, *, on: dt.date, offices: list[Office], person: User) -> None:
        self.chance = Random(SEED)
        self.on = on
        self.offices = offices
        self.person = person
        self.made = Made()

    def document(self, number: int, *, cycles: int) -> int:
        """Make a document whose obligations have exactly `cycles` cycles; return how many asks."""
        adopted = self.on - dt.timedelta(days=self.chance.randrange(30, YEARS_BACK * 365))
        symbol = f"LOAD/{adopted.year}/{number}"
        document = Document(
            symbol=symbol,
            kind=Kind.RESOLUTION,
            organ=self.chance.choice([Organ.COUNCIL, Organ.ASSEMBLY]),
            adopted_on=adopted,
            title=f"Made up for measuring: {self.chance.choice(SUBJECTS)}",
            is_sample=True,
        )
        text = Text(document=document, language="en", filename=f"load-{number}.txt")
        first = len(self.made.obligations)
        self.made.documents.append(document)
        self.made.symbols.append(
            Symbol(document=document, printed=symbol, normal=normal_form(symbol))
        )
        lines = [symbol, f"Noting {self.chance.choice(SUBJECTS)},"]
        self._paragraph(text, lines, part="preamble", label="", start=len(symbol) + 2)
        left = cycles
        while left:
            left -= self._ask(document, text, lines, at_most=left)
        text.content = "\n\n".join(lines)
        text.sha256 = hashlib.sha256(text.content.encode()).hexdigest()
        self.made.texts.append(text)
        asks = len(self.made.obligations) - first
        self.made.extractions.append(Extraction(text=text, found=asks, created_by=self.person))
        return asks

    def save(self) -> None:
        """Save what was made since the last time."""
        self.made.save()
        self.made = Made()

    def _paragraph(
        self, text: Text, lines: list[str], *, part: str, label: str, start: int
    ) -> Paragraph:
        """The paragraph that the last of `lines` is."""
        words = lines[-1]
        paragraph = Paragraph(
            text=text,
            position=len(lines) - 1,
            label=label,
            part=part,
            start=start,
            end=start + len(words),
            words=words,
        )
        self.made.paragraphs.append(paragraph)
        return paragraph

    def _ask(self, document: Document, text: Text, lines: list[str], *, at_most: int) -> int:
        """Add a paragraph that asks something; return how many cycles it has: a draft has none."""
        verb_class, verb = self.chance.choice(VERBS)
        asked = dict(self.chance.sample(ADDRESSEES, k=self.chance.choice([1, 1, 1, 2])))
        timing, when = self.chance.choice(TIMINGS)
        act = f"report to it on {self.chance.choice(SUBJECTS)} {when}"
        quote = f"{verb} {' and '.join(asked.values())} to {act}"
        label = str(len(lines) - 1)
        start = sum(len(line) + 2 for line in lines)
        lines.append(f"{label}. {quote};")
        start_of_quote = start + len(label) + 2
        obligation = Obligation(
            document=document,
            paragraph=self._paragraph(text, lines, part="operative", label=label, start=start),
            start=start_of_quote,
            end=start_of_quote + len(quote),
            quote=quote,
            words=quote,
            act=act,
            verb_class=verb_class,
            addressee_codes=sorted(str(code) for code in asked),
            deliverable=[str(Deliverable.REPORT)],
            recipients=[str(Recipient.COUNCIL)],
            timing=timing,
            lead=self.chance.choice([None, *self.offices]),
            created_by=self.person,
        )
        self._decide(obligation)
        return self._keep(obligation, at_most=at_most)

    def _keep(self, obligation: Obligation, *, at_most: int) -> int:
        self.made.obligations.append(obligation)
        self.made.addressees += [
            Addressee(obligation=obligation, code=code) for code in obligation.addressee_codes
        ]
        if obligation.state in {State.DRAFT, State.REJECTED}:
            return 0
        self._next_step(obligation)
        return self._cycles(obligation, at_most=at_most)

    def _decide(self, obligation: Obligation) -> None:
        """Let most be accepted as the machine read them."""
        obligation.machine = obligation.values() | {"rule": "load", "evidence": []}
        lot = self.chance.random()
        if lot < 0.03:
            obligation.state = State.DRAFT
            return
        if lot < 0.05:
            obligation.state, obligation.reason = State.REJECTED, "Not an ask"
        elif lot < 0.08:
            obligation.state, obligation.reason = State.CLOSED, "Fulfilled"
        else:
            obligation.state = State.ACCEPTED
        if self.chance.random() < 0.05:
            obligation.machine = None
        obligation.decided_by = self.person
        adopted_on = obligation.document.adopted_on or self.on
        day = min(self.on, adopted_on + DECIDED_AFTER)
        obligation.decided_at = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)

    def _next_step(self, obligation: Obligation) -> None:
        if self.chance.random() < 0.1:
            happened = self.on - dt.timedelta(days=self.chance.randrange(1, 90))
            self.made.entries.append(
                Entry(
                    obligation=obligation,
                    kind=Entry.Kind.CALL,
                    happened_on=happened,
                    text="Asked how far it has come.",
                    next_step="Ask again",
                    next_step_on=happened + dt.timedelta(days=45),
                    next_step_by=self.person,
                    author=self.person,
                )
            )

    def _cycles(self, obligation: Obligation, *, at_most: int) -> int:
        until = self.on + relativedelta(years=YEARS_AHEAD)
        made = 0
        for cadence, spec in specs(cadences_of(obligation)):
            self.made.cadences.append(cadence)
            for occurrence in occurrences(spec, until=until)[: at_most - made]:
                cycle = Cycle(
                    obligation=obligation,
                    cadence=cadence,
                    cadence_number=cadence.number,
                    period=occurrence.period,
                    mandated_on=occurrence.on,
                    due_on=occurrence.on,
                    derivation=occurrence.derivation,
                )
                self._answer(cycle)
                self.made.cycles.append(cycle)
                made += 1
        return made

    def _answer(self, cycle: Cycle) -> None:
        """Answer nine in ten that fell due, one in eight of them late; waive a few."""
        if cycle.due_on is None or cycle.due_on > self.on:
            return
        lot = self.chance.random()
        if lot < 0.78:
            cycle.answered_on = cycle.due_on - dt.timedelta(days=self.chance.randrange(20))
        elif lot < 0.9:
            late = cycle.due_on + dt.timedelta(days=self.chance.randrange(1, 60))
            cycle.answered_on = late if late <= self.on else None
        elif lot < 0.93:
            cycle.waived_on, cycle.waived_reason = cycle.due_on, "No longer asked for"


@transaction.atomic
def generate(*, documents: int, cycles: int, on: dt.date) -> int:
    """Make `documents` with `cycles` cycles around `on`; return how many asks. Raises NotEmpty."""
    for model in (Document, Obligation, Cycle, Office):
        if model._default_manager.exists():
            raise NotEmpty(str(model._meta.verbose_name_plural))
    person = User.objects.create_user("load@example.org", name="Measuring Person")
    writer = Writer(on=on, offices=make_offices(), person=person)
    asks = done = 0
    for number in range(1, documents + 1):
        share = cycles * number // documents - done
        asks += writer.document(number, cycles=share)
        done += share
        if number % DOCUMENTS_AT_ONCE == 0:
            writer.save()
    writer.save()
    refresh_next_due(Obligation.objects.all())
    return asks


def make_offices() -> list[Office]:
    """Departments with units below them; return the units, which lead."""
    units = []
    for name in DEPARTMENTS:
        parent = Office.objects.create(short=name, name=f"Department {name}")
        for number in range(1, UNITS_EACH + 1):
            short = f"{name} {number}"
            units.append(Office.objects.create(short=short, name=f"Unit {short}", parent=parent))
    return units
