#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Lines have at most 80 columns, files at most 600 lines, no tabs or blanks
hang about, and each file of code says its licence. Functions of more than 40
lines are reported.

usage: limits.py [ROOT]
"""
import re

import project

COLUMNS, LINES, FUNCTION = 80, 600, 40
FOLDERS = ["src", "include", "cli", "tests", "tools", "fuzz", "bench",
           "examples", "python", "cmake"]
CODE = [".c", ".h", ".py", ".sh", ".cmake", "CMakeLists.txt"]
FIRST_LINES = 3  # within which the licence is named


def check_lines(path, text, failures):
    if not any("SPDX-License-Identifier: MIT" in line
               for line in text[:FIRST_LINES]) and path.endswith((".c", ".h")):
        failures.append(f"{path}:1: no SPDX-License-Identifier line")
    if len(text) - 1 > LINES:
        failures.append(f"{path}: {len(text) - 1} lines; {LINES} at most")
    for number, line in enumerate(text, 1):
        if len(line) > COLUMNS:
            failures.append(f"{path}:{number}: {len(line)} columns; "
                            f"{COLUMNS} at most")
        if line != line.rstrip() or "\t" in line:
            failures.append(f"{path}:{number}: a tab, or blanks at the end")


def long_functions(path, text):
    start = None
    for number, line in enumerate(text, 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            if number - start - 1 > FUNCTION:
                yield f"{path}:{start}: function of {number - start - 1} lines"
            start = None


def main():
    top, failures, long = project.root(), [], []
    # Cases of tests/cli hold the input of a user as it is.
    checked = [path for path in project.files(top, FOLDERS, CODE)
               if not re.match(r"tests/cli/\w+/\w+\.sh$", path)]
    for path in checked:
        text = project.lines(top, path)
        if project.is_generated(text):
            continue
        check_lines(path, text, failures)
        if path.endswith(".c"):
            long += long_functions(path, text)
    for report in long:
        print("note:", report)
    project.finish(failures, f"limits of {len(checked)} files")


main()
