# SPDX-License-Identifier: MIT
"""Draws into arrays: the order of memory, the checks, PyTorch's errors.

Learned from: PyTorch 2.13.0 (DistributionTemplates.h, Distributions.cpp), by
experiment.
"""

import builtins

import numpy as np

from sameseed import _torch
from sameseed.torch import _dtypes

__all__ = ["fill", "gather", "in_place", "raise_status"]

_C_NAMES = {"bool": "bool", "int8": "signed char", "uint8": "unsigned char",
            "int16": "short int", "uint16": "short unsigned int",
            "int32": "int", "uint32": "unsigned int", "int64": "long int",
            "uint64": "long unsigned int", "float16": "c10::Half",
            "bfloat16": "c10::BFloat16", "float32": "float",
            "float64": "double", "complex64": "c10::complex<float>",
            "complex128": "c10::complex<double>"}
_COUNTING = {"bool", "int8", "uint8", "int16", "int32", "int64", "float16",
             "bfloat16", "float32", "float64"}


def c_name(dtype):
    """What C++ calls an element, for messages."""
    return _C_NAMES[dtype.name]


def number(x):
    """A double as C++ writes it."""
    return "%g" % x


def not_implemented(what, dtype):
    return NotImplementedError(
        f"\"{what}\" not implemented for '{dtype.scalar}'")


def raise_status(status):
    """The library's text; nothing for 0."""
    if status:
        name, text = _torch.message(status)
        raise getattr(builtins, name, RuntimeError)(text)


# --- memory ---

def _axes(array):
    """The axes from the slowest to the fastest in memory."""
    def key(axis):
        return -abs(array.strides[axis]) if array.shape[axis] != 1 else 0
    return sorted(range(array.ndim), key=key)


def is_overlapping(array):
    return any(s == 0 and n > 1
               for s, n in zip(array.strides, array.shape)) and array.size


def ordered(array, like):
    """The elements of array (shaped as like) as like lies in memory."""
    if like.flags.c_contiguous:
        return np.ascontiguousarray(array)
    return np.ascontiguousarray(array.transpose(_axes(like)))


def fill(g, name, dtype, array, numbers=(), integers=(), inputs=()):
    """Draw into an array in the order of its addresses; answers the status.

    inputs lie in the same order already.
    """
    if array.flags.c_contiguous:
        out = array.reshape(-1).view(np.uint8)
        return _torch.fill(g, name, dtype.code, out, numbers, integers, inputs)
    if is_overlapping(array):
        raise RuntimeError(
            "unsupported operation: more than one element of the written-to "
            "tensor refers to a single memory location. Please clone() the "
            "tensor before performing the operation.")
    view = array.transpose(_axes(array))
    items = np.empty(view.shape, array.dtype)
    if name == "normal":
        name = "normal_gaps"
    status = _torch.fill(g, name, dtype.code,
                         items.reshape(-1).view(np.uint8), numbers, integers,
                         inputs)
    if not status:
        view[...] = items
    return status


# --- checks of the draws in place ---

def _check_uniform(dtype, a, b, empty):
    if not (dtype.is_floating_point or dtype.is_complex):
        raise not_implemented("check_uniform_bounds", dtype)


def _check_normal(dtype, mean, std, empty):
    if not std >= 0:
        raise RuntimeError(
            f"normal expects std >= 0.0, but found std {number(std)}")
    if not (empty or dtype.is_floating_point or dtype.is_complex):
        raise not_implemented("normal_kernel_cpu", dtype)


def _continuous(what, name):
    return RuntimeError(
        f"{what} distribution is a continuous probability distribution. dtype "
        f"must be a floating point but you specified {name}")


def _check_cauchy(dtype, median, sigma, empty):
    if not sigma > 0:
        raise RuntimeError("cauchy_ expects sigma > 0.0, but found sigma="
                           + number(sigma))
    if not dtype.is_floating_point:
        raise _continuous("Cauchy", c_name(dtype))


def _check_log_normal(dtype, mean, std, empty):
    if not std > 0:
        raise RuntimeError("log_normal_ expects std > 0.0, but found std="
                           + number(std))
    if not (empty or dtype.is_floating_point):
        raise not_implemented("log_normal_cpu", dtype)


def _check_exponential(dtype, lambd, empty):
    if not lambd > 0:
        raise RuntimeError("exponential_ expects lambda > 0.0, but found "
                           "lambda=" + number(lambd))
    if not (empty or dtype.is_floating_point):
        raise _continuous("Exponential", dtype.scalar)


def _check_geometric(dtype, p, empty):
    if not 0 < p < 1:
        raise RuntimeError("geometric_ expects p to be in (0, 1), but got p="
                           + number(p))
    if not empty and (dtype.name not in _COUNTING or dtype.name == "bool"):
        raise not_implemented("geometric_cpu", dtype)


def _check_bernoulli(dtype, p, empty):
    if not 0 <= p <= 1:
        raise RuntimeError("bernoulli_ expects p to be in [0, 1], but got p="
                           + number(p))
    if not (empty or dtype.name in _COUNTING):
        raise not_implemented("bernoulli_scalar_cpu_", dtype)


_CHECKS = {"uniform": _check_uniform, "normal": _check_normal,
           "cauchy": _check_cauchy, "log_normal": _check_log_normal,
           "exponential": _check_exponential,
           "geometric": _check_geometric, "bernoulli": _check_bernoulli}


def _raise_uniform(status, dtype, a, b):
    if dtype.is_complex:
        parts = {"complex64": "float32", "complex128": "float64"}
        dtype = _dtypes.NAMES[parts[dtype.name]]
    if status == _torch.SS_ERR_TORCH_FROM_BOUND:
        raise RuntimeError(f"from is out of bounds for {c_name(dtype)}")
    if status == _torch.SS_ERR_TORCH_TO_BOUND:
        raise RuntimeError(f"to is out of bounds for {c_name(dtype)}")
    if status == _torch.SS_ERR_TORCH_UNIFORM_RANGE:
        raise RuntimeError("uniform_ expects to return a [from, to) range, "
                           f"but found from={number(a)} > to={number(b)}")
    if status == _torch.SS_ERR_TORCH_UNIFORM_LIMIT:
        raise RuntimeError(
            f"uniform_ expects to-from <= std::numeric_limits<{dtype.scalar}>"
            f"::max(), but found to={number(b)} and from={number(a)} which "
            "result in to-from to exceed the limit")
    raise_status(status)


def in_place(g, name, array, dtype, *numbers):
    """uniform_, normal_, cauchy_, ... of a tensor's array."""
    numbers = tuple(map(float, numbers))
    empty = array.size == 0
    _CHECKS[name](dtype, *numbers, empty)
    if empty and name != "uniform":
        return
    status = fill(g, name, dtype, array, numbers)
    if status and name == "uniform":
        _raise_uniform(status, dtype, *numbers)
    raise_status(status)


# --- random_ and randint ---

def _highest(dtype):
    digits = {"float16": 11, "bfloat16": 8, "float32": 24, "float64": 53}
    if dtype.name in digits:
        return 2 ** digits[dtype.name]
    if dtype.name == "bool":
        return 1
    return min(2 ** (8 * dtype.itemsize - dtype.is_signed) - 1, 2**63 - 1)


def _raise_random(status, dtype, low, high):
    if status == _torch.SS_ERR_TORCH_FROM_TO:
        raise RuntimeError("random_ expects 'from' to be less than 'to', but "
                           f"got from={low} >= to={high}")
    if status == _torch.SS_ERR_TORCH_FROM_BOUND:
        raise RuntimeError(f"from is out of bounds for {c_name(dtype)}")
    if status == _torch.SS_ERR_TORCH_LAST_BOUND:
        raise RuntimeError(f"to - 1 is out of bounds for {c_name(dtype)}")
    if status == _torch.SS_ERR_TORCH_FROM_TO_CAST:
        raise NotImplementedError("not supported: a range of ints that "
                                  f"{dtype.name} cannot tell apart")
    if status == _torch.SS_ERR_TORCH_FROM_CAST:
        raise RuntimeError(
            "random_ expects 'from' casted to dtype to be less than or equal "
            f"to 'to_inc' casted to dtype, but got from={low} > "
            f"to_inc={_highest(dtype)}")
    if status == _torch.SS_ERR_DTYPE:
        raise RuntimeError("check_random_bounds handles only integral, "
                           "floating-point and boolean types")
    raise_status(status)


def random_range(g, array, dtype, low, high):
    """random_(low, high), randint(low, high)."""
    status = fill(g, "randint", dtype, array, (), (low, high))
    _raise_random(status, dtype, low, high)


def random_from(g, array, dtype, low):
    """random_(low, None)."""
    if dtype.is_complex:
        raise RuntimeError("random_from_to_impl handles only integral, "
                           "floating-point and boolean types")
    if low == -2**63 and dtype.name == "float16":
        raise not_implemented("random_full_64_bits_range_kernel_cpu", dtype)
    _raise_random(fill(g, "random_from", dtype, array, (), (low,)), dtype, low,
                  0)


def random_all(g, array, dtype):
    """random_()."""
    if array.size == 0:
        return
    if dtype.name not in _COUNTING:
        raise not_implemented("random_kernel_cpu", dtype)
    raise_status(fill(g, "random", dtype, array))


def raise_randperm(status, dtype):
    """What randperm(n) says of an n that its dtype does not hold."""
    if status == _torch.SS_ERR_DTYPE:
        raise not_implemented("randperm", dtype)
    if status == _torch.SS_ERR_TORCH_OVERFLOW:
        raise RuntimeError(f"value cannot be converted to type {dtype.name}_t "
                           "without overflow")
    if status == _torch.SS_ERR_TORCH_RANDPERM:
        most = {"float16": 2049, "float32": 2**24 + 1, "float64": 2**53 + 1}
        raise RuntimeError(f"n cannot be greater than {most[dtype.name]} for "
                           f"{dtype.scalar} type.")
    raise_status(status)


# --- bernoulli_(tensor) ---

def _expand(p, shape):
    """p as PyTorch expands it to a shape."""
    for back in range(1, p.ndim + 1):
        size = p.shape[-back]
        if back > len(shape):
            raise RuntimeError(
                "expand(torch.Tensor{" + str(list(p.shape)) + "}, size="
                + str(list(shape)) + "): the number of sizes provided ("
                + str(len(shape)) + ") must be greater or equal to the number "
                "of dimensions in the tensor (" + str(p.ndim) + ")")
        if size not in (1, shape[-back]):
            raise RuntimeError(
                f"The expanded size of the tensor ({shape[-back]}) must match "
                f"the existing size ({size}) at non-singleton dimension "
                f"{len(shape) - back}.  Target sizes: {list(shape)}.  Tensor "
                f"sizes: {list(p.shape)}")
    return np.broadcast_to(p, shape)


def bernoulli_tensor(g, array, dtype, p, p_dtype):
    """bernoulli_(p) with a tensor p."""
    p = _expand(p, array.shape)
    if dtype.name not in _COUNTING:
        raise not_implemented("bernoulli_tensor_cpu_self_", dtype)
    if not p_dtype.is_floating_point:
        raise not_implemented("bernoulli_tensor_cpu_p_", p_dtype)
    items = ordered(p, array).reshape(-1).view(np.uint8)
    status = fill(g, "bernoulli_tensor", dtype, array, (), (p_dtype.code,),
                  (items,))
    raise_status(status)


def raise_sizes(a, b):
    """The first axis, from the last, in which two shapes do not fit."""
    ndim = max(len(a), len(b))
    for axis in reversed(range(ndim)):
        x = a[axis - ndim + len(a)] if axis >= ndim - len(a) else 1
        y = b[axis - ndim + len(b)] if axis >= ndim - len(b) else 1
        if x != y and 1 not in (x, y):
            raise RuntimeError(
                f"The size of tensor a ({x}) must match the size of tensor b "
                f"({y}) at non-singleton dimension {axis}")


def broadcast(a, b):
    """The common shape of two."""
    raise_sizes(a, b)
    return np.broadcast_shapes(a, b)


def gather(array, shape):
    """Broadcast to a shape, in C order, as bytes."""
    spread = np.ascontiguousarray(np.broadcast_to(array, shape))
    return spread.reshape(-1).view(np.uint8)


def float_dtype(name):
    return _dtypes.NAMES[name]
