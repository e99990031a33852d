# make help says what there is. Needs python3 (3.11 or later), git and make; everything else it installs itself.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
PYTHON ?= python3
BIN := .venv/bin
# So that a PYTHONPATH, a virtual environment or a setting of yours changes nothing here.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE VIRTUAL_ENV PYTEST_ADDOPTS PIP_USER PIP_TARGET

.PHONY: help setup runtime demo test tests test-fast test-long lint types architecture own-content format golden schemas bench \
        oracle mutation mutation-files site pictures review-session constraints clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install everything for developing and testing (once, then instant)
	@$(PYTHON) tools/setup.py

runtime:
	@$(PYTHON) tools/setup.py --runtime

demo: runtime ## install the toolkit and walk the example: new, check, score, render
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash tools/demo.sh

# What takes one core runs beside the tests; what it finds wrong is told among their dots, and fails in the end.
test: lint ## all checks and all tests
	@$(MAKE) -j2 tests architecture types own-content

tests: setup
	@$(BIN)/pytest

test-fast: lint ## style, and the tests that take no browser and no wheel
	@$(BIN)/pytest -m "not browser and not slow" -q

test-long: export HYPOTHESIS_PROFILE := long
test-long: setup ## the laws over thousands of made cases (an hour)
	@$(BIN)/pytest -q -m "not browser and not slow"

lint: setup
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { $(BIN)/ruff format --check; echo "make format puts it right"; exit 1; }

types: setup
	@$(BIN)/mypy --no-error-summary

architecture: setup
	@$(BIN)/lint-imports > .venv/lint-imports.log || { cat .venv/lint-imports.log; exit 1; }

# The day of which the examples tell.
own-content: export PIA_TODAY := 2026-12-01
own-content: setup
	@$(BIN)/pia check questionnaires $(wildcard examples)
	@$(BIN)/pia fmt --check questionnaires $(wildcard examples)

format: setup ## put the code's layout right
	@$(BIN)/ruff check --quiet --fix-only
	@$(BIN)/ruff format --quiet

golden: setup ## write the expected reports anew; read the difference before you commit it
	@$(BIN)/pytest --update-golden -q
	@git --no-pager diff --stat -- examples tests

schemas: setup ## write schemas/ anew from the models
	@for kind in question-bank vocabulary references crosswalks city assessment scenarios report; do \
	  $(BIN)/pia schema --kind $$kind --output schemas/$$kind.schema.json || exit; done

.peers/.installed: benchmarks/peers.txt
	@rm -rf .peers && $(BIN)/python -m venv .peers && .peers/bin/pip install --quiet -r benchmarks/peers.txt && touch $@

bench: setup .peers/.installed ## time the toolkit against its peers, into docs/benchmarks.md (some minutes, on a quiet machine)
	@$(BIN)/python benchmarks/bench.py --write docs/benchmarks.md

oracle: setup ## 10,000 random cases by the engine and by SQL tables; no difference may remain (a minute or two)
	@$(BIN)/python -m tests.score.oracle

mutation: setup ## change the engine a little, again and again; the tests have to notice
	@$(BIN)/python tools/mutation.py

mutation-files: setup ## change sound files a little, again and again; pia check has to find it, or a reason be listed
	@$(BIN)/python tools/mutate_files.py

site: setup ## every example in a register, in build/site/index.html
	@$(BIN)/python tools/example_register.py

pictures: setup ## make docs/pictures/ anew from the example, with Chromium
	@$(BIN)/python tools/pictures.py

review-session: setup ## hold the session of docs/review-meeting.md anew, in both languages; read the difference
	@$(BIN)/python tools/review_session.py
	@git --no-pager diff --stat -- docs

constraints: ## choose the newest versions that fit pyproject.toml and pin them
	@$(PYTHON) tools/constraints.py

clean: ## remove everything that make has made
	@rm -rf .venv build dist demo .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache \
	        tests/browser/node_modules
	@find . -path ./.git -prune -o \( -name __pycache__ -o -name '*.actual' \) -print0 | xargs -0 rm -rf
