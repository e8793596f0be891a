#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No file of the project names a place on somebody's machine, and none is
binary: what is built here is built from this text.

usage: paths.py [ROOT]
"""
import os
import re

import project

PLACE = re.compile(r"(?<![\w.])/(?:home|root|Users|work|opt|mnt)/\w")
NAMED_ALL_THE_SAME = {"tests/rules/paths.py", "tests/rules/selftest.py"}


def main():
    top, failures = project.root(), []
    checked = [p for p in project.files(top) if p not in NAMED_ALL_THE_SAME]
    for path in checked:
        with open(os.path.join(top, path), "rb") as f:
            data = f.read()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = "\0"
        if "\0" in text:
            if not path.startswith("fuzz/corpus/"):
                failures.append(f"{path}: not a text")
            continue
        for number, line in enumerate(text.split("\n"), 1):
            match = PLACE.search(line)
            if match:
                failures.append(f"{path}:{number}: names {match.group()}...")
    project.finish(failures, f"places in {len(checked)} files")


main()
