# SPDX-License-Identifier: MIT
"""Every public name of RandomState and of the legacy np.random is there, with
NumPy's parameters, order and defaults.

SS_COMMAND names the command: its help shows a function's signature.
"""

import inspect
import os
import random
import subprocess

import pytest

np = pytest.importorskip("numpy", "2.4.6")

COMMAND = os.environ.get("SS_COMMAND", "sameseed")
METHODS = [n for n in dir(np.random.RandomState) if not n.startswith("_")]
MODULE = [n for n in METHODS if hasattr(np.random, n)] + ["ranf", "sample"]
PYTHON = [n for n in random.__all__ if n not in ("SystemRandom", "Random")]


def help_line(name):
    run = subprocess.run(
        [COMMAND, "help", name], capture_output=True, timeout=60
    )
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout.decode().splitlines()[0]


def signature(function, name):
    """NumPy's signature in the form of our help, without self."""
    text = str(inspect.signature(function))
    text = text.replace("(self, ", "(").replace("(self)", "()")
    text = text.replace("<class 'int'>", "int")
    return name + text


def same(ours, theirs):
    """Defaults by value: 1e-8 is 1e-08."""
    return ours.replace("1e-8", "1e-08") == theirs


@pytest.mark.parametrize("name", MODULE)
def test_module_function(name):
    function = getattr(np.random, name)
    try:
        want = signature(function, f"np.random.{name}")
    except ValueError:  # ranf and sample say no signature of their own
        want = f"np.random.{name}(*args, **kwargs)"
    got = help_line(f"np.random.{name}")
    if name in ("ranf", "sample"):
        want = f"np.random.{name}(size=None)"
    assert same(got, want)


@pytest.mark.parametrize("name", METHODS)
def test_method(name):
    want = signature(
        getattr(np.random.RandomState, name), f"np.random.RandomState.{name}"
    )
    assert same(help_line(f"np.random.RandomState.{name}"), want)


@pytest.mark.parametrize("name", PYTHON)
def test_python_random(name):
    try:
        want = signature(getattr(random, name), f"random.{name}")
    except ValueError:
        pytest.skip("CPython gives no signature")
    assert help_line(f"random.{name}").replace("/", "").replace(
        ", )", ")"
    ) == want.replace(", /)", ")").replace("/)", ")")
