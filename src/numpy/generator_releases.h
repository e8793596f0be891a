/* SPDX-License-Identifier: MIT
 * Generator as the releases of NumPy have it; release 0 is the library's own.
 */
#ifndef SSI_NUMPY_GENERATOR_RELEASES_H
#define SSI_NUMPY_GENERATOR_RELEASES_H

#include "dist/binomial.h"
#include "dist/lemire.h"
#include "numpy/generator_methods.h"

const ssi_generator_method *ssi_generator_method_of(ssi_generator_method_id id,
                                                    ss_numpy_release release);

/* What multinomial(), dirichlet(), multivariate_normal() and integers() are
 * made of. */
typedef double (*ssi_generator_beta_fn)(ss_bitgen *bitgen, double a, double b);
typedef double (*ssi_generator_gamma_fn)(ss_bitgen *bitgen, double shape);
typedef void (*ssi_generator_normal_fill_fn)(ss_bitgen *bitgen, double *out,
                                             size_t n);
ssi_binomial_fn ssi_generator_binomial_of(ss_numpy_release release);
ssi_generator_beta_fn ssi_generator_beta_of(ss_numpy_release release);
ssi_generator_gamma_fn ssi_generator_gamma_of(ss_numpy_release release);
ssi_generator_normal_fill_fn
ssi_generator_normal_fill_of(ss_numpy_release release);
ssi_bounded_next_fn ssi_generator_lemire_of(ss_numpy_release release);

static inline bool ssi_is_before(ss_numpy_release release, ss_numpy_release end)
{
    return release != 0 && release < end;
}

#endif
