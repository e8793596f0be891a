/* SPDX-License-Identifier: MIT
 * Shapes: size arguments, memory limits, walks and broadcasting.
 * Learned from: NumPy 2.4.6 (conversion_utils.c, ctors.c, iterators.c,
 * _core/_exceptions.py) by experiment.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "script/ndarray.h"

bool ssi_text_done(ss_session *s, ss_status status)
{
    if (status == SS_OK)
        return true;
    if (s->error.status != SS_OK) /* a formatter's */
        return false;
    if (status == SS_ERR_MEMORY)
        return ssi_raise_memory(s);
    if (status == SS_ERR_DTYPE)
        return ssi_unsupported(s, "printing arrays of this dtype");
    return ssi_raise_status(s, status);
}

bool ssi_text_add(ss_session *s, ss_text *out, const char *bytes)
{
    return ssi_text_done(s, ss_text_append(out, bytes, strlen(bytes)));
}

bool ssi_shape_text(ss_session *s, const size_t *shape, uint32_t ndim,
                    ss_text *out)
{
    char number[32];
    if (!ssi_text_add(s, out, "("))
        return false;
    for (uint32_t i = 0; i < ndim; i++) {
        snprintf(number, sizeof number, "%s%zu", i ? ", " : "", shape[i]);
        if (!ssi_text_add(s, out, number))
            return false;
    }
    return ssi_text_add(s, out, ndim == 1 ? ",)" : ")");
}

bool ssi_shape_tuple(ss_session *s, const ss_array *a, ssi_value *out)
{
    ssi_value dims[SS_ARRAY_MAX_DIMS];
    for (uint32_t i = 0; i < a->ndim; i++)
        dims[i] = ssi_int((int64_t)a->shape[i]);
    return ssi_new_tuple(s, dims, a->ndim, out);
}

/* Bytes as NumPy's MemoryError says them: "7.28 TiB". */
static void memory_text(uint64_t bytes, char text[32])
{
    static const char *const units[] = {"bytes", "KiB", "MiB", "GiB",
                                        "TiB",   "PiB", "EiB"};
    unsigned log2 = 0, unit, shift;
    for (uint64_t b = bytes; b > 1; b >>= 1)
        log2++;
    unit = (log2 ? log2 : 1) / 10;
    shift = unit * 10;
    if (unit == 0) {
        snprintf(text, 32, "%" PRIu64 " bytes", bytes);
        return;
    }
    uint64_t whole = bytes >> shift, rest = bytes - (whole << shift);
    if (shift > 40) {
        rest >>= shift - 40;
        shift = 40;
    }
    uint64_t thousandths = whole * 1000 + ((rest * 1000) >> shift);
    if (thousandths >= 1023500 && unit < 6) {
        unit++;
        thousandths = 1000;
    }
    uint64_t hundredths = (thousandths + 5) / 10;
    uint64_t tenths = (thousandths + 50) / 100;
    if (hundredths < 1000)
        snprintf(text, 32, "%" PRIu64 ".%02" PRIu64 " %s", hundredths / 100,
                 hundredths % 100, units[unit]);
    else if (tenths < 1000)
        snprintf(text, 32, "%" PRIu64 ".%" PRIu64 " %s", tenths / 10,
                 tenths % 10, units[unit]);
    else
        snprintf(text, 32, "%" PRIu64 ". %s", (thousandths + 500) / 1000,
                 units[unit]);
}

static bool raise_array_memory(ss_session *s, ss_dtype dtype, size_t itemsize,
                               uint32_t ndim, const size_t *shape,
                               uint64_t bytes)
{
    char amount[32], name[32];
    ss_text text = {0};
    memory_text(bytes, amount);
    ssi_dtype_text((ssi_element){dtype, itemsize}, name);
    if (!ssi_shape_text(s, shape, ndim, &text))
        return false;
    ssi_raise(s, "numpy._core._exceptions._ArrayMemoryError",
              "Unable to allocate %s for an array with shape %s and data type "
              "%s",
              amount, text.data, name);
    ss_text_free(&text);
    return false;
}

static bool raise_tensor_memory(ss_session *s, uint64_t bytes)
{
    return ssi_raise(s, "RuntimeError",
                     "[enforce fail at alloc_cpu.cpp:127] err == 0. "
                     "DefaultCPUAllocator: can't allocate memory: you tried "
                     "to allocate %" PRIu64 " bytes. Error code 12 (Cannot "
                     "allocate memory)",
                     bytes);
}

bool ssi_new_array(ss_session *s, const ssi_type *type, ss_dtype dtype,
                   size_t itemsize, uint32_t ndim, const size_t *shape,
                   ssi_value *out)
{
    size_t limit = s->options.memory_limit, bytes = itemsize;
    ss_status status = SS_ERR_MEMORY;
    ssi_array_object *o = NULL;
    if (!limit)
        limit = (size_t)4 << 30;
    for (uint32_t i = 0; i < ndim; i++)
        bytes *= shape[i];
    if (bytes <= limit && s->memory <= limit - bytes) {
        o = ssi_new(s, type, sizeof *o, bytes);
        if (!o)
            return false;
        o->base = ssi_none();
        status = ss_array_new(&o->array, dtype, itemsize, ndim, shape);
    }
    if (status == SS_OK) {
        *out = ssi_from_object(o);
        return true;
    }
    if (o)
        ssi_release(s, ssi_from_object(o));
    if (type == &ssi_type_tensor)
        return raise_tensor_memory(s, bytes);
    return raise_array_memory(s, dtype, itemsize, ndim, shape, bytes);
}

bool ssi_new_ndarray(ss_session *s, ss_dtype dtype, const ssi_shape *shape,
                     ssi_value *out)
{
    return ssi_new_array(s, &ssi_type_ndarray, dtype, ss_dtype_size(dtype),
                         shape->ndim, shape->dims, out);
}

/* One dimension: bools are no ints here. */
static bool dimension(ss_session *s, ssi_value v, int64_t *out)
{
    uint64_t u;
    bool negative, fits;
    if (v.tag == SSI_BOOL
        || (ssi_is(v, &ssi_type_numpy_scalar)
            && ((ssi_scalar_object *)v.u.o)->dtype == SS_BOOL))
        return ssi_raise(s, "TypeError", "an integer is required");
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (!fits || (!negative && u > INT64_MAX))
        return ssi_raise(s, "ValueError", "Maximum allowed dimension exceeded");
    *out = (int64_t)u;
    return true;
}

static bool check_dims(ss_session *s, const int64_t *dims, size_t count,
                       size_t itemsize, ssi_shape *out)
{
    size_t bytes = itemsize ? itemsize : 1;
    for (size_t i = 0; i < count; i++) {
        out->dims[i] = (size_t)dims[i];
        if (dims[i] < 0)
            return ssi_raise(s, "ValueError",
                             "negative dimensions are not allowed");
        if (dims[i] == 0)
            continue;
        if ((uint64_t)dims[i] > (uint64_t)INT64_MAX / bytes)
            return ssi_raise(s, "ValueError",
                             "array is too big; `arr.size * "
                             "arr.dtype.itemsize` is larger than the maximum "
                             "possible size.");
        bytes *= (size_t)dims[i];
    }
    out->ndim = (uint32_t)count;
    out->none = false;
    return true;
}

bool ssi_dims_argument(ss_session *s, const ssi_value *dims, size_t count,
                       size_t itemsize, ssi_shape *out)
{
    int64_t sizes[SS_ARRAY_MAX_DIMS];
    if (count > SS_ARRAY_MAX_DIMS)
        return ssi_raise(s, "ValueError",
                         "maximum supported dimension for an ndarray is "
                         "currently 64, found %zu",
                         count);
    for (size_t i = 0; i < count; i++)
        if (!dimension(s, dims[i], &sizes[i]))
            return false;
    return check_dims(s, sizes, count, itemsize, out);
}

static bool size_of_sequence(ss_session *s, ssi_value v, size_t count,
                             size_t itemsize, ssi_shape *out)
{
    int64_t sizes[SS_ARRAY_MAX_DIMS];
    if (count > SS_ARRAY_MAX_DIMS)
        return ssi_raise(s, "ValueError",
                         "maximum supported dimension for an ndarray is "
                         "currently 64, found %zu",
                         count);
    for (size_t i = 0; i < count; i++) {
        ssi_value item;
        bool done = false, ok;
        if (!ssi_iterate(s, v, i, &item, &done))
            return false;
        if (done)
            return ssi_raise(s, "RuntimeError",
                             "the sequence of sizes "
                             "changed");
        ok = dimension(s, item, &sizes[i]);
        ssi_release(s, item);
        if (!ok)
            return false;
    }
    return check_dims(s, sizes, count, itemsize, out);
}

/* An array without axes counts as its element. */
static bool is_sequence(ssi_value v)
{
    if (ssi_is_array(v))
        return ssi_array_of(v)->ndim > 0;
    return ssi_is(v, &ssi_type_list) || ssi_is(v, &ssi_type_tuple)
           || ssi_is(v, &ssi_type_range) || ssi_is(v, &ssi_type_str)
           || ssi_is(v, &ssi_type_bytes) || ssi_is(v, &ssi_type_torch_size);
}

bool ssi_size_argument(ss_session *s, ssi_value v, size_t itemsize,
                       ssi_shape *out)
{
    size_t count;
    ss_text shown = {0};
    *out = (ssi_shape){.none = v.tag == SSI_NONE};
    if (out->none)
        return true;
    if (is_sequence(v))
        return ssi_length(s, v, &count)
               && size_of_sequence(s, v, count, itemsize, out);
    if (v.tag != SSI_BOOL && ssi_is_int(v))
        return ssi_dims_argument(s, &v, 1, itemsize, out);
    if (ssi_is_array(v)) {
        ssi_value item;
        ss_array *a = ssi_array_of(v);
        if (!ssi_item_python(s, ssi_array_element(a), a->data, &item))
            return false;
        bool ok = (item.tag == SSI_BOOL || !ssi_is_int(item))
                  || ssi_size_argument(s, item, itemsize, out);
        bool number = item.tag != SSI_BOOL && ssi_is_int(item);
        ssi_release(s, item);
        if (number || !ok)
            return ok;
    }
    if (!ssi_repr(s, v, &shown))
        return false;
    ssi_raise(s, "TypeError",
              "expected a sequence of integers or a single "
              "integer, got '%s'",
              shown.data);
    ss_text_free(&shown);
    return false;
}

void ssi_walk_start(ssi_walk *walk, const ss_array *array)
{
    walk->array = array;
    walk->item = array->data;
    memset(walk->index, 0, array->ndim * sizeof *walk->index);
}

void ssi_walk_next(ssi_walk *walk)
{
    const ss_array *a = walk->array;
    for (uint32_t i = a->ndim; i-- > 0;) {
        walk->item += a->strides[i];
        if (++walk->index[i] < a->shape[i])
            return;
        walk->item -= (ptrdiff_t)a->shape[i] * a->strides[i];
        walk->index[i] = 0;
    }
}

bool ssi_broadcast_to(const ss_array *a, uint32_t ndim, const size_t *shape,
                      ss_array *view)
{
    if (a->ndim > ndim)
        return false;
    *view = *a;
    view->owned = NULL;
    view->ndim = ndim;
    for (uint32_t i = 0; i < ndim; i++) {
        uint32_t lead = ndim - a->ndim;
        size_t own = i < lead ? 1 : a->shape[i - lead];
        if (own != shape[i] && own != 1)
            return false;
        view->shape[i] = shape[i];
        view->strides[i] = own == 1 ? 0 : a->strides[i - lead];
    }
    return true;
}

bool ssi_broadcast_shape(const ss_array *const *arrays, size_t count,
                         uint32_t *ndim, size_t *shape, size_t *first,
                         size_t *second)
{
    size_t from[SS_ARRAY_MAX_DIMS];
    *ndim = 0;
    for (size_t k = 0; k < count; k++)
        if (arrays[k]->ndim > *ndim)
            *ndim = arrays[k]->ndim;
    for (uint32_t i = 0; i < *ndim; i++) {
        shape[i] = 1;
        from[i] = 0;
    }
    for (uint32_t axis = 0; axis < *ndim; axis++)
        for (size_t k = 0; k < count; k++) {
            uint32_t lead = *ndim - arrays[k]->ndim;
            size_t own = axis < lead ? 1 : arrays[k]->shape[axis - lead];
            if (own == 1)
                continue;
            if (shape[axis] == 1) {
                shape[axis] = own;
                from[axis] = k;
            } else if (shape[axis] != own) {
                *first = from[axis];
                *second = k;
                return false;
            }
        }
    return true;
}

bool ssi_raise_mismatch(ss_session *s, const ss_array *const *arrays,
                        size_t first, size_t second)
{
    ss_text a = {0}, b = {0};
    const ss_array *x = arrays[first], *y = arrays[second];
    if (ssi_shape_text(s, x->shape, x->ndim, &a)
        && ssi_shape_text(s, y->shape, y->ndim, &b))
        ssi_raise(s, "ValueError",
                  "shape mismatch: objects cannot be broadcast to a single "
                  "shape.  Mismatch is between arg %zu with shape %s and arg "
                  "%zu with shape %s.",
                  first, a.data, second, b.data);
    ss_text_free(&a);
    ss_text_free(&b);
    return false;
}
