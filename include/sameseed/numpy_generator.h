/* SPDX-License-Identifier: MIT
 * np.random.Generator as NumPy 2.4.6 draws it, over any bit generator.
 *
 * The calls have the shape of those in <sameseed/numpy.h>: draw, check, fill.
 * U is one random(), G one standard_normal(), E one standard_exponential(). No
 * call allocates, unless it says so.
 */
#ifndef SAMESEED_NUMPY_GENERATOR_H
#define SAMESEED_NUMPY_GENERATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/array.h>
#include <sameseed/bitgen.h>
#include <sameseed/dist.h>
#include <sameseed/numpy.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* np.random.Generator: plain data. Copy it to fork the stream. binomial is a
 * cache and decides nothing. A Generator over a bit generator that exists is
 * {bitgen} with the rest 0. */
typedef struct ss_numpy_generator {
    ss_bitgen bitgen;
    ss_binomial_setup binomial;
    ss_numpy_release release; /* 0: 2.4 */
} ss_numpy_generator;

/* np.random.default_rng(seed) of an int that fits 64 bits: PCG64. Larger ints,
 * sequences and SeedSequences: ss_bitgen_seed_sequence() of the field. */
SS_API void ss_numpy_default_rng(ss_numpy_generator *g, uint64_t seed);

/* ---- uniform ---- */

/* random(): [0, 1), one 64-bit draw. */
SS_API double ss_numpy_generator_random(ss_numpy_generator *g);
SS_API void ss_numpy_generator_random_fill(ss_numpy_generator *g, double *out,
                                           size_t n);

/* uniform(low, high): low + (high - low) * U. SS_ERR_NUMPY_HIGH_LOW_RANGE
 * unless high - low is finite, SS_ERR_NUMPY_HIGH_LOW_NEGATIVE. (With arrays
 * NumPy words the first one as SS_ERR_NUMPY_UNIFORM_RANGE.) */
SS_API double ss_numpy_generator_uniform(ss_numpy_generator *g, double low,
                                         double high);
SS_API ss_status ss_numpy_generator_uniform_check(double low, double high);
SS_API ss_status ss_numpy_generator_uniform_fill(ss_numpy_generator *g,
                                                 double low, double high,
                                                 double *out, size_t n);

/* ---- integers ---- */

/* integers(low, high, dtype=...): n values of dtype SS_BOOL to SS_UINT64 in
 * [low, last], last included; both are two's complement in 64 bits for signed
 * dtypes, plain for unsigned ones. Lemire's method. 64-bit dtypes take 32-bit
 * draws where the range fits; one 32-bit draw gives 2, 4 or 32 values of 16, 8
 * bits, bool, and what is left of it after the call is lost. Nothing is drawn
 * when low == last. Errors are those of ss_numpy_randint_fill(). */
SS_API ss_status ss_numpy_generator_integers_fill(ss_numpy_generator *g,
                                                  ss_dtype dtype, uint64_t low,
                                                  uint64_t last, void *out,
                                                  size_t n);

/* The checks of integers(low, last + 1) and, with endpoint, of integers(low,
 * last, endpoint=True), for any ints. SS_ERR_DTYPE, SS_ERR_NUMPY_LOW_BOUND,
 * SS_ERR_NUMPY_HIGH_BOUND (to both texts NumPy adds " for " and the dtype's
 * name), SS_ERR_NUMPY_LOW_HIGH or, for low 0, _HIGH_ZERO; with endpoint
 * _LOW_GREATER and _HIGH_NEGATIVE. */
SS_API ss_status ss_numpy_generator_integers_check(ss_dtype dtype,
                                                   ss_numpy_int65 low,
                                                   ss_numpy_int65 last,
                                                   bool endpoint);

/* One element of integers() with arrays of bounds, as
 * ss_numpy_randint_next(). */
SS_API uint64_t ss_numpy_generator_integers_next(
    ss_numpy_generator *g, ss_dtype dtype, uint64_t low, uint64_t last,
    ss_numpy_randint_buffer *buffer);

/* bytes(length): whole little-endian 32-bit draws, the last one cut; length 0
 * still draws one. */
SS_API void ss_numpy_generator_bytes(ss_numpy_generator *g, void *out,
                                     size_t length);

/* ---- sequences ---- */

/* shuffle(x): n items of itemsize bytes, stride bytes apart, in place, as
 * ss_numpy_shuffle(); shuffle(x, axis) takes the slices along that axis for
 * items. permuted(x) of a contiguous array is the shuffle of its elements in
 * the order of memory. */
SS_API void ss_numpy_generator_shuffle(ss_numpy_generator *g, void *items,
                                       size_t n, size_t itemsize,
                                       ptrdiff_t stride);

/* What a shuffle of a list swaps item i with, i = n - 1 ... 1: 0 ... max. */
SS_API uint64_t ss_numpy_generator_interval(ss_numpy_generator *g,
                                            uint64_t max);

/* permutation(n): 0 ... n - 1, shuffled. */
SS_API void ss_numpy_generator_permutation_fill(ss_numpy_generator *g,
                                                int64_t *out, size_t n);

/* permuted(x, axis=axis, out=x): each lane along the axis is shuffled on its
 * own, lanes in the C order of the other axes. SS_ERR_ARGUMENT unless axis <
 * ndim. */
SS_API ss_status ss_numpy_generator_permuted(ss_numpy_generator *g,
                                             const ss_array *x, uint32_t axis);

/* choice(pop, n, replace, p, shuffle=...) as indices into the population. p is
 * NULL or pop probabilities, given in p_dtype before they were cast to double
 * (SS_FLOAT32 and SS_FLOAT16 widen the tolerance of the sum). shuffle counts
 * without replacement and without p only. Allocates, but for replace without
 * p. SS_ERR_MEMORY, SS_ERR_NUMPY_A_EMPTY (NumPy says
 * SS_ERR_NUMPY_A_NOT_POSITIVE_INT when the population was given as an int),
 * _PROB_NAN, _PROB_NEGATIVE, _PROB_SUM, _SAMPLE_LARGE, _P_FEW. */
SS_API ss_status ss_numpy_generator_choice_fill(ss_numpy_generator *g,
                                                int64_t pop, bool replace,
                                                const double *p,
                                                ss_dtype p_dtype, bool shuffle,
                                                int64_t *out, size_t n);

/* ---- Gaussian and what is made of it ---- */

/* standard_normal(): the ziggurat, one 64-bit draw for 99.3 of 100 values. */
SS_API double ss_numpy_generator_standard_normal(ss_numpy_generator *g);
SS_API void ss_numpy_generator_standard_normal_fill(ss_numpy_generator *g,
                                                    double *out, size_t n);

/* normal(loc, scale): loc + scale * G. SS_ERR_NUMPY_SCALE_NEGATIVE for scale
 * < 0 and -0.0. */
SS_API double ss_numpy_generator_normal(ss_numpy_generator *g, double loc,
                                        double scale);
SS_API ss_status ss_numpy_generator_normal_check(double loc, double scale);
SS_API ss_status ss_numpy_generator_normal_fill(ss_numpy_generator *g,
                                                double loc, double scale,
                                                double *out, size_t n);

/* lognormal(mean, sigma): exp(mean + sigma * G).
 * SS_ERR_NUMPY_SIGMA_NEGATIVE. */
SS_API double ss_numpy_generator_lognormal(ss_numpy_generator *g, double mean,
                                           double sigma);
SS_API ss_status ss_numpy_generator_lognormal_check(double mean, double sigma);
SS_API ss_status ss_numpy_generator_lognormal_fill(ss_numpy_generator *g,
                                                   double mean, double sigma,
                                                   double *out, size_t n);

/* standard_cauchy(): G / G', the numerator is drawn first. */
SS_API double ss_numpy_generator_standard_cauchy(ss_numpy_generator *g);
SS_API void ss_numpy_generator_standard_cauchy_fill(ss_numpy_generator *g,
                                                    double *out, size_t n);

/* standard_t(df): sqrt(df / 2) * G / sqrt(standard_gamma(df / 2)), G first.
 * SS_ERR_NUMPY_DF_NOT_POSITIVE. */
SS_API double ss_numpy_generator_standard_t(ss_numpy_generator *g, double df);
SS_API ss_status ss_numpy_generator_standard_t_check(double df);
SS_API ss_status ss_numpy_generator_standard_t_fill(ss_numpy_generator *g,
                                                    double df, double *out,
                                                    size_t n);

/* wald(mean, scale): G, then U. SS_ERR_NUMPY_MEAN_NOT_POSITIVE,
 * SS_ERR_NUMPY_SCALE_NOT_POSITIVE. */
SS_API double ss_numpy_generator_wald(ss_numpy_generator *g, double mean,
                                      double scale);
SS_API ss_status ss_numpy_generator_wald_check(double mean, double scale);
SS_API ss_status ss_numpy_generator_wald_fill(ss_numpy_generator *g,
                                              double mean, double scale,
                                              double *out, size_t n);

/* ---- exponential and what is made of it ---- */

/* standard_exponential(): the ziggurat, one 64-bit draw for 98.9 of 100
 * values. */
SS_API double ss_numpy_generator_standard_exponential(ss_numpy_generator *g);
SS_API void ss_numpy_generator_standard_exponential_fill(ss_numpy_generator *g,
                                                         double *out, size_t n);

/* standard_exponential(method='inv'): -log1p(-U). */
SS_API double
ss_numpy_generator_standard_exponential_inv(ss_numpy_generator *g);
SS_API void
ss_numpy_generator_standard_exponential_inv_fill(ss_numpy_generator *g,
                                                 double *out, size_t n);

/* exponential(scale): scale * E. SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_generator_exponential(ss_numpy_generator *g,
                                             double scale);
SS_API ss_status ss_numpy_generator_exponential_check(double scale);
SS_API ss_status ss_numpy_generator_exponential_fill(ss_numpy_generator *g,
                                                     double scale, double *out,
                                                     size_t n);

/* pareto(a): expm1(E / a). SS_ERR_NUMPY_A_NOT_POSITIVE. */
SS_API double ss_numpy_generator_pareto(ss_numpy_generator *g, double a);
SS_API ss_status ss_numpy_generator_pareto_check(double a);
SS_API ss_status ss_numpy_generator_pareto_fill(ss_numpy_generator *g, double a,
                                                double *out, size_t n);

/* weibull(a): E ** (1 / a); a == 0: 0.0, nothing drawn.
 * SS_ERR_NUMPY_A_NEGATIVE. */
SS_API double ss_numpy_generator_weibull(ss_numpy_generator *g, double a);
SS_API ss_status ss_numpy_generator_weibull_check(double a);
SS_API ss_status ss_numpy_generator_weibull_fill(ss_numpy_generator *g,
                                                 double a, double *out,
                                                 size_t n);

/* power(a): (-expm1(-E)) ** (1 / a). SS_ERR_NUMPY_A_NOT_POSITIVE. */
SS_API double ss_numpy_generator_power(ss_numpy_generator *g, double a);
SS_API ss_status ss_numpy_generator_power_check(double a);
SS_API ss_status ss_numpy_generator_power_fill(ss_numpy_generator *g, double a,
                                               double *out, size_t n);

/* rayleigh(scale): scale * sqrt(2 * E). SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_generator_rayleigh(ss_numpy_generator *g, double scale);
SS_API ss_status ss_numpy_generator_rayleigh_check(double scale);
SS_API ss_status ss_numpy_generator_rayleigh_fill(ss_numpy_generator *g,
                                                  double scale, double *out,
                                                  size_t n);

/* ---- gamma and what is made of it ---- */

/* standard_gamma(shape): shape > 1: Marsaglia and Tsang, G and U each trial;
 * 1: E; < 1: U and E each trial; 0: 0.0, nothing drawn.
 * SS_ERR_NUMPY_SHAPE_NEGATIVE. */
SS_API double ss_numpy_generator_standard_gamma(ss_numpy_generator *g,
                                                double shape);
SS_API ss_status ss_numpy_generator_standard_gamma_check(double shape);
SS_API ss_status ss_numpy_generator_standard_gamma_fill(ss_numpy_generator *g,
                                                        double shape,
                                                        double *out, size_t n);

/* gamma(shape, scale): scale * standard_gamma(shape).
 * SS_ERR_NUMPY_SHAPE_NEGATIVE, SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_generator_gamma(ss_numpy_generator *g, double shape,
                                       double scale);
SS_API ss_status ss_numpy_generator_gamma_check(double shape, double scale);
SS_API ss_status ss_numpy_generator_gamma_fill(ss_numpy_generator *g,
                                               double shape, double scale,
                                               double *out, size_t n);

/* beta(a, b): a and b <= 1: Johnk, U and V each trial, or one U where both
 * are below 3e-103; else of two gammas, a's first.
 * SS_ERR_NUMPY_A_NOT_POSITIVE, SS_ERR_NUMPY_B_NOT_POSITIVE. */
SS_API double ss_numpy_generator_beta(ss_numpy_generator *g, double a,
                                      double b);
SS_API ss_status ss_numpy_generator_beta_check(double a, double b);
SS_API ss_status ss_numpy_generator_beta_fill(ss_numpy_generator *g, double a,
                                              double b, double *out, size_t n);

/* chisquare(df): 2 * standard_gamma(df / 2). SS_ERR_NUMPY_DF_NOT_POSITIVE. */
SS_API double ss_numpy_generator_chisquare(ss_numpy_generator *g, double df);
SS_API ss_status ss_numpy_generator_chisquare_check(double df);
SS_API ss_status ss_numpy_generator_chisquare_fill(ss_numpy_generator *g,
                                                   double df, double *out,
                                                   size_t n);

/* noncentral_chisquare(df, nonc): df > 1: chisquare(df - 1), then (G +
 * sqrt(nonc)) ** 2; else poisson(nonc / 2) first; NaN for a NaN nonc,
 * nothing drawn. SS_ERR_NUMPY_DF_NOT_POSITIVE, SS_ERR_NUMPY_NONC_NEGATIVE. */
SS_API double ss_numpy_generator_noncentral_chisquare(ss_numpy_generator *g,
                                                      double df, double nonc);
SS_API ss_status ss_numpy_generator_noncentral_chisquare_check(double df,
                                                               double nonc);
SS_API ss_status ss_numpy_generator_noncentral_chisquare_fill(
    ss_numpy_generator *g, double df, double nonc, double *out, size_t n);

/* f(dfnum, dfden): two chisquares, the numerator first.
 * SS_ERR_NUMPY_DFNUM_NOT_POSITIVE, SS_ERR_NUMPY_DFDEN_NOT_POSITIVE. */
SS_API double ss_numpy_generator_f(ss_numpy_generator *g, double dfnum,
                                   double dfden);
SS_API ss_status ss_numpy_generator_f_check(double dfnum, double dfden);
SS_API ss_status ss_numpy_generator_f_fill(ss_numpy_generator *g, double dfnum,
                                           double dfden, double *out, size_t n);

/* noncentral_f(dfnum, dfden, nonc): noncentral_chisquare, then chisquare.
 * SS_ERR_NUMPY_DFNUM_NOT_POSITIVE, _DFDEN_NOT_POSITIVE, _NONC_NEGATIVE. */
SS_API double ss_numpy_generator_noncentral_f(ss_numpy_generator *g,
                                              double dfnum, double dfden,
                                              double nonc);
SS_API ss_status ss_numpy_generator_noncentral_f_check(double dfnum,
                                                       double dfden,
                                                       double nonc);
SS_API ss_status ss_numpy_generator_noncentral_f_fill(ss_numpy_generator *g,
                                                      double dfnum,
                                                      double dfden, double nonc,
                                                      double *out, size_t n);

/* ---- location and scale, circle ---- */

/* laplace(loc, scale): one U, redrawn when it is 0, as RandomState's; gumbel
 * and logistic too. SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_generator_laplace(ss_numpy_generator *g, double loc,
                                         double scale);
SS_API ss_status ss_numpy_generator_laplace_check(double loc, double scale);
SS_API ss_status ss_numpy_generator_laplace_fill(ss_numpy_generator *g,
                                                 double loc, double scale,
                                                 double *out, size_t n);

/* gumbel(loc, scale). SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_generator_gumbel(ss_numpy_generator *g, double loc,
                                        double scale);
SS_API ss_status ss_numpy_generator_gumbel_check(double loc, double scale);
SS_API ss_status ss_numpy_generator_gumbel_fill(ss_numpy_generator *g,
                                                double loc, double scale,
                                                double *out, size_t n);

/* logistic(loc, scale). SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_generator_logistic(ss_numpy_generator *g, double loc,
                                          double scale);
SS_API ss_status ss_numpy_generator_logistic_check(double loc, double scale);
SS_API ss_status ss_numpy_generator_logistic_fill(ss_numpy_generator *g,
                                                  double loc, double scale,
                                                  double *out, size_t n);

/* triangular(left, mode, right): one U. SS_ERR_NUMPY_LEFT_MODE,
 * SS_ERR_NUMPY_MODE_RIGHT, SS_ERR_NUMPY_LEFT_RIGHT. */
SS_API double ss_numpy_generator_triangular(ss_numpy_generator *g, double left,
                                            double mode, double right);
SS_API ss_status ss_numpy_generator_triangular_check(double left, double mode,
                                                     double right);
SS_API ss_status ss_numpy_generator_triangular_fill(ss_numpy_generator *g,
                                                    double left, double mode,
                                                    double right, double *out,
                                                    size_t n);

/* vonmises(mu, kappa): as RandomState's, but a wrapped normal, one G, above
 * kappa 1e6. SS_ERR_NUMPY_KAPPA_NEGATIVE. */
SS_API double ss_numpy_generator_vonmises(ss_numpy_generator *g, double mu,
                                          double kappa);
SS_API ss_status ss_numpy_generator_vonmises_check(double mu, double kappa);
SS_API ss_status ss_numpy_generator_vonmises_fill(ss_numpy_generator *g,
                                                  double mu, double kappa,
                                                  double *out, size_t n);

/* ---- discrete ---- */

/* binomial(n, p): n * min(p, 1 - p) <= 30: inversion; else BTPE; n == 0 or p
 * == 0: 0, nothing drawn. SS_ERR_NUMPY_P_UNIT, SS_ERR_NUMPY_N_NEGATIVE. */
SS_API int64_t ss_numpy_generator_binomial(ss_numpy_generator *g, int64_t n,
                                           double p);
SS_API ss_status ss_numpy_generator_binomial_check(int64_t n, double p);
SS_API ss_status ss_numpy_generator_binomial_fill(ss_numpy_generator *g,
                                                  int64_t n, double p,
                                                  int64_t *out, size_t size);

/* negative_binomial(n, p): poisson(gamma(n, (1 - p) / p)).
 * SS_ERR_NUMPY_N_NAN, SS_ERR_NUMPY_N_NOT_POSITIVE, SS_ERR_NUMPY_P_ABOVE_0,
 * SS_ERR_NUMPY_N_LARGE. */
SS_API int64_t ss_numpy_generator_negative_binomial(ss_numpy_generator *g,
                                                    double n, double p);
SS_API ss_status ss_numpy_generator_negative_binomial_check(double n, double p);
SS_API ss_status ss_numpy_generator_negative_binomial_fill(
    ss_numpy_generator *g, double n, double p, int64_t *out, size_t size);

/* poisson(lam): as RandomState's. SS_ERR_NUMPY_LAM, SS_ERR_NUMPY_LAM_LARGE. */
SS_API int64_t ss_numpy_generator_poisson(ss_numpy_generator *g, double lam);
SS_API ss_status ss_numpy_generator_poisson_check(double lam);
SS_API ss_status ss_numpy_generator_poisson_fill(ss_numpy_generator *g,
                                                 double lam, int64_t *out,
                                                 size_t n);

/* zipf(a): Devroye, two U each trial; 1 from a == 1025 on, nothing drawn.
 * SS_ERR_NUMPY_A_ABOVE_1. */
SS_API int64_t ss_numpy_generator_zipf(ss_numpy_generator *g, double a);
SS_API ss_status ss_numpy_generator_zipf_check(double a);
SS_API ss_status ss_numpy_generator_zipf_fill(ss_numpy_generator *g, double a,
                                              int64_t *out, size_t n);

/* geometric(p): one U and a search from p == 1/3 on, one E below.
 * SS_ERR_NUMPY_P_ABOVE_0. */
SS_API int64_t ss_numpy_generator_geometric(ss_numpy_generator *g, double p);
SS_API ss_status ss_numpy_generator_geometric_check(double p);
SS_API ss_status ss_numpy_generator_geometric_fill(ss_numpy_generator *g,
                                                   double p, int64_t *out,
                                                   size_t n);

/* logseries(p): Kemp: one or two U each trial. SS_ERR_NUMPY_P_BELOW_1. */
SS_API int64_t ss_numpy_generator_logseries(ss_numpy_generator *g, double p);
SS_API ss_status ss_numpy_generator_logseries_check(double p);
SS_API ss_status ss_numpy_generator_logseries_fill(ss_numpy_generator *g,
                                                   double p, int64_t *out,
                                                   size_t n);

/* hypergeometric(ngood, nbad, nsample): 10 <= nsample <= ngood + nbad - 10:
 * HRUA, two U each trial; else an urn, one interval() an item at most.
 * SS_ERR_NUMPY_HYPERGEOMETRIC_MAX, _POPULATION, _NGOOD_NEGATIVE,
 * _NBAD_NEGATIVE, _NSAMPLE_NEGATIVE. */
SS_API int64_t ss_numpy_generator_hypergeometric(ss_numpy_generator *g,
                                                 int64_t ngood, int64_t nbad,
                                                 int64_t nsample);
SS_API ss_status ss_numpy_generator_hypergeometric_check(int64_t ngood,
                                                         int64_t nbad,
                                                         int64_t nsample);
SS_API ss_status ss_numpy_generator_hypergeometric_fill(ss_numpy_generator *g,
                                                        int64_t ngood,
                                                        int64_t nbad,
                                                        int64_t nsample,
                                                        int64_t *out, size_t n);

/* ---- vectors: n rows of k values ---- */

/* multinomial(n, pvals): as RandomState's. SS_ERR_NUMPY_PVALS_EMPTY for k 0,
 * SS_ERR_NUMPY_PVALS, _PVALS_SUM, _N_NEGATIVE. */
SS_API ss_status ss_numpy_generator_multinomial_check(int64_t n,
                                                      const double *pvals,
                                                      size_t k);
SS_API ss_status ss_numpy_generator_multinomial_fill(ss_numpy_generator *g,
                                                     int64_t n,
                                                     const double *pvals,
                                                     size_t k, int64_t *out,
                                                     size_t rows);

/* multivariate_hypergeometric(colors, nsample, method='marginals' or 'count'):
 * a chain of hypergeometrics, or the head of a shuffle of all items, which
 * allocates sum(colors) words and is not set back between rows.
 * SS_ERR_NUMPY_MVHG_NSAMPLE, _MVHG_COLORS, _MVHG_SUM, _MVHG_MARGINALS,
 * _MVHG_COUNT, _MVHG_LARGE, SS_ERR_MEMORY. */
typedef enum ss_numpy_mvhg_method {
    SS_NUMPY_MARGINALS = 0,
    SS_NUMPY_COUNT = 1
} ss_numpy_mvhg_method;
SS_API ss_status ss_numpy_generator_multivariate_hypergeometric_check(
    const int64_t *colors, size_t k, int64_t nsample,
    ss_numpy_mvhg_method method);
SS_API ss_status ss_numpy_generator_multivariate_hypergeometric_fill(
    ss_numpy_generator *g, const int64_t *colors, size_t k, int64_t nsample,
    ss_numpy_mvhg_method method, int64_t *out, size_t rows);

/* dirichlet(alpha): gammas over their sum; where all alpha are below 0.1, a
 * stick broken by betas. SS_ERR_NUMPY_ALPHA_NEGATIVE. */
SS_API ss_status ss_numpy_generator_dirichlet_check(const double *alpha,
                                                    size_t k);
SS_API ss_status ss_numpy_generator_dirichlet_fill(ss_numpy_generator *g,
                                                   const double *alpha,
                                                   size_t k, double *out,
                                                   size_t rows);

/* ---- dtype=float32: 32-bit draws, float arithmetic ---- */

/* random(dtype=float32): 24 bits of one 32-bit draw. */
SS_API float ss_numpy_generator_random_f32(ss_numpy_generator *g);
SS_API void ss_numpy_generator_random_f32_fill(ss_numpy_generator *g,
                                               float *out, size_t n);

/* standard_normal(dtype=float32), standard_exponential(dtype=float32): the
 * ziggurats; the inverse is taken in double and rounded. */
SS_API float ss_numpy_generator_standard_normal_f32(ss_numpy_generator *g);
SS_API void ss_numpy_generator_standard_normal_f32_fill(ss_numpy_generator *g,
                                                        float *out, size_t n);
SS_API float ss_numpy_generator_standard_exponential_f32(ss_numpy_generator *g);
SS_API void
ss_numpy_generator_standard_exponential_f32_fill(ss_numpy_generator *g,
                                                 float *out, size_t n);
SS_API float
ss_numpy_generator_standard_exponential_inv_f32(ss_numpy_generator *g);
SS_API void
ss_numpy_generator_standard_exponential_inv_f32_fill(ss_numpy_generator *g,
                                                     float *out, size_t n);

/* standard_gamma(shape, dtype=float32). SS_ERR_NUMPY_SHAPE_NEGATIVE. */
SS_API float ss_numpy_generator_standard_gamma_f32(ss_numpy_generator *g,
                                                   float shape);
SS_API ss_status ss_numpy_generator_standard_gamma_f32_check(float shape);
SS_API ss_status ss_numpy_generator_standard_gamma_f32_fill(
    ss_numpy_generator *g, float shape, float *out, size_t n);

#ifdef __cplusplus
}
#endif

#endif
