"""Where words of a report lead: absolute, for it leaves the building."""

from django.urls import reverse

from apps.documents.models import Document
from apps.exports.paper.model import Link
from apps.obligations.models import Obligation

from .asked import Report


def page_of(report: Report, obligation: Obligation) -> Link:
    """The reference of `obligation`, leading to its page."""
    path = reverse("followups:obligation-detail", args=[obligation.pk])
    return Link(obligation.reference, f"{report.root}{path}")


def document(report: Report, found: Document) -> Link:
    return Link(str(found), f"{report.root}{found.get_absolute_url()}")


def page(report: Report) -> Link:
    """The page of this very report, on its day."""
    address = f"{report.root}{reverse('exports:report')}?{report.query_of_the_day}"
    return Link(address, address)
