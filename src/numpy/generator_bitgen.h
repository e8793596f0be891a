/* SPDX-License-Identifier: MIT
 * Generator's calls that are no row of its table, over any bit generator: what
 * the public ones do to g->bitgen (see <sameseed/numpy_generator.h>).
 */
#ifndef SSI_NUMPY_GENERATOR_BITGEN_H
#define SSI_NUMPY_GENERATOR_BITGEN_H

#include <sameseed/numpy_generator.h>

ss_status ssi_generator_integers_fill(ss_bitgen *bitgen,
                                      ss_numpy_release release, ss_dtype dtype,
                                      uint64_t low, uint64_t last, void *out,
                                      size_t n);
uint64_t ssi_generator_integers_next(ss_bitgen *bitgen,
                                     ss_numpy_release release, ss_dtype dtype,
                                     uint64_t low, uint64_t last,
                                     ss_numpy_randint_buffer *buffer);
void ssi_generator_bytes(ss_bitgen *bitgen, void *out, size_t length);

ss_status ssi_generator_permuted(ss_bitgen *bitgen, const ss_array *x,
                                 uint32_t axis);
ss_status ssi_generator_choice_fill(ss_bitgen *bitgen, ss_numpy_release release,
                                    int64_t pop, bool replace, const double *p,
                                    ss_dtype p_dtype, bool shuffle,
                                    int64_t *out, size_t n);

ss_status ssi_generator_multivariate_hypergeometric_fill(
    ss_bitgen *bitgen, const int64_t *colors, size_t k, int64_t nsample,
    ss_numpy_mvhg_method method, int64_t *out, size_t rows);
ss_status ssi_generator_dirichlet_fill(ss_bitgen *bitgen,
                                       ss_numpy_release release,
                                       const double *alpha, size_t k,
                                       double *out, size_t rows);

/* dtype=float32; single draws: ssi_generator_floats_of() */
void ssi_generator_random_f32_fill(ss_bitgen *bitgen, ss_numpy_release release,
                                   float *out, size_t n);
void ssi_generator_standard_normal_f32_fill(ss_bitgen *bitgen,
                                            ss_numpy_release release,
                                            float *out, size_t n);
void ssi_generator_standard_exponential_f32_fill(ss_bitgen *bitgen,
                                                 ss_numpy_release release,
                                                 float *out, size_t n);
void ssi_generator_standard_exponential_inv_f32_fill(ss_bitgen *bitgen,
                                                     ss_numpy_release release,
                                                     float *out, size_t n);
ss_status ssi_generator_standard_gamma_f32_fill(ss_bitgen *bitgen,
                                                ss_numpy_release release,
                                                float shape, float *out,
                                                size_t n);

#endif
