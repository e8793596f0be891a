/* SPDX-License-Identifier: MIT
 * torch.nn.init.orthogonal_(): orthonormal vectors, a triangle that turns them
 * into the normals, the draws of normal_().
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/torch.h>

#define MOST 40

static double q[MOST * MOST], normals[MOST * MOST];

/* Vector j of the shorter side, element i. */
static double at(const double *x, size_t rows, size_t columns, size_t j,
                 size_t i)
{
    return rows < columns ? x[j * columns + i] : x[i * columns + j];
}

static double dot(const double *x, const double *y, size_t rows, size_t columns,
                  size_t j, size_t k)
{
    size_t n = rows < columns ? columns : rows;
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += at(x, rows, columns, j, i) * at(y, rows, columns, k, i);
    return sum;
}

static void check(size_t rows, size_t columns)
{
    size_t shorter = rows < columns ? rows : columns;
    ss_torch_generator g, h;
    uint8_t state[2][SS_TORCH_STATE_SIZE];

    ss_torch_generator_init(&g);
    ss_torch_generator_init(&h);
    assert_int_equal(
        ss_torch_orthogonal_fill(&g, SS_FLOAT64, 2.0, rows, columns, q), SS_OK);
    assert_int_equal(
        ss_torch_normal_fill(&h, SS_FLOAT64, 0, 1, normals, rows * columns),
        SS_OK);
    ss_torch_get_state(&g, state[0]);
    ss_torch_get_state(&h, state[1]);
    assert_memory_equal(state[0], state[1], sizeof state[0]);
    for (size_t j = 0; j < shorter; j++)
        for (size_t k = 0; k <= j; k++) {
            double off = dot(q, q, rows, columns, j, k) / 4 - (j == k);
            double part = dot(q, normals, rows, columns, j, k);
            assert_true(off < 1e-14 && off > -1e-14);
            assert_true(j == k ? part > 0 : part < 1e-12 && part > -1e-12);
        }
}

static void matrices_are_orthogonal(void **state)
{
    (void)state;
    check(1, 1);
    check(3, 3);
    check(2, 7);
    check(7, 2);
    check(MOST, MOST);
    check(MOST, 13);
    check(13, MOST);
}

static void a_single_value_is_the_gain(void **state)
{
    ss_torch_generator g;
    float x = 0;

    (void)state;
    ss_torch_generator_init(&g);
    assert_int_equal(ss_torch_orthogonal_fill(&g, SS_FLOAT32, 0.5, 1, 1, &x),
                     SS_OK);
    assert_true(x == 0.5f);
    assert_int_equal(ss_torch_orthogonal_fill(&g, SS_INT32, 1, 1, 1, &x),
                     SS_ERR_DTYPE);
    assert_int_equal(ss_torch_orthogonal_fill(&g, SS_FLOAT32, 1, 0, 5, &x),
                     SS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matrices_are_orthogonal),
        cmocka_unit_test(a_single_value_is_the_gain),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
