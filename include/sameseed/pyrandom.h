/* SPDX-License-Identifier: MIT
 * Python's random module as CPython 3.11 draws it: MT19937 under a third face.
 *
 * The seed goes through init_by_array, so that random.seed(23) and
 * np.random.seed(23) start different streams. Unless said otherwise a draw
 * takes uniforms of two words each. ss_pyrandom_seed_bytes, _sample and
 * _choices_fill with weights say what they allocate; nothing else does.
 */
#ifndef SAMESEED_PYRANDOM_H
#define SAMESEED_PYRANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/bitgen.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* random.Random: plain data. Copy it to fork the stream. The fields are those
 * of getstate(): (3, (*key, pos), gauss_next). */
typedef struct ss_pyrandom {
    ss_mt19937 mt;
    bool has_gauss;    /* gauss_next is not None */
    double gauss_next; /* the sine of the last pair, for the next gauss() */
} ss_pyrandom;

/* random.seed(n) for an int n: its absolute value as count words of 32 bits,
 * the lowest first. Words of zero at the top do not count; count 0 is 0. */
SS_API void ss_pyrandom_seed_words(ss_pyrandom *r, const uint32_t *words,
                                   size_t count);

/* random.seed(n) for an int that fits 64 bits. */
SS_API void ss_pyrandom_seed(ss_pyrandom *r, int64_t seed);

/* random.seed(x) for a float: its hash is the seed. SS_ERR_ARGUMENT for NaN,
 * whose hash is an address in Python. */
SS_API ss_status ss_pyrandom_seed_float(ss_pyrandom *r, double seed);

/* random.seed(text) for a str (its UTF-8) or bytes, version 2: the bytes and
 * their SHA-512 as one big-endian int. Allocates size + 64 bytes meanwhile:
 * SS_ERR_MEMORY, *r is then unchanged. */
SS_API ss_status ss_pyrandom_seed_bytes(ss_pyrandom *r, const void *bytes,
                                        size_t size);

/* random.seed(text, version=1) for a str of count code points, or bytes. */
SS_API void ss_pyrandom_seed_version1(ss_pyrandom *r, const uint32_t *points,
                                      size_t count);

/* random.seed(): from the operating system. */
SS_API ss_status ss_pyrandom_seed_entropy(ss_pyrandom *r);

/* random.random(): [0, 1), two words. */
SS_API double ss_pyrandom_random(ss_pyrandom *r);
SS_API void ss_pyrandom_random_fill(ss_pyrandom *r, double *out, size_t n);

/* random.getrandbits(bits): (bits + 31) / 32 words, the lowest first, the
 * last one shifted down. Nothing is drawn for 0 bits. */
SS_API void ss_pyrandom_getrandbits(ss_pyrandom *r, size_t bits,
                                    uint32_t *words);

/* random._randbelow(n), n > 0: getrandbits of n's bit length until < n. */
SS_API uint64_t ss_pyrandom_randbelow(ss_pyrandom *r, uint64_t n);

/* random.randint(low, high): low + randbelow(high - low + 1).
 * SS_ERR_PYTHON_EMPTY_RANGE unless low <= high. */
SS_API ss_status ss_pyrandom_randint(ss_pyrandom *r, int64_t low, int64_t high,
                                     int64_t *out);

/* random.randbytes(size): getrandbits(8 * size), little endian. */
SS_API void ss_pyrandom_randbytes(ss_pyrandom *r, void *out, size_t size);

/* random.uniform(a, b): a + (b - a) * random(). */
SS_API double ss_pyrandom_uniform(ss_pyrandom *r, double a, double b);

/* random.triangular(low, high, mode); mode NULL is the middle. */
SS_API double ss_pyrandom_triangular(ss_pyrandom *r, double low, double high,
                                     const double *mode);

/* random.gauss(mu, sigma): Box-Muller, the sine is kept for the next call.
 * random.normalvariate(mu, sigma): Kinderman and Monahan's ratio, nothing
 * kept. random.lognormvariate: exp of the latter; SS_ERR_PYTHON_OVERFLOW as
 * math.exp raises it, after the draws. */
SS_API double ss_pyrandom_gauss(ss_pyrandom *r, double mu, double sigma);
SS_API double ss_pyrandom_normalvariate(ss_pyrandom *r, double mu,
                                        double sigma);
SS_API ss_status ss_pyrandom_lognormvariate(ss_pyrandom *r, double mu,
                                            double sigma, double *out);

/* random.expovariate(lambd): -log(1 - random()) / lambd.
 * SS_ERR_PYTHON_FLOAT_DIVISION for lambd 0, after the draw, as in Python. */
SS_API ss_status ss_pyrandom_expovariate(ss_pyrandom *r, double lambd,
                                         double *out);

/* random.gammavariate(alpha, beta), random.betavariate(alpha, beta).
 * SS_ERR_PYTHON_GAMMA unless both are > 0; SS_ERR_PYTHON_OVERFLOW where
 * Python's own arithmetic raises OverflowError, SS_ERR_ARGUMENT for alpha NaN
 * or infinite, with which Python never returns. */
SS_API ss_status ss_pyrandom_gammavariate(ss_pyrandom *r, double alpha,
                                          double beta, double *out);
SS_API ss_status ss_pyrandom_betavariate(ss_pyrandom *r, double alpha,
                                         double beta, double *out);

/* random.vonmisesvariate(mu, kappa), in radians, [0, 2 pi).
 * SS_ERR_ARGUMENT for a NaN kappa, with which Python never returns. */
SS_API ss_status ss_pyrandom_vonmisesvariate(ss_pyrandom *r, double mu,
                                             double kappa, double *out);

/* random.paretovariate(alpha), random.weibullvariate(alpha, beta): a parameter
 * of 0 or a result out of range is Python's error, after the draw. */
SS_API ss_status ss_pyrandom_paretovariate(ss_pyrandom *r, double alpha,
                                           double *out);
SS_API ss_status ss_pyrandom_weibullvariate(ss_pyrandom *r, double alpha,
                                            double beta, double *out);

/* random.shuffle(x): n items of size bytes each, in place. */
SS_API void ss_pyrandom_shuffle(ss_pyrandom *r, void *items, size_t n,
                                size_t size);

/* random.sample(range(n), k) as indices. Allocates n or about k indices
 * meanwhile. SS_ERR_PYTHON_SAMPLE for k > n, SS_ERR_MEMORY. */
SS_API ss_status ss_pyrandom_sample(ss_pyrandom *r, uint64_t n, size_t k,
                                    uint64_t *out);

/* random.choices(range(n), cum_weights=w, k=k) as indices; w NULL: equal
 * weights, one uniform each. SS_ERR_PYTHON_WEIGHTS_SUM,
 * SS_ERR_PYTHON_WEIGHTS_FINITE; SS_ERR_PYTHON_INDEX for n 0. */
SS_API ss_status ss_pyrandom_choices_fill(ss_pyrandom *r, size_t n,
                                          const double *w, uint64_t *out,
                                          size_t k);

#ifdef __cplusplus
}
#endif

#endif
