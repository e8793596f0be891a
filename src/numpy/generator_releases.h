/* SPDX-License-Identifier: MIT
 * Generator as the releases of NumPy have it; release 0 is the library's own.
 */
#ifndef SSI_NUMPY_GENERATOR_RELEASES_H
#define SSI_NUMPY_GENERATOR_RELEASES_H

#include "dist/binomial.h"
#include "numpy/generator_methods.h"

const ssi_generator_method *ssi_generator_method_of(ssi_generator_method_id id,
                                                    ss_numpy_release release);

/* What multinomial() and dirichlet() are made of. */
typedef double (*ssi_generator_beta_fn)(ss_bitgen *bitgen, double a, double b);
ssi_binomial_fn ssi_generator_binomial_of(ss_numpy_release release);
ssi_generator_beta_fn ssi_generator_beta_of(ss_numpy_release release);

#endif
