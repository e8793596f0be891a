/* SPDX-License-Identifier: MIT
 * np.random as NumPy 2.4.6 draws it: RandomState, the legacy generator.
 *
 * Every distribution NAME has three calls: ss_numpy_NAME() draws one value and
 * checks nothing; ss_numpy_NAME_check() answers whether NumPy takes these
 * parameters; ss_numpy_NAME_fill() checks, then draws n values, the same and
 * leaving the same state as n single draws. An error changes nothing; its
 * text is NumPy's (ss_status_message). U is one random_sample(), G one
 * standard_normal(), E one standard_exponential(). No call allocates, unless
 * it says so.
 */
#ifndef SAMESEED_NUMPY_H
#define SAMESEED_NUMPY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/array.h>
#include <sameseed/bitgen.h>
#include <sameseed/dist.h>
#include <sameseed/numpy_release.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* np.random.RandomState: plain data. Copy it to fork the stream. bitgen,
 * has_gauss and gauss are what RandomState.get_state(legacy=False) shows;
 * binomial is state that NumPy hides and neither seed() nor set_state()
 * touches. {0} is no valid state: begin with one of the three calls below. */
typedef struct ss_numpy_randomstate {
    ss_bitgen bitgen;
    int has_gauss; /* 1: gauss holds the second value of the last pair */
    double gauss;  /* 0.0 when there is none */
    ss_binomial_setup binomial;
    ss_numpy_release release; /* 0 of a new one: 2.4 */
} ss_numpy_randomstate;

/* A new RandomState(seed), RandomState([k0, k1, ...]), RandomState(): the last
 * one is seeded from the operating system and differs at each call.
 * SS_ERR_NUMPY_SEED_EMPTY when count is 0. */
SS_API void ss_numpy_randomstate_seed(ss_numpy_randomstate *rs, uint32_t seed);
SS_API ss_status ss_numpy_randomstate_seed_array(ss_numpy_randomstate *rs,
                                                 const uint32_t *words,
                                                 size_t count);
SS_API ss_status ss_numpy_randomstate_seed_entropy(ss_numpy_randomstate *rs);

/* RandomState.seed(...) of one that exists, np.random.seed(...): forgets the
 * cached Gaussian, keeps the hidden set-up of the last binomial;
 * seed(None) also keeps the position in the new key. */
SS_API void ss_numpy_randomstate_reseed(ss_numpy_randomstate *rs,
                                        uint32_t seed);
SS_API ss_status ss_numpy_randomstate_reseed_array(ss_numpy_randomstate *rs,
                                                   const uint32_t *words,
                                                   size_t count);
SS_API ss_status ss_numpy_randomstate_reseed_entropy(ss_numpy_randomstate *rs);

/* ---- uniform, integers ---- */

/* random_sample(), rand(), random(), ranf(), sample(): [0, 1), two words. */
SS_API double ss_numpy_random_sample(ss_numpy_randomstate *rs);
SS_API void ss_numpy_random_sample_fill(ss_numpy_randomstate *rs, double *out,
                                        size_t n);

/* uniform(low, high): low + (high - low) * U.
 * SS_ERR_NUMPY_UNIFORM_RANGE unless high - low is finite. */
SS_API double ss_numpy_uniform(ss_numpy_randomstate *rs, double low,
                               double high);
SS_API ss_status ss_numpy_uniform_check(double low, double high);
SS_API ss_status ss_numpy_uniform_fill(ss_numpy_randomstate *rs, double low,
                                       double high, double *out, size_t n);

/* tomaxint(): 0 ... 2**63 - 1, two words. */
SS_API int64_t ss_numpy_tomaxint(ss_numpy_randomstate *rs);
SS_API void ss_numpy_tomaxint_fill(ss_numpy_randomstate *rs, int64_t *out,
                                   size_t n);

/* randint(low, high, dtype=...): n values of dtype SS_BOOL to SS_UINT64 in
 * [low, last], last = high - 1 included. low and last are two's complement in
 * 64 bits for signed dtypes, plain for unsigned ones. Masked rejection; a word
 * gives 1, 2, 4 or 32 values of 32 bits, 16, 8, bool, and what is left of it
 * after the call is lost. Nothing is drawn when low == last.
 * SS_ERR_DTYPE, SS_ERR_NUMPY_LOW_BOUND, SS_ERR_NUMPY_HIGH_BOUND (to both texts
 * NumPy adds " for " and the dtype's name), SS_ERR_NUMPY_LOW_HIGH or, for low
 * 0, SS_ERR_NUMPY_HIGH_ZERO (low > last). n == 0 is always SS_OK. */
SS_API ss_status ss_numpy_randint_fill(ss_numpy_randomstate *rs, ss_dtype dtype,
                                       uint64_t low, uint64_t last, void *out,
                                       size_t n);

/* The checks of randint(low, last + 1, dtype) for any ints: each is two's
 * complement of 65 bits, of which negative is the highest. */
typedef struct ss_numpy_int65 {
    bool negative;
    uint64_t low;
} ss_numpy_int65;
SS_API ss_status ss_numpy_randint_check(ss_dtype dtype, ss_numpy_int65 low,
                                        ss_numpy_int65 last);

/* What randint() with arrays of bounds keeps from element to element within
 * one call; begin with {0}. */
typedef struct ss_numpy_randint_buffer {
    uint32_t word;
    int left;
} ss_numpy_randint_buffer;

/* One element of it: low and last are in range for the dtype. */
SS_API uint64_t ss_numpy_randint_next(ss_numpy_randomstate *rs, ss_dtype dtype,
                                      uint64_t low, uint64_t last,
                                      ss_numpy_randint_buffer *buffer);

/* random_integers(low, high): randint(low, high + 1) as int64. */
SS_API ss_status ss_numpy_random_integers_fill(ss_numpy_randomstate *rs,
                                               int64_t low, int64_t high,
                                               int64_t *out, size_t n);

/* bytes(length): whole little-endian words, the last one cut; length 0 still
 * draws one word. */
SS_API void ss_numpy_bytes(ss_numpy_randomstate *rs, void *out, size_t length);

/* ---- sequences ---- */

/* random_interval(max): 0 ... max by masked rejection of 32-bit words, of
 * 64-bit ones where max needs them; max 0 draws nothing. shuffle() of a list
 * swaps item i with item interval(i), i = n - 1 ... 1. */
SS_API uint64_t ss_numpy_interval(ss_numpy_randomstate *rs, uint64_t max);

/* shuffle(x): n items of itemsize bytes, stride bytes apart, in place. An n-d
 * array is shuffled along its first axis: an item is one of its rows. */
SS_API void ss_numpy_shuffle(ss_numpy_randomstate *rs, void *items, size_t n,
                             size_t itemsize, ptrdiff_t stride);

/* permutation(n): 0 ... n - 1, shuffled. */
SS_API void ss_numpy_permutation_fill(ss_numpy_randomstate *rs, int64_t *out,
                                      size_t n);

/* choice(pop, n, replace, p) as indices into the population. p is NULL or pop
 * probabilities. Allocates for replace == false and for p. SS_ERR_MEMORY,
 * SS_ERR_NUMPY_CHOICE_EMPTY (NumPy says SS_ERR_NUMPY_CHOICE_ZERO when the
 * population was given as an int), _CHOICE_SIZE, _P_NEGATIVE, _P_SUM, _P_NAN,
 * _P_FEW. */
SS_API ss_status ss_numpy_choice_fill(ss_numpy_randomstate *rs, int64_t pop,
                                      bool replace, const double *p,
                                      int64_t *out, size_t n);

/* The same for p given as an array of dtype p_dtype, which was cast to double:
 * SS_FLOAT32 and SS_FLOAT16 widen the tolerance of the sum. */
SS_API ss_status ss_numpy_choice_p_fill(ss_numpy_randomstate *rs, int64_t pop,
                                        bool replace, const double *p,
                                        ss_dtype p_dtype, int64_t *out,
                                        size_t n);

/* ---- Gaussian and what is made of it ---- */

/* standard_normal(), randn(): Marsaglia's polar method; four words for a pair
 * that is not rejected, its second value is kept for the next call. */
SS_API double ss_numpy_standard_normal(ss_numpy_randomstate *rs);
SS_API void ss_numpy_standard_normal_fill(ss_numpy_randomstate *rs, double *out,
                                          size_t n);

/* normal(loc, scale): loc + scale * G. SS_ERR_NUMPY_SCALE_NEGATIVE for scale
 * < 0 and -0.0. */
SS_API double ss_numpy_normal(ss_numpy_randomstate *rs, double loc,
                              double scale);
SS_API ss_status ss_numpy_normal_check(double loc, double scale);
SS_API ss_status ss_numpy_normal_fill(ss_numpy_randomstate *rs, double loc,
                                      double scale, double *out, size_t n);

/* lognormal(mean, sigma): exp(mean + sigma * G).
 * SS_ERR_NUMPY_SIGMA_NEGATIVE. */
SS_API double ss_numpy_lognormal(ss_numpy_randomstate *rs, double mean,
                                 double sigma);
SS_API ss_status ss_numpy_lognormal_check(double mean, double sigma);
SS_API ss_status ss_numpy_lognormal_fill(ss_numpy_randomstate *rs, double mean,
                                         double sigma, double *out, size_t n);

/* standard_cauchy(): G / G', the numerator is drawn first. */
SS_API double ss_numpy_standard_cauchy(ss_numpy_randomstate *rs);
SS_API void ss_numpy_standard_cauchy_fill(ss_numpy_randomstate *rs, double *out,
                                          size_t n);

/* standard_t(df): sqrt(df / 2) * G / sqrt(standard_gamma(df / 2)), G first.
 * SS_ERR_NUMPY_DF_NOT_POSITIVE. */
SS_API double ss_numpy_standard_t(ss_numpy_randomstate *rs, double df);
SS_API ss_status ss_numpy_standard_t_check(double df);
SS_API ss_status ss_numpy_standard_t_fill(ss_numpy_randomstate *rs, double df,
                                          double *out, size_t n);

/* wald(mean, scale): Michael, Schucany and Haas: G, then U.
 * SS_ERR_NUMPY_MEAN_NOT_POSITIVE, SS_ERR_NUMPY_SCALE_NOT_POSITIVE. */
SS_API double ss_numpy_wald(ss_numpy_randomstate *rs, double mean,
                            double scale);
SS_API ss_status ss_numpy_wald_check(double mean, double scale);
SS_API ss_status ss_numpy_wald_fill(ss_numpy_randomstate *rs, double mean,
                                    double scale, double *out, size_t n);

/* ---- exponential and what is made of it ---- */

/* standard_exponential(): -log(1 - U). */
SS_API double ss_numpy_standard_exponential(ss_numpy_randomstate *rs);
SS_API void ss_numpy_standard_exponential_fill(ss_numpy_randomstate *rs,
                                               double *out, size_t n);

/* exponential(scale): scale * E. SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_exponential(ss_numpy_randomstate *rs, double scale);
SS_API ss_status ss_numpy_exponential_check(double scale);
SS_API ss_status ss_numpy_exponential_fill(ss_numpy_randomstate *rs,
                                           double scale, double *out, size_t n);

/* pareto(a): exp(E / a) - 1. SS_ERR_NUMPY_A_NOT_POSITIVE. */
SS_API double ss_numpy_pareto(ss_numpy_randomstate *rs, double a);
SS_API ss_status ss_numpy_pareto_check(double a);
SS_API ss_status ss_numpy_pareto_fill(ss_numpy_randomstate *rs, double a,
                                      double *out, size_t n);

/* weibull(a): E ** (1 / a); a == 0: 0.0, nothing drawn.
 * SS_ERR_NUMPY_A_NEGATIVE. */
SS_API double ss_numpy_weibull(ss_numpy_randomstate *rs, double a);
SS_API ss_status ss_numpy_weibull_check(double a);
SS_API ss_status ss_numpy_weibull_fill(ss_numpy_randomstate *rs, double a,
                                       double *out, size_t n);

/* power(a): (1 - exp(-E)) ** (1 / a). SS_ERR_NUMPY_A_NOT_POSITIVE. */
SS_API double ss_numpy_power(ss_numpy_randomstate *rs, double a);
SS_API ss_status ss_numpy_power_check(double a);
SS_API ss_status ss_numpy_power_fill(ss_numpy_randomstate *rs, double a,
                                     double *out, size_t n);

/* rayleigh(scale): scale * sqrt(-2 * log1p(-U)).
 * SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_rayleigh(ss_numpy_randomstate *rs, double scale);
SS_API ss_status ss_numpy_rayleigh_check(double scale);
SS_API ss_status ss_numpy_rayleigh_fill(ss_numpy_randomstate *rs, double scale,
                                        double *out, size_t n);

/* ---- gamma and what is made of it ---- */

/* standard_gamma(shape): shape > 1: Marsaglia and Tsang, G and U each trial;
 * 1: E; < 1: U and E each trial; 0: 0.0, nothing drawn.
 * SS_ERR_NUMPY_SHAPE_NEGATIVE. */
SS_API double ss_numpy_standard_gamma(ss_numpy_randomstate *rs, double shape);
SS_API ss_status ss_numpy_standard_gamma_check(double shape);
SS_API ss_status ss_numpy_standard_gamma_fill(ss_numpy_randomstate *rs,
                                              double shape, double *out,
                                              size_t n);

/* gamma(shape, scale): scale * standard_gamma(shape).
 * SS_ERR_NUMPY_SHAPE_NEGATIVE, SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_gamma(ss_numpy_randomstate *rs, double shape,
                             double scale);
SS_API ss_status ss_numpy_gamma_check(double shape, double scale);
SS_API ss_status ss_numpy_gamma_fill(ss_numpy_randomstate *rs, double shape,
                                     double scale, double *out, size_t n);

/* beta(a, b): a and b <= 1: Johnk, U and V each trial; else of two gammas,
 * a's first. SS_ERR_NUMPY_A_NOT_POSITIVE, SS_ERR_NUMPY_B_NOT_POSITIVE. */
SS_API double ss_numpy_beta(ss_numpy_randomstate *rs, double a, double b);
SS_API ss_status ss_numpy_beta_check(double a, double b);
SS_API ss_status ss_numpy_beta_fill(ss_numpy_randomstate *rs, double a,
                                    double b, double *out, size_t n);

/* chisquare(df): 2 * standard_gamma(df / 2). SS_ERR_NUMPY_DF_NOT_POSITIVE. */
SS_API double ss_numpy_chisquare(ss_numpy_randomstate *rs, double df);
SS_API ss_status ss_numpy_chisquare_check(double df);
SS_API ss_status ss_numpy_chisquare_fill(ss_numpy_randomstate *rs, double df,
                                         double *out, size_t n);

/* noncentral_chisquare(df, nonc): df > 1: chisquare(df - 1), then (G +
 * sqrt(nonc)) ** 2; else poisson(nonc / 2) first.
 * SS_ERR_NUMPY_DF_NOT_POSITIVE, SS_ERR_NUMPY_NONC_NEGATIVE. */
SS_API double ss_numpy_noncentral_chisquare(ss_numpy_randomstate *rs, double df,
                                            double nonc);
SS_API ss_status ss_numpy_noncentral_chisquare_check(double df, double nonc);
SS_API ss_status ss_numpy_noncentral_chisquare_fill(ss_numpy_randomstate *rs,
                                                    double df, double nonc,
                                                    double *out, size_t n);

/* f(dfnum, dfden): Two chisquares, the numerator first.
 * SS_ERR_NUMPY_DFNUM_NOT_POSITIVE, SS_ERR_NUMPY_DFDEN_NOT_POSITIVE. */
SS_API double ss_numpy_f(ss_numpy_randomstate *rs, double dfnum, double dfden);
SS_API ss_status ss_numpy_f_check(double dfnum, double dfden);
SS_API ss_status ss_numpy_f_fill(ss_numpy_randomstate *rs, double dfnum,
                                 double dfden, double *out, size_t n);

/* noncentral_f(dfnum, dfden, nonc): noncentral_chisquare, then chisquare.
 * SS_ERR_NUMPY_DFNUM_NOT_POSITIVE, _DFDEN_NOT_POSITIVE, _NONC_NEGATIVE. */
SS_API double ss_numpy_noncentral_f(ss_numpy_randomstate *rs, double dfnum,
                                    double dfden, double nonc);
SS_API ss_status ss_numpy_noncentral_f_check(double dfnum, double dfden,
                                             double nonc);
SS_API ss_status ss_numpy_noncentral_f_fill(ss_numpy_randomstate *rs,
                                            double dfnum, double dfden,
                                            double nonc, double *out, size_t n);

/* dirichlet(alpha): n rows of k values, each k gammas over their sum.
 * SS_ERR_NUMPY_ALPHA_NOT_POSITIVE; of release 1.16 SS_ERR_UNSUPPORTED where
 * the gammas of a row are all 0. */
SS_API ss_status ss_numpy_dirichlet_check(const double *alpha, size_t k);
SS_API ss_status ss_numpy_dirichlet_fill(ss_numpy_randomstate *rs,
                                         const double *alpha, size_t k,
                                         double *out, size_t n);

/* ---- location and scale, circle ---- */

/* laplace(loc, scale): One U, redrawn when it is 0.
 * SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_laplace(ss_numpy_randomstate *rs, double loc,
                               double scale);
SS_API ss_status ss_numpy_laplace_check(double loc, double scale);
SS_API ss_status ss_numpy_laplace_fill(ss_numpy_randomstate *rs, double loc,
                                       double scale, double *out, size_t n);

/* gumbel(loc, scale): loc - scale * log(-log(1 - U)), U redrawn when it is 0.
 * SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_gumbel(ss_numpy_randomstate *rs, double loc,
                              double scale);
SS_API ss_status ss_numpy_gumbel_check(double loc, double scale);
SS_API ss_status ss_numpy_gumbel_fill(ss_numpy_randomstate *rs, double loc,
                                      double scale, double *out, size_t n);

/* logistic(loc, scale): loc + scale * log(U / (1 - U)), U redrawn when it is
 * 0. SS_ERR_NUMPY_SCALE_NEGATIVE. */
SS_API double ss_numpy_logistic(ss_numpy_randomstate *rs, double loc,
                                double scale);
SS_API ss_status ss_numpy_logistic_check(double loc, double scale);
SS_API ss_status ss_numpy_logistic_fill(ss_numpy_randomstate *rs, double loc,
                                        double scale, double *out, size_t n);

/* triangular(left, mode, right): One U. SS_ERR_NUMPY_LEFT_MODE,
 * SS_ERR_NUMPY_MODE_RIGHT, SS_ERR_NUMPY_LEFT_RIGHT. */
SS_API double ss_numpy_triangular(ss_numpy_randomstate *rs, double left,
                                  double mode, double right);
SS_API ss_status ss_numpy_triangular_check(double left, double mode,
                                           double right);
SS_API ss_status ss_numpy_triangular_fill(ss_numpy_randomstate *rs, double left,
                                          double mode, double right,
                                          double *out, size_t n);

/* vonmises(mu, kappa): Best and Fisher: U and V each trial, then U for the
 * sign; kappa < 1e-8: one U; NaN: nothing drawn. SS_ERR_NUMPY_KAPPA_NEGATIVE;
 * SS_ERR_NUMPY_ENDLESS from kappa 1e18 on. */
SS_API double ss_numpy_vonmises(ss_numpy_randomstate *rs, double mu,
                                double kappa);
SS_API ss_status ss_numpy_vonmises_check(double mu, double kappa);
SS_API ss_status ss_numpy_vonmises_fill(ss_numpy_randomstate *rs, double mu,
                                        double kappa, double *out, size_t n);

/* ---- discrete ---- */

/* binomial(n, p): n * min(p, 1 - p) <= 30: inversion, one U (more where it
 * runs out of bounds); else BTPE, two U each trial. SS_ERR_NUMPY_P_UNIT,
 * SS_ERR_NUMPY_N_NEGATIVE. */
SS_API int64_t ss_numpy_binomial(ss_numpy_randomstate *rs, int64_t n, double p);
SS_API ss_status ss_numpy_binomial_check(int64_t n, double p);
SS_API ss_status ss_numpy_binomial_fill(ss_numpy_randomstate *rs, int64_t n,
                                        double p, int64_t *out, size_t size);

/* negative_binomial(n, p): poisson(gamma(n, (1 - p) / p)).
 * SS_ERR_NUMPY_N_NOT_POSITIVE, SS_ERR_NUMPY_P_UNIT. */
SS_API int64_t ss_numpy_negative_binomial(ss_numpy_randomstate *rs, double n,
                                          double p);
SS_API ss_status ss_numpy_negative_binomial_check(double n, double p);
SS_API ss_status ss_numpy_negative_binomial_fill(ss_numpy_randomstate *rs,
                                                 double n, double p,
                                                 int64_t *out, size_t size);

/* poisson(lam): lam >= 10: PTRS, two U each trial; else U until their product
 * is below exp(-lam); 0: nothing drawn. SS_ERR_NUMPY_LAM,
 * SS_ERR_NUMPY_LAM_LARGE. */
SS_API int64_t ss_numpy_poisson(ss_numpy_randomstate *rs, double lam);
SS_API ss_status ss_numpy_poisson_check(double lam);
SS_API ss_status ss_numpy_poisson_fill(ss_numpy_randomstate *rs, double lam,
                                       int64_t *out, size_t n);

/* zipf(a): Devroye, two U each trial. SS_ERR_NUMPY_A_ABOVE_1;
 * SS_ERR_NUMPY_ENDLESS from a == 1025 on. */
SS_API int64_t ss_numpy_zipf(ss_numpy_randomstate *rs, double a);
SS_API ss_status ss_numpy_zipf_check(double a);
SS_API ss_status ss_numpy_zipf_fill(ss_numpy_randomstate *rs, double a,
                                    int64_t *out, size_t n);

/* geometric(p): One U: a search from p == 1/3 on, inversion below.
 * SS_ERR_NUMPY_P_ABOVE_0. */
SS_API int64_t ss_numpy_geometric(ss_numpy_randomstate *rs, double p);
SS_API ss_status ss_numpy_geometric_check(double p);
SS_API ss_status ss_numpy_geometric_fill(ss_numpy_randomstate *rs, double p,
                                         int64_t *out, size_t n);

/* logseries(p): Kemp: one or two U each trial. SS_ERR_NUMPY_P_BELOW_1. */
SS_API int64_t ss_numpy_logseries(ss_numpy_randomstate *rs, double p);
SS_API ss_status ss_numpy_logseries_check(double p);
SS_API ss_status ss_numpy_logseries_fill(ss_numpy_randomstate *rs, double p,
                                         int64_t *out, size_t n);

/* hypergeometric(ngood, nbad, nsample): nsample > 10: HRUA, two U each trial;
 * else an urn, one U an item at most. SS_ERR_NUMPY_POPULATION,
 * _NGOOD_NEGATIVE, _NBAD_NEGATIVE, _NSAMPLE. */
SS_API int64_t ss_numpy_hypergeometric(ss_numpy_randomstate *rs, int64_t ngood,
                                       int64_t nbad, int64_t nsample);
SS_API ss_status ss_numpy_hypergeometric_check(int64_t ngood, int64_t nbad,
                                               int64_t nsample);
SS_API ss_status ss_numpy_hypergeometric_fill(ss_numpy_randomstate *rs,
                                              int64_t ngood, int64_t nbad,
                                              int64_t nsample, int64_t *out,
                                              size_t n);

/* multinomial(n, pvals): rows of k counts, each row a chain of binomials (of
 * NumPy's younger kind, which draws nothing for n == 0 or p == 0) that ends
 * when nothing is left. SS_ERR_NUMPY_PVALS, SS_ERR_NUMPY_PVALS_SUM (but for
 * the last of pvals), SS_ERR_NUMPY_N_NEGATIVE. */
SS_API ss_status ss_numpy_multinomial_check(int64_t n, const double *pvals,
                                            size_t k);
SS_API ss_status ss_numpy_multinomial_fill(ss_numpy_randomstate *rs, int64_t n,
                                           const double *pvals, size_t k,
                                           int64_t *out, size_t rows);

#ifdef __cplusplus
}
#endif

#endif
