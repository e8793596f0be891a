/* SPDX-License-Identifier: MIT
 * tensor.cauchy_(median, sigma): inversion in double, two words a value.
 * Learned from: ATen/core/TransformationHelper.h, cauchy<double>, 2.13.
 */
#include "math/fma.h"
#include "math/glibc.h"
#include "torch/draw.h"
#include "torch/store.h"

#define PI 0x1.921fb54442d18p+1

/* params: median, sigma. */
static void cauchy(ss_torch_generator *g, const double *params, double *out,
                   size_t n)
{
    bool fused = ssi_torch_fused(g);

    ssi_torch_u53_fill(g, out, n);
    for (size_t i = 0; i < n; i++) {
        double t = ssi_glibc_tan(PI * (out[i] - 0.5));
        out[i] = fused ? ssi_fma(params[1], t, params[0])
                       : params[0] + params[1] * t;
    }
}

ss_status ss_torch_cauchy_fill(ss_torch_generator *g, ss_dtype dtype,
                               double median, double sigma, void *out, size_t n)
{
    double params[2] = {median, sigma};

    if (!(sigma > 0))
        return SS_ERR_TORCH_CAUCHY;
    if (!ssi_torch_is_float(dtype))
        return SS_ERR_DTYPE;
    ssi_torch_fill(g, cauchy, params, dtype, out, n);
    return SS_OK;
}
