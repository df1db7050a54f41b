"""Dates that hang on something else: extensions, the end of a mandate, the last answer."""

import pytest

from apps.obligations.models import Cadence, Obligation
from apps.obligations.review import CannotDo
from apps.reporting.change import extend
from apps.reporting.models import Cycle
from apps.reporting.plan import replan
from apps.reporting.respond import respond, waive
from apps.reporting.why import in_words
from tests.factories import DocumentFactory, EntryFactory, UserFactory
from tests.obligations.asked import asked, change, cycles, day, due, planned, said

pytestmark = pytest.mark.django_db
ADOPTED, END = "2031-03-03", "2032-12-31"
EVERY = {"kind": "every", "period": "P6M"}


class TestExtensions:
    @pytest.fixture
    def cycle(self):
        [cycle] = planned(END, asked(ADOPTED, ["by:2031-09-03"]))
        return cycle

    def extended(self, cycle, to):
        letter = DocumentFactory(kind="letter", symbol=f"S/2031/{to}")
        extend(cycle, day(to), basis=letter, reason="More oil was needed.", by=UserFactory(), on=day("2031-08-01"))  # fmt: skip
        cycle.refresh_from_db()

    def test_an_extension_of_an_extension_tells_all_its_steps(self, cycle):
        self.extended(cycle, "2031-10-03")
        self.extended(cycle, "2032-02-29")

        assert (str(cycle.mandated_on), str(cycle.due_on)) == ("2031-09-03", "2032-02-29")
        words = in_words(cycle)
        assert "moved it from 3 September 2031 to 3 October 2031" in words
        assert "moved it from 3 October 2031 to 29 February 2032" in words
        assert words.index("to 3 October") < words.index("to 29 February")

    def test_an_extension_can_be_taken_back_by_another(self, cycle):
        self.extended(cycle, "2031-10-03")
        self.extended(cycle, "2031-09-03")

        assert str(cycle.due_on) == "2031-09-03"
        assert cycle.extensions.count() == 2

    def test_planning_leaves_an_extension(self, cycle):
        self.extended(cycle, "2031-10-03")

        assert not replan(Obligation.objects.all(), until=day(END))
        cycle.refresh_from_db()
        assert str(cycle.due_on) == "2031-10-03"

    def test_no_extension_to_the_same_day_nor_of_what_is_answered(self, cycle):
        with pytest.raises(CannotDo, match="3 September 2031"):
            self.extended(cycle, "2031-09-03")
        waive(cycle, on=day("2031-08-01"), reason="No lamps are left")
        with pytest.raises(CannotDo, match="waived"):
            self.extended(cycle, "2031-10-03")

    def test_the_next_due_follows_the_extension(self, cycle):
        self.extended(cycle, "2031-10-03")

        cycle.obligation.refresh_from_db()
        assert str(cycle.obligation.next_due_on) == "2031-10-03"


class TestMandates:
    """A mandate, a midterm and a final report of it."""

    @pytest.fixture
    def mandate(self):
        made = asked(ADOPTED, ["from:2031-07-01", "until:2032-06-30"])
        planned(END, made)
        return made

    def counting(self, mandate, kind, period=""):
        made = asked(ADOPTED, [])
        Cadence.objects.filter(obligation=made).update(kind=kind, period=period, mandate=mandate)
        return made

    @pytest.mark.parametrize(
        ("kind", "period", "expected", "after", "sentence"),
        [
            ("midterm", "", "2031-12-30", "2032-07-01", "Half-way through the mandate in"),
            ("before-expiry", "P0D", "2032-06-30", "2033-06-30", "The end of the mandate in"),
            ("before-expiry", "P60D", "2032-05-01", "2033-05-01", "60 days before 30 June 2033"),
            ("before-expiry", "P1M", "2032-05-30", "2033-05-30", "1 month before 30 June 2033"),
            ("before-expiry", "P4M", "2032-02-29", "2033-02-28", "4 months before 30 June 2033"),
            ("before-expiry", "P1Y", "2031-06-30", "2032-06-30", "1 year before 30 June 2033"),
        ],
    )
    def test_what_is_counted_back_moves_with_the_end(
        self, mandate, kind, period, expected, after, sentence
    ):
        made = self.counting(mandate, kind, period)
        assert due(planned(END, made)) == expected

        changes = change(mandate, "2032-01-01", kind="mandate", on=day("2033-06-30"),
                         start_on=day("2031-07-03"))  # fmt: skip

        assert due(cycles(made)) == after
        assert said(changes)["removed"] == sorted([expected, "2032-06-30"])
        assert sentence in in_words(cycles(made)[0])

    def test_a_final_report_at_work_stays_when_the_end_moves(self, mandate):
        final = self.counting(mandate, "before-expiry", "P0D")
        [cycle] = planned(END, final)
        EntryFactory(obligation=final, cycle=cycle)

        changes = change(mandate, "2032-01-01", kind="mandate", on=day("2033-06-30"))

        assert said(changes)["kept"] == ["2032-06-30"]
        assert due(cycles(final)) == "2032-06-30 2033-06-30"

    def test_a_mandate_without_an_end_leaves_no_date(self, mandate):
        final = self.counting(mandate, "before-expiry", "P30D")
        planned(END, final)

        change(mandate, "2032-01-01", kind="undated")

        assert due(cycles(final)) == "-"

    def test_a_mandate_that_is_still_a_draft_gives_its_end(self, mandate):
        mandate.cycles.all().delete()
        mandate.cadences.all().delete()
        Obligation.objects.filter(pk=mandate.pk).update(state="draft")

        assert due(planned(END, self.counting(mandate, "before-expiry", "P30D"))) == "2032-05-31"


class TestFromTheLastAnswer:
    @pytest.fixture
    def made(self):
        made = asked(ADOPTED, ["every:P1Y"])
        Cadence.objects.filter(obligation=made).update(from_answer=True)
        return made

    def answer(self, made, on):
        cycle = Cycle.objects.open().filter(obligation=made).first()
        report = DocumentFactory(kind="report", adopted_on=day(on))
        respond(cycle, report, finding="fulfilled", by=UserFactory(), on=day(on))

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ([], "2032-03-03"),
            (["2032-03-03"], "2032-03-03 2033-03-03"),
            (["2032-02-29"], "2032-03-03 2033-02-28"),
            (["2032-05-20"], "2032-03-03 2033-05-20"),
            (["2032-05-20", "2033-05-01"], "2032-03-03 2033-05-20 2034-05-01"),
            # so early that a year from it would not lead past the day it answers
            (["2031-03-03"], "2032-03-03 2033-03-03"),
            (["2032-05-20", "2032-05-20"], "2032-03-03 2033-05-20"),
        ],
    )
    def test_the_next_date_counts_from_the_last_answer(self, made, answers, expected):
        planned("2040-12-31", made)

        for on in answers:
            self.answer(made, on)

        assert due(planned("2040-12-31", made)) == expected

    def test_the_derivation_names_the_day_of_the_answer(self, made):
        planned(END, made)
        self.answer(made, "2032-05-20")

        assert "1 year from 20 May 2032, the day of the last answer: 20 May 2033" in in_words(
            cycles(made)[-1]
        )

    def test_a_late_answer_to_the_old_version_makes_no_second_date_of_the_new(self, made):
        planned("2040-12-31", made)
        change(made, "2032-04-01", until="2040-12-31", **EVERY, from_answer=True)

        self.answer(made, "2032-04-20")

        assert due(planned("2040-12-31", made)) == "2032-03-03 2032-10-01"
