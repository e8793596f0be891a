/* SPDX-License-Identifier: MIT
 * Python's float: arithmetic with Python's rules for //, % and **.
 *
 * Learned from: CPython 3.11, Objects/floatobject.c.
 */
#include "script/session.h"

#include <math.h>
#include <string.h>

#include "math/fmod.h"
#include "math/glibc.h"
#include "text/digits.h"

/* floor(), exact. */
static double round_down(double x)
{
    double whole;

    if (!(x > -4503599627370496.0 && x < 4503599627370496.0))
        return x;
    whole = (double)(int64_t)x;
    return whole > x ? whole - 1.0 : whole;
}

static bool is_odd(double x)
{
    return ssi_fmod(x, 2.0) != 0.0 && round_down(x) == x;
}

/* x % y, and x // y at quotient. */
static double modulo(double x, double y, double *quotient)
{
    double rest = ssi_fmod(x, y), whole = (x - rest) / y;

    if (rest != 0.0) {
        if ((y < 0) != (rest < 0)) {
            rest += y;
            whole -= 1.0;
        }
    } else {
        rest = copysign(0.0, y);
    }
    if (whole != 0.0) {
        *quotient = round_down(whole);
        if (whole - *quotient > 0.5)
            *quotient += 1.0;
    } else {
        *quotient = copysign(0.0, x / y);
    }
    return rest;
}

/* x ** y where neither is 0, NaN or infinite and x is not 1. */
static bool power_finite(ss_session *s, double x, double y, double *out)
{
    bool negate = false;

    if (x < 0) {
        if (round_down(y) != y)
            return ssi_unsupported(s, "a negative float to a fractional power "
                                      "is complex, which is not supported");
        negate = is_odd(y);
        x = -x;
    }
    *out = x == 1.0 ? 1.0 : ssi_glibc_pow(x, y);
    if (isinf(*out))
        return ssi_raise(s, "OverflowError",
                         "(34, 'Numerical result out of range')");
    if (negate)
        *out = -*out;
    return true;
}

static bool power(ss_session *s, double x, double y, double *out)
{
    if (y == 0.0 || x == 1.0) {
        *out = 1.0;
    } else if (isnan(x) || isnan(y)) {
        *out = isnan(x) ? x : y;
    } else if (isinf(y)) {
        double size = fabs(x);
        *out = size == 1.0 ? 1.0 : (y > 0) == (size > 1) ? fabs(y) : 0.0;
    } else if (isinf(x)) {
        double signed_result = y > 0 ? x : copysign(0.0, x);
        *out = is_odd(y) ? signed_result : fabs(signed_result);
    } else if (x == 0.0) {
        if (y < 0)
            return ssi_raise(s, "ZeroDivisionError",
                             "0.0 cannot be raised to a negative power");
        *out = is_odd(y) ? x : 0.0;
    } else {
        return power_finite(s, x, y, out);
    }
    return true;
}

static bool by_zero(ss_session *s, ssi_operator op)
{
    return ssi_raise(s, "ZeroDivisionError",
                     op == SSI_OP_DIV   ? "float division by zero"
                     : op == SSI_OP_MOD ? "float modulo"
                                        : "float floor division by zero");
}

bool ssi_float_binary(ss_session *s, ssi_operator op, double left, double right,
                      ssi_value *out, bool *handled)
{
    double x = 0.0, quotient;

    *handled = true;
    switch (op) {
    case SSI_OP_ADD:
        x = left + right;
        break;
    case SSI_OP_SUB:
        x = left - right;
        break;
    case SSI_OP_MUL:
        x = left * right;
        break;
    case SSI_OP_DIV:
    case SSI_OP_FLOORDIV:
    case SSI_OP_MOD:
        if (right == 0.0)
            return by_zero(s, op);
        if (op == SSI_OP_DIV)
            x = left / right;
        else
            x = modulo(left, right, &quotient);
        if (op == SSI_OP_FLOORDIV)
            x = quotient;
        break;
    case SSI_OP_POW:
        if (!power(s, left, right, &x))
            return false;
        break;
    default:
        *handled = false;
        return true;
    }
    *out = ssi_float(x);
    return true;
}

/* --- reading --- */

static bool same_word(const char *text, size_t size, const char *word)
{
    if (strlen(word) != size)
        return false;
    for (size_t i = 0; i < size; i++)
        if ((text[i] | 0x20) != word[i])
            return false;
    return true;
}

/* inf, infinity, nan, with a sign. */
static bool read_special(const char *text, size_t size, double *out)
{
    bool negative = size && text[0] == '-';

    if (size && (text[0] == '-' || text[0] == '+')) {
        text++;
        size--;
    }
    if (same_word(text, size, "inf") || same_word(text, size, "infinity"))
        *out = negative ? -INFINITY : INFINITY;
    else if (same_word(text, size, "nan"))
        *out = negative ? -NAN : NAN;
    else
        return false;
    return true;
}

bool ssi_float_read(const char *text, size_t size, double *out)
{
    return read_special(text, size, out) || ssi_read_double(text, size, out);
}
