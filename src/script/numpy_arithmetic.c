/* SPDX-License-Identifier: MIT
 * Python's operators on NumPy scalars: promotion by NEP 50, wrapping
 * integers, IEEE floats.
 * Learned from: NumPy 2.4.6 (scalarmath.c.src, npy_math) by experiment.
 */
#include <string.h>

#include "math/fmod.h"
#include "script/ndarray.h"
#include "script/numpy_classes.h"
#include "script/numpy_since.h"

static const char *const symbols[] = {"+",  "-",  "*", "/", "//", "%", "**",
                                      "<<", ">>", "&", "|", "^",  "@"};

/* An operand: a NumPy scalar, or a Python number that takes the other's
 * type ("weak"). */
typedef struct operand {
    ssi_value value;
    bool weak;
    ss_dtype dtype; /* of a weak one: bool, int64, float64, complex128 */
} operand;

static bool operand_of(ssi_value v, operand *out)
{
    *out = (operand){.value = v, .weak = true};
    if (ssi_is(v, &ssi_type_numpy_scalar)) {
        out->weak = false;
        out->dtype = ((ssi_scalar_object *)v.u.o)->dtype;
    } else if (v.tag == SSI_BOOL) {
        out->dtype = SS_BOOL;
    } else if (v.tag == SSI_INT || ssi_is(v, &ssi_type_bigint)) {
        out->dtype = SS_INT64;
    } else if (v.tag == SSI_FLOAT) {
        out->dtype = SS_FLOAT64;
    } else if (ssi_is(v, &ssi_type_complex)) {
        out->dtype = SS_COMPLEX128;
    } else {
        return false;
    }
    return true;
}

/* What a weak number becomes beside a NumPy one. */
static ss_dtype weak_dtype(ss_dtype weak, ss_dtype other)
{
    bool numeric = ssi_dtype_is_float(other) || ssi_dtype_is_complex(other);
    if (weak == SS_BOOL)
        return SS_BOOL;
    if (weak == SS_INT64)
        return other == SS_BOOL ? SS_INT64 : other;
    if (weak == SS_FLOAT64)
        return numeric ? other : SS_FLOAT64;
    return other == SS_FLOAT16 || other == SS_FLOAT32 || other == SS_COMPLEX64
               ? SS_COMPLEX64
               : SS_COMPLEX128;
}

static ss_dtype common_dtype(const operand *a, const operand *b)
{
    ss_dtype x = a->dtype, y = b->dtype;
    ssi_element out;
    if (a->weak)
        x = weak_dtype(a->dtype, b->dtype);
    if (b->weak)
        y = weak_dtype(b->dtype, a->dtype);
    ssi_promote(ssi_element_of(x), ssi_element_of(y), &out);
    return out.dtype;
}

static bool load_operand(ss_session *s, const operand *o, ss_dtype dtype,
                         ssi_number *out)
{
    unsigned char item[16];
    if (o->weak && ssi_dtype_is_integer(o->dtype)
        && ssi_dtype_is_float(dtype)) {
        *out = (ssi_number){.kind = 'f'};
        if (!ssi_to_double(s, o->value, &out->f))
            return false;
        ssi_number_store(dtype, item, out);
        return ssi_number_load(dtype, item, out);
    }
    return ssi_item_store(s, ssi_element_of(dtype), item, o->value)
           && ssi_number_load(dtype, item, out);
}

/* --- integers: 64 bits, wrapped to the dtype when stored --- */
static uint64_t bits_of(const ssi_number *n)
{
    return n->kind == 'i' ? (uint64_t)n->i : n->u;
}

static uint64_t power(uint64_t base, uint64_t exponent)
{
    uint64_t result = 1;
    for (; exponent; exponent >>= 1, base *= base)
        if (exponent & 1)
            result *= base;
    return result;
}

static uint64_t signed_division(int64_t a, int64_t b, bool modulo)
{
    if (b == 0 || b == -1)
        return modulo || b == 0 ? 0 : 0 - (uint64_t)a;
    int64_t q = a / b, r = a % b;
    if (r && (r < 0) != (b < 0)) {
        q--;
        r += b;
    }
    return (uint64_t)(modulo ? r : q);
}

static uint64_t shift(ssi_operator op, const ssi_number *a, uint64_t by,
                      unsigned width)
{
    bool negative = a->kind == 'i' && a->i < 0;
    if (by >= width)
        return op == SSI_OP_RSHIFT && negative ? UINT64_MAX : 0;
    if (op == SSI_OP_LSHIFT)
        return bits_of(a) << by;
    return negative ? ~(~bits_of(a) >> by) : bits_of(a) >> by;
}

static bool integer_result(ss_session *s, ssi_operator op, const ssi_number *a,
                           const ssi_number *b, ss_dtype dtype, uint64_t *r)
{
    uint64_t x = bits_of(a), y = bits_of(b);
    switch (op) {
    case SSI_OP_ADD:
        *r = x + y;
        break;
    case SSI_OP_SUB:
        *r = x - y;
        break;
    case SSI_OP_MUL:
        *r = x * y;
        break;
    case SSI_OP_AND:
        *r = x & y;
        break;
    case SSI_OP_OR:
        *r = x | y;
        break;
    case SSI_OP_XOR:
        *r = x ^ y;
        break;
    case SSI_OP_LSHIFT:
    case SSI_OP_RSHIFT:
        *r = shift(op, a, y, (unsigned)ss_dtype_size(dtype) * 8);
        break;
    case SSI_OP_FLOORDIV:
    case SSI_OP_MOD:
        if (a->kind == 'i')
            *r = signed_division(a->i, b->i, op == SSI_OP_MOD);
        else
            *r = y == 0 ? 0 : op == SSI_OP_MOD ? x % y : x / y;
        break;
    default:
        if (b->kind == 'i' && b->i < 0)
            return ssi_raise(s, "ValueError",
                             "Integers to negative integer "
                             "powers are not allowed.");
        *r = power(x, y);
        break;
    }
    return true;
}

/* --- floats; narrow: each step rounds to a float --- */
static double step(double x, bool narrow)
{
    return narrow ? (double)(float)x : x;
}

static double whole_below(double x)
{
    if (!(x > -0x1p52 && x < 0x1p52))
        return x;
    double t = (double)(int64_t)x;
    return t > x ? t - 1 : t;
}

static double zero_like(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits >> 63 ? -0.0 : 0.0;
}

/* npy_divmod: the quotient's floor and the remainder of b's sign. */
static double float_division(double a, double b, bool modulo, bool narrow)
{
    double mod = ssi_fmod(a, b), div, floor;
    if (b == 0 || b != b)
        return modulo ? mod : step(a / b, narrow);
    div = step(step(a - mod, narrow) / b, narrow);
    if (mod != 0) {
        if ((b < 0) != (mod < 0)) {
            mod = step(mod + b, narrow);
            div = step(div - 1, narrow);
        }
    } else {
        mod = zero_like(b);
    }
    if (modulo)
        return mod;
    if (div == 0)
        return zero_like(a / b);
    floor = whole_below(div);
    return step(div - floor, narrow) > 0.5 ? step(floor + 1, narrow) : floor;
}

static bool float_power(ss_session *s, double a, double b, ss_dtype dtype,
                        double *out)
{
    ssi_value v;
    bool handled;
    if (dtype != SS_FLOAT64)
        return ssi_unsupported(s, "** of np.%s; float64 is supported",
                               ss_dtype_name(dtype));
    if (!(a > 0) && b != whole_below(b) && a - a == 0 && a != 0) {
        *out = a - a;
        *out = *out / *out; /* NaN */
        return true;
    }
    if (a == 0 || !ssi_float_binary(s, SSI_OP_POW, a, b, &v, &handled)
        || !handled || v.tag != SSI_FLOAT)
        return s->error.status != SS_OK
                   ? false
                   : ssi_unsupported(s, "** of these np.float64 values");
    *out = v.u.f;
    return true;
}

static bool float_result(ss_session *s, ssi_operator op, double a, double b,
                         ss_dtype dtype, double *r)
{
    bool narrow = dtype != SS_FLOAT64;
    switch (op) {
    case SSI_OP_ADD:
        *r = step(a + b, narrow);
        break;
    case SSI_OP_SUB:
        *r = step(a - b, narrow);
        break;
    case SSI_OP_MUL:
        *r = step(a * b, narrow);
        break;
    case SSI_OP_DIV:
        *r = step(a / b, narrow);
        break;
    case SSI_OP_FLOORDIV:
    case SSI_OP_MOD:
        *r = float_division(a, b, op == SSI_OP_MOD, narrow);
        break;
    default:
        return float_power(s, a, b, dtype, r);
    }
    return true;
}

static bool is_bitwise(ssi_operator op)
{
    return op >= SSI_OP_LSHIFT && op <= SSI_OP_XOR;
}

static const char *const bitwise_names[] = {
    "left_shift", "right_shift", "bitwise_and", "bitwise_or", "bitwise_xor"};

/* bool with bool: only the logical ones stay bool. */
static bool bool_operator(ss_session *s, ssi_operator op, ss_dtype *dtype,
                          bool *logical)
{
    *logical = op == SSI_OP_ADD || op == SSI_OP_MUL
               || (is_bitwise(op) && op >= SSI_OP_AND);
    if (op == SSI_OP_SUB)
        return ssi_raise(s, "TypeError",
                         "numpy boolean subtract, the `-` operator, is not "
                         "supported, use the bitwise_xor, the `^` operator, "
                         "or the logical_xor function instead.");
    if (!*logical)
        *dtype = SS_INT8;
    return true;
}

static bool compute(ss_session *s, ssi_operator op, const operand *left,
                    const operand *right, ss_dtype dtype, ssi_value *out)
{
    ssi_number a, b, r = {.kind = 'u'};
    unsigned char item[16];
    bool logical = false;
    if (dtype == SS_BOOL && op != SSI_OP_DIV
        && !bool_operator(s, op, &dtype, &logical))
        return false;
    if (!load_operand(s, left, dtype, &a) || !load_operand(s, right, dtype, &b))
        return false;
    if (op == SSI_OP_DIV && (ssi_dtype_is_integer(dtype) || dtype == SS_BOOL)) {
        a.f = ssi_number_double(&a);
        b.f = ssi_number_double(&b);
        dtype = SS_FLOAT64;
    }
    if (ssi_dtype_is_float(dtype)) {
        r.kind = 'f';
        if (!float_result(s, op, a.f, b.f, dtype, &r.f))
            return false;
    } else if (logical) {
        r.u = op == SSI_OP_ADD || op == SSI_OP_OR ? a.u | b.u
              : op == SSI_OP_XOR                  ? a.u ^ b.u
                                                  : (a.u & b.u);
    } else if (!integer_result(s, op, &a, &b, dtype, &r.u)) {
        return false;
    }
    ssi_number_store(dtype, item, &r);
    return ssi_new_scalar(s, dtype, ss_dtype_size(dtype), item, out);
}

/* np.str_ and np.bytes_ are a str and a bytes. */
static bool text_binary(ss_session *s, ssi_operator op, ssi_value left,
                        ssi_value right, ssi_value *out)
{
    ssi_value sides[2] = {left, right};
    bool ok = true;
    for (int i = 0; i < 2; i++) {
        if (!ssi_is(sides[i], &ssi_type_numpy_scalar)) {
            ssi_retain(sides[i]);
            continue;
        }
        ssi_scalar_object *o = (ssi_scalar_object *)sides[i].u.o;
        ssi_element e = {o->dtype, o->itemsize};
        if (!ssi_item_python(s, e, o->item, &sides[i])) {
            if (i)
                ssi_release(s, sides[0]);
            return false;
        }
    }
    ok = ssi_binary(s, op, sides[0], sides[1], out);
    ssi_release(s, sides[0]);
    ssi_release(s, sides[1]);
    return ok;
}

/* Before NumPy 2 a Python number beside a NumPy one had a type of its own. */
static bool check_promotion(ss_session *s, const operand *left,
                            const operand *right, ss_dtype dtype)
{
    operand a = *left, b = *right;
    a.weak = b.weak = false;
    if (!ssi_numpy_before(s, 20000) || left->weak == right->weak
        || common_dtype(&a, &b) == dtype)
        return true;
    return ssi_unsupported(s,
                           "arithmetic of a Python number with a NumPy %s as "
                           "NumPy did it before 2.0",
                           ss_dtype_name(left->weak ? b.dtype : a.dtype));
}

bool ssi_numpy_scalar_binary(ss_session *s, ssi_operator op, ssi_value left,
                             ssi_value right, ssi_value *out, bool *handled)
{
    operand a, b;
    *handled =
        operand_of(left, &a) && operand_of(right, &b) && op != SSI_OP_MATMUL;
    if ((ssi_is(left, &ssi_type_numpy_scalar) && operand_of(left, &a)
         && ssi_dtype_is_text(a.dtype))
        || (ssi_is(right, &ssi_type_numpy_scalar) && operand_of(right, &b)
            && ssi_dtype_is_text(b.dtype))) {
        *handled = true;
        return text_binary(s, op, left, right, out);
    }
    if (!*handled)
        return true;
    ss_dtype dtype = common_dtype(&a, &b);
    if (!check_promotion(s, &a, &b, dtype))
        return false;
    if (ssi_dtype_is_complex(dtype))
        return ssi_unsupported(s, "%s of complex NumPy scalars", symbols[op]);
    if (is_bitwise(op) && ssi_dtype_is_float(dtype))
        return ssi_raise(s, "TypeError",
                         "ufunc '%s' not supported for the input types, and "
                         "the inputs could not be safely coerced to any "
                         "supported types according to the casting rule "
                         "''safe''",
                         bitwise_names[op - SSI_OP_LSHIFT]);
    return compute(s, op, &a, &b, dtype, out);
}

static bool raise_unary(ss_session *s, ssi_operator op)
{
    if (op == SSI_OP_NEGATIVE)
        return ssi_raise(s, "TypeError",
                         "The numpy boolean negative, the `-` operator, is "
                         "not supported, use the `~` operator or the "
                         "logical_not function instead.");
    return ssi_raise(s, "numpy._core._exceptions._UFuncNoLoopError",
                     "ufunc 'positive' did not contain a loop with signature "
                     "matching types <class 'numpy.dtypes.BoolDType'> -> None");
}

bool ssi_numpy_scalar_unary(ss_session *s, ssi_operator op, ssi_object *self,
                            ssi_value *out)
{
    ssi_scalar_object *o = (ssi_scalar_object *)self;
    unsigned char item[16];
    ssi_number n;
    if (!ssi_number_load(o->dtype, o->item, &n))
        return ssi_raise(s, "TypeError", "bad operand type for unary %s: '%s'",
                         op == SSI_OP_INVERT     ? "~"
                         : op == SSI_OP_NEGATIVE ? "-"
                                                 : "+",
                         ssi_numpy_class(o->dtype)->qualified);
    if (n.kind == 'b' && op != SSI_OP_INVERT)
        return raise_unary(s, op);
    if (op == SSI_OP_INVERT && (n.kind == 'f' || n.kind == 'c'))
        return ssi_raise(s, "TypeError",
                         "ufunc 'invert' not supported for the input types, "
                         "and the inputs could not be safely coerced to any "
                         "supported types according to the casting rule "
                         "''safe''");
    if (op == SSI_OP_NEGATIVE) {
        n.f = -n.f;
        n.imaginary = -n.imaginary;
        n.i = (int64_t)(0 - (uint64_t)n.i);
        n.u = 0 - n.u;
    } else if (op == SSI_OP_INVERT) {
        n.i = ~n.i;
        n.u = n.kind == 'b' ? !n.u : ~n.u;
    }
    ssi_number_store(o->dtype, item, &n);
    return ssi_new_scalar(s, o->dtype, o->itemsize, item, out);
}
