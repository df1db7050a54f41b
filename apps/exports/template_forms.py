"""The form that takes in a template of the status report."""

import datetime as dt
import hashlib
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User

from .models import Template
from .paper.own_template import check

LONGEST_FILE_NAME = 200
FIELDS = [
    ("{{p body }}", _("The report itself, alone in its paragraph. Every template needs it.")),
    ("{{ title }}", _("The title of the report.")),
    ("{{ subtitle }}", _("What it is about and as at which day, in one line.")),
    ("{{ as_at }}", _("The day as at which it speaks, in words.")),
    ("{{ filter }}", _("What it is about, in words.")),
    ("{{ person }}", _("For whom it is made; empty where it is mailed by a schedule.")),
    ("{{ organization }}", _("The name of the organization.")),
    ("{{ address }}", _("The address at which the same report is seen again.")),
    ("{% for fact in facts %} … {% endfor %}", _("All that is said of it, one after the other:")),
    ("{{ fact.label }}", _("what a fact is of, and")),
    ("{{ fact.value }}", _("what it says.")),
]
"""What a template can hold, and what comes to stand there."""


class TemplateForm(forms.ModelForm[Template]):
    """A name and a DOCX that was looked through and filled once, for a try."""

    class Meta:
        model = Template
        fields = ["name", "file"]
        help_texts = {"file": _("A Word document (.docx) with the fields below.")}
        widgets = {"file": forms.FileInput(attrs={"accept": ".docx"})}

    def clean_file(self) -> Any:
        """Refuse, with its name, what is too large or what no report can be made with."""
        file = self.cleaned_data["file"]
        values = {
            "name": file.name,
            "size": filesizeformat(file.size),
            "most": filesizeformat(settings.UPLOAD_MAX_BYTES),
        }
        if file.size > settings.UPLOAD_MAX_BYTES:
            words = _t("“%(name)s” has %(size)s; at most %(most)s can be taken in.")
            raise forms.ValidationError(words, params=values)
        problems = check(file)
        if problems:
            words = _t("“%(name)s” cannot be used: %(problem)s")
            raise forms.ValidationError(
                [
                    forms.ValidationError(words, params={**values, "problem": problem})
                    for problem in problems
                ]
            )
        return file

    def keep(self, *, by: User, at: dt.datetime) -> Template:
        """Save it. What the file was called is only told, never used as a path."""
        file = self.cleaned_data["file"]
        file.seek(0)
        content = file.read()
        template: Template = self.instance
        template.file = ContentFile(content, name="template.docx")
        template.file_name = file.name[-LONGEST_FILE_NAME:]
        template.sha256 = hashlib.sha256(content).hexdigest()
        template.size = len(content)
        template.uploaded_by, template.uploaded_at = by, at
        template.save()
        return template
