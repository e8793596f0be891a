/* SPDX-License-Identifier: MIT
 * tensor.log_normal_(mean, std): exp of the pairs of normal_(), in double,
 * whatever n is; it shares their kept value.
 * Learned from: ATen/core/DistributionsHelper.h, lognormal_distribution, 2.13.
 */
#include "math/fma.h"
#include "math/glibc.h"
#include "torch/draw.h"
#include "torch/store.h"

/* params: mean, std. */
static void log_normal(ss_torch_generator *g, const double *params, double *out,
                       size_t n)
{
    bool fused = ssi_torch_fused(g);

    for (size_t i = 0; i < n; i++) {
        double z = ssi_torch_standard_normal(g);
        out[i] = fused ? ssi_fma(z, params[1], params[0])
                       : z * params[1] + params[0];
    }
    ssi_glibc_exp_block(out, n);
}

ss_status ss_torch_log_normal_fill(ss_torch_generator *g, ss_dtype dtype,
                                   double mean, double std, void *out, size_t n)
{
    double params[2] = {mean, std};

    if (!(std > 0))
        return SS_ERR_TORCH_LOG_NORMAL;
    if (!ssi_torch_is_float(dtype))
        return SS_ERR_DTYPE;
    ssi_torch_fill(g, log_normal, params, dtype, out, n);
    return SS_OK;
}
