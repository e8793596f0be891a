/* SPDX-License-Identifier: MIT
 * Trials until the first success, for a p that makes it come soon.
 */
#ifndef SSI_DIST_GEOMETRIC_H
#define SSI_DIST_GEOMETRIC_H

#include <stdint.h>

#include <sameseed/bitgen.h>

/* Sequential search of the distribution function: for p >= 1/3. */
int64_t ssi_geometric_search(ss_bitgen *bitgen, double p);

#endif
