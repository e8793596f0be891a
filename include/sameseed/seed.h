/* SPDX-License-Identifier: MIT
 * seed -> state: NumPy's SeedSequence, what it starts, and where a seed comes
 * from when nobody gave one.
 */
#ifndef SAMESEED_SEED_H
#define SAMESEED_SEED_H

#include <stddef.h>
#include <stdint.h>

#include <sameseed/bitgen.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Fill size bytes from the operating system's entropy. SS_ERR_ENTROPY when it
 * gives none; the bytes are then unspecified. */
SS_API ss_status ss_entropy_fill(void *bytes, size_t size);

/* ---- NumPy's SeedSequence ---- */

#define SS_SEED_SEQUENCE_POOL 4      /* pool_size unless another is asked for */
#define SS_SEED_SEQUENCE_MAX_POOL 32 /* larger ones: ss_seed_pool_fill() */

/* SeedSequence: plain data, a copy is another sequence of the same seed. The
 * entropy and the spawn_key are not kept: pool and hash are all that
 * generate_state() and spawn() need of them. (A child of NumPy before 1.19 has
 * its number where the entropy of its parent ends. words are kept for that
 * while they are fewer than pool_size; unpadded is one more than they are, and
 * 0 in the sequences of younger releases.) */
typedef struct ss_seed_sequence {
    uint32_t pool[SS_SEED_SEQUENCE_MAX_POOL]; /* the first pool_size count */
    uint32_t pool_size;
    uint32_t hash; /* the multiplier with which the next word is mixed in */
    uint32_t n_children_spawned;
    uint32_t unpadded;
    uint32_t words[SS_SEED_SEQUENCE_MAX_POOL];
} ss_seed_sequence;

/* SeedSequence(entropy, spawn_key=..., pool_size=...). Each int is its 32-bit
 * words, the lowest first and at least one; those of a sequence of ints follow
 * one another. Either array may be NULL where its count is 0.
 * SS_ERR_NUMPY_POOL_SIZE below SS_SEED_SEQUENCE_POOL, SS_ERR_UNSUPPORTED above
 * SS_SEED_SEQUENCE_MAX_POOL. */
SS_API ss_status ss_seed_sequence_init(
    ss_seed_sequence *sequence, const uint32_t *entropy, size_t entropy_count,
    const uint32_t *spawn_key, size_t spawn_key_count, uint32_t pool_size);

/* SeedSequence(seed) of an int that fits 64 bits. */
SS_API void ss_seed_sequence_init_u64(ss_seed_sequence *sequence,
                                      uint64_t seed);

/* generate_state(n, uint32) and generate_state(n, uint64); the sequence does
 * not change. */
SS_API void ss_seed_sequence_state_u32(const ss_seed_sequence *sequence,
                                       uint32_t *out, size_t n);
SS_API void ss_seed_sequence_state_u64(const ss_seed_sequence *sequence,
                                       uint64_t *out, size_t n);

/* The same for a pool of any size, in the caller's memory: pool has pool_size
 * words, which the first function fills (pool_size squared steps) and the
 * others read. SS_ERR_NUMPY_POOL_SIZE below SS_SEED_SEQUENCE_POOL. */
SS_API ss_status ss_seed_pool_fill(uint32_t *pool, size_t pool_size,
                                   const uint32_t *entropy,
                                   size_t entropy_count,
                                   const uint32_t *spawn_key,
                                   size_t spawn_key_count);
SS_API void ss_seed_pool_state_u32(const uint32_t *pool, size_t pool_size,
                                   uint32_t *out, size_t n);
SS_API void ss_seed_pool_state_u64(const uint32_t *pool, size_t pool_size,
                                   uint64_t *out, size_t n);

/* spawn(n): the sequences whose spawn_key has n_children_spawned, then one
 * more ... at its end; the count of the parent goes up by n. */
SS_API void ss_seed_sequence_spawn(ss_seed_sequence *sequence,
                                   ss_seed_sequence *children, size_t n);

/* ---- bit generators started from it ---- */

/* MT19937(sequence): 624 words, the first replaced; pos is 623, so that the
 * last word of the key is the first to be handed out. */
SS_API void ss_mt19937_seed_sequence(ss_mt19937 *mt,
                                     const ss_seed_sequence *sequence);

/* PCG64(sequence) and PCG64DXSM(sequence): four 64-bit words. Both have the
 * same state after it. */
SS_API void ss_pcg64_seed_sequence(ss_pcg64 *pcg,
                                   const ss_seed_sequence *sequence);

/* Philox(sequence): two 64-bit words, the key; the counter is 0. */
SS_API void ss_philox_seed_sequence(ss_philox *philox,
                                    const ss_seed_sequence *sequence);

/* SFC64(sequence): three 64-bit words, then twelve outputs thrown away. */
SS_API void ss_sfc64_seed_sequence(ss_sfc64 *sfc,
                                   const ss_seed_sequence *sequence);

/* Any of them. SS_ERR_ARGUMENT for an unknown kind. */
SS_API ss_status ss_bitgen_seed_sequence(ss_bitgen *bitgen, ss_bitgen_kind kind,
                                         const ss_seed_sequence *sequence);

/* kind(seed) of an int that fits 64 bits: default_rng(seed) is a Generator
 * over SS_BITGEN_PCG64. */
SS_API ss_status ss_bitgen_seed(ss_bitgen *bitgen, ss_bitgen_kind kind,
                                uint64_t seed);

#ifdef __cplusplus
}
#endif

#endif
