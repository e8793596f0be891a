/* SPDX-License-Identifier: MIT
 * The values of one bernoulli_(p) with a number p, in as many pieces as the
 * caller likes: two words each, or, in the wheels before PyTorch 2.7, a stream
 * of MKL's that one word seeds.
 */
#ifndef SSI_TORCH_COINS_H
#define SSI_TORCH_COINS_H

#include <sameseed/torch.h>

typedef struct ssi_torch_coins {
    ss_torch_generator *g;
    double p;
    uint64_t mcg31; /* MKL's state; 0: the words of g */
} ssi_torch_coins;

/* Of a tensor that is not empty. SS_ERR_TORCH_OLD_BERNOULLI before 2.0. */
ss_status ssi_torch_coins_start(ssi_torch_coins *coins, ss_torch_generator *g,
                                double p);

/* The next n: 0 or 1. */
void ssi_torch_coins_fill(ssi_torch_coins *coins, double *out, size_t n);

#endif
