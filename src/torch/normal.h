/* SPDX-License-Identifier: MIT
 * Blocks of 16 normals from 16 uniforms, in place: eight pairs by Box and
 * Muller, the cosines in the lower half.
 */
#ifndef SSI_TORCH_NORMAL_H
#define SSI_TORCH_NORMAL_H

#include <sameseed/torch.h>

/* blocks of 16, each as the capability computes it. */
void ssi_torch_normal_blocks_f32(const ss_torch_generator *g, float mean,
                                 float std, float *values, size_t blocks);
void ssi_torch_normal_blocks_f64(const ss_torch_generator *g, double mean,
                                 double std, double *values, size_t blocks);

#endif
