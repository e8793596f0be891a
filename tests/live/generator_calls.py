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
                ("hash", c.c_uint32), ("n_children_spawned", c.c_uint32)]


class Generator(c.Structure):
    _fields_ = [("bitgen", calls.Bitgen), ("binomial", calls.BinomialSetup)]


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
