"""How a person follows one obligation: whether it is watched, and the own reminders."""

from typing import Any

from apps.accounts.models import User
from apps.obligations.models import Obligation

from .models import Reminder, Watch
from .reminder_forms import ReminderForm


def attention_of(
    person: User, obligation: Obligation, form: ReminderForm | None = None
) -> dict[str, Any]:
    """What followups/parts/attention.html shows; `form` is one that came back with errors."""
    return {
        "watching": Watch.objects.filter(person=person, obligation=obligation).exists(),
        "reminders": Reminder.objects.open().filter(person=person, obligation=obligation),
        "form": form or ReminderForm(),
    }
