/* SPDX-License-Identifier: MIT
 * RandomState's gamma and what is made of it.
 * Learned from: Marsaglia and Tsang 2000, ACM TOMS 26, 363-372; Best 1983,
 * Computing 30, 185-188; Johnk 1964, Metrika 8, 5-15;
 * numpy/random/src/legacy/legacy-distributions.c, 2.4 (order of draws and
 * operations).
 */
#include <sameseed/numpy.h>

#include "bitgen/draw.h"
#include "dist/to_int.h"
#include "math/glibc.h"
#include "math/sqrt.h"
#include "numpy/legacy_releases.h"

static double small_shape(ss_numpy_randomstate *rs, double shape)
{
    for (;;) {
        double u = ssi_next_double(&rs->bitgen);
        double v = ss_numpy_standard_exponential(rs), x, y;
        if (u <= 1.0 - shape) {
            x = ssi_glibc_pow(u, 1. / shape);
            if (x <= v)
                return x;
        } else {
            y = -ssi_glibc_log((1 - u) / shape);
            x = ssi_glibc_pow(1.0 - shape + shape * y, 1. / shape);
            if (x <= v + y)
                return x;
        }
    }
}

static double large_shape(ss_numpy_randomstate *rs, double shape)
{
    double b = shape - 1. / 3., c = 1. / ssi_sqrt(9 * b);

    for (;;) {
        double x, v, u;
        do {
            x = ss_numpy_standard_normal(rs);
            v = 1.0 + c * x;
        } while (v <= 0.0);
        v = v * v * v;
        u = ssi_next_double(&rs->bitgen);
        if (u < 1.0 - 0.0331 * (x * x) * (x * x))
            return b * v;
        if (ssi_glibc_log(u) < 0.5 * x * x + b * (1. - v + ssi_glibc_log(v)))
            return b * v;
    }
}

double ss_numpy_standard_gamma(ss_numpy_randomstate *rs, double shape)
{
    if (shape == 1.0)
        return ss_numpy_standard_exponential(rs);
    if (shape == 0.0)
        return ssi_legacy_of(rs->release)->gamma_of_0(&rs->bitgen);
    return shape < 1.0 ? small_shape(rs, shape) : large_shape(rs, shape);
}

double ss_numpy_gamma(ss_numpy_randomstate *rs, double shape, double scale)
{
    return scale * ss_numpy_standard_gamma(rs, shape);
}

/* U ** (1 / a) and V ** (1 / b) both vanished: their ratio by logarithms. */
static double vanished(double u, double v, double a, double b)
{
    double x = ssi_glibc_log(u) / a, y = ssi_glibc_log(v) / b;
    double larger = x > y ? x : y;

    x -= larger;
    y -= larger;
    return ssi_glibc_exp(x
                         - ssi_glibc_log(ssi_glibc_exp(x) + ssi_glibc_exp(y)));
}

static double johnk(ss_numpy_randomstate *rs, double a, double b)
{
    const ssi_legacy_release *release = ssi_legacy_of(rs->release);

    for (;;) {
        double u = ssi_next_double(&rs->bitgen);
        double v = ssi_next_double(&rs->bitgen);
        double x = ssi_glibc_pow(u, 1.0 / a);
        double y = ssi_glibc_pow(v, 1.0 / b);
        if (x + y <= 1.0 && release->beta_takes(u, v))
            return x + y > 0 ? x / (x + y) : vanished(u, v, a, b);
    }
}

double ss_numpy_beta(ss_numpy_randomstate *rs, double a, double b)
{
    double x, y;

    if (a <= 1.0 && b <= 1.0)
        return johnk(rs, a, b);
    x = ss_numpy_standard_gamma(rs, a);
    y = ss_numpy_standard_gamma(rs, b);
    return x / (x + y);
}

double ss_numpy_chisquare(ss_numpy_randomstate *rs, double df)
{
    return 2.0 * ss_numpy_standard_gamma(rs, df / 2.0);
}

double ss_numpy_noncentral_chisquare(ss_numpy_randomstate *rs, double df,
                                     double nonc)
{
    const ssi_legacy_release *release = ssi_legacy_of(rs->release);
    double central, shifted;
    int64_t twice;

    if (nonc == 0)
        return ss_numpy_chisquare(rs, df);
    if (1 < df) {
        central = ss_numpy_chisquare(rs, df - 1);
        shifted = ss_numpy_standard_normal(rs) + ssi_sqrt(nonc);
        return central + shifted * shifted;
    }
    twice = ssi_wrap_mul(2, release->poisson(&rs->bitgen, nonc / 2.0));
    central = ss_numpy_chisquare(rs, df + (double)twice);
    return release->noncentral(nonc, central);
}

double ss_numpy_f(ss_numpy_randomstate *rs, double dfnum, double dfden)
{
    double numerator = ss_numpy_chisquare(rs, dfnum) * dfden;

    return numerator / (ss_numpy_chisquare(rs, dfden) * dfnum);
}

double ss_numpy_noncentral_f(ss_numpy_randomstate *rs, double dfnum,
                             double dfden, double nonc)
{
    double numerator = ss_numpy_noncentral_chisquare(rs, dfnum, nonc) * dfden;

    return numerator / (ss_numpy_chisquare(rs, dfden) * dfnum);
}

double ss_numpy_standard_t(ss_numpy_randomstate *rs, double df)
{
    double numerator = ss_numpy_standard_normal(rs);
    double gamma = ss_numpy_standard_gamma(rs, df / 2);

    return ssi_sqrt(df / 2) * numerator / ssi_sqrt(gamma);
}

ss_status ss_numpy_dirichlet_check(const double *alpha, size_t k)
{
    for (size_t i = 0; i < k; i++)
        if (alpha[i] <= 0)
            return SS_ERR_NUMPY_ALPHA_NOT_POSITIVE;
    return SS_OK;
}

ss_status ss_numpy_dirichlet_fill(ss_numpy_randomstate *rs, const double *alpha,
                                  size_t k, double *out, size_t n)
{
    ss_status status = ss_numpy_dirichlet_check(alpha, k);

    if (status != SS_OK)
        return status;
    for (; n > 0; n--, out += k) {
        double sum = 0.0, inverse;
        for (size_t i = 0; i < k; i++) {
            out[i] = ss_numpy_standard_gamma(rs, alpha[i]);
            sum = sum + out[i];
        }
        if (sum == 0.0 && !ssi_legacy_of(rs->release)->divides_by_0)
            return SS_ERR_UNSUPPORTED;
        inverse = 1 / sum; /* and not a division each */
        for (size_t i = 0; i < k; i++)
            out[i] = out[i] * inverse;
    }
    return SS_OK;
}
