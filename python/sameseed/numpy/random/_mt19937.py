# SPDX-License-Identifier: MIT
"""MT19937, the bit generator of RandomState."""
import operator

import numpy as np

from sameseed.numpy.random._common import checked, native
from sameseed.numpy.random.bit_generator import (
    BitGenerator, SeedSequence, _whole)

__all__ = ["MT19937"]

_N = 624
_KIND = 0


class MT19937(BitGenerator):
    """The Mersenne Twister.

    Parameters
    ----------
    seed : {None, int, array_like[ints], SeedSequence}, optional

    Attributes
    ----------
    lock : RLock
    """

    __slots__ = ()
    _words_of_64 = 2

    @checked
    def __init__(self, seed=None):
        BitGenerator.__init__(self, seed)
        self._start(self._seed_seq.generate_state(_N, np.uint32), _N - 1)

    def _start(self, words, pos):
        key = np.array(words, np.uint32)
        key[0] = 0x80000000
        self._set(_KIND, key, pos)

    @checked
    def _legacy_seeding(self, seed):
        """_legacy_seeding(seed)

        Seed as RandomState does: ints by Knuth's recurrence, arrays by
        init_by_array.
        """
        if type(seed) is int and 0 <= seed <= 0xffffffff:
            self._seed_int(seed)
        elif seed is None:
            pos = self._get()[1]
            self._start(SeedSequence().generate_state(_N), pos)
        else:
            self._seed_other(seed)
        self._seed_seq = None

    def _seed_other(self, seed):
        if hasattr(seed, "squeeze"):
            seed = seed.squeeze()
        try:
            value = operator.index(seed)
        except TypeError:
            self._seed_array(seed)
            return
        if value > 0xffffffff or value < 0:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        self._seed_int(value)

    def _seed_array(self, seed):
        array = np.asarray(seed)
        if array.size == 0:
            raise ValueError("Seed must be non-empty")
        array = array.astype(np.int64, casting="safe")
        if array.ndim != 1:
            raise ValueError("Seed array must be 1-d")
        if ((array > 0xffffffff) | (array < 0)).any():
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        self._seed_words(np.ascontiguousarray(array.astype(np.uint32)))

    @checked
    def jumped(self, jumps=1):
        """jumped(jumps=1)

        Return a bit generator jumps times 2**128 words further.
        """
        jumps = _whole(jumps)
        other = self.__class__()
        other.state = self.state
        other._move(False, max(jumps, 0).to_bytes(32, "little"))
        return other

    @property
    def state(self):
        """The state as a dict: key, 624 words of 32 bits, and pos."""
        key, pos, _, _ = self._get()
        return {"bit_generator": self.__class__.__name__,
                "state": {"key": np.frombuffer(key, np.uint32).copy(),
                          "pos": pos}}

    @state.setter
    def state(self, value):
        if isinstance(value, tuple):
            if value[0] != "MT19937" or len(value) not in (3, 5):
                raise ValueError("state is not a legacy MT19937 state")
            value = {"bit_generator": "MT19937",
                     "state": {"key": value[1], "pos": value[2]}}
        if not isinstance(value, dict):
            raise TypeError("state must be a dict")
        if value.get("bit_generator", "") != self.__class__.__name__:
            raise ValueError("state must be for a "
                             f"{self.__class__.__name__} PRNG")
        key, pos = value["state"]["key"], _whole(value["state"]["pos"])
        if not (isinstance(key, np.ndarray) and key.dtype == np.uint32
                and key.shape == (_N,)):
            key = np.frombuffer(native((key[i] for i in range(_N)), 32),
                                np.uint32)
        if not 0 <= pos <= _N:
            raise ValueError("pos must be between 0 and 624")
        self._set(_KIND, np.ascontiguousarray(key), pos)
