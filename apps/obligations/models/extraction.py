"""That texts were read, and where the machine was wrong."""

from django.conf import settings
from django.db import models

from apps.documents.models import Text

from .obligation import READ_FIELDS, Obligation


class Correction(models.Model):
    """That a person changed what the machine read in one field."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="corrections")
    field = models.CharField(max_length=15, choices=[(name, name) for name in READ_FIELDS])

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "field"], name="a_field_is_corrected_or_not"
            )
        ]

    def __str__(self) -> str:
        return f"{self.obligation}: {self.field}"


class Extraction(models.Model):
    """That a text was read, when, by whom, and how many asks were found."""

    text = models.OneToOneField(Text, on_delete=models.CASCADE, related_name="extraction")
    found = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.text}: {self.found}"
