"""A status report as a file."""

from typing import IO

from apps.exports.make import Asked, CannotMake
from apps.exports.models import Format
from apps.exports.paper.own_template import TemplateRefused, fill
from apps.exports.paper.writers import WRITERS
from apps.exports.progress import Progress

from .make import paper, report_of


def write(asked: Asked, file: IO[bytes], progress: Progress) -> None:
    """Write the report into `file`: a DOCX by the organization's own template, where it is asked for.

    Raises CannotMake.
    """
    report = report_of(asked)
    made = paper(report, language=asked.language)
    if asked.format == Format.DOCX and report.template:
        try:
            with report.template.file.open("rb") as template:
                fill(template, made, file, progress)
        except TemplateRefused as error:
            raise CannotMake(str(error)) from error
    else:
        WRITERS[asked.format](made, file, progress)
