# SPDX-License-Identifier: MIT
"""The notebook prints what is recorded in it; cells tagged "unseeded", which
have nothing recorded, print some array.

usage: check_notebook.py NOTEBOOK < what sameseed printed
"""
import json
import re
import sys


def shown(cell):
    """What the cell showed, as the command prints it."""
    text = ""
    for output in cell["outputs"]:
        part = "".join(output.get("text") or output["data"]["text/plain"])
        text += part if part.endswith("\n") else part + "\n"
    return text


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        cells = json.load(f)["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    pattern, unseeded = "", 0
    for cell in code:
        if "unseeded" in cell["metadata"].get("tags", []):
            pattern += r"(?:array|tensor)\([^)]*\)\n"
            unseeded += 1
        else:
            pattern += re.escape(shown(cell))
    printed = sys.stdin.read()
    if not re.fullmatch(pattern, printed):
        print(printed)
        sys.exit("is not what is recorded")
    print(f"{len(code)} code cells, {unseeded} of them unseeded: as recorded")


main()
