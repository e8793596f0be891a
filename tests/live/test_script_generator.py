# SPDX-License-Identifier: MIT
"""Random scripts over SeedSequence, the bit generators and Generator, against
the NumPy that is here: what is printed, and the states afterwards.
"""
import pathlib

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
WRONG = [line for line in pathlib.Path(__file__).with_name(
    "wrong_generator_calls.txt").read_text().splitlines()
    if not line.startswith("#")]


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
        texts.append(f"pool_size={r.choice([4, 5, 8, 9, 33, 40, 100])}")
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
    if r.random() < 0.25:
        return r.choice([states, globals_of, into, distances])(r)
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


def states(r):
    """States kept, changed, assigned; wrong ones end the script."""
    kind = r.choice(KINDS)
    lines = [f"b = np.random.{kind}({entropy(r)})",
             f"print(b.random_raw({r.randint(1, 9)}))", "kept = b.state"]
    if kind == "MT19937":
        more = r.choice([
            "{}", f"{{'state': dict(kept['state'], pos={r.randint(0, 624)})}}",
            "{'state': dict(kept['state'], key=list(range("
            f"{r.choice([624, 9])})))}}", "{'state': {}}"])
    else:
        more = r.choice(["{}", f"{{'uinteger': {r.randrange(2**32)}, "
                         "'has_uint32': 1}", "{'has_uint32': 1.5}",
                         "{'uinteger': -1}", "{'state': {}}",
                         f"{{'bit_generator': {r.choice(KINDS)!r}}}"])
    if kind.startswith("PCG") and r.random() < 0.5:
        more = (f"{{'state': {{'state': {r.randrange(2**129)}, 'inc': "
                f"{r.randrange(2**128) | 1}}}}}")
    lines += ["g.bit_generator.state = g.bit_generator.state | {}",
              f"b.random_raw({r.randint(0, 700)}, False)",
              f"b.state = kept | {more}", "print(b.state)",
              "print(np.random.Generator(b).integers(0, 99, 3, 'u4'))",
              "rs = np.random.RandomState(b)",
              "rs.set_state(rs.get_state(legacy=False) | {'gauss': 0.5, "
              f"'has_gauss': {r.randint(0, 1)}}})",
              "print(rs.randn(2), rs.get_state(legacy=False), b.state)"]
    return lines


def globals_of(r):
    """np.random over other bit generators."""
    lines = [f"np.random.seed({r.randrange(2**32)})", "np.random.randn()",
             "old = np.random.get_bit_generator()",
             "print(old.random_raw(), np.random.rand(), old.seed_seq)"]
    for _ in range(r.randint(1, 2)):
        lines += [f"np.random.set_bit_generator({bit_generator(r)})",
                  "print(np.random.rand(2), np.random.randn(), "
                  "np.random.randint(0, 9, 3))",
                  f"np.random.seed({r.randrange(2**32)})",
                  "print(np.random.randn(), np.random.get_state(False))",
                  "v = np.random.Generator(np.random.get_bit_generator())",
                  "print(v.normal(), np.random.rand(), v)"]
    return lines + ["np.random.set_bit_generator(old)",
                    "print(np.random.rand(), np.random.mtrand._rand)"]


def into(r):
    """out= of every method that has it, in both orders."""
    shape = r.choice(["4", "(2, 3)", "(2, 2, 2)", "(0, 2)", "()"])
    dtype = r.choice(["f4", "f8"])
    turned = ".T" if r.random() < 0.4 else ""
    call = r.choice(["random({})", "standard_normal({})",
                     "standard_exponential({})",
                     "standard_exponential(method='inv', {})",
                     "standard_gamma(2.5, {})", "standard_gamma(0.5, {})"])
    given = [f"dtype='{dtype}'", "out=x"]
    r.shuffle(given)
    return [f"x = np.zeros({shape}, dtype='{dtype}')"
            + (turned if "gamma" not in call else ""),
            f"print(g.{call.format(', '.join(given))})",
            "print(x)"]


def distances(r):
    kind = r.choice(KINDS[:-1])
    lines = [f"b = np.random.{kind}({entropy(r)})",
             f"b.random_raw({r.randint(0, 700)}, False)",
             f"print(np.random.Generator(b).random({r.randint(0, 3)}, 'f4'))"]
    far = r.choice(["1", "3", "True", "np.int64(2)", "2.0"]
                   + ["2**64", "-7", "10**40"] * (kind != "MT19937"))
    lines.append(f"c = b.jumped({far})")
    if kind != "MT19937":
        lines.append(f"c.advance({r.randrange(-2**300, 2**300)})")
    return lines + ["print(c.state, c.random_raw(3), b.random_raw())"]


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
