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
    X(SS_ERR_TORCH_STATE_SIZE, 200, "RuntimeError",                            \
      "Expected a CPUGeneratorImplState of size 5056")                         \
    X(SS_ERR_TORCH_STATE, 201, "RuntimeError", "Invalid mt19937 state")        \
    X(SS_ERR_TORCH_FROM_TO, 202, "RuntimeError",                               \
      "random_ expects 'from' to be less than 'to'")                           \
    X(SS_ERR_TORCH_STD, 203, "RuntimeError",                                   \
      "normal expects all elements of std >= 0.0")                             \
    X(SS_ERR_TORCH_UNIFORM_RANGE, 204, "RuntimeError",                         \
      "uniform_ expects to return a [from, to) range")

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
