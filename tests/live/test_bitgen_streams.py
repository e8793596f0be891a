# SPDX-License-Identifier: MIT
"""SeedSequence and the bit generators against the installed NumPy's: words
and whole states, and the vectors that NumPy publishes.
"""
import ctypes as c
import os
import pathlib

import pytest

import generator_calls as gen
import numpy_calls as calls

np = calls.np

LIB = calls.load()
COUNT = int(os.environ.get("SS_LIVE_COUNT", "300"))
LIB.ss_bitgen_next_u32.restype = c.c_uint32
LIB.ss_bitgen_next_u64.restype = c.c_uint64
LIB.ss_bitgen_next_raw.restype = c.c_uint64
LIB.ss_bitgen_next_double.restype = c.c_double
kinds = pytest.mark.parametrize("kind", range(5),
                                ids=[k.__name__ for k in gen.KINDS])


def ints(g, most):
    return [int(g.integers(0, 2 ** 32)) >> int(g.integers(0, 33))
            | int(g.integers(0, 2 ** 62)) << int(g.integers(1, 90))
            * int(g.integers(0, 2)) for _ in range(int(g.integers(0, most)))]


def test_seed_sequence():
    g = np.random.default_rng()
    for _ in range(COUNT):
        entropy, key = ints(g, 12), ints(g, 4) * int(g.integers(0, 2))
        size = int(g.integers(4, 33)) if g.random() < 0.3 else 4
        what = f"SeedSequence({entropy}, spawn_key={key}, pool_size={size})"
        theirs = np.random.SeedSequence(entropy, spawn_key=key,
                                        pool_size=size)
        ours, status = gen.seed_sequence(LIB, entropy, key, size)
        assert status == 0, what
        check_sequence(g, ours, theirs, what)
        count = int(g.integers(0, 5))
        children = (gen.SeedSequence * 5)()
        for again in range(2):
            LIB.ss_seed_sequence_spawn(c.byref(ours), children,
                                       c.c_size_t(count))
            for mine, other in zip(children, theirs.spawn(count)):
                check_sequence(g, mine, other, what + ".spawn")
        assert ours.n_children_spawned == theirs.n_children_spawned
        if count:
            LIB.ss_seed_sequence_spawn(c.byref(children[0]),
                                       c.byref(children[1]), c.c_size_t(1))
            grand = np.random.SeedSequence(
                entropy, spawn_key=(*key, count, 0), pool_size=size)
            check_sequence(g, children[1], grand, what + " grandchild")


def check_sequence(g, ours, theirs, what):
    assert list(ours.pool)[:ours.pool_size] == theirs.pool.tolist(), what
    n = int(g.integers(0, 40))
    narrow, wide = np.empty(n, np.uint32), np.empty(n, np.uint64)
    LIB.ss_seed_sequence_state_u32(c.byref(ours), gen.pointer(narrow),
                                   c.c_size_t(n))
    LIB.ss_seed_sequence_state_u64(c.byref(ours), gen.pointer(wide),
                                   c.c_size_t(n))
    assert (narrow == theirs.generate_state(n)).all(), what
    assert (wide == theirs.generate_state(n, np.uint64)).all(), what


def test_pool_sizes():
    for size, code in [(0, 161), (3, 161), (4, 0), (32, 0), (33, 5)]:
        assert gen.seed_sequence(LIB, [1], [], size)[1] == code
    with pytest.raises(ValueError) as e:
        np.random.SeedSequence(1, pool_size=3)
    assert calls.text(LIB, 161) == ("ValueError", str(e.value))


@kinds
def test_seeding(kind):
    g = np.random.default_rng()
    for _ in range(COUNT):
        entropy = ints(g, 9)
        ours = calls.Bitgen()
        sequence, _ = gen.seed_sequence(LIB, entropy, [])
        assert LIB.ss_bitgen_seed_sequence(c.byref(ours), kind,
                                           c.byref(sequence)) == 0
        gen.check_state(ours, gen.KINDS[kind](entropy), f"seed {entropy}")
        seed = int(g.integers(0, 2 ** 63)) >> int(g.integers(0, 64))
        ours, theirs = gen.seeded(LIB, kind, seed)
        gen.check_state(ours, theirs, f"seed {seed}")


def fill(name, ours, dtype, n):
    out = np.empty(n, dtype)
    getattr(LIB, "ss_bitgen_fill_" + name)(
        c.byref(ours), gen.pointer(out), c.c_size_t(n))
    return out


def step(g, ours, theirs, rng):
    """A few draws of one sort; rng is a Generator over theirs."""
    sort = int(g.integers(7))
    n = int(g.choice([0, 1, 2, 3, 5, 8, 100, 700, 1500]))
    ref = c.byref(ours)
    if sort == 0:
        calls.same(fill("u32", ours, np.uint32, n),
                   rng.integers(0, 2 ** 32, n, np.uint32), "fill_u32")
    elif sort == 1:
        calls.same(fill("u64", ours, np.uint64, n),
                   rng.integers(0, 2 ** 64, n, np.uint64), "fill_u64")
    elif sort == 2:
        calls.same(fill("double", ours, np.float64, n), rng.random(n),
                   "fill_double")
    elif sort == 3:
        assert LIB.ss_bitgen_next_u32(ref) == int(
            rng.integers(0, 2 ** 32, dtype=np.uint32))
    elif sort == 4:
        assert LIB.ss_bitgen_next_u64(ref) == int(
            rng.integers(0, 2 ** 64, dtype=np.uint64))
    elif sort == 5:
        assert LIB.ss_bitgen_next_double(ref) == rng.random()
    else:
        assert LIB.ss_bitgen_next_raw(ref) == int(theirs.random_raw())


@kinds
def test_draws(kind):
    g = np.random.default_rng()
    for k in range(COUNT):
        if k % 50 == 0:
            ours, theirs = gen.seeded(LIB, kind, int(g.integers(0, 2 ** 63)))
            rng = np.random.Generator(theirs)
        step(g, ours, theirs, rng)
        gen.check_state(ours, theirs, f"step {k}")


def big(g, bits):
    x = int.from_bytes(g.bytes(bits // 8), "little") >> int(
        g.integers(0, bits + 1))
    return -x if g.random() < 0.3 else x


@kinds
def test_advance_and_jump(kind):
    g = np.random.default_rng()
    slow = kind == 0
    for k in range(COUNT // 50 + 2 if slow else COUNT):
        ours, theirs = gen.seeded(LIB, kind, int(g.integers(0, 2 ** 63)))
        rng = np.random.Generator(theirs)
        for _ in range(int(g.integers(0, 4))):
            step(g, ours, theirs, rng)
        delta = big(g, 256)
        jumps = int(g.integers(-1, 4)) if slow else big(g, 128)
        status = LIB.ss_bitgen_advance(c.byref(ours), gen.long_words(delta, 4))
        assert (status == 0) == hasattr(theirs, "advance")
        if status == 0:
            theirs.advance(delta)
        gen.check_state(ours, theirs, f"advance({delta})")
        status = LIB.ss_bitgen_jump(c.byref(ours), gen.long_words(jumps, 2))
        assert (status == 0) == hasattr(theirs, "jumped")
        if status == 0:
            theirs = theirs.jumped(jumps)
        gen.check_state(ours, theirs, f"jumped({jumps})")


def test_jump_from_every_position():
    ours, theirs = gen.seeded(LIB, 0, 5)
    g = np.random.default_rng()
    for pos in [0, 1, 226, 227, 396, 622, 623, 624] + [
            int(g.integers(0, 625)) for _ in range(COUNT // 100)]:
        state = theirs.state
        state["state"]["pos"] = pos
        theirs.state = state
        ours.mt.pos = pos
        LIB.ss_mt19937_jump(c.byref(ours.mt), c.c_uint64(1))
        theirs = theirs.jumped()
        gen.check_state(ours, theirs, f"jumped() from {pos}")


def test_philox_of_key_and_counter():
    g = np.random.default_rng()
    for _ in range(COUNT):
        key, counter = abs(big(g, 128)), abs(big(g, 256))
        if g.random() < 0.3:
            counter = 2 ** int(g.choice([64, 128, 192, 256])) - 1
        ours = calls.Bitgen()
        ours.kind = 3
        LIB.ss_philox_init(c.byref(ours.philox), gen.long_words(counter, 4),
                           gen.long_words(key, 2))
        theirs = np.random.Philox(counter=counter, key=key)
        calls.same(fill("u64", ours, np.uint64, 9), theirs.random_raw(9),
                   f"Philox({counter}, {key})")
        gen.check_state(ours, theirs, f"Philox({counter}, {key})")


def test_published_vectors():
    """numpy/random/tests/data/*.csv: a seed, then a thousand words."""
    data = pathlib.Path(np.random.__file__).parent / "tests" / "data"
    files = sorted(data.glob("*-testset-*.csv"))
    assert len(files) == 10
    names = {k.__name__.lower(): i for i, k in enumerate(gen.KINDS)}
    for path in files:
        rows = [int(line.split(",")[1], 0)
                for line in path.read_text().splitlines()]
        kind = names[path.name.split("-")[0]]
        ours = calls.Bitgen()
        sequence, _ = gen.seed_sequence(LIB, [rows[0]], [])
        LIB.ss_bitgen_seed_sequence(c.byref(ours), kind, c.byref(sequence))
        got = [LIB.ss_bitgen_next_raw(c.byref(ours)) for _ in rows[1:]]
        assert len(got) == 1000 and got == rows[1:], path.name


class Interface(c.Structure):
    _fields_ = [("state", c.c_void_p),
                ("next_uint64", c.CFUNCTYPE(c.c_uint64, c.c_void_p)),
                ("next_uint32", c.CFUNCTYPE(c.c_uint32, c.c_void_p)),
                ("next_double", c.CFUNCTYPE(c.c_double, c.c_void_p)),
                ("next_raw", c.CFUNCTYPE(c.c_uint64, c.c_void_p))]


@kinds
def test_numpys_interface(kind):
    """NumPy's own Generator over our bit generators."""
    new = c.pythonapi.PyCapsule_New
    new.restype, new.argtypes = c.py_object, [c.c_void_p, c.c_char_p,
                                              c.c_void_p]
    LIB.ss_bitgen_interface_of.restype = Interface
    g = np.random.default_rng()
    ours, theirs = gen.seeded(LIB, kind, int(g.integers(0, 2 ** 63)))
    interface = LIB.ss_bitgen_interface_of(c.byref(ours))

    class Source:
        capsule = new(c.addressof(interface), b"BitGenerator", None)
        lock = theirs.lock

    mine, other = np.random.Generator(Source()), np.random.Generator(theirs)
    for _ in range(20):
        n = int(g.integers(0, 40))
        calls.same(mine.standard_normal(n), other.standard_normal(n), "normal")
        calls.same(mine.integers(0, 99, n, np.int32),
                   other.integers(0, 99, n, np.int32), "integers")
        calls.same(mine.standard_gamma(2, n), other.standard_gamma(2, n), "g")
        gen.check_state(ours, theirs, "through NumPy's interface")
