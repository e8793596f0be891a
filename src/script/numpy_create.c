/* SPDX-License-Identifier: MIT
 * np.array, np.arange, np.zeros and the like.
 * Learned from: NumPy 2.4.6 (multiarraymodule.c, ctors.c,
 * function_base.py) by experiment.
 */
#include "script/numpy_create.h"

#include <string.h>

#include "script/ndarray.h"

static bool dtype_parameter(ss_session *s, const ssi_call *call, size_t i,
                            ssi_element *element, bool *given)
{
    *given = call->given[i] && call->args[i].tag != SSI_NONE;
    return !*given || ssi_dtype_argument(s, call->args[i], element);
}

/* order='C', 'K' and 'A' make no difference here. */
static bool check_order(ss_session *s, const ssi_call *call, size_t i)
{
    if (!call->given[i] || call->args[i].tag == SSI_NONE)
        return true;
    if (ssi_is(call->args[i], &ssi_type_str)) {
        const char *order = ((ssi_str_object *)call->args[i].u.o)->data;
        if (order[0] && !order[1] && strchr("CKA", order[0]))
            return true;
    }
    return ssi_unsupported(s, "this order=; 'C' is supported");
}

/* array(object, dtype, copy, order, subok, ndmin, ndmax, like) */
bool ssi_numpy_array(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_element element;
    bool given, copy = true;
    int64_t least = 0;
    if (call->given[2] && call->args[2].tag != SSI_NONE
        && !ssi_truth(s, call->args[2], &copy))
        return false;
    if (!copy || call->given[6] || call->given[7])
        return ssi_unsupported(s, "copy=False, ndmax= and like= of array()");
    if (!dtype_parameter(s, call, 1, &element, &given)
        || !check_order(s, call, 3)
        || (call->given[5] && !ssi_to_int64(s, call->args[5], &least)))
        return false;
    if (least > SS_ARRAY_MAX_DIMS || least < 0)
        return ssi_unsupported(s, "this ndmin=");
    if (!ssi_array_from(s, &ssi_type_ndarray, call->args[0],
                        given ? &element : NULL, out))
        return false;
    ss_array *a = ssi_array_of(*out);
    uint32_t more = (uint32_t)least > a->ndim ? (uint32_t)least - a->ndim : 0;
    memmove(a->shape + more, a->shape, a->ndim * sizeof *a->shape);
    memmove(a->strides + more, a->strides, a->ndim * sizeof *a->strides);
    for (uint32_t i = 0; i < more; i++) {
        a->shape[i] = 1;
        a->strides[i] = (ptrdiff_t)(ss_array_size(a) * a->itemsize);
    }
    a->ndim += more;
    return true;
}

bool ssi_numpy_asarray(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_element element;
    bool given;
    return dtype_parameter(s, call, 1, &element, &given)
           && check_order(s, call, 2)
           && ssi_asarray(s, call->args[0], given ? &element : NULL, out);
}

/* An array of shape filled with one element. */
static bool filled(ss_session *s, const ssi_shape *shape, ssi_element e,
                   ssi_value fill, ssi_value *out)
{
    if (!ssi_new_array(s, &ssi_type_ndarray, e.dtype, e.itemsize, shape->ndim,
                       shape->dims, out))
        return false;
    ss_array *a = ssi_array_of(*out);
    size_t n = ss_array_size(a);
    if (n && !ssi_item_store(s, e, a->data, fill)) {
        ssi_release(s, *out);
        return false;
    }
    for (size_t i = 1; i < n; i++)
        memcpy((char *)a->data + i * e.itemsize, a->data, e.itemsize);
    return true;
}

static bool shape_parameter(ss_session *s, ssi_value v, size_t itemsize,
                            ssi_shape *shape)
{
    if (v.tag == SSI_NONE)
        return ssi_raise(s, "TypeError", "Use () not None as shape arguments");
    return ssi_size_argument(s, v, itemsize, shape);
}

/* zeros (variant 0) and ones (1). */
bool ssi_numpy_filled(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_element e = ssi_element_of(SS_FLOAT64);
    ssi_shape shape;
    ssi_value fill = ssi_int(call->function->variant);
    bool given;
    if (!dtype_parameter(s, call, 1, &e, &given) || !check_order(s, call, 2))
        return false;
    if (ssi_dtype_is_text(e.dtype) && e.itemsize == 0)
        e.itemsize = e.dtype == SS_STR ? 4 : 1;
    if (!shape_parameter(s, call->args[0], e.itemsize, &shape))
        return false;
    if (call->function->variant == 0)
        return ssi_new_array(s, &ssi_type_ndarray, e.dtype, e.itemsize,
                             shape.ndim, shape.dims, out);
    return filled(s, &shape, e, fill, out);
}

static bool raise_fill_shape(ss_session *s, const ss_array *from,
                             const ssi_shape *shape)
{
    ss_text a = {0}, b = {0};
    if (ssi_shape_text(s, from->shape, from->ndim, &a)
        && ssi_shape_text(s, shape->dims, shape->ndim, &b))
        ssi_raise(s, "ValueError",
                  "could not broadcast input array from "
                  "shape %s into shape %s",
                  a.data, b.data);
    ss_text_free(&a);
    ss_text_free(&b);
    return false;
}

static bool fill_array(ss_session *s, const ssi_shape *shape, ssi_element e,
                       ssi_value from, ssi_value *out)
{
    ss_array view;
    ssi_walk walk;
    if (!ssi_broadcast_to(ssi_array_of(from), shape->ndim, shape->dims, &view))
        return raise_fill_shape(s, ssi_array_of(from), shape);
    if (!ssi_new_array(s, &ssi_type_ndarray, e.dtype, e.itemsize, shape->ndim,
                       shape->dims, out))
        return false;
    ss_array *a = ssi_array_of(*out);
    ssi_walk_start(&walk, &view);
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        memcpy((char *)a->data + i * e.itemsize, walk.item, e.itemsize);
        ssi_walk_next(&walk);
    }
    return true;
}

bool ssi_numpy_full(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_element e;
    ssi_shape shape;
    ssi_value from;
    bool given;
    if (!dtype_parameter(s, call, 2, &e, &given) || !check_order(s, call, 3)
        || !ssi_array_from(s, &ssi_type_ndarray, call->args[1],
                           given ? &e : NULL, &from))
        return false;
    e = ssi_array_element(ssi_array_of(from));
    bool ok = shape_parameter(s, call->args[0], e.itemsize, &shape)
              && fill_array(s, &shape, e, from, out);
    ssi_release(s, from);
    return ok;
}

bool ssi_numpy_empty(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_element e = ssi_element_of(SS_FLOAT64);
    ssi_shape shape;
    bool given, empty = false;
    if (!dtype_parameter(s, call, 1, &e, &given)
        || !shape_parameter(s, call->args[0], e.itemsize, &shape))
        return false;
    for (uint32_t i = 0; i < shape.ndim; i++)
        empty = empty || shape.dims[i] == 0;
    if (!empty)
        return ssi_unsupported(s, "np.empty(), whose contents are whatever "
                                  "was in memory; np.zeros() is supported");
    return ssi_new_array(s, &ssi_type_ndarray, e.dtype, e.itemsize, shape.ndim,
                         shape.dims, out);
}

/* --- arange --- */
typedef struct range {
    ssi_value start, stop, step;
    ssi_element type; /* found in them, int64 at least */
} range;

static bool range_type(ss_session *s, ssi_value v, range *r)
{
    ssi_discovery found;
    if (v.tag == SSI_NONE)
        return true;
    if (!ssi_discover(s, v, &found))
        return false;
    if (found.object || found.ndim || found.ragged
        || found.element.dtype > SS_FLOAT64)
        return ssi_unsupported(s, "np.arange() of this; ints and floats are "
                                  "supported");
    return ssi_promote(r->type, found.element, &r->type);
}

static double whole_above(double x)
{
    if (!(x > -0x1p52 && x < 0x1p52))
        return x;
    double t = (double)(int64_t)x;
    return t < x ? t + 1 : t;
}

static bool length_argument(ss_session *s, const double v[3], size_t itemsize,
                            ssi_shape *shape)
{
    double length = whole_above((v[1] - v[0]) / v[2]);
    if (v[2] == 0)
        return ssi_raise(s, "ZeroDivisionError", "division by zero");
    if (length != length)
        return ssi_raise(s, "ValueError", "arange: cannot compute length");
    if (length >= 0x1p63)
        return ssi_raise(s, "ValueError", "Maximum allowed size exceeded");
    ssi_value count = ssi_int(length > 0 ? (int64_t)length : 0);
    return ssi_dims_argument(s, &count, 1, itemsize, shape);
}

static void fill_range(ss_array *a, const double v[3])
{
    size_t n = ss_array_size(a);
    ssi_number first = {.kind = 'f', .f = v[0]};
    ssi_number second = {.kind = 'f', .f = v[0] + v[2]};
    if (n == 0)
        return;
    char *item = a->data;
    ssi_number_store(a->dtype, item, &first);
    ssi_number_load(a->dtype, item, &first);
    if (n > 1) {
        ssi_number_store(a->dtype, item + a->itemsize, &second);
        ssi_number_load(a->dtype, item + a->itemsize, &second);
    }
    double delta = second.f - first.f;
    for (size_t i = 2; i < n; i++) {
        ssi_number next = {.kind = 'f', .f = first.f + (double)i * delta};
        if (a->dtype == SS_FLOAT32) {
            float d = (float)delta, product = (float)i * d;
            next.f = (float)first.f + product;
        }
        ssi_number_store(a->dtype, item + i * a->itemsize, &next);
    }
}

static void fill_integers(ss_array *a, int64_t start, int64_t step)
{
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        ssi_number next = {.kind = 'i'};
        next.i = (int64_t)((uint64_t)start + i * (uint64_t)step);
        ssi_number_store(a->dtype, (char *)a->data + i * a->itemsize, &next);
    }
}

static bool arange(ss_session *s, const range *r, ssi_element type,
                   ssi_value *out)
{
    double v[3];
    int64_t start, step;
    ssi_shape shape;
    if (!ssi_to_double(s, r->start, &v[0]) || !ssi_to_double(s, r->stop, &v[1])
        || !ssi_to_double(s, r->step, &v[2])
        || !length_argument(s, v, type.itemsize, &shape)
        || !ssi_new_ndarray(s, type.dtype, &shape, out))
        return false;
    ss_array *a = ssi_array_of(*out);
    if (!ssi_dtype_is_integer(type.dtype)) {
        fill_range(a, v);
        return true;
    }
    if (ssi_to_int64(s, r->start, &start) && ssi_to_int64(s, r->step, &step)) {
        fill_integers(a, start, step);
        return true;
    }
    ssi_release(s, *out);
    return false;
}

bool ssi_numpy_arange(ss_session *s, ssi_call *call, ssi_value *out)
{
    range r = {ssi_int(0), ssi_none(), ssi_int(1), ssi_element_of(SS_INT64)};
    ssi_element type;
    bool given;
    if (call->given[1] && call->args[1].tag != SSI_NONE) {
        r.stop = call->args[1];
        if (call->given[0])
            r.start = call->args[0];
    } else if (call->given[0]) {
        r.stop = call->args[0];
    } else {
        return ssi_raise(s, "TypeError",
                         "arange() requires stop to be "
                         "specified.");
    }
    if (call->given[2] && call->args[2].tag != SSI_NONE)
        r.step = call->args[2];
    if (r.stop.tag == SSI_NONE)
        return ssi_raise(s, "TypeError",
                         "unsupported operand type(s) for -: "
                         "'NoneType' and 'int'");
    if (!range_type(s, r.start, &r) || !range_type(s, r.stop, &r)
        || !range_type(s, r.step, &r)
        || !dtype_parameter(s, call, 3, &type, &given))
        return false;
    if (!given)
        type = r.type;
    if (type.dtype == SS_BOOL || type.dtype > SS_FLOAT64
        || (ssi_dtype_is_integer(type.dtype)
            && !ssi_dtype_is_integer(r.type.dtype)))
        return ssi_unsupported(s, "np.arange() of this dtype");
    return arange(s, &r, type, out);
}

/* --- linspace --- */
bool ssi_numpy_linspace(ss_session *s, ssi_call *call, ssi_value *out)
{
    double start, stop;
    int64_t num = 50;
    bool endpoint = true;
    ssi_shape shape;
    ssi_element type = ssi_element_of(SS_FLOAT64);
    bool given;
    if ((call->given[2] && !ssi_to_int64(s, call->args[2], &num))
        || !dtype_parameter(s, call, 5, &type, &given))
        return false;
    if (type.dtype != SS_FLOAT64
        || (call->given[4]
            && !(call->args[4].tag == SSI_BOOL && !call->args[4].u.b)))
        return ssi_unsupported(s, "retstep= and dtype= of linspace()");
    if (num < 0)
        return ssi_raise(s, "ValueError",
                         "Number of samples, %lld, must be non-negative.",
                         (long long)num);
    if (call->given[3] && !ssi_truth(s, call->args[3], &endpoint))
        return false;
    if ((call->args[0].tag == SSI_OBJECT && !ssi_is_int(call->args[0]))
        || (call->args[1].tag == SSI_OBJECT && !ssi_is_int(call->args[1])))
        return ssi_unsupported(s, "np.linspace() of something else than "
                                  "Python numbers");
    ssi_value count = ssi_int(num);
    if (!ssi_to_double(s, call->args[0], &start)
        || !ssi_to_double(s, call->args[1], &stop)
        || !ssi_dims_argument(s, &count, 1, 8, &shape)
        || !ssi_new_ndarray(s, SS_FLOAT64, &shape, out))
        return false;
    double *to = ssi_array_of(*out)->data, delta = stop - start;
    double div = (double)(endpoint ? num - 1 : num), step = delta / div;
    for (int64_t i = 0; i < num; i++) {
        double y = (double)i * (div > 0 && step != 0 ? step : delta);
        if (div > 0 && step == 0)
            y = (double)i / div * delta;
        to[i] = y + start;
    }
    if (endpoint && num > 1)
        to[num - 1] = stop;
    return true;
}
