/* SPDX-License-Identifier: MIT
 * Generator's distributions as one table: name -> parameters, checks, draw.
 * signature is read like a row of RandomState's table (checks and parameters);
 * its own draw and fill are NULL. The draws take any bit generator, which may
 * belong to several Generators, and the set-up of the last binomial, which is
 * a cache and nothing more: {0} at any time gives the same values.
 */
#ifndef SSI_NUMPY_GENERATOR_METHODS_H
#define SSI_NUMPY_GENERATOR_METHODS_H

#include <sameseed/numpy_generator.h>

#include "numpy/methods.h"

typedef struct ssi_generator_method {
    ssi_numpy_method signature;
    /* One value, unchecked; n values, unchecked, as int64_t or double. */
    ssi_numpy_value (*draw)(ss_bitgen *bitgen, ss_binomial_setup *binomial,
                            const ssi_numpy_value *params);
    void (*fill)(ss_bitgen *bitgen, ss_binomial_setup *binomial,
                 const ssi_numpy_value *params, void *out, size_t n);
} ssi_generator_method;

/* standard_exponential(method='inv') is a row of its own. */
typedef enum ssi_generator_method_id {
    SSI_GENERATOR_BETA,
    SSI_GENERATOR_BINOMIAL,
    SSI_GENERATOR_CHISQUARE,
    SSI_GENERATOR_EXPONENTIAL,
    SSI_GENERATOR_F,
    SSI_GENERATOR_GAMMA,
    SSI_GENERATOR_GEOMETRIC,
    SSI_GENERATOR_GUMBEL,
    SSI_GENERATOR_HYPERGEOMETRIC,
    SSI_GENERATOR_LAPLACE,
    SSI_GENERATOR_LOGISTIC,
    SSI_GENERATOR_LOGNORMAL,
    SSI_GENERATOR_LOGSERIES,
    SSI_GENERATOR_NEGATIVE_BINOMIAL,
    SSI_GENERATOR_NONCENTRAL_CHISQUARE,
    SSI_GENERATOR_NONCENTRAL_F,
    SSI_GENERATOR_NORMAL,
    SSI_GENERATOR_PARETO,
    SSI_GENERATOR_POISSON,
    SSI_GENERATOR_POWER,
    SSI_GENERATOR_RANDOM,
    SSI_GENERATOR_RAYLEIGH,
    SSI_GENERATOR_STANDARD_CAUCHY,
    SSI_GENERATOR_STANDARD_EXPONENTIAL,
    SSI_GENERATOR_STANDARD_EXPONENTIAL_INV,
    SSI_GENERATOR_STANDARD_GAMMA,
    SSI_GENERATOR_STANDARD_NORMAL,
    SSI_GENERATOR_STANDARD_T,
    SSI_GENERATOR_TRIANGULAR,
    SSI_GENERATOR_UNIFORM,
    SSI_GENERATOR_VONMISES,
    SSI_GENERATOR_WALD,
    SSI_GENERATOR_WEIBULL,
    SSI_GENERATOR_ZIPF,
    SSI_GENERATOR_METHOD_COUNT
} ssi_generator_method_id;

/* In the order of the ids, which is that of the names. */
extern const ssi_generator_method
    ssi_generator_methods[SSI_GENERATOR_METHOD_COUNT];

/* NULL: no such distribution. */
const ssi_generator_method *ssi_generator_method_find(const char *name);

#endif
