"""What staff do about an obligation, and what calls their attention to it."""

from .entry import Attachment, Entry, EntryQuerySet, Mention
from .handover import Handover
from .notice import Mail, MailQuerySet, Notice, NoticeQuerySet, Reminder, Watch
from .share import ShareLink

__all__ = [
    "Attachment",
    "Entry",
    "EntryQuerySet",
    "Handover",
    "Mail",
    "MailQuerySet",
    "Mention",
    "Notice",
    "NoticeQuerySet",
    "Reminder",
    "ShareLink",
    "Watch",
]
