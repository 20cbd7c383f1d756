# make demo   read an article that names no year, and ask dated questions
# make test   run the tests
# make check  run every gate that a change has to pass
# Each makes its environment in .venv first. PY=python3.12 chooses another interpreter.

PY ?= python3
VENV ?= .venv
# Other interpreters for test-all: pyenv's where it has them, else whatever the name finds.
pyenv = $(lastword python$(1) $(sort $(wildcard $(HOME)/.pyenv/versions/$(1).*/bin/python)))
PY311 ?= $(call pyenv,3.11)
PY312 ?= $(call pyenv,3.12)
PY313 ?= $(call pyenv,3.13)

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -q -c constraints.txt
PINS := pyproject.toml constraints.txt
# The build backend is fetched into an environment of its own, and is pinned there too.
export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.PHONY: demo test test-all check lint types facts coverage docs verifytypes package api bench-dates bench-reader bench-directory bench-queries bench-formats bench-imports clean
.NOTPARALLEL:
.DELETE_ON_ERROR:

demo: $(VENV)/.base.stamp
	$(BIN)/python examples/january_2022.py

test: $(VENV)/.full.stamp
	$(BIN)/python -m pytest -q

test-all:
	$(MAKE) test PY=$(PY311) VENV=.venv-3.11
	$(MAKE) test PY=$(PY312) VENV=.venv-3.12
	$(MAKE) test PY=$(PY313) VENV=.venv-3.13

check: lint types facts coverage docs verifytypes package api
	@echo "make check: every gate passed"

lint: $(VENV)/.full.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.full.stamp
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python

facts: $(VENV)/.base.stamp
	$(BIN)/python tools/lint_directory.py

coverage: $(VENV)/.full.stamp
	$(BIN)/python -m pytest -q --cov --cov-report=term

docs: $(VENV)/.full.stamp
	PYTHONWARNINGS=ignore::DeprecationWarning $(BIN)/python -m sphinx -W --keep-going -n -q -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

verifytypes: $(VENV)/.full.stamp
	$(BIN)/python tools/verifytypes.py

package: $(VENV)/.full.stamp
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist . > /dev/null
	$(BIN)/python -m twine check --strict dist/*
	$(BIN)/check-wheel-contents dist
	$(BIN)/validate-pyproject pyproject.toml
	$(BIN)/repo-review --show err

api: $(VENV)/.full.stamp
	$(BIN)/python tools/api_changes.py

bench-dates: $(VENV)/.bench.stamp
	$(BIN)/python benchmarks/dates.py

bench-reader: $(VENV)/.bench.stamp
	$(BIN)/python benchmarks/reader.py

bench-directory: $(VENV)/.base.stamp
	$(BIN)/python benchmarks/directory.py

bench-queries: $(VENV)/.bench.stamp
	$(BIN)/python benchmarks/queries.py

bench-imports: $(VENV)/.base.stamp
	$(BIN)/python benchmarks/imports.py

bench-formats: $(VENV)/.bench.stamp
	$(BIN)/python benchmarks/formats.py

clean:
	rm -rf .venv .venv-3.* build dist docs/_build docs/gallery .coverage .coverage.* \
		.mypy_cache .pytest_cache .ruff_cache .hypothesis

# ------------------------------------------------------------------ environments

$(BIN)/python:
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "natobrief needs Python 3.11 or newer, and $(PY) is older or missing; try make PY=python3.12"; exit 1; }
	@$(PY) -c 'import ensurepip, venv' || \
		{ echo "$(PY) can't make an environment; on Debian: apt-get install python3-venv"; exit 1; }
	$(PY) -m venv $(VENV)

$(VENV)/.base.stamp: $(PINS) | $(BIN)/python
	$(PIP) -e .
	@touch $@

$(VENV)/.full.stamp: $(PINS) | $(BIN)/python
	$(PIP) -e '.[dev]'
	@touch $(VENV)/.base.stamp $@

$(VENV)/.bench.stamp: $(VENV)/.full.stamp
	$(PIP) -e '.[dev,benchmarks]'
	@touch $@
