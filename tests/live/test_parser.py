# SPDX-License-Identifier: MIT
"""The parser against Python's own ast: what we take, Python takes, and the
trees are the same.

SS_DUMP_TREE names the program of tests/tools/dump_tree.c.
"""
import ast
import os
import random
import subprocess
import warnings

import pytest

DUMP = os.environ.get("SS_DUMP_TREE")
COUNT = int(os.environ.get("SS_LIVE_COUNT", "200")) * 10
FIRST = int(os.environ.get("SS_LIVE_SEED", random.SystemRandom().randrange(10**9)))

pytestmark = pytest.mark.skipif(not DUMP, reason="SS_DUMP_TREE is not set")

BINARY = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//",
          ast.Mod: "%", ast.Pow: "**", ast.LShift: "<<", ast.RShift: ">>",
          ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^", ast.MatMult: "@"}
UNARY = {ast.UAdd: "u+", ast.USub: "u-", ast.Invert: "~"}


def quoted(data):
    out = "".join(chr(b) if 32 <= b <= 126 and b not in b'"\\' else f"\\x{b:02x}"
                  for b in data)
    return f'"{out}"'


def dump(node):
    """The S-expression of a node; numbers as their values."""
    kind = type(node)
    if kind is ast.Constant:
        v = node.value
        if isinstance(v, str):
            return quoted(v.encode("utf-8", "surrogatepass"))
        if isinstance(v, bytes):
            return "b" + quoted(v)
        return "..." if v is ... else repr(v)
    if kind is ast.Name:
        return node.id
    if kind in (ast.Tuple, ast.List):
        return "(" + " ".join([kind.__name__.lower(), *map(dump, node.elts)]) + ")"
    if kind is ast.Dict:
        pairs = [dump(x) for pair in zip(node.keys, node.values) for x in pair]
        return "(" + " ".join(["dict", *pairs]) + ")"
    if kind is ast.UnaryOp:
        return f"({UNARY[type(node.op)]} {dump(node.operand)})"
    if kind is ast.BinOp:
        return f"({BINARY[type(node.op)]} {dump(node.left)} {dump(node.right)})"
    if kind is ast.Attribute:
        return f"(. {dump(node.value)} {node.attr})"
    if kind is ast.Subscript:
        return f"(index {dump(node.value)} {dump(node.slice)})"
    if kind is ast.Call:
        parts = [dump(node.func), *map(dump, node.args)]
        parts += [f"{k.arg}={dump(k.value)}" for k in node.keywords]
        return "(call " + " ".join(parts) + ")"
    if kind is ast.Expr:
        return f"(show {dump(node.value)})"
    if kind is ast.Assign:
        return "(assign " + " ".join(map(dump, [*node.targets, node.value])) + ")"
    if kind is ast.Pass:
        return "(pass)"
    return dump_block(node)


def dump_block(node):
    """A statement that holds others, or is several of ours."""
    if isinstance(node, ast.For):
        head, parts = "for", [dump(node.target), dump(node.iter)]
    elif isinstance(node, ast.With) and len(node.items) == 1:
        item = node.items[0]
        target = item.optional_vars
        head, parts = "with", [dump(item.context_expr),
                               dump(target) if target else "-"]
    else:
        raise AssertionError(ast.dump(node))
    return f"({head} " + " ".join(parts + [line for inner in node.body
                                           for line in lines_of(inner)]) + ")"


def lines_of(node):
    """The lines of our dump that one statement of Python's makes."""
    if isinstance(node, ast.Import):
        return [f"(import {a.name} - {a.asname or a.name.split('.')[0]})"
                for a in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"(import {node.module} {a.name} {a.asname or a.name})"
                for a in node.names]
    return [dump(node)]


class Writer:
    """Random source in many layouts, mostly of what is supported."""

    def __init__(self, g):
        self.g = g

    def space(self):
        return self.g.choice(["", "", "", " ", "  ", "\t"])

    def number(self):
        return self.g.choice(["0", "1", "23", "1_000", "0x1F", "0o17", "0b101", "1.5",
                              ".5", "2.", "1e5", "1E-3", "3j", "1_0.2_5e1_0J", "00"])

    def string(self):
        body = self.g.choice(["", "a", "\\n", "\\x41", "\\u00e9", "\\101", "é", "\\q",
                              "\\\\", "\\'", "\\\n", " # ", "{}", "\\0"])
        prefix = self.g.choice(["", "", "r", "R", "u", "U"])
        quote = self.g.choice(["'", '"', "'''", '"""'])
        return prefix + quote + body + quote

    def bytes(self):
        body = self.g.choice(["", "a", "\\xff", "\\377", "\\u00e9", "z\\\n"])
        return self.g.choice(["b", "B", "rb", "Rb", "bR"]) + "'" + body + "'"

    def items(self, depth):
        g = self.g
        parts = [self.expression(depth) for _ in range(g.randint(0, 3))]
        comma = self.space() + "," + g.choice(["", " ", "\n", "  # note\n  "])
        return comma.join(parts), len(parts), g.choice(["", comma] if parts else [""])

    def expression(self, depth):
        g = self.g
        if depth <= 0:
            return g.choice([self.number, self.string, self.bytes,
                             lambda: g.choice(["x", "é", "None", "True", "...", "match",
                                               "_a1", "type"])])()
        deeper = lambda: self.expression(depth - g.randint(1, 2))  # noqa: E731
        s = self.space
        return g.choice([
            lambda: deeper() + s() + g.choice(list(BINARY.values())) + s() + deeper(),
            lambda: g.choice("+-~") + s() + deeper(),
            lambda: "(" + s() + deeper() + s() + ")",
            lambda: f"({self.items(depth - 1)[0]},)",
            lambda: "[" + "".join(map(str, self.items(depth - 1)[::2])) + "]",
            lambda: "{" + f"{deeper()}: {deeper()}" + "}",
            lambda: f"x.{g.choice(['a', 'rand', 'match'])}",
            lambda: f"x[{deeper()}]" if g.random() < 0.7 else f"x[{deeper()}, 1]",
            lambda: f"x({self.items(depth - 1)[0]})",
            lambda: f"x.y(1, a={deeper()}, b={deeper()},)",
            lambda: "'a' " + self.string(),
        ])()

    def statement(self, indent):
        g = self.g
        pad = " " * indent
        roll = g.random()
        if roll < 0.2 and indent < 8:
            inner = g.choice([2, 4])
            body = "".join(self.block_line(indent + inner)
                           for _ in range(g.randint(1, 3)))
            target = g.choice(["i", "i, j", "(i, j)", "i, (j, k)"])
            return f"{pad}for {target} in {self.expression(1)}:\n{body}"
        line = g.choice(["", "y = ", "y = z = ", "y, z = ", "[y, (z,)] = "])
        line += self.expression(g.randint(0, 4))
        return pad + line + g.choice(["", "  # end", " \\\n"]) + "\n"

    def block_line(self, indent):
        return (" " * indent + self.g.choice(["pass", "y = 1", "x(2)"]) + "\n"
                + self.g.choice(["", "\n", "# c\n", " " * 20 + "# c\n"]))

    def spoil(self, text):
        """Now and then a broken or refused source."""
        g = self.g
        if text and g.random() < 0.3:
            at = g.randrange(len(text))
            return text[:at] + g.choice(["", "(", ")", " ", "\n", "'", "=", ":", "*",
                                         "if ", "1", ",", "\\"]) + text[at + g.randint(0, 1):]
        return text

    def source(self):
        return self.spoil("".join(self.statement(0) for _ in range(self.g.randint(1, 4))))


def normal(line):
    """Numbers by value: our dump keeps their spelling."""
    out, word = [], ""
    inside = False
    for c in line + " ":
        if c == '"':
            inside = not inside
        if not inside and c in " ()=":
            out.append(value(word) + c)
            word = ""
        else:
            word += c
    return "".join(out).strip()


def value(word):
    name, equals, number = word.rpartition("=")
    if number.lstrip(".")[:1].isdigit() and '"' not in word:
        return name + equals + repr(ast.literal_eval(number))
    return word


def ours(sources):
    data = b"".join(s.encode() + b"\0" for s in sources)
    out = subprocess.run([DUMP], input=data, capture_output=True, check=True).stdout
    return out.decode().split("--\n")[:-1]


def theirs(source):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(source)
            compile(tree, "source", "exec")
            return [line for node in tree.body for line in lines_of(node)]
        except SyntaxError:
            return None


def test_trees_are_pythons():
    sources = [Writer(random.Random(seed)).source() for seed in range(FIRST, FIRST + COUNT)]
    taken = 0
    for seed, source, text in zip(range(FIRST, FIRST + COUNT), sources, ours(sources)):
        where = f"source {seed}:\n{source}\n{text}"
        if text.startswith("! "):
            if "Error: " in text:
                assert theirs(source) is None, where
            continue
        taken += 1
        lines = [normal(line.replace("(quiet ", "(show ")) for line in text.splitlines()]
        want = theirs(source)
        assert want is not None and lines == [normal(x) for x in want], where
    assert taken > COUNT // 4
