/* SPDX-License-Identifier: MIT
 * Arrays from Python values: the shape and element type of nested sequences.
 * Learned from: NumPy 2.4.6 (array_coercion.c) by experiment.
 */
#include <string.h>

#include "script/ndarray.h"
#include "script/torch_grad.h"

static bool is_nest(ssi_value v)
{
    return ssi_is(v, &ssi_type_list) || ssi_is(v, &ssi_type_tuple)
           || ssi_is(v, &ssi_type_range) || ssi_is(v, &ssi_type_torch_size);
}

/* The element type of a Python scalar. false: object. */
static bool element_of_scalar(ss_session *s, ssi_value v, ssi_element *out)
{
    uint64_t u;
    bool negative, fits;
    if (v.tag == SSI_BOOL) {
        *out = ssi_element_of(SS_BOOL);
    } else if (v.tag == SSI_INT) {
        *out = ssi_element_of(SS_INT64);
    } else if (v.tag == SSI_FLOAT) {
        *out = ssi_element_of(SS_FLOAT64);
    } else if (ssi_is(v, &ssi_type_numpy_scalar)) {
        ssi_scalar_object *n = (ssi_scalar_object *)v.u.o;
        *out = (ssi_element){n->dtype, n->itemsize};
    } else if (ssi_is(v, &ssi_type_str)) {
        ssi_str_object *t = (ssi_str_object *)v.u.o;
        *out = (ssi_element){SS_STR,
                             4 * ssi_utf8_points(t->data, t->size, NULL, 0)};
    } else if (ssi_is(v, &ssi_type_bytes)) {
        *out = (ssi_element){SS_BYTES, ((ssi_str_object *)v.u.o)->size};
    } else if (ssi_is(v, &ssi_type_complex)) {
        *out = ssi_element_of(SS_COMPLEX128);
    } else if (ssi_is(v, &ssi_type_bigint)) {
        if (!ssi_to_index(s, v, &u, &negative, &fits) || !fits || negative)
            return false;
        *out = ssi_element_of(SS_UINT64);
    } else {
        return false;
    }
    return true;
}

static void add_element(ssi_discovery *found, ssi_element element)
{
    if (!found->has_element)
        found->element = element;
    else if (!ssi_promote(found->element, element, &found->element))
        found->object = true;
    found->has_element = true;
}

/* A sequence of count items at depth. false: no regular array goes deeper. */
static bool add_level(ssi_discovery *found, uint32_t depth, size_t count)
{
    if (depth >= found->ndim) { /* a scalar was found at this depth */
        found->ragged = true;
        return false;
    }
    if (depth < found->known) {
        if (found->shape[depth] == count)
            return true;
        found->ragged = true;
        found->ndim = depth;
        return false;
    }
    found->shape[depth] = count;
    found->known = depth + 1;
    return true;
}

/* A scalar at depth: no level is deeper. */
static void end_levels(ssi_discovery *found, uint32_t depth)
{
    if (depth < found->ndim) {
        if (found->known > depth)
            found->ragged = true;
        found->ndim = depth;
    }
}

static bool discover(ss_session *s, ssi_value v, uint32_t depth,
                     ssi_discovery *found);

static bool discover_nest(ss_session *s, ssi_value v, uint32_t depth,
                          ssi_discovery *found)
{
    size_t count;
    if (!ssi_length(s, v, &count))
        return false;
    if (!add_level(found, depth, count))
        return true;
    for (size_t i = 0; i < count; i++) {
        ssi_value item;
        bool done, ok;
        if (!ssi_iterate(s, v, i, &item, &done))
            return false;
        if (done)
            break;
        ok = discover(s, item, depth + 1, found);
        ssi_release(s, item);
        if (!ok)
            return false;
    }
    return true;
}

static bool discover(ss_session *s, ssi_value v, uint32_t depth,
                     ssi_discovery *found)
{
    ssi_element element;
    if (ssi_is_array(v)) {
        const ss_array *a = ssi_array_of(v);
        add_element(found, ssi_array_element(a));
        found->all_python = false;
        for (uint32_t i = 0; i < a->ndim; i++)
            if (!add_level(found, depth + i, a->shape[i]))
                return true;
        end_levels(found, depth + a->ndim);
        return true;
    }
    if (is_nest(v)) {
        if (depth >= SS_ARRAY_MAX_DIMS)
            return ssi_unsupported(s, "arrays of more than 64 dimensions");
        return discover_nest(s, v, depth, found);
    }
    if (ssi_is(v, &ssi_type_numpy_scalar))
        found->all_python = false;
    if (element_of_scalar(s, v, &element))
        add_element(found, element);
    else if (s->error.status != SS_OK)
        return false;
    else
        found->object = true;
    end_levels(found, depth);
    return true;
}

static bool raise_ragged(ss_session *s, const ssi_discovery *found)
{
    ss_text text = {0};
    if (!ssi_shape_text(s, found->shape, found->ndim, &text))
        return false;
    ssi_raise(s, "ValueError",
              "setting an array element with a sequence. The requested array "
              "has an inhomogeneous shape after %u dimensions. The detected "
              "shape was %s + inhomogeneous part.",
              (unsigned)found->ndim, text.data);
    ss_text_free(&text);
    return false;
}

bool ssi_discover(ss_session *s, ssi_value v, ssi_discovery *found)
{
    *found = (ssi_discovery){.ndim = SS_ARRAY_MAX_DIMS, .all_python = true};
    if (!discover(s, v, 0, found))
        return false;
    if (found->known < found->ndim)
        found->ndim = found->known;
    if (!found->has_element)
        found->element = ssi_element_of(SS_FLOAT64);
    return true;
}

static bool fill(ss_session *s, ssi_value v, const ss_array *into,
                 uint32_t axis, char *item);

/* The elements of an array inside a nest. */
static bool fill_array(ss_session *s, ssi_value v, const ss_array *into,
                       uint32_t axis, char *item)
{
    ss_array part = *into;
    const ss_array *from = ssi_array_of(v);
    ssi_element to = ssi_array_element(into);
    ssi_walk a, b;
    part.data = item;
    part.ndim = into->ndim - axis;
    memmove(part.shape, into->shape + axis, part.ndim * sizeof *part.shape);
    memmove(part.strides, into->strides + axis,
            part.ndim * sizeof *part.strides);
    ssi_walk_start(&a, from);
    ssi_walk_start(&b, &part);
    for (size_t i = 0, n = ss_array_size(from); i < n; i++) {
        ssi_number number;
        if (from->dtype == to.dtype && from->itemsize == to.itemsize) {
            memcpy(b.item, a.item, to.itemsize);
        } else if (!ssi_dtype_is_text(to.dtype)
                   && ssi_number_load(from->dtype, a.item, &number)) {
            ssi_number_store(to.dtype, b.item, &number);
        } else {
            ssi_value element;
            if (!ssi_item_python(s, ssi_array_element(from), a.item, &element))
                return false;
            bool ok = ssi_item_store(s, to, b.item, element);
            ssi_release(s, element);
            if (!ok)
                return false;
        }
        ssi_walk_next(&a);
        ssi_walk_next(&b);
    }
    return true;
}

static bool fill(ss_session *s, ssi_value v, const ss_array *into,
                 uint32_t axis, char *item)
{
    if (ssi_is_array(v))
        return fill_array(s, v, into, axis, item);
    if (axis == into->ndim)
        return ssi_item_store(s, ssi_array_element(into), item, v);
    for (size_t i = 0; i < into->shape[axis]; i++) {
        ssi_value element;
        bool done = true, ok;
        if (!ssi_iterate(s, v, i, &element, &done))
            return false;
        if (done)
            break;
        ok = fill(s, element, into, axis + 1, item);
        ssi_release(s, element);
        if (!ok)
            return false;
        item += into->strides[axis];
    }
    return true;
}

/* The characters of an element as text: as written for Python's numbers, as
 * many as the dtype can need for NumPy's. */
static bool longest_text(ss_session *s, ssi_value v, size_t *longest)
{
    ssi_element element, points = {SS_STR, 0};
    ss_text text = {0};
    size_t count = 0;
    bool ok = true;
    if (is_nest(v)) {
        for (size_t i = 0; ok; i++) {
            ssi_value item;
            bool done = false;
            ok = ssi_iterate(s, v, i, &item, &done);
            if (!ok || done)
                break;
            ok = longest_text(s, item, longest);
            ssi_release(s, item);
        }
        return ok;
    }
    if (ssi_is_array(v)) {
        element = ssi_array_element(ssi_array_of(v));
    } else if (v.tag != SSI_OBJECT) {
        ok = ssi_str(s, v, &text);
        element = (ssi_element){SS_BYTES, text.size};
    } else if (!element_of_scalar(s, v, &element)) {
        return s->error.status == SS_OK;
    }
    ss_text_free(&text);
    if (ok && ssi_promote(points, element, &points))
        count = points.itemsize / 4;
    if (count > *longest)
        *longest = count;
    return ok;
}

/* A bare "U" or "S": as long as the longest text that is found. */
static bool wanted_element(ss_session *s, ssi_value v,
                           const ssi_discovery *found, const ssi_element *want,
                           ssi_element *out)
{
    size_t longest = 0;
    ssi_element e = want ? *want : found->element;
    if (want && ssi_dtype_is_text(e.dtype) && e.itemsize == 0) {
        if (!longest_text(s, v, &longest))
            return false;
        e.itemsize = longest * (e.dtype == SS_STR ? 4 : 1);
    }
    if (ssi_dtype_is_text(e.dtype) && e.itemsize == 0)
        e.itemsize = e.dtype == SS_STR ? 4 : 1;
    *out = e;
    return true;
}

bool ssi_array_from(ss_session *s, const ssi_type *type, ssi_value v,
                    const ssi_element *want, ssi_value *out)
{
    ssi_discovery found;
    if ((type == &ssi_type_ndarray && !ssi_grad_to_numpy(s, v))
        || !ssi_discover(s, v, &found))
        return false;
    if (found.ragged)
        return raise_ragged(s, &found);
    bool ok = !found.object || (want && !ssi_dtype_is_text(want->dtype));
    if (!ok || (want && want->dtype == SS_OBJECT))
        return ssi_unsupported(s, "arrays of dtype object; bool, int, float, "
                                  "complex, str and bytes are supported");
    ssi_element e;
    if (!wanted_element(s, v, &found, want, &e)
        || !ssi_new_array(s, type, e.dtype, e.itemsize, found.ndim, found.shape,
                          out))
        return false;
    ss_array *a = ssi_array_of(*out);
    if (ss_array_size(a) == 0 || fill(s, v, a, 0, a->data))
        return true;
    ssi_release(s, *out);
    *out = ssi_none();
    return false;
}

bool ssi_asarray(ss_session *s, ssi_value v, const ssi_element *want,
                 ssi_value *out)
{
    if (ssi_is(v, &ssi_type_ndarray)) {
        const ss_array *a = ssi_array_of(v);
        if (!want
            || (want->dtype == a->dtype
                && (want->itemsize == a->itemsize || want->itemsize == 0))) {
            *out = ssi_retain(v);
            return true;
        }
    }
    return ssi_array_from(s, &ssi_type_ndarray, v, want, out);
}

bool ssi_array_copy(ss_session *s, const ssi_type *type, ssi_value array,
                    ssi_element element, ssi_value *out)
{
    return ssi_array_from(s, type, array, &element, out);
}
