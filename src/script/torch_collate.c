/* SPDX-License-Identifier: MIT
 * torch.utils.data.default_collate: the items of a batch as tensors.
 * Learned from: PyTorch 2.13.0 (torch/utils/data/_utils/collate.py) by
 * experiment.
 */
#include <string.h>

#include "script/torch_data.h"

/* --- collate: the items of one batch --- */
static bool raise_stack(ss_session *s, const ss_array *a, const ss_array *b,
                        size_t i)
{
    ss_text x = {0}, y = {0};
    if (ssi_torch_sizes_text(s, a, &x) && ssi_torch_sizes_text(s, b, &y))
        ssi_raise(s, "RuntimeError",
                  "stack expects each tensor to be equal size, but got %s at "
                  "entry 0 and %s at entry %zu",
                  x.data, y.data, i);
    ss_text_free(&x);
    ss_text_free(&y);
    return false;
}

static bool same_shape(const ss_array *a, const ss_array *b)
{
    return a->ndim == b->ndim
           && memcmp(a->shape, b->shape, a->ndim * sizeof *a->shape) == 0;
}

/* torch.stack(items) */
static bool stack(ss_session *s, const ssi_list_object *items, ssi_value *out)
{
    const ss_array *first = ssi_array_of(items->items[0]);
    ssi_shape shape = {.ndim = first->ndim + 1, .dims = {items->count}};
    if (shape.ndim > SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "tensors of more than 64 dimensions");
    memcpy(shape.dims + 1, first->shape, first->ndim * sizeof *first->shape);
    for (size_t i = 0; i < items->count; i++) {
        ssi_value v = items->items[i];
        if (!ssi_is(v, &ssi_type_tensor)
            || ssi_array_of(v)->dtype != first->dtype)
            return ssi_unsupported(s, "a batch of tensors of several dtypes");
        if (!same_shape(first, ssi_array_of(v)))
            return raise_stack(s, first, ssi_array_of(v), i);
    }
    if (!ssi_new_tensor(s, first->dtype, &shape, out))
        return false;
    char *to = ssi_array_of(*out)->data;
    for (size_t i = 0; i < items->count; i++) {
        const ss_array *a = ssi_array_of(items->items[i]);
        ssi_walk walk;
        ssi_walk_start(&walk, a);
        for (size_t k = 0, n = ss_array_size(a); k < n; k++) {
            memcpy(to, walk.item, a->itemsize);
            to += a->itemsize;
            ssi_walk_next(&walk);
        }
    }
    return true;
}

static bool is_sequence(ssi_value v)
{
    return ssi_is(v, &ssi_type_tuple) || ssi_is(v, &ssi_type_list);
}

/* Item k of each of the items, collated; as zip() gives them, a tuple. */
static bool column(ss_session *s, const ssi_list_object *items, size_t k,
                   ssi_value *out)
{
    ssi_value tuple;
    if (!ssi_new_tuple(s, NULL, items->count, &tuple))
        return false;
    for (size_t i = 0; i < items->count; i++)
        ((ssi_list_object *)tuple.u.o)->items[i] =
            ssi_retain(((ssi_list_object *)items->items[i].u.o)->items[k]);
    bool ok = ssi_torch_collate(s, tuple, out);
    ssi_release(s, tuple);
    return ok;
}

/* d[key] of each of the dicts, collated. */
static bool values_of(ss_session *s, const ssi_list_object *items,
                      ssi_value key, ssi_value *out)
{
    ssi_value list;
    bool ok = ssi_new_list(s, NULL, 0, &list);
    if (!ok)
        return false;
    for (size_t i = 0; ok && i < items->count; i++) {
        ssi_value v;
        ok = ssi_is(items->items[i], &ssi_type_dict)
             || ssi_unsupported(s, "a batch of items of several kinds");
        ok = ok && ssi_index(s, items->items[i], key, &v);
        if (ok) {
            ok = ssi_list_append(s, list, v);
            ssi_release(s, v);
        }
    }
    ok = ok && ssi_torch_collate(s, list, out);
    ssi_release(s, list);
    return ok;
}

static bool dicts(ss_session *s, const ssi_list_object *items, ssi_value *out)
{
    const ssi_dict_entry *entry;
    if (!ssi_new_dict(s, out))
        return false;
    for (size_t i = 0; (entry = ssi_dict_entry_at(items->items[0], i)); i++) {
        ssi_value v, key = entry->key;
        bool ok = values_of(s, items, key, &v);
        if (ok) {
            ok = ssi_dict_set(s, *out, key, v);
            ssi_release(s, v);
        }
        if (!ok) {
            ssi_release(s, *out);
            return false;
        }
    }
    return true;
}

/* ndarrays as tensors, and these stacked. */
static bool arrays(ss_session *s, const ssi_list_object *items, ssi_value *out)
{
    ssi_value list;
    bool ok = ssi_new_list(s, NULL, 0, &list);
    if (!ok)
        return false;
    for (size_t i = 0; ok && i < items->count; i++) {
        ssi_value v;
        ok = ssi_torch_from_data(s, items->items[i], false, SS_FLOAT32, &v);
        if (ok) {
            ok = ssi_list_append(s, list, v);
            ssi_release(s, v);
        }
    }
    ok = ok && stack(s, (const ssi_list_object *)list.u.o, out);
    ssi_release(s, list);
    return ok;
}

static bool columns(ss_session *s, const ssi_list_object *items, ssi_value *out)
{
    size_t width = ((ssi_list_object *)items->items[0].u.o)->count;
    for (size_t i = 0; i < items->count; i++) {
        if (!is_sequence(items->items[i]))
            return ssi_unsupported(s, "a batch of items of several kinds");
        if (((ssi_list_object *)items->items[i].u.o)->count != width)
            return ssi_raise(s, "RuntimeError",
                             "each element in list of batch should be of "
                             "equal size");
    }
    if (!ssi_new_list(s, NULL, 0, out))
        return false;
    for (size_t k = 0; k < width; k++) {
        ssi_value v;
        bool ok = column(s, items, k, &v);
        if (ok) {
            ok = ssi_list_append(s, *out, v);
            ssi_release(s, v);
        }
        if (!ok) {
            ssi_release(s, *out);
            return false;
        }
    }
    return true;
}

static bool nested(ss_session *s, const ssi_list_object *items, ssi_value *out)
{
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = is_sequence(items->items[0]) ? columns(s, items, out)
                                           : dicts(s, items, out);
    s->value_depth--;
    return ok;
}

/* list: a list or a tuple. */
bool ssi_torch_collate(ss_session *s, ssi_value list, ssi_value *out)
{
    const ssi_list_object *items = (const ssi_list_object *)list.u.o;
    if (!is_sequence(list) || items->count == 0)
        return ssi_unsupported(s, "default_collate() of what is no list with "
                                  "items");
    ssi_value first = items->items[0];
    if (ssi_is(first, &ssi_type_tensor))
        return stack(s, items, out);
    if (ssi_is(first, &ssi_type_ndarray))
        return arrays(s, items, out);
    if (first.tag == SSI_FLOAT)
        return ssi_torch_from_data(s, list, true, SS_FLOAT64, out);
    if (first.tag == SSI_INT || first.tag == SSI_BOOL
        || ssi_is(first, &ssi_type_bigint)
        || ssi_is(first, &ssi_type_numpy_scalar))
        return ssi_torch_from_data(s, list, false, SS_INT64, out);
    if (ssi_is(first, &ssi_type_str) || ssi_is(first, &ssi_type_bytes)) {
        *out = ssi_retain(list);
        return true;
    }
    if (is_sequence(first) || ssi_is(first, &ssi_type_dict))
        return nested(s, items, out);
    if (first.tag == SSI_NONE || ssi_is(first, &ssi_type_complex))
        return ssi_raise(s, "TypeError",
                         "default_collate: batch must contain tensors, numpy "
                         "arrays, numbers, dicts or lists; found <class '%s'>",
                         ssi_type_name(first));
    return ssi_unsupported(s,
                           "a batch of %s; tensors, arrays, numbers, strings, "
                           "tuples and dicts are supported",
                           ssi_type_name(first));
}

/* default_collate as a function of scripts. */
bool ssi_torch_call_collate(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_torch_collate(s, call->args[0], out);
}

/* --- default_convert: arrays as tensors, tuples as lists --- */
static bool convert_items(ss_session *s, const ssi_list_object *items,
                          ssi_value *out)
{
    if (!ssi_new_list(s, NULL, items->count, out))
        return false;
    for (size_t i = 0; i < items->count; i++) {
        ssi_value v;
        if (!ssi_torch_convert(s, items->items[i], &v)) {
            ssi_release(s, *out);
            return false;
        }
        ((ssi_list_object *)out->u.o)->items[i] = v;
    }
    return true;
}

static bool convert_dict(ss_session *s, ssi_value dict, ssi_value *out)
{
    const ssi_dict_entry *entry;
    if (!ssi_new_dict(s, out))
        return false;
    for (size_t i = 0; (entry = ssi_dict_entry_at(dict, i)); i++) {
        ssi_value v, key = entry->key;
        bool ok = ssi_torch_convert(s, entry->value, &v);
        if (ok) {
            ok = ssi_dict_set(s, *out, key, v);
            ssi_release(s, v);
        }
        if (!ok) {
            ssi_release(s, *out);
            return false;
        }
    }
    return true;
}

bool ssi_torch_convert(ss_session *s, ssi_value v, ssi_value *out)
{
    if (ssi_is(v, &ssi_type_ndarray) || ssi_is(v, &ssi_type_numpy_scalar))
        return ssi_torch_from_data(s, v, false, SS_FLOAT32, out);
    if (!is_sequence(v) && !ssi_is(v, &ssi_type_dict)) {
        *out = ssi_retain(v);
        return true;
    }
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = is_sequence(v)
                  ? convert_items(s, (const ssi_list_object *)v.u.o, out)
                  : convert_dict(s, v, out);
    s->value_depth--;
    return ok;
}

bool ssi_torch_call_convert(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_torch_convert(s, call->args[0], out);
}
