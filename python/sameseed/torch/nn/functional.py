# SPDX-License-Identifier: MIT
"""torch.nn.functional: the dropouts, which draw from the default generator."""

import math

import numpy as np

from sameseed.torch import _draws, _generator
from sameseed.torch._tensor import unwrap, wrap

__all__ = ["alpha_dropout", "dropout"]


def _check_p(p):
    if p < 0.0 or p > 1.0:
        raise ValueError(
            f"dropout probability has to be between 0 and 1, but got {p}")
    if math.isnan(p):
        raise RuntimeError("dropout probability has to be between 0 and 1, "
                           "but got nan")


def _drop(name, input, p, training, inplace):
    _check_p(p)
    array, dtype = unwrap(input)
    if not training or p == 0 or array.size == 0:
        return input
    if not dtype.is_floating_point:
        raise NotImplementedError(f"not supported: {name} of {dtype.name}; "
                                  "supported: floating-point dtypes")
    out = array if inplace else np.empty_like(array, order="K", subok=False)
    items = _draws.ordered(array, out).reshape(-1).view(np.uint8).copy()
    g = _generator.default_generator
    _draws.raise_status(_draws.fill(g, name, dtype, out, (float(p),), (),
                                    (items,)))
    return input if inplace else wrap(out, dtype)


def dropout(input, p=0.5, training=True, inplace=False):
    """Zero with probability p, else scaled by 1 / (1 - p)."""
    return _drop("dropout", input, p, training, inplace)


def alpha_dropout(input, p=0.5, training=False, inplace=False):
    """The dropout that goes with SELU."""
    return _drop("alpha_dropout", input, p, training, inplace)
