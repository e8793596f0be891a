/* SPDX-License-Identifier: MIT
 * Inversions before PyTorch 2.0: log(1 - u) in place of log1p(-u).
 * Learned from: ATen/core/TransformationHelper.h, ATen/core/
 * DistributionsHelper.h, 1.13.
 */
#include <math.h>

#include "math/glibc.h"
#include "math/sqrt.h"
#include "torch/draw.h"
#include "torch/frozen.h"

#define TWO_PI 0x1.921fb54442d18p+2

/* A new pair; the kept value is the caller's. */
double ssi_torch_standard_normal_before_2_0(ss_torch_generator *g)
{
    double u1 = ssi_torch_u53(g);
    double radius = ssi_sqrt(-2.0 * ssi_glibc_log(1.0 - ssi_torch_u53(g)));
    double theta = TWO_PI * u1;

    g->normal_y = radius * ssi_glibc_sin(theta);
    g->normal_is_valid = 1;
    return radius * ssi_glibc_cos(theta);
}

/* params: lambda. */
void ssi_torch_exponential_before_2_0(ss_torch_generator *g,
                                      const double *params, double *out,
                                      size_t n)
{
    double scale = -1.0 / params[0];

    ssi_torch_u53_fill(g, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = 1.0 - out[i];
    ssi_glibc_log_block(out, n);
    for (size_t i = 0; i < n; i++)
        out[i] *= scale;
}

/* params: p. */
void ssi_torch_geometric_before_2_0(ss_torch_generator *g, const double *params,
                                    double *out, size_t n)
{
    double log_q = ssi_glibc_log(1.0 - params[0]);

    ssi_torch_u53_fill(g, out, n);
    ssi_glibc_log_block(out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = ceil(out[i] / log_q);
}
