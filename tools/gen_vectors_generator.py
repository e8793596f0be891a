#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print tests/vectors/numpy/generator_NAME.kat from the installed NumPy's
Generator, bit generators and SeedSequence.

usage: gen_vectors_generator.py NAME         one file on stdout
       gen_vectors_generator.py --all DIR    every file into DIR

One case a line, blank-separated:
  nargs arg... kind seed nkey key... n value... pos hash has_uint32 uinteger
The bit generator is the kind-th (MT19937, PCG64, PCG64DXSM, Philox, SFC64) of
that seed; where nkey > 0 it is an MT19937 whose first words are replaced and
whose pos is 0, which makes the draws that chance does not: each layer of a
ziggurat, its wedge and its tail, a redraw at will. Floats are their bits in
hex ("nan" any NaN), ints decimal. pos is that of MT19937 or of Philox' buffer,
hash FNV-1a over the rest of the state as 64-bit little-endian words (32-bit
ones of MT19937's key). What the arguments are is told in the file's first
line.
"""
import pathlib
import struct
import sys

import gen_vectors_numpy as legacy

np = legacy.np
ALMOST_1, INF, NAN = legacy.ALMOST_1, legacy.INF, legacy.NAN
KINDS = [np.random.MT19937, np.random.PCG64, np.random.PCG64DXSM,
         np.random.Philox, np.random.SFC64]
PCG64 = 1


def show(x):
    if isinstance(x, np.float32):
        return "nan" if x != x else struct.pack(">f", x).hex()
    return legacy.show(x)


def words64(x, n):
    return [x >> 64 * i & (2 ** 64 - 1) for i in range(n)]


def fnv(data):
    h = 0xcbf29ce484222325
    for byte in data:
        h = (h ^ byte) * 0x100000001b3 % 2 ** 64
    return f"{h:016x}"


def state(bit_generator):
    s = bit_generator.state
    own, name = s["state"], s["bit_generator"]
    if name == "MT19937":
        return [str(own["pos"]), fnv(own["key"].astype("<u4").tobytes()),
                "0", "0"]
    if name == "Philox":
        words = [*own["counter"], *own["key"], *s["buffer"]]
    elif name == "SFC64":
        words = own["state"]
    else:
        words = words64(own["state"], 2) + words64(own["inc"], 2)
    data = b"".join(int(w).to_bytes(8, "little") for w in words)
    return [str(s.get("buffer_pos", 0)), fnv(data), str(s["has_uint32"]),
            str(s["uinteger"])]


def start(kind, seed, words=()):
    """A Generator, and the fields that tell how to make it again."""
    source, key = KINDS[kind](seed), []
    if words:
        s = source.state
        key = [legacy.untemper(w) for w in words]
        s["state"]["key"][:len(key)] = key
        s["state"]["pos"] = 0
        source.state = s
    return np.random.Generator(source), [
        str(kind), str(seed), str(len(key))] + [f"{k:08x}" for k in key]


def line(args, before, values, rng):
    return " ".join([str(len(args)), *map(show, args), *before,
                     str(len(values)), *map(show, values),
                     *state(rng.bit_generator)])


def kinds_of(k):
    """PCG64, and another one in turn."""
    return [PCG64, (0, 2, 3, 4)[k % 4]]


def place(layer, sign, where):
    """The 64-bit draw of a normal as two words."""
    x = layer | sign << 8 | where << 9
    return [x >> 32 & 0xffffffff, x & 0xffffffff]


def depth(layer, where):
    """The 64-bit draw of an exponential."""
    x = (layer | where << 8) << 3
    return [x >> 32 & 0xffffffff, x & 0xffffffff]


U = legacy.uniform
OUT = 2 ** 52 - 1  # at the outer end of a layer
FAR = 2 ** 53 - 1
SCALARS = dict(legacy.SCALARS)
SCALARS["random"] = SCALARS.pop("random_sample")
del SCALARS["tomaxint"]
SCALARS["standard_exponential_inv"] = [()]
SCALARS["uniform"] = [(0.0, 1.0), (-1.0, 1.0), (-2.5, 5.0), (0.0, 0.0)]
SCALARS["beta"] = SCALARS["beta"] + [(1e-200, 1e-150), (1e-103, 2e-103),
                                     (1e-300, 0.5), (0.01, 0.02)]
SCALARS["hypergeometric"] = [
    (10, 20, 5), (20, 10, 5), (5, 5, 10), (0, 7, 3), (7, 0, 3), (5, 9, 0),
    (100, 50, 20), (50, 100, 20), (50, 100, 140), (100, 50, 140),
    (10 ** 9 - 1, 10 ** 9 - 1, 10 ** 9), (3, 10 ** 6, 500000), (0, 30, 20),
    (30, 0, 20), (12, 9, 21), (15, 15, 9), (15, 15, 10), (15, 15, 20),
    (15, 15, 21), (400, 300, 200), (5000, 700, 3000)]
SCALARS["negative_binomial"] = [(5.0, 0.5), (0.1, 0.01), (1.0, 0.9),
                                (3.0, 1.0), (2.0, 1e-15), (100.0, 0.5)]
SCALARS["vonmises"] = SCALARS["vonmises"] + [(3.0, 1e6), (3.14, 1000001.0),
                                             (-3.14, 2e6), (9.0, INF),
                                             (-4.0, 1e7)]
SCALARS["zipf"] = SCALARS["zipf"] + [(1.001,), (1025.0,), (INF,), (1024.5,)]
SCALARS["geometric"] = SCALARS["geometric"] + [(5e-324,)]
NORMALS = [
    # each wedge: taken, refused and again; both signs
    place(1, 0, 5) + place(255, 1, OUT) + U(0.0) + place(7, 0, OUT)
    + U(ALMOST_1) + place(9, 1, 77),
    place(100, 1, OUT) + U(0.001) + place(100, 0, OUT - 2 ** 20) + U(0.5),
    # the tail: the sign is bit 8 of the place, whatever the word's is
    place(0, 0, OUT) + U(0.5) + U(0.5) + place(0, 1, OUT - 256) + U(0.25)
    + U(0.75),
    # the tail refused once; log1p(0)
    place(0, 1, OUT) + U(0.999) + U(0.001) + U(0.1) + U(0.9),
    place(0, 0, OUT - 256) + U(0.0) + U(0.0) + U(0.0) + U(0.5),
]
EXPONENTIALS = [
    depth(1, 5) + depth(255, FAR) + U(0.0) + depth(7, FAR) + U(ALMOST_1),
    depth(100, FAR) + U(0.001) + depth(100, FAR - 2 ** 40) + U(0.5),
    depth(0, FAR) + U(0.5) + depth(0, FAR) + U(0.0) + depth(0, FAR)
    + U(ALMOST_1),
]
# name: (argument lists, words)
FORCED = {name: [(args, [w for u in us for w in U(u)]) for args, us in cases]
          for name, cases in legacy.FORCED.items()
          if name in ("laplace gumbel logistic beta binomial logseries "
                      "poisson hypergeometric zipf vonmises triangular")
          .split()}
FORCED["binomial"] = [case for case in FORCED["binomial"] if case[0][0]]
FORCED["geometric"] = [((0.5,), U(0.0)), ((0.01,), depth(3, 0)),
                       ((1e-300,), depth(0, FAR) + U(0.5))]
FORCED["standard_normal"] = [((), words) for words in NORMALS]
FORCED["standard_exponential"] = [((), words) for words in EXPONENTIALS]
FORCED["random"] = [((), U(0.0) + U(ALMOST_1) + U(0.5))]
FORCED["standard_exponential_inv"] = [((), U(0.0) + U(ALMOST_1))]
FORCED["standard_gamma"] = [((0.5,), U(0.0) + depth(3, 9)),
                            ((0.5,), U(ALMOST_1) + depth(3, 9)),
                            ((1.0000000000000002,),
                             place(255, 1, 2 ** 51) + place(0, 1, OUT))]
FORCED["wald"] = [((2.0, 3.0), place(5, 0, 0) + U(0.5) + U(0.9))]
FORCED["beta"] += [((1e-5, 1e-5), U(0.0) + U(0.0) + U(0.5) + U(0.0)),
                   ((1e-5, 1e-5), U(0.0) + U(0.25))]
# the end of the range: rounded beyond int64, again
FORCED["zipf"] += [((a,), U(ALMOST_1) + U(0.5) + U(0.3) + U(0.5))
                   for a in (1.001, 1.00001, 1.003)]
FORCED["weibull"] = [((0.3,), depth(3, 0))]
FORCED["power"] = [((0.3,), depth(3, 0))]


def numpys(rng, name):
    if name == "standard_exponential_inv":
        return lambda size: rng.standard_exponential(size, method="inv")
    return getattr(rng, name)


def scalar_cases(name):
    lists = SCALARS[name]
    for k, args in enumerate(lists):
        for kind in range(5) if len(lists) < 3 else kinds_of(k):
            rng, before = start(kind, 100 * k + kind)
            values = numpys(rng, name)(*args, size=9)
            yield line(args, before, values.tolist(), rng)
    for args, words in FORCED.get(name, []):
        rng, before = start(0, 5, words)
        values = numpys(rng, name)(*args, size=5)
        yield line(args, before, values.tolist(), rng)


def place_f32(layer, sign, where):
    return layer | sign << 8 | where << 9


def depth_f32(layer, where):
    return (layer | where << 8) << 1


LAST = 2 ** 23 - 1
ONE_F32 = 2 ** 32 - 1
FLOATS = {
    "random": [((), [0, ONE_F32, 255, 256])],
    "standard_normal": [
        ((), [place_f32(1, 0, 5), place_f32(255, 1, LAST), 0,
              place_f32(7, 0, LAST), ONE_F32, place_f32(9, 1, 77)]),
        ((), [place_f32(0, 0, LAST), 1 << 31, 1 << 31,
              place_f32(0, 1, LAST - 256), 1 << 30, 3 << 30]),
        ((), [place_f32(0, 1, LAST), 0xffc00000, 1 << 20, 1 << 28,
              0xe0000000])],
    "standard_exponential": [
        ((), [depth_f32(1, 5), depth_f32(255, LAST), 0, depth_f32(7, LAST),
              ONE_F32, depth_f32(0, LAST), 1 << 31, depth_f32(0, LAST), 0])],
    "standard_exponential_inv": [((), [0, ONE_F32, 1 << 31])],
    "standard_gamma": [((np.float32(0.5),), [0, depth_f32(3, 9)]),
                       ((np.float32(0.5),), [ONE_F32, depth_f32(3, 9)])],
}
SHAPES = [0.0, 0.001, 0.5, 0.999, 1.0, 1.0000001, 1.1, 2.5, 1e5, INF, NAN]


def float_cases(name):
    lists = [(np.float32(s),) for s in SHAPES] \
        if name == "standard_gamma" else [()]
    cases = [(args, kind, 1000 * k + kind, [])
             for k, args in enumerate(lists)
             for kind in (range(5) if len(lists) == 1 else kinds_of(k))]
    cases += [(args, 0, 5, words) for args, words in FLOATS[name]]
    if name == "standard_gamma":  # the first normal is below -2.47
        cases += [((np.float32(1.0000001),), PCG64, 122, [])]
    for args, kind, seed, words in cases:
        rng, before = start(kind, seed, words)
        f = numpys(rng, name)
        if name == "standard_exponential_inv":
            values = rng.standard_exponential(9, np.float32, "inv")
        else:
            values = f(*args, size=9, dtype=np.float32)
        yield line(args, before, list(values), rng)


RANGES = dict(legacy.RANGES)
RANGES["uint32"] = RANGES["uint32"] + [(0, 2 ** 32 - 2), (5, 3 * 2 ** 30)]
RANGES["uint64"] = RANGES["uint64"] + [(0, 2 ** 32 - 2), (0, 3 * 2 ** 30),
                                       (0, 3 * 2 ** 62)]
RANGES["uint8"] = RANGES["uint8"] + [(0, 254), (0, 192)]
RANGES["uint16"] = RANGES["uint16"] + [(0, 65534), (0, 49151)]


def integers_cases():
    k = 0
    for dtype, ranges in RANGES.items():
        for low, last in ranges:
            for size in (1, 13, 70):
                rng, before = start(kinds_of(k)[k % 2], k)
                values = rng.integers(low, last, size, dtype, endpoint=True)
                yield line((legacy.CODES.index(dtype), low, last), before,
                           values.tolist(), rng)
                k += 1
    # words that are refused: 0, and the last one that is
    for dtype, last, words in [
            ("uint8", 99, [0, 0x00ff0001]), ("uint16", 999, [0, 0x00020000]),
            ("uint32", 999, [0, 1, 2 ** 32 - 1]),
            ("uint64", 999, [0, 1, 2 ** 32 - 1]),
            ("uint64", 3 * 2 ** 62, [0, 0, 0, 1, 0x80000000, 0])]:
        rng, before = start(0, 5, words)
        values = rng.integers(0, last, 9, dtype, endpoint=True)
        yield line((legacy.CODES.index(dtype), 0, last), before,
                   values.tolist(), rng)


def bytes_cases():
    for size in (0, 1, 2, 3, 4, 5, 31, 40):
        for kind in (PCG64, 0):
            rng, before = start(kind, size)
            yield line((), before, list(rng.bytes(size)), rng)


def permutation_cases():
    for size in (0, 1, 2, 3, 10, 33, 300):
        for kind in kinds_of(size):
            rng, before = start(kind, size)
            yield line((), before, rng.permutation(size).tolist(), rng)


def permuted_cases():
    """Arguments: axis, shape. Values: what becomes of 0, 1, ... in it."""
    for k, (axis, shape) in enumerate([
            (0, (7,)), (0, (3, 4)), (1, (3, 4)), (0, (2, 3, 4)),
            (1, (2, 3, 4)), (2, (2, 3, 4)), (1, (2, 0, 3)), (0, (1, 5))]):
        for kind in kinds_of(k):
            rng, before = start(kind, k)
            x = np.arange(np.prod(shape)).reshape(shape)
            yield line((axis, *shape), before,
                       rng.permuted(x, axis=axis).ravel().tolist(), rng)


def choice_cases():
    """Arguments: pop, replace, shuffle, then the probabilities."""
    p = legacy.WEIGHTS
    cases = [(7, 1, 1, None, 9), (7, 0, 1, None, 4), (7, 0, 0, None, 4),
             (7, 0, 1, None, 0), (7, 0, 1, None, 7), (6, 1, 1, p, 12),
             (6, 0, 1, p, 5), (6, 0, 1, p, 2), (1, 1, 1, [1.0], 3),
             (0, 1, 1, None, 0), (500, 0, 1, None, 3), (1, 0, 1, None, 1),
             (10000, 0, 1, None, 220), (10001, 0, 1, None, 201),
             (10001, 0, 1, None, 200), (10001, 0, 0, None, 501),
             (10001, 0, 0, None, 500)]
    for k, (pop, replace, shuffle, p, size) in enumerate(cases):
        for kind in kinds_of(k):
            rng, before = start(kind, k)
            values = rng.choice(pop, size, bool(replace), p,
                                shuffle=bool(shuffle))
            yield line((pop, replace, shuffle, *(p or [])), before,
                       values.tolist(), rng)


def multinomial_cases():
    """Arguments: n, then pvals. Values: three rows."""
    for k, (n, p) in enumerate([
            (20, [1 / 6] * 6), (100, [0.5, 0.25, 0.25]), (0, [0.5, 0.5]),
            (10, [0.0, 1.0, 0.0]), (10, [1.0, 0.0, 0.0]),
            (10 ** 13, [1e-12, 1 - 1e-12]), (5, [0.2]),
            (5, [0.0, 0.3, 0.1]), (1000, [0.1] * 10),
            (10 ** 6, [0.1] * 10 + [0.0])]):
        for kind in kinds_of(k):
            rng, before = start(kind, k)
            values = rng.multinomial(n, p, 3).ravel()
            yield line((n, *p), before, values.tolist(), rng)


def dirichlet_cases():
    """Arguments: alpha. Values: three rows."""
    for k, alpha in enumerate([
            [1.0], [0.5, 2.0], [0.01, 0.02, 5.0], [1e-3, 1e-3],
            [100.0, 7.0, 30.0, 2.0], [NAN, 1.0], [0.0, 0.0], [0.05],
            [0.0, 0.09, 0.05], [0.09, 0.0, 0.0], [1e-200, 1e-200, 1e-250],
            [0.1, 0.01], [0.0, 3.0], [NAN, 0.01]]):
        for kind in kinds_of(k):
            rng, before = start(kind, k)
            values = rng.dirichlet(alpha, 3).ravel()
            yield line([float(a) for a in alpha], before, values.tolist(),
                       rng)


def mvhg_cases():
    """Arguments: method (1: count), nsample, colors. Values: three rows."""
    for k, (n, colors) in enumerate([
            (5, [3, 4, 5]), (7, [3, 4, 5]), (6, [3, 4, 5]), (12, [3, 4, 5]),
            (0, [3, 4, 5]), (3, [0, 9, 0]), (40, [100, 50, 7, 9]),
            (150, [100, 50, 7, 9]), (2, [5]), (0, [0, 0])]):
        for method, name in enumerate(["marginals", "count"]):
            for kind in kinds_of(k):
                rng, before = start(kind, k)
                values = rng.multivariate_hypergeometric(colors, n, 3, name)
                yield line((method, n, *colors), before,
                           values.ravel().tolist(), rng)


def seed_sequence_cases():
    """Arguments: pool_size, the number of entropy words, those, spawn_key's.
    Values: the pool, generate_state(5), the low words of generate_state(3,
    uint64) and the high ones, then the pools of two children."""
    entropies = [[], [0], [1], [12345], [1, 2, 3, 4], [1, 2, 3, 4, 5],
                 list(range(40)), [2 ** 32 - 1] * 9]
    for words in entropies:
        for key in [], [0], [7, 2 ** 32 - 1, 3]:
            for size in 4, 5, 32:
                seq = np.random.SeedSequence(words, spawn_key=key,
                                             pool_size=size)
                wide = seq.generate_state(3, np.uint64).tolist()
                values = [*seq.pool, *seq.generate_state(5),
                          *[w & 0xffffffff for w in wide],
                          *[w >> 32 for w in wide]]
                for child in seq.spawn(2):
                    values += child.pool.tolist()
                args = (size, len(words), *words, *key)
                rng, before = start(0, 0)
                yield line(args, before, [int(v) for v in values], rng)


def bits_cases():
    """Arguments: none. Values: 5 halves, 3 words, 3 halves, 2 raw."""
    for kind in range(5):
        for seed in (0, 12345, 2 ** 64 - 1):
            rng, before = start(kind, seed)
            values = rng.integers(0, 2 ** 32, 5, np.uint32).tolist()
            values += rng.integers(0, 2 ** 64, 3, np.uint64).tolist()
            values += rng.integers(0, 2 ** 32, 3, np.uint32).tolist()
            values += rng.bit_generator.random_raw(2).tolist()
            yield line((), before, values, rng)


def jump_cases():
    """Arguments: 1: jumped, 0: advance; the number as 4 words. One half and
    one word are drawn before. Values: two raw."""
    numbers = [0, 1, 2, 5, 2 ** 64 - 1, 2 ** 64, 2 ** 127 + 3, -1, -2 ** 64]
    for kind in range(5):
        for jumped in 0, 1:
            if not hasattr(KINDS[kind], ("advance", "jumped")[jumped]):
                continue
            for number in numbers[:4] if kind == 0 else numbers + [
                    2 ** 200 + 2 ** 70]:
                if jumped and number >= 2 ** 128:
                    continue
                rng, before = start(kind, 7)
                rng.integers(0, 2 ** 32, dtype=np.uint32)
                rng.integers(0, 2 ** 64, dtype=np.uint64)
                source = rng.bit_generator
                source = source.jumped(number) if jumped else \
                    source.advance(number)
                values = source.random_raw(2).tolist()
                yield line((jumped, *words64(number, 4)), before, values,
                           np.random.Generator(source))


OTHERS = {
    "integers": (integers_cases, "dtype low last"),
    "bytes": (bytes_cases, "none; values: the bytes"),
    "permutation": (permutation_cases, "none"),
    "permuted": (permuted_cases, "axis shape...; values: of 0 1 2 ..."),
    "choice": (choice_cases, "pop replace shuffle [p...]"),
    "multinomial": (multinomial_cases, "n pvals...; values: three rows"),
    "dirichlet": (dirichlet_cases, "alpha...; values: three rows"),
    "multivariate_hypergeometric": (
        mvhg_cases, "count nsample colors...; values: three rows"),
    "seed_sequence": (
        seed_sequence_cases, "pool_size n entropy... spawn_key...; values: "
        "pool, 5 of uint32, 3 of uint64 low, high, pools of two children"),
    "bits": (bits_cases, "none; values: 5 u32, 3 u64, 3 u32, 2 raw"),
    "jump": (jump_cases, "jumped number in 4 words, after a u32 and a u64; "
             "values: 2 raw"),
}


def names():
    return [*SCALARS, *(f + "_f32" for f in FLOATS), *OTHERS]


def lines(name):
    told = "as NumPy's"
    if name in OTHERS:
        cases, told = OTHERS[name]
        cases = cases()
    elif name.endswith("_f32"):
        cases = float_cases(name[:-4])
    else:
        cases = scalar_cases(name)
    yield (f"# GENERATED by tools/gen_vectors_generator.py {name}: do not "
           f"edit; NumPy {np.__version__}; arguments: {told}")
    yield from cases


def main(argv):
    if argv[1:2] == ["--all"] and len(argv) == 3:
        for name in names():
            path = pathlib.Path(argv[2]) / f"generator_{name}.kat"
            path.write_text("\n".join(lines(name)) + "\n")
    elif len(argv) == 2 and argv[1] in names():
        print("\n".join(lines(argv[1])))
    else:
        sys.exit(__doc__.split("\n\n")[1])


if __name__ == "__main__":
    main(sys.argv)
