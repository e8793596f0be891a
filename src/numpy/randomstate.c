/* SPDX-License-Identifier: MIT
 * RandomState's seeding. A new one has no hidden state; seed() of an old one
 * leaves the set-up of the last binomial alone, as NumPy does.
 */
#include <sameseed/numpy.h>

#include <string.h>

#include <sameseed/seed.h>

/* RandomState() starts one word before the end of its random key. */
#define ENTROPY_POS (SS_MT19937_N - 1)

static void forget_gauss(ss_numpy_randomstate *rs)
{
    rs->has_gauss = 0;
    rs->gauss = 0.0;
}

static void forget_all(ss_numpy_randomstate *rs)
{
    forget_gauss(rs);
    memset(&rs->binomial, 0, sizeof rs->binomial);
    rs->bitgen.kind = SS_BITGEN_MT19937;
    rs->release = 0;
}

void ss_numpy_randomstate_seed(ss_numpy_randomstate *rs, uint32_t seed)
{
    forget_all(rs);
    ss_mt19937_seed(&rs->bitgen.u.mt19937, seed);
}

ss_status ss_numpy_randomstate_seed_array(ss_numpy_randomstate *rs,
                                          const uint32_t *words, size_t count)
{
    if (count == 0)
        return SS_ERR_NUMPY_SEED_EMPTY;
    forget_all(rs);
    return ss_mt19937_seed_array(&rs->bitgen.u.mt19937, words, count);
}

ss_status ss_numpy_randomstate_seed_entropy(ss_numpy_randomstate *rs)
{
    ss_mt19937 fresh;
    ss_status status = ss_mt19937_seed_entropy(&fresh);

    if (status != SS_OK)
        return status;
    forget_all(rs);
    fresh.pos = ENTROPY_POS;
    rs->bitgen.u.mt19937 = fresh;
    return SS_OK;
}

void ss_numpy_randomstate_reseed(ss_numpy_randomstate *rs, uint32_t seed)
{
    forget_gauss(rs);
    ss_mt19937_seed(&rs->bitgen.u.mt19937, seed);
}

ss_status ss_numpy_randomstate_reseed_array(ss_numpy_randomstate *rs,
                                            const uint32_t *words, size_t count)
{
    ss_status status =
        ss_mt19937_seed_array(&rs->bitgen.u.mt19937, words, count);

    if (status == SS_OK)
        forget_gauss(rs);
    return status;
}

ss_status ss_numpy_randomstate_reseed_entropy(ss_numpy_randomstate *rs)
{
    ss_mt19937 *mt = &rs->bitgen.u.mt19937;
    uint32_t pos = mt->pos;
    ss_status status = ss_mt19937_seed_entropy(mt);

    if (status != SS_OK)
        return status;
    mt->pos = pos;
    forget_gauss(rs);
    return SS_OK;
}
