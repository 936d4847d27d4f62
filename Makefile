# Everyday verbs.  `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
OUT := out

.PHONY: help demo desk test check fix docs lock bench model clean

help: ## List these verbs
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

demo: .venv/run.stamp ## Set up, build the bundled example and write its dossier
	@mkdir -p $(OUT)
	@$(BIN)/rapporteur build examples/camp-david/articles -o $(OUT)/camp-david.db
	@$(BIN)/rapporteur dossier $(OUT)/camp-david.db -o $(OUT)/camp-david.html

desk: .venv/run.stamp ## Set up, and open the bundled example at the desk
	@mkdir -p $(OUT)
	@$(BIN)/rapporteur desk examples/camp-david/articles -o $(OUT)/camp-david.db --open

test: .venv/dev.stamp ## Set up, then lint, type-check and test
	@scripts/check
	@scripts/test

check: .venv/dev.stamp ## Lint, formatting, types, direction of imports
	@scripts/check

fix: .venv/dev.stamp ## Format and mend what can be mended by itself
	@$(BIN)/ruff check --fix src tests benchmarks scripts training
	@$(BIN)/ruff format src tests benchmarks scripts training

docs: .venv/dev.stamp ## Write the generated parts of the documentation anew
	@$(BIN)/python -m scripts.reference

bench: .venv/dev.stamp ## Measure against gold and benchmarks; fails below the pinned floors
	@$(BIN)/python -m benchmarks

model: .venv/train.stamp ## Train the language model anew and write its files and its card
	@$(BIN)/python -m training

lock: .venv/dev.stamp ## Pin the newest releases that pyproject.toml allows
	@scripts/lock

clean: ## Remove what was set up and built
	@rm -rf .venv $(OUT) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/run.stamp: requirements/run.txt pyproject.toml
	@scripts/setup run $(PYTHON)

.venv/train.stamp: .venv/dev.stamp requirements/train.txt
	@scripts/setup train $(PYTHON)

.venv/dev.stamp: requirements/dev.txt pyproject.toml
	@scripts/setup dev $(PYTHON)
