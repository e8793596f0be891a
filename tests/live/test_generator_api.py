# SPDX-License-Identifier: MIT
"""Every public name of numpy.random, Generator, the bit generators and
SeedSequence is there, with NumPy's parameters, order and defaults; names with
one underscore as well. Those with two are Python's own protocol.

SS_COMMAND names the command: its help shows a function's signature.
"""
import inspect
import os
import subprocess

import pytest

np = pytest.importorskip("numpy", "2.4.6")

import script_compare

COMMAND = os.environ.get("SS_COMMAND", "sameseed")
CLASSES = ["Generator", "BitGenerator", "MT19937", "PCG64", "PCG64DXSM",
           "Philox", "SFC64", "SeedSequence"]
MAKE = {"Generator": "np.random.default_rng(1)",
        "SeedSequence": "np.random.SeedSequence(1)"}


def public(owner):
    return [n for n in dir(owner) if not n.startswith("__")]


MEMBERS = [(c, n) for c in CLASSES for n in public(getattr(np.random, c))]
METHODS = [(c, n) for c, n in MEMBERS
           if callable(getattr(getattr(np.random, c), n))]
ATTRIBUTES = [m for m in MEMBERS if m not in METHODS and m[0] != "BitGenerator"]


def run(*args):
    return subprocess.run([COMMAND, *args], capture_output=True, timeout=60,
                          text=True, check=False)


def help_line(name):
    done = run("help", name)
    return done.stdout.splitlines()[0] if done.returncode == 0 else None


def signature(function, name):
    """NumPy's signature in the form of our help, without self."""
    text = str(inspect.signature(function))
    text = text.replace("(self, ", "(").replace("(self)", "()")
    for dtype in ("int64", "float64", "uint32"):
        text = text.replace(f"<class 'numpy.{dtype}'>", f"np.{dtype}")
    return name + text


@pytest.mark.parametrize("owner,name", METHODS)
def test_method(owner, name):
    full = f"np.random.{owner}.{name}"
    want = signature(getattr(getattr(np.random, owner), name), full)
    assert help_line(full) == want


@pytest.mark.parametrize("name", CLASSES + ["default_rng"])
def test_constructor(name):
    full = f"np.random.{name}"
    assert help_line(full) == signature(getattr(np.random, name), full)


@pytest.mark.parametrize("owner,name", ATTRIBUTES)
def test_attribute(owner, name):
    """It is there, as a value and in the help."""
    made = MAKE.get(owner, f"np.random.{owner}(1)")
    done = run("-c", f"x = {made}.{name}")
    assert done.returncode == 0, done.stderr
    assert help_line(f"np.random.{owner}.{name}")


def test_module():
    """Each name of numpy.random is there."""
    assert {n for n in public(np.random)
            if help_line(f"np.random.{n}") is None} == set()


@pytest.mark.parametrize("name", ["get_bit_generator", "set_bit_generator",
                                  "test"])
def test_function(name):
    full = f"np.random.{name}"
    assert help_line(full) == signature(getattr(np.random, name), full)


@pytest.mark.parametrize("module", ["bit_generator", "mtrand"] + [
    n for n in public(np.random) if n.startswith("_")])
def test_inner_module(module):
    """Its own classes and functions; not what it imports."""
    theirs = getattr(np.random, module)
    names = [n for n in public(theirs)
             if str(getattr(getattr(theirs, n), "__module__", "")).startswith(
                 "numpy.random") and not n.startswith("_")
             and n not in ("interface",)]
    for name in names:
        assert help_line(f"np.random.{module}.{name}"), name
    done = run("-c", f"import numpy.random.{module} as m\nx = m")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("use", [
    "np.random.PCG64(1).ctypes", "np.random.PCG64(1).ctypes.state",
    "np.random.SFC64(1).cffi", "np.random.Philox(1).cffi[0]",
    "np.random.test()"])
def test_pointers_are_refused(use):
    """What can be named but not used says so in one line."""
    done = run("-c", f"print({use})")
    assert done.returncode == 2
    assert "not supported: numpy.random." in done.stderr
    assert done.stderr.count("\n") == 1


def test_no_name_of_our_own():
    """Nothing that NumPy does not have."""
    for owner in CLASSES:
        rows = run("help", f"np.random.{owner}").stdout.splitlines()
        names = {row.split("(")[0].rpartition(".")[2] for row in rows
                 if row.startswith(f"np.random.{owner}.")}
        assert names
        assert names <= set(public(getattr(np.random, owner)))


def test_signatures_bind_as_numpys():
    """Wrong calls of every method end with NumPy's TypeError."""
    command = script_compare.Command()
    for owner, name in METHODS:
        if owner == "BitGenerator":
            continue
        made = MAKE.get(owner, f"np.random.{owner}(1)")
        for args in ("*", "unknown=1"):
            written = ", ".join("1" * 12) if args == "*" else args
            source = f"import numpy as np\n{made}.{name}({written})\n"
            assert script_compare.difference(source, command) is None, source
