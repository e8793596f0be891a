#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turn the manual's Markdown into a page for man(1).

usage: man.py PAGE.md VERSION OUT

Of Markdown it knows what the manual uses: # and ## headings, paragraphs,
indented code, "- **term** text" lists, **bold**, *italic* and `code`.
"""
import re
import sys


def escape(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text)


def inline(text):
    parts = re.split(r"(\*\*.+?\*\*|`.+?`|\*.+?\*)", text)
    out = []
    for part in parts:
        if part.startswith("**"):
            out.append("\\fB" + escape(part[2:-2]) + "\\fR")
        elif part.startswith("`"):
            out.append("\\fB" + escape(part[1:-1]) + "\\fR")
        elif part.startswith("*") and len(part) > 2:
            out.append("\\fI" + escape(part[1:-1]) + "\\fR")
        else:
            out.append(escape(part) if not out else part.replace("-", "\\-"))
    return "".join(out)


def blocks(text):
    """(kind, lines) of each run of lines between empty ones."""
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        lines = block.split("\n")
        if lines[0].startswith("    "):
            yield "code", [line[4:] for line in lines]
        elif lines[0].startswith("- "):
            items = re.split(r"\n?^- ", block, flags=re.M)[1:]
            yield "list", [" ".join(item.split()) for item in items]
        elif lines[0].startswith("#"):
            yield "heading", [lines[0]]
            if lines[1:]:
                yield "text", lines[1:]
        else:
            yield "text", lines


def page(text, version):
    out = []
    for kind, lines in blocks(text):
        if kind == "heading" and lines[0].startswith("# "):
            name, section = re.match(r"# (\w+)\((\d)\)", lines[0]).groups()
            out.append(f'.TH {name.upper()} {section} "" "{name} {version}"')
        elif kind == "heading":
            out.append(f'.SH {lines[0].lstrip("# ").upper()}')
        elif kind == "code":
            out += [".PP", ".RS 4", ".nf"]
            out += [escape(line) for line in lines] + [".fi", ".RE"]
        elif kind == "list":
            for item in lines:
                term, _, rest = item.partition(": ")
                out += [".TP", inline(term), inline(rest)]
        else:
            out += [".PP", inline(" ".join(line.strip() for line in lines))]
    return "\n".join(out) + "\n"


def main():
    source, version, target = sys.argv[1:]
    with open(source, encoding="utf-8") as f:
        text = page(f.read(), version)
    with open(target, "w", encoding="utf-8") as f:
        f.write(".\\\" Made from docs/man/ by tools/man.py.\n" + text)


if __name__ == "__main__":
    main()
