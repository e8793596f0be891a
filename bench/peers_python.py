#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Calls from Python: sameseed.numpy.random beside numpy.random, one process.

usage: peers_python.py BUILD
"""
import os
import sys
import timeit

sys.path.insert(0, os.path.join(sys.argv[1], "python"))

import numpy as np  # noqa: E402

import sameseed.numpy.random as ours  # noqa: E402

CALLS = ["r.rand()", "r.rand(3)", "r.randint(10)", "r.normal(size=10)",
         "r.RandomState(23)", "r.seed(23)", "r.choice(10)",
         "r.permutation(10)", "r.gamma([1., 2., 3.])",
         "r.multinomial(5, [.2, .8])", "r.default_rng(1)", "g.random()",
         "g.integers(10)", "g.normal(size=10)", "g.choice(10)",
         "g.permutation(10)", "r.rand(10**6)", "g.standard_normal(10**6)"]
ROUNDS = 7


def microseconds(call, names):
    timer = timeit.Timer(call, globals=names)
    number, seconds = timer.autorange()
    number = max(1, int(number * 0.02 / max(seconds, 1e-9)))
    return min(timer.repeat(ROUNDS, number)) / number * 1e6


def main():
    print(f"Python {sys.version.split()[0]}, NumPy {np.__version__}; "
          "microseconds a call, the best of "
          f"{ROUNDS}\n{'call':28}{'sameseed':>12}{'NumPy':>12}{'ratio':>8}")
    for call in CALLS:
        mine = microseconds(call, {"r": ours, "g": ours.default_rng(1)})
        other = microseconds(call, {"r": np.random,
                                    "g": np.random.default_rng(1)})
        print(f"{call:28}{mine:12.3f}{other:12.3f}{mine / other:8.2f}")


main()
