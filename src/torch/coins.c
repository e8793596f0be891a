/* SPDX-License-Identifier: MIT
 * bernoulli_(p) with a number p.
 * Learned from: ATen/native/cpu/DistributionTemplates.h, bernoulli_kernel,
 * 2.13; of MKL by experiment with 2.6 (its MCG31m1: L'Ecuyer 1999).
 */
#include "torch/coins.h"

#include "torch/draw.h"
#include "torch/frozen.h"

#define MODULUS UINT64_C(0x7fffffff)
#define MULTIPLIER UINT64_C(1132489760)

ss_status ssi_torch_coins_start(ssi_torch_coins *coins, ss_torch_generator *g,
                                double p)
{
    *coins = (ssi_torch_coins){g, p, 0};
    if (!ssi_torch_has_mkl(g))
        return SS_OK;
    if (ssi_torch_before(g, 20000))
        return SS_ERR_TORCH_OLD_BERNOULLI;
    coins->mcg31 = ssi_torch_u32(g) % MODULUS;
    if (coins->mcg31 == 0)
        coins->mcg31 = 1;
    return SS_OK;
}

void ssi_torch_coins_fill(ssi_torch_coins *coins, double *out, size_t n)
{
    if (coins->mcg31 == 0) {
        ssi_torch_u53_fill(coins->g, out, n);
        for (size_t i = 0; i < n; i++)
            out[i] = out[i] < coins->p;
        return;
    }
    for (size_t i = 0; i < n; i++) {
        out[i] = (double)coins->mcg31 / (double)MODULUS < coins->p;
        coins->mcg31 = coins->mcg31 * MULTIPLIER % MODULUS;
    }
}
