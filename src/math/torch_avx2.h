/* SPDX-License-Identifier: MIT
 * The float mathematics of PyTorch's AVX2 normal fill, on any CPU.
 *
 * PyTorch's kernel for float32 normals of 16 values and more takes neither
 * libm nor SLEEF but Cephes' polynomials, eight at a time, which its compiler
 * fused. Profile avx2; for the profiles default and aarch64 see
 * math/torch_default.h.
 */
#ifndef SSI_MATH_TORCH_AVX2_H
#define SSI_MATH_TORCH_AVX2_H

#include <stddef.h>

/* log(x) for 0 < x < infinity; below 2^-126 it is that of 2^-126. */
float ssi_torch_logf(float x);

/* sin(x) and cos(x), 0 <= x < 8192. */
void ssi_torch_sincosf(float x, float *s, float *c);

/* 16 uniforms of [0, 1) become 16 normals: Box and Muller on d[j], d[j + 8]. */
void ssi_torch_normal16(float d[16], float mean, float std);

/* The same for each 16 of count * 16 values. */
void ssi_torch_normal16_blocks(float *d, size_t count, float mean, float std);

/* The reference and the variant. */
void ssi_torch_normal16_blocks_c(float *d, size_t count, float mean, float std);
void ssi_torch_normal16_blocks_avx2(float *d, size_t count, float mean,
                                    float std);

#endif
