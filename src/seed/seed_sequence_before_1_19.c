/* SPDX-License-Identifier: MIT
 * SeedSequence before NumPy 1.19: one array of words, without the zeros that
 * fill the pool since then.
 * Learned from: numpy/random/bit_generator.pyx, 1.18.
 */
#include "seed/seed_sequence.h"

#include <string.h>

ss_status ssi_seed_sequence_init_before_1_19(
    ss_seed_sequence *sequence, const uint32_t *entropy, size_t entropy_count,
    const uint32_t *spawn_key, size_t spawn_key_count, uint32_t pool_size)
{
    uint32_t words[SS_SEED_SEQUENCE_MAX_POOL] = {0};
    size_t count = entropy_count, used;
    ss_status status;

    if (entropy_count >= pool_size || pool_size > SS_SEED_SEQUENCE_MAX_POOL)
        return ss_seed_sequence_init(sequence, entropy, entropy_count,
                                     spawn_key, spawn_key_count, pool_size);
    if (count > 0)
        memcpy(words, entropy, count * sizeof *words);
    for (used = 0; used < spawn_key_count && count < pool_size; used++)
        words[count++] = spawn_key[used];
    if (used > 0)
        spawn_key += used;
    status = ss_seed_sequence_init(sequence, words, count, spawn_key,
                                   spawn_key_count - used, pool_size);
    if (status == SS_OK && count < pool_size) {
        sequence->unpadded = (uint32_t)count + 1;
        memcpy(sequence->words, words, sizeof words);
    }
    return status;
}

void ssi_seed_sequence_spawn_before_1_19(ss_seed_sequence *sequence,
                                         ss_seed_sequence *children, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        ssi_seed_sequence_init_before_1_19(
            &children[i], sequence->words, sequence->unpadded - 1,
            &sequence->n_children_spawned, 1, sequence->pool_size);
        sequence->n_children_spawned++;
    }
}
