#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print tests/vectors/numpy/NAME.kat from the installed NumPy's RandomState.

usage: gen_vectors_numpy.py NAME         one file on stdout
       gen_vectors_numpy.py --all DIR    every file into DIR

One case a line, blank-separated:
  nargs arg... seed nkey key... n value... pos hash has_gauss gauss
The state is RandomState(seed); where nkey > 0, its first words of key are
replaced and pos is 0, which makes the draws that chance does not: a uniform
of 0 or of 1 - 2**-53, a rejection at will. Floats are their 64 bits in hex
("nan" any NaN), ints decimal; hash is FNV-1a over the key as little-endian
bytes. What the arguments are is told in the file's first line.
"""
import pathlib
import struct
import sys
import warnings

try:
    import numpy as np
except ImportError:
    sys.exit("needs NumPy 2.4.6")
if np.__version__ != "2.4.6" and \
        pathlib.Path(sys.argv[0]).name != "gen_vectors_releases.py":
    sys.exit(f"needs NumPy 2.4.6, this is {np.__version__}")

warnings.simplefilter("ignore")
np.seterr(all="ignore")


def bits(x):
    return "nan" if x != x else struct.pack(">d", x).hex()


def show(x):
    return bits(float(x)) if isinstance(x, (float, np.floating)) else \
        str(int(x))


def state(rs):
    _, key, pos, has_gauss, gauss = rs.get_state()
    h = 0xcbf29ce484222325
    for byte in key.astype("<u4").tobytes():
        h = (h ^ byte) * 0x100000001b3 % 2 ** 64
    return [str(pos), f"{h:016x}", str(has_gauss), bits(gauss)]


def untemper(y):
    """The word of key that is handed out as y."""
    y ^= y >> 18
    y ^= (y << 15) & 0xefc60000
    z = y
    for _ in range(4):  # seven bits more are right each time
        z = y ^ ((z << 7) & 0x9d2c5680)
    y = z & 0xffffffff
    z = y
    for _ in range(2):  # eleven bits more
        z = y ^ (z >> 11)
    return z


def uniform(u):
    """The two words of a uniform."""
    n = int(u * 2 ** 53)
    return [(n >> 26) << 5, (n & (2 ** 26 - 1)) << 6]


def random_state(seed, words):
    rs = np.random.RandomState(seed)
    if words:
        name, key, pos, *rest = rs.get_state()
        key[:len(words)] = [untemper(w) for w in words]
        rs.set_state((name, key, 0, *rest))
        check = np.random.RandomState()
        check.set_state(rs.get_state())
        drawn = check.randint(0, 2 ** 32, len(words), np.uint32)
        assert drawn.tolist() == words
        key = [f"{k:08x}" for k in key[:len(words)]]
    else:
        key = []
    return rs, [str(seed), str(len(key))] + key


ALMOST_1 = 1 - 2.0 ** -53
INF, NAN = float("inf"), float("nan")
SEEDS = [0, 23]
# name: argument lists
SCALARS = {
    "beta": [(0.5, 0.5), (1.0, 1.0), (0.001, 0.002), (1e-5, 1e-5),
             (2.0, 3.0), (0.5, 3.0), (1.0, 1.0000000000000002), (300.0, 0.1)],
    "binomial": [(10, 0.5), (100, 0.3), (100, 0.29), (100, 0.301),
                 (1000, 0.2), (1000, 0.8), (20, 0.9), (0, 0.5), (5, 0.0),
                 (7, 1.0), (10 ** 6, 0.5), (10 ** 13, 1e-12),
                 (2 ** 62, 0.25), (61, 0.5), (1000, 0.031), (200, 0.4),
                 (10 ** 5, 0.0004)],
    "chisquare": [(1.0,), (2.0,), (0.3,), (7.5,), (1e4,)],
    "exponential": [(1.0,), (0.3,), (0.0,), (1e300,), (NAN,)],
    "f": [(1.0, 1.0), (5.0, 2.0), (0.5, 30.0)],
    "gamma": [(2.0, 3.0), (0.5, 0.1), (1.0, 2.0), (0.0, 1.0), (1.1, 0.0)],
    "geometric": [(0.5,), (1.0,), (1 / 3,), (0.3333333333333333,), (0.3,),
                  (0.01,), (1e-9,), (1e-20,), (0.9,)],
    "gumbel": [(0.0, 1.0), (-2.5, 0.1), (1e10, 0.0)],
    "hypergeometric": [
        (10, 20, 5), (20, 10, 5), (5, 5, 10), (0, 7, 3), (7, 0, 3),
        (100, 50, 20), (50, 100, 20), (50, 100, 140), (100, 50, 140),
        (10 ** 9, 10 ** 9, 10 ** 9), (3, 10 ** 6, 500000), (0, 30, 20),
        (30, 0, 20), (1, 1, 1), (2 ** 60, 2 ** 61, 2 ** 59), (12, 9, 21)],
    "laplace": [(0.0, 1.0), (3.0, 0.25), (0.0, 0.0)],
    "logistic": [(0.0, 1.0), (3.0, 0.25)],
    "lognormal": [(0.0, 1.0), (1.0, 0.01), (0.0, 400.0)],
    "logseries": [(0.5,), (0.0,), (0.9,), (0.999999,), (1e-9,),
                  (ALMOST_1,)],
    "negative_binomial": [(5.0, 0.5), (0.1, 0.01), (1.0, 0.9), (3.0, 1.0),
                          (2.0, 0.0), (100.0, 0.5)],
    "noncentral_chisquare": [(3.0, 2.0), (1.0, 2.0), (0.5, 30.0), (2.0, 0.0),
                             (0.5, 1e30), (0.5, NAN), (5.0, NAN)],
    "noncentral_f": [(3.0, 2.0, 1.0), (0.5, 5.0, 0.0), (1.0, 1.0, 25.0)],
    "normal": [(0.0, 1.0), (5.0, 0.1), (-1.0, 0.0), (1e300, 1e308)],
    "pareto": [(1.0,), (3.0,), (0.01,), (1e10,)],
    "poisson": [(0.0,), (1e-300,), (0.5,), (5.0,), (9.999999999999998,),
                (10.0,), (12.5,), (100.0,), (1e6,), (9.2e18,)],
    "power": [(1.0,), (3.0,), (0.01,)],
    "random_sample": [()],
    "rayleigh": [(1.0,), (0.2,), (0.0,)],
    "standard_cauchy": [()],
    "standard_exponential": [()],
    "standard_gamma": [(0.0,), (0.001,), (0.5,), (0.999,), (1.0,),
                       (1.0000000000000002,), (1.1,), (2.5,), (1e5,),
                       (INF,), (NAN,)],
    "standard_normal": [()],
    "standard_t": [(1.0,), (2.0,), (0.1,), (30.0,)],
    "tomaxint": [()],
    "triangular": [(0.0, 0.25, 1.0), (-1.0, -1.0, 2.0), (-1.0, 2.0, 2.0)],
    "uniform": [(0.0, 1.0), (-1.0, 1.0), (5.0, -2.5), (-0.0, 0.0)],
    "vonmises": [(0.0, 4.0), (3.0, 0.5), (-3.0, 1.0), (0.0, 1e-9),
                 (1.0, 2e-8), (1.0, 9e-6), (0.0, 1e5), (2.0, 1e7),
                 (0.0, NAN)],
    "wald": [(1.0, 1.0), (3.0, 0.1), (0.001, 50.0)],
    "weibull": [(1.0,), (0.0,), (3.0,), (0.01,)],
    "zipf": [(2.0,), (1.1,), (1.01,), (4.0,), (500.0,)],
}
# name: (argument lists, uniforms); what each is for
FORCED = {
    # redrawn or not when U == 0
    "laplace": [((0.0, 1.0), [0.0, 0.5, 0.0, 0.0, 0.75])],
    "gumbel": [((0.0, 1.0), [0.0, 0.5, 0.0, ALMOST_1])],
    "logistic": [((0.0, 1.0), [0.0, 0.5, 0.0, ALMOST_1])],
    "rayleigh": [((1.0,), [0.0, ALMOST_1])],
    "exponential": [((1.0,), [0.0, ALMOST_1])],
    "standard_exponential": [((), [0.0, ALMOST_1])],
    "weibull": [((0.3,), [0.0, ALMOST_1])],
    "power": [((0.3,), [0.0, ALMOST_1])],
    "random_sample": [((), [0.0, ALMOST_1, 0.5])],
    # r2 == 0 and r2 == 1 are rejected
    "standard_normal": [((), [0.5, 0.5, 0.0, 0.5, 0.75, 0.5])],
    # both sums vanish; log(0)
    "beta": [((1e-5, 1e-5), [0.25, 0.5, 0.0, 0.5]),
             ((1e-5, 1e-5), [0.0, 0.0]),
             ((0.5, 0.5), [0.9, 0.9])],
    # beyond the bound: again; BTPE's left tail is at 0.86, its right one at
    # 0.95: out of range, v == 0
    "binomial": [((1000, 0.001), [ALMOST_1, ALMOST_1, 0.5]),
                 ((100, 0.4), [0.86, 1e-9, 0.86, 0.0, 0.86, 0.5]),
                 ((100, 0.4), [0.95, 1e-13, 0.95, 0.0, 0.95, 0.5]),
                 ((0, 0.5), [ALMOST_1]),
                 ((1000, 0.3), [0.9, 0.0, 0.999, 0.0]),
                 ((1000, 0.3), [0.9, 1e-10, 0.999, 1e-10]),
                 ((100, 0.4), [0.999, 1e-15, 0.97, 1e-15]),
                 ((1000, 0.3), [0.8, 0.999]),
                 # so close that BTPE's Stirling terms decide: 13680, the signs
                 ((1000, 0.3), [float.fromhex("0x1.cde6317f3df92p-1"),
                                float.fromhex("0x1.ef96e8baceea8p-2")]),
                 ((1000, 0.3), [float.fromhex("0x1.e7cf07e3ba935p-1"),
                                float.fromhex("0x1.f1e7300545212p-2")])],
    "geometric": [((0.01,), [0.0, ALMOST_1]), ((0.5,), [0.0])],
    # v == 0; u == 0 makes q 0
    "logseries": [((0.9,), [0.0, 0.5]), ((0.9,), [0.5, 0.0]),
                  ((0.9,), [0.5, 0.5, 0.3, 0.5])],
    # us == 0; us < 0.013; v == 0
    "poisson": [((20.0,), [0.0, 0.5]), ((20.0,), [0.005, 0.9]),
                ((20.0,), [0.999, 0.9, 0.5, 0.99]),
                ((20.0,), [0.9999, 0.0]), ((2.0,), [0.0])],
    # w out of range on both sides; the logarithm decides
    "hypergeometric": [((30, 40, 20), [0.01, 0.0, 0.01, 1 - 2.0 ** -20]),
                       ((30, 40, 20), [0.9, 0.99, 0.9, 0.9])],
    # x <= 1 too rarely
    "zipf": [((1.1,), [ALMOST_1, 0.5, 0.5, 0.5]), ((2.0,), [0.999, 0.999])],
    "vonmises": [((0.0, 4.0), [0.5, 0.0, 0.3]), ((0.0, 4.0), [0.0, 0.0, 0.9])],
    # a Gaussian of -2.6 is too far left
    "standard_gamma": [((0.5,), [0.0, 0.5]), ((0.5,), [ALMOST_1, 0.5]),
                       ((1.0000000000000002,), [0.51, 0.41, 0.3])],
    "triangular": [((0.0, 0.25, 1.0), [0.25, 0.0, ALMOST_1])],
}


def line(args, rs, before, values):
    return " ".join([str(len(args))] + [show(a) for a in args] + before +
                    [str(len(values))] + [show(v) for v in values] +
                    state(rs))


def scalar_cases(name):
    for args in SCALARS[name]:
        for seed in SEEDS:
            rs, before = random_state(seed, [])
            values = getattr(rs, name)(*args, size=11)
            yield line(args, rs, before, values.tolist())
    for args, uniforms in FORCED.get(name, []):
        words = [w for u in uniforms for w in uniform(u)]
        rs, before = random_state(5, words)
        values = getattr(rs, name)(*args, size=5)
        yield line(args, rs, before, values.tolist())


RANGES = {
    "bool": [(0, 1), (1, 1), (0, 0)],
    "int8": [(-128, 127), (0, 99), (-5, 5), (7, 7), (0, 63)],
    "uint8": [(0, 255), (0, 99), (200, 255), (0, 63)],
    "int16": [(-32768, 32767), (0, 999), (-5, 5), (7, 7)],
    "uint16": [(0, 65535), (0, 999), (0, 1023)],
    "int32": [(-2 ** 31, 2 ** 31 - 1), (0, 99), (-5, 5), (7, 7), (0, 127)],
    "uint32": [(0, 2 ** 32 - 1), (0, 2 ** 31), (3, 3)],
    "int64": [(-2 ** 63, 2 ** 63 - 1), (0, 99), (0, 2 ** 32 - 1),
              (0, 2 ** 32), (-5, 5), (-9, -9), (-2 ** 40, 2 ** 40)],
    "uint64": [(0, 2 ** 64 - 1), (0, 2 ** 63), (2 ** 63, 2 ** 63 + 99)],
}
CODES = "bool int8 uint8 int16 uint16 int32 uint32 int64 uint64".split()


def randint_cases():
    for dtype, ranges in RANGES.items():
        for low, last in ranges:
            for size in (1, 13, 70):
                rs, before = random_state(size, [])
                values = rs.randint(low, last + 1, size, dtype)
                yield line((CODES.index(dtype), low, last), rs, before,
                           values.tolist())


def bytes_cases():
    for size in (0, 1, 2, 3, 4, 5, 31, 40):
        rs, before = random_state(23, [])
        yield line((), rs, before, list(rs.bytes(size)))


def permutation_cases():
    for size in (0, 1, 2, 3, 10, 33, 300):
        rs, before = random_state(size, [])
        yield line((), rs, before, rs.permutation(size).tolist())


WEIGHTS = [0.1, 0.0, 0.4, 0.2, 0.05, 0.25]


def choice_cases():
    """Arguments: pop, replace, then the probabilities where there are any."""
    cases = [(7, True, None, 9), (7, False, None, 4), (7, False, None, 0),
             (7, False, None, 7), (6, True, WEIGHTS, 12),
             (6, False, WEIGHTS, 5), (6, False, WEIGHTS, 2),
             (1, True, [1.0], 3), (0, True, None, 0), (500, False, None, 3)]
    for pop, replace, p, size in cases:
        for seed in SEEDS:
            rs, before = random_state(seed, [])
            values = rs.choice(pop, size, replace, p)
            yield line((pop, int(replace), *(p or [])), rs, before,
                       values.tolist())
    rs, before = random_state(5, [w for u in (0.1, 0.5, 0.0, ALMOST_1)
                                  for w in uniform(u)])
    values = rs.choice(6, 4, True, WEIGHTS)
    yield line((6, 1, *WEIGHTS), rs, before, values.tolist())


def multinomial_cases():
    """Arguments: n, then pvals. Values: three rows."""
    for n, p in [(20, [1 / 6] * 6), (100, [0.5, 0.25, 0.25]), (0, [0.5, 0.5]),
                 (10, [0.0, 1.0, 0.0]), (10, [1.0, 0.0, 0.0]),
                 (1000, [0.9, 0.05]), (10 ** 13, [1e-12, 1 - 1e-12]),
                 (5, [0.2]), (5, [0.0, 0.3, 0.1]), (1000, [0.1] * 10),
                 (10 ** 6, [0.1] * 10 + [0.0]), (50, [0.3, 0.3, 0.2])]:
        for seed in SEEDS:
            rs, before = random_state(seed, [])
            values = rs.multinomial(n, p, 3).ravel()
            yield line((n, *p), rs, before, values.tolist())


def dirichlet_cases():
    """Arguments: alpha. Values: three rows."""
    for alpha in [[1.0], [0.5, 2.0], [1.0, 1.0, 1.0], [0.01, 0.02, 5.0],
                  [1e-3, 1e-3], [100.0, 7.0, 30.0, 2.0], [NAN, 1.0]]:
        for seed in SEEDS:
            rs, before = random_state(seed, [])
            values = rs.dirichlet(alpha, 3).ravel()
            yield line(alpha, rs, before, values.tolist())


def shared_cases():
    """binomial and multinomial share their set-up: arguments m n p, drawn as
    multinomial(n, [p, 1 - p]) if m, then binomial(n, p) five times; if not,
    the binomials first. Values: the binomials, then the counts."""
    setups = [(100, 0.1), (100, 0.3), (10 ** 13, 1e-12), (40, 0.7),
              (10 ** 15, 2.5e-14), (1000, 0.3)]
    for n, p in setups:
        for first in (0, 1):
            for seed in range(4):
                rs, before = random_state(seed, [])
                counts = rs.multinomial(n, [p, 1 - p]) if first else None
                values = rs.binomial(n, p, 5).tolist()
                if not first:
                    counts = rs.multinomial(n, [p, 1 - p])
                yield line((first, n, p), rs, before,
                           values + counts.tolist())


def seed_cases():
    """Arguments: kind (0: an int, 1: words), then the seed. Values: bytes of
    the first four words, then a Gaussian's sign."""
    for words in [[0x123, 0x234, 0x345, 0x456], [0], [1], [2 ** 32 - 1],
                  [0, 0], list(range(624)), list(range(700))]:
        rs = np.random.RandomState(words)
        before = ["0", "0"]
        values = rs.randint(0, 2 ** 32, 4, np.uint32).tolist()
        yield line((1, *words), rs, before, values)
    for seed in [0, 1, 23, 5489, 2 ** 31, 2 ** 32 - 1]:
        rs = np.random.RandomState(seed)
        values = rs.randint(0, 2 ** 32, 4, np.uint32).tolist()
        yield line((0, seed), rs, ["0", "0"], values)


OTHERS = {
    "randint": (randint_cases, "dtype low last"),
    "bytes": (bytes_cases, "none; values: the bytes"),
    "permutation": (permutation_cases, "none"),
    "choice": (choice_cases, "pop replace [p...]"),
    "multinomial": (multinomial_cases, "n pvals...; values: three rows"),
    "dirichlet": (dirichlet_cases, "alpha...; values: three rows"),
    "binomial_setup": (shared_cases, "multinomial_first n p"),
    "seed": (seed_cases, "is_array seed...; values: the first words"),
}


def lines(name):
    cases, told = OTHERS.get(name, (lambda: scalar_cases(name),
                                    "as NumPy's"))
    yield (f"# GENERATED by tools/gen_vectors_numpy.py {name}: do not edit; "
           f"NumPy {np.__version__}; arguments: {told}")
    yield from cases()


def main(argv):
    names = list(SCALARS) + list(OTHERS)
    if argv[1:2] == ["--all"] and len(argv) == 3:
        for name in names:
            path = pathlib.Path(argv[2]) / f"{name}.kat"
            path.write_text("\n".join(lines(name)) + "\n")
    elif len(argv) == 2 and argv[1] in names:
        print("\n".join(lines(argv[1])))
    else:
        sys.exit(__doc__.split("\n\n")[1])


if __name__ == "__main__":
    main(sys.argv)
