#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print src/math/glibc_sincos_tables.h.

By formula: sin and cos of k/128 in two doubles each. Fixed by fiat: the
polynomials of IBM's accurate mathematical library, as in glibc 2.28 to 2.43,
and the last places of 18 low words of its table, which somebody rounded
otherwise (by up to 39 units of a double that is itself 2^-53 of the result,
or less).
"""

import math
from fractions import Fraction

import exact_math as em

# Units in the last place of the low word, by (k, "sin" or "cos").
ROUNDED_OTHERWISE = {
    (2, "sin"): 1, (10, "sin"): 1, (23, "sin"): 39, (26, "cos"): 1,
    (27, "sin"): 1, (33, "sin"): 1, (34, "sin"): 1, (36, "sin"): 1,
    (40, "sin"): -2, (44, "cos"): 1, (70, "cos"): 1, (75, "sin"): 1,
    (75, "cos"): -2, (79, "cos"): 1, (85, "sin"): 1, (90, "sin"): -2,
    (94, "sin"): 1, (107, "sin"): 1,
}

SIN_NEAR = """
-0x1.5555555555555p-3 0x1.1111111110ecep-7 -0x1.a01a019db08b8p-13
0x1.71de27b9a7ed9p-19 -0x1.addffc2fcdf59p-26"""
SIN_STEP = (-1.66666666666664880952546298448555e-01,
            8.33333214285722277379541354343671e-03)
COS_STEP = (4.99999999999999999999950396842453e-01,
            -4.16666666666664434524222570944589e-02,
            1.38888874007937613028114285595617e-03)


def low_word(x, high, places):
    """What the double high lacks of x, its mantissa `places` units larger."""
    low = em.to_double(em.exact(x) - Fraction(high))
    return low + places * math.copysign(math.ulp(low), low)


def main():
    em.show_head("gen_glibc_sincos_tables.py",
                 "sin() and cos() of glibc 2.28 and later")
    em.show_array("sin_near", [float.fromhex(w) for w in SIN_NEAR.split()], 1,
                  "sin(x) = x + near[0] x^3 + ..., |x| < 0.126")
    em.show_array("sin_step", SIN_STEP, 1, "The same for |x| <= 2^-8")
    em.show_array("cos_step", COS_STEP, 1, "1 - cos(x) for |x| <= 2^-8")
    rows = []
    for k in range(110):
        for name, x in zip(("sin", "cos"), em.sin_cos(Fraction(k, 128))):
            high = em.to_double(x)
            places = ROUNDED_OTHERWISE.get((k, name), 0)
            rows += [high, low_word(x, high, places)]
    em.show_array("sincos_table", rows, 2,
                  "sin(k/128), its tail, cos(k/128), its tail")


if __name__ == "__main__":
    main()
