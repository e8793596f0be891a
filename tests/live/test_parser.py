# SPDX-License-Identifier: MIT
"""The parser against Python's own: what we take, Python takes, and the trees
are the same; what we call an error, Python calls one.

SS_DUMP_TREE names the program of tests/tools/dump_tree.c, SS_LIVE_COUNT
makes the runs longer, SS_LIVE_SEED repeats one.
"""
import ast
import glob
import os
import random
import re
import sys
import sysconfig

import pytest

from tree_text import BINARY, DUMP, compare, compiled, ours

COUNT = int(os.environ.get("SS_LIVE_COUNT", "200")) * 10
FIRST = int(os.environ.get("SS_LIVE_SEED",
                           random.SystemRandom().randrange(10**9)))
HERE = os.path.dirname(os.path.abspath(__file__))

pytestmark = [
    pytest.mark.skipif(not DUMP, reason="SS_DUMP_TREE is not set"),
    pytest.mark.skipif(sys.version_info[:2] != (3, 11),
                       reason="the language is that of Python 3.11"),
]


class Writer:
    """Random source in many layouts, mostly of what is supported."""

    NUMBERS = ["0", "1", "23", "1_000", "0x1F", "0o17", "0b101", "1.5", ".5",
               "2.", "1e5", "1E-3", "3j", "1_0.2_5e1_0J", "00"]
    BODIES = ["", "a", "\\n", "\\x41", "\\u00e9", "\\101", "é", "\\q", "\\\\",
              "\\'", "\\\n", " # ", "{}", "\\0"]
    NAMES = ["x", "é", "None", "True", "...", "match", "_a1", "type"]

    def __init__(self, seed):
        self.g = random.Random(seed)

    def some(self, *choices):
        return self.g.choice(choices)

    def space(self):
        return self.some("", "", "", " ", "  ", "\t")

    def string(self):
        prefix = self.some("", "", "r", "R", "u", "U")
        quote = self.some("'", '"', "'''", '"""')
        return prefix + quote + self.g.choice(self.BODIES) + quote

    def bytes(self):
        body = self.some("", "a", "\\xff", "\\377", "\\u00e9", "z\\\n")
        return self.some("b", "B", "rb", "Rb", "bR") + "'" + body + "'"

    def atom(self):
        return self.some(lambda: self.g.choice(self.NUMBERS), self.string,
                         self.bytes, lambda: self.g.choice(self.NAMES))()

    def items(self, depth):
        parts = [self.expression(depth) for _ in range(self.g.randint(0, 3))]
        comma = self.space() + "," + self.some("", " ", "\n", "  # note\n  ")
        return comma.join(parts) + (self.some("", comma) if parts else "")

    def deeper(self, depth):
        return self.expression(depth - self.g.randint(1, 2))

    def expression(self, depth):
        if depth <= 0:
            return self.atom()

        def deeper():
            return self.deeper(depth)

        s = self.space
        return self.some(
            lambda: (deeper() + s() + self.g.choice(list(BINARY.values()))
                     + s() + deeper()),
            lambda: self.some("+", "-", "~") + s() + deeper(),
            lambda: "(" + s() + deeper() + s() + ")",
            lambda: f"({self.expression(depth - 1)},)",
            lambda: "[" + self.items(depth - 1) + "]",
            lambda: "{" + f"{deeper()}: {deeper()}" + "}",
            lambda: "x." + self.some("a", "rand", "match"),
            lambda: "x[" + deeper() + self.some("", ", 1", ",") + "]",
            lambda: f"x({self.items(depth - 1)})",
            lambda: f"x.y(1, a={deeper()}, b={deeper()},)",
            lambda: "'a' " + self.string())()

    def head(self):
        if self.g.random() < 0.3:
            return self.some("with x", "with x as y", "with x(1) as (y, z)",
                             "with (x)", "with (x,)")
        target = self.some("i", "i, j", "(i, j)", "i, (j, k)", "[i, j]")
        return f"for {target} in {self.expression(1)}"

    def simple(self):
        if self.g.random() < 0.15:
            return self.some("import a", "import a.b", "import a.b as c, d",
                             "from a.b import c as d, e",
                             "from a import (b, c,)", "pass")
        start = self.some("", "y = ", "y = z = ", "y, z = ", "[y, (z,)] = ")
        return start + self.expression(self.g.randint(0, 4))

    def statement(self, indent):
        pad = " " * indent
        if self.g.random() < 0.2 and indent < 8:
            inner = indent + self.some(1, 2, 4)
            body = "".join(self.block_line(inner)
                           for _ in range(self.g.randint(1, 3)))
            return f"{pad}{self.head()}:\n{body}"
        return pad + self.simple() + self.some("", "  # end", " \\\n") + "\n"

    def block_line(self, indent):
        return (" " * indent + self.some("pass", "y = 1", "x(2)") + "\n"
                + self.some("", "\n", "# c\n", " " * 20 + "# c\n"))

    def spoil(self, text):
        """Now and then a broken or refused source."""
        if not text or self.g.random() >= 0.3:
            return text
        at = self.g.randrange(len(text))
        new = self.some("", "(", ")", " ", "\n", "'", "=", ":", "*", "if ",
                        "1", ",", "\\")
        return text[:at] + new + text[at + self.g.randint(0, 1):]

    def source(self):
        count = self.g.randint(1, 4)
        return self.spoil("".join(self.statement(0) for _ in range(count)))


def check(sources):
    """Compare all; how many we took."""
    answers = ours(sources)
    for source, answer in zip(sources, answers):
        wrong = compare(source, answer)
        assert wrong is None, f"seed {FIRST}, {source!r}: {wrong}"
    return sum(not isinstance(answer, str) for answer in answers)


def test_random_trees_are_pythons():
    taken = check([Writer(seed).source()
                   for seed in range(FIRST, FIRST + COUNT)])
    assert taken > COUNT // 4


def wrong_sources():
    """The sources of syntax_errors.txt; "\\n" there is a line's end."""
    with open(os.path.join(HERE, "syntax_errors.txt"), encoding="utf-8") as f:
        lines = [line for line in f.read().split("\n")
                 if line and not line.startswith("##")]
    return [re.sub(r"\\([nt\\])", lambda m: {"n": "\n", "t": "\t",
                                             "\\": "\\"}[m[1]], line)
            for line in lines]


def test_shuffled_tokens_are_judged_as_python_does():
    g = random.Random(FIRST)
    pieces = [re.findall(r"\w+|\s+|[^\w\s]", s) for s in wrong_sources()]
    words = [word for piece in pieces for word in piece]
    sources = []
    for _ in range(COUNT * 2):
        tokens = list(g.choice(pieces))
        for _ in range(g.randint(1, 3)):
            at = g.randrange(len(tokens) + 1)
            kind = g.randrange(4)
            if kind == 0:
                tokens[at:at + 1] = []
            elif kind == 1:
                tokens.insert(at, g.choice(words))
            elif kind == 2:
                tokens[at:at + 1] = [g.choice(words)]
            else:
                tokens += [g.choice(["\n", " "])] + g.choice(pieces)
        sources.append("".join(tokens))
    check(sources)


def test_pythons_own_library_is_taken_or_refused():
    g = random.Random(FIRST)
    paths = sorted(glob.glob(os.path.join(sysconfig.get_path("stdlib"),
                                          "*.py")))
    sources = []
    for path in g.sample(paths, min(len(paths), COUNT // 50)):
        with open(path, encoding="utf-8") as f:
            text = f.read()
        lines = text.split("\n")
        for node in ast.parse(text).body:
            part = "\n".join(lines[node.lineno - 1:node.end_lineno])
            if isinstance(compiled(part), ast.AST):
                sources.append(part)
    assert check(sources) > 0


def test_errors_are_worded_as_pythons():
    sources = wrong_sources()
    for source, our in zip(sources, ours(sources)):
        their = compiled(source)
        assert isinstance(their, str), f"{source!r} is right"
        assert isinstance(our, str), f"{source!r} is taken; Python: {their}"
        our = our.replace("... ", " ", 1)
        if our.partition(" ")[2] != their.partition(" ")[2]:
            raise AssertionError(f"{source!r}\n{our}\n{their}")
        assert our.partition(":")[0] == their.partition(":")[0], source
