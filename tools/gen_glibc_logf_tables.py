#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print src/math/glibc_logf_tables.h, for logf() and powf().

By formula: log(c) and log2(c) for each c = 1 / INVC. Fixed by fiat: the
minimax polynomials and the 16 INVC of ARM optimized-routines
(math/logf_data.c, math/powf_log2_data.c), as in glibc 2.27 and later; see
LICENSES/ARM-optimized-routines.txt.
"""

import exact_math as em

LOG = """
-0x1.00ea348b88334p-2 0x1.5575b0be00b6ap-2 -0x1.ffffef20a4123p-2"""

LOG2 = """
0x1.27616c9496e0bp-2 -0x1.71969a075c67ap-2 0x1.ec70a6ca7baddp-2
-0x1.7154748bef6c8p-1 0x1.71547652ab82bp0"""

INVC = """
0x1.661ec79f8f3bep0 0x1.571ed4aaf883dp0 0x1.49539f0f010bp0
0x1.3c995b0b80385p0 0x1.30d190c8864a5p0 0x1.25e227b0b8eap0
0x1.1bb4a4a1a343fp0 0x1.12358f08ae5bap0 0x1.0953f419900a7p0
0x1p0 0x1.e608cfd9a47acp-1 0x1.ca4b31f026aap-1
0x1.b2036576afce6p-1 0x1.9c2d163a1aa2dp-1 0x1.886e6037841edp-1
0x1.767dcf5534862p-1"""


def figures(text):
    return [float.fromhex(word) for word in text.split()]


def main():
    em.show_head("gen_glibc_logf_tables.py",
                 "logf() and the first half of powf(), glibc 2.27 and later")
    em.show_defines(["LOGF_LN2"], [em.to_double(em.LN2)])
    em.show_array("logf_a", figures(LOG), 1,
                  "log(1 + r) = r + a[2] r^2 + a[1] r^3 + a[0] r^4")
    em.show_array("powf_a", figures(LOG2), 1,
                  "log2(1 + r) = a[4] r + a[3] r^2 + ... + a[0] r^5")
    rows = []
    for invc in figures(INVC):
        log = -em.exact(em.log(invc))
        rows += [invc, em.to_double(log),
                 em.to_double(log / em.exact(em.LN2))]
    em.show_array("logf_table", rows, 3, "Rows 1 / c, log(c), log2(c)")


if __name__ == "__main__":
    main()
