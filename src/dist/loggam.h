/* SPDX-License-Identifier: MIT
 * The logarithm of the gamma function as NumPy's samplers compute it.
 */
#ifndef SSI_DIST_LOGGAM_H
#define SSI_DIST_LOGGAM_H

/* log(gamma(x)) for x > 0; it decides acceptances, so that its last bits are
 * part of a stream. */
double ssi_loggam(double x);

/* The same before NumPy 1.20: 1 / x ** 2 is rounded otherwise. */
double ssi_loggam_before_1_20(double x);

typedef double (*ssi_loggam_fn)(double x);

#endif
