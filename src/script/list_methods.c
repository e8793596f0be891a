/* SPDX-License-Identifier: MIT
 * Methods of list and tuple.
 *
 * Learned from: CPython 3.11, Objects/listobject.c.
 */
#include "script/list.h"

#include <string.h>

static ssi_list_object *items_of(const ssi_call *call)
{
    return (ssi_list_object *)call->self.u.o;
}

static bool list_append(ss_session *s, ssi_call *call, ssi_value *out)
{
    *out = ssi_none();
    return ssi_list_append(s, call->self, call->args[0]);
}

static bool list_extend(ss_session *s, ssi_call *call, ssi_value *out)
{
    *out = ssi_none();
    return ssi_list_extend(s, call->self, call->args[0]);
}

/* An index as a slice bound: cut into [0, count]. */
static bool bound(ss_session *s, ssi_value v, size_t count, size_t *out)
{
    uint64_t i;
    bool negative, fits;

    if (!ssi_to_index(s, v, &i, &negative, &fits))
        return false;
    if (!fits)
        i = negative ? 0 : count;
    else if (negative)
        i = -i > count ? 0 : i + count;
    *out = i > count ? count : (size_t)i;
    return true;
}

/* An argument as Py_ssize_t, two's complement. */
static bool size_argument(ss_session *s, ssi_value v, uint64_t *out,
                          bool *negative)
{
    bool fits;

    if (!ssi_to_index(s, v, out, negative, &fits))
        return false;
    if (!fits || (!*negative && *out > INT64_MAX))
        return ssi_raise(s, "OverflowError",
                         "Python int too large to convert to C ssize_t");
    return true;
}

static bool list_insert(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_list_object *list = items_of(call);
    uint64_t wide;
    bool negative;
    size_t at;

    if (!size_argument(s, call->args[0], &wide, &negative)
        || !bound(s, call->args[0], list->count, &at)
        || !ssi_list_append(s, call->self, call->args[1]))
        return false;
    memmove(list->items + at + 1, list->items + at,
            (list->count - 1 - at) * sizeof *list->items);
    list->items[at] = call->args[1];
    *out = ssi_none();
    return true;
}

static bool list_pop(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_list_object *list = items_of(call);
    uint64_t i = UINT64_MAX; /* -1 */
    bool negative = true;

    if (call->given[0] && !size_argument(s, call->args[0], &i, &negative))
        return false;
    if (list->count == 0)
        return ssi_raise(s, "IndexError", "pop from empty list");
    if (negative)
        i += list->count;
    if (i >= list->count)
        return ssi_raise(s, "IndexError", "pop index out of range");
    *out = list->items[i];
    list->count--;
    memmove(list->items + i, list->items + i + 1,
            (list->count - i) * sizeof *list->items);
    return true;
}

static bool list_copy(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_new_list(s, items_of(call)->items, items_of(call)->count, out);
}

static bool list_clear(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_list_object *list = items_of(call);

    while (list->count)
        ssi_release(s, list->items[--list->count]);
    *out = ssi_none();
    return true;
}

static bool list_reverse(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_list_object *list = items_of(call);

    for (size_t i = 0, j = list->count; i + 1 < j; i++) {
        ssi_value v = list->items[i];
        list->items[i] = list->items[--j];
        list->items[j] = v;
    }
    *out = ssi_none();
    return true;
}

static bool sequence_count(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ssi_list_object *list = items_of(call);
    int64_t n = 0;
    bool same;

    for (size_t i = 0; i < list->count; i++) {
        if (!ssi_same(s, list->items[i], call->args[0], &same))
            return false;
        n += same;
    }
    *out = ssi_int(n);
    return true;
}

static bool not_found(ss_session *s, ssi_call *call)
{
    ss_text text = {0};

    if (call->function->variant)
        return ssi_raise(s, "ValueError", "tuple.index(x): x not in tuple");
    if (ssi_repr(s, call->args[0], &text))
        ssi_raise(s, "ValueError", "%s is not in list", text.data);
    ss_text_free(&text);
    return false;
}

static bool sequence_index(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ssi_list_object *list = items_of(call);
    size_t start = 0, stop = list->count;
    bool same;

    for (int i = 1; i <= 2; i++)
        if (call->given[i] && !ssi_is_int(call->args[i]))
            return ssi_raise(s, "TypeError",
                             "slice indices must be integers "
                             "or have an __index__ method");
    if ((call->given[1] && !bound(s, call->args[1], list->count, &start))
        || (call->given[2] && !bound(s, call->args[2], list->count, &stop)))
        return false;
    for (size_t i = start; i < stop; i++) {
        if (!ssi_same(s, list->items[i], call->args[0], &same))
            return false;
        if (same) {
            *out = ssi_int((int64_t)i);
            return true;
        }
    }
    return not_found(s, call);
}

#define METHOD(method, parameters, function, style_, number, text)             \
    {                                                                          \
        .name = #method, .signature = parameters, .native = function,          \
        .help = text, .style = style_, .variant = number,                      \
        .qualname = (number) ? "tuple." #method : "list." #method              \
    }

const ssi_function ssi_list_methods[] = {
    METHOD(append, "object, /", list_append, SSI_STYLE_O, 0,
           "Put one item at the end."),
    METHOD(extend, "iterable, /", list_extend, SSI_STYLE_O, 0,
           "Put all items of an iterable at the end."),
    METHOD(insert, "index, object, /", list_insert, SSI_STYLE_UNPACK, 0,
           "Put one item before an index."),
    METHOD(pop, "index=-1, /", list_pop, SSI_STYLE_UNPACK, 0,
           "Take out the item at an index and give it."),
    METHOD(copy, "", list_copy, SSI_STYLE_O, 0, "A new list of the items."),
    METHOD(clear, "", list_clear, SSI_STYLE_O, 0, "Take out all items."),
    METHOD(reverse, "", list_reverse, SSI_STYLE_O, 0,
           "Turn the order of the items around, in place."),
    METHOD(count, "value, /", sequence_count, SSI_STYLE_O, 0,
           "How many items equal a value."),
    METHOD(index, "value, start=0, stop=9223372036854775807, /", sequence_index,
           SSI_STYLE_UNPACK, 0,
           "Where the first item stands that equals a value."),
    {0},
};

const ssi_function ssi_tuple_methods[] = {
    METHOD(count, "value, /", sequence_count, SSI_STYLE_O, 1,
           "How many items equal a value."),
    METHOD(index, "value, start=0, stop=9223372036854775807, /", sequence_index,
           SSI_STYLE_UNPACK, 1,
           "Where the first item stands that equals a value."),
    {0},
};
