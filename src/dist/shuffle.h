/* SPDX-License-Identifier: MIT
 * Fisher and Yates, the same for RandomState and Generator.
 */
#ifndef SSI_DIST_SHUFFLE_H
#define SSI_DIST_SHUFFLE_H

#include <stddef.h>
#include <stdint.h>

#include <sameseed/bitgen.h>

/* n items of itemsize bytes, stride bytes apart, in place: i = n - 1 ... 1 is
 * swapped with ssi_interval(i). */
void ssi_shuffle(ss_bitgen *bitgen, void *items, size_t n, size_t itemsize,
                 ptrdiff_t stride);

/* 0 ... n - 1, shuffled. */
void ssi_permutation(ss_bitgen *bitgen, int64_t *out, size_t n);

#endif
