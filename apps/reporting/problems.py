"""What of an address could not be understood, in words: each page that an address asks for says it alike."""

from collections.abc import Container
from dataclasses import dataclass

from django import forms
from django.http import QueryDict


@dataclass(frozen=True, slots=True)
class Problem:
    """What of the address could not be understood."""

    words: str
    field: str = ""
    """Id of the field of the filter that it is about, if it is."""


def problems_of(
    form: forms.BaseForm, given: QueryDict, *, without_place: Container[str] = ()
) -> list[Problem]:
    """Every value that `form` could not understand, quoted as `given`, with what is wrong with it.

    Fields named in `without_place` stand nowhere on the page to be led to.
    """
    return [
        Problem(
            f"{form.fields[name].label}: “{', '.join(given.getlist(name))}” – {error}",
            "" if name in without_place else f"id_{name}",
        )
        for name, errors in form.errors.items()
        for error in errors
    ]
