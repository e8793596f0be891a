/* SPDX-License-Identifier: MIT
 * np.random.randint and np.random.bytes.
 * Learned from: NumPy 2.4.6 (mtrand.pyx, _bounded_integers.pyx) by experiment.
 */
#include <string.h>

#include "script/numpy_bound.h"
#include "script/numpy_generator.h"
#include "script/numpy_random.h"
#include "script/numpy_since.h"

typedef struct randint_call {
    ss_numpy_randomstate *rs; /* NULL: a Generator's integers() */
    ss_numpy_generator *generator;
    bool endpoint;
    ss_dtype dtype;
    ssi_value size;
    const char *name; /* of dtype, as errors say it */
} randint_call;

static bool raise_range(ss_session *s, const randint_call *c, bool low_is_zero)
{
    if (c->endpoint)
        return ssi_raise(s, "ValueError",
                         low_is_zero ? "high < 0" : "low > high");
    return ssi_raise(s, "ValueError",
                     low_is_zero ? "high <= 0" : "low >= high");
}

static void fill(const randint_call *c, uint64_t low, uint64_t last, void *out,
                 size_t n)
{
    if (c->rs)
        ss_numpy_randint_fill(c->rs, c->dtype, low, last, out, n);
    else
        ss_numpy_generator_integers_fill(c->generator, c->dtype, low, last, out,
                                         n);
}

/* The last value: high itself, or the int below it. */
static bool last_bound(ss_session *s, const randint_call *c, ssi_value v,
                       ssi_bound *out)
{
    return c->endpoint ? ssi_bound_of(s, v, out)
                       : ssi_bound_minus_one(s, v, out);
}

static bool check_bounds(ss_session *s, const randint_call *c, ssi_bound low,
                         ssi_bound last, bool low_is_zero)
{
    ssi_bound lowest, highest;
    ssi_bound_limits(c->dtype, &lowest, &highest);
    if (ssi_bound_less(low, lowest))
        return ssi_raise(s, "ValueError", "low is out of bounds for %s",
                         c->name);
    if (ssi_bound_less(highest, last))
        return ssi_raise(s, "ValueError", "high is out of bounds for %s",
                         c->name);
    return !ssi_bound_less(last, low) || raise_range(s, c, low_is_zero);
}

static bool draw_numbers(ss_session *s, const randint_call *c, ssi_bound low,
                         ssi_bound last, ssi_value *out)
{
    unsigned char item[8];
    size_t itemsize = ss_dtype_size(c->dtype);
    ssi_shape shape;
    bool zero = !low.below && !low.above && low.bits == 0;
    if (!check_bounds(s, c, low, last, zero)
        || !ssi_size_argument(s, c->size, itemsize, &shape))
        return false;
    if (shape.none) {
        fill(c, low.bits, last.bits, item, 1);
        return ssi_new_scalar(s, c->dtype, itemsize, item, out);
    }
    if (!ssi_new_ndarray(s, c->dtype, &shape, out))
        return false;
    ss_array *a = ssi_array_of(*out);
    fill(c, low.bits, last.bits, a->data, ss_array_size(a));
    return true;
}

/* --- low or high is an array --- */

/* Small results share a word, for one call of randint. */
static void draw_one(const randint_call *c, ss_numpy_randint_buffer *buffer,
                     uint64_t low, uint64_t last, void *item)
{
    ssi_number n = {.kind = 'u'};
    n.u = c->rs ? ss_numpy_randint_next(c->rs, c->dtype, low, last, buffer)
                : ss_numpy_generator_integers_next(c->generator, c->dtype, low,
                                                   last, buffer);
    ssi_number_store(c->dtype, item, &n);
}

static bool element_bound(ss_session *s, const randint_call *c,
                          const ss_array *a, const char *item, bool last,
                          ssi_bound *out)
{
    ssi_value v;
    if (!ssi_item_python(s, ssi_array_element(a), item, &v))
        return false;
    bool ok = last ? last_bound(s, c, v, out) : ssi_bound_of(s, v, out);
    ssi_release(s, v);
    return ok;
}

/* A bound as it is compared with the limits: of dtypes below 64 bits NumPy
 * compares floats before it cuts them. */
static bool compared_bound(ss_session *s, const randint_call *c,
                           const ss_array *a, const char *item, bool last,
                           ssi_bound *out)
{
    ssi_number n;
    double whole;
    if (!ssi_dtype_is_float(a->dtype) || ss_dtype_size(c->dtype) == 8
        || (last && c->endpoint) || !ssi_number_load(a->dtype, item, &n)
        || !(n.f > -0x1p53 && n.f < 0x1p53))
        return element_bound(s, c, a, item, last, out);
    whole = (double)(int64_t)n.f;
    if (last && whole < n.f)
        whole += 1;
    if (!last && whole > n.f)
        whole -= 1;
    return last ? last_bound(s, c, ssi_float(whole), out)
                : ssi_bound_of(s, ssi_float(whole), out);
}

/* The bounds of the whole arrays first, in NumPy's order. */
static bool check_side(ss_session *s, const randint_call *c, const ss_array *a,
                       bool last, bool low_is_zero)
{
    ssi_walk walk;
    ssi_bound lowest, highest, b;
    ssi_bound_limits(c->dtype, &lowest, &highest);
    ssi_walk_start(&walk, a);
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        if (!compared_bound(s, c, a, walk.item, last, &b))
            return false;
        if (!last && ssi_bound_less(b, lowest))
            return ssi_raise(s, "ValueError", "low is out of bounds for %s",
                             c->name);
        if (last && ssi_bound_less(highest, b))
            return ssi_raise(s, "ValueError", "high is out of bounds for %s",
                             c->name);
        if (last && ss_dtype_size(c->dtype) == 8 && ssi_bound_less(b, lowest))
            return raise_range(s, c, low_is_zero);
        ssi_walk_next(&walk);
    }
    return true;
}

static bool all_zero(const ss_array *a)
{
    ssi_walk walk;
    ssi_number n;
    ssi_walk_start(&walk, a);
    for (size_t i = 0, count = ss_array_size(a); i < count; i++) {
        ssi_number_load(a->dtype, walk.item, &n);
        if (n.i || n.u || n.f != 0)
            return false;
        ssi_walk_next(&walk);
    }
    return true;
}

typedef struct sides { /* low and high in the shape of the result */
    ss_array low, high;
    ssi_walk at_low, at_high;
} sides;

static void start_sides(sides *p, const ss_array *const pair[2], uint32_t ndim,
                        const size_t *dims)
{
    ssi_broadcast_to(pair[0], ndim, dims, &p->low);
    ssi_broadcast_to(pair[1], ndim, dims, &p->high);
    ssi_walk_start(&p->at_low, &p->low);
    ssi_walk_start(&p->at_high, &p->high);
}

static bool next_sides(ss_session *s, const randint_call *c, sides *p,
                       ssi_bound *low, ssi_bound *last)
{
    bool ok = element_bound(s, c, &p->low, p->at_low.item, false, low)
              && element_bound(s, c, &p->high, p->at_high.item, true, last);
    ssi_walk_next(&p->at_low);
    ssi_walk_next(&p->at_high);
    return ok;
}

static bool check_arrays(ss_session *s, const randint_call *c,
                         const ss_array *const pair[2], ssi_shape *common)
{
    size_t first, second;
    bool zero = all_zero(pair[0]);
    sides p;
    ssi_bound low, last;
    if (!check_side(s, c, pair[0], false, zero)
        || !check_side(s, c, pair[1], true, zero))
        return false;
    if (!ssi_broadcast_shape(pair, 2, &common->ndim, common->dims, &first,
                             &second))
        return ssi_raise_operands(s, pair[0], pair[1]);
    start_sides(&p, pair, common->ndim, common->dims);
    for (size_t i = 0, n = ss_array_size(&p.low); i < n; i++) {
        if (!next_sides(s, c, &p, &low, &last))
            return false;
        if (ssi_bound_less(last, low))
            return raise_range(s, c, zero);
    }
    return true;
}

/* The output, and the shape that low and high are walked in: NumPy does not
 * check that it is the output's, and takes as many values as that holds. */
static bool broadcast_output(ss_session *s, const randint_call *c,
                             const ss_array *const pair[2], ssi_shape *common,
                             ssi_value *out)
{
    const ss_array *all[3] = {pair[0], pair[1], NULL};
    ssi_shape shape;
    size_t i, j;
    if (!ssi_size_argument(s, c->size, ss_dtype_size(c->dtype), &shape))
        return false;
    if (shape.none)
        return ssi_new_ndarray(s, c->dtype, common, out);
    if (!ssi_new_ndarray(s, c->dtype, &shape, out))
        return false;
    all[2] = ssi_array_of(*out);
    if (ssi_broadcast_shape(all, 3, &common->ndim, common->dims, &i, &j))
        return true;
    ssi_raise_mismatch(s, all, i, j);
    ssi_release(s, *out);
    return false;
}

static bool draw_arrays(ss_session *s, const randint_call *c,
                        const ss_array *const pair[2], ssi_value *out)
{
    ssi_shape common = {0};
    sides p;
    ss_numpy_randint_buffer left = {0};
    ssi_bound low, last;
    if ((c->rs && !ssi_numpy_knows(s, "RandomState.randint(array)"))
        || !check_arrays(s, c, pair, &common)
        || !broadcast_output(s, c, pair, &common, out))
        return false;
    ss_array *a = ssi_array_of(*out);
    char *item = a->data;
    start_sides(&p, pair, common.ndim, common.dims);
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        if (!next_sides(s, c, &p, &low, &last)) {
            ssi_release(s, *out);
            return false;
        }
        draw_one(c, &left, low.bits, last.bits, item);
        item += a->itemsize;
    }
    return true;
}

/* --- the call --- */

/* Whether np.prod(size) == 0. */
static bool size_is_empty(ss_session *s, ssi_value size)
{
    size_t count;
    int64_t n = 1;
    bool done, empty = false;
    if (size.tag == SSI_INT)
        return size.u.i == 0;
    if (!ssi_is(size, &ssi_type_tuple) && !ssi_is(size, &ssi_type_list))
        return false;
    if (!ssi_length(s, size, &count))
        return false;
    for (size_t i = 0; i < count; i++) {
        ssi_value v;
        if (!ssi_iterate(s, size, i, &v, &done) || done)
            break;
        if (!ssi_is_int(v) || !ssi_to_int64(s, v, &n)) {
            ssi_release(s, v);
            s->error.status = SS_OK; /* the size is read again, for errors */
            return false;
        }
        ssi_release(s, v);
        empty = empty || n == 0;
    }
    return empty;
}

static bool randint_dtype(ss_session *s, ssi_call *call, randint_call *c,
                          bool *python)
{
    const ssi_class *cls = call->given[3] ? ssi_class_of(call->args[3]) : NULL;
    ssi_element e = ssi_element_of(SS_INT64);
    char text[32];
    *python = (!call->given[3] && c->rs)
              || (cls
                  && (strcmp(cls->qualified, "int") == 0
                      || strcmp(cls->qualified, "bool") == 0));
    if (call->given[3] && !ssi_dtype_argument(s, call->args[3], &e))
        return false;
    c->dtype = e.dtype;
    c->name = ss_dtype_name(e.dtype);
    if (e.dtype <= SS_UINT64)
        return true;
    ssi_dtype_text(e, text);
    return ssi_raise(s, "TypeError", "Unsupported dtype dtype('%s') for %s",
                     text + (e.dtype == SS_BYTES),
                     c->rs ? "randint" : "integers");
}

/* An array of text: NumPy shows the first element, a NumPy scalar. */
static bool refuse_text(ss_session *s, const ss_array *a)
{
    ssi_value item;
    ss_text shown = {0};
    if (!ssi_new_scalar(s, a->dtype, a->itemsize, a->data, &item))
        return false;
    if (ssi_str(s, item, &shown) && ssi_text_number(shown.data) == 'i') {
        ssi_unsupported(s, "text as bounds of randint; write the numbers");
    } else if (s->error.status == SS_OK) {
        shown.size = 0;
        if (ssi_repr(s, item, &shown))
            ssi_raise(s, "ValueError",
                      "invalid literal for int() with base 10: %s", shown.data);
    }
    ss_text_free(&shown);
    ssi_release(s, item);
    return false;
}

/* low or high: an array with axes, or a number. */
static bool array_argument(ss_session *s, ssi_value v, ssi_value *array,
                           bool *is_array)
{
    ssi_discovery found;
    *is_array = false;
    if (!ssi_discover(s, v, &found))
        return false;
    if (found.ndim == 0 && !found.ragged && !ssi_is_array(v)) {
        *array = ssi_retain(v);
        return true;
    }
    if (!ssi_asarray(s, v, NULL, array))
        return false;
    const ss_array *a = ssi_array_of(*array);
    *is_array = a->ndim > 0;
    if (ssi_dtype_is_text(a->dtype) && ss_array_size(a)) {
        refuse_text(s, a);
        ssi_release(s, *array);
        return false;
    }
    if (ssi_dtype_is_complex(a->dtype)) {
        ssi_release(s, *array);
        return ssi_unsupported(s, "complex bounds of randint");
    }
    if (a->ndim == 0) {
        ssi_value zero_d = *array;
        bool ok = ssi_item_python(s, ssi_array_element(a), a->data, array);
        ssi_release(s, zero_d);
        return ok;
    }
    return true;
}

static bool draw_values(ss_session *s, const randint_call *c,
                        ssi_value values[2], bool arrays[2], ssi_value *out)
{
    ssi_bound low, last;
    if (!arrays[0] && !arrays[1])
        return ssi_bound_of(s, values[0], &low)
               && last_bound(s, c, values[1], &last)
               && draw_numbers(s, c, low, last, out);
    for (int i = 0; i < 2; i++)
        if (!arrays[i]) {
            ssi_value plain = values[i];
            if (ssi_is(plain, &ssi_type_bigint)) {
                uint64_t u;
                bool negative, fits;
                if (!ssi_to_index(s, plain, &u, &negative, &fits))
                    return false;
                if (!fits && i == 0)
                    return ssi_raise(s, "ValueError",
                                     "low is out of bounds for %s", c->name);
                if (!fits && (negative || c->dtype != SS_UINT64))
                    return ssi_raise(s, "ValueError",
                                     "high is out of bounds for %s", c->name);
                if (!fits)
                    return ssi_unsupported(s, "randint of an array of lows "
                                              "below 2**64");
            }
            ssi_value array;
            if (!ssi_asarray(s, plain, NULL, &array))
                return false;
            values[i] = array;
            ssi_release(s, plain);
        }
    const ss_array *pair[2] = {ssi_array_of(values[0]),
                               ssi_array_of(values[1])};
    if (c->size.tag != SSI_NONE
        && (ss_array_size(pair[0]) == 0 || ss_array_size(pair[1]) == 0))
        return ssi_unsupported(s, "empty bounds and a size: NumPy's values "
                                  "are those of memory that nobody set");
    return draw_arrays(s, c, pair, out);
}

static bool as_python(ss_session *s, ssi_value *out)
{
    ssi_value scalar = *out;
    ssi_scalar_object *o = (ssi_scalar_object *)scalar.u.o;
    bool ok =
        ssi_item_python(s, (ssi_element){o->dtype, o->itemsize}, o->item, out);
    ssi_release(s, scalar);
    return ok;
}

static bool randint_values(ss_session *s, const randint_call *c,
                           const ssi_value given[2], ssi_value *out)
{
    ssi_value values[2];
    ssi_shape shape;
    bool arrays[2], ok;
    if (size_is_empty(s, c->size))
        return ssi_size_argument(s, c->size, ss_dtype_size(c->dtype), &shape)
               && ssi_new_ndarray(s, c->dtype, &shape, out);
    if (!array_argument(s, given[0], &values[0], &arrays[0]))
        return false;
    if (!array_argument(s, given[1], &values[1], &arrays[1])) {
        ssi_release(s, values[0]);
        return false;
    }
    ok = draw_values(s, c, values, arrays, out);
    ssi_release(s, values[0]);
    ssi_release(s, values[1]);
    return ok;
}

static bool run(ss_session *s, ssi_call *call, randint_call *c, ssi_value *out)
{
    ssi_value ends[2] = {call->args[0], ssi_none()};
    bool python;
    if (call->given[1])
        ends[1] = call->args[1];
    if (ends[1].tag == SSI_NONE) {
        ends[1] = ends[0];
        ends[0] = ssi_int(0);
    }
    c->size = call->given[2] ? call->args[2] : ssi_none();
    if (!randint_dtype(s, call, c, &python)
        || !ssi_can_multiply_size(s, c->size))
        return false;
    if (!randint_values(s, c, ends, out))
        return false;
    if (python && ssi_is(*out, &ssi_type_numpy_scalar))
        return as_python(s, out);
    return true;
}

bool ssi_numpy_randint(ss_session *s, ssi_call *call, ssi_value *out)
{
    randint_call c = {.rs = ssi_numpy_random_of(s, call)};
    return run(s, call, &c, out);
}

bool ssi_generator_integers(ss_session *s, ssi_call *call, ssi_value *out)
{
    randint_call c = {.generator = ssi_generator_of(call)};
    if (call->given[4] && !ssi_truth(s, call->args[4], &c.endpoint))
        return false;
    return run(s, call, &c, out);
}

/* random_integers(low, high): randint(low, int(high) + 1), of dtype int64. */
bool ssi_numpy_random_integers(ss_session *s, ssi_call *call, ssi_value *out)
{
    randint_call c = {.rs = ssi_numpy_random_of(s, call),
                      .dtype = SS_INT64,
                      .size = call->given[2] ? call->args[2] : ssi_none(),
                      .name = "int64"};
    ssi_value ends[2] = {call->args[0], ssi_none()}, high;
    double d;
    if (call->given[1])
        ends[1] = call->args[1];
    if (ends[1].tag == SSI_NONE) {
        ends[1] = ends[0];
        ends[0] = ssi_int(1);
    }
    if (ssi_is_float(ends[1])) {
        ssi_bound b;
        if (!ssi_to_double(s, ends[1], &d) || !ssi_bound_of_double(s, d, &b))
            return false;
        if (b.above || b.below || d >= 0x1p63)
            return ssi_raise(s, "ValueError",
                             "high is out of bounds for int64");
        high = ssi_int((int64_t)b.bits);
    } else if (!ssi_is_int(ends[1])) {
        ssi_bound b; /* only for its errors */
        return ssi_bound_of(s, ends[1], &b);
    } else if (!ssi_python_value(s, ends[1], &high)) {
        return false;
    }
    bool ok = ssi_binary(s, SSI_OP_ADD, high, ssi_int(1), &ends[1]);
    ssi_release(s, high);
    if (ok) {
        ok = randint_values(s, &c, ends, out);
        ssi_release(s, ends[1]);
    }
    return ok;
}
