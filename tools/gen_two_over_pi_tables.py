#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print src/math/two_over_pi_tables.h: the bits of 2/pi, by Machin's formula.

They go as far as the reduction of the largest double needs them.
"""

import exact_math as em

WORDS = 20  # of the fraction


def main():
    bits = 64 * WORDS + 64
    two_over_pi = (1 << 2 * bits + 1) // em.pi(bits) >> 64
    words = [0] + [two_over_pi >> 64 * i & 2**64 - 1
                   for i in reversed(range(WORDS))]
    em.show_head("gen_two_over_pi_tables.py", "2/pi")
    em.show_array("two_over_pi", words, 2, "The first word is its integer "
                  "part", em.hex_word)


if __name__ == "__main__":
    main()
