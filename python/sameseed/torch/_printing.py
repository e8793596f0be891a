# SPDX-License-Identifier: MIT
"""torch.set_printoptions, and the text of light tensors."""

import math

import numpy as np

from sameseed import _torch
from sameseed.torch import _defaults

__all__ = ["set_printoptions", "text"]

_PROFILES = {"default": (4, 1000, 3, 80), "short": (2, 1000, 2, 80),
             "full": (4, math.inf, 3, 80)}
_options = {"precision": 4, "threshold": 1000, "edgeitems": 3,
            "linewidth": 80, "sci_mode": None}


def set_printoptions(precision=None, threshold=None, edgeitems=None,
                     linewidth=None, profile=None, sci_mode=None):
    """torch.set_printoptions, for sameseed's own tensors."""
    if profile is not None:
        if profile in _PROFILES:
            values = _PROFILES[profile]
            names = ("precision", "threshold", "edgeitems", "linewidth")
            _options.update(zip(names, values))
    for name, value in (("precision", precision), ("threshold", threshold),
                        ("edgeitems", edgeitems), ("linewidth", linewidth)):
        if value is not None:
            _options[name] = value
    _options["sci_mode"] = sci_mode


def _number(value):
    """An option as the C library takes it: its 0 is the default."""
    if value == math.inf:
        return 2**63 - 1
    return int(value) or -1


def text(array, dtype, suffix):
    """What str() and repr() of a tensor give."""
    plain = np.ascontiguousarray(array).reshape(array.shape)
    sci_mode = _options["sci_mode"]
    return _torch.text(
        dtype.code, array.shape, plain.reshape(-1).view(np.uint8).data,
        *(_number(_options[name]) for name in
          ("precision", "threshold", "edgeitems", "linewidth")),
        0 if sci_mode is None else 1 if sci_mode else 2,
        _defaults.default_dtype().code, suffix)
