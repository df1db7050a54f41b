"""What `verify_history` says."""

import io

from django.core.management import CommandError, call_command


def verify(*arguments):
    out = io.StringIO()
    try:
        call_command("verify_history", *arguments, stdout=out)
    except CommandError as error:
        return f"{out.getvalue()}{error}"
    return out.getvalue()
