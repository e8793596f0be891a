/* SPDX-License-Identifier: MIT
 * The entropy of np.random.SeedSequence as 32-bit words: ints of any size,
 * texts of ints, arrays and nests of them.
 * Learned from: NumPy 2.4.6 (bit_generator.pyx) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/builtins.h"
#include "script/numpy_generator.h"

bool ssi_entropy_add_word(ss_session *s, ssi_entropy_words *w, uint32_t word)
{
    if (w->count == w->room) {
        size_t room = w->room ? 2 * w->room : 16;
        uint32_t *items = room > SIZE_MAX / sizeof *items
                              ? NULL
                              : realloc(w->items, room * sizeof *items);
        if (!items)
            return ssi_raise_memory(s);
        w->items = items;
        w->room = room;
    }
    w->items[w->count++] = word;
    return true;
}

static bool add_int(ss_session *s, ssi_entropy_words *w, ssi_value v)
{
    uint32_t *digits;
    size_t count;
    bool negative, ok = true;
    ssi_value python;
    if (!ssi_python_value(s, v, &python))
        return false;
    ok = ssi_int_words(s, python, &digits, &count, &negative);
    ssi_release(s, python);
    if (!ok)
        return false;
    if (negative)
        ok = ssi_raise(s, "ValueError", "expected non-negative integer");
    else if (count == 0)
        ok = ssi_entropy_add_word(s, w, 0);
    for (size_t i = 0; i < count && ok; i++)
        ok = ssi_entropy_add_word(s, w, digits[i]);
    ssi_int_words_free(digits);
    return ok;
}

/* int(text, 16) of what begins with 0x, int(text, 10) of a digit. */
static bool add_text(ss_session *s, ssi_entropy_words *w, ssi_value v)
{
    const char *text = ((ssi_str_object *)v.u.o)->data;
    bool hex = text[0] == '0' && text[1] == 'x';
    ssi_call call = {.args = {v, ssi_int(hex ? 16 : 10)}};
    ssi_value read;
    if (!hex && !(text[0] >= '0' && text[0] <= '9'))
        return ssi_raise(s, "ValueError", "unrecognized seed string");
    call.given[0] = call.given[1] = true;
    if (!ssi_call_int(s, &call, &read))
        return false;
    bool ok = add_int(s, w, read);
    ssi_release(s, read);
    return ok;
}

static bool add_numpy_text(ss_session *s, ssi_entropy_words *w, ssi_value v)
{
    ssi_value text;
    if (!ssi_python_value(s, v, &text))
        return false;
    bool ok = add_text(s, w, text);
    ssi_release(s, text);
    return ok;
}

bool ssi_is_entropy_int(ssi_value v)
{
    return ssi_is_int(v)
           && !(ssi_is(v, &ssi_type_numpy_scalar)
                && ((ssi_scalar_object *)v.u.o)->dtype == SS_BOOL);
}

bool ssi_entropy_check(ss_session *s, const ssi_entropy_words *w)
{
    unsigned ndim = w->odd - 1;
    if (w->odd == 0)
        return true;
    if (ndim == 0)
        return ssi_raise(s, "ValueError",
                         "zero-dimensional arrays cannot be concatenated");
    if (!w->odd_first)
        return ssi_unsupported(s, "an array of uint32 in an entropy that is "
                                  "not one-dimensional");
    return ssi_raise(s, "ValueError",
                     "all the input arrays must have same number of "
                     "dimensions, but the array at index 0 has %u "
                     "dimension(s) and the array at index 1 has 1 "
                     "dimension(s)",
                     ndim);
}

/* Whole items: the words of an array of uint32. */
static bool add_uint32(ss_session *s, ssi_entropy_words *w, const ss_array *a)
{
    ssi_walk walk;
    uint32_t word;
    if (a->ndim != 1) { /* NumPy joins the items once it has them all */
        if (w->odd == 0) {
            w->odd = a->ndim + 1;
            w->odd_first = w->count == 0;
        }
        return true;
    }
    ssi_walk_start(&walk, a);
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        memcpy(&word, walk.item, sizeof word);
        if (!ssi_entropy_add_word(s, w, word))
            return false;
        ssi_walk_next(&walk);
    }
    return true;
}

static bool add_items(ss_session *s, ssi_entropy_words *w, ssi_value v)
{
    size_t length;
    bool done = false, ok = true;
    if (!ssi_length(s, v, &length))
        return false;
    for (size_t i = 0; ok && i < length; i++) {
        ssi_value item;
        if (!ssi_iterate(s, v, i, &item, &done))
            return false;
        if (done)
            break;
        ok = ssi_entropy_add(s, w, item);
        ssi_release(s, item);
    }
    return ok;
}

bool ssi_entropy_add(ss_session *s, ssi_entropy_words *w, ssi_value v)
{
    bool ok;
    if (ssi_is(v, &ssi_type_ndarray) && ssi_array_of(v)->dtype == SS_UINT32)
        return add_uint32(s, w, ssi_array_of(v));
    if (ssi_is(v, &ssi_type_str))
        return add_text(s, w, v);
    if (ssi_is_entropy_int(v))
        return add_int(s, w, v);
    if (ssi_is_float(v)
        || (ssi_is(v, &ssi_type_numpy_scalar)
            && ssi_dtype_is_complex(((ssi_scalar_object *)v.u.o)->dtype)))
        return ssi_raise(s, "TypeError", "seed must be integer");
    if (ssi_is(v, &ssi_type_numpy_scalar)
        && ((ssi_scalar_object *)v.u.o)->dtype == SS_BOOL)
        return ssi_raise(s, "TypeError",
                         "object of type 'numpy.bool' has no len()");
    if (ssi_is(v, &ssi_type_numpy_scalar)
        && ((ssi_scalar_object *)v.u.o)->dtype == SS_STR)
        return add_numpy_text(s, w, v);
    if (ssi_is(v, &ssi_type_tensor) || ssi_is(v, &ssi_type_numpy_scalar))
        return ssi_unsupported(s, "a %s as entropy", ssi_type_name(v));
    if (!ssi_enter_value(s, ""))
        return false;
    ok = add_items(s, w, v) && ssi_entropy_check(s, w);
    s->value_depth--;
    return ok;
}
