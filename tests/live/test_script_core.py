# SPDX-License-Identifier: MIT
"""The script language against the Python that runs this test.

Scripts without NumPy and PyTorch - numbers, text, containers, loops, calls,
errors - are run by the command (SS_COMMAND) and by exec() here: the same
bytes must be printed, and the last line of a traceback must be the command's
message. SS_LIVE_COUNT sets how many random scripts, SS_LIVE_SEED the first
seed.
"""
import contextlib
import io
import os
import pathlib
import random
import re
import secrets
import subprocess
import sys
import traceback
import warnings

import pytest

COMMAND = os.environ.get("SS_COMMAND")
SCRIPTS = int(os.environ.get("SS_LIVE_COUNT", "400"))
SEED = int(os.environ.get("SS_LIVE_SEED", secrets.randbelow(10**9)))

pytestmark = [
    pytest.mark.skipif(not COMMAND, reason="SS_COMMAND names no command"),
    pytest.mark.skipif(sys.version_info[:2] != (3, 11),
                       reason="the language is that of Python 3.11"),
]

# Each is evaluated and its repr printed; most raise. One a line:
EXPRESSIONS = (
    pathlib.Path(__file__)
    .with_name("core_expressions.txt")
    .read_text(encoding="utf-8")
    .splitlines()
)

STATEMENTS = [
    "a, b = 1",
    "a, b = 1, 2, 3",
    "a, b, c = [1, 2]",
    "(a, (b, c)) = 1, (2, 3); print(a, b, c)",
    "(a, (b, c)) = 1, 2",
    "a, b = 'xy'; print(a, b)",
    "a, b = {1: 2, 3: 4}; print(a, b)",
    "a, b = range(10 ** 12)",
    "a = b = [1]; a.append(2); print(b)",
    "for i in 5: pass",
    "for i, j in [(1, 2), (3, 4)]: print(i, j)",
    "for i, j in [(1, 2), (3,)]: print(i, j)",
    "for c in 'h\\xe9\\u20ac\\U0001f600': print(c, repr(c), len(c))",
    "for k in {'a': 1, 'b': 2}: print(k)",
    "for k, v in {'a': 1}.items(): print(k, v)",
    "for b in b'ab': print(b)",
    "for i in range(3): print(i, end=' ')\nprint(i)",
    "L = [1, 2, 3]\nfor x in L:\n    print(x, L.pop())",
    "L = [1]; L.append(L); print(L, [L], (L,))",
    "d = {}; d2 = {'a': d}; print(d2)",
    "L = []; L.append((L,)); print(L)",
    "with 5: pass",
    "print('out', end=''); 1 / 0",
    "print(1, 2, 3, sep=''); print(); print('a', 'b', sep='\\n')",
    "x = 1; x; print(x)",
    "'docstring'\nprint('\\\\', \"it's\", '\"', repr('it\\'s \"'))",
    "a = [1, 2]; b = a.copy(); a.extend(a); a.reverse(); print(a, b)",
    "a = [3]; a.insert(-5, 1); a.insert(99, 4); a.insert(1, 2); print(a)",
    "a = [1, 2]; print(a.pop(0), a, a.clear(), a)",
    "v = {1: 2}.values(); k = {1: 2}.keys(); print(v, k, len(v), list(k))",
    "print(1)\nprint(2)\nundefined\nprint(3)",
]


def expected(source):
    """What Python prints and the last line of its traceback, or None."""
    out = io.StringIO()
    last = None
    # a surrogate is an error of the real stdout, not of StringIO
    class Utf8(io.TextIOWrapper):
        pass
    raw = io.BytesIO()
    out = Utf8(raw, encoding="utf-8", newline="\n", write_through=True)
    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(compile(source, "script", "exec"), {})
        except Exception as error:
            last = traceback.format_exception_only(error)[-1].strip()
        out.flush()
    return raw.getvalue(), last


def actual(tmp_path, source):
    path = tmp_path / "script.py"
    path.write_bytes(source.encode("utf-8"))
    done = subprocess.run([COMMAND, "run", str(path)], capture_output=True,
                          timeout=60)
    text = done.stderr.decode("utf-8").rstrip("\n")
    message = re.sub(r"^.*?script\.py:\d+:\d+: ", "", text) or None
    assert (done.returncode != 0) == (message is not None), text
    return done.stdout, message


def compare(tmp_path, source):
    want, got = expected(source), actual(tmp_path, source)
    if want[1]:
        want = (want[0], want[1][:1023].replace("\n", " "))
    assert got == want, source


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_expression(tmp_path, text):
    compare(tmp_path, f"print(repr({text}))\n")


@pytest.mark.parametrize("text", STATEMENTS)
def test_statement(tmp_path, text):
    compare(tmp_path, text + "\n")


@pytest.mark.parametrize("depth", [5, 900, 998, 999, 1100])
def test_nested_values(tmp_path, depth):
    """Python's limit counts from the script's own frame: a new process."""
    source = f"a = 1\nfor i in range({depth}): a = [a]\nprint(a)\n"
    path = tmp_path / "nested.py"
    path.write_text(source)
    done = subprocess.run([sys.executable, str(path)], capture_output=True,
                          text=True)
    want = done.stdout, done.stderr.strip().split("\n")[-1] or None
    out, message = actual(tmp_path, source)
    assert (out.decode(), message) == want


# --- random scripts ---

class Maker:
    """Random sources of the language; errors in them are welcome but rare."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.names = {}

    def pick(self, *makers):
        return self.r.choice(makers)()

    def integer(self):
        r = self.r
        bits = r.choice([1, 2, 3, 4, 8, 16, 31, 32, 33, 53, 62, 63, 64, 65,
                         100, 200, 700])
        n = r.getrandbits(bits)
        if r.random() < 0.15:
            n = max(0, 2 ** bits + r.randint(-2, 2))
        text = r.choice([str, str, str, hex, oct, bin])(n)
        return f"-{text}" if r.random() < 0.3 else text

    def small(self):
        return str(self.r.randint(-3, 12))

    def real(self):
        r = self.r
        kind = r.randrange(5)
        if kind == 0:
            return repr(r.choice([0.0, 0.1, 0.5, 1.0, 1e16, 1e22, 1e-5, 1e-4,
                                  123456789012345.6, 1e308, 5e-324, 2.5]))
        if kind == 1:
            return f"{r.randint(0, 999)}.{r.randint(0, 99999)}"
        if kind == 2:
            return f"{r.randint(1, 99)}e{r.randint(-30, 30)}"
        if kind == 3:
            return repr(r.uniform(-10, 10) * 10.0 ** r.randint(-20, 20))
        return f".{r.randint(0, 10 ** 20)}"

    def number(self):
        return self.pick(self.integer, self.integer, self.real, self.real,
                         self.small, lambda: self.r.choice(
                             ["True", "False", "2j", "1.5j"]))

    def string(self):
        r = self.r
        pool = ["a", "b", "Z", " ", "'", '"', "\\", "\n", "\t", "\x00", "\x7f",
                "\x85", "\xa0", "\xe9", "\xff", "\u0100", "\u0378", "\u200b",
                "\u20ac", "\u3000", "\ufeff", "\U0001f600", "\U000e0001",
                "0", "9", "_"]
        text = "".join(r.choice(pool) for _ in range(r.randrange(6)))
        if r.random() < 0.2:
            return repr(text.encode("utf-8"))
        return repr(text) if r.random() < 0.5 else ascii(text)

    def container(self, depth):
        r = self.r
        items = [self.value(depth - 1) for _ in range(r.randrange(4))]
        kind = r.randrange(4)
        if kind == 0:
            return "(" + ", ".join(items) + ("," if len(items) == 1 else "") \
                + ")"
        if kind == 1:
            return "{" + ", ".join(
                f"{self.pick(self.number, self.string)}: {v}"
                for v in items) + "}"
        return "[" + ", ".join(items) + "]"

    def name(self):
        return self.r.choice(list(self.names)) if self.names else "0"

    def value(self, depth=2):
        r = self.r
        if depth > 0 and r.random() < 0.4:
            return self.container(depth)
        return self.pick(self.number, self.number, self.string, self.name,
                         lambda: r.choice(["None", "True", "...", "range(4)"]))

    def arithmetic(self, depth=3):
        r = self.r
        if depth == 0 or r.random() < 0.2:
            return self.number()
        if r.random() < 0.15:
            return f"({r.choice('-+~')}{self.arithmetic(depth - 1)})"
        op = r.choice(["+", "-", "*", "/", "//", "%", "+", "-", "*", "&", "|",
                       "^", "<<", ">>", "**"])
        if op == "**":
            if r.random() < 0.5:
                return f"({self.real()} ** {self.pick(self.small, self.real)})"
            return f"({self.integer()} ** {r.randint(0, 9)})"
        if op in ("<<", ">>"):
            return f"({self.arithmetic(depth - 1)} {op} {r.randint(0, 99)})"
        return f"({self.arithmetic(depth - 1)} {op} " \
               f"{self.arithmetic(depth - 1)})"

    def sequence(self):
        r = self.r
        kind = r.randrange(4)
        text = [lambda: self.container(2), self.string,
                lambda: f"list({self.string()})",
                lambda: f"list(range({self.small()}, {self.small()}))"]
        text = text[kind]()
        if r.random() < 0.3:
            text = f"({text} * {self.small()})"
        if r.random() < 0.2:
            text = f"({text} + {text})"
        return text

    def call(self):
        r = self.r
        v = self.value()
        return r.choice([
            f"repr({v})", f"str({v})", f"len({self.sequence()})",
            f"int({self.pick(self.real, self.integer)})",
            f"int({self.real()!r})", f"float({self.integer()})",
            f"float({self.real()!r})", f"bool({v})",
            f"int({self.integer()!r}, 0)", f"list({self.sequence()})",
            f"tuple({self.sequence()})",
            f"{self.sequence()}[{self.small()}]",
            f"[{v}, {v}].index({v})", f"({v}, {self.value()}).count({v})",
        ])

    def statement(self):
        r = self.r
        kind = r.randrange(8)
        if kind == 0:
            name = r.choice("abcdefgh")
            text = f"{name} = {self.value()}"
            self.names[name] = True
            return text
        if kind == 1:
            return f"for i, v in [(1, {self.value()}), (2, {self.name()})]:" \
                   f"\n    print(i, v, [v])"
        if kind == 2:
            return f"print({self.value()}, {self.value()}, " \
                   f"sep={self.string()!s}, end='|\\n')"
        if kind in (3, 4):
            return f"print({self.arithmetic()})"
        return f"print({self.pick(self.call, self.sequence, self.call)})"

    def script(self):
        return "\n".join(self.statement()
                         for _ in range(self.r.randint(1, 12))) + "\n"


# what Python does and the language refuses
REFUSED = re.compile("is not supported|are not supported")


def test_random_scripts(tmp_path):
    same = refused = 0
    for seed in range(SEED, SEED + SCRIPTS):
        source = Maker(seed).script()
        want, got = expected(source), actual(tmp_path, source)
        if got[1] and REFUSED.search(got[1]):
            assert want[0].startswith(got[0]), source
            refused += 1
            continue
        if want[1]:
            want = (want[0], want[1][:1023].replace("\n", " "))
        assert got == want, f"seed {seed}\n{source}"
        same += 1
    print(f"{same} scripts the same, {refused} refused")
    assert same > refused * 4


# --- what a notebook shows ---

def shown(source):
    """What IPython shows for the last line of a cell, and what is printed."""
    pretty = pytest.importorskip("IPython.lib.pretty").pretty
    head, _, last = source.rpartition("\n")
    names = {}
    exec(head, names)
    value = eval(last, names)
    return "" if value is None else pretty(value) + "\n"


def cell(source):
    done = subprocess.run([COMMAND, "-c", source], capture_output=True,
                          timeout=60)
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


DISPLAYED = [
    "1", "None", "1.5", "'text'", "[]", "()", "{}", "(1,)", "[1, 2]",
    "list(range(30))", "list(range(27))", "list(range(26))",
    "list(range(2000))", "(list(range(1200)),)", "tuple(range(100))",
    "int", "float", "range(5)", "...", "b'x' * 100", "'x' * 100",
    "['x' * 40, 'y' * 40]", "{'a': 'x' * 40, 'b': 'y' * 40}",
    "{'k' * 30: ['x' * 40, 'y' * 40], 'b': ('z' * 90,)}",
    "[[1, 2, 3] * 10, [4, 5, 6] * 10]", "[['x' * 70], ['y' * 76]]",
    "[['x' * 73], ['y' * 74], ['z' * 75], ['a' * 76], ['b' * 77]]",
    "L = [1]\nL.append(L)\nL", "L = [0] * 40\nL.append(L)\n(L, L)",
    "d = {}\nd.keys()", "[{}.values()] * 5",
]


@pytest.mark.parametrize("source", DISPLAYED)
def test_display(source):
    assert cell(source) == (shown(source), "")


class Shapes(Maker):
    """Nested containers of about a line's width."""

    def leaf(self):
        r = self.r
        return r.choice([str(r.randint(0, 10 ** r.randint(1, 12))),
                         repr("x" * r.randrange(30)),
                         repr("\xe9" * r.randrange(12)), "1.5", "None"])

    def shape(self, depth):
        r = self.r
        if depth == 0 or r.random() < 0.2:
            return self.leaf()
        items = [self.shape(depth - 1) for _ in range(r.choice(
            [0, 1, 1, 2, 2, 3, 4, 5, 8, 20]))]
        kind = r.randrange(3)
        if kind == 0:
            return "[" + ", ".join(items) + "]"
        if kind == 1:
            return "(" + "".join(i + ", " for i in items) + ")"
        return "{" + ", ".join(f"{k}: {v}" for k, v in enumerate(items)) + "}"


def test_random_display():
    for seed in range(SEED, SEED + SCRIPTS):
        source = Shapes(seed).shape(random.Random(seed).randint(1, 4))
        assert cell(source) == (shown(source), ""), f"seed {seed}: {source}"
