/* SPDX-License-Identifier: MIT
 * log(k!) as Generator's hypergeometric computes it.
 */
#ifndef SSI_DIST_LOGFACTORIAL_H
#define SSI_DIST_LOGFACTORIAL_H

#include <stdint.h>

/* k >= 0; it decides acceptances. */
double ssi_logfactorial(int64_t k);

#endif
