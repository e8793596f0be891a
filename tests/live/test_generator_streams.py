# SPDX-License-Identifier: MIT
"""The C library's Generator against the installed NumPy's, over all bit
generators. Values and the state afterwards are compared as bits.
SS_LIVE_COUNT is the number of random cases of each test.
"""
import ctypes as c
import math
import os

import pytest

import generator_calls as gen
import numpy_calls as calls
from test_numpy_streams import BAD, bounds, probabilities, raised, size_of

np = calls.np

LIB = calls.load()
COUNT = int(os.environ.get("SS_LIVE_COUNT", "300"))
DTYPES = {np.bool_: 0, np.int8: 1, np.uint8: 2, np.int16: 3, np.uint16: 4,
          np.int32: 5, np.uint32: 6, np.int64: 7, np.uint64: 8}


def check_state(ours, rng, what):
    gen.check_state(ours.bitgen, rng.bit_generator, what)


def again(g, k, pair):
    """Another bit generator now and then."""
    return gen.fresh(LIB, g) if k % 25 == 0 else pair


def compare(ours, rng, name, args, n):
    what = f"{type(rng.bit_generator).__name__} {name}{args} n={n}"
    theirs = gen.numpys(rng, name)
    with np.errstate(all="ignore"):
        want = theirs(*args) if n is None else theirs(*args, size=n)
    if n is None:
        dtype = calls.DTYPE[gen.METHODS[name][0]]
        got, want = dtype(gen.call(LIB, ours, name, args)), dtype(want)
    else:
        got, status = gen.fill(LIB, ours, name, args, n)
        assert status == 0, f"{what}: {calls.text(LIB, status)}"
    calls.same(got, want, what)
    check_state(ours, rng, what)


@pytest.mark.parametrize("name", gen.METHODS)
def test_distribution(name):
    g = np.random.default_rng()
    pair = None
    for k in range(COUNT):
        pair = again(g, k, pair)
        n = None if k % 3 == 0 else size_of(g) // (1 + k % 5)
        compare(*pair, name, gen.ARGUMENTS[name](g), n)


@pytest.mark.parametrize("name", ["standard_normal", "standard_exponential"])
def test_long_ziggurats(name):
    """Enough values for every layer, the wedges and the tails."""
    g = np.random.default_rng()
    for _ in range(COUNT // 30 + 1):
        compare(*gen.fresh(LIB, g), name, (), 300000)


def test_mixed_session():
    g = np.random.default_rng()
    pair = None
    for k in range(COUNT):
        pair = again(g, k, pair)
        name = str(g.choice(list(gen.METHODS)))
        compare(*pair, name, gen.ARGUMENTS[name](g),
                int(g.integers(0, 9)) or None)
        floats(g, *pair, str(g.choice(FLOATS)))


FLOATS = ["random", "standard_normal", "standard_exponential",
          "standard_exponential_inv", "standard_gamma"]


def floats(g, ours, rng, name, n=None):
    args, keys = (), {"dtype": np.float32}
    if name == "standard_gamma":
        args = (np.float32(min(calls.shape(g), 1e38)),)
    n = int(g.integers(0, 400)) if n is None else n
    what = f"{type(rng.bit_generator).__name__} {name}{args} f32 n={n}"
    own = [c.c_float(a) for a in args]
    with np.errstate(all="ignore"):
        want = gen.numpys(rng, name)(*args, size=n, **keys)
        one = gen.numpys(rng, name)(*args, **keys)
    out = np.empty(n, np.float32)
    f = getattr(LIB, f"ss_numpy_generator_{name}_f32_fill")
    f(c.byref(ours), *own, gen.pointer(out), c.c_size_t(n))
    gen.same_floats(out, want, what)
    f = getattr(LIB, f"ss_numpy_generator_{name}_f32")
    f.restype = c.c_float
    gen.same_floats(np.array([f(c.byref(ours), *own)], np.float32),
                    np.array([one]), what)
    check_state(ours, rng, what)


@pytest.mark.parametrize("name", FLOATS)
def test_float32(name):
    g = np.random.default_rng()
    pair = None
    for k in range(COUNT):
        pair = again(g, k, pair)
        floats(g, *pair, name)
    for _ in range(COUNT // 30 + 1):
        floats(g, *gen.fresh(LIB, g), name, 200000)


@pytest.mark.parametrize("dtype", DTYPES)
def test_integers(dtype):
    g = np.random.default_rng()
    pair = None
    for k in range(COUNT):
        pair = ours, rng = again(g, k, pair)
        low, last = bounds(g, dtype)
        n = size_of(g)
        what = f"integers({low}, {last + 1}, {n}, {dtype.__name__})"
        want = rng.integers(low, last, n, dtype, endpoint=True)
        out = np.empty(n, dtype)
        assert LIB.ss_numpy_generator_integers_fill(
            c.byref(ours), DTYPES[dtype], c.c_uint64(low % 2 ** 64),
            c.c_uint64(last % 2 ** 64), gen.pointer(out),
            c.c_size_t(n)) == 0, what
        calls.same(out, want, what)
        check_state(ours, rng, what)


@pytest.mark.parametrize("dtype", DTYPES)
def test_integers_of_arrays(dtype):
    g = np.random.default_rng()
    LIB.ss_numpy_generator_integers_next.restype = c.c_uint64
    pair = None
    for k in range(COUNT // 4 + 1):
        pair = ours, rng = again(g, k, pair)
        pairs = [bounds(g, dtype) for _ in range(int(g.integers(1, 40)))]
        lows = np.array([p[0] for p in pairs], object)
        highs = np.array([p[1] + 1 for p in pairs], object)
        if dtype is not np.uint64 and dtype is not np.int64:
            lows, highs = lows.astype(np.int64), highs.astype(np.int64)
        want = rng.integers(lows, highs, dtype=dtype)
        buffer = calls.Buffer()
        out = np.array([LIB.ss_numpy_generator_integers_next(
            c.byref(ours), DTYPES[dtype], c.c_uint64(a % 2 ** 64),
            c.c_uint64(b % 2 ** 64), c.byref(buffer)) for a, b in pairs],
            np.uint64)
        calls.same(out.astype(dtype), want, f"integers of {pairs}")
        check_state(ours, rng, f"integers of {pairs}")


def test_integers_errors():
    g = np.random.default_rng()
    f = LIB.ss_numpy_generator_integers_check
    f.argtypes = [c.c_int, calls.Int65, calls.Int65, c.c_bool]
    edges = [0, 1, 2, 5] + [s * 2 ** k + d for k in (7, 8, 15, 16, 31, 32, 63)
                            for s in (1, -1) for d in (-1, 0, 1)]
    rng = np.random.default_rng(1)
    for dtype, code in DTYPES.items():
        for _ in range(COUNT):
            low, high = (int(g.choice(np.array(edges, object)))
                         for _ in range(2))
            closed = bool(g.random() < 0.5)
            last = high if closed else high - 1
            want = raised(lambda: rng.integers(low, high, dtype=dtype,
                                               endpoint=closed))
            status = f(code, calls.Int65(low < 0, low % 2 ** 64),
                       calls.Int65(last < 0, last % 2 ** 64), closed)
            got = calls.text(LIB, status) if status else None
            if got and got[1].endswith("out of bounds"):
                got = got[0], got[1] + " for " + np.dtype(dtype).name
            assert got == want, f"integers({low}, {high}, {dtype}, {closed})"


def test_bytes_and_shuffles():
    g = np.random.default_rng()
    pair = None
    for k in range(COUNT):
        pair = ours, rng = again(g, k, pair)
        n = size_of(g)
        out = np.empty(n + 1, np.uint8)
        LIB.ss_numpy_generator_bytes(c.byref(ours), gen.pointer(out),
                                     c.c_size_t(n))
        assert out[:n].tobytes() == rng.bytes(n), f"bytes({n})"
        check_state(ours, rng, f"bytes({n})")
        a = g.integers(0, 256, (n, int(g.integers(1, 90))), dtype=np.uint8)
        b = a.copy()
        if g.random() < 0.5:  # a column, strided
            rng.shuffle(a[:, 0])
            item = 1
        else:  # rows
            rng.shuffle(a)
            item = a.shape[1]
        LIB.ss_numpy_generator_shuffle(c.byref(ours), gen.pointer(b),
                                       c.c_size_t(n), c.c_size_t(item),
                                       c.c_ssize_t(b.strides[0]))
        calls.same(b.ravel(), a.ravel(), f"shuffle {a.shape} by {item}")
        out = np.empty(n, np.int64)
        LIB.ss_numpy_generator_permutation_fill(
            c.byref(ours), gen.pointer(out), c.c_size_t(n))
        calls.same(out, rng.permutation(n), f"permutation({n})")
        check_state(ours, rng, f"permutation({n})")


class Array(c.Structure):
    _fields_ = [("dtype", c.c_int), ("ndim", c.c_uint32),
                ("itemsize", c.c_size_t), ("shape", c.c_size_t * 64),
                ("strides", c.c_ssize_t * 64), ("data", c.c_void_p),
                ("owned", c.c_void_p)]


def test_permuted():
    g = np.random.default_rng()
    pair = None
    for k in range(COUNT):
        pair = ours, rng = again(g, k, pair)
        shape = [int(g.integers(0, 6)) for _ in range(int(g.integers(1, 5)))]
        x = g.integers(0, 2 ** 60, shape)
        x = x.transpose(g.permutation(x.ndim))
        if g.random() < 0.4:
            x = x[::-1]
        axis = int(g.integers(x.ndim))
        own = Array(7, x.ndim, 8, (c.c_size_t * 64)(*x.shape),
                    (c.c_ssize_t * 64)(*x.strides), x.ctypes.data, None)
        want = rng.permuted(x, axis=axis)
        assert LIB.ss_numpy_generator_permuted(
            c.byref(ours), c.byref(own), c.c_uint32(axis)) == 0
        calls.same(x.ravel(), want.ravel(), f"permuted {x.shape} {axis}")
        check_state(ours, rng, f"permuted {x.shape} {axis}")
        assert LIB.ss_numpy_generator_permuted(
            c.byref(ours), c.byref(own), c.c_uint32(x.ndim)) == 6


def choice_case(g, k):
    pop = int(g.integers(1, 60)) if k % 7 else int(g.integers(-1, 2000))
    n = int(g.random() * 1.1 * max(pop, 1)) if k % 3 else size_of(g)
    if k % 29 == 0:  # Floyd's or the tail's
        pop = int(g.choice([10000, 10001, 20000, 30000]))
        n = pop // int(g.choice([1, 2, 20, 50, 60])) + int(g.integers(-1, 2))
    p, dtype = None, np.float64
    if 0 < pop < 5000 and k % 2:
        dtype = [np.float64, np.float32, np.float16][int(g.integers(3))]
        p = probabilities(g, pop).astype(dtype)
    return pop, n, bool(g.random() < 0.4), p, dtype, bool(g.random() < 0.5)


def test_choice():
    g = np.random.default_rng()
    pair = None
    codes = {np.float64: 12, np.float32: 11, np.float16: 9}
    for k in range(COUNT):
        pair = ours, rng = again(g, k, pair)
        pop, n, replace, p, dtype, shuffle = choice_case(g, k)
        wide = None if p is None else p.astype(np.float64)
        out = np.empty(n, np.int64)
        status = LIB.ss_numpy_generator_choice_fill(
            c.byref(ours), c.c_int64(pop), c.c_bool(replace),
            None if p is None else gen.pointer(wide), codes[dtype],
            c.c_bool(shuffle), gen.pointer(out), c.c_size_t(n))
        what = f"choice({pop}, {n}, {replace}, {p}, shuffle={shuffle})"
        want = []
        error = raised(lambda: want.append(
            rng.choice(pop, n, replace, p, shuffle=shuffle)))
        got = calls.text(LIB, status) if status else None
        if error and error[1].startswith("a must be"):
            assert error == calls.text(LIB, 181)
            error = calls.text(LIB, 176)
        assert got == error, what
        if not error:
            calls.same(out, want[0], what)
        check_state(ours, rng, what)


def test_multinomial():
    g = np.random.default_rng()
    pair = None
    for k in range(COUNT):
        pair = ours, rng = again(g, k, pair)
        p = g.random(int(g.integers(1, 9))) ** int(g.integers(1, 30))
        p[g.random(p.size) < 0.2] = 0.0
        p = p / p.sum() if p.sum() > 0 else p
        p = p * 0.7 if g.random() < 0.2 else p
        n, rows = calls.count(g), int(g.integers(0, 5))
        what = f"multinomial({n}, {p}, {rows})"
        out = np.full((rows, p.size), -9, np.int64)
        want = rng.multinomial(n, p, size=rows)
        assert LIB.ss_numpy_generator_multinomial_fill(
            c.byref(ours), c.c_int64(n), gen.pointer(p), c.c_size_t(p.size),
            gen.pointer(out), c.c_size_t(rows)) == 0, what
        calls.same(out.ravel(), want.ravel(), what)
        check_state(ours, rng, what)


def colors(g):
    most = int(g.choice([5, 100, 10000, 10 ** 8]))
    return g.integers(0, most, int(g.integers(0, 7)))


def test_multivariate_hypergeometric():
    g = np.random.default_rng()
    pair = None
    for k in range(COUNT):
        pair = ours, rng = again(g, k, pair)
        x = colors(g)
        method = "count" if x.sum() < 30000 and k % 2 else "marginals"
        n = int(g.random() * (x.sum() + 1)) if k % 5 else int(x.sum())
        rows = int(g.integers(0, 5))
        what = f"multivariate_hypergeometric({x}, {n}, {rows}, {method})"
        want = rng.multivariate_hypergeometric(x, n, rows, method)
        out = np.full((rows, x.size), -9, np.int64)
        assert LIB.ss_numpy_generator_multivariate_hypergeometric_fill(
            c.byref(ours), gen.pointer(x), c.c_size_t(x.size), c.c_int64(n),
            int(method == "count"), gen.pointer(out), c.c_size_t(rows)) == 0
        calls.same(out.ravel(), want.ravel(), what)
        check_state(ours, rng, what)


def test_dirichlet():
    g = np.random.default_rng()
    pair = None
    for k in range(COUNT):
        pair = ours, rng = again(g, k, pair)
        size = int(g.integers(0, 7))
        alpha = np.array([calls.small(g) for _ in range(size)])
        if k % 2:
            alpha = np.array([float(10.0 ** g.uniform(-6, -1.001))
                              for _ in range(size)])
        if k % 7 == 1:
            alpha = np.array([gen.tiny(g) * 0.0999 for _ in range(size)])
        alpha[g.random(size) < 0.1] = 0.0
        if k % 20 == 0:
            alpha[g.random(size) < 0.3] = math.nan
        rows = int(g.integers(0, 6))
        what = f"dirichlet({alpha.tolist()}, {rows})"
        out = np.full((rows, size), 9.0)
        with np.errstate(all="ignore"):
            want = rng.dirichlet(alpha, size=rows)
        assert LIB.ss_numpy_generator_dirichlet_fill(
            c.byref(ours), gen.pointer(alpha), c.c_size_t(size),
            gen.pointer(out), c.c_size_t(rows)) == 0, what
        calls.same(out.ravel(), want.ravel(), what)
        check_state(ours, rng, what)


@pytest.mark.parametrize("name", [m for m in gen.METHODS
                                  if gen.METHODS[m].split(" ")[1]])
def test_errors(name):
    """Any scalars: the same exception, or none on either side."""
    g = np.random.default_rng()
    types = gen.METHODS[name].split(" ")[1]
    rng = np.random.default_rng(1)
    for _ in range(COUNT):
        args = tuple(
            float(g.choice(BAD)) if t == "d" else int(g.integers(-3, 14))
            for t in types)
        if g.random() < 0.1 and "i" in types:
            args = tuple(int(g.choice([0, 10 ** 9, 10 ** 9 - 1, 2 ** 62,
                                       2 ** 63 - 1, -2 ** 63]))
                         if t == "i" else a for t, a in zip(types, args))
        status = gen.check(LIB, name, args)
        with np.errstate(all="ignore"):
            want = raised(lambda: getattr(rng, name)(*args, size=0))
        assert (calls.text(LIB, status) if status else None) == want, \
            f"{name}{args}"


def test_vector_errors():
    g = np.random.default_rng()
    rng = np.random.default_rng(1)
    def text(status):
        return calls.text(LIB, status) if status else None

    for _ in range(COUNT):
        p = np.array(g.choice(BAD + [0.25, 0.5, 0.1, 1 + 1e-12],
                              int(g.integers(0, 5))))
        n = int(g.integers(-2, 5))
        want = raised(lambda: rng.multinomial(n, p, size=0))
        assert text(LIB.ss_numpy_generator_multinomial_check(
            c.c_int64(n), gen.pointer(p), c.c_size_t(p.size))) == want, (n, p)
        alpha = np.array(g.choice(BAD, int(g.integers(0, 4))))
        want = raised(lambda: rng.dirichlet(alpha, size=0))
        assert text(LIB.ss_numpy_generator_dirichlet_check(
            gen.pointer(alpha), c.c_size_t(alpha.size))) == want, alpha
        x = g.choice([-1, 0, 1, 5, 10 ** 9 - 1, 10 ** 9, 2 ** 59, 2 ** 60,
                      2 ** 63 - 1], int(g.integers(0, 4)))
        n = int(g.choice([-1, 0, 1, 7, 10 ** 9, 2 ** 61]))
        for code, method in enumerate(["marginals", "count"]):
            want = raised(lambda: rng.multivariate_hypergeometric(
                x, n, 0, method))
            assert text(
                LIB.ss_numpy_generator_multivariate_hypergeometric_check(
                    gen.pointer(x), c.c_size_t(x.size), c.c_int64(n),
                    code)) == want, (x, n, method)


def test_default_rng():
    g = np.random.default_rng()
    for _ in range(COUNT):
        seed = int(g.integers(0, 2 ** 64, dtype=np.uint64)) >> int(
            g.integers(0, 64))
        ours = gen.Generator()
        LIB.ss_numpy_default_rng(c.byref(ours), c.c_uint64(seed))
        check_state(ours, np.random.default_rng(seed), f"default_rng({seed})")
        assert ours.binomial.has_binomial == 0


def test_randomstate_over_any_bit_generator():
    g = np.random.default_rng()
    for k in range(COUNT):
        if k % 10 == 0:
            source, rng = gen.fresh(LIB, g)
            ours = calls.RandomState()
            ours.bitgen = source.bitgen
            theirs = np.random.RandomState(rng.bit_generator)
        name = str(g.choice(list(calls.METHODS)))
        args, n = calls.ARGUMENTS[name](g), int(g.integers(0, 99))
        what = f"{type(rng.bit_generator).__name__} legacy {name}{args} {n}"
        with np.errstate(all="ignore"):
            want = getattr(theirs, name)(*args, size=n)
        calls.same(calls.fill(LIB, ours, name, args, n)[0], want, what)
        dtype = list(DTYPES)[int(g.integers(9))]
        low, last = bounds(g, dtype)
        out = np.empty(n, dtype)
        LIB.ss_numpy_randint_fill(
            c.byref(ours), DTYPES[dtype], c.c_uint64(low % 2 ** 64),
            c.c_uint64(last % 2 ** 64), gen.pointer(out), c.c_size_t(n))
        calls.same(out, theirs.randint(low, last + 1, n, dtype), what)
        gen.check_state(ours.bitgen, rng.bit_generator, what)
        state = theirs.get_state(legacy=False)
        assert (ours.has_gauss, ours.gauss) == (state["has_gauss"],
                                                state["gauss"]), what
