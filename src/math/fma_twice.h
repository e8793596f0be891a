/* SPDX-License-Identifier: MIT
 * Include the file SSI_KERNEL twice, so that each of its functions f exists
 * as f_hw, with the fma instruction, and as f_soft, without. No guard: each
 * .c file that wants it sets SSI_KERNEL and includes this once.
 *
 * In the kernel: FMA(x, y, z) and FMAF(x, y, z) are the fused operations,
 * FMA_NAME(f) is the name, FMA_TARGET stands before each function.
 */
#include "math/fma.h"

#if SSI_FMA_HW
#define FMA(x, y, z) __builtin_fma(x, y, z)
#define FMAF(x, y, z) __builtin_fmaf(x, y, z)
#define FMA_NAME(f) f##_hw
#define FMA_TARGET SS_TARGET("fma")
#include SSI_KERNEL
#undef FMA
#undef FMAF
#undef FMA_NAME
#undef FMA_TARGET
#endif

#define FMA(x, y, z) ssi_fma_soft(x, y, z)
#define FMAF(x, y, z) ssi_fmaf_soft(x, y, z)
#define FMA_NAME(f) f##_soft
#define FMA_TARGET
#include SSI_KERNEL
#undef FMA
#undef FMAF
#undef FMA_NAME
#undef FMA_TARGET
