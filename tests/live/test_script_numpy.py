# SPDX-License-Identifier: MIT
"""Random scripts over numpy and numpy.random, against the NumPy that is here.

Every function of numpy.random and the array and print functions that scripts
know, in all ways of passing arguments, with sizes, broadcast parameters,
states, print options and wrong calls at the end.
"""
import re
import subprocess

import numpy as np
import pytest

import script_compare

pytestmark = pytest.mark.skipif(
    not script_compare.COMMAND, reason="SS_COMMAND names no command")

INT_DTYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32",
              "int64", "uint64"]
# parameters: p above 0, u in (0, 1), n a count, x any, c at least 1
DISTRIBUTIONS = {
    "uniform": "xx?", "normal": "xp?", "standard_normal": "",
    "random_sample": "", "random": "", "beta": "pp", "binomial": "nu",
    "chisquare": "p", "exponential": "p?", "f": "pp", "gamma": "pp",
    "geometric": "u", "gumbel": "xp?", "laplace": "xp?", "logistic": "xp?",
    "lognormal": "xu?", "logseries": "u", "negative_binomial": "pu",
    "noncentral_chisquare": "pp", "noncentral_f": "ppp", "pareto": "p",
    "poisson": "p?", "power": "p", "rayleigh": "p?", "standard_cauchy": "",
    "standard_exponential": "", "standard_gamma": "p", "standard_t": "p",
    "wald": "pp", "weibull": "p", "zipf": "z",
}
NAMES = {
    "uniform": ["low", "high"], "normal": ["loc", "scale"],
    "beta": ["a", "b"], "binomial": ["n", "p"], "chisquare": ["df"],
    "exponential": ["scale"], "f": ["dfnum", "dfden"],
    "gamma": ["shape", "scale"], "geometric": ["p"],
    "gumbel": ["loc", "scale"], "laplace": ["loc", "scale"],
    "logistic": ["loc", "scale"], "lognormal": ["mean", "sigma"],
    "logseries": ["p"], "negative_binomial": ["n", "p"],
    "noncentral_chisquare": ["df", "nonc"],
    "noncentral_f": ["dfnum", "dfden", "nonc"], "pareto": ["a"],
    "poisson": ["lam"], "power": ["a"], "rayleigh": ["scale"],
    "standard_gamma": ["shape"], "standard_t": ["df"],
    "wald": ["mean", "scale"], "weibull": ["a"], "zipf": ["a"],
}
WRONG = """
np.random.seed(-1)
np.random.seed(2**32)
np.random.seed(1.5)
np.random.seed('a')
np.random.seed([])
np.random.seed([1, -1])
np.random.seed([[1, 2], [3, 4]])
np.random.seed([1.5])
np.random.seed(1, 2)
np.random.seed(x=3)
np.random.rand(-1)
np.random.rand(2.5)
np.random.rand('a')
np.random.rand((2, 3))
np.random.rand(size=3)
np.random.rand(10**12)
np.random.rand(10**12, 10**12)
np.random.randn(2, None)
np.random.random_sample(-1)
np.random.random_sample('a')
np.random.random_sample(2.5)
np.random.random_sample((2, 2.5))
np.random.random_sample(1, 2)
np.random.uniform('a')
np.random.uniform(None)
np.random.uniform(0, float('inf'))
np.random.uniform([1, 2], [1, 2, 3])
np.random.uniform([1, 2], 3, size=3)
np.random.uniform([[1], [2]], 3, size=(2,))
np.random.uniform(0, 1, 2, 3)
np.random.normal(0, -1)
np.random.normal(0, [1, -1])
np.random.normal([0, 1], [1, 2, 3])
np.random.normal([[1, 2], [3]])
np.random.randint(0)
np.random.randint(5, 5)
np.random.randint(2**70)
np.random.randint(-1, 5, dtype='uint8')
np.random.randint(300, dtype='int8')
np.random.randint(0, 2, dtype='float32')
np.random.randint(0, 2, dtype='foo')
np.random.randint([1, 5], [3, 9, 10])
np.random.randint([1, 5], [1, 9])
np.random.randint('a')
np.random.randint(None)
np.random.randint()
np.random.randint(5, size=-1)
np.random.randint(5, x=1)
np.random.permutation(1.5)
np.random.permutation('abc')
np.random.permutation()
np.random.shuffle((1, 2, 3))
np.random.shuffle(5)
np.random.shuffle('abc')
np.random.shuffle(None)
np.random.choice(0)
np.random.choice([])
np.random.choice(2.5)
np.random.choice([[1, 2], [3, 4]])
np.random.choice(5, 6, replace=False)
np.random.choice(5, -1, replace=False)
np.random.choice(5, p=[.2] * 4)
np.random.choice(5, p=[.3] * 5)
np.random.choice(5, p=[-.2, .6, .2, .2, .2])
np.random.choice(5, 3, replace=False, p=[.5, .5, 0, 0, 0])
np.random.choice(2, p=['a', 'b'])
np.random.choice()
np.random.bytes('a')
np.random.bytes(-100)
np.random.set_state(5)
np.random.set_state(('MT', 1, 2))
np.random.set_state(('MT19937',))
np.random.set_state({})
np.random.get_state(1, 2)
np.random.gamma(-1)
np.random.gamma(1, [1, -1])
np.random.beta(0, 1)
np.random.binomial(10, 1.5)
np.random.binomial(-1, .5)
np.random.binomial([1, 2], [.5, .6, .7])
np.random.poisson(-1)
np.random.poisson([1, -1])
np.random.poisson(1e30)
np.random.zipf(1)
np.random.zipf([2, 1])
np.random.geometric(0)
np.random.hypergeometric(5, 5, 30)
np.random.hypergeometric(5, 5, 0)
np.random.logseries(1)
np.random.triangular(2, 1, 0)
np.random.triangular(0, 3, 2)
np.random.multinomial(20, [.5, .6, .1])
np.random.multinomial(-1, [.5, .5])
np.random.multinomial(20, .5)
np.random.dirichlet([0, 1])
np.random.dirichlet(1)
np.random.gamma()
np.random.gamma(1, 2, 3, 4)
np.random.beta(1)
np.random.RandomState(-1)
np.random.RandomState('a')
np.array([[1, 2], [3]])
np.array([300], dtype='uint8')
np.array([1], dtype='foo')
np.array(['a'], dtype=float)
np.zeros(-1)
np.zeros('a')
np.zeros(2.5)
np.arange(1, 2, 0)
np.arange()
np.linspace(0, 1, -1)
np.full(2, [1, 2, 3])
np.zeros(3)[5]
np.zeros((3, 3))[-4]
np.zeros((3, 3))[0, 5]
np.zeros(3)[0, 0]
np.zeros(3)[1.5]
np.zeros(3).foo_bar
np.zeros(3).item()
len(np.array(5))
np.int8(300)
np.int8(100) + 200
np.uint8(1) + (-1)
np.int64(2) ** -1
np.bool_(1) - np.bool_(1)
-np.bool_(1)
np.float64('a')
np.dtype('foo')
np.dtype(5)
np.set_printoptions(precision='a')
np.set_printoptions(threshold='a')
np.set_printoptions(threshold=float('nan'))
np.set_printoptions(sign='x')
np.set_printoptions(floatmode='x')
np.set_printoptions(x=1)
np.get_printoptions(1)
""".strip().split("\n")


def number(r, kind):
    """A parameter as text."""
    if kind == "x":
        return r.choice([str(r.randint(-9, 9)), repr(r.uniform(-5, 5)),
                         repr(r.uniform(-1, 1) * 10.0**r.randint(-6, 8))])
    if kind == "p":
        return r.choice([str(r.randint(1, 20)), repr(r.uniform(0.05, 1)),
                         repr(r.uniform(1, 60)), "1", "1.0"])
    if kind == "u":
        return r.choice(["0.5", repr(r.uniform(0.01, 0.99)), "0.3", "0.9"])
    if kind == "n":
        return r.choice([str(r.randint(0, 20)), str(r.randint(20, 2000))])
    return repr(r.uniform(1.5, 6))


def parameter(r, kind, arrays):
    """A number, or an array of them."""
    if not arrays or r.random() < 0.6:
        v = number(r, kind)
        return r.choice([v, v, v, f"np.float64({v})"]) if kind != "n" else v
    shape = r.choice([(3,), (2, 1), (1,), (2, 3), (1, 3)])

    def nest(axes):
        if not axes:
            return number(r, kind)
        return "[" + ", ".join(nest(axes[1:]) for _ in range(axes[0])) + "]"
    text = nest(shape)
    return r.choice([text, f"np.array({text})"])


def size(r):
    return r.choice(["None", str(r.randint(0, 6)), f"({r.randint(1, 4)},)",
                     f"({r.randint(1, 3)}, {r.randint(0, 3)})",
                     f"[{r.randint(1, 3)}, 2]", "np.int64(3)", "()", "(2, 3)",
                     "(2, 1, 3)", "(2, 2, 3)"])


def distribution(r):
    name = r.choice(list(DISTRIBUTIONS))
    kinds = DISTRIBUTIONS[name]
    optional = kinds.endswith("?")
    kinds = kinds.rstrip("?")
    arrays = r.random() < 0.3
    args = [parameter(r, k, arrays) for k in kinds]
    names = NAMES.get(name, [])
    if optional and r.random() < 0.3:
        args = args[:r.randint(0, len(args))]
    keyword_from = r.randint(0, len(args)) if r.random() < 0.3 else len(args)
    texts = args[:keyword_from] + [f"{names[i]}={args[i]}" for i in
                                   range(keyword_from, len(args))]
    if r.random() < 0.6:
        s = r.choice(["(2, 3)", "(2, 2, 3)", "None"]) if arrays else size(r)
        positional = (keyword_from == len(args) and len(args) == len(kinds)
                      and r.random() < 0.5)
        texts.append(s if positional else f"size={s}")
    return f"{name}({', '.join(texts)})"


def randint(r):
    dtype = r.choice(INT_DTYPES + ["int"])
    bits = {"int": 64, "bool": 1}.get(dtype) or int(dtype.strip("uint"))
    signed = dtype.startswith("int")
    top = 2**(bits - signed)
    low = r.choice([0, 0, -top if signed else 0, r.randint(0, top - 1)])
    high = r.choice([top, r.randint(low + 1, top), min(top, low + 10),
                     min(top, low + 1 + r.randint(0, 300))])
    if dtype == "bool":
        low, high = r.choice([(0, 2), (0, 1), (1, 2)])
    text = f"{low}, {high}"
    if low == 0 and r.random() < 0.3:
        text = f"{high}"
    if r.random() < 0.15 and dtype not in ("bool", "uint64") and high < 2**62:
        lows = [r.randint(max(low, high - 50), high - 1) for _ in range(3)]
        text = r.choice([f"{lows}, {high}", f"np.array({lows}), {high}",
                         f"{low}, {[v + 1 for v in lows]}"])
        s = r.choice([None, "(2, 3)", "3"])
    else:
        s = size(r) if r.random() < 0.7 else None
    if s:
        text += f", size={s}"
    if dtype != "int" or r.random() < 0.3:
        text += r.choice([f", dtype='{dtype}'", f", dtype=np.{dtype}"]
                         if dtype not in ("int",) else [", dtype=int"])
    return f"randint({text})"


def population(r):
    return r.choice([str(r.randint(1, 40)), "[1, 2, 3, 5, 8]",
                     "['a', 'bc', 'def']", "[0.5, 1.5, 2.5, 1e10]",
                     "(10, 20, 30)", "np.arange(12)", "[True, False]",
                     "np.array([1.5, 2.5, 3.5], dtype='float32')",
                     "range(7)", "[b'x', b'yz']", "[1, 2.5, 'z']"])


def choice(r):
    a = population(r)
    if r.random() < 0.3:
        n = r.randint(1, 6)
        weights = [r.randint(0, 9) for _ in range(n)]
        weights[r.randrange(n)] += 1
        p = [w / sum(weights) for w in weights]
        count = sum(w > 0 for w in weights)
        extra = f", p={p}"
        if r.random() < 0.4:
            return (f"choice({n}, {r.randint(0, count)}, replace=False"
                    f"{extra})")
        return f"choice({n}, size={size(r)}{extra})"
    if r.random() < 0.3:
        return f"choice({a}, {r.choice(['1', '2', '(1, 2)', '()'])}, False)"
    return r.choice([f"choice({a})", f"choice({a}, {size(r)})",
                     f"choice(a={a}, size={size(r)}, replace=True)"])


def vector(r):
    if r.random() < 0.5:
        k = r.randint(1, 5)
        weights = [r.randint(1, 9) for _ in range(k)]
        p = [w / (sum(weights) + 1e-9) for w in weights]
        s = r.choice(["", ", size=3", ", size=(2, 2)", ", 2"])
        return f"multinomial({r.randint(0, 200)}, {p}{s})"
    alpha = [r.choice([0.1, 0.5, 1, 2.5, 10]) for _ in range(r.randint(1, 4))]
    return f"dirichlet({alpha}{r.choice(['', ', size=2', ', (2, 2)'])})"


def call(r):
    """An expression after 'np.random.' or 'state.'."""
    k = r.random()
    if k < 0.1:
        dims = ", ".join(str(r.randint(0, 4)) for _ in range(r.randint(0, 3)))
        return f"{r.choice(['rand', 'randn'])}({dims})"
    if k < 0.55:
        return distribution(r)
    if k < 0.75:
        return randint(r)
    if k < 0.85:
        return choice(r)
    if k < 0.9:
        return f"permutation({population(r)})"
    if k < 0.95:
        return vector(r)
    if k < 0.97:
        return f"triangular({r.randint(-3, 0)}, 0.5, {r.randint(1, 4)})"
    if k < 0.99:
        return (f"hypergeometric({r.randint(5, 90)}, {r.randint(5, 90)}, "
                f"{r.randint(1, 9)}, size=2)")
    return f"bytes({r.randint(0, 9)})"


def options(r):
    names = {
        "precision": lambda: r.randint(0, 12),
        "threshold": lambda: r.choice([0, 3, 10, 1000, "np.inf"]),
        "edgeitems": lambda: r.randint(0, 4),
        "linewidth": lambda: r.choice([20, 40, 75, 120, 200, "np.inf"]),
        "suppress": lambda: r.choice([True, False]),
        "nanstr": lambda: repr(r.choice(["nan", "NaN", "not a number", "-"])),
        "infstr": lambda: repr(r.choice(["inf", "Infinity", "oo"])),
        "sign": lambda: repr(r.choice(["-", "+", " "])),
        "floatmode": lambda: repr(r.choice(["fixed", "unique", "maxprec",
                                            "maxprec_equal"])),
        "formatter": lambda: None,
        "legacy": lambda: False,
    }
    chosen = r.sample(list(names), r.randint(1, 4))
    return ", ".join(f"{n}={names[n]()}" for n in chosen)


def printing(r):
    """Older prints, formatters, and the functions that give text."""
    legacy = r.choice(["'1.13'", "'1.21'", "'1.25'", "'2.1'", "'2.2'",
                       "False", "None"])
    formatter = r.choice(["None", "{'int': str}", "{'all': repr}",
                          "{'float_kind': str, 'int': repr}",
                          "{'numpystr': repr}"])
    x = r.choice(["np.random.randn(4)", "np.arange(12)",
                  "np.random.rand(2, 2)"])
    own = r.choice(["precision=3", "separator=', '", "max_line_width=20",
                    "threshold=3, edgeitems=1", "sign='+'",
                    "prefix='abc', suffix='xyz'", "suppress_small=True",
                    "legacy='1.13', floatmode='maxprec'"])
    e = r.choice([array(r), "np.random.randn(3, 2)", "[np.float64(0.5)]",
                  "np.float64(0.1), np.int32(3), np.bool_(1), "
                  "np.float32(0.1)", "np.get_printoptions()"])
    return [f"np.set_printoptions(legacy={legacy}, formatter={formatter}, "
            "floatmode='maxprec')", f"print({e})", f"print(repr(({e})))",
            f"print(np.array2string({x}, {own}))",
            f"print(np.array_repr({x}, precision={r.randint(0, 9)}), "
            f"np.array_str({x}))",
            "np.set_printoptions(legacy=False)"]


def array(r):
    dtype = r.choice(["", "", ", dtype='float32'", ", dtype=np.float16",
                      ", dtype=float", ", dtype=complex"])
    return r.choice([
        f"np.arange({r.randint(0, 9)})",
        f"np.arange(0, {r.randint(1, 5)}, 0.5)",
        f"np.zeros({size(r)})", f"np.ones((2, {r.randint(0, 3)}), dtype=int)",
        f"np.full({r.randint(0, 4)}, {number(r, 'x')})",
        f"np.linspace({r.randint(-5, 0)}, {r.randint(1, 9)}, "
        f"{r.randint(0, 9)})",
        f"np.array([{number(r, 'x')}, {number(r, 'x')}]{dtype})",
        f"np.array([[1, {number(r, 'p')}], [3, 4]]{dtype})",
        "np.array([1.5, float('nan'), float('inf'), -float('inf')])",
        "np.array(['a', 'bcd', \"it's\"])", "np.array([True, False])",
        f"np.array([1, {number(r, 'x')}, 'a'])",
        f"np.asarray(({number(r, 'x')}, 2))", "np.array([])",
        f"np.array({number(r, 'x')})", "np.array([b'x', b'yz'])",
        "np.array([1, 2**63])", "np.array([2**63])",
        f"np.array(np.random.rand(2, 2){dtype})",
    ])


def scalar(r):
    t = r.choice(["int8", "uint8", "int32", "int64", "uint64", "float32",
                  "float64", "float16", "bool_"])
    v = r.randint(0, 100)
    if t.startswith("float"):
        v = r.choice([v, 0.1, repr(r.uniform(-3, 3)), 1e-5, 1e10,
                      "float('nan')", "float('inf')"])
        v = 60000 if t == "float16" and v == 1e10 else v
    return f"np.{t}({v})"


def arithmetic(r):
    op = r.choice(["+", "-", "*", "/", "//", "%", "**"])
    a = scalar(r)
    b = r.choice([scalar(r), str(r.randint(0, 20)), repr(r.uniform(0.5, 3)),
                  "True"])
    if op == "**":
        a, b = f"np.int64({r.randint(-9, 9)})", str(r.randint(0, 30))
    elif "bool" in a and "bool" in b or b == "True":
        b = "3"
    return r.choice([f"{a} {op} {b}", f"{b} {op} {a}" if op != "**"
                     else f"{a} {op} {b}", f"-{a}" if "bool" not in a
                     else f"~{a}", f"float({a})" if "nan" not in a else a])


def expression(r):
    k = r.random()
    if k < 0.7:
        return r.choice(["np.random.", "np.random.", "state."]) + call(r)
    if k < 0.85:
        return array(r)
    return scalar(r) if r.random() < 0.4 else arithmetic(r)


def look(r, name):
    """Ways to look at an array called name."""
    return r.choice([f"{name}.shape, {name}.dtype, {name}.size",
                     f"{name}.tolist()", f"repr({name})", f"[{name}, {name}]",
                     f"{name}.T", f"len({name}), list({name})",
                     f"{name}[0], {name}[-1]", f"{name}.ndim, {name}.nbytes",
                     f"{name}.copy(), str({name})", f"({name}, 1)",
                     f"{name}.flatten(), {name}.itemsize"])


def statement(r):
    k = r.random()
    if k < 0.5:
        e = expression(r)
        return [f"print({e})" if r.random() < 0.5 else f"print(repr({e}))"]
    if k < 0.65:
        shape = r.choice(["3", "(2, 3)", "(4, 2)", "(2, 2, 2)"])
        kind = r.choice(["random_sample({})", "randint(0, 99, {})",
                         "standard_normal({})"]).format(shape)
        return [f"x = np.random.{kind}", f"print({look(r, 'x')})"]
    if k < 0.75:
        return [f"np.set_printoptions({options(r)})",
                "print(np.random.rand(2, 3) * 1)" if r.random() < 0
                else "print(np.random.randn(2, 3))"]
    if k < 0.8:
        return [f"with np.printoptions({options(r)}):",
                f"    print({expression(r)})", f"print({expression(r)})"]
    if k < 0.82:
        return ["print(np.get_printoptions())"]
    if k < 0.84:
        return printing(r)
    if k < 0.88:
        return [f"for i in range({r.randint(1, 3)}):",
                f"    print(i, {expression(r)})"]
    if k < 0.92:
        legacy = r.choice(["", "legacy=True", "legacy=False", "False"])
        return [f"saved = np.random.get_state({legacy})",
                f"print({expression(r)})", "np.random.set_state(saved)",
                f"print({expression(r)})"]
    if k < 0.96:
        what = r.choice(["[1, 2, 3, 4]", "['a', 'b', 'c']", "[[1], [2, 3], 4]",
                         "np.arange(6)", "np.array([[1, 2], [3, 4], [5, 6]])",
                         "[0.1] * 3 + [2]", "np.array(['x', 'yz', 'w'])",
                         "[]", "[None, 1.5, 'a', (1, 2)]"])
        return [f"y = {what}", "np.random.shuffle(y)", "print(y)"]
    return [f"np.random.seed({seed(r)})", "print(np.random.rand())"]


def seed(r):
    return r.choice([str(r.randint(0, 99)), str(r.randrange(2**32)),
                     f"[{r.randint(0, 9)}, {r.randrange(2**32)}]",
                     f"({r.randint(0, 9)},)", "True", "np.int64(7)",
                     "np.array([1, 2, 3])", "np.array(9)", "range(1, 5)",
                     "np.array([7])", "[7]"])


STATE = ("s = {}.get_state()", "print(s[0], s[2], s[3], s[4], s[1][0], "
         "s[1][396], s[1][623])")


def make_script(r):
    lines = ["import numpy as np", f"np.random.seed({seed(r)})",
             f"state = np.random.RandomState({seed(r)})"]
    for _ in range(r.randint(2, 8)):
        lines += statement(r)
    for who in ("np.random", "state"):
        lines += [line.format(who) for line in STATE]
    if r.random() < 0.2:
        lines.append(f"print({r.choice(WRONG)})")
    return "\n".join(lines) + "\n"


def test_scripts_print_what_python_prints():
    script_compare.compare(make_script)


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_calls_end_with_numpys_error(wrong):
    source = f"import numpy as np\nprint('before')\nprint({wrong})\n"
    command = script_compare.Command()
    assert script_compare.difference(source, command) is None


def test_every_name_of_randomstate_has_numpys_signature():
    run = subprocess.run(
        [script_compare.COMMAND, "help", "np.random.RandomState"],
        check=True, capture_output=True, text=True)
    found = dict(re.findall(r"RandomState\.(\w+)(\(.*\))", run.stdout))
    for name in dir(np.random.RandomState):
        if name.startswith("_"):
            continue
        assert name in found, name
        doc = getattr(np.random.RandomState, name).__doc__.strip()
        if name not in ("rand", "randn"):  # NumPy writes "d0, d1, ..., dn"
            assert doc.split("\n")[0] == name + found[name]


if __name__ == "__main__":
    script_compare.main(make_script)
