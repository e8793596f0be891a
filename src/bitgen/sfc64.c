/* SPDX-License-Identifier: MIT
 * SFC64.
 * Learned from: Doty-Humphrey, PractRand, sfc; numpy/random/src/sfc64, 2.4.
 */
#include "bitgen/kinds.h"

uint64_t ss_sfc64_next_u64(ss_sfc64 *sfc)
{
    uint64_t *s = sfc->state;
    uint64_t out = s[0] + s[1] + s[3]++;

    s[0] = s[1] ^ s[1] >> 11;
    s[1] = s[2] + (s[2] << 3);
    s[2] = (s[2] << 24 | s[2] >> 40) + out;
    return out;
}

void ssi_sfc64_fill(ss_sfc64 *sfc, uint64_t *out, size_t n)
{
    ss_sfc64 copy = *sfc;

    for (size_t i = 0; i < n; i++)
        out[i] = ss_sfc64_next_u64(&copy);
    *sfc = copy;
}
