/* SPDX-License-Identifier: MIT
 * The transform of PyTorch's vector path. float64 goes through the C library
 * and ends in one fma, whatever the compiler does.
 * Learned from: ATen/native/cpu/DistributionTemplates.h, NormalFill16, 2.13.
 */
#include "torch/normal.h"

#include "math/fma.h"
#include "math/glibc.h"
#include "math/sqrt.h"
#include "math/torch_avx2.h"
#include "math/torch_default.h"
#include "torch/frozen.h"

#define TWO_PI 0x1.921fb54442d18p+2
#define TOGETHER 16 /* blocks whose pairs are transformed together */

void ssi_torch_normal_blocks_f32(const ss_torch_generator *g, float mean,
                                 float std, float *values, size_t blocks)
{
    if (g->capability == SS_TORCH_DEFAULT && ssi_torch_before(g, 21300))
        ssi_torch_normal16_before_2_13(values, blocks, mean, std);
    else if (g->capability == SS_TORCH_DEFAULT
             || g->capability == SS_TORCH_AARCH64)
        ssi_torch_default_normal16_blocks(values, blocks, mean, std);
    else
        ssi_torch_normal16_blocks(values, blocks, mean, std);
}

/* At most TOGETHER blocks: u1 in their lower, u2 in their upper halves. */
static void pairs(double mean, double std, double *values, size_t blocks)
{
    double radius[8 * TOGETHER], sine[8 * TOGETHER], cosine[8 * TOGETHER];
    size_t n = 8 * blocks;

    for (size_t i = 0; i < n; i++) {
        const double *d = values + 16 * (i / 8) + i % 8;
        radius[i] = 1.0 - d[0]; /* (0, 1] */
        sine[i] = TWO_PI * d[8];
    }
    ssi_glibc_log_block(radius, n);
    ssi_glibc_sincos_block(sine, cosine, n);
    for (size_t i = 0; i < n; i++) {
        double *d = values + 16 * (i / 8) + i % 8;
        double r = ssi_sqrt(-2.0 * radius[i]);
        d[0] = ssi_fma(r * cosine[i], std, mean);
        d[8] = ssi_fma(r * sine[i], std, mean);
    }
}

void ssi_torch_normal_blocks_f64(const ss_torch_generator *g, double mean,
                                 double std, double *values, size_t blocks)
{
    if (g->capability == SS_TORCH_DEFAULT && ssi_torch_before(g, 21300)) {
        ssi_torch_normal16_f64_before_2_13(mean, std, values, blocks);
        return;
    }
    while (blocks > 0) {
        size_t take = blocks < TOGETHER ? blocks : TOGETHER;
        pairs(mean, std, values, take);
        values += 16 * take;
        blocks -= take;
    }
}
