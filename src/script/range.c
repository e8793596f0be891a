/* SPDX-License-Identifier: MIT
 * Python's range, of 64-bit bounds.
 */
#include "script/range.h"
#include "script/slice.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static uint64_t length_of(const ssi_range_object *r)
{
    uint64_t width, step;

    if (r->step > 0 ? r->start >= r->stop : r->start <= r->stop)
        return 0;
    width = r->step > 0 ? (uint64_t)r->stop - (uint64_t)r->start
                        : (uint64_t)r->start - (uint64_t)r->stop;
    step = r->step > 0 ? (uint64_t)r->step : -(uint64_t)r->step;
    return (width - 1) / step + 1;
}

bool ssi_new_range(ss_session *s, int64_t start, int64_t stop, int64_t step,
                   ssi_value *out)
{
    ssi_range_object *r = ssi_new(s, &ssi_type_range, sizeof *r, 0);

    if (!r)
        return false;
    r->start = start;
    r->stop = stop;
    r->step = step;
    r->count = length_of(r);
    *out = ssi_from_object(r);
    return true;
}

static bool range_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const ssi_range_object *r = (const ssi_range_object *)self;
    char text[96];

    if (r->step == 1)
        snprintf(text, sizeof text, "range(%" PRId64 ", %" PRId64 ")", r->start,
                 r->stop);
    else
        snprintf(text, sizeof text,
                 "range(%" PRId64 ", %" PRId64 ", %" PRId64 ")", r->start,
                 r->stop, r->step);
    return ssi_append(s, out, text);
}

static bool range_length(ss_session *s, ssi_object *self, size_t *out)
{
    uint64_t count = ((ssi_range_object *)self)->count;

    if (count > INT64_MAX)
        return ssi_raise(s, "OverflowError",
                         "Python int too large to convert to C ssize_t");
    *out = (size_t)count;
    return true;
}

static ssi_value item(const ssi_range_object *r, uint64_t i)
{
    return ssi_int((int64_t)((uint64_t)r->start + i * (uint64_t)r->step));
}

static bool multiply(int64_t a, int64_t b, int64_t *out)
{
    if (a > 0 ? (b > 0 ? a > INT64_MAX / b : b < INT64_MIN / a)
              : (b > 0 ? a < INT64_MIN / b : a != 0 && b < INT64_MAX / a))
        return false;
    *out = a * b;
    return true;
}

static bool add(int64_t a, int64_t b, int64_t *out)
{
    if (b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b)
        return false;
    *out = a + b;
    return true;
}

/* Item i, which may be one before or behind the range; false: too far. */
static bool place(ss_session *s, const ssi_range_object *r, int64_t i,
                  int64_t *out)
{
    if (multiply(i, r->step, out) && add(*out, r->start, out))
        return true;
    return ssi_unsupported(s, "a range beyond 64 bits");
}

bool ssi_range_slice(ss_session *s, ssi_value range, ssi_value key,
                     ssi_value *out)
{
    const ssi_range_object *r = (const ssi_range_object *)range.u.o;
    int64_t start, step, stop, ends[2], stride;
    size_t count;

    if (r->count > INT64_MAX)
        return ssi_unsupported(s, "slices of ranges as long as this");
    if (!ssi_slice_bounds(s, key, (size_t)r->count, &start, &stop, &step,
                          &count))
        return false;
    if (!multiply(r->step, step, &stride))
        return ssi_unsupported(s, "a range beyond 64 bits");
    return place(s, r, start, &ends[0]) && place(s, r, stop, &ends[1])
           && ssi_new_range(s, ends[0], ends[1], stride, out);
}

static bool range_index(ss_session *s, ssi_object *self, ssi_value key,
                        ssi_value *out)
{
    const ssi_range_object *r = (const ssi_range_object *)self;
    uint64_t i;
    bool negative, fits;

    if (!ssi_has_index(key))
        return ssi_raise(s, "TypeError",
                         "range indices must be integers or slices, not %s",
                         ssi_type_name(key));
    if (!ssi_to_index(s, key, &i, &negative, &fits))
        return false;
    if (negative && fits && -i <= r->count)
        i = r->count - -i;
    else if (negative)
        fits = false;
    if (!fits || i >= r->count)
        return ssi_raise(s, "IndexError", "range object index out of range");
    *out = item(r, i);
    return true;
}

static bool range_iterate(ss_session *s, ssi_object *self, size_t i,
                          ssi_value *out, bool *done)
{
    const ssi_range_object *r = (const ssi_range_object *)self;

    *done = i >= r->count;
    if (!*done)
        *out = item(r, i);
    return true;
}

static bool range_attribute(ss_session *s, ssi_object *self, const char *name,
                            ssi_value *out)
{
    const ssi_range_object *r = (const ssi_range_object *)self;

    if (strcmp(name, "start") == 0)
        *out = ssi_int(r->start);
    else if (strcmp(name, "stop") == 0)
        *out = ssi_int(r->stop);
    else if (strcmp(name, "step") == 0)
        *out = ssi_int(r->step);
    else
        return false;
    return true;
}

/* Ranges are equal when their items are. */
static bool range_equal(ss_session *s, ssi_object *self, ssi_value other,
                        bool *out)
{
    const ssi_range_object *a = (const ssi_range_object *)self, *b;

    *out = false;
    if (!ssi_is(other, &ssi_type_range))
        return true;
    b = (const ssi_range_object *)other.u.o;
    *out =
        a->count == b->count
        && (a->count == 0
            || (a->start == b->start && (a->count == 1 || a->step == b->step)));
    return true;
}

static bool range_truth(ss_session *s, ssi_object *self, bool *out)
{
    *out = ((ssi_range_object *)self)->count != 0;
    return true;
}

const ssi_type ssi_type_range = {
    .name = "range",
    .qualified = "range",
    .repr = range_repr,
    .attribute = range_attribute,
    .length = range_length,
    .index = range_index,
    .iterate = range_iterate,
    .truth = range_truth,
    .equal = range_equal,
};

static bool argument(ss_session *s, ssi_value v, int64_t *out)
{
    uint64_t u;
    bool negative, fits;

    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (!fits || (!negative && u > INT64_MAX))
        return ssi_unsupported(s, "range() of ints beyond 64 bits is not "
                                  "supported");
    *out = (int64_t)u;
    return true;
}

bool ssi_range_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    int64_t bounds[3] = {0, 0, 1};
    size_t n = call->positional_count;

    if (n == 1) {
        if (!argument(s, call->positional[0], &bounds[1]))
            return false;
    } else {
        for (size_t i = 0; i < n; i++)
            if (!argument(s, call->positional[i], &bounds[i]))
                return false;
    }
    if (bounds[2] == 0)
        return ssi_raise(s, "ValueError", "range() arg 3 must not be zero");
    return ssi_new_range(s, bounds[0], bounds[1], bounds[2], out);
}
