# Sets up what it needs in .venv and works with Python 3.11 or newer and make alone.
# Another Python: make PYTHON=python3.12 demo

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: demo test lint types imports check evaluate benchmarks bench fuzz catalogue rules constraints clean

demo: $(VENV)/run
	$(BIN)/kehoach demo

test: $(VENV)/dev
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/dev
	$(BIN)/mypy

imports: $(VENV)/dev
	$(BIN)/lint-imports

check: lint types imports test

# Reads the annotated samples and tells how much of each field was found.
evaluate: $(VENV)/dev
	$(BIN)/python -m evaluation

# Measures how fast reading is, as ratios of one run, and how much memory it takes.
benchmarks: $(VENV)/dev
	$(BIN)/python -m benchmarks

# Compares with other programs, in an environment of its own: 1 GB, and ten minutes.
bench: $(VENV)/python
	$(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/$(notdir $(BIN))/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	$(VENV)-bench/$(notdir $(BIN))/python -W ignore -m benchmarks.sidebyside

# Damages samples of every format, as long for each as SECONDS says: make fuzz SECONDS=60
SECONDS ?= 20
fuzz: $(VENV)/dev
	$(BIN)/python tests/fuzz.py --seconds $(SECONDS)

# Brings the Vietnamese catalogue up to date with the source; new messages are left to translate.
catalogue: $(VENV)/dev
	$(BIN)/python tests/phrasebook.py

# Prints the page on the rules of format from the tables in docgen/data/rules.
rules: $(VENV)/dev
	$(BIN)/python -m kehoach rules -f markdown > docs/rules.md

# Pins what is installed now; run after changing the dependencies in pyproject.toml.
constraints: $(VENV)/dev
	$(BIN)/python -m pip freeze --exclude-editable > constraints.txt

clean:
	rm -rf $(VENV) build dist demo

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "kehoach needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv module is missing; on Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: $(VENV)/python pyproject.toml constraints.txt
	$(INSTALL) -e .
	@touch $@

$(VENV)/dev: $(VENV)/python pyproject.toml constraints.txt
	$(INSTALL) -e '.[dev]'
	@touch $@
