/* SPDX-License-Identifier: MIT
 * Sums along axes: cascades over vectors of lanes where the memory is
 * contiguous along the reduced axis or beside it, over single values
 * elsewhere. Floats are held as doubles and rounded after each addition,
 * which gives the bits of float additions.
 * Learned from: PyTorch 2.13.0 (aten/src/ATen/native/cpu/SumKernel.cpp).
 */
#include <string.h>

#include "array/half.h"
#include "torch/reduce.h"

#define LEVELS 4
#define ROWS 4
#define MAX_LANES 8

typedef struct job {
    ss_dtype dtype;
    size_t size;  /* of an element */
    size_t width; /* bytes of a vector */
    bool narrow;  /* additions round to float */
    bool pairs;   /* a vector of halves is folded to one of floats */
} job;

static double load(const job *j, const char *p)
{
    uint16_t h;
    float f;
    double d;

    switch (j->dtype) {
    case SS_FLOAT64:
        memcpy(&d, p, sizeof d);
        return d;
    case SS_FLOAT32:
        memcpy(&f, p, sizeof f);
        return (double)f;
    default:
        memcpy(&h, p, sizeof h);
        return j->dtype == SS_FLOAT16 ? ssi_half_to_double(h)
                                      : ssi_bfloat16_to_double(h);
    }
}

static double add(const job *j, double a, double b)
{
    return j->narrow ? (double)(float)(a + b) : a + b;
}

static void store(const job *j, char *p, double x)
{
    uint16_t h;
    float f = (float)x;

    if (j->dtype == SS_FLOAT64) {
        memcpy(p, &x, sizeof x);
    } else if (j->dtype == SS_FLOAT32) {
        memcpy(p, &f, sizeof f);
    } else {
        h = j->dtype == SS_FLOAT16 ? ssi_double_to_half_by_float(x)
                                   : ssi_float_to_bfloat16(f);
        memcpy(p, &h, sizeof h);
    }
}

static void accumulate(const job *j, char *p, double x)
{
    store(j, p, add(j, load(j, p), x));
}

/* Lane k of the vector at p; lanes 1: the value at p. */
static double lane(const job *j, const char *p, size_t k, size_t lanes)
{
    double x = load(j, p + k * j->size);

    if (lanes > 1 && j->pairs)
        x = add(j, x, load(j, p + (k + lanes) * j->size));
    return x;
}

static size_t step_bits(size_t size)
{
    size_t bits = 0;

    while (bits < 62 && ((size_t)1 << bits) < size)
        bits++;
    return bits / LEVELS > 4 ? bits / LEVELS : 4;
}

static void add_row(const job *j, double *acc, const char *p, ptrdiff_t column,
                    size_t lanes)
{
    for (size_t r = 0; r < ROWS; r++)
        for (size_t k = 0; k < lanes; k++)
            acc[r * lanes + k] =
                add(j, acc[r * lanes + k],
                    lane(j, p + (ptrdiff_t)r * column, k, lanes));
}

static void carry(const job *j, double *to, double *from, size_t count,
                  bool clear)
{
    for (size_t k = 0; k < count; k++) {
        to[k] = add(j, to[k], from[k]);
        if (clear)
            from[k] = 0;
    }
}

/* size rows of ROWS columns of lanes values, each summed by itself. */
static void sum_rows(const job *j, const char *data, ptrdiff_t row,
                     ptrdiff_t column, size_t size, size_t lanes, double *out)
{
    double acc[LEVELS][ROWS * MAX_LANES] = {{0}};
    size_t bits = step_bits(size), step = (size_t)1 << bits, i = 0;
    size_t count = ROWS * lanes;

    while (i + step <= size) {
        for (size_t end = i + step; i < end; i++)
            add_row(j, acc[0], data + (ptrdiff_t)i * row, column, lanes);
        for (size_t to = 1; to < LEVELS; to++) {
            carry(j, acc[to], acc[to - 1], count, true);
            if ((i & ((step - 1) << (to * bits))) != 0)
                break;
        }
    }
    for (; i < size; i++)
        add_row(j, acc[0], data + (ptrdiff_t)i * row, column, lanes);
    for (size_t from = 1; from < LEVELS; from++)
        carry(j, acc[0], acc[from], count, false);
    memcpy(out, acc[0], count * sizeof *out);
}

/* size values or vectors, by ROWS interleaved sums. */
static void sum_row(const job *j, const char *data, ptrdiff_t stride,
                    size_t size, size_t lanes, double *out)
{
    double sums[ROWS * MAX_LANES];
    size_t groups = size / ROWS;

    sum_rows(j, data, stride * ROWS, stride, groups, lanes, sums);
    for (size_t i = groups * ROWS; i < size; i++)
        for (size_t k = 0; k < lanes; k++)
            sums[k] = add(j, sums[k],
                          lane(j, data + (ptrdiff_t)i * stride, k, lanes));
    for (size_t r = 1; r < ROWS; r++)
        carry(j, sums, sums + r * lanes, lanes, false);
    memcpy(out, sums, lanes * sizeof *out);
}

/* One step of the iterator: two axes. */
typedef struct block {
    size_t size[2];
    ptrdiff_t in[2], out[2];
    const char *data;
    char *result;
} block;

static void inner_vectors(const job *full, const block *b)
{
    job j = *full;
    size_t lanes, count, per;
    double sums[MAX_LANES];

    j.pairs = j.size == 2;
    per = j.width / j.size;
    lanes = j.pairs ? per / 2 : per;
    count = b->size[0] / per;
    for (size_t i = 0; i < b->size[1]; i++) {
        const char *row = b->data + (ptrdiff_t)i * b->in[1];
        double total = 0;
        sum_row(&j, row, (ptrdiff_t)j.width, count, lanes, sums);
        for (size_t k = count * per; k < b->size[0]; k++)
            total = add(&j, total, load(&j, row + k * j.size));
        for (size_t k = 0; k < lanes; k++)
            total = add(&j, total, sums[k]);
        accumulate(&j, b->result + (ptrdiff_t)i * b->out[1], total);
    }
}

static void store_lanes(const job *j, const block *b, size_t at,
                        const double *sums, size_t count)
{
    for (size_t k = 0; k < count; k++)
        accumulate(j, b->result + (ptrdiff_t)(at + k) * b->out[1], sums[k]);
}

/* Columns beside each other: whole vectors of them first. */
static void outer_columns(const job *j, const block *b, size_t lanes)
{
    ptrdiff_t column = lanes > 1 ? (ptrdiff_t)(lanes * j->size) : b->in[1];
    double sums[ROWS * MAX_LANES];
    size_t at = 0;

    for (; at + ROWS * lanes <= b->size[1]; at += ROWS * lanes) {
        sum_rows(j, b->data + (ptrdiff_t)at * b->in[1], b->in[0], column,
                 b->size[0], lanes, sums);
        store_lanes(j, b, at, sums, ROWS * lanes);
    }
    for (; lanes > 1 && at + lanes <= b->size[1]; at += lanes) {
        sum_row(j, b->data + (ptrdiff_t)at * b->in[1], b->in[0], b->size[0],
                lanes, sums);
        store_lanes(j, b, at, sums, lanes);
    }
    for (; at < b->size[1]; at++) {
        sum_row(j, b->data + (ptrdiff_t)at * b->in[1], b->in[0], b->size[0], 1,
                sums);
        store_lanes(j, b, at, sums, 1);
    }
}

static void inner_values(const job *j, const block *b)
{
    double sum;

    for (size_t i = 0; i < b->size[1]; i++) {
        sum_row(j, b->data + (ptrdiff_t)i * b->in[1], b->in[0], b->size[0], 1,
                &sum);
        accumulate(j, b->result + (ptrdiff_t)i * b->out[1], sum);
    }
}

static void swap_axes(block *b)
{
    size_t size = b->size[0];
    ptrdiff_t in = b->in[0], out = b->out[0];

    b->size[0] = b->size[1];
    b->in[0] = b->in[1];
    b->out[0] = b->out[1];
    b->size[1] = size;
    b->in[1] = in;
    b->out[1] = out;
}

static void sum_block(const job *j, block b)
{
    size_t per = j->width / j->size; /* elements of a vector */

    if (b.out[0] != 0 && b.out[1] == 0)
        swap_axes(&b);
    if (b.out[0] != 0 && b.out[1] != 0) { /* nothing to reduce */
        for (size_t i = 0; i < b.size[1]; i++)
            for (size_t k = 0; k < b.size[0]; k++)
                accumulate(j,
                           b.result + (ptrdiff_t)i * b.out[1]
                               + (ptrdiff_t)k * b.out[0],
                           load(j, b.data + (ptrdiff_t)i * b.in[1]
                                       + (ptrdiff_t)k * b.in[0]));
        return;
    }
    if (b.in[0] == (ptrdiff_t)j->size && b.size[0] >= per)
        inner_vectors(j, &b);
    else if (b.in[1] == (ptrdiff_t)j->size && b.size[1] >= per)
        outer_columns(j, &b, j->size == 2 ? per / 2 : per);
    else if (b.in[0] < b.in[1])
        inner_values(j, &b);
    else
        outer_columns(j, &b, 1);
}

void ssi_torch_sum_axes(const ssi_torch_plan *plan,
                        ss_torch_capability capability, ss_dtype dtype,
                        const void *data, void *result)
{
    job j = {dtype, ss_dtype_size(dtype),
             capability == SS_TORCH_AARCH64 ? 16 : 32, dtype != SS_FLOAT64,
             false};
    size_t index[SS_ARRAY_MAX_DIMS] = {0};
    block b = {{1, 1}, {0, 0}, {0, 0}, data, result};

    for (uint32_t i = 0; i < plan->ndim && i < 2; i++) {
        b.size[i] = plan->shape[i];
        b.in[i] = plan->in[i];
        b.out[i] = plan->out[i];
    }
    for (uint32_t i = 0; i < plan->ndim; i++)
        if (plan->shape[i] == 0)
            return;
    for (;;) {
        uint32_t i = 2;
        sum_block(&j, b);
        for (; i < plan->ndim; i++) {
            b.data += plan->in[i];
            b.result += plan->out[i];
            if (++index[i] < plan->shape[i])
                break;
            b.data -= (ptrdiff_t)plan->shape[i] * plan->in[i];
            b.result -= (ptrdiff_t)plan->shape[i] * plan->out[i];
            index[i] = 0;
        }
        if (i >= plan->ndim)
            return;
    }
}
