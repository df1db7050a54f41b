"""The environment of the tests, set before Django reads its settings (a plugin named in pyproject)."""

import os
import tempfile

os.environ["DEBUG"] = "1"  # plain http; pytest-django turns settings.DEBUG itself off again
os.environ["MEDIA_ROOT"] = tempfile.mkdtemp(prefix="remit-files-")
os.environ["EMAIL_URL"] = "memorymail://"
os.environ["LOG_LEVEL"] = "ERROR"
os.environ.setdefault("SECRET_KEY", "for the tests only")
