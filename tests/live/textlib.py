# SPDX-License-Identifier: MIT
"""The library's printing through ctypes.

The shared library is the one that SS_LIBRARY names, or that of build/.
"""
import ctypes
import os
import pathlib
import random

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
COUNT = int(os.environ.get("SS_LIVE_COUNT", "400"))
SEED = (int(os.environ.get("SS_LIVE_SEED", "0"))
        or random.SystemRandom().getrandbits(32))
UNLIMITED = 2**63 - 1

DTYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32",
          "int64", "uint64", "float16", "bfloat16", "float32", "float64",
          "complex64", "complex128", "str", "bytes", "object"]
KINDS = {"bool": 1, "int": 2, "float": 4, "complexfloat": 8, "numpystr": 16,
         "object": 32, "all": 63, "int_kind": 2, "float_kind": 4,
         "complex_kind": 8, "str_kind": 16}
ELEMENT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int,
                           ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p)


class Array(ctypes.Structure):
    _fields_ = [("dtype", ctypes.c_int), ("ndim", ctypes.c_uint32),
                ("itemsize", ctypes.c_size_t), ("shape", ctypes.c_size_t * 64),
                ("strides", ctypes.c_ssize_t * 64), ("data", ctypes.c_void_p),
                ("owned", ctypes.c_void_p)]


class Text(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("size", ctypes.c_size_t),
                ("capacity", ctypes.c_size_t)]


class NumpyOptions(ctypes.Structure):
    _fields_ = [("precision", ctypes.c_int64), ("threshold", ctypes.c_int64),
                ("edgeitems", ctypes.c_int64), ("linewidth", ctypes.c_int64),
                ("suppress", ctypes.c_bool), ("sign", ctypes.c_char),
                ("floatmode", ctypes.c_int), ("nanstr", ctypes.c_char_p),
                ("infstr", ctypes.c_char_p), ("legacy", ctypes.c_int32),
                ("formatter", ctypes.c_uint32), ("element", ELEMENT),
                ("context", ctypes.c_void_p)]


class TorchOptions(ctypes.Structure):
    _fields_ = [("precision", ctypes.c_int64), ("threshold", ctypes.c_int64),
                ("edgeitems", ctypes.c_int64), ("linewidth", ctypes.c_int64),
                ("sci_mode", ctypes.c_int), ("default_dtype", ctypes.c_int),
                ("suffix", ctypes.c_char_p)]


def load():
    path = os.environ.get("SS_LIBRARY", str(ROOT / "build" / "libsameseed.so"))
    if not os.path.exists(path):
        pytest.skip(f"no library at {path}", allow_module_level=True)
    library = ctypes.CDLL(path)
    library.ss_python_float_text.argtypes = [ctypes.c_double, ctypes.c_void_p]
    library.ss_python_complex_text.argtypes = [
        ctypes.c_double, ctypes.c_double, ctypes.c_void_p]
    library.ss_text_append.argtypes = [
        ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    return library


library = load()


def text_of(call, *arguments):
    """The text that a function appends; the status where it failed."""
    text = Text()
    status = getattr(library, call)(*arguments, ctypes.byref(text))
    result = status
    if status == 0:
        result = ctypes.string_at(text.data, text.size).decode()
    library.ss_text_free(ctypes.byref(text))
    return result


def dtype_number(dtype):
    return DTYPES.index({"U": "str", "S": "bytes"}.get(dtype.kind, dtype.name))


def view(array, number=None):
    """An ss_array over a NumPy array, which must outlive it."""
    a = Array(dtype_number(array.dtype) if number is None else number,
              array.ndim, array.dtype.itemsize)
    for axis in range(array.ndim):
        a.shape[axis] = array.shape[axis]
        a.strides[axis] = array.strides[axis]
    a.data = array.__array_interface__["data"][0]
    return a


def zero(value):
    """SS_PRINT_ZERO for 0."""
    return -1 if value == 0 else value
