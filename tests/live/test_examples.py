# SPDX-License-Identifier: MIT
"""The examples print with Python what they print with sameseed.

SS_COMMAND names the command.
"""
import json
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


def test_notebook_is_recorded_from_python():
    """Its cells, run by Python, show what is recorded in it."""
    with open(os.path.join(EXAMPLES, "random_seeding.ipynb"),
              encoding="utf-8") as f:
        cells = [c for c in json.load(f)["cells"] if c["cell_type"] == "code"]
    source, want = [], []
    for cell in cells:
        lines = "".join(cell["source"]).split("\n")
        unseeded = "unseeded" in cell["metadata"].get("tags", [])
        last = lines[-1]
        if last.startswith(("np.random.rand", "torch.rand", "state.rand")):
            head = "'unseeded', " if unseeded else ""
            lines[-1] = f"print({head}repr({last}).replace(chr(10), '|'))"
        source += lines
        for output in cell["outputs"]:
            text = output.get("text")
            want += ["".join(output["data"]["text/plain"]).replace("\n", "|")
                     ] if text is None else "".join(text).split("\n")[:-1]
    got = seeded(run(sys.executable, "-c", "\n".join(source)))[:-1]
    assert got == want
