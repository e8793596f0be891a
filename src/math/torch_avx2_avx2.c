/* SPDX-License-Identifier: MIT
 * PyTorch's AVX2 normals with AVX2: the operations of the reference in their
 * order, eight lanes at a time.
 */
#include "math/torch_avx2.h"

#include "base/target.h"

#if SSI_X86

#include <immintrin.h>

#include "math/torch_avx2_figures.h"

#define TARGET SS_TARGET("avx2,fma") static inline

TARGET __m256 all(float x)
{
    return _mm256_set1_ps(x);
}

TARGET __m256i all_bits(int x)
{
    return _mm256_set1_epi32(x);
}

TARGET __m256 log8(__m256 x)
{
    const float *p = torch_log_p;
    __m256 small, e, y, z;
    __m256i bits;

    x = _mm256_max_ps(x, all(0x1p-126f));
    bits = _mm256_castps_si256(x);
    e = _mm256_cvtepi32_ps(
        _mm256_sub_epi32(_mm256_srli_epi32(bits, 23), all_bits(126)));
    x = _mm256_castsi256_ps(
        _mm256_or_si256(_mm256_and_si256(bits, all_bits((int)0x807fffff)),
                        all_bits(0x3f000000)));
    small = _mm256_cmp_ps(x, all(TORCH_SQRT_HALF), _CMP_LT_OS);
    e = _mm256_sub_ps(e, _mm256_and_ps(all(1.0f), small));
    x = _mm256_add_ps(_mm256_sub_ps(x, all(1.0f)), _mm256_and_ps(x, small));
    z = _mm256_mul_ps(x, x);
    y = all(p[0]);
    for (int i = 1; i < 9; i++)
        y = _mm256_fmadd_ps(y, x, all(p[i]));
    y = _mm256_mul_ps(y, x);
    y = _mm256_fmadd_ps(y, z, _mm256_mul_ps(e, all(TORCH_LN2_LO)));
    y = _mm256_fnmadd_ps(z, all(0.5f), y);
    return _mm256_fmadd_ps(e, all(TORCH_LN2_HI), _mm256_add_ps(x, y));
}

/* The polynomials of the reduced argument. */
TARGET __m256 cos_part(__m256 z)
{
    const float *a = torch_cos_p;
    __m256 y = _mm256_fmadd_ps(all(a[0]), z, all(a[1]));

    y = _mm256_mul_ps(z, _mm256_fmadd_ps(y, z, all(a[2])));
    y = _mm256_fmsub_ps(z, y, _mm256_mul_ps(z, all(0.5f)));
    return _mm256_add_ps(y, all(1.0f));
}

TARGET __m256 sin_part(__m256 x, __m256 z)
{
    const float *b = torch_sin_p;
    __m256 y = _mm256_fmadd_ps(all(b[0]), z, all(b[1]));

    y = _mm256_mul_ps(z, _mm256_fmadd_ps(y, z, all(b[2])));
    return _mm256_fmadd_ps(x, y, x);
}

/* x with the sign that is bit 2 of j turned. */
TARGET __m256 turn(__m256 x, __m256i j)
{
    j = _mm256_slli_epi32(_mm256_and_si256(j, all_bits(4)), 29);
    return _mm256_xor_ps(_mm256_add_ps(x, _mm256_setzero_ps()),
                         _mm256_castsi256_ps(j));
}

TARGET void sincos8(__m256 x, __m256 *s, __m256 *c)
{
    __m256i j = _mm256_cvttps_epi32(_mm256_mul_ps(x, all(TORCH_4_PI)));
    __m256 y, z, sine, cosine, swap;

    j = _mm256_and_si256(_mm256_add_epi32(j, all_bits(1)), all_bits(~1));
    y = _mm256_cvtepi32_ps(j);
    for (int i = 0; i < 3; i++)
        x = _mm256_fmadd_ps(y, all(torch_pi_4[i]), x);
    z = _mm256_mul_ps(x, x);
    sine = sin_part(x, z);
    cosine = cos_part(z);
    swap = _mm256_castsi256_ps(
        _mm256_cmpeq_epi32(_mm256_and_si256(j, all_bits(2)), all_bits(2)));
    *s = turn(_mm256_blendv_ps(sine, cosine, swap), j);
    *c = turn(_mm256_blendv_ps(cosine, sine, swap),
              _mm256_xor_si256(_mm256_sub_epi32(j, all_bits(2)), all_bits(-1)));
}

SS_TARGET("avx2,fma")
void ssi_torch_normal16_blocks_avx2(float *d, size_t count, float mean,
                                    float std)
{
    for (; count; count--, d += 16) {
        __m256 radius, s, c;

        radius = log8(_mm256_sub_ps(all(1.0f), _mm256_loadu_ps(d)));
        radius = _mm256_sqrt_ps(_mm256_mul_ps(all(-2.0f), radius));
        sincos8(_mm256_mul_ps(all(TORCH_2_PI), _mm256_loadu_ps(d + 8)), &s, &c);
        c = _mm256_mul_ps(radius, c);
        s = _mm256_mul_ps(radius, s);
        _mm256_storeu_ps(d, _mm256_fmadd_ps(c, all(std), all(mean)));
        _mm256_storeu_ps(d + 8, _mm256_fmadd_ps(s, all(std), all(mean)));
    }
}

#else

typedef int ssi_torch_avx2_is_empty;

#endif
