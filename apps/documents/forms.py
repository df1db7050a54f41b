from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from apps.actors.models import Language

from .models import Document

# Letters or a digit first, parts between slashes: S/PRST/2021/9, A/RES/3314 (XXIX), S/RES/2046 (2012).
looks_like_a_symbol = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9.\-‐‑–]*(/[A-Za-z0-9.()\[\]*\-‐‑– ]+)+$",
    _("This is not a symbol. Write it as it is printed, for example S/PRST/2021/9."),
)
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class UploadForm(forms.Form):
    """A file, and what its reader already knows about it."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,  # refused later, with its name and what to do
        help_text=_("A text file (.txt), PDF or Word document (.docx)."),
        widget=forms.FileInput(attrs={"accept": ".txt,.pdf,.docx"}),
    )
    symbol = forms.CharField(
        label=_("Symbol"),
        max_length=100,
        validators=[looks_like_a_symbol],
        required=False,
        help_text=_("Only if the document does not print it, for example S/PRST/2021/9."),
    )
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("as read")), *Language.choices]
    )
    adopted_on = forms.DateField(label=_("Adopted or issued on"), required=False, widget=DAY)

    def clean_file(self) -> Any:
        """Refuse a file that is too large before it is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError(
                _("“%(name)s” has %(size)s; at most %(most)s can be taken in."),
                params={
                    "name": file.name,
                    "size": filesizeformat(file.size),
                    "most": filesizeformat(settings.UPLOAD_MAX_BYTES),
                },
            )
        return file


class DocumentForm(forms.ModelForm):
    """What the masthead says, to be corrected or completed by a person."""

    symbols = forms.CharField(
        label=_("Symbols"),
        max_length=400,
        help_text=_("The document's own first; several with a semicolon between them."),
    )
    language = forms.ChoiceField(label=_("Language of the text"), choices=Language)
    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Document
        fields = ["symbols", "kind", "organ", "adopted_on", "language", "title", "agenda_item"]
        widgets = {"adopted_on": DAY}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["adopted_on"].required = True
        texts = self.instance.texts.all()
        if len(texts) != 1:
            del self.fields["language"]
        else:
            self.fields["language"].initial = texts[0].language
        self.fields["symbols"].initial = "; ".join(s.printed for s in self.instance.symbols.all())
        self.fields["version"].initial = self.instance.version

    def clean_symbols(self) -> list[str]:
        symbols = [" ".join(s.split()) for s in self.cleaned_data["symbols"].split(";")]
        symbols = [symbol for symbol in symbols if symbol]
        if not symbols:
            raise forms.ValidationError(_("Give at least one symbol, for example S/PRST/2021/9."))
        for symbol in symbols:
            looks_like_a_symbol(symbol)
        return symbols
