/* SPDX-License-Identifier: MIT
 * Methods of tensors.
 * Learned from: PyTorch 2.13.0 by experiment.
 */
#include <string.h>

#include "script/torch_grad.h"
#include "script/torch_row_lists.h"

#define RAW "*args, **kwargs"

static bool method_size(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"dim:I", NULL};
    const ss_array *a = ssi_array_of(call->self);
    int64_t i, n = a->ndim;
    ssi_torch_arguments args;
    if (!ssi_torch_parse(s, call, signatures, &args))
        return false;
    if (!args.given[0] || args.values[0].tag == SSI_NONE)
        return ssi_new_torch_size(s, a, out);
    if (!ssi_torch_int(s, &args, 0, &i))
        return false;
    if (n == 0)
        return ssi_raise(s, "IndexError",
                         "Dimension specified as %lld but "
                         "tensor has no dimensions",
                         (long long)i);
    if (i < -n || i >= n)
        return ssi_raise(s, "IndexError",
                         "Dimension out of range (expected to be in range of "
                         "[%lld, %lld], but got %lld)",
                         (long long)-n, (long long)n - 1, (long long)i);
    *out = ssi_int((int64_t)a->shape[i < 0 ? i + n : i]);
    return true;
}

static bool method_dim(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)s;
    *out = ssi_int(ssi_array_of(call->self)->ndim);
    return true;
}

static bool method_numel(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)s;
    *out = ssi_int((int64_t)ss_array_size(ssi_array_of(call->self)));
    return true;
}

static bool method_tolist(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_array_tolist(s, call->self, out);
}

static bool method_item(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ss_array *a = ssi_array_of(call->self);
    if (ss_array_size(a) != 1)
        return ssi_raise(s, "RuntimeError",
                         "a Tensor with %zu elements cannot "
                         "be converted to Scalar",
                         ss_array_size(a));
    return ssi_item_python(s, ssi_array_element(a), a->data, out);
}

/* numpy(): the same memory as an ndarray. */
static bool method_numpy(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_array_object *from = (ssi_array_object *)call->self.u.o, *o;
    if (from->array.dtype == SS_BFLOAT16)
        return ssi_raise(s, "TypeError", "Got unsupported ScalarType BFloat16");
    o = ssi_new(s, &ssi_type_ndarray, sizeof *o, 0);
    if (!o)
        return false;
    o->array = from->array;
    o->array.owned = NULL;
    o->base = ssi_retain(from->base.tag == SSI_NONE ? call->self : from->base);
    *out = ssi_from_object(o);
    return true;
}

/* detach() shares its memory; cpu() and contiguous() give the tensor. */
static bool method_detach(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_new_view(s, call->self, ssi_array_of(call->self), out);
}

static bool method_cpu(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)s;
    *out = ssi_retain(call->self);
    return true;
}

static bool method_requires_grad(ss_session *s, ssi_call *call, ssi_value *out)
{
    bool on = true;
    if (call->given[0] && !ssi_truth(s, call->args[0], &on))
        return false;
    if (!on && ((ssi_array_object *)call->self.u.o)->grad_fn)
        return ssi_raise(
            s, "RuntimeError",
            "you can only change requires_grad flags of leaf variables. If "
            "you want to use a computed variable in a subgraph that doesn't "
            "require differentiation use var_no_grad = var.detach().");
    if (!((ssi_array_object *)call->self.u.o)->grad_fn
        && !ssi_grad_require(s, call->self, on))
        return false;
    *out = ssi_retain(call->self);
    return true;
}

static bool method_t(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_array view = *ssi_array_of(call->self);
    if (view.ndim > 2)
        return ssi_raise(s, "RuntimeError",
                         "t() expects a tensor with <= 2 "
                         "dimensions, but self is %uD",
                         (unsigned)view.ndim);
    if (view.ndim == 2) {
        const ss_array *a = ssi_array_of(call->self);
        view.shape[0] = a->shape[1];
        view.shape[1] = a->shape[0];
        view.strides[0] = a->strides[1];
        view.strides[1] = a->strides[0];
    }
    return ssi_new_view(s, call->self, &view, out);
}

#define DIM_HELP "The number of dimensions."
#define NUMEL_HELP "The number of elements."

const ssi_function ssi_tensor_methods[] = {
    {"size", "*args, **kwargs", method_size,
     "The shape as a torch.Size, or with dim one of its sizes.", 0,
     SSI_STYLE_DEF, NULL},
    {"dim", "", method_dim, DIM_HELP, 0, SSI_STYLE_O, "TensorBase.dim"},
    {"ndimension", "", method_dim, DIM_HELP, 0, SSI_STYLE_O,
     "TensorBase.ndimension"},
    {"numel", "", method_numel, NUMEL_HELP, 0, SSI_STYLE_O, "TensorBase.numel"},
    {"nelement", "", method_numel, NUMEL_HELP, 0, SSI_STYLE_O,
     "TensorBase.nelement"},
    {"tolist", "", method_tolist,
     "Nested lists of Python's own numbers; float32 values are widened.", 0,
     SSI_STYLE_O, "TensorBase.tolist"},
    {"item", "", method_item,
     "The only element as a Python number. RuntimeError for more elements.", 0,
     SSI_STYLE_O, "TensorBase.item"},
    {"numpy", "", method_numpy, "An ndarray over the same memory.", 0,
     SSI_STYLE_DEF, NULL},
    {"detach", "", method_detach, "A tensor over the same memory.", 0,
     SSI_STYLE_O, "TensorBase.detach"},
    {"requires_grad_", "requires_grad=True", method_requires_grad,
     "Whether results of the tensor are tracked, which here is only printed; "
     "gives the tensor.",
     0, SSI_STYLE_DEF, NULL},
    SSI_TORCH_SHARED_ROWS,
    SSI_TORCH_METHOD_ROWS,
    {"cpu", "", method_cpu, "The tensor itself.", 0, SSI_STYLE_DEF, NULL},
    {"t", "", method_t, "A matrix's transpose, over the same memory.", 0,
     SSI_STYLE_O, "TensorBase.t"},
    {"fill_", RAW, ssi_tensor_fill, "All elements become value.", 0,
     SSI_STYLE_DEF, NULL},
    {"zero_", "", ssi_tensor_zero, "All elements become 0.", 0, SSI_STYLE_O,
     "TensorBase.zero_"},
    {"uniform_", RAW, ssi_tensor_draw,
     "Fill with uniform values in [from, to), by default [0, 1), in the order "
     "of the tensor's memory: one 32-bit word a value, two for float64. "
     "Parameters: from=0, to=1, *, generator=None. RuntimeError when to is "
     "below from or not finite.",
     SSI_DRAW_UNIFORM, SSI_STYLE_DEF, NULL},
    {"normal_", RAW, ssi_tensor_draw,
     "Fill with normal values: below 16 values or where the tensor is not "
     "contiguous by pairs whose second value is kept, else in blocks of 16. "
     "Parameters: mean=0, std=1, *, generator=None. RuntimeError for std < 0.",
     SSI_DRAW_NORMAL, SSI_STYLE_DEF, NULL},
    {"cauchy_", RAW, ssi_tensor_draw,
     "Fill with Cauchy values, two words each. Parameters: median=0, sigma=1, "
     "*, generator=None. RuntimeError unless sigma > 0.",
     SSI_DRAW_CAUCHY, SSI_STYLE_DEF, NULL},
    {"log_normal_", RAW, ssi_tensor_draw,
     "Fill with the exponentials of normal values, by pairs. Parameters: "
     "mean=1, std=2, *, generator=None. RuntimeError unless std > 0.",
     SSI_DRAW_LOG_NORMAL, SSI_STYLE_DEF, NULL},
    {"exponential_", RAW, ssi_tensor_draw,
     "Fill with exponential values, two words each. Parameters: lambd=1, *, "
     "generator=None. RuntimeError unless lambd > 0.",
     SSI_DRAW_EXPONENTIAL, SSI_STYLE_DEF, NULL},
    {"geometric_", RAW, ssi_tensor_draw,
     "Fill with counts of tries up to the first success, two words each. "
     "Parameters: p, *, generator=None. RuntimeError unless 0 < p < 1.",
     SSI_DRAW_GEOMETRIC, SSI_STYLE_DEF, NULL},
    {"bernoulli_", RAW, ssi_tensor_bernoulli_in_place,
     "Fill with 1 where a uniform value is below p, 0 elsewhere. Parameters: "
     "p=0.5, a number (two words a value) or a tensor (one, two for float64), "
     "*, generator=None. RuntimeError unless 0 <= p <= 1.",
     0, SSI_STYLE_DEF, NULL},
    {"random_", RAW, ssi_tensor_random,
     "Fill with ints: random_() up to the dtype's highest, random_(to) from "
     "0, random_(from, to) from from to to - 1, random_(from, None) up to the "
     "highest. One 32-bit word a value, two for wide ranges. Parameters: "
     "from, to, *, generator=None.",
     0, SSI_STYLE_DEF, NULL},
    {"bernoulli", RAW, ssi_torch_call_bernoulli,
     "torch.bernoulli(self), or torch.bernoulli(self, p).", 1, SSI_STYLE_DEF,
     NULL},
    {"multinomial", RAW, ssi_torch_call_multinomial,
     "torch.multinomial(self, num_samples, replacement=False).", 1,
     SSI_STYLE_DEF, NULL},
    {0},
};
