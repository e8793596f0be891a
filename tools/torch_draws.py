#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print the names of PyTorch that change its CPU generator: found by calling.

usage: torch_draws.py

Every operator of torch and every public name of torch.Tensor, torch.random,
torch.nn, nn.init, nn.functional, nn.utils, nn.utils.prune, utils.data and
torch.distributions is called with arguments of many kinds. Printed, one a
line, are those after which the default generator's state is another. What
takes special arguments is in CALLS.
"""
import contextlib
import io
import os
import signal
import sys
import warnings

try:
    import torch
except ImportError:
    sys.exit("needs torch")
import torch.nn.functional as F
import torch.utils.data as data
from torch import distributions, nn
from torch.nn.utils import prune

SKIP = {"binomial", "from_file", "share_memory_"}
# The functions of torch: the operators, and these.
OTHERS = {"seed", "manual_seed", "set_rng_state", "pca_lowrank", "svd_lowrank",
          "lobpcg", "Tensor", "Generator", "initial_seed", "get_rng_state"}


def tensors():
    x = torch.ones(2, 3, 4, 4)
    return {"one": torch.ones(5), "two": torch.full((3, 4), 0.5),
            "three": torch.ones(2, 3, 4), "x": x,
            "five": torch.ones(2, 3, 4, 4, 4),
            "int": torch.ones(4, dtype=torch.int64)}


def arguments(t):
    """Arguments to try; functions take a tensor first."""
    plain = [(), (3,), ((2, 3),), (0.0, 1.0, (3,)), (5, (3,)), (0, 5, (3,)),
             (0.5,), (2.0,), (1, 5), (3, 4), (3, 4, 5), (3, 4, 2), (4, 2),
             (0.0, 1.0), (4, 4, 1, 1, 8)]
    some = [(t[k],) for k in t]
    for k in ("one", "two", "three", "x", "five"):
        some += [(t[k], 0.5, True), (t[k], 2), (t[k], 0.5), (t[k], t[k]),
                 (t[k], 0, 5), (t[k], 1, True), (t[k], 5.0, 6.0, True),
                 (-t[k], 0.1, 0.3, True)]
    return plain + some


P = torch.full((3, 4), 0.25)
CALLS = {
    "torch.binomial": lambda: torch.binomial(torch.full((3,), 9.0), P[0, :3]),
    "torch.lobpcg": lambda: torch.lobpcg(torch.eye(9), k=2),
    "torch.pca_lowrank": lambda: torch.pca_lowrank(torch.eye(9)),
    "torch.svd_lowrank": lambda: torch.svd_lowrank(torch.eye(9)),
    "torch.seed": torch.seed,
    "torch.set_rng_state": lambda: torch.set_rng_state(
        torch.Generator().manual_seed(99).get_state()),
    "torch.random.set_rng_state": lambda: torch.random.set_rng_state(
        torch.Generator().manual_seed(99).get_state()),
    "torch.gru": lambda: nn.GRU(2, 2, 2, dropout=0.5)(torch.ones(3, 1, 2)),
    "torch.lstm": lambda: nn.LSTM(2, 2, 2, dropout=0.5)(torch.ones(3, 1, 2)),
    "torch.rnn_tanh": lambda: nn.RNN(2, 2, 2, dropout=0.5)(
        torch.ones(3, 1, 2)),
    "torch.rnn_relu": lambda: nn.RNN(2, 2, 2, "relu", dropout=0.5)(
        torch.ones(3, 1, 2)),
    "torch.rrelu_": lambda: torch.rrelu_(-torch.ones(3), training=True),
    "torch.nn.functional.rrelu": lambda: F.rrelu(-P, training=True),
    "torch.nn.functional.rrelu_": lambda: F.rrelu_(-torch.ones(3),
                                                   training=True),
    "torch.nn.functional.alpha_dropout": lambda: F.alpha_dropout(
        P, 0.5, True),
    "torch.nn.functional.gumbel_softmax": lambda: F.gumbel_softmax(P),
    "torch.nn.functional.scaled_dot_product_attention": lambda:
        F.scaled_dot_product_attention(P, P, P, dropout_p=0.5),
    "torch.nn.functional.multi_head_attention_forward": lambda:
        nn.MultiheadAttention(4, 2, dropout=0.5)(P, P, P),
    "torch.nn.functional.fractional_max_pool2d": lambda:
        F.fractional_max_pool2d(torch.ones(2, 3, 4, 4), 2, 2),
    "torch.nn.functional.fractional_max_pool3d": lambda:
        F.fractional_max_pool3d(torch.ones(2, 3, 4, 4, 4), 2, 2),
    "torch.nn.functional.fractional_max_pool2d_with_indices": lambda:
        F.fractional_max_pool2d_with_indices(torch.ones(2, 3, 4, 4), 2, 2),
    "torch.nn.functional.fractional_max_pool3d_with_indices": lambda:
        F.fractional_max_pool3d_with_indices(torch.ones(2, 3, 4, 4, 4), 2, 2),
    "torch.nn.FractionalMaxPool2d": lambda: nn.FractionalMaxPool2d(2, 2)(
        torch.ones(2, 3, 4, 4)),
    "torch.nn.FractionalMaxPool3d": lambda: nn.FractionalMaxPool3d(2, 2)(
        torch.ones(2, 3, 4, 4, 4)),
    "torch.nn.Bilinear": lambda: nn.Bilinear(2, 3, 4),
    "torch.nn.MultiheadAttention": lambda: nn.MultiheadAttention(4, 2),
    "torch.nn.Dropout1d": lambda: nn.Dropout1d()(torch.ones(2, 3, 4)),
    "torch.nn.RReLU": lambda: nn.RReLU()(-P),
    "torch.nn.LazyConv1d": lambda: nn.LazyConv1d(3, 2)(torch.ones(2, 3, 4)),
    "torch.nn.LazyConvTranspose1d": lambda: nn.LazyConvTranspose1d(3, 2)(
        torch.ones(2, 3, 4)),
    "torch.nn.LazyBatchNorm1d": lambda: nn.LazyBatchNorm1d()(P),
    "torch.nn.Transformer": lambda: nn.Transformer(4, 2, 1, 1, 8),
    "torch.nn.TransformerEncoderLayer": lambda:
        nn.TransformerEncoderLayer(4, 2, 8),
    "torch.nn.TransformerDecoderLayer": lambda:
        nn.TransformerDecoderLayer(4, 2, 8),
    "torch.nn.AdaptiveLogSoftmaxWithLoss": lambda:
        nn.AdaptiveLogSoftmaxWithLoss(4, 9, [3]),
    "torch.nn.utils.spectral_norm": lambda: nn.utils.spectral_norm(
        nn.Linear(2, 3)),
    "torch.nn.utils.prune.random_unstructured": lambda:
        prune.random_unstructured(FIXED, "weight", 0.5),
    "torch.nn.utils.prune.random_structured": lambda:
        prune.random_structured(FIXED, "weight", 0.5, 0),
    "torch.utils.data.RandomSampler": lambda: list(data.RandomSampler(P)),
    "torch.utils.data.SubsetRandomSampler": lambda:
        list(data.SubsetRandomSampler(P)),
    "torch.utils.data.WeightedRandomSampler": lambda:
        list(data.WeightedRandomSampler([0.5, 0.5], 2)),
    "torch.utils.data.DataLoader": lambda: list(data.DataLoader(P)),
    "torch.utils.data.random_split": lambda: data.random_split(P, [1, 2]),
    "torch.distributions.LKJCholesky": lambda:
        distributions.LKJCholesky(3, 0.5).sample(),
    "torch.distributions.LowRankMultivariateNormal": lambda:
        distributions.LowRankMultivariateNormal(
            torch.zeros(2), torch.ones(2, 1), torch.ones(2)).sample(),
    "torch.distributions.MultivariateNormal": lambda:
        distributions.MultivariateNormal(torch.zeros(2),
                                         torch.eye(2)).sample(),
    "torch.distributions.Wishart": lambda:
        distributions.Wishart(3.0, torch.eye(2)).sample(),
    "torch.distributions.Multinomial": lambda:
        distributions.Multinomial(3, P).sample(),
    "torch.distributions.NegativeBinomial": lambda:
        distributions.NegativeBinomial(3.0, 0.5).sample(),
    "torch.distributions.RelaxedBernoulli": lambda:
        distributions.RelaxedBernoulli(torch.tensor(0.5), P).sample(),
    "torch.distributions.RelaxedOneHotCategorical": lambda:
        distributions.RelaxedOneHotCategorical(torch.tensor(0.5), P).sample(),
    "torch.distributions.Independent": lambda: distributions.Independent(
        distributions.Normal(P, P), 1).sample(),
    "torch.distributions.MixtureSameFamily": lambda:
        distributions.MixtureSameFamily(
            distributions.Categorical(P[0]),
            distributions.Normal(P[0], P[0])).sample(),
    "torch.distributions.TransformedDistribution": lambda:
        distributions.TransformedDistribution(
            distributions.Normal(P, P), []).sample(),
    "torch.distributions.LogisticNormal": lambda:
        distributions.LogisticNormal(P[0], P[0]).sample(),
}
torch.manual_seed(1)
FIXED = nn.Linear(3, 4)


def state():
    return torch.get_rng_state().numpy().tobytes()


class Late(Exception):
    """A call took too long."""


def late(*_):
    raise Late


def draws(call, *args):
    """Whether a call, of whatever success, changes the generator."""
    torch.manual_seed(1)
    before = state()
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            result = call(*args)
            if hasattr(result, "sample") and callable(result.sample):
                result.sample()
            elif isinstance(result, nn.Module):
                result(torch.ones(2, 3, 4, 4))
    except (Exception, Late, SystemExit):  # noqa: BLE001 what it takes
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return state() != before


def walk(prefix, names, get, to_try):
    found = []
    for name in names:
        full = f"{prefix}.{name}"
        if name.startswith("_") or (name in SKIP and full not in CALLS):
            continue
        if full in CALLS:
            if draws(CALLS[full]):
                found.append(full)
            continue
        call = get(name)
        if callable(call) and any(draws(call, *args) for args in to_try()):
            found.append(full)
    return found


def main():
    os.environ["PYTHONWARNINGS"] = "ignore"
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, late)
    torch.set_num_threads(1)
    found = []

    def to_try():
        return arguments(tensors())

    methods = [n for n in dir(torch.Tensor) if n != "backward"]
    found += walk("torch.Tensor", methods,
                  lambda n: lambda *a: getattr(torch.full((9,), 0.5), n)(*a),
                  lambda: [(), (0.5,), (2,), (0.0, 1.0), (2, True),
                           (torch.full((9,), 0.5),)])
    for prefix, module in (
            ("torch", torch), ("torch.random", torch.random),
            ("torch.nn", nn), ("torch.nn.init", nn.init),
            ("torch.nn.functional", F), ("torch.nn.utils", nn.utils),
            ("torch.nn.utils.prune", prune),
            ("torch.utils.data", data),
            ("torch.distributions", distributions)):
        names = [n for n in dir(module) if module is not torch or n in OTHERS
                 or hasattr(torch._C._VariableFunctions, n)]
        found += walk(prefix, names,
                      lambda n, module=module: getattr(module, n), to_try)
    print("\n".join(sorted(set(found))))


main()
