# SPDX-License-Identifier: MIT
"""A plugin of pytest: numpy.random is ours, NumPy's own cannot be imported.

test_numpy_suite.py runs a copy of NumPy's tests with it.
"""
import importlib
import importlib.abc
import sys

OURS = "sameseed.numpy.random"
MODULES = ["_bounded_integers", "_common", "_generator", "_mt19937",
           "_pcg64", "_philox", "_pickle", "_sfc64", "bit_generator",
           "mtrand"]


class NoNumPyRandom(importlib.abc.MetaPathFinder):
    """Nothing of NumPy's own numpy.random can be found."""

    def find_spec(self, name, path=None, target=None):
        if name == "numpy.random" or name.startswith("numpy.random."):
            raise ImportError(f"{name} is not importable here")
        return None


def replace():
    """Put ours in the place of numpy.random."""
    import numpy

    for name in [n for n in sys.modules
                 if n == "numpy.random" or n.startswith("numpy.random.")]:
        del sys.modules[name]
    sys.meta_path.insert(0, NoNumPyRandom())
    ours = importlib.import_module(OURS)
    sys.modules["numpy.random"] = numpy.random = ours
    for name in MODULES:
        sys.modules["numpy.random." + name] = importlib.import_module(
            f"{OURS}.{name}")


replace()
