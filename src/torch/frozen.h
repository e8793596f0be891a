/* SPDX-License-Identifier: MIT
 * Streams of PyTorch before 2.13, each as the releases before the one in its
 * name have it; the calls that changed look at the generator's release once.
 */
#ifndef SSI_TORCH_FROZEN_H
#define SSI_TORCH_FROZEN_H

#include <stdbool.h>

#include <sameseed/torch.h>

/* Whether g imitates a release before that one (as in 20700). */
static inline bool ssi_torch_before(const ss_torch_generator *g,
                                    ss_torch_release release)
{
    return g->release != 0 && g->release < release;
}

/* Before 2.7 the x86-64 wheels drew bernoulli_ and exponential_ by MKL, before
 * 2.0 on processors of its maker only. */
static inline bool ssi_torch_has_mkl(const ss_torch_generator *g)
{
    return ssi_torch_before(g, 20700) && g->capability != SS_TORCH_AARCH64;
}

/* --- frozen_normal.c: NormalFill16 of the profile default --- */
void ssi_torch_normal16_before_2_13(float *d, size_t count, float mean,
                                    float std);
void ssi_torch_normal16_f64_before_2_13(double mean, double std, double *d,
                                        size_t count);

/* --- frozen_16.c: float16 and bfloat16, n >= 16 in the normals --- */
void ssi_torch_normal_16_before_2_13(ss_torch_generator *g, ss_dtype dtype,
                                     double mean, double std, uint16_t *out,
                                     size_t n);
void ssi_torch_normal_16_before_2_12(ss_torch_generator *g, ss_dtype dtype,
                                     double mean, double std, uint16_t *out,
                                     size_t n);
void ssi_torch_uniform_16_before_2_12(ss_torch_generator *g, ss_dtype dtype,
                                      double from, double to, uint16_t *out,
                                      size_t n);

/* --- frozen_log.c: log(1 - u) in place of log1p(-u) --- */
double ssi_torch_standard_normal_before_2_0(ss_torch_generator *g);
void ssi_torch_exponential_before_2_0(ss_torch_generator *g,
                                      const double *params, double *out,
                                      size_t n);
void ssi_torch_geometric_before_2_0(ss_torch_generator *g, const double *params,
                                    double *out, size_t n);

#endif
