/* SPDX-License-Identifier: MIT
 * Draws into a tensor that is there: uniform_, normal_, random_, cauchy_,
 * exponential_, geometric_, log_normal_, bernoulli_.
 * Learned from: PyTorch 2.13.0 (DistributionTemplates.h, Distributions.cpp) by
 * experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/torch_values.h"
#include "torch/frozen.h"

static ss_status fill(const void *context, ss_dtype dtype, bool gaps, void *out,
                      size_t n)
{
    const ssi_torch_draw *d = context;
    switch (d->kind) {
    case SSI_DRAW_UNIFORM:
        return ss_torch_uniform_fill(d->g, dtype, d->a, d->b, out, n);
    case SSI_DRAW_NORMAL:
        return gaps ? ss_torch_normal_gaps_fill(d->g, dtype, d->a, d->b, out, n)
                    : ss_torch_normal_fill(d->g, dtype, d->a, d->b, out, n);
    case SSI_DRAW_RANGE:
        return ss_torch_randint_fill(d->g, dtype, d->from, d->to, out, n);
    case SSI_DRAW_FROM:
        return ss_torch_random_from_fill(d->g, dtype, d->from, out, n);
    case SSI_DRAW_ALL:
        return ss_torch_random_fill(d->g, dtype, out, n);
    case SSI_DRAW_CAUCHY:
        return ss_torch_cauchy_fill(d->g, dtype, d->a, d->b, out, n);
    case SSI_DRAW_LOG_NORMAL:
        return ss_torch_log_normal_fill(d->g, dtype, d->a, d->b, out, n);
    case SSI_DRAW_EXPONENTIAL:
        return ss_torch_exponential_fill(d->g, dtype, d->a, out, n);
    case SSI_DRAW_GEOMETRIC:
        return ss_torch_geometric_fill(d->g, dtype, d->a, out, n);
    default:
        return ss_torch_bernoulli_fill(d->g, dtype, d->a, out, n);
    }
}

/* --- checks, in PyTorch's order: the parameters, then the dtype --- */
static bool check_parameters(ss_session *s, const ssi_torch_draw *d)
{
    switch (d->kind) {
    case SSI_DRAW_NORMAL:
        return d->b >= 0 || ssi_torch_raise(s, SS_ERR_TORCH_STD, 0, 0, d->b);
    case SSI_DRAW_CAUCHY:
        return d->b > 0
               || ssi_torch_raise_numbers(
                   s, "cauchy_ expects sigma > 0.0, but found sigma=", d->b, "",
                   0, "");
    case SSI_DRAW_LOG_NORMAL:
        return d->b > 0
               || ssi_torch_raise_numbers(
                   s, "log_normal_ expects std > 0.0, but found std=", d->b, "",
                   0, "");
    case SSI_DRAW_EXPONENTIAL:
        return d->a > 0
               || ssi_torch_raise_numbers(
                   s,
                   "exponential_ expects lambda > 0.0, but found lambda=", d->a,
                   "", 0, "");
    case SSI_DRAW_GEOMETRIC:
        return (d->a > 0 && d->a < 1)
               || ssi_torch_raise_numbers(
                   s, "geometric_ expects p to be in (0, 1), but got p=", d->a,
                   "", 0, "");
    case SSI_DRAW_BERNOULLI:
        return (d->a >= 0 && d->a <= 1)
               || ssi_torch_raise_numbers(
                   s, "bernoulli_ expects p to be in [0, 1], but got p=", d->a,
                   "", 0, "");
    default:
        return true;
    }
}

static bool raise_continuous(ss_session *s, const char *what, const char *name)
{
    return ssi_raise(s, "RuntimeError",
                     "%s distribution is a continuous probability "
                     "distribution. dtype must be a floating point but you "
                     "specified %s",
                     what, name);
}

static bool is_counting(ss_dtype d) /* what bernoulli_ and random_() take */
{
    return d <= SS_INT16 || d == SS_INT32 || d == SS_INT64
           || ssi_dtype_is_float(d);
}

static bool check_dtype(ss_session *s, const ssi_torch_draw *d, ss_dtype dtype,
                        bool empty)
{
    bool floats = ssi_dtype_is_float(dtype);
    switch (d->kind) {
    case SSI_DRAW_UNIFORM:
        return ssi_torch_can_draw(dtype)
               || ssi_torch_raise_dtype(s, "check_uniform_bounds", dtype);
    case SSI_DRAW_CAUCHY:
        return floats || raise_continuous(s, "Cauchy", ssi_torch_c_name(dtype));
    case SSI_DRAW_NORMAL:
        return empty || ssi_torch_can_draw(dtype)
               || ssi_torch_raise_dtype(s, "normal_kernel_cpu", dtype);
    case SSI_DRAW_LOG_NORMAL:
        return empty || floats
               || ssi_torch_raise_dtype(s, "log_normal_cpu", dtype);
    case SSI_DRAW_EXPONENTIAL:
        return empty || floats
               || raise_continuous(s, "Exponential",
                                   ssi_torch_scalar_name(dtype));
    case SSI_DRAW_GEOMETRIC:
        return empty || (is_counting(dtype) && dtype != SS_BOOL)
               || ssi_torch_raise_dtype(s, "geometric_cpu", dtype);
    case SSI_DRAW_BERNOULLI:
        return empty || is_counting(dtype)
               || ssi_torch_raise_dtype(s, "bernoulli_scalar_cpu_", dtype);
    case SSI_DRAW_ALL:
        return empty || is_counting(dtype)
               || ssi_torch_raise_dtype(s, "random_kernel_cpu", dtype);
    case SSI_DRAW_FROM:
        if (ssi_dtype_is_complex(dtype))
            return ssi_raise(s, "RuntimeError",
                             "random_from_to_impl handles only integral, "
                             "floating-point and boolean types");
        return d->from != INT64_MIN || dtype != SS_FLOAT16
               || ssi_torch_raise_dtype(
                   s, "random_full_64_bits_range_kernel_cpu", dtype);
    default:
        return true;
    }
}

bool ssi_torch_draw_into(ss_session *s, ssi_value tensor,
                         const ssi_torch_draw *d)
{
    const ss_array *a = ssi_array_of(tensor);
    bool empty = ss_array_size(a) == 0;
    ss_status status;
    if (!check_parameters(s, d) || !check_dtype(s, d, a->dtype, empty))
        return false;
    if (empty && d->kind != SSI_DRAW_UNIFORM && d->kind != SSI_DRAW_RANGE
        && d->kind != SSI_DRAW_FROM)
        return true;
    if (d->kind == SSI_DRAW_BERNOULLI && ssi_torch_has_mkl(d->g)
        && !ss_array_is_contiguous(a))
        return ssi_unsupported(s, "bernoulli_() of a tensor that is not "
                                  "contiguous in the profile's PyTorch, "
                                  "before 2.7");
    if (!ssi_torch_fill_tensor(s, tensor, fill, d, &status))
        return false;
    if (d->kind == SSI_DRAW_RANGE || d->kind == SSI_DRAW_FROM)
        return ssi_torch_raise_random(s, status, a->dtype, d->from, d->to);
    return ssi_torch_raise(s, status, a->dtype, d->a, d->b);
}

/* --- the methods --- */

/* The rows of those with one or two floats: their kind is the variant. */
bool ssi_tensor_draw(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const struct {
        const char *signature;
        double a, b;
    } kinds[] = {
        [SSI_DRAW_UNIFORM] = {"from:F,to:F,*,generator:G", 0, 1},
        [SSI_DRAW_NORMAL] = {"mean:F,std:F,*,generator:G", 0, 1},
        [SSI_DRAW_CAUCHY] = {"median:F,sigma:F,*,generator:G", 0, 1},
        [SSI_DRAW_LOG_NORMAL] = {"mean:F,std:F,*,generator:G", 1, 2},
        [SSI_DRAW_EXPONENTIAL] = {"lambd:F,*,generator:G", 1, 0},
        [SSI_DRAW_GEOMETRIC] = {"p:F!,*,generator:G", 0, 0},
    };
    ssi_torch_draw d = {.kind = call->function->variant};
    const char *signatures[] = {kinds[d.kind].signature, NULL};
    ssi_torch_arguments args;
    d.a = kinds[d.kind].a;
    d.b = kinds[d.kind].b;
    if (!ssi_torch_parse(s, call, signatures, &args)
        || !ssi_torch_float(s, &args, 0, &d.a)
        || (args.count == 3 && !ssi_torch_float(s, &args, 1, &d.b)))
        return false;
    d.g = ssi_torch_generator_at(s, &args, args.count - 1);
    if (!ssi_torch_draw_into(s, call->self, &d))
        return false;
    *out = ssi_retain(call->self);
    return true;
}

bool ssi_tensor_random(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"*,generator:G",
                                             "from:I!,to:J!,*,generator:G",
                                             "to:I!,*,generator:G", NULL};
    ssi_torch_draw d = {.kind = SSI_DRAW_ALL};
    ssi_torch_arguments args;
    if (!ssi_torch_parse(s, call, signatures, &args))
        return false;
    if (args.overload == 1) {
        d.kind =
            args.values[1].tag == SSI_NONE ? SSI_DRAW_FROM : SSI_DRAW_RANGE;
        if (!ssi_torch_int(s, &args, 0, &d.from)
            || !ssi_torch_int(s, &args, 1, &d.to))
            return false;
    } else if (args.overload == 2) {
        d.kind = SSI_DRAW_RANGE;
        if (!ssi_torch_int(s, &args, 0, &d.to))
            return false;
    }
    d.g = ssi_torch_generator_at(s, &args, args.count - 1);
    if (!ssi_torch_draw_into(s, call->self, &d))
        return false;
    *out = ssi_retain(call->self);
    return true;
}

/* --- bernoulli --- */
typedef struct bernoulli_call {
    ss_torch_generator *g;
    ss_dtype p_dtype;
    const void *p; /* in the order of the result's memory */
} bernoulli_call;

static ss_status fill_bernoulli(const void *context, ss_dtype dtype, bool gaps,
                                void *out, size_t n)
{
    const bernoulli_call *c = context;
    (void)gaps;
    return ss_torch_bernoulli_tensor_fill(c->g, dtype, c->p_dtype, c->p, out,
                                          n);
}

static bool raise_expanded(ss_session *s, const ss_array *to, const ss_array *p)
{
    ss_text a = {0}, b = {0};
    if (p->ndim > to->ndim)
        return ssi_unsupported(s, "bernoulli_() with more axes in p than in "
                                  "the tensor");
    for (uint32_t i = to->ndim, k = p->ndim; k-- > 0;) {
        i--;
        if (p->shape[k] == to->shape[i] || p->shape[k] == 1)
            continue;
        if (ssi_torch_sizes_text(s, to, &a) && ssi_torch_sizes_text(s, p, &b))
            ssi_raise(s, "RuntimeError",
                      "The expanded size of the tensor (%zu) must match the "
                      "existing size (%zu) at non-singleton dimension %u.  "
                      "Target sizes: %s.  Tensor sizes: %s",
                      to->shape[i], p->shape[k], (unsigned)i, a.data, b.data);
        break;
    }
    ss_text_free(&a);
    ss_text_free(&b);
    return false;
}

bool ssi_torch_bernoulli_into(ss_session *s, ss_torch_generator *g,
                              ssi_value tensor, ssi_value p)
{
    const ss_array *to = ssi_array_of(tensor), *from = ssi_array_of(p);
    bernoulli_call c = {.g = g, .p_dtype = from->dtype};
    ss_array view;
    ss_status status;
    void *items = NULL;
    if (!ssi_broadcast_to(from, to->ndim, to->shape, &view))
        return raise_expanded(s, to, from);
    if (!is_counting(to->dtype))
        return ssi_torch_raise_dtype(s, "bernoulli_tensor_cpu_self_",
                                     to->dtype);
    if (!ssi_dtype_is_float(from->dtype))
        return ssi_torch_raise_dtype(s, "bernoulli_tensor_cpu_p_", from->dtype);
    if (!ssi_torch_gather(s, to, &view, from->dtype, &items))
        return false;
    c.p = items;
    bool ok = ssi_torch_fill_tensor(s, tensor, fill_bernoulli, &c, &status);
    free(items);
    return ok && (status == SS_OK || ssi_raise_status(s, status));
}

bool ssi_tensor_bernoulli_in_place(ss_session *s, ssi_call *call,
                                   ssi_value *out)
{
    static const char *const signatures[] = {"p:T!,*,generator:G",
                                             "p:F,*,generator:G", NULL};
    ssi_torch_draw d = {.kind = SSI_DRAW_BERNOULLI, .a = 0.5};
    ssi_torch_arguments args;
    if (!ssi_torch_parse(s, call, signatures, &args))
        return false;
    d.g = ssi_torch_generator_at(s, &args, 1);
    bool ok = args.overload == 0
                  ? ssi_torch_bernoulli_into(s, d.g, call->self, args.values[0])
                  : ssi_torch_float(s, &args, 0, &d.a)
                        && ssi_torch_draw_into(s, call->self, &d);
    if (ok)
        *out = ssi_retain(call->self);
    return ok;
}
