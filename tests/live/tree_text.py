# SPDX-License-Identifier: MIT
"""The text of Python's own syntax trees, as tests/tree_dump.h prints ours."""
import ast
import os
import subprocess
import warnings

DUMP = os.environ.get("SS_DUMP_TREE")

BINARY = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/",
          ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**", ast.LShift: "<<",
          ast.RShift: ">>", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
          ast.MatMult: "@"}
UNARY = {ast.UAdd: "u+", ast.USub: "u-", ast.Invert: "~"}


def quoted(data):
    out = "".join(chr(b) if 32 <= b <= 126 and b not in b'"\\'
                  else f"\\x{b:02x}" for b in data)
    return f'"{out}"'


def constant(v):
    if isinstance(v, str):
        return quoted(v.encode("utf-8", "surrogatepass"))
    if isinstance(v, bytes):
        return "b" + quoted(v)
    return "..." if v is ... else repr(v)


def joined(*parts):
    return "(" + " ".join(parts) + ")"


def dump(node):
    """The S-expression of a node; numbers as their values."""
    match node:
        case ast.Constant():
            return constant(node.value)
        case ast.Name():
            return node.id
        case ast.Tuple() | ast.List():
            return joined(type(node).__name__.lower(), *map(dump, node.elts))
        case ast.Dict():
            return joined("dict", *(dump(x) for pair in
                                    zip(node.keys, node.values) for x in pair))
        case ast.UnaryOp():
            return joined(UNARY[type(node.op)], dump(node.operand))
        case ast.BinOp():
            return joined(BINARY[type(node.op)], dump(node.left),
                          dump(node.right))
        case ast.Attribute():
            return joined(".", dump(node.value), node.attr)
        case ast.Subscript():
            return joined("index", dump(node.value), dump(node.slice))
        case ast.Slice():
            return joined("slice", *("None" if x is None else dump(x) for x in
                                     (node.lower, node.upper, node.step)))
        case ast.Call():
            return joined("call", dump(node.func), *map(dump, node.args),
                          *(f"{k.arg}={dump(k.value)}" for k in node.keywords))
        case ast.Expr():
            return joined("show", dump(node.value))
        case ast.Assign():
            return joined("assign", *map(dump, [*node.targets, node.value]))
        case ast.Pass():
            return "(pass)"
    return dump_block(node)


def dump_block(node):
    """A statement that holds others, some of which are several of ours."""
    if isinstance(node, ast.For):
        parts = ["for", dump(node.target), dump(node.iter)]
    elif isinstance(node, ast.With) and len(node.items) == 1:
        item = node.items[0]
        target = item.optional_vars
        parts = ["with", dump(item.context_expr),
                 dump(target) if target else "-"]
    else:
        raise AssertionError(ast.dump(node))
    return joined(*parts, *(line for inner in node.body
                            for line in lines_of(inner)))


def lines_of(node):
    """The lines of our dump that one statement of Python's makes."""
    if isinstance(node, ast.Import):
        return [f"(import {a.name} - {a.asname or a.name.split('.')[0]})"
                for a in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"(import {node.module} {a.name} {a.asname or a.name})"
                for a in node.names]
    return [dump(node)]


def value(word):
    name, equals, number = word.rpartition("=")
    if number.lstrip(".")[:1].isdigit():
        return name + equals + repr(ast.literal_eval(number))
    return word


def normal(line):
    """A line of ours with numbers by value, not by spelling."""
    parts = line.replace("(quiet ", "(show ").split('"')
    for i in range(0, len(parts), 2):
        words = parts[i].replace("(", "( ").replace(")", " )").split(" ")
        parts[i] = " ".join(map(value, words)) \
            .replace("( ", "(").replace(" )", ")")
    return '"'.join(parts)


def ours(sources):
    """For each source the lines of its dump, or its error as a text."""
    data = b"".join(s.encode() + b"\0" for s in sources)
    run = subprocess.run([DUMP], input=data, capture_output=True, check=True)
    dumps = run.stdout.decode().split("--\n")[:-1]
    assert len(dumps) == len(sources)
    return [d[2:].rstrip("\n") if d.startswith("! ")
            else [normal(line) for line in d.splitlines()] for d in dumps]


def compiled(source):
    """Python's tree, or "line:column Kind: message"."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(source)
            compile(tree, "source", "exec")
            return tree
        except SyntaxError as e:
            return f"{e.lineno}:{e.offset} {type(e).__name__}: {e.msg}"


def compare(source, our):
    """What differs between our answer and Python's; None: nothing."""
    tree = compiled(source)
    if isinstance(our, str):
        wrong = " is not supported" not in our and not isinstance(tree, str)
        return f"Python takes what we call {our}" if wrong else None
    if isinstance(tree, str):
        return f"we take what Python calls {tree}"
    want = [line for node in tree.body for line in lines_of(node)]
    return None if our == want else f"{our} is not {want}"
