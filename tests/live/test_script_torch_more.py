# SPDX-License-Identifier: MIT
"""Random scripts over the rest of torch's draws, against the PyTorch that is
here: generators, every distribution of a tensor, of every dtype and memory
order, torch.nn.functional, torch.nn.init; the generators' states afterwards.
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
FLOATS = ["float32", "float64", "float16", "bfloat16"]
COMPLEX = ["complex64", "complex128"]
INTS = ["uint8", "int8", "int16", "int32", "int64"]
WIDE = ["uint16", "uint32", "uint64"]

WRONG = """
torch.Generator().clone_state(1)
torch.Generator().get_offset()
torch.Generator().set_offset(3)
torch.Generator().graphsafe_get_state()
torch.random.fork_rng(foo=1)
torch.rand_like(torch.zeros(3, dtype=torch.int64))
torch.rand_like(5)
torch.rand_like()
torch.rand_like(torch.zeros(2), 3)
torch.rand_like(torch.zeros(2), foo=1)
torch.randn_like(torch.zeros(3, dtype=torch.int64))
torch.randint_like(torch.zeros(3), 5, 5)
torch.randint_like(torch.zeros(3))
torch.randint_like(torch.zeros(3), 2.5)
torch.bernoulli(torch.tensor([1.5]))
torch.bernoulli(torch.tensor([float('nan')]))
torch.bernoulli(torch.tensor([1]))
torch.bernoulli(torch.tensor([1.]), 1.5)
torch.bernoulli(0.5)
torch.bernoulli()
torch.bernoulli(torch.tensor([0.5]), generator=5)
torch.zeros(3).bernoulli_(1.2)
torch.zeros(3).bernoulli_(-1)
torch.zeros(3).bernoulli_(torch.zeros(2))
torch.zeros(3).bernoulli_(torch.tensor([0, 1, 1]))
torch.zeros(3).bernoulli_(torch.tensor([2., 1, 1]))
torch.zeros(3).bernoulli_('a')
torch.zeros(3).bernoulli_(float('nan'))
torch.zeros(3, dtype=torch.uint16).bernoulli_(.5)
torch.zeros(3, dtype=torch.complex64).bernoulli_(.5)
torch.zeros(3, dtype=torch.complex64).bernoulli_(torch.zeros(3))
torch.zeros(0).bernoulli_(2.)
torch.zeros(3).exponential_(0)
torch.zeros(3).exponential_(-1.5)
torch.zeros(3).exponential_('a')
torch.zeros(3).exponential_(1, 2)
torch.zeros(3).exponential_(float('nan'))
torch.zeros(3, dtype=torch.int32).exponential_()
torch.zeros(3, dtype=torch.bool).exponential_()
torch.zeros(3, dtype=torch.complex64).exponential_()
torch.zeros(0).exponential_(-2.)
torch.zeros(3).geometric_()
torch.zeros(3).geometric_(0.)
torch.zeros(3).geometric_(1.)
torch.zeros(3).geometric_(float('nan'))
torch.zeros(3, dtype=torch.bool).geometric_(.4)
torch.zeros(3, dtype=torch.uint16).geometric_(.4)
torch.zeros(3, dtype=torch.complex64).geometric_(.4)
torch.zeros(3).cauchy_(median=1, sigma=0)
torch.zeros(3).cauchy_(1, -1)
torch.zeros(3, dtype=torch.int32).cauchy_()
torch.zeros(3, dtype=torch.complex64).cauchy_()
torch.zeros(0, dtype=torch.int32).cauchy_()
torch.zeros(3).log_normal_(mean=1, std=0)
torch.zeros(3).log_normal_(1, -2)
torch.zeros(3, dtype=torch.int32).log_normal_()
torch.zeros(3, dtype=torch.complex64).log_normal_()
torch.zeros(0, dtype=torch.int32).uniform_()
torch.zeros(3, dtype=torch.complex64).random_()
torch.zeros(3, dtype=torch.uint16).random_()
torch.zeros(3, dtype=torch.bool).random_(3)
torch.zeros(3, dtype=torch.uint64).random_(2, None)
torch.zeros(3, dtype=torch.complex64).random_(2)
torch.zeros(3, dtype=torch.complex64).random_(2, None)
torch.zeros(3).random_(None)
torch.zeros(3, dtype=torch.int32).random_(-2**63, None)
torch.zeros(3, dtype=torch.float16).random_(-2**63, None)
torch.zeros(3, dtype=torch.float16).random_(3000, None)
torch.zeros(3, dtype=torch.int64).random_(from_=5)
torch.multinomial(torch.tensor([.1, .2]), 3)
torch.multinomial(torch.tensor([.1, .2]), 0)
torch.multinomial(torch.tensor([.1, .2]), -1)
torch.multinomial(torch.tensor([.1, -.2]), 1)
torch.multinomial(torch.tensor([.1, -.2]), 3, True)
torch.multinomial(torch.tensor([.1, float('nan')]), 3, True)
torch.multinomial(torch.tensor([.1, float('inf')]), 3, True)
torch.multinomial(torch.tensor([.0, 0]), 3, True)
torch.multinomial(torch.tensor([.0, 0]), 1)
torch.multinomial(torch.tensor([1, 2]), 1)
torch.multinomial(torch.tensor(1.), 1)
torch.multinomial(torch.zeros(2, 2, 2), 1)
torch.multinomial(torch.zeros(0), 1)
torch.multinomial(torch.zeros(0), 1, True)
torch.multinomial(torch.zeros(0), 2, True)
torch.multinomial(torch.zeros(2, 0), 2, True)
torch.multinomial(torch.tensor([1., 2]))
torch.multinomial(torch.tensor([1., 2]), 1.5)
torch.multinomial(torch.tensor([1., 2]), 1, 1)
torch.multinomial(torch.tensor([1., 2]), 1, generator=5)
torch.multinomial([1., 2], 1)
torch.tensor([1., 2]).multinomial()
torch.poisson(torch.tensor([.1, -2]))
torch.poisson(torch.tensor([1, 2]))
torch.poisson(2.)
torch.poisson()
torch.poisson(torch.tensor([1.]), 5)
torch.poisson(torch.tensor([float('nan')]))
torch.binomial(torch.tensor([5., 3, 3]), torch.tensor([.5, .6]))
torch.binomial(torch.tensor([5]), torch.tensor([.5]))
torch.binomial(torch.tensor([5.]), torch.tensor([.5], dtype=torch.float64))
torch.binomial(torch.tensor([5.]).half(), torch.tensor([.5]).half())
torch.binomial(5, .5)
torch.rand(3, out=torch.zeros(3, dtype=torch.int64))
torch.rand(3, out=torch.zeros(3).double(), dtype=torch.float32)
torch.rand(3, out=5)
torch.randint(3, (3,), out=torch.zeros(3), dtype=torch.int64)
torch.randint_like(torch.zeros(3), 'a')
F.dropout(torch.ones(3), 1.5)
F.dropout(torch.ones(3), 'a')
F.dropout(torch.ones(3), None)
F.dropout(torch.ones(3), float('nan'))
F.dropout(torch.ones(3), training=1)
F.dropout(torch.ones(3), training=None)
F.dropout(5)
F.dropout(5, inplace=True)
F.dropout()
F.dropout(torch.ones(3), 1, 2, 3, 4)
F.dropout(torch.ones(3), foo=1)
F.dropout(torch.tensor([1, 2]))
F.dropout(torch.tensor([True]))
F.dropout(torch.ones(4, dtype=torch.complex64))
F.dropout(torch.ones(4, dtype=torch.uint16))
F.alpha_dropout(torch.ones(3), -1)
F.alpha_dropout(torch.tensor([1, 2]), training=True)
F.feature_alpha_dropout(torch.ones(2), training=True)
F.feature_alpha_dropout(torch.ones(2, 3, 2), 2, training=True)
F.feature_alpha_dropout(5)
F.dropout1d(torch.ones(2))
F.dropout1d(torch.ones(2, 3, 2, 2))
F.dropout1d(torch.ones(2, 3, 2), 2)
F.dropout1d(5)
F.dropout2d(torch.ones(2))
F.dropout2d(torch.ones(2, 2), training=1)
F.dropout2d(torch.ones(2, 3, 2, 1), 2)
F.dropout2d(torch.ones(2, 2, 3, dtype=torch.int64))
F.dropout3d(torch.ones(2, 3, 2, 1, 1), -1)
F.rrelu(torch.tensor([-1.]), .5, .1, training=True)
F.rrelu(torch.tensor([-1.]), .5, .1)
F.rrelu(torch.tensor([-1]), training=True)
F.rrelu(torch.tensor([-1]))
F.rrelu(torch.tensor([-1.]).half(), training=True)
F.rrelu(torch.tensor([-1.]), 'a')
F.rrelu(5)
F.gumbel_softmax([1., 2])
F.gumbel_softmax(torch.tensor([1, 2]))
F.gumbel_softmax(torch.zeros(3), dim=2, hard=True)
F.gumbel_softmax(torch.zeros(2, 0), hard=True)
F.gumbel_softmax(torch.zeros(2, 3), hard=True, dim=None)
init.orthogonal_(torch.ones(3))
init.orthogonal_(5)
init.orthogonal_(torch.ones(3, 3, dtype=torch.int64))
init.orthogonal_(torch.ones(3, 3, dtype=torch.float16))
init.orthogonal_(torch.ones(3, 2), gain='a')
init.orthogonal_(torch.ones(3, 3, dtype=torch.complex64))
F.rrelu()
nn.Dropout(1.5)
nn.Dropout('a')
nn.Dropout(None)
nn.Dropout(foo=1)
nn.AlphaDropout(1, 2, 3)
nn.Dropout()()
nn.Dropout1d()(5)
nn.Dropout()(torch.ones(2), 3)
nn.Dropout().train(5)
nn.Dropout().eval(1)
init.uniform_(5)
init.uniform_(torch.ones(3), 2, 1)
init.uniform_(torch.ones(3), 'a')
init.uniform_(torch.tensor([1]))
init.uniform_(torch.ones(3), generator=5)
init.uniform_()
init.normal_(torch.ones(3), 0, -1)
init.normal_(5)
init.trunc_normal_(torch.ones(3), std=0)
init.trunc_normal_(torch.ones(3), a=2, b=1)
init.trunc_normal_(5)
init.constant_(torch.ones(3), 'a')
init.constant_(torch.ones(3))
init.constant_(5, 5)
init.constant_(torch.ones(3, dtype=torch.uint8), 300)
init.constant_(torch.ones(3, dtype=torch.uint8), -1)
init.constant_(torch.ones(3, dtype=torch.uint8), -1.)
init.constant_(torch.ones(3, dtype=torch.int64), 1e30)
init.constant_(torch.ones(3, dtype=torch.int64), float('nan'))
init.constant_(torch.ones(3, dtype=torch.float16), 1e6)
init.constant_(torch.ones(3), 1e39)
init.constant_(torch.ones(3), 1j)
init.eye_(torch.ones(3))
init.dirac_(torch.ones(3))
init.dirac_(torch.ones(3, 3, 3), 2)
init.dirac_(torch.ones(2, 2, 2), 0)
init.dirac_(torch.ones(2, 2, 0))
init.xavier_uniform_(torch.ones(3))
init.xavier_uniform_(torch.ones(0, 0))
init.xavier_uniform_(torch.ones(2, 2), gain=-2)
init.xavier_uniform_(5)
init.xavier_uniform_(torch.ones(2, 2, dtype=torch.int64))
init.kaiming_uniform_(torch.ones(3))
init.kaiming_uniform_(5)
init.kaiming_normal_(torch.ones(2, 3), mode='fan_x')
init.kaiming_normal_(torch.ones(2, 3), mode='FAN_Y')
init.kaiming_normal_(torch.ones(2, 3), nonlinearity='foo')
init.kaiming_normal_(torch.ones(2, 3), a='foo')
init.kaiming_normal_(torch.ones(2, 3), a=True)
init.kaiming_normal_(torch.ones(2, 2, dtype=torch.int64))
init.sparse_(torch.ones(3), .5)
init.sparse_(torch.ones(3, 3))
init.sparse_(5, .5)
init.sparse_(torch.ones(3, 2, dtype=torch.int64), .5)
init.calculate_gain('leaky_relu', True)
init.calculate_gain('leaky_relu', 'a')
init.calculate_gain('foo')
init.calculate_gain(5)
init.calculate_gain()
torch.ones(3).fill_()
torch.ones(3).fill_(1, 2)
torch.ones(3).fill_('a')
torch.ones(3).zero_(1)
torch.full((2,), 1e39)
torch.full((2,), 255.9, dtype=torch.uint8)
""".strip().split("\n")


def shape(r):
    return r.choice(["3", "20", "2, 3", "16", "17", "4, 5", "0", "()", "2, 0",
                     "2, 3, 4", "1, 16", "33", "5, 1"])


def tensor(r, dtypes):
    """A tensor to fill, perhaps one that is not contiguous."""
    dtype = r.choice(dtypes)
    made = r.choice(["zeros", "ones", "empty"])
    if made == "empty":
        return f"torch.empty({shape(r)}, dtype=torch.{dtype})"
    text = f"torch.{made}({shape(r)}, dtype=torch.{dtype})"
    if r.random() < 0.25:
        text = (f"torch.{made}({r.choice(['4, 5', '2, 9', '16, 1', '3, 7'])}, "
                f"dtype=torch.{dtype}).t()")
    return text


def positive(r):
    return repr(r.choice([1, 2, 0.5, r.uniform(0.01, 5),
                          10.0**r.randint(-4, 4)]))


def real(r):
    return repr(r.choice([0, 1, -2, r.uniform(-5, 5),
                          r.uniform(-1, 1) * 10.0**r.randint(-3, 4)]))


def arguments(r, *values):
    given = [v for v in values[:r.randint(0, len(values))]]
    if r.random() < 0.25:
        given.append("generator=g")
    return ", ".join(given)


def random_arguments(r, dtype):
    highest = {"uint8": 255, "int8": 127, "int16": 2**15 - 1, "bool": 1,
               "int32": 2**31 - 1, "uint16": 2**16 - 1, "uint32": 2**32 - 1,
               "float16": 2**11, "bfloat16": 2**8, "float32": 2**24,
               "float64": 2**53}.get(dtype, 2**63 - 2)
    low = 0 if dtype in WIDE + ["uint8", "bool"] else -r.choice(
        [0, 1, min(highest, 100)])
    high = min(highest, r.choice([1, 5, 100, 255, 2**28, 2**40]))
    choices = [f"{high + 1}", f"{low}, {high + 1}", f"to={high + 1}"]
    if dtype not in WIDE:
        choices += ["", "", f"{low}, None"]
    return r.choice(choices)


def in_place(r):
    k = r.randint(0, 8)
    if k == 0:
        low = r.uniform(-3, 3)
        return (f"{tensor(r, FLOATS + COMPLEX)}.uniform_("
                f"{arguments(r, low.__repr__(), repr(low + r.random() * 4))})"
                ).replace(f"({low!r})", f"({low!r}, {low + 1!r})").replace(
                    f"({low!r}, generator", f"({low!r}, {low + 1!r}, generator")
    if k == 1:
        return (f"{tensor(r, FLOATS + COMPLEX)}.normal_("
                f"{arguments(r, real(r), positive(r))})")
    if k == 2:
        return (f"{tensor(r, FLOATS)}.log_normal_("
                f"{arguments(r, repr(r.uniform(-2, 2)), positive(r))})")
    if k == 3:
        return (f"{tensor(r, FLOATS)}.cauchy_("
                f"{arguments(r, real(r), positive(r))})")
    if k == 4:
        return f"{tensor(r, FLOATS)}.exponential_({arguments(r, positive(r))})"
    if k == 5:
        p = repr(r.choice([0.5, 0.1, 0.9, r.uniform(0.05, 0.99)]))
        g = r.choice(["", ", generator=g"])
        return f"{tensor(r, FLOATS + INTS)}.geometric_({p}{g})"
    if k == 6:
        p = repr(r.choice([0, 1, 0.5, r.random()]))
        return (f"{tensor(r, FLOATS + INTS + ['bool'])}.bernoulli_("
                f"{arguments(r, p)})")
    if k == 7:
        dtype = r.choice(FLOATS)
        to = r.choice(FLOATS + INTS + ["bool"])
        return r.choice([
            f"torch.zeros(2, 5, dtype=torch.{to}).bernoulli_("
            f"torch.rand(2, 5, dtype=torch.{dtype}))",
            f"torch.zeros(2, 5, dtype=torch.{to}).t().bernoulli_("
            f"torch.rand(2, dtype=torch.{dtype}), generator=g)",
            f"torch.zeros(7, dtype=torch.{to}).bernoulli_("
            f"torch.tensor(0.3, dtype=torch.{dtype}))",
            f"torch.zeros(5, 2, dtype=torch.{to}).t().bernoulli_("
            f"torch.rand(2, 5, dtype=torch.{dtype}))"])
    dtype = r.choice(FLOATS + INTS + WIDE + ["bool"])
    g = r.choice(["", "generator=g"])
    both = ", ".join(t for t in (random_arguments(r, dtype), g) if t)
    return f"{tensor(r, [dtype])}.random_({both})"


def like(r):
    g = r.choice(["", "", ", generator=g"])
    dtype = r.choice(["", "", f", dtype=torch.{r.choice(FLOATS + COMPLEX)}"])
    ints = r.choice(["", "", f", dtype=torch.{r.choice(FLOATS + INTS)}"])
    return r.choice([
        f"torch.rand_like({tensor(r, FLOATS + COMPLEX)}{dtype}{g})",
        f"torch.randn_like({tensor(r, FLOATS + COMPLEX)}{dtype}{g})",
        f"torch.randint_like({tensor(r, FLOATS + INTS)}, "
        f"{r.choice(['9', '2, 100', 'low=3, high=7'])}{ints}{g})",
        f"torch.zeros_like({tensor(r, FLOATS)}).normal_()",
        f"torch.ones_like({tensor(r, INTS)}{dtype})"])


def create(r):
    g = r.choice(["", "", ", generator=g"])
    dtype = r.choice(FLOATS + COMPLEX)
    ints = r.choice(FLOATS + INTS + WIDE)
    x = f"torch.zeros(3, 6, dtype=torch.{dtype})"
    return r.choice([
        f"torch.rand({shape(r)}, dtype=torch.{dtype}{g})",
        f"torch.randn({shape(r)}, dtype=torch.{dtype}{g})",
        f"torch.randint(0, 100, (2, 9), dtype=torch.{ints}{g})",
        f"torch.randperm({r.randint(0, 30)}, dtype="
        f"torch.{r.choice(FLOATS + INTS)}{g})",
        f"torch.rand(3, 6, out={x}{g})", f"torch.randn(3, 6, out={x}{g})",
        f"torch.rand(6, 3, out={x}.t()){''}",
        f"torch.normal(1.5, 2., (3, 6), out={x})",
        f"torch.randperm(6, out=torch.zeros(6, dtype=torch.{r.choice(INTS)}))",
        f"torch.randint(5, (4,), out=torch.zeros(4, dtype=torch.{ints}){g})"])


def by_tensor(r):
    g = r.choice(["", "", ", generator=g"])
    dtype = r.choice(FLOATS)
    wide = r.choice(["float32", "float64"])
    p = r.choice([f"torch.rand({shape(r)}, dtype=torch.{dtype})",
                  f"torch.rand(4, 5, dtype=torch.{dtype}).t()"])
    weights = r.choice([f"torch.rand({r.randint(1, 9)}, dtype=torch.{dtype})",
                        f"torch.rand(3, 7, dtype=torch.{dtype})",
                        "torch.tensor([1., 2., 0., 3.])",
                        f"torch.rand(100, dtype=torch.{wide})"])
    few = r.choice(["1", "1", "num_samples=1"])
    rate = r.choice(["torch.tensor([0.5, 20., 0., 9.9, 10., 1e3, 1e6])",
                     "torch.arange(12.)", p,
                     f"torch.full((4,), {r.uniform(0, 60)!r}, "
                     f"dtype=torch.{dtype})"])
    count = r.choice([f"torch.full((5,), {r.randint(0, 300)}., "
                      f"dtype=torch.{wide})",
                      f"torch.arange(15, dtype=torch.{wide})"])
    prob = r.choice([f"torch.tensor({r.random()!r}, dtype=torch.{wide})",
                     f"torch.tensor([{r.random()!r}], dtype=torch.{wide})"])
    return r.choice([
        f"torch.bernoulli({p}{g})", f"torch.bernoulli({p}, {r.random()!r}{g})",
        f"{p}.bernoulli()", f"{p}.bernoulli({r.random()!r})",
        f"torch.multinomial({weights}, {few}{g})",
        f"torch.multinomial({weights}, {r.randint(1, 12)}, True{g})",
        f"torch.multinomial({weights}, {r.randint(2, 12)}, "
        f"replacement=True{g})", f"{weights}.multinomial(1)",
        f"torch.multinomial(torch.rand(3, 30, dtype=torch.{wide}), "
        f"{r.randint(1, 30)}{g})",
        f"torch.multinomial(torch.rand(3, 5), 2, True, out=torch.empty(3, 2, "
        f"dtype=torch.int64){g})",
        f"torch.normal(0.5, torch.rand(20, dtype=torch.{dtype}),"
        f" out=torch.empty(20, dtype=torch.{dtype}){g})",
        f"torch.binomial(torch.full((3, 4), 9., dtype=torch.{wide}).t(), "
        f"torch.rand(4, 3, dtype=torch.{wide}){g})",
        f"torch.poisson({rate}{g})", f"torch.binomial({count}, {prob}{g})"])


def probability(r):
    return repr(r.choice([0.5, 0.5, 0.2, 0.1, 0, 1, 1.0, r.random()]))


def functional(r):
    dtype = r.choice(FLOATS)
    inside = r.choice(["", ", training=True", ", training=True",
                       ", training=False", ", inplace=True",
                       ", training=True, inplace=True"])
    p = r.choice(["", ", " + probability(r), ", p=" + probability(r)])
    x = r.choice([f"torch.randn({shape(r)}, dtype=torch.{dtype})",
                  f"torch.randn(3, 7, dtype=torch.{dtype}).t()",
                  f"torch.ones(4, 5, dtype=torch.{dtype})"])
    three = r.choice([f"torch.randn(2, 3, {r.randint(1, 4)}, "
                      f"dtype=torch.{dtype})",
                      f"torch.ones(3, 4, 2, dtype=torch.{dtype})"])
    many = f"torch.randn(2, 3, 2, {r.randint(1, 3)}, dtype=torch.{dtype})"
    bounds = r.choice(["", ", 0.1, 0.9", ", lower=0.3, upper=0.3"])
    relu = r.choice(["float32", "float64", "bfloat16"])
    kind = r.choice(["Dropout", "AlphaDropout", "Dropout1d", "Dropout2d",
                     "Dropout3d", "FeatureAlphaDropout"])
    module = f"nn.{kind}({r.choice(['', probability(r)])})"
    if kind == "Dropout1d":
        many = three
    return r.choice([
        module, f"{module}({many})", f"{module}({many})",
        f"{module}.eval()({many})", f"nn.Dropout(0.3, inplace=True)({x})",
        f"{module}.train(False).training, nn.Dropout(0.2).p",
        f"F.dropout({x}{p}{inside})", f"F.alpha_dropout({x}{p}{inside})",
        f"F.dropout({x}{p})", f"F.alpha_dropout({x}{p}, training=True)",
        f"F.feature_alpha_dropout({r.choice([three, many])}{p}{inside})",
        f"F.dropout1d({three}{p}{inside})",
        f"F.dropout1d(torch.randn(4, 6, dtype=torch.{dtype}){p})",
        f"F.dropout2d({r.choice([three, many])}{p}{inside})",
        f"F.dropout3d({r.choice([many, 'torch.ones(2, 3, 2, 2, 1)'])}{p}"
        f"{inside})",
        f"F.dropout({tensor(r, INTS)}, 1.)",
        f"F.rrelu(torch.randn({shape(r)}, dtype=torch.{relu}){bounds}, "
        f"training=True)",
        f"F.rrelu(torch.randn({shape(r)}, dtype=torch.{dtype}){bounds})",
        f"F.rrelu(torch.randn(3, 5, dtype=torch.{relu}).t(){bounds}, "
        f"training=True, inplace={r.choice([True, False])})",
        f"F.dropout{r.choice([1, 2])}d(torch.ones(3, 5, dtype=torch.{dtype})"
        f".t(){p}{inside})",
        f"F.feature_alpha_dropout(torch.ones(3, 5, dtype=torch.{dtype}).t()"
        f"{p}{inside})",
        f"F.gumbel_softmax(torch.randn(3, {r.randint(1, 9)}, 2, dtype=torch."
        f"{r.choice(['float32', 'float64'])}), "
        f"{r.choice(['', 'tau=0.5, ', '3, '])}hard=True, "
        f"dim={r.choice([0, 1, -1])})"])


def weights(r):
    dtype = r.choice(FLOATS)
    size = r.choice(["4, 5", "2, 3", "5, 4, 3", "4, 2, 3, 3", "16, 16",
                     "3, 3, 2, 2, 2", "1, 1"])
    if r.random() < 0.2:
        return f"torch.empty(5, 3, dtype=torch.{dtype}).t()"
    return f"torch.empty({size}, dtype=torch.{dtype})"


def initial(r):
    x = weights(r)
    y = f"torch.empty({shape(r)}, dtype=torch.{r.choice(FLOATS)})"
    g = r.choice(["", "", ", generator=g"])
    gain = r.choice(["", f", {positive(r)}", f", gain={positive(r)}",
                     ", init.calculate_gain('relu')",
                     ", gain=init.calculate_gain('leaky_relu', 0.2)"])
    slope = r.choice(["", ", a=0.2", f", {r.uniform(0, 3)!r}", ", a=1",
                      ", a=5.0 ** 0.5"])
    mode = r.choice(["", ", mode='fan_out'", ", mode='fan_in'"])
    name = r.choice(["", ", nonlinearity='relu'", ", nonlinearity='tanh'",
                     ", nonlinearity='selu'", ", nonlinearity='linear'"])
    low = r.uniform(-3, 1)
    limits = r.choice(["", ", std=0.02", ", 0.5, 2.0", ", 3.0", ", 0, 1, 2, 3",
                       f", a={low!r}, b={low + r.uniform(0.2, 2)!r}"])
    dtype = r.choice(FLOATS + INTS)
    kinds = ["linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d",
             "conv_transpose2d", "conv_transpose3d", "sigmoid", "tanh", "relu",
             "leaky_relu", "selu"]
    param = r.choice(["", ", 0.2", ", param=2", f", {r.uniform(-9, 9)!r}"])
    return r.choice([
        f"init.uniform_({y}{g})", f"init.uniform_({y}, -0.5, 2{g})",
        f"init.normal_({y}{g})", f"init.normal_({y}, 1, std=0.1{g})",
        f"init.trunc_normal_({y}{limits}{g})",
        f"init.trunc_normal_(torch.empty(30){limits}{g})",
        f"init.constant_({tensor(r, [dtype])}, {r.randint(0, 100)})",
        f"init.constant_({y}, {real(r)})", f"init.ones_({y})",
        f"init.zeros_({tensor(r, [dtype])})", "init.eye_(torch.empty(3, 4))",
        f"init.eye_(torch.ones(4, 2, dtype=torch.{dtype}))",
        f"init.dirac_(torch.empty(4, 2, 3, dtype=torch.{dtype}), "
        f"{r.choice([1, 2, 4])})",
        "init.dirac_(torch.ones(2, 3, 3, 3))",
        "init.dirac_(torch.ones(2, 2, 2, 2, 2))",
        f"init.xavier_uniform_({x}{gain}{g})",
        f"init.xavier_normal_({x}{gain}{g})",
        f"init.kaiming_uniform_({x}{slope}{mode}{name}{g})",
        f"init.kaiming_normal_({x}{slope}{mode}{name}{g})",
        f"init.sparse_(torch.empty({r.randint(1, 9)}, {r.randint(1, 5)}), "
        f"{r.choice([0.1, 0.5, 0.9, 1, 0, r.random()])}{g})",
        f"init.calculate_gain({r.choice(kinds)!r}{param})",
        f"{tensor(r, FLOATS + INTS)}.fill_({r.randint(0, 100)})",
        f"{tensor(r, FLOATS + INTS)}.zero_()"])


def expression(r):
    return r.choice([in_place, in_place, in_place, like, create, by_tensor,
                     by_tensor, functional, functional, initial, initial])(r)


def statement(r):
    k = r.random()
    if k < 0.75:
        return [f"print({expression(r)})"]
    if k < 0.8:
        return [f"with torch.random.fork_rng({r.choice(['', 'enabled=False'])}"
                "):", f"    print({expression(r)})",
                f"    torch.manual_seed({r.randint(0, 9)})",
                f"print({expression(r)})"]
    if k < 0.84:
        return ["h = g.clone_state()", "print(torch.rand(3, generator=h))",
                f"print({expression(r)})"]
    if k < 0.88:
        return ["saved = torch.random.get_rng_state()",
                f"print({expression(r)})",
                "torch.random.set_rng_state(saved)", "print(torch.randn(3))"]
    if k < 0.92:
        return [f"torch.set_default_dtype(torch.{r.choice(FLOATS)})",
                f"print({expression(r)})", "print(torch.randn(3))"]
    if k < 0.96:
        return ["g.set_state(torch.get_rng_state())", f"print({expression(r)})"]
    return ["with torch.no_grad():", f"    print({expression(r)})"]


def make_script(r):
    lines = ["import torch", "import torch.nn.functional as F",
             "from torch.nn import init", "from torch import nn",
             f"torch.manual_seed({r.randrange(2**64)})",
             f"g = torch.Generator().manual_seed({r.randrange(2**64)})"]
    if r.random() < 0.3:
        lines.append("torch.set_printoptions(precision=8)")
    for _ in range(r.randint(3, 8)):
        lines += statement(r)
    return "\n".join(lines + ["print(torch.get_rng_state().tolist())",
                              "print(g.get_state().tolist())"]) + "\n"


def test_scripts_print_what_python_prints():
    script_compare.compare(make_script, COUNT)


@pytest.mark.parametrize("size", [(1, 1), (3, 3), (2, 5), (5, 2), (4, 3, 3, 3),
                                  (40, 40), (30, 100), (100, 30)])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_orthogonal_is_torchs_but_for_last_bits(size, dtype):
    """Values within a tolerance for the condition; the draws exactly."""
    torch = script_compare.torch
    made = (f"torch.manual_seed(23)\nx = torch.nn.init.orthogonal_("
            f"torch.empty({size}, dtype=torch.{dtype}), gain=1.5)\n")
    got, error, _ = script_compare.Command()(
        f"import torch\n{made}print(x.tolist())\n"
        "print(torch.get_rng_state().tolist())\n")
    assert not error, error
    have = {"torch": torch}
    exec(made, have)  # noqa: S102
    values, state = (eval(line) for line in got.splitlines())  # noqa: S307
    assert state == torch.get_rng_state().tolist()
    torch.manual_seed(23)
    rows = torch.empty(size, dtype=getattr(torch, dtype)).normal_()
    condition = torch.linalg.cond(rows.reshape(size[0], -1).double()).item()
    unit = 1e-6 if dtype == "float32" else 1e-14
    off = (torch.tensor(values, dtype=torch.float64).flatten()
           - have["x"].double().flatten()).abs().max().item()
    assert off <= unit * max(1.0, condition / 10)


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_calls_end_with_torchs_error(wrong):
    source = ("import torch\nimport torch.nn.functional as F\n"
              "from torch.nn import init\nfrom torch import nn\n"
              f"print('before')\nprint({wrong})\n")
    command = script_compare.Command()
    assert script_compare.difference(source, command) is None


if __name__ == "__main__":
    script_compare.main(make_script)
