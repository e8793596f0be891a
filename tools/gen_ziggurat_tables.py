#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print src/dist/ziggurat_tables.h: 256 layers under the normal and the
exponential curve, for doubles and floats, as NumPy has them.

Each table follows from where the tail begins (Marsaglia and Tsang 2000, The
ziggurat method). NumPy's were computed in less precision than they are given
with, so that some entries are a few units in the last place off: by how much
is listed in OFF, figures from NumPy's ziggurat_constants.h
(LICENSES/numpy.txt).
"""
import struct
from decimal import Decimal, getcontext

getcontext().prec = 60
PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494459")
LAYERS = 256


def figures(text):
    return dict(enumerate(int(word) for word in text.split()))


OFF = {
    "ki_double": figures("""
5 0 -31 -10 -5 -2 -1 -2 0 0 -1 -1 -2 0 0 0 0 1 -1 0 1 0 -1 1 -1 0 0 0 1 -1 0
0 0 0 -1 1 0 0 -2 0 0 0 0 0 -1 0 0 -1 0 0 0 0 0 0 1 0 0 0 0 0 -1 0 -1 -1 0
-1 0 -1 1 0 0 0 0 -1 0 1 0 0 0 0 -1 0 0 0 0 -1 0 0 0 0 0 -1 0 0 0 0 1 -1 0 0
1 0 0 0 0 0 0 0 0 0 1 0 0 -1 0 0 0 0 0 0 0 0 -1 0 1 0 0 1 0 0 -1 0 0 0 0 -1
0 0 0 0 0 0 1 0 -1 0 -1 0 -1 1 0 0 1 0 0 0 -1 1 0 0 0 0 0 0 -1 0 1 1 0 0 0 0
0 -1 -1 0 0 1 1 0 0 0 0 0 1 0 0 0 0 0 0 1 0 1 0 1 0 0 0 0 0 0 0 -1 1 0 -1 0
0 0 0 -1 0 -1 1 1 -1 0 0 0 0 1 0 0 -1 0 0 0 0 0 0 1 0 0 1 0 0 0 0 -1 0 0 0 0
0 -1 0 -1 0 0 0 0 1 0 0 0
"""),
    "wi_double": figures("""
-9 -130 -40 -33 -28 -26 -26 -22 -22 -11 -10 -9 -8 -8 -8 -8 -8 -9 -8 -8 -9 -9
-9 -10 -9 -8 -8 -7 -8 -8 -8 -7 -8 -8 -7 -7 -8 -8 -6 -6 -6 -5 -5 -6 -5 -6 -5
-5 -5 -5 -6 -6 -3 -4 -4 -4 -4 -4 -4 -4 -3 -4 -3 -3 -3 -3 -4 -3 -4 -3 -3 -4
-3 -2 -2 -3 -3 -3 -4 -3 -3 -3 -3 -3 -3 -3 -2 -2 -2 -2 -2 -1 -1 -1 -1 -1 -2
-2 -1 -2 -2 -2 -2 -2 -1 -2 -2 -2 -2 -2 -3 -3 -3 -2 -2 -2 -1 -1 -2 -2 -2 -2
-1 -1 -1 -1 -1 -2 -2 -2 -1 -1 -2 -2 -2 -2 -2 -2 -2 -2 -3 -4 -4 -4 -3 -3 -3
-3 -2 -2 -2 -1 -1 -1 -1 -1 0 0 0 0 0 -1 -1 0 -1 0 -1 -1 -1 0 0 0 1 2 3 3 3 2
2 1 0 0 0 0 0 0 0 0 -1 0 0 0 0 0 0 -1 -1 -1 -1 -1 -2 -1 -2 -2 -2 -2 -2 -2 -1
-1 -1 -1 -1 0 -1 -1 -1 0 0 0 -1 -1 0 0 0 0 0 0 -1 0 0 -1 0 -1 -1 -1 -1 -1 -1
-1 -1 0 1 0 1 1 1 1 1 1 0 0 0 1 1 0
"""),
    "fi_double": figures("""
0 7 6 5 5 5 5 4 5 5 5 4 4 4 4 4 4 5 4 5 5 5 5 5 5 4 4 4 5 5 5 4 4 5 4 4 4 5
4 4 3 3 3 3 3 4 3 4 4 3 4 3 4 4 5 5 5 5 5 5 5 4 4 4 4 4 5 4 5 4 4 4 4 3 2 3
7 7 8 8 6 7 8 7 8 7 6 5 6 5 4 4 3 3 3 3 5 4 3 4 4 4 4 4 3 4 4 4 5 5 6 6 5 5
4 4 3 3 4 3 4 3 2 1 1 2 2 3 3 3 3 3 3 4 4 3 3 4 4 3 5 6 7 7 6 5 5 10 7 7 7 5
4 5 4 3 1 2 0 0 1 3 3 2 1 1 1 2 1 2 0 -1 -3 -5 -7 -7 -8 -5 -4 -2 -1 0 1 0 1
0 2 0 1 1 1 2 2 1 2 7 6 5 10 6 12 12 12 12 15 13 13 11 9 7 8 7 3 1 6 8 4 2
-1 0 4 2 2 -3 0 1 2 3 3 2 3 4 1 5 3 6 8 16 13 9 4 -1 -4 -2 -6 -7 -9 -7 -5 -7
-3 -5 -6 -8 -8 2
"""),
    "ke_double": figures("""
-2 0 -2 0 0 -1 -1 -2 -2 -2 -2 -1 -1 -1 0 -1 -2 -1 -1 0 0 -1 -1 -2 -1 0 0 -1
-1 -2 -1 0 -1 -1 0 -2 -1 0 0 -1 -1 -2 0 -1 0 -2 -1 -1 -1 0 -1 -1 0 -1 -1 0
-1 -1 -1 -2 -1 -1 -2 -1 -2 -2 -2 -2 -1 -2 -2 -1 0 -2 -2 -2 -1 -1 -2 0 -1 -1
-2 -1 0 -1 -1 -1 -1 -1 -1 -1 -1 0 0 0 -1 0 -2 -1 -1 0 -2 -2 -1 -1 -2 -2 0 -2
-1 -1 -2 -1 -1 -1 -2 -2 0 -1 -1 -1 0 -1 0 -1 -1 -1 0 0 -2 -1 -2 -1 -1 0 -1 0
0 -1 -1 -1 -1 -1 0 -1 -2 -1 -1 -1 -2 0 0 -1 -1 -1 -1 -2 -1 -1 0 -1 -1 -2 -2
-1 -1 -2 0 -1 -1 -1 -1 -2 -2 -1 -1 -1 -1 0 -1 -1 -1 0 -2 -1 0 -1 -1 -1 -1 -2
-1 -1 -1 0 -1 -1 -2 -1 -1 -2 -2 -2 0 -1 0 -1 0 -1 -2 0 -1 -2 -2 -1 0 -2 -2
-2 -1 -1 -1 -1 0 0 -1 -2 -1 -1 -1 -1 -2 -1 -1 0 -1 -1 -1 0 -1 -1 -1 -2 -1 -1
-2 -1 0 0 -1 -1 -2 -1 -2 0
"""),
    "we_float": {226: 1},
    "fe_float": {128: -1, 154: 1, 171: -1},
}


def normal_tail(r):
    """The area right of r: half of all, less the series up to r."""
    term, total, n = r, Decimal(0), 0
    while abs(term) > Decimal(10) ** -58:
        total += term / (2 * n + 1)
        n += 1
        term *= -r * r / (2 * n)
    return (PI / 2).sqrt() - total


def layers(r, area, curve, inverse, bits):
    """k, w and f: what to accept at once, widths and heights."""
    unit = Decimal(2) ** bits
    k, w, f = ([Decimal(0)] * LAYERS for _ in range(3))
    base = area / curve(r)
    k[0], w[0], w[-1] = r / base * unit, base / unit, r / unit
    f[0], f[-1] = Decimal(1), curve(r)
    x = r
    for i in range(LAYERS - 2, 0, -1):
        inner = inverse(area / x + curve(x))
        k[i + 1], w[i], f[i] = inner / x * unit, inner / unit, curve(inner)
        x = inner
    return k, w, f


def normal(bits):
    r = Decimal("3.6541528853610087963519472518")

    def curve(x):
        return (-x * x / 2).exp()
    return layers(r, r * curve(r) + normal_tail(r), curve,
                  lambda y: (-2 * y.ln()).sqrt(), bits)


def exponential(bits):
    r = Decimal("7.6971174701310497140446280481")

    def curve(x):
        return (-x).exp()
    return layers(r, (r + 1) * curve(r), curve, lambda y: -y.ln(), bits)


def moved(x, units, kind):
    """x as a double or float, so many units in its last place further."""
    real, whole = ("<d", "<q") if kind == "double" else ("<f", "<i")
    bits, = struct.unpack(whole, struct.pack(real, float(x)))
    return struct.unpack(real, struct.pack(whole, bits + units))[0]


def show(name, ctype, entries, per_line):
    print(f"\nstatic const {ctype} ssi_{name}[{LAYERS}] = {{")
    for i in range(0, LAYERS, per_line):
        print("    " + " ".join(e + "," for e in entries[i:i + per_line]))
    print("};")


def show_layers(letter, kind, tables):
    for first, values in zip("kwf", tables):
        name = f"{first}{letter}_{kind}"
        off = OFF.get(name, {})
        pairs = [(x, off.get(i, 0)) for i, x in enumerate(values)]
        if first == "k":
            ctype = "uint64_t" if kind == "double" else "uint32_t"
            show(name, ctype, [hex(round(x) + d) for x, d in pairs], 3)
        else:
            suffix = "" if kind == "double" else "f"
            show(name, kind, [moved(x, d, kind).hex() + suffix
                              for x, d in pairs], 3 if suffix == "" else 2)


def main():
    print("/* GENERATED by tools/gen_ziggurat_tables.py: do not edit. The "
          "last units of\n * some entries are NumPy's figures "
          "(LICENSES/numpy.txt). */")
    print("#ifndef SSI_DIST_ZIGGURAT_TABLES_H")
    print("#define SSI_DIST_ZIGGURAT_TABLES_H\n\n#include <stdint.h>")
    show_layers("i", "double", normal(52))
    show_layers("i", "float", normal(23))
    show_layers("e", "double", exponential(53))
    show_layers("e", "float", exponential(23))
    print("\n#endif")


if __name__ == "__main__":
    main()
