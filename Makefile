# Needs Python 3.11 or newer and make; everything else is fetched into .tools/ and .venv/.
.DEFAULT_GOAL := help
.PHONY: help demo run test faults kills fuzz simulate bench screenshot lint format lock catalogue clean

PYTHON ?= python3
UV     := PYTHONPATH=.tools $(PYTHON) -m uv
BIN    := .venv/bin
# Looks for faults of accessibility on the page; where there is no npm, that one test is left out.
AXE    := $(if $(shell command -v npm),.tools/axe.stamp)
ARGS   ?=
# From which seed `make fuzz` and `make simulate` draw.
SEED     ?= 1
# How much `make fuzz` tries.
UPDATES  ?= 100000
PAYLOADS ?= 1000000
# How often `make kills` kills.
KILLS    ?= 1000
# What `make simulate` simulates: how many youths and days, and how many faults a month in each village.
YOUTHS   ?= 100
DAYS     ?= 730
FAULTS   ?= 10

help: ## what one can ask for
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: .venv/run.stamp ## try the bot in your browser, without a Telegram account
	$(BIN)/spoor demo $(ARGS)

run: .venv/run.stamp ## the same bot, on Telegram (settings: .env.example)
	$(BIN)/spoor run

test: .venv/dev.stamp $(AXE) ## every test but the long ones, on all cores
	$(BIN)/pytest -n auto --dist worksteal -m "not fault" $(ARGS)

faults: .venv/dev.stamp ## break things on purpose: SIGKILL, a sick Telegram (minutes)
	$(BIN)/pytest -m fault -s $(ARGS)

fuzz: .venv/dev.stamp ## odd input at volume (UPDATES=, PAYLOADS=, SEED=; half an hour)
	$(BIN)/python -m tests.fuzz --updates $(UPDATES) --payloads $(PAYLOADS) --seed $(SEED)

kills: .venv/dev.stamp ## a thousand SIGKILLs at random moments, days of a bot side by side (minutes; KILLS= sets another number)
	KILLS=$(KILLS) $(BIN)/pytest -n 6 -m fault -rP tests/faults/test_kill.py $(ARGS)

simulate: .venv/dev.stamp ## years of an organisation from one seed: SEED YOUTHS DAYS FAULTS
	$(BIN)/python -m tests.simulate --seed $(SEED) --youths $(YOUTHS) --days $(DAYS) --faults $(FAULTS) $(ARGS)

bench: .venv/dev.stamp ## how fast, as ratios to a peer in the same run
	$(BIN)/python -m tests.bench $(ARGS)

screenshot: .venv/dev.stamp ## take the picture for the README anew
	SCREENSHOT=sandbox/screenshot.png $(BIN)/pytest -q tests/scenarios/test_story_browser.py

lint: .venv/dev.stamp ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/dev.stamp ## put the code in its usual shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .tools/uv.stamp ## renew both locks from pyproject.toml
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links --group build pyproject.toml -o requirements.lock
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links -c requirements.lock --group build --group dev pyproject.toml -o requirements-dev.lock

catalogue: .venv/dev.stamp ## gather the texts of the bot into locales/
	$(BIN)/pybabel -q extract -F locales/babel.cfg -k plural:1,2 --no-location --sort-output --no-wrap --omit-header -o locales/bot.pot .
	$(BIN)/pybabel -q update -D bot -i locales/bot.pot -d locales -l nl --no-fuzzy-matching --ignore-obsolete --no-wrap --omit-header
	rm locales/bot.pot

clean: ## remove what the other commands fetched
	rm -rf .tools .venv

.tools/uv.stamp:
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action ignore --target .tools uv
	@touch $@

.tools/axe.stamp:
	@npm install --prefix .tools/axe --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --silent axe-core@4 \
	  && touch $@ || echo "axe-core could not be fetched: the page is not looked at for accessibility"

.venv/made.stamp: .tools/uv.stamp
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	@touch $@

.venv/run.stamp: .venv/made.stamp requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

# Compiled at once: where PYTHONDONTWRITEBYTECODE is set, each of the many processes that the tests start would do it anew.
.venv/dev.stamp: .venv/made.stamp requirements-dev.lock
	$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@
