# SPDX-License-Identifier: MIT
"""torch.nn.init: values for a tensor that is there; each answers it.

Learned from: PyTorch 2.13.0 (torch/nn/init.py), by experiment.
"""

import math

import numpy as np

from sameseed.torch import _draws, _generator
from sameseed.torch._tensor import _storage, unwrap

__all__ = ["calculate_gain", "constant_", "dirac_", "eye_", "kaiming_normal_",
           "kaiming_uniform_", "normal_", "ones_", "sparse_",
           "trunc_normal_", "uniform_", "xavier_normal_", "xavier_uniform_",
           "zeros_"]

_LINEAR = ("linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d",
           "conv_transpose2d", "conv_transpose3d", "sigmoid")


def calculate_gain(nonlinearity, param=None):
    """The factor that keeps the variance behind a nonlinearity."""
    if nonlinearity in _LINEAR:
        return 1
    if nonlinearity == "tanh":
        return 5.0 / 3
    if nonlinearity == "relu":
        return math.sqrt(2.0)
    if nonlinearity == "selu":
        return 3.0 / 4
    if nonlinearity != "leaky_relu":
        raise ValueError(f"Unsupported nonlinearity {nonlinearity}")
    if param is None:
        slope = 0.01
    elif isinstance(param, (int, float)) and not isinstance(param, bool):
        slope = param
    else:
        raise ValueError(f"negative_slope {param} not a valid number")
    return math.sqrt(2.0 / (1 + slope**2))


def _draw(tensor, name, a, b, generator):
    array, dtype = unwrap(tensor)
    _draws.in_place(_generator.of(generator), name, array, dtype, a, b)
    return tensor


def uniform_(tensor, a=0.0, b=1.0, generator=None):
    return _draw(tensor, "uniform", a, b, generator)


def normal_(tensor, mean=0.0, std=1.0, generator=None):
    return _draw(tensor, "normal", mean, std, generator)


def trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None):
    array, dtype = unwrap(tensor)
    if not (array.flags.c_contiguous and dtype.is_floating_point):
        raise NotImplementedError("not supported: trunc_normal_() of a tensor "
                                  "that is not contiguous or not of floats")
    status = _draws.fill(_generator.of(generator), "trunc_normal", dtype,
                         array, tuple(map(float, (mean, std, a, b))))
    _draws.raise_status(status)
    return tensor


def constant_(tensor, val):
    array, dtype = unwrap(tensor)
    array[...] = _storage(val, dtype)
    return tensor


def ones_(tensor):
    return constant_(tensor, 1.0)


def zeros_(tensor):
    return constant_(tensor, 0.0)


def eye_(tensor):
    array, dtype = unwrap(tensor)
    if array.ndim != 2:
        raise ValueError("Only tensors with 2 dimensions are supported")
    array[...] = _storage(np.eye(*array.shape), dtype)
    return tensor


def dirac_(tensor, groups=1):
    array, dtype = unwrap(tensor)
    if array.ndim not in (3, 4, 5):
        raise ValueError("Only tensors with 3, 4, or 5 dimensions are "
                         "supported")
    if array.shape[0] % groups:
        raise ValueError("dim 0 must be divisible by groups")
    each = array.shape[0] // groups
    middle = tuple(n // 2 for n in array.shape[2:])
    array[...] = 0
    for g in range(groups):
        for k in range(min(each, array.shape[1])):
            array[(g * each + k, k, *middle)] = _storage(1.0, dtype)
    return tensor


def _fans(array):
    if array.ndim < 2:
        raise ValueError("Fan in and fan out can not be computed for tensor "
                         "with fewer than 2 dimensions")
    field = math.prod(array.shape[2:])
    return array.shape[1] * field, array.shape[0] * field


def xavier_uniform_(tensor, gain=1.0, generator=None):
    fan_in, fan_out = _fans(unwrap(tensor)[0])
    std = gain * math.sqrt(2.0 / float(fan_in + fan_out))
    bound = math.sqrt(3.0) * std
    return _draw(tensor, "uniform", -bound, bound, generator)


def xavier_normal_(tensor, gain=1.0, generator=None):
    fan_in, fan_out = _fans(unwrap(tensor)[0])
    std = gain * math.sqrt(2.0 / float(fan_in + fan_out))
    return _draw(tensor, "normal", 0.0, std, generator)


def _kaiming_std(tensor, a, mode, nonlinearity):
    mode = mode.lower()
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"Mode {mode} not supported, please use one of "
                         "['fan_in', 'fan_out']")
    fan = _fans(unwrap(tensor)[0])[mode == "fan_out"]
    return calculate_gain(nonlinearity, a) / math.sqrt(fan)


def kaiming_uniform_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu",
                     generator=None):
    if 0 in unwrap(tensor)[0].shape:
        return tensor
    bound = math.sqrt(3.0) * _kaiming_std(tensor, a, mode, nonlinearity)
    return _draw(tensor, "uniform", -bound, bound, generator)


def kaiming_normal_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu",
                    generator=None):
    if 0 in unwrap(tensor)[0].shape:
        return tensor
    std = _kaiming_std(tensor, a, mode, nonlinearity)
    return _draw(tensor, "normal", 0.0, std, generator)


def sparse_(tensor, sparsity, std=0.01, generator=None):
    array, _ = unwrap(tensor)
    if array.ndim != 2:
        raise ValueError("Only tensors with 2 dimensions are supported")
    _draw(tensor, "normal", 0.0, std, generator)
    rows, columns = array.shape
    zeros = math.ceil(sparsity * rows)
    order = np.empty(rows, np.int64)
    for column in range(columns):
        _draws.raise_status(_draws.fill(
            _generator.default_generator, "randperm",
            _draws.float_dtype("int64"), order))
        array[order[:zeros], column] = 0
    return tensor
