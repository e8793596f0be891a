/* SPDX-License-Identifier: MIT
 * The methods of np.random.Generator.
 * Learned from: NumPy 2.4.6 (_generator.pyx, its docstrings) by experiment.
 */
#include "numpy/generator_methods.h"
#include "script/numpy_generator.h"

#define SIZE_HELP                                                              \
    " size is None (one value), an int or a sequence of ints; negative sizes " \
    "are a ValueError. "

const ssi_function ssi_generator_rows[] = {
    {"beta", "a, b, size=None", ssi_generator_call,
     "Beta values in [0, 1]: Johnk's rejection where a and b are at most"
     " 1, else a ratio of gammas. ValueError: a <= 0, b <= 0. Parameters"
     " may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_BETA, SSI_STYLE_CYTHON, NULL},
    {"binomial", "n, p, size=None", ssi_generator_call,
     "Successes in n trials of probability p: inversion up to n * p = "
     "30, then BTPE; n = 0 or p = 0 draws nothing. ValueError: n < 0, p "
     "< 0, p > 1 or p is NaN. Parameters may be arrays that broadcast "
     "together and to size." SIZE_HELP,
     SSI_GENERATOR_BINOMIAL, SSI_STYLE_CYTHON, NULL},
    {"bytes", "length", ssi_generator_random_bytes,
     "length random bytes: whole 32-bit words, lowest byte first; length"
     " 0 still draws one word.",
     0, SSI_STYLE_CYTHON, NULL},
    {"chisquare", "df, size=None", ssi_generator_call,
     "Chi-square values: twice a gamma of shape df / 2. ValueError: df "
     "<= 0. Parameters may be arrays that broadcast together and to "
     "size." SIZE_HELP,
     SSI_GENERATOR_CHISQUARE, SSI_STYLE_CYTHON, NULL},
    {"choice", "a, size=None, replace=True, p=None, axis=0, shuffle=True",
     ssi_generator_choice,
     "Elements of a along axis, or of range(a) for an int, each equally "
     "likely or with the probabilities p. With replacement it draws as "
     "integers, or one uniform a value with p; without replacement "
     "Floyd's method, a shuffle of the tail for large populations, or "
     "rounds of uniforms with p. shuffle=False leaves Floyd's order. "
     "ValueError for an empty a, a size beyond the population, a p that "
     "does not sum to 1." SIZE_HELP,
     0, SSI_STYLE_CYTHON, NULL},
    {"dirichlet", "alpha, size=None", ssi_generator_dirichlet,
     "Rows that sum to 1: gammas of the shapes alpha over their sum, or "
     "broken sticks of betas where all alpha are below 0.1. ValueError: "
     "alpha < 0." SIZE_HELP,
     0, SSI_STYLE_CYTHON, NULL},
    {"exponential", "scale=1.0, size=None", ssi_generator_call,
     "scale times a standard exponential value of the ziggurat. "
     "ValueError: scale < 0. Parameters may be arrays that broadcast "
     "together and to size." SIZE_HELP,
     SSI_GENERATOR_EXPONENTIAL, SSI_STYLE_CYTHON, NULL},
    {"f", "dfnum, dfden, size=None", ssi_generator_call,
     "A ratio of two chi-square values, the numerator drawn first. "
     "ValueError: dfnum <= 0, dfden <= 0. Parameters may be arrays that "
     "broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_F, SSI_STYLE_CYTHON, NULL},
    {"gamma", "shape, scale=1.0, size=None", ssi_generator_call,
     "Gamma values: Marsaglia and Tsang's rejection above shape 1, "
     "Ahrens and Dieter's below. ValueError: shape < 0, scale < 0. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_GAMMA, SSI_STYLE_CYTHON, NULL},
    {"geometric", "p, size=None", ssi_generator_call,
     "Trials up to the first success: a search from p = 1/3 on, else "
     "from one exponential. ValueError: p <= 0, p > 1 or p is NaN. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_GEOMETRIC, SSI_STYLE_CYTHON, NULL},
    {"gumbel", "loc=0.0, scale=1.0, size=None", ssi_generator_call,
     "loc - scale * log(-log(u)), one uniform a value. ValueError: scale"
     " < 0. Parameters may be arrays that broadcast together and to "
     "size." SIZE_HELP,
     SSI_GENERATOR_GUMBEL, SSI_STYLE_CYTHON, NULL},
    {"hypergeometric", "ngood, nbad, nsample, size=None", ssi_generator_call,
     "Good items among nsample drawn from ngood + nbad: HRUA for a "
     "sample that is large on both sides, else an urn. ValueError: ngood"
     " + nbad < nsample, a negative number, 10**9 items and more. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_HYPERGEOMETRIC, SSI_STYLE_CYTHON, NULL},
    {"integers", "low, high=None, size=None, dtype=np.int64, endpoint=False",
     ssi_generator_integers,
     "Ints from low to high - 1 (to high with endpoint), or from 0 "
     "without high, by Lemire's method: a 32-bit draw where the range "
     "fits, else 64 bits, a part of a word for dtypes of 8 and 16 bits "
     "and bool. low and high may be arrays. One value is a NumPy scalar,"
     " a Python int for dtype=int. ValueError: low >= high, or out of "
     "bounds for the dtype." SIZE_HELP,
     0, SSI_STYLE_CYTHON, NULL},
    {"laplace", "loc=0.0, scale=1.0, size=None", ssi_generator_call,
     "Double exponential values, one uniform a value. ValueError: scale "
     "< 0. Parameters may be arrays that broadcast together and to "
     "size." SIZE_HELP,
     SSI_GENERATOR_LAPLACE, SSI_STYLE_CYTHON, NULL},
    {"logistic", "loc=0.0, scale=1.0, size=None", ssi_generator_call,
     "loc + scale * log(u / (1 - u)), one uniform a value. ValueError: "
     "scale < 0. Parameters may be arrays that broadcast together and to"
     " size." SIZE_HELP,
     SSI_GENERATOR_LOGISTIC, SSI_STYLE_CYTHON, NULL},
    {"lognormal", "mean=0.0, sigma=1.0, size=None", ssi_generator_call,
     "exp of a normal value. ValueError: sigma < 0. Parameters may be "
     "arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_LOGNORMAL, SSI_STYLE_CYTHON, NULL},
    {"logseries", "p, size=None", ssi_generator_call,
     "Logarithmic series values, one or two uniforms a try. ValueError: "
     "p < 0, p >= 1 or p is NaN. Parameters may be arrays that broadcast"
     " together and to size." SIZE_HELP,
     SSI_GENERATOR_LOGSERIES, SSI_STYLE_CYTHON, NULL},
    {"multinomial", "n, pvals, size=None", ssi_generator_multinomial,
     "Counts of n trials with the outcomes' probabilities pvals, one row"
     " of int64 a draw: a chain of binomials, the last outcome gets the "
     "rest. ValueError: n < 0, pvals outside of [0, 1], sum(pvals[:-1]) "
     "> 1.0." SIZE_HELP,
     0, SSI_STYLE_CYTHON, NULL},
    {"multivariate_hypergeometric",
     "colors, nsample, size=None, method='marginals'",
     ssi_generator_hypergeometrics,
     "Rows of items of each color among nsample drawn without putting them "
     "back: a chain of hypergeometrics, or, with method='count', the head of a "
     "shuffle of all items. ValueError: negative numbers, nsample above the "
     "sum of colors." SIZE_HELP,
     0, SSI_STYLE_CYTHON, NULL},
    {"multivariate_normal",
     "mean, cov, size=None, check_valid='warn', tol=1e-08, *, method='svd'",
     ssi_generator_normals,
     "Rows of len(mean) values with covariance cov, made of as many standard "
     "normals by a factor of cov: svd, eigh or cholesky. The only call that "
     "is not bit for bit: its last bits depend on the LAPACK that is used, in "
     "NumPy too. Needs a build with LAPACKE." SIZE_HELP,
     0, SSI_STYLE_CYTHON, NULL},
    {"negative_binomial", "n, p, size=None", ssi_generator_call,
     "A Poisson value whose rate is gamma distributed. ValueError: n <= "
     "0 or NaN, p <= 0, p > 1 or p is NaN, n too large. Parameters may "
     "be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_NEGATIVE_BINOMIAL, SSI_STYLE_CYTHON, NULL},
    {"noncentral_chisquare", "df, nonc, size=None", ssi_generator_call,
     "Noncentral chi-square values: a normal and a chi-square value "
     "above df 1, a Poisson value first below. ValueError: df <= 0, nonc"
     " < 0. Parameters may be arrays that broadcast together and to "
     "size." SIZE_HELP,
     SSI_GENERATOR_NONCENTRAL_CHISQUARE, SSI_STYLE_CYTHON, NULL},
    {"noncentral_f", "dfnum, dfden, nonc, size=None", ssi_generator_call,
     "A ratio of a noncentral and a central chi-square value. "
     "ValueError: dfnum <= 0, dfden <= 0, nonc < 0. Parameters may be "
     "arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_NONCENTRAL_F, SSI_STYLE_CYTHON, NULL},
    {"normal", "loc=0.0, scale=1.0, size=None", ssi_generator_call,
     "loc + scale * g with g standard normal, drawn by the ziggurat. "
     "ValueError: scale < 0. Parameters may be arrays that broadcast "
     "together and to size." SIZE_HELP,
     SSI_GENERATOR_NORMAL, SSI_STYLE_CYTHON, NULL},
    {"pareto", "a, size=None", ssi_generator_call,
     "expm1(e / a) with e exponential. ValueError: a <= 0. Parameters "
     "may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_PARETO, SSI_STYLE_CYTHON, NULL},
    {"permutation", "x, axis=0", ssi_generator_permutation,
     "range(x) shuffled for an int, or a shuffled copy of a sequence or "
     "array along axis; the same draws as shuffle.",
     0, SSI_STYLE_CYTHON, NULL},
    {"permuted", "x, *, axis=None, out=None", ssi_generator_permuted_call,
     "A copy of x whose elements are shuffled, all of them in the order "
     "of memory, or with axis each lane along it on its own. out is an "
     "array to put it into.",
     0, SSI_STYLE_CYTHON, NULL},
    {"poisson", "lam=1.0, size=None", ssi_generator_call,
     "Poisson counts: products of uniforms below lam 10, PTRS above. "
     "ValueError: lam < 0 or lam is NaN, lam value too large. Parameters"
     " may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_POISSON, SSI_STYLE_CYTHON, NULL},
    {"power", "a, size=None", ssi_generator_call,
     "(-expm1(-e)) ** (1 / a) with e exponential. ValueError: a <= 0. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_POWER, SSI_STYLE_CYTHON, NULL},
    {"random", "size=None, dtype=np.float64, out=None", ssi_generator_typed,
     "Uniform values in [0, 1): 53 bits of a 64-bit draw, 24 bits of a "
     "32-bit one for float32. out is an array to fill, in the order of "
     "memory." SIZE_HELP,
     SSI_GENERATOR_RANDOM, SSI_STYLE_CYTHON, NULL},
    {"rayleigh", "scale=1.0, size=None", ssi_generator_call,
     "scale * sqrt(2 * e) with e exponential. ValueError: scale < 0. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_RAYLEIGH, SSI_STYLE_CYTHON, NULL},
    {"shuffle", "x, axis=0", ssi_generator_shuffle,
     "Shuffle a list or an array in place, along axis. One masked draw "
     "an item, from the last item down. TypeError for what cannot be "
     "changed, as a tuple.",
     0, SSI_STYLE_CYTHON, NULL},
    {"spawn", "n_children", ssi_generator_spawn,
     "A list of n_children generators over the children of the bit "
     "generator. Nothing is drawn.",
     0, SSI_STYLE_CYTHON, NULL},
    {"standard_cauchy", "size=None", ssi_generator_call,
     "A ratio of two standard normals." SIZE_HELP,
     SSI_GENERATOR_STANDARD_CAUCHY, SSI_STYLE_CYTHON, NULL},
    {"standard_exponential",
     "size=None, dtype=np.float64, method='zig', out=None", ssi_generator_typed,
     "Exponential values by the ziggurat, or -log1p(-u) with "
     "method='inv'; 32-bit draws for float32. out is an array to "
     "fill." SIZE_HELP,
     SSI_GENERATOR_STANDARD_EXPONENTIAL, SSI_STYLE_CYTHON, NULL},
    {"standard_gamma", "shape, size=None, dtype=np.float64, out=None",
     ssi_generator_gamma_typed,
     "Gamma values of scale 1, drawn as gamma does; all in float "
     "arithmetic for float32. shape may be an array. out is an array to "
     "fill. ValueError: shape < 0." SIZE_HELP,
     SSI_GENERATOR_STANDARD_GAMMA, SSI_STYLE_CYTHON, NULL},
    {"standard_normal", "size=None, dtype=np.float64, out=None",
     ssi_generator_typed,
     "Standard normal values by the ziggurat: one 64-bit draw mostly, a "
     "32-bit one for float32. out is an array to fill." SIZE_HELP,
     SSI_GENERATOR_STANDARD_NORMAL, SSI_STYLE_CYTHON, NULL},
    {"standard_t", "df, size=None", ssi_generator_call,
     "Student's t: a standard normal over the root of a gamma. "
     "ValueError: df <= 0. Parameters may be arrays that broadcast "
     "together and to size." SIZE_HELP,
     SSI_GENERATOR_STANDARD_T, SSI_STYLE_CYTHON, NULL},
    {"triangular", "left, mode, right, size=None", ssi_generator_call,
     "Triangular values, one uniform a value. ValueError: left > mode, "
     "mode > right, left == right. Parameters may be arrays that "
     "broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_TRIANGULAR, SSI_STYLE_CYTHON, NULL},
    {"uniform", "low=0.0, high=1.0, size=None", ssi_generator_call,
     "low + (high - low) * u with u uniform in [0, 1). ValueError: high "
     "< low; OverflowError: the range is not finite. Parameters may be "
     "arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_UNIFORM, SSI_STYLE_CYTHON, NULL},
    {"vonmises", "mu, kappa, size=None", ssi_generator_call,
     "Angles in [-pi, pi]: uniform for a tiny kappa, a wrapped normal "
     "above 1e6, else rejection. ValueError: kappa < 0. Parameters may "
     "be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_VONMISES, SSI_STYLE_CYTHON, NULL},
    {"wald", "mean, scale, size=None", ssi_generator_call,
     "Inverse Gaussian values: a standard normal and a uniform a value. "
     "ValueError: mean <= 0, scale <= 0. Parameters may be arrays that "
     "broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_WALD, SSI_STYLE_CYTHON, NULL},
    {"weibull", "a, size=None", ssi_generator_call,
     "e ** (1 / a) with e exponential. ValueError: a < 0. Parameters may"
     " be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_WEIBULL, SSI_STYLE_CYTHON, NULL},
    {"zipf", "a, size=None", ssi_generator_call,
     "Zipf counts, two uniforms a try. ValueError: a <= 1 or a is NaN. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_GENERATOR_ZIPF, SSI_STYLE_CYTHON, NULL},
    {0},
};
