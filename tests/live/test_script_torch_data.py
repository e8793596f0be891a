# SPDX-License-Identifier: MIT
"""Random scripts over torch.utils.data and torch.distributions, against the
PyTorch that is here, and the generators' states afterwards.
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
IMPORTS = ("import torch\nimport numpy as np\nimport torch.utils.data as data\n"
           "from torch.utils.data import DataLoader, TensorDataset\n"
           "import torch.distributions as dist\n")
WRONG = """
data.RandomSampler()
data.RandomSampler([])
data.RandomSampler(5)
data.RandomSampler(range(3), replacement=1)
data.RandomSampler(range(3), num_samples=0)
data.RandomSampler(range(3), num_samples=-1)
data.RandomSampler(range(3), num_samples=2.5)
data.RandomSampler(range(3), foo=1)
list(data.RandomSampler([], num_samples=5))
list(data.RandomSampler([], True, num_samples=5))
data.SubsetRandomSampler()
data.WeightedRandomSampler([.1], 0)
data.WeightedRandomSampler([.1], True)
data.WeightedRandomSampler([.1], 2, 1)
data.WeightedRandomSampler([[.1]], 2)
data.WeightedRandomSampler([.1])
list(data.WeightedRandomSampler([.1], 2, False))
list(data.WeightedRandomSampler([.1, -1], 2))
list(data.WeightedRandomSampler([0., 0.], 2))
data.BatchSampler(range(3), 0, False)
data.BatchSampler(range(3), 2.5, False)
data.BatchSampler(range(3), 2, 1)
data.BatchSampler(range(3), 2)
DataLoader()
DataLoader(range(3), batch_size=0)
DataLoader(range(3), batch_size='a')
DataLoader(range(3), num_workers=-1)
DataLoader(range(3), shuffle=True, sampler=range(3))
DataLoader(range(3), 2, batch_sampler=[[1]])
DataLoader([], shuffle=True)
DataLoader(range(3), foo=1)
DataLoader(range(5), None, drop_last=True)
list(DataLoader(range(5), 2, timeout=1))
DataLoader(range(5), 2, timeout=-1)
DataLoader(range(5), 2, prefetch_factor=2)
DataLoader(range(5), 2, persistent_workers=True)
list(DataLoader([None], 2))
list(DataLoader([2**70], 2))
data.ConcatDataset([])
data.ConcatDataset([range(3)])[7]
data.ConcatDataset([range(3)])[-7]
data.DistributedSampler(range(10), num_replicas=3, rank=3)
data.DistributedSampler()
TensorDataset(torch.tensor(1.))
TensorDataset(5)
next([1])
next(iter([]))
iter(5)
enumerate(5)
zip([1], 5)
next(zip([1], []))
list(DataLoader([[1, 2], [3]], 2))
list(DataLoader([torch.rand(2), torch.rand(3)], 2))
list(DataLoader(range(3), sampler=[5]))
data.random_split(range(10), [3, 3])
data.random_split(range(10), [-0.5, 1.5])
data.random_split(range(10), [0.5, 0.6])
data.random_split(range(10))
data.random_split(5, [5])
TensorDataset(torch.rand(2), torch.rand(3))
TensorDataset(torch.rand(2))[5]
len(data.BatchSampler(5, 2, False))
dist.Normal(0)
dist.Normal(0, -1)
dist.Normal(0., torch.tensor([1., -1.]))
dist.Normal(float('nan'), 1)
dist.Normal('a', 1)
dist.Normal(torch.zeros(2), torch.ones(3))
dist.Normal(0, 1).sample(5)
dist.Uniform(1, 0)
dist.Uniform(torch.tensor([1.]), 0)
dist.Bernoulli()
dist.Bernoulli(1.5)
dist.Exponential(0)
dist.Exponential()
dist.Poisson(-1)
dist.Gamma(1, 0)
dist.Gamma(1)
dist.Gamma(0.1, torch.tensor([1., 0]))
""".strip().split("\n")


def source(r):
    n = r.randint(1, 40)
    return r.choice([f"range({n})", f"range(100, {100 + n})", f"[0] * {n}",
                     f"torch.arange({n})"])


def generator(r):
    return r.choice(["", "", ", generator=g"])


def sampler(r):
    n = r.randint(1, 30)
    weights = [round(r.random(), 3) for _ in range(r.randint(1, 8))]
    few = r.randint(1, len(weights))
    g = generator(r)
    return r.choice([
        f"data.RandomSampler({source(r)}{g})",
        f"data.RandomSampler({source(r)}, num_samples={r.randint(1, 90)}{g})",
        f"data.RandomSampler({source(r)}, True{g})",
        f"data.RandomSampler({source(r)}, replacement=True, "
        f"num_samples={r.choice([1, 31, 32, 33, 64, 70])}{g})",
        f"data.SequentialSampler({source(r)})",
        f"data.SubsetRandomSampler({list(range(n, 2 * n))}{g})",
        f"data.SubsetRandomSampler(range({n}){g})",
        f"data.WeightedRandomSampler({weights}, {n}{g})",
        f"data.WeightedRandomSampler({weights}, {few}, False{g})",
        f"data.WeightedRandomSampler(torch.rand(9), {n}, replacement=True)"])


def distributed(r):
    n, replicas = r.randint(1, 30), r.randint(1, 6)
    rest = r.choice(["", ", seed=5", ", shuffle=False", ", drop_last=True",
                     ", True, 7, True"])
    return (f"data.{r.choice(['', 'distributed.'])}DistributedSampler("
            f"range({n}), {replicas}, {r.randrange(replicas)}{rest})")


def batches(r):
    return (f"data.BatchSampler({r.choice([sampler(r), 'range(11)'])}, "
            f"{r.randint(1, 8)}, {r.choice([True, False])})")


def dataset(r):
    n = r.randint(1, 20)
    return r.choice([f"range({n})", f"TensorDataset(torch.arange({n}), "
                     f"torch.rand({n}, 2))", f"TensorDataset(torch.rand({n}))",
                     f"torch.rand({n})", f"torch.rand({n}, 3)",
                     f"[0.5, 1.5, 2.5] * {n}", f"['a', 'b'] * {n}",
                     f"[(1, 2.5), (3, 4.5)] * {n}", f"[True, False] * {n}",
                     f"[dict(a=1, b=2.5), dict(a=3, b=4.5)] * {n}",
                     f"[[1, (2, 'x')], [3, (4, 'y')]] * {n}",
                     f"[{{'x': [1, 2], 'y': b'q'}}] * {n}",
                     f"np.arange({n})", f"np.random.rand({n}, 2)",
                     f"[np.float32(1.5), np.float32(2.5)] * {n}",
                     f"data.ConcatDataset([range({n}), [7, 8, 9]])",
                     f"data.Subset(range(100), list(range({n})))"])


def loader(r):
    size = r.choice(["", f", {r.randint(1, 7)}", f", batch_size="
                     f"{r.randint(1, 7)}"])
    order = r.choice(["", ", shuffle=True", ", shuffle=True",
                      ", shuffle=False"])
    last = r.choice(["", ", drop_last=True"])
    if r.random() < 0.15:
        return ("DataLoader(range(12), batch_sampler=data.BatchSampler("
                f"data.RandomSampler(range(12){generator(r)}), 5, False))")
    if r.random() < 0.15:
        return ("DataLoader(range(12)" + size + ", sampler=data."
                f"SubsetRandomSampler(range(3, 9){generator(r)}){last})")
    if r.random() < 0.15:
        return (f"DataLoader({r.choice(['range(7)', '[1.5, (2, 3)] * 3'])}, "
                f"batch_size=None{order}{generator(r)})")
    if r.random() < 0.1:
        last += r.choice([", collate_fn=list", ", collate_fn=tuple",
                          ", collate_fn=data.default_collate"])
    if r.random() < 0.005:
        last += ", num_workers=1"
    return f"DataLoader({dataset(r)}{size}{order}{last}{generator(r)})"


def split(r):
    n = r.randint(2, 30)
    first = r.randint(1, n - 1)
    g = r.choice(["", ", generator=g", ", g"])
    return r.choice([f"range({n}), [{first}, {n - first}]{g}",
                     f"range({n}), [0.5, 0.5]{g}", f"range({n}), [0.75, 0.25]",
                     f"range({n}), (0.7, 0.3){g}", f"torch.rand({n}), [1.0]",
                     f"range({n}), [0.5, 0.25, 0.25]{g}"])


def parameter(r, low, high):
    x = [round(r.uniform(low, high), r.randint(1, 9)) for _ in range(3)]
    return r.choice([repr(x[0]), repr(x[0]), f"torch.tensor({x[0]})",
                     f"torch.tensor({x})", f"torch.tensor([{x[0]}])",
                     f"torch.tensor([[{x[0]}], [{x[1]}]])"])


def distribution(r):
    wide = r.choice(["float64", "float32", "float16", "bfloat16"])
    made = r.choice([
        f"dist.Normal({parameter(r, -3, 3)}, {parameter(r, 0.01, 9)})",
        "dist.Normal(0, 1)", f"dist.Normal(0., scale={parameter(r, 0.1, 2)})",
        f"dist.Uniform({parameter(r, -3, 0)}, {parameter(r, 0.1, 9)})",
        "dist.Uniform(0, 1)",
        f"dist.Bernoulli({parameter(r, 0, 1)})",
        f"dist.Bernoulli(probs={parameter(r, 0, 1)})",
        f"dist.Exponential({parameter(r, 0.01, 9)})",
        f"dist.Poisson({parameter(r, 0, 40)})",
        f"dist.Gamma({parameter(r, 0.1, 5)}, {parameter(r, 0.1, 5)})",
        f"dist.Normal(torch.rand(3, dtype=torch.{wide}), 2.5)",
        f"dist.Uniform(0, torch.ones(2, dtype=torch.{wide}))",
        "dist.Gamma(torch.rand(4).double() , 2)".replace(" ,", ",")])
    shape = r.choice(["", "(3,)", "[2, 2]", "torch.Size([4])", "(20,)",
                      "sample_shape=(5,)", "()", "(0,)"])
    differentiable = "Bernoulli" not in made and "Poisson" not in made
    return [f"d = {made}", f"print(d, d.sample({shape}))",
            f"print(d.{'r' if differentiable else ''}sample({shape}))"]


def statement(r):
    if r.random() < 0.35:
        return distribution(r)
    k = r.random()
    if k < 0.3:
        return [f"s = {sampler(r)}", "print(len(s), list(s))",
                "print(list(s))"]
    if k < 0.34:
        return [f"s = {distributed(r)}", "print(len(s), list(s))",
                f"s.set_epoch({r.randint(0, 9)})",
                "print(list(DataLoader(range(30), 3, sampler=s)), s.epoch)"]
    if k < 0.42:
        return [f"s = {batches(r)}", "print(len(s), list(s))",
                "for b in s: print(b, torch.rand(1, generator=g))"]
    if k < 0.46:
        return [f"l = {loader(r)}", "i = iter(l)", "print(torch.rand(1))",
                "print(next(i, 'end'))", "print(next(iter(l)))",
                "for n, batch in enumerate(l):",
                "    print(n, batch, next(i, 'end'))"]
    if k < 0.48:
        return [f"l = {loader(r)}", "for a, b in zip(l, l): print(a, b)",
                "for a in l:", "    for b in l:", "        print(a, b)"]
    if k < 0.75:
        return [f"l = {loader(r)}", "print(len(l))",
                f"for epoch in range({r.randint(1, 3)}):",
                "    for batch in l:",
                "        print(batch)" + r.choice(
                    ["", "; print(torch.rand(1))",
                     "; print(torch.rand(1, generator=g))"])]
    if k < 0.88:
        return [f"parts = data.random_split({split(r)})",
                "for p in parts: print(len(p), p.indices, list(p))"]
    return [f"for i in {sampler(r)}:",
            "    print(i, torch.rand(1), torch.rand(1, generator=g))"]


def make_script(r):
    lines = [IMPORTS.rstrip(), f"torch.manual_seed({r.randrange(2**64)})",
             f"g = torch.Generator().manual_seed({r.randrange(2**64)})",
             "np.random.seed(5)"]
    for _ in range(r.randint(2, 6)):
        lines += statement(r)
    return "\n".join(lines + ["print(torch.get_rng_state().tolist())",
                              "print(g.get_state().tolist())"]) + "\n"


def test_scripts_print_what_python_prints():
    script_compare.compare(make_script, COUNT)


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_calls_end_with_torchs_error(wrong):
    script = f"{IMPORTS}print('before')\nprint({wrong})\n"
    command = script_compare.Command()
    assert script_compare.difference(script, command) is None


if __name__ == "__main__":
    script_compare.main(make_script)
