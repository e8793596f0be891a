# SPDX-License-Identifier: MIT
"""Element types: torch.float32 and its fellows, without torch."""

import sys

import numpy as np

__all__ = ["NAMES", "dtype", "of", "to_torch"]


class dtype:
    """One of PyTorch's dtypes. There is one object of each."""

    __slots__ = ("name", "code", "numpy", "itemsize", "alias", "scalar",
                 "is_floating_point", "is_complex", "is_signed")

    def __init__(self, name, code, storage, scalar, kind):
        self.name = name
        self.code = code  # of the C library's ss_dtype
        self.numpy = np.dtype(storage)  # bfloat16 is kept as its bits
        self.itemsize = self.numpy.itemsize
        self.scalar = scalar  # what PyTorch's messages call it
        self.is_floating_point = kind == "f"
        self.is_complex = kind == "c"
        self.is_signed = kind in "fci"

    def __repr__(self):
        return f"torch.{self.name}"

    def __reduce__(self):
        return of, (self.name,)


_ROWS = [
    ("bool", 0, "?", "Bool", "b"),
    ("int8", 1, "i1", "Char", "i"),
    ("uint8", 2, "u1", "Byte", "u"),
    ("int16", 3, "i2", "Short", "i"),
    ("uint16", 4, "u2", "UInt16", "u"),
    ("int32", 5, "i4", "Int", "i"),
    ("uint32", 6, "u4", "UInt32", "u"),
    ("int64", 7, "i8", "Long", "i"),
    ("uint64", 8, "u8", "UInt64", "u"),
    ("float16", 9, "f2", "Half", "f"),
    ("bfloat16", 10, "u2", "BFloat16", "f"),
    ("float32", 11, "f4", "Float", "f"),
    ("float64", 12, "f8", "Double", "f"),
    ("complex64", 13, "c8", "ComplexFloat", "c"),
    ("complex128", 14, "c16", "ComplexDouble", "c"),
]

NAMES = {row[0]: dtype(*row) for row in _ROWS}
_ALIASES = {"half": "float16", "float": "float32", "double": "float64",
            "short": "int16", "int": "int32", "long": "int64",
            "cfloat": "complex64", "cdouble": "complex128"}
ALL = {**NAMES, **{a: NAMES[n] for a, n in _ALIASES.items()}}
_PYTHON = {float: "float64", int: "int64", bool: "bool",
           complex: "complex128"}
_NUMPY = {d.numpy: d for d in NAMES.values() if d.name != "bfloat16"}


def of(value):
    """A dtype from ours, torch's, a name, or Python's float, int, bool."""
    if isinstance(value, dtype):
        return value
    if isinstance(value, type) and value in _PYTHON:
        return NAMES[_PYTHON[value]]
    name = str(value).rpartition(".")[2]
    if name in ALL:
        return ALL[name]
    raise TypeError(f"not a dtype that is supported: {value!r}; supported: "
                    + ", ".join(NAMES))


def of_numpy(value):
    """The dtype of a NumPy array's."""
    try:
        return _NUMPY[np.dtype(value).newbyteorder("=")]
    except KeyError:
        raise TypeError(
            f"can't convert np.ndarray of type {value}") from None


def to_torch(value):
    """torch's object for a dtype of ours."""
    return getattr(sys.modules["torch"], value.name)
