/* SPDX-License-Identifier: MIT
 * What an operation makes of tensors that require grad: PyTorch's name of the
 * step, its errors, or a refusal.
 * Learned from: PyTorch 2.13.0 by experiment.
 */
#include "script/torch_grad.h"

#include <string.h>

#define WAY_OUT "; use .detach(), .data or torch.no_grad()"

static ssi_array_object *object_of(ssi_value v)
{
    return (ssi_array_object *)v.u.o;
}

void ssi_grad_mark(ssi_value result, const char *name)
{
    if (ssi_is(result, &ssi_type_tensor)
        && (ssi_dtype_is_float(object_of(result)->array.dtype)
            || ssi_dtype_is_complex(object_of(result)->array.dtype)))
        object_of(result)->grad_fn = name;
}

/* --- the names --- */

/* An empty name: the result has none. */
typedef struct step {
    const char *call, *name;
} step;

static const step steps[] = {
    {"size", ""},
    {"dim", ""},
    {"ndimension", ""},
    {"numel", ""},
    {"nelement", ""},
    {"tolist", ""},
    {"item", ""},
    {"detach", ""},
    {"stride", ""},
    {"element_size", ""},
    {"is_contiguous", ""},
    {"is_tensor", ""},
    {"is_floating_point", ""},
    {"is_complex", ""},
    {"tensor", ""},
    {"empty_like", ""},
    {"zeros_like", ""},
    {"ones_like", ""},
    {"full_like", ""},
    {"rand_like", ""},
    {"randn_like", ""},
    {"randint_like", ""},
    {"new_zeros", ""},
    {"new_ones", ""},
    {"new_empty", ""},
    {"new_full", ""},
    {"multinomial", ""},
    {"argmax", ""},
    {"argmin", ""},
    {"argsort", ""},
    {"equal", ""},
    {"allclose", ""},
    {"isnan", ""},
    {"isinf", ""},
    {"isfinite", ""},
    {"requires_grad_", ""},
    {"long", ""},
    {"int", ""},
    {"cpu", "ToCopyBackward0"},
    {"float", "ToCopyBackward0"},
    {"double", "ToCopyBackward0"},
    {"half", "ToCopyBackward0"},
    {"bfloat16", "ToCopyBackward0"},
    {"to", "ToCopyBackward0"},
    {"type_as", "ToCopyBackward0"},
    {"contiguous", "CloneBackward0"},
    {"clone", "CloneBackward0"},
    {"t", "TBackward0"},
    {"transpose", "TransposeBackward0"},
    {"permute", "PermuteBackward0"},
    {"unsqueeze", "UnsqueezeBackward0"},
    {"view", "ViewBackward0"},
    {"view_as", "ViewBackward0"},
    {"expand", "ExpandBackward0"},
    {"repeat", "RepeatBackward0"},
    {"flip", "FlipBackward0"},
    {"std", "StdBackward0"},
    {"var", "VarBackward0"},
    {"cumsum", "CumsumBackward0"},
    {"abs", "AbsBackward0"},
    {"exp", "ExpBackward0"},
    {"log", "LogBackward0"},
    {"sqrt", "SqrtBackward0"},
    {"sin", "SinBackward0"},
    {"cos", "CosBackward0"},
    {"tanh", "TanhBackward0"},
    {"sigmoid", "SigmoidBackward0"},
    {"relu", "ReluBackward0"},
    {"round", "RoundBackward0"},
    {"floor", "FloorBackward0"},
    {"ceil", "CeilBackward0"},
    {"trunc", "TruncBackward0"},
    {"sign", "SignBackward0"},
    {"square", "PowBackward0"},
    {"neg", "NegBackward0"},
    {"reciprocal", "ReciprocalBackward0"},
    {"rsqrt", "RsqrtBackward0"},
    {"log1p", "Log1PBackward0"},
    {"expm1", "Expm1Backward0"},
    {"add", "AddBackward0"},
    {"sub", "SubBackward0"},
    {"mul", "MulBackward0"},
    {"div", "DivBackward0"},
    {"mm", "MmBackward0"},
    {"mv", "MvBackward0"},
    {"dot", "DotBackward0"},
    {"cat", "CatBackward0"},
    {"stack", "StackBackward0"},
    {"bernoulli", "BernoulliBackward0"},
    {"poisson", "PoissonBackward0"},
    {0},
};

/* sum() and mean() of all, or along an axis; max() and min() of all. */
static const char *reduction(const ssi_call *call, const char *name)
{
    bool all = call->positional_count + call->keyword_count
               == (call->self.tag == SSI_NONE);
    if (strcmp(name, "squeeze") == 0)
        return all ? "SqueezeBackward0" : "SqueezeBackward1";
    if (strcmp(name, "sum") == 0)
        return all ? "SumBackward0" : "SumBackward1";
    if (strcmp(name, "mean") == 0)
        return all ? "MeanBackward0" : "MeanBackward1";
    if (all && strcmp(name, "max") == 0)
        return "MaxBackward1";
    if (all && strcmp(name, "min") == 0)
        return "MinBackward1";
    return all && strcmp(name, "prod") == 0 ? "ProdBackward0" : NULL;
}

static const char *step_name(const ssi_call *call)
{
    size_t given = call->positional_count + (call->self.tag != SSI_NONE);
    if (strcmp(call->function->name, "bernoulli") == 0 && given > 1)
        return NULL;
    for (const step *row = steps; row->call; row++)
        if (strcmp(row->call, call->function->name) == 0)
            return row->name;
    for (size_t i = 0; i < call->keyword_count; i++)
        if (strcmp(call->keyword_names[i], "dtype") == 0)
            return NULL;
    return reduction(call, call->function->name);
}

static bool is_reshape(const char *name)
{
    return strcmp(name, "reshape") == 0 || strcmp(name, "flatten") == 0;
}

/* reshape() and flatten(): a view of the memory, or a copy. */
static const char *reshape_name(ssi_value from, ssi_value result)
{
    return object_of(from)->array.data == object_of(result)->array.data
               ? "ViewBackward0"
               : "UnsafeViewBackward0";
}

/* --- calls --- */

/* A tensor among the arguments that requires grad, or None. */
static ssi_value tracked(const ssi_call *call)
{
    if (ssi_requires_grad(call->self))
        return call->self;
    for (size_t i = 0; i < call->positional_count; i++) {
        ssi_value v = call->positional[i];
        if (ssi_requires_grad(v))
            return v;
        if (!ssi_is(v, &ssi_type_list) && !ssi_is(v, &ssi_type_tuple))
            continue;
        for (size_t k = 0; k < ((ssi_list_object *)v.u.o)->count; k++)
            if (ssi_requires_grad(((ssi_list_object *)v.u.o)->items[k]))
                return ((ssi_list_object *)v.u.o)->items[k];
    }
    for (size_t i = 0; i < call->keyword_count; i++)
        if (ssi_requires_grad(call->keyword_values[i]))
            return call->keyword_values[i];
    return ssi_none();
}

static bool in_place(ss_session *s, ssi_value tensor, const char *name)
{
    if (!object_of(tensor)->grad_fn)
        return ssi_raise(s, "RuntimeError",
                         "a leaf Variable that requires grad is being used in "
                         "an in-place operation.");
    return ssi_unsupported(s, "%s() of a result that requires grad" WAY_OUT,
                           name);
}

static bool tracked_call(ss_session *s, ssi_call *call, ssi_value tensor,
                         ssi_value *out)
{
    const char *name = call->function->name, *made = step_name(call);
    size_t size = strlen(name);
    bool reshape = is_reshape(name);
    if (strcmp(name, "numpy") == 0)
        return ssi_grad_to_numpy(s, tensor);
    if (!made && size && name[size - 1] == '_'
        && ssi_same_identity(tensor, call->self))
        return in_place(s, tensor, name);
    if (!made && !reshape)
        return ssi_unsupported(s, "%s() of a tensor that requires grad" WAY_OUT,
                               name);
    if (!call->function->native(s, call, out))
        return false;
    if (!ssi_is(*out, &ssi_type_tensor) || ssi_same_identity(*out, tensor))
        return true;
    if (reshape)
        made = reshape_name(tensor, *out);
    if (made[0])
        ssi_grad_mark(*out, made);
    return true;
}

/* requires_grad=True of what makes a tensor. */
static bool requires(ss_session *s, const ssi_call *call, ssi_value *out)
{
    for (size_t i = 0; i < call->keyword_count; i++)
        if (strcmp(call->keyword_names[i], "requires_grad") == 0
            && call->keyword_values[i].tag == SSI_BOOL
            && call->keyword_values[i].u.b && ssi_is(*out, &ssi_type_tensor)
            && !ssi_grad_require(s, *out, true)) {
            ssi_release(s, *out);
            return false;
        }
    return true;
}

/* Whether two tensors are over the memory of one. */
static bool share_memory(ssi_value a, ssi_value b)
{
    ssi_value x = object_of(a)->base, y = object_of(b)->base;
    return ssi_same_identity(x.tag == SSI_NONE ? a : x,
                             y.tag == SSI_NONE ? b : y);
}

static void mark_view(ssi_value result, ssi_value tensor)
{
    if (ssi_is(result, &ssi_type_tensor) && share_memory(result, tensor)
        && !ssi_same_identity(result, tensor))
        object_of(result)->requires_grad = true;
}

/* Under no_grad() a view of what requires grad does so too, as a leaf. */
static bool untracked_call(ss_session *s, ssi_call *call, ssi_value tensor,
                           ssi_value *out)
{
    const char *made = step_name(call);
    if (!call->function->native(s, call, out))
        return false;
    if (tensor.tag == SSI_NONE || (made && !made[0]))
        return true;
    mark_view(*out, tensor);
    if (ssi_is(*out, &ssi_type_tuple) || ssi_is(*out, &ssi_type_list))
        for (size_t i = 0; i < ((ssi_list_object *)out->u.o)->count; i++)
            mark_view(((ssi_list_object *)out->u.o)->items[i], tensor);
    return true;
}

bool ssi_grad_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value tensor = tracked(call);
    if (s->no_grad)
    return untracked_call(s, call, tensor, out) && requires(s, call, out);
    if (tensor.tag != SSI_NONE)
    return tracked_call(s, call, tensor, out) && requires(s, call, out);
    return call->function->native(s, call, out) && requires(s, call, out);
}

/* --- operators, indices --- */

static const char *operator_name(ssi_operator op, ssi_value left,
                                 ssi_value right)
{
    bool a = ssi_is(left, &ssi_type_tensor);
    bool b = ssi_is(right, &ssi_type_tensor);
    switch (op) {
    case SSI_OP_ADD:
        return "AddBackward0";
    case SSI_OP_SUB:
        return a ? "SubBackward0" : "RsubBackward1";
    case SSI_OP_MUL:
        return "MulBackward0";
    case SSI_OP_DIV:
        return a ? "DivBackward0" : "MulBackward0";
    case SSI_OP_POW:
        return !a ? "PowBackward2" : b ? "PowBackward1" : "PowBackward0";
    case SSI_OP_MATMUL:
        if (!a || !b || ssi_array_of(left)->ndim != 2)
            return NULL;
        return ssi_array_of(right)->ndim == 2   ? "MmBackward0"
               : ssi_array_of(right)->ndim == 1 ? "MvBackward0"
                                                : NULL;
    case SSI_OP_NEGATIVE:
        return "NegBackward0";
    case SSI_OP_POSITIVE:
        return "";
    default:
        return NULL;
    }
}

bool ssi_grad_operator(ss_session *s, ssi_operator op, ssi_value left,
                       ssi_value right, ssi_value *out)
{
    const char *name = operator_name(op, left, right);
    if (s->no_grad || (!ssi_requires_grad(left) && !ssi_requires_grad(right)))
        return true;
    if (name && !name[0])
        return true;
    if (name) {
        ssi_grad_mark(*out, name);
        return true;
    }
    ssi_release(s, *out);
    return ssi_unsupported(s, "this operator on a tensor that requires "
                              "grad" WAY_OUT);
}

bool ssi_grad_view(ss_session *s, ssi_value from, const char *what,
                   const char *name, ssi_value *out)
{
    if (!ssi_requires_grad(from))
        return true;
    if (s->no_grad)
        object_of(*out)->requires_grad = true;
    if (s->no_grad)
        return true;
    if (name) {
        ssi_grad_mark(*out, name);
        return true;
    }
    ssi_release(s, *out);
    return ssi_unsupported(s, "%s of a tensor that requires grad" WAY_OUT,
                           what);
}

bool ssi_grad_check_assignment(ss_session *s, ssi_value tensor, ssi_value key,
                               ssi_value value)
{
    if (ssi_requires_grad(value) && !s->no_grad)
        return ssi_unsupported(s, "assignment of what requires grad" WAY_OUT);
    if (!ssi_requires_grad(tensor) || s->no_grad)
        return true;
    if (!object_of(tensor)->grad_fn && ssi_grad_index_is_ints(key))
        return ssi_raise(s, "RuntimeError",
                         "a view of a leaf Variable that requires grad is "
                         "being used in an in-place operation.");
    return ssi_unsupported(s, "assignment to elements of what requires "
                              "grad" WAY_OUT);
}

bool ssi_grad_require(ss_session *s, ssi_value tensor, bool on)
{
    ssi_array_object *o = object_of(tensor);
    if (on && !ssi_dtype_is_float(o->array.dtype)
        && !ssi_dtype_is_complex(o->array.dtype))
        return ssi_raise(s, "RuntimeError",
                         "Only Tensors of floating point and complex dtype "
                         "can require gradients");
    o->requires_grad = on;
    return true;
}

bool ssi_grad_to_numpy(ss_session *s, ssi_value v)
{
    return !ssi_requires_grad(v) || s->no_grad
           || ssi_raise(s, "RuntimeError",
                        "Can't call numpy() on Tensor that requires grad. Use "
                        "tensor.detach().numpy() instead.");
}

/* --- Parameter --- */

bool ssi_new_parameter(ss_session *s, ssi_value tensor, bool requires_grad,
                       ssi_value *out)
{
    ssi_array_object *o;
    if (!ssi_new_view(s, tensor, ssi_array_of(tensor), out))
        return false;
    o = object_of(*out);
    o->parameter = true;
    if (ssi_grad_require(s, *out, requires_grad))
        return true;
    ssi_release(s, *out);
    return false;
}

/* Parameter(data=None, requires_grad=True) */
static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value data = call->args[0];
    bool on = true;
    if (call->given[1] && !ssi_truth(s, call->args[1], &on))
        return false;
    if (!call->given[0] || data.tag == SSI_NONE)
        return ssi_unsupported(s, "a Parameter without data");
    if (!ssi_is(data, &ssi_type_tensor))
        return ssi_raise(s, "AttributeError",
                         "'%s' object has no attribute 'detach'",
                         ssi_type_name(data));
    return ssi_new_parameter(s, data, on, out);
}

static const ssi_class parameter_class = {
    "Parameter",
    "torch.nn.parameter.Parameter",
    {"Parameter", "data=None, requires_grad=True", make,
     "A tensor over the same memory that modules know as theirs; printed as "
     "\"Parameter containing: ...\".",
     0, SSI_STYLE_METHOD, "Parameter.__new__"},
    &ssi_type_tensor,
    -1,
};

bool ssi_torch_parameter_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &parameter_class, out);
}
