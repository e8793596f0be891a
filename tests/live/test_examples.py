# SPDX-License-Identifier: MIT
"""The examples print with Python what they print with sameseed.

SS_COMMAND names the command.
"""
import os
import subprocess
import sys

import pytest

pytest.importorskip("torch")

COMMAND = os.environ.get("SS_COMMAND", "sameseed")
EXAMPLES = os.path.join(os.path.dirname(__file__), "..", "..", "examples")


def seeded(text):
    """The lines that are the same at each run."""
    return [line for line in text.split("\n")
            if not line.startswith("unseeded")]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True,
                          text=True).stdout


def test_script_prints_what_python_prints():
    script = os.path.join(EXAMPLES, "random_seeding.py")
    want = seeded(run(sys.executable, script))
    assert seeded(run(COMMAND, "run", script)) == want
    assert len(want) > 15


@pytest.mark.skipif("SS_TRAIN" not in os.environ,
                    reason="SS_TRAIN names no program")
def test_training_run_has_pytorchs_random_numbers():
    sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
    import example_train
    want = run(sys.executable, os.path.join(EXAMPLES, "train.py"))
    assert len(want) > 1000
    got = run(os.environ["SS_TRAIN"])
    assert example_train.difference(got, want) is None
