/* SPDX-License-Identifier: MIT
 * Tensor.topk() of one row, largest first, with libstdc++'s order of ties.
 */
#ifndef SSI_TORCH_TOPK_H
#define SSI_TORCH_TOPK_H

#include <stddef.h>
#include <stdint.h>

typedef struct ssi_torch_pair {
    double value;
    int64_t index;
} ssi_torch_pair;

/* Bring the k largest of n pairs to the front, in order; k <= n. */
void ssi_torch_topk(ssi_torch_pair *pairs, size_t n, size_t k);

/* All n, the largest first, by the steps of std::sort. */
void ssi_torch_sort_pairs(ssi_torch_pair *pairs, size_t n);

#endif
