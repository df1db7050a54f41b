VENV  := .venv
PY    := $(VENV)/bin/python
READY := $(VENV)/.ready
PORT  ?= 8000
ARGS  ?=
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.PHONY: help demo run test lint format evaluate lock clean

help:
	@echo "make demo    sample data, then the product at http://127.0.0.1:$(PORT)/ (PORT=...)"
	@echo "make run     the same without sample data"
	@echo "make test    every test, on SQLite and on PostgreSQL (ARGS=... for pytest)"
	@echo "make lint    every check that is not a test"
	@echo "make format  put code and templates into the house style"
	@echo "make evaluate  score the reading on labelled texts, where they lie in ../shared"
	@echo "make lock      choose and pin the newest packages that pyproject.toml allows"
	@echo "make clean   take away .venv and var"

$(READY): requirements/dev.txt scripts/bootstrap
	@scripts/bootstrap

demo: export DEBUG = 1
demo: $(READY)
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py seed_demo
	@$(PY) manage.py runserver --noreload 127.0.0.1:$(PORT)

run: export DEBUG = 1
run: $(READY)
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py sync_roles
	@$(PY) manage.py load_actors
	@$(PY) manage.py runserver 127.0.0.1:$(PORT)

test: $(READY)
	@$(PY) -m pytest -n 2 $(ARGS)
	@$(PY) scripts/with_postgres.py --forgetful $(PY) -m pytest -n 2 -m "not browser" --only-database $(ARGS)

lint: $(READY)
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@git ls-files -z -co --exclude-standard "templates/*.html" | xargs -0 $(VENV)/bin/djade --check --target-version 6.0
	@$(PY) -m djlint --lint --quiet templates
	@$(PY) -m mypy
	@$(PY) -c "from importlinter.cli import lint_imports_command as lint; lint()"

format: $(READY)
	@$(PY) -m ruff check --fix --quiet . || true
	@$(PY) -m ruff format --quiet .
	@git ls-files -z -co --exclude-standard "templates/*.html" | xargs -0 $(VENV)/bin/djade --target-version 6.0 || true

evaluate: $(READY)
	@$(PY) scripts/evaluate.py

LOCK = $(PY) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.12 --no-python-downloads --generate-hashes --no-emit-index-url --no-annotate --no-header
lock: $(READY)
	@$(LOCK) --all-extras --group dev -o requirements/dev.txt
	@$(LOCK) --extra postgres -c requirements/dev.txt -o requirements/prod.txt
	@scripts/bootstrap

clean:
	rm -rf $(VENV) var/
