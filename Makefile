# SPDX-License-Identifier: MIT
# A thin hand on CMake: each target prepares what it lacks, then builds.
# Everything else (presets, options) is CMake's: see CMakePresets.json.

BUILD ?= build
PREFIX ?= /usr/local
GENERATOR := $(if $(shell command -v ninja),-G Ninja)
CONFIGURE = cmake -S . $(GENERATOR)
PROGRAMS = sameseed_command sameseed sameseed_static sameseed_manual
BUILD_IT = cmake --build $(BUILD) --parallel

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
	@$(CONFIGURE) -B $(BUILD)
	@$(BUILD_IT)
	@ctest --test-dir $(BUILD) --output-on-failure --parallel 2

live:
	@tools/setup.sh live

bench: configured
	@tools/setup.sh bench
	@$(BUILD_IT)
	@python3 bench/run.py $(BUILD)
	@! test -x .venv/bin/python || .venv/bin/python bench/peers.py $(BUILD)

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
	@cmake --build --preset asan --parallel
	@ctest --preset asan --parallel 2

fuzz:
	@tools/setup.sh build fuzz
	@cmake --preset fuzz $(GENERATOR)
	@cmake --build --preset fuzz --parallel
	@echo "fuzz: the fuzzers are build-fuzz/fuzz_*"

clean:
	rm -rf $(BUILD) build-*

.PHONY: all configured demo test live bench docs install asan fuzz clean
