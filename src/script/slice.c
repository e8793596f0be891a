/* SPDX-License-Identifier: MIT
 * The slice value and its range in a sequence.
 * Learned from: The Python Language Reference 3.11, 3.3.1; CPython's messages.
 */
#include "script/range.h"
#include "script/session.h"
#include "script/slice.h"

static void slice_destroy(ss_session *s, ssi_object *self)
{
    for (int i = 0; i < 3; i++)
        ssi_release(s, ((ssi_slice_object *)self)->parts[i]);
}

static bool slice_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const ssi_value *parts = ((ssi_slice_object *)self)->parts;

    return ssi_append(s, out, "slice(") && ssi_repr(s, parts[0], out)
           && ssi_append(s, out, ", ") && ssi_repr(s, parts[1], out)
           && ssi_append(s, out, ", ") && ssi_repr(s, parts[2], out)
           && ssi_append(s, out, ")");
}

const ssi_type ssi_type_slice = {
    .name = "slice",
    .qualified = "slice",
    .destroy = slice_destroy,
    .repr = slice_repr,
};

bool ssi_new_slice(ss_session *s, const ssi_value parts[3], ssi_value *out)
{
    ssi_slice_object *o = ssi_new(s, &ssi_type_slice, sizeof *o, 0);

    for (int i = 0; i < 3; i++) {
        if (o)
            o->parts[i] = parts[i];
        else
            ssi_release(s, parts[i]);
    }
    if (o)
        *out = ssi_from_object(o);
    return o != NULL;
}

/* A part as 64 bits, cut to them; None: otherwise. */
static bool part_of(ss_session *s, ssi_value v, int64_t otherwise, int64_t *out)
{
    uint64_t u;
    bool negative, fits;

    *out = otherwise;
    if (v.tag == SSI_NONE)
        return true;
    if (!ssi_has_index(v))
        return ssi_raise(s, "TypeError",
                         "slice indices must be integers or None or have an "
                         "__index__ method");
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (!fits || (!negative && u > INT64_MAX))
        *out = negative ? -INT64_MAX : INT64_MAX;
    else
        *out = (int64_t)u;
    return true;
}

/* A start or stop, counted from the end when negative, in [low, high]. */
static int64_t clip(int64_t i, int64_t length, int64_t low, int64_t high)
{
    if (i < 0)
        i = i < -length ? low : i + length;
    return i < low ? low : i > high ? high : i;
}

bool ssi_slice_bounds(ss_session *s, ssi_value slice, size_t length,
                      int64_t *start, int64_t *stop, int64_t *step,
                      size_t *count)
{
    const ssi_value *parts = ((ssi_slice_object *)slice.u.o)->parts;
    int64_t n = (int64_t)length, low, high;
    bool down;

    if (!part_of(s, parts[2], 1, step))
        return false;
    if (*step == 0)
        return ssi_raise(s, "ValueError", "slice step cannot be zero");
    down = *step < 0;
    low = down ? -1 : 0;
    high = down ? n - 1 : n;
    if (!part_of(s, parts[0], 0, start) || !part_of(s, parts[1], 0, stop))
        return false;
    *start = parts[0].tag == SSI_NONE ? (down ? high : low)
                                      : clip(*start, n, low, high);
    *stop = parts[1].tag == SSI_NONE ? (down ? low : high)
                                     : clip(*stop, n, low, high);
    *count = 0;
    if (down && *stop < *start)
        *count =
            (size_t)((*start - *stop - 1) / -(*step + (*step == INT64_MIN)))
            + 1;
    else if (!down && *start < *stop)
        *count = (size_t)((*stop - *start - 1) / *step) + 1;
    return true;
}

bool ssi_slice_range(ss_session *s, ssi_value slice, size_t length,
                     int64_t *start, int64_t *step, size_t *count)
{
    int64_t stop;

    return ssi_slice_bounds(s, slice, length, start, &stop, step, count);
}

/* --- of Python's sequences --- */

static bool slice_list(ss_session *s, ssi_value v, ssi_value slice,
                       ssi_value *out)
{
    const ssi_list_object *from = (const ssi_list_object *)v.u.o;
    int64_t start, step;
    size_t count;
    ssi_value list;
    bool ok;

    if (!ssi_slice_range(s, slice, from->count, &start, &step, &count)
        || !ssi_new_list(s, NULL, 0, &list))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!ssi_list_append(s, list, from->items[start + (int64_t)i * step])) {
            ssi_release(s, list);
            return false;
        }
    *out = list;
    if (ssi_is(v, &ssi_type_list))
        return true;
    ssi_list_object *items = (ssi_list_object *)list.u.o;
    ok = ssi_new_tuple(s, items->items, items->count, out);
    ssi_release(s, list);
    return ok;
}

static bool slice_str(ss_session *s, ssi_value v, ssi_value slice,
                      ssi_value *out)
{
    const ssi_str_object *from = (const ssi_str_object *)v.u.o;
    int64_t start, step;
    size_t count;
    ss_text text = {0};
    bool ok = true;

    if (!ssi_slice_range(s, slice, from->length, &start, &step, &count))
        return false;
    for (size_t i = 0; ok && i < count; i++) {
        ssi_value c;
        ok = ssi_index(s, v, ssi_int(start + (int64_t)i * step), &c);
        if (ok) {
            const ssi_str_object *one = (const ssi_str_object *)c.u.o;
            ok = ssi_append_status(s,
                                   ss_text_append(&text, one->data, one->size));
            ssi_release(s, c);
        }
    }
    ok = ok && ssi_new_str(s, text.data ? text.data : "", text.size, out);
    ss_text_free(&text);
    return ok;
}

static bool slice_bytes(ss_session *s, ssi_value v, ssi_value slice,
                        ssi_value *out)
{
    const ssi_str_object *from = (const ssi_str_object *)v.u.o;
    int64_t start, step;
    size_t count;
    ss_text text = {0};
    bool ok = true;

    if (!ssi_slice_range(s, slice, from->size, &start, &step, &count))
        return false;
    for (size_t i = 0; ok && i < count; i++)
        ok = ssi_append_status(
            s,
            ss_text_append(&text, from->data + start + (int64_t)i * step, 1));
    ok = ok && ssi_new_bytes(s, text.data ? text.data : "", text.size, out);
    ss_text_free(&text);
    return ok;
}

bool ssi_slice_items(ss_session *s, ssi_value v, ssi_value slice,
                     ssi_value *out)
{
    if (ssi_is(v, &ssi_type_list) || ssi_is(v, &ssi_type_tuple))
        return slice_list(s, v, slice, out);
    if (ssi_is(v, &ssi_type_str))
        return slice_str(s, v, slice, out);
    if (ssi_is(v, &ssi_type_bytes))
        return slice_bytes(s, v, slice, out);
    if (ssi_is(v, &ssi_type_range))
        return ssi_range_slice(s, v, slice, out);
    if (ssi_is(v, &ssi_type_dict))
        return ssi_raise(s, "TypeError", "unhashable type: 'slice'");
    return ssi_unsupported(s,
                           "a slice of %s; of sequences, arrays and tensors "
                           "it is supported",
                           ssi_type_name(v));
}
