/* SPDX-License-Identifier: MIT
 * RandomState's interval, shuffle and permutation.
 */
#include <sameseed/numpy.h>

#include "dist/bounded.h"
#include "dist/shuffle.h"

uint64_t ss_numpy_interval(ss_numpy_randomstate *rs, uint64_t max)
{
    return ssi_interval(&rs->bitgen, max);
}

void ss_numpy_shuffle(ss_numpy_randomstate *rs, void *items, size_t n,
                      size_t itemsize, ptrdiff_t stride)
{
    ssi_shuffle(&rs->bitgen, items, n, itemsize, stride);
}

void ss_numpy_permutation_fill(ss_numpy_randomstate *rs, int64_t *out, size_t n)
{
    ssi_permutation(&rs->bitgen, out, n);
}
