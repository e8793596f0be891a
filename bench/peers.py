#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nanoseconds a value: the library's RandomState fills beside NumPy's.

usage: peers.py [BUILD] [NAME...]    BUILD is the folder of libsameseed.so

Both draw in turns, in one process and thread, n values into memory that is
warm; the least CPU time of the rounds counts. NumPy's own allocation of its
result is part of its time, as it is in any script.
"""
import ctypes as c
import os
import pathlib
import sys
import time

import numpy as np

ROUNDS = 7
SIZE = 1_000_000
# name: arguments, values a round where SIZE would take long
CASES = {
    "random_sample": [()], "uniform": [(-1.0, 1.0)],
    "standard_normal": [()], "normal": [(5.0, 2.0)],
    "lognormal": [(0.0, 1.0)], "standard_exponential": [()],
    "exponential": [(2.0,)], "standard_gamma": [(2.0,), (0.5,)],
    "beta": [(2.0, 3.0), (0.5, 0.5)], "chisquare": [(3.0,)],
    "noncentral_chisquare": [(3.0, 2.0)], "f": [(3.0, 5.0)],
    "standard_t": [(5.0,)], "standard_cauchy": [()],
    "pareto": [(3.0,)], "weibull": [(3.0,)], "power": [(3.0,)],
    "rayleigh": [(1.0,)], "laplace": [(0.0, 1.0)], "gumbel": [(0.0, 1.0)],
    "logistic": [(0.0, 1.0)], "triangular": [(0.0, 1.0, 3.0)],
    "wald": [(1.0, 2.0)], "vonmises": [(0.0, 4.0)],
    "poisson": [(5.0,), (50.0,)], "binomial": [(100, 0.3), (100, 0.5)],
    "negative_binomial": [(5.0, 0.5)], "geometric": [(0.5,), (0.1,)],
    "hypergeometric": [(30, 40, 5), (300, 400, 50)],
    "logseries": [(0.9,)], "zipf": [(2.0,)],
}
RANDINT = [("int64", 7, 100), ("int64", 7, 128), ("int64", 7, 10 ** 12),
           ("int32", 5, 100), ("uint8", 2, 100), ("bool", 0, 2)]


def load(build):
    return c.CDLL(os.environ.get(
        "SS_LIBRARY", str(pathlib.Path(build) / "libsameseed.so")))


def least(f):
    best = 1e9
    for _ in range(ROUNDS):
        start = time.thread_time()
        f()
        best = min(best, time.thread_time() - start)
    return best


def report(label, ours, theirs, n):
    a = b = 1e9
    for _ in range(2):  # in turns: the machine may be busy with others
        a, b = min(a, least(ours)), min(b, least(theirs))
    print(f"{label:42} {a / n * 1e9:9.2f} {b / n * 1e9:9.2f} "
          f"{b / a:7.2f}x", flush=True)


def pointer(array):
    return c.c_void_p(array.ctypes.data)


def distributions(lib, rs, theirs, wanted):
    for name, lists in CASES.items():
        if wanted and name not in wanted:
            continue
        f = getattr(lib, f"ss_numpy_{name}_fill")
        for args in lists:
            out = np.ones(SIZE, np.asarray(
                getattr(theirs, name)(*args, size=1)).dtype)
            given = [c.c_int64(a) if isinstance(a, int) else c.c_double(a)
                     for a in args]
            report(f"{name}{args}",
                   lambda: f(rs, *given, pointer(out), c.c_size_t(SIZE)),
                   lambda: getattr(theirs, name)(*args, size=SIZE), SIZE)


def integers(lib, rs, theirs):
    for dtype, code, high in RANDINT:
        out = np.ones(SIZE, dtype)
        report(f"randint(0, {high}, dtype={dtype})",
               lambda: lib.ss_numpy_randint_fill(
                   rs, code, c.c_uint64(0), c.c_uint64(high - 1),
                   pointer(out), c.c_size_t(SIZE)),
               lambda: theirs.randint(0, high, SIZE, dtype), SIZE)


def sequences(lib, rs, theirs):
    out = np.ones(SIZE, np.int64)
    p = np.full(100, 0.01)
    report("permutation", lambda: lib.ss_numpy_permutation_fill(
        rs, pointer(out), c.c_size_t(SIZE)),
        lambda: theirs.permutation(SIZE), SIZE)
    report("choice(1000)", lambda: lib.ss_numpy_choice_fill(
        rs, c.c_int64(1000), True, None, pointer(out), c.c_size_t(SIZE)),
        lambda: theirs.choice(1000, SIZE), SIZE)
    report("choice(100, p)", lambda: lib.ss_numpy_choice_fill(
        rs, c.c_int64(100), True, pointer(p), pointer(out),
        c.c_size_t(SIZE)),
        lambda: theirs.choice(100, SIZE, p=p), SIZE)
    report("bytes (a byte)", lambda: lib.ss_numpy_bytes(
        rs, pointer(out), c.c_size_t(8 * SIZE)),
        lambda: theirs.bytes(8 * SIZE), 8 * SIZE)


def seeding(lib, rs, theirs):
    n = 1000
    report("seed(23) (a call)", lambda: [
        lib.ss_numpy_randomstate_seed(rs, c.c_uint32(23)) for _ in range(n)],
        lambda: [theirs.seed(23) for _ in range(n)], n)


def main(argv):
    build = argv[1] if len(argv) > 1 else "build"
    lib, wanted = load(build), argv[2:]
    rs = c.create_string_buffer(8192)  # an ss_numpy_randomstate and more
    lib.ss_numpy_randomstate_seed(rs, c.c_uint32(23))
    theirs = np.random.RandomState(23)
    print(f"{'RandomState, ' + format(SIZE, ',') + ' values':42} "
          f"{'ours, ns':>9} {'NumPy':>9} {'ratio':>8}")
    distributions(lib, rs, theirs, wanted)
    if not wanted:
        integers(lib, rs, theirs)
        sequences(lib, rs, theirs)
        seeding(lib, rs, theirs)


if __name__ == "__main__":
    main(sys.argv)
