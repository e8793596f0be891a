/* SPDX-License-Identifier: MIT
 * From [0, 1) to [from, to), in place: the step of uniform_() that a CPU
 * variant speeds up.
 */
#ifndef SSI_TORCH_UNIFORM_KERNELS_H
#define SSI_TORCH_UNIFORM_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* value = u * width + from, contracted or not; what equals to becomes from. */
typedef struct ssi_torch_range_f32 {
    float from, to, width;
    bool fused;
} ssi_torch_range_f32;

typedef struct ssi_torch_range_f64 {
    double from, to, width;
    bool fused;
} ssi_torch_range_f64;

typedef struct ssi_torch_uniform_kernels {
    void (*f32)(const ssi_torch_range_f32 *range, float *values, size_t n);
    void (*f64)(const ssi_torch_range_f64 *range, double *values, size_t n);
} ssi_torch_uniform_kernels;

extern const ssi_torch_uniform_kernels ssi_torch_uniform_portable;

/* NULL where the compiler does not make AVX2 code. */
extern const ssi_torch_uniform_kernels *const ssi_torch_uniform_avx2;

/* The fastest kernels for the CPU that runs. */
const ssi_torch_uniform_kernels *ssi_torch_uniform_select(void);

#endif
