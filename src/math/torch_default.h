/* SPDX-License-Identifier: MIT
 * PyTorch's float normals where it does not use AVX2: profiles default and
 * aarch64. For the profile avx2 see math/torch_avx2.h.
 */
#ifndef SSI_MATH_TORCH_DEFAULT_H
#define SSI_MATH_TORCH_DEFAULT_H

#include <stddef.h>

/* Each 16 of count * 16 uniforms of [0, 1) become 16 normals: Box and Muller
 * on d[j], d[j + 8]. */
void ssi_torch_default_normal16_blocks(float *d, size_t count, float mean,
                                       float std);

#endif
