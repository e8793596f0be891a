/* SPDX-License-Identifier: MIT
 * Draws into a tensor that is there: uniform_, normal_, random_.
 * Learned from: PyTorch 2.13.0 (DistributionTemplates.h) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/torch_values.h"
#include "text/python_text.h"

/* C++ writes a double with six digits. */
static bool number_text(ss_session *s, double x, ss_text *out)
{
    return ssi_text_done(s, ssi_text_general(out, x, 6));
}

static bool raise_with(ss_session *s, const char *before, double x,
                       const char *between, double y, const char *after)
{
    ss_text a = {0}, b = {0};
    if (number_text(s, x, &a) && number_text(s, y, &b))
        ssi_raise(s, "RuntimeError", "%s%s%s%s%s", before, a.data, between,
                  *between ? b.data : "", after);
    ss_text_free(&a);
    ss_text_free(&b);
    return false;
}

bool ssi_torch_raise(ss_session *s, ss_status status, ss_dtype dtype,
                     double from, double to)
{
    char limit[96] = "uniform_ expects to-from <= std::numeric_limits<";
    if (status == SS_OK)
        return true;
    switch (status) {
    case SS_ERR_TORCH_FROM_BOUND:
        return ssi_raise(s, "RuntimeError", "from is out of bounds for %s",
                         ssi_torch_c_name(dtype));
    case SS_ERR_TORCH_TO_BOUND:
        return ssi_raise(s, "RuntimeError", "to is out of bounds for %s",
                         ssi_torch_c_name(dtype));
    case SS_ERR_TORCH_UNIFORM_RANGE:
        return raise_with(s,
                          "uniform_ expects to return a [from, to) range, "
                          "but found from=",
                          from, " > to=", to, "");
    case SS_ERR_TORCH_UNIFORM_LIMIT:
        strcat(limit, ssi_torch_scalar_name(dtype));
        strcat(limit, ">::max(), but found to=");
        return raise_with(s, limit, to, " and from=", from,
                          " which result in to-from to exceed the limit");
    case SS_ERR_TORCH_STD:
        return raise_with(s, "normal expects std >= 0.0, but found std ", to,
                          "", 0, "");
    default:
        return ssi_raise_status(s, status);
    }
}

bool ssi_torch_raise_random(ss_session *s, ss_status status, ss_dtype dtype,
                            int64_t from, int64_t to)
{
    if (status == SS_OK)
        return true;
    switch (status) {
    case SS_ERR_TORCH_FROM_TO:
        return ssi_raise(s, "RuntimeError",
                         "random_ expects 'from' to be less than 'to', but "
                         "got from=%lld >= to=%lld",
                         (long long)from, (long long)to);
    case SS_ERR_TORCH_FROM_BOUND:
        return ssi_raise(s, "RuntimeError", "from is out of bounds for %s",
                         ssi_torch_c_name(dtype));
    case SS_ERR_TORCH_LAST_BOUND:
        return ssi_raise(s, "RuntimeError", "to - 1 is out of bounds for %s",
                         ssi_torch_c_name(dtype));
    case SS_ERR_TORCH_FROM_TO_CAST:
        return ssi_unsupported(s, "a range of ints that %s cannot tell apart",
                               ss_dtype_name(dtype));
    case SS_ERR_DTYPE:
        return ssi_raise(s, "RuntimeError",
                         "check_random_bounds handles only "
                         "integral, floating-point and boolean types");
    default:
        return ssi_raise_status(s, status);
    }
}

/* --- in the order of the tensor's memory --- */

/* The tensor with its axes by falling stride. */
static void memory_order(const ss_array *a, ss_array *out)
{
    *out = *a;
    for (uint32_t i = 1; i < out->ndim; i++)
        for (uint32_t k = i; k > 0 && out->strides[k - 1] < out->strides[k];
             k--) {
            ptrdiff_t stride = out->strides[k];
            size_t size = out->shape[k];
            out->strides[k] = out->strides[k - 1];
            out->shape[k] = out->shape[k - 1];
            out->strides[k - 1] = stride;
            out->shape[k - 1] = size;
        }
}

typedef struct fill_call {
    ss_torch_generator *g;
    double a, b;      /* uniform_, normal_ */
    int64_t from, to; /* random_ */
    int kind;         /* 'u', 'n', 'r' range, 'f' from on, 'a' all */
    bool gaps;
} fill_call;

static ss_status fill(const fill_call *c, ss_dtype dtype, void *out, size_t n)
{
    switch (c->kind) {
    case 'u':
        return ss_torch_uniform_fill(c->g, dtype, c->a, c->b, out, n);
    case 'n':
        return c->gaps
                   ? ss_torch_normal_gaps_fill(c->g, dtype, c->a, c->b, out, n)
                   : ss_torch_normal_fill(c->g, dtype, c->a, c->b, out, n);
    case 'r':
        return ss_torch_randint_fill(c->g, dtype, c->from, c->to, out, n);
    case 'f':
        return ss_torch_random_from_fill(c->g, dtype, c->from, out, n);
    default:
        return ss_torch_random_fill(c->g, dtype, out, n);
    }
}

static bool fill_scattered(ss_session *s, const fill_call *c, ss_array *a,
                           ss_status *status)
{
    size_t n = ss_array_size(a);
    char *values = calloc(n ? n : 1, a->itemsize);
    ss_array ordered;
    ssi_walk walk;
    if (!values)
        return ssi_raise_memory(s);
    *status = fill(c, a->dtype, values, n);
    memory_order(a, &ordered);
    ssi_walk_start(&walk, &ordered);
    for (size_t i = 0; *status == SS_OK && i < n; i++) {
        memcpy(walk.item, values + i * a->itemsize, a->itemsize);
        ssi_walk_next(&walk);
    }
    free(values);
    return true;
}

static bool fill_tensor(ss_session *s, fill_call *c, ssi_value tensor,
                        ss_status *status)
{
    ss_array *a = ssi_array_of(tensor);
    c->gaps = !ss_array_is_contiguous(a);
    if (c->gaps)
        return fill_scattered(s, c, a, status);
    *status = fill(c, a->dtype, a->data, ss_array_size(a));
    return true;
}

static bool raise_dtype(ss_session *s, const char *what, ss_dtype dtype)
{
    return ssi_raise(s, "NotImplementedError",
                     "\"%s\" not implemented for "
                     "'%s'",
                     what, ssi_torch_scalar_name(dtype));
}

static bool fill_floats(ss_session *s, ssi_call *call,
                        const char *const *signatures, int kind,
                        const char *kernel, ssi_value *out)
{
    ss_dtype dtype = ssi_array_of(call->self)->dtype;
    fill_call c = {.a = 0, .b = 1, .kind = kind};
    ssi_torch_arguments args;
    ss_status status;
    if (!ssi_torch_parse(s, call, signatures, &args)
        || !ssi_torch_float(s, &args, 0, &c.a)
        || !ssi_torch_float(s, &args, 1, &c.b))
        return false;
    if (!ssi_torch_can_draw(dtype))
        return raise_dtype(s, kernel, dtype);
    c.g = ssi_torch_generator_at(s, &args, 2);
    if (!fill_tensor(s, &c, call->self, &status)
        || !ssi_torch_raise(s, status, dtype, c.a, c.b))
        return false;
    *out = ssi_retain(call->self);
    return true;
}

bool ssi_tensor_uniform(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"from:F,to:F,*,generator:G", NULL};
    return fill_floats(s, call, signatures, 'u', "check_uniform_bounds", out);
}

bool ssi_tensor_normal(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"mean:F,std:F,*,generator:G",
                                             NULL};
    return fill_floats(s, call, signatures, 'n', "normal_kernel_cpu", out);
}

bool ssi_tensor_random(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"*,generator:G",
                                             "from:I!,to:J!,*,generator:G",
                                             "to:I!,*,generator:G", NULL};
    ss_dtype dtype = ssi_array_of(call->self)->dtype;
    fill_call c = {.kind = 'a'};
    ssi_torch_arguments args;
    ss_status status;
    if (!ssi_torch_parse(s, call, signatures, &args))
        return false;
    if (args.overload == 1) {
        c.kind = args.values[1].tag == SSI_NONE ? 'f' : 'r';
        if (!ssi_torch_int(s, &args, 0, &c.from)
            || !ssi_torch_int(s, &args, 1, &c.to))
            return false;
    } else if (args.overload == 2) {
        c.kind = 'r';
        if (!ssi_torch_int(s, &args, 0, &c.to))
            return false;
    }
    c.g = ssi_torch_generator_at(s, &args, args.count - 1);
    if (!fill_tensor(s, &c, call->self, &status)
        || !ssi_torch_raise_random(s, status, dtype, c.from, c.to))
        return false;
    *out = ssi_retain(call->self);
    return true;
}
