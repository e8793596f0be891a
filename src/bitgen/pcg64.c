/* SPDX-License-Identifier: MIT
 * PCG64 and PCG64DXSM: words, and any number of steps at once.
 * Learned from: Brown 1994, Random number generation with arbitrary strides;
 * numpy/random/src/pcg64, 2.4.
 */
#include "bitgen/kinds.h"
#include "bitgen/pcg64_step.h"

uint64_t ss_pcg64_next_u64(ss_pcg64 *pcg)
{
    return ssi_pcg64_next(pcg);
}

uint64_t ss_pcg64dxsm_next_u64(ss_pcg64 *pcg)
{
    return ssi_pcg64dxsm_next(pcg);
}

/* The fills work on a copy, which can stay in registers. */
void ssi_pcg64_fill(ss_pcg64 *pcg, uint64_t *out, size_t n)
{
    ss_pcg64 copy = *pcg;

    for (size_t i = 0; i < n; i++)
        out[i] = ssi_pcg64_next(&copy);
    *pcg = copy;
}

void ssi_pcg64dxsm_fill(ss_pcg64 *pcg, uint64_t *out, size_t n)
{
    ss_pcg64 copy = *pcg;

    for (size_t i = 0; i < n; i++)
        out[i] = ssi_pcg64dxsm_next(&copy);
    *pcg = copy;
}

/* delta steps s -> m s + c are one such step, by doubling. */
static void advance(ss_pcg64 *pcg, ssi_u128 delta, ssi_u128 m)
{
    const ssi_u128 one = {0, 1};
    ssi_u128 c = ssi_pcg64_inc(pcg), m_all = one, c_all = {0, 0};

    while (delta.high || delta.low) {
        if (delta.low & 1) {
            m_all = ssi_u128_mul(m_all, m);
            c_all = ssi_u128_add(ssi_u128_mul(c_all, m), c);
        }
        c = ssi_u128_mul(ssi_u128_add(m, one), c);
        m = ssi_u128_mul(m, m);
        delta.low = delta.low >> 1 | delta.high << 63;
        delta.high >>= 1;
    }
    ssi_pcg64_put(
        pcg, ssi_u128_add(ssi_u128_mul(m_all, ssi_pcg64_state(pcg)), c_all));
    pcg->has_uint32 = 0;
    pcg->uinteger = 0;
}

void ssi_pcg64_advance(ss_pcg64 *pcg, const uint64_t delta[2])
{
    advance(pcg, (ssi_u128){delta[1], delta[0]}, SSI_PCG64_MULTIPLIER);
}

void ssi_pcg64dxsm_advance(ss_pcg64 *pcg, const uint64_t delta[2])
{
    advance(pcg, (ssi_u128){delta[1], delta[0]},
            (ssi_u128){0, SSI_PCG64_CHEAP});
}

/* 2**128 over the golden ratio, an odd number of them. */
void ssi_pcg64_jump_length(const uint64_t jumps[2], uint64_t delta[2])
{
    const ssi_u128 jump = {0x9e3779b97f4a7c15u, 0xf39cc0605cedc835u};
    ssi_u128 all = ssi_u128_mul(jump, (ssi_u128){jumps[1], jumps[0]});

    delta[0] = all.low;
    delta[1] = all.high;
}
