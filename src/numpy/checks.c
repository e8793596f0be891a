/* SPDX-License-Identifier: MIT
 * NumPy's checks of a distribution's parameters.
 * Learned from: numpy/random/_common.pyx, mtrand.pyx and _generator.pyx, 2.4.
 */
#include "numpy/methods.h"

#include <string.h>

#include "dist/to_int.h"
#include "math/sqrt.h"

/* The largest lam: LONG_MAX - 10 sqrt(LONG_MAX), as a double. */
#define LAM_MAX 0x1.ffffffe3b73a0p+62
/* From here on (1 + 1 / X) ** (a - 1) overflows for X == 1. */
#define ZIPF_END 1025.0
/* Beyond it no uniform but 0 is accepted: 2**-53 a trial. */
#define KAPPA_END 1e18

static bool sign_bit(double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof bits);
    return bits >> 63;
}

static bool finite_difference(double a, double b)
{
    double difference = a - b;

    return difference - difference == 0.0;
}

/* The largest mean that the gamma of a negative binomial can give, about. */
static bool poisson_can(double n, double p)
{
    return !((1 - p) / p * (n + 10 * ssi_sqrt(n)) > LAM_MAX);
}

/* Rules for one float. */
static bool holds(ssi_numpy_rule rule, double x)
{
    switch (rule) {
    case SSI_RULE_NOT_NEGATIVE:
        return x != x || !sign_bit(x);
    case SSI_RULE_POSITIVE:
        return !(x <= 0);
    case SSI_RULE_UNIT:
        return x >= 0 && x <= 1;
    case SSI_RULE_UNIT_ABOVE_0:
        return x > 0 && x <= 1;
    case SSI_RULE_UNIT_BELOW_1:
        return x >= 0 && x < 1;
    case SSI_RULE_ABOVE_1:
        return x > 1;
    case SSI_RULE_AT_LEAST_1:
        return x >= 1;
    case SSI_RULE_ZIPF_ENDS:
        return x < ZIPF_END;
    case SSI_RULE_KAPPA_ENDS:
        return !(x >= KAPPA_END);
    case SSI_RULE_NOT_NAN:
        return x == x;
    default:
        return true;
    }
}

/* Rules for all parameters together. */
static bool holds_all(ssi_numpy_rule rule, const ssi_numpy_value *p)
{
    switch (rule) {
    case SSI_RULE_RANGE:
        return finite_difference(p[1].d, p[0].d);
    case SSI_RULE_LEFT_MODE:
        return !(p[0].d > p[1].d);
    case SSI_RULE_MODE_RIGHT:
        return !(p[1].d > p[2].d);
    case SSI_RULE_LEFT_RIGHT:
        return p[0].d != p[2].d;
    case SSI_RULE_POPULATION:
        return ssi_wrap_add(p[0].i, p[1].i) >= p[2].i;
    case SSI_RULE_RANGE_NOT_NEGATIVE:
        return !sign_bit(p[1].d - p[0].d);
    case SSI_RULE_LAM_OF_N_P:
        return poisson_can(p[0].d, p[1].d);
    case SSI_RULE_BELOW_10_9:
        return p[0].i < 1000000000 && p[1].i < 1000000000;
    default:
        return true;
    }
}

static ss_status check_lam(double lam, bool size, bool array)
{
    if (size)
        return lam <= LAM_MAX ? SS_OK : SS_ERR_NUMPY_LAM_LARGE;
    if (lam >= 0)
        return SS_OK;
    return array ? SS_ERR_NUMPY_LAM_ARRAY : SS_ERR_NUMPY_LAM;
}

ss_status ssi_numpy_check_stage(const ssi_numpy_method *method, unsigned stage,
                                const ssi_numpy_value *params, bool array)
{
    const ssi_numpy_check *check = &method->stages[stage];
    const ssi_numpy_value *p = &params[check->param];
    bool fine;

    if (check->rule == SSI_RULE_LAM_FIRST)
        return check_lam(p->d, array, array);
    if (check->rule == SSI_RULE_LAM_SECOND)
        return check_lam(p->d, !array, array);
    fine = holds_all(check->rule, params)
           && holds(check->rule, method->params[check->param].type == 'i'
                                     ? (double)p->i
                                     : p->d);
    if (fine)
        return SS_OK;
    return array ? check->array : check->scalar;
}

ss_status ssi_numpy_check_scalars(const ssi_numpy_method *method,
                                  const ssi_numpy_value *params)
{
    ss_status status = SS_OK;

    for (unsigned i = 0; i < method->stage_count && status == SS_OK; i++)
        status = ssi_numpy_check_stage(method, i, params, false);
    return status;
}
