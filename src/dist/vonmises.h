/* SPDX-License-Identifier: MIT
 * The von Mises distribution, what RandomState and Generator share.
 */
#ifndef SSI_DIST_VONMISES_H
#define SSI_DIST_VONMISES_H

#include <sameseed/bitgen.h>

/* NaN for a NaN kappa, without a draw; one uniform below 1e-8. */
double ssi_vonmises(ss_bitgen *bitgen, double mu, double kappa);

#endif
