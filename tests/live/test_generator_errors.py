# SPDX-License-Identifier: MIT
"""Odd and wrong calls of Generator, RandomState, the bit generators and
SeedSequence: what is printed, the states afterwards and the errors are
NumPy's, class and text, or the call is refused as not supported.

SS_COMMAND names the command.
"""
import os
import random
import sys

import pytest

import odd_arguments as odd
import script_compare

pytestmark = pytest.mark.skipif(
    not script_compare.COMMAND, reason="SS_COMMAND names no command")
REFUSED_AT_MOST = 0.12  # of all scripts
# the same scripts each time, unless others are asked for
SEED = script_compare.SEED if os.environ.get("SS_LIVE_SEED") else 50000


def expression(r):
    k = r.random()
    if k < 0.7:
        return r.choice(["rng", "g"]) + "." + odd.call(r)
    if k < 0.8:
        return "rs." + odd.call(r, legacy=True)
    return r.choice([odd.sequence, odd.bit_generator])(r)


def make_script(r):
    kind = r.choice(["PCG64DXSM", "MT19937", "Philox", "SFC64"])
    seed = r.choice(["5", "np.random.PCG64(3)", "np.random.SFC64(3)",
                     "[1, 2]"])
    lines = ["import numpy as np",
             f"rng = np.random.default_rng({r.randrange(99)})",
             f"g = np.random.Generator(np.random.{kind}({r.randrange(99)}))",
             f"rs = np.random.RandomState({seed})"]
    for _ in range(r.randint(1, 3)):
        lines.append(f"print({r.choice(['', 'repr'])}({expression(r)}))")
    lines += ["print(rng.bit_generator.state)", "print(g.bit_generator.state)"]
    return "\n".join(lines) + "\n"


def difference(source, command):
    """None, "refused", or what differs."""
    differs = script_compare.difference(source, command)
    if differs is None:
        return None
    if "not supported" in command(source)[1]:
        printed, want = command(source)[0], script_compare.by_python(source)[0]
        if want.startswith(printed):
            return "refused"
    return differs


def run(count, seed):
    """The scripts that differ, and how many are refused."""
    command, bad, refused = script_compare.Command(), [], 0
    for i in range(seed, seed + count):
        source = make_script(random.Random(i))
        differs = difference(source, command)
        if differs == "refused":
            refused += 1
        elif differs is not None:
            bad.append(f"SS_LIVE_SEED={i} SS_LIVE_COUNT=1\n{source}\n"
                       f"{differs}\n")
    return bad, refused


def test_calls_end_as_numpys():
    bad, refused = run(script_compare.COUNT, SEED)
    assert not bad, bad[0]
    assert refused <= 5 + REFUSED_AT_MOST * script_compare.COUNT


if __name__ == "__main__":
    found, no = run(script_compare.COUNT, SEED)
    print("\n".join(found))
    print(f"{script_compare.COUNT} scripts from {SEED}, "
          f"{no} refused, {len(found)} differences")
    sys.exit(bool(found))
