# SPDX-License-Identifier: MIT
"""The C library's bit generators and Generator by ctypes."""
import ctypes as c

import numpy_calls as calls

np = calls.np

KINDS = [np.random.MT19937, np.random.PCG64, np.random.PCG64DXSM,
         np.random.Philox, np.random.SFC64]  # in the order of the C values
MAX_POOL = 32


class SeedSequence(c.Structure):
    _fields_ = [("pool", c.c_uint32 * MAX_POOL), ("pool_size", c.c_uint32),
                ("hash", c.c_uint32), ("n_children_spawned", c.c_uint32),
                ("unpadded", c.c_uint32), ("words", c.c_uint32 * MAX_POOL)]


class Generator(c.Structure):
    _fields_ = [("bitgen", calls.Bitgen), ("binomial", calls.BinomialSetup),
                ("release", c.c_uint32)]


def words_of(ints):
    """The 32-bit words of ints, the lowest of each first, at least one."""
    words = []
    for x in ints:
        words.append(x & 0xffffffff)
        while x >> 32:
            x >>= 32
            words.append(x & 0xffffffff)
    return np.array(words, np.uint32)


def pointer(array):
    return c.c_void_p(array.ctypes.data)


def long_words(x, n):
    """An int modulo 2**(64 n), the lowest word first."""
    return (c.c_uint64 * n)(*[x >> 64 * i & (2 ** 64 - 1) for i in range(n)])


def seed_sequence(lib, entropy, spawn_key, pool_size=4):
    sequence = SeedSequence()
    words, key = words_of(entropy), words_of(spawn_key)
    status = lib.ss_seed_sequence_init(
        c.byref(sequence), pointer(words), c.c_size_t(words.size),
        pointer(key), c.c_size_t(key.size), c.c_uint32(pool_size))
    return sequence, status


def state_of(bitgen):
    """The state as NumPy's dict, without arrays."""
    kind = KINDS[bitgen.kind].__name__
    if kind == "MT19937":
        return {"bit_generator": kind, "state": {
            "key": list(bitgen.mt.key), "pos": bitgen.mt.pos}}
    if kind == "Philox":
        own = bitgen.philox
        state = {"counter": list(own.counter), "key": list(own.key)}
        return {"bit_generator": kind, "state": state,
                "buffer": list(own.buffer), "buffer_pos": own.buffer_pos,
                "has_uint32": own.has_uint32, "uinteger": own.uinteger}
    if kind == "SFC64":
        own, state = bitgen.sfc, {"state": list(bitgen.sfc.state)}
    else:
        own = bitgen.pcg
        state = {"state": own.state_high << 64 | own.state_low,
                 "inc": own.inc_high << 64 | own.inc_low}
    return {"bit_generator": kind, "state": state,
            "has_uint32": own.has_uint32, "uinteger": own.uinteger}


def plain(state):
    """NumPy's dict with lists for arrays."""
    if isinstance(state, dict):
        return {k: plain(v) for k, v in state.items()}
    return state.tolist() if isinstance(state, np.ndarray) else state


def check_state(bitgen, theirs, what):
    ours, want = state_of(bitgen), plain(theirs.state)
    assert ours == want, f"{what}: the state afterwards is {str(ours)[:900]}" \
        f", NumPy's {str(want)[:900]}"


def seeded(lib, kind, seed):
    """The same bit generator twice; seed is an int below 2**64."""
    ours = calls.Bitgen()
    assert lib.ss_bitgen_seed(c.byref(ours), kind, c.c_uint64(seed)) == 0
    return ours, KINDS[kind](seed)


# name: (type of the result, types of the parameters)
METHODS = dict(calls.METHODS, random="d ", standard_exponential_inv="d ")
del METHODS["random_sample"], METHODS["tomaxint"]


def numpys(rng, name):
    """NumPy's method of a row of the table."""
    if name == "standard_exponential_inv":
        return lambda **kw: rng.standard_exponential(method="inv", **kw)
    return getattr(rng, name)


def call(lib, g, name, args):
    """One unchecked scalar draw."""
    result, types = METHODS[name].split(" ")
    f = getattr(lib, "ss_numpy_generator_" + name)
    f.restype = calls.CTYPE[result]
    return f(c.byref(g), *[calls.CTYPE[t](a) for t, a in zip(types, args)])


def check(lib, name, args):
    types = METHODS[name].split(" ")[1]
    f = getattr(lib, f"ss_numpy_generator_{name}_check")
    return f(*[calls.CTYPE[t](a) for t, a in zip(types, args)])


def fill(lib, g, name, args, n):
    """n values and the status."""
    result, types = METHODS[name].split(" ")
    out = np.empty(n, calls.DTYPE[result])
    f = getattr(lib, f"ss_numpy_generator_{name}_fill")
    f.restype = c.c_int if types else None
    status = f(c.byref(g), *[calls.CTYPE[t](a) for t, a in zip(types, args)],
               pointer(out), c.c_size_t(n))
    return out, status or 0


def fresh(lib, g):
    """The same Generator twice, over any bit generator, in any phase."""
    kind = int(g.integers(5))
    ours = Generator()
    ours.bitgen, theirs = seeded(lib, kind, int(g.integers(0, 2 ** 63)))
    rng = np.random.Generator(theirs)
    warm = int(g.integers(0, 1300))
    rng.integers(0, 2 ** 32, warm, np.uint32)
    words = np.empty(warm, np.uint32)
    lib.ss_bitgen_fill_u32(c.byref(ours.bitgen), pointer(words),
                           c.c_size_t(warm))
    return ours, rng


def same_floats(ours, theirs, what):
    """float32 or float64, the same bits, NaN being NaN."""
    calls.same(ours.astype(np.float64), theirs.astype(np.float64), what)


# Arguments, where RandomState's do not do.

def uniform(g):
    low, high = sorted((calls.real(g), calls.real(g)))
    return (low, high) if np.isfinite(high - low) else (0.0, 1.0)


def hypergeometric(g):
    good, bad = (int(10 ** g.uniform(0, 9)) - 1 if g.random() < 0.4
                 else int(g.integers(0, 60)) for _ in range(2))
    if g.random() < 0.4:
        sample = int(g.integers(0, 25))
    else:
        sample = int(g.random() * (good + bad + 1))
    if sample < 10 or sample > good + bad - 10 or g.random() < 0.5:
        return good, bad, min(sample, good + bad)
    return good, bad, min(sample, good + bad, 100000)


def negative_binomial(g):
    n = calls.small(g)
    return n, max(calls.unit(g), 1e-11)


def tiny(g):
    return float(10.0 ** g.uniform(-320, 0)) or 5e-324


def beta(g):
    kind = g.integers(4)
    if kind == 0:
        return tiny(g), tiny(g)
    if kind == 1:
        return float(10.0 ** g.uniform(-4, 0)), float(10.0 ** g.uniform(-4, 0))
    return calls.positive(g), calls.positive(g)


def vonmises(g):
    mu, kappa = calls.ARGUMENTS["vonmises"](g)
    if g.random() < 0.2:
        kappa = float(g.choice([1e6, np.nextafter(1e6, 2e6), 1e18, np.inf]))
    return mu, kappa


def zipf(g):
    kind = g.integers(4)
    if kind == 0:
        return (float(g.choice([1025.0, np.inf, 1024.9999, 1e300])),)
    if kind == 1:
        return (1.0 + float(10.0 ** g.uniform(-2.5, 0)),)
    return (calls.zipf(g),)


ARGUMENTS = dict(
    calls.ARGUMENTS, uniform=uniform, hypergeometric=hypergeometric,
    negative_binomial=negative_binomial, beta=beta, vonmises=vonmises,
    zipf=zipf, random=lambda g: (), standard_exponential_inv=lambda g: ())
