# SPDX-License-Identifier: MIT
"""The names of numpy.random, drawn by sameseed: the same numbers.

Bit generators hold the state, a Generator (default_rng) or a RandomState
draws from one; the functions of the module draw from a hidden RandomState.
"""
from sameseed import _core
from sameseed.numpy.random import _checks

_core.set_checks(_checks)

from sameseed.numpy.random import (  # noqa: E402
    _bounded_integers, _common, _generator, _mt19937, _pcg64, _philox,
    _sfc64, bit_generator, mtrand)
from sameseed.numpy.random._generator import (  # noqa: E402
    Generator, default_rng)
from sameseed.numpy.random._mt19937 import MT19937  # noqa: E402
from sameseed.numpy.random._pcg64 import PCG64, PCG64DXSM  # noqa: E402
from sameseed.numpy.random._philox import Philox  # noqa: E402
from sameseed.numpy.random._sfc64 import SFC64  # noqa: E402
from sameseed.numpy.random.bit_generator import (  # noqa: E402
    BitGenerator, SeedSequence)
from sameseed.numpy.random.mtrand import *  # noqa: E402,F403
from sameseed.numpy.random import _pickle  # noqa: E402

__all__ = [name for name in mtrand.__all__
           if name not in ("RandomState", "get_bit_generator",
                           "set_bit_generator")]
__all__ += ["Generator", "RandomState", "SeedSequence", "MT19937", "Philox",
            "PCG64", "PCG64DXSM", "SFC64", "default_rng", "BitGenerator"]


def __RandomState_ctor():
    """A RandomState whose state pickle sets."""
    return RandomState(seed=0)  # noqa: F405
