/* SPDX-License-Identifier: MIT
 * advance() and jumped() of any bit generator, and NumPy's interface to it.
 */
#include <sameseed/bitgen.h>

#include "bitgen/kinds.h"

ss_status ss_bitgen_advance(ss_bitgen *bitgen, const uint64_t delta[4])
{
    switch (bitgen->kind) {
    case SS_BITGEN_PCG64:
        ssi_pcg64_advance(&bitgen->u.pcg64, delta);
        return SS_OK;
    case SS_BITGEN_PCG64DXSM:
        ssi_pcg64dxsm_advance(&bitgen->u.pcg64, delta);
        return SS_OK;
    case SS_BITGEN_PHILOX:
        ssi_philox_advance(&bitgen->u.philox, delta);
        return SS_OK;
    default:
        return SS_ERR_UNSUPPORTED;
    }
}

static ss_status jump_mt19937(ss_mt19937 *mt, const uint64_t jumps[2])
{
    if (jumps[1] >> 63) /* negative: none */
        return SS_OK;
    if (jumps[1] != 0 || jumps[0] >> 63)
        return SS_ERR_UNSUPPORTED;
    ss_mt19937_jump(mt, jumps[0]);
    return SS_OK;
}

ss_status ss_bitgen_jump(ss_bitgen *bitgen, const uint64_t jumps[2])
{
    uint64_t delta[4] = {0, 0, jumps[0], jumps[1]}; /* 2**128 blocks each */

    if (bitgen->kind == SS_BITGEN_MT19937)
        return jump_mt19937(&bitgen->u.mt19937, jumps);
    if (bitgen->kind != SS_BITGEN_PHILOX)
        ssi_pcg64_jump_length(jumps, delta);
    return ss_bitgen_advance(bitgen, delta);
}

static uint64_t next_uint64(void *state)
{
    return ss_bitgen_next_u64(state);
}

static uint32_t next_uint32(void *state)
{
    return ss_bitgen_next_u32(state);
}

static double next_double(void *state)
{
    return ss_bitgen_next_double(state);
}

static uint64_t next_raw(void *state)
{
    return ss_bitgen_next_raw(state);
}

ss_bitgen_interface ss_bitgen_interface_of(ss_bitgen *bitgen)
{
    return (ss_bitgen_interface){bitgen, next_uint64, next_uint32, next_double,
                                 next_raw};
}
