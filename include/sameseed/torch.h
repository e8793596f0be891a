/* SPDX-License-Identifier: MIT
 * torch's CPU generator as PyTorch 2.13.0 draws from it.
 *
 * The default profile is the x86-64 wheel on a CPU with AVX2. Sizes are in
 * elements. No call allocates.
 */
#ifndef SAMESEED_TORCH_H
#define SAMESEED_TORCH_H

#include <stddef.h>
#include <stdint.h>

#include <sameseed/array.h>
#include <sameseed/bitgen.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes of torch.get_rng_state(). */
#define SS_TORCH_STATE_SIZE 5056
/* The seed of a new torch.Generator(). */
#define SS_TORCH_DEFAULT_SEED UINT64_C(67280421310721)

/* The CPU capability whose kernels are imitated; values are pinned. */
typedef enum ss_torch_capability {
    SS_TORCH_AVX2 = 0,    /* what x86-64 wheels use since 2015's CPUs */
    SS_TORCH_DEFAULT = 1, /* ATEN_CPU_CAPABILITY=default */
    SS_TORCH_AARCH64 = 2
} ss_torch_capability;

/* torch.Generator: plain data. Copy it to fork the stream. The fields are
 * those of PyTorch's 5056-byte state. */
typedef struct ss_torch_generator {
    uint64_t initial_seed;
    uint32_t key[SS_MT19937_N];
    int32_t left;  /* words left before the next twist, plus one */
    uint32_t next; /* next word of key to hand out */
    int32_t seeded;
    int32_t normal_is_valid; /* 1: normal_y holds the pair's second value */
    double normal_x, normal_y, normal_rho; /* x and rho are always 0 */
    float next_float_normal;
    uint8_t next_float_normal_is_valid;
    ss_torch_capability capability; /* not part of the state */
} ss_torch_generator;

/* torch.manual_seed(seed): the low 32 bits decide the stream; all 64 are kept
 * for initial_seed. Keeps capability, which 0 or {0} makes AVX2. */
SS_API void ss_torch_manual_seed(ss_torch_generator *g, uint64_t seed);

/* torch.Generator(): seeded with SS_TORCH_DEFAULT_SEED, profile AVX2. */
SS_API void ss_torch_generator_init(ss_torch_generator *g);

/* torch.seed(): a seed from the operating system, put into *seed. */
SS_API ss_status ss_torch_seed(ss_torch_generator *g, uint64_t *seed);

/* get_rng_state() and set_rng_state(): PyTorch's own image, little endian.
 * SS_ERR_TORCH_STATE_SIZE, SS_ERR_TORCH_STATE: *g is then unchanged. */
SS_API void ss_torch_get_state(const ss_torch_generator *g,
                               uint8_t state[SS_TORCH_STATE_SIZE]);
SS_API ss_status ss_torch_set_state(ss_torch_generator *g,
                                    const uint8_t *state, size_t size);

/* The next 32-bit word; two of them, the first is the high half. */
SS_API uint32_t ss_torch_next_u32(ss_torch_generator *g);
SS_API uint64_t ss_torch_next_u64(ss_torch_generator *g);

/* torch.rand(n) and tensor.uniform_(from, to). One word a value (f32), two
 * (f64). SS_ERR_TORCH_UNIFORM_RANGE as PyTorch checks it. */
SS_API void ss_torch_rand_f32_fill(ss_torch_generator *g, float *out,
                                   size_t n);
SS_API void ss_torch_rand_f64_fill(ss_torch_generator *g, double *out,
                                   size_t n);
SS_API ss_status ss_torch_uniform_f32_fill(ss_torch_generator *g, double from,
                                           double to, float *out, size_t n);
SS_API ss_status ss_torch_uniform_f64_fill(ss_torch_generator *g, double from,
                                           double to, double *out, size_t n);

/* torch.randn(n) and tensor.normal_(mean, std). Below 16 values: double
 * Box-Muller pairs whose second value is kept in the state; from 16 on:
 * blocks of 16. SS_ERR_TORCH_STD for std < 0. */
SS_API void ss_torch_randn_f32_fill(ss_torch_generator *g, float *out,
                                    size_t n);
SS_API void ss_torch_randn_f64_fill(ss_torch_generator *g, double *out,
                                    size_t n);
SS_API ss_status ss_torch_normal_f32_fill(ss_torch_generator *g, double mean,
                                          double std, float *out, size_t n);
SS_API ss_status ss_torch_normal_f64_fill(ss_torch_generator *g, double mean,
                                          double std, double *out, size_t n);

/* torch.randint(low, high, (n,), dtype=...): dtype SS_BOOL to SS_INT64 (no
 * uint16 to uint64), SS_FLOAT16 to SS_FLOAT64. SS_ERR_DTYPE,
 * SS_ERR_TORCH_FROM_TO. */
SS_API ss_status ss_torch_randint_fill(ss_torch_generator *g, ss_dtype dtype,
                                       int64_t low, int64_t high, void *out,
                                       size_t n);

/* torch.randperm(n): n - 1 words. */
SS_API void ss_torch_randperm_fill(ss_torch_generator *g, int64_t *out,
                                   size_t n);

#ifdef __cplusplus
}
#endif

#endif
