/* SPDX-License-Identifier: MIT
 * tensor.exponential_(lambd): inversion in double, two words a value.
 * Learned from: ATen/core/TransformationHelper.h, exponential, 2.13.
 */
#include "math/glibc.h"
#include "torch/draw.h"
#include "torch/frozen.h"
#include "torch/store.h"

/* params: lambda. */
static void exponential(ss_torch_generator *g, const double *params,
                        double *out, size_t n)
{
    double scale = -1.0 / params[0];

    ssi_torch_u53_fill(g, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = -out[i];
    ssi_glibc_log1p_block(out, n);
    for (size_t i = 0; i < n; i++)
        out[i] *= scale;
}

ss_status ss_torch_exponential_fill(ss_torch_generator *g, ss_dtype dtype,
                                    double lambda, void *out, size_t n)
{
    if (!(lambda > 0))
        return SS_ERR_TORCH_EXPONENTIAL;
    if (!ssi_torch_is_float(dtype))
        return SS_ERR_DTYPE;
    if (ssi_torch_before(g, 20000))
        ssi_torch_fill(g, ssi_torch_exponential_before_2_0, &lambda, dtype, out,
                       n);
    else if (ssi_torch_has_mkl(g) && (n > 0 || ssi_torch_before(g, 20100)))
        return SS_ERR_TORCH_OLD_EXPONENTIAL;
    else
        ssi_torch_fill(g, exponential, &lambda, dtype, out, n);
    return SS_OK;
}
