import datetime as dt
import io

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import transaction

from apps.accounts.models import User
from apps.accounts.roles import ROLES
from apps.documents.models import Document, Text
from apps.followups.models import Attachment, Entry
from apps.followups.sample import decisions, load
from apps.followups.sample.days import Days
from apps.obligations.codes import CadenceKind, Finding, State, VerbClass
from apps.obligations.models import Cadence, Link, Obligation, Series
from apps.reporting.models import Cycle, Response, TimingState
from tests.factories import (
    CycleFactory,
    DocumentFactory,
    LinkFactory,
    ObligationFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 25)
RECORDS = (Document, Text, Obligation, Cadence, Series, Cycle, Response, Entry, Attachment)


@pytest.fixture(scope="class")
def seeded(django_db_setup, django_db_blocker):
    """The sample data, made once for all tests of a class: reading takes seconds."""
    with django_db_blocker.unblock(), transaction.atomic():
        load.seed(on=TODAY)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def debug(settings):
    settings.DEBUG = True


def seed_demo(*args):
    said = io.StringIO()
    call_command("seed_demo", *args, stdout=said)
    return said.getvalue()


def counts():
    return [model.objects.count() for model in RECORDS] + [Obligation.history.count()]


def obligations_of(symbol):
    return Obligation.objects.filter(document=Document.objects.with_symbol(symbol).get())


@pytest.mark.usefixtures("seeded")
class TestWithTheSampleDataIn:
    def test_a_second_run_changes_nothing(self, debug):
        before = counts()

        said = seed_demo("--on", "2027-01-15")

        assert counts() == before
        assert "here already" in said

    def test_people_of_every_role_are_introduced_with_their_password(self, debug):
        said = seed_demo()

        assert {user.groups.get().name for user in User.objects.all()} == {*ROLES}
        for user in User.objects.all():
            assert user.email in said
            assert user.check_password("remit-demo")

    def test_there_is_one_administrator(self):
        assert (
            User.objects.get(is_superuser=True, is_staff=True).email == "administrator@example.org"
        )

    def test_the_focal_point_leads_for_some_obligations(self):
        focal_point = User.objects.get(email="focal.point@example.org")

        assert Obligation.objects.led_by(focal_point.office).exists()

    def test_every_timing_state_is_there(self):
        states = Cycle.objects.with_state(on=TODAY, soon=30).values_list("state", flat=True)

        assert {*states} == {*TimingState}

    @pytest.mark.parametrize(
        ("field", "values"),
        [("verb_class", VerbClass), ("finding", Finding), ("state", State)],
    )
    def test_every_value_of_an_obligation_is_there(self, field, values):
        assert {*Obligation.objects.values_list(field, flat=True)} == {*values}

    def test_every_kind_of_cadence_is_there(self):
        cadences = Cadence.objects.all()

        assert {cadence.kind for cadence in cadences} == {*CadenceKind}
        for kind in (CadenceKind.ONCE, CadenceKind.MANDATE):
            assert cadences.filter(kind=kind, on=None).exists()
            assert cadences.filter(kind=kind, on__isnull=False).exists()

    def test_a_cadence_is_there_in_four_versions_with_their_own_basis(self):
        versions = obligations_of("S/RES/2046 (2012)").get(paragraph__label="6").cadences.all()

        assert [(v.version, v.period, v.basis_document.symbol) for v in versions] == [
            (1, "P2W", "S/RES/2046 (2012)"),
            (2, "P1M", "S/2013/657"),
            (3, "P3M", "S/2014/613"),
            (4, "P6M", "S/2016/1029"),
        ]

    def test_every_kind_of_entry_is_there(self):
        assert {*Entry.objects.values_list("kind", flat=True)} == {*Entry.Kind}

    def test_next_steps_are_overdue_due_soon_and_done(self):
        steps = Entry.objects.exclude(next_step="")

        assert steps.steps_overdue(on=TODAY).exists()
        assert steps.filter(next_step_on__range=(TODAY, TODAY + dt.timedelta(days=30))).exists()
        assert steps.filter(next_step_done_on__isnull=False).exists()

    def test_some_drafts_are_corrected_and_one_was_marked_by_hand(self):
        obligations = Obligation.objects.all()

        assert any(obligation.corrected_fields for obligation in obligations)
        assert any(obligation.machine is None for obligation in obligations)

    def test_every_obligation_quotes_the_characters_of_its_text(self):
        for obligation in Obligation.objects.select_related("paragraph__text"):
            content = obligation.paragraph.text.content
            assert content[obligation.start : obligation.end] == obligation.quote

    def test_all_documents_are_marked_as_sample(self):
        assert not Document.objects.filter(is_sample=False).exists()

    def test_the_statement_has_twelve_paragraphs_in_both_languages(self):
        texts = Document.objects.with_symbol("S/PRST/2021/9").get().texts.all()

        assert {text.language: text.paragraphs.count() for text in texts} == {"zh": 12, "en": 12}

    def test_the_statement_has_the_six_obligations_that_were_marked_by_hand(self):
        found = [
            (o.reference, o.verb_class, o.addressee_codes, o.deliverable, o.timing, o.qualifiers)
            for o in obligations_of("S/PRST/2021/9").order_by("start")
        ]

        assert found == [
            ("S/PRST/2021/9 ¶ 8", "encourages", ["unstated"], [], [], ["as-appropriate"]),
            (
                "S/PRST/2021/9 ¶ 9",
                "encourages",
                ["regional-orgs", "secretariat"],
                [],
                [],
                ["as-appropriate"],
            ),
            ("S/PRST/2021/9 ¶ 10", "encourages", ["regional-orgs"], [], [], []),
            ("S/PRST/2021/9 ¶ 11", "requests", ["secretary-general"], ["report"], ["series"], []),
            (
                "S/PRST/2021/9 ¶ 11 (2)",
                "requests",
                ["secretary-general"],
                ["report"],
                ["every:P2Y", "series"],
                ["as-appropriate", "within-resources"],
            ),
            (
                "S/PRST/2021/9 ¶ 12",
                "requests",
                ["secretary-general"],
                ["recommendations", "report"],
                ["series"],
                ["as-appropriate"],
            ),
        ]

    def test_the_machine_reads_the_statement_as_it_was_marked_by_hand(self):
        for obligation in obligations_of("S/PRST/2021/9"):
            assert obligation.corrected_fields == []

    def test_the_biennial_reports_answer_their_cycles(self):
        cycles = Cycle.objects.filter(
            obligation__in=obligations_of("S/PRST/2021/9"), due_on__lte=dt.date(2026, 12, 31)
        )

        assert [
            (cycle.due_on.year, [str(response.document) for response in cycle.responses.all()])
            for cycle in cycles
        ] == [(2022, ["A/77/277"]), (2024, ["A/79/302"]), (2026, [])]

    def test_removal_leaves_nothing_but_people_and_the_history(
        self, django_capture_on_commit_callbacks
    ):
        names = [row.file.name for model in (Text, Attachment) for row in model.objects.all()]

        with django_capture_on_commit_callbacks(execute=True):
            seed_demo("--remove")

        assert [model.objects.count() for model in RECORDS] == [0] * len(RECORDS)
        for model in (Document, Obligation, Cadence, Series, Cycle, Response, Entry):
            deleted = model.history.filter(history_type="-").values("id")
            assert not model.history.exclude(id__in=deleted).exists()
            assert model.history.exists()
        assert not any(default_storage.exists(name) for name in names)
        assert User.objects.exists()


def test_outside_debug_it_refuses_and_makes_nobody(settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="DEBUG"):
        seed_demo()

    assert not User.objects.exists()
    assert not Document.objects.exists()


def test_a_document_that_is_no_sample_stays_as_it_is(debug):
    DocumentFactory(symbol="S/RES/1929 (2010)", title="As it was taken in")

    said = seed_demo("--on", "2026-11-25")

    assert "S/RES/1929 (2010) was here already" in said
    assert Document.objects.with_symbol("S/RES/1929 (2010)").get().title == "As it was taken in"


def test_days_are_printed_in_texts_and_coded_in_values():
    days = Days(dt.date(2026, 1, 31))

    assert days.in_print("by {+1}, in {year-31}") == "by 1 February 2026, in 2025"
    assert days.in_codes("by:{+1}") == "by:2026-02-01"


def test_marks_are_taken_out_of_a_text_and_their_places_kept():
    marked = decisions.unmarked("7. <<a|Asks>> and <<b|invites>>.")

    assert marked.content == "7. Asks and invites."
    assert {key: marked.content[slice(*place)] for key, place in marked.places.items()} == {
        "a": "Asks",
        "b": "invites",
    }


def test_removal_keeps_what_is_no_sample():
    cycle = CycleFactory()

    seed_demo("--remove")

    assert Cycle.objects.get() == cycle


def test_removal_says_what_depends_on_a_sample_document():
    response = ResponseFactory(document__is_sample=True)

    with pytest.raises(CommandError, match=r"no sample depends on it: .*Fulfilled"):
        seed_demo("--remove")

    assert Response.objects.get() == response


def test_a_link_from_a_sample_goes_with_it_and_one_to_it_is_said():
    sample = ObligationFactory(paragraph__text__document__is_sample=True)
    own = LinkFactory(source=sample).target
    theirs = LinkFactory(target=sample)

    with pytest.raises(CommandError, match="no sample depends on it"):
        seed_demo("--remove")
    theirs.delete()
    seed_demo("--remove")

    assert set(Obligation.objects.all()) == {own, theirs.source}
    assert not Link.objects.exists()
