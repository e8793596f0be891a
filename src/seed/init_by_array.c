/* SPDX-License-Identifier: MIT
 * Any number of words -> MT19937's state.
 * Learned from: Matsumoto & Nishimura's mt19937ar.c (2002), init_by_array.
 */
#include <sameseed/bitgen.h>

/* The words in a ring without the first one, which is set at the end. */
static size_t next_index(uint32_t *key, size_t i)
{
    if (++i < SS_MT19937_N)
        return i;
    key[0] = key[SS_MT19937_N - 1];
    return 1;
}

static uint32_t blend(const uint32_t *key, size_t i, uint32_t multiplier)
{
    return key[i] ^ (key[i - 1] ^ (key[i - 1] >> 30)) * multiplier;
}

ss_status ss_mt19937_seed_array(ss_mt19937 *mt, const uint32_t *words,
                                size_t count)
{
    size_t i = 1, j = 0;
    size_t rounds = count > SS_MT19937_N ? count : SS_MT19937_N;

    if (count == 0)
        return SS_ERR_NUMPY_SEED_EMPTY;
    ss_mt19937_seed(mt, 19650218u);
    for (size_t k = 0; k < rounds; k++) {
        mt->key[i] = blend(mt->key, i, 1664525u) + words[j] + (uint32_t)j;
        i = next_index(mt->key, i);
        j = j + 1 < count ? j + 1 : 0;
    }
    for (size_t k = 1; k < SS_MT19937_N; k++) {
        mt->key[i] = blend(mt->key, i, 1566083941u) - (uint32_t)i;
        i = next_index(mt->key, i);
    }
    mt->key[0] = 0x80000000u; /* never all zeros */
    return SS_OK;
}
