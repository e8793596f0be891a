# SPDX-License-Identifier: MIT
"""States between NumPy and sameseed: objects of one become the other's."""
import codecs
import importlib
import io
import pickle

import numpy as np

from sameseed.numpy import random as _random

__all__ = ["from_numpy", "loads", "to_numpy"]

_KINDS = ("MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64")
_CLASSES = _KINDS + ("SeedSequence", "Generator", "RandomState")
_CONSTRUCTORS = {
    "__bit_generator_ctor": "bit_generator_ctor",
    "__generator_ctor": "generator_ctor",
    "__randomstate_ctor": "randomstate_ctor",
    "__RandomState_ctor": "randomstate_ctor"}
_NEW_SEED_SEQUENCE = "__pyx_unpickle_SeedSequence"


def _is_random(module):
    for root in ("numpy.random", "sameseed.numpy.random"):
        if module == root or module.startswith(root + "."):
            return True
    return False


class _Dtype:
    """Stands for a dtype in a pickle: integers and floats only."""

    def __init__(self, code, *flags):
        if code not in ("u1", "u4", "u8", "i4", "i8", "f8"):
            raise pickle.UnpicklingError(f"no dtype {code!r} in a state")
        self.dtype = np.dtype("<" + code)

    def __setstate__(self, state):
        if state[1] == ">":
            self.dtype = self.dtype.newbyteorder(">")


class _Array:
    """Stands for an array in a pickle until its bytes are there."""

    array = np.zeros(0)

    def __setstate__(self, state):
        _, shape, dtype, _, data = state
        self.array = _from_bytes(data, dtype, shape)

    def __array__(self, dtype=None, copy=None):
        return self.array if dtype is None else self.array.astype(dtype)

    def __getitem__(self, index):
        return self.array[index]

    def __len__(self):
        return len(self.array)


def _reconstruct(cls, shape, code):
    return _Array()


def _from_bytes(data, dtype, shape, order="C"):
    native = dtype.dtype.newbyteorder("=")
    return np.frombuffer(data, dtype.dtype).astype(native).reshape(shape)


def _scalar(dtype, data):
    return _from_bytes(data, dtype, ())[()]


def _encode(text, encoding):
    if encoding != "latin1" or not isinstance(text, str):
        raise pickle.UnpicklingError("no bytes")
    return codecs.encode(text, "latin1")


_ARRAYS = {"ndarray": _Array, "dtype": _Dtype, "_reconstruct": _reconstruct,
           "scalar": _scalar, "_frombuffer": _from_bytes}
_ARRAY_MODULES = ("numpy", "numpy.core.multiarray", "numpy._core.multiarray",
                  "numpy.core.numeric", "numpy._core.numeric")


class _Unpickler(pickle.Unpickler):
    """Reads the states of numpy.random, NumPy's and ours, and no more."""

    def find_class(self, module, name):
        if _is_random(module):
            if name in _CONSTRUCTORS:
                return getattr(_random._pickle, _CONSTRUCTORS[name])
            if name == _NEW_SEED_SEQUENCE:
                return getattr(_random.bit_generator, name)
            if name == "_new_sequence":
                return _random.bit_generator._new_sequence
            if name in _CLASSES:
                return getattr(_random, name)
        if module in _ARRAY_MODULES and name in _ARRAYS:
            return _ARRAYS[name]
        if (module, name) == ("_codecs", "encode"):
            return _encode
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a "
                                     "random state")


def loads(data):
    """The object whose pickle data is, as one of sameseed.

    Parameters
    ----------
    data : bytes
        The pickle of a RandomState, Generator, bit generator or
        SeedSequence, NumPy's or ours. Anything else is refused, nothing of
        it is run.

    Returns
    -------
    out : RandomState, Generator, BitGenerator or SeedSequence
    """
    thing = _Unpickler(io.BytesIO(data)).load()
    if type(thing).__name__ in _CLASSES and not isinstance(thing, type):
        return thing
    raise pickle.UnpicklingError("not a random state")


def _convert(thing, module):
    """thing as an object of the module with NumPy's names."""
    name = type(thing).__name__
    if name == "SeedSequence":
        return module.SeedSequence(
            thing.entropy, spawn_key=thing.spawn_key,
            pool_size=thing.pool_size,
            n_children_spawned=thing.n_children_spawned)
    if name in _KINDS:
        seeds = thing._seed_seq
        if type(seeds).__name__ == "SeedSequence":
            seeds = _convert(seeds, module)
            twin = getattr(module, name)(seeds)
        else:
            twin = getattr(module, name)(0)
        try:
            twin.__setstate__((thing.state, seeds))
        except (TypeError, ValueError):  # NumPy before 2.0
            twin.state = thing.state
        return twin
    if name in ("Generator", "RandomState"):
        twin = getattr(module, name)(_convert(thing._bit_generator, module))
        if name == "RandomState":
            twin.set_state(thing.get_state(legacy=False))
        return twin
    raise TypeError(f"{name} is no random state")


def from_numpy(thing):
    """A copy of NumPy's RandomState, Generator, bit generator or
    SeedSequence as one of ours, in the same state."""
    return _convert(thing, _random)


def to_numpy(thing):
    """A copy of ours as one of NumPy's, in the same state."""
    return _convert(thing, importlib.import_module("numpy.random"))
