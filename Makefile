VENV  := .venv
PY    := $(VENV)/bin/python
READY := $(VENV)/.ready
PORT  ?= 8000
ARGS  ?=
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.PHONY: help demo run test lint lock clean
help:
	@echo "make demo | run | test | lint | lock | clean   (PORT=8000 ARGS=...)"
$(READY): requirements/dev.txt scripts/bootstrap
	@scripts/bootstrap
demo: $(READY)
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py seed_demo
	@$(PY) manage.py runserver --noreload 127.0.0.1:$(PORT)
run: $(READY)
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py runserver 127.0.0.1:$(PORT)
test: $(READY)
	@$(PY) -m pytest $(ARGS)
	@$(PY) scripts/with_postgres.py $(PY) -m pytest -m "not browser" $(ARGS)
lint: $(READY)
	@$(PY) -m ruff check . && $(PY) -m ruff format --check .
LOCK = $(PY) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.12 --no-python-downloads --generate-hashes --no-emit-index-url --no-annotate --no-header
lock: $(READY)
	@$(LOCK) --all-extras --group dev -o requirements/dev.txt
	@$(LOCK) --extra postgres --extra sentry --extra metrics -c requirements/dev.txt -o requirements/prod.txt
	@scripts/bootstrap
clean:
	rm -rf $(VENV) var/
