/* SPDX-License-Identifier: MIT
 * tensor.geometric_(p): inversion in double, two words a value.
 * Learned from: ATen/core/TransformationHelper.h, geometric, 2.13.
 */
#include <math.h>

#include "math/glibc.h"
#include "torch/draw.h"
#include "torch/frozen.h"
#include "torch/store.h"

/* params: p. */
static void geometric(ss_torch_generator *g, const double *params, double *out,
                      size_t n)
{
    double log_q = ssi_glibc_log1p(-params[0]);

    ssi_torch_u53_fill(g, out, n);
    ssi_glibc_log_block(out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = ceil(out[i] / log_q);
}

ss_status ss_torch_geometric_fill(ss_torch_generator *g, ss_dtype dtype,
                                  double p, void *out, size_t n)
{
    if (!(p > 0 && p < 1))
        return SS_ERR_TORCH_GEOMETRIC;
    switch (dtype) {
    case SS_INT8:
    case SS_UINT8:
    case SS_INT16:
    case SS_INT32:
    case SS_INT64:
        break;
    default:
        if (!ssi_torch_is_float(dtype))
            return SS_ERR_DTYPE;
    }
    ssi_torch_fill(g,
                   ssi_torch_before(g, 20000) ? ssi_torch_geometric_before_2_0
                                              : geometric,
                   &p, dtype, out, n);
    return SS_OK;
}
