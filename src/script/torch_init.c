/* SPDX-License-Identifier: MIT
 * torch.nn.init.
 * Learned from: PyTorch 2.13.0 (torch/nn/init.py) by experiment.
 */
#include <string.h>

#include "script/torch_values.h"

/* --- arguments --- */
static bool tensor_at(ss_session *s, const ssi_call *call, const char *first)
{
    if (ssi_is(call->args[0], &ssi_type_tensor))
        return true;
    return ssi_raise(s, "AttributeError", "'%s' object has no attribute '%s'",
                     ssi_type_name(call->args[0]), first);
}

/* A number for the method's parameter, as the method checks it. */
static bool number_at(ss_session *s, const ssi_call *call, size_t i,
                      const char *method, const char *parameter, double *out)
{
    ssi_value v = call->args[i];
    if (!call->given[i])
        return true;
    if (v.tag == SSI_OBJECT && ssi_is_array(v))
        return ssi_unsupported(s, "an array as a parameter of torch.nn.init");
    if (v.tag != SSI_BOOL && !ssi_is_int(v) && !ssi_is_float(v))
        return ssi_raise(s, "TypeError",
                         "%s(): argument '%s' (position %zu) must be float, "
                         "not %s",
                         method, parameter, i, ssi_type_name(v));
    return ssi_to_double(s, v, out);
}

static bool generator_at(ss_session *s, const ssi_call *call, size_t i,
                         const char *method, ss_torch_generator **out)
{
    ssi_value v = call->args[i];
    *out = &s->torch_random;
    if (!call->given[i] || v.tag == SSI_NONE)
        return true;
    if (!ssi_is(v, &ssi_type_torch_generator))
        return ssi_raise(s, "TypeError",
                         "%s(): argument 'generator' must be torch.Generator, "
                         "not %s",
                         method, ssi_type_name(v));
    *out = ssi_torch_generator_of(s, v);
    return true;
}

static bool drawn(ss_session *s, const ssi_call *call, const ssi_torch_draw *d,
                  ssi_value *out)
{
    if (!ssi_torch_draw_into(s, call->args[0], d))
        return false;
    *out = ssi_retain(call->args[0]);
    return true;
}

/* --- uniform_, normal_, trunc_normal_ --- */

/* The variant: SSI_DRAW_UNIFORM or SSI_DRAW_NORMAL. */
bool ssi_torch_init_draw(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_torch_draw d = {NULL, 0, 1, 0, 0, call->function->variant};
    bool normal = d.kind == SSI_DRAW_NORMAL;
    const char *method = normal ? "normal_" : "uniform_";
    return tensor_at(s, call, method)
           && number_at(s, call, 1, method, normal ? "mean" : "from", &d.a)
           && number_at(s, call, 2, method, normal ? "std" : "to", &d.b)
           && generator_at(s, call, 3, method, &d.g) && drawn(s, call, &d, out);
}

bool ssi_torch_init_trunc_normal(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const names[] = {"mean", "std", "a", "b"};
    double v[4] = {0, 1, -2, 2};
    ss_torch_generator *g;
    if (!tensor_at(s, call, "is_meta")
        || !generator_at(s, call, 5, "normal_", &g))
        return false;
    for (size_t i = 0; i < 4; i++)
        if (!number_at(s, call, i + 1, "normal_", names[i], &v[i]))
            return false;
        else if (v[i] - v[i] != 0)
            return ssi_unsupported(s, "trunc_normal_() of what is not finite");
    ss_array *a = ssi_array_of(call->args[0]);
    if (!ss_array_is_contiguous(a) || !ssi_dtype_is_float(a->dtype))
        return ssi_unsupported(s, "trunc_normal_() of a tensor that is not "
                                  "contiguous or not of floats");
    ss_status status = ss_torch_trunc_normal_fill(
        g, a->dtype, v[0], v[1], v[2], v[3], a->data, ss_array_size(a));
    if (!ssi_torch_raise(s, status, a->dtype, v[2], v[3]))
        return false;
    *out = ssi_retain(call->args[0]);
    return true;
}

/* --- constants --- */

/* constant_ (variant 0: the argument), ones_ (1), zeros_ (2). */
bool ssi_torch_init_constant(ss_session *s, ssi_call *call, ssi_value *out)
{
    int variant = call->function->variant;
    ssi_value v = variant == 0 ? call->args[1] : ssi_float(variant == 1);
    if (!tensor_at(s, call, variant == 2 ? "zero_" : "fill_")
        || !ssi_torch_fill_with(s, call->args[0], v))
        return false;
    *out = ssi_retain(call->args[0]);
    return true;
}

static bool set_one(ss_session *s, ss_array *a, const size_t *index)
{
    ss_array one = *a;
    for (uint32_t i = 0; i < a->ndim; i++)
        one.data = (char *)one.data + (ptrdiff_t)index[i] * a->strides[i];
    one.ndim = 0;
    return ssi_torch_fill_number(s, &one, ssi_int(1));
}

bool ssi_torch_init_eye(ss_session *s, ssi_call *call, ssi_value *out)
{
    if (!tensor_at(s, call, "ndimension"))
        return false;
    ss_array *a = ssi_array_of(call->args[0]);
    if (a->ndim != 2)
        return ssi_raise(s, "ValueError",
                         "Only tensors with 2 dimensions are supported");
    if (!ssi_torch_fill_with(s, call->args[0], ssi_int(0)))
        return false;
    for (size_t i = 0; i < a->shape[0] && i < a->shape[1]; i++)
        if (!set_one(s, a, (size_t[]){i, i}))
            return false;
    *out = ssi_retain(call->args[0]);
    return true;
}

static bool check_dirac(ss_session *s, const ssi_call *call, int64_t *groups)
{
    const ss_array *a = ssi_array_of(call->args[0]);
    *groups = 1;
    if (a->ndim < 3 || a->ndim > 5)
        return ssi_raise(s, "ValueError",
                         "Only tensors with 3, 4, or 5 dimensions are "
                         "supported");
    if (call->given[1] && call->args[1].tag != SSI_INT)
        return ssi_unsupported(s, "groups that are no int");
    if (call->given[1])
        *groups = call->args[1].u.i;
    if (*groups == 0)
        return ssi_raise(s, "ZeroDivisionError", "integer modulo by zero");
    if ((int64_t)a->shape[0] % *groups != 0)
        return ssi_raise(s, "ValueError", "dim 0 must be divisible by groups");
    return true;
}

bool ssi_torch_init_dirac(ss_session *s, ssi_call *call, ssi_value *out)
{
    int64_t groups;
    if (!tensor_at(s, call, "ndimension") || !check_dirac(s, call, &groups)
        || !ssi_torch_fill_with(s, call->args[0], ssi_int(0)))
        return false;
    ss_array *a = ssi_array_of(call->args[0]);
    size_t index[5] = {0};
    size_t each = groups > 0 ? a->shape[0] / (size_t)groups : 0;
    size_t least = each < a->shape[1] ? each : a->shape[1];
    for (uint32_t i = 2; i < a->ndim; i++) {
        index[i] = a->shape[i] / 2;
        if (a->shape[i] == 0 && least > 0 && groups > 0)
            return ssi_raise(s, "IndexError",
                             "index 0 is out of bounds for dimension %u with "
                             "size 0",
                             (unsigned)i);
    }
    for (int64_t g = 0; g < groups; g++)
        for (size_t k = 0; k < least; k++) {
            index[0] = (size_t)g * each + k;
            index[1] = k;
            if (!set_one(s, a, index))
                return false;
        }
    *out = ssi_retain(call->args[0]);
    return true;
}

/* --- xavier, kaiming --- */
static bool fans(ss_session *s, const ss_array *a, uint64_t *in, uint64_t *out)
{
    uint64_t field = 1;
    if (a->ndim < 2)
        return ssi_raise(s, "ValueError",
                         "Fan in and fan out can not be computed for tensor "
                         "with fewer than 2 dimensions");
    for (uint32_t i = 2; i < a->ndim; i++)
        field *= a->shape[i];
    *in = a->shape[1] * field;
    *out = a->shape[0] * field;
    return true;
}

bool ssi_torch_init_xavier(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_torch_draw d = {NULL, 0, 1, 0, 0, call->function->variant};
    bool normal = d.kind == SSI_DRAW_NORMAL;
    double gain = 1;
    uint64_t in = 1, outs = 1;
    if (!tensor_at(s, call, "dim")
        || !fans(s, ssi_array_of(call->args[0]), &in, &outs))
        return false;
    if (call->given[1] && !ssi_is_float(call->args[1])
        && !ssi_is_int(call->args[1]) && call->args[1].tag != SSI_BOOL)
        return ssi_unsupported(s, "a gain that is no number");
    if (call->given[1] && !ssi_to_double(s, call->args[1], &gain))
        return false;
    if (in + outs == 0)
        return ssi_raise(s, "ZeroDivisionError", "float division by zero");
    if (normal)
        d.b = ss_torch_init_xavier_std(in, outs, gain);
    else
        d.b = ss_torch_init_xavier_bound(in, outs, gain);
    d.a = normal ? 0 : -d.b;
    return generator_at(s, call, 2, normal ? "normal_" : "uniform_", &d.g)
           && drawn(s, call, &d, out);
}

/* The gain's slope: an int or a float, not True. */
static bool slope_of(ss_session *s, ssi_value v, double *out)
{
    ss_text text = {0};
    if (v.tag == SSI_FLOAT || v.tag == SSI_INT) {
        if (!ssi_to_double(s, v, out))
            return false;
        if (v.tag == SSI_INT ? *out < 0x1p26 && *out > -0x1p26
                             : *out < 0x1p511 && *out > -0x1p511)
            return true;
        return ssi_unsupported(s, "a slope as large as this");
    }
    if (v.tag == SSI_OBJECT && !ssi_is(v, &ssi_type_str))
        return ssi_unsupported(s, "a slope of this type");
    if (ssi_str(s, v, &text))
        ssi_raise(s, "ValueError", "negative_slope %s not a valid number",
                  text.data);
    ss_text_free(&text);
    return false;
}

/* calculate_gain(name, slope); *whole: Python's int 1. */
static bool gain_of(ss_session *s, ssi_value name, const ssi_value *slope,
                    double *out, bool *whole)
{
    static const char *const linear[] = {
        "linear",           "conv1d",           "conv2d",           "conv3d",
        "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "sigmoid"};
    static const char *const names[] = {"", "tanh", "relu", "leaky_relu",
                                        "selu"};
    const char *text =
        ssi_is(name, &ssi_type_str) ? ((ssi_str_object *)name.u.o)->data : "";
    ss_text shown = {0};
    double a = 0.01;
    *whole = false;
    for (size_t i = 0; i < sizeof linear / sizeof *linear; i++)
        *whole = *whole || strcmp(text, linear[i]) == 0;
    *out = 1;
    if (*whole)
        return true;
    for (int i = SS_TORCH_TANH; i <= SS_TORCH_SELU; i++) {
        if (strcmp(text, names[i]) != 0)
            continue;
        if (i == SS_TORCH_LEAKY_RELU && slope && slope->tag != SSI_NONE
            && !slope_of(s, *slope, &a))
            return false;
        *out = ss_torch_init_gain((ss_torch_nonlinearity)i, a);
        return true;
    }
    if (ssi_str(s, name, &shown))
        ssi_raise(s, "ValueError", "Unsupported nonlinearity %s", shown.data);
    ss_text_free(&shown);
    return false;
}

bool ssi_torch_init_gain_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    double gain;
    bool whole;
    if (!gain_of(s, call->args[0], call->given[1] ? &call->args[1] : NULL,
                 &gain, &whole))
        return false;
    *out = whole ? ssi_int(1) : ssi_float(gain);
    return true;
}

static bool fan_of_mode(ss_session *s, const ssi_call *call, uint64_t *fan)
{
    const char *mode = "fan_in";
    char lower[16] = "";
    uint64_t in = 1, out = 1;
    if (call->given[2] && !ssi_is(call->args[2], &ssi_type_str))
        return ssi_raise(s, "AttributeError",
                         "'%s' object has no attribute 'lower'",
                         ssi_type_name(call->args[2]));
    if (call->given[2])
        mode = ((ssi_str_object *)call->args[2].u.o)->data;
    for (size_t i = 0; mode[i] && i + 1 < sizeof lower; i++) {
        if ((unsigned char)mode[i] > 127)
            return ssi_unsupported(s, "a mode beyond ASCII");
        lower[i] =
            (char)(mode[i] >= 'A' && mode[i] <= 'Z' ? mode[i] + 32 : mode[i]);
    }
    if (strlen(mode) >= sizeof lower)
        return ssi_unsupported(s, "the mode '%s'", mode);
    bool fan_in = strcmp(lower, "fan_in") == 0;
    if (!fan_in && strcmp(lower, "fan_out") != 0)
        return ssi_raise(s, "ValueError",
                         "Mode %s not supported, please use one of ['fan_in', "
                         "'fan_out']",
                         lower);
    if (!fans(s, ssi_array_of(call->args[0]), &in, &out))
        return false;
    *fan = fan_in ? in : out;
    return true;
}

/* Parameters: tensor, a, mode, nonlinearity, generator. */
bool ssi_torch_init_kaiming(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_torch_draw d = {NULL, 0, 1, 0, 0, call->function->variant};
    bool normal = d.kind == SSI_DRAW_NORMAL, whole;
    ssi_value slope = call->given[1] ? call->args[1] : ssi_int(0);
    ssi_value name = ssi_none();
    double gain = 0;
    uint64_t fan = 1;
    if (!tensor_at(s, call, "shape"))
        return false;
    if (ss_array_size(ssi_array_of(call->args[0])) == 0) {
        *out = ssi_retain(call->args[0]);
        return true;
    }
    if (!fan_of_mode(s, call, &fan))
        return false;
    if (call->given[3])
        name = ssi_retain(call->args[3]);
    else if (!ssi_new_str(s, "leaky_relu", 10, &name))
        return false;
    bool ok = gain_of(s, name, &slope, &gain, &whole);
    ssi_release(s, name);
    d.b = normal ? ss_torch_init_kaiming_std(fan, gain)
                 : ss_torch_init_kaiming_bound(fan, gain);
    d.a = normal ? 0 : -d.b;
    return ok && generator_at(s, call, 4, normal ? "normal_" : "uniform_", &d.g)
           && drawn(s, call, &d, out);
}
