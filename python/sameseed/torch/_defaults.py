# SPDX-License-Identifier: MIT
"""torch.set_default_dtype."""

from sameseed.torch import _dtypes

__all__ = ["get_default_dtype", "set_default_dtype"]

_default = _dtypes.NAMES["float32"]


def default_dtype():
    """Ours, whatever tensors are in use."""
    return _default


def set_default_dtype(d):
    """The dtype of tensors that are made without one."""
    global _default
    wanted = _dtypes.of(d)
    if not wanted.is_floating_point:
        raise TypeError("only floating-point types are supported as the "
                        "default type")
    _default = wanted


def get_default_dtype():
    from sameseed.torch import _tensor

    if _tensor.tensor_type() == "torch":
        return _dtypes.to_torch(_default)
    return _default
