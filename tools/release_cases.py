# SPDX-License-Identifier: MIT
"""Calls of numpy.random that any release of NumPy can be asked for.

A call is a name, its arguments and where the stream begins; what comes of it
are words of 64 bits: doubles and floats as their bits, ints as they are. The
names: "rs." and a method of RandomState, "g." and one of Generator, "f32." one
of its dtype=float32, "b." what a bit generator has, "seed_sequence". Runs with
Python 3.6 and any NumPy from 1.16 on.
"""
import random
import struct
import warnings

import numpy as np

warnings.simplefilter("ignore")
np.seterr(all="ignore")

RELEASE = tuple(int(x) for x in np.__version__.split(".")[:3])
LEGACY = 5  # after the five kinds: RandomState(seed)
NAMES = "MT19937 PCG64 PCG64DXSM Philox SFC64".split()
KINDS = [getattr(np.random, name, None) for name in NAMES]
CODES = "bool int8 uint8 int16 uint16 int32 uint32 int64 uint64".split()
MASK = 2 ** 64 - 1
ALMOST_1 = 1 - 2.0 ** -53
INF, NAN = float("inf"), float("nan")

# "d" a double, "i" an int: the parameters of the distributions.
TYPES = {
    "beta": "dd", "binomial": "id", "chisquare": "d", "exponential": "d",
    "f": "dd", "gamma": "dd", "geometric": "d", "gumbel": "dd",
    "hypergeometric": "iii", "laplace": "dd", "logistic": "dd",
    "lognormal": "dd", "logseries": "d", "negative_binomial": "dd",
    "noncentral_chisquare": "dd", "noncentral_f": "ddd", "normal": "dd",
    "pareto": "d", "poisson": "d", "power": "d", "random_sample": "",
    "rayleigh": "d", "standard_cauchy": "", "standard_exponential": "",
    "standard_gamma": "d", "standard_normal": "", "standard_t": "d",
    "tomaxint": "", "triangular": "ddd", "uniform": "dd", "vonmises": "dd",
    "wald": "dd", "weibull": "d", "zipf": "d", "random": "",
    "standard_exponential_inv": "",
}
INTS = ("binomial geometric hypergeometric logseries negative_binomial poisson "
        "tomaxint zipf").split()
RS = [n for n in TYPES if n not in ("random", "standard_exponential_inv")]
G = [n for n in TYPES if n not in ("random_sample", "tomaxint")]
F32 = ("random standard_normal standard_exponential standard_exponential_inv "
       "standard_gamma").split()


class Case(object):
    def __init__(self, call, args, kind, seed, words=(), n=40):
        self.call, self.args, self.kind = call, list(args), kind
        self.seed, self.n = seed, n
        self.key = [untemper(w) for w in words]

    def __repr__(self):
        return "%s%r of %s(%d)%s, %d values" % (
            self.call, tuple(self.args), (NAMES + ["RandomState"])[self.kind],
            self.seed, " from %r" % self.key if self.key else "", self.n)


def untemper(y):
    """The word of an MT19937's key that is handed out as y."""
    y ^= y >> 18
    y ^= (y << 15) & 0xefc60000
    z = y
    for _ in range(4):
        z = y ^ ((z << 7) & 0x9d2c5680)
    y = z & 0xffffffff
    z = y
    for _ in range(2):
        z = y ^ (z >> 11)
    return z


def uniform_words(u):
    """The two words of an MT19937 that make the uniform u."""
    x = int(u * 2.0 ** 53)
    return [(x >> 26) << 5, (x & 0x3ffffff) << 6]


def wide(x):
    return [x >> 32 & 0xffffffff, x & 0xffffffff]


def normal_word(layer, sign, where):
    return wide(layer | sign << 8 | where << 9)


def exponential_word(layer, where):
    return wide((layer | where << 8) << 3)


def bits(x):
    if isinstance(x, np.float32):
        return 0x7fc00000 if x != x else \
            struct.unpack("<I", struct.pack("<f", x))[0]
    if isinstance(x, (float, np.floating)):
        return 0x7ff8000000000000 if x != x else \
            struct.unpack("<Q", struct.pack("<d", float(x)))[0]
    return int(x) & MASK


def fnv(data):
    h = 0xcbf29ce484222325
    for byte in bytearray(data):
        h = (h ^ byte) * 0x100000001b3 & MASK
    return h


def digest(words):
    return fnv(struct.pack("<%dQ" % len(words), *words))


def key_state(key, pos, a, b):
    return [int(pos), fnv(np.asarray(key).astype("<u4").tobytes()), a, b]


def state_of(source):
    """pos, hash, has_uint32, uinteger; has_gauss and gauss of RandomState."""
    if hasattr(source, "get_state") and RELEASE < (1, 17):
        _, key, pos, has_gauss, gauss = source.get_state()
        return key_state(key, pos, int(has_gauss), bits(gauss))
    if hasattr(source, "get_state"):
        s = source.get_state(legacy=False)
        return bit_state(s)[:2] + [int(s["has_gauss"]), bits(s["gauss"])]
    return bit_state(source.state)


def bit_state(s):
    own, name = s["state"], s["bit_generator"]
    if name == "MT19937":
        return key_state(own["key"], own["pos"], 0, 0)
    if name == "Philox":
        words = list(own["counter"]) + list(own["key"]) + list(s["buffer"])
    elif name == "SFC64":
        words = list(own["state"])
    else:
        words = [own["state"] & MASK, own["state"] >> 64,
                 own["inc"] & MASK, own["inc"] >> 64]
    return [int(s.get("buffer_pos", 0)), digest([int(w) for w in words]),
            int(s["has_uint32"]), int(s["uinteger"])]


def source_of(case):
    if case.kind == LEGACY:
        rs = np.random.RandomState(case.seed)
        if case.key:
            name, key, pos, has_gauss, gauss = rs.get_state()
            key[:len(case.key)] = case.key
            rs.set_state((name, key, 0, has_gauss, gauss))
        return rs
    source = bit_generator(case)
    return np.random.RandomState(source) if case.call[:3] == "rs." else source


def bit_generator(case):
    source = KINDS[case.kind](case.seed)
    if case.key:
        s = source.state
        s["state"]["key"][:len(case.key)] = case.key
        s["state"]["pos"] = 0
        source.state = s
    return source


def low_last(args):
    """Bounds of an int dtype as NumPy takes them."""
    return CODES[args[0]], args[1], args[2]


def legacy_others(rs, name, args, n):
    if name == "randint":
        dtype, low, last = low_last(args)
        return rs.randint(low, last + 1, n, dtype)
    if name == "randint_each":
        dtype, low, lasts = CODES[args[0]], args[1], args[2:]
        highs = np.array([x + 1 for x in lasts], object)
        return rs.randint(low, highs, dtype=dtype)
    if name == "bytes":
        return list(bytearray(rs.bytes(n)))
    if name == "choice":
        return rs.choice(args[0], n, bool(args[1]), args[2:] or None)
    if name == "permutation":
        return rs.permutation(n)
    if name == "multinomial":
        return rs.multinomial(args[0], args[1:], n // (len(args) - 1))
    return rs.dirichlet(args, n // len(args))


def generator_others(g, name, args, n):
    if name == "integers":
        dtype, low, last = low_last(args)
        return g.integers(low, last, n, dtype, endpoint=True)
    if name == "integers_each":
        dtype, low, lasts = CODES[args[0]], args[1], args[2:]
        highs = np.array(lasts, object)
        return g.integers(low, highs, None, dtype, endpoint=True)
    if name == "bytes":
        return list(bytearray(g.bytes(n)))
    if name == "choice":
        return g.choice(args[0], n, bool(args[1]), args[3:] or None,
                        shuffle=bool(args[2]))
    if name == "permutation":
        return g.permutation(n)
    if name == "permuted":
        x = np.arange(n).reshape(args[1:])
        return g.permuted(x, axis=args[0])
    if name == "multinomial":
        return g.multinomial(args[0], args[1:], n // (len(args) - 1))
    if name == "cholesky":  # a factor of small ints: exact in any BLAS
        return g.multivariate_normal([0, 0], [[4, 2], [2, 5]], n // 2,
                                     method="cholesky")
    if name == "multivariate_hypergeometric":
        method = ["marginals", "count"][args[0]]
        colors = args[2:]
        return g.multivariate_hypergeometric(colors, args[1],
                                             n // len(colors), method)
    return g.dirichlet(args, n // len(args))


def bit_values(case, source):
    if case.call == "b.jumped":
        source = source.jumped(case.args[0])
    elif case.call == "b.advance":
        source = source.advance(case.args[0])
    return source, source.random_raw(case.n)


def seed_sequence(args):
    """args: pool_size, number of entropy words, those, spawn_key. Values: the
    pool, generate_state(5), two children's and a grandchild's pools."""
    size, count = args[:2]
    seq = np.random.SeedSequence(args[2:2 + count],
                                 spawn_key=tuple(args[2 + count:]),
                                 pool_size=size)
    values = list(seq.pool) + list(seq.generate_state(5))
    for child in seq.spawn(2):
        values += list(child.pool)
    return values + list(child.spawn(1)[0].pool)


def run(case):
    """(values, the state afterwards), all as words."""
    if case.call == "seed_sequence":
        return [bits(x) for x in seed_sequence(case.args)], [0, 0, 0, 0]
    source = source_of(case)
    family, name = case.call.split(".")
    if family == "b":
        source, values = bit_values(case, source)
    elif family == "rs":
        f = getattr(source, name, None)
        values = f(*case.args, size=case.n) if name in TYPES else \
            legacy_others(source, name, case.args, case.n)
    else:
        g = np.random.Generator(source)
        kw = {"size": case.n}
        if family == "f32":
            kw["dtype"] = np.float32
        if name == "standard_exponential_inv":
            name, kw["method"] = "standard_exponential", "inv"
        values = getattr(g, name)(*case.args, **kw) \
            if name in TYPES else generator_others(g, name, case.args, case.n)
    flat = np.asarray(values).ravel()
    return [bits(x) for x in (flat if flat.dtype == np.float32
                              else flat.tolist())], state_of(source)


def has(case):
    """Whether the release has the call, and it ends."""
    family, name = (case.call + ".").split(".")[:2]
    if RELEASE < (1, 17) and (case.kind != LEGACY or name == "randint_each"):
        return False
    if RELEASE < (1, 16, 4) and case.key and name in ("binomial",
                                                      "multinomial"):
        return False  # a uniform of 0 in the right tail: years
    if name == "geometric" and case.key and case.args[0] > 1 / 3.0:
        return False  # a uniform below 1 that the sum never reaches
    if case.kind != LEGACY and KINDS[case.kind] is None:
        return False
    if RELEASE < {"multivariate_hypergeometric": (1, 18), "cholesky": (1, 18),
                  "permuted": (1, 20)}.get(name, (0,)):
        return False
    if family != "g":
        return True
    if name == "zipf" and case.args[0] >= 1025:
        return RELEASE >= (2, 1)
    if name == "beta" and max(case.args) < 2e-3:
        return RELEASE >= (1, 26)  # X + Y > 0 is waited for
    if name == "dirichlet":
        return (min(case.args) > 0 or RELEASE >= (1, 25)) and (
            sum(case.args) > 0.02 or RELEASE >= (1, 26)
            or RELEASE < (1, 19))
    if name == "negative_binomial":
        return case.args[1] > 1e-12
    return True


# ---- cases that are looked for ----

def any_words(rng):
    """Words that begin a stream: uniforms at the ends, tails and edges of
    ziggurats, and others."""
    words = []
    for _ in range(rng.randrange(4, 30)):
        what = rng.randrange(7)
        if what == 0:
            words += normal_word(0, rng.randrange(2),
                                 2 ** 52 - 1 - rng.randrange(2 ** 40))
        elif what == 1:
            words += exponential_word(0, 2 ** 53 - 1 - rng.randrange(2 ** 40))
        elif what == 2:
            words += normal_word(rng.randrange(256), rng.randrange(2),
                                 2 ** 52 - 1 - rng.randrange(2 ** 45))
        elif what == 3:
            words += uniform_words(rng.choice(
                [0.0, ALMOST_1, 2.0 ** -53, 1 - 2.0 ** -rng.randrange(1, 53),
                 2.0 ** -rng.randrange(1, 53)]))
        elif what == 4:  # of floats
            words += [0x1fe00 | rng.choice([0, 1]) * 256
                      | rng.randrange(2 ** 23) << 9 | 0xff800000]
            words += [rng.choice([0, 2 ** 32 - 1, rng.getrandbits(32)])]
        else:
            words += [rng.getrandbits(32), rng.getrandbits(32)]
    return words


def any_double(rng, low=1e-3, high=1e3):
    return low * (high / low) ** rng.random()


def any_unit(rng):
    return rng.choice([rng.random(), rng.random(), rng.random() / 3,
                       2.0 ** -rng.randrange(1, 40), 1.0, 1 / 3.0])


def scalar_args(rng, name):
    d = lambda: any_double(rng)
    special = {
        "beta": lambda: [any_double(rng, 3e-3, 20), any_double(rng, 3e-3, 20)],
        "binomial": lambda: [rng.choice([0, 1, 10, 61, 1000, 10 ** 6,
                                         rng.randrange(2 ** 40)]),
                             rng.choice([0.0, any_unit(rng), any_unit(rng)])],
        "geometric": lambda: [any_unit(rng)],
        "logseries": lambda: [min(any_unit(rng), ALMOST_1)],
        "hypergeometric": lambda: any_urn(rng),
        "gumbel": lambda: [rng.gauss(0, 9), d()],
        "laplace": lambda: [rng.gauss(0, 9), d()],
        "logistic": lambda: [rng.gauss(0, 9), d()],
        "lognormal": lambda: [rng.gauss(0, 9), any_double(rng, .01, 9)],
        "normal": lambda: [rng.gauss(0, 9), d()],
        "negative_binomial": lambda: [d(), max(any_unit(rng), 1e-6)],
        "noncentral_chisquare": lambda: [
            any_double(rng, .1, 9), rng.choice([0.0, d(), d(), NAN])],
        "noncentral_f": lambda: [any_double(rng, .1, 9), d(),
                                 rng.choice([0.0, d(), d()])],
        "poisson": lambda: [rng.choice([0.0, d(), any_double(rng, 5, 50),
                                        any_double(rng, 1, 1e15)])],
        "power": lambda: [any_double(rng, .1, 100)],
        "standard_gamma": lambda: [rng.choice([0.0, 1.0, rng.random(), d()])],
        "gamma": lambda: [rng.choice([0.0, 1.0, rng.random(), d()]), d()],
        "triangular": lambda: sorted(rng.gauss(0, 9) for _ in range(3)),
        "uniform": lambda: sorted(rng.gauss(0, 9) for _ in range(2)),
        "vonmises": lambda: [rng.uniform(-3, 3), rng.choice(
            [1e-9, any_double(rng, 1e-8, 1e-4), d(), any_double(rng, 1e5,
                                                                1e7)])],
        "weibull": lambda: [rng.choice([0.0, d()])],
        "zipf": lambda: [1 + any_double(rng, .02, 9)],
    }
    if name in special:
        return special[name]()
    return [d() for _ in TYPES[name]]


def any_urn(rng):
    good, bad = rng.randrange(1, 200), rng.randrange(1, 200)
    if rng.random() < 0.3:
        good, bad = rng.randrange(1, 10 ** 8), rng.randrange(1, 10 ** 8)
    return [good, bad, rng.randrange(1, min(good + bad, 10 ** 6) + 1)]


def any_bounds(rng):
    code = rng.randrange(9)
    width = [1, 8, 8, 16, 16, 32, 32, 64, 64][code]
    low, high = (-2 ** (width - 1), 2 ** (width - 1) - 1) if code % 2 \
        else (0, 2 ** width - 1)
    span = rng.choice([0, 1, high - low, rng.randrange(high - low + 1),
                       rng.randrange(high - low + 1), 2 ** 32 - 1, 2 ** 32,
                       2 ** 32 - 2])
    span = min(span, high - low)
    first = rng.randrange(low, high - span + 1)
    return [code, first, first + span]


def any_each(rng):
    code, low, last = any_bounds(rng)
    return [code, low] + [rng.choice([low, last, rng.randrange(low, last + 1)])
                          for _ in range(rng.randrange(1, 12))]


def any_weights(rng, n):
    x = [rng.choice([0.0, rng.random(), rng.random()]) for _ in range(n)]
    x[0] += 0.25
    total = sum(x)
    return [v / total for v in x]


def any_other(rng, family):
    """(name, arguments, number of values)"""
    k = rng.randrange(2, 7)
    name = rng.choice(
        "ints ints ints each bytes choice choice permutation multinomial "
        "multinomial dirichlet dirichlet permuted mvhg cholesky".split())
    if name == "ints":
        return ["randint", "integers"][family == "g"], any_bounds(rng), \
            rng.randrange(1, 90)
    if name == "each":
        args = any_each(rng)
        return ["randint_each", "integers_each"][family == "g"], args, \
            len(args) - 2
    if name == "bytes":
        return name, [], rng.randrange(0, 40)
    if name == "choice":
        p = rng.choice([[], any_weights(rng, k)])
        pop = k if p else rng.choice([k, 500, 10001, 10 ** 5])
        replace = rng.randrange(2)
        n = rng.randrange(0, 40) if replace else \
            min(pop, rng.randrange(0, 300)) if not p else 1
        flags = [replace, rng.randrange(2)] if family == "g" else [replace]
        if family == "g" and not p and not replace and rng.random() < .1:
            pop, n = 2 ** 32 + rng.randrange(-2, 3), rng.randrange(1, 5)
        return name, [pop] + flags + p, n
    if name == "multinomial":
        n = rng.choice([0, 1, 20, 1000, 10 ** 13])
        return name, [n] + any_weights(rng, k), 9 * k
    if name == "dirichlet":
        top = rng.choice([0.09, 0.3, 9.0])
        return name, [any_double(rng, top / 20, top) for _ in range(k)], 9 * k
    if family == "rs" or name == "permutation":
        return "permutation", [], rng.randrange(0, 60)
    if name == "cholesky":
        return name, [], 2 * rng.randrange(1, 20)
    if name == "permuted":
        shape = [rng.randrange(1, 5) for _ in range(rng.randrange(1, 4))]
        n = 1
        for x in shape:
            n *= x
        return name, [rng.randrange(len(shape))] + shape, n
    colors = [rng.randrange(0, 60) for _ in range(k)]
    return "multivariate_hypergeometric", \
        [rng.randrange(2), rng.randrange(sum(colors) + 1)] + colors, 5 * k


def any_case(rng):
    family = rng.choice("rs rs g g g g f32 b seed_sequence".split())
    seed = rng.getrandbits(rng.choice([8, 31]))
    kind = rng.randrange(5)
    if family == "rs" and rng.random() < 0.7:
        kind = LEGACY
    words = []
    if rng.random() < 0.5:
        words, kind = any_words(rng), LEGACY if family == "rs" else 0
    n = rng.choice([1, 2, 9, 40, 200])
    if family == "seed_sequence":
        size = rng.choice([4, 4, 4, 5, 8, 32])
        entropy = [rng.getrandbits(32) for _ in range(rng.randrange(1, 8))]
        key = [rng.getrandbits(9) for _ in range(rng.randrange(0, 4))]
        return Case(family, [size, len(entropy)] + entropy + key, 0, 0, (), 0)
    if family == "b":
        if kind == 0 and rng.random() < 0.9:
            kind, words = rng.randrange(1, 5), []
        names = ["raw"] + ["jumped"] * (kind != 4) + \
            ["advance"] * (kind not in (0, 4))
        name = rng.choice(names)
        args = [] if name == "raw" else [rng.randrange(0, 3)] if kind == 0 \
            else [rng.getrandbits(rng.choice([3, 64, 120]))]
        return Case("b." + name, args, kind, seed, words, n)
    if family == "f32":
        name = rng.choice(F32)
        args = scalar_args(rng, name) if TYPES[name] else []
        args = [float(np.float32(x)) for x in args]
        return Case("f32." + name, args, kind, seed, words, n)
    if rng.random() < 0.35:
        name, args, n = any_other(rng, family)
    else:
        name = rng.choice(RS if family == "rs" else G)
        args = scalar_args(rng, name)
    return Case(family + "." + name, args, kind, seed, words, n)


def any_cases(seed, count):
    """That many which the release has."""
    rng, found = random.Random(seed), 0
    while found < count:
        case = any_case(rng)
        if has(case):
            found += 1
            yield case
