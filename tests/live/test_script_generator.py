# SPDX-License-Identifier: MIT
"""Random scripts over SeedSequence, the bit generators and Generator, against
the NumPy that is here: what is printed, and the states afterwards.
"""
import numpy as np
import pytest

import script_compare
from test_script_numpy import (DISTRIBUTIONS, INT_DTYPES, NAMES, parameter,
                               size)

pytestmark = pytest.mark.skipif(
    not script_compare.COMMAND, reason="SS_COMMAND names no command")

KINDS = ["PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"]
OWN = {"random_sample", "random", "standard_normal", "standard_exponential",
       "standard_gamma"}
MORE = {"vonmises": "xp", "triangular": None, "hypergeometric": None}
MORE_NAMES = {"vonmises": ["mu", "kappa"]}
WRONG = """
rng.random(-1)
rng.random('a')
rng.random(3, dtype=int)
rng.random(3, dtype='foo')
rng.random(3, 'f2')
rng.random(1, 2, 3, 4)
rng.random(x=3)
rng.random(out=np.zeros(3, dtype=int))
rng.random(out=np.zeros(3, dtype='float32'))
rng.random(4, out=np.zeros(3))
rng.random('a', out=np.zeros(3))
rng.random(out=[1, 2])
rng.random(out=5)
rng.standard_normal(3, int)
rng.standard_exponential(2, int)
rng.standard_gamma(-1)
rng.standard_gamma([1, -1])
rng.standard_gamma(-1, dtype='float32')
rng.standard_gamma(2, dtype=int)
rng.standard_gamma([2, 3, 4], out=np.zeros((2, 2)))
rng.standard_gamma(2, out=np.zeros((2, 3)).T)
rng.standard_gamma([2, 3], size=3)
rng.standard_gamma([2, 3], size=3, dtype='float32')
rng.standard_gamma(np.array([2.0, 3.0]), dtype='float32')
rng.uniform(2, 1)
rng.uniform([2, 1], 1.5)
rng.uniform(0, float('inf'))
rng.uniform([0, 1], float('inf'))
rng.normal(0, -1)
rng.normal(0, [1, -1])
rng.normal([0, 1], [1, 2, 3])
rng.gamma(-1)
rng.beta(0, 1)
rng.beta(1)
rng.binomial(10, 1.5)
rng.binomial(-1, .5)
rng.binomial([1, 2], [.5, .6, .7])
rng.negative_binomial(float('nan'), .5)
rng.negative_binomial(0, .5)
rng.negative_binomial(1, 0)
rng.negative_binomial(1e30, 1e-10)
rng.negative_binomial([1e30, 1], 1e-10)
rng.poisson(-1)
rng.poisson([1, -1])
rng.poisson(1e30)
rng.zipf(1)
rng.zipf([2, 1])
rng.geometric(0)
rng.hypergeometric(5, 5, 30)
rng.hypergeometric(-5, 5, 3)
rng.hypergeometric(5, -5, 0)
rng.hypergeometric(5, 5, -1)
rng.hypergeometric(10**9, 5, 3)
rng.hypergeometric([10**9, 3], 5, 3)
rng.hypergeometric([5, 3], 5, 30)
rng.logseries(1)
rng.triangular(2, 1, 0)
rng.triangular(0, 3, 2)
rng.triangular(1, 1, 1)
rng.vonmises(0, -1)
rng.wald(0, 1)
rng.multinomial(20, [.5, .6, .1])
rng.multinomial(-1, [.5, .5])
rng.multinomial(20, [])
rng.dirichlet([-1, 1])
rng.dirichlet(1)
rng.dirichlet([[1, 2], [3, 4]])
rng.multinomial(3, .5)
rng.multinomial(3, [.5, 1.9, .1])
rng.multinomial([3, 4], [.5, .5], size=3)
rng.multinomial([3, 4], [.5, .5], size=(1,))
rng.multinomial([3, -4], [.5, .5])
rng.multinomial([3, 4, 5], [[.5, .5], [.1, .9]])
rng.multinomial([3, 4], [[.5, .7, .1], [.5, .5, .3]])
rng.multinomial([3], [.5, .9, .1])
rng.multivariate_hypergeometric([3, 4, 5], 5, method='foo')
rng.multivariate_hypergeometric([3, 4, 5], 50)
rng.multivariate_hypergeometric([3, 4, 5], -1)
rng.multivariate_hypergeometric([3, -4, 5], 1)
rng.multivariate_hypergeometric([[3, 4], [5, 6]], 1)
rng.multivariate_hypergeometric(3, 1)
rng.multivariate_hypergeometric([3.0, 4], 1)
rng.multivariate_hypergeometric([3, 4], 2.5)
rng.multivariate_hypergeometric([3, 4], 2**70)
rng.multivariate_hypergeometric([3, 10**9], 2)
rng.multivariate_hypergeometric([2**62, 2**62, 2**62], 2)
rng.multivariate_hypergeometric([3, 2**70], 2)
rng.multivariate_hypergeometric([3, 4], 2, size=-1)
rng.multivariate_hypergeometric([True, False], 1)
rng.multivariate_normal([0, 0], [[1, 0], [0, 1]], method='foo')
rng.multivariate_normal([0, 0], [[1, 0], [0, 1]], check_valid='foo')
rng.multivariate_normal([0, 0], [[1, 0], [0, -1]], check_valid='raise')
rng.multivariate_normal([0, 0], [[1, 0], [0, -1]], method='cholesky')
rng.multivariate_normal([0, 0], [1, 2])
rng.multivariate_normal([[0, 0]], [[1, 0], [0, 1]])
rng.multivariate_normal([0, 0, 0], [[1, 0], [0, 1]])
rng.multivariate_normal([0, 0], [[1, 1j], [0, 1]])
rng.multivariate_normal([0, 0], [[1, 0], [0, 1]], 'svd')
rng.integers(0)
rng.integers(5, 5)
rng.integers(5, 4, endpoint=True)
rng.integers(0, -1, endpoint=True)
rng.integers([5, 3], [4, 9], endpoint=True)
rng.integers([0, 0], [-4, 9], endpoint=True)
rng.integers([0, 0], [0, 9])
rng.integers(2**70)
rng.integers(-1, 5, dtype='uint8')
rng.integers(300, dtype='int8')
rng.integers(0, 256, dtype='u1', endpoint=True)
rng.integers(0, 2, dtype='float32')
rng.integers(0, 2, dtype='foo')
rng.integers([1, 5], [3, 9, 10])
rng.integers([1, 5], size=3)
rng.integers('a')
rng.integers(None)
rng.integers()
rng.integers(5, size=-1)
rng.integers(5, x=1)
rng.permutation(1.5)
rng.permutation('abc')
rng.permutation()
rng.permutation(None)
rng.permutation([1, 2, 3], axis=1)
rng.permutation(np.array([[0, 1, 2], [3, 4, 5]]), axis=-3)
rng.shuffle((1, 2, 3))
rng.shuffle(5)
rng.shuffle('abc')
rng.shuffle(None)
rng.shuffle([1, 2], axis=1)
rng.shuffle(np.arange(3), axis=1)
rng.shuffle(np.array(3))
rng.permuted(5)
rng.permuted([1, 2, 3], axis=1)
rng.permuted([1, 2, 3], axis='a')
rng.permuted([1, 2, 3], 1)
rng.permuted([1, 2, 3], out=[1, 2, 3])
rng.permuted([1., 2, 3], out=np.zeros(3, dtype=int))
rng.permuted([1, 2, 3], out=np.zeros(4, dtype=int))
rng.choice(0)
rng.choice(-5)
rng.choice([])
rng.choice(2.5)
rng.choice('abc')
rng.choice(None)
rng.choice(5, 6, replace=False)
rng.choice(5, -1, replace=False)
rng.choice(5, -1)
rng.choice(5, 2.5)
rng.choice(5, p=[.2] * 4)
rng.choice(5, p=[.3] * 5)
rng.choice(2, p=[-.5, 1.5])
rng.choice(2, p=[float('nan'), 1])
rng.choice(2, p=[[.5, .5]])
rng.choice(5, p=.5)
rng.choice(5, 3, replace=False, p=[.5, .5, 0, 0, 0])
rng.choice([[1, 2], [3, 4]], axis=2)
rng.choice()
rng.bytes('a')
rng.spawn('a')
rng.spawn(-1)
rng.foo
rng.bit_generator.foo
np.random.Generator(np.random.Philox(key=5)).spawn(2)
np.random.Generator(5)
np.random.Generator('a')
np.random.Generator()
np.random.Generator(np.random.PCG64)
np.random.Generator(rng)
np.random.default_rng(1.5)
np.random.default_rng('a')
np.random.default_rng(-1)
np.random.default_rng([1, -1])
np.random.default_rng([1.5])
np.random.default_rng([None])
np.random.default_rng(np.array(5))
np.random.default_rng(1, 2)
np.random.default_rng(x=1)
np.random.BitGenerator()
np.random.PCG64(-1)
np.random.PCG64(1, 2)
np.random.PCG64(x=1)
np.random.PCG64(5).jumped(1, 2)
np.random.PCG64(5).advance()
np.random.PCG64(5).spawn()
np.random.PCG64(5).random_raw(-1)
np.random.PCG64(5).random_raw('a')
np.random.PCG64(5)[0]
len(np.random.PCG64(5))
np.random.MT19937(5).advance(1)
np.random.SFC64(5).jumped()
np.random.SFC64(5).advance(1)
np.random.Philox(5, key=5)
np.random.Philox(key=-1)
np.random.Philox(key=2**128)
np.random.Philox(key=[1, 2, 3])
np.random.Philox(5, counter=-1)
np.random.Philox(5, counter=2**256)
np.random.Philox(5, counter=[1, 2])
np.random.Philox(key=5).spawn(1)
np.random.RandomState(np.random.PCG64)
np.random.RandomState(np.random.PCG64(5)).seed(3)
np.random.RandomState(rng)
np.random.RandomState(np.random.SeedSequence(3))
np.random.SeedSequence(-1)
np.random.SeedSequence(1.5)
np.random.SeedSequence('a')
np.random.SeedSequence('5')
np.random.SeedSequence(['a'])
np.random.SeedSequence([None])
np.random.SeedSequence({1: 2})
np.random.SeedSequence(5, 3)
np.random.SeedSequence(5, spawn_key=3)
np.random.SeedSequence(5, spawn_key=None)
np.random.SeedSequence(5, spawn_key=[1.5])
np.random.SeedSequence(5, spawn_key=[-1])
np.random.SeedSequence(5, pool_size=3)
np.random.SeedSequence(5, pool_size='a')
np.random.SeedSequence(5, pool_size=None)
np.random.SeedSequence(5, pool_size=8.0)
np.random.SeedSequence(5, n_children_spawned=-1)
np.random.SeedSequence(5, n_children_spawned=2**32)
np.random.SeedSequence(5, n_children_spawned='a')
np.random.SeedSequence(5).spawn(-1)
np.random.SeedSequence(5).spawn(1.5)
np.random.SeedSequence(5).spawn('a')
np.random.SeedSequence(5).generate_state(-1)
np.random.SeedSequence(5).generate_state()
np.random.SeedSequence(5).generate_state(1, 2, 3)
np.random.SeedSequence(5).generate_state(3, float)
np.random.SeedSequence(5).generate_state(3, 'foo')
np.random.SeedSequence(5).foo
np.random.SeedSequence(x=5)
""".strip().split("\n")


def entropy(r):
    return r.choice([
        str(r.randint(0, 99)), str(r.randrange(2**32)),
        str(r.randrange(2**64)), str(r.randrange(2**300)), "0", "True",
        f"[{r.randint(0, 9)}, {r.randrange(2**70)}]", "[]", "()", "[0]",
        f"({r.randint(0, 9)},)", "np.int64(7)", "np.uint8(3)", "range(1, 5)",
        "np.array([1, 2, 3])", "np.array([7], dtype='uint32')",
        "['0x1F', '12', 3]", f"[[{r.randint(0, 9)}, 2], [3]]",
        f"np.array([{r.randrange(2**63)}])", "np.array([[1, 2], [3, 4]])"])


def seed_sequence(r):
    texts = [entropy(r)]
    if r.random() < 0.5:
        texts.append("spawn_key=" + r.choice(
            ["()", "(1,)", "(0, 1)", "[3, 4]", f"({r.randrange(2**40)},)",
             "np.array([1, 2])", "range(2)"]))
    if r.random() < 0.3:
        texts.append(f"pool_size={r.randint(4, 9)}")
    if r.random() < 0.3:
        texts.append(f"n_children_spawned={r.randint(0, 9)}")
    return f"np.random.SeedSequence({', '.join(texts)})"


def bit_generator(r):
    kind = r.choice(KINDS)
    if kind == "Philox" and r.random() < 0.4:
        key = r.choice(["5", str(r.randrange(2**128)), "[1, 2]",
                        "np.array([3, 4])"])
        counter = r.choice(["None", "7", str(r.randrange(2**256)),
                            "[1, 2, 3, 4]"])
        return f"np.random.Philox(key={key}, counter={counter})"
    seed = entropy(r) if r.random() < 0.7 else seed_sequence(r)
    return f"np.random.{kind}({seed})"


def distribution(r):
    names = sorted(set(DISTRIBUTIONS) - OWN) + sorted(MORE)
    name = r.choice(names)
    arrays = r.random() < 0.3
    if name == "triangular":
        a, b, c = sorted(r.uniform(-5, 5) for _ in range(3))
        args = [repr(a), repr(b), repr(c)]
        keys = ["left", "mode", "right"]
    elif name == "hypergeometric":
        good, bad = r.randint(0, 90), r.randint(1, 90)
        args = [str(good), str(bad), str(r.randint(0, good + bad))]
        keys = ["ngood", "nbad", "nsample"]
    else:
        kinds = DISTRIBUTIONS.get(name, MORE.get(name))
        keys = NAMES.get(name) or MORE_NAMES.get(name, [])
        args = [parameter(r, k, arrays) for k in kinds.rstrip("?")]
        if name == "uniform":
            low, wide = r.uniform(-5, 5), r.uniform(0, 9)
            args = r.choice([[repr(low), repr(low + wide)],
                             [f"[{low}, -6]", repr(low + wide)],
                             [repr(low), f"[[{low + wide}], [9]]"]])
            arrays = arrays or "[" in args[0] + args[1]
        if kinds.endswith("?") and r.random() < 0.3 and name != "uniform":
            args = args[:r.randint(0, len(args))]
    first = r.randint(0, len(args)) if r.random() < 0.3 else len(args)
    texts = args[:first] + [f"{keys[i]}={args[i]}"
                            for i in range(first, len(args))]
    if r.random() < 0.6:
        s = r.choice(["(2, 3)", "(2, 2, 3)", "None"]) if arrays else size(r)
        texts.append(f"size={s}")
    return f"{name}({', '.join(texts)})"


def typed(r):
    name = r.choice(["random", "standard_normal", "standard_exponential",
                     "standard_gamma"])
    dtype = r.choice(["float32", "float64"])
    texts = []
    if name == "standard_gamma":
        texts.append(r.choice(["2", "0.5", "1", "0", repr(r.uniform(0, 9)),
                               "[0.5, 2, 3]", "[[1], [2.5]]"]))
    if r.random() < 0.2:
        shape = r.choice(["3", "(2, 3)", "(1, 3)"])
        if "[[" in (texts or [""])[0]:
            shape = "(2, 3)"
        flip = (".T" if name != "standard_gamma" and r.random() < 0.3 else "")
        texts.append(f"out=np.zeros({shape}, dtype='{dtype}'){flip}")
    elif r.random() < 0.7:
        s = r.choice(["(2, 3)", "(2, 2, 3)", "None"]) \
            if "[" in "".join(texts) else size(r)
        texts.append(f"size={s}")
    if dtype == "float32" or "out" in "".join(texts) or r.random() < 0.3:
        texts.append("dtype=" + r.choice([f"'{dtype}'", f"np.{dtype}",
                                          f"np.dtype('{dtype}')"]))
    if name == "standard_exponential" and r.random() < 0.4:
        texts.append(f"method={r.choice(['inv', 'zig'])!r}")
    return f"{name}({', '.join(texts)})"


def integers(r):
    dtype = r.choice(INT_DTYPES + ["int"])
    bits = {"int": 64, "bool": 1}.get(dtype) or int(dtype.strip("uint"))
    signed = dtype.startswith("int")
    top = 2**(bits - signed)
    low = r.choice([0, 0, -top if signed else 0, r.randint(0, top - 1)])
    high = r.choice([top, r.randint(low + 1, top), min(top, low + 10),
                     min(top, low + 1 + r.randint(0, 300))])
    if dtype == "bool":
        low, high = r.choice([(0, 2), (0, 1), (1, 2)])
    end = r.random() < 0.3
    text = f"{low}, {high - end}"
    if low == 0 and r.random() < 0.3:
        text = f"{high - end}"
    if r.random() < 0.15 and dtype not in ("bool", "uint64") and high < 2**62:
        text = f"[{low}, {low}], [{high - end}, {high - end}]"
        if low < high - 1:
            text = r.choice([text, f"{low}, [[{high - end}], "
                             f"[{high - end - 1}], [{high - end}]]"])
        sized = r.choice(["", ", size=(3, 2)" if "[[" in text else
                          ", size=(3, 2)"])
    else:
        sized = r.choice(["", f", size={size(r)}", ", size=40"])
    if dtype != "int64" or r.random() < 0.3:
        sized += ", dtype=" + r.choice(
            ["int" if dtype == "int" else f"'{dtype}'",
             dtype if dtype in ("int", "bool") else f"np.{dtype}"])
    if end:
        sized += ", endpoint=True"
    return f"integers({text}{sized})"


CUBE = ("np.array([[[0, 1, 2, 3], [4, 5, 6, 7]], [[8, 9, 10, 11], [12, 13, "
        "14, 15]], [[16, 17, 18, 19], [20, 21, 22, 23]]])")
ARRAYS = ["[1, 2, 3, 4]", "['a', 'b', 'cde']", "np.arange(6)",
          CUBE,
          "np.array([[0, 1, 2], [3, 4, 5]])",
          "[[1, 2], [3, 4], [5, 6]]", "np.array([[0, 1, 2], [3, 4, 5]]).T",
          "[0.5, 1.5]", "range(5)", "np.array(['x', 'yz', 'w'])", "(1, 2, 3)"]


def axes(text):
    return eval(f"np.ndim({text})", {"np": np})  # noqa: S307


def choice(r):
    a = r.choice(ARRAYS + ["5", "np.int64(6)", "1", "100", "20000"])
    texts, count = [a], 5
    axis = 0
    if axes(a):
        shape = eval(f"np.shape({a})", {"np": np})  # noqa: S307
        axis = r.randrange(-len(shape), len(shape)) if r.random() < 0.5 else 0
        count = shape[axis]
    else:
        count = int(a.strip("np.it64()") or 64) if "np" not in a else 6
    replace = r.random() < 0.6
    n = r.randint(0, min(count, 12))
    if not replace and count == 20000:
        n = r.choice([3, 399, 401, 999, 1001])
    if r.random() < 0.8:
        s = size(r) if replace else r.choice([str(n), f"({n}, 1)", f"[{n}]"])
        texts.append(f"size={s}")
    elif not replace:
        texts.append("size=None")
    if not replace:
        texts.append("replace=False")
        if r.random() < 0.4:
            texts.append("shuffle=False")
    if count < 30 and r.random() < 0.4:
        p = [r.random() + 0.01 for _ in range(count)]
        total = sum(p)
        texts.append(f"p={[x / total for x in p]}")
    if axis or r.random() < 0.1:
        texts.append(f"axis={axis}")
    return f"choice({', '.join(texts)})"


def vectors(r):
    n = r.choice([str(r.randint(0, 50)), "[3, 40]", "[[3], [9]]", "[7]"])
    p = r.choice(["[0.2, 0.3, 0.5]", "[[0.2, 0.8], [1, 0]]", "[1]"])
    s = r.choice(["None", "(2, 2)", "(3, 2, 2)"])
    colors = [r.randint(0, 60) for _ in range(r.randint(1, 4))]
    nsample = r.randint(0, sum(colors))
    method = r.choice(["marginals", "count"])
    return r.choice([
        f"multinomial({n}, {p}, size={s})",
        f"multivariate_hypergeometric({colors}, {nsample}, "
        f"size={r.choice(['None', '3', '(2, 2)', '[2]', '()'])}, "
        f"method={method!r})"])


def shuffles(r):
    k = r.random()
    a = r.choice(ARRAYS)
    n = axes(a)
    if k < 0.3:
        axis = r.randrange(-n, n) if r.random() < 0.5 else 0
        return r.choice(["permutation(7)", "permutation(np.int32(4))",
                         f"permutation({a}, axis={axis})",
                         f"permutation({a})"])
    if k < 0.7:
        axis = r.choice(["", ", axis=None", f", axis={r.randrange(-n, n)}"])
        return f"permuted({a}{axis})"
    return r.choice([f"bytes({r.randint(0, 9)})",
                     vectors(r), vectors(r), vectors(r),
                     f"multinomial({r.randint(0, 50)}, [0.2, 0.3, 0.5], "
                     f"size={r.choice(['None', '2', '(2, 2)'])})",
                     f"dirichlet([{r.uniform(0.01, 3)}, "
                     f"{r.uniform(0.01, 3)}, 1], size=2)",
                     f"dirichlet([{r.uniform(0, 0.1)}, "
                     f"{r.uniform(0, 0.1)}], size=2)"])


def call(r):
    return r.choice([distribution, distribution, typed, integers, choice,
                     shuffles])(r)


def statement(r):
    k = r.random()
    who = r.choice(["rng", "rng", "g"])
    if k < 0.6:
        e = f"{who}.{call(r)}"
        return [f"print({e})" if r.random() < 0.5 else f"print(repr({e}))"]
    if k < 0.66:
        return [f"q = {seed_sequence(r)}", "print(q, q.pool, q.state)",
                f"print(q.spawn({r.randint(0, 3)}), q.n_children_spawned, "
                "q.entropy, q.spawn_key)",
                f"print(q.generate_state({r.randint(0, 9)}, "
                f"{r.choice(['np.uint32', 'np.uint64'])}))"]
    if k < 0.72:
        return ["b = " + bit_generator(r),
                f"print(b.random_raw({r.choice(['', '3', '(2, 2)'])}))",
                "print(b.random_raw(3, False), b.state, b)"]
    if k < 0.77:
        kind = r.choice(KINDS)
        lines = [f"b = np.random.{kind}({entropy(r)})",
                 "v = np.random.Generator(b)",
                 "print(v.random(3, dtype='float32'), b.seed_seq)"]
        if kind not in ("SFC64", "MT19937"):
            lines.append(f"print(b.advance({r.randrange(-2**200, 2**200)})"
                         ".state, v.random())")
        if kind not in ("SFC64",):
            jumps = r.choice(["", "1", "0", "3", "2"] if kind == "MT19937"
                             else ["", "2", str(r.randrange(2**90)), "-1"])
            lines.append(f"print(b.jumped({jumps}).state, b.state)")
        return lines
    if k < 0.81:
        return [f"kids = {who}.spawn({r.randint(0, 3)})",
                "for kid in kids:",
                "    print(kid, kid.random(), kid.bit_generator.seed_seq)"]
    if k < 0.86:
        a = r.choice([x for x in ARRAYS if "(1" not in x and "range(5" not in x
                      and not x.startswith("range")])
        axis = (f", axis={r.randrange(-axes(a), axes(a))}"
                if a.startswith("np") and r.random() < 0.5 else "")
        return [f"y = {a}", f"{who}.shuffle(y{axis})", "print(y)"]
    if k < 0.9:
        return ["rs = np.random.RandomState(g.bit_generator)",
                "print(rs.randn(3), g.random(), rs.rand(), rs.randint(9))",
                "print(rs, rs.get_state(legacy=False))"]
    if k < 0.94:
        return ["x = np.zeros((2, 3))", f"{who}.random(out=x)", "print(x)",
                f"{who}.permuted(x, axis=1, out=x)", "print(x)"]
    if k < 0.97:
        return [f"w = np.random.RandomState({r.randint(0, 99)})",
                "h = np.random.default_rng(w)",
                "print(h.random(), w.rand(), h.normal(), w.randn(), h)",
                "w.seed(3)", "print(h.random(), w.rand())"]
    return [f"print(np.random.default_rng({who}).random(), {who})"]


def make_script(r):
    lines = ["import numpy as np",
             f"rng = np.random.default_rng({entropy(r)})",
             f"g = np.random.Generator({bit_generator(r)})"]
    for _ in range(r.randint(2, 8)):
        lines += statement(r)
    for who in ("rng", "g"):
        lines += [f"print({who}.bit_generator.state)"]
    if r.random() < 0.2:
        lines.append(f"print({r.choice(WRONG)})")
    return "\n".join(lines) + "\n"


def test_scripts_print_what_python_prints():
    script_compare.compare(make_script)


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_calls_end_with_numpys_error(wrong):
    source = ("import numpy as np\nrng = np.random.default_rng(5)\n"
              f"print('before')\nprint({wrong})\n")
    command = script_compare.Command()
    assert script_compare.difference(source, command) is None


if __name__ == "__main__":
    script_compare.main(make_script)
