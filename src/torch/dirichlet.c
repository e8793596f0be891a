/* SPDX-License-Identifier: MIT
 * torch._sample_dirichlet(alpha), Dirichlet.sample(): gammas in double over
 * the row's sum.
 * Learned from: aten/src/ATen/native/Distributions.cpp, _s_dirichlet_cpu,
 * 2.13.
 */
#include <float.h>
#include <stdlib.h>

#include "torch/gamma.h"
#include "torch/store.h"
#include "torch/sum.h"

/* From the smallest normal to the last value below 1. */
static double clamp(ss_dtype dtype, double x)
{
    double lowest = dtype == SS_FLOAT64 ? DBL_MIN : (double)FLT_MIN;
    double highest =
        dtype == SS_FLOAT64 ? 0x1.fffffffffffffp-1 : (double)0x1.fffffep-1f;

    x = ssi_torch_scalar(dtype, x);
    if (!(x > lowest))
        return lowest;
    return x < highest ? x : highest;
}

ss_status ss_torch_dirichlet_fill(ss_torch_generator *g, ss_dtype dtype,
                                  const void *alpha, size_t rows,
                                  size_t columns, void *out)
{
    double *gammas;

    if (dtype != SS_FLOAT32 && dtype != SS_FLOAT64)
        return SS_ERR_DTYPE;
    if (rows == 0 || columns == 0)
        return SS_OK;
    if (rows > SIZE_MAX / sizeof *gammas / columns)
        return SS_ERR_MEMORY;
    gammas = malloc(columns * sizeof *gammas);
    if (gammas == NULL)
        return SS_ERR_MEMORY;
    for (size_t row = 0; row < rows; row++) {
        double sum;
        for (size_t i = 0; i < columns; i++) {
            double x;
            ssi_torch_load(dtype, alpha, row * columns + i, &x, 1);
            x = ssi_torch_gamma(g, SS_FLOAT64, x);
            gammas[i] = x > DBL_MIN ? x : DBL_MIN;
        }
        sum = ssi_torch_sum_f64(g, gammas, columns);
        for (size_t i = 0; i < columns; i++) {
            double x = clamp(dtype, gammas[i] / sum);
            ssi_torch_store(g, dtype, out, row * columns + i, &x, 1);
        }
    }
    free(gammas);
    return SS_OK;
}
