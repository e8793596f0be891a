/* SPDX-License-Identifier: MIT
 * The slice value and its range in a sequence.
 * Learned from: The Python Language Reference 3.11, 3.3.1; CPython's messages.
 */
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

bool ssi_slice_range(ss_session *s, ssi_value slice, size_t length,
                     int64_t *start, int64_t *step, size_t *count)
{
    const ssi_value *parts = ((ssi_slice_object *)slice.u.o)->parts;
    int64_t n = (int64_t)length, stop, low, high;
    bool down;

    if (!part_of(s, parts[2], 1, step))
        return false;
    if (*step == 0)
        return ssi_raise(s, "ValueError", "slice step cannot be zero");
    down = *step < 0;
    low = down ? -1 : 0;
    high = down ? n - 1 : n;
    if (!part_of(s, parts[0], 0, start) || !part_of(s, parts[1], 0, &stop))
        return false;
    *start = parts[0].tag == SSI_NONE ? (down ? high : low)
                                      : clip(*start, n, low, high);
    stop = parts[1].tag == SSI_NONE ? (down ? low : high)
                                    : clip(stop, n, low, high);
    *count = 0;
    if (down && stop < *start)
        *count =
            (size_t)((*start - stop - 1) / -(*step + (*step == INT64_MIN))) + 1;
    else if (!down && *start < stop)
        *count = (size_t)((stop - *start - 1) / *step) + 1;
    return true;
}
