/* SPDX-License-Identifier: MIT
 * What a call answers: SS_OK, or the reason why it did nothing.
 *
 * A failed call changes neither its output nor the state it was given. Values
 * are pinned and only ever appended to. A function that cannot fail returns
 * void or its value.
 */
#ifndef SAMESEED_STATUS_H
#define SAMESEED_STATUS_H

#include <stddef.h>

#if defined(_WIN32)
#define SS_API
#elif defined(__GNUC__)
#define SS_API __attribute__((visibility("default")))
#else
#define SS_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* code, value, the original's exception class, the original's text */
#define SS_STATUS_TABLE(X)                                                     \
    X(SS_OK, 0, "", "no error")                                                \
    X(SS_ERR_MEMORY, 1, "MemoryError", "out of memory")                        \
    X(SS_ERR_IO, 2, "OSError", "input or output failed")                       \
    X(SS_ERR_ENTROPY, 3, "OSError", "the operating system gave no entropy")    \
    X(SS_ERR_SYNTAX, 4, "SyntaxError", "invalid syntax")                       \
    X(SS_ERR_UNSUPPORTED, 5, "NotImplementedError", "not supported")           \
    X(SS_ERR_ARGUMENT, 6, "ValueError", "invalid argument")                    \
    X(SS_ERR_STATE, 7, "ValueError", "not a valid state")                      \
    X(SS_ERR_DTYPE, 8, "TypeError", "unsupported dtype")                       \
    X(SS_ERR_EXCEPTION, 9, "Exception", "the script raised an exception")      \
    X(SS_ERR_PROFILE, 10, "ValueError", "not a key=value")                     \
    X(SS_ERR_PROFILE_KEY, 11, "ValueError", "not a key that is known")         \
    X(SS_ERR_PROFILE_TWICE, 12, "ValueError", "named twice")                   \
    X(SS_ERR_PROFILE_GPU, 13, "NotImplementedError", "not supported yet")      \
    X(SS_ERR_PROFILE_PLACE, 14, "ValueError",                                  \
      "it counts only before the first statement")                             \
    X(SS_ERR_NUMPY_SEED_RANGE, 100, "ValueError",                              \
      "Seed must be between 0 and 2**32 - 1")                                  \
    X(SS_ERR_NUMPY_SEED_EMPTY, 101, "ValueError", "Seed must be non-empty")    \
    X(SS_ERR_NUMPY_UNIFORM_RANGE, 102, "OverflowError",                        \
      "Range exceeds valid bounds")                                            \
    X(SS_ERR_NUMPY_SCALE_NEGATIVE, 103, "ValueError", "scale < 0")             \
    X(SS_ERR_NUMPY_LOW_HIGH, 104, "ValueError", "low >= high")                 \
    X(SS_ERR_NUMPY_LOW_BOUND, 105, "ValueError", "low is out of bounds")       \
    X(SS_ERR_NUMPY_HIGH_BOUND, 106, "ValueError", "high is out of bounds")     \
    X(SS_ERR_NUMPY_CHOICE_EMPTY, 107, "ValueError",                            \
      "'a' cannot be empty unless no samples are taken")                       \
    X(SS_ERR_NUMPY_CHOICE_SIZE, 108, "ValueError",                             \
      "Cannot take a larger sample than population when 'replace=False'")      \
    X(SS_ERR_NUMPY_P_NEGATIVE, 109, "ValueError",                              \
      "probabilities are not non-negative")                                    \
    X(SS_ERR_NUMPY_P_SUM, 110, "ValueError", "probabilities do not sum to 1")  \
    X(SS_ERR_NUMPY_P_NAN, 111, "ValueError", "probabilities contain NaN")      \
    X(SS_ERR_NUMPY_P_FEW, 112, "ValueError",                                   \
      "Fewer non-zero entries in p than size")                                 \
    X(SS_ERR_NUMPY_HIGH_ZERO, 113, "ValueError", "high <= 0")                  \
    X(SS_ERR_NUMPY_SEED_DIMS, 114, "ValueError", "Seed array must be 1-d")     \
    X(SS_ERR_NUMPY_SHAPE_NEGATIVE, 115, "ValueError", "shape < 0")             \
    X(SS_ERR_NUMPY_SIGMA_NEGATIVE, 116, "ValueError", "sigma < 0")             \
    X(SS_ERR_NUMPY_KAPPA_NEGATIVE, 117, "ValueError", "kappa < 0")             \
    X(SS_ERR_NUMPY_NONC_NEGATIVE, 118, "ValueError", "nonc < 0")               \
    X(SS_ERR_NUMPY_A_NEGATIVE, 119, "ValueError", "a < 0")                     \
    X(SS_ERR_NUMPY_N_NEGATIVE, 120, "ValueError", "n < 0")                     \
    X(SS_ERR_NUMPY_NGOOD_NEGATIVE, 121, "ValueError", "ngood < 0")             \
    X(SS_ERR_NUMPY_NBAD_NEGATIVE, 122, "ValueError", "nbad < 0")               \
    X(SS_ERR_NUMPY_A_NOT_POSITIVE, 123, "ValueError", "a <= 0")                \
    X(SS_ERR_NUMPY_B_NOT_POSITIVE, 124, "ValueError", "b <= 0")                \
    X(SS_ERR_NUMPY_DF_NOT_POSITIVE, 125, "ValueError", "df <= 0")              \
    X(SS_ERR_NUMPY_DFNUM_NOT_POSITIVE, 126, "ValueError", "dfnum <= 0")        \
    X(SS_ERR_NUMPY_DFDEN_NOT_POSITIVE, 127, "ValueError", "dfden <= 0")        \
    X(SS_ERR_NUMPY_MEAN_NOT_POSITIVE, 128, "ValueError", "mean <= 0")          \
    X(SS_ERR_NUMPY_SCALE_NOT_POSITIVE, 129, "ValueError", "scale <= 0")        \
    X(SS_ERR_NUMPY_N_NOT_POSITIVE, 130, "ValueError", "n <= 0")                \
    X(SS_ERR_NUMPY_ALPHA_NOT_POSITIVE, 131, "ValueError", "alpha <= 0")        \
    X(SS_ERR_NUMPY_P_UNIT, 132, "ValueError", "p < 0, p > 1 or p is NaN")      \
    X(SS_ERR_NUMPY_P_UNIT_ARRAY, 133, "ValueError",                            \
      "p < 0, p > 1 or p contains NaNs")                                       \
    X(SS_ERR_NUMPY_P_ABOVE_0, 134, "ValueError",                               \
      "p <= 0, p > 1 or p contains NaNs")                                      \
    X(SS_ERR_NUMPY_P_BELOW_1, 135, "ValueError", "p < 0, p >= 1 or p is NaN")  \
    X(SS_ERR_NUMPY_P_BELOW_1_ARRAY, 136, "ValueError",                         \
      "p < 0, p >= 1 or p contains NaNs")                                      \
    X(SS_ERR_NUMPY_A_ABOVE_1, 137, "ValueError", "a <= 1 or a is NaN")         \
    X(SS_ERR_NUMPY_A_ABOVE_1_ARRAY, 138, "ValueError",                         \
      "a <= 1 or a contains NaNs")                                             \
    X(SS_ERR_NUMPY_NSAMPLE, 139, "ValueError",                                 \
      "nsample < 1 or nsample is NaN")                                         \
    X(SS_ERR_NUMPY_NSAMPLE_ARRAY, 140, "ValueError",                           \
      "nsample < 1 or nsample contains NaNs")                                  \
    X(SS_ERR_NUMPY_LAM, 141, "ValueError", "lam < 0 or lam is NaN")            \
    X(SS_ERR_NUMPY_LAM_ARRAY, 142, "ValueError",                               \
      "lam < 0 or lam contains NaNs")                                          \
    X(SS_ERR_NUMPY_LAM_LARGE, 143, "ValueError", "lam value too large")        \
    X(SS_ERR_NUMPY_POPULATION, 144, "ValueError", "ngood + nbad < nsample")    \
    X(SS_ERR_NUMPY_LEFT_MODE, 145, "ValueError", "left > mode")                \
    X(SS_ERR_NUMPY_MODE_RIGHT, 146, "ValueError", "mode > right")              \
    X(SS_ERR_NUMPY_LEFT_RIGHT, 147, "ValueError", "left == right")             \
    X(SS_ERR_NUMPY_PVALS, 148, "ValueError",                                   \
      "pvals < 0, pvals > 1 or pvals contains NaNs")                           \
    X(SS_ERR_NUMPY_PVALS_SUM, 149, "ValueError", "sum(pvals[:-1]) > 1.0")      \
    X(SS_ERR_NUMPY_PVALS_DIMS, 150, "TypeError",                               \
      "pvals must be a 1-d sequence")                                          \
    X(SS_ERR_NUMPY_CHOICE_ZERO, 151, "ValueError",                             \
      "a must be greater than 0 unless no samples are taken")                  \
    X(SS_ERR_NUMPY_CHOICE_KIND, 152, "ValueError",                             \
      "a must be 1-dimensional or an integer")                                 \
    X(SS_ERR_NUMPY_CHOICE_DIMS, 153, "ValueError", "a must be 1-dimensional")  \
    X(SS_ERR_NUMPY_P_DIMS, 154, "ValueError", "'p' must be 1-dimensional")     \
    X(SS_ERR_NUMPY_P_SIZE, 155, "ValueError",                                  \
      "'a' and 'p' must have same size")                                       \
    X(SS_ERR_NUMPY_SIZE_NEGATIVE, 156, "ValueError",                           \
      "negative dimensions are not allowed")                                   \
    X(SS_ERR_NUMPY_CHOICE_SIZE_NEGATIVE, 157, "ValueError",                    \
      "Negative dimensions are not allowed")                                   \
    X(SS_ERR_NUMPY_PERMUTATION, 158, "IndexError",                             \
      "x must be an integer or at least 1-dimensional")                        \
    X(SS_ERR_NUMPY_ENDLESS, 159, "ValueError",                                 \
      "NumPy itself never returns for this argument")                          \
    X(SS_ERR_NUMPY_PVALS_SUM_CAST, 160, "ValueError",                          \
      "sum(pvals[:-1].astype(np.float64)) > 1.0. The pvals array is "          \
      "cast to 64-bit floating point prior to checking the sum. "              \
      "Precision changes when casting may cause problems even if the "         \
      "sum of the original pvals is valid.")                                   \
    X(SS_ERR_NUMPY_POOL_SIZE, 161, "ValueError",                               \
      "The size of the entropy pool should be at least 4")                     \
    X(SS_ERR_NUMPY_HIGH_LOW_NEGATIVE, 162, "ValueError", "high - low < 0")     \
    X(SS_ERR_NUMPY_HIGH_LOW_RANGE, 163, "OverflowError",                       \
      "high - low range exceeds valid bounds")                                 \
    X(SS_ERR_NUMPY_N_NAN, 164, "ValueError", "n must not be NaN")              \
    X(SS_ERR_NUMPY_N_LARGE, 165, "ValueError",                                 \
      "n too large or p too small, see Generator.negative_binomial Notes")     \
    X(SS_ERR_NUMPY_HYPERGEOMETRIC_MAX, 166, "ValueError",                      \
      "both ngood and nbad must be less than 1000000000")                      \
    X(SS_ERR_NUMPY_NSAMPLE_NEGATIVE, 167, "ValueError", "nsample < 0")         \
    X(SS_ERR_NUMPY_ALPHA_NEGATIVE, 168, "ValueError", "alpha < 0")             \
    X(SS_ERR_NUMPY_PVALS_EMPTY, 169, "ValueError",                             \
      "pvals must have at least 1 dimension and the last dimension of "        \
      "pvals must be greater than 0.")                                         \
    X(SS_ERR_NUMPY_MVHG_NSAMPLE, 170, "ValueError",                            \
      "nsample must be nonnegative.")                                          \
    X(SS_ERR_NUMPY_MVHG_COLORS, 171, "ValueError",                             \
      "colors must be a one-dimensional sequence of nonnegative integers "     \
      "not exceeding 9223372036854775807.")                                    \
    X(SS_ERR_NUMPY_MVHG_SUM, 172, "ValueError",                                \
      "sum(colors) must not exceed the maximum value of a 64 bit signed "      \
      "integer (9223372036854775807)")                                         \
    X(SS_ERR_NUMPY_MVHG_MARGINALS, 173, "ValueError",                          \
      "When method is \"marginals\", sum(colors) must be less than "           \
      "1000000000.")                                                           \
    X(SS_ERR_NUMPY_MVHG_COUNT, 174, "ValueError",                              \
      "When method is 'count', sum(colors) must not exceed "                   \
      "1152921504606846975")                                                   \
    X(SS_ERR_NUMPY_MVHG_LARGE, 175, "ValueError", "nsample > sum(colors)")     \
    X(SS_ERR_NUMPY_A_EMPTY, 176, "ValueError",                                 \
      "a cannot be empty unless no samples are taken")                         \
    X(SS_ERR_NUMPY_SAMPLE_LARGE, 177, "ValueError",                            \
      "Cannot take a larger sample than population when replace is False")     \
    X(SS_ERR_NUMPY_PROB_NAN, 178, "ValueError", "Probabilities contain NaN")   \
    X(SS_ERR_NUMPY_PROB_NEGATIVE, 179, "ValueError",                           \
      "Probabilities are not non-negative")                                    \
    X(SS_ERR_NUMPY_PROB_SUM, 180, "ValueError",                                \
      "Probabilities do not sum to 1. See Notes section of docstring for "     \
      "more information.")                                                     \
    X(SS_ERR_NUMPY_A_NOT_POSITIVE_INT, 181, "ValueError",                      \
      "a must be a positive integer unless no samples are taken")              \
    X(SS_ERR_NUMPY_LOW_GREATER, 182, "ValueError", "low > high")               \
    X(SS_ERR_NUMPY_HIGH_NEGATIVE, 183, "ValueError", "high < 0")               \
    X(SS_ERR_NUMPY_NO_LAPACK, 190, "NotImplementedError",                      \
      "multivariate_normal needs LAPACK; this build or machine has no "        \
      "LAPACKE")                                                               \
    X(SS_ERR_NUMPY_SVD, 191, "numpy.linalg.LinAlgError",                       \
      "SVD did not converge")                                                  \
    X(SS_ERR_NUMPY_EIGH, 192, "numpy.linalg.LinAlgError",                      \
      "Eigenvalues did not converge")                                          \
    X(SS_ERR_NUMPY_CHOLESKY, 193, "numpy.linalg.LinAlgError",                  \
      "Matrix is not positive definite")                                       \
    X(SS_ERR_NUMPY_RELEASE, 194, "ValueError",                                 \
      "not a NumPy release whose streams are known")                           \
    X(SS_ERR_NUMPY_OLD_LAPACK, 195, "NotImplementedError",                     \
      "multivariate_normal of more than 25 dimensions is not known of NumPy "  \
      "before 1.24")                                                           \
    X(SS_ERR_TORCH_STATE_SIZE, 200, "RuntimeError",                            \
      "Expected a CPUGeneratorImplState of size 5056")                         \
    X(SS_ERR_TORCH_STATE, 201, "RuntimeError", "Invalid mt19937 state")        \
    X(SS_ERR_TORCH_FROM_TO, 202, "RuntimeError",                               \
      "random_ expects 'from' to be less than 'to'")                           \
    X(SS_ERR_TORCH_STD, 203, "RuntimeError", "normal expects std >= 0.0")      \
    X(SS_ERR_TORCH_UNIFORM_RANGE, 204, "RuntimeError",                         \
      "uniform_ expects to return a [from, to) range")                         \
    X(SS_ERR_TORCH_FROM_BOUND, 205, "RuntimeError", "from is out of bounds")   \
    X(SS_ERR_TORCH_TO_BOUND, 206, "RuntimeError", "to is out of bounds")       \
    X(SS_ERR_TORCH_LAST_BOUND, 207, "RuntimeError", "to - 1 is out of bounds") \
    X(SS_ERR_TORCH_UNIFORM_LIMIT, 208, "RuntimeError",                         \
      "uniform_ expects to-from <= std::numeric_limits<T>::max()")             \
    X(SS_ERR_TORCH_FROM_TO_CAST, 209, "RuntimeError",                          \
      "random_ expects 'from' casted to dtype to be less than 'to' "           \
      "casted to dtype")                                                       \
    X(SS_ERR_TORCH_FROM_CAST, 210, "RuntimeError",                             \
      "random_ expects 'from' casted to dtype to be less than or equal "       \
      "to 'to_inc' casted to dtype")                                           \
    X(SS_ERR_TORCH_FULL_RANGE, 211, "RuntimeError",                            \
      "random_full_64_bits_range_kernel_cpu handles only int64, double, "      \
      "float and bfloat16")                                                    \
    X(SS_ERR_TORCH_STD_TENSOR, 212, "RuntimeError",                            \
      "normal expects all elements of std >= 0.0")                             \
    X(SS_ERR_TORCH_EXPONENTIAL, 213, "RuntimeError",                           \
      "exponential_ expects lambda > 0.0")                                     \
    X(SS_ERR_TORCH_GEOMETRIC, 214, "RuntimeError",                             \
      "geometric_ expects p to be in (0, 1)")                                  \
    X(SS_ERR_TORCH_CAUCHY, 215, "RuntimeError", "cauchy_ expects sigma > 0.0") \
    X(SS_ERR_TORCH_LOG_NORMAL, 216, "RuntimeError",                            \
      "log_normal_ expects std > 0.0")                                         \
    X(SS_ERR_TORCH_BERNOULLI, 217, "RuntimeError",                             \
      "bernoulli_ expects p to be in [0, 1]")                                  \
    X(SS_ERR_TORCH_BERNOULLI_TENSOR, 218, "RuntimeError",                      \
      "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  "           \
      "(Could this error message be improved?  If so, please report an "       \
      "enhancement request to PyTorch.)")                                      \
    X(SS_ERR_TORCH_POISSON, 219, "RuntimeError",                               \
      "invalid Poisson rate, expected rate to be non-negative")                \
    X(SS_ERR_TORCH_SAMPLES, 220, "RuntimeError",                               \
      "cannot sample n_sample <= 0 samples")                                   \
    X(SS_ERR_TORCH_SAMPLES_MANY, 221, "RuntimeError",                          \
      "cannot sample n_sample > prob_dist.size(-1) samples without "           \
      "replacement")                                                           \
    X(SS_ERR_TORCH_CATEGORIES, 222, "RuntimeError",                            \
      "number of categories cannot exceed 2^24")                               \
    X(SS_ERR_TORCH_PROBS, 223, "RuntimeError",                                 \
      "probability tensor contains either `inf`, `nan` or element < 0")        \
    X(SS_ERR_TORCH_PROBS_SUM, 224, "RuntimeError",                             \
      "invalid multinomial distribution (sum of probabilities <= 0)")          \
    X(SS_ERR_TORCH_PROBS_NEGATIVE, 225, "RuntimeError",                        \
      "invalid multinomial distribution (encountering probability "            \
      "entry < 0)")                                                            \
    X(SS_ERR_TORCH_PROBS_FINITE, 226, "RuntimeError",                          \
      "invalid multinomial distribution (encountering probability "            \
      "entry = infinity or NaN)")                                              \
    X(SS_ERR_TORCH_PROBS_EMPTY, 227, "RuntimeError",                           \
      "aminmax(): cannot compute aminmax over an empty dimension as the "      \
      "operation has no identity.")                                            \
    X(SS_ERR_TORCH_DROPOUT, 228, "ValueError",                                 \
      "dropout probability has to be between 0 and 1")                         \
    X(SS_ERR_TORCH_RRELU, 229, "RuntimeError",                                 \
      "Lower bound should be less than or equal to the upper bound")           \
    X(SS_ERR_TORCH_RANDPERM, 230, "RuntimeError",                              \
      "n cannot be greater than 2^digits+1 for a floating-point type")         \
    X(SS_ERR_TORCH_OVERFLOW, 231, "RuntimeError",                              \
      "value cannot be converted to the dtype without overflow")               \
    X(SS_ERR_TORCH_RELEASE, 240, "ValueError",                                 \
      "not a PyTorch release whose streams are known")                         \
    X(SS_ERR_TORCH_CPU, 241, "ValueError",                                     \
      "not a cpu whose streams are known")                                     \
    X(SS_ERR_TORCH_OLD_BERNOULLI, 242, "NotImplementedError",                  \
      "bernoulli_() with a number before PyTorch 2.0, which depends on the "   \
      "processor's maker, is not supported; bernoulli_() with a tensor is")    \
    X(SS_ERR_TORCH_OLD_EXPONENTIAL, 243, "NotImplementedError",                \
      "exponential_() of PyTorch 2.0 to 2.6, by MKL's own logarithm, is not "  \
      "supported; the profiles torch=1.13, torch=2.7 and later have it")       \
    X(SS_ERR_TORCH_OLD_TRUNC_NORMAL, 244, "NotImplementedError",               \
      "trunc_normal_() before PyTorch 2.12, by MKL's own erfinv, is not "      \
      "supported; the profiles torch=2.12 and later have it")                  \
    X(SS_ERR_PYTHON_EMPTY_RANGE, 300, "ValueError", "empty range")             \
    X(SS_ERR_PYTHON_SAMPLE, 301, "ValueError",                                 \
      "Sample larger than population or is negative")                          \
    X(SS_ERR_PYTHON_WEIGHTS_SUM, 302, "ValueError",                            \
      "Total of weights must be greater than zero")                            \
    X(SS_ERR_PYTHON_WEIGHTS_FINITE, 303, "ValueError",                         \
      "Total of weights must be finite")                                       \
    X(SS_ERR_PYTHON_INDEX, 304, "IndexError", "list index out of range")       \
    X(SS_ERR_PYTHON_GAMMA, 305, "ValueError",                                  \
      "gammavariate: alpha and beta must be > 0.0")                            \
    X(SS_ERR_PYTHON_OVERFLOW, 306, "OverflowError", "math range error")        \
    X(SS_ERR_PYTHON_POW_OVERFLOW, 307, "OverflowError",                        \
      "(34, 'Numerical result out of range')")                                 \
    X(SS_ERR_PYTHON_FLOAT_DIVISION, 308, "ZeroDivisionError",                  \
      "float division by zero")                                                \
    X(SS_ERR_PYTHON_MATH_DOMAIN, 309, "ValueError", "math domain error")       \
    X(SS_ERR_PYTHON_ZERO_POWER, 310, "ZeroDivisionError",                      \
      "0.0 cannot be raised to a negative power")

typedef enum ss_status {
#define SS_STATUS_ENUM(code, value, exception, text) code = value,
    SS_STATUS_TABLE(SS_STATUS_ENUM)
#undef SS_STATUS_ENUM
} ss_status;

/* The original's text for a status, without a full stop; never NULL. */
SS_API const char *ss_status_message(ss_status status);

/* The class the original raises: "ValueError", ...; "" for SS_OK. */
SS_API const char *ss_status_exception(ss_status status);

/* Where and why a reader of text gave up. msg is constant, never freed. */
typedef struct ss_diag {
    ss_status code;
    const char *msg;
    size_t byte; /* offset of the offending byte in the input */
} ss_diag;

#ifdef __cplusplus
}
#endif

#endif
