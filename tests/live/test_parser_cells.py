# SPDX-License-Identifier: MIT
"""Notebook cells: what IPython's own transformer makes of magics, help lines
and margins, as Python's parser then reads it, is what our parser reads.

SS_DUMP_TREE names the program of tests/tools/dump_tree.c.
"""
import ast
import os
import random
import re
import subprocess
import warnings

import pytest

from tree_text import DUMP, dump, joined, lines_of, normal

transformer = pytest.importorskip("IPython.core.inputtransformer2")

COUNT = int(os.environ.get("SS_LIVE_COUNT", "200")) * 10
FIRST = int(os.environ.get("SS_LIVE_SEED",
                           random.SystemRandom().randrange(10**9)))

pytestmark = pytest.mark.skipif(not DUMP, reason="SS_DUMP_TREE is not set")

PIECES = ["%matplotlib inline", "!pip list", "!ls \\\n  -l", "x?", "?x",
          "x.y??", "x = 1", "y", "for i in x:\n    y\n    %cd /", "    y", "",
          "    %cd /", "  ", "# c", "'''a\n  \n b'''", "(1,\n%b\n)", "x % 2",
          "%%bash", "%%html x", "x = y \\\n% 2", "% 2", "'''\n%b'''", "x; y",
          "!a; b", "%a  # b", "?", "%", "!", "*x?", "x[0]?", "x = 'a?'",
          "# x?", "x # y?", "%cd?", "%%bash?", "!!ls", "??x", "pass", "\ty"]
MAGIC = re.compile(r'\(magic "(?:\\.|[^"\\])*"\)')


def lines(node):
    """Our dump of a statement; calls of IPython's are magics."""
    if ast.unparse(node).startswith("get_ipython()."):
        return ["(magic)"]
    if isinstance(node, ast.For):
        body = [line for inner in node.body for line in lines(inner)]
        return [joined("for", dump(node.target), dump(node.iter), *body)]
    return lines_of(node)


def theirs(cell):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            manager = transformer.TransformerManager()
            tree = ast.parse(manager.transform_cell(cell))
        except SyntaxError:
            return None
    return [line for node in tree.body for line in lines(node)]


def write_cell(g):
    margin = g.choice(["", "", "", "  ", "\t"])
    text = "\n".join(g.choice(PIECES) for _ in range(g.randint(1, 5)))
    return margin + text.replace("\n", "\n" + margin) + g.choice(["", "\n"])


def test_cells_are_read_as_ipython_reads_them():
    g = random.Random(FIRST)
    cells = [write_cell(g) for _ in range(COUNT)]
    run = subprocess.run([DUMP, "cell"], capture_output=True, check=True,
                         input=b"".join(c.encode() + b"\0" for c in cells))
    dumps = run.stdout.decode().split("--\n")[:-1]
    taken = 0
    for cell, text in zip(cells, dumps, strict=True):
        if text.startswith("! ") and " is not supported" in text:
            continue
        our = None if text.startswith("! ") else \
            [MAGIC.sub("(magic)", normal(x)) for x in text.splitlines()]
        assert our == theirs(cell), f"seed {FIRST}, {cell!r}: {text}"
        taken += our is not None
    assert taken > COUNT // 10
