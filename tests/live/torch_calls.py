# SPDX-License-Identifier: MIT
"""Random calls, each as PyTorch's and as sameseed's by ctypes.

Every function below makes one call from a random.Random r: its name, a
function that lets PyTorch draw from its generator, and one that lets the
library draw from ours. Both give the bytes of the result.
"""
import ctypes as c
import struct

import torch

UINT16, UINT32, UINT64 = (getattr(torch, f"uint{n}", "none")  # not before 2.3
                          for n in (16, 32, 64))
DTYPES = {
    "bool": (0, torch.bool, 1), "int8": (1, torch.int8, 1),
    "uint8": (2, torch.uint8, 1), "int16": (3, torch.int16, 2),
    "uint16": (4, UINT16, 2), "int32": (5, torch.int32, 4),
    "uint32": (6, UINT32, 4), "int64": (7, torch.int64, 8),
    "uint64": (8, UINT64, 8), "float16": (9, torch.float16, 2),
    "bfloat16": (10, torch.bfloat16, 2), "float32": (11, torch.float32, 4),
    "float64": (12, torch.float64, 8), "complex64": (13, torch.complex64, 8),
    "complex128": (14, torch.complex128, 16),
}
FLOATS = ["float16", "bfloat16", "float32", "float64"]
COMPLEX = ["complex64", "complex128"]
SIGNED = ["int8", "int16", "int32", "int64"]
STATE_SIZE = 5056


class Generator(c.Structure):
    """ss_torch_generator."""
    _fields_ = [
        ("initial_seed", c.c_uint64), ("key", c.c_uint32 * 624),
        ("left", c.c_int32), ("next", c.c_uint32), ("seeded", c.c_int32),
        ("normal_is_valid", c.c_int32), ("normal_x", c.c_double),
        ("normal_y", c.c_double), ("normal_rho", c.c_double),
        ("next_float_normal", c.c_float),
        ("next_float_normal_is_valid", c.c_uint8), ("capability", c.c_int),
        ("release", c.c_uint32)]


class Library:
    """The shared library, its statuses as exceptions."""

    def __init__(self, path):
        self.dll = c.CDLL(path)
        self.dll.ss_status_message.restype = c.c_char_p

    def call(self, name, *args):
        status = getattr(self.dll, name)(*args)
        if status != 0:
            raise RuntimeError(self.dll.ss_status_message(status).decode())

    def state(self, g):
        image = (c.c_uint8 * STATE_SIZE)()
        self.dll.ss_torch_get_state(c.byref(g), image)
        return bytes(image)


def tensor_bytes(t):
    t = t.detach().contiguous().flatten()
    return t.view(torch.uint8).numpy().tobytes() if t.numel() else b""


def fill(name, dtype, n, *params):
    """Our side of name(g, dtype, params..., out, n)."""
    return matrix(name, dtype, n, *params, c.c_size_t(n), swap=True)


def matrix(name, dtype, n, *params, swap=False):
    """Our side of name(g, dtype, params..., out), or with out before the
    last parameter: n elements."""
    size = DTYPES[dtype][2]
    out = (c.c_uint8 * max(1, n * size))()
    tail = (out, params[-1]) if swap else (params[-1], out)

    def run(lib, g):
        lib.call(name, c.byref(g), c.c_int(DTYPES[dtype][0]), *params[:-1],
                 *tail)
        return bytes(out)[:n * size]
    return run


def empty(dtype, n):
    return torch.empty(n, dtype=DTYPES[dtype][1])


def size(r):
    kind = r.random()
    if kind < 0.7:
        return r.randint(1, 40)
    if kind < 0.96:
        return r.choice([0, 63, 64, 65, 255, 256, 257, 511, 512, 513, 1000])
    return 100003


def real(r):
    """A parameter: plain ones and ugly ones."""
    return r.choice([0.0, 1.0, -1.0, 0.5, r.uniform(-3, 3), r.uniform(0, 1),
                     r.gauss(0, 100), 10.0 ** r.randint(-8, 4)])


def positive(r):
    return abs(real(r)) or 0.25


def rand(r):
    d, n = r.choice(FLOATS + COMPLEX + ["float32"] * 4), size(r)
    return (f"rand({n}, {d})",
            lambda g: torch.rand(n, dtype=DTYPES[d][1], generator=g),
            fill("ss_torch_rand_fill", d, n))


def uniform(r):
    d, n = r.choice(FLOATS + COMPLEX + ["float32"] * 4), size(r)
    a, b = sorted([real(r), real(r)])
    return (f"uniform_({a!r}, {b!r}), {n}, {d}",
            lambda g: empty(d, n).uniform_(a, b, generator=g),
            fill("ss_torch_uniform_fill", d, n, c.c_double(a), c.c_double(b)))


def randn(r):
    d, n = r.choice(FLOATS + COMPLEX + ["float32"] * 4), size(r)
    return (f"randn({n}, {d})",
            lambda g: torch.randn(n, dtype=DTYPES[d][1], generator=g),
            fill("ss_torch_randn_fill", d, n))


def normal(r):
    d, n = r.choice(FLOATS + COMPLEX + ["float32"] * 4), size(r)
    m, s = real(r), abs(real(r))
    return (f"normal_({m!r}, {s!r}), {n}, {d}",
            lambda g: empty(d, n).normal_(m, s, generator=g),
            fill("ss_torch_normal_fill", d, n, c.c_double(m), c.c_double(s)))


def normal_gaps(r):
    d, n = r.choice(FLOATS), r.randint(2, 70)
    m, s = real(r), abs(real(r))
    return (f"normal_({m!r}, {s!r}), every second of {n}, {d}",
            lambda g: empty(d, 2 * n)[::2].normal_(m, s, generator=g),
            fill("ss_torch_normal_gaps_fill", d, n, c.c_double(m),
                 c.c_double(s)))


def bounds(r, d):
    """Two bounds that PyTorch takes for dtype d, more or less."""
    bits = {"bool": 1, "uint8": 8, "int8": 7, "int16": 15, "uint16": 16,
            "int32": 31, "uint32": 32, "float16": 15}.get(d, 63)
    top = 2 ** r.randint(1, bits)
    signed = d in SIGNED or d in FLOATS
    low = r.randint(-top + 1, top - 2) if signed else r.randint(0, top - 1)
    if r.random() < 0.3:
        low = 0
    return low, r.randint(low + 1, top - 1 if top > low + 1 else low + 1)


def randint(r):
    d = r.choice(list(DTYPES)[:13] + ["int64"] * 6)
    n, (low, high) = size(r), bounds(r, d)
    return (f"randint({low}, {high}), {n}, {d}",
            lambda g: torch.randint(low, high, (n,), dtype=DTYPES[d][1],
                                    generator=g),
            fill("ss_torch_randint_fill", d, n, c.c_int64(low),
                 c.c_int64(high)))


def random_(r):
    d = r.choice(["bool", "uint8"] + SIGNED + FLOATS)
    n = size(r)
    return (f"random_(), {n}, {d}",
            lambda g: empty(d, n).random_(generator=g),
            fill("ss_torch_random_fill", d, n))


def random_from(r):
    d = r.choice(["bool", "uint8", "uint16", "uint32"] + SIGNED + FLOATS)
    n, low = size(r), bounds(r, d)[0]
    if d in ("int64", "float64", "float32", "bfloat16") and r.random() < 0.3:
        low = -2 ** 63
    return (f"random_({low}, None), {n}, {d}",
            lambda g: empty(d, n).random_(low, None, generator=g),
            fill("ss_torch_random_from_fill", d, n, c.c_int64(low)))


def randperm(r):
    d, n = r.choice(["int64"] * 4 + SIGNED + ["uint8"] + FLOATS), size(r)
    return (f"randperm({n}, {d})",
            lambda g: torch.randperm(n, dtype=DTYPES[d][1], generator=g),
            fill("ss_torch_randperm_dtype_fill", d, n))


def data(r, d, n, make):
    """n parameters: a tensor of dtype d and its bytes for C."""
    t = torch.tensor([make(r) for _ in range(n)], dtype=torch.float64)
    t = t.to(DTYPES[d][1])
    return t, (c.c_uint8 * max(1, n * DTYPES[d][2])).from_buffer_copy(
        tensor_bytes(t) or b"\0")


def normal_tensor(r):
    d, n, m, s = r.choice(FLOATS), size(r), real(r), abs(real(r))
    mean, mean_bytes = data(r, d, n, real)
    std, std_bytes = data(r, d, n, lambda q: abs(real(q)))
    form = r.choice(["tensor, tensor", "tensor, float", "float, tensor"])
    if form == "tensor, tensor":
        args, ours = (mean, std), (mean_bytes, std_bytes)
    elif form == "tensor, float":
        args, ours = (mean, s), (mean_bytes, None)
    else:
        args, ours = (m, std), (None, std_bytes)
    return (f"normal({form}: {m!r}, {s!r}), {n}, {d}",
            lambda g: torch.normal(*args, generator=g),
            fill("ss_torch_normal_tensor_fill", d, n, ours[0], c.c_double(m),
                 ours[1], c.c_double(s)))


def bernoulli(r):
    d = r.choice(["bool", "uint8"] + SIGNED + FLOATS)
    n, p = size(r), r.choice([0.0, 1.0, 0.5, r.random()])
    return (f"bernoulli_({p!r}), {n}, {d}",
            lambda g: empty(d, n).bernoulli_(p, generator=g),
            fill("ss_torch_bernoulli_fill", d, n, c.c_double(p)))


def bernoulli_tensor(r):
    d = r.choice(["bool", "uint8"] + SIGNED + FLOATS)
    e, n = r.choice(FLOATS), size(r)
    p, p_bytes = data(r, e, n, lambda q: q.choice([0, 1, 0.5, q.random()]))
    return (f"bernoulli_({e}), {n}, {d}",
            lambda g: empty(d, n).bernoulli_(p, generator=g),
            fill("ss_torch_bernoulli_tensor_fill", d, n,
                 c.c_int(DTYPES[e][0]), p_bytes))


def one_parameter(name, make, dtypes=FLOATS):
    def call(r):
        d, n, p = r.choice(dtypes), size(r), make(r)
        return (f"{name}_({p!r}), {n}, {d}",
                lambda g: getattr(empty(d, n), name + "_")(p, generator=g),
                fill(f"ss_torch_{name}_fill", d, n, c.c_double(p)))
    call.__name__ = name
    return call


def two_parameters(name):
    def call(r):
        d, n, a, b = r.choice(FLOATS), size(r), real(r), positive(r)
        return (f"{name}_({a!r}, {b!r}), {n}, {d}",
                lambda g: getattr(empty(d, n), name + "_")(a, b, generator=g),
                fill(f"ss_torch_{name}_fill", d, n, c.c_double(a),
                     c.c_double(b)))
    call.__name__ = name
    return call


def small(r):
    return min(size(r), 1000)


def each(name, function, make, dtypes):
    def call(r):
        d, n = r.choice(dtypes), small(r)
        x, x_bytes = data(r, d, n, make)
        return (f"{name}({x.tolist()[:40]}), {n}, {d}",
                lambda g: function(x, generator=g),
                fill(f"ss_torch_{name}_fill", d, n, x_bytes))
    call.__name__ = name
    return call


def rate(r):
    return r.choice([0, 0.5, 9.99, 10, 10.5, r.uniform(0, 12),
                     r.uniform(10, 100), 10 ** r.uniform(1, 4), 1e9])


def shape(r):
    return r.choice([0, 1, 0.5, 1e-3, r.random(), r.uniform(0, 2),
                     10 ** r.uniform(-3, 4), 1e-30, -1])


def dirichlet(r):
    d, rows = r.choice(["float32", "float64"]), r.randint(1, 4)
    n = r.choice([r.randint(1, 40), 64, 100, 255, 1000, 3001])
    x, x_bytes = data(r, d, rows * n, lambda q: abs(shape(q)) + 1e-4)
    x = x.reshape(rows, n)
    return (f"_sample_dirichlet(({rows}, {n}), {d})",
            lambda g: torch._sample_dirichlet(x, generator=g),
            matrix("ss_torch_dirichlet_fill", d, rows * n, x_bytes,
                   c.c_size_t(rows), c.c_size_t(n)))


def binomial(r):
    d, n = r.choice(["float32", "float64"]), small(r)
    count, count_bytes = data(r, d, n, lambda q: q.choice(
        [0, 1, 10, q.randint(0, 40), q.randint(0, 10 ** 6), 10.5]))
    prob, prob_bytes = data(r, d, n, lambda q: q.choice(
        [0, 1, 0.5, q.random(), q.random(), 10 ** q.uniform(-6, 0)]))
    return (f"binomial({n}, {d})",
            lambda g: torch.binomial(count, prob, generator=g),
            fill("ss_torch_binomial_fill", d, n, count_bytes, prob_bytes))


def multinomial(r):
    d, rows = r.choice(FLOATS), r.choice([0, 1, 2, 5])
    n = r.choice([r.randint(1, 40), 64, 100, 300, 1000])
    kind = r.choice(["real", "few", "zeros"])
    x, x_bytes = data(r, d, max(1, rows) * n, lambda q: {
        "real": q.random(), "few": q.choice([1.0, 2.0, 3.0]),
        "zeros": q.choice([0.0, 0.0, 0.0, q.random()])}[kind])
    replacement = r.random() < 0.4
    k = r.choice([1, 1, 2, r.randint(1, n), r.randint(1, 40), n, n + 1])
    x = x.reshape(rows, n) if rows else x
    rows = max(1, rows)
    out = (c.c_int64 * (rows * k))()

    def ours(lib, g):
        lib.call("ss_torch_multinomial_fill", c.byref(g),
                 c.c_int(DTYPES[d][0]), x_bytes, c.c_size_t(rows),
                 c.c_size_t(n), c.c_int64(k), c.c_bool(replacement), out)
        return bytes(out)
    return (f"multinomial({kind} {tuple(x.shape)}, {k}, {replacement}), {d}",
            lambda g: torch.multinomial(x, k, replacement, generator=g), ours)


def with_default(g, draw):
    """Let what only knows the default generator draw from g."""
    torch.set_rng_state(g.get_state())
    result = draw()
    g.set_state(torch.get_rng_state())
    return result


def dropout_like(name, function):
    def call(r):
        d, n = r.choice(FLOATS), size(r)
        p = r.choice([0.0, 1.0, 0.5, 0.1, r.random()])
        x, x_bytes = data(r, d, n, real)
        return (f"{name}({p!r}), {n}, {d}",
                lambda g: with_default(g, lambda: function(x, p, True)),
                fill(f"ss_torch_{name}_fill", d, n, c.c_double(p), x_bytes))
    call.__name__ = name
    return call


def rrelu(r):
    d, n = r.choice(FLOATS[1:]), size(r)
    a, b = sorted([r.random(), r.choice([0.25, r.random()])])
    x, x_bytes = data(r, d, n, real)
    return (f"rrelu({a!r}, {b!r}), {n}, {d}",
            lambda g: with_default(g, lambda: torch.nn.functional.rrelu(
                x, a, b, True)),
            fill("ss_torch_rrelu_fill", d, n, c.c_double(a), c.c_double(b),
                 x_bytes))


def trunc_normal(r):
    d, n = r.choice(FLOATS), small(r)
    m, s = r.choice([0.0, r.uniform(-1, 1)]), r.choice([1.0, 0.2, 3.0])
    a, b = r.choice([(-2.0, 2.0), (-2 * s, 2 * s), (0.5, 1.5),
                     (m - s, m + s * r.random())])
    return (f"trunc_normal_({m!r}, {s!r}, {a!r}, {b!r}), {n}, {d}",
            lambda g: torch.nn.init.trunc_normal_(empty(d, n), m, s, a, b, g),
            fill("ss_torch_trunc_normal_fill", d, n, c.c_double(m),
                 c.c_double(s), c.c_double(a), c.c_double(b)))


F = torch.nn.functional
CALLS = [
    rand, uniform, randn, normal, normal_gaps, normal_tensor, randint,
    random_, random_from, randperm, bernoulli, bernoulli_tensor,
    one_parameter("exponential", positive),
    one_parameter("geometric",
                  lambda r: r.choice([0.5, r.random(), 1e-3, 1e-10]),
                  FLOATS + SIGNED + ["uint8"]),
    two_parameters("cauchy"), two_parameters("log_normal"),
    each("poisson", torch.poisson, rate, FLOATS),
    each("gamma", torch._standard_gamma, shape, ["float32", "float64"]),
    dirichlet, binomial, multinomial,
    dropout_like("dropout", F.dropout),
    dropout_like("alpha_dropout", F.alpha_dropout), rrelu, trunc_normal]
