/* SPDX-License-Identifier: MIT
 * From [0, 1) to [from, to): the reference.
 */
#include "torch/uniform_kernels.h"

#include <sameseed/cpu.h>

#include "math/fma.h"

static void range_f32(const ssi_torch_range_f32 *range, float *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        float value = range->fused
                          ? ssi_fmaf(values[i], range->width, range->from)
                          : values[i] * range->width + range->from;
        values[i] = value == range->to ? range->from : value;
    }
}

static void range_f64(const ssi_torch_range_f64 *range, double *values,
                      size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double value = range->fused
                           ? ssi_fma(values[i], range->width, range->from)
                           : values[i] * range->width + range->from;
        values[i] = value == range->to ? range->from : value;
    }
}

const ssi_torch_uniform_kernels ssi_torch_uniform_portable = {range_f32,
                                                              range_f64};

const ssi_torch_uniform_kernels *ssi_torch_uniform_select(void)
{
    if ((ss_cpu_features() & SS_CPU_AVX2) && ssi_torch_uniform_avx2)
        return ssi_torch_uniform_avx2;
    return &ssi_torch_uniform_portable;
}
