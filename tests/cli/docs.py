#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Run what the documents show and compare it with what they show.

usage: docs.py COMMAND ROOT [FILE.md...]

In README.md and docs/**/*.md:
- a ```sh block with lines "$ command" is a session: each command is run by
  sh and prints the lines that follow it (stdout and stderr together); "> "
  continues a command;
- a ```python block followed by a ```text block is a script and its output;
- a ```c block that starts with "/* <path>" is that file.
Other blocks are only shown.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```\n", re.M | re.S)


class Docs:
    def __init__(self, root, path):
        self.root, self.count, self.failures = root, 0, []
        self.env = dict(os.environ, PATH=path, LC_ALL="C.UTF-8")

    def compare(self, where, want, got):
        self.count += 1
        if want.rstrip("\n") != got.rstrip("\n"):
            self.failures.append(f"{where}: shown:\n{want}\nprinted:\n{got}")

    def run(self, command, text=None, folder=None):
        done = subprocess.run(command, cwd=folder or self.root, env=self.env,
                              input=text,
                              stdout=subprocess.PIPE, text=True, check=False,
                              stderr=subprocess.STDOUT, timeout=120)
        return done.stdout

    def session(self, where, body):
        parts = re.split(r"^\$ ", body, flags=re.M)
        for part in parts[1:]:
            command, _, rest = part.partition("\n")
            while rest.startswith("> "):
                more, _, rest = rest[2:].partition("\n")
                command += "\n" + more
            self.compare(f"{where}: $ {command}", rest,
                         self.run(["sh", "-c", command]))

    def file(self, where, body):
        match = re.match(r"/\* (\S+\.[ch])\b", body)
        if match:
            with open(os.path.join(self.root, match.group(1))) as f:
                text = f.read()
            self.compare(f"{where}: {match.group(1)}", body, text)

    def document(self, path):
        with open(os.path.join(self.root, path), encoding="utf-8") as f:
            text = f.read()
        blocks = [(text[:m.start()].count("\n") + 1, m.group(1), m.group(2),
                   m.start(), m.end()) for m in BLOCK.finditer(text)]
        for i, (line, kind, body, _, end) in enumerate(blocks):
            where = f"{path}:{line}"
            if kind == "sh" and body.startswith("$ "):
                self.session(where, body)
            elif kind == "c":
                self.file(where, body)
            elif kind == "python" and i + 1 < len(blocks):
                _, kind2, output, start, _ = blocks[i + 1]
                if kind2 == "text" and len(text[end:start].split()) < 30:
                    with tempfile.TemporaryDirectory() as folder:
                        got = self.run(["sameseed", "run", "-"], body, folder)
                    self.compare(where, output, got)


def main():
    command, root = os.path.abspath(sys.argv[1]), sys.argv[2]
    files = sys.argv[3:] or sorted(
        os.path.relpath(p, root) for p in [os.path.join(root, "README.md")]
        + glob.glob(os.path.join(root, "docs", "**", "*.md"), recursive=True))
    with tempfile.TemporaryDirectory() as bin_dir:
        os.symlink(command, os.path.join(bin_dir, "sameseed"))
        docs = Docs(root, bin_dir + os.pathsep + os.environ["PATH"])
        for path in files:
            docs.document(path)
    for failure in docs.failures:
        print(failure)
    print(f"{docs.count} examples, {len(docs.failures)} failures")
    sys.exit(bool(docs.failures) or not docs.count)


main()
