# SPDX-License-Identifier: MIT
"""Random layers, each as PyTorch's module and as the struct of
<sameseed/torch_nn.h>, which ctypes fills in."""
import ctypes as c

import torch
from torch import nn

DTYPES = {torch.float16: 9, torch.bfloat16: 10, torch.float32: 11,
          torch.float64: 12}
DIMS = 8


class Layer(c.Structure):
    _fields_ = [("name", c.c_char_p), ("kind", c.c_int),
                ("in", c.c_size_t), ("in2", c.c_size_t),
                ("out", c.c_size_t), ("groups", c.c_size_t),
                ("ndim", c.c_uint32), ("shape", c.c_size_t * DIMS),
                ("kdim", c.c_size_t), ("vdim", c.c_size_t),
                ("layers", c.c_size_t), ("decoder_layers", c.c_size_t),
                ("proj_size", c.c_size_t), ("no_bias", c.c_bool),
                ("bidirectional", c.c_bool), ("bias_kv", c.c_bool),
                ("no_affine", c.c_bool), ("no_statistics", c.c_bool),
                ("final_norm", c.c_bool), ("has_padding", c.c_bool),
                ("padding_idx", c.c_int64), ("slope", c.c_double)]


class Tensor(c.Structure):
    _fields_ = [("name", c.c_char * 128), ("buffer", c.c_bool),
                ("dtype", c.c_int), ("ndim", c.c_uint32),
                ("shape", c.c_size_t * DIMS), ("count", c.c_size_t)]


def layer(kind, shape=(), **fields):
    return Layer(kind=kind, ndim=len(shape),
                 shape=(c.c_size_t * DIMS)(*shape), **fields)


def size(r):
    return r.choice([1, 2, 3, 4, 5, 7, 8, 15, 16, 17, r.randint(1, 40)])


def linear(r, kw):
    i, o, b = r.choice([0, size(r), size(r)]), size(r), r.random() < 0.8
    return (lambda: nn.Linear(i, o, b, **kw),
            layer(1, **{"in": i}, out=o, no_bias=not b))


def bilinear(r, kw):
    i, j, o, b = size(r), size(r), size(r), r.random() < 0.8
    return (lambda: nn.Bilinear(i, j, o, b, **kw),
            layer(2, **{"in": i}, in2=j, out=o, no_bias=not b))


def conv(r, kw):
    d, b, t = r.randint(1, 3), r.random() < 0.8, r.random() < 0.4
    g = r.choice([1, 1, 2, 3])
    i, o = g * r.randint(1, 6), g * r.randint(1, 6)
    k = [r.randint(1, 4) for _ in range(d)]
    cls = getattr(nn, f"Conv{'Transpose' if t else ''}{d}d")
    return (lambda: cls(i, o, k if r else k, groups=g, bias=b, **kw),
            layer(3 + t, k, **{"in": i}, out=o, groups=g, no_bias=not b))


def embedding(r, kw):
    n, d, bag = size(r), size(r), r.random() < 0.3
    p = r.randint(-n, n - 1) if r.random() < 0.5 else None
    cls = nn.EmbeddingBag if bag else nn.Embedding
    return (lambda: cls(n, d, padding_idx=p, **kw),
            layer(5 + bag, **{"in": n}, out=d, has_padding=p is not None,
                  padding_idx=p or 0))


def recurrent(r, kw):
    i, h, n, b = size(r), r.randint(2, 20), r.randint(1, 3), r.random() < 0.8
    k, two = r.randint(0, 2), r.random() < 0.5
    p = r.randint(1, h - 1) if k == 1 and r.random() < 0.4 else 0
    cls = (nn.RNN, nn.LSTM, nn.GRU)[k]
    more = {"proj_size": p} if p else {}
    return (lambda: cls(i, h, n, bias=b, bidirectional=two, **more, **kw),
            layer(7 + k, **{"in": i}, out=h, layers=n, no_bias=not b,
                  bidirectional=two, proj_size=p))


def cell(r, kw):
    i, h, k, b = size(r), size(r), r.randint(0, 2), r.random() < 0.8
    cls = (nn.RNNCell, nn.LSTMCell, nn.GRUCell)[k]
    return (lambda: cls(i, h, b, **kw),
            layer(10 + k, **{"in": i}, out=h, no_bias=not b))


def attention(r, kw):
    h = r.randint(1, 3)
    e, b, kv = h * r.randint(1, 8), r.random() < 0.7, r.random() < 0.4
    kd, vd = (r.choice([None, None, size(r)]) for _ in range(2))
    return (lambda: nn.MultiheadAttention(e, h, bias=b, add_bias_kv=kv,
                                          kdim=kd, vdim=vd, **kw),
            layer(13, **{"in": e}, no_bias=not b, bias_kv=kv, kdim=kd or 0,
                  vdim=vd or 0))


def stack(r, kw):
    h, k, n = r.randint(1, 2), r.randint(0, 4), r.randint(0, 3)
    d, f, b = h * r.randint(1, 8), size(r), r.random() < 0.7
    m, last = r.randint(0, 2), r.random() < 0.5
    one = (nn.TransformerEncoderLayer, nn.TransformerDecoderLayer)[k % 2]
    many = (nn.TransformerEncoder, nn.TransformerDecoder)[k % 2]

    def make():
        if k == 4:
            return nn.Transformer(d, h, n, m, f, bias=b, **kw)
        x = one(d, h, f, bias=b, **kw)
        if k < 2:
            return x
        return many(x, n, nn.LayerNorm(d, bias=b, **kw) if last else None)

    return make, layer(14 + k, **{"in": d}, out=f, layers=n, no_bias=not b,
                       decoder_layers=m, final_norm=last)


def norm(r, kw):
    n, k, a = size(r), r.randint(0, 4), r.random() < 0.7
    b, t = r.random() < 0.7, r.random() < 0.7
    shape = [r.randint(1, 5) for _ in range(r.randint(1, 3))]
    make = (lambda: nn.BatchNorm2d(n, affine=a, track_running_stats=t,
                                   bias=b, **kw),
            lambda: nn.InstanceNorm1d(n, affine=a, track_running_stats=t,
                                      bias=b, **kw),
            lambda: nn.GroupNorm(1, n, affine=a, bias=b, **kw),
            lambda: nn.LayerNorm(shape, elementwise_affine=a, bias=b, **kw),
            lambda: nn.RMSNorm(shape, elementwise_affine=a, **kw))[k]
    return make, layer(19 + k, shape, **{"in": n}, no_affine=not a,
                       no_bias=not b, no_statistics=not t)


def prelu(r, kw):
    n, x = size(r), r.choice([0.25, 0.1, -3.0])
    return (lambda: nn.PReLU(n, x, **kw), layer(24, **{"in": n}, slope=x))


def nothing(r, kw):
    return r.choice([nn.ReLU, nn.Tanh, nn.Dropout, nn.Identity]), layer(0)


MAKERS = [linear, linear, bilinear, conv, conv, embedding, recurrent, cell,
          attention, stack, stack, norm, prelu, nothing]
