# SPDX-License-Identifier: MIT
"""Slices of lists, tuples, strings, bytes, ranges, arrays and tensors, and
assignment to elements of lists, dicts and tensors."""

import random

import pytest

import script_compare

PARTS = ["", "", "", "0", "1", "2", "-1", "-2", "3", "7", "-9", "100",
         "-100", "np.int64(1)"]


def one(r, steps):
    text = r.choice(PARTS) + ":" + r.choice(PARTS)
    return text + (":" + r.choice(steps) if r.random() < 0.4 else "")


def key(r, steps):
    """Of an array: slices, ints, None and at most one ellipsis."""
    n = r.randrange(1, 4)
    keys = [r.choice([one(r, steps), str(r.randrange(-3, 2)), "None"])
            for _ in range(n)]
    if r.random() < 0.3:
        keys.insert(r.randrange(n + 1), "...")
    return ", ".join(keys)


UP = ["1", "2", "3", "", "0"]
BOTH = UP + ["-1", "-2", "-7"]


def script(r):
    lines = [
        "import numpy as np",
        "np.random.seed(%d)" % r.randrange(100),
        "a = list(range(7)); b = 'h\u00e4llo w\u00f6rld'; c = b'bytes!'",
        "d = (1, 2.5, 'x', None); e = range(%d, %d, %d)" % (
            r.randrange(-3, 3), r.randrange(-5, 30), r.choice([1, 2, -1, 3])),
        "x = np.random.rand(3, 4, 2); y = np.arange(10)"]
    if script_compare.torch:
        lines += ["import torch", "t = torch.arange(24).view(3, 4, 2)",
                  "w = torch.nn.Parameter(torch.ones(3, 4, 2))"]
    for _ in range(8):
        kind = r.randrange(5)
        if kind == 0:
            lines.append(f"print(repr({r.choice('abcde')}[{one(r, BOTH)}]))")
        elif kind == 1:
            lines.append(f"print(repr(x[{key(r, BOTH)}]))")
        elif kind == 2:
            lines.append(f"np.random.shuffle(y[{one(r, BOTH)}]); print(y)")
        elif kind == 3:
            lines.append(f"print(np.random.permutation(x[{one(r, BOTH)}]))")
        elif script_compare.torch:
            lines.append(f"print(repr({r.choice('tw')}[{key(r, UP)}]))")
    return "\n".join(lines) + "\n"


@pytest.mark.skipif(not script_compare.COMMAND, reason="no SS_COMMAND")
def test_slices_are_pythons():
    script_compare.compare(script)


VALUES = ["1", "0.5", "-2", "True", "float('nan')", "torch.tensor(3.0)",
          "torch.arange(4.)", "torch.ones(2)", "torch.zeros(1)",
          "torch.rand(4, 2)", "None", "'x'",
          "torch.arange(2, dtype=torch.float64)"]


def place(r):
    x = r.random()
    if x < 0.1:
        return "t.gt(0.5)"
    if x < 0.2:
        return "torch.tensor([0, 2])"
    return key(r, ["1", "2", "3", ""])


def assignments(r):
    dtype = r.choice(["float32", "float64", "int64", "uint8", "bool",
                      "float16", "bfloat16"])
    lines = ["import torch", "torch.manual_seed(%d)" % r.randrange(99),
             f"t = torch.rand(3, 4, 2).mul(3).to(torch.{dtype})",
             "a = [1, 2, 3]; d = {'x': 1}"]
    for _ in range(r.randrange(1, 4)):
        x = r.random()
        if x < 0.8:
            at = place(r)
            numbers = VALUES[:5] if at[0] == "t" else VALUES
            lines.append(f"t[{at}] = {r.choice(numbers)}; print(t)")
        elif x < 0.9:
            at = r.choice(["0", "-1", "5", "True", "1.0"])
            lines.append(f"a[{at}] = {r.choice(['7', 'a', 't'])}; print(a)")
        else:
            at = r.choice(["'y'", "1", "(1, 2)", "[1]", "'x'"])
            lines.append(f"d[{at}] = 5; print(d)")
    return "\n".join(lines) + "\n"


@pytest.mark.skipif(not script_compare.COMMAND, reason="no SS_COMMAND")
def test_assignment_to_elements_is_pythons():
    pytest.importorskip("torch")
    script_compare.compare(assignments)
