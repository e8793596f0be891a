/* SPDX-License-Identifier: MIT
 * Elementwise operations of one operand whose bits are certain; clamp, where.
 * Learned from: PyTorch 2.13.0 (ATen/native/cpu/UnaryOpsKernel.cpp,
 * TensorCompare.cpp) by experiment.
 */
#include <math.h>
#include <string.h>

#include "math/fmod.h"
#include "script/torch_ops.h"
#include "script/torch_rows.h"

static double step(double x, bool narrow)
{
    return narrow ? (double)(float)x : x;
}

static double half_even(double x)
{
    double whole = floor(x), rest = x - whole;
    if (x - x != 0 || rest == 0)
        return x;
    if (rest > 0.5 || (rest == 0.5 && ssi_fmod(whole, 2) != 0))
        whole += 1;
    return copysign(whole, x);
}

static double on_float(int op, double x, bool narrow)
{
    switch (op) {
    case SSI_TORCH_NEG:
        return -x;
    case SSI_TORCH_ABS:
        return fabs(x);
    case SSI_TORCH_SQRT:
        return step(sqrt(x), narrow);
    case SSI_TORCH_RSQRT:
        return step(1 / step(sqrt(x), narrow), narrow);
    case SSI_TORCH_RECIPROCAL:
        return step(1 / x, narrow);
    case SSI_TORCH_SQUARE:
        return step(x * x, narrow);
    case SSI_TORCH_FLOOR:
        return floor(x);
    case SSI_TORCH_CEIL:
        return ceil(x);
    case SSI_TORCH_ROUND:
        return half_even(x);
    case SSI_TORCH_TRUNC:
        return trunc(x);
    case SSI_TORCH_FRAC:
        return step(x - trunc(x), narrow);
    case SSI_TORCH_SIGN:
        return (x > 0) - (x < 0);
    case SSI_TORCH_RELU:
        return x < 0 ? 0 : x;
    default:
        return x;
    }
}

static uint64_t on_integer(int op, const ssi_number *n)
{
    uint64_t x = n->kind == 'i' ? (uint64_t)n->i : n->u;
    bool negative = n->kind == 'i' && n->i < 0;
    switch (op) {
    case SSI_TORCH_NEG:
        return 0 - x;
    case SSI_TORCH_ABS:
        return negative ? 0 - x : x;
    case SSI_TORCH_SQUARE:
        return x * x;
    case SSI_TORCH_SIGN:
        return negative ? UINT64_MAX : x != 0;
    case SSI_TORCH_RELU:
        return negative ? 0 : x;
    case SSI_TORCH_NOT:
        return n->kind == 'b' ? !x : ~x;
    default:
        return x;
    }
}

static bool on_test(int op, const ssi_number *n)
{
    bool real = n->kind == 'f' || n->kind == 'c';
    double x = real ? n->f : 0, y = n->kind == 'c' ? n->imaginary : 0;
    switch (op) {
    case SSI_TORCH_ISNAN:
        return x != x || y != y;
    case SSI_TORCH_ISINF:
        return isinf(x) || isinf(y);
    case SSI_TORCH_ISFINITE:
        return x - x == 0 && y - y == 0;
    default:
        return real ? x == 0 && y == 0 : n->kind == 'i' ? n->i == 0 : n->u == 0;
    }
}

/* --- what PyTorch refuses --- */
static bool wide(ss_dtype d)
{
    return d == SS_UINT16 || d == SS_UINT32 || d == SS_UINT64;
}

static bool check(ss_session *s, int op, ss_dtype d)
{
    static const char *const names[] = {"neg_cpu",
                                        "abs_cpu",
                                        "sqrt_vml_cpu",
                                        "rsqrt_cpu",
                                        "reciprocal_cpu",
                                        "pow",
                                        "floor_vml_cpu",
                                        "ceil_vml_cpu",
                                        "round_vml_cpu",
                                        "trunc_vml_cpu",
                                        "frac_cpu",
                                        "sign_cpu",
                                        "clamp_min_scalar_cpu",
                                        "bitwise_not_cpu"};
    bool to_float = op >= SSI_TORCH_SQRT && op <= SSI_TORCH_RECIPROCAL;
    bool rounds = op >= SSI_TORCH_FLOOR && op <= SSI_TORCH_FRAC;
    if (op == SSI_TORCH_NEG && d == SS_BOOL)
        return ssi_raise(s, "RuntimeError",
                         "Negation, the `-` operator, on a bool tensor is not "
                         "supported. If you are trying to invert a mask, use "
                         "the `~` or `logical_not()` operator instead.");
    if (op >= SSI_TORCH_ISNAN || op == SSI_TORCH_POSITIVE)
        return true;
    if (op == SSI_TORCH_NOT && d >= SS_FLOAT16)
        return ssi_torch_raise_dtype(s, names[op], d);
    if (ssi_dtype_is_complex(d))
        return op == SSI_TORCH_NEG
               || ssi_unsupported(s, "this function of complex tensors");
    if (op == SSI_TORCH_SQRT && d != SS_FLOAT16 && d != SS_BFLOAT16)
        return ssi_unsupported(s, "sqrt(), whose last bits come from a vector "
                                  "library in PyTorch; rsqrt() is supported");
    if (op == SSI_TORCH_RSQRT && (d == SS_FLOAT16 || d == SS_BFLOAT16))
        return ssi_unsupported(s, "rsqrt() of 16-bit floats, which PyTorch "
                                  "rounds by position");
    if (op == SSI_TORCH_FRAC && d < SS_FLOAT16)
        return ssi_torch_raise_dtype(s, names[op], d);
    if ((rounds && d == SS_BOOL && op != SSI_TORCH_TRUNC)
        || (op == SSI_TORCH_ABS && d == SS_BOOL) || (wide(d) && !to_float))
        return ssi_torch_raise_dtype(s, names[op], d);
    return !(d == SS_BOOL && op != SSI_TORCH_SIGN && op != SSI_TORCH_NOT
             && !to_float)
           || ssi_unsupported(s, "this function of bool tensors");
}

static bool element(ss_session *s, int op, ss_dtype from, ss_dtype to,
                    const void *item, void *out)
{
    unsigned char memory[16];
    ssi_number n, r = {.kind = 'b'};
    ssi_number_load(from, item, &n);
    if (op >= SSI_TORCH_ISNAN) {
        r.u = on_test(op, &n);
    } else if (n.kind == 'c') {
        r = n;
        r.f = op == SSI_TORCH_NEG ? -n.f : n.f;
        r.imaginary = op == SSI_TORCH_NEG ? -n.imaginary : n.imaginary;
    } else if (ssi_dtype_is_float(to)) {
        if (n.kind != 'f') {
            ssi_torch_put(to, memory, &n);
            ssi_number_load(to, memory, &n);
        }
        r = (ssi_number){.kind = 'f', .f = on_float(op, n.f, to != SS_FLOAT64)};
    } else {
        r = (ssi_number){.kind = 'u', .u = on_integer(op, &n)};
    }
    return ssi_torch_put_or_refuse(s, to, out, &r);
}

static bool run(ss_session *s, int op, const ss_array *a, const ss_array *to)
{
    ssi_walk in, out;
    ssi_walk_start(&in, a);
    ssi_walk_start(&out, to);
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        if (!element(s, op, a->dtype, to->dtype, in.item, out.item))
            return false;
        ssi_walk_next(&in);
        ssi_walk_next(&out);
    }
    return true;
}

static ss_dtype result_dtype(const ss_session *s, int op, ss_dtype d)
{
    if (op >= SSI_TORCH_ISNAN)
        return SS_BOOL;
    if (op >= SSI_TORCH_SQRT && op <= SSI_TORCH_RECIPROCAL && d < SS_FLOAT16)
        return ssi_torch_default_dtype(s);
    return d;
}

bool ssi_torch_unary(ss_session *s, int op, ssi_value tensor, ssi_value *out)
{
    const ss_array *a = ssi_array_of(tensor);
    ss_dtype dtype = result_dtype(s, op, a->dtype);
    ssi_shape shape = {.ndim = a->ndim};
    memcpy(shape.dims, a->shape, sizeof shape.dims);
    if (!check(s, op, a->dtype)
        || !ssi_torch_new_result(s, &a, 1, &shape, dtype, out))
        return false;
    if (run(s, op, a, ssi_array_of(*out)))
        return true;
    ssi_release(s, *out);
    return false;
}

bool ssi_torch_unary_operator(ss_session *s, ssi_operator op, ssi_value tensor,
                              ssi_value *out)
{
    ss_dtype d = ssi_array_of(tensor)->dtype;
    if (op == SSI_OP_INVERT && d >= SS_FLOAT16)
        return ssi_raise(s, "TypeError",
                         "~ (operator.invert) is only implemented on integer "
                         "and Boolean-type tensors");
    if (op == SSI_OP_POSITIVE && d == SS_BOOL)
        return ssi_raise(s, "RuntimeError",
                         "The `+` operator, on a bool tensor is not "
                         "supported.");
    if (op == SSI_OP_POSITIVE) {
        *out = ssi_retain(tensor);
        return true;
    }
    return ssi_torch_unary(
        s, op == SSI_OP_NEGATIVE ? SSI_TORCH_NEG : SSI_TORCH_NOT, tensor, out);
}

bool ssi_torch_call_unary(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"*,out:U", NULL};
    static const char *const rounds[] = {"*,out:U", "*,decimals:I!,out:U",
                                         NULL};
    int op = call->function->variant & ~SSI_TORCH_IN_PLACE;
    bool in_place = call->function->variant & SSI_TORCH_IN_PLACE;
    ssi_torch_arguments a;
    ssi_value self, result;
    if (!ssi_torch_parse_on(
            s, call, op == SSI_TORCH_ROUND ? rounds : signatures, &a, &self))
        return false;
    if (a.overload || ssi_torch_has(&a, 0))
        return ssi_unsupported(
            s, a.overload ? "decimals= of %s()" : "out= of %s()", a.name);
    if (!in_place)
        return ssi_torch_unary(s, op, self, out);
    ss_array *to = ssi_array_of(self);
    if (!ssi_torch_check_writable(s, to)
        || !ssi_torch_can_cast(s, result_dtype(s, op, to->dtype), to->dtype)
        || !ssi_torch_unary(s, op, self, &result))
        return false;
    bool ok = ssi_torch_copy_elements(s, to, ssi_array_of(result));
    ssi_release(s, result);
    if (ok)
        *out = ssi_retain(self);
    return ok;
}

/* --- clamp --- */
static bool clamp_to(ss_session *s, ssi_value self, ssi_value limit, bool low,
                     bool in_place, ssi_value *out)
{
    bool handled;
    int op = low ? SSI_TORCH_MAXIMUM : SSI_TORCH_MINIMUM;
    if (limit.tag == SSI_NONE) {
        *out = ssi_retain(self);
        return true;
    }
    if (limit.tag == SSI_FLOAT && limit.u.f != limit.u.f)
        return ssi_unsupported(s, "a NaN as a limit of clamp()");
    if (!in_place)
        return ssi_torch_binary(s, op, self, limit, out, &handled);
    ss_dtype d = ssi_array_of(self)->dtype;
    if (limit.tag == SSI_INT && d == SS_BOOL)
        return ssi_raise(s, "RuntimeError",
                         "result type Long can't be cast to the desired "
                         "output type bool");
    if (limit.tag == SSI_FLOAT && d < SS_FLOAT16)
        return ssi_raise(s, "RuntimeError",
                         "result type %s can't be cast to the desired output "
                         "type %s",
                         ssi_torch_scalar_name(ssi_torch_default_dtype(s)),
                         ssi_torch_c_name(d));
    *out = ssi_retain(self);
    return ssi_torch_binary_in_place(s, op, self, limit, &handled);
}

/* clamp (variant 0), clamp_min 1, clamp_max 2 */
bool ssi_torch_call_clamp(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const both[] = {"min:P,max:P,*,out:U", NULL};
    static const char *const low[] = {"min:P!,*,out:U", NULL};
    static const char *const high[] = {"max:P!,*,out:U", NULL};
    int kind = call->function->variant & ~SSI_TORCH_IN_PLACE;
    bool in_place = call->function->variant & SSI_TORCH_IN_PLACE, ok;
    ssi_value self, first, min = ssi_none(), max = ssi_none();
    ssi_torch_arguments a;
    if (!ssi_torch_parse_on(s, call,
                            kind == 0   ? both
                            : kind == 1 ? low
                                        : high,
                            &a, &self))
        return false;
    if (kind != 2 && a.given[0])
        min = a.values[0];
    if (kind != 1 && a.given[kind ? 0 : 1])
        max = a.values[kind ? 0 : 1];
    if (min.tag == SSI_NONE && max.tag == SSI_NONE)
        return ssi_raise(s, "RuntimeError",
                         "torch.clamp: At least one of 'min' or 'max' must "
                         "not be None");
    if (ssi_torch_has(&a, a.count - 1))
        return ssi_unsupported(s, "out= of %s()", a.name);
    if (!clamp_to(s, self, min, true, in_place, &first))
        return false;
    ok = clamp_to(s, first, max, false, in_place, out);
    ssi_release(s, first);
    return ok;
}

/* --- where --- */
static bool choose(ss_session *s, const ss_array *arrays[3], const ss_array *to)
{
    ss_array views[3];
    ssi_walk walks[3], out;
    ssi_number n;
    for (int i = 0; i < 3; i++) {
        ssi_broadcast_to(arrays[i], to->ndim, to->shape, &views[i]);
        ssi_walk_start(&walks[i], &views[i]);
    }
    ssi_walk_start(&out, to);
    for (size_t i = 0, count = ss_array_size(to); i < count; i++) {
        int from = *(const unsigned char *)walks[0].item ? 1 : 2;
        ssi_number_load(views[from].dtype, walks[from].item, &n);
        if (!ssi_torch_put_or_refuse(s, to->dtype, out.item, &n))
            return false;
        for (int k = 0; k < 3; k++)
            ssi_walk_next(&walks[k]);
        ssi_walk_next(&out);
    }
    return true;
}

bool ssi_torch_where(ss_session *s, ssi_value condition,
                     const ssi_torch_operand o[2], ssi_value *out)
{
    const ss_array *arrays[3] = {ssi_array_of(condition),
                                 ssi_array_of(o[0].value),
                                 ssi_array_of(o[1].value)};
    ssi_shape shape;
    ss_dtype dtype;
    if (!ssi_torch_result_type(s, o, 2, &dtype))
        return false;
    if (arrays[0]->dtype != SS_BOOL)
        return ssi_raise(s, "RuntimeError",
                         "where expected condition to be a boolean tensor, "
                         "but got a tensor with dtype %s",
                         ssi_torch_scalar_name(arrays[0]->dtype));
    if (!ssi_torch_broadcast(s, arrays, 3, &shape)
        || !ssi_torch_new_result(s, arrays, 3, &shape, dtype, out))
        return false;
    if (choose(s, arrays, ssi_array_of(*out)))
        return true;
    ssi_release(s, *out);
    return false;
}

bool ssi_torch_call_where(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"condition:T!,input:P!,other:P!",
                                             "condition:T!", NULL};
    ssi_torch_arguments a;
    ssi_torch_operand o[2];
    bool handled, ok = false;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    if (a.overload)
        return ssi_unsupported(s, "torch.where() of a condition alone; "
                                  "three arguments are supported");
    if (!ssi_torch_operand_of(s, a.values[1], &o[0], &handled))
        return false;
    if (ssi_torch_operand_of(s, a.values[2], &o[1], &handled)) {
        ok = ssi_torch_where(s, a.values[0], o, out);
        ssi_release(s, o[1].value);
    }
    ssi_release(s, o[0].value);
    return ok;
}
