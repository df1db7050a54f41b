"""The organization's own DOCX template of a status report."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.history.models import records


def where_it_lies(template: "Template", name: str) -> str:
    """A path of our own making: what a person calls a file is kept beside it."""
    return f"templates/{secrets.token_hex(8)}.docx"


class Template(models.Model):
    """A DOCX with fields that a status report fills; checked when it is uploaded."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    file = models.FileField(_("file"), upload_to=where_it_lies, max_length=200)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    is_active = models.BooleanField(_("in use"), default=True)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    history = records()

    class Meta:
        ordering = ["name"]
        verbose_name = _("template of a report")
        verbose_name_plural = _("templates of reports")

    def __str__(self) -> str:
        return self.name
