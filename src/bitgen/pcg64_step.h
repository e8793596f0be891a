/* SPDX-License-Identifier: MIT
 * PCG64 and PCG64DXSM inlined: one step, one output.
 * Learned from: O'Neill 2014, PCG: a family of simple fast space-efficient
 * statistically good algorithms; numpy/random/src/pcg64, 2.4.
 */
#ifndef SSI_BITGEN_PCG64_STEP_H
#define SSI_BITGEN_PCG64_STEP_H

#include <sameseed/bitgen.h>

#include "base/u128.h"

#define SSI_PCG64_MULTIPLIER                                                   \
    ((ssi_u128){0x2360ed051fc65da4u, 0x4385df649fccf645u})
#define SSI_PCG64_CHEAP 0xda942042e4dd58b5u

static inline ssi_u128 ssi_pcg64_state(const ss_pcg64 *pcg)
{
    return (ssi_u128){pcg->state_high, pcg->state_low};
}

static inline ssi_u128 ssi_pcg64_inc(const ss_pcg64 *pcg)
{
    return (ssi_u128){pcg->inc_high, pcg->inc_low};
}

static inline void ssi_pcg64_put(ss_pcg64 *pcg, ssi_u128 state)
{
    pcg->state_high = state.high;
    pcg->state_low = state.low;
}

/* XSL-RR of the state after the step. */
static inline uint64_t ssi_pcg64_next(ss_pcg64 *pcg)
{
    ssi_u128 s =
        ssi_u128_add(ssi_u128_mul(ssi_pcg64_state(pcg), SSI_PCG64_MULTIPLIER),
                     ssi_pcg64_inc(pcg));
    uint64_t x = s.high ^ s.low;
    unsigned turn = (unsigned)(s.high >> 58);

    ssi_pcg64_put(pcg, s);
    return x >> turn | x << (-turn & 63);
}

/* DXSM of the state before the step. */
static inline uint64_t ssi_pcg64dxsm_next(ss_pcg64 *pcg)
{
    ssi_u128 s = ssi_pcg64_state(pcg);
    uint64_t high = s.high, low = s.low | 1;

    high ^= high >> 32;
    high *= SSI_PCG64_CHEAP;
    high ^= high >> 48;
    high *= low;
    s = ssi_u128_mul(s, (ssi_u128){0, SSI_PCG64_CHEAP});
    ssi_pcg64_put(pcg, ssi_u128_add(s, ssi_pcg64_inc(pcg)));
    return high;
}

#endif
