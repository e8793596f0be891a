/* SPDX-License-Identifier: MIT
 * SeedSequence as NumPy had it before 1.19: the words of the spawn_key follow
 * those of the entropy at once, where there are zeros in between now if the
 * pool has room for more.
 */
#ifndef SSI_SEED_SEED_SEQUENCE_H
#define SSI_SEED_SEED_SEQUENCE_H

#include <sameseed/seed.h>

/* As ss_seed_sequence_init(), but the entropy must have no more words than
 * its ints have. */
ss_status ssi_seed_sequence_init_before_1_19(
    ss_seed_sequence *sequence, const uint32_t *entropy, size_t entropy_count,
    const uint32_t *spawn_key, size_t spawn_key_count, uint32_t pool_size);

/* Of a sequence that keeps its words. */
void ssi_seed_sequence_spawn_before_1_19(ss_seed_sequence *sequence,
                                         ss_seed_sequence *children, size_t n);

#endif
