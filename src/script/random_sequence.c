/* SPDX-License-Identifier: MIT
 * Python's random in a script: ints of any size, and sequences.
 * Learned from: CPython 3.11, Lib/random.py, Lib/bisect.py.
 */
#include <stdlib.h>

#include "script/module_random.h"

/* --- ints --- */

bool ssi_pyrandom_bits(ss_session *s, ss_pyrandom *r, size_t bits,
                       ssi_value *out)
{
    size_t count = bits / 32 + 1;
    uint32_t *words;
    bool ok;

    if (count > s->options.memory_limit / sizeof *words
        || !(words = malloc(count * sizeof *words)))
        return ssi_raise_memory(s);
    words[count - 1] = 0;
    ss_pyrandom_getrandbits(r, bits, words);
    ok = ssi_new_int_words(s, words, count, false, out);
    free(words);
    return ok;
}

/* Whether a < b, both of count words. */
static bool below(const uint32_t *a, const uint32_t *b, size_t count)
{
    for (size_t i = count; i-- > 0;)
        if (a[i] != b[i])
            return a[i] < b[i];
    return false;
}

static size_t bit_length(const uint32_t *words, size_t count)
{
    size_t bits = 32 * count;

    while (bits > 0 && !(words[(bits - 1) / 32] >> (bits - 1) % 32 & 1))
        bits--;
    return bits;
}

/* _randbelow(n) for n > 0 of any size. */
static bool randbelow(ss_session *s, ss_pyrandom *r, ssi_value n,
                      ssi_value *out)
{
    uint32_t *limit, *words;
    size_t count, bits;
    bool negative, ok;

    if (!ssi_int_words(s, n, &limit, &count, &negative))
        return false;
    bits = bit_length(limit, count);
    words = calloc(count + 1, sizeof *words);
    if (!words) {
        ssi_int_words_free(limit);
        return ssi_raise_memory(s);
    }
    do
        ss_pyrandom_getrandbits(r, bits, words);
    while (!below(words, limit, count));
    ok = ssi_new_int_words(s, words, count, false, out);
    free(words);
    ssi_int_words_free(limit);
    return ok;
}

/* -1, 0, 1 as the int is below, equal to or above 0. */
static bool sign_of(ss_session *s, ssi_value v, int *sign)
{
    uint32_t *words;
    size_t count;
    bool negative;

    if (!ssi_int_words(s, v, &words, &count, &negative))
        return false;
    *sign = bit_length(words, count) == 0 ? 0 : negative ? -1 : 1;
    ssi_int_words_free(words);
    return true;
}

/* What Python 3.11 takes for an int here: an index, or a float without a
 * fraction (deprecated, but drawn). name: "arg 1", "stop", "step". */
static bool whole(ss_session *s, ssi_value v, const char *name, ssi_value *out)
{
    double x;

    if (ssi_is_int(v))
        return ssi_to_python_int(s, v, out);
    if (!ssi_is_float(v))
        return ssi_raise(s, "TypeError",
                         "'%s' object cannot be interpreted as an integer",
                         ssi_type_name(v));
    if (!ssi_to_double(s, v, &x))
        return false;
    if (!(x >= -0x1p62 && x <= 0x1p62))
        return ssi_unsupported(s, "a float beyond 2**62 as %s of randrange()",
                               name);
    if (x != (double)(int64_t)x)
        return ssi_raise(s, "ValueError", "non-integer %s for randrange()",
                         name);
    *out = ssi_int((int64_t)x);
    return true;
}

/* (width + step -+ 1) // step, the number of ints in a range. */
static bool range_count(ss_session *s, ssi_value width, ssi_value step,
                        int sign, ssi_value *out)
{
    ssi_value sum, sum1;
    bool ok = ssi_binary(s, SSI_OP_ADD, width, step, &sum);

    if (!ok)
        return false;
    ok = ssi_binary(s, SSI_OP_SUB, sum, ssi_int(sign), &sum1);
    ssi_release(s, sum);
    if (!ok)
        return false;
    ok = ssi_binary(s, SSI_OP_FLOORDIV, sum1, step, out);
    ssi_release(s, sum1);
    return ok;
}

/* start + step * _randbelow(n) */
static bool draw_from(ss_session *s, ss_pyrandom *r, ssi_value start,
                      ssi_value step, ssi_value n, ssi_value *out)
{
    ssi_value index, product;
    bool ok;

    if (!randbelow(s, r, n, &index))
        return false;
    ok = ssi_binary(s, SSI_OP_MUL, step, index, &product);
    ssi_release(s, index);
    if (!ok)
        return false;
    ok = ssi_binary(s, SSI_OP_ADD, start, product, out);
    ssi_release(s, product);
    return ok;
}

static bool raise_empty(ss_session *s, ssi_value start, ssi_value stop,
                        ssi_value width)
{
    ss_text text = {0};

    if (ssi_repr(s, start, &text) && ss_text_append(&text, ", ", 2) == SS_OK
        && ssi_repr(s, stop, &text) && ss_text_append(&text, ", ", 2) == SS_OK
        && ssi_repr(s, width, &text))
        ssi_raise(s, "ValueError", "empty range for randrange() (%s)",
                  text.data);
    ss_text_free(&text);
    return false;
}

/* randrange(start, stop, step) with ints; step_one: no step was written. */
static bool draw_range(ss_session *s, ss_pyrandom *r, ssi_value start,
                       ssi_value stop, ssi_value step, ssi_value *out)
{
    ssi_value width, n;
    int step_sign, sign;
    bool one = step.tag == SSI_INT && step.u.i == 1, ok;

    if (!sign_of(s, step, &step_sign))
        return false;
    if (!ssi_binary(s, SSI_OP_SUB, stop, start, &width))
        return false;
    if (step_sign == 0) {
        ssi_release(s, width);
        return ssi_raise(s, "ValueError", "zero step for randrange()");
    }
    ok = range_count(s, width, step, step_sign, &n) && sign_of(s, n, &sign);
    if (ok && sign <= 0)
        ok = one ? raise_empty(s, start, stop, width)
                 : ssi_raise(s, "ValueError", "empty range for randrange()");
    else if (ok)
        ok = draw_from(s, r, start, step, n, out);
    ssi_release(s, width);
    ssi_release(s, n);
    return ok;
}

static bool range_from_zero(ss_session *s, ss_pyrandom *r, ssi_value stop,
                            ssi_value *out)
{
    int sign;

    if (!sign_of(s, stop, &sign))
        return false;
    if (sign <= 0)
        return ssi_raise(s, "ValueError", "empty range for randrange()");
    return randbelow(s, r, stop, out);
}

bool ssi_random_randrange(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_pyrandom *r = ssi_pyrandom_of(s, call->self);
    ssi_value start, stop = ssi_none(), step = ssi_int(1);
    bool has_stop = call->given[1] && call->args[1].tag != SSI_NONE, ok;

    if (!whole(s, call->args[0], "arg 1", &start))
        return false;
    if (!has_stop) {
        ok = call->given[2]
                 ? ssi_raise(s, "TypeError", "Missing a non-None stop argument")
                 : range_from_zero(s, r, start, out);
    } else {
        ok = whole(s, call->args[1], "stop", &stop)
             && (!call->given[2] || whole(s, call->args[2], "step", &step))
             && draw_range(s, r, start, stop, step, out);
    }
    ssi_release(s, start);
    ssi_release(s, stop);
    ssi_release(s, step);
    return ok;
}

bool ssi_random_randint(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_pyrandom *r = ssi_pyrandom_of(s, call->self);
    ssi_value after, start, stop;
    bool ok;

    if (!ssi_binary(s, SSI_OP_ADD, call->args[1], ssi_int(1), &after))
        return false;
    ok = whole(s, call->args[0], "arg 1", &start);
    if (ok) {
        ok = whole(s, after, "stop", &stop);
        if (ok) {
            ok = draw_range(s, r, start, stop, ssi_int(1), out);
            ssi_release(s, stop);
        }
        ssi_release(s, start);
    }
    ssi_release(s, after);
    return ok;
}

/* --- sequences --- */

bool ssi_random_choice(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_pyrandom *r = ssi_pyrandom_of(s, call->self);
    size_t count;

    if (!ssi_length(s, call->args[0], &count))
        return false;
    if (count == 0)
        return ssi_raise(s, "IndexError",
                         "Cannot choose from an empty sequence");
    return ssi_index(s, call->args[0],
                     ssi_int((int64_t)ss_pyrandom_randbelow(r, count)), out);
}

/* Swap the items of a list or of a one-dimensional array in place. */
bool ssi_random_shuffle(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_pyrandom *r = ssi_pyrandom_of(s, call->self);
    ssi_value x = call->args[0];
    size_t count;

    *out = ssi_none();
    if (!ssi_length(s, x, &count))
        return false;
    if (ssi_is(x, &ssi_type_list)) {
        ss_pyrandom_shuffle(r, ((ssi_list_object *)x.u.o)->items, count,
                            sizeof(ssi_value));
        return true;
    }
    if (ssi_is(x, &ssi_type_ndarray)) {
        ss_array *array = &((ssi_array_object *)x.u.o)->array;
        if (array->ndim == 1 && ss_array_is_contiguous(array)) {
            ss_pyrandom_shuffle(r, array->data, count, array->itemsize);
            return true;
        }
        return ssi_unsupported(s, "random.shuffle() of an array that is not "
                                  "one-dimensional and contiguous; use "
                                  "np.random.shuffle()");
    }
    if (ssi_is(x, &ssi_type_tensor))
        return ssi_unsupported(s, "random.shuffle() of a tensor; lists are "
                                  "supported");
    if (count < 2)
        return true;
    ss_pyrandom_randbelow(r, count);
    return ssi_raise(s, "TypeError",
                     "'%s' object does not support item assignment",
                     ssi_type_name(x));
}

static bool is_sequence(ssi_value v)
{
    return ssi_is(v, &ssi_type_list) || ssi_is(v, &ssi_type_tuple)
           || ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes)
           || ssi_is(v, &ssi_type_range);
}

/* A new list of population[indices[i]]. */
static bool pick(ss_session *s, ssi_value population, const uint64_t *indices,
                 size_t count, ssi_value *out)
{
    if (!ssi_new_list(s, NULL, count, out))
        return false;
    for (size_t i = 0; i < count; i++) {
        ssi_value item;
        if (!ssi_index(s, population, ssi_int((int64_t)indices[i]), &item)) {
            ssi_release(s, *out);
            return false;
        }
        ((ssi_list_object *)out->u.o)->items[i] = item;
    }
    return true;
}

/* Room for count indices within the session's memory. */
static uint64_t *new_indices(ss_session *s, size_t count)
{
    uint64_t *indices = NULL;

    if (count <= s->options.memory_limit / sizeof *indices)
        indices = malloc(count * sizeof *indices + 1);
    if (!indices)
        ssi_raise_memory(s);
    return indices;
}

/* Running sums of counts (ints): *sums is malloc'ed, ended by the total. */
static bool sum_counts(ss_session *s, ssi_value counts, size_t n,
                       uint64_t **sums)
{
    size_t count;
    uint64_t total = 0;

    if (!ssi_length(s, counts, &count))
        return false;
    if (count != n)
        return ssi_raise(s, "ValueError",
                         "The number of counts does not "
                         "match the population");
    if (!(*sums = new_indices(s, n)))
        return false;
    for (size_t i = 0; i < n; i++) {
        ssi_value item;
        int64_t c = 0;
        bool ok = ssi_index(s, counts, ssi_int((int64_t)i), &item);
        if (ok && !ssi_is_int(item))
            ok = ssi_raise(s, "TypeError", "Counts must be integers");
        if (ok)
            ok = ssi_to_int64(s, item, &c);
        if (ok && (c < 0 || total > INT64_MAX - (uint64_t)c))
            ok = ssi_unsupported(s, "negative or huge counts in "
                                    "random.sample()");
        if (!ok) {
            free(*sums);
            return false;
        }
        (*sums)[i] = total += (uint64_t)c;
    }
    if (n == 0 || total == 0) {
        free(*sums);
        return ssi_raise(s, n ? "ValueError" : "IndexError",
                         n ? "Total of counts must be greater than zero"
                           : "pop from empty list");
    }
    return true;
}

/* bisect_right over running sums. */
static size_t position(const uint64_t *sums, size_t n, uint64_t x)
{
    size_t low = 0, high = n;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (x < sums[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

bool ssi_random_sample(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_pyrandom *r = ssi_pyrandom_of(s, call->self);
    bool counted = call->given[2] && call->args[2].tag != SSI_NONE, ok;
    uint64_t *sums = NULL, *indices;
    ss_status status;
    size_t n, total;
    int64_t k;

    if (!is_sequence(call->args[0]))
        return ssi_raise(s, "TypeError",
                         "Population must be a sequence.  For "
                         "dicts or sets, use sorted(d).");
    if (!ssi_length(s, call->args[0], &n)
        || (counted && !sum_counts(s, call->args[2], n, &sums)))
        return false;
    total = counted ? (size_t)sums[n - 1] : n;
    ok = ssi_to_int64(s, call->args[1], &k);
    if (ok && (k < 0 || (uint64_t)k > total))
        ok = ssi_raise_status(s, SS_ERR_PYTHON_SAMPLE);
    indices = ok ? new_indices(s, (size_t)k) : NULL;
    if (!indices) {
        free(sums);
        return false;
    }
    status = ss_pyrandom_sample(r, total, (size_t)k, indices);
    for (size_t i = 0; counted && status == SS_OK && i < (size_t)k; i++)
        indices[i] = position(sums, n, indices[i]);
    ok = status == SS_OK ? pick(s, call->args[0], indices, (size_t)k, out)
                         : ssi_raise_status(s, status);
    free(indices);
    free(sums);
    return ok;
}

/* Weights as running sums in double; ints are summed exactly up to 2**53. */
static bool sum_weights(ss_session *s, ssi_value weights, bool running,
                        size_t n, double **sums)
{
    size_t count;
    double total = 0.0;
    bool exact;

    if (!ssi_length(s, weights, &count))
        return false;
    if (count != n)
        return ssi_raise(s, "ValueError",
                         "The number of weights does not "
                         "match the population");
    if (!(*sums = (double *)new_indices(s, n)))
        return false;
    for (size_t i = 0; i < n; i++) {
        ssi_value item;
        double w;
        if (!ssi_index(s, weights, ssi_int((int64_t)i), &item)
            || !ssi_to_double(s, item, &w)) {
            free(*sums);
            return false;
        }
        total = running ? w : total + w;
        exact = !ssi_is_int(item) || (total <= 0x1p53 && total >= -0x1p53);
        ssi_release(s, item);
        if (!exact) { /* Python adds and compares ints of any size exactly */
            free(*sums);
            return ssi_unsupported(s, "int weights beyond 2**53 are not "
                                      "supported");
        }
        (*sums)[i] = total;
    }
    return true;
}

/* Draw with the weights given by name or position; *sums stays the caller's
 * to free. */
static bool choice_weights(ss_session *s, ssi_call *call, size_t n,
                           double **sums)
{
    bool plain = call->given[1] && call->args[1].tag != SSI_NONE;
    bool running = call->given[2] && call->args[2].tag != SSI_NONE;

    if (plain && running)
        return ssi_raise(s, "TypeError",
                         "Cannot specify both weights and "
                         "cumulative weights");
    if (plain && call->args[1].tag == SSI_INT)
        return ssi_raise(s, "TypeError",
                         "The number of choices must be a keyword argument: "
                         "k=%lld",
                         (long long)call->args[1].u.i);
    if (!plain && !running)
        return true;
    if (!sum_weights(s, call->args[running ? 2 : 1], running, n, sums))
        return false;
    if (n > 0)
        return true;
    free(*sums);
    *sums = NULL;
    return ssi_raise_status(s, SS_ERR_PYTHON_INDEX);
}

bool ssi_random_choices(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_pyrandom *r = ssi_pyrandom_of(s, call->self);
    uint64_t *indices = NULL;
    double *sums = NULL;
    int64_t k = 1;
    size_t n;
    bool ok;

    if (!ssi_length(s, call->args[0], &n) || !choice_weights(s, call, n, &sums))
        return false;
    ok = !call->given[3] || ssi_to_int64(s, call->args[3], &k);
    if (k < 0)
        k = 0;
    if (ok)
        ok = (indices = new_indices(s, (size_t)k)) != NULL;
    if (ok) {
        ss_status status =
            ss_pyrandom_choices_fill(r, n, sums, indices, (size_t)k);
        ok = status == SS_OK ? pick(s, call->args[0], indices, (size_t)k, out)
                             : ssi_raise_status(s, status);
    }
    free(indices);
    free(sums);
    return ok;
}
