/* SPDX-License-Identifier: MIT
 * PyTorch's float normals of 16 values and more without AVX2: the libm's
 * logf, sinf and cosf, one fused multiply-add at the end.
 * Learned from: PyTorch 2.13, aten/native/cpu/DistributionTemplates.h.
 */
#include "math/torch_default.h"

#include "math/fma.h"
#include "math/glibc.h"
#include "math/sqrt.h"

/* 2 pi as PyTorch has it, a double that the uniform is widened to. */
#define TWO_PI 6.283185307179586

void ssi_torch_default_normal16_blocks(float *d, size_t count, float mean,
                                       float std)
{
    float log[8], s[8], c[8];

    for (; count; count--, d += 16) {
        for (int j = 0; j < 8; j++) {
            log[j] = 1.0f - d[j];
            s[j] = (float)(TWO_PI * (double)d[j + 8]);
        }
        ssi_glibc_logf_block(log, 8);
        ssi_glibc_sincosf_block(s, c, 8);
        for (int j = 0; j < 8; j++) {
            float radius = ssi_sqrtf(-2.0f * log[j]);

            d[j] = ssi_fmaf(radius * c[j], std, mean);
            d[j + 8] = ssi_fmaf(radius * s[j], std, mean);
        }
    }
}
