#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nanoseconds a value: torch's fills beside PyTorch's, in one process.

usage: peers_torch.py LIBRARY [N]

LIBRARY is the shared library, N the values of a fill (default 10^6). Each is
filled until a fifth of a second has passed; the best round counts. PyTorch
runs on one thread, as its random fills do anyway.
"""
import ctypes as c
import platform
import sys
import time

import torch

ROUND = 0.2
STRUCT = 8192  # more than an ss_torch_generator takes


def best(fill, n):
    """ns a value of the best round."""
    fill()
    times, end = [], time.perf_counter() + ROUND
    while time.perf_counter() < end or len(times) < 3:
        start = time.perf_counter()
        fill()
        times.append(time.perf_counter() - start)
    return min(times) / n * 1e9


def rows(lib, g, theirs, n):
    """name, our fill, PyTorch's."""
    out = (c.c_uint8 * (8 * n))()
    names = {torch.float16: 9, torch.float32: 11, torch.float64: 12,
             torch.int64: 7}

    def row(name, dtype, *args, params=(), method=None):
        call = getattr(lib, f"ss_torch_{name}_fill")
        numbers = [c.c_double(p) for p in params] + list(args)
        tensor = torch.empty(n, dtype=dtype)
        draw = getattr(tensor, method or name + "_")
        shown = f"{name}({', '.join(map(str, params))}) {dtype}"
        return (shown.replace("torch.", ""),
                lambda: call(g, names[dtype], *numbers, out, c.c_size_t(n)),
                lambda: draw(*params, generator=theirs))

    f16, f32, f64 = torch.float16, torch.float32, torch.float64
    for dtype in (f32, f64, f16):
        yield row("uniform", dtype, params=(0.0, 1.0))
        yield row("uniform", dtype, params=(-0.3, 1.7))
        yield row("normal", dtype, params=(0.0, 1.0))
    low, high = c.c_int64(0), c.c_int64(1000)
    t = torch.empty(n, dtype=torch.int64)
    yield ("randint(0, 1000) int64",
           lambda: lib.ss_torch_randint_fill(g, 7, low, high, out,
                                             c.c_size_t(n)),
           lambda: t.random_(0, 1000, generator=theirs))
    yield row("random", torch.int64)
    yield ("randperm int64",
           lambda: lib.ss_torch_randperm_fill(g, out, c.c_size_t(n)),
           lambda: torch.randperm(n, generator=theirs))
    for name, params in [("bernoulli", (0.3,)), ("exponential", (1.0,)),
                         ("geometric", (0.1,)), ("cauchy", (0.0, 1.0)),
                         ("log_normal", (1.0, 2.0))]:
        yield row(name, f32, params=params)
    for name, function, value in [("poisson", torch.poisson, 3.0),
                                  ("poisson", torch.poisson, 100.0),
                                  ("gamma", torch._standard_gamma, 2.0)]:
        x = torch.full((n,), value)
        call = getattr(lib, f"ss_torch_{name}_fill")
        pointer = c.c_void_p(x.data_ptr())
        yield (f"{name}({value}) float32",
               lambda: call(g, 11, pointer, out, c.c_size_t(n)),
               lambda: function(x, generator=theirs))


def main():
    lib = c.CDLL(sys.argv[1])
    n = int(sys.argv[2]) if len(sys.argv) > 2 else 10 ** 6
    torch.set_num_threads(1)
    g = c.create_string_buffer(STRUCT)
    lib.ss_torch_manual_seed(g, c.c_uint64(23))
    theirs = torch.Generator().manual_seed(23)
    print(f"{platform.node()}: {platform.machine()}, PyTorch "
          f"{torch.__version__}, {n} values; ns a value")
    print(f"{'call':34}{'ours':>8}{'PyTorch':>9}{'ratio':>7}")
    for name, ours, peer in rows(lib, g, theirs, n):
        a, b = best(ours, n), best(peer, n)
        print(f"{name:34}{a:8.2f}{b:9.2f}{b / a:7.2f}", flush=True)


main()
