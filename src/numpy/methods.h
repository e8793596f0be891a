/* SPDX-License-Identifier: MIT
 * RandomState's distributions as one table: name -> parameters, checks, draw.
 * It is what lets a caller broadcast arrays of parameters in one way for all.
 */
#ifndef SSI_NUMPY_METHODS_H
#define SSI_NUMPY_METHODS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/numpy.h>

#define SSI_NUMPY_MAX_PARAMS 3
#define SSI_NUMPY_MAX_STAGES 5

/* A parameter or a result; which one is told by a type of 'd' or 'i'. */
typedef union ssi_numpy_value {
    double d;
    int64_t i;
} ssi_numpy_value;

typedef struct ssi_numpy_param {
    const char *name;
    char type;     /* 'd': float64, 'i': int64 */
    bool optional; /* initial is the default */
    double initial;
} ssi_numpy_param;

/* What a stage of the checks looks at: one parameter, or all of them. */
typedef enum ssi_numpy_rule {
    SSI_RULE_NONE = 0,
    SSI_RULE_NOT_NEGATIVE, /* no sign bit, but NaN passes */
    SSI_RULE_POSITIVE,     /* NaN passes */
    SSI_RULE_UNIT,         /* [0, 1] */
    SSI_RULE_UNIT_ABOVE_0, /* (0, 1] */
    SSI_RULE_UNIT_BELOW_1, /* [0, 1) */
    SSI_RULE_ABOVE_1,      /* > 1 */
    SSI_RULE_AT_LEAST_1,   /* an int */
    SSI_RULE_LAM_FIRST,    /* scalars: sign, then size; arrays: size first */
    SSI_RULE_LAM_SECOND,
    SSI_RULE_RANGE,     /* uniform: high - low is finite */
    SSI_RULE_LEFT_MODE, /* triangular's three */
    SSI_RULE_MODE_RIGHT,
    SSI_RULE_LEFT_RIGHT,
    SSI_RULE_POPULATION, /* hypergeometric: enough for the sample */
    SSI_RULE_ZIPF_ENDS,  /* NumPy returns at all */
    SSI_RULE_KAPPA_ENDS,
    /* Generator's */
    SSI_RULE_NOT_NAN,
    SSI_RULE_RANGE_NOT_NEGATIVE, /* uniform: high - low has no sign bit */
    SSI_RULE_LAM_OF_N_P,         /* negative_binomial: no Poisson too large */
    SSI_RULE_BELOW_10_9          /* hypergeometric: ngood and nbad */
} ssi_numpy_rule;

typedef struct ssi_numpy_check {
    ssi_numpy_rule rule;
    unsigned param;
    ss_status scalar; /* NumPy words it in two ways */
    ss_status array;
} ssi_numpy_check;

typedef struct ssi_numpy_method {
    const char *name; /* of the method: "beta" */
    char result;      /* 'd' or 'i' */
    unsigned param_count;
    ssi_numpy_param params[SSI_NUMPY_MAX_PARAMS];
    unsigned stage_count;
    ssi_numpy_check stages[SSI_NUMPY_MAX_STAGES];
    /* One value, unchecked; n values, unchecked, as int64_t or double. */
    ssi_numpy_value (*draw)(ss_numpy_randomstate *rs,
                            const ssi_numpy_value *params);
    void (*fill)(ss_numpy_randomstate *rs, const ssi_numpy_value *params,
                 void *out, size_t n);
} ssi_numpy_method;

typedef enum ssi_numpy_method_id {
    SSI_NUMPY_BETA,
    SSI_NUMPY_BINOMIAL,
    SSI_NUMPY_CHISQUARE,
    SSI_NUMPY_EXPONENTIAL,
    SSI_NUMPY_F,
    SSI_NUMPY_GAMMA,
    SSI_NUMPY_GEOMETRIC,
    SSI_NUMPY_GUMBEL,
    SSI_NUMPY_HYPERGEOMETRIC,
    SSI_NUMPY_LAPLACE,
    SSI_NUMPY_LOGISTIC,
    SSI_NUMPY_LOGNORMAL,
    SSI_NUMPY_LOGSERIES,
    SSI_NUMPY_NEGATIVE_BINOMIAL,
    SSI_NUMPY_NONCENTRAL_CHISQUARE,
    SSI_NUMPY_NONCENTRAL_F,
    SSI_NUMPY_NORMAL,
    SSI_NUMPY_PARETO,
    SSI_NUMPY_POISSON,
    SSI_NUMPY_POWER,
    SSI_NUMPY_RANDOM_SAMPLE,
    SSI_NUMPY_RAYLEIGH,
    SSI_NUMPY_STANDARD_CAUCHY,
    SSI_NUMPY_STANDARD_EXPONENTIAL,
    SSI_NUMPY_STANDARD_GAMMA,
    SSI_NUMPY_STANDARD_NORMAL,
    SSI_NUMPY_STANDARD_T,
    SSI_NUMPY_TOMAXINT,
    SSI_NUMPY_TRIANGULAR,
    SSI_NUMPY_UNIFORM,
    SSI_NUMPY_VONMISES,
    SSI_NUMPY_WALD,
    SSI_NUMPY_WEIBULL,
    SSI_NUMPY_ZIPF,
    SSI_NUMPY_METHOD_COUNT
} ssi_numpy_method_id;

/* In the order of the ids, which is that of the names. */
extern const ssi_numpy_method ssi_numpy_methods[SSI_NUMPY_METHOD_COUNT];

/* NULL: no such distribution. */
const ssi_numpy_method *ssi_numpy_method_find(const char *name);

/* One stage for one set of parameters. NumPy looks at all elements of its
 * broadcast arguments in a stage before it begins the next one; array says
 * whether any parameter is an array, for the wording. */
ss_status ssi_numpy_check_stage(const ssi_numpy_method *method, unsigned stage,
                                const ssi_numpy_value *params, bool array);

/* All stages for scalars. */
ss_status ssi_numpy_check_scalars(const ssi_numpy_method *method,
                                  const ssi_numpy_value *params);

#endif
