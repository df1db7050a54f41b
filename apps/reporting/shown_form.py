"""How an address asks for the rows of a register to be shown."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .tables import RegisterTable

PER_PAGE = 50
PAGE_SIZES = [25, 50, 100, 200]


class ColumnsField(forms.MultipleChoiceField):
    def to_python(self, value: Any) -> list[str]:
        """Names of columns, between commas or repeated, each once, in the order asked for."""
        names = [name for given in super().to_python(value) for name in given.split(",")]
        return list(dict.fromkeys(filter(None, names)))


class ShownForm(forms.Form):
    """How the rows are shown: columns, order, page."""

    columns = ColumnsField(
        label=gettext_lazy("Columns"), required=False, widget=forms.CheckboxSelectMultiple
    )
    sort = forms.CharField(label=gettext_lazy("Order"), required=False)
    per_page = forms.TypedChoiceField(
        label=gettext_lazy("Rows a page"),
        required=False,
        coerce=int,
        choices=[(size, size) for size in PAGE_SIZES],
    )
    page = forms.IntegerField(label=gettext_lazy("Page"), required=False, min_value=1)

    def __init__(self, query: QueryDict, table: RegisterTable) -> None:
        super().__init__(query)
        self.table = table
        names = [name for name in table.columns.names() if name != "reference"]
        headers = [(name, table.columns[name].header) for name in names]
        self.fields["columns"].choices = headers  # type: ignore[attr-defined]

    def clean_sort(self) -> str:
        """The name of a column that sorts, with a minus before it for the other way round."""
        asked: str = self.cleaned_data["sort"]
        name = asked.removeprefix("-")
        if asked and not (name in self.table.columns and self.table.columns[name].orderable):
            raise ValidationError(_("There is no such order."))
        return asked
