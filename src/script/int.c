/* SPDX-License-Identifier: MIT
 * Python's int: 64 bits inline, larger ones as objects over base/bigint.
 *
 * Learned from: CPython 3.11, Objects/longobject.c, for the error texts and
 * the rules of // and %.
 */
#include "script/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct bigint_object {
    ssi_object head;
    ssi_bigint value; /* does not fit 64 bits */
} bigint_object;

static void bigint_destroy(ss_session *s, ssi_object *self)
{
    ssi_bigint_free(&((bigint_object *)self)->value);
}

static bool bigint_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    ssi_value v = {.tag = SSI_OBJECT, .u.o = self};

    return ssi_int_repr(s, v, out);
}

static bool bigint_truth(ss_session *s, ssi_object *self, bool *out)
{
    *out = true;
    return true;
}

const ssi_type ssi_type_bigint = {
    .name = "int",
    .qualified = "int",
    .destroy = bigint_destroy,
    .repr = bigint_repr,
    .truth = bigint_truth,
};

bool ssi_is_pyint(ssi_value v)
{
    return v.tag == SSI_BOOL || v.tag == SSI_INT || ssi_is(v, &ssi_type_bigint);
}

ssi_bigint ssi_int_view(ssi_value v, uint32_t memory[2])
{
    if (v.tag == SSI_OBJECT)
        return ((bigint_object *)v.u.o)->value;
    return ssi_bigint_view(v.tag == SSI_BOOL ? v.u.b : v.u.i, memory);
}

bool ssi_int_take(ss_session *s, ssi_bigint *big, ssi_value *out)
{
    bigint_object *object;
    int64_t small;

    if (ssi_bigint_fits(big, &small)) {
        ssi_bigint_free(big);
        *out = ssi_int(small);
        return true;
    }
    if (big->count > SSI_MAX_INT_BITS / 32 + 1) {
        ssi_bigint_free(big);
        return ssi_unsupported(s,
                               "ints of more than %zu bits are not "
                               "supported",
                               SSI_MAX_INT_BITS);
    }
    object = ssi_new(s, &ssi_type_bigint, sizeof *object,
                     big->count * sizeof *big->words);
    if (!object) {
        ssi_bigint_free(big);
        return false;
    }
    object->value = *big;
    *out = ssi_from_object(object);
    return true;
}

/* After a bigint function: its result, or MemoryError. */
static bool finish(ss_session *s, bool ok, ssi_bigint *big, ssi_value *out)
{
    if (!ok) {
        ssi_bigint_free(big);
        return ssi_raise_memory(s);
    }
    return ssi_int_take(s, big, out);
}

bool ssi_new_uint64(ss_session *s, uint64_t u, ssi_value *out)
{
    uint32_t words[2] = {(uint32_t)u, (uint32_t)(u >> 32)};

    return ssi_new_int_words(s, words, 2, false, out);
}

bool ssi_new_int_words(ss_session *s, const uint32_t *words, size_t count,
                       bool negative, ssi_value *out)
{
    ssi_bigint big;

    return finish(s, ssi_bigint_from_words(words, count, negative, &big), &big,
                  out);
}

bool ssi_int_words(ss_session *s, ssi_value v, uint32_t **words, size_t *count,
                   bool *negative)
{
    uint32_t memory[2];
    ssi_bigint view = ssi_int_view(v, memory), copy;

    if (!ssi_bigint_from_words(view.words, view.count, view.negative, &copy))
        return ssi_raise_memory(s);
    *words = copy.words;
    *count = copy.count;
    *negative = copy.negative;
    return true;
}

void ssi_int_words_free(uint32_t *words)
{
    free(words);
}

/* --- arithmetic --- */

static bool too_large(ss_session *s)
{
    return ssi_unsupported(s, "ints of more than %zu bits are not supported",
                           SSI_MAX_INT_BITS);
}

static bool divide(ss_session *s, ssi_operator op, const ssi_bigint *a,
                   const ssi_bigint *b, ssi_value *out)
{
    ssi_bigint quotient, remainder;

    if (b->count == 0)
        return ssi_raise(s, "ZeroDivisionError",
                         op == SSI_OP_MOD
                             ? "integer modulo by zero"
                             : "integer division or modulo by zero");
    if (!ssi_bigint_divmod(a, b, &quotient, &remainder))
        return ssi_raise_memory(s);
    ssi_bigint_free(op == SSI_OP_MOD ? &quotient : &remainder);
    return ssi_int_take(s, op == SSI_OP_MOD ? &remainder : &quotient, out);
}

static bool true_divide(ss_session *s, const ssi_bigint *a, const ssi_bigint *b,
                        ssi_value *out)
{
    double x;

    if (b->count == 0)
        return ssi_raise(s, "ZeroDivisionError", "division by zero");
    if (!ssi_bigint_quotient(a, b, &x))
        return ssi_raise_memory(s);
    if (x - x != 0.0)
        return ssi_raise(s, "OverflowError",
                         "integer division result too large for a float");
    *out = ssi_float(x);
    return true;
}

static bool power(ss_session *s, ssi_value left, ssi_value right,
                  const ssi_bigint *a, const ssi_bigint *b, ssi_value *out)
{
    ssi_bigint big;
    uint64_t exponent;
    double x, y;
    bool handled;

    if (b->negative)
        return ssi_int_double(s, left, &x) && ssi_int_double(s, right, &y)
               && ssi_float_binary(s, SSI_OP_POW, x, y, out, &handled);
    if (!ssi_bigint_low64(b, &exponent)) {
        if (ssi_bigint_bits(a) > 1)
            return too_large(s);
        exponent = b->words[0] & 1; /* of -1, 0 or 1 */
        exponent += 2;
    }
    if (ssi_bigint_bits(a) > 1
        && exponent > SSI_MAX_INT_BITS / (ssi_bigint_bits(a) - 1))
        return too_large(s);
    return finish(s, ssi_bigint_pow(a, exponent, &big), &big, out);
}

static bool shift(ss_session *s, ssi_operator op, const ssi_bigint *a,
                  const ssi_bigint *b, ssi_value *out)
{
    ssi_bigint big;
    int64_t bits;

    if (b->negative)
        return ssi_raise(s, "ValueError", "negative shift count");
    if (a->count == 0) {
        *out = ssi_int(0);
        return true;
    }
    if (!ssi_bigint_fits(b, &bits) || bits > (int64_t)SSI_MAX_INT_BITS * 2) {
        if (op == SSI_OP_LSHIFT)
            return too_large(s);
        *out = ssi_int(a->negative ? -1 : 0);
        return true;
    }
    if (op == SSI_OP_RSHIFT)
        return finish(s, ssi_bigint_shift_right(a, (size_t)bits, &big), &big,
                      out);
    if (ssi_bigint_bits(a) + (size_t)bits > SSI_MAX_INT_BITS)
        return too_large(s);
    return finish(s, ssi_bigint_shift_left(a, (size_t)bits, &big), &big, out);
}

static bool big_binary(ss_session *s, ssi_operator op, ssi_value left,
                       ssi_value right, ssi_value *out, bool *handled)
{
    uint32_t left_memory[2], right_memory[2];
    ssi_bigint a = ssi_int_view(left, left_memory), big;
    ssi_bigint b = ssi_int_view(right, right_memory);

    *handled = true;
    switch (op) {
    case SSI_OP_ADD:
        return finish(s, ssi_bigint_add(&a, &b, &big), &big, out);
    case SSI_OP_SUB:
        return finish(s, ssi_bigint_sub(&a, &b, &big), &big, out);
    case SSI_OP_MUL:
        if (ssi_bigint_bits(&a) + ssi_bigint_bits(&b) > SSI_MAX_INT_BITS + 1)
            return too_large(s);
        return finish(s, ssi_bigint_mul(&a, &b, &big), &big, out);
    case SSI_OP_FLOORDIV:
    case SSI_OP_MOD:
        return divide(s, op, &a, &b, out);
    case SSI_OP_DIV:
        return true_divide(s, &a, &b, out);
    case SSI_OP_POW:
        return power(s, left, right, &a, &b, out);
    case SSI_OP_LSHIFT:
    case SSI_OP_RSHIFT:
        return shift(s, op, &a, &b, out);
    case SSI_OP_AND:
        return finish(s, ssi_bigint_bitwise('&', &a, &b, &big), &big, out);
    case SSI_OP_OR:
        return finish(s, ssi_bigint_bitwise('|', &a, &b, &big), &big, out);
    case SSI_OP_XOR:
        return finish(s, ssi_bigint_bitwise('^', &a, &b, &big), &big, out);
    default:
        *handled = false;
        return true;
    }
}

/* The common cases of two ints of 64 bits; false: not one of them. */
static bool small_binary(ssi_operator op, int64_t a, int64_t b, int64_t *out)
{
    switch (op) {
    case SSI_OP_ADD:
        return !__builtin_add_overflow(a, b, out);
    case SSI_OP_SUB:
        return !__builtin_sub_overflow(a, b, out);
    case SSI_OP_MUL:
        return !__builtin_mul_overflow(a, b, out);
    case SSI_OP_FLOORDIV:
        if (b <= 0)
            return false;
        *out = a / b - (a % b < 0);
        return true;
    case SSI_OP_MOD:
        if (b <= 0)
            return false;
        *out = a % b + (a % b < 0 ? b : 0);
        return true;
    case SSI_OP_AND:
        *out = a & b;
        return true;
    case SSI_OP_OR:
        *out = a | b;
        return true;
    case SSI_OP_XOR:
        *out = a ^ b;
        return true;
    default:
        return false;
    }
}

bool ssi_int_binary(ss_session *s, ssi_operator op, ssi_value left,
                    ssi_value right, ssi_value *out, bool *handled)
{
    bool bitwise = op == SSI_OP_AND || op == SSI_OP_OR || op == SSI_OP_XOR;
    bool both = left.tag == SSI_BOOL && right.tag == SSI_BOOL;
    int64_t result;

    *handled = true;
    if (left.tag != SSI_OBJECT && right.tag != SSI_OBJECT
        && small_binary(op, left.tag == SSI_BOOL ? left.u.b : left.u.i,
                        right.tag == SSI_BOOL ? right.u.b : right.u.i,
                        &result)) {
        *out = both && bitwise ? ssi_bool(result != 0) : ssi_int(result);
        return true;
    }
    return big_binary(s, op, left, right, out, handled);
}

bool ssi_int_unary(ss_session *s, ssi_operator op, ssi_value v, ssi_value *out)
{
    bool handled;

    if (op == SSI_OP_POSITIVE)
        return ssi_int_binary(s, SSI_OP_ADD, v, ssi_int(0), out, &handled);
    return ssi_int_binary(s, SSI_OP_SUB, ssi_int(op == SSI_OP_INVERT ? -1 : 0),
                          v, out, &handled);
}

/* --- text and doubles --- */

bool ssi_int_repr(ss_session *s, ssi_value v, ss_text *out)
{
    uint32_t memory[2];
    ssi_bigint view;
    char text[24], *digits;
    size_t size;
    bool ok;

    if (v.tag != SSI_OBJECT) {
        snprintf(text, sizeof text, "%lld", (long long)v.u.i);
        return ssi_append(s, out, text);
    }
    view = ssi_int_view(v, memory);
    /* 4300 digits are 14284.2 bits */
    digits = ssi_bigint_bits(&view) <= 14285 ? ssi_bigint_decimal(&view) : NULL;
    if (!digits && ssi_bigint_bits(&view) <= 14285)
        return ssi_raise_memory(s);
    size = digits ? strlen(digits) - view.negative : SIZE_MAX;
    if (size > SSI_MAX_INT_DIGITS)
        ok = ssi_raise(s, "ValueError",
                       "Exceeds the limit (%d digits) for integer string "
                       "conversion; use sys.set_int_max_str_digits() to "
                       "increase the limit",
                       SSI_MAX_INT_DIGITS);
    else
        ok = ssi_append(s, out, digits);
    free(digits);
    return ok;
}

bool ssi_int_double(ss_session *s, ssi_value v, double *out)
{
    uint32_t memory[2];
    ssi_bigint view = ssi_int_view(v, memory);

    *out = ssi_bigint_double(&view);
    if (*out - *out != 0.0)
        return ssi_raise(s, "OverflowError",
                         "int too large to convert to float");
    return true;
}

static int literal_base(const char *digits, size_t size)
{
    if (size < 2 || digits[0] != '0')
        return 10;
    switch (digits[1] | 0x20) {
    case 'x':
        return 16;
    case 'o':
        return 8;
    case 'b':
        return 2;
    default:
        return 10;
    }
}

bool ssi_int_literal(ss_session *s, const char *digits, size_t size,
                     ssi_value *out)
{
    int base = literal_base(digits, size);
    ssi_bigint big;

    if (base != 10) {
        digits += 2;
        size -= 2;
    } else if (size > SSI_MAX_INT_DIGITS) {
        return ssi_raise(s, "SyntaxError",
                         "Exceeds the limit (%d digits) for integer string "
                         "conversion: value has %zu digits; use "
                         "sys.set_int_max_str_digits() to increase the limit "
                         "- Consider hexadecimal for huge integer literals to "
                         "avoid decimal conversion limits.",
                         SSI_MAX_INT_DIGITS, size);
    }
    if (size > SSI_MAX_INT_BITS / (base == 16 ? 4 : base == 8 ? 3 : 1))
        return too_large(s);
    return finish(s, ssi_bigint_read(digits, size, (uint32_t)base, false, &big),
                  &big, out);
}
