#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Each C file is laid out as clang-format 14 with .clang-format does it.

usage: format.py [ROOT]     exit 77 where there is no clang-format 14
"""
import re
import shutil
import subprocess
import sys

import project

FOLDERS = ["src", "include", "cli", "tests", "fuzz", "bench", "examples",
           "python"]


def find_tool():
    for name in ("clang-format-14", "clang-format"):
        path = shutil.which(name)
        if path:
            text = subprocess.run([path, "--version"], capture_output=True,
                                  text=True, check=False).stdout
            if re.search(r"version 14\.", text):
                return path
    return None


def main():
    top, tool = project.root(), find_tool()
    if not tool:
        print("skipped: clang-format 14 is not installed")
        sys.exit(77)
    checked = [p for p in project.files(top, FOLDERS, [".c", ".h"])
               if not project.is_generated(project.lines(top, p))]
    run = subprocess.run([tool, "--dry-run", "--style=file"] + checked,
                         cwd=top, capture_output=True, text=True, check=False)
    places = {}
    for line in run.stderr.split("\n"):
        match = re.match(r"(\S+?):(\d+):\d+: warning: code should be", line)
        if match:
            places.setdefault(match.group(1), match.group(2))
    if run.returncode and not places:
        places[run.stderr.strip()[-200:] or "clang-format"] = "1"
    project.finish([f"{path}:{number}: not as clang-format lays it out"
                    for path, number in sorted(places.items())],
                   f"layout of {len(checked)} files")


main()
