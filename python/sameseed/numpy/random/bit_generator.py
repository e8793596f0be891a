# SPDX-License-Identifier: MIT
"""SeedSequence and the base of the bit generators."""
import abc
import operator
import re
import sys
from itertools import cycle
from secrets import randbits

import numpy as np

from sameseed import _core
from sameseed.numpy.random._common import (
    checked, prepare_cffi, prepare_ctypes, uint)

__all__ = ["SeedSequence", "BitGenerator"]

DECIMAL_RE = re.compile(r"[0-9]+")

_POOL_SIZE = 4
_LARGEST_POOL = 32  # which C mixes; Python mixes larger ones
_MASK = 0xffffffff


def _int_to_words(n):
    if n < 0:
        raise ValueError("expected non-negative integer")
    n = int(n)
    size = max(1, (n.bit_length() + 31) // 32)
    return n.to_bytes(4 * size, "little")


def _words_of(x):
    """x, an int, a string or a sequence of such, as little endian words."""
    if isinstance(x, np.ndarray) and x.dtype == np.dtype(np.uint32):
        return x.astype("<u4").tobytes()
    if isinstance(x, str):
        if x.startswith("0x"):
            x = int(x, base=16)
        elif DECIMAL_RE.match(x):
            x = int(x)
        else:
            raise ValueError("unrecognized seed string")
    if isinstance(x, (int, np.integer)):
        return _int_to_words(x)
    if isinstance(x, (float, np.inexact)):
        raise TypeError("seed must be integer")
    if len(x) == 0:
        return b""
    return b"".join([_words_of(v) for v in x])


def _coerce_to_uint32_array(x):
    """The words of an int, a string or a sequence of such as an array."""
    return np.frombuffer(_words_of(x), "<u4").astype(np.uint32)


def _mix_long_pool(words, size):
    """The pool of a SeedSequence larger than C keeps; see docs/internals."""
    const = 0x43b0d7e5

    def hashmix(value):
        nonlocal const
        value ^= const
        const = const * 0x931e8875 & _MASK
        value = value * const & _MASK
        return value ^ value >> 16

    def mix(x, y):
        result = (0xca01f9dd * x - 0x4973f715 * y) & _MASK
        return result ^ result >> 16

    pool = [hashmix(words[i] if i < len(words) else 0) for i in range(size)]
    for source in range(size):
        for target in range(size):
            if source != target:
                pool[target] = mix(pool[target], hashmix(pool[source]))
    for word in words[size:]:
        for target in range(size):
            pool[target] = mix(pool[target], hashmix(word))
    return np.array(pool, np.uint32)


def _long_state(pool, n):
    """generate_state() of such a pool."""
    const = 0x8b51f9dd
    state = np.zeros(n, np.uint32)
    for i, value in zip(range(n), cycle(int(word) for word in pool)):
        value ^= const
        const = const * 0x58f38ded & _MASK
        value = value * const & _MASK
        state[i] = value ^ value >> 16
    return state


class ISeedSequence(abc.ABC):
    """Abstract base of what bit generators can be seeded with."""

    @abc.abstractmethod
    def generate_state(self, n_words, dtype=np.uint32):
        """Return n_words words of dtype, uint32 or uint64."""


class ISpawnableSeedSequence(ISeedSequence):
    """Abstract base of seed sequences that can spawn."""

    @abc.abstractmethod
    def spawn(self, n_children):
        """Return a list of n_children independent seed sequences."""


class SeedlessSeedSequence:
    """A seed sequence that has no seed; its bit generators need a state."""

    __slots__ = ()

    def generate_state(self, n_words, dtype=np.uint32):
        raise NotImplementedError("seedless SeedSequences cannot generate "
                                  "state")

    def spawn(self, n_children):
        return [self] * n_children


ISpawnableSeedSequence.register(SeedlessSeedSequence)


class SeedSequence:
    """Mixes entropy into the states of bit generators.

    Parameters
    ----------
    entropy : {None, int, sequence[int]}, optional
        The seed; None takes fresh entropy from the operating system.
    spawn_key : sequence[int], optional
        Which child of the same entropy this is.
    pool_size : int, optional
        Words of 32 bits that the entropy is mixed into; at least 4.
    n_children_spawned : int, optional
        How many children have been spawned.
    """

    __slots__ = ("entropy", "spawn_key", "pool_size", "n_children_spawned",
                 "pool", "__weakref__")

    @checked
    def __init__(self, entropy=None, *, spawn_key=(), pool_size=_POOL_SIZE,
                 n_children_spawned=0):
        if pool_size < _POOL_SIZE:
            raise ValueError("The size of the entropy pool should be at least "
                             f"{_POOL_SIZE}")
        if entropy is None:
            entropy = randbits(pool_size * 32)
        elif not isinstance(entropy, (int, np.integer, list, tuple, range,
                                      np.ndarray)):
            raise TypeError("SeedSequence expects int or sequence of ints for "
                            f"entropy not {entropy}")
        spawn_key = tuple(spawn_key)
        words, more = _words_of(entropy), _words_of(spawn_key)
        if more:  # so that no spawn_key looks like entropy
            words = words.ljust(4 * pool_size, b"\0") + more
        if sys.byteorder == "big":
            words = np.frombuffer(words, "<u4").astype(np.uint32)
        if pool_size <= _LARGEST_POOL:
            pool = np.frombuffer(_core.seed_pool(words, pool_size),
                                 np.uint32).copy()
        else:
            words = np.frombuffer(words, np.uint32).tolist()
            pool = _mix_long_pool(words, pool_size)
        self.entropy = entropy
        self.spawn_key = spawn_key
        self.pool_size = pool_size
        self.n_children_spawned = n_children_spawned
        self.pool = pool

    def __repr__(self):
        lines = [f"{type(self).__name__}(", f"    entropy={self.entropy!r},"]
        if self.spawn_key:
            lines.append(f"    spawn_key={self.spawn_key!r},")
        if self.pool_size != _POOL_SIZE:
            lines.append(f"    pool_size={self.pool_size!r},")
        if self.n_children_spawned != 0:
            lines.append("    n_children_spawned="
                         f"{self.n_children_spawned!r},")
        return "\n".join(lines + [")"])

    def __reduce__(self):
        return _new_sequence, (type(self),), (
            self.entropy, self.n_children_spawned, self.pool, self.pool_size,
            self.spawn_key)

    def __setstate__(self, state):
        """NumPy's form; nothing changes where it is wrong."""
        if not isinstance(state, tuple) or len(state) < 5:
            raise ValueError("state is not that of a SeedSequence")
        entropy, spawned, pool, pool_size, spawn_key = state[:5]
        pool = np.asarray(pool)
        if (pool.dtype != np.uint32 or pool.ndim != 1 or len(pool) < _POOL_SIZE
                or pool_size != len(pool)
                or not isinstance(spawned, (int, np.integer))
                or not isinstance(spawn_key, tuple)):
            raise ValueError("state is not that of a SeedSequence")
        self.entropy = entropy
        self.n_children_spawned = spawned
        self.pool = pool.copy()
        self.pool_size = pool_size
        self.spawn_key = spawn_key

    @property
    def state(self):
        return {name: getattr(self, name)
                for name in ("entropy", "spawn_key", "pool_size",
                             "n_children_spawned")
                if getattr(self, name) is not None}

    @checked
    def generate_state(self, n_words, dtype=np.uint32):
        """generate_state(n_words, dtype=np.uint32)

        Return the words that a bit generator starts from.

        Parameters
        ----------
        n_words : int
        dtype : np.uint32 or np.uint64, optional

        Returns
        -------
        state : uint32 or uint64 array, shape=(n_words,)
        """
        wide = dtype is np.uint64
        if not wide and dtype is not np.uint32:
            dtype = np.dtype(dtype)
            wide = dtype == np.dtype(np.uint64)
            if not wide and dtype != np.dtype(np.uint32):
                raise ValueError("only support uint32 or uint64")
        if wide:
            n_words *= 2
        if type(n_words) is not int or n_words < 0:
            n_words = np.empty(n_words, np.bool_).size
        if len(self.pool) <= _LARGEST_POOL:
            state = np.frombuffer(_core.seed_state(self.pool, n_words),
                                  np.uint32).copy()
        else:
            state = _long_state(self.pool, n_words)
        if wide and sys.byteorder == "big":
            return state.astype("<u4").view("<u8").astype(np.uint64)
        return state.view(np.uint64) if wide else state

    @checked
    def spawn(self, n_children):
        """spawn(n_children)

        Return n_children seed sequences of the same entropy and longer
        spawn keys.

        Parameters
        ----------
        n_children : int

        Returns
        -------
        seqs : list of SeedSequence
        """
        first = uint(self.n_children_spawned, 32)
        uint(first + n_children, 32)
        children = [type(self)(self.entropy, spawn_key=self.spawn_key + (i,),
                               pool_size=self.pool_size)
                    for i in range(first, first + n_children)]
        self.n_children_spawned += n_children
        return children


ISpawnableSeedSequence.register(SeedSequence)


def _new_sequence(cls):
    """A SeedSequence for __setstate__."""
    if not (isinstance(cls, type) and issubclass(cls, SeedSequence)):
        raise TypeError("not a class of SeedSequences")
    return cls.__new__(cls)


def __pyx_unpickle_SeedSequence(cls, checksum, state):
    """The name that NumPy's pickles call."""
    sequence = _new_sequence(cls)
    if state is not None:
        sequence.__setstate__(state)
    return sequence


class BitGenerator(_core.BitGenerator):
    """Base of the bit generators.

    Parameters
    ----------
    seed : {None, int, array_like[ints], SeedSequence}, optional
        What an ISeedSequence is, or what SeedSequence takes.

    Attributes
    ----------
    lock : RLock
        Held while numbers are drawn.
    """

    __slots__ = ()

    @checked
    def __init__(self, seed=None):
        if type(self) is BitGenerator:
            raise NotImplementedError("BitGenerator is a base class and "
                                      "cannot be instantized")
        if not isinstance(seed, ISeedSequence):
            seed = SeedSequence(seed)
        self._seed_seq = seed

    def __getstate__(self):
        return self.state, self._seed_seq

    def __setstate__(self, state_seed_seq):
        if isinstance(state_seed_seq, dict):  # up to NumPy 1.26
            self.state = state_seed_seq
            return
        state, seed_seq = state_seed_seq
        if seed_seq is not None and not hasattr(seed_seq, "generate_state"):
            raise ValueError("state is not that of a bit generator")
        self.state = state
        self._seed_seq = seed_seq

    def __reduce__(self):
        from sameseed.numpy.random import _pickle

        return (_pickle.bit_generator_ctor, (type(self),),
                (self.state, self._seed_seq))

    @property
    def state(self):
        """The state as a dict; setting it changes all of it or nothing."""
        raise NotImplementedError("Not implemented in base BitGenerator")

    @state.setter
    def state(self, value):
        raise NotImplementedError("Not implemented in base BitGenerator")

    @property
    def seed_seq(self):
        """The seed sequence that started the bit generator, or None."""
        return self._seed_seq

    @checked
    def spawn(self, n_children):
        """spawn(n_children)

        Return a list of n_children bit generators of the same class.
        """
        if not isinstance(self._seed_seq, ISpawnableSeedSequence):
            raise TypeError("The underlying SeedSequence does not implement "
                            "spawning.")
        return [type(self)(seed=s)
                for s in self._seed_seq.spawn(_whole(n_children))]

    @checked
    def random_raw(self, size=None, output=True):
        """random_raw(size=None, output=True)

        Return the words as they come out of the bit generator.

        Parameters
        ----------
        size : int or tuple of ints, optional
        output : bool, optional
            False throws the words away.

        Returns
        -------
        out : int or uint64 array
        """
        if not output:
            if size is None:
                self._raw(1)
            else:
                self._raw(operator.index(np.asarray(size).sum()))
            return None
        if size is None:
            return self._raw(None)
        words = np.empty(size, np.uint64)
        self._raw(words)
        return words

    @checked
    def _benchmark(self, cnt, method="uint64"):
        """Draw cnt values and throw them away."""
        if method not in ("uint64", "double"):
            raise ValueError("Unknown method")
        twice = method == "uint64" and self._words_of_64 == 2
        self._raw(_whole(cnt) * (2 if twice or method == "double"
                                 and self._words_of_64 == 2 else 1))

    #: How many raw words a 64-bit draw takes.
    _words_of_64 = 1

    @property
    def ctypes(self):
        """Addresses and functions as ctypes objects."""
        if self._ctypes is None:
            self._ctypes = prepare_ctypes(self._addresses())
        return self._ctypes

    @property
    def cffi(self):
        """Addresses and functions as cffi objects."""
        if self._cffi is None:
            self._cffi = prepare_cffi(self._addresses())
        return self._cffi


def _whole(value):
    """A C integer as Cython takes it: floats are cut."""
    if not (hasattr(value, "__int__") or hasattr(value, "__index__")):
        raise TypeError("an integer is required")
    return int(value)
