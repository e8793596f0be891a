# SPDX-License-Identifier: MIT
"""PCG64, the bit generator of default_rng, and PCG64DXSM."""
import sys

import numpy as np

from sameseed.numpy.random._common import checked, native, uint
from sameseed.numpy.random.bit_generator import BitGenerator, _whole

__all__ = ["PCG64", "PCG64DXSM"]

_MASK = (1 << 128) - 1
_MULTIPLIER = 0x2360ed051fc65da44385df649fccf645  # of the seeding of both
_LOW = (1 << 64) - 1
_JUMP = 0x9e3779b97f4a7c15f39cc0605cedc835


def _bytes_of(*numbers):
    """128-bit numbers as native words of 64 bits, the high ones first."""
    return b"".join([half.to_bytes(8, sys.byteorder) for number in numbers
                     for half in (number >> 64, number & _LOW)])


class _Base(BitGenerator):
    __slots__ = ()

    def _start(self):
        words = self._seed_seq.generate_state(4, np.uint64)
        a, b, c, d = np.asarray(words[:4]).tolist()
        inc = ((c << 64 | d) << 1 | 1) & _MASK
        state = ((inc + (a << 64 | b)) * _MULTIPLIER + inc) & _MASK
        self._set(self._kind, _bytes_of(state, inc), 0)

    @checked
    def advance(self, delta):
        """advance(delta)

        Go on as if delta 64-bit words had been drawn; delta may be
        negative. Forgets the waiting half word.

        Returns
        -------
        self : the bit generator
        """
        self._move(True, (delta & _MASK).to_bytes(32, "little"))
        return self

    @checked
    def jumped(self, jumps=1):
        """jumped(jumps=1)

        Return a bit generator that many jumps further.
        """
        other = self.__class__()
        other.state = self.state
        other.advance(_JUMP * int(jumps))
        return other

    @property
    def state(self):
        """The state as a dict: state and inc, ints of 128 bits."""
        words, has_uint32, uinteger, _ = self._get()
        high, low, inc_high, inc_low = np.frombuffer(words, np.uint64).tolist()
        return {"bit_generator": self.__class__.__name__,
                "state": {"state": high << 64 | low,
                          "inc": inc_high << 64 | inc_low},
                "has_uint32": has_uint32, "uinteger": uinteger}

    @state.setter
    def state(self, value):
        if not isinstance(value, dict):
            raise TypeError("state must be a dict")
        if value.get("bit_generator", "") != self.__class__.__name__:
            raise ValueError("state must be for a "
                             f"{self.__class__.__name__} RNG")
        words = []
        for name in ("state", "inc"):
            number = value["state"][name]
            words += [number // 2 ** 64, number % 2 ** 64]
        has_uint32 = uint(_whole(value["has_uint32"]), 32)
        uinteger = uint(_whole(value["uinteger"]), 32)
        self._set(self._kind, native(words, 64), has_uint32,
                  uinteger)


class PCG64(_Base):
    """PCG XSL-RR: 128 bits of state, 64-bit words.

    Parameters
    ----------
    seed : {None, int, array_like[ints], SeedSequence}, optional
    """

    __slots__ = ()
    _kind = 1

    @checked
    def __init__(self, seed=None):
        BitGenerator.__init__(self, seed)
        self._start()


class PCG64DXSM(_Base):
    """PCG DXSM: 128 bits of state, 64-bit words, a cheaper multiplier.

    Parameters
    ----------
    seed : {None, int, array_like[ints], SeedSequence}, optional
    """

    __slots__ = ()
    _kind = 2

    @checked
    def __init__(self, seed=None):
        BitGenerator.__init__(self, seed)
        self._start()
