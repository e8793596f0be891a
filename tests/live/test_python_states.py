# SPDX-License-Identifier: MIT
"""States, copies and pickles of sameseed.numpy.random: both ways with NumPy,
and what is broken changes nothing."""
import copy
import ctypes
import gc
import os
import pickle

import subprocess
import sys

import numpy as np
import pytest

ours = pytest.importorskip("sameseed.numpy.random")
from sameseed.numpy import from_numpy, loads, to_numpy  # noqa: E402

theirs = np.random
KINDS = ["MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64"]


def plain(value):
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.shape, value.tobytes()
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(v) for v in value]
    return value


def used(stream):
    """Draws that leave every kind of rest behind."""
    stream.standard_normal(3)
    if hasattr(stream, "integers"):
        stream.integers(0, 9, 3, dtype=np.int32)
    return stream


@pytest.mark.parametrize("kind", KINDS)
def test_states_go_both_ways(kind):
    a, b = getattr(ours, kind)(5), getattr(theirs, kind)(6)
    used(ours.Generator(a))
    b.state = a.state
    assert plain(b.state) == plain(a.state)
    assert plain(b.random_raw(9)) == plain(a.random_raw(9))
    used(theirs.Generator(b))
    a.state = b.state
    assert plain(b.random_raw(9)) == plain(a.random_raw(9))
    assert plain(a.state) == plain(b.state)
    mine, yours = ours.RandomState(a), theirs.RandomState(b)
    yours.standard_normal()
    mine.set_state(yours.get_state(legacy=False))
    yours.set_state(mine.get_state(legacy=False))
    assert plain(mine.standard_normal(3)) == plain(yours.standard_normal(3))


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("kind", KINDS)
def test_copies_go_on_alike(kind, protocol):
    bit_generator = getattr(ours, kind)(5)
    for thing in (bit_generator, used(ours.Generator(bit_generator)),
                  used(ours.RandomState(bit_generator)),
                  bit_generator.seed_seq):
        for twin in (pickle.loads(pickle.dumps(thing, protocol)),
                     copy.deepcopy(thing)):
            assert type(twin) is type(thing)
            if hasattr(thing, "random"):
                state = copy.deepcopy(thing)
                assert plain(twin.standard_normal(4)) == plain(
                    state.standard_normal(4))
            elif hasattr(thing, "state") and hasattr(thing, "lock"):
                assert plain(twin.state) == plain(thing.state)
            else:
                assert repr(twin) == repr(thing)
                assert plain(twin.generate_state(8)) == plain(
                    thing.generate_state(8))


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("kind", KINDS)
def test_pickles_of_numpy_become_ours_and_back(kind, protocol):
    seeds = theirs.SeedSequence(5, spawn_key=(1, 2))
    bit_generator = getattr(theirs, kind)(seeds)
    for thing in (seeds, bit_generator, used(theirs.Generator(bit_generator)),
                  used(theirs.RandomState(bit_generator))):
        mine = loads(pickle.dumps(thing, protocol))
        assert type(mine).__module__.startswith("sameseed.")
        assert type(mine).__name__ == type(thing).__name__
        other, back = from_numpy(thing), to_numpy(mine)
        assert type(back) is type(thing)
        for one in (mine, other):
            if hasattr(thing, "standard_normal"):
                want = pickle.loads(pickle.dumps(thing))
                assert plain(one.standard_normal(5)) == plain(
                    want.standard_normal(5))
            elif hasattr(thing, "lock"):
                assert plain(one.state) == plain(thing.state)
                assert plain(back.state) == plain(thing.state)
                if not np.__version__.startswith("1."):
                    assert plain(one.spawn(1)[0].state) == plain(
                        copy.deepcopy(thing).spawn(1)[0].state)
            else:
                assert repr(one) == repr(thing) == repr(back)


class Bomb:
    def __reduce__(self):
        return os.system, ("exit 3",)


@pytest.mark.parametrize("thing", [
    Bomb(), ours.PCG64, os.getpid, np.float64, Exception("x"), {1: Bomb()}],
    ids=repr)
def test_loads_reads_states_only(thing):
    with pytest.raises((pickle.UnpicklingError, TypeError, ValueError)):
        loads(pickle.dumps(thing))


def test_broken_pickles_raise_or_give_a_valid_state():
    """Every byte of a pickle replaced by some others: no crash."""
    data = pickle.dumps(used(theirs.Generator(theirs.Philox(3))), 2)
    for place in range(0, len(data), 3):
        for byte in (0, 0x2e, 0xff, data[place] ^ 1):
            broken = data[:place] + bytes([byte]) + data[place + 1:]
            try:
                thing = loads(broken)
            except Exception:
                continue
            if isinstance(thing, ours.Generator):
                thing.random(3)



def hostile(state):
    """States with one part missing, of a wrong type or out of range."""
    def walk(value, rebuild):
        for key in value:
            def without(key=key):
                return rebuild({k: v for k, v in value.items() if k != key})
            yield without()
            for bad in (None, "x", -1, 2 ** 300, [], object(), [1, 2],
                        np.zeros(3), float("nan")):
                yield rebuild(dict(value, **{key: bad}))
            if isinstance(value[key], dict):
                yield from walk(value[key],
                                lambda inner, key=key:
                                rebuild(dict(value, **{key: inner})))
    yield from walk(state, lambda whole: whole)
    for whole in (None, 5, "x", [], (), {}, ("MT19937",), ("X", 1, 2),
                  {"bit_generator": state["bit_generator"], "state": 5}):
        yield whole


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_states_change_nothing(kind):
    bit_generator = getattr(ours, kind)(5)
    stream = used(ours.Generator(bit_generator))
    legacy = ours.RandomState(bit_generator)
    legacy.standard_normal()
    before = plain(legacy.get_state(legacy=False))
    good = legacy.get_state(legacy=False)
    refused = 0
    for state in hostile(good):
        for target in ("state", "set_state", "__setstate__"):
            try:
                if target == "state":
                    bit_generator.state = state
                elif target == "set_state":
                    legacy.set_state(state)
                else:
                    bit_generator.__setstate__((state, None))
            except Exception:
                refused += 1
                assert plain(legacy.get_state(legacy=False)) == before
            else:  # gauss and has_gauss are no part of a bit generator
                stream.random(3)
                legacy.set_state(good)
    assert refused > 60
    for state in (None, 5, (), (1,), (1, 2, 3), (good, 5)):
        with pytest.raises(Exception):
            bit_generator.__setstate__(state)
        assert plain(legacy.get_state(legacy=False)) == before


def test_hostile_seed_sequences_change_nothing():
    seeds = ours.SeedSequence(5)
    before = repr(seeds), plain(seeds.pool)
    for state in (None, 5, (), (1, 2, 3, 4, 5), (1, 0, np.zeros(3, "u4"), 3,
                                                 ()),
                  (1, 0, np.zeros(4, "i4"), 4, ()), (1, 0, b"", 4, ())):
        with pytest.raises(Exception):
            seeds.__setstate__(state)
        assert (repr(seeds), plain(seeds.pool)) == before


def test_two_streams_over_one_bit_generator():
    """Each keeps its own Gaussian while they take turns."""
    def run(module):
        bits = module.MT19937(3)
        a, b = module.RandomState(bits), module.RandomState(bits)
        g = module.Generator(bits)
        out = []
        for _ in range(5):
            out += [a.standard_normal(), g.standard_normal(), b.randn(2),
                    a.binomial(20, .3), b.multinomial(9, [.3, .7]),
                    a.get_state()[3:], b.get_state()[3:]]
        del b
        gc.collect()
        return plain(out + [a.standard_normal(), plain(bits.state)])

    assert run(ours) == run(theirs)


def test_ctypes_and_capsule():
    for kind in KINDS:
        a, b = getattr(ours, kind)(8), getattr(theirs, kind)(8)
        interface = a.ctypes
        assert interface._fields == b.ctypes._fields
        assert interface.state_address == ctypes.cast(
            interface.state, ctypes.c_void_p).value
        for name in ("next_uint32", "next_double", "next_uint64"):
            assert getattr(interface, name)(interface.state) == getattr(
                b.ctypes, name)(b.ctypes.state)
        assert repr(a.capsule).startswith('<capsule object "BitGenerator"')
        assert theirs.Generator(a).random() == theirs.Generator(b).random()
        with a.lock:
            assert a.random_raw() == b.random_raw()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_a_child_has_its_own_state():
    stream = ours.RandomState(5)
    want = ours.RandomState(5).rand(4).tolist()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write, repr(stream.rand(4).tolist()).encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(read, 4096).decode() == repr(want)
    assert stream.rand(4).tolist() == want


def test_the_command():
    run = subprocess.run(
        [sys.executable, "-m", "sameseed", "-c",
         "np.random.seed(23); np.random.rand(3)"],
        capture_output=True, text=True, check=False,
        env=dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path)))
    assert run.stdout == "array([0.51729788, 0.9469626 , 0.76545976])\n"
    assert run.returncode == 0
