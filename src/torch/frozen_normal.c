/* SPDX-License-Identifier: MIT
 * Blocks of 16 normals under the profile default before PyTorch 2.13: no fma
 * at the end, which 2.13 writes out.
 * Learned from: ATen/native/cpu/DistributionTemplates.h, normal_fill_16, 2.12.
 */
#include "math/glibc.h"
#include "math/sqrt.h"
#include "torch/frozen.h"

#define TWO_PI 0x1.921fb54442d18p+2

void ssi_torch_normal16_before_2_13(float *d, size_t count, float mean,
                                    float std)
{
    float log[8], sine[8], cosine[8];

    for (; count; count--, d += 16) {
        for (int j = 0; j < 8; j++) {
            log[j] = 1.0f - d[j];
            sine[j] = (float)(TWO_PI * (double)d[j + 8]);
        }
        ssi_glibc_logf_block(log, 8);
        ssi_glibc_sincosf_block(sine, cosine, 8);
        for (int j = 0; j < 8; j++) {
            float radius = ssi_sqrtf(-2.0f * log[j]);
            d[j] = radius * cosine[j] * std + mean;
            d[j + 8] = radius * sine[j] * std + mean;
        }
    }
}

void ssi_torch_normal16_f64_before_2_13(double mean, double std, double *d,
                                        size_t count)
{
    double log[8], sine[8], cosine[8];

    for (; count; count--, d += 16) {
        for (int j = 0; j < 8; j++) {
            log[j] = 1.0 - d[j];
            sine[j] = TWO_PI * d[j + 8];
        }
        ssi_glibc_log_block(log, 8);
        ssi_glibc_sincos_block(sine, cosine, 8);
        for (int j = 0; j < 8; j++) {
            double radius = ssi_sqrt(-2.0 * log[j]);
            d[j] = radius * cosine[j] * std + mean;
            d[j + 8] = radius * sine[j] * std + mean;
        }
    }
}
