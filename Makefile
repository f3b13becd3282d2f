# make site     the publication of this repository, built into public/
# make serve    the same, shown while you write
# make test     every check and every test
# make pages    the documentation's page of every diagnostic, made anew from the table of codes
# make bench    sitegen timed beside other programs; make OPTIONS="--chapters 100 --rounds 2" bench
# make lock     the locked requirements, made anew from pyproject.toml (needs uv)
# make clean    removes all that was made here
#
# Needs Python 3.11 or newer; another one than python3: make PYTHON=/path/to/python3.12 site

.POSIX:

PYTHON = python3
UV = uv
VENV = .venv
BENCH = .bench/venv
RUN = $(VENV)/bin/python
PIP = $(RUN) -m pip --disable-pip-version-check install --quiet --require-hashes

all: site

site: $(VENV)/installed
	$(RUN) -m sitegen build

serve: $(VENV)/installed
	$(RUN) -m sitegen serve

test: $(VENV)/installed-dev
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports
	$(RUN) tools/messages.py --check
	$(RUN) -m pytest --quiet --numprocesses 2 --dist worksteal

pages: $(VENV)/installed-dev
	$(RUN) -m tools.diagnostics_pages

bench: $(VENV)/installed-dev $(BENCH)/installed
	$(RUN) -m benchmarks.compare $(OPTIONS)

lock:
	@command -v $(UV) >/dev/null || { echo 'make lock needs uv: https://docs.astral.sh/uv/' >&2; exit 1; }
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-header \
		pyproject.toml --extra charts --extra search --output-file requirements.txt
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-header \
		pyproject.toml --group dev --constraints requirements.txt --output-file requirements-dev.txt
	$(UV) pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		benchmarks/requirements.in --output-file benchmarks/requirements.txt

clean:
	rm -rf public .sitegen .bench dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# What the stamps say is installed is not installed again until its list changes.
$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sitegen needs Python 3.11 or newer; this is " + sys.version)'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/installed: $(VENV)/made requirements.txt
	$(PIP) --requirement requirements.txt
	touch $@

$(VENV)/installed-dev: $(VENV)/made requirements-dev.txt
	$(PIP) --requirement requirements-dev.txt
	touch $@ $(VENV)/installed

# What sitegen is compared with, apart from its own environment.
$(BENCH)/installed: benchmarks/requirements.txt
	rm -rf $(BENCH)
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes --requirement benchmarks/requirements.txt
	touch $@

.PHONY: all site serve test bench pages lock clean
