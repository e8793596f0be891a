/* SPDX-License-Identifier: MIT
 * The rows that the module numpy.random and the class RandomState share, to be
 * included in the middle of a table.
 * Learned from: NumPy 2.4.6 (mtrand.pyx, its docstrings) by experiment.
 */
{"beta",
 "a, b, size=None",
 ssi_numpy_method_call,
 "Beta values in [0, 1]: Johnk's rejection where a and b are at most 1, "
 "else a ratio of gammas. ValueError: a <= 0, b <= 0. Parameters may be "
 "arrays that broadcast together and to size." SIZE_HELP,
 SSI_NUMPY_BETA,
 SSI_STYLE_CYTHON,
 NULL},
    {"binomial",
     "n, p, size=None",
     ssi_numpy_method_call,
     "Successes in n trials of probability p: inversion up to n * p = 30, "
     "one uniform or more, then BTPE. ValueError: n < 0, p < 0, p > 1 or p "
     "is NaN. Parameters may be arrays that broadcast together and to "
     "size." SIZE_HELP,
     SSI_NUMPY_BINOMIAL,
     SSI_STYLE_CYTHON,
     NULL},
    {"bytes",
     "length",
     ssi_numpy_random_bytes,
     "length random bytes: whole 32-bit words, lowest byte first; length 0 "
     "still draws one word.",
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"chisquare",
     "df, size=None",
     ssi_numpy_method_call,
     "Chi-square values: twice a gamma of shape df / 2. ValueError: df <= 0."
     " Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_CHISQUARE,
     SSI_STYLE_CYTHON,
     NULL},
    {"choice",
     "a, size=None, replace=True, p=None",
     ssi_numpy_choice,
     "Elements of the one-dimensional a, or of range(a) for an int, each "
     "equally likely or with the probabilities p. With replacement it draws "
     "as randint, or one uniform a value with p; without replacement a whole"
     " permutation, or rounds of uniforms with p." SIZE_HELP
     "ValueError for an empty a, a size beyond the population, a p that does"
     " not sum to 1.",
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"dirichlet",
     "alpha, size=None",
     ssi_numpy_dirichlet,
     "Rows that sum to 1: gammas of the shapes alpha over their sum." SIZE_HELP
     "ValueError: alpha <= 0.",
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"exponential",
     "scale=1.0, size=None",
     ssi_numpy_method_call,
     "-scale * log(1 - u), one uniform a value. ValueError: scale < 0. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_EXPONENTIAL,
     SSI_STYLE_CYTHON,
     NULL},
    {"f",
     "dfnum, dfden, size=None",
     ssi_numpy_method_call,
     "A ratio of two chi-square values over their degrees of freedom. "
     "ValueError: dfnum <= 0, dfden <= 0. Parameters may be arrays that "
     "broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_F,
     SSI_STYLE_CYTHON,
     NULL},
    {"gamma",
     "shape, scale=1.0, size=None",
     ssi_numpy_method_call,
     "Gamma values: Marsaglia and Tsang above shape 1, an exponential at 1, "
     "rejection below. ValueError: shape < 0, scale < 0. Parameters may be "
     "arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_GAMMA,
     SSI_STYLE_CYTHON,
     NULL},
    {"geometric",
     "p, size=None",
     ssi_numpy_method_call,
     "Trials up to the first success, one uniform a value. ValueError: p <= "
     "0, p > 1 or p contains NaNs. Parameters may be arrays that broadcast "
     "together and to size." SIZE_HELP,
     SSI_NUMPY_GEOMETRIC,
     SSI_STYLE_CYTHON,
     NULL},
    {"get_state",
     "legacy=True",
     ssi_numpy_get_state,
     "The whole state: ('MT19937', array of 624 words, pos, has_gauss, "
     "cached_gaussian), or with legacy=False a dict of the same. Draws "
     "nothing.",
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"gumbel",
     "loc=0.0, scale=1.0, size=None",
     ssi_numpy_method_call,
     "loc - scale * log(-log(u)), one uniform a value. ValueError: scale < "
     "0. Parameters may be arrays that broadcast together and to "
     "size." SIZE_HELP,
     SSI_NUMPY_GUMBEL,
     SSI_STYLE_CYTHON,
     NULL},
    {"hypergeometric",
     "ngood, nbad, nsample, size=None",
     ssi_numpy_method_call,
     "Good items among nsample drawn from ngood + nbad: an urn up to 10, "
     "HRUA above. ValueError: ngood + nbad < nsample, ngood < 0, nbad < 0, "
     "nsample < 1. Parameters may be arrays that broadcast together and to "
     "size." SIZE_HELP,
     SSI_NUMPY_HYPERGEOMETRIC,
     SSI_STYLE_CYTHON,
     NULL},
    {"laplace",
     "loc=0.0, scale=1.0, size=None",
     ssi_numpy_method_call,
     "Double exponential values, one uniform a value. ValueError: scale < 0."
     " Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_LAPLACE,
     SSI_STYLE_CYTHON,
     NULL},
    {"logistic",
     "loc=0.0, scale=1.0, size=None",
     ssi_numpy_method_call,
     "loc + scale * log(u / (1 - u)), one uniform a value. ValueError: scale"
     " < 0. Parameters may be arrays that broadcast together and to "
     "size." SIZE_HELP,
     SSI_NUMPY_LOGISTIC,
     SSI_STYLE_CYTHON,
     NULL},
    {"lognormal",
     "mean=0.0, sigma=1.0, size=None",
     ssi_numpy_method_call,
     "exp of a normal value, drawn as normal does. ValueError: sigma < 0. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_LOGNORMAL,
     SSI_STYLE_CYTHON,
     NULL},
    {"logseries",
     "p, size=None",
     ssi_numpy_method_call,
     "Logarithmic series values, one or two uniforms a try. ValueError: p < "
     "0, p >= 1 or p is NaN. Parameters may be arrays that broadcast "
     "together and to size." SIZE_HELP,
     SSI_NUMPY_LOGSERIES,
     SSI_STYLE_CYTHON,
     NULL},
    {"multinomial",
     "n, pvals, size=None",
     ssi_numpy_multinomial,
     "Counts of n trials with the outcomes' probabilities pvals, one row of "
     "int64 a draw: a chain of binomials, the last outcome gets the "
     "rest." SIZE_HELP
     "ValueError: n < 0, pvals outside of [0, 1], sum(pvals[:-1]) > 1.0.",
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"multivariate_normal",
     "mean, cov, size=None, check_valid='warn', tol=1e-8",
     ssi_numpy_multivariate_normal,
     "Rows of len(mean) values with covariance cov, made of as many standard"
     " normals by the singular value decomposition of cov. The only call "
     "that is not bit for bit: its last bits depend on the LAPACK that is "
     "used, in NumPy too. Needs a build with LAPACKE." SIZE_HELP,
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"negative_binomial",
     "n, p, size=None",
     ssi_numpy_method_call,
     "A Poisson value whose rate is gamma distributed. ValueError: n <= 0, p"
     " < 0, p > 1 or p is NaN. Parameters may be arrays that broadcast "
     "together and to size." SIZE_HELP,
     SSI_NUMPY_NEGATIVE_BINOMIAL,
     SSI_STYLE_CYTHON,
     NULL},
    {"noncentral_chisquare",
     "df, nonc, size=None",
     ssi_numpy_method_call,
     "Noncentral chi-square values: a normal and a chi-square value above df"
     " 1, a Poisson value first below. ValueError: df <= 0, nonc < 0. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_NONCENTRAL_CHISQUARE,
     SSI_STYLE_CYTHON,
     NULL},
    {"noncentral_f",
     "dfnum, dfden, nonc, size=None",
     ssi_numpy_method_call,
     "A ratio of a noncentral and a central chi-square value. ValueError: "
     "dfnum <= 0, dfden <= 0, nonc < 0. Parameters may be arrays that "
     "broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_NONCENTRAL_F,
     SSI_STYLE_CYTHON,
     NULL},
    {"normal",
     "loc=0.0, scale=1.0, size=None",
     ssi_numpy_method_call,
     "loc + scale * g with g standard normal, drawn as randn does. "
     "ValueError: scale < 0. Parameters may be arrays that broadcast "
     "together and to size." SIZE_HELP,
     SSI_NUMPY_NORMAL,
     SSI_STYLE_CYTHON,
     NULL},
    {"pareto",
     "a, size=None",
     ssi_numpy_method_call,
     "exp(e / a) - 1 with e exponential. ValueError: a <= 0. Parameters may "
     "be arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_PARETO,
     SSI_STYLE_CYTHON,
     NULL},
    {"permutation",
     "x",
     ssi_numpy_permutation,
     "range(x) shuffled for an int, or a shuffled copy of a sequence or "
     "array along its first axis; the same draws as shuffle.",
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"poisson",
     "lam=1.0, size=None",
     ssi_numpy_method_call,
     "Poisson counts: products of uniforms below lam 10, PTRS above. "
     "ValueError: lam < 0 or lam is NaN, lam value too large. Parameters may"
     " be arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_POISSON,
     SSI_STYLE_CYTHON,
     NULL},
    {"power",
     "a, size=None",
     ssi_numpy_method_call,
     "(1 - exp(-e)) ** (1 / a) with e exponential. ValueError: a <= 0. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_POWER,
     SSI_STYLE_CYTHON,
     NULL},
    {"rand",
     "*args",
     ssi_numpy_rand,
     "Uniform float64 values in [0, 1) in the shape (d0, d1, ...), or one "
     "Python float without arguments. Two 32-bit words a value.",
     SSI_NUMPY_RANDOM_SAMPLE,
     SSI_STYLE_CYTHON,
     NULL},
    {"randint",
     "low, high=None, size=None, dtype=int",
     ssi_numpy_randint,
     "Ints from low to high - 1, or from 0 to low - 1 without high, by "
     "masked rejection: one word a try, two from 2**32 on, a part of a word "
     "for dtypes of 8 and 16 bits and bool. low and high may be "
     "arrays." SIZE_HELP
     "One Python int without size and dtype, else values of dtype. "
     "ValueError: low >= high, or out of bounds for the dtype.",
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"randn",
     "*args",
     ssi_numpy_rand,
     "Standard normal float64 values in the shape (d0, d1, ...), or one "
     "Python float without arguments. Marsaglia's polar method: four words "
     "or more a pair, of which the second value is kept for the next normal.",
     SSI_NUMPY_STANDARD_NORMAL,
     SSI_STYLE_CYTHON,
     NULL},
    {"random",
     "size=None",
     ssi_numpy_method_call,
     "Uniform float64 values in [0, 1)." SIZE_HELP "Two 32-bit words a value.",
     SSI_NUMPY_RANDOM_SAMPLE,
     SSI_STYLE_CYTHON,
     NULL},
    {"random_integers",
     "low, high=None, size=None",
     ssi_numpy_random_integers,
     "Ints from low to high, both included, or from 1 to low without high; "
     "the draws of randint, as np.int64. Deprecated in NumPy." SIZE_HELP,
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"random_sample",
     "size=None",
     ssi_numpy_method_call,
     "Uniform float64 values in [0, 1)." SIZE_HELP "Two 32-bit words a value.",
     SSI_NUMPY_RANDOM_SAMPLE,
     SSI_STYLE_CYTHON,
     NULL},
    {"rayleigh",
     "scale=1.0, size=None",
     ssi_numpy_method_call,
     "scale * sqrt(-2 * log1p(-u)), one uniform a value. ValueError: scale <"
     " 0. Parameters may be arrays that broadcast together and to "
     "size." SIZE_HELP,
     SSI_NUMPY_RAYLEIGH,
     SSI_STYLE_CYTHON,
     NULL},
    {"seed",
     "seed=None",
     ssi_numpy_seed_call,
     "Start the stream again. seed is an int from 0 to 2**32 - 1, or a "
     "sequence or array of such ints (another stream than the int alone), or"
     " None: the operating system's entropy, so that each run differs. "
     "Forgets the kept second normal. ValueError: Seed must be between 0 and"
     " 2**32 - 1; TypeError for what is no int.",
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"set_state",
     "state",
     ssi_numpy_set_state,
     "Continue from a state that get_state gave: a tuple or list of 3 or 5 "
     "items, or the dict. Draws nothing.",
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"shuffle",
     "x",
     ssi_numpy_shuffle_call,
     "Shuffle a list or an array in place, along its first axis. One masked "
     "draw an item, from the last item down. TypeError for what cannot be "
     "changed, as a tuple.",
     0,
     SSI_STYLE_CYTHON,
     NULL},
    {"standard_cauchy",
     "size=None",
     ssi_numpy_method_call,
     "A ratio of two standard normals." SIZE_HELP,
     SSI_NUMPY_STANDARD_CAUCHY,
     SSI_STYLE_CYTHON,
     NULL},
    {"standard_exponential",
     "size=None",
     ssi_numpy_method_call,
     "-log(1 - u), one uniform a value." SIZE_HELP,
     SSI_NUMPY_STANDARD_EXPONENTIAL,
     SSI_STYLE_CYTHON,
     NULL},
    {"standard_gamma",
     "shape, size=None",
     ssi_numpy_method_call,
     "Gamma values of scale 1, drawn as gamma does. ValueError: shape < 0. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_STANDARD_GAMMA,
     SSI_STYLE_CYTHON,
     NULL},
    {"standard_normal",
     "size=None",
     ssi_numpy_method_call,
     "Standard normal float64 values. Marsaglia's polar method: four words "
     "or more a pair, of which the second value is kept for the next "
     "normal." SIZE_HELP,
     SSI_NUMPY_STANDARD_NORMAL,
     SSI_STYLE_CYTHON,
     NULL},
    {"standard_t",
     "df, size=None",
     ssi_numpy_method_call,
     "Student's t: a standard normal over the root of a gamma. ValueError: "
     "df <= 0. Parameters may be arrays that broadcast together and to "
     "size." SIZE_HELP,
     SSI_NUMPY_STANDARD_T,
     SSI_STYLE_CYTHON,
     NULL},
    {"triangular",
     "left, mode, right, size=None",
     ssi_numpy_method_call,
     "Triangular values, one uniform a value. ValueError: left > mode, mode "
     "> right, left == right. Parameters may be arrays that broadcast "
     "together and to size." SIZE_HELP,
     SSI_NUMPY_TRIANGULAR,
     SSI_STYLE_CYTHON,
     NULL},
    {"uniform",
     "low=0.0, high=1.0, size=None",
     ssi_numpy_method_call,
     "low + (high - low) * u with u uniform in [0, 1), two 32-bit words a "
     "value. OverflowError: Range exceeds valid bounds. Parameters may be "
     "arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_UNIFORM,
     SSI_STYLE_CYTHON,
     NULL},
    {"vonmises",
     "mu, kappa, size=None",
     ssi_numpy_method_call,
     "Angles in [-pi, pi]: uniform for a tiny kappa, else rejection with "
     "three uniforms a try. ValueError: kappa < 0. Parameters may be arrays "
     "that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_VONMISES,
     SSI_STYLE_CYTHON,
     NULL},
    {"wald",
     "mean, scale, size=None",
     ssi_numpy_method_call,
     "Inverse Gaussian values: a standard normal and a uniform a value. "
     "ValueError: mean <= 0, scale <= 0. Parameters may be arrays that "
     "broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_WALD,
     SSI_STYLE_CYTHON,
     NULL},
    {"weibull",
     "a, size=None",
     ssi_numpy_method_call,
     "e ** (1 / a) with e exponential. ValueError: a < 0. Parameters may be "
     "arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_WEIBULL,
     SSI_STYLE_CYTHON,
     NULL},
    {"zipf",
     "a, size=None",
     ssi_numpy_method_call,
     "Zipf counts, two uniforms a try. ValueError: a <= 1 or a is NaN. "
     "Parameters may be arrays that broadcast together and to size." SIZE_HELP,
     SSI_NUMPY_ZIPF,
     SSI_STYLE_CYTHON,
     NULL},
