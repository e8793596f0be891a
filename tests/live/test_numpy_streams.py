# SPDX-License-Identifier: MIT
"""The C library's RandomState against the installed NumPy's.

Values and the state afterwards are compared as bits. SS_LIVE_COUNT is the
number of random cases of each test.
"""
import ctypes as c
import math
import os

import pytest

import numpy_calls as calls

np = calls.np

LIB = calls.load()
COUNT = int(os.environ.get("SS_LIVE_COUNT", "300"))


def fresh(g):
    """The same random state twice, at any position, with or without a
    Gaussian."""
    ours = calls.RandomState()
    if g.random() < 0.7:
        seed = int(g.integers(0, 2 ** 32))
        theirs = np.random.RandomState(seed)
        LIB.ss_numpy_randomstate_seed(c.byref(ours), c.c_uint32(seed))
    else:
        words = g.integers(0, 2 ** 32, int(g.integers(1, 700)),
                           dtype=np.uint32)
        theirs = np.random.RandomState(words.tolist())
        LIB.ss_numpy_randomstate_seed_array(
            c.byref(ours), words.ctypes.data_as(c.POINTER(c.c_uint32)),
            c.c_size_t(words.size))
    warm = int(g.integers(0, 700))
    theirs.bytes(4 * warm) if warm else None
    if warm:
        LIB.ss_numpy_bytes(c.byref(ours), np.empty(4 * warm, np.uint8)
                           .ctypes.data_as(c.c_void_p), c.c_size_t(4 * warm))
    if g.random() < 0.5:
        assert theirs.standard_normal() == calls.call(
            LIB, ours, "standard_normal", ())
    calls.check_state(ours, theirs, f"seed, {warm} words")
    return ours, theirs


def size_of(g):
    kind = g.integers(4)
    return int([g.integers(0, 4), g.integers(0, 30), g.integers(0, 300),
                g.integers(0, 1500)][kind])


def compare(g, ours, theirs, name, args, n):
    what = f"{name}{args} n={n}"
    with np.errstate(all="ignore"):
        if n is None:
            want = getattr(theirs, name)(*args)
            got = calls.call(LIB, ours, name, args)
            dtype = calls.DTYPE[calls.METHODS[name][0]]
            got, want = dtype(got), dtype(want)
        else:
            want = getattr(theirs, name)(*args, size=n)
            got, status = calls.fill(LIB, ours, name, args, n)
            assert status == 0, f"{what}: {calls.text(LIB, status)}"
    calls.same(got, want, what)
    calls.check_state(ours, theirs, what)


@pytest.mark.parametrize("name", calls.METHODS)
def test_distribution(name):
    g = np.random.default_rng()
    ours, theirs = fresh(g)
    for k in range(COUNT):
        if k % 50 == 0:
            ours, theirs = fresh(g)
        args = calls.ARGUMENTS[name](g)
        compare(g, ours, theirs, name, args,
                None if k % 3 == 0 else size_of(g) // (1 + k % 5))


def test_mixed_session():
    """One state through all methods: caches, hidden ones too, reseeding."""
    g = np.random.default_rng()
    ours, theirs = fresh(g)
    setups = [(100, 0.3), (1000, 0.2), (10 ** 13, 1e-12), (50, 0.01)]
    for k in range(COUNT):
        name = str(g.choice(list(calls.METHODS)))
        args = calls.ARGUMENTS[name](g)
        if name == "binomial":
            args = setups[int(g.integers(len(setups)))]
        compare(g, ours, theirs, name, args, int(g.integers(0, 9)) or None)
        if k % 4 == 0:
            n, p = setups[int(g.integers(len(setups)))]
            multinomial(ours, theirs, n, [p, 1 - p], 3)
        if k % 40 == 0:
            seed = int(g.integers(0, 2 ** 32))
            theirs.seed(seed)
            LIB.ss_numpy_randomstate_reseed(c.byref(ours), c.c_uint32(seed))
        calls.check_state(ours, theirs, f"session, step {k}, {name}")


def multinomial(ours, theirs, n, pvals, rows):
    what = f"multinomial({n}, {pvals}, {rows})"
    p = np.array(pvals, np.float64)
    out = np.full((rows, p.size), -9, np.int64)
    want = theirs.multinomial(n, p, size=rows)
    status = LIB.ss_numpy_multinomial_fill(
        c.byref(ours), c.c_int64(n), c.c_void_p(p.ctypes.data),
        c.c_size_t(p.size), c.c_void_p(out.ctypes.data), c.c_size_t(rows))
    assert status == 0, f"{what}: {calls.text(LIB, status)}"
    calls.same(out.ravel(), want.ravel(), what)
    calls.check_state(ours, theirs, what)


def test_multinomial():
    g = np.random.default_rng()
    ours, theirs = fresh(g)
    for k in range(COUNT):
        if k % 50 == 0:
            ours, theirs = fresh(g)
        p = g.random(int(g.integers(1, 9))) ** int(g.integers(1, 30))
        p[g.random(p.size) < 0.2] = 0.0
        p = p / p.sum() if p.sum() > 0 else p
        if g.random() < 0.2:
            p = p * 0.7
        multinomial(ours, theirs, calls.count(g), p, int(g.integers(0, 5)))


def test_dirichlet():
    g = np.random.default_rng()
    ours, theirs = fresh(g)
    for k in range(COUNT):
        alpha = np.array([calls.small(g) for _ in range(g.integers(1, 7))])
        rows = int(g.integers(0, 6))
        what = f"dirichlet({alpha}, {rows})"
        out = np.empty((rows, alpha.size))
        with np.errstate(all="ignore"):
            want = theirs.dirichlet(alpha, size=rows)
        assert LIB.ss_numpy_dirichlet_fill(
            c.byref(ours), c.c_void_p(alpha.ctypes.data),
            c.c_size_t(alpha.size), c.c_void_p(out.ctypes.data),
            c.c_size_t(rows)) == 0, what
        calls.same(out.ravel(), want.ravel(), what)
        calls.check_state(ours, theirs, what)


DTYPES = {np.bool_: 0, np.int8: 1, np.uint8: 2, np.int16: 3, np.uint16: 4,
          np.int32: 5, np.uint32: 6, np.int64: 7, np.uint64: 8}


def bounds(g, dtype):
    """low and last (included) within the dtype."""
    if dtype is np.bool_:
        least, most = 0, 1
    else:
        info = np.iinfo(dtype)
        least, most = int(info.min), int(info.max)
    kind = g.integers(5)
    if kind == 0:
        return least, most
    width = int(2.0 ** g.uniform(0, (most - least).bit_length()))
    if kind == 1:
        width = 1 << int(g.integers(0, (most - least).bit_length()))
    low = least + int(g.random() * (most - least))
    if kind == 2:
        low = 0
    return low, min(most, low + width - int(g.integers(0, 2)))


@pytest.mark.parametrize("dtype", DTYPES)
def test_randint(dtype):
    g = np.random.default_rng()
    ours, theirs = fresh(g)
    for k in range(COUNT):
        low, last = bounds(g, dtype)
        n = size_of(g)
        what = f"randint({low}, {last + 1}, {n}, {dtype.__name__})"
        want = theirs.randint(low, last + 1, size=n, dtype=dtype)
        out = np.empty(n, dtype)
        assert LIB.ss_numpy_randint_fill(
            c.byref(ours), DTYPES[dtype], c.c_uint64(low % 2 ** 64),
            c.c_uint64(last % 2 ** 64), c.c_void_p(out.ctypes.data),
            c.c_size_t(n)) == 0, what
        calls.same(out, want, what)
        calls.check_state(ours, theirs, what)


@pytest.mark.parametrize("dtype", DTYPES)
def test_randint_of_arrays(dtype):
    g = np.random.default_rng()
    LIB.ss_numpy_randint_next.restype = c.c_uint64
    ours, theirs = fresh(g)
    for k in range(COUNT // 4 + 1):
        pairs = [bounds(g, dtype) for _ in range(int(g.integers(1, 40)))]
        lows = np.array([p[0] for p in pairs], object)
        highs = np.array([p[1] + 1 for p in pairs], object)
        if dtype is not np.uint64 and dtype is not np.int64:
            lows, highs = lows.astype(np.int64), highs.astype(np.int64)
        want = theirs.randint(lows, highs, dtype=dtype)
        buffer = calls.Buffer()
        out = np.array([LIB.ss_numpy_randint_next(
            c.byref(ours), DTYPES[dtype], c.c_uint64(a % 2 ** 64),
            c.c_uint64(b % 2 ** 64), c.byref(buffer)) for a, b in pairs],
            np.uint64)
        calls.same(out.astype(dtype), want, f"randint of {pairs}")
        calls.check_state(ours, theirs, f"randint of {pairs}")


def raised(f):
    """The exception as the library would report it; None: no exception."""
    try:
        f()
    except Exception as e:
        return type(e).__name__, str(e)
    return None


def test_randint_errors():
    g = np.random.default_rng()
    LIB.ss_numpy_randint_check.argtypes = [c.c_int, calls.Int65, calls.Int65]
    edges = [0, 1, 2, 5] + [s * 2 ** k + d for k in (7, 8, 15, 16, 31, 32, 63)
                            for s in (1, -1) for d in (-1, 0, 1)]
    rs = np.random.RandomState(1)
    for dtype, code in DTYPES.items():
        for _ in range(COUNT):
            low, high = (int(g.choice(np.array(edges, object)))
                         for _ in range(2))
            want = raised(lambda: rs.randint(low, high, dtype=dtype))
            status = LIB.ss_numpy_randint_check(
                code, calls.Int65(low < 0, low % 2 ** 64),
                calls.Int65(high - 1 < 0, (high - 1) % 2 ** 64))
            got = calls.text(LIB, status) if status else None
            if got and got[1].endswith("out of bounds"):
                got = got[0], got[1] + " for " + np.dtype(dtype).name
            assert got == want, f"randint({low}, {high}, {dtype})"


def test_bytes_and_shuffles():
    g = np.random.default_rng()
    ours, theirs = fresh(g)
    for k in range(COUNT):
        n = size_of(g)
        out = np.empty(n + 1, np.uint8)
        LIB.ss_numpy_bytes(c.byref(ours), c.c_void_p(out.ctypes.data),
                           c.c_size_t(n))
        assert out[:n].tobytes() == theirs.bytes(n), f"bytes({n})"
        calls.check_state(ours, theirs, f"bytes({n})")
        a = g.integers(0, 256, (n, int(g.integers(1, 90))), dtype=np.uint8)
        b = a.copy()
        if g.random() < 0.5:  # a column, strided
            theirs.shuffle(a[:, 0])
            item = 1
        else:  # rows
            theirs.shuffle(a)
            item = a.shape[1]
        LIB.ss_numpy_shuffle(c.byref(ours), c.c_void_p(b.ctypes.data),
                             c.c_size_t(n), c.c_size_t(item),
                             c.c_ssize_t(b.strides[0]))
        calls.same(b.ravel(), a.ravel(), f"shuffle {a.shape} by {item}")
        out = np.empty(n, np.int64)
        LIB.ss_numpy_permutation_fill(c.byref(ours),
                                      c.c_void_p(out.ctypes.data),
                                      c.c_size_t(n))
        calls.same(out, theirs.permutation(n), f"permutation({n})")
        calls.check_state(ours, theirs, f"permutation({n})")


def probabilities(g, pop):
    p = g.random(pop) ** int(g.integers(1, 12))
    p[g.random(pop) < 0.2] = 0.0
    if p.sum() == 0:
        p[0] = 1.0
    p /= p.sum()
    kind = g.integers(12)
    if kind == 0:
        p[int(g.integers(pop))] += 10.0 ** g.uniform(-10, -3)
    elif kind == 1:
        p[int(g.integers(pop))] = g.choice([math.nan, -0.1, math.inf])
    return p


def test_choice():
    g = np.random.default_rng()
    ours, theirs = fresh(g)
    codes = {np.float64: 12, np.float32: 11, np.float16: 9}
    for k in range(COUNT):
        if k % 50 == 0:
            ours, theirs = fresh(g)
        pop = int(g.integers(1, 60)) if k % 7 else int(g.integers(-1, 2000))
        replace = bool(g.random() < 0.5)
        n = int(g.random() * 1.1 * max(pop, 1)) if k % 3 else size_of(g)
        dtype = np.float64
        p = None
        if pop > 0 and k % 2:
            dtype = list(codes)[int(g.integers(3))]
            p = probabilities(g, pop).astype(dtype)
        wide = None if p is None else p.astype(np.float64)
        out = np.empty(n, np.int64)
        status = LIB.ss_numpy_choice_p_fill(
            c.byref(ours), c.c_int64(pop), c.c_bool(replace),
            None if p is None else c.c_void_p(wide.ctypes.data),
            codes[dtype], c.c_void_p(out.ctypes.data), c.c_size_t(n))
        what = f"choice({pop}, {n}, {replace}, {p})"
        want = []
        error = raised(lambda: want.append(
            theirs.choice(pop, n, replace, p)))
        if error and error[1].startswith("a must be greater"):
            error = error[0], "'a' cannot be empty unless no samples are taken"
        assert (calls.text(LIB, status) if status else None) == error, what
        if not error:
            calls.same(out, want[0], what)
        calls.check_state(ours, theirs, what)


BAD = [math.nan, math.inf, -math.inf, 0.0, -0.0, 1.0, -1.0, 2.0, 0.5,
       5e-324, -5e-324, 1e300, 9.223372036854775e18, 9.3e18, 1 + 2.0 ** -52]


@pytest.mark.parametrize("name", [m for m in calls.METHODS
                                  if calls.METHODS[m].split(" ")[1]])
def test_errors(name):
    """Any scalars: the same exception, or none on either side."""
    g = np.random.default_rng()
    types = calls.METHODS[name].split(" ")[1]
    rs = np.random.RandomState(1)
    for _ in range(COUNT):
        args = tuple(
            float(g.choice(BAD)) if t == "d" else int(g.integers(-3, 14))
            for t in types)
        if g.random() < 0.1 and "i" in types:
            args = tuple(int(g.choice([0, 2 ** 62, 2 ** 63 - 1, -2 ** 63]))
                         if t == "i" else a for t, a in zip(types, args))
        status = calls.check(LIB, name, args)
        got = calls.text(LIB, status) if status else None
        if got and got[1].startswith("NumPy itself"):
            continue
        with np.errstate(all="ignore"):
            want = raised(lambda: getattr(rs, name)(*args, size=0))
        assert got == want, f"{name}{args}"


def test_multinomial_errors():
    g = np.random.default_rng()
    rs = np.random.RandomState(1)
    for _ in range(COUNT):
        p = np.array(g.choice(BAD + [0.25, 0.5, 0.1, 1 + 1e-12],
                              int(g.integers(0, 5))))
        n = int(g.integers(-2, 5))
        status = LIB.ss_numpy_multinomial_check(
            c.c_int64(n), c.c_void_p(p.ctypes.data), c.c_size_t(p.size))
        want = raised(lambda: rs.multinomial(n, p, size=0))
        assert (calls.text(LIB, status) if status else None) == want, (n, p)
        alpha = np.array(g.choice(BAD, int(g.integers(0, 4))))
        status = LIB.ss_numpy_dirichlet_check(c.c_void_p(alpha.ctypes.data),
                                              c.c_size_t(alpha.size))
        want = raised(lambda: rs.dirichlet(alpha, size=0))
        assert (calls.text(LIB, status) if status else None) == want, alpha


def test_unseeded_states_differ():
    seen = set()
    for _ in range(20):
        rs = calls.RandomState()
        assert LIB.ss_numpy_randomstate_seed_entropy(c.byref(rs)) == 0
        key, pos, has_gauss, _ = calls.state_of(rs)
        assert (pos, has_gauss, key[0]) == (623, 0, 0x80000000)
        assert np.random.RandomState().get_state()[2] == 623
        seen.add(key.tobytes())
        calls.call(LIB, rs, "standard_normal", ())
        _, before, _, _ = calls.state_of(rs)
        assert LIB.ss_numpy_randomstate_reseed_entropy(c.byref(rs)) == 0
        key, pos, has_gauss, _ = calls.state_of(rs)
        assert (pos, has_gauss) == (before, 0)
        seen.add(key.tobytes())
    assert len(seen) == 40
