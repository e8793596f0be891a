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

/* MT19937.jumped(jumps): jumps times 2**128 words further, the state bits
 * too. Some milliseconds each. */
SS_API void ss_mt19937_jump(ss_mt19937 *mt, uint64_t jumps);

/* NumPy's other bit generators hand out 64-bit words. A 32-bit draw takes the
 * low half of one; has_uint32 says that uinteger is the high half for the next
 * 32-bit draw. 64-bit draws leave it waiting; used up, it stays in uinteger.
 * advance() and jump() forget it. The fields are those of .state. */

/* PCG64 (XSL-RR) and PCG64DXSM: a state of 128 bits and an odd increment. */
typedef struct ss_pcg64 {
    uint64_t state_high, state_low;
    uint64_t inc_high, inc_low;
    uint32_t has_uint32;
    uint32_t uinteger;
} ss_pcg64;

/* Philox 4x64, 10 rounds: the counter goes up before each block of four. */
typedef struct ss_philox {
    uint64_t counter[4]; /* the lowest word first */
    uint64_t key[2];
    uint64_t buffer[4];
    uint32_t buffer_pos; /* next word of buffer to hand out; 4: none left */
    uint32_t has_uint32;
    uint32_t uinteger;
} ss_philox;

/* SFC64: a, b, c and the counter. */
typedef struct ss_sfc64 {
    uint64_t state[4];
    uint32_t has_uint32;
    uint32_t uinteger;
} ss_sfc64;

/* Philox(counter=..., key=...). */
SS_API void ss_philox_init(ss_philox *philox, const uint64_t counter[4],
                           const uint64_t key[2]);

/* The next 64-bit word. */
SS_API uint64_t ss_pcg64_next_u64(ss_pcg64 *pcg);
SS_API uint64_t ss_pcg64dxsm_next_u64(ss_pcg64 *pcg);
SS_API uint64_t ss_philox_next_u64(ss_philox *philox);
SS_API uint64_t ss_sfc64_next_u64(ss_sfc64 *sfc);

/* Which bit generator an ss_bitgen holds. Values are pinned. */
typedef enum ss_bitgen_kind {
    SS_BITGEN_MT19937 = 0,
    SS_BITGEN_PCG64 = 1,
    SS_BITGEN_PCG64DXSM = 2,
    SS_BITGEN_PHILOX = 3,
    SS_BITGEN_SFC64 = 4,
    SS_BITGEN_FOREIGN = 5 /* somebody else's, see ss_bitgen_foreign() */
} ss_bitgen_kind;

/* NumPy's bitgen_t (numpy/random/bitgen.h), laid out alike. */
typedef struct ss_bitgen_interface {
    void *state;
    uint64_t (*next_uint64)(void *state);
    uint32_t (*next_uint32)(void *state);
    double (*next_double)(void *state);
    uint64_t (*next_raw)(void *state);
} ss_bitgen_interface;

/* Any bit generator, as plain data: what NumPy's RandomState and Generator
 * draw from. */
typedef struct ss_bitgen {
    ss_bitgen_kind kind;
    union {
        ss_mt19937 mt19937;
        ss_pcg64 pcg64; /* PCG64DXSM too */
        ss_philox philox;
        ss_sfc64 sfc64;
        ss_bitgen_interface foreign; /* its state is not ours: no copy forks */
    } u;
} ss_bitgen;

/* NumPy's three primitives. MT19937: next_u64 is two words, the first is the
 * high half; next_double is ((a >> 5) * 2^26 + (b >> 6)) / 2^53 of two words
 * a, b, in [0, 1). The others: next_double is (u64 >> 11) / 2^53. */
SS_API uint32_t ss_bitgen_next_u32(ss_bitgen *bitgen);
SS_API uint64_t ss_bitgen_next_u64(ss_bitgen *bitgen);
SS_API double ss_bitgen_next_double(ss_bitgen *bitgen);

/* random_raw(): 32 bits of MT19937, 64 of the others. */
SS_API uint64_t ss_bitgen_next_raw(ss_bitgen *bitgen);

/* n values at once, the same as n calls. */
SS_API void ss_bitgen_fill_u32(ss_bitgen *bitgen, uint32_t *out, size_t n);
SS_API void ss_bitgen_fill_u64(ss_bitgen *bitgen, uint64_t *out, size_t n);
SS_API void ss_bitgen_fill_double(ss_bitgen *bitgen, double *out, size_t n);

/* advance(delta): delta as two's complement, the lowest word first; modulo
 * 2**128 draws of PCG64 and PCG64DXSM, 2**256 blocks of Philox.
 * SS_ERR_UNSUPPORTED for the others, which have no such method. */
SS_API ss_status ss_bitgen_advance(ss_bitgen *bitgen, const uint64_t delta[4]);

/* What jumped(jumps) makes, in place: jumps times 2**128 draws (MT19937,
 * Philox) or 0x9e3779b97f4a7c15f39cc0605cedc835 of them (PCG64, PCG64DXSM).
 * jumps is two's complement, the lowest word first; MT19937 takes a negative
 * one as 0, as NumPy does. SS_ERR_UNSUPPORTED for SFC64, and for MT19937 from
 * 2**63 on. */
SS_API ss_status ss_bitgen_jump(ss_bitgen *bitgen, const uint64_t jumps[2]);

/* Code written for NumPy's bitgen_t draws from an ss_bitgen, which is the
 * state of the interface and must outlive it. */
SS_API ss_bitgen_interface ss_bitgen_interface_of(ss_bitgen *bitgen);

/* The other way round: an ss_bitgen that draws from a bitgen_t. The state
 * behind it must outlive it; there is no advance() and no jump(). */
SS_API ss_bitgen ss_bitgen_foreign(const ss_bitgen_interface *interface);

#ifdef __cplusplus
}
#endif

#endif
