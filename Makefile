# SPDX-License-Identifier: MIT
# A thin hand on CMake: each target prepares what it lacks, then builds.
# Everything else (presets, options) is CMake's: see CMakePresets.json.

BUILD ?= build
PREFIX ?= /usr/local
MAKEFLAGS += --no-print-directory
GENERATOR := $(if $(shell command -v ninja),-G Ninja)
CONFIGURE = cmake -S . $(GENERATOR)
PROGRAMS = sameseed_command sameseed sameseed_static sameseed_manual
JOBS := $(shell nproc 2>/dev/null || echo 2)
# The Python package is built where there is a .venv with Python's headers;
# asked when the recipe runs, for setup.sh makes the .venv.
PYTHON = $$(tools/python_options.sh)
BUILD_IT = cmake --build $(BUILD) --parallel $(JOBS)

all: configured
	@$(BUILD_IT) --target $(PROGRAMS)

# Configure once; CMake itself notices when a CMakeLists.txt changes.
configured:
	@tools/setup.sh build
	@test -f $(BUILD)/CMakeCache.txt || $(CONFIGURE) -B $(BUILD)

demo: configured
	@echo "demo: building the command"
	@$(BUILD_IT) --target sameseed_command
	@echo "demo: sameseed run examples/random_seeding.ipynb"
	@$(BUILD)/sameseed run examples/random_seeding.ipynb

test:
	@tools/setup.sh build test
	@$(CONFIGURE) -B $(BUILD) $(PYTHON)
	@$(BUILD_IT)
	@ctest --test-dir $(BUILD) --output-on-failure --parallel $(JOBS)

live:
	@tools/setup.sh live

bench: configured
	@tools/setup.sh bench
	@$(BUILD_IT)
	@python3 bench/run.py $(BUILD)
	@! test -x .venv/bin/python || .venv/bin/python bench/peers.py $(BUILD)
	@test -z "$(PYTHON)" || { $(CONFIGURE) -B $(BUILD) $(PYTHON) >/dev/null \
		&& $(BUILD_IT) --target sameseed_package \
		&& .venv/bin/python bench/peers_python.py $(BUILD); }
	@! .venv/bin/python -c 'import torch' 2>/dev/null || \
		.venv/bin/python bench/peers_torch.py $(BUILD)/libsameseed.so

docs:
	@tools/setup.sh docs
	@mkdir -p $(BUILD)
	@(cat docs/Doxyfile; echo "OUTPUT_DIRECTORY = $(BUILD)/docs") | doxygen -
	@echo "docs: open $(BUILD)/docs/html/index.html"

install: all
	@cmake --install $(BUILD) --prefix $(abspath $(PREFIX))

asan:
	@tools/setup.sh build test
	@cmake --preset asan $(GENERATOR)
	@cmake --build --preset asan --parallel $(JOBS)
	@ctest --preset asan --parallel $(JOBS)

# Eight threads over states of their own, and over one that is locked.
tsan:
	@tools/setup.sh build test
	@cmake --preset tsan $(GENERATOR)
	@cmake --build --preset tsan --parallel $(JOBS) --target test_threads
	@ctest --preset tsan -R '^test_threads$$'

fuzz:
	@tools/setup.sh build fuzz
	@cmake --preset fuzz $(GENERATOR)
	@cmake --build --preset fuzz --parallel $(JOBS) --target fuzzers
	@echo "fuzz: the fuzzers are build-fuzz/fuzz_*"

# Hours, not minutes: 10^8 arguments a mathematical function, all 2^32 floats,
# 100,000 arrays, thousands of scripts.
long: configured
	@tools/setup.sh build test
	@$(BUILD_IT)
	@SS_LIVE_COUNT=5000 ctest --test-dir $(BUILD) --output-on-failure -R live_
	@SS_LIVE_COUNT=100000 ctest --test-dir $(BUILD) --output-on-failure \
		-R live_text
	@$(BUILD)/tests/long_math

# Branches of the draws that the unit tests take; docs/internals/coverage.md.
coverage:
	@tools/setup.sh build test coverage
	@cmake --preset coverage $(GENERATOR)
	@cmake --build --preset coverage --parallel $(JOBS)
	@ctest --preset coverage --parallel $(JOBS) -R "^(test|check)_"
	@.venv/bin/python -m gcovr --root . --filter 'src/(numpy|dist)/' \
		--object-directory build-coverage --exclude-throw-branches \
		--gcov-ignore-errors all --txt-metric branch --fail-under-branch 95

clean:
	rm -rf $(BUILD) build-*

.PHONY: all configured demo test live bench docs install asan tsan fuzz long \
	coverage clean
