# Two commands are enough: `make run` and `make test`. Both make the virtual environment they need from a hashed lock file.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test env lint types floors tests format bench eval train lock clean

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(p) -c 'import sys; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))
ARGS ?=
WORKERS ?= 2

# A stamp is named after the content of its lock file: another lock is another stamp, whatever the dates of the files are.
stamp = $(VENV)/.$(1)-$(shell cksum < requirements/$(1).lock | tr ' ' '-')
RUN_STAMP := $(call stamp,run)
DEV_STAMP := $(call stamp,dev)
PEERS := .venv-bench
BENCH_STAMP := $(PEERS)/.bench-$(shell cksum < requirements/bench.lock | tr ' ' '-')
SCHOOL := .venv-train
TRAIN_STAMP := $(SCHOOL)/.train-$(shell cksum < requirements/train.lock | tr ' ' '-')
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(RUN_STAMP) ## Start everything here with a demo clinic; ARGS="--port 9000 --data-dir /srv/anna"
	@exec $(BIN)/python -m anna up $(ARGS)

test: env lint types floors tests ## Everything a change must pass

env: $(DEV_STAMP)

lint: $(DEV_STAMP) ## Style (ruff)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV_STAMP) ## Types (mypy, strict)
	$(BIN)/mypy

floors: $(DEV_STAMP) ## Who may import whom, and the other rules of the house
	$(BIN)/pytest --quiet tests/architecture

tests: $(DEV_STAMP) ## The tests, WORKERS=2 at a time; ARGS="-k consulta"
	$(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal --ignore tests/architecture $(ARGS)

format: $(DEV_STAMP) ## Put the code in form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(DEV_STAMP) $(BENCH_STAMP) ## The measurements of benchmarks/, ten minutes; ARGS="ingest --quick"
	$(BIN)/python -m benchmarks $(ARGS)

eval: $(DEV_STAMP) ## How well messages are understood, set by set; ARGS="tests/understanding/data/own_messages.jsonl"
	@$(BIN)/python -m tests.understanding.evaluate $(ARGS)

train: $(TRAIN_STAMP) ## Learn again what trouble resembles (care/likeness.weights), from the labelled messages; a minute
	@PYTHONPATH=src:. $(SCHOOL)/bin/python -m tests.understanding.train

lock: ## Resolve requirements/*.lock again from pyproject.toml; ARGS=--upgrade takes new versions
	@$(call create_venv,.lock-env)
	@.lock-env/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(call resolve,requirements/run.lock,pyproject.toml)
	$(call resolve,requirements/dev.lock,pyproject.toml --group dev)
	$(call resolve,requirements/bench.lock,--group bench)
	$(call resolve,requirements/train.lock,pyproject.toml --group train)
	@rm -rf .lock-env

clean: ## Remove what was built (the data of `make run` stays in .anna)
	rm -rf $(VENV) $(PEERS) $(SCHOOL) .lock-env .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage dist
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# The development environment is the running one and more, so either may be there first.
$(RUN_STAMP): | $(BIN)/python
	@echo "Installing what Anna needs (once) ..."
	@$(INSTALL) requirements/run.lock
	@$(install_anna)
	@rm -f $(VENV)/.run-* && touch $@

$(DEV_STAMP): | $(BIN)/python
	@echo "Installing what development needs (once) ..."
	@$(INSTALL) requirements/dev.lock
	@$(install_anna)
	@rm -f $(VENV)/.dev-* && touch $@

# The peers of the measurements do not share a library with Anna.
$(BENCH_STAMP): requirements/bench.lock
	@echo "Installing the peers of the measurements (once) ..."
	@rm -rf $(PEERS) && $(call create_venv,$(PEERS))
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement $<
	@touch $@

$(TRAIN_STAMP): requirements/train.lock
	@echo "Installing what learns (once) ..."
	@rm -rf $(SCHOOL) && $(call create_venv,$(SCHOOL))
	@$(SCHOOL)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement $<
	@touch $@

$(BIN)/python:
	@$(call create_venv,$(VENV))

# A path file and a two-line script instead of an editable install: that would need a build backend at run time.
define install_anna
site=$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))') && \
echo '../../../../src' > "$$site/anna.pth" && \
printf '#!/bin/sh\nexec "$$(dirname "$$0")/python" -m anna "$$@"\n' > $(BIN)/anna && chmod +x $(BIN)/anna
endef

define create_venv
	test -n "$(PYTHON)" || { echo "Anna needs Python 3.11 or newer: apt-get install python3 python3-venv" >&2; exit 1; }; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv module is missing: apt-get install python3-venv" >&2; exit 1; }; \
	$(PYTHON) -m venv $(1)
endef

define resolve
.lock-env/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links $(ARGS) $(2) --output-file $(1)
endef
