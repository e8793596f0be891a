# SPDX-License-Identifier: MIT
"""Random scripts over torch's random part, against the PyTorch that is here.

Seeds, generators, states, draws of every dtype on both paths, print options,
tensors' methods, and wrong calls at the end.
"""
import pytest

import script_compare

pytestmark = [
    pytest.mark.skipif(not script_compare.COMMAND,
                       reason="SS_COMMAND names no command"),
    pytest.mark.skipif(script_compare.torch is None, reason="torch is missing"),
]

FLOATS = ["torch.float32", "torch.float64", "torch.float", "torch.double"]
MORE_FLOATS = FLOATS + ["torch.float16", "torch.bfloat16", "torch.half"]
INTS = {"torch.uint8": (0, 255), "torch.int8": (-128, 127),
        "torch.int16": (-2**15, 2**15 - 1), "torch.int32": (-2**31, 2**31 - 1),
        "torch.int64": (-2**63, 2**63 - 2), "torch.float32": (0, 2**24),
        "torch.float64": (0, 2**53), "torch.bool": (0, 1)}
WRONG = """
torch.manual_seed('a')
torch.manual_seed(None)
torch.manual_seed(2**64)
torch.manual_seed(-2**63 - 1)
torch.manual_seed([1])
torch.manual_seed()
torch.manual_seed(1, 2)
torch.manual_seed(x=1)
torch.manual_seed(float('nan'))
torch.initial_seed(1)
torch.seed(1)
torch.Generator().manual_seed(1.5)
torch.Generator().manual_seed(True)
torch.Generator().manual_seed('a')
torch.Generator().manual_seed(2**64)
torch.Generator().manual_seed()
torch.Generator().manual_seed(seed=5)
torch.Generator().seed(1)
torch.Generator(5, 6)
torch.set_rng_state(5)
torch.set_rng_state(torch.zeros(5056))
torch.set_rng_state(torch.zeros(5056, dtype=torch.uint8))
torch.set_rng_state(torch.zeros(5, dtype=torch.uint8))
torch.rand()
torch.rand(2, (3,))
torch.rand(-1)
torch.rand(2.0)
torch.rand(2, 2.0)
torch.rand('a')
torch.rand(None)
torch.rand(True)
torch.rand((2, 'a'))
torch.rand(('a', 2))
torch.rand(size=2)
torch.rand(2, size=(2,))
torch.rand(2, dtype='float64')
torch.rand(2, dtype=torch.int64)
torch.rand(2, generator=5)
torch.rand(2, foo=1)
torch.rand(foo=1)
torch.rand(10**12)
torch.rand(10**12, 10**12)
torch.randn(2, -3)
torch.randn('a')
torch.randn(2, dtype=torch.int32)
torch.randint(5)
torch.randint(5, 2)
torch.randint(0, 5, 2)
torch.randint(5, 5, (2,))
torch.randint(0, (2,))
torch.randint(5.0, (2,))
torch.randint(0, 5.5, (2,))
torch.randint(0, 500, (2,), dtype=torch.uint8)
torch.randint(-1, 5, (2,), dtype=torch.uint8)
torch.randint(0, 3, (2,), dtype=torch.bool)
torch.randint(0, 2**63, (2,))
torch.randint(0, 5, (-2,))
torch.randint()
torch.randint('a', (2,))
torch.randint(True, (2,))
torch.randperm(-1)
torch.randperm(2.5)
torch.randperm('a')
torch.randperm()
torch.randperm(300, dtype=torch.uint8)
torch.randperm(5, dtype=torch.bool)
torch.randperm(5000, dtype=torch.float16)
torch.randperm(5, 6)
torch.normal(0., 1., 2)
torch.normal(0., -1., (2,))
torch.normal(0., 1.)
torch.normal(torch.zeros(2), torch.ones(3))
torch.normal(torch.zeros(2), -1.)
torch.normal(torch.zeros(2), torch.tensor([1., -1.]))
torch.normal('a', 1., (2,))
torch.normal()
torch.zeros()
torch.zeros('a')
torch.zeros(2, foo=1)
torch.zeros(-1)
torch.zeros(2, size=(2,))
torch.zeros(2, dtype='a')
torch.ones(-1)
torch.full(2, 5)
torch.full((2,))
torch.full((2,), 'a')
torch.full((2,), 300, dtype=torch.uint8)
torch.full((2,), 5, 6)
torch.arange()
torch.arange('a')
torch.arange(5, 0)
torch.arange(0, 5, 0)
torch.tensor([[1, 2], [3]])
torch.tensor([[1, 2], 3])
torch.tensor([1, [2]])
torch.tensor('a')
torch.tensor(['a'])
torch.tensor(None)
torch.tensor()
torch.tensor([1], [2])
torch.tensor([1], dtype='a')
torch.tensor([300], dtype=torch.uint8)
torch.tensor([2**63])
torch.rand(3).item()
torch.rand(3).size(5)
torch.rand(3).size('a')
torch.rand(3).dim(1)
torch.rand(3)[5]
torch.rand(3)[0, 0]
torch.rand(())[0]
torch.rand(3)[1.5]
torch.rand(3).foo_bar
len(torch.rand(()))
list(torch.rand(()))
bool(torch.rand(2))
torch.rand(3).uniform_(2, 1)
torch.rand(3).uniform_('a')
torch.rand(3).uniform_(1, 2, 3)
torch.rand(3).uniform_(-3e38, 3e38)
torch.rand(3).uniform_(0, 1e39)
torch.tensor([1]).uniform_()
torch.rand(3).normal_(1, -2)
torch.rand(3).normal_('a')
torch.tensor([1]).normal_()
torch.rand(3).random_(2.5)
torch.rand(3).random_(0)
torch.rand(3).random_(5, 2)
torch.set_printoptions(foo=1)
torch.set_default_dtype(5)
torch.set_default_dtype(torch.int32)
torch.Size(5)
""".strip().split("\n")


def sizes(r, most=40):
    """The sizes of a tensor, as arguments."""
    shape = r.choice([(), (0,), (r.randint(1, 20),), (r.randint(15, most),),
                      (r.randint(1, 4), r.randint(1, 6)), (2, 0),
                      (2, 3, r.randint(1, 4)), (16,), (4, 4), (1, 1)])
    if shape and r.random() < 0.5:
        return ", ".join(map(str, shape))
    text = r.choice([str(shape), str(list(shape)),
                     f"torch.Size({list(shape)})"])
    return r.choice([text, f"size={text}"])


def keywords(r, dtypes):
    text = ""
    if r.random() < 0.4:
        text += f", dtype={r.choice(dtypes)}"
    if r.random() < 0.25:
        text += ", generator=g"
    if r.random() < 0.1:
        text += ", device='cpu'"
    return text


def number(r):
    return r.choice([str(r.randint(-5, 9)), repr(r.uniform(-3, 3)),
                     repr(r.uniform(0, 1) * 10.0**r.randint(-5, 6))])


def randint(r):
    dtype = r.choice(list(INTS))
    lowest, highest = INTS[dtype]
    low = r.choice([0, lowest, r.randint(lowest, highest)])
    high = min(highest, low + r.choice([1, 10, 300, 2**28, 2**40])) + 1
    high = max(high, low + 1)
    shape = r.choice(["(3,)", "(2, 3)", "[4]", "()", "(0,)", "(20,)"])
    ends = f"{high}" if low == 0 and r.random() < 0.5 else f"{low}, {high}"
    text = r.choice([f"{ends}, {shape}", f"{ends}, size={shape}"])
    if dtype != "torch.int64" or r.random() < 0.3:
        text += f", dtype={dtype}"
    return f"torch.randint({text}{r.choice(['', ', generator=g'])})"


def normal(r):
    tensor = r.choice(["torch.zeros(3)", "torch.ones(20)", "torch.tensor(2.)",
                       "torch.rand(2, 3)", "torch.arange(4.)",
                       "torch.full((17,), 2.5)"])
    g = r.choice(["", ", generator=g"])
    std = repr(r.uniform(0, 3))
    shape = r.choice(["(3,)", "(20,)", "[2, 2]"])
    return r.choice([
        f"torch.normal({number(r)}, {std}, {shape}{g})",
        f"torch.normal(mean={number(r)}, std={std}, size=(16,){g})",
        f"torch.normal({tensor}, {std}{g})", f"torch.normal({tensor}{g})",
        f"torch.normal({number(r)}, {tensor}{g})",
        "torch.normal(torch.zeros(2, 3), torch.ones(3))"])


def in_place(r):
    tensor = r.choice(["torch.zeros(3)", "torch.empty(20)", "torch.ones(2, 3)",
                       "torch.zeros(17, dtype=torch.float64)",
                       "torch.zeros(4, 5).t()", "torch.zeros(16)",
                       "torch.zeros(5, dtype=torch.float64)"])
    g = r.choice(["", "generator=g"])
    low = r.uniform(-3, 3)
    arguments = r.choice(["", f"{low}, {low + r.uniform(0, 5)}"])
    both = ", ".join(t for t in (arguments, g) if t)
    std = r.choice(["", f"{number(r)}, {r.uniform(0, 4)}"])
    normals = ", ".join(t for t in (std, g) if t)
    ints = r.choice(["", "10", "2, 9"])
    return r.choice([f"{tensor}.uniform_({both})",
                     f"{tensor}.normal_({normals})",
                     f"{tensor}.random_({ints})",
                     f"torch.zeros(4, dtype=torch.int64).random_({ints})"])


def tensor(r):
    dtype = r.choice(["", "", ", dtype=torch.float64", ", dtype=torch.float16"])
    return r.choice([
        f"torch.tensor([{number(r)}, {number(r)}]{dtype})",
        "torch.tensor([[1, 2], [3, 4]])", "torch.tensor([True, False])",
        f"torch.tensor({number(r)})", "torch.tensor([])",
        "torch.tensor([1.5, float('nan'), float('inf')])",
        "torch.tensor(np.array([1.5, 2.5]))", "torch.tensor(np.arange(3))",
        f"torch.zeros({sizes(r)})", f"torch.ones({sizes(r)}{dtype})",
        f"torch.full((2, 2), {number(r)})", f"torch.arange({r.randint(0, 9)})",
        f"torch.arange({r.randint(0, 3)}, {r.randint(4, 9)})",
        f"torch.arange(0, {r.randint(1, 5)}, {r.choice([0.5, 0.1, 0.3])})",
        "torch.tensor([1e10, 1, 1e-5])", "torch.tensor([[1, 2.5], [3, 4]])"])


def expression(r):
    k = r.random()
    if k < 0.25:
        return f"torch.rand({sizes(r)}{keywords(r, MORE_FLOATS)})"
    if k < 0.5:
        return f"torch.randn({sizes(r)}{keywords(r, MORE_FLOATS)})"
    if k < 0.65:
        return randint(r)
    if k < 0.72:
        dtype = r.choice(["", ", dtype=torch.int32", ", dtype=torch.float32"])
        return (f"torch.randperm({r.randint(0, 40)}{dtype}"
                f"{r.choice(['', ', generator=g'])})")
    if k < 0.82:
        return normal(r)
    return in_place(r) if k < 0.92 else tensor(r)


def options(r):
    names = {"precision": lambda: r.randint(0, 10),
             "threshold": lambda: r.choice([0, 3, 10, 1000, "float('inf')"]),
             "edgeitems": lambda: r.randint(1, 4),
             "linewidth": lambda: r.choice([20, 40, 80, 120]),
             "profile": lambda: repr(r.choice(["default", "short", "full"])),
             "sci_mode": lambda: r.choice([True, False, None])}
    chosen = r.sample(list(names), r.randint(1, 3))
    return ", ".join(f"{n}={names[n]()}" for n in chosen)


def look(r, name):
    return r.choice([f"{name}.shape, {name}.dtype, {name}.device",
                     f"{name}.tolist()", f"{name}.size(), {name}.dim()",
                     f"{name}.numel(), {name}.size(0)", f"{name}.numpy()",
                     f"{name}.clone()", f"{name}[0], {name}[-1]",
                     f"len({name}), list({name})", f"{name}[0].tolist()",
                     f"[{name}, 1]", f"({name}, {name}.shape)",
                     f"{name}.double()", f"str({name})"])


def statement(r):
    k = r.random()
    if k < 0.55:
        return [f"print({expression(r)})"]
    if k < 0.7:
        shape = r.choice(["3", "2, 3", "4, 2", "20"])
        kind = r.choice(["rand({})", "randn({})", "rand({}, dtype="
                         "torch.float64)"]).format(shape)
        return [f"x = torch.{kind}", f"print({look(r, 'x')})"]
    if k < 0.78:
        return [f"torch.set_printoptions({options(r)})",
                f"print({expression(r)})"]
    if k < 0.83:
        return [f"for i in range({r.randint(1, 3)}):",
                f"    print(i, {expression(r)})"]
    if k < 0.9:
        return ["saved = torch.get_rng_state()", f"print({expression(r)})",
                "torch.set_rng_state(saved)", f"print({expression(r)})"]
    if k < 0.94:
        return ["saved = g.get_state()", f"print({expression(r)})",
                "g.set_state(saved)", "print(torch.rand(3, generator=g))"]
    if k < 0.96:
        return [f"torch.set_default_dtype({r.choice(FLOATS)})",
                f"print({expression(r)})"]
    if k < 0.98:
        return ["print(torch.rand(1).item(), torch.initial_seed())"]
    return [f"torch.manual_seed({seed(r)})", f"print({expression(r)})"]


def seed(r):
    return r.choice([str(r.randint(0, 99)), str(r.randrange(2**64)),
                     str(-r.randrange(2**63)), "True", "1.7"])


def make_script(r):
    lines = ["import numpy as np", "import torch",
             f"torch.manual_seed({seed(r)})",
             f"g = torch.Generator().manual_seed({r.randrange(2**64)})"]
    for _ in range(r.randint(2, 8)):
        lines += statement(r)
    lines += ["print(torch.initial_seed(), g.initial_seed())",
              "torch.set_printoptions(profile='full')",
              "print(torch.get_rng_state())"]
    if r.random() < 0.2:
        lines.append(f"print({r.choice(WRONG)})")
    return "\n".join(lines) + "\n"


def test_scripts_print_what_python_prints():
    script_compare.compare(make_script)


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_calls_end_with_torchs_error(wrong):
    source = f"import torch\nprint('before')\nprint({wrong})\n"
    command = script_compare.Command()
    assert script_compare.difference(source, command) is None


if __name__ == "__main__":
    script_compare.main(make_script)
