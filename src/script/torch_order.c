/* SPDX-License-Identifier: MIT
 * Extremes, sorting and cumulated sums along an axis.
 * Learned from: PyTorch 2.13.0 (ATen/native/TensorCompare.cpp, Sorting.cpp,
 * cpu/ReduceOpsKernel.cpp) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/torch_rows.h"
#include "script/torch_named.h"
#include "torch/topk.h"

/* One line of a tensor along an axis. */
typedef struct line {
    const ss_array *a;
    const char *data;
    ptrdiff_t stride;
    size_t n;
} line;

static void load(const line *l, size_t i, ssi_number *out)
{
    ssi_number_load(l->a->dtype, l->data + (ptrdiff_t)i * l->stride, out);
}

/* NaN is the largest. */
static int compare(const ssi_number *a, const ssi_number *b)
{
    if (a->kind == 'f') {
        bool x = a->f != a->f, y = b->f != b->f;
        if (x || y)
            return x - y;
        return (a->f > b->f) - (a->f < b->f);
    }
    if (a->kind == 'i')
        return (a->i > b->i) - (a->i < b->i);
    return (a->u > b->u) - (a->u < b->u);
}

static bool is_nan(const ssi_number *n)
{
    return n->kind == 'f' && n->f != n->f;
}

/* The first of the largest (or smallest) values; NaN beats all. */
static size_t find_extreme(const line *l, bool largest)
{
    ssi_number best, x;
    size_t at = 0;
    load(l, 0, &best);
    for (size_t i = 1; i < l->n && !is_nan(&best); i++) {
        load(l, i, &x);
        if (is_nan(&x)
            || (largest ? compare(&x, &best) > 0 : compare(&x, &best) < 0)) {
            best = x;
            at = i;
        }
    }
    return at;
}

/* --- walks over all lines of an axis --- */
typedef struct lines {
    ss_array rest; /* the tensor without the axis */
    ssi_walk walk;
    size_t count;
    line line;
} lines;

static void start_lines(lines *w, const ss_array *a, size_t axis)
{
    w->rest = *a;
    w->line = (line){a, a->data, (ptrdiff_t)a->itemsize, 1};
    if (a->ndim) {
        w->line.n = a->shape[axis];
        w->line.stride = a->strides[axis];
        w->rest.ndim--;
        memmove(w->rest.shape + axis, w->rest.shape + axis + 1,
                (w->rest.ndim - axis) * sizeof *w->rest.shape);
        memmove(w->rest.strides + axis, w->rest.strides + axis + 1,
                (w->rest.ndim - axis) * sizeof *w->rest.strides);
    }
    w->count = ss_array_size(&w->rest);
    ssi_walk_start(&w->walk, &w->rest);
    w->line.data = w->walk.item;
}

static void next_line(lines *w)
{
    ssi_walk_next(&w->walk);
    w->line.data = w->walk.item;
}

/* --- max, min, argmax, argmin, amax, amin --- */
static bool check_dtype(ss_session *s, int op, const ss_array *a, bool all)
{
    bool arg = op == SSI_TORCH_ARGMAX || op == SSI_TORCH_ARGMIN;
    bool high =
        op == SSI_TORCH_MAX || op == SSI_TORCH_ARGMAX || op == SSI_TORCH_AMAX;
    char what[24];
    bool wide =
        a->dtype == SS_UINT16 || a->dtype == SS_UINT32 || a->dtype == SS_UINT64;
    if (arg && a->dtype == SS_BOOL)
        return ssi_raise(s, "RuntimeError", "%s(): does not support bool input",
                         high ? "argmax" : "argmin");
    if (!wide && !ssi_dtype_is_complex(a->dtype))
        return true;
    if (arg || op >= SSI_TORCH_AMAX || !all)
        return ssi_unsupported(s, "%s of this dtype", high ? "max" : "min");
    strcpy(what, high ? "max_all" : "min_all");
    return ssi_torch_raise_dtype(s, what, a->dtype);
}

static bool raise_empty(ss_session *s, const char *name, int op)
{
    bool arg = op == SSI_TORCH_ARGMAX || op == SSI_TORCH_ARGMIN;
    return ssi_raise(s, arg ? "IndexError" : "RuntimeError",
                     !arg ? "%s(): Expected reduction dim to be specified for "
                            "input.numel() == 0. Specify the reduction dim "
                            "with the 'dim' argument."
                          : "%s(): Expected reduction dim to be specified for "
                            "input.numel() == 0.",
                     name);
}

/* Of all elements, in C order. */
static bool extreme_of_all(ss_session *s, const char *name, int op,
                           const ss_array *a, ssi_value *out)
{
    bool high =
        op == SSI_TORCH_MAX || op == SSI_TORCH_ARGMAX || op == SSI_TORCH_AMAX;
    bool arg = op == SSI_TORCH_ARGMAX || op == SSI_TORCH_ARGMIN;
    size_t n = ss_array_size(a), at = 0;
    ssi_number best = {0}, x;
    ssi_walk walk;
    if (!check_dtype(s, op, a, true))
        return false;
    if (n == 0)
        return raise_empty(s, name, op);
    ssi_walk_start(&walk, a);
    for (size_t i = 0; i < n; i++) {
        ssi_number_load(a->dtype, walk.item, &x);
        if (i == 0
            || (!is_nan(&best)
                && (is_nan(&x)
                    || (high ? compare(&x, &best) > 0
                             : compare(&x, &best) < 0)))) {
            best = x;
            at = i;
        }
        ssi_walk_next(&walk);
    }
    if (arg)
        best = (ssi_number){.kind = 'i', .i = (int64_t)at};
    return ssi_torch_scalar_tensor(s, arg ? SS_INT64 : a->dtype, &best, out);
}

static bool keep_shape(ss_session *s, const ss_array *a, size_t axis, bool keep,
                       ss_dtype dtype, ssi_value *out)
{
    ssi_shape shape = {0};
    for (uint32_t i = 0; i < a->ndim; i++)
        if (i != axis || keep)
            shape.dims[shape.ndim++] = i == axis ? 1 : a->shape[i];
    return ssi_new_tensor(s, dtype, &shape, out);
}

static bool extremes_of_lines(ss_session *s, const char *name, bool high,
                              const ss_array *a, size_t axis, bool keep,
                              ssi_value out[2])
{
    lines w;
    start_lines(&w, a, axis);
    if (w.line.n == 0)
        return ssi_raise(s, "IndexError",
                         "%s(): Expected reduction dim %zu to have non-zero "
                         "size.",
                         name, axis);
    if (!keep_shape(s, a, axis, keep, a->dtype, &out[0]))
        return false;
    if (!keep_shape(s, a, axis, keep, SS_INT64, &out[1])) {
        ssi_release(s, out[0]);
        return false;
    }
    char *value = ssi_array_of(out[0])->data;
    int64_t *index = ssi_array_of(out[1])->data;
    for (size_t i = 0; i < w.count; i++) {
        size_t at = find_extreme(&w.line, high);
        memcpy(value + i * a->itemsize,
               w.line.data + (ptrdiff_t)at * w.line.stride, a->itemsize);
        index[i] = (int64_t)at;
        next_line(&w);
    }
    return true;
}

static const char *const *extreme_signatures(int op)
{
    static const char *const pairs[] = {"", "dim:I!,keepdim:B,*,out:O",
                                        "other:T!,*,out:U", NULL};
    static const char *const args[] = {"dim:J,keepdim:B", NULL};
    static const char *const values[] = {"dim:A,keepdim:B,*,out:U", NULL};
    return op <= SSI_TORCH_MIN ? pairs : op <= SSI_TORCH_ARGMIN ? args : values;
}

static bool along_axis(ss_session *s, ssi_call *call,
                       const ssi_torch_arguments *a, ssi_value self,
                       ssi_value *out)
{
    int op = call->function->variant;
    bool high =
        op == SSI_TORCH_MAX || op == SSI_TORCH_ARGMAX || op == SSI_TORCH_AMAX;
    const ss_array *t = ssi_array_of(self);
    ssi_torch_ints dims;
    ssi_value pair[2];
    size_t axis;
    if (!ssi_torch_int_list(s, a, 0, "dim", &dims))
        return false;
    if (dims.count != 1)
        return ssi_unsupported(s, "%s() over several axes", a->name);
    if (!check_dtype(s, op, t, false)
        || !ssi_torch_axis(s, dims.v[0], t->ndim, &axis)
        || !extremes_of_lines(s, a->name, high, t, axis,
                              ssi_torch_flag(a, 1, false), pair))
        return false;
    if (op <= SSI_TORCH_MIN)
        return ssi_torch_named_pair(s, a->name, pair, out);
    *out = pair[op <= SSI_TORCH_ARGMIN];
    ssi_release(s, pair[op > SSI_TORCH_ARGMIN]);
    return true;
}

bool ssi_torch_call_extreme(ss_session *s, ssi_call *call, ssi_value *out)
{
    int op = call->function->variant;
    ssi_torch_arguments a;
    ssi_value self;
    bool handled, by_dim;
    if (!ssi_torch_parse_on(s, call, extreme_signatures(op), &a, &self))
        return false;
    if (a.count > 2 && ssi_torch_has(&a, 2))
        return ssi_unsupported(s, "out= of %s()", a.name);
    if (a.overload == 2)
        return ssi_torch_binary(
            s, op == SSI_TORCH_MAX ? SSI_TORCH_MAXIMUM : SSI_TORCH_MINIMUM,
            self, a.values[0], out, &handled);
    by_dim = (op > SSI_TORCH_MIN || a.overload == 1) && ssi_torch_has(&a, 0);
    if (by_dim)
        return along_axis(s, call, &a, self, out);
    if (op > SSI_TORCH_MIN && ssi_torch_flag(&a, 1, false))
        return ssi_unsupported(s, "keepdim=True of %s() of all axes", a.name);
    return extreme_of_all(s, a.name, op, ssi_array_of(self), out);
}

/* --- sort: by std::sort's steps, or stable --- */
typedef struct entry {
    ssi_number n;
    size_t at;
} entry;

static void merge(entry *items, entry *memory, size_t n, bool descending)
{
    size_t half = n / 2, a = 0, b = half;
    if (n < 2)
        return;
    merge(items, memory, half, descending);
    merge(items + half, memory, n - half, descending);
    for (size_t i = 0; i < n; i++) {
        int order = a == half || b == n ? (a == half ? 1 : -1)
                                        : compare(&items[a].n, &items[b].n)
                                              * (descending ? -1 : 1);
        memory[i] = order <= 0 ? items[a++] : items[b++];
    }
    memcpy(items, memory, n * sizeof *items);
}

static void sort_line(const line *l, bool descending, entry *items,
                      entry *memory)
{
    for (size_t i = 0; i < l->n; i++) {
        load(l, i, &items[i].n);
        items[i].at = i;
    }
    merge(items, memory, l->n, descending);
}

/* Each value's rank among the line's, equal ones the same; high: the largest
 * has the highest. items: twice the line's length. */
static void rank_line(const line *l, bool high, entry *items,
                      ssi_torch_pair *pairs)
{
    double rank = 0;
    sort_line(l, false, items, items + l->n);
    for (size_t i = 0; i < l->n; i++) {
        rank += i && compare(&items[i - 1].n, &items[i].n) != 0;
        pairs[items[i].at] =
            (ssi_torch_pair){high ? rank : -rank, (int64_t)items[i].at};
    }
}

typedef struct scratch {
    entry *items;
    ssi_torch_pair *pairs;
} scratch;

static void free_scratch(scratch *m)
{
    free(m->items);
    free(m->pairs);
}

static bool new_scratch(ss_session *s, size_t n, scratch *m)
{
    m->items = malloc((2 * n + 1) * sizeof *m->items);
    m->pairs = malloc((n + 1) * sizeof *m->pairs);
    if (m->items && m->pairs)
        return true;
    free_scratch(m);
    return ssi_raise_memory(s);
}

static void order_line(const line *l, bool descending, bool stable, scratch *m)
{
    if (!stable) {
        rank_line(l, descending, m->items, m->pairs);
        ssi_torch_sort_pairs(m->pairs, l->n);
        return;
    }
    sort_line(l, descending, m->items, m->items + l->n);
    for (size_t i = 0; i < l->n; i++)
        m->pairs[i].index = (int64_t)m->items[i].at;
}

/* The values and places of the first k pairs. */
static void put_line(const line *l, size_t k, const scratch *m,
                     const lines *values, const lines *places)
{
    for (size_t i = 0; i < k; i++) {
        int64_t at = m->pairs[i].index;
        memcpy(values->walk.item + (ptrdiff_t)i * values->line.stride,
               l->data + (ptrdiff_t)at * l->stride, l->a->itemsize);
        memcpy(places->walk.item + (ptrdiff_t)i * places->line.stride, &at,
               sizeof at);
    }
}

static bool sort(ss_session *s, const ss_array *a, size_t axis, bool descending,
                 bool stable, ssi_value out[2])
{
    lines w, values, places;
    start_lines(&w, a, axis);
    scratch m;
    if (!new_scratch(s, w.line.n, &m))
        return false;
    bool ok = ssi_torch_new_like(s, a, a->dtype, &out[0]);
    if (ok && !ssi_torch_new_like(s, a, SS_INT64, &out[1])) {
        ssi_release(s, out[0]);
        ok = false;
    }
    if (ok) {
        start_lines(&values, ssi_array_of(out[0]), axis);
        start_lines(&places, ssi_array_of(out[1]), axis);
    }
    for (size_t i = 0; ok && i < w.count && w.line.n; i++) {
        order_line(&w.line, descending, stable, &m);
        put_line(&w.line, w.line.n, &m, &values, &places);
        next_line(&w);
        next_line(&values);
        next_line(&places);
    }
    free_scratch(&m);
    return ok;
}

/* sort (variant 0), argsort (1) */
bool ssi_torch_call_sort(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "dim:I,descending:B", "*,stable:B!,dim:I,descending:B", NULL};
    ssi_torch_arguments a;
    ssi_value self, pair[2];
    int64_t dim = -1;
    size_t axis;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_int(s, &a, a.overload ? 1 : 0, &dim))
        return false;
    const ss_array *t = ssi_array_of(self);
    if (ssi_dtype_is_complex(t->dtype))
        return ssi_raise(s, "RuntimeError",
                         " Sort does not support complex dtypes on CPU");
    if (!ssi_torch_axis(s, dim, t->ndim, &axis)
        || !sort(s, t, axis, ssi_torch_flag(&a, a.overload + 1, false),
                 a.overload && ssi_torch_flag(&a, 0, false), pair))
        return false;
    if (call->function->variant == 0)
        return ssi_torch_named_pair(s, "sort", pair, out);
    ssi_release(s, pair[0]);
    *out = pair[1];
    return true;
}

/* --- topk: by the steps of libstdc++, which decide among equal values --- */
static bool topk(ss_session *s, const ss_array *a, size_t axis, size_t k,
                 bool largest, ssi_value out[2])
{
    lines w, values, places;
    ss_array shaped = *a;
    start_lines(&w, a, axis);
    if (a->ndim)
        shaped.shape[axis] = k;
    scratch m;
    if (!new_scratch(s, w.line.n, &m))
        return false;
    bool ok = ssi_torch_new_shape(s, a->dtype, &shaped, &out[0]);
    if (ok && !ssi_torch_new_shape(s, SS_INT64, &shaped, &out[1])) {
        ssi_release(s, out[0]);
        ok = false;
    }
    if (ok) {
        start_lines(&values, ssi_array_of(out[0]), axis);
        start_lines(&places, ssi_array_of(out[1]), axis);
    }
    for (size_t i = 0; ok && i < w.count; i++) {
        rank_line(&w.line, largest, m.items, m.pairs);
        ssi_torch_topk(m.pairs, w.line.n, k);
        put_line(&w.line, k, &m, &values, &places);
        next_line(&w);
        next_line(&values);
        next_line(&places);
    }
    free_scratch(&m);
    return ok;
}

bool ssi_torch_call_topk(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"k:I!,dim:I,largest:B,sorted:B",
                                             NULL};
    ssi_torch_arguments a;
    ssi_value self, pair[2];
    int64_t k, dim = -1;
    size_t axis;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_int(s, &a, 0, &k) || !ssi_torch_int(s, &a, 1, &dim))
        return false;
    const ss_array *t = ssi_array_of(self);
    if (ssi_dtype_is_complex(t->dtype) || !ssi_torch_flag(&a, 3, true))
        return ssi_unsupported(s, "topk() unsorted or of complex numbers");
    if (!ssi_torch_axis(s, dim, t->ndim, &axis))
        return false;
    if (k < 0 || k > (int64_t)(t->ndim ? t->shape[axis] : 1))
        return ssi_raise(s, "RuntimeError", "selected index k out of range");
    if (t->dtype == SS_BOOL)
        return ssi_raise(s, "RuntimeError",
                         "topk does not support bool dtypes on CPU");
    return topk(s, t, axis, (size_t)k, ssi_torch_flag(&a, 2, true), pair)
           && ssi_torch_named_pair(s, "topk", pair, out);
}

/* --- cumsum (variant 0), cumprod (1) --- */
static void cumulate_line(const line *l, bool product, const ss_array *to,
                          char *item, ptrdiff_t stride)
{
    bool real = ssi_dtype_is_float(to->dtype);
    bool narrow = to->dtype == SS_FLOAT16 || to->dtype == SS_BFLOAT16;
    double sum = product;
    uint64_t total = product;
    for (size_t i = 0; i < l->n; i++) {
        ssi_number n;
        load(l, i, &n);
        if (real) {
            sum = product ? sum * n.f : sum + n.f;
            sum = narrow ? (double)(float)sum : sum;
            n.f = sum;
        } else {
            uint64_t x = n.kind == 'i' ? (uint64_t)n.i : n.u;
            total = product ? total * x : total + x;
            n = (ssi_number){.kind = 'u', .u = total};
        }
        ssi_torch_put(to->dtype, item + (ptrdiff_t)i * stride, &n);
    }
}

bool ssi_torch_call_cumulate(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"dim:I!,*,dtype:D,out:U", NULL};
    ssi_torch_arguments a;
    ssi_value self, cast;
    int64_t dim;
    size_t axis;
    lines w, to;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_int(s, &a, 0, &dim))
        return false;
    ss_dtype dtype = ssi_array_of(self)->dtype;
    dtype = dtype < SS_FLOAT16 ? SS_INT64 : dtype;
    if (ssi_torch_has(&a, 1))
        ssi_torch_dtype_of(a.values[1], &dtype);
    if (ssi_torch_has(&a, 2) || ssi_dtype_is_complex(dtype))
        return ssi_unsupported(s, "out= and complex numbers of %s()", a.name);
    if (!ssi_torch_axis(s, dim, ssi_array_of(self)->ndim, &axis)
        || !ssi_torch_to(s, self, dtype, &cast))
        return false;
    if (!ssi_torch_new_like(s, ssi_array_of(cast), dtype, out)) {
        ssi_release(s, cast);
        return false;
    }
    start_lines(&w, ssi_array_of(cast), axis);
    start_lines(&to, ssi_array_of(*out), axis);
    for (size_t i = 0; i < w.count; i++) {
        cumulate_line(&w.line, call->function->variant, ssi_array_of(*out),
                      to.walk.item, to.line.stride);
        next_line(&w);
        next_line(&to);
    }
    ssi_release(s, cast);
    return true;
}
