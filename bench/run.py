#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the command costs: start-up, and large draws beside NumPy's.

usage: run.py BUILD_DIR

Prints one line a measurement: the least CPU seconds of several runs, for the
command and for .venv's Python, whose start-up is taken off but for the first.
"""
import os
import resource
import subprocess
import sys

RUNS = 5
SETUP = "import numpy as np; np.random.seed(23)"
CASES = {
    "start, three numbers": "np.random.rand(3)",
    "rand(10**7)": "np.random.rand(10**7)",
    "randn(10**7)": "np.random.randn(10**7)",
    "randint(100, size=10**7)": "np.random.randint(100, size=10**7)",
    "permutation(10**6)": "np.random.permutation(10**6)",
}


def seconds(command):
    best = None
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cost = (after.ru_utime + after.ru_stime
                - before.ru_utime - before.ru_stime)
        best = cost if best is None else min(best, cost)
    return best


def main():
    command = os.path.join(sys.argv[1], "sameseed")
    python = ".venv/bin/python"
    peer = os.path.exists(python)
    start = seconds([python, "-c", SETUP]) if peer else 0
    print(f"machine: {os.uname().nodename}, {os.uname().machine}")
    print(f"{'CPU seconds':28}{'sameseed':>10}{'NumPy':>10}")
    for what, code in CASES.items():
        ours = seconds([command, "-c", f"{SETUP}; x = {code}"])
        theirs = "-"
        if peer:
            spent = seconds([python, "-c", f"{SETUP}; x = {code}"])
            if not what.startswith("start"):
                spent = max(0, spent - start)
            theirs = f"{spent:.4f}"
        print(f"{what:28}{ours:10.4f}{theirs:>10}")


main()
