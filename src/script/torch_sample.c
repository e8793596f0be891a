/* SPDX-License-Identifier: MIT
 * torch.bernoulli, multinomial, poisson and binomial: draws whose parameters
 * are tensors.
 * Learned from: PyTorch 2.13.0 (Distributions.cpp) by experiment.
 */
#include <stdlib.h>

#include "script/torch_values.h"

/* The rows are functions (variant 0), whose first parameter is the input, and
 * methods (1), whose self it is: the others then stand one place before. */
static size_t first_of(const ssi_call *call)
{
    return call->function->variant == 0 ? 1 : 0;
}

static ssi_value input_of(const ssi_call *call, const ssi_torch_arguments *a)
{
    return call->function->variant == 0 ? a->values[0] : call->self;
}

static void shape_of(const ss_array *a, ssi_shape *out)
{
    *out = (ssi_shape){.ndim = a->ndim};
    for (uint32_t i = 0; i < a->ndim; i++)
        out->dims[i] = a->shape[i];
}

/* --- bernoulli --- */
bool ssi_torch_call_bernoulli(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const rows[][3] = {
        {"input:T!,*,generator:G,out:U", "input:T!,p:F!,*,generator:G", NULL},
        {"*,generator:G", "p:F!,*,generator:G", NULL}};
    ssi_torch_draw d = {.kind = SSI_DRAW_BERNOULLI};
    ssi_torch_arguments a;
    ssi_shape shape;
    size_t first = first_of(call);
    if (!ssi_torch_parse(s, call, rows[call->function->variant], &a))
        return false;
    ssi_value input = input_of(call, &a);
    ss_dtype dtype = ssi_array_of(input)->dtype;
    d.g = ssi_torch_generator_at(s, &a, first + a.overload);
    shape_of(ssi_array_of(input), &shape);
    if (a.overload == 0 && a.count == 3) {
        if (a.given[2] && a.values[2].tag != SSI_NONE)
            dtype = ssi_array_of(a.values[2])->dtype;
        if (!ssi_torch_result(s, &a, 2, dtype, &shape, out))
            return false;
    } else if (!ssi_new_tensor(s, dtype, &shape, out)) {
        return false;
    }
    bool ok = a.overload == 0 ? ssi_torch_bernoulli_into(s, d.g, *out, input)
                              : ssi_torch_float(s, &a, first, &d.a)
                                    && ssi_torch_draw_into(s, *out, &d);
    if (!ok)
        ssi_release(s, *out);
    return ok;
}

/* --- multinomial --- */
typedef struct multinomial_call {
    ss_torch_generator *g;
    const ss_array *p;
    int64_t samples;
    bool replacement;
} multinomial_call;

/* The checks that come before any sizes are made. */
static bool check_multinomial(ss_session *s, const multinomial_call *c)
{
    const ss_array *p = c->p;
    ss_status status = SS_OK;
    if (p->ndim == 0 || p->ndim > 2)
        return ssi_raise(s, "RuntimeError", "prob_dist must be 1 or 2 dim");
    if (!ssi_dtype_is_float(p->dtype))
        return ssi_raise(s, "RuntimeError",
                         "multinomial only supports floating-point dtypes for "
                         "input, got: %s",
                         ssi_torch_scalar_name(p->dtype));
    if (c->samples <= 0)
        status = SS_ERR_TORCH_SAMPLES;
    else if (!c->replacement && (uint64_t)c->samples > p->shape[p->ndim - 1])
        status = SS_ERR_TORCH_SAMPLES_MANY;
    else if (p->shape[p->ndim - 1] > (size_t)1 << 24)
        status = SS_ERR_TORCH_CATEGORIES;
    if (status != SS_OK)
        return ssi_raise_status(s, status);
    if ((!c->replacement || c->samples == 1) && !ss_array_is_contiguous(p))
        return ssi_unsupported(s, "multinomial() without replacement of a "
                                  "tensor that is not contiguous");
    return true;
}

static bool fill_multinomial(ss_session *s, const multinomial_call *c,
                             ssi_value p, ss_array *out)
{
    ssi_value copy;
    uint32_t last = c->p->ndim - 1;
    if (!ssi_array_copy(s, &ssi_type_tensor, p, ssi_array_element(c->p), &copy))
        return false;
    ss_status status = ss_torch_multinomial_fill(
        c->g, c->p->dtype, ssi_array_of(copy)->data, last ? c->p->shape[0] : 1,
        c->p->shape[last], c->samples, c->replacement, out->data);
    ssi_release(s, copy);
    return status == SS_OK || ssi_raise_status(s, status);
}

bool ssi_torch_call_multinomial(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const rows[][2] = {
        {"input:T!,num_samples:I!,replacement:B,*,generator:G,out:U", NULL},
        {"num_samples:I!,replacement:B,*,generator:G", NULL}};
    multinomial_call c = {.samples = 0};
    ssi_torch_arguments a;
    ssi_shape shape;
    size_t first = first_of(call);
    if (!ssi_torch_parse(s, call, rows[call->function->variant], &a))
        return false;
    ssi_value input = input_of(call, &a);
    if (!ssi_torch_int(s, &a, first, &c.samples))
        return false;
    c.p = ssi_array_of(input);
    c.replacement = a.given[first + 1] && a.values[first + 1].tag == SSI_BOOL
                    && a.values[first + 1].u.b;
    c.g = ssi_torch_generator_at(s, &a, first + 2);
    if (!check_multinomial(s, &c))
        return false;
    int64_t sizes[2] = {(int64_t)c.p->shape[0], c.samples};
    bool rows_too = c.p->ndim == 2;
    if (!ssi_torch_check_sizes(s, a.name, rows_too ? sizes : sizes + 1,
                               rows_too ? 2 : 1, sizeof(int64_t), &shape)
        || !ssi_torch_out(s, first && a.given[4] ? a.values[4] : ssi_none(),
                          "multinomial", SS_INT64, &shape, out))
        return false;
    if (fill_multinomial(s, &c, input, ssi_array_of(*out)))
        return true;
    ssi_release(s, *out);
    return false;
}

/* --- poisson, binomial: contiguous results, in the order of indices --- */
static bool plain_order(ss_session *s, const ss_array *a,
                        const ssi_shape *shape, ss_dtype dtype, void **out)
{
    ss_array by, view;
    ssi_broadcast_to(a, shape->ndim, shape->dims, &view);
    by = ss_array_borrow(dtype, shape->ndim, shape->dims, NULL);
    return ssi_torch_gather(s, &by, &view, dtype, out);
}

bool ssi_torch_call_poisson(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"input:T!,generator:G", NULL};
    ssi_torch_arguments a;
    ssi_shape shape;
    void *rates = NULL;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    const ss_array *rate = ssi_array_of(a.values[0]);
    if (!ssi_dtype_is_float(rate->dtype))
        return ssi_torch_raise_dtype(s, "poisson_cpu", rate->dtype);
    shape_of(rate, &shape);
    if (!plain_order(s, rate, &shape, rate->dtype, &rates))
        return false;
    bool ok = ssi_new_tensor(s, rate->dtype, &shape, out);
    if (ok) {
        ss_status status = ss_torch_poisson_fill(
            ssi_torch_generator_at(s, &a, 1), rate->dtype, rates,
            ssi_array_of(*out)->data, ss_array_size(rate));
        ok = status == SS_OK || ssi_raise_status(s, status);
        if (!ok)
            ssi_release(s, *out);
    }
    free(rates);
    return ok;
}

static bool check_binomial(ss_session *s, const ss_array *count,
                           const ss_array *prob, ssi_shape *shape)
{
    const ss_array *pair[2] = {count, prob};
    size_t first, second;
    if (!ssi_dtype_is_float(count->dtype))
        return ssi_raise(s, "ValueError",
                         "binomial only supports floating-point dtypes for "
                         "count, got: %s",
                         ssi_torch_scalar_name(count->dtype));
    if (!ssi_dtype_is_float(prob->dtype))
        return ssi_raise(s, "ValueError",
                         "binomial only supports floating-point dtypes for "
                         "prob, got: %s",
                         ssi_torch_scalar_name(prob->dtype));
    *shape = (ssi_shape){0};
    if (!ssi_broadcast_shape(pair, 2, &shape->ndim, shape->dims, &first,
                             &second))
        return ssi_torch_raise_sizes(s, count, prob);
    if (count->dtype != SS_FLOAT32 && count->dtype != SS_FLOAT64)
        return ssi_torch_raise_dtype(s, "binomial_cpu", count->dtype);
    if (prob->dtype != count->dtype)
        return ssi_raise(s, "RuntimeError", "Found dtype %s but expected %s",
                         ssi_torch_scalar_name(prob->dtype),
                         ssi_torch_scalar_name(count->dtype));
    bool same = count->ndim == prob->ndim;
    for (uint32_t i = 0; same && i < count->ndim; i++)
        same = count->shape[i] == prob->shape[i];
    if (!same
        && (!ss_array_is_contiguous(count) || !ss_array_is_contiguous(prob)))
        return ssi_unsupported(s, "binomial() of tensors of two shapes that "
                                  "are not contiguous");
    return true;
}

bool ssi_torch_call_binomial(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"count:T!,prob:T!,generator:G",
                                             NULL};
    ssi_torch_arguments a;
    ssi_shape shape;
    void *counts = NULL, *probs = NULL;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    const ss_array *count = ssi_array_of(a.values[0]);
    const ss_array *prob = ssi_array_of(a.values[1]);
    bool ok = check_binomial(s, count, prob, &shape)
              && plain_order(s, count, &shape, count->dtype, &counts)
              && plain_order(s, prob, &shape, count->dtype, &probs)
              && ssi_new_tensor(s, count->dtype, &shape, out);
    if (ok) {
        ss_array *t = ssi_array_of(*out);
        ss_status status =
            ss_torch_binomial_fill(ssi_torch_generator_at(s, &a, 2), t->dtype,
                                   counts, probs, t->data, ss_array_size(t));
        ok = status == SS_OK || ssi_raise_status(s, status);
        if (!ok)
            ssi_release(s, *out);
    }
    free(counts);
    free(probs);
    return ok;
}
