/* SPDX-License-Identifier: MIT
 * Geometric by search, the same for RandomState and Generator.
 * Learned from: numpy/random/src/distributions/distributions.c, 2.4.
 */
#include "dist/geometric.h"

#include "bitgen/draw.h"

int64_t ssi_geometric_search(ss_bitgen *bitgen, double p)
{
    double term = p, sum = p, q = 1.0 - p;
    double u = ssi_next_double(bitgen);
    int64_t trials = 1;

    while (u > sum) {
        term *= q;
        sum += term;
        trials++;
    }
    return trials;
}
