/* SPDX-License-Identifier: MIT
 * np.random.choice.
 * Learned from: NumPy 2.4.6 (mtrand.pyx) by experiment.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "script/numpy_random.h"

typedef struct choice_call {
    ss_numpy_randomstate *rs;
    ssi_value from; /* an array, or None: 0 ... count - 1 */
    uint64_t count; /* of the population; above: 2**63 and more */
    bool above;
    ssi_value p;      /* float64 array, or None */
    ss_dtype p_dtype; /* as it was given: float32 and float16 may be coarse */
    double tolerance;
    bool replace;
} choice_call;

/* np.prod(size) as NumPy compares it; size None counts as 1. */
static bool check_product(ss_session *s, ssi_value size, bool whole)
{
    bool text = ssi_is(size, &ssi_type_str) || ssi_is(size, &ssi_type_bytes);
    bool list = ssi_is(size, &ssi_type_tuple) || ssi_is(size, &ssi_type_list);
    const ssi_list_object *o = (const ssi_list_object *)size.u.o;
    size_t n = list ? o->count : 0, none = n;
    for (size_t i = 0; i < n; i++) {
        ssi_value v = o->items[i];
        text = text || ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes);
        none = v.tag == SSI_NONE && none == n ? i : none;
    }
    if (text)
        return ssi_unsupported(s, "text as size");
    if (none == n || n < 2 || !whole)
        return true;
    return ssi_raise(s, "TypeError",
                     "unsupported operand type(s) for *: '%s' and '%s'",
                     ssi_type_name(o->items[none ? none - 1 : 0]),
                     ssi_type_name(o->items[none ? none : 1]));
}

bool ssi_no_text_size(ss_session *s, ssi_value size)
{
    return check_product(s, size, false);
}

bool ssi_can_multiply_size(ss_session *s, ssi_value size)
{
    return check_product(s, size, true);
}

static void product_of_array(const ss_array *a, int64_t *out)
{
    ssi_walk walk;
    ssi_number x;
    ssi_walk_start(&walk, a);
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        if (ssi_dtype_is_integer(a->dtype)
            && ssi_number_load(a->dtype, walk.item, &x))
            *out = (int64_t)((uint64_t)*out
                             * (x.kind == 'i' ? (uint64_t)x.i : x.u));
        ssi_walk_next(&walk);
    }
}

static bool no_number(ss_session *s, ssi_value v)
{
    return ssi_raise(s, "TypeError",
                     "int() argument must be a string, a bytes-like object or "
                     "a real number, not '%s'",
                     ssi_type_name(v));
}

void ssi_lenient_product(ssi_value size, int64_t *out)
{
    const ssi_list_object *list = (const ssi_list_object *)size.u.o;
    bool none = false;
    *out = 1;
    if (ssi_is(size, &ssi_type_ndarray))
        product_of_array(ssi_array_of(size), out);
    else if (size.tag == SSI_INT || size.tag == SSI_BOOL)
        *out = size.tag == SSI_INT ? size.u.i : size.u.b;
    else if (ssi_is(size, &ssi_type_tuple) || ssi_is(size, &ssi_type_list))
        for (size_t i = 0; i < list->count; i++) {
            ssi_value v = list->items[i];
            none = none || v.tag == SSI_NONE;
            if (v.tag == SSI_INT)
                *out = (int64_t)((uint64_t)*out * (uint64_t)v.u.i);
        }
    if (none) /* ssi_can_multiply_size() has the error */
        *out = 0;
}

bool ssi_size_product(ss_session *s, ssi_value size, int64_t *out)
{
    size_t n;
    int64_t item;
    *out = 1;
    if (size.tag == SSI_NONE)
        return true;
    if (ssi_is_int(size))
        return ssi_to_int64(s, size, out);
    if (ssi_is(size, &ssi_type_dict))
        return no_number(s, size);
    if (ssi_is(size, &ssi_type_ndarray)) {
        product_of_array(ssi_array_of(size), out);
        return true;
    }
    if (!check_product(s, size, false))
        return false;
    if (!ssi_is(size, &ssi_type_tuple) && !ssi_is(size, &ssi_type_list))
        return true;
    n = ((ssi_list_object *)size.u.o)->count;
    for (size_t i = 0; i < n; i++) {
        ssi_value v = ((ssi_list_object *)size.u.o)->items[i];
        if (v.tag == SSI_NONE || ssi_is(v, &ssi_type_dict))
            return no_number(s, v);
        if (!ssi_is_int(v) && v.tag != SSI_FLOAT)
            return true; /* an error follows when the size is read */
        if (v.tag == SSI_FLOAT)
            item = v.u.f > -0x1p62 && v.u.f < 0x1p62 ? (int64_t)v.u.f : 1;
        else if (!ssi_to_int64(s, v, &item))
            return false;
        *out = (int64_t)((uint64_t)*out * (uint64_t)item);
    }
    return true;
}

static bool population_number(ss_session *s, ssi_value v, int64_t product,
                              choice_call *c)
{
    bool negative, fits;
    if (!ssi_is_int(v))
        return ssi_raise(s, "ValueError",
                         "a must be 1-dimensional or an integer");
    if (!ssi_to_index(s, v, &c->count, &negative, &fits))
        return false;
    if ((negative || (fits && c->count == 0)) && product != 0)
        return ssi_raise(s, "ValueError",
                         "a must be greater than 0 unless "
                         "no samples are taken");
    c->above = !negative && (!fits || c->count > INT64_MAX);
    if (negative)
        c->count = 0;
    return true;
}

static bool population(ss_session *s, ssi_value v, int64_t product,
                       choice_call *c)
{
    ssi_discovery found;
    if (!ssi_discover(s, v, &found))
        return false;
    if (found.ndim == 0 && !found.ragged) {
        ssi_value item = v;
        ssi_retain(v);
        if (ssi_is_array(v)
            && !ssi_item_python(s, ssi_array_element(ssi_array_of(v)),
                                ssi_array_of(v)->data, &item))
            return false;
        bool ok = population_number(s, item, product, c);
        ssi_release(s, item);
        return ok;
    }
    if (!ssi_asarray(s, v, NULL, &c->from))
        return false;
    if (ssi_array_of(c->from)->ndim != 1)
        return ssi_raise(s, "ValueError", "a must be 1-dimensional");
    c->count = ssi_array_of(c->from)->shape[0];
    if (c->count == 0 && product != 0)
        return ssi_raise_status(s, SS_ERR_NUMPY_CHOICE_EMPTY);
    return true;
}

/* Kahan's sum, as NumPy checks it. */
static double kahan_sum(const double *p, size_t n)
{
    double sum = n ? p[0] : 0, c = 0;
    for (size_t i = 1; i < n; i++) {
        double y = p[i] - c, t = sum + y;
        c = (t - sum) - y;
        sum = t;
    }
    return sum;
}

static bool check_probabilities(ss_session *s, const choice_call *c)
{
    const ss_array *a = ssi_array_of(c->p);
    const double *p = a->data;
    double sum, off;
    if (a->ndim != 1)
        return ssi_raise(s, "ValueError", "'p' must be 1-dimensional");
    if (c->above || a->shape[0] != c->count)
        return ssi_raise(s, "ValueError", "'a' and 'p' must have same size");
    sum = kahan_sum(p, a->shape[0]);
    if (sum != sum)
        return ssi_raise_status(s, SS_ERR_NUMPY_P_NAN);
    for (size_t i = 0; i < a->shape[0]; i++)
        if (p[i] < 0)
            return ssi_raise_status(s, SS_ERR_NUMPY_P_NEGATIVE);
    off = sum - 1 < 0 ? 1 - sum : sum - 1;
    if (off > c->tolerance)
        return ssi_raise_status(s, SS_ERR_NUMPY_P_SUM);
    return true;
}

static bool probabilities(ss_session *s, ssi_value v, choice_call *c)
{
    ssi_element float64 = ssi_element_of(SS_FLOAT64);
    ssi_value copy;
    size_t n;
    c->tolerance = 0x1p-26; /* the square root of the dtype's epsilon */
    c->p_dtype = SS_FLOAT64;
    if (v.tag == SSI_NONE)
        return true;
    if (!ssi_length(s, v, &n))
        return false;
    if (ssi_is(v, &ssi_type_ndarray)) {
        c->p_dtype = ssi_array_of(v)->dtype;
        if (c->p_dtype == SS_FLOAT32)
            c->tolerance = 0x1.6a09e6p-12;
        else if (c->p_dtype == SS_FLOAT16)
            c->tolerance = 0x1p-5;
    }
    if (!ssi_asarray(s, v, &float64, &c->p))
        return false;
    if (!ss_array_is_contiguous(ssi_array_of(c->p))) {
        if (!ssi_array_copy(s, &ssi_type_ndarray, c->p, float64, &copy))
            return false;
        ssi_release(s, c->p);
        c->p = copy;
    }
    return check_probabilities(s, c);
}

/* The checks between p and the draws. */
static bool check_size(ss_session *s, const choice_call *c, int64_t product)
{
    if (!c->replace && !c->above && product > (int64_t)c->count)
        return ssi_raise_status(s, SS_ERR_NUMPY_CHOICE_SIZE);
    if (!c->replace && product < 0)
        return ssi_raise(s, "ValueError",
                         "Negative dimensions are not allowed");
    if (c->above && c->replace && product != 0
        && !(c->count == UINT64_C(1) << 63 && c->from.tag == SSI_NONE))
        return ssi_raise(s, "ValueError", "high is out of bounds for int64");
    if (c->above && !c->replace)
        return ssi_unsupported(s, "choice without replacement from 2**63 "
                                  "and more");
    return true;
}

/* Without replacement all 0 ... count - 1 are laid out, as NumPy does. */
static bool check_memory(ss_session *s, const choice_call *c)
{
    ssi_value all;
    size_t n = (size_t)c->count;
    if (c->replace || c->p.tag != SSI_NONE)
        return true;
    if (!ssi_new_array(s, &ssi_type_ndarray, SS_INT64, 8, 1, &n, &all))
        return false;
    ssi_release(s, all);
    return true;
}

static bool draw_indices(ss_session *s, const choice_call *c, int64_t *out,
                         size_t n)
{
    const double *p = c->p.tag == SSI_NONE ? NULL : ssi_array_of(c->p)->data;
    ss_status status;
    if (c->above) { /* 2**63 itself: the whole of int64's upper half */
        status = ss_numpy_randint_fill(c->rs, SS_INT64, 0, INT64_MAX, out, n);
        return status == SS_OK || ssi_raise_status(s, status);
    }
    if (n == 0 && c->replace)
        return true;
    status = ss_numpy_choice_p_fill(c->rs, (int64_t)c->count, c->replace, p,
                                    c->p_dtype, out, n);
    return status == SS_OK || ssi_raise_status(s, status);
}

static void take(const ss_array *from, const int64_t *index, size_t n,
                 char *out)
{
    for (size_t i = 0; i < n; i++)
        memcpy(out + i * from->itemsize,
               (char *)from->data + (ptrdiff_t)index[i] * from->strides[0],
               from->itemsize);
}

static bool choose_one(ss_session *s, const choice_call *c, ssi_value *out)
{
    int64_t index;
    if (!draw_indices(s, c, &index, 1))
        return false;
    if (c->from.tag == SSI_NONE) {
        *out = ssi_int(index);
        return true;
    }
    const ss_array *a = ssi_array_of(c->from);
    return ssi_new_scalar(s, a->dtype, a->itemsize,
                          (char *)a->data + (ptrdiff_t)index * a->strides[0],
                          out);
}

static bool choose(ss_session *s, const choice_call *c, const ssi_shape *shape,
                   ssi_value *out)
{
    ssi_value indices;
    if (!ssi_new_ndarray(s, SS_INT64, shape, &indices))
        return false;
    size_t n = ss_array_size(ssi_array_of(indices));
    int64_t *index = ssi_array_of(indices)->data;
    bool ok = draw_indices(s, c, index, n);
    if (ok && c->from.tag == SSI_NONE) {
        *out = indices;
        return true;
    }
    if (ok) {
        const ss_array *a = ssi_array_of(c->from);
        ok = ssi_new_array(s, &ssi_type_ndarray, a->dtype, a->itemsize,
                           shape->ndim, shape->dims, out);
        if (ok)
            take(a, index, n, ssi_array_of(*out)->data);
    }
    ssi_release(s, indices);
    return ok;
}

static bool choice(ss_session *s, ssi_call *call, choice_call *c,
                   ssi_value *out)
{
    ssi_value size = call->given[1] ? call->args[1] : ssi_none();
    ssi_shape shape;
    int64_t product;
    c->replace = true;
    if (!ssi_no_text_size(s, size))
        return false;
    ssi_lenient_product(size, &product);
    if (!population(s, call->args[0], product, c)
        || (c->count == 0 && !ssi_can_multiply_size(s, size))
        || !probabilities(s, call->given[3] ? call->args[3] : ssi_none(), c)
        || !ssi_size_product(s, size, &product)
        || (call->given[2] && !ssi_truth(s, call->args[2], &c->replace))
        || !check_size(s, c, product) || !ssi_size_argument(s, size, 8, &shape)
        || !check_memory(s, c))
        return false;
    return shape.none ? choose_one(s, c, out) : choose(s, c, &shape, out);
}

bool ssi_numpy_choice(ss_session *s, ssi_call *call, ssi_value *out)
{
    choice_call c = {.rs = ssi_numpy_random_of(s, call),
                     .from = ssi_none(),
                     .p = ssi_none()};
    bool ok = choice(s, call, &c, out);
    ssi_release(s, c.from);
    ssi_release(s, c.p);
    return ok;
}
