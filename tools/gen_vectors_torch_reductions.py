#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print tests/vectors/torch/reductions.kat: reductions of tensors along axes
by the PyTorch that is installed (2.13.0, a CPU with AVX2, one thread).

A line: the operation, the dtype, the sizes in memory, the order of the axes
that the tensor has them in, the axes that are reduced, and the FNV-1a digest
(64 bits) of the result's bytes. Element i in memory is
((i * 2654435761 mod 2**32) >> 21) / 128 - 6, products take 1 + that / 64.
"""
import itertools
import random

import numpy as np
import torch

SHAPES = [(1,), (7,), (8,), (33,), (100,), (1000,), (4099,), (20000,), (3, 5),
          (5, 40), (40, 5), (9, 70), (130, 3), (64, 33), (3, 8, 17),
          (2, 3, 4, 9), (17, 16, 15), (5, 1, 300)]


def digest(data):
    h = 0xcbf29ce484222325
    for byte in data:
        h = (h ^ byte) * 0x100000001b3 % 2**64
    return h


def elements(n, product):
    i = np.arange(n, dtype=np.uint64)
    words = (i * np.uint64(2654435761) % np.uint64(2**32)) >> np.uint64(21)
    x = words.astype(np.float64) / 128 - 6
    return torch.from_numpy(1 + x / 64 if product else x)


def result(op, tensor, axes):
    if op == "prod":
        return tensor.prod(axes[0])
    if op in ("var", "std"):
        return getattr(tensor, op)(axes)
    return tensor.sum(axes)


def main():
    torch.set_num_threads(1)
    r = random.Random(23)
    for line in __doc__.strip().split("\n"):
        print("#", line)
    for op, shape in itertools.product(("sum", "prod", "var", "std"), SHAPES):
        for dtype in ("float32", "float64", "float16", "bfloat16"):
            if op == "prod" and "16" in dtype:
                continue
            order = r.sample(range(len(shape)), len(shape))
            axes = sorted(r.sample(range(len(shape)),
                                   r.randrange(1, len(shape) + 1)))
            axes = axes[:1] if op == "prod" else axes
            n = int(np.prod(shape))
            tensor = elements(n, op == "prod").to(getattr(torch, dtype))
            tensor = tensor.reshape(shape).permute(order)
            got = result(op, tensor, axes).contiguous()
            if op in ("var", "std") and got.numel() == 1:
                continue  # another algorithm
            data = got.reshape(-1).view(torch.uint8).numpy().tobytes()
            lists = [",".join(map(str, v)) for v in (shape, order, axes)]
            print(op, dtype, *lists, f"{digest(data):016x}")


main()
