#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print src/math/pi_2_tables.h: pi/2 in the parts that glibc takes, and 2/pi.

All by Machin's formula.
"""

from fractions import Fraction

import exact_math as em


def parts(x, units):
    """x as a sum of multiples of 2^-unit; what is left is a double."""
    result, rest = [], em.exact(x)
    for unit in units:
        part = round(rest * 2**unit) / Fraction(2**unit)
        result.append(float(part))
        rest -= part
    return result + [em.to_double(rest)]


def main():
    half = em.pi(em.BITS) // 2
    high, low = parts(half, [52])
    em.show_head("gen_pi_2_tables.py", "pi/2 and 2/pi")
    em.show_defines(["SSI_2_OVER_PI", "SSI_PI_2_HI", "SSI_PI_2_LO"],
                    [em.to_double(1 / em.exact(half)), high, low])
    em.show_array("ssi_pi_2_parts", parts(half, [25, 53, 80]), 1,
                  "pi/2 in parts; the products of the first three by a small "
                  "integer are exact")
    em.show_defines(["SSI_PI_2_PART_3"], parts(half, [25, 53])[2:])


if __name__ == "__main__":
    main()
