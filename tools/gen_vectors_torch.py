#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print tests/vectors/torch/NAME.kat from the installed PyTorch.

usage: gen_vectors_torch.py NAME         one file on stdout
       gen_vectors_torch.py --all DIR    every file into DIR

One case a line, blank-separated, four parts divided by "|":

  call dtype capability seed kept n words word... | argument... | value... |
  left next normal_is_valid normal_y digest digest

The generator is manual_seed(seed). Where there are words, they are the next
ones it hands out: rare ones, that chance does not bring. With kept 1 a
normal of the scalar path is drawn first, so that one is kept. Then the call
fills n values. Arguments are 64 bits in hex: of a double, of an integer, or
of an element of a tensor, in the order of the C function. Values are their
bits in hex; none are listed above 64. After the call: the state's fields,
and FNV-1a over the values as little-endian bytes and over the 5056 bytes.

A capability comes from a PyTorch of its own, which takes it from the
environment when it starts; "default" only where it differs from "avx2".
"""
import os
import pathlib
import struct
import subprocess
import sys

try:
    import torch
except ImportError:
    sys.exit("needs torch")

VERSION = "2.13.0"
DIFFER = ["uniform", "normal", "transforms", "nn"]
FLOATS = ["float16", "bfloat16", "float32", "float64"]
REALS = ["float32", "float64"]
INTS = ["bool", "uint8", "int8", "int16", "int32", "int64"]
WIDE = ["uint16", "uint32", "uint64"]
SIZES = [1, 2, 15, 16, 17, 40, 700]
ONES, ZERO = 0xffffffff, 0
RARE = [[ZERO] * 4, [ONES] * 4, [ZERO, 1, 0xffffff, 0xffffff],
        [0xffffff, 0x7fffffff, ONES, ZERO]]


def fnv(data):
    h = 0xcbf29ce484222325
    for byte in data:
        h = (h ^ byte) * 0x100000001b3 % 2 ** 64
    return f"{h:016x}"


def dtype(name):
    return getattr(torch, name)


def elements(t):
    """The bits of each element, complex ones as two."""
    t = t.detach()
    if t.is_complex():
        t = torch.view_as_real(t)
    t = t.contiguous().flatten()
    raw = t.view(torch.uint8).numpy().tobytes() if t.numel() else b""
    size = t.element_size()
    return [raw[i:i + size][::-1].hex() for i in range(0, len(raw), size)], raw


def bits(x):
    if isinstance(x, torch.Tensor):
        return [e.rjust(16, "0") for e in elements(x)[0]]
    if isinstance(x, float):
        return [struct.pack(">d", x).hex()]
    return [f"{int(x) % 2 ** 64:016x}"]


def untemper(y):
    """The key word that is handed out as y."""
    y ^= y >> 18
    y ^= (y << 15) & 0xefc60000
    x = y
    for _ in range(4):
        x = y ^ (x << 7) & 0x9d2c5680
    y = x
    for _ in range(2):
        x = y ^ x >> 11
    return x & 0xffffffff


def generator(seed, kept, words):
    g = torch.Generator().manual_seed(seed)
    if words:
        state = bytearray(g.get_state().numpy().tobytes())
        struct.pack_into("<iiQ", state, 8, 624, 1, 1)
        for i, word in enumerate(words, 1):
            struct.pack_into("<Q", state, 24 + 8 * i, untemper(word))
        g.set_state(torch.frombuffer(state, dtype=torch.uint8))
    if kept:
        torch.empty(1).normal_(generator=g)
    return g


def case(name, kind, n, args, draw, seed=23, kept=0, words=()):
    """Print a case; draw(g) gives a tensor."""
    g = generator(seed, kept, words)
    result = draw(g)
    values, raw = elements(result)
    state = g.get_state().numpy().tobytes()
    left, _, following = struct.unpack_from("<iiQ", state, 8)
    normal_y, = struct.unpack_from("<Q", state, 5024)
    valid, = struct.unpack_from("<i", state, 5040)
    flat = [b for a in args for b in bits(a)]
    print(name, kind, os.environ["ATEN_CPU_CAPABILITY"], seed % 2 ** 64, kept,
          n, *[f"{w:08x}" for w in words], "|", *flat, "|",
          *(values if len(values) <= 64 else []), "|", left, following, valid,
          f"{normal_y:016x}", fnv(raw), fnv(state))


def empty(kind, n):
    return torch.empty(n, dtype=dtype(kind))


def fills(name, kinds, params, method=None, sizes=SIZES):
    """tensor.name_(...) for each dtype, parameters and size."""
    method = method or name + "_"
    for kind in kinds:
        for args in params:
            def draw(g, n):
                return getattr(empty(kind, n), method)(*args, generator=g)
            for i, n in enumerate(sizes):
                case(name, kind, n, args, lambda g: draw(g, n), seed=i,
                     kept=i % 2)
            for words in RARE:
                case(name, kind, 2, args, lambda g: draw(g, 2), words=words)


def generators():
    for seed in [0, 1, 23, -1, -2 ** 63, 2 ** 32, 2 ** 63, 2 ** 64 - 1]:
        case("rand", "float64", 3, [],
             lambda g: torch.rand(3, dtype=torch.float64, generator=g), seed)
    for n in [310, 311, 312, 313, 624, 1248]:
        case("rand", "float64", n, [],
             lambda g: torch.rand(n, dtype=torch.float64, generator=g))


def uniform():
    for kind in FLOATS + ["complex64", "complex128"]:
        for n in SIZES:
            case("rand", kind, n, [], lambda g: torch.rand(
                n, dtype=dtype(kind), generator=g))
    fills("uniform", FLOATS, [(0.0, 1.0), (-0.3, 0.0), (-0.3, 1.7),
                              (2.0, 2.0), (1e-8, 3e4)])
    fills("uniform", ["complex64"], [(-0.3, 1.7)])


def normal():
    for kind in FLOATS + ["complex64", "complex128"]:
        for i, n in enumerate(SIZES + [7, 8, 33]):
            case("randn", kind, n, [], lambda g: torch.randn(
                n, dtype=dtype(kind), generator=g), kept=i % 2)
    fills("normal", FLOATS + ["complex64"],
          [(0.0, 1.0), (-0.3, 1.7), (5.0, 0.0), (1e-8, 3e4)])
    for kind in FLOATS:
        for n in (3, 16, 40):
            case("normal_gaps", kind, n, [0.25, 1.5], lambda g: empty(
                kind, 2 * n)[::2].normal_(0.25, 1.5, generator=g), kept=n % 2)
            mean = torch.linspace(-3, 3, n).to(dtype(kind))
            std = torch.linspace(0, 2, n).to(dtype(kind))
            case("normal_tensor", kind, n, [1, 1, mean, std],
                 lambda g: torch.normal(mean, std, generator=g))
            case("normal_tensor", kind, n, [1, 0, mean, 0.3],
                 lambda g: torch.normal(mean, 0.3, generator=g))
            case("normal_tensor", kind, n, [0, 1, 0.3, std],
                 lambda g: torch.normal(0.3, std, generator=g))


def integers():
    bounds = {"bool": [(0, 2)], "uint8": [(0, 256), (3, 5)],
              "int8": [(-128, 128)], "uint16": [(0, 65536)],
              "uint32": [(0, 2 ** 32), (7, 2 ** 28 + 7)],
              "uint64": [(0, 2 ** 63 - 1)], "int16": [(-5, 1000)],
              "int32": [(-2 ** 31, 2 ** 31), (0, 2 ** 28 - 1)],
              "int64": [(0, 10), (-2 ** 63, 2 ** 63 - 1), (0, 2 ** 28),
                        (0, 2 ** 28 - 1), (-3, 2 ** 40)],
              "float16": [(0, 10), (-65504, 65504), (2049, 2051)],
              "bfloat16": [(0, 10), (257, 1000), (-2 ** 63, 2 ** 62)],
              "float32": [(0, 10), (2 ** 24 + 1, 2 ** 24 + 9),
                          (0, 2 ** 63 - 1)],
              "float64": [(0, 10), (-2 ** 60, 2 ** 61 + 1)]}
    for kind in INTS + WIDE + FLOATS:
        for low, high in bounds[kind]:
            for n in (1, 12, 700):
                case("randint", kind, n, [low, high], lambda g: torch.randint(
                    low, high, (n,), dtype=dtype(kind), generator=g))
    for kind in INTS + FLOATS:
        for words in [(), (ONES, ONES, ONES, ONES)]:
            case("random", kind, 9, [], lambda g: empty(kind, 9).random_(
                generator=g), words=words)
        case("random_from", kind, 9, [1], lambda g: empty(kind, 9).random_(
            1, None, generator=g))
    for kind in ["int64", "float64", "float32", "bfloat16"]:
        case("random_from", kind, 9, [-2 ** 63], lambda g: empty(
            kind, 9).random_(-2 ** 63, None, generator=g))
    for kind in INTS[1:] + FLOATS:
        for n in [0, 1, 2, 3, 40, 128]:
            case("randperm", kind, n, [], lambda g: torch.randperm(
                n, dtype=dtype(kind), generator=g))
    case("randperm", "int64", 3000, [],
         lambda g: torch.randperm(3000, generator=g))


def transforms():
    kinds = FLOATS + ["int8", "uint8", "int16", "int32", "int64"]
    fills("bernoulli", INTS + FLOATS, [(0.3,)], sizes=[5, 300])
    fills("bernoulli", ["float32"], [(0.0,), (1.0,)], sizes=[5])
    fills("exponential", FLOATS, [(1.0,), (0.3,)])
    fills("geometric", kinds, [(0.5,), (0.01,), (1e-9,)], sizes=[5, 300])
    fills("cauchy", FLOATS, [(0.0, 1.0), (-0.3, 1.7)])
    fills("log_normal", FLOATS, [(1.0, 2.0), (-0.3, 0.25)])
    for kind in ["bool", "int32", "float32"]:
        for i, of in enumerate(FLOATS):
            p = torch.linspace(0, 1, 33).to(dtype(of))
            code = {"float16": 9, "bfloat16": 10, "float32": 11,
                    "float64": 12}[of]
            for words in [()] + RARE:
                case("bernoulli_tensor", kind, 33, [code, p], lambda g: empty(
                    kind, 33).bernoulli_(p, generator=g), i, words=words)


def counts():
    rates = [0, 0.5, 1, 5, 9.99, 10, 10.5, 30, 100, 1000.5, 6e4]
    for kind in FLOATS:
        for seed in range(6):
            x = torch.tensor(rates, dtype=torch.float64).to(dtype(kind))
            case("poisson", kind, len(x), [x],
                 lambda g: torch.poisson(x, generator=g), seed)
        for words in RARE:
            for value in [3, 40, 1e9, 1e19]:
                x = torch.tensor([value, value]).to(dtype(kind))
                case("poisson", kind, 2, [x],
                     lambda g: torch.poisson(x, generator=g), words=words)
    pairs = [(0, 0.5), (1, 0.5), (10, 0), (10, 1), (10, 0.3), (40, 0.2),
             (40, 0.25), (40, 0.9), (1000, 0.01), (1000, 0.5), (1e6, 0.3),
             (10.5, 0.7), (30, 0.999), (5, float("nan"))]
    for kind in REALS:
        count = torch.tensor([c for c, _ in pairs], dtype=dtype(kind))
        prob = torch.tensor([p for _, p in pairs], dtype=dtype(kind))
        for seed in range(12):
            case("binomial", kind, len(pairs), [count, prob],
                 lambda g: torch.binomial(count, prob, generator=g), seed)
        for words in RARE:
            for p in (0.1, 0.4):
                few = torch.tensor([40.0, 40.0], dtype=dtype(kind))
                case("binomial", kind, 2, [few, few * 0 + p],
                     lambda g: torch.binomial(few, few * 0 + p, generator=g),
                     words=words)


def gamma():
    shapes = [0, 1e-30, 1e-3, 0.1, 0.5, 0.99, 1, 1.5, 2, 10, 1000, 1e6, -1]
    for kind in REALS:
        alpha = torch.tensor(shapes, dtype=dtype(kind))
        for seed in range(8):
            case("gamma", kind, len(shapes), [alpha],
                 lambda g: torch._standard_gamma(alpha, generator=g), seed,
                 seed % 2)
        for words in RARE:
            for value in [0.5, 2]:
                few = torch.tensor([value, value], dtype=dtype(kind))
                case("gamma", kind, 2, [few],
                     lambda g: torch._standard_gamma(few, generator=g),
                     words=words)
        for rows, n in [(1, 1), (1, 2), (2, 3), (1, 15), (1, 16), (3, 17),
                        (1, 40), (1, 300), (1, 900)]:
            alpha = torch.linspace(0.01, 3, rows * n, dtype=dtype(kind))
            for seed in range(4 if n > 300 and kind == "float64" else 1):
                case("dirichlet", kind, rows * n, [rows, n, alpha],
                     lambda g: torch._sample_dirichlet(
                         alpha.reshape(rows, n), generator=g), seed)


def multinomial():
    weights = {"ramp": lambda n: torch.linspace(0.1, 2, n),
               "ties": lambda n: torch.ones(n),
               "zeros": lambda n: (torch.arange(n) % 7 == 3).float(),
               "lone": lambda n: (torch.arange(n) == n // 2).float()}
    for kind in FLOATS:
        for name in weights:
            for n in (4, 40, 130):
                p = weights[name](n).to(dtype(kind))
                for k in sorted({1, 2, 3, n // 2, n}):
                    for again in [False, True][:1 + (n == 40)]:
                        case("multinomial", kind, k, [1, n, k, again, p],
                             lambda g: torch.multinomial(p, k, again,
                                                         generator=g))
        p = weights["ramp"](20).to(dtype(kind))
        for k in (1, 4):
            for again in (False, True):
                case("multinomial", kind, 4 * k, [4, 5, k, again, p],
                     lambda g: torch.multinomial(p.reshape(4, 5), k, again,
                                                 generator=g))


def with_default(g, draw):
    torch.set_rng_state(g.get_state())
    result = draw()
    g.set_state(torch.get_rng_state())
    return result


def nn():
    f = torch.nn.functional
    for kind in FLOATS:
        x = torch.linspace(-3, 3, 40).to(dtype(kind))
        for p in (0.0, 0.1, 0.5, 0.9, 1.0):
            case("dropout", kind, 40, [p, x],
                 lambda g: with_default(g, lambda: f.dropout(x, p)))
            case("alpha_dropout", kind, 40, [p, x], lambda g: with_default(
                g, lambda: f.alpha_dropout(x, p, True)))
        if kind != "float16":
            case("rrelu", kind, 40, [0.125, 1 / 3, x], lambda g: with_default(
                g, lambda: f.rrelu(x, 0.125, 1 / 3, True)))
        for args in [(0.0, 1.0, -2.0, 2.0), (0.0, 1.0, 0.5, 1.5),
                     (0.3, 0.5, 1.0, 2.0), (0.0, 1.0, -0.5, 0.6)]:
            for n in (5, 50):
                case("trunc_normal", kind, n, args,
                     lambda g: torch.nn.init.trunc_normal_(
                         empty(kind, n), *args, generator=g))
    bounds()


def bounds():
    """What torch.nn.init gives to uniform_ and normal_."""
    init, given = torch.nn.init, []
    init._no_grad_uniform_ = lambda t, a, b, g=None: given.append(b)
    init._no_grad_normal_ = lambda t, m, s, g=None: given.append(s)

    def number(name, args, value):
        case(name, "float64", 1, args,
             lambda g: torch.tensor([value], dtype=torch.float64))
    for i, (kind, slope) in enumerate([
            ("linear", 0), ("tanh", 0), ("relu", 0), ("leaky_relu", 0.01),
            ("selu", 0)]):
        number("gain", [i, float(slope)],
               float(init.calculate_gain(kind, slope)))
    number("gain", [3, 5 ** 0.5], init.calculate_gain("leaky_relu", 5 ** 0.5))
    for fan_in, fan_out in [(4, 3), (784, 128), (1, 1), (1000, 7), (3, 5000)]:
        t = torch.empty(fan_out, fan_in)
        for gain in (1.0, 5 / 3):
            init.xavier_uniform_(t, gain)
            number("xavier_bound", [fan_in, fan_out, gain], given.pop())
            init.xavier_normal_(t, gain)
            number("xavier_std", [fan_in, fan_out, gain], given.pop())
    for fan in (3, 4, 9, 27, 784, 1000):
        for slope in (0.0, 5 ** 0.5):
            t, gain = torch.empty(2, fan), init.calculate_gain("leaky_relu",
                                                               slope)
            number("kaiming_bound", [fan, gain], kaiming(t, slope, True))
            number("kaiming_std", [fan, gain], kaiming(t, slope, False))
        number("bias_bound", [fan], bias(fan))


def kaiming(t, slope, uniform_wanted):
    """The number behind kaiming_uniform_ or kaiming_normal_."""
    seen = []

    class Spy(torch.Tensor):
        def uniform_(self, a, b, generator=None):
            seen.append(b)

        def normal_(self, mean, std, generator=None):
            seen.append(std)
    spy = t.as_subclass(Spy)
    init = torch.nn.init
    (init.kaiming_uniform_ if uniform_wanted else init.kaiming_normal_)(
        spy, a=slope)
    return seen[0]


def bias(fan_in):
    """The number behind the bias of nn.Linear."""
    seen = []
    kept = torch.nn.init.uniform_
    torch.nn.init.uniform_ = lambda t, a, b: seen.append(b)
    try:
        torch.nn.Linear(fan_in, 2)
    finally:
        torch.nn.init.uniform_ = kept
    return seen[0]


FAMILIES = {f.__name__: f for f in [
    generators, uniform, normal, integers, transforms, counts, gamma,
    multinomial, nn]}


def family(name):
    """The text of one file."""
    text = (f"# GENERATED by tools/gen_vectors_torch.py {name}: do not edit; "
            f"PyTorch {VERSION}\n")
    for capability in ["avx2", "default"][:1 + (name in DIFFER)]:
        text += subprocess.run(
            [sys.executable, "-W", "ignore", __file__, "--cases", name],
            env={**os.environ, "ATEN_CPU_CAPABILITY": capability},
            capture_output=True, text=True, check=True).stdout
    return text


def main():
    if torch.__version__.split("+")[0] != VERSION:
        sys.exit(f"needs torch {VERSION}")
    if sys.argv[1] == "--cases":
        FAMILIES[sys.argv[2]]()
    elif sys.argv[1] == "--all":
        for name in FAMILIES:
            path = pathlib.Path(sys.argv[2], name + ".kat")
            path.write_text(family(name))
    else:
        print(family(sys.argv[1]), end="")


main()
