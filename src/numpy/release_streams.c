/* SPDX-License-Identifier: MIT
 * SeedSequence and jumped() as the releases of NumPy have them.
 */
#include <sameseed/numpy_release.h>

#include "bitgen/mt19937_jump.h"
#include "numpy/generator_releases.h"
#include "seed/seed_sequence.h"

ss_status ss_numpy_release_seed_sequence_init(
    ss_numpy_release release, ss_seed_sequence *sequence,
    const uint32_t *entropy, size_t entropy_count, const uint32_t *spawn_key,
    size_t spawn_key_count, uint32_t pool_size)
{
    if (ssi_is_before(release, 11900))
        return ssi_seed_sequence_init_before_1_19(sequence, entropy,
                                                  entropy_count, spawn_key,
                                                  spawn_key_count, pool_size);
    return ss_seed_sequence_init(sequence, entropy, entropy_count, spawn_key,
                                 spawn_key_count, pool_size);
}

/* ss_bitgen_jump() of an MT19937. */
static ss_status jump_before_1_19(ss_mt19937 *mt, const uint64_t jumps[2])
{
    if (jumps[1] >> 63) /* negative: none */
        return SS_OK;
    if (jumps[1] != 0 || jumps[0] >> 63)
        return SS_ERR_UNSUPPORTED;
    ssi_mt19937_jump_before_1_19(mt, jumps[0]);
    return SS_OK;
}

ss_status ss_numpy_release_jump(ss_numpy_release release, ss_bitgen *bitgen,
                                const uint64_t jumps[2])
{
    if (ssi_is_before(release, 11900) && bitgen->kind == SS_BITGEN_MT19937)
        return jump_before_1_19(&bitgen->u.mt19937, jumps);
    return ss_bitgen_jump(bitgen, jumps);
}
