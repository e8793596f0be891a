#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print src/math/glibc_acos_tables.h.

By formula, all of it: on each interval of 2^-8 the minimax polynomial of asin
around the middle (Remez), its constant term in two doubles; and 1/sqrt(m),
rounded to 14 decimals. What has no formula is how far the makers of the table
in IBM's accurate mathematical library (glibc's asincos.tbl) were from these
values: some last places, and more of them where their Remez iteration ended
early, in the last coefficients. Those differences are CORRECTIONS, read off
glibc 2.36. Fixed by fiat also the polynomial for |x| < 1/8, of the same
origin.
"""

import math
from decimal import Decimal, getcontext
from fractions import Fraction

import exact_math as em

ROWS = 216
HEAD_BITS = 51  # behind the point, in the head of the constant term
HALF = Decimal(1) / 512  # half an interval
NEAR = """
0x1.55555555554f9p-3 0x1.333333336127dp-4 0x1.6db6dae42c0e4p-5
0x1.f1c7e04f4ad99p-6 0x1.6e442c822d419p-6 0x1.292d80f453c72p-6"""
ROOT = """
0x1.fffffffecc1ddp-1 0x1.fffffff757304p-2 0x1.800496769c91ap-2
0x1.4006318d1dab9p-2"""
# Units in the last place, by row: of the last three coefficients and of the
# constant term's tail.
CORRECTIONS = """
0 0 -18 0, 0 0 -5 0, 0 0 -16 0, 0 0 -15 0, 0 0 -21 0, 0 0 -14 0, 0 0 -21 0,
0 0 -9 0, 0 0 -11 0, 0 0 -11 0, 0 0 -6 0, 0 0 -2 0, 0 0 -4 0, 0 0 -7 0,
0 0 2 0, 0 0 -2 0, 0 0 -7 -14, 0 0 -3 0, 0 0 0 -1, 0 0 -7 0, 0 0 -5 0,
0 0 0 0, 0 0 0 -1, 0 0 -4 0, 0 0 -3 -1, 0 0 -1 0, 0 0 2 -1, 0 0 -1 0,
0 0 -7 -1, 0 0 -4 0, 0 0 -5 0, 0 0 -2 -1, 0 0 0 0, 0 0 1 0, 0 0 1 0, 0 0 -2 0,
0 0 -3 0, 0 0 -1 -1, 0 0 0 0, 0 0 0 0, 0 0 -2 0, 0 0 -2 0, 0 0 0 0, 0 0 -3 0,
0 0 3 0, 0 0 -3 -1, 0 0 0 0, 0 0 -3 0, 0 0 -1 -1, 0 0 4 0, 0 0 1 -1, 0 0 1 0,
0 0 0 0, 0 0 -1 0, 0 0 -1 -1, 0 0 -1 0, 0 0 -1 0, 0 0 0 -1, 0 0 0 0, 0 0 0 -1,
0 0 1 0, 0 0 0 0, 0 0 1 0, 0 0 -1 -1, 0 0 0 0, 0 0 2 0, 0 0 0 0, 0 0 0 -1,
0 0 2 -1, 0 0 0 -2, 0 0 1 0, 0 0 -1 -1, 0 0 -2 0, 0 0 -2 0, 0 0 -3 0,
0 0 -5 0, 0 0 -4 0, 0 0 -3 0, 0 0 0 0, 0 0 -1 -2, 0 0 -3 0, 0 0 0 0, 0 0 -1 0,
0 0 -2 -1, 0 0 0 0, 0 0 -7 0, 0 0 -6 0, 0 0 -1 0, 0 0 -6 -1, 0 0 1 0, 0 0 0 0,
0 0 -5 -1, 0 0 1 -1, 0 0 -9 0, 0 0 -4 -1, 0 0 -1 0, 0 -5 -72 0, 0 -6 281 -1,
0 -6 39 0, 0 -3 2162 -1, 1 -2 -1827 0, 0 -6 3035 0, 0 -5 641 0, 0 -5 1086 -1,
0 -8 912 0, 0 -4 4292 0, 0 -1 4086 0, 0 -3 2077 -1, -1 -4 923 0, 0 -2 1061 0,
0 -1 2360 0, 0 -2 1190 0, 0 -2 1629 -1, 0 -5 2114 0, 0 -1 -238 0, 0 -2 1933 0,
0 -4 2788 0, 0 -4 2212 -1, 0 -3 1373 -1, 0 0 1193 -1, 0 -1 501 -1, 0 -1 797 0,
0 -1 834 -1, 0 -1 1494 -9, 0 -1 527 -1, 0 -1 1029 0, 0 -2 1336 0, 0 -2 1042 0,
0 -2 758 -42, 0 -1 615 0, -1 -1 1105 -1, 0 -1 73 0, 0 0 530 0, 0 -1 617 0,
0 -1 274 0, 0 0 603 -1, 0 -1 195 -1, 0 -1 454 0, 0 -1 514 -6, 0 -1 322 0,
0 -1 180 0, 0 0 224 -1, 0 -1 315 -1, 0 0 199 -1, 0 0 185 0, 0 -1 415 0,
0 0 341 -1, 0 0 151 0, 0 0 199 -4, 0 0 162 0, 0 0 106 -1, 0 0 121 -1,
0 0 167 0, 0 0 205 0, 0 0 148 0, 0 0 194 0, 0 0 41 0, 0 -1 38 -1, 0 0 60 -1,
0 0 35 -1, 2 60 -19765 -3, 2 66 -22317 0, 1 84 -11137 -1, 1 24 -22467 -1,
1 27 -7544 -5, 1 26 -4894 0, 0 26 -5490 -1, 1 41 -9001 -1, 1 27 -8228 -1,
0 9 -8078 -1, 0 13 -1957 -1, 0 17 -2607 -1, 0 14 -3095 -1, 0 10 -1201 0,
0 16 -3352 -1, 0 8 -1502 0, 0 6 -2077 0, 0 11 -2551 -24, 0 13 -656 -1,
0 7 -422 -2, 1 5 -615 0, 0 4 -1297 0, 0 3 -88 0, 0 4 -645 0, 0 2 -328 0,
0 3 -608 0, 0 2 -102 0, 0 2 -213 -1, 0 1 -158 -1, 0 1 -154 0, 0 1 -143 -2,
0 1 -80 0, 0 1 -76 0, 0 1 -87 -1, 0 0 -89 0, 0 1 -53 0, 0 0 -39 -1,
0 0 -36 -2, 0 1 -21 0, 0 0 -10 0, 0 0 -11 0, 0 0 -7 0, 0 0 -2 0, 0 0 -2 -1,
0 -2 275 0, 0 -1 84 0, 0 -1 160 0, 0 0 61 -70, 0 -1 46 -1, 0 0 22 -3,
0 0 9 -1, 0 0 2 -1, 0 1 -94 0, 1 2 -101 0, 0 1 -44 -2, 0 0 -8 0"""


def degree(row):
    """Rows at 1/8, 1/2, 3/4, 0.921875, 0.953125 begin a higher degree."""
    return 6 + sum(row >= first for first in (96, 160, 204, 212))


def middle(row):
    return Fraction(1, 8) + Fraction(2 * row + 1, 512)


def decimal(x):
    return Decimal(x.numerator) / Decimal(x.denominator)


def asin(x):
    """Newton's iteration on the sine."""
    y = Fraction(math.asin(x))
    for _ in range(3):
        s, c = em.sin_cos(y)
        y = em.exact(em.fixed(y + (x - em.exact(s)) / em.exact(c)))
    return y


def taylor(x, count):
    """asin(x + t) = ... + c[1] t + c[2] t^2 + ...; c[0] is 0 here."""
    d = [1 / (1 - x * x).sqrt()]
    for k in range(count - 1):
        before = d[k - 1] * k if k else 0
        d.append((x * (2 * k + 1) * d[k] + before) / ((1 - x * x) * (k + 1)))
    return [Decimal(0)] + [v / (k + 1) for k, v in enumerate(d)]


def horner(c, x):
    total = Decimal(0)
    for v in reversed(c):
        total = total * x + v
    return total


def solve(rows):
    """Gaussian elimination; each row ends with its right side."""
    n = len(rows)
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [v / rows[i][i] for v in rows[i]]
        for r in range(n):
            if r != i:
                factor = rows[r][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [row[n] for row in rows]


def cosines(n):
    """cos(pi k / n), k = 0 ... n."""
    pi = Fraction(em.pi(em.BITS), em.ONE)
    return [decimal(em.exact(em.sin_cos(pi * k / n)[1]))
            for k in range(n + 1)]


def remez(c, n, points):
    """The minimax polynomial of degree n of sum c[k] s^k on [-1, 1]."""
    for _ in range(3):
        rows = [[s**k for k in range(n + 1)] + [Decimal((-1)**i), horner(c, s)]
                for i, s in enumerate(points)]
        p = solve(rows)[:n + 1]
        error = [v - (p[k] if k <= n else 0) for k, v in enumerate(c)]
        slope = [k * v for k, v in enumerate(error)][1:]
        bend = [k * v for k, v in enumerate(slope)][1:]
        for i in range(1, n + 1):
            for _ in range(3):
                s = points[i]
                points[i] = s - horner(slope, s) / horner(bend, s)
    return p


def row_by_formula(row, points):
    """c[1] ... c[n], the tail of asin + c[0], its head."""
    x, n = middle(row), degree(row)
    c = taylor(decimal(x), n + 16)
    p = remez([v * HALF**k for k, v in enumerate(c)], n, list(points[n]))
    constant = asin(x) + Fraction(p[0])
    head = Fraction(round(constant * 2**HEAD_BITS), 2**HEAD_BITS)
    tail = em.to_double(constant - head)
    return [float(v / HALF**(k + 1)) for k, v in enumerate(p[1:])] + [
        tail, em.to_double(head)]


def table():
    """Rows c[1] ... c[10], tail, head; what a row has not is 0."""
    points = {n: cosines(n + 1) for n in range(6, 11)}
    values = []
    for row, text in enumerate(CORRECTIONS.split(",")):
        v = row_by_formula(row, points)
        units = [0] * (degree(row) - 3) + [int(u) for u in text.split()] + [0]
        v = [x + u * math.ulp(x) for x, u in zip(v, units, strict=True)]
        values += v[:-2] + [0.0] * (12 - len(v)) + v[-2:]
    return values


def inverse_roots():
    """1/sqrt of the middles of [1/2, 1) in 64 and of [1, 2) in 64 parts."""
    middles = [Decimal(2 * i + 129) / 256 for i in range(64)]
    middles += [Decimal(2 * i + 129) / 128 for i in range(64)]
    return [float(round(1 / m.sqrt(), 14)) for m in middles]


def main():
    getcontext().prec = 100
    em.show_head("gen_glibc_acos_tables.py", "acos() of glibc 2.36 to 2.43")
    em.show_array("acos_near", [float.fromhex(w) for w in NEAR.split()], 1,
                  "asin(x) = x + near[0] x^3 + ..., |x| < 1/8")
    em.show_array("acos_root", [float.fromhex(w) for w in ROOT.split()], 1,
                  "1/sqrt(1 - r) = root[0] + root[1] r + ..., |r| < 2^-6")
    em.show_array("acos_inverse_root", inverse_roots(), 2,
                  "1/sqrt(m), 1/2 <= m < 2")
    values = table()
    print("/* asin(x + t) = head + (tail + c[0] t + c[1] t^2 + ...) for the "
          "x that are the\n * middles of intervals of 1/256 from 1/8 on: c, "
          "tail, head */")
    em.show_array("acos_table", values, 3)


if __name__ == "__main__":
    main()
