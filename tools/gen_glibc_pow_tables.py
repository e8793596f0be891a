#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print src/math/glibc_pow_tables.h.

By formula: ln 2 in two parts; 1 / c as the nearest multiple of 1/128 (1/256
below 1) to the reciprocal of an interval's centre, log(c) and its tail. Fixed
by fiat: the minimax polynomial of pow() in ARM optimized-routines
(math/pow_log_data.c, N = 128), as in glibc 2.28 and later; see
LICENSES/ARM-optimized-routines.txt.
"""

import struct
from fractions import Fraction

import exact_math as em

A = """
-0x1p-1 -0x1.555555555556p-1 0x1.0000000000006p-1
0x1.999999959554ep-1 -0x1.555555529a47ap-1 -0x1.2495b9b4845e9p0
0x1.0002b8b263fc3p0
"""
FIRST = 0x3fe6955500000000  # the bits of the lowest interval's start


def double(bits):
    return Fraction(struct.unpack("<d", struct.pack("<Q", bits))[0])


def reciprocal(i):
    """1 / c for the interval i."""
    start = FIRST + (i << 45)
    inverse = 2 / (double(start) + double(start + (1 << 45)))
    step = 128 if inverse > 1 else 256
    return Fraction(round(inverse * step), step)


def main():
    grid = Fraction(1, 2**42)
    ln2hi = em.to_double(em.to_multiple(em.LN2, grid))
    ln2lo = em.to_double(em.exact(em.LN2) - Fraction(ln2hi))
    em.show_head("gen_glibc_pow_tables.py", "pow() of glibc 2.28 and later")
    em.show_defines(["POW_LN2_HI", "POW_LN2_LO"], [ln2hi, ln2lo])
    em.show_array("pow_a", [float.fromhex(word) for word in A.split()], 1,
                  "log(1 + r) = r + a[0] r^2 - 2 a[1] r^3 + 4 a[3] r^4 ...")
    rows = []
    for i in range(128):
        invc = reciprocal(i)
        log = -em.log(invc)
        logc = em.to_multiple(log, grid / 2)
        rows += [float(invc), em.to_double(logc),
                 em.to_double(em.exact(log) - logc)]
    em.show_array("pow_table", rows, 3, "Rows 1 / c, log(c), its tail")


if __name__ == "__main__":
    main()
