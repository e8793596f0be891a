# SPDX-License-Identifier: MIT
"""Printed tensors against the installed PyTorch, byte for byte."""
import ctypes
import random

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from textlib import (COUNT, DTYPES, SEED, UNLIMITED, TorchOptions, text_of,
                     view, zero)
from text_values import array_of

NAMES = [n for n in DTYPES if n not in ("str", "bytes", "object")]
WEIGHTED = (NAMES + ["float64"] * 4 + ["float32"] * 8 + ["float16"] * 3
            + ["bfloat16"] * 3)
DEFAULTS = {"precision": 4, "threshold": 1000, "edgeitems": 3,
            "linewidth": 80, "sci_mode": None}


@pytest.fixture(autouse=True)
def restore():
    yield
    torch.set_printoptions(**DEFAULTS)
    torch.set_default_dtype(torch.float32)


def random_options(r):
    o = dict(DEFAULTS)
    if r.randrange(2):
        o["precision"] = r.choice([0, 1, 2, 3, 5, 6, 8, 10, 15, 17, 20])
    if r.randrange(2):
        o["threshold"] = r.choice([0, 1, 3, 5, 6, 10, 20, 50])
    if r.randrange(2):
        o["edgeitems"] = r.randrange(0, 5)
    if r.randrange(2):
        o["linewidth"] = r.choice([1, 5, 10, 20, 30, 40, 60, 100, 10**6])
    o["sci_mode"] = r.choice([None, None, None, True, False])
    return o


def c_options(o):
    return TorchOptions(zero(o["precision"]), zero(o["threshold"]),
                        zero(o["edgeitems"]), zero(o["linewidth"]),
                        {None: 0, True: 1, False: 2}[o["sci_mode"]])


def tensor_of(r, name):
    """A tensor, and an array over the same elements."""
    if name == "bfloat16":
        array = np.ascontiguousarray(array_of(r, "float64"))
        array = array.reshape(array.shape)
        tensor = torch.from_numpy(array.copy()).to(torch.bfloat16)
        bits = tensor.view(torch.int16).numpy()
        return tensor, bits
    array = array_of(r, name)
    tensor = torch.from_numpy(array.copy(order="C").reshape(array.shape))
    if tensor.dim() > 1 and r.randrange(3) == 0:
        tensor = tensor.transpose(0, 1)
    return tensor, tensor.numpy()


def check(tensor, array, name, o, what, suffix=None):
    c, a = c_options(o), view(array, DTYPES.index(name))
    default = torch.get_default_dtype()
    c.default_dtype = DTYPES.index(str(default).split(".")[1])
    if suffix is not None:
        c.suffix = suffix.encode()
    torch.set_printoptions(**o)
    want = repr(tensor)
    got = text_of("ss_torch_text", ctypes.byref(a), ctypes.byref(c))
    if got != want:
        pytest.fail(f"seed {SEED}: {what}, {name}, {tuple(tensor.shape)}, {o}"
                    f"\n--- PyTorch\n{want}\n--- ours\n{got}\n"
                    f"{tensor.tolist()!r}")


def test_random_tensors_under_random_options():
    r = random.Random(SEED)
    for case in range(COUNT):
        name = r.choice(WEIGHTED)
        tensor, array = tensor_of(r, name)
        o = random_options(r) if r.randrange(5) else dict(DEFAULTS)
        if r.randrange(8) == 0:
            torch.set_default_dtype(r.choice([torch.float64, torch.float16,
                                              torch.bfloat16]))
        check(tensor, array, name, o, f"case {case}")
        torch.set_default_dtype(torch.float32)


def test_requires_grad_follows_the_other_suffixes():
    r = random.Random(SEED + 1)
    for case in range(COUNT // 4):
        name = r.choice(["float32", "float64", "float16", "complex64"])
        tensor, array = tensor_of(r, name)
        check(tensor.requires_grad_(), array, name, random_options(r),
              f"case {case}", "requires_grad=True")


def test_no_limit():
    tensor = torch.arange(2500) / 7
    o = DEFAULTS | {"threshold": float("inf")}
    torch.set_printoptions(**o)
    a, c = view(tensor.numpy()), TorchOptions(threshold=UNLIMITED)
    assert text_of("ss_torch_text", ctypes.byref(a),
                   ctypes.byref(c)) == repr(tensor)
