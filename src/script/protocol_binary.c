/* SPDX-License-Identifier: MIT
 * Operators: Python's numbers by kind, everything else by the types' tables,
 * and the TypeErrors where neither side knows the other.
 */
#include "script/session.h"
#include "script/torch_grad.h"

static const char *const symbols[] = {"+", "-",           "*",  "/",  "//",
                                      "%", "** or pow()", "<<", ">>", "&",
                                      "|", "^",           "@"};

/* 1: int, 2: float, 3: complex, 0: no Python number. */
static int kind_of(ssi_value v)
{
    if (ssi_is_pyint(v))
        return 1;
    return v.tag == SSI_FLOAT ? 2 : ssi_is(v, &ssi_type_complex) ? 3 : 0;
}

static bool numbers(ss_session *s, ssi_operator op, ssi_value left,
                    ssi_value right, int kind, ssi_value *out, bool *handled)
{
    double x, y;

    if (kind == 1)
        return ssi_int_binary(s, op, left, right, out, handled);
    if (kind == 3)
        return ssi_type_complex.binary(s, op, left, right, out, handled);
    if (op >= SSI_OP_LSHIFT) /* before an int is too large for a float */
        return true;
    return ssi_to_double(s, left, &x) && ssi_to_double(s, right, &y)
           && ssi_float_binary(s, op, x, y, out, handled);
}

static bool is_sequence(ssi_value v)
{
    return ssi_is(v, &ssi_type_list) || ssi_is(v, &ssi_type_tuple)
           || ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes);
}

static bool is_array(ssi_value v)
{
    return ssi_is(v, &ssi_type_ndarray) || ssi_is(v, &ssi_type_tensor);
}

static bool dispatch(ss_session *s, ssi_operator op, ssi_value left,
                     ssi_value right, ssi_value *out, bool *handled)
{
    const ssi_type *a = left.tag == SSI_OBJECT ? left.u.o->type : NULL;
    const ssi_type *b = right.tag == SSI_OBJECT ? right.u.o->type : NULL;

    if (a && a->binary && !a->binary(s, op, left, right, out, handled))
        return false;
    if (!*handled && b && b != a && b->binary)
        return b->binary(s, op, left, right, out, handled);
    return true;
}

static bool no_operator(ss_session *s, ssi_operator op, ssi_value left,
                        ssi_value right)
{
    const char *a = ssi_type_name(left), *b = ssi_type_name(right);

    if (op == SSI_OP_MUL && (is_sequence(left) || is_sequence(right)))
        return ssi_raise(s, "TypeError",
                         "can't multiply sequence by non-int of type '%s'",
                         is_sequence(left) ? b : a);
    if (op == SSI_OP_ADD && ssi_is(left, &ssi_type_bytes))
        return ssi_raise(s, "TypeError", "can't concat %s to bytes", b);
    if (op == SSI_OP_ADD && is_sequence(left))
        return ssi_raise(s, "TypeError",
                         "can only concatenate %s (not \"%s\") to %s", a, b, a);
    return ssi_raise(s, "TypeError",
                     "unsupported operand type(s) for %s: '%s' and '%s'",
                     symbols[op], ssi_is(left, &ssi_type_class) ? "type" : a,
                     ssi_is(right, &ssi_type_class) ? "type" : b);
}

bool ssi_binary(ss_session *s, ssi_operator op, ssi_value left, ssi_value right,
                ssi_value *out)
{
    int a = kind_of(left), b = kind_of(right);
    bool handled = false, repeat;

    repeat = op == SSI_OP_MUL && is_sequence(left) != is_sequence(right)
             && !is_array(left) && !is_array(right);
    if (a && b) {
        if (!numbers(s, op, left, right, a > b ? a : b, out, &handled))
            return false;
    } else if (repeat && ssi_is_int(is_sequence(left) ? right : left)) {
        const ssi_type *type = (is_sequence(left) ? left : right).u.o->type;
        return type->binary(s, op, left, right, out, &handled);
    } else if (!repeat && !dispatch(s, op, left, right, out, &handled)) {
        return false;
    }
    if (!handled)
        return no_operator(s, op, left, right);
    return ssi_grad_operator(s, op, left, right, out);
}

bool ssi_unary(ss_session *s, ssi_operator op, ssi_value v, ssi_value *out)
{
    if (ssi_is_pyint(v))
        return ssi_int_unary(s, op, v, out);
    if (v.tag == SSI_FLOAT && op != SSI_OP_INVERT) {
        *out = ssi_float(op == SSI_OP_NEGATIVE ? -v.u.f : v.u.f);
        return true;
    }
    if (v.tag == SSI_OBJECT && v.u.o->type->unary)
        return v.u.o->type->unary(s, op, v.u.o, out)
               && ssi_grad_operator(s, op, v, ssi_none(), out);
    return ssi_raise(s, "TypeError", "bad operand type for unary %s: '%s'",
                     op == SSI_OP_INVERT     ? "~"
                     : op == SSI_OP_NEGATIVE ? "-"
                                             : "+",
                     ssi_is(v, &ssi_type_class) ? "type" : ssi_type_name(v));
}
