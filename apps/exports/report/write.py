"""A status report as a file."""

from typing import IO

from apps.exports.make import Asked
from apps.exports.models import Format
from apps.exports.paper.own_template import fill
from apps.exports.paper.writers import WRITERS
from apps.exports.progress import Progress

from .make import paper, report_of


def write(asked: Asked, file: IO[bytes], progress: Progress) -> None:
    """Write the report into `file`: a DOCX by the organization's own template, where it is asked for.

    Raises NotUnderstood and TooLong.
    """
    report = report_of(asked)
    made = paper(report, language=asked.language)
    if asked.format == Format.DOCX and report.template:
        fill(report.template.file, made, file, progress)
    else:
        WRITERS[asked.format](made, file, progress)
