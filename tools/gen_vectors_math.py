#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print tests/vectors/math/FUNCTION.kat from this machine's C library.

usage: gen_vectors_math.py FUNCTION

A line is the argument or arguments and the result, as bits in hexadecimal: 16
digits for double functions, 8 for float ones. Any NaN is written as the usual
one. Among the arguments are some on which the library differs from itself
without FMA, so that the vectors tell which of both is at hand. Needs the
library that is imitated: glibc 2.36 (Debian 12, in its updates) to 2.40 with
FMA.
"""

import ctypes
import math
import os
import platform
import random
import struct
import subprocess
import sys

EDGES = [0.0, 5e-324, 2.0**-1022, 2.0**-1022 - 5e-324, 2.0**-60, 2.0**-54,
         2.0**-29, 2.0**-26, 2.0**-20, 2.0**-9, 0.126, 0.5, 0.9375,
         1.0 - 2.0**-53, 1.0, 1.0 + 2.0**-52, 1.064697265625, 2.0, 0.41421,
         0.41422, 0.2929, 0.75, 0.785398163397448, 0.855469, 0.95, 0.97,
         1.5707963267948966, 2.426265, 3.0, 3.141592653589793, 10.0, 35.0,
         100.0, 120.0, 708.3, 709.782712893384, 709.79, 745.13, 745.14,
         1024.0, 2.0**31, 105414349.0, 105414351.0, 2.0**53, 2.0**62, 1e22,
         6381956970095103.0 * 2.0**797, 1.7976931348623157e308, math.inf]
FLOAT_EDGES = [0.0, 2.0**-149, 2.0**-126, 2.0**-126 - 2.0**-149, 2.0**-29,
               2.0**-12, 0.41421356, 0.2929, 0.5, 0.70710677, 0.75, 0.78539816,
               1.0 - 2.0**-24, 1.0, 1.0 + 2.0**-23, 1.5707964, 2.0, 3.0, 10.0,
               87.5, 88.72283, 88.73, 103.97, 103.98, 119.9, 120.0, 128.0,
               2.0**23, 2.0**24, 1e10, 3.4028234663852886e38, math.inf]


def any_double(r):
    return struct.unpack("<d", struct.pack("<Q", r.getrandbits(64)))[0]


def any_float(r):
    return struct.unpack("<f", struct.pack("<I", r.getrandbits(32)))[0]


def between(low, high):
    return lambda r: low + (high - low) * r.random()


UNIT = between(0.0, 1.0)
ANGLE = between(0.0, 2 * math.pi)
FUNCTIONS = {  # name: where a stream takes its arguments, of each argument
    "log": [[UNIT], [between(0.9, 1.1)], [between(0.0, 1e6)]],
    "log1p": [[between(-1.0, 0.0)], [between(-0.01, 0.01)],
              [between(0.0, 1e6)]],
    "exp": [[between(-40.0, 40.0)], [between(-750.0, 720.0)]],
    "expm1": [[between(-37.0, 0.0)], [between(-0.5, 0.5)],
              [between(-60.0, 720.0)]],
    "pow": [[UNIT, between(0.0, 20.0)], [between(0.0, 100.0),
                                         between(-50.0, 50.0)],
            [lambda r: float(r.randrange(-99, 99)),
             lambda r: float(r.randrange(-99, 99))]],
    "sin": [[ANGLE], [between(-1e9, 1e9)]],
    "cos": [[ANGLE], [between(-1e9, 1e9)]],
    "tan": [[between(-math.pi / 2, math.pi / 2)], [between(-1e9, 1e9)]],
    "acos": [[between(-1.0, 1.0)], [between(-1.0, -0.96)]],
    "lgamma": [[between(0.0, 3.0)], [between(2.0, 9.0)],
               [between(8.0, 1e5)]],
    "logf": [[UNIT], [between(0.9, 1.1)]],
    "expf": [[between(-40.0, 40.0)], [between(-104.0, 89.0)]],
    "powf": [[UNIT, between(0.0, 20.0)],
             [lambda r: float(r.randrange(-99, 99)),
              lambda r: float(r.randrange(-9, 9))]],
    "sinf": [[ANGLE], [between(-1e5, 1e5)]],
    "cosf": [[ANGLE], [between(-1e5, 1e5)]],
    "log1pf": [[between(-1.0, 0.0)], [between(-0.01, 0.01)],
               [between(0.0, 1e6)]],
}


def is_float(name):
    return name.endswith("f")


def code(name, x):
    """Bits in hexadecimal."""
    if x != x:
        x = math.nan
    kind = "<f" if is_float(name) else "<d"
    return struct.pack(kind, x)[::-1].hex()


def round_to(name, x):
    return ctypes.c_float(x).value if is_float(name) else x


def edges(name):
    half = FLOAT_EDGES if is_float(name) else EDGES
    if name == "lgamma":  # ours has no negative side
        return [(x,) for x in half + [math.nan]]
    every = half + [-x for x in half] + [math.nan]
    if name not in ("pow", "powf"):
        return [(x,) for x in every]
    few = [0.0, 0.5, 1.0, 2.0, 3.0, 1e30, half[1], half[-2], math.inf]
    few = few + [-x for x in few] + [math.nan]
    return [(x, y) for x in few for y in few]


def draw(name, r, count):
    """Arguments of streams and, one in four, any bits."""
    ranges = FUNCTIONS[name]
    whole = any_float if is_float(name) else any_double
    return [tuple(of(r) for of in ranges[i % len(ranges)]) if i % 4 else
            tuple(abs(whole(r)) if name == "lgamma" else whole(r)
                  for _ in ranges[0]) for i in range(count)]


def results(name, arguments):
    kind = ctypes.c_float if is_float(name) else ctypes.c_double
    function = getattr(ctypes.CDLL("libm.so.6"), name)
    function.restype = kind
    function.argtypes = [kind] * len(arguments[0])
    return [function(*a) for a in arguments]


def results_without_fma(name, seed, count):
    """The same functions of the same draws in a process without FMA."""
    env = dict(os.environ, GLIBC_TUNABLES="glibc.cpu.hwcaps=-FMA,-AVX2")
    run = subprocess.run([sys.executable, __file__, name, str(seed),
                          str(count)], env=env, capture_output=True,
                         text=True, check=True)
    return run.stdout.split()


def rounded_draw(name, seed, count):
    drawn = draw(name, random.Random(seed), count)
    return [tuple(round_to(name, x) for x in a) for a in drawn]


def check_library():
    major_minor = [int(n) for n in platform.libc_ver()[1].split(".")[:2]]
    if not [2, 36] <= major_minor <= [2, 40] or not differs("log1p"):
        sys.exit(f"{sys.argv[0]} needs glibc 2.36 to 2.40 with FMA")


def differs(name):
    """Arguments on which FMA shows in the result."""
    drawn = rounded_draw(name, 1, 20000)
    plain = results_without_fma(name, 1, 20000)
    return [a for a, x, y in zip(drawn, results(name, drawn), plain)
            if code(name, x) != y]


def main():
    name = sys.argv[1]
    if len(sys.argv) > 2:
        for x in results(name, rounded_draw(name, *map(int, sys.argv[2:]))):
            print(code(name, x))
        return
    check_library()
    print(f"# GENERATED by tools/gen_vectors_math.py {name}: do not edit; "
          "glibc 2.36 with FMA")
    arguments = [tuple(round_to(name, x) for x in a) for a in edges(name)]
    arguments += rounded_draw(name, 2, 100) + differs(name)[:20]
    for a, x in zip(arguments, results(name, arguments)):
        print(*[code(name, v) for v in a], code(name, x))


if __name__ == "__main__":
    main()
