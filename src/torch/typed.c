/* SPDX-License-Identifier: MIT
 * The fills of one element type: what takes a dtype, with it named.
 */
#include <sameseed/torch.h>

/* The two functions of an operation with one or two double parameters. */
#define ONE(name, parameter)                                                   \
    ss_status ss_torch_##name##_f32_fill(                                      \
        ss_torch_generator *g, double parameter, float *out, size_t n)         \
    {                                                                          \
        return ss_torch_##name##_fill(g, SS_FLOAT32, parameter, out, n);       \
    }                                                                          \
    ss_status ss_torch_##name##_f64_fill(                                      \
        ss_torch_generator *g, double parameter, double *out, size_t n)        \
    {                                                                          \
        return ss_torch_##name##_fill(g, SS_FLOAT64, parameter, out, n);       \
    }

#define TWO(name, first, second)                                               \
    ss_status ss_torch_##name##_f32_fill(ss_torch_generator *g, double first,  \
                                         double second, float *out, size_t n)  \
    {                                                                          \
        return ss_torch_##name##_fill(g, SS_FLOAT32, first, second, out, n);   \
    }                                                                          \
    ss_status ss_torch_##name##_f64_fill(ss_torch_generator *g, double first,  \
                                         double second, double *out, size_t n) \
    {                                                                          \
        return ss_torch_##name##_fill(g, SS_FLOAT64, first, second, out, n);   \
    }

/* ... and with a parameter for each value. */
#define EACH(name, parameter)                                                  \
    ss_status ss_torch_##name##_f32_fill(                                      \
        ss_torch_generator *g, const float *parameter, float *out, size_t n)   \
    {                                                                          \
        return ss_torch_##name##_fill(g, SS_FLOAT32, parameter, out, n);       \
    }                                                                          \
    ss_status ss_torch_##name##_f64_fill(                                      \
        ss_torch_generator *g, const double *parameter, double *out, size_t n) \
    {                                                                          \
        return ss_torch_##name##_fill(g, SS_FLOAT64, parameter, out, n);       \
    }

ONE(bernoulli, p)
ONE(exponential, lambda)
ONE(geometric, p)
TWO(cauchy, median, sigma)
TWO(log_normal, mean, std)
EACH(poisson, rate)
EACH(gamma, alpha)
