/* SPDX-License-Identifier: MIT
 * NumPy's SeedSequence: entropy is hashed into a pool, the pool into states.
 *
 * Words beyond the pool are mixed in one after the other, and the words of the
 * spawn_key come last, after zeros that fill the pool where the entropy is
 * shorter. A child is therefore its parent plus the words of one more int:
 * nothing but the pool and the running multiplier is needed to spawn.
 * Learned from: O'Neill 2015, C++ seeding surprises (randutils);
 * numpy/random/bit_generator.pyx, 2.4.
 */
#include <sameseed/seed.h>

#include <string.h>

#include "seed/seed_sequence.h"

#define INIT_A 0x43b0d7e5u
#define MULT_A 0x931e8875u
#define INIT_B 0x8b51f9ddu
#define MULT_B 0x58f38dedu
#define MIX_L 0xca01f9ddu
#define MIX_R 0x4973f715u

static uint32_t hash(uint32_t value, uint32_t *multiplier, uint32_t step)
{
    value ^= *multiplier;
    *multiplier *= step;
    value *= *multiplier;
    return value ^ value >> 16;
}

static uint32_t mix(uint32_t x, uint32_t y)
{
    uint32_t result = MIX_L * x - MIX_R * y;

    return result ^ result >> 16;
}

static void mix_in(ss_seed_sequence *s, const uint32_t *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < s->pool_size; k++)
            s->pool[k] = mix(s->pool[k], hash(words[i], &s->hash, MULT_A));
}

/* The first pool_size words, then every word of the pool into every other. */
static void fill_pool(ss_seed_sequence *s, const uint32_t *words, size_t count)
{
    for (uint32_t k = 0; k < s->pool_size; k++)
        s->pool[k] = hash(k < count ? words[k] : 0, &s->hash, MULT_A);
    for (uint32_t from = 0; from < s->pool_size; from++)
        for (uint32_t to = 0; to < s->pool_size; to++)
            if (from != to)
                s->pool[to] =
                    mix(s->pool[to], hash(s->pool[from], &s->hash, MULT_A));
}

ss_status ss_seed_sequence_init(ss_seed_sequence *sequence,
                                const uint32_t *entropy, size_t entropy_count,
                                const uint32_t *spawn_key,
                                size_t spawn_key_count, uint32_t pool_size)
{
    if (pool_size < SS_SEED_SEQUENCE_POOL)
        return SS_ERR_NUMPY_POOL_SIZE;
    if (pool_size > SS_SEED_SEQUENCE_MAX_POOL)
        return SS_ERR_UNSUPPORTED;
    memset(sequence, 0, sizeof *sequence);
    sequence->pool_size = pool_size;
    sequence->hash = INIT_A;
    fill_pool(sequence, entropy, entropy_count);
    if (entropy_count > pool_size)
        mix_in(sequence, entropy + pool_size, entropy_count - pool_size);
    mix_in(sequence, spawn_key, spawn_key_count);
    return SS_OK;
}

void ss_seed_sequence_init_u64(ss_seed_sequence *sequence, uint64_t seed)
{
    const uint32_t words[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};

    ss_seed_sequence_init(sequence, words, 2, NULL, 0, SS_SEED_SEQUENCE_POOL);
}

void ss_seed_sequence_state_u32(const ss_seed_sequence *sequence, uint32_t *out,
                                size_t n)
{
    uint32_t multiplier = INIT_B;

    for (size_t i = 0; i < n; i++)
        out[i] =
            hash(sequence->pool[i % sequence->pool_size], &multiplier, MULT_B);
}

/* The low word of each value comes first. */
void ss_seed_sequence_state_u64(const ss_seed_sequence *sequence, uint64_t *out,
                                size_t n)
{
    uint32_t multiplier = INIT_B, size = sequence->pool_size;

    for (size_t i = 0; i < n; i++) {
        size_t at = 2 * i;
        uint32_t low = hash(sequence->pool[at % size], &multiplier, MULT_B);
        uint32_t high =
            hash(sequence->pool[(at + 1) % size], &multiplier, MULT_B);
        out[i] = (uint64_t)high << 32 | low;
    }
}

void ss_seed_sequence_spawn(ss_seed_sequence *sequence,
                            ss_seed_sequence *children, size_t n)
{
    if (sequence->unpadded) {
        ssi_seed_sequence_spawn_before_1_19(sequence, children, n);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        children[i] = *sequence;
        children[i].n_children_spawned = 0;
        mix_in(&children[i], &sequence->n_children_spawned, 1);
        sequence->n_children_spawned++;
    }
}
