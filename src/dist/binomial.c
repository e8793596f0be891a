/* SPDX-License-Identifier: MIT
 * Binomial by inversion, and the choice between it and BTPE.
 * Learned from: numpy/random/src/distributions/distributions.c, 2.4 (order of
 * operations, bound of the search).
 */
#include "dist/binomial.h"

#include "bitgen/draw.h"
#include "dist/to_int.h"
#include "math/glibc.h"
#include "math/sqrt.h"

bool ssi_binomial_is_set(const ss_binomial_setup *setup, int64_t n, double p)
{
    return setup->has_binomial && setup->n == n && setup->p == p;
}

void ssi_binomial_set_inversion(ss_binomial_setup *setup, int64_t n, double p,
                                double pow_q)
{
    double mean = (double)n * p;
    double far = mean + 10.0 * ssi_sqrt(mean * (1.0 - p) + 1);

    setup->has_binomial = 1;
    setup->n = n;
    setup->p = p;
    setup->q = 1.0 - p;
    setup->pow_q = pow_q;
    setup->bound = ssi_to_int64((double)n < far ? (double)n : far);
}

/* Walk up the distribution function; above the bound, with another uniform
 * from the start. */
int64_t ssi_binomial_inversion(ss_bitgen *bitgen,
                               const ss_binomial_setup *setup)
{
    double px = setup->pow_q, u = ssi_next_double(bitgen);
    int64_t x = 0;

    while (u > px) {
        x++;
        if (x > setup->bound) {
            x = 0;
            px = setup->pow_q;
            u = ssi_next_double(bitgen);
        } else {
            u -= px;
            px = ((double)ssi_wrap_add(setup->n - x, 1) * setup->p * px)
                 / ((double)x * setup->q);
        }
    }
    return x;
}

/* In what the releases of NumPy differ. */
struct kind {
    double (*log_q)(double p);
    ssi_binomial_fn btpe;
};

static double log_q_exact(double p)
{
    return ssi_glibc_log1p(-p);
}

static double log_q_rounded(double p)
{
    return ssi_glibc_log(1.0 - p);
}

/* p <= 0.5, or NaN */
static int64_t lower(ss_bitgen *bitgen, int64_t n, double p,
                     ss_binomial_setup *setup, const struct kind *kind)
{
    if (!(p * (double)n <= 30.0))
        return kind->btpe(bitgen, n, p, setup);
    if (!ssi_binomial_is_set(setup, n, p)) {
        double pow_q = ssi_glibc_exp((double)n * kind->log_q(p));
        ssi_binomial_set_inversion(setup, n, p, pow_q);
    }
    return ssi_binomial_inversion(bitgen, setup);
}

static int64_t binomial(ss_bitgen *bitgen, int64_t n, double p,
                        ss_binomial_setup *setup, const struct kind *kind)
{
    if (n == 0 || p == 0.0)
        return 0;
    if (p <= 0.5)
        return lower(bitgen, n, p, setup, kind);
    return ssi_wrap_sub(n, lower(bitgen, n, 1.0 - p, setup, kind));
}

int64_t ssi_binomial(ss_bitgen *bitgen, int64_t n, double p,
                     ss_binomial_setup *setup)
{
    static const struct kind kind = {log_q_exact, ssi_binomial_btpe};

    return binomial(bitgen, n, p, setup, &kind);
}

int64_t ssi_binomial_before_2_4(ss_bitgen *bitgen, int64_t n, double p,
                                ss_binomial_setup *setup)
{
    static const struct kind kind = {log_q_rounded, ssi_binomial_btpe};

    return binomial(bitgen, n, p, setup, &kind);
}

int64_t ssi_binomial_2_5(ss_bitgen *bitgen, int64_t n, double p,
                         ss_binomial_setup *setup)
{
    static const struct kind kind = {log_q_exact, ssi_binomial_btpe_2_5};

    return binomial(bitgen, n, p, setup, &kind);
}

void ssi_multinomial(ss_bitgen *bitgen, int64_t n, const double *pvals,
                     size_t k, int64_t *counts, ss_binomial_setup *setup,
                     ssi_binomial_fn draw)
{
    double remaining = 1.0;
    size_t j;

    for (j = 0; j < k; j++)
        counts[j] = 0;
    for (j = 0; j + 1 < k; j++) {
        counts[j] = draw(bitgen, n, pvals[j] / remaining, setup);
        n = ssi_wrap_sub(n, counts[j]);
        if (n <= 0)
            return;
        remaining -= pvals[j];
    }
    if (k > 0 && n > 0)
        counts[k - 1] = n;
}
