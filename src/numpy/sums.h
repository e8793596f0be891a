/* SPDX-License-Identifier: MIT
 * The sum that NumPy's argument checks compare.
 */
#ifndef SSI_NUMPY_SUMS_H
#define SSI_NUMPY_SUMS_H

#include <stddef.h>

/* Kahan's compensated sum; 0 for n == 0. Its rounding decides whether
 * probabilities pass. */
static inline double ssi_numpy_kahan_sum(const double *x, size_t n)
{
    double sum = n > 0 ? x[0] : 0.0, correction = 0.0;

    for (size_t i = 1; i < n; i++) {
        double y = x[i] - correction, t = sum + y;
        correction = (t - sum) - y;
        sum = t;
    }
    return sum;
}

#endif
