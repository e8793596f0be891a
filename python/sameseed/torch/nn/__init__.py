# SPDX-License-Identifier: MIT
"""torch.nn as far as the random state decides it: modules that hold their
initial parameters, the initialisers and the dropouts.
"""

from sameseed.torch import _tensor as _tensor
from sameseed.torch.nn import _layers, _module, _weightless, functional, init
from sameseed.torch.nn._module import (Module, ModuleDict, ModuleList,
                                       ParameterList, Sequential)

_LAYERS = {name: value for name, value in vars(_layers).items()
           if isinstance(value, type) and issubclass(value, Module)
           and not name.startswith("_") and name not in ("Layer", "Module")}
globals().update(_LAYERS)
globals().update(_weightless.CLASSES)


def Parameter(data=None, requires_grad=True):
    """A tensor that a module trains: torch's own where tensors are torch's."""
    if data is None:
        return _tensor.Parameter(None, requires_grad)
    return _tensor.wrap_parameter(*_tensor.unwrap(data), requires_grad)


__all__ = ["Module", "ModuleDict", "ModuleList", "Parameter", "ParameterList",
           "Sequential", "functional", "init", *_LAYERS,
           *_weightless.CLASSES]
