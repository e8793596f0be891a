/* SPDX-License-Identifier: MIT
 * What the fills of torch promise beside their values: PyTorch's checks, and
 * that a refused call, and an empty one, leaves everything as it was.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/torch.h>

static ss_torch_generator g, before;
static uint64_t out[64], untouched[64];

static void set_up(void)
{
    memset(&g, 0, sizeof g);
    ss_torch_manual_seed(&g, 23);
    before = g;
    memset(out, 0x5a, sizeof out);
    memcpy(untouched, out, sizeof out);
}

/* The call answers status, draws nothing and writes nothing. */
#define REFUSES(status, call)                                                  \
    do {                                                                       \
        set_up();                                                              \
        assert_int_equal(call, status);                                        \
        assert_memory_equal(&g, &before, sizeof g);                            \
        assert_memory_equal(out, untouched, sizeof out);                       \
    } while (0)

#define F32 SS_FLOAT32
#define F64 SS_FLOAT64
#define F16 SS_FLOAT16

static void uniform_checks_its_bounds(void **unused)
{
    REFUSES(SS_ERR_TORCH_UNIFORM_RANGE,
            ss_torch_uniform_fill(&g, F32, 2, 1, out, 3));
    REFUSES(SS_ERR_TORCH_FROM_BOUND,
            ss_torch_uniform_fill(&g, F32, NAN, 1, out, 3));
    REFUSES(SS_ERR_TORCH_TO_BOUND,
            ss_torch_uniform_fill(&g, F32, 0, 1e39, out, 3));
    REFUSES(SS_ERR_TORCH_TO_BOUND,
            ss_torch_uniform_fill(&g, F16, 0, 1e5, out, 3));
    REFUSES(SS_ERR_TORCH_TO_BOUND,
            ss_torch_uniform_fill(&g, SS_BFLOAT16, 0, INFINITY, out, 3));
    REFUSES(SS_ERR_TORCH_UNIFORM_LIMIT,
            ss_torch_uniform_fill(&g, F32, -3e38, 3e38, out, 3));
    REFUSES(SS_ERR_TORCH_UNIFORM_LIMIT,
            ss_torch_uniform_fill(&g, F64, -1.7e308, 1.7e308, out, 3));
    REFUSES(SS_ERR_TORCH_UNIFORM_RANGE,
            ss_torch_uniform_fill(&g, F32, 2, 1, out, 0));
    REFUSES(SS_OK, ss_torch_uniform_fill(&g, SS_COMPLEX64, 2, 1, out, 0));
    REFUSES(SS_ERR_DTYPE, ss_torch_uniform_fill(&g, SS_INT64, 0, 1, out, 3));
}

static void normal_checks_std(void **unused)
{
    float bad[] = {1, -1}, nan[] = {1, NAN}, mean[] = {0, 0};

    REFUSES(SS_ERR_TORCH_STD, ss_torch_normal_fill(&g, F32, 0, -1, out, 3));
    REFUSES(SS_ERR_TORCH_STD, ss_torch_normal_fill(&g, F32, 0, NAN, out, 3));
    REFUSES(SS_ERR_TORCH_STD, ss_torch_normal_fill(&g, F32, 0, -1, out, 0));
    REFUSES(SS_ERR_DTYPE, ss_torch_normal_fill(&g, SS_INT64, 0, 1, out, 3));
    REFUSES(SS_ERR_TORCH_STD_TENSOR,
            ss_torch_normal_tensor_fill(&g, F32, NULL, 0, bad, 0, out, 2));
    REFUSES(SS_ERR_TORCH_STD_TENSOR,
            ss_torch_normal_tensor_fill(&g, F32, mean, 0, nan, 0, out, 2));
    REFUSES(SS_ERR_TORCH_STD,
            ss_torch_normal_tensor_fill(&g, F32, mean, 0, NULL, -1, out, 2));
}

static void randint_checks_its_bounds(void **unused)
{
    REFUSES(SS_ERR_TORCH_FROM_TO,
            ss_torch_randint_fill(&g, SS_INT64, 5, 5, out, 3));
    REFUSES(SS_ERR_TORCH_LAST_BOUND,
            ss_torch_randint_fill(&g, SS_UINT8, 0, 300, out, 3));
    REFUSES(SS_ERR_TORCH_FROM_BOUND,
            ss_torch_randint_fill(&g, SS_UINT8, -1, 3, out, 3));
    REFUSES(SS_ERR_TORCH_FROM_BOUND,
            ss_torch_randint_fill(&g, SS_UINT64, -1, 3, out, 3));
    REFUSES(SS_ERR_TORCH_LAST_BOUND,
            ss_torch_randint_fill(&g, SS_BOOL, 0, 3, out, 3));
    REFUSES(SS_ERR_TORCH_LAST_BOUND,
            ss_torch_randint_fill(&g, F16, 0, 70000, out, 3));
    REFUSES(SS_ERR_DTYPE,
            ss_torch_randint_fill(&g, SS_COMPLEX64, 0, 3, out, 3));
    REFUSES(SS_ERR_TORCH_FROM_TO_CAST,
            ss_torch_randint_fill(&g, F32, (INT64_C(1) << 62) + 1,
                                  (INT64_C(1) << 62) + 2, out, 3));
    REFUSES(SS_ERR_TORCH_FROM_CAST,
            ss_torch_random_from_fill(&g, F32, 1 << 24, out, 3));
    REFUSES(SS_ERR_TORCH_FROM_BOUND,
            ss_torch_random_from_fill(&g, SS_UINT8, 300, out, 3));
    REFUSES(SS_ERR_TORCH_LAST_BOUND,
            ss_torch_random_from_fill(&g, SS_UINT64, 3, out, 3));
    REFUSES(SS_ERR_TORCH_FULL_RANGE,
            ss_torch_random_from_fill(&g, SS_INT32, INT64_MIN, out, 3));
    REFUSES(SS_ERR_DTYPE,
            ss_torch_random_from_fill(&g, F16, INT64_MIN, out, 3));
    REFUSES(SS_ERR_DTYPE, ss_torch_random_fill(&g, SS_UINT16, out, 3));
}

static void randperm_checks_the_dtype(void **unused)
{
    REFUSES(SS_ERR_TORCH_OVERFLOW,
            ss_torch_randperm_dtype_fill(&g, SS_UINT8, out, 257));
    REFUSES(SS_ERR_TORCH_OVERFLOW,
            ss_torch_randperm_dtype_fill(&g, SS_INT8, out, 129));
    REFUSES(SS_ERR_TORCH_RANDPERM,
            ss_torch_randperm_dtype_fill(&g, F16, out, 2050));
    REFUSES(SS_ERR_DTYPE, ss_torch_randperm_dtype_fill(&g, SS_BOOL, out, 2));
    REFUSES(SS_ERR_DTYPE, ss_torch_randperm_dtype_fill(&g, SS_UINT16, out, 2));
}

static void distributions_check_their_parameters(void **unused)
{
    REFUSES(SS_ERR_TORCH_EXPONENTIAL,
            ss_torch_exponential_fill(&g, F32, 0, out, 3));
    REFUSES(SS_ERR_TORCH_GEOMETRIC,
            ss_torch_geometric_fill(&g, F32, 1, out, 3));
    REFUSES(SS_ERR_TORCH_GEOMETRIC,
            ss_torch_geometric_fill(&g, F32, NAN, out, 3));
    REFUSES(SS_ERR_TORCH_CAUCHY, ss_torch_cauchy_fill(&g, F32, 0, 0, out, 3));
    REFUSES(SS_ERR_TORCH_LOG_NORMAL,
            ss_torch_log_normal_fill(&g, F32, 0, 0, out, 3));
    REFUSES(SS_ERR_TORCH_BERNOULLI,
            ss_torch_bernoulli_fill(&g, F32, 1.5, out, 3));
    REFUSES(SS_ERR_DTYPE, ss_torch_bernoulli_fill(&g, SS_UINT16, 0.5, out, 3));
    REFUSES(SS_ERR_DTYPE, ss_torch_geometric_fill(&g, SS_BOOL, 0.5, out, 3));
    REFUSES(SS_ERR_TORCH_DROPOUT,
            ss_torch_dropout_fill(&g, F32, -0.5, NULL, out, 3));
    REFUSES(SS_ERR_TORCH_RRELU,
            ss_torch_rrelu_fill(&g, F32, 0.3, 0.2, out, out, 0));
    REFUSES(SS_ERR_DTYPE, ss_torch_rrelu_fill(&g, F16, 0, 1, out, out, 0));
    REFUSES(SS_ERR_PYTHON_FLOAT_DIVISION,
            ss_torch_trunc_normal_fill(&g, F32, 0, 0, -1, 1, out, 3));
    REFUSES(SS_ERR_TORCH_STD,
            ss_torch_trunc_normal_fill(&g, F32, 0, -1, 1, -1, out, 3));
}

static void parameters_of_each_value_are_checked_first(void **unused)
{
    float rates[] = {1, -1}, p[] = {0.5f, 1.5f}, nan[] = {1, NAN};
    float half[] = {0.5f, 0.5f};

    REFUSES(SS_ERR_TORCH_POISSON,
            ss_torch_poisson_fill(&g, F32, rates, out, 2));
    REFUSES(SS_ERR_TORCH_POISSON, ss_torch_poisson_fill(&g, F32, nan, out, 2));
    REFUSES(SS_ERR_TORCH_BERNOULLI_TENSOR,
            ss_torch_bernoulli_tensor_fill(&g, F32, F32, p, out, 2));
    REFUSES(SS_ERR_ARGUMENT,
            ss_torch_binomial_fill(&g, F32, nan, half, out, 2));
    REFUSES(SS_ERR_DTYPE, ss_torch_gamma_fill(&g, F16, half, out, 2));
    REFUSES(SS_ERR_DTYPE, ss_torch_dirichlet_fill(&g, F16, half, 1, 2, out));
    REFUSES(SS_ERR_DTYPE, ss_torch_binomial_fill(&g, F16, half, half, out, 2));
}

static void multinomial_checks_its_weights(void **unused)
{
    float good[] = {1, 2}, less[] = {-1, 2}, zero[] = {0, 0};
    float nan[] = {NAN, 0}, inf[] = {INFINITY, 0};
    int64_t *to = (int64_t *)out;

#define MULTINOMIAL(status, p, rows, n, k, again)                              \
    REFUSES(status,                                                            \
            ss_torch_multinomial_fill(&g, F32, p, rows, n, k, again, to))
    MULTINOMIAL(SS_ERR_TORCH_SAMPLES_MANY, good, 1, 2, 3, false);
    MULTINOMIAL(SS_ERR_TORCH_SAMPLES, good, 1, 2, 0, false);
    MULTINOMIAL(SS_ERR_TORCH_SAMPLES, good, 1, 2, -1, true);
    MULTINOMIAL(SS_ERR_TORCH_PROBS, less, 1, 2, 1, false);
    MULTINOMIAL(SS_ERR_TORCH_PROBS, inf, 1, 2, 1, true);
    MULTINOMIAL(SS_ERR_TORCH_PROBS, nan, 1, 2, 2, false);
    MULTINOMIAL(SS_ERR_TORCH_PROBS_SUM, zero, 1, 2, 1, false);
    MULTINOMIAL(SS_ERR_TORCH_PROBS_NEGATIVE, less, 1, 2, 3, true);
    MULTINOMIAL(SS_ERR_TORCH_PROBS_NEGATIVE, nan, 1, 2, 3, true);
    MULTINOMIAL(SS_ERR_TORCH_PROBS_FINITE, inf, 1, 2, 3, true);
    MULTINOMIAL(SS_ERR_TORCH_PROBS_SUM, zero, 1, 2, 3, true);
    MULTINOMIAL(SS_ERR_TORCH_PROBS_EMPTY, good, 2, 0, 1, true);
    MULTINOMIAL(SS_ERR_TORCH_CATEGORIES, good, 1, (1 << 24) + 1, 1, true);
    MULTINOMIAL(SS_OK, good, 0, 3, 1, true);
#undef MULTINOMIAL
}

static void empty_fills_draw_nothing(void **unused)
{
    REFUSES(SS_OK, ss_torch_rand_fill(&g, F32, out, 0));
    REFUSES(SS_OK, ss_torch_randn_fill(&g, F64, out, 0));
    REFUSES(SS_OK, ss_torch_randint_fill(&g, SS_INT64, 0, 9, out, 0));
    REFUSES(SS_OK, ss_torch_random_fill(&g, SS_INT64, out, 0));
    REFUSES(SS_OK, ss_torch_randperm_dtype_fill(&g, F32, out, 0));
    REFUSES(SS_OK, ss_torch_exponential_fill(&g, F32, 1, out, 0));
    REFUSES(SS_OK, ss_torch_poisson_fill(&g, F32, out, out, 0));
    REFUSES(SS_OK, ss_torch_dirichlet_fill(&g, F32, out, 0, 5, out));
    REFUSES(SS_OK, ss_torch_dropout_fill(&g, F32, 0.5, out, out, 0));
    REFUSES(SS_OK, ss_torch_trunc_normal_fill(&g, F32, 0, 1, -1, 1, out, 0));
}

static void the_typed_fills_are_the_same(void **unused)
{
    float x[40], y[40];
    double u[40], v[40];

#define SAME(name, ...)                                                        \
    do {                                                                       \
        ss_torch_generator copy;                                               \
        set_up();                                                              \
        copy = g;                                                              \
        assert_int_equal(ss_torch_##name##_f32_fill(&g, __VA_ARGS__, x, 40),   \
                         SS_OK);                                               \
        assert_int_equal(                                                      \
            ss_torch_##name##_fill(&copy, F32, __VA_ARGS__, y, 40), SS_OK);    \
        assert_int_equal(ss_torch_##name##_f64_fill(&g, __VA_ARGS__, u, 40),   \
                         SS_OK);                                               \
        assert_int_equal(                                                      \
            ss_torch_##name##_fill(&copy, F64, __VA_ARGS__, v, 40), SS_OK);    \
        assert_memory_equal(x, y, sizeof x);                                   \
        assert_memory_equal(u, v, sizeof u);                                   \
        assert_memory_equal(&g, &copy, sizeof g);                              \
    } while (0)
    SAME(uniform, 1.0, 3.0);
    SAME(normal, 1.0, 3.0);
    SAME(bernoulli, 0.5);
    SAME(exponential, 2.0);
    SAME(geometric, 0.5);
    SAME(cauchy, 1.0, 3.0);
    SAME(log_normal, 1.0, 3.0);
#undef SAME
}

/* AArch64: contracted as AVX2 but for the vector path of float32, which goes
 * through the C library as in the profile default. */
static void aarch64_is_made_of_the_other_two(void **unused)
{
    static const size_t sizes[] = {3, 40};

    for (int dtype = F16; dtype <= F64; dtype++) {
        for (int i = 0; i < 2; i++) {
            size_t n = sizes[i];
            ss_torch_generator arm = {.capability = SS_TORCH_AARCH64}, other;
            uint64_t a[40], b[40];
            ss_torch_reseed(&arm, 5);
            other = arm;
            other.capability = n < 16 ? SS_TORCH_AVX2 : SS_TORCH_DEFAULT;
            ss_torch_normal_fill(&arm, (ss_dtype)dtype, 0.3, 1.7, a, n);
            ss_torch_normal_fill(&other, (ss_dtype)dtype, 0.3, 1.7, b, n);
            assert_memory_equal(a, b, n * ss_dtype_size((ss_dtype)dtype));
            other.capability = SS_TORCH_AVX2;
            ss_torch_uniform_fill(&arm, (ss_dtype)dtype, 0.3, 1.7, a, n);
            ss_torch_uniform_fill(&other, (ss_dtype)dtype, 0.3, 1.7, b, n);
            assert_memory_equal(a, b, n * ss_dtype_size((ss_dtype)dtype));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uniform_checks_its_bounds),
        cmocka_unit_test(normal_checks_std),
        cmocka_unit_test(randint_checks_its_bounds),
        cmocka_unit_test(randperm_checks_the_dtype),
        cmocka_unit_test(distributions_check_their_parameters),
        cmocka_unit_test(parameters_of_each_value_are_checked_first),
        cmocka_unit_test(multinomial_checks_its_weights),
        cmocka_unit_test(empty_fills_draw_nothing),
        cmocka_unit_test(the_typed_fills_are_the_same),
        cmocka_unit_test(aarch64_is_made_of_the_other_two),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
