# SPDX-License-Identifier: MIT
"""Philox, a counter as bit generator."""
import numpy as np

from sameseed.numpy.random._common import (
    checked, native, uint, uint_words)
from sameseed.numpy.random.bit_generator import BitGenerator, _whole

__all__ = ["Philox"]

_KIND = 3


def _from_little(data):
    return np.frombuffer(data, "<u8").astype(np.uint64).tobytes()


class Philox(BitGenerator):
    """Philox 4x64 of ten rounds.

    Parameters
    ----------
    seed : {None, int, array_like[ints], SeedSequence}, optional
    counter : {None, int, array_like}, optional
        Where to start: 256 bits.
    key : {None, int, array_like}, optional
        128 bits in the place of a seed.
    """

    __slots__ = ()

    @checked
    def __init__(self, seed=None, counter=None, key=None):
        if seed is not None and key is not None:
            raise ValueError("seed and key cannot be both used")
        BitGenerator.__init__(self, seed)
        if key is not None:
            key = _from_little(uint_words(key, "key", 128, 64))
            self._seed_seq = None
        else:
            words = self._seed_seq.generate_state(2, np.uint64)
            key = native(words[:2], 64)
        counter = 0 if counter is None else counter
        counter = _from_little(uint_words(counter, "counter", 256, 64))
        self._set(_KIND, counter + key + bytes(32), 0, 0, 4)

    @property
    def state(self):
        """The state as a dict: counter, key, and the block in use."""
        words, has_uint32, uinteger, buffer_pos = self._get()
        words = np.frombuffer(words, np.uint64).copy()
        return {"bit_generator": self.__class__.__name__,
                "state": {"counter": words[:4].copy(),
                          "key": words[4:6].copy()},
                "buffer": words[6:].copy(), "buffer_pos": buffer_pos,
                "has_uint32": has_uint32, "uinteger": uinteger}

    @state.setter
    def state(self, value):
        if not isinstance(value, dict):
            raise TypeError("state must be a dict")
        if value.get("bit_generator", "") != self.__class__.__name__:
            raise ValueError("state must be for a "
                             f"{self.__class__.__name__} PRNG")
        inner = value["state"]
        words = ([inner["counter"][i] for i in range(4)]
                 + [inner["key"][i] for i in range(2)]
                 + [value["buffer"][i] for i in range(4)])
        has_uint32 = uint(_whole(value["has_uint32"]), 32)
        uinteger = uint(_whole(value["uinteger"]), 32)
        buffer_pos = _whole(value["buffer_pos"])
        if not 0 <= buffer_pos <= 4:
            raise ValueError("buffer_pos must be between 0 and 4")
        self._set(_KIND, native(words, 64), has_uint32, uinteger,
                  buffer_pos)

    @checked
    def jumped(self, jumps=1):
        """jumped(jumps=1)

        Return a bit generator jumps times 2**128 blocks further.
        """
        other = self.__class__()
        other.state = self.state
        other.advance(jumps * int(2 ** 128))
        return other

    @checked
    def advance(self, delta):
        """advance(delta)

        Add delta to the counter, which counts blocks of four words, and
        forget the block in use.

        Returns
        -------
        self : Philox
        """
        self._move(True, (delta & (1 << 256) - 1).to_bytes(32, "little"))
        return self
