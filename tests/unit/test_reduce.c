/* SPDX-License-Identifier: MIT
 * Reductions along axes give the bits that PyTorch gave: the lines of
 * tests/vectors/torch/reductions.kat.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "array/half.h"
#include "torch/reduce.h"

#define MOST 20000 /* elements of a tensor */

static uint64_t data[MOST], result[MOST];

typedef struct line {
    char op[8], dtype[16], lists[3][64];
    unsigned long long digest;
} line;

static size_t read_list(const char *text, size_t *out)
{
    size_t count = 0;

    while (*text) {
        out[count++] = strtoul(text, (char **)&text, 10);
        text += *text == ',';
    }
    return count;
}

static void put(ss_dtype dtype, void *items, size_t i, double x)
{
    if (dtype == SS_FLOAT64)
        ((double *)items)[i] = x;
    else if (dtype == SS_FLOAT32)
        ((float *)items)[i] = (float)x;
    else
        ((uint16_t *)items)[i] = dtype == SS_FLOAT16
                                     ? ssi_double_to_half_by_float(x)
                                     : ssi_double_to_bfloat16(x);
}

static ss_dtype dtype_of(const char *name)
{
    for (int d = SS_FLOAT16; d <= SS_FLOAT64; d++)
        if (strcmp(ss_dtype_name((ss_dtype)d), name) == 0)
            return (ss_dtype)d;
    fail_msg("no dtype %s", name);
    return SS_BOOL;
}

/* The tensor of a line, and the size of its reduction. */
static size_t make_tensor(const line *l, ss_array *a, bool *reduced)
{
    size_t sizes[8], order[8], axes[8], n, count = 1;
    ss_dtype dtype = dtype_of(l->dtype);
    bool product = strcmp(l->op, "prod") == 0;
    uint32_t ndim = (uint32_t)read_list(l->lists[0], sizes);
    ss_array plain = ss_array_borrow(dtype, ndim, sizes, data);

    n = ss_array_size(&plain);
    for (size_t i = 0; i < n; i++) {
        double x = (double)((uint32_t)(i * UINT64_C(2654435761)) >> 21);
        x = x / 128 - 6;
        put(dtype, data, i, product ? 1 + x / 64 : x);
    }
    *a = plain;
    read_list(l->lists[1], order);
    for (uint32_t i = 0; i < ndim; i++) {
        a->shape[i] = plain.shape[order[i]];
        a->strides[i] = plain.strides[order[i]];
        reduced[i] = false;
    }
    n = read_list(l->lists[2], axes);
    for (size_t i = 0; i < n; i++)
        reduced[axes[i]] = true;
    for (uint32_t i = 0; i < ndim; i++)
        count *= reduced[i] ? 1 : a->shape[i];
    for (size_t i = 0; i < count; i++)
        put(dtype, result, i, product);
    return count;
}

static void check_line(const line *l, int number)
{
    bool reduced[8];
    ss_array a;
    ssi_torch_plan plan;
    size_t bytes = make_tensor(l, &a, reduced) * ss_dtype_size(a.dtype);
    uint64_t h = UINT64_C(0xcbf29ce484222325);

    ssi_torch_plan_reduction(&a, reduced, a.itemsize, &plan);
    if (strcmp(l->op, "sum") == 0 && ssi_torch_sum_by_float(&plan, a.dtype))
        return; /* the caller's work */
    if (strcmp(l->op, "sum") == 0)
        ssi_torch_sum_axes(&plan, SS_TORCH_AVX2, a.dtype, data, result);
    else if (strcmp(l->op, "prod") == 0)
        ssi_torch_prod_axes(&plan, SS_TORCH_AVX2, a.dtype, data, result);
    else
        ssi_torch_variance_axes(&plan, SS_TORCH_AVX2, a.dtype, data, 1,
                                strcmp(l->op, "std") == 0, result);
    for (size_t i = 0; i < bytes; i++)
        h = (h ^ ((unsigned char *)result)[i]) * UINT64_C(0x100000001b3);
    if (h != l->digest)
        fail_msg("reductions.kat:%d: %s %s of %s: %016llx", number, l->op,
                 l->dtype, l->lists[0], (unsigned long long)h);
}

static void test_vectors(void **state)
{
    FILE *f = fopen(SS_TEST_DIR "/vectors/torch/reductions.kat", "r");
    char text[300];
    int number = 0, checked = 0;
    line l;

    (void)state;
    assert_non_null(f);
    while (fgets(text, sizeof text, f)) {
        number++;
        if (*text == '#')
            continue;
        assert_int_equal(6, sscanf(text, "%7s %15s %63s %63s %63s %llx", l.op,
                                   l.dtype, l.lists[0], l.lists[1], l.lists[2],
                                   &l.digest));
        check_line(&l, number);
        checked++;
    }
    fclose(f);
    assert_true(checked > 150);
}

/* Two passes over all elements, in double. */
static void test_variance_of_all(void **state)
{
    static const float x[] = {1, 2, 3, 4};
    bool reduced = true;
    ss_array a = ss_array_borrow(SS_FLOAT32, 1, (size_t[]){4}, (void *)x);
    ssi_torch_plan plan;

    (void)state;
    ssi_torch_plan_reduction(&a, &reduced, 4, &plan);
    assert_true(ssi_torch_variance_of_all(&plan, SS_FLOAT32, x, 2.5, 0, false)
                == 1.25);
    assert_true(ssi_torch_variance_of_all(&plan, SS_FLOAT32, x, 2.5, 1, true)
                == 0x1.4a7e9cb8a3491p+0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vectors),
        cmocka_unit_test(test_variance_of_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
