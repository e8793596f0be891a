/* SPDX-License-Identifier: MIT
 * What a row of Generator's table is written with.
 */
#ifndef SSI_NUMPY_GENERATOR_ROWS_H
#define SSI_NUMPY_GENERATOR_ROWS_H

#include "numpy/generator_methods.h"

#define P_d(k) params[k].d
#define P_i(k) params[k].i
#define C_d double
#define C_i int64_t

/* draw_NAME and fill_NAME out of function. R is the type of the result, the
 * rest are the arguments. */
#define DRAW(name, R, function, ...)                                           \
    static ssi_numpy_value draw_##name(ss_bitgen *bitgen,                      \
                                       ss_binomial_setup *binomial,            \
                                       const ssi_numpy_value *params)          \
    {                                                                          \
        (void)params;                                                          \
        (void)binomial;                                                        \
        return (ssi_numpy_value){.R = function(__VA_ARGS__)};                  \
    }
#define FILL(name, R, function, ...)                                           \
    static void fill_##name(ss_bitgen *bitgen, ss_binomial_setup *binomial,    \
                            const ssi_numpy_value *params, void *out,          \
                            size_t n)                                          \
    {                                                                          \
        C_##R *values = out;                                                   \
        (void)params;                                                          \
        (void)binomial;                                                        \
        for (size_t k = 0; k < n; k++)                                         \
            values[k] = function(__VA_ARGS__);                                 \
    }

/* A parameter without and with a default; a check with one wording or two. */
#define NEED(name, type)                                                       \
    {                                                                          \
        name, type, false, 0.0                                                 \
    }
#define HAVE(name, type, initial)                                              \
    {                                                                          \
        name, type, true, initial                                              \
    }
#define CHECK3(rule, param, scalar, array)                                     \
    {                                                                          \
        SSI_RULE_##rule, param, SS_ERR_NUMPY_##scalar, SS_ERR_NUMPY_##array    \
    }
#define CHECK2(rule, param, status) CHECK3(rule, param, status, status##_ARRAY)
#define CHECK(rule, param, status) CHECK3(rule, param, status, status)

#endif
