"""Fields in which people type as they would say it."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse_lazy
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User

from .day_words import UnreadableDay, day_of
from .people import NoSuchPerson, find_person


class DayField(forms.CharField):
    """A day in words or digits; the page says at once how it is understood. Give `on` before use."""

    def __init__(self, *, ahead: bool = False, **kwargs: Any) -> None:
        attrs = {
            "autocomplete": "off",
            "data-day": "ahead" if ahead else "back",
            "data-day-address": reverse_lazy("followups:day"),
        }
        kwargs.setdefault("max_length", 40)
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)
        self.ahead = ahead
        self.on: dt.date | None = None

    def prepare_value(self, value: Any) -> Any:
        return date_format(value) if isinstance(value, dt.date) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        if self.on is None:
            raise TypeError("say on which day it is read")
        try:
            return day_of(text, on=self.on, ahead=self.ahead)
        except UnreadableDay as error:
            raise forms.ValidationError(str(error)) from None


class PersonField(forms.CharField):
    """One of `people` by name or e-mail address, or "me". Give `people` and `me` before use."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {
            "autocomplete": "off",
            "list": "people",
            "data-people": reverse_lazy("followups:people"),
        }
        kwargs.setdefault("max_length", 300)
        kwargs.setdefault("help_text", _("A name, an address, or “me”."))
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)
        self.people: QuerySet[User] = User.objects.none()
        self.me: User | None = None

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            # Whoever it is by now: one who left stands there until somebody else is named.
            value = User.objects.filter(pk=value).first()
        return f"{value.name} <{value.email}>" if isinstance(value, User) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        if self.me is None:
            raise TypeError("say who asks")
        try:
            return find_person(text, self.people, me=self.me)
        except NoSuchPerson as error:
            raise forms.ValidationError(str(error)) from None
