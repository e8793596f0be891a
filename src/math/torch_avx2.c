/* SPDX-License-Identifier: MIT
 * PyTorch's AVX2 normals, the reference: what every variant must equal.
 * Learned from: the formulas of avx_mathfun.h and of PyTorch's
 * aten/native/cpu/DistributionTemplates.h; the order of roundings from the
 * code of the x86-64 wheel of PyTorch 2.13.
 */
#include "math/torch_avx2.h"

#include "math/bits.h"
#include "math/sqrt.h"
#include "math/torch_avx2_figures.h"

#define SSI_KERNEL "math/torch_avx2_kernel.h"
#include "math/fma_twice.h"

float ssi_torch_logf(float x)
{
    return SSI_FMA_CALL(torch_logf, x);
}

void ssi_torch_sincosf(float x, float *s, float *c)
{
    SSI_FMA_CALL(torch_sincosf, x, s, c);
}

void ssi_torch_normal16_blocks_c(float *d, size_t count, float mean, float std)
{
    SSI_FMA_CALL(torch_normal16, d, count, mean, std);
}

void ssi_torch_normal16_blocks(float *d, size_t count, float mean, float std)
{
#if SSI_X86
    if (ss_cpu_features() & SS_CPU_AVX2) {
        ssi_torch_normal16_blocks_avx2(d, count, mean, std);
        return;
    }
#endif
    ssi_torch_normal16_blocks_c(d, count, mean, std);
}

void ssi_torch_normal16(float d[16], float mean, float std)
{
    ssi_torch_normal16_blocks(d, 1, mean, std);
}
