"""One factory a model, dull defaults, a Trait per state. Days are given by the test."""

from tests.factories.accounts import OfficeFactory, UserFactory
from tests.factories.actors import ActorFactory
from tests.factories.documents import (
    ADOPTED,
    CitationFactory,
    DocumentFactory,
    ParagraphFactory,
    TextFactory,
)
from tests.factories.exports import JobFactory, RunFactory, ScheduleFactory, TemplateFactory
from tests.factories.followups import (
    AttachmentFactory,
    EntryFactory,
    HandoverFactory,
    MailFactory,
    NoticeFactory,
    ReminderFactory,
    ShareLinkFactory,
    WatchFactory,
)
from tests.factories.obligations import (
    CadenceFactory,
    CustomFieldFactory,
    FindingProposalFactory,
    HolidayFactory,
    LinkFactory,
    ObligationFactory,
    SeriesFactory,
    SessionFactory,
    TagFactory,
)
from tests.factories.reporting import (
    BulkEditFactory,
    CycleFactory,
    ExtensionFactory,
    FeedFactory,
    PlanRunFactory,
    ResponseFactory,
    SavedViewFactory,
)

__all__ = [
    "ADOPTED",
    "ActorFactory",
    "AttachmentFactory",
    "BulkEditFactory",
    "CadenceFactory",
    "CitationFactory",
    "CustomFieldFactory",
    "CycleFactory",
    "DocumentFactory",
    "EntryFactory",
    "ExtensionFactory",
    "FeedFactory",
    "FindingProposalFactory",
    "HandoverFactory",
    "HolidayFactory",
    "JobFactory",
    "LinkFactory",
    "MailFactory",
    "NoticeFactory",
    "ObligationFactory",
    "OfficeFactory",
    "ParagraphFactory",
    "PlanRunFactory",
    "ReminderFactory",
    "ResponseFactory",
    "RunFactory",
    "SavedViewFactory",
    "ScheduleFactory",
    "SeriesFactory",
    "SessionFactory",
    "ShareLinkFactory",
    "TagFactory",
    "TemplateFactory",
    "TextFactory",
    "UserFactory",
    "WatchFactory",
]
