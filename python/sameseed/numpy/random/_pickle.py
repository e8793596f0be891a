# SPDX-License-Identifier: MIT
"""What pickles call to make the objects whose state they then set."""
from sameseed.numpy.random._generator import Generator
from sameseed.numpy.random._mt19937 import MT19937
from sameseed.numpy.random._pcg64 import PCG64, PCG64DXSM
from sameseed.numpy.random._philox import Philox
from sameseed.numpy.random._sfc64 import SFC64
from sameseed.numpy.random.bit_generator import BitGenerator
from sameseed.numpy.random.mtrand import RandomState

BitGenerators = {"MT19937": MT19937, "PCG64": PCG64, "PCG64DXSM": PCG64DXSM,
                 "Philox": Philox, "SFC64": SFC64}


def __bit_generator_ctor(bit_generator="MT19937"):
    """A new bit generator of a class, or of the class with that name."""
    if isinstance(bit_generator, type):
        if not issubclass(bit_generator, BitGenerator):
            raise ValueError(f"{bit_generator} is not a class of bit "
                             "generators")
        return bit_generator()
    if bit_generator in BitGenerators:
        return BitGenerators[bit_generator]()
    raise ValueError(str(bit_generator) + " is not a known BitGenerator "
                     "module.")


def __generator_ctor(bit_generator_name="MT19937",
                     bit_generator_ctor=__bit_generator_ctor):
    """A Generator over a bit generator, or over one by name."""
    if hasattr(bit_generator_name, "capsule"):
        return Generator(bit_generator_name)
    return Generator(bit_generator_ctor(bit_generator_name))


def __randomstate_ctor(bit_generator_name="MT19937",
                       bit_generator_ctor=__bit_generator_ctor):
    """A RandomState over a bit generator, or over one by name."""
    if hasattr(bit_generator_name, "capsule"):
        return RandomState(bit_generator_name)
    return RandomState(bit_generator_ctor(bit_generator_name))


# Without underscores for classes, whose bodies would mangle the names.
bit_generator_ctor = __bit_generator_ctor
generator_ctor = __generator_ctor
randomstate_ctor = __randomstate_ctor
