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

typedef struct pool {
    uint32_t *words;
    size_t size;
    uint32_t hash; /* the multiplier with which the next word is mixed in */
} pool;

static void mix_in(pool *p, const uint32_t *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < p->size; k++)
            p->words[k] = mix(p->words[k], hash(words[i], &p->hash, MULT_A));
}

/* The first words, then every word of the pool into every other, then the
 * other words. */
static void fill(pool *p, const uint32_t *words, size_t count)
{
    for (size_t k = 0; k < p->size; k++)
        p->words[k] = hash(k < count ? words[k] : 0, &p->hash, MULT_A);
    for (size_t from = 0; from < p->size; from++)
        for (size_t to = 0; to < p->size; to++)
            if (from != to)
                p->words[to] =
                    mix(p->words[to], hash(p->words[from], &p->hash, MULT_A));
    if (count > p->size)
        mix_in(p, words + p->size, count - p->size);
}

ss_status ss_seed_pool_fill(uint32_t *words, size_t pool_size,
                            const uint32_t *entropy, size_t entropy_count,
                            const uint32_t *spawn_key, size_t spawn_key_count)
{
    pool p = {words, pool_size, INIT_A};

    if (pool_size < SS_SEED_SEQUENCE_POOL)
        return SS_ERR_NUMPY_POOL_SIZE;
    fill(&p, entropy, entropy_count);
    mix_in(&p, spawn_key, spawn_key_count);
    return SS_OK;
}

ss_status ss_seed_sequence_init(ss_seed_sequence *sequence,
                                const uint32_t *entropy, size_t entropy_count,
                                const uint32_t *spawn_key,
                                size_t spawn_key_count, uint32_t pool_size)
{
    pool p = {sequence->pool, pool_size, INIT_A};

    if (pool_size < SS_SEED_SEQUENCE_POOL)
        return SS_ERR_NUMPY_POOL_SIZE;
    if (pool_size > SS_SEED_SEQUENCE_MAX_POOL)
        return SS_ERR_UNSUPPORTED;
    memset(sequence, 0, sizeof *sequence);
    sequence->pool_size = pool_size;
    fill(&p, entropy, entropy_count);
    mix_in(&p, spawn_key, spawn_key_count);
    sequence->hash = p.hash;
    return SS_OK;
}

void ss_seed_sequence_init_u64(ss_seed_sequence *sequence, uint64_t seed)
{
    const uint32_t words[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};

    ss_seed_sequence_init(sequence, words, 2, NULL, 0, SS_SEED_SEQUENCE_POOL);
}

void ss_seed_pool_state_u32(const uint32_t *words, size_t pool_size,
                            uint32_t *out, size_t n)
{
    uint32_t multiplier = INIT_B;

    for (size_t i = 0; i < n; i++)
        out[i] = hash(words[i % pool_size], &multiplier, MULT_B);
}

/* The low word of each value comes first. */
void ss_seed_pool_state_u64(const uint32_t *words, size_t pool_size,
                            uint64_t *out, size_t n)
{
    uint32_t multiplier = INIT_B;

    for (size_t i = 0; i < n; i++) {
        size_t at = 2 * i;
        uint32_t low = hash(words[at % pool_size], &multiplier, MULT_B);
        uint32_t high = hash(words[(at + 1) % pool_size], &multiplier, MULT_B);
        out[i] = (uint64_t)high << 32 | low;
    }
}

void ss_seed_sequence_state_u32(const ss_seed_sequence *sequence, uint32_t *out,
                                size_t n)
{
    ss_seed_pool_state_u32(sequence->pool, sequence->pool_size, out, n);
}

void ss_seed_sequence_state_u64(const ss_seed_sequence *sequence, uint64_t *out,
                                size_t n)
{
    ss_seed_pool_state_u64(sequence->pool, sequence->pool_size, out, n);
}

void ss_seed_sequence_spawn(ss_seed_sequence *sequence,
                            ss_seed_sequence *children, size_t n)
{
    pool p;

    if (sequence->unpadded) {
        ssi_seed_sequence_spawn_before_1_19(sequence, children, n);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        children[i] = *sequence;
        children[i].n_children_spawned = 0;
        p = (pool){children[i].pool, sequence->pool_size, sequence->hash};
        mix_in(&p, &sequence->n_children_spawned, 1);
        children[i].hash = p.hash;
        sequence->n_children_spawned++;
    }
}
