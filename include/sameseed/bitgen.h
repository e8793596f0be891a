/* SPDX-License-Identifier: MIT
 * state -> bits: the bit generators and the words they hand out.
 */
#ifndef SAMESEED_BITGEN_H
#define SAMESEED_BITGEN_H

#include <stddef.h>
#include <stdint.h>

#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SS_MT19937_N 624

/* MT19937 state: plain data owned by the caller. Copy it to fork the stream,
 * save it to resume. The fields are those of NumPy's MT19937().state. */
typedef struct ss_mt19937 {
    uint32_t key[SS_MT19937_N];
    uint32_t pos; /* next word of key to hand out; SS_MT19937_N: none left */
} ss_mt19937;

/* Start the stream of np.random.seed(seed) and of torch.manual_seed(seed)
 * (PyTorch takes the low 32 bits of its seed). */
SS_API void ss_mt19937_seed(ss_mt19937 *mt, uint32_t seed);

/* Start the stream of np.random.seed([k0, k1, ...]): init_by_array of the
 * reference implementation. SS_ERR_NUMPY_SEED_EMPTY when count is 0. */
SS_API ss_status ss_mt19937_seed_array(ss_mt19937 *mt, const uint32_t *words,
                                       size_t count);

/* Start somewhere nobody knows: key from the operating system's entropy.
 * SS_ERR_ENTROPY when it gives none; *mt is then unchanged. */
SS_API ss_status ss_mt19937_seed_entropy(ss_mt19937 *mt);

/* Restore a saved state; key is copied. SS_ERR_STATE when pos > SS_MT19937_N:
 * *mt is then unchanged. */
SS_API ss_status ss_mt19937_restore(ss_mt19937 *mt, const uint32_t *key,
                                    uint32_t pos);

/* The next 32-bit word. */
SS_API uint32_t ss_mt19937_next_u32(ss_mt19937 *mt);

/* The next n words, the same as n calls of ss_mt19937_next_u32. */
SS_API void ss_mt19937_fill_u32(ss_mt19937 *mt, uint32_t *words, size_t n);

/* Which bit generator an ss_bitgen holds. Values are pinned. */
typedef enum ss_bitgen_kind { SS_BITGEN_MT19937 = 0 } ss_bitgen_kind;

/* Any bit generator, as plain data: what NumPy's RandomState draws from. */
typedef struct ss_bitgen {
    ss_bitgen_kind kind;
    union {
        ss_mt19937 mt19937;
    } u;
} ss_bitgen;

/* NumPy's three primitives. MT19937: next_u64 is two words, the first is the
 * high half; next_double is ((a >> 5) * 2^26 + (b >> 6)) / 2^53 of two words
 * a, b, in [0, 1). */
SS_API uint32_t ss_bitgen_next_u32(ss_bitgen *bitgen);
SS_API uint64_t ss_bitgen_next_u64(ss_bitgen *bitgen);
SS_API double ss_bitgen_next_double(ss_bitgen *bitgen);

/* n values at once, the same as n calls. */
SS_API void ss_bitgen_fill_u32(ss_bitgen *bitgen, uint32_t *out, size_t n);
SS_API void ss_bitgen_fill_u64(ss_bitgen *bitgen, uint64_t *out, size_t n);
SS_API void ss_bitgen_fill_double(ss_bitgen *bitgen, double *out, size_t n);

#ifdef __cplusplus
}
#endif

#endif
