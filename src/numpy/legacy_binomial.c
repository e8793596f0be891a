/* SPDX-License-Identifier: MIT
 * RandomState's binomial and multinomial. binomial() is the older kind: it
 * draws one uniform even for n == 0 or p == 0, and computes q ** n by log(q);
 * multinomial() is a chain of the younger kind. Both keep their set-up in the
 * same place.
 * Learned from: numpy/random/src/legacy/legacy-distributions.c and
 * numpy/random/mtrand.pyx, 2.4.
 */
#include <sameseed/numpy.h>

#include "dist/to_int.h"
#include "math/glibc.h"
#include "numpy/legacy_releases.h"
#include "numpy/sums.h"

/* p <= 0.5 */
static int64_t lower(ss_bitgen *bitgen, int64_t n, double p,
                     ss_binomial_setup *setup)
{
    if (!(p * (double)n <= 30.0))
        return ssi_binomial_btpe(bitgen, n, p, setup);
    if (!ssi_binomial_is_set(setup, n, p)) {
        double log_q = ssi_glibc_log(1.0 - p);
        ssi_binomial_set_inversion(setup, n, p,
                                   ssi_glibc_exp((double)n * log_q));
    }
    return ssi_binomial_inversion(bitgen, setup);
}

int64_t ssi_legacy_binomial(ss_bitgen *bitgen, int64_t n, double p,
                            ss_binomial_setup *setup)
{
    if (p <= 0.5)
        return lower(bitgen, n, p, setup);
    return ssi_wrap_sub(n, lower(bitgen, n, 1.0 - p, setup));
}

int64_t ss_numpy_binomial(ss_numpy_randomstate *rs, int64_t n, double p)
{
    return ssi_legacy_of(rs->release)
        ->binomial(&rs->bitgen, n, p, &rs->binomial);
}

ss_status ss_numpy_multinomial_check(int64_t n, const double *pvals, size_t k)
{
    for (size_t i = 0; i < k; i++)
        if (!(pvals[i] >= 0) || !(pvals[i] <= 1))
            return SS_ERR_NUMPY_PVALS;
    if (k > 0 && ssi_numpy_kahan_sum(pvals, k - 1) > 1.0 + 1e-12)
        return SS_ERR_NUMPY_PVALS_SUM;
    return n < 0 ? SS_ERR_NUMPY_N_NEGATIVE : SS_OK;
}

ss_status ss_numpy_multinomial_fill(ss_numpy_randomstate *rs, int64_t n,
                                    const double *pvals, size_t k, int64_t *out,
                                    size_t rows)
{
    ss_status status = ss_numpy_multinomial_check(n, pvals, k);

    if (status != SS_OK)
        return status;
    for (size_t row = 0; row < rows && k > 0; row++)
        ssi_multinomial(&rs->bitgen, n, pvals, k, out + row * k, &rs->binomial,
                        ssi_legacy_of(rs->release)->link);
    return SS_OK;
}
