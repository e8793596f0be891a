/* SPDX-License-Identifier: MIT
 * SeedSequence -> the state of each bit generator.
 * Learned from: numpy/random/_mt19937.pyx, _pcg64.pyx, _philox.pyx, _sfc64.pyx,
 * 2.4.
 */
#include <sameseed/seed.h>

#include "bitgen/pcg64_step.h"

#define SFC64_WARM_UP 12

void ss_mt19937_seed_sequence(ss_mt19937 *mt, const ss_seed_sequence *sequence)
{
    ss_seed_sequence_state_u32(sequence, mt->key, SS_MT19937_N);
    mt->key[0] = 0x80000000u; /* never all zeros */
    mt->pos = SS_MT19937_N - 1;
}

/* Both kinds are seeded with the multiplier of PCG64. */
void ss_pcg64_seed_sequence(ss_pcg64 *pcg, const ss_seed_sequence *sequence)
{
    uint64_t words[4];
    ssi_u128 state, inc;

    ss_seed_sequence_state_u64(sequence, words, 4);
    inc.high = words[2] << 1 | words[3] >> 63;
    inc.low = words[3] << 1 | 1;
    /* from state 0: a step, the seed added, another step */
    state = ssi_u128_add(inc, (ssi_u128){words[0], words[1]});
    state = ssi_u128_add(ssi_u128_mul(state, SSI_PCG64_MULTIPLIER), inc);
    *pcg = (ss_pcg64){state.high, state.low, inc.high, inc.low, 0, 0};
}

void ss_philox_seed_sequence(ss_philox *philox,
                             const ss_seed_sequence *sequence)
{
    const uint64_t counter[4] = {0};
    uint64_t key[2];

    ss_seed_sequence_state_u64(sequence, key, 2);
    ss_philox_init(philox, counter, key);
}

void ss_sfc64_seed_sequence(ss_sfc64 *sfc, const ss_seed_sequence *sequence)
{
    ss_seed_sequence_state_u64(sequence, sfc->state, 3);
    sfc->state[3] = 1;
    sfc->has_uint32 = 0;
    sfc->uinteger = 0;
    for (int i = 0; i < SFC64_WARM_UP; i++)
        ss_sfc64_next_u64(sfc);
}

ss_status ss_bitgen_seed_sequence(ss_bitgen *bitgen, ss_bitgen_kind kind,
                                  const ss_seed_sequence *sequence)
{
    switch (kind) {
    case SS_BITGEN_MT19937:
        ss_mt19937_seed_sequence(&bitgen->u.mt19937, sequence);
        break;
    case SS_BITGEN_PCG64:
    case SS_BITGEN_PCG64DXSM:
        ss_pcg64_seed_sequence(&bitgen->u.pcg64, sequence);
        break;
    case SS_BITGEN_PHILOX:
        ss_philox_seed_sequence(&bitgen->u.philox, sequence);
        break;
    case SS_BITGEN_SFC64:
        ss_sfc64_seed_sequence(&bitgen->u.sfc64, sequence);
        break;
    default:
        return SS_ERR_ARGUMENT;
    }
    bitgen->kind = kind;
    return SS_OK;
}

ss_status ss_bitgen_seed(ss_bitgen *bitgen, ss_bitgen_kind kind, uint64_t seed)
{
    ss_seed_sequence sequence;

    ss_seed_sequence_init_u64(&sequence, seed);
    return ss_bitgen_seed_sequence(bitgen, kind, &sequence);
}
