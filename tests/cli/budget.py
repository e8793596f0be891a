#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Three numbers cost at most 3 ms of CPU and 4 MB of memory.

usage: budget.py MEASURE COMMAND

The least CPU time of several runs counts: others were disturbed.
"""
import subprocess
import sys

CODE = "np.random.seed(23); np.random.rand(3)"
RUNS, MICROSECONDS, KIBIBYTES = 30, 3000, 4096


def main():
    measure, command = sys.argv[1:]
    runs = []
    for _ in range(RUNS):
        done = subprocess.run([measure, command, "-c", CODE], check=True,
                              capture_output=True, text=True)
        runs.append(tuple(int(word) for word in done.stdout.split()))
    cpu, memory = min(run[0] for run in runs), max(run[1] for run in runs)
    print(f"{cpu} us of CPU ({MICROSECONDS} at most), "
          f"{memory} KiB ({KIBIBYTES} at most)")
    sys.exit(cpu > MICROSECONDS or memory > KIBIBYTES)


main()
