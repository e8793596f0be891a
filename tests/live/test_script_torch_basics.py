# SPDX-License-Identifier: MIT
"""Random scripts of tensor basics, against the PyTorch that is here: making,
reshaping, arithmetic, reductions, sorting, joining and printing of tensors,
and the generator's state afterwards.
"""
import os

import pytest

import script_compare

pytestmark = [
    pytest.mark.skipif(not script_compare.COMMAND,
                       reason="SS_COMMAND names no command"),
    pytest.mark.skipif(script_compare.torch is None, reason="torch is missing"),
]

COUNT = int(os.environ.get("SS_LIVE_COUNT", "150"))
FLOATS = ["float32"] * 4 + ["float64"] * 2 + ["float16", "bfloat16"]
INTS = ["uint8", "int8", "int16", "int32", "int64", "int64"]
HALVES = ["float16", "bfloat16"]

# One script a line; a backslash joins it with the next.
GENERATORS = r"""
g=torch.Generator(); print(g.initial_seed())
g=torch.Generator(); g.manual_seed(-1);\
print(g.initial_seed(), torch.rand(3,generator=g))
g=torch.Generator(); g.manual_seed(2**64-1);\
print(g.initial_seed(), torch.rand(3,generator=g))
g=torch.Generator(); g.manual_seed(2**64)
g=torch.Generator(); g.manual_seed(-2**63);\
print(g.initial_seed(), torch.randn(3,generator=g))
g=torch.Generator(); g.manual_seed(-2**63-1)
torch.manual_seed(-2**63); print(torch.initial_seed(), torch.rand(2))
torch.manual_seed(-2**63-1)
torch.manual_seed(2**64)
torch.manual_seed(2**64-1); print(torch.initial_seed(), torch.rand(2))
torch.manual_seed(1.7); print(torch.initial_seed(), torch.rand(2))
torch.manual_seed('a')
torch.manual_seed(None)
torch.manual_seed(True); print(torch.rand(1))
torch.manual_seed(torch.tensor(5)); print(torch.rand(1))
torch.Generator().manual_seed('a')
torch.Generator().manual_seed(1.5)
torch.Generator().manual_seed()
torch.Generator(device='cpu').manual_seed(3)
torch.Generator(5, 6)
g=torch.Generator(); print(g.device)
g=torch.Generator(); g.set_state(torch.zeros(10,dtype=torch.uint8))
g=torch.Generator(); g.set_state(torch.zeros(5056))
g=torch.Generator(); g.set_state(torch.zeros(5056,dtype=torch.uint8))
g=torch.Generator(); g.set_state([1,2])
g=torch.Generator(); g.set_state(None)
g=torch.Generator(); g.set_state()
torch.set_rng_state(torch.zeros(5056,dtype=torch.uint8))
torch.set_rng_state(torch.zeros(5055,dtype=torch.uint8))
torch.set_rng_state(torch.zeros(5057,dtype=torch.uint8))
torch.set_rng_state(torch.ones(5056,dtype=torch.uint8))
torch.set_rng_state(torch.full((5056,),255,dtype=torch.uint8))
torch.set_rng_state(torch.zeros(5056,dtype=torch.int64))
torch.set_rng_state('a')
torch.set_rng_state(5)
torch.manual_seed(4); s=torch.get_rng_state(); print(torch.randn(3));\
torch.set_rng_state(s); print(torch.randn(3));\
torch.set_rng_state(s.clone());\
print(torch.randn(20), torch.get_rng_state().sum())
torch.manual_seed(4); torch.randn(3); s=torch.get_rng_state();\
print(torch.randn(3)); torch.set_rng_state(s);\
print(torch.randn(3), torch.equal(s, torch.get_rng_state()))
torch.manual_seed(4); s=torch.get_rng_state(); s.add_(1);\
torch.set_rng_state(s)
torch.manual_seed(4); s=torch.get_rng_state(); s[0].fill_(9);\
torch.set_rng_state(s); print(torch.initial_seed(), torch.rand(2))
torch.manual_seed(4); s=torch.get_rng_state(); s[5000].fill_(9);\
torch.set_rng_state(s); print(torch.initial_seed(), torch.rand(2))
torch.manual_seed(4); s=torch.get_rng_state(); s[8].fill_(200);\
torch.set_rng_state(s); print(torch.initial_seed(), torch.rand(2))
torch.manual_seed(4); s=torch.get_rng_state(); s[24].fill_(3);\
torch.set_rng_state(s); print(torch.initial_seed(), torch.rand(2))
torch.manual_seed(4); s=torch.get_rng_state(); s[12].fill_(0);\
torch.set_rng_state(s); print(torch.initial_seed(), torch.rand(2))
torch.manual_seed(2);\
print(torch.default_generator.initial_seed(),\
torch.default_generator.get_state().sum(),\
torch.default_generator.manual_seed(3).initial_seed(), torch.rand(1))
torch.manual_seed(2);\
print(torch.random.initial_seed(), torch.rand(2,\
generator=torch.default_generator), torch.rand(2))
g=torch.Generator().manual_seed(5); h=g.clone_state();\
print(torch.rand(2,generator=g), torch.rand(2,generator=h))
g=torch.Generator(); print(g)
g=torch.Generator(); print(g.foo)
print(torch.manual_seed(3).initial_seed(),\
torch.random.manual_seed(4).initial_seed(), torch.rand(1))
print(len(torch.get_rng_state()), torch.random.get_rng_state().dtype)
torch.rand(3, generator=5)
torch.rand(3, generator='a')
torch.manual_seed(3); torch.random.set_rng_state(torch.get_rng_state());\
print(torch.rand(2))
torch.seed(1)
torch.initial_seed(1)
torch.get_rng_state(1)
torch.Generator().get_state(1)
torch.Generator().seed(1)
torch.manual_seed()
torch.manual_seed(1, 2)
torch.manual_seed(seed=3); print(torch.rand(1))
"""

FORK = """import torch
torch.manual_seed(3)
with torch.random.fork_rng({}):
    print(torch.rand(2))
    torch.manual_seed(9)
    print(torch.rand(2))
print(torch.rand(2), torch.initial_seed())
"""


class Maker:
    """One random script over a few tensors, whose shapes it keeps."""

    def __init__(self, r):
        self.r = r
        self.lines = ["import torch", f"torch.manual_seed({r.getrandbits(40)})"]
        self.known = []  # name, shape, dtype
        self.count = 0

    def name(self, shape, dtype):
        self.count += 1
        name = f"t{self.count}"
        self.known.append((name, tuple(shape), dtype))
        return name

    def shape(self, most=4):
        r = self.r
        n = r.choice([0, 1, 1, 1, 2, 2, 2, 3, 3, 4])
        big = r.randrange(6) == 0
        dims = [r.choice([1, 2, 3, 4, 5, 7] if n > 1 or not big
                         else [17, 33, 64, 100, 257, 1500])
                for _ in range(min(n, most))]
        if big and n > 1:
            dims[r.randrange(len(dims))] = r.choice([8, 9, 16, 17, 31, 33, 65,
                                                     130])
        if r.randrange(25) == 0 and dims:
            dims[r.randrange(len(dims))] = 0
        return dims

    def make(self, shape=None, dtype=None):
        r = self.r
        shape = self.shape() if shape is None else list(shape)
        dtype = dtype or r.choice(FLOATS * 2 + INTS + ["bool"])
        size = "(" + "".join(f"{d}, " for d in shape) + ")"
        d = f"dtype=torch.{dtype}"
        if dtype == "bool":
            text = f"torch.randint(0, 2, {size}, {d})"
        elif dtype in INTS:
            low = r.choice([0, 0, 1]) if dtype == "uint8" else r.choice(
                [0, 1, -5, -100])
            text = f"torch.randint({low}, {r.choice([2, 4, 10, 100])}, " \
                   f"{size}, {d})"
        else:
            text = r.choice([f"torch.randn({size}, {d})",
                             f"torch.rand({size}, {d})",
                             f"torch.randn({size}, {d}) * 100",
                             f"torch.randint(-3, 4, {size}, {d})",
                             f"torch.ones({size}, {d})",
                             f"torch.full({size}, 2.5, {d})"])
        self.lines.append(f"{self.name(shape, dtype)} = {text}")
        return self.known[-1]

    def pick(self):
        if not self.known or self.r.randrange(4) == 0:
            return self.make()
        return self.r.choice(self.known[-6:])

    def partner(self, shape):
        """A tensor or number that broadcasts with shape."""
        r = self.r
        kind = r.randrange(5)
        if kind == 0:
            return r.choice(["2", "3", "-1", "0.5", "2.5", "0.1", "True", "7",
                             "1e-3", "-2.0"])
        if kind == 1:
            for name, other, _ in self.known:
                if other == shape:
                    return name
        dims = [d if r.randrange(3) else 1 for d in shape]
        if r.randrange(3) == 0:
            dims = dims[r.randrange(len(dims) + 1):]
        return self.make(dims)[0]

    def show(self, text):
        r = self.r
        self.lines.append(r.choice([f"print({text})"] * 4 + [
            f"print(repr({text}))", f"print([{text}])",
            f"print(({text}, 1))", f"print({{'a': {text}}})"]))

    def keep(self, text):
        """Assign a result whose shape is not needed and print it."""
        self.count += 1
        self.lines.append(f"r{self.count} = {text}")
        self.show(f"r{self.count}")
        return f"r{self.count}"

    def arithmetic(self):
        r = self.r
        name, shape, _ = self.pick()
        other = self.partner(shape)
        op = r.choice(["+", "-", "*", "/", "+", "-", "*", "/", "//", "%",
                       "&", "|", "^"])
        text = r.choice([f"{name} {op} {other}", f"{other} {op} {name}"])
        result = self.keep(text)
        if r.randrange(2):
            self.lines.append(f"print({result}.dtype, {result}.stride(), "
                              f"{result}.sum())")

    def power(self):
        name, _, _ = self.pick()
        by = self.r.choice(["2", "3", "0.5", "0", "1", "2.0", "-1", "-0.5",
                            "-2"])
        self.keep(f"{name} ** {by}")

    def named(self):
        r = self.r
        name, shape, _ = self.pick()
        other = self.partner(shape)
        f = r.choice(["add", "sub", "mul", "div", "eq", "ne", "lt", "le", "gt",
                      "ge", "maximum", "minimum", "fmod", "logical_and",
                      "logical_or", "logical_xor", "remainder",
                      "floor_divide"])
        more = ""
        if f in ("add", "sub") and r.randrange(2):
            more = f", alpha={r.choice(['2', '0.3', '-1', '1.7'])}"
        if f == "div" and r.randrange(2):
            mode = r.choice(["None", "'floor'", "'trunc'"])
            more = f", rounding_mode={mode}"
        if f in ("maximum", "minimum"):
            other = self.make([d if r.randrange(3) else 1 for d in shape])[0]
        self.keep(r.choice([f"torch.{f}({name}, {other}{more})",
                            f"{name}.{f}({other}{more})"]))

    def in_place(self):
        r = self.r
        name, shape, _ = self.pick()
        f = r.choice(["add_", "sub_", "mul_", "div_", "clamp_", "zero_",
                      "fill_", "abs_", "neg_", "sqrt_", "floor_", "copy_",
                      "clamp_min_"])
        if f in ("zero_", "abs_", "neg_", "sqrt_", "floor_"):
            args = ""
        elif f == "clamp_":
            args = r.choice(["0", "min=-0.5, max=0.5", "max=1", "1, 3"])
        elif f == "copy_":
            args = self.make([d if r.randrange(3) else 1 for d in shape])[0]
        elif f in ("fill_", "clamp_min_"):
            args = r.choice(["1", "0.5", "-2"])
        else:
            args = self.partner(shape)
        self.lines.append(f"{name}.{f}({args})")
        self.show(name)

    def unary(self):
        r = self.r
        name, _, _ = self.pick()
        f = r.choice(["neg", "abs", "sqrt", "rsqrt", "reciprocal", "square",
                      "floor", "ceil", "round", "trunc", "frac", "sign",
                      "relu", "isnan", "isinf", "isfinite", "logical_not",
                      "bitwise_not", "clamp", "isfinite"])
        if f == "clamp":
            args = r.choice(["0, 1", "min=0.5", "max=2", "-1.5, 1.5"])
            self.keep(f"{name}.clamp({args})")
            return
        self.keep(r.choice([f"torch.{f}({name})", f"{name}.{f}()"]))
        if r.randrange(3) == 0:
            self.keep(r.choice(["-", "~", "+"]) + name)

    def axes(self, shape):
        return ", ".join(map(str, self.r.sample(range(len(shape)),
                                                len(shape)))) or "()"

    def dim(self, shape):
        n = max(len(shape), 1)
        return self.r.randrange(-n, n)

    def reduce(self):
        r = self.r
        name, shape, _ = self.pick()
        if r.randrange(3) == 0:
            dims = r.choice([[33], [5, 40], [40, 5], [3, 8, 17], [9, 70],
                             [130, 3], [2, 3, 4, 9], [1000], [64, 33],
                             [4100], [20000]])
            name, shape, _ = self.make(dims, r.choice(FLOATS))
        if r.randrange(2) and len(shape) > 1:
            name += r.choice([".T", ".mT", ".transpose(0, -1)",
                              f".permute({self.axes(shape)})",
                              f".permute({self.axes(shape)})"])
        f = r.choice(["sum", "mean", "std", "var", "prod", "sum", "mean",
                      "std", "all", "any", "max", "min", "argmax", "argmin",
                      "amax", "amin", "cumsum", "cumprod", "sort", "argsort"])
        d = self.dim(shape)
        if f in ("cumsum", "cumprod"):
            args = f"{d}"
        elif f in ("sort", "argsort"):
            args = r.choice(["", f"{d}", f"{d}, descending=True",
                             f"dim={d}, stable=True"])
        else:
            args = r.choice(["", "", f"{d}", f"dim={d}", f"{d}, keepdim=True"])
        if f in ("sum", "mean", "std", "var") and len(shape) > 1 \
                and r.randrange(3) == 0:
            some = r.sample(range(len(shape)), r.randrange(1, len(shape) + 1))
            args = f"{tuple(some)}"
        if f in ("std", "var") and r.randrange(3) == 0:
            args = (args + ", " if args else "") + r.choice(
                ["correction=0", "unbiased=False"])
            args = args if "keepdim" not in args else "correction=0"
        if f in ("sum", "prod", "mean") and r.randrange(5) == 0:
            args = (args + ", " if args else "") + "dtype=torch.float64"
        text = r.choice([f"torch.{f}({name}{', ' + args if args else ''})",
                         f"{name}.{f}({args})"])
        result = self.keep(text)
        if f not in ("max", "min", "sort") or (f != "sort" and not args):
            self.lines.append(f"print({result}.tolist(), {result}.dtype)")

    def top(self):
        r = self.r
        name, shape, _ = self.pick()
        if not shape:
            return
        d = self.dim(shape)
        self.keep(f"{name}.topk({r.randrange(shape[d] + 1)}, {d}"
                  f"{r.choice(['', ', largest=False'])})")

    def reshape(self):
        r = self.r
        name, shape, _ = self.pick()
        n = 1
        for d in shape:
            n *= d
        sizes = [f for f in (1, 2, 3, 4, 5, 6, 8, 12) if n % f == 0]
        first = r.choice(sizes)
        target = r.choice([f"{first}, -1", f"({first}, {n // first})", "-1",
                           f"-1, {first}", f"{n}", f"1, {n}", f"{n + 1}",
                           f"{first}, {n // first}, 1"])
        f = r.choice([f"reshape({target})", f"view({target})", "flatten()",
                      "squeeze()", f"unsqueeze({r.randrange(-3, 3)})",
                      f"transpose({self.dim(shape)}, {self.dim(shape)})", "T",
                      f"flatten({self.dim(shape)})", "mT", "t()",
                      f"squeeze({self.dim(shape)})", "contiguous()", "clone()",
                      f"expand({str([2] + list(shape))[1:-1]})",
                      f"permute({self.axes(shape)})",
                      "repeat(" + ", ".join(str(r.randrange(1, 3)) for _ in
                                            range(len(shape) or 1)) + ")",
                      f"tile({r.randrange(1, 3)})",
                      f"flip({self.dim(shape)})",
                      f"narrow({self.dim(shape)}, 0, 1)",
                      f"select({self.dim(shape)}, 0)", "ravel()"])
        result = self.keep(f"{name}.{f}")
        self.lines.append(f"print({result}.shape, {result}.stride(), "
                          f"{result}.is_contiguous(), {result}.numel())")
        if r.randrange(3) == 0:
            self.lines.append(f"print({result}.reshape(-1), {result}.sum())")
        if r.randrange(4) == 0:
            self.lines.append(f"print(torch.rand_like({result}.float()))")

    def join(self):
        r = self.r
        name, shape, _ = self.pick()
        d = self.dim(shape)
        kind = r.randrange(7)
        if kind == 0:
            other = list(shape)
            if other:
                other[d] = r.randrange(0, 4)
            other = self.make(other)[0]
            self.keep(f"torch.cat([{name}, {other}, {name}], {d})")
        elif kind == 1:
            self.keep(f"torch.stack([{name}, {self.make(shape)[0]}], {d})")
        elif kind == 2:
            self.keep(f"{name}.chunk({r.randrange(0, 4)}, {d})")
        elif kind == 3:
            self.keep(f"torch.split({name}, {r.randrange(1, 4)}, {d})")
        elif kind == 4 and shape:
            a = r.randrange(shape[d] + 1)
            self.keep(f"{name}.split([{a}, {shape[d] - a}], dim={d})")
        elif kind == 5:
            self.keep(f"{name}.unbind({d})")
        else:
            self.lines.append(f"for part in {name}: print(part)")

    def index(self):
        r = self.r
        name, shape, _ = self.pick()
        keys = []
        for d in shape[:r.randrange(len(shape) + 1)]:
            a, b = r.randrange(-d - 1, d + 2), r.randrange(-d - 1, d + 2)
            places = [r.randrange(-d, d) for _ in range(3)] if d else []
            keys.append(r.choice(["0", "-1", f"{r.randrange(-d - 1, d + 1)}",
                                  ":", ":", f"{a}:", f":{b}", f"{a}:{b}",
                                  f"::{r.randrange(1, 4)}", f"{a}:{b}:2",
                                  f"{places}", f"torch.tensor({places})"]))
        if r.randrange(3) == 0:
            keys.insert(r.randrange(len(keys) + 1), r.choice(["None", "..."]))
        if r.randrange(6) == 0:
            keys = [f"{name}.gt(0)"]
        if keys:
            result = self.keep(f"{name}[{', '.join(keys)}]")
            self.lines.append(f"print({result}.shape, {result}.stride(), "
                              f"{result}.sum())")

    def convert(self):
        r = self.r
        name, _, dtype = self.pick()
        f = r.choice(["double()", "half()", "bfloat16()", "float()", "long()",
                      "int()", "bool()", "to(torch.float64)", "short()",
                      "to('cpu')", "to(dtype=torch.int32)", "type(torch.half)",
                      "type()", "cpu()", "to(torch.uint8)", "dtype", "device",
                      "layout", "is_floating_point()", "dim()", "ndim",
                      "shape", "size()", "tolist()", "numpy()", "item()",
                      "clone()", "detach()", "element_size()", "nbytes",
                      "size(0)"])
        if f == "numpy()" and dtype == "bfloat16":
            return
        self.lines.append(f"print({name}.{f})")
        if r.randrange(3) == 0:
            self.lines.append(f"print(len({name}))")
        if r.randrange(4) == 0:
            self.lines.append(
                f"print({r.choice(['float', 'int', 'bool'])}({name}))")

    def create(self):
        r = self.r
        n = r.randrange(0, 40)
        d = r.choice(["", f", dtype=torch.{r.choice(INTS + FLOATS)}"])
        name = self.pick()[0]
        nest = r.choice(["[1, 2, 3]", "[[1.5, 2], [3, 4]]", "[True, False]",
                         "3", "2.5", "True", "[]", "[[], []]", "[1, 2.5]",
                         "[[1, 2], [3]]", "[1 + 2j]", "(1, 2)", "range(4)",
                         "[[[1]], [[2]]]", "[True, 2]", "[0.1, 1e10]",
                         "float('nan')", "[float('inf'), -1.0, 0]", "1e-5",
                         f"[{name}, {name}]", "[1e5, 1]", "[2 ** 40]"])
        text = r.choice([
            f"torch.tensor({nest}{d})", f"torch.as_tensor({nest}{d})",
            f"torch.eye({r.randrange(0, 5)}{d})",
            f"torch.eye({r.randrange(0, 5)}, {r.randrange(0, 5)}{d})",
            f"torch.linspace({r.choice(['0', '-1', '0.1', '5'])}, "
            f"{r.choice(['1', '2.5', '10', '-3'])}, {n})",
            f"torch.linspace(0, 7, {n}, dtype=torch.float64)",
            f"torch.arange({r.randrange(30)})",
            f"torch.arange({r.randrange(5)}, {r.randrange(5, 30)}, "
            f"{r.choice(['1', '2', '0.5', '0.1'])})",
            f"torch.zeros_like({name})", f"torch.ones_like({name})",
            f"torch.full_like({name}, {r.choice(['1', '2.5', '7'])})",
            f"{name}.new_zeros(2, 3)", f"{name}.new_ones((2,))",
            f"{name}.new_full((2, 2), 3)",
            f"torch.full((2, 3), {r.choice(['1', '2.5', 'True'])})",
            f"torch.zeros(0, {r.randrange(4)})",
            f"torch.ones({r.randrange(1, 4)}, dtype=torch.bool)",
            f"torch.where({name}.gt(0), {name}, 0)",
            f"torch.where({name}.gt(0), 1.5, {name})",
            f"torch.equal({name}, {name})",
            f"torch.allclose({name}, {name})",
            f"torch.isclose({name}, {name})",
            f"{name}.masked_fill({name}.lt(1), {r.choice(['0', '-1', '0.5'])})",
        ])
        self.keep(text)

    def matrices(self):
        r = self.r
        a, b, c = (r.randrange(1, 5) for _ in range(3))
        d = r.choice(INTS)
        x = self.make([a, b], d)[0]
        y = self.make([b, c] if r.randrange(5) else [b], d)[0]
        self.keep(r.choice([f"{x} @ {y}", f"torch.matmul({x}, {y})"]))

    def options(self):
        r = self.r
        if r.randrange(4) == 0:
            self.lines.append(f"torch.set_printoptions(profile="
                              f"{r.choice(['default', 'short', 'full'])!r})")
            return
        o = r.sample([f"precision={r.randrange(0, 9)}",
                      f"threshold={r.choice([0, 5, 10, 50, 1000])}",
                      f"edgeitems={r.randrange(1, 5)}",
                      f"linewidth={r.choice([20, 40, 60, 80, 120])}",
                      f"sci_mode={r.choice([True, False, None])}"],
                     r.randrange(1, 3))
        self.lines.append(f"torch.set_printoptions({', '.join(o)})")

    def draw(self):
        name, _, dtype = self.pick()
        self.lines.append(self.r.choice(
            [f"print(torch.rand({self.r.randrange(20)}))",
             f"print({name}.double().uniform_())",
             f"print(torch.randn_like({name}.float()))"]))

    def script(self):
        r = self.r
        steps = ([self.arithmetic] * 4 + [self.named] * 3 + [self.reduce] * 5
                 + [self.reshape] * 4 + [self.unary] * 2 + [self.in_place] * 2
                 + [self.create] * 3 + [self.join] * 2 + [self.convert] * 2
                 + [self.index] * 3 + [self.power, self.top, self.matrices,
                    self.options, self.draw])
        for _ in range(r.randrange(2, 6)):
            r.choice(steps)()
        self.lines.append("print(torch.get_rng_state().sum(), torch.rand(2))")
        return "\n".join(self.lines) + "\n"


def make(r):
    return Maker(r).script()


def refused(source, command):
    """Whether the command says that it does not support the script."""
    return "not supported" in command(source)[1]


def difference(source, command):
    """As script_compare's; of a script that is refused on its way, what was
    printed before."""
    differs = script_compare.difference(source, command)
    if differs is None or not refused(source, command):
        return differs
    want, got = script_compare.by_python(source)[0], command(source)[0]
    return None if want.startswith(got) else differs


def test_random_scripts():
    import random
    command = script_compare.Command()
    for number in range(script_compare.SEED, script_compare.SEED + COUNT):
        source = make(random.Random(number))
        differs = difference(source, command)
        assert differs is None, (f"SS_LIVE_SEED={number} SS_LIVE_COUNT=1\n"
                                 f"{source}\n{differs}")


def test_generators():
    command = script_compare.Command()
    lines = GENERATORS.replace("\\\n", " ").strip().split("\n")
    sources = [f"import torch\n{line}\n" for line in lines]
    sources += [FORK.format(a) for a in ("", "enabled=False", "devices=[]",
                                         "[], True", "devices=None")]
    for source in sources:
        differs = difference(source, command)
        assert differs is None, f"{source}\n{differs}"


def main():
    """Without pytest: all differences and the share of refusals."""
    import collections
    import random
    import re
    command, bad, no = script_compare.Command(), 0, collections.Counter()
    for number in range(script_compare.SEED, script_compare.SEED + COUNT):
        source = make(random.Random(number))
        differs = difference(source, command)
        error = command(source)[1]
        if "not supported" in error:
            no[re.sub(r"\d+", "N", error)] += 1
        if differs is not None:
            bad += 1
            print(f"--- {number}\n{source}\n{differs}\n")
    print(f"{COUNT} scripts from {script_compare.SEED}, {bad} differences, "
          f"{sum(no.values())} refused: {no.most_common(40)}")


if __name__ == "__main__":
    main()
