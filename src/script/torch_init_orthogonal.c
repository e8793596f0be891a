/* SPDX-License-Identifier: MIT
 * torch.nn.init.orthogonal_.
 * Learned from: PyTorch 2.13.0 (torch/nn/init.py) by experiment.
 */
#include "script/torch_values.h"

/* The tensor is one that this takes; *done: it has no element. */
static bool check(ss_session *s, ssi_value v, bool *done)
{
    *done = false;
    if (!ssi_is(v, &ssi_type_tensor))
        return ssi_raise(s, "AttributeError",
                         "'%s' object has no attribute 'ndimension'",
                         ssi_type_name(v));
    const ss_array *a = ssi_array_of(v);
    if (a->ndim < 2)
        return ssi_raise(s, "ValueError",
                         "Only tensors with 2 or more dimensions are "
                         "supported");
    *done = ss_array_size(a) == 0;
    if (*done)
        return true;
    if (!ssi_torch_can_draw(a->dtype))
        return ssi_torch_raise_dtype(s, "normal_kernel_cpu", a->dtype);
    if (a->dtype == SS_FLOAT16 || a->dtype == SS_BFLOAT16)
        return ssi_torch_raise_dtype(s, "geqrf_cpu", a->dtype);
    if (ssi_dtype_is_complex(a->dtype))
        return ssi_raise(s, "NotImplementedError",
                         "Unlike NumPy, torch.sign is not intended to support "
                         "complex numbers. Please use torch.sgn instead.");
    return ss_array_is_contiguous(a)
           || ssi_unsupported(s, "orthogonal_() of a tensor that is not "
                                 "contiguous");
}

/* Parameters: tensor, gain=1, generator=None. */
bool ssi_torch_init_orthogonal(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_torch_generator *g = &s->torch_random;
    ssi_value v = call->args[0], gain = call->args[1];
    double factor = 1;
    bool done;
    if (!check(s, v, &done))
        return false;
    *out = ssi_retain(v);
    if (done)
        return true;
    ssi_release(s, v);
    if (call->given[2] && ssi_is(call->args[2], &ssi_type_torch_generator))
        g = ssi_torch_generator_of(s, call->args[2]);
    else if (call->given[2] && call->args[2].tag != SSI_NONE)
        return ssi_raise(s, "TypeError",
                         "normal_(): argument 'generator' must be "
                         "torch.Generator, not %s",
                         ssi_type_name(call->args[2]));
    if (call->given[1] && !ssi_is_int(gain) && !ssi_is_float(gain)) {
        if (gain.tag == SSI_OBJECT && ssi_is_array(gain))
            return ssi_unsupported(s, "an array as the gain of orthogonal_()");
        return ssi_raise(s, "TypeError",
                         "mul_(): argument 'other' (position 1) must be "
                         "Tensor, not %s",
                         ssi_type_name(gain));
    }
    if (call->given[1] && !ssi_to_double(s, gain, &factor))
        return false;
    ss_array *a = ssi_array_of(v);
    ss_status status =
        ss_torch_orthogonal_fill(g, a->dtype, factor, a->shape[0],
                                 ss_array_size(a) / a->shape[0], a->data);
    if (status != SS_OK)
        return ssi_raise_status(s, status);
    *out = ssi_retain(v);
    return true;
}
