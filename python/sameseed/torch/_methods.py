# SPDX-License-Identifier: MIT
"""Draws in place: tensor.uniform_() and its fellows.

The light Tensor has them as methods; as sameseed.torch.Tensor.uniform_(t, ...)
they work on torch's tensors too.
"""

import operator

from sameseed.torch import _draws, _generator
from sameseed.torch._tensor import Tensor, is_tensor, unwrap

__all__ = []


def _check_leaf(tensor):
    if isinstance(tensor, Tensor) and tensor.requires_grad:
        raise RuntimeError("a leaf Variable that requires grad is being used "
                           "in an in-place operation.")


def _method(name, first, second, text):
    """A draw with up to two numbers; their names and defaults."""
    names = [pair[0] for pair in (first, second) if pair]
    defaults = [pair[1] for pair in (first, second) if pair]

    def method(self, *args, generator=None, **keywords):
        values = list(args) + defaults[len(args):]
        for key, value in keywords.items():
            if key not in names[len(args):]:
                raise TypeError(f"{name}_() got an unexpected keyword "
                                f"argument '{key}'")
            values[names.index(key)] = value
        if len(values) != len(names) or None in values:
            raise TypeError(f"{name}_() takes {', '.join(names)}")
        _check_leaf(self)
        array, dtype = unwrap(self)
        _draws.in_place(_generator.of(generator), name, array, dtype, *values)
        return self

    method.__name__ = name + "_"
    method.__doc__ = text
    return method


def random_(self, *args, generator=None, **keywords):
    """random_(), random_(to), random_(from, to): ints of the dtype's range."""
    _check_leaf(self)
    if len(args) == 2:
        low, high = args
    elif len(args) == 1 and "to" not in keywords:
        low, high = 0, args[0]
    else:
        low = args[0] if args else keywords.get("from", 0)
        high = keywords.get("to")
    g = _generator.of(generator)
    array, dtype = unwrap(self)
    if not args and not keywords:
        _draws.random_all(g, array, dtype)
    elif high is None:
        _draws.random_from(g, array, dtype, operator.index(low))
    else:
        _draws.random_range(g, array, dtype, operator.index(low),
                            operator.index(high))
    return self


def bernoulli_(self, p=0.5, *, generator=None):
    """0 or 1: p a number, or a tensor of probabilities."""
    _check_leaf(self)
    g = _generator.of(generator)
    array, dtype = unwrap(self)
    if is_tensor(p):
        _draws.bernoulli_tensor(g, array, dtype, *unwrap(p))
    else:
        _draws.in_place(g, "bernoulli", array, dtype, p)
    return self


def _add():
    rows = [
        ("uniform", ("from", 0.0), ("to", 1.0), "Uniform on [from, to)."),
        ("normal", ("mean", 0.0), ("std", 1.0), "Normal."),
        ("cauchy", ("median", 0.0), ("sigma", 1.0), "Cauchy."),
        ("log_normal", ("mean", 1.0), ("std", 2.0), "exp of a normal."),
        ("exponential", ("lambd", 1.0), None, "Exponential of rate lambd."),
        ("geometric", ("p", None), None, "Trials up to a success."),
    ]
    for name, first, second, text in rows:
        setattr(Tensor, name + "_", _method(name, first, second, text))
    Tensor.random_ = random_
    Tensor.bernoulli_ = bernoulli_


_add()
