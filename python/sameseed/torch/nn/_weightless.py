# SPDX-License-Identifier: MIT
"""Modules without parameters: their place in a model, and their text.

A row is a name, the parameters with their defaults, and what the text says of
them; "?inplace" is said only when it is true.
Learned from: PyTorch 2.13.0, the reprs of its modules, by experiment.
"""

import ast
import inspect

from sameseed.torch.nn._module import Module

_DROPOUT = ("p=0.5, inplace=False", "p={p}, inplace={inplace}")
_INPLACE = ("inplace=False", "?inplace")
_POOL = ("kernel_size, stride=None, padding=0, dilation=1, "
         "return_indices=False, ceil_mode=False",
         "kernel_size={kernel_size}, stride={stride}, padding={padding}, "
         "dilation={dilation}, ceil_mode={ceil_mode}")
_AVERAGE = ("kernel_size, stride=None, padding=0, ceil_mode=False, "
            "count_include_pad=True, divisor_override=None",
            "kernel_size={kernel_size}, stride={stride}, padding={padding}")
_OUTPUT = ("output_size, return_indices=False", "output_size={output_size}")
_DIM = ("dim=None", "dim={dim}")
_LOSS = ("*args, **keywords", "")

ROWS = {
    **dict.fromkeys(("Dropout", "Dropout1d", "Dropout2d", "Dropout3d",
                     "AlphaDropout", "FeatureAlphaDropout"), _DROPOUT),
    **dict.fromkeys(("ReLU", "ReLU6", "SELU", "SiLU", "Mish"), _INPLACE),
    **dict.fromkeys(("Sigmoid", "Tanh", "LogSigmoid", "Softsign",
                     "Tanhshrink", "Softmax2d"), ("", "")),
    **dict.fromkeys(("Hardsigmoid", "Hardswish"), ("inplace=False", "")),
    **dict.fromkeys(("MaxPool1d", "MaxPool2d", "MaxPool3d"), _POOL),
    **dict.fromkeys(("AvgPool2d", "AvgPool3d"), _AVERAGE),
    **dict.fromkeys(("AdaptiveAvgPool1d", "AdaptiveAvgPool2d",
                     "AdaptiveAvgPool3d", "AdaptiveMaxPool1d",
                     "AdaptiveMaxPool2d", "AdaptiveMaxPool3d"), _OUTPUT),
    **dict.fromkeys(("Softmax", "LogSoftmax", "Softmin"), _DIM),
    **dict.fromkeys(("BCELoss", "BCEWithLogitsLoss", "CrossEntropyLoss",
                     "KLDivLoss", "L1Loss", "MSELoss", "NLLLoss",
                     "SmoothL1Loss"), _LOSS),
    "Identity": ("*args, **keywords", ""),
    "Flatten": ("start_dim=1, end_dim=-1",
                "start_dim={start_dim}, end_dim={end_dim}"),
    "Unflatten": ("dim, unflattened_size",
                  "dim={dim}, unflattened_size={unflattened_size}"),
    "GELU": ("approximate='none'", "approximate={approximate!r}"),
    "GLU": ("dim=-1", "dim={dim}"),
    "ELU": ("alpha=1.0, inplace=False", "alpha={alpha}?inplace"),
    "CELU": ("alpha=1.0, inplace=False", "alpha={alpha}?inplace"),
    "LeakyReLU": ("negative_slope=0.01, inplace=False",
                  "negative_slope={negative_slope}?inplace"),
    "RReLU": ("lower=0.125, upper=0.3333333333333333, inplace=False",
              "lower={lower}, upper={upper}?inplace"),
    "Threshold": ("threshold, value, inplace=False",
                  "threshold={threshold}, value={value}?inplace"),
    "Softplus": ("beta=1.0, threshold=20.0",
                 "beta={beta}, threshold={threshold}"),
    "Hardshrink": ("lambd=0.5", "{lambd}"),
    "Softshrink": ("lambd=0.5", "{lambd}"),
    "PixelShuffle": ("upscale_factor", "upscale_factor={upscale_factor}"),
    "PixelUnshuffle": ("downscale_factor",
                       "downscale_factor={downscale_factor}"),
}


def _text(template, values):
    template, _, flag = template.partition("?")
    said = template.format(**values)
    if flag and values[flag]:
        said += (", " if said else "") + f"{flag}=True"
    return said


def _signature(parameters):
    """"p=0.5, inplace=False" as an inspect.Signature."""
    kinds = inspect.Parameter
    found = []
    for text in filter(None, parameters.split(", ")):
        name, _, default = text.partition("=")
        if name.startswith("**"):
            found.append(kinds(name[2:], kinds.VAR_KEYWORD))
        elif name.startswith("*"):
            found.append(kinds(name[1:], kinds.VAR_POSITIONAL))
        else:
            found.append(kinds(
                name, kinds.POSITIONAL_OR_KEYWORD,
                default=ast.literal_eval(default) if default
                else kinds.empty))
    return inspect.Signature(found)


def _make(name, parameters, template):
    signature = _signature(parameters)

    def init(self, *args, **keywords):
        Module.__init__(self)
        bound = signature.bind(*args, **keywords)
        bound.apply_defaults()
        values = dict(bound.arguments)
        if values.get("stride", 0) is None:
            values["stride"] = values["kernel_size"]
        object.__setattr__(self, "_said", _text(template, values))

    init.__signature__ = signature
    return type(name, (Module,), {
        "__init__": init, "__module__": "sameseed.torch.nn",
        "extra_repr": lambda self: self._said,
        "__doc__": f"{name}: it has no parameters and draws none."})


CLASSES = {name: _make(name, *row) for name, row in ROWS.items()}
