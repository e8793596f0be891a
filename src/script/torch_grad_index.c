/* SPDX-License-Identifier: MIT
 * The grad_fn of an index: the last view that PyTorch makes for it.
 * Learned from: PyTorch 2.13.0 by experiment.
 */
#include "script/slice.h"
#include "script/torch_grad.h"

static bool is_int_key(ssi_value v)
{
    return v.tag == SSI_INT;
}

bool ssi_grad_index_is_ints(ssi_value key)
{
    const ssi_list_object *keys = (const ssi_list_object *)key.u.o;

    if (!ssi_is(key, &ssi_type_tuple))
        return is_int_key(key);
    for (size_t i = 0; i < keys->count; i++)
        if (!is_int_key(keys->items[i]))
            return false;
    return keys->count > 0;
}

/* Whether a slice leaves an axis as it is, for which a tuple makes no view; a
 * start of -length does not count. */
static bool is_whole(ss_session *s, ssi_value slice, size_t length)
{
    ssi_value first = ((const ssi_slice_object *)slice.u.o)->parts[0];
    int64_t start, step;
    size_t count;
    uint64_t u = 0;
    bool negative, fits;

    if (first.tag != SSI_NONE
        && (!ssi_to_index(s, first, &u, &negative, &fits) || !fits || u != 0))
        return false;
    return ssi_slice_range(s, slice, length, &start, &step, &count)
           && start == 0 && step == 1 && count == length;
}

/* The axes that a key uses; false: it is none of the keys below. */
static bool axes_of(ssi_value v, size_t *axes)
{
    *axes = is_int_key(v) || ssi_is(v, &ssi_type_slice);
    return *axes || v.tag == SSI_NONE || ssi_is(v, &ssi_type_ellipsis);
}

static const char *name_of(ss_session *s, ssi_value v, bool in_tuple,
                           size_t length)
{
    if (is_int_key(v))
        return "SelectBackward0";
    if (v.tag == SSI_NONE)
        return "UnsqueezeBackward0";
    if (!ssi_is(v, &ssi_type_slice) || (in_tuple && is_whole(s, v, length)))
        return NULL;
    return "SliceBackward0";
}

const char *ssi_grad_index_name(ss_session *s, const ss_array *a, ssi_value key)
{
    const char *name = "AliasBackward0", *next;
    const ssi_value *keys = &key;
    size_t count = 1, used = 0, axes, axis = 0;
    bool in_tuple = ssi_is(key, &ssi_type_tuple);

    if (in_tuple) {
        keys = ((const ssi_list_object *)key.u.o)->items;
        count = ((const ssi_list_object *)key.u.o)->count;
    }
    for (size_t i = 0; i < count; i++) {
        if (!axes_of(keys[i], &axes))
            return NULL;
        used += axes;
    }
    for (size_t i = 0; i < count && used <= a->ndim; i++) {
        next =
            name_of(s, keys[i], in_tuple, axis < a->ndim ? a->shape[axis] : 0);
        name = next ? next : name;
        axes_of(keys[i], &axes);
        axis += ssi_is(keys[i], &ssi_type_ellipsis) ? a->ndim - used : axes;
    }
    return name;
}
