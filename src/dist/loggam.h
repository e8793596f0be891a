/* SPDX-License-Identifier: MIT
 * The logarithm of the gamma function as NumPy's samplers compute it.
 */
#ifndef SSI_DIST_LOGGAM_H
#define SSI_DIST_LOGGAM_H

/* log(gamma(x)) for x > 0; it decides acceptances, so that its last bits are
 * part of a stream. */
double ssi_loggam(double x);

#endif
