"""Five hundred obligations with all that can happen to their cycles, the same each time."""

import datetime as dt
from random import Random

from django.utils import timezone

from apps.accounts.models import Office, User
from apps.documents.models import Document, Organ, Paragraph, Text
from apps.obligations.codes import Finding, Region, State, VerbClass
from apps.obligations.models import Addressee, Cadence, Obligation, Series
from apps.reporting.models import Cycle, Extension, Response
from apps.reporting.plan import refresh_next_due
from apps.reporting.respond import NO_ANSWER

DOCUMENTS, OBLIGATIONS = 40, 500
FIRST, LAST = dt.date(2018, 1, 1), dt.date(2026, 11, 29)
KINDS = ["secretary-general", "member-states", "mission", "secretariat"]


def noon(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))


class Maker:
    """Makes the records, a table at a time."""

    def __init__(self):
        self.chance = Random(500)
        self.people = [
            User.objects.create_user(f"p{n}@example.org", name=f"Person {n}") for n in range(5)
        ]
        self.offices = self.make_offices()
        self.series = [Series.objects.create(key=f"s{n}", name=f"Series {n}") for n in range(3)]

    def make_offices(self):
        tops = [Office.objects.create(short=f"T{n}", name=f"Top {n}") for n in range(2)]
        return tops + [
            Office.objects.create(short=f"U{n}", name=f"Unit {n}", parent=tops[n % 2])
            for n in range(5)
        ]

    def day(self, first=FIRST, last=LAST):
        return first + dt.timedelta(days=self.chance.randrange(max((last - first).days, 1)))

    def make(self):
        documents = Document.objects.bulk_create(
            Document(
                symbol=f"S/RES/{3000 + n}",
                organ=self.chance.choice(Organ.values[:3]),
                adopted_on=self.day(),
            )
            for n in range(DOCUMENTS)
        )
        reports = Document.objects.bulk_create(
            Document(
                symbol=f"S/2026/{n}", kind="report", organ="secretariat", adopted_on=self.day()
            )
            for n in range(300)
        )
        texts = Text.objects.bulk_create(
            Text(document=d, language="en", content="Requests", sha256=f"{n}")
            for n, d in enumerate(documents)
        )
        paragraphs = Paragraph.objects.bulk_create(
            Paragraph(text=t, position=1, label="1", words="Requests", start=0, end=8)
            for t in texts
        )
        obligations = Obligation.objects.bulk_create(
            self.obligation(n, documents, paragraphs) for n in range(OBLIGATIONS)
        )
        self.addressees(obligations)
        cadences = Cadence.objects.bulk_create(
            cadence for o in obligations for cadence in self.cadences(o, obligations)
        )
        for cadence in cadences:
            cadence.created_at = noon(self.day())
        Cadence.objects.bulk_update(cadences, ["created_at"])
        cycles = [cycle for cadence in cadences for cycle in self.cycles(cadence)]
        self.answer(Cycle.objects.bulk_create(cycles), reports)
        refresh_next_due(Obligation.objects.all())

    def obligation(self, number, documents, paragraphs):
        place, chance = number % DOCUMENTS, self.chance
        document = documents[place]
        state = chance.choices(
            [State.ACCEPTED, State.CLOSED, State.DRAFT, State.REJECTED], [80, 12, 5, 3]
        )[0]
        decided = self.day(document.adopted_on)
        return Obligation(
            document=document,
            paragraph=paragraphs[place],
            number=1 + number // DOCUMENTS,
            start=0,
            end=8,
            quote="Requests",
            words="Requests",
            act=f"Act {number}",
            verb_class=chance.choice(VerbClass.values[:4]),
            state=state,
            reason="Over" if state in (State.CLOSED, State.REJECTED) else "",
            decided_at=None if state == State.DRAFT else noon(decided),
            finding="fulfilled" if state == State.CLOSED else "not-started",
            finding_on=self.day(decided) if state == State.CLOSED else None,
            subject=chance.choice(["", "Harbours", "Harbours: lights", "Wells"]),
            region=chance.choice(Region.values),
            lead=chance.choice([None, *self.offices]),
            responsible=chance.choice([None, *self.people]),
            series=chance.choice([None, None, *self.series]),
        )

    def addressees(self, obligations):
        rows = []
        for obligation in obligations:
            obligation.addressee_codes = self.chance.sample(KINDS, self.chance.choice([1, 1, 2]))
            rows += [Addressee(obligation=obligation, code=c) for c in obligation.addressee_codes]
        Obligation.objects.bulk_update(obligations, ["addressee_codes"])
        Addressee.objects.bulk_create(rows)

    def cadences(self, obligation, obligations):
        basis = obligation.document
        common = {"obligation": obligation, "basis_document": basis}
        if self.chance.random() < 0.1:
            yield Cadence(
                **common, number=1, kind="mandate", period="P1Y", holds_from=basis.adopted_on
            )
            return
        mandate = self.chance.choice(obligations) if self.chance.random() < 0.2 else None
        yield Cadence(
            **common,
            number=1,
            kind="before-expiry" if mandate else "every",
            period="P6M",
            mandate=mandate,
            holds_from=basis.adopted_on,
        )
        if self.chance.random() < 0.2:
            yield Cadence(**common, number=2, kind="every", period="P1Y", holds_from=self.day())

    def cycles(self, cadence):
        last = LAST + dt.timedelta(days=500)
        for number in range(self.chance.randrange(7)):
            due = None if self.chance.random() < 0.06 else self.day(cadence.holds_from, last)
            yield Cycle(
                obligation=cadence.obligation,
                cadence=cadence,
                cadence_number=cadence.number,
                period=str(number),
                due_on=due,
                mandated_on=due,
            )

    def answer(self, cycles, reports):
        """Extend, answer by no, one or two reports, answer without one, waive: or let it wait."""
        extensions, responses = [], []
        for cycle in cycles:
            for _again in range(
                self.chance.choices([0, 1, 2], [85, 12, 3])[0] if cycle.due_on else 0
            ):
                former = extensions[-1] if extensions and extensions[-1].cycle is cycle else None
                extensions.append(self.extension(cycle, former))
            if cycle.due_on and cycle.due_on > LAST and self.chance.random() < 0.9:
                continue
            lot = self.chance.random()
            if lot < 0.65:
                found = self.responses(cycle, reports)
                responses += found
                counting = [r for r in found if r.finding not in NO_ANSWER]
                cycle.answered_on = min((r.document.adopted_on for r in counting), default=None)
                cycle.recorded_on = min((r.judged_on for r in counting), default=None)
            elif lot < 0.72:
                cycle.answered_on = self.day()
            elif lot < 0.8:
                cycle.waived_on, cycle.waived_reason = self.day(), "Over"
        Cycle.objects.bulk_update(
            cycles, ["due_on", "answered_on", "recorded_on", "waived_on", "waived_reason"], 200
        )
        Extension.objects.bulk_create(extensions)
        Response.objects.bulk_create(responses)

    def extension(self, cycle, before):
        first = before.recorded_on if before else FIRST
        former, cycle.due_on = cycle.due_on, cycle.due_on + dt.timedelta(days=45)
        return Extension(
            cycle=cycle,
            former_due_on=former,
            due_on=cycle.due_on,
            basis_document=cycle.cadence.basis_document,
            reason="More time",
            recorded_on=self.day(first),
            former_recorded_on=before and before.recorded_on,
            recorded_by=self.people[0],
        )

    def responses(self, cycle, reports):
        finding = [Finding.FULFILLED, Finding.PARTLY_FULFILLED, Finding.NOT_APPLICABLE]
        near = [
            r
            for r in reports
            if cycle.due_on is None or abs((r.adopted_on - cycle.due_on).days) < 250
        ]
        number = min(len(near), self.chance.choice([1, 1, 1, 2]))
        return [
            Response(
                cycle=cycle,
                document=report,
                finding=self.chance.choice(finding),
                judged_on=self.day(report.adopted_on),
                judged_by=self.people[1],
            )
            for report in self.chance.sample(near, number)
        ]
