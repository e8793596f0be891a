/* SPDX-License-Identifier: MIT
 * One word -> MT19937's state.
 * Learned from: Matsumoto & Nishimura's mt19937ar.c (2002), init_genrand;
 * Knuth, TAOCP volume 2, 3rd edition, page 106 for the multiplier.
 */
#include <sameseed/bitgen.h>

void ss_mt19937_seed(ss_mt19937 *mt, uint32_t seed)
{
    for (uint32_t i = 0; i < SS_MT19937_N; i++) {
        mt->key[i] = seed;
        seed = 1812433253u * (seed ^ (seed >> 30)) + i + 1;
    }
    mt->pos = SS_MT19937_N;
}
