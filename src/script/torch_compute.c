/* SPDX-License-Identifier: MIT
 * Arithmetic of one pair of tensor elements: integers wrap, floats round once
 * to their dtype, 16-bit floats are computed as float.
 * Learned from: PyTorch 2.13.0 (ATen/native/cpu/BinaryOpsKernel.cpp,
 * c10/util/generic_math.h) by experiment.
 */
#include <math.h>
#include <string.h>

#include "math/fmod.h"
#include "script/torch_ops.h"

static uint64_t bits_of(const ssi_number *n)
{
    return n->kind == 'i' ? (uint64_t)n->i : n->u;
}

static bool raise_zero_division(ss_session *s)
{
    return ssi_raise(s, "RuntimeError", "ZeroDivisionError");
}

/* --- integers --- */
static uint64_t signed_division(int op, int64_t a, int64_t b)
{
    int64_t q, r;
    if (b == -1)
        return op == SSI_TORCH_REMAINDER || op == SSI_TORCH_FMOD
                   ? 0
                   : 0 - (uint64_t)a;
    q = a / b;
    r = a % b;
    if (r && (r < 0) != (b < 0)
        && (op == SSI_TORCH_FLOORDIV || op == SSI_TORCH_REMAINDER)) {
        q--;
        r += b;
    }
    return (uint64_t)(op == SSI_TORCH_REMAINDER || op == SSI_TORCH_FMOD ? r
                                                                        : q);
}

static uint64_t power(const ssi_number *a, const ssi_number *b)
{
    uint64_t base = bits_of(a), exponent = bits_of(b), result = 1;
    if (b->kind == 'i' && b->i < 0) {
        if (base == 1)
            return 1;
        if (a->kind == 'i' && a->i == -1)
            return b->i % 2 ? base : 1;
        return 0;
    }
    for (; exponent; exponent >>= 1, base *= base)
        if (exponent & 1)
            result *= base;
    return result;
}

/* Shifts by a count out of range: 0, or the sign. */
static uint64_t shift(int op, ss_dtype dtype, const ssi_number *a,
                      const ssi_number *b)
{
    unsigned width = (unsigned)ss_dtype_size(dtype) * 8;
    bool negative = a->kind == 'i' && a->i < 0;
    uint64_t by = bits_of(b);
    if (op == SSI_TORCH_LSHIFT)
        return by >= width ? 0 : bits_of(a) << by;
    if (by >= width)
        return negative ? UINT64_MAX : 0;
    return negative ? ~(~bits_of(a) >> by) : bits_of(a) >> by;
}

static bool less(const ssi_number *a, const ssi_number *b)
{
    return a->kind == 'i' ? a->i < b->i : a->u < b->u;
}

static bool integers(ss_session *s, int op, ss_dtype dtype, const ssi_number *a,
                     const ssi_number *b, uint64_t *r)
{
    uint64_t x = bits_of(a), y = bits_of(b);
    bool modulo = op == SSI_TORCH_REMAINDER || op == SSI_TORCH_FMOD;
    switch (op) {
    case SSI_TORCH_ADD:
        *r = x + y;
        return true;
    case SSI_TORCH_SUB:
        *r = x - y;
        return true;
    case SSI_TORCH_MUL:
        *r = x * y;
        return true;
    case SSI_TORCH_AND:
        *r = x & y;
        return true;
    case SSI_TORCH_OR:
        *r = x | y;
        return true;
    case SSI_TORCH_XOR:
        *r = x ^ y;
        return true;
    case SSI_TORCH_LSHIFT:
    case SSI_TORCH_RSHIFT:
        *r = shift(op, dtype, a, b);
        return true;
    case SSI_TORCH_MAXIMUM:
        *r = less(a, b) ? y : x;
        return true;
    case SSI_TORCH_MINIMUM:
        *r = less(b, a) ? y : x;
        return true;
    case SSI_TORCH_POW:
        *r = power(a, b);
        return true;
    default:
        if (y == 0)
            return raise_zero_division(s);
        *r = a->kind == 'i' ? signed_division(op, a->i, b->i)
             : modulo       ? x % y
                            : x / y;
        return true;
    }
}

/* --- floats; narrow: each step rounds to a float --- */
static double step(double x, bool narrow)
{
    return narrow ? (double)(float)x : x;
}

static double floor_division(double a, double b, bool narrow)
{
    double quotient = step(a / b, narrow), mod, div, whole;
    if (b == 0)
        return quotient;
    mod = ssi_fmod(a, b);
    div = isinf(quotient) && !isinf(a) ? a : step(a - mod, narrow);
    div = step(div / b, narrow);
    if (mod != 0 && (b < 0) != (mod < 0))
        div = step(div - 1, narrow);
    if (div == 0)
        return copysign(0.0, quotient);
    whole = floor(div);
    return step(div - whole, narrow) > 0.5 ? step(whole + 1, narrow) : whole;
}

static double remainder_of(double a, double b, bool narrow)
{
    double mod = ssi_fmod(a, b);
    if (mod != 0 && (b < 0) != (mod < 0))
        mod = step(mod + b, narrow);
    return mod;
}

static bool float_power(ss_session *s, ss_dtype dtype, double x, double y,
                        double *r)
{
    bool narrow = dtype != SS_FLOAT64;
    bool short_float = dtype == SS_FLOAT16 || dtype == SS_BFLOAT16;
    double square = step(x * x, narrow);
    if (short_float && (y == 3 || y == -2 || y == -0.5))
        return ssi_unsupported(s, "this power of 16-bit floats, which PyTorch "
                                  "rounds by position");
    if (y == 0)
        *r = 1;
    else if (y == 1)
        *r = x;
    else if (y == 2)
        *r = square;
    else if (y == 3)
        *r = step(square * x, narrow);
    else if (y == -1)
        *r = step(1 / x, narrow);
    else if (y == -2)
        *r = step(1 / square, narrow);
    else if (y == 0.5 && short_float)
        *r = step(sqrt(x), narrow);
    else if (y == -0.5)
        *r = step(1 / step(sqrt(x), narrow), narrow);
    else
        return ssi_unsupported(s, "** of float tensors but by the numbers 0, "
                                  "1, 2, 3, -0.5, -1 and -2, whose bits come "
                                  "from vector functions");
    return true;
}

static bool floats(ss_session *s, int op, ss_dtype dtype, double a, double b,
                   double *r)
{
    bool narrow = dtype != SS_FLOAT64;
    switch (op) {
    case SSI_TORCH_ADD:
        *r = step(a + b, narrow);
        return true;
    case SSI_TORCH_SUB:
        *r = step(a - b, narrow);
        return true;
    case SSI_TORCH_MUL:
        *r = step(a * b, narrow);
        return true;
    case SSI_TORCH_DIV:
        *r = step(a / b, narrow);
        return true;
    case SSI_TORCH_TRUNCDIV:
        *r = trunc(step(a / b, narrow));
        return true;
    case SSI_TORCH_FLOORDIV:
        *r = floor_division(a, b, narrow);
        return true;
    case SSI_TORCH_REMAINDER:
        *r = remainder_of(a, b, narrow);
        return true;
    case SSI_TORCH_FMOD:
        *r = ssi_fmod(a, b);
        return true;
    case SSI_TORCH_MAXIMUM:
        *r = a != a ? a : b != b ? b : a < b ? b : a;
        return true;
    case SSI_TORCH_MINIMUM:
        *r = a != a ? a : b != b ? b : b < a ? b : a;
        return true;
    default:
        return float_power(s, dtype, a, b, r);
    }
}

/* --- comparisons and logic: a bool --- */
static bool is_true(const ssi_number *n)
{
    return n->kind == 'f'   ? n->f != 0
           : n->kind == 'c' ? n->f != 0 || n->imaginary != 0
                            : bits_of(n) != 0;
}

static int order(const ssi_number *a, const ssi_number *b)
{
    if (a->kind == 'f')
        return a->f < b->f ? -1 : a->f > b->f ? 1 : a->f == b->f ? 0 : 2;
    if (a->kind == 'c')
        return a->f == b->f && a->imaginary == b->imaginary ? 0 : 2;
    return less(a, b) ? -1 : less(b, a) ? 1 : 0;
}

static bool compare(int op, const ssi_number *a, const ssi_number *b)
{
    int o = order(a, b);
    switch (op) {
    case SSI_TORCH_EQ:
        return o == 0;
    case SSI_TORCH_NE:
        return o != 0;
    case SSI_TORCH_LT:
        return o == -1;
    case SSI_TORCH_LE:
        return o == -1 || o == 0;
    case SSI_TORCH_GT:
        return o == 1;
    case SSI_TORCH_GE:
        return o == 1 || o == 0;
    case SSI_TORCH_LOGICAL_AND:
        return is_true(a) && is_true(b);
    case SSI_TORCH_LOGICAL_OR:
        return is_true(a) || is_true(b);
    default:
        return is_true(a) != is_true(b);
    }
}

static void complex_sum(int op, ss_dtype dtype, const ssi_number *a,
                        const ssi_number *b, ssi_number *r)
{
    bool narrow = dtype == SS_COMPLEX64;
    double sign = op == SSI_TORCH_SUB ? -1 : 1;
    *r = (ssi_number){.kind = 'c'};
    r->f = step(a->f + sign * b->f, narrow);
    r->imaginary = step(a->imaginary + sign * b->imaginary, narrow);
}

bool ssi_torch_compute(ss_session *s, int op, ss_dtype dtype,
                       const ssi_number *a, const ssi_number *b, ssi_number *r)
{
    *r = (ssi_number){.kind = 'b'};
    if (op >= SSI_TORCH_EQ) {
        r->u = compare(op, a, b);
        return true;
    }
    if (ssi_dtype_is_complex(dtype)) {
        if (op != SSI_TORCH_ADD && op != SSI_TORCH_SUB)
            return ssi_unsupported(s, "this operation on complex tensors; + "
                                      "and - are supported");
        complex_sum(op, dtype, a, b, r);
        return true;
    }
    if (ssi_dtype_is_float(dtype)) {
        r->kind = 'f';
        return floats(s, op, dtype, a->f, b->f, &r->f);
    }
    if (dtype == SS_BOOL) {
        r->u =
            op == SSI_TORCH_ADD || op == SSI_TORCH_OR || op == SSI_TORCH_MAXIMUM
                ? a->u | b->u
            : op == SSI_TORCH_XOR ? a->u ^ b->u
                                  : a->u & b->u;
        return true;
    }
    r->kind = 'u';
    return integers(s, op, dtype, a, b, &r->u);
}
