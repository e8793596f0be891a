/* SPDX-License-Identifier: MIT
 * Elementwise operations of two operands, new and in place.
 * Learned from: PyTorch 2.13.0 (ATen/native/BinaryOps.cpp,
 * ATen/native/cpu/BinaryOpsKernel.cpp) by experiment.
 */
#include <string.h>

#include "math/fma.h"
#include "script/torch_rows.h"

typedef struct operation {
    int op;
    ss_dtype dtype;       /* in which it is computed */
    ss_dtype right_dtype; /* in which the right operand is read */
    bool scaled;          /* + alpha * right */
    ssi_number alpha;
} operation;

/* --- what PyTorch has no kernel for --- */
static const char *const kernels[] = {
    "add_stub",        "add_stub",        "mul_cpu",
    "div_true_cpu",    "div_floor_cpu",   "div_trunc_cpu",
    "remainder_cpu",   "fmod_cpu",        "pow",
    "bitwise_and_cpu", "bitwise_or_cpu",  "bitwise_xor_cpu",
    "lshift_cpu",      "rshift_cpu",      "maximum_cpu",
    "minimum_cpu",     "eq_cpu",          "ne_cpu",
    "lt_cpu",          "le_cpu",          "gt_cpu",
    "ge_cpu",          "logical_and_cpu", "logical_or_cpu",
    "logical_xor_cpu"};

static bool is_wide(ss_dtype d)
{
    return d == SS_UINT16 || d == SS_UINT32 || d == SS_UINT64;
}

static bool has_kernel(int op, ss_dtype d)
{
    switch (op) {
    case SSI_TORCH_ADD:
    case SSI_TORCH_SUB:
        return !is_wide(d);
    case SSI_TORCH_FLOORDIV:
    case SSI_TORCH_TRUNCDIV:
    case SSI_TORCH_REMAINDER:
    case SSI_TORCH_FMOD:
        return !is_wide(d) && d != SS_BOOL && !ssi_dtype_is_complex(d);
    case SSI_TORCH_POW:
        return !is_wide(d) && d != SS_BOOL;
    case SSI_TORCH_AND:
    case SSI_TORCH_OR:
    case SSI_TORCH_XOR:
        return d < SS_FLOAT16;
    case SSI_TORCH_LSHIFT:
    case SSI_TORCH_RSHIFT:
        return d < SS_FLOAT16 && d != SS_BOOL && !is_wide(d);
    case SSI_TORCH_MAXIMUM:
    case SSI_TORCH_MINIMUM:
    case SSI_TORCH_LT:
    case SSI_TORCH_LE:
    case SSI_TORCH_GT:
    case SSI_TORCH_GE:
        return !is_wide(d) && !ssi_dtype_is_complex(d);
    case SSI_TORCH_LOGICAL_AND:
    case SSI_TORCH_LOGICAL_OR:
    case SSI_TORCH_LOGICAL_XOR:
        return !is_wide(d);
    default:
        return true;
    }
}

static bool check_bool(ss_session *s, int op, const ssi_torch_operand *o)
{
    bool a = ssi_array_of(o[0].value)->dtype == SS_BOOL;
    bool b = ssi_array_of(o[1].value)->dtype == SS_BOOL;
    if (op != SSI_TORCH_SUB || (!a && !b))
        return true;
    if (a && b)
        return ssi_raise(s, "RuntimeError",
                         "Subtraction, the `-` operator, with two bool "
                         "tensors is not supported. Use the `^` or "
                         "`logical_xor()` operator instead.");
    return ssi_raise(s, "RuntimeError",
                     "Subtraction, the `-` operator, with a bool tensor is "
                     "not supported. If you are trying to invert a mask, use "
                     "the `~` or `logical_not()` operator instead.");
}

static bool is_negative_power(int op, const ssi_torch_operand *o)
{
    ssi_number n;
    const ss_array *b = ssi_array_of(o[1].value);
    if (op != SSI_TORCH_POW || b->ndim || !o[1].wrapped)
        return false;
    ssi_number_load(b->dtype, b->data, &n);
    return n.kind == 'i' && n.i < 0;
}

/* Multiplication and division read a number beside 16-bit floats as float. */
static ss_dtype right_dtype(int op, ss_dtype dtype, const ss_array *right)
{
    bool kept = op == SSI_TORCH_MUL || op == SSI_TORCH_DIV
                || op == SSI_TORCH_FLOORDIV || op == SSI_TORCH_TRUNCDIV;
    bool narrow = dtype == SS_FLOAT16 || dtype == SS_BFLOAT16;
    return kept && narrow && right->ndim == 0 ? SS_FLOAT32 : dtype;
}

static bool plan(ss_session *s, int op, const ssi_torch_operand *o,
                 operation *p)
{
    *p = (operation){.op = op};
    if (!check_bool(s, op, o) || !ssi_torch_result_type(s, o, 2, &p->dtype))
        return false;
    if (op == SSI_TORCH_DIV && p->dtype < SS_FLOAT16)
        p->dtype = ssi_torch_default_dtype(s);
    if (op >= SSI_TORCH_LOGICAL_AND
        && ssi_array_of(o[0].value)->dtype == ssi_array_of(o[1].value)->dtype)
        p->dtype = ssi_array_of(o[0].value)->dtype;
    if (ssi_dtype_is_integer(p->dtype) && is_negative_power(op, o))
        return ssi_raise(s, "RuntimeError",
                         "Integers to negative integer powers are not "
                         "allowed.");
    if ((op == SSI_TORCH_MAXIMUM || op == SSI_TORCH_MINIMUM)
        && ssi_dtype_is_complex(p->dtype))
        return ssi_raise(s, "RuntimeError",
                         "%s not implemented for complex tensors.",
                         op == SSI_TORCH_MAXIMUM ? "maximum" : "minimum");
    if (!has_kernel(op, p->dtype))
        return ssi_torch_raise_dtype(s, kernels[op], p->dtype);
    p->right_dtype = right_dtype(op, p->dtype, ssi_array_of(o[1].value));
    return true;
}

/* --- the loop --- */
static bool read_as(ss_session *s, ss_dtype from, ss_dtype to, const void *item,
                    ssi_number *out)
{
    unsigned char memory[16];
    ssi_number_load(from, item, out);
    if (from == to)
        return true;
    if (!ssi_torch_put_or_refuse(s, to, memory, out))
        return false;
    return ssi_number_load(to, memory, out);
}

/* a + alpha * b in one rounding, as the vector kernel does it. */
static bool scaled_sum(ss_session *s, const operation *p, const ssi_number *a,
                       const ssi_number *b, ssi_number *r)
{
    ssi_number product;
    *r = (ssi_number){.kind = 'f'};
    if (p->dtype == SS_FLOAT32) {
        r->f = (double)ssi_fmaf((float)b->f, (float)p->alpha.f, (float)a->f);
        return true;
    }
    if (p->dtype == SS_FLOAT64) {
        r->f = ssi_fma(b->f, p->alpha.f, a->f);
        return true;
    }
    if (p->dtype >= SS_FLOAT16)
        return ssi_unsupported(s, "alpha of 16-bit floats and complex numbers");
    return ssi_torch_compute(s, SSI_TORCH_MUL, p->dtype, b, &p->alpha, &product)
           && ssi_torch_compute(s, SSI_TORCH_ADD, p->dtype, a, &product, r);
}

static bool run(ss_session *s, const operation *p, const ss_array *left,
                const ss_array *right, const ss_array *result)
{
    ss_array x, y;
    ssi_walk wx, wy, wr;
    ssi_number a, b, r;
    ssi_broadcast_to(left, result->ndim, result->shape, &x);
    ssi_broadcast_to(right, result->ndim, result->shape, &y);
    ssi_walk_start(&wx, &x);
    ssi_walk_start(&wy, &y);
    ssi_walk_start(&wr, result);
    for (size_t i = 0, n = ss_array_size(result); i < n; i++) {
        if (!read_as(s, x.dtype, p->dtype, wx.item, &a)
            || !read_as(s, y.dtype, p->right_dtype, wy.item, &b))
            return false;
        if (!(p->scaled ? scaled_sum(s, p, &a, &b, &r)
                        : ssi_torch_compute(s, p->op, p->dtype, &a, &b, &r))
            || !ssi_torch_put_or_refuse(s, result->dtype, wr.item, &r))
            return false;
        ssi_walk_next(&wx);
        ssi_walk_next(&wy);
        ssi_walk_next(&wr);
    }
    return true;
}

static bool operate(ss_session *s, const operation *p,
                    const ssi_torch_operand *o, ssi_value *out)
{
    const ss_array *arrays[2] = {ssi_array_of(o[0].value),
                                 ssi_array_of(o[1].value)};
    ss_dtype dtype = p->op >= SSI_TORCH_EQ ? SS_BOOL : p->dtype;
    ssi_shape shape;
    if (!ssi_torch_broadcast(s, arrays, 2, &shape)
        || !ssi_torch_new_result(s, arrays, 2, &shape, dtype, out))
        return false;
    if (run(s, p, arrays[0], arrays[1], ssi_array_of(*out)))
        return true;
    ssi_release(s, *out);
    return false;
}

static bool raise_output_shape(ss_session *s, const ss_array *a,
                               const ssi_shape *shape)
{
    ss_array wanted = {.ndim = shape->ndim};
    ss_text x = {0}, y = {0};
    memcpy(wanted.shape, shape->dims, sizeof wanted.shape);
    if (ssi_torch_sizes_text(s, a, &x) && ssi_torch_sizes_text(s, &wanted, &y))
        ssi_raise(s, "RuntimeError",
                  "output with shape %s doesn't match the broadcast shape %s",
                  x.data, y.data);
    ss_text_free(&x);
    ss_text_free(&y);
    return false;
}

/* By way of a copy, since the operands may share memory. */
static bool operate_in_place(ss_session *s, const operation *p,
                             const ssi_torch_operand *o)
{
    const ss_array *arrays[2] = {ssi_array_of(o[0].value),
                                 ssi_array_of(o[1].value)};
    const ss_array *a = arrays[0];
    ssi_shape shape;
    ssi_value result;
    if (!ssi_torch_broadcast(s, arrays, 2, &shape)
        || !ssi_torch_check_writable(s, a))
        return false;
    if (shape.ndim != a->ndim
        || memcmp(shape.dims, a->shape, a->ndim * sizeof *a->shape) != 0)
        return raise_output_shape(s, a, &shape);
    if (!ssi_torch_can_cast(s, p->op >= SSI_TORCH_EQ ? SS_BOOL : p->dtype,
                            a->dtype)
        || !operate(s, p, o, &result))
        return false;
    bool ok = ssi_torch_copy_elements(s, a, ssi_array_of(result));
    ssi_release(s, result);
    return ok;
}

/* --- for other files --- */
static bool take_operands(ss_session *s, ssi_value left, ssi_value right,
                          ssi_torch_operand o[2], bool *handled)
{
    if (!ssi_torch_operand_of(s, left, &o[0], handled) || !*handled)
        return !*handled;
    if (ssi_torch_operand_of(s, right, &o[1], handled) && *handled)
        return true;
    ssi_release(s, o[0].value);
    return !*handled;
}

static void drop_operands(ss_session *s, ssi_torch_operand o[2])
{
    ssi_release(s, o[0].value);
    ssi_release(s, o[1].value);
}

/* number * tensor: the number may stand on either side. */
static void number_to_the_right(int op, ssi_torch_operand o[2])
{
    ssi_torch_operand kept = o[0];
    if (op != SSI_TORCH_MUL || ssi_array_of(o[0].value)->ndim
        || !ssi_array_of(o[1].value)->ndim)
        return;
    o[0] = o[1];
    o[1] = kept;
}

/* number / tensor is the reciprocal times the number. */
static bool reciprocal_times(ss_session *s, ssi_value number, ssi_value tensor,
                             ssi_value *out, bool *handled)
{
    ssi_value one;
    if (!ssi_torch_binary(s, SSI_TORCH_DIV | SSI_TORCH_REVERSED, ssi_int(1),
                          tensor, &one, handled))
        return false;
    bool ok = ssi_torch_binary(s, SSI_TORCH_MUL, one, number, out, handled);
    ssi_release(s, one);
    return ok;
}

bool ssi_torch_binary(ss_session *s, int op, ssi_value left, ssi_value right,
                      ssi_value *out, bool *handled)
{
    bool plain = op & SSI_TORCH_REVERSED, ok;
    ssi_torch_operand o[2];
    operation p;
    op &= ~SSI_TORCH_REVERSED;
    if (!take_operands(s, left, right, o, handled) || !*handled)
        return !*handled;
    if (op == SSI_TORCH_DIV && o[0].wrapped && !plain) {
        drop_operands(s, o);
        return reciprocal_times(s, left, right, out, handled);
    }
    number_to_the_right(op, o);
    ok = plan(s, op, o, &p) && operate(s, &p, o, out);
    drop_operands(s, o);
    return ok;
}

bool ssi_torch_binary_in_place(ss_session *s, int op, ssi_value tensor,
                               ssi_value other, bool *handled)
{
    ssi_torch_operand o[2];
    operation p;
    if (!take_operands(s, tensor, other, o, handled) || !*handled)
        return !*handled;
    bool ok = plan(s, op, o, &p) && operate_in_place(s, &p, o);
    drop_operands(s, o);
    return ok;
}

/* --- the rows: add(other, alpha=1), sub, mul, div(rounding_mode=) ... --- */
static bool read_alpha(ss_session *s, ssi_value v, operation *p)
{
    ssi_torch_operand o;
    bool handled;
    if (!ssi_torch_operand_of(s, v, &o, &handled))
        return false;
    const ss_array *a = ssi_array_of(o.value);
    ss_dtype dtype = a->dtype;
    ssi_number_load(dtype, a->data, &p->alpha);
    ssi_release(s, o.value);
    if (p->dtype < SS_FLOAT16 && dtype >= SS_FLOAT16)
        return ssi_raise(s, "RuntimeError",
                         "For integral input tensors, argument alpha must not "
                         "be a floating point number.");
    if (p->dtype != SS_BOOL && dtype == SS_BOOL)
        return ssi_unsupported(s, "a bool as alpha");
    if (p->op == SSI_TORCH_SUB) {
        p->alpha.f = -p->alpha.f;
        p->alpha.i = (int64_t)(0 - (uint64_t)p->alpha.i);
        p->op = SSI_TORCH_ADD;
    }
    if (dtype < SS_FLOAT16 && p->dtype >= SS_FLOAT16)
        p->alpha.f = ssi_number_double(&p->alpha)
                     * (dtype == SS_BOOL && p->op == SSI_TORCH_SUB ? -1 : 1);
    if (p->dtype == SS_FLOAT32)
        p->alpha.f = (double)(float)p->alpha.f;
    p->scaled = true;
    return true;
}

static bool rounding_mode(ss_session *s, ssi_value v, int *op)
{
    const char *mode = NULL;
    if (v.tag == SSI_NONE)
        return true;
    if (!ssi_to_str(s, v, &mode))
        return false;
    if (strcmp(mode, "floor") == 0)
        *op = SSI_TORCH_FLOORDIV;
    else if (strcmp(mode, "trunc") == 0)
        *op = SSI_TORCH_TRUNCDIV;
    else
        return ssi_raise(s, "RuntimeError",
                         "div expected rounding_mode to be one of None, "
                         "'trunc', or 'floor' but found '%s'",
                         mode);
    return true;
}

static bool finish(ss_session *s, bool in_place, const operation *p,
                   const ssi_torch_operand *o, ssi_value *out)
{
    if (!in_place)
        return operate(s, p, o, out);
    if (!operate_in_place(s, p, o))
        return false;
    *out = ssi_retain(o[0].value);
    return true;
}

static bool binary_row(ss_session *s, ssi_call *call, int op, bool in_place,
                       ssi_value extra, ssi_value self, ssi_value other,
                       ssi_value *out)
{
    ssi_torch_operand o[2];
    operation p;
    bool handled, ok;
    bool scaled = op <= SSI_TORCH_SUB && extra.tag != SSI_NONE
                  && !(extra.tag == SSI_INT && extra.u.i == 1);
    if (op == SSI_TORCH_DIV && !rounding_mode(s, extra, &op))
        return false;
    (void)call;
    if (!take_operands(s, self, other, o, &handled))
        return false;
    if (!in_place)
        number_to_the_right(op, o);
    ok = plan(s, op, o, &p) && (!scaled || read_alpha(s, extra, &p))
         && finish(s, in_place, &p, o, out);
    drop_operands(s, o);
    return ok;
}

bool ssi_torch_call_binary(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const plain[] = {"other:T!,*,out:U", "other:N!", NULL};
    static const char *const sums[] = {"other:T!,*,out:U,alpha:N",
                                       "other:N!,alpha:N", NULL};
    static const char *const quotients[] = {"other:T!,*,out:U,rounding_mode:O",
                                            "other:N!,*,rounding_mode:O", NULL};
    static const char *const powers[] = {"exponent:T!,*,out:U", "exponent:N!",
                                         NULL};
    static const char *const tensors[] = {"other:T!,*,out:U", NULL};
    int op = call->function->variant & ~SSI_TORCH_IN_PLACE;
    bool in_place = call->function->variant & SSI_TORCH_IN_PLACE;
    bool strict = op >= SSI_TORCH_LOGICAL_AND || op == SSI_TORCH_MAXIMUM
                  || op == SSI_TORCH_MINIMUM;
    ssi_torch_arguments a;
    ssi_value self, extra = ssi_none();
    size_t at;
    if (!ssi_torch_parse_on(s, call,
                            strict                ? tensors
                            : op <= SSI_TORCH_SUB ? sums
                            : op == SSI_TORCH_DIV ? quotients
                            : op == SSI_TORCH_POW ? powers
                                                  : plain,
                            &a, &self))
        return false;
    at = a.overload == 0 ? 2 : 1;
    if (a.overload == 0 && ssi_torch_has(&a, 1))
        return ssi_unsupported(s, "out= of %s()", a.name);
    if (a.count > at && ssi_torch_has(&a, at))
        extra = a.values[at];
    return binary_row(s, call, op, in_place, extra, self, a.values[0], out);
}
