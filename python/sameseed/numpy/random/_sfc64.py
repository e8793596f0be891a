# SPDX-License-Identifier: MIT
"""SFC64, a small fast counting bit generator."""
import numpy as np

from sameseed.numpy.random._common import checked, native, uint
from sameseed.numpy.random.bit_generator import BitGenerator, _whole

__all__ = ["SFC64"]

_KIND = 4


class SFC64(BitGenerator):
    """SFC64: 256 bits of state, 64-bit words.

    Parameters
    ----------
    seed : {None, int, array_like[ints], SeedSequence}, optional
    """

    __slots__ = ()

    @checked
    def __init__(self, seed=None):
        BitGenerator.__init__(self, seed)
        words = self._seed_seq.generate_state(3, np.uint64)
        self._set(_KIND, native(list(words[:3]) + [1], 64), 0)
        self._raw(12)

    @property
    def state(self):
        """The state as a dict: a, b, c and the counter."""
        words, has_uint32, uinteger, _ = self._get()
        return {"bit_generator": self.__class__.__name__,
                "state": {"state": np.frombuffer(words, np.uint64).copy()},
                "has_uint32": has_uint32, "uinteger": uinteger}

    @state.setter
    def state(self, value):
        if not isinstance(value, dict):
            raise TypeError("state must be a dict")
        if value.get("bit_generator", "") != self.__class__.__name__:
            raise ValueError("state must be for a "
                             "{self.__class__.__name__} RNG")
        words = np.empty(4, np.uint64)
        words[:] = value["state"]["state"]
        has_uint32 = uint(_whole(value["has_uint32"]), 32)
        uinteger = uint(_whole(value["uinteger"]), 32)
        self._set(_KIND, words, has_uint32, uinteger)
