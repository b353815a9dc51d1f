# `make demo` and `make test` are all the set-up; both make .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_DB := $(VENV)/demo.db
RUN := $(BIN)/mopacreg --db $(DEMO_DB)

.PHONY: demo test lint bench clean

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
		{ echo "mopacreg needs Python 3.10 or newer: make PYTHON=/path/to/python3" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "no venv module: apt-get install python3-venv, then make again" >&2; exit 2; }
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[documents,dev]'
	@touch $@

demo: $(VENV)/.installed
	@rm -f $(DEMO_DB)
	$(RUN) ingest data
	$(RUN) list
	$(RUN) search "Camden"
	$(RUN) budget

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/pytest

bench: $(VENV)/.installed
	$(BIN)/python -m tests.bench

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache
