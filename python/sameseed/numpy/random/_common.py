# SPDX-License-Identifier: MIT
"""What several of the modules use: methods, ctypes and cffi views."""
from collections import namedtuple

from sameseed import _core

__all__ = ["interface"]

interface = namedtuple("interface", [
    "state_address", "state", "next_uint64", "next_uint32", "next_double",
    "bit_generator"])


def drawn_by(class_name):
    """Decorator: the method NAME is the row class_name.NAME in C."""
    def decorate(function):
        row = f"{class_name}.{function.__name__}"
        function.__qualname__ = row
        if class_name == "RandomState":
            function.__module__ = "sameseed.numpy.random"
        return _core.method(function, row)
    return decorate


#: Decorator: a method of Python with the errors of NumPy for wrong calls.
checked = _core.method


def prepare_ctypes(addresses):
    """The named tuple ``interface`` for ctypes."""
    import ctypes

    state, uint64, uint32, double, bitgen = addresses
    return interface(
        state, ctypes.c_void_p(state),
        ctypes.cast(uint64, ctypes.CFUNCTYPE(ctypes.c_uint64,
                                             ctypes.c_void_p)),
        ctypes.cast(uint32, ctypes.CFUNCTYPE(ctypes.c_uint32,
                                             ctypes.c_void_p)),
        ctypes.cast(double, ctypes.CFUNCTYPE(ctypes.c_double,
                                             ctypes.c_void_p)),
        ctypes.c_void_p(bitgen))


def prepare_cffi(addresses):
    """The named tuple ``interface`` for cffi."""
    try:
        import cffi
    except ImportError as error:
        raise ImportError("cffi cannot be imported.") from error

    state, uint64, uint32, double, bitgen = addresses
    cast = cffi.FFI().cast
    return interface(
        state, cast("void *", state),
        cast("uint64_t (*)(void *)", uint64),
        cast("uint32_t (*)(void *)", uint32),
        cast("double (*)(void *)", double),
        cast("void *", bitgen))


def uint_words(value, name, bits, size):
    """bits of value, an int or an array of words of size bits, as bytes."""
    import numpy as np

    count = bits // size
    value = np.asarray(value)
    if value.shape == ():
        value = int(value)
        if value < 0 or value >= 1 << bits:
            raise ValueError(f"{name} must be positive and less than 2**"
                             f"{bits}.")
        return value.to_bytes(bits // 8, "little")
    words = value.astype(np.uint64 if size == 64 else np.uint32)
    if words.shape != (count,):
        raise ValueError(f"{name} must have {count} elements when using "
                         "array form")
    return words.astype(words.dtype.newbyteorder("<")).tobytes()


def uint(value, bits):
    """An int of so many bits, or the OverflowError of Cython."""
    value = int(value)
    if value < 0:
        raise OverflowError(f"can't convert negative value to uint{bits}_t")
    if value >> bits:
        raise OverflowError(f"value too large to convert to uint{bits}_t")
    return value


def native(words, bits):
    """Ints as the bytes of native words, each checked."""
    import numpy as np

    dtype = np.uint64 if bits == 64 else np.uint32
    return np.array([uint(word, bits) for word in words], dtype).tobytes()
