# Two commands: `make app` opens the app, `make test` runs every check. See README.md.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
POSTING ?= examples/staff-infrastructure-engineer.txt
OUT ?= out

.PHONY: app test check catalogue packets lint types layers unit system lock clean format

app: $(VENV)/.app
	$(BIN)/python -m app

packets: $(VENV)/.app
	$(BIN)/python -m loops plan "$(POSTING)" --out "$(OUT)"

test: $(VENV)/.dev system lint types layers
	$(BIN)/python -m pytest -q -p no:cacheprovider -rfER --doctest-modules --cov --cov-report=term:skip-covered --cov-fail-under=95

check: $(VENV)/.dev lint types layers unit

unit:
	$(BIN)/python -m pytest -q -m "not slow and not e2e" --doctest-modules

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell README.md CHANGELOG.md docs

types:
	$(BIN)/pyright

layers:
	$(BIN)/lint-imports

catalogue: $(VENV)/.dev
	$(BIN)/python -m rubric.catalogue build
	$(BIN)/python -m rubric.catalogue check

format:
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

lock: $(VENV)/.dev
	$(BIN)/uv pip compile --quiet --no-header --python-version 3.11 pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --no-header --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.txt

system:
	@.ci/system-packages

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null || \
	  { echo "Loopwright needs Python 3.11, and '$(PYTHON)' is not it. Install it, or name it: make app PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "The environment could not be made. On Debian: sudo apt-get install python3.11-venv, then run make again." >&2; exit 1; }

$(VENV)/.app: requirements.txt | $(BIN)/python
	@echo "Installing what the app needs (about a minute, once)."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt | $(BIN)/python
	@echo "Installing what the tests need (about a minute, once)."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.app

clean:
	rm -rf $(VENV) out .coverage*
