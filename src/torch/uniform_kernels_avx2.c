/* SPDX-License-Identifier: MIT
 * From [0, 1) to [from, to), the AVX2 variant: eight or four lanes, the last
 * few one by one.
 */
#include "torch/uniform_kernels.h"

#include "base/target.h"

#if SSI_X86

#include <immintrin.h>

SS_TARGET("avx2,fma")
static void range_f32(const ssi_torch_range_f32 *range, float *values, size_t n)
{
    const __m256 from = _mm256_set1_ps(range->from);
    const __m256 to = _mm256_set1_ps(range->to);
    const __m256 width = _mm256_set1_ps(range->width);
    size_t i = 0;

    for (; i + 8 <= n; i += 8) {
        __m256 u = _mm256_loadu_ps(values + i);
        __m256 value = range->fused
                           ? _mm256_fmadd_ps(u, width, from)
                           : _mm256_add_ps(_mm256_mul_ps(u, width), from);
        __m256 at_to = _mm256_cmp_ps(value, to, _CMP_EQ_OQ);
        _mm256_storeu_ps(values + i, _mm256_blendv_ps(value, from, at_to));
    }
    if (i < n)
        ssi_torch_uniform_portable.f32(range, values + i, n - i);
}

SS_TARGET("avx2,fma")
static void range_f64(const ssi_torch_range_f64 *range, double *values,
                      size_t n)
{
    const __m256d from = _mm256_set1_pd(range->from);
    const __m256d to = _mm256_set1_pd(range->to);
    const __m256d width = _mm256_set1_pd(range->width);
    size_t i = 0;

    for (; i + 4 <= n; i += 4) {
        __m256d u = _mm256_loadu_pd(values + i);
        __m256d value = range->fused
                            ? _mm256_fmadd_pd(u, width, from)
                            : _mm256_add_pd(_mm256_mul_pd(u, width), from);
        __m256d at_to = _mm256_cmp_pd(value, to, _CMP_EQ_OQ);
        _mm256_storeu_pd(values + i, _mm256_blendv_pd(value, from, at_to));
    }
    if (i < n)
        ssi_torch_uniform_portable.f64(range, values + i, n - i);
}

static const ssi_torch_uniform_kernels kernels = {range_f32, range_f64};
const ssi_torch_uniform_kernels *const ssi_torch_uniform_avx2 = &kernels;

#else

const ssi_torch_uniform_kernels *const ssi_torch_uniform_avx2 = NULL;

#endif
