/* SPDX-License-Identifier: MIT
 * The transform of PyTorch's vector path. float64 and, but for AVX2, float32
 * go through the C library; all end in one fma, whatever the compiler does.
 * Learned from: ATen/native/cpu/DistributionTemplates.h, NormalFill16, 2.13.
 */
#include "torch/normal.h"

#include "math/fma.h"
#include "math/glibc.h"
#include "math/sqrt.h"
#include "math/torch_avx2.h"

#define TWO_PI 0x1.921fb54442d18p+2

static void block_f32(float mean, float std, float d[16])
{
    for (int j = 0; j < 8; j++) {
        float u1 = 1.0f - d[j]; /* (0, 1] */
        float radius = ssi_sqrtf(-2.0f * ssi_glibc_logf(u1));
        float theta = (float)(TWO_PI * (double)d[j + 8]);
        d[j] = ssi_fmaf(radius * ssi_glibc_cosf(theta), std, mean);
        d[j + 8] = ssi_fmaf(radius * ssi_glibc_sinf(theta), std, mean);
    }
}

static void block_f64(double mean, double std, double d[16])
{
    for (int j = 0; j < 8; j++) {
        double u1 = 1.0 - d[j]; /* (0, 1] */
        double radius = ssi_sqrt(-2.0 * ssi_glibc_log(u1));
        double theta = TWO_PI * d[j + 8];
        d[j] = ssi_fma(radius * ssi_glibc_cos(theta), std, mean);
        d[j + 8] = ssi_fma(radius * ssi_glibc_sin(theta), std, mean);
    }
}

void ssi_torch_normal_blocks_f32(const ss_torch_generator *g, float mean,
                                 float std, float *values, size_t blocks)
{
    for (; blocks > 0; blocks--, values += 16) {
        if (g->capability == SS_TORCH_DEFAULT ||
            g->capability == SS_TORCH_AARCH64)
            block_f32(mean, std, values);
        else
            ssi_torch_normal16(values, mean, std);
    }
}

void ssi_torch_normal_blocks_f64(double mean, double std, double *values,
                                 size_t blocks)
{
    for (; blocks > 0; blocks--, values += 16)
        block_f64(mean, std, values);
}
