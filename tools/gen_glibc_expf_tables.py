#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print src/math/glibc_expf_tables.h, for expf() and powf().

By formula: 2^(k/32). Fixed by fiat: the minimax polynomial of exp2 in ARM
optimized-routines (math/exp2f_data.c, N = 32), as in glibc 2.27 and later;
see LICENSES/ARM-optimized-routines.txt.
"""

import struct
from fractions import Fraction

import exact_math as em

C = """
0x1.c6af84b912394p-5 0x1.ebfce50fac4f3p-3 0x1.62e42ff0c52d6p-1"""


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def main():
    em.show_head("gen_glibc_expf_tables.py",
                 "expf() and the second half of powf(), glibc 2.27 and later")
    em.show_defines(["EXPF_INV_LN2N"], [em.to_double(32 / em.exact(em.LN2))])
    c = [float.fromhex(word) for word in C.split()]
    em.show_array("exp2f_c", c, 1, "2^r = c[0] r^3 + c[1] r^2 + c[2] r + 1")
    em.show_array("expf_c", [x / 32**(3 - i) for i, x in enumerate(c)], 1,
                  "2^(r/32) likewise")
    rows = [bits(em.to_double(em.exp2(Fraction(k, 32)))) - (k << 47)
            for k in range(32)]
    em.show_array("exp2f_table", rows, 2, "Bits of 2^(k/32) less k << 47",
                  em.hex_word)


if __name__ == "__main__":
    main()
