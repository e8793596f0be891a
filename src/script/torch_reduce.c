/* SPDX-License-Identifier: MIT
 * Sums, means, products, deviations, all and any, of all elements or along
 * axes.
 * Learned from: PyTorch 2.13.0 (ATen/native/ReduceOps.cpp) by experiment.
 */
#include <string.h>

#include "script/torch_rows.h"
#include "torch/reduce.h"

typedef struct reduction {
    int op;
    const char *name;
    bool reduced[SS_ARRAY_MAX_DIMS];
    bool keep;
    bool has_dtype;
    ss_dtype dtype; /* of the result */
    double correction;
    size_t count; /* elements for one of the result */
} reduction;

/* --- which axes --- */
static bool mark_axes(ss_session *s, const ssi_torch_ints *dims, bool all,
                      const ss_array *a, reduction *r)
{
    bool given = !all && dims->count > 0;
    memset(r->reduced, 0, sizeof r->reduced);
    for (uint32_t i = 0; i < a->ndim; i++)
        r->reduced[i] = !given;
    for (size_t i = 0; given && i < dims->count; i++) {
        size_t axis;
        if (!ssi_torch_axis(s, dims->v[i], a->ndim, &axis))
            return false;
        if (r->reduced[axis] && a->ndim)
            return ssi_raise(s, "RuntimeError",
                             "dim %zu appears multiple times in the list of "
                             "dims",
                             axis);
        r->reduced[axis] = a->ndim > 0;
    }
    r->count = 1;
    for (uint32_t i = 0; i < a->ndim; i++)
        r->count *= r->reduced[i] ? a->shape[i] : 1;
    return true;
}

static bool new_reduced(ss_session *s, const ss_array *a, const reduction *r,
                        ss_dtype dtype, ssi_value *out)
{
    ssi_shape shape = {0};
    for (uint32_t i = 0; i < a->ndim; i++)
        if (!r->reduced[i])
            shape.dims[shape.ndim++] = a->shape[i];
        else if (r->keep)
            shape.dims[shape.ndim++] = 1;
    return ssi_new_tensor(s, dtype, &shape, out);
}

/* --- integers, all and any: any order gives the same --- */
static void fold(int op, const ssi_number *n, uint64_t *r)
{
    uint64_t x = n->kind == 'i' ? (uint64_t)n->i : n->u;
    bool truth = n->kind == 'f'   ? n->f != 0
                 : n->kind == 'c' ? n->f != 0 || n->imaginary != 0
                                  : x != 0;
    if (op == SSI_TORCH_SUM)
        *r += x;
    else if (op == SSI_TORCH_PROD)
        *r *= x;
    else if (op == SSI_TORCH_ALL)
        *r = *r && truth;
    else
        *r = *r || truth;
}

/* Where the result's element for a walk's index lies. */
static char *place_of(const ss_array *result, const ssi_walk *walk,
                      const reduction *r)
{
    char *item = result->data;
    uint32_t axis = 0;
    for (uint32_t i = 0; i < walk->array->ndim; i++) {
        if (!r->reduced[i])
            item += (ptrdiff_t)walk->index[i] * result->strides[axis];
        axis += !r->reduced[i] || r->keep;
    }
    return item;
}

static bool count_up(ss_session *s, const ss_array *a, const reduction *r,
                     ssi_value *out)
{
    bool one = r->op == SSI_TORCH_PROD || r->op == SSI_TORCH_ALL;
    ssi_walk walk;
    ssi_number n;
    if (!new_reduced(s, a, r, r->dtype, out)
        || (one && !ssi_torch_fill_number(s, ssi_array_of(*out), ssi_int(1))))
        return false;
    ssi_walk_start(&walk, a);
    for (size_t i = 0, count = ss_array_size(a); i < count; i++) {
        char *item = place_of(ssi_array_of(*out), &walk, r);
        ssi_number_load(r->dtype, item, &n);
        uint64_t v = n.kind == 'i' ? (uint64_t)n.i : n.u;
        ssi_number_load(a->dtype, walk.item, &n);
        fold(r->op, &n, &v);
        n = (ssi_number){.kind = 'u', .u = v};
        ssi_number_store(r->dtype, item, &n);
        ssi_walk_next(&walk);
    }
    return true;
}

/* --- floats --- */
static bool check_size(ss_session *s, const ss_array *a, const reduction *r)
{
    return ss_array_size(a) < SSI_TORCH_GRAIN
           || ssi_unsupported(s,
                              "%s() of %d or more floats, whose last bits "
                              "depend on PyTorch's number of threads",
                              r->name, SSI_TORCH_GRAIN);
}

static bool reduce_as(ss_session *s, ssi_value tensor, const reduction *r,
                      ssi_value *out);

/* Two axes or more of 16-bit floats: as float32. */
static bool sum_by_float(ss_session *s, ssi_value tensor, const reduction *r,
                         ssi_value *out)
{
    reduction wide = *r;
    ssi_value sum;
    bool ok;
    wide.dtype = SS_FLOAT32;
    if (!reduce_as(s, tensor, &wide, &sum))
        return false;
    ok = ssi_torch_to(s, sum, r->dtype, out);
    ssi_release(s, sum);
    return ok;
}

static bool sum_floats(ss_session *s, ssi_value tensor, const reduction *r,
                       ssi_value *out)
{
    const ss_array *a = ssi_array_of(tensor);
    ssi_torch_plan plan;
    bool product = r->op == SSI_TORCH_PROD;
    ss_torch_capability cpu = s->torch_random.capability;
    if (ssi_dtype_is_complex(a->dtype))
        return ssi_unsupported(s, "%s() of complex tensors", r->name);
    if (product && a->dtype != SS_FLOAT32 && a->dtype != SS_FLOAT64)
        return ssi_unsupported(s, "%s() of 16-bit floats", r->name);
    if (!check_size(s, a, r))
        return false;
    ssi_torch_plan_reduction(a, r->reduced, a->itemsize, &plan);
    if (ssi_torch_sum_by_float(&plan, a->dtype))
        return sum_by_float(s, tensor, r, out);
    if (!new_reduced(s, a, r, a->dtype, out))
        return false;
    ss_array *to = ssi_array_of(*out);
    if (product && !ssi_torch_fill_number(s, to, ssi_int(1)))
        return false;
    if (product)
        ssi_torch_prod_axes(&plan, cpu, a->dtype, a->data, to->data);
    else
        ssi_torch_sum_axes(&plan, cpu, a->dtype, a->data, to->data);
    return true;
}

static bool reduce_as(ss_session *s, ssi_value tensor, const reduction *r,
                      ssi_value *out)
{
    const ss_array *a = ssi_array_of(tensor);
    ssi_value cast;
    bool ok;
    if (r->dtype < SS_FLOAT16 && a->dtype < SS_FLOAT16)
        return count_up(s, a, r, out);
    if (a->dtype == r->dtype)
        return sum_floats(s, tensor, r, out);
    if (!ssi_torch_to(s, tensor, r->dtype, &cast))
        return false;
    ok = reduce_as(s, cast, r, out);
    ssi_release(s, cast);
    return ok;
}

/* mean: 16-bit floats are summed and divided as float. */
static bool mean_of(ss_session *s, ssi_value tensor, const reduction *r,
                    ssi_value *out)
{
    reduction sum = *r;
    bool handled, half = r->dtype == SS_FLOAT16 || r->dtype == SS_BFLOAT16, ok;
    ssi_value total, quotient;
    sum.op = SSI_TORCH_SUM;
    if (half)
        sum.dtype = SS_FLOAT32;
    if (!reduce_as(s, tensor, &sum, &total))
        return false;
    ok = ssi_torch_binary(s, SSI_TORCH_DIV, total, ssi_int((int64_t)r->count),
                          &quotient, &handled);
    ssi_release(s, total);
    if (!ok || !half) {
        *out = quotient;
        return ok;
    }
    ok = ssi_torch_to(s, quotient, r->dtype, out);
    ssi_release(s, quotient);
    return ok;
}

/* --- std and var --- */
static bool variance_of_all(ss_session *s, ssi_value tensor, const reduction *r,
                            ssi_torch_plan *plan, ssi_value *out)
{
    const ss_array *a = ssi_array_of(tensor);
    reduction whole = *r;
    ssi_torch_ints none = {0};
    ssi_value mean;
    ssi_number m, n = {.kind = 'f'};
    whole.op = SSI_TORCH_MEAN;
    whole.keep = false;
    if (!mark_axes(s, &none, true, a, &whole)
        || !mean_of(s, tensor, &whole, &mean))
        return false;
    ssi_number_load(a->dtype, ssi_array_of(mean)->data, &m);
    ssi_release(s, mean);
    ssi_torch_plan_reduction(a, whole.reduced, a->itemsize, plan);
    n.f = ssi_torch_variance_of_all(plan, a->dtype, a->data, m.f, r->correction,
                                    r->op == SSI_TORCH_STD);
    return new_reduced(s, a, r, r->dtype, out)
           && ssi_torch_put(r->dtype, ssi_array_of(*out)->data, &n);
}

static bool variance(ss_session *s, ssi_value tensor, const reduction *r,
                     ssi_value *out)
{
    const ss_array *a = ssi_array_of(tensor);
    ssi_torch_plan plan;
    size_t n = ss_array_size(a);
    double nan = 0;
    if (a->dtype < SS_FLOAT16)
        return ssi_raise(s, "RuntimeError",
                         "std and var only support floating point and complex "
                         "dtypes");
    if (ssi_dtype_is_complex(a->dtype))
        return ssi_unsupported(s, "%s() of complex tensors", r->name);
    if (!check_size(s, a, r))
        return false;
    if (n && n == r->count && a->dtype >= SS_FLOAT32)
        return variance_of_all(s, tensor, r, &plan, out);
    if (!new_reduced(s, a, r, r->dtype, out))
        return false;
    if (n == 0)
        return ssi_torch_fill_number(s, ssi_array_of(*out),
                                     ssi_float((nan - nan) / nan));
    ssi_torch_plan_reduction(a, r->reduced, a->itemsize, &plan);
    ssi_torch_variance_axes(&plan, s->torch_random.capability, a->dtype,
                            a->data, r->correction, r->op == SSI_TORCH_STD,
                            ssi_array_of(*out)->data);
    return true;
}

/* --- calls --- */
static bool finish(ss_session *s, ssi_value self, reduction *r, ssi_value *out)
{
    ss_dtype d = ssi_array_of(self)->dtype;
    switch (r->op) {
    case SSI_TORCH_STD:
    case SSI_TORCH_VAR:
        r->dtype = d;
        return variance(s, self, r, out);
    case SSI_TORCH_ALL:
    case SSI_TORCH_ANY:
        r->dtype = d == SS_UINT8 ? SS_UINT8 : SS_BOOL;
        return count_up(s, ssi_array_of(self), r, out);
    case SSI_TORCH_MEAN:
        if (!r->has_dtype)
            r->dtype = d;
        if (r->dtype < SS_FLOAT16)
            return ssi_raise(
                s, "RuntimeError",
                r->has_dtype ? "mean(): could not infer output dtype. "
                               "Optional dtype must be either a floating "
                               "point or complex dtype. Got: %s"
                             : "mean(): could not infer output dtype. Input "
                               "dtype must be either a floating point or "
                               "complex dtype. Got: %s",
                ssi_torch_scalar_name(r->dtype));
        return mean_of(s, self, r, out);
    default:
        if (!r->has_dtype)
            r->dtype = d < SS_FLOAT16 ? SS_INT64 : d;
        return reduce_as(s, self, r, out);
    }
}

/* The correction of std and var: unbiased= or correction=. */
static bool read_correction(ss_session *s, const ssi_torch_arguments *a,
                            reduction *r)
{
    size_t at = a->overload == 2 ? 1 : a->overload == 1 ? 1 : 0;
    r->correction = 1;
    if (a->overload == 2)
        return !ssi_torch_has(a, at)
               || ssi_to_double(s, a->values[at], &r->correction);
    r->correction = ssi_torch_flag(a, at, true);
    return true;
}

static const char *const *signatures_of(int op)
{
    static const char *const sums[] = {"*,dtype:D",
                                       "dim:A,keepdim:B,*,dtype:D,out:U", NULL};
    static const char *const products[] = {
        "*,dtype:D", "dim:I!,keepdim:B,*,dtype:D,out:U", NULL};
    static const char *const deviations[] = {
        "unbiased:B!", "dim:A,unbiased:B!,keepdim:B",
        "dim:A,*,correction:N,keepdim:B,out:U", NULL};
    static const char *const truths[] = {"", "dim:A,keepdim:B,*,out:U", NULL};
    return op == SSI_TORCH_PROD                         ? products
           : op == SSI_TORCH_STD || op == SSI_TORCH_VAR ? deviations
           : op >= SSI_TORCH_ALL                        ? truths
                                                        : sums;
}

bool ssi_torch_call_reduce(ss_session *s, ssi_call *call, ssi_value *out)
{
    reduction r = {.op = call->function->variant, .name = call->function->name};
    bool deviates = r.op == SSI_TORCH_STD || r.op == SSI_TORCH_VAR, by_dim;
    ssi_torch_arguments a;
    ssi_torch_ints dims = {0};
    ssi_value self;
    size_t keep, dtype;
    if (!ssi_torch_parse_on(s, call, signatures_of(r.op), &a, &self))
        return false;
    by_dim = a.overload > 0 && ssi_torch_has(&a, 0);
    keep = deviates ? 2 : 1;
    r.keep = a.overload > 0 && ssi_torch_flag(&a, keep, false);
    if (by_dim && !ssi_torch_int_list(s, &a, 0, "dim", &dims))
        return false;
    if (deviates && !read_correction(s, &a, &r))
        return false;
    if (a.overload > 0 && !(deviates && a.overload == 1)
        && ssi_torch_has(&a, a.count - 1))
        return ssi_unsupported(s, "out= of %s()", a.name);
    dtype = a.overload ? 2 : 0;
    r.has_dtype = r.op <= SSI_TORCH_PROD && ssi_torch_has(&a, dtype);
    if (r.has_dtype)
        ssi_torch_dtype_of(a.values[dtype], &r.dtype);
    return mark_axes(s, &dims, !by_dim, ssi_array_of(self), &r)
           && finish(s, self, &r, out);
}
