/* SPDX-License-Identifier: MIT
 * torch.rand() and tensor.uniform_(): one word a value, two for float64.
 * Learned from: ATen/native/DistributionTemplates.h (checks), ATen/native/cpu/
 * DistributionTemplates.h, uniform_kernel, ATen/core/TransformationHelper.h,
 * 2.13.
 */
#include <float.h>
#include <math.h>

#include "array/half.h"
#include "torch/draw.h"
#include "torch/frozen.h"
#include "torch/store.h"
#include "torch/uniform_kernels.h"

static double largest(ss_dtype dtype)
{
    switch (dtype) {
    case SS_FLOAT16:
        return 65504.0;
    case SS_BFLOAT16:
        return 0x1.fep127;
    case SS_FLOAT32:
        return FLT_MAX;
    default:
        return DBL_MAX;
    }
}

/* PyTorch's checks, in its order; NaN fails the first it meets. The last one
 * is the kernel's, in the kernel's type. */
static ss_status check(ss_dtype dtype, double from, double to, size_t n)
{
    double max = largest(dtype);

    if (!(from >= -max && from <= max))
        return SS_ERR_TORCH_FROM_BOUND;
    if (!(to >= -max && to <= max))
        return SS_ERR_TORCH_TO_BOUND;
    if (from > to)
        return SS_ERR_TORCH_UNIFORM_RANGE;
    if (!(to - from <= max))
        return SS_ERR_TORCH_UNIFORM_LIMIT;
    if (n > 0 && dtype != SS_FLOAT64 && !((float)to - (float)from <= FLT_MAX))
        return SS_ERR_TORCH_UNIFORM_LIMIT;
    return SS_OK;
}

/* What a value must not equal: nothing before 2.12. */
static double end(const ss_torch_generator *g, double to)
{
    return ssi_torch_before(g, 21200) ? (double)NAN : to;
}

static void fill_f64(ss_torch_generator *g, double from, double to, double *out,
                     size_t n)
{
    ssi_torch_range_f64 range = {from, end(g, to), to - from,
                                 ssi_torch_fused(g)};
    const ssi_torch_uniform_kernels *kernels = ssi_torch_uniform_select();

    while (n > 0) {
        size_t take = n < SSI_TORCH_DOUBLES ? n : SSI_TORCH_DOUBLES;
        ssi_torch_u53_fill(g, out, take);
        if (from != 0 || to != 1)
            kernels->f64(&range, out, take);
        out += take;
        n -= take;
    }
}

static void fill_f32(ss_torch_generator *g, float from, float to, float *out,
                     size_t n)
{
    ssi_torch_range_f32 range = {from, (float)end(g, to), to - from,
                                 ssi_torch_fused(g)};
    const ssi_torch_uniform_kernels *kernels = ssi_torch_uniform_select();

    while (n > 0) {
        size_t take = n < SSI_TORCH_WORDS ? n : SSI_TORCH_WORDS;
        ssi_torch_u24_fill(g, out, take);
        if (from != 0 || to != 1)
            kernels->f32(&range, out, take);
        out += take;
        n -= take;
    }
}

/* In float, rounded; what then equals the upper bound becomes the lower one,
 * both rounded too. So rand() in float16 is 0 where 1 - 2^-24 rounds to 1. */
static void fill_16(ss_torch_generator *g, ss_dtype dtype, float from, float to,
                    uint16_t *out, size_t n)
{
    float bounds[2] = {from, to}, values[SSI_TORCH_WORDS];
    uint16_t rounded[2];
    ssi_torch_range_f32 range = {from, NAN, to - from, ssi_torch_fused(g)};
    const ssi_torch_uniform_kernels *kernels = ssi_torch_uniform_select();

    ssi_torch_store_floats(dtype, rounded, 0, bounds, 2);
    while (n > 0) {
        size_t take = n < SSI_TORCH_WORDS ? n : SSI_TORCH_WORDS;
        ssi_torch_u24_fill(g, values, take);
        kernels->f32(&range, values, take);
        ssi_torch_store_floats(dtype, out, 0, values, take);
        for (size_t i = 0; i < take; i++) {
            bool zeros = ((out[i] | rounded[1]) & 0x7fffu) == 0; /* -0 == 0 */
            if (out[i] == rounded[1] || zeros)
                out[i] = rounded[0];
        }
        out += take;
        n -= take;
    }
}

ss_status ss_torch_uniform_fill(ss_torch_generator *g, ss_dtype dtype,
                                double from, double to, void *out, size_t n)
{
    ss_status status;

    if (dtype == SS_COMPLEX64 || dtype == SS_COMPLEX128) {
        if (n == 0)
            return SS_OK; /* nothing is checked then */
        dtype = dtype == SS_COMPLEX64 ? SS_FLOAT32 : SS_FLOAT64;
        n *= 2;
    }
    if (!ssi_torch_is_float(dtype))
        return SS_ERR_DTYPE;
    status = check(dtype, from, to, n);
    if (status != SS_OK)
        return status;
    if (dtype == SS_FLOAT64)
        fill_f64(g, from, to, out, n);
    else if (dtype == SS_FLOAT32)
        fill_f32(g, (float)from, (float)to, out, n);
    else if (ssi_torch_before(g, 21200))
        ssi_torch_uniform_16_before_2_12(g, dtype, from, to, out, n);
    else
        fill_16(g, dtype, (float)from, (float)to, out, n);
    return SS_OK;
}

ss_status ss_torch_uniform_f32_fill(ss_torch_generator *g, double from,
                                    double to, float *out, size_t n)
{
    return ss_torch_uniform_fill(g, SS_FLOAT32, from, to, out, n);
}

ss_status ss_torch_uniform_f64_fill(ss_torch_generator *g, double from,
                                    double to, double *out, size_t n)
{
    return ss_torch_uniform_fill(g, SS_FLOAT64, from, to, out, n);
}

ss_status ss_torch_rand_fill(ss_torch_generator *g, ss_dtype dtype, void *out,
                             size_t n)
{
    return ss_torch_uniform_fill(g, dtype, 0, 1, out, n);
}

void ss_torch_rand_f32_fill(ss_torch_generator *g, float *out, size_t n)
{
    fill_f32(g, 0, 1, out, n);
}

void ss_torch_rand_f64_fill(ss_torch_generator *g, double *out, size_t n)
{
    fill_f64(g, 0, 1, out, n);
}
