"""Chinese wordings."""

from apps.reading.language import Language

LANGUAGE = Language(code="zh", spaced=False)
