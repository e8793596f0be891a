/* SPDX-License-Identifier: MIT
 * torch's CPU generator as PyTorch 2.13.0 draws from it.
 *
 * The default profile is the x86-64 wheel on a CPU with AVX2. Sizes are in
 * elements. No call allocates, unless it says so. An empty fill checks its
 * arguments and draws nothing; other degenerate arguments (std 0, from == to)
 * draw as usual.
 *
 * Fills go through memory as PyTorch does: contiguous tensors in order; a
 * tensor with other strides in the order of its addresses.
 *
 * Statuses carry the constant part of PyTorch's text; where PyTorch adds the
 * values ("..., but found std -1") the caller knows them.
 */
#ifndef SAMESEED_TORCH_H
#define SAMESEED_TORCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/array.h>
#include <sameseed/bitgen.h>
#include <sameseed/status.h>
#include <sameseed/torch_release.h>

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
    ss_torch_release release;       /* nor this; 0 of a new one: 2.13 */
} ss_torch_generator;

/* Start a generator as torch.manual_seed(seed) does, profile AVX2, whatever
 * *g held: the low 32 bits decide the stream; all 64 are kept for
 * initial_seed. */
SS_API void ss_torch_manual_seed(ss_torch_generator *g, uint64_t seed);

/* The same for a generator that is in use: it keeps its capability and its
 * release. */
SS_API void ss_torch_reseed(ss_torch_generator *g, uint64_t seed);

/* torch.Generator(): seeded with SS_TORCH_DEFAULT_SEED, profile AVX2. */
SS_API void ss_torch_generator_init(ss_torch_generator *g);

/* torch.seed(): a seed from the operating system, put into *seed. Keeps the
 * capability. */
SS_API ss_status ss_torch_seed(ss_torch_generator *g, uint64_t *seed);

/* get_rng_state() and set_rng_state(): PyTorch's own image, little endian.
 * SS_ERR_TORCH_STATE_SIZE, SS_ERR_TORCH_STATE: *g is then unchanged. Where
 * left and next disagree PyTorch twists early, which is done, or reads memory
 * beyond its key, which is SS_ERR_TORCH_STATE here. */
SS_API void ss_torch_get_state(const ss_torch_generator *g,
                               uint8_t state[SS_TORCH_STATE_SIZE]);
SS_API ss_status ss_torch_set_state(ss_torch_generator *g, const uint8_t *state,
                                    size_t size);

/* The next 32-bit word; two of them, the first is the high half; n words. */
SS_API uint32_t ss_torch_next_u32(ss_torch_generator *g);
SS_API uint64_t ss_torch_next_u64(ss_torch_generator *g);
SS_API void ss_torch_fill_u32(ss_torch_generator *g, uint32_t *words, size_t n);

/* torch.rand(n) and tensor.uniform_(from, to). One word a value, two for
 * float64; complex dtypes are two values each. The fill that takes a dtype
 * does float16, bfloat16, float32, float64, complex64 and complex128.
 * SS_ERR_DTYPE, SS_ERR_TORCH_FROM_BOUND, SS_ERR_TORCH_TO_BOUND,
 * SS_ERR_TORCH_UNIFORM_RANGE, SS_ERR_TORCH_UNIFORM_LIMIT. */
SS_API ss_status ss_torch_rand_fill(ss_torch_generator *g, ss_dtype dtype,
                                    void *out, size_t n);
SS_API void ss_torch_rand_f32_fill(ss_torch_generator *g, float *out, size_t n);
SS_API void ss_torch_rand_f64_fill(ss_torch_generator *g, double *out,
                                   size_t n);
SS_API ss_status ss_torch_uniform_fill(ss_torch_generator *g, ss_dtype dtype,
                                       double from, double to, void *out,
                                       size_t n);
SS_API ss_status ss_torch_uniform_f32_fill(ss_torch_generator *g, double from,
                                           double to, float *out, size_t n);
SS_API ss_status ss_torch_uniform_f64_fill(ss_torch_generator *g, double from,
                                           double to, double *out, size_t n);

/* torch.randn(n) and tensor.normal_(mean, std), torch.normal(mean, std, (n,)).
 * Below 16 values: double Box-Muller pairs, four words each, whose second
 * value is kept in the state; from 16 on: blocks of 16, one word a value (two
 * for float64), and 16 values more when n is no multiple of 16; the kept
 * value is then neither used nor lost. Complex dtypes count as two values of
 * std / sqrt(2). SS_ERR_TORCH_STD unless std >= 0, SS_ERR_DTYPE. */
SS_API ss_status ss_torch_randn_fill(ss_torch_generator *g, ss_dtype dtype,
                                     void *out, size_t n);
SS_API void ss_torch_randn_f32_fill(ss_torch_generator *g, float *out,
                                    size_t n);
SS_API void ss_torch_randn_f64_fill(ss_torch_generator *g, double *out,
                                    size_t n);
SS_API ss_status ss_torch_normal_fill(ss_torch_generator *g, ss_dtype dtype,
                                      double mean, double std, void *out,
                                      size_t n);
SS_API ss_status ss_torch_normal_f32_fill(ss_torch_generator *g, double mean,
                                          double std, float *out, size_t n);
SS_API ss_status ss_torch_normal_f64_fill(ss_torch_generator *g, double mean,
                                          double std, double *out, size_t n);

/* tensor.normal_(mean, std) where tensor is not contiguous (transposed,
 * channels_last, every second column): pairs whatever n is. out takes the
 * values in the order of the tensor's addresses. */
SS_API ss_status ss_torch_normal_gaps_fill(ss_torch_generator *g,
                                           ss_dtype dtype, double mean,
                                           double std, void *out, size_t n);

/* torch.randint(low, high, (n,), dtype=...) and tensor.random_(low, high):
 * dtype SS_BOOL to SS_UINT64, SS_FLOAT16 to SS_FLOAT64. One word a value, two
 * when high - low >= 2^28. SS_ERR_DTYPE, SS_ERR_TORCH_FROM_TO,
 * SS_ERR_TORCH_FROM_TO_CAST, SS_ERR_TORCH_FROM_BOUND,
 * SS_ERR_TORCH_LAST_BOUND. */
SS_API ss_status ss_torch_randint_fill(ss_torch_generator *g, ss_dtype dtype,
                                       int64_t low, int64_t high, void *out,
                                       size_t n);

/* tensor.random_(): 0 to the dtype's highest; floats to 2^digits. Two words a
 * value for int64 and float64. SS_ERR_DTYPE for uint16 to uint64, complex. */
SS_API ss_status ss_torch_random_fill(ss_torch_generator *g, ss_dtype dtype,
                                      void *out, size_t n);

/* tensor.random_(from, None): from the bound to the dtype's highest; INT64_MIN
 * is all of 64 bits. Also SS_ERR_TORCH_FROM_CAST, SS_ERR_TORCH_FULL_RANGE. */
SS_API ss_status ss_torch_random_from_fill(ss_torch_generator *g,
                                           ss_dtype dtype, int64_t from,
                                           void *out, size_t n);

/* torch.randperm(n): n - 1 words; two for each of n from 214748364 on. With a
 * dtype: uint8, int8 to int64, the floats. SS_ERR_DTYPE; SS_ERR_TORCH_OVERFLOW
 * and SS_ERR_TORCH_RANDPERM when n is beyond what PyTorch lets it hold. */
SS_API void ss_torch_randperm_fill(ss_torch_generator *g, int64_t *out,
                                   size_t n);
SS_API ss_status ss_torch_randperm_dtype_fill(ss_torch_generator *g,
                                              ss_dtype dtype, void *out,
                                              size_t n);

/* The rest in the order of PyTorch's documentation. A dtype is float16,
 * bfloat16, float32 or float64, where nothing else is said; SS_ERR_DTYPE. The
 * fills of one type are the same with the dtype named. Parameters for each
 * value (p, rate, alpha, mean, std) are n elements of the same dtype. */

/* torch.normal() with tensors: mean NULL is mean_value for all, std NULL is
 * std_value for all. normal_() of all n values, then times std, then plus
 * mean, each rounded. SS_ERR_TORCH_STD, SS_ERR_TORCH_STD_TENSOR. */
SS_API ss_status ss_torch_normal_tensor_fill(ss_torch_generator *g,
                                             ss_dtype dtype, const void *mean,
                                             double mean_value, const void *std,
                                             double std_value, void *out,
                                             size_t n);

/* tensor.bernoulli_(p) with a number p: two words a value; dtype SS_BOOL to
 * SS_INT64 (no uint16, uint32) or a float. SS_ERR_TORCH_BERNOULLI. */
SS_API ss_status ss_torch_bernoulli_fill(ss_torch_generator *g, ss_dtype dtype,
                                         double p, void *out, size_t n);
SS_API ss_status ss_torch_bernoulli_f32_fill(ss_torch_generator *g, double p,
                                             float *out, size_t n);
SS_API ss_status ss_torch_bernoulli_f64_fill(ss_torch_generator *g, double p,
                                             double *out, size_t n);

/* tensor.bernoulli_(p) and torch.bernoulli(p) with a tensor p of p_dtype: one
 * word a value, two where p is float64. SS_ERR_TORCH_BERNOULLI_TENSOR. */
SS_API ss_status ss_torch_bernoulli_tensor_fill(ss_torch_generator *g,
                                                ss_dtype dtype,
                                                ss_dtype p_dtype, const void *p,
                                                void *out, size_t n);

/* tensor.cauchy_(median, sigma): two words a value. SS_ERR_TORCH_CAUCHY. */
SS_API ss_status ss_torch_cauchy_fill(ss_torch_generator *g, ss_dtype dtype,
                                      double median, double sigma, void *out,
                                      size_t n);
SS_API ss_status ss_torch_cauchy_f32_fill(ss_torch_generator *g, double median,
                                          double sigma, float *out, size_t n);
SS_API ss_status ss_torch_cauchy_f64_fill(ss_torch_generator *g, double median,
                                          double sigma, double *out, size_t n);

/* tensor.exponential_(lambda): two words a value. SS_ERR_TORCH_EXPONENTIAL. */
SS_API ss_status ss_torch_exponential_fill(ss_torch_generator *g,
                                           ss_dtype dtype, double lambda,
                                           void *out, size_t n);
SS_API ss_status ss_torch_exponential_f32_fill(ss_torch_generator *g,
                                               double lambda, float *out,
                                               size_t n);
SS_API ss_status ss_torch_exponential_f64_fill(ss_torch_generator *g,
                                               double lambda, double *out,
                                               size_t n);

/* tensor.geometric_(p): two words a value; dtype also SS_INT8 to SS_INT64,
 * SS_UINT8. SS_ERR_TORCH_GEOMETRIC. */
SS_API ss_status ss_torch_geometric_fill(ss_torch_generator *g, ss_dtype dtype,
                                         double p, void *out, size_t n);
SS_API ss_status ss_torch_geometric_f32_fill(ss_torch_generator *g, double p,
                                             float *out, size_t n);
SS_API ss_status ss_torch_geometric_f64_fill(ss_torch_generator *g, double p,
                                             double *out, size_t n);

/* tensor.log_normal_(mean, std): exp of pairs, whatever n is; uses the kept
 * value of the state. SS_ERR_TORCH_LOG_NORMAL. */
SS_API ss_status ss_torch_log_normal_fill(ss_torch_generator *g, ss_dtype dtype,
                                          double mean, double std, void *out,
                                          size_t n);
SS_API ss_status ss_torch_log_normal_f32_fill(ss_torch_generator *g,
                                              double mean, double std,
                                              float *out, size_t n);
SS_API ss_status ss_torch_log_normal_f64_fill(ss_torch_generator *g,
                                              double mean, double std,
                                              double *out, size_t n);

/* torch.multinomial(p, samples, replacement): rows (1 for a 1-d p) times
 * categories weights of dtype, rows times samples indices. Without
 * replacement or for one sample every weight takes two words, else every
 * sample does. Allocates a row. SS_ERR_MEMORY, SS_ERR_TORCH_SAMPLES,
 * _SAMPLES_MANY, _CATEGORIES, _PROBS, _PROBS_SUM, _PROBS_NEGATIVE,
 * _PROBS_FINITE, _PROBS_EMPTY. */
SS_API ss_status ss_torch_multinomial_fill(ss_torch_generator *g,
                                           ss_dtype dtype, const void *p,
                                           size_t rows, size_t categories,
                                           int64_t samples, bool replacement,
                                           int64_t *out);

/* torch.poisson(rate). No word for rate 0; below 10 two words for each step of
 * a product, from 10 on four for each try. SS_ERR_TORCH_POISSON. */
SS_API ss_status ss_torch_poisson_fill(ss_torch_generator *g, ss_dtype dtype,
                                       const void *rate, void *out, size_t n);
SS_API ss_status ss_torch_poisson_f32_fill(ss_torch_generator *g,
                                           const float *rate, float *out,
                                           size_t n);
SS_API ss_status ss_torch_poisson_f64_fill(ss_torch_generator *g,
                                           const double *rate, double *out,
                                           size_t n);

/* torch.binomial(count, prob), float32 and float64. SS_ERR_ARGUMENT for a NaN
 * count, for which PyTorch never returns. */
SS_API ss_status ss_torch_binomial_fill(ss_torch_generator *g, ss_dtype dtype,
                                        const void *count, const void *prob,
                                        void *out, size_t n);

/* torch._standard_gamma(alpha), behind torch.distributions.Gamma, float32 and
 * float64; uses the kept value of the state. */
SS_API ss_status ss_torch_gamma_fill(ss_torch_generator *g, ss_dtype dtype,
                                     const void *alpha, void *out, size_t n);
SS_API ss_status ss_torch_gamma_f32_fill(ss_torch_generator *g,
                                         const float *alpha, float *out,
                                         size_t n);
SS_API ss_status ss_torch_gamma_f64_fill(ss_torch_generator *g,
                                         const double *alpha, double *out,
                                         size_t n);

/* torch._sample_dirichlet(alpha), behind torch.distributions.Dirichlet: rows
 * times columns, float32 and float64. The sum of a row is that of one thread;
 * PyTorch splits a single row of 32768 columns or more among its threads.
 * Allocates a row. SS_ERR_MEMORY. */
SS_API ss_status ss_torch_dirichlet_fill(ss_torch_generator *g, ss_dtype dtype,
                                         const void *alpha, size_t rows,
                                         size_t columns, void *out);

/* torch.nn.functional.dropout(x, p) and alpha_dropout(x, p) in training: two
 * words a value, none for p 0 and 1. x NULL is ones: the mask that x is
 * multiplied with. dropout1d to 3d: a mask of (N, C) values over the others.
 * SS_ERR_TORCH_DROPOUT. */
SS_API ss_status ss_torch_dropout_fill(ss_torch_generator *g, ss_dtype dtype,
                                       double p, const void *x, void *out,
                                       size_t n);
SS_API ss_status ss_torch_alpha_dropout_fill(ss_torch_generator *g,
                                             ss_dtype dtype, double p,
                                             const void *x, void *out,
                                             size_t n);

/* torch.nn.functional.rrelu(x, lower, upper) in training: two words for each
 * x <= 0. SS_ERR_TORCH_RRELU; SS_ERR_DTYPE for float16. */
SS_API ss_status ss_torch_rrelu_fill(ss_torch_generator *g, ss_dtype dtype,
                                     double lower, double upper, const void *x,
                                     void *out, size_t n);

/* torch.nn.init: the numbers that its functions give to uniform_ and normal_,
 * as Python computes them. fan_in is size(1) times the elements of a filter,
 * fan_out size(0) times them. */
typedef enum ss_torch_nonlinearity {
    SS_TORCH_LINEAR = 0, /* also conv*, sigmoid: 1 */
    SS_TORCH_TANH = 1,
    SS_TORCH_RELU = 2,
    SS_TORCH_LEAKY_RELU = 3, /* the only one that looks at slope (0.01) */
    SS_TORCH_SELU = 4
} ss_torch_nonlinearity;

/* calculate_gain(nonlinearity, slope). */
SS_API double ss_torch_init_gain(ss_torch_nonlinearity nonlinearity,
                                 double slope);
/* xavier_normal_: normal_(0, std); xavier_uniform_: uniform_(-bound, bound);
 * kaiming_normal_ and kaiming_uniform_ the same, of the fan of their mode. */
SS_API double ss_torch_init_xavier_std(uint64_t fan_in, uint64_t fan_out,
                                       double gain);
SS_API double ss_torch_init_xavier_bound(uint64_t fan_in, uint64_t fan_out,
                                         double gain);
SS_API double ss_torch_init_kaiming_std(uint64_t fan, double gain);
SS_API double ss_torch_init_kaiming_bound(uint64_t fan, double gain);
/* The bias of Linear and Conv, all of RNN, LSTM and GRU (hidden size). */
SS_API double ss_torch_init_bias_bound(uint64_t fan_in);

/* orthogonal_(tensor, gain) of rows * columns values, float32 and float64: the
 * draws of normal_(0, 1), then the Q of their QR whose R has a positive
 * diagonal. Its last bits are not PyTorch's, where they are those of the BLAS:
 * off by up to about 1e-6 for float32, 1e-14 for float64, times the condition
 * of the matrix over 100. Allocates rows * columns doubles. SS_ERR_MEMORY. */
SS_API ss_status ss_torch_orthogonal_fill(ss_torch_generator *g, ss_dtype dtype,
                                          double gain, size_t rows,
                                          size_t columns, void *out);

/* trunc_normal_(tensor, mean, std, a, b): normal_ until all values lie in
 * [a, b], or where little does, uniform_ proposals; whole tensors each time.
 * Allocates 2 n elements and n bytes. SS_ERR_MEMORY, SS_ERR_TORCH_STD, those
 * of uniform_, SS_ERR_PYTHON_FLOAT_DIVISION for std 0. */
SS_API ss_status ss_torch_trunc_normal_fill(ss_torch_generator *g,
                                            ss_dtype dtype, double mean,
                                            double std, double a, double b,
                                            void *out, size_t n);

#ifdef __cplusplus
}
#endif

#endif
