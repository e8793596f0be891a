#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Run one live test by the Python of .venv.

usage: run_live.py ROOT TEST.py     exit 77: there is no .venv, or all skipped

Random scripts are the same at each run, so that a change can be told from bad
luck; with SS_LIVE_COUNT (`make long`) or SS_LIVE_SEED set they are others.
"""
import os
import subprocess
import sys

NO_TESTS = 5  # pytest's exit status when it collected none


def main():
    root, test = sys.argv[1:]
    python = os.path.join(root, ".venv", "bin", "python")
    if not os.path.exists(python):
        print("skipped: no .venv here; `make test` makes it")
        sys.exit(77)
    env = dict(os.environ, PYTHONDONTWRITEBYTECODE="1",
               HYPOTHESIS_STORAGE_DIRECTORY=os.path.join(root, ".venv",
                                                         "hypothesis"))
    if "SS_LIVE_COUNT" not in env:
        env.setdefault("SS_LIVE_SEED", "50000")
    done = subprocess.run(
        [python, "-m", "pytest", "-q", "-rs", "-x", "-p", "no:cacheprovider",
         test], env=env, cwd=os.path.dirname(test), check=False)
    sys.exit(77 if done.returncode == NO_TESTS else done.returncode)


main()
