#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print src/math/reduce_pi_2_tables.h: the bits of 2/pi and of pi/2.

By Machin's formula. 2/pi goes to the last bit that the largest double needs
for 200 good bits of its remainder.
"""

import exact_math as em

WORDS = 20  # of the fraction of 2/pi


def main():
    bits = 64 * WORDS + 64
    pi = em.pi(bits)
    two_over_pi = (1 << 2 * bits + 1) // pi >> 64
    words = [0] + [two_over_pi >> 64 * i & 2**64 - 1
                   for i in reversed(range(WORDS))]
    half_pi = pi >> (bits - 126)
    em.show_head("gen_reduce_pi_2_tables.py", "2/pi and pi/2")
    em.show_array("two_over_pi", words, 2, "2/pi, the first word is its "
                  "integer part", em.hex_word)
    em.show_array("half_pi", [half_pi >> 64, half_pi & 2**64 - 1], 2,
                  "pi/2 times 2^127", em.hex_word)


if __name__ == "__main__":
    main()
