# SPDX-License-Identifier: MIT
"""torch.tensor, zeros, ones, full, empty and arange: tensors to draw into.

The light tensor makes no empty memory: empty() is zeros().
"""

import numpy as np

from sameseed.torch import _dtypes
from sameseed.torch._defaults import default_dtype
from sameseed.torch._functions import check_options, chosen, sizes
from sameseed.torch._tensor import _storage, is_tensor, unwrap, wrap

__all__ = ["arange", "empty", "empty_like", "from_numpy", "full", "ones",
           "ones_like", "tensor", "zeros", "zeros_like"]


def _filled(value, given, dtype, requires_grad, options):
    check_options(**options)
    dtype = chosen(dtype)
    array = np.empty(sizes(given), dtype.numpy)
    array[...] = _storage(value, dtype)
    return wrap(array, dtype, requires_grad)


def zeros(*size, dtype=None, requires_grad=False, **options):
    return _filled(0, size, dtype, requires_grad, options)


def ones(*size, dtype=None, requires_grad=False, **options):
    return _filled(1, size, dtype, requires_grad, options)


def empty(*size, dtype=None, requires_grad=False, **options):
    return _filled(0, size, dtype, requires_grad, options)


def full(size, fill_value, *, dtype=None, requires_grad=False, **options):
    if dtype is None:
        dtype = _inferred(np.asarray(fill_value))
    return _filled(fill_value, (size,), dtype, requires_grad, options)


def _filled_like(value, input, dtype):
    array, its = unwrap(input)
    dtype = its if dtype is None else _dtypes.of(dtype)
    made = np.empty_like(array, dtype.numpy, order="K", subok=False)
    made[...] = _storage(value, dtype)
    return wrap(made, dtype)


def zeros_like(input, *, dtype=None, **options):
    check_options(**options)
    return _filled_like(0, input, dtype)


def ones_like(input, *, dtype=None, **options):
    check_options(**options)
    return _filled_like(1, input, dtype)


empty_like = zeros_like


def _inferred(array):
    """The dtype that torch.tensor() gives to Python's numbers."""
    if array.dtype.kind == "f":
        return default_dtype()
    if array.dtype.kind == "c":
        wide = default_dtype().name == "float64"
        return _dtypes.NAMES["complex128" if wide else "complex64"]
    if array.dtype.kind == "b":
        return _dtypes.NAMES["bool"]
    return _dtypes.NAMES["int64"]


def _plain(data):
    """Nested lists in which tensors stand for their numbers."""
    if is_tensor(data):
        return data.tolist()
    if isinstance(data, (list, tuple)):
        return [_plain(item) for item in data]
    return data


def tensor(data, *, dtype=None, requires_grad=False, **options):
    """A copy of numbers, nested lists, an array or a tensor."""
    check_options(**options)
    if is_tensor(data):
        array, its = unwrap(data)
        dtype = its if dtype is None else _dtypes.of(dtype)
        return wrap(np.array(_storage(data, dtype)), dtype, requires_grad)
    array = np.array(_plain(data))
    if dtype is None:
        known = isinstance(data, (np.ndarray, np.generic))
        empty_list = not known and array.size == 0
        dtype = (_dtypes.of_numpy(array.dtype) if known else
                 default_dtype() if empty_list else _inferred(array))
    dtype = _dtypes.of(dtype)
    return wrap(np.array(_storage(array, dtype)), dtype, requires_grad)


def from_numpy(array):
    """A tensor over the memory of an array."""
    return wrap(array, _dtypes.of_numpy(array.dtype))


def arange(*args, dtype=None, requires_grad=False, **options):
    """Ints; for floats see NumPy's, whose last bits differ from PyTorch's."""
    check_options(**options)
    if any(isinstance(a, float) for a in args):
        raise NotImplementedError("not supported: arange() of floats; "
                                  "supported: ints")
    dtype = _dtypes.of(dtype or "int64")
    return wrap(np.array(_storage(np.arange(*args), dtype)), dtype,
                requires_grad)
