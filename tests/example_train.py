#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Run examples/train.c and compare with what examples/train.py printed by
PyTorch 2.13.0 (tests/vectors/torch/train.txt): the lines on random numbers
are equal, the losses, whose sums are in another order, agree to 0.0002.

usage: example_train.py PROGRAM FILE
"""
import subprocess
import sys


def split(text):
    """The random lines, and the losses."""
    lines = text.split("\n")
    losses = [float(line.split()[-1]) for line in lines if "loss" in line]
    return [line for line in lines if "loss" not in line], losses


def difference(got, want):
    (a, losses), (b, others) = split(got), split(want)
    for number, pair in enumerate(zip(a, b), 1):
        if pair[0] != pair[1]:
            return f"random line {number}: {pair[0]!r} instead of {pair[1]!r}"
    if len(a) != len(b) or len(losses) != len(others):
        return "not as many lines"
    for x, y in zip(losses, others):
        if abs(x - y) > 2e-4:
            return f"loss {x} instead of {y}"
    return None


def main():
    got = subprocess.run(sys.argv[1], check=True, capture_output=True,
                         text=True).stdout
    with open(sys.argv[2], encoding="utf-8") as f:
        differs = difference(got, f.read())
    if differs:
        sys.exit("example_train.py: " + differs)


if __name__ == "__main__":
    main()
