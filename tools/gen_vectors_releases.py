#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print tests/vectors/numpy/release_VERSION.kat with that release of NumPy.

usage: gen_vectors_releases.py VERSION

One fingerprint a line, blank-separated:
  call nargs arg... kind seed nkey key... n head... digest pos hash a b
Calls and what comes of them: release_cases.py. The bit generator is the
kind-th (MT19937, PCG64, PCG64DXSM, Philox, SFC64) of that seed, over which a
RandomState may be; 5 is RandomState(seed). Where nkey > 0 the first words of
the MT19937's key are replaced and its pos is 0. Of n values the first three
are there, then the FNV-1a of all of them as little-endian words of 64 bits:
doubles and floats as their bits (NaN is 7ff8000000000000 or 7fc00000), ints
modulo 2**64. Then the state: pos and a hash, has_uint32 and uinteger, of
RandomState has_gauss and the bits of gauss. Doubles among the arguments are
bits in hex as well.

Any Python from 3.6 on that has the wheel will do: pip install --target DIR
numpy==VERSION, then PYTHONPATH=DIR.
"""
import random
import sys

import release_cases as cases
from release_cases import ALMOST_1, CODES, G, INF, LEGACY, NAN, RS, TYPES

F32, PCG64 = cases.F32, 1
FAR, OUT, LAST = 2 ** 53 - 1, 2 ** 52 - 1, 2 ** 23 - 1
U = cases.uniform_words
# Uniforms at which a tail of log(1 - U) is not that of log1p(-U), and floats
# that 23 bits do not hold.
NORMAL_TAIL = cases.normal_word(0, 0, OUT) \
    + U(float.fromhex("0x1.46d27ea83854ap-1")) + U(0.9)
EXPONENTIAL_TAIL = cases.exponential_word(0, FAR - 77) \
    + U(float.fromhex("0x1.861b128dbd25ep-1"))
FLOAT_TAILS = [LAST << 9, 0xccf41536, 0xf0dcb9ff, LAST << 9, 0xc1234567,
               0xf0dcb9ff, LAST << 9, 0x58b98346]

# What releases differ in: call, arguments, words that begin the stream, how
# many values. Few of these differ by chance.
CHANGED = [
    ("rs.laplace", (0.0, 1.0), U(0.0), 40),
    ("rs.gumbel", (0.0, 1.0), U(0.0), 40),
    ("rs.logistic", (0.0, 1.0), U(0.0), 40),
    ("rs.beta", (1e-5, 1e-5), U(0.0) + U(0.0), 9),
    ("rs.noncentral_chisquare", (0.5, NAN), (), 9),
    ("rs.standard_gamma", (0.0,), (), 9),
    ("rs.gamma", (0.0, 2.0), (), 9),
    ("rs.bytes", (), (), 0),
    ("rs.bytes", (), (), 21),
    ("rs.binomial", (0, 0.5), (), 9),
    ("rs.binomial", (5, 0.0), (), 9),
    ("rs.binomial", (10 ** 13, 1e-12), (), 100),
    ("rs.binomial", (1000, 0.1), (), 400),
    ("rs.multinomial", (20, 0.0, 0.5, 0.5), (), 30),
    ("rs.multinomial", (0, 0.5, 0.5), (), 20),
    ("rs.multinomial", (10, 0.0, 1.0, 0.0), (), 30),
    ("rs.multinomial", (10 ** 13, 1e-12, 1 - 1e-12), (), 200),
    ("rs.multinomial", (1000,) + (0.1,) * 10, (), 400),
    ("rs.randint", (7, 0, 2 ** 32 - 1), (), 9),
    ("rs.randint", (8, 2 ** 40, 2 ** 40 + 2 ** 32 - 1), (), 9),
    ("rs.randint_each", (8, 0, 2 ** 32 - 1, 9, 2 ** 32), (), 3),
    ("rs.randint", (6, 0, 2 ** 32 - 1), (), 9),
    ("rs.rayleigh", (1.0,), (), 200),
    ("rs.geometric", (0.01,), U(float.fromhex("0x1.3e010f0fbda92p-2"))
     + U(float.fromhex("0x1.a6dfd4701e20ap-2")), 40),
    ("rs.poisson", (12.5,), (), 200),
    ("rs.poisson", (1e6,), (), 200),
    ("rs.hypergeometric", (30, 40, 20), (), 200),
    ("g.standard_normal", (), NORMAL_TAIL * 3, 40),
    ("g.standard_exponential", (), EXPONENTIAL_TAIL * 3, 40),
    ("g.standard_exponential_inv", (), (), 200),
    ("g.logseries", (0.9,), U(float.fromhex("0x1.aef6b33fc40b6p-1"))
     + U(float.fromhex("0x1.99e6f5c903b8fp-1")), 9),
    ("g.rayleigh", (2.0,), (), 40),
    ("g.geometric", (0.1,), (), 40),
    ("g.geometric", (5e-324,), (), 9),
    ("g.vonmises", (0.5, 2e6), (), 40),
    ("g.vonmises", (-3.1, 1e7), (), 40),
    ("g.pareto", (3.0,), (), 200),
    ("g.power", (0.7,), (), 200),
    ("g.wald", (3.0, 0.1), (), 200),
    ("g.zipf", (1.1,), (), 200),
    ("g.zipf", (1025.0,), (), 9),
    ("g.zipf", (INF,), (), 9),
    ("g.beta", (0.01, 0.02), (), 200),
    ("g.beta", (1e-3, 2e-3), (), 40),
    ("g.beta", (1e-200, 1e-150), (), 9),
    ("g.dirichlet", (0.09, 0.01, 0.05), (), 90),
    ("g.dirichlet", (0.01, 0.02, 5.0), (), 90),
    ("g.dirichlet", (1e-3, 1e-3), (), 40),
    ("g.dirichlet", (0.0, 0.09, 0.05), (), 30),
    ("g.binomial", (10 ** 13, 1e-12), (), 400),
    ("g.binomial", (1000, 0.1), (), 400),
    ("g.binomial", (1000, 0.3), (), 400),
    ("g.multinomial", (10 ** 13, 1e-12, 1 - 1e-12), (), 200),
    ("g.multinomial", (1000,) + (0.1,) * 10, (), 400),
    ("g.multinomial", (20, 0.0, 0.5, 0.5), (), 30),
    ("g.choice", (2 ** 32 + 1, 0, 1), (), 3),
    ("g.choice", (2 ** 32, 1, 1), (), 9),
    ("g.choice", (10001, 0, 1), (), 300),
    ("g.cholesky", (), (), 40),
    ("f32.random", (), (), 9),
    ("f32.standard_exponential_inv", (),
     [0x5314446, 0x1383e3f, 0x27a05c9, 0x22e20f19], 9),
]
INTEGERS = [
    ("bool", 0, 1), ("int8", -100, 99), ("int8", -128, 127),
    ("uint8", 0, 99), ("uint8", 1, 200), ("uint8", 0, 63),
    ("int16", -5000, 20000), ("uint16", 0, 49999), ("uint16", 0, 65535),
    ("int32", -2 ** 31, 2 ** 30), ("uint32", 0, 2 ** 32 - 1),
    ("int64", 0, 2 ** 32 - 1), ("int64", -5, 2 ** 32 - 6),
    ("uint64", 0, 2 ** 32 - 2), ("uint64", 0, 2 ** 32),
    ("uint64", 0, 2 ** 64 - 1), ("uint64", 0, 3 * 2 ** 62),
]
SEQUENCES = [  # pool_size, entropy, spawn_key
    (4, [0], []), (4, [7], []), (4, [7], [0]), (4, [7], [3, 2 ** 32 - 1]),
    (4, [1, 2, 3], [5]), (4, [1, 2, 3, 4], [5]), (4, [1, 2, 3, 4, 5], [5]),
    (4, [9], [1, 2, 3, 4, 5]), (8, [1, 2], [1]), (32, [1, 2], [1, 2, 3]),
]


def changed():
    for k, (call, args, words, n) in enumerate(CHANGED):
        family = call.split(".")[0]
        kind = LEGACY if family == "rs" else 0 if words else PCG64
        for seed in (30, 44) if family == "g" and not words else (k,):
            yield cases.Case(call, args, kind, seed, words, n)
    for dtype, low, last in INTEGERS:
        for family, name in ("rs", "randint"), ("g", "integers"):
            code = CODES.index(dtype)
            yield cases.Case(family + "." + name, (code, low, last),
                             LEGACY if family == "rs" else PCG64, 3, (), 60)
    yield cases.Case("g.integers_each",
                     (2, 0, 99, 255, 200, 9, 0, 130), PCG64, 5, (), 6)
    yield cases.Case("g.integers_each",
                     (7, -1, 2 ** 32 - 2, 9, 2 ** 40), 0, 5, (), 3)
    for size, entropy, key in SEQUENCES:
        yield cases.Case("seed_sequence",
                         [size, len(entropy)] + entropy + key, 0, 0, (), 0)


def all_methods():
    """Each method, of any bit generator, and after words for tails."""
    rng = random.Random(1)
    for k, name in enumerate(RS):
        args = cases.scalar_args(rng, name) if TYPES[name] else []
        yield cases.Case("rs." + name, args, LEGACY, k, (), 60)
        if k % 3 == 0:
            yield cases.Case("rs." + name, args, k // 3 % 5, k, (), 9)
    for k, name in enumerate(G):
        args = cases.scalar_args(rng, name) if TYPES[name] else []
        yield cases.Case("g." + name, args, k % 5, k, (), 60)
        yield cases.Case("g." + name, args, 0, k,
                         NORMAL_TAIL + EXPONENTIAL_TAIL, 9)
    for k, name in enumerate(F32):
        for shape in (0.5, 2.5, 1.0) if TYPES[name] else [None]:
            args = [] if shape is None else [shape]
            yield cases.Case("f32." + name, args, k % 5, k, (), 60)
            yield cases.Case("f32." + name, args, 0, k, FLOAT_TAILS, 40)


def others():
    for kind in range(5):
        yield cases.Case("b.raw", (), kind, 12345, (), 9)
        for jumps in (1, 2) if kind < 4 else ():
            yield cases.Case("b.jumped", (jumps,), kind, 7, (), 9)
        if kind not in (0, 4):
            yield cases.Case("b.advance", (2 ** 70 + 5,), kind, 7, (), 9)
    for family, kind in ("rs", LEGACY), ("g", 1), ("g", 3):
        flags = (1,) if family == "g" else ()
        for pop, replace, p, n in ((7, 1, (), 20), (7, 0, (), 5),
                                   (3, 1, (0.5, 0.25, 0.25), 20),
                                   (3, 0, (0.5, 0.25, 0.25), 2)):
            yield cases.Case(family + ".choice", (pop, replace) + flags + p,
                             kind, 8, (), n)
        yield cases.Case(family + ".permutation", (), kind, 8, (), 33)
        yield cases.Case(family + ".dirichlet", (0.5, 2.0, 9.0), kind, 8, (),
                         30)
    yield cases.Case("g.permuted", (1, 3, 4), 1, 8, (), 12)
    for method in 0, 1:
        yield cases.Case("g.multivariate_hypergeometric",
                         (method, 9, 20, 5, 7), 1, 8, (), 30)


def show(x):
    return "%016x" % cases.bits(x) if isinstance(x, float) else str(x)


def line(case):
    values, state = cases.run(case)
    args = [show(x) for x in case.args]
    fields = [case.call, len(args)] + args + [
        case.kind, case.seed, len(case.key)] + ["%08x" % k for k in case.key]
    fields += [len(values)] + ["%x" % x for x in values[:3]]
    fields += ["%016x" % cases.digest(values), state[0], "%016x" % state[1],
               state[2], "%x" % state[3]]
    return " ".join(str(x) for x in fields)


def main(argv):
    if len(argv) != 2:
        sys.exit(__doc__.split("\n\n")[1])
    version = cases.np.__version__
    if version != argv[1]:
        sys.exit("needs NumPy %s, this is %s" % (argv[1], version))
    print("# GENERATED by tools/gen_vectors_releases.py %s: do not edit"
          % version)
    for source in changed, all_methods, others:
        for case in source():
            if cases.has(case):
                print(line(case))


if __name__ == "__main__":
    main(sys.argv)
