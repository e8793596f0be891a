#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print src/math/glibc_exp_tables.h.

By formula: ln 2 / 128 in two parts, and 2^(k/128) as a double and its tail.
Fixed by fiat: the minimax polynomial of exp() in ARM optimized-routines
(math/exp_data.c, N = 128), as in glibc 2.28 and later; see
LICENSES/ARM-optimized-routines.txt.
"""

import struct
from fractions import Fraction

import exact_math as em

C = """
0x1.ffffffffffdbdp-2 0x1.555555555543cp-3
0x1.55555cf172b91p-5 0x1.1111167a4d017p-7
"""


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def main():
    ln2hi = em.to_multiple(em.LN2, Fraction(1, 2**36))
    em.show_head("gen_glibc_exp_tables.py", "exp() of glibc 2.28 and later")
    em.show_defines(
        ["EXP_INV_LN2N", "EXP_NEG_LN2_HI_N", "EXP_NEG_LN2_LO_N"],
        [em.to_double(128 / em.exact(em.LN2)), em.to_double(-ln2hi / 128),
         em.to_double(-(em.exact(em.LN2) - ln2hi) / 128)])
    em.show_array("exp_c", [float.fromhex(word) for word in C.split()], 1,
                  "exp(r) = 1 + r + c[0] r^2 + ..., |r| <= ln 2 / 256")
    rows = []
    for k in range(128):
        power = em.exp2(Fraction(k, 128))
        high = em.to_double(power)
        tail = em.to_double(em.exact(power) / Fraction(high) - 1)
        rows += [bits(tail), bits(high) - (k << 45)]
    em.show_array("exp_table", rows, 2,
                  "2^(k/128) (1 + tail): bits of tail, bits of 2^(k/128) less "
                  "k << 45", em.hex_word)


if __name__ == "__main__":
    main()
