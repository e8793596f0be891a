/* SPDX-License-Identifier: MIT
 * Python's list: the sequence; its methods are list_methods.c.
 */
#include "script/list.h"

#include <stdlib.h>
#include <string.h>

static void list_destroy(ss_session *s, ssi_object *self)
{
    ssi_list_object *list = (ssi_list_object *)self;

    for (size_t i = 0; i < list->count; i++)
        ssi_release(s, list->items[i]);
    free(list->items);
    list->items = NULL;
    list->count = 0;
}

bool ssi_list_reserve(ss_session *s, ssi_value v, size_t count)
{
    ssi_list_object *list = (ssi_list_object *)v.u.o;
    size_t extra;
    ssi_value *items;

    if (count <= list->capacity)
        return true;
    if (count > SIZE_MAX / 2 / sizeof *items)
        return ssi_raise_memory(s);
    extra = (count - list->capacity) * sizeof *items;
    if (!ssi_charge(s, &list->head, extra))
        return false;
    items = realloc(list->items, count * sizeof *items);
    if (!items) {
        ssi_discharge(s, &list->head, extra);
        return ssi_raise_memory(s);
    }
    list->items = items;
    list->capacity = count;
    return true;
}

bool ssi_new_sequence(ss_session *s, const ssi_type *type,
                      const ssi_value *items, size_t count, ssi_value *out)
{
    ssi_list_object *list = ssi_new(s, type, sizeof *list, 0);

    if (!list)
        return false;
    *out = ssi_from_object(list);
    if (!ssi_list_reserve(s, *out, count)) {
        ssi_release(s, *out);
        return false;
    }
    for (size_t i = 0; i < count; i++)
        list->items[i] = items ? ssi_retain(items[i]) : ssi_none();
    list->count = count;
    return true;
}

bool ssi_new_list(ss_session *s, const ssi_value *items, size_t count,
                  ssi_value *out)
{
    return ssi_new_sequence(s, &ssi_type_list, items, count, out);
}

bool ssi_list_append(ss_session *s, ssi_value v, ssi_value item)
{
    ssi_list_object *list = (ssi_list_object *)v.u.o;

    if (list->count == list->capacity
        && !ssi_list_reserve(s, v, list->capacity + list->capacity / 2 + 4))
        return false;
    list->items[list->count++] = ssi_retain(item);
    return true;
}

bool ssi_list_extend(ss_session *s, ssi_value v, ssi_value iterable)
{
    ssi_value item;
    bool done = false;

    if (ssi_is(iterable, &ssi_type_list) || ssi_is(iterable, &ssi_type_tuple)) {
        const ssi_list_object *from = (const ssi_list_object *)iterable.u.o;
        size_t count = from->count; /* from may be the list itself */
        for (size_t i = 0; i < count; i++)
            if (!ssi_list_append(s, v, from->items[i]))
                return false;
        return true;
    }
    for (size_t i = 0;; i++) {
        bool ok;
        if (!ssi_iterate(s, iterable, i, &item, &done))
            return false;
        if (done)
            return true;
        ok = ssi_list_append(s, v, item);
        ssi_release(s, item);
        if (!ok)
            return false;
    }
}

/* --- what list and tuple share --- */

bool ssi_items_repr(ss_session *s, const ssi_value *items, size_t count,
                    ss_text *out)
{
    for (size_t i = 0; i < count; i++)
        if ((i && !ssi_append(s, out, ", ")) || !ssi_repr(s, items[i], out))
            return false;
    return true;
}

bool ssi_sequence_length(ss_session *s, ssi_object *self, size_t *out)
{
    *out = ((ssi_list_object *)self)->count;
    return true;
}

bool ssi_sequence_truth(ss_session *s, ssi_object *self, bool *out)
{
    *out = ((ssi_list_object *)self)->count != 0;
    return true;
}

bool ssi_sequence_iterate(ss_session *s, ssi_object *self, size_t i,
                          ssi_value *out, bool *done)
{
    const ssi_list_object *list = (const ssi_list_object *)self;

    *done = i >= list->count;
    if (!*done)
        *out = ssi_retain(list->items[i]);
    return true;
}

bool ssi_sequence_equal(ss_session *s, ssi_object *self, ssi_value other,
                        bool *out)
{
    const ssi_list_object *a = (const ssi_list_object *)self, *b;

    *out = false;
    if (!ssi_is(other, self->type))
        return true;
    b = (const ssi_list_object *)other.u.o;
    if (a->count != b->count)
        return true;
    *out = true;
    for (size_t i = 0; i < a->count && *out; i++)
        if (!ssi_same(s, a->items[i], b->items[i], out))
            return false;
    return true;
}

static bool concatenate(ss_session *s, ssi_value left, ssi_value right,
                        ssi_value *out)
{
    if (!ssi_new_sequence(s, left.u.o->type, NULL, 0, out))
        return false;
    if (ssi_list_reserve(s, *out,
                         ((ssi_list_object *)left.u.o)->count
                             + ((ssi_list_object *)right.u.o)->count)
        && ssi_list_extend(s, *out, left) && ssi_list_extend(s, *out, right))
        return true;
    ssi_release(s, *out);
    return false;
}

static bool repeat(ss_session *s, ssi_value v, ssi_value times, ssi_value *out)
{
    const ssi_list_object *list = (const ssi_list_object *)v.u.o;
    ssi_list_object *repeated;
    size_t count;

    if (!ssi_repeat_count(s, times, list->count * sizeof *list->items, &count)
        || !ssi_new_sequence(s, v.u.o->type, NULL, list->count * count, out))
        return false;
    repeated = (ssi_list_object *)out->u.o;
    for (size_t i = 0; i < repeated->count; i++)
        repeated->items[i] = ssi_retain(list->items[i % list->count]);
    return true;
}

bool ssi_sequence_binary(ss_session *s, ssi_operator op, ssi_value left,
                         ssi_value right, ssi_value *out, bool *handled)
{
    bool is_left =
        ssi_is(left, &ssi_type_list) || ssi_is(left, &ssi_type_tuple);

    *handled = true;
    if (op == SSI_OP_MUL && ssi_is_int(is_left ? right : left))
        return repeat(s, is_left ? left : right, is_left ? right : left, out);
    if (op == SSI_OP_ADD && is_left && ssi_is(right, left.u.o->type))
        return concatenate(s, left, right, out);
    *handled = false;
    return true;
}

bool ssi_repeat_count(ss_session *s, ssi_value times, size_t size, size_t *out)
{
    uint64_t count;
    bool negative, fits;

    if (!ssi_to_index(s, times, &count, &negative, &fits))
        return false;
    *out = 0;
    if (!fits || (!negative && count > INT64_MAX))
        return ssi_raise(s, "OverflowError",
                         "cannot fit 'int' into an index-sized integer");
    if (negative || size == 0)
        return true;
    if (count > SIZE_MAX / 2 / size)
        return ssi_raise_memory(s);
    *out = (size_t)count;
    return true;
}

bool ssi_position(ss_session *s, const char *names, const char *range_error,
                  ssi_value key, size_t count, size_t *out)
{
    uint64_t i;
    bool negative, fits;

    *out = 0;
    if (!ssi_has_index(key))
        return ssi_raise(s, "TypeError",
                         "%s indices must be integers or slices, not %s", names,
                         ssi_type_name(key));
    if (!ssi_to_index(s, key, &i, &negative, &fits))
        return false;
    if (!fits || (!negative && i > INT64_MAX))
        return ssi_raise(s, "IndexError",
                         "cannot fit 'int' into an index-sized integer");
    if (negative)
        i += count; /* modulo 2**64: still above count when out of range */
    if (i >= count)
        return ssi_raise(s, "IndexError", "%s", range_error);
    *out = (size_t)i;
    return true;
}

/* --- list itself --- */

static bool list_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    ssi_list_object *list = (ssi_list_object *)self;
    bool ok;

    if (self->showing)
        return ssi_append(s, out, "[...]");
    self->showing = true;
    ok = ssi_append(s, out, "[")
         && ssi_items_repr(s, list->items, list->count, out)
         && ssi_append(s, out, "]");
    self->showing = false;
    return ok;
}

static bool list_index(ss_session *s, ssi_object *self, ssi_value key,
                       ssi_value *out)
{
    const ssi_list_object *list = (const ssi_list_object *)self;
    size_t i;

    if (!ssi_position(s, "list", "list index out of range", key, list->count,
                      &i))
        return false;
    *out = ssi_retain(list->items[i]);
    return true;
}

const ssi_type ssi_type_list = {
    .name = "list",
    .qualified = "list",
    .destroy = list_destroy,
    .repr = list_repr,
    .methods = ssi_list_methods,
    .length = ssi_sequence_length,
    .index = list_index,
    .iterate = ssi_sequence_iterate,
    .binary = ssi_sequence_binary,
    .truth = ssi_sequence_truth,
    .equal = ssi_sequence_equal,
};

/* --- tuple --- */

static bool tuple_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    ssi_list_object *tuple = (ssi_list_object *)self;
    bool ok;

    if (self->showing)
        return ssi_append(s, out, "(...)");
    self->showing = true;
    ok = ssi_append(s, out, "(")
         && ssi_items_repr(s, tuple->items, tuple->count, out)
         && ssi_append(s, out, tuple->count == 1 ? ",)" : ")");
    self->showing = false;
    return ok;
}

static bool tuple_index(ss_session *s, ssi_object *self, ssi_value key,
                        ssi_value *out)
{
    const ssi_list_object *tuple = (const ssi_list_object *)self;
    size_t i;

    if (!ssi_position(s, "tuple", "tuple index out of range", key, tuple->count,
                      &i))
        return false;
    *out = ssi_retain(tuple->items[i]);
    return true;
}

const ssi_type ssi_type_tuple = {
    .name = "tuple",
    .qualified = "tuple",
    .destroy = list_destroy,
    .repr = tuple_repr,
    .methods = ssi_tuple_methods,
    .length = ssi_sequence_length,
    .index = tuple_index,
    .iterate = ssi_sequence_iterate,
    .binary = ssi_sequence_binary,
    .truth = ssi_sequence_truth,
    .equal = ssi_sequence_equal,
};

bool ssi_new_tuple(ss_session *s, const ssi_value *items, size_t count,
                   ssi_value *out)
{
    return ssi_new_sequence(s, &ssi_type_tuple, items, count, out);
}
