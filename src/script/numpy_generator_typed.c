/* SPDX-License-Identifier: MIT
 * Generator's methods with dtype= and out=: random, standard_normal,
 * standard_exponential, standard_gamma.
 * Learned from: NumPy 2.4.6 (_generator.pyx, _common.pyx) by experiment.
 */
#include <string.h>

#include "numpy/generator_releases.h"
#include "script/numpy_generator.h"
#include "script/numpy_random.h"

/* float64 or float32; TypeError otherwise. */
static bool dtype_argument(ss_session *s, ssi_call *call, unsigned at,
                           ss_dtype *out)
{
    ssi_element e = ssi_element_of(SS_FLOAT64);
    char text[32];
    if (call->given[at] && !ssi_dtype_argument(s, call->args[at], &e))
        return false;
    *out = e.dtype;
    if (e.dtype == SS_FLOAT64 || e.dtype == SS_FLOAT32)
        return true;
    ssi_dtype_text(e, text);
    return ssi_raise(s, "TypeError", "Unsupported dtype dtype('%s') for %s",
                     text + (e.dtype == SS_BYTES), call->function->name);
}

/* --- out= --- */

bool ssi_is_f_contiguous(const ss_array *a)
{
    ptrdiff_t step = (ptrdiff_t)a->itemsize;
    for (uint32_t i = 0; i < a->ndim; i++) {
        if (a->shape[i] == 0)
            return true;
        if (a->shape[i] != 1 && a->strides[i] != step)
            return false;
        step *= (ptrdiff_t)a->shape[i];
    }
    return true;
}

static bool same_item(ss_session *s, ssi_value v, size_t length, bool *same)
{
    ssi_value plain;
    if (!ssi_python_value(s, v, &plain))
        return false;
    bool ok = ssi_equal(s, plain, ssi_int((int64_t)length), same);
    ssi_release(s, plain);
    return ok;
}

/* tuple(size), or (size,) of what cannot be iterated, is out.shape. */
static bool same_size(ss_session *s, ssi_value size, const ss_array *a,
                      bool *same)
{
    size_t n;
    bool done;
    bool one = size.tag != SSI_OBJECT || !size.u.o->type->iterate
               || ssi_is(size, &ssi_type_numpy_scalar)
               || (ssi_is_array(size) && ssi_array_of(size)->ndim == 0);
    *same = one && a->ndim == 1;
    if (one)
        return !*same || same_item(s, size, a->shape[0], same);
    if (!ssi_length(s, size, &n))
        return false;
    *same = n == a->ndim;
    for (size_t i = 0; *same && i < n; i++) {
        ssi_value v;
        if (!ssi_iterate(s, size, i, &v, &done))
            return false;
        bool ok = same_item(s, v, a->shape[i], same);
        ssi_release(s, v);
        if (!ok)
            return false;
    }
    return true;
}

static bool check_out(ss_session *s, ssi_value out, ss_dtype dtype,
                      ssi_value size, bool only_c)
{
    bool same;
    char text[32];
    if (ssi_is(out, &ssi_type_tensor))
        return ssi_unsupported(s, "out= of a torch tensor");
    if (!ssi_is(out, &ssi_type_ndarray)
        || !(ss_array_is_contiguous(ssi_array_of(out))
             || (!only_c && ssi_is_f_contiguous(ssi_array_of(out)))))
        return ssi_raise(s, "ValueError",
                         "Supplied output array must be %scontiguous, "
                         "writable, aligned, and in machine byte-order.",
                         only_c ? "C-" : "");
    if (ssi_array_of(out)->dtype != dtype) {
        ssi_dtype_text(ssi_array_element(ssi_array_of(out)), text);
        return ssi_raise(s, "TypeError",
                         "Supplied output array has the wrong type. Expected "
                         "%s, got %s",
                         ss_dtype_name(dtype), text);
    }
    if (size.tag == SSI_NONE)
        return true;
    if (!same_size(s, size, ssi_array_of(out), &same))
        return false;
    return same
           || ssi_raise(s, "ValueError",
                        "size must match out.shape when used together");
}

/* --- random, standard_normal, standard_exponential --- */

static void fill(ss_numpy_generator *g, int id, ss_dtype dtype, void *out,
                 size_t n)
{
    if (dtype == SS_FLOAT64)
        ssi_generator_method_of((ssi_generator_method_id)id, g->release)
            ->fill(&g->bitgen, &g->binomial, NULL, out, n);
    else if (id == SSI_GENERATOR_RANDOM)
        ss_numpy_generator_random_f32_fill(g, out, n);
    else if (id == SSI_GENERATOR_STANDARD_NORMAL)
        ss_numpy_generator_standard_normal_f32_fill(g, out, n);
    else if (id == SSI_GENERATOR_STANDARD_EXPONENTIAL)
        ss_numpy_generator_standard_exponential_f32_fill(g, out, n);
    else
        ss_numpy_generator_standard_exponential_inv_f32_fill(g, out, n);
}

static bool is_zig(ssi_value v)
{
    return ssi_is(v, &ssi_type_str)
           && strcmp(((ssi_str_object *)v.u.o)->data, "zig") == 0;
}

static bool draw_scalar(ss_numpy_generator *g, int id, ss_dtype dtype,
                        ssi_value *out)
{
    double d;
    float f;
    if (dtype == SS_FLOAT64) {
        fill(g, id, dtype, &d, 1);
    } else {
        fill(g, id, dtype, &f, 1);
        d = f;
    }
    *out = ssi_float(d);
    return true;
}

bool ssi_generator_typed(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_numpy_generator *g = ssi_generator_of(call);
    int id = call->function->variant;
    bool exponential = id == SSI_GENERATOR_STANDARD_EXPONENTIAL;
    unsigned at_out = exponential ? 3 : 2;
    ssi_value size = call->given[0] ? call->args[0] : ssi_none();
    ssi_value into = call->given[at_out] ? call->args[at_out] : ssi_none();
    ss_dtype dtype;
    ssi_shape shape;
    if (!dtype_argument(s, call, 1, &dtype))
        return false;
    if (exponential && call->given[2] && !is_zig(call->args[2]))
        id = SSI_GENERATOR_STANDARD_EXPONENTIAL_INV;
    if (into.tag != SSI_NONE) {
        if (!check_out(s, into, dtype, size, false))
            return false;
        *out = ssi_retain(into);
    } else {
        if (!ssi_size_argument(s, size, ss_dtype_size(dtype), &shape))
            return false;
        if (shape.none)
            return draw_scalar(g, id, dtype, out);
        if (!ssi_new_ndarray(s, dtype, &shape, out))
            return false;
    }
    ss_array *a = ssi_array_of(*out);
    fill(g, id, dtype, a->data, ss_array_size(a));
    return true;
}

/* --- standard_gamma --- */

static bool take_over(ss_session *s, ssi_value v, const ssi_element *want,
                      ssi_value *out)
{
    bool ok = ssi_asarray(s, v, want, out);
    ssi_release(s, v);
    return ok;
}

/* shape as float32, cast from any real numbers. */
static bool float32_shape(ss_session *s, ssi_value v, ssi_value *out)
{
    ssi_element want = ssi_element_of(SS_FLOAT32);
    ssi_value plain;
    bool real = ssi_is_int(v) || ssi_is_float(v) || ssi_is(v, &ssi_type_list)
                || ssi_is(v, &ssi_type_tuple);
    if (ssi_is_array(v))
        real = ssi_array_of(v)->dtype <= SS_FLOAT64;
    if (v.tag == SSI_NONE)
        return ssi_raise(s, "TypeError", "must be real number, not NoneType");
    if (ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes))
        return ssi_text_number(((ssi_str_object *)v.u.o)->data)
                   ? ssi_raise(s, "TypeError", "must be real number, not %s",
                               ssi_type_name(v))
                   : ssi_unsupported(s, "text as shape with dtype=float32");
    if (!real)
        return ssi_unsupported(s, "a shape of type %s with dtype=float32",
                               ssi_type_name(v));
    if (!ssi_is(v, &ssi_type_ndarray))
        return ssi_python_value(s, v, &plain)
               && take_over(s, plain, &want, out);
    return ssi_array_copy(s, &ssi_type_ndarray, v, want, out);
}

static bool check_shape(ss_session *s, ssi_value given, const ss_array *shape)
{
    ssi_walk walk;
    double d;
    float f;
    ssi_numpy_value v[SSI_NUMPY_MAX_PARAMS] = {{0}};
    const ssi_numpy_method *m =
        &ssi_generator_methods[SSI_GENERATOR_STANDARD_GAMMA].signature;
    ssi_walk_start(&walk, shape);
    for (size_t i = 0, n = ss_array_size(shape); i < n; i++) {
        memcpy(&f, walk.item, sizeof f);
        d = f;
        if (shape->ndim == 0 && !ssi_to_double(s, given, &d))
            return false;
        v[0].d = d;
        ss_status status = ssi_numpy_check_stage(m, 0, v, shape->ndim > 0);
        if (status != SS_OK)
            return ssi_raise_status(s, status);
        ssi_walk_next(&walk);
    }
    return true;
}

/* The array that the values go to, into an out that is given. */
static bool gamma_output(ss_session *s, const ss_array *a, ssi_value size,
                         ssi_value into, ssi_value *out)
{
    const ss_array *both[2] = {NULL, a};
    uint32_t ndim;
    size_t dims[SS_ARRAY_MAX_DIMS], first, second;
    ssi_shape shape;
    if (!ssi_size_argument(s, size, 4, &shape))
        return false;
    if (shape.none) {
        shape.ndim = a->ndim;
        memcpy(shape.dims, a->shape, sizeof shape.dims);
    }
    if (into.tag != SSI_NONE)
        *out = ssi_retain(into);
    else if (!ssi_new_ndarray(s, SS_FLOAT32, &shape, out))
        return false;
    both[0] = ssi_array_of(*out);
    if (!ssi_broadcast_shape(both, 2, &ndim, dims, &first, &second))
        ssi_raise_mismatch(s, both, first, second);
    else if (ndim != both[0]->ndim
             || memcmp(dims, both[0]->shape, ndim * sizeof *dims) != 0)
        ssi_raise_output(s, both[0], ndim, dims);
    else
        return true;
    ssi_release(s, *out);
    return false;
}

static bool gamma_f32(ss_session *s, ssi_call *call, ssi_value into,
                      ssi_value shape, ssi_value *out)
{
    ss_numpy_generator *g = ssi_generator_of(call);
    const ss_array *a = ssi_array_of(shape);
    ssi_value size = call->given[1] ? call->args[1] : ssi_none();
    ss_array view;
    ssi_walk walk;
    float f;
    if (!check_shape(s, call->args[0], a))
        return false;
    if (a->ndim == 0 && into.tag == SSI_NONE && size.tag == SSI_NONE) {
        memcpy(&f, a->data, sizeof f);
        *out = ssi_float(ss_numpy_generator_standard_gamma_f32(g, f));
        return true;
    }
    if (!gamma_output(s, a, size, into, out))
        return false;
    const ss_array *to = ssi_array_of(*out);
    float *values = to->data;
    ssi_broadcast_to(a, to->ndim, to->shape, &view);
    ssi_walk_start(&walk, &view);
    for (size_t i = 0, n = ss_array_size(to); i < n; i++) {
        memcpy(&f, walk.item, sizeof f);
        values[i] = ss_numpy_generator_standard_gamma_f32(g, f);
        ssi_walk_next(&walk);
    }
    return true;
}

bool ssi_generator_gamma_typed(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value size = call->given[1] ? call->args[1] : ssi_none();
    ssi_value into = call->given[3] ? call->args[3] : ssi_none(), shape;
    ss_dtype dtype;
    if (!dtype_argument(s, call, 2, &dtype)
        || (into.tag != SSI_NONE && !check_out(s, into, dtype, size, true)))
        return false;
    if (dtype == SS_FLOAT64)
        return ssi_generator_into(s, call, call->function->variant, into, out);
    if (!float32_shape(s, call->args[0], &shape))
        return false;
    bool ok = gamma_f32(s, call, into, shape, out);
    ssi_release(s, shape);
    return ok;
}
