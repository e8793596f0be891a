/* SPDX-License-Identifier: MIT
 * torch.distributions: Normal, Uniform, Bernoulli, Exponential, Poisson and
 * Gamma, their sample().
 * Learned from: PyTorch 2.13.0 (torch/distributions) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/torch_values.h"
#include "torch/store.h"

enum { NORMAL, UNIFORM, BERNOULLI, EXPONENTIAL, POISSON, GAMMA };

typedef struct kind {
    const char *name;
    const char *parameters[2]; /* the second may be NULL */
    /* what each must satisfy: r real, p positive, n not negative, u in [0, 1],
     * l below the second, g above the first */
    char constraints[2];
} kind;

static const kind kinds[] = {
    [NORMAL] = {"Normal", {"loc", "scale"}, {'r', 'p'}},
    [UNIFORM] = {"Uniform", {"low", "high"}, {'l', 'g'}},
    [BERNOULLI] = {"Bernoulli", {"probs", NULL}, {'u', 0}},
    [EXPONENTIAL] = {"Exponential", {"rate", NULL}, {'p', 0}},
    [POISSON] = {"Poisson", {"rate", NULL}, {'n', 0}},
    [GAMMA] = {"Gamma", {"concentration", "rate"}, {'p', 'p'}},
};

typedef struct distribution {
    ssi_object head;
    const kind *kind;
    ssi_value values[2]; /* contiguous tensors of one shape and dtype */
} distribution;

static int count_of(const distribution *d)
{
    return d->kind->parameters[1] ? 2 : 1;
}

static void distribution_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((distribution *)self)->values[0]);
    ssi_release(s, ((distribution *)self)->values[1]);
}

/* f"{tensor}": a number where there is no axis. */
static bool value_text(ss_session *s, ssi_value tensor, ss_text *out)
{
    const ss_array *a = ssi_array_of(tensor);
    ssi_value v;
    if (a->ndim)
        return ssi_str(s, tensor, out);
    if (!ssi_item_python(s, ssi_array_element(a), a->data, &v))
        return false;
    bool ok = ssi_str(s, v, out);
    ssi_release(s, v);
    return ok;
}

static bool distribution_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const distribution *d = (const distribution *)self;
    bool ok = ssi_text_add(s, out, d->kind->name) && ssi_text_add(s, out, "(");
    for (int i = 0; ok && i < count_of(d); i++) {
        const ss_array *a = ssi_array_of(d->values[i]);
        ok = ssi_text_add(s, out, i ? ", " : "")
             && ssi_text_add(s, out, d->kind->parameters[i])
             && ssi_text_add(s, out, ": ");
        if (ok && ss_array_size(a) == 1)
            ok = value_text(s, d->values[i], out);
        else if (ok)
            ok = ssi_text_add(s, out, "torch.Size(")
                 && ssi_torch_sizes_text(s, a, out)
                 && ssi_text_add(s, out, ")");
    }
    return ok && ssi_text_add(s, out, ")");
}

static bool distribution_attribute(ss_session *s, ssi_object *self,
                                   const char *name, ssi_value *out)
{
    const distribution *d = (const distribution *)self;
    for (int i = 0; i < count_of(d); i++)
        if (strcmp(name, d->kind->parameters[i]) == 0) {
            *out = ssi_retain(d->values[i]);
            return true;
        }
    return ssi_unsupported(s, "the attribute %s of %s", name, d->kind->name);
}

/* --- sample --- */

/* sample_shape + batch_shape */
static bool sample_shape(ss_session *s, const ssi_call *call,
                         const ss_array *batch, ss_dtype dtype, ssi_shape *out)
{
    int64_t sizes[SS_ARRAY_MAX_DIMS];
    size_t count = 0;
    for (bool done = false; call->given[0] && !done;) {
        ssi_value v;
        if (!ssi_iterate(s, call->args[0], count, &v, &done))
            return false;
        if (done)
            break;
        bool ok = count < SS_ARRAY_MAX_DIMS && v.tag == SSI_INT;
        if (ok)
            sizes[count++] = v.u.i;
        ssi_release(s, v);
        if (!ok)
            return ssi_unsupported(s, "this sample_shape");
    }
    if (count + batch->ndim > SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "tensors of more than 64 dimensions");
    for (uint32_t i = 0; i < batch->ndim; i++)
        sizes[count++] = (int64_t)batch->shape[i];
    for (size_t i = 0; i < count; i++)
        if (sizes[i] < 0)
            return ssi_unsupported(s, "a negative sample_shape");
    return ssi_torch_check_sizes(s, "sample", sizes, count,
                                 ss_dtype_size(dtype), out);
}

/* low + rand * (high - low), each step rounded. */
static void scale_uniform(ss_torch_generator *g, ss_array *t, const void *low,
                          const void *high)
{
    ss_dtype d = t->dtype;
    for (size_t i = 0, n = ss_array_size(t); i < n; i++) {
        double x, a, b;
        ssi_torch_load(d, t->data, i, &x, 1);
        ssi_torch_load(d, low, i, &a, 1);
        ssi_torch_load(d, high, i, &b, 1);
        x = ssi_torch_round(d, x * ssi_torch_round(d, b - a));
        x = ssi_torch_round(d, a + x);
        ssi_torch_store(g, d, t->data, i, &x, 1);
    }
}

/* Over the rates; least: the smallest value that is given. */
static void divide(ss_torch_generator *g, ss_array *t, const void *rate,
                   double least)
{
    for (size_t i = 0, n = ss_array_size(t); i < n; i++) {
        double x, r;
        ssi_torch_load(t->dtype, t->data, i, &x, 1);
        ssi_torch_load(t->dtype, rate, i, &r, 1);
        x = ssi_torch_round(t->dtype, x / r);
        x = x < least ? least : x;
        ssi_torch_store(g, t->dtype, t->data, i, &x, 1);
    }
}

static ss_status draw(ss_session *s, int which, ss_array *t, void *const *p)
{
    ss_torch_generator *g = &s->torch_random;
    size_t n = ss_array_size(t);
    ss_status status;
    switch (which) {
    case NORMAL:
        return ss_torch_normal_tensor_fill(g, t->dtype, p[0], 0, p[1], 1,
                                           t->data, n);
    case UNIFORM:
        status = ss_torch_rand_fill(g, t->dtype, t->data, n);
        scale_uniform(g, t, p[0], p[1]);
        return status;
    case BERNOULLI:
        return ss_torch_bernoulli_tensor_fill(g, t->dtype, t->dtype, p[0],
                                              t->data, n);
    case EXPONENTIAL:
        status = ss_torch_exponential_fill(g, t->dtype, 1, t->data, n);
        divide(g, t, p[0], 0);
        return status;
    case POISSON:
        return ss_torch_poisson_fill(g, t->dtype, p[0], t->data, n);
    default:
        status = ss_torch_gamma_fill(g, t->dtype, p[0], t->data, n);
        divide(g, t, p[1], t->dtype == SS_FLOAT32 ? 0x1p-126 : 0x1p-1022);
        return status;
    }
}

static bool method_sample(ss_session *s, ssi_call *call, ssi_value *out)
{
    const distribution *d = (const distribution *)call->self.u.o;
    const ss_array *first = ssi_array_of(d->values[0]);
    void *p[2] = {NULL, NULL};
    ssi_shape shape;
    if (!sample_shape(s, call, first, first->dtype, &shape)
        || !ssi_new_tensor(s, first->dtype, &shape, out))
        return false;
    bool ok = true;
    for (int i = 0; ok && i < count_of(d); i++) {
        ss_array view;
        ssi_broadcast_to(ssi_array_of(d->values[i]), shape.ndim, shape.dims,
                         &view);
        ok =
            ssi_torch_gather(s, ssi_array_of(*out), &view, first->dtype, &p[i]);
    }
    if (ok) {
        ss_status status =
            draw(s, (int)(d->kind - kinds), ssi_array_of(*out), p);
        ok = status == SS_OK || ssi_raise_status(s, status);
    }
    free(p[0]);
    free(p[1]);
    if (!ok)
        ssi_release(s, *out);
    return ok;
}

#define SAMPLE                                                                 \
    {                                                                          \
        "sample", "sample_shape=()", method_sample,                            \
            "A tensor of draws of the default generator: sample_shape and "    \
            "then the shape of the parameters.",                               \
            0, SSI_STYLE_METHOD, NULL                                          \
    }

static const ssi_function methods[] = {SAMPLE, {0}};

/* Of those that can be differentiated. */
static const ssi_function methods_too[] = {
    SAMPLE,
    {"rsample", "sample_shape=()", method_sample, "As sample().", 0,
     SSI_STYLE_METHOD, NULL},
    {0},
};

#define TYPE(id, name_, module_, methods_)                                     \
    static const ssi_type id##_type = {                                        \
        .name = name_,                                                         \
        .qualified = "torch.distributions." module_ "." name_,                 \
        .destroy = distribution_destroy,                                       \
        .repr = distribution_repr,                                             \
        .attribute = distribution_attribute,                                   \
        .methods = methods_,                                                   \
    }
TYPE(normal, "Normal", "normal", methods_too);
TYPE(uniform, "Uniform", "uniform", methods_too);
TYPE(bernoulli, "Bernoulli", "bernoulli", methods);
TYPE(exponential, "Exponential", "exponential", methods_too);
TYPE(poisson, "Poisson", "poisson", methods);
TYPE(gamma, "Gamma", "gamma", methods_too);

static const ssi_type *const types[] = {&normal_type,    &uniform_type,
                                        &bernoulli_type, &exponential_type,
                                        &poisson_type,   &gamma_type};

/* --- making them --- */
static bool satisfies(const distribution *d, int i, size_t k)
{
    const ss_array *a = ssi_array_of(d->values[i]);
    double x, y = 0;
    ssi_torch_load(a->dtype, a->data, k, &x, 1);
    if (d->kind->parameters[1])
        ssi_torch_load(a->dtype, ssi_array_of(d->values[1 - i])->data, k, &y,
                       1);
    switch (d->kind->constraints[i]) {
    case 'r':
        return x == x;
    case 'p':
        return x > 0;
    case 'n':
        return x >= 0;
    case 'u':
        return x >= 0 && x <= 1;
    case 'l':
        return x < y;
    default:
        return x > y;
    }
}

static bool constraint_text(ss_session *s, const distribution *d, int i,
                            ss_text *out)
{
    switch (d->kind->constraints[i]) {
    case 'r':
        return ssi_text_add(s, out, "Real()");
    case 'p':
        return ssi_text_add(s, out, "GreaterThan(lower_bound=0.0)");
    case 'n':
        return ssi_text_add(s, out, "GreaterThanEq(lower_bound=0.0)");
    case 'u':
        return ssi_text_add(s, out,
                            "Interval(lower_bound=0.0, upper_bound=1.0)");
    default:
        return ssi_text_add(s, out,
                            i ? "GreaterThan(lower_bound="
                              : "LessThan(upper_bound=")
               && value_text(s, d->values[1 - i], out)
               && ssi_text_add(s, out, ")");
    }
}

static bool raise_constraint(ss_session *s, distribution *d, int i)
{
    const ss_array *a = ssi_array_of(d->values[i]);
    ss_text shape = {0}, shown = {0}, constraint = {0};
    if (ssi_shape_text(s, a->shape, a->ndim, &shape)
        && distribution_repr(s, &d->head, &shown)
        && constraint_text(s, d, i, &constraint))
        ssi_raise(s, "ValueError",
                  "Expected parameter %s (Tensor of shape %s) of distribution "
                  "%s to satisfy the constraint %s, but found invalid values:",
                  d->kind->parameters[i], shape.data, shown.data,
                  constraint.data);
    ss_text_free(&shape);
    ss_text_free(&shown);
    ss_text_free(&constraint);
    return false;
}

static bool validate(ss_session *s, distribution *d)
{
    for (int i = 0; i < count_of(d); i++)
        for (size_t k = 0; k < ss_array_size(ssi_array_of(d->values[i])); k++)
            if (!satisfies(d, i, k))
                return raise_constraint(s, d, i);
    return true;
}

static bool is_number(ssi_value v)
{
    return v.tag == SSI_BOOL || v.tag == SSI_INT || v.tag == SSI_FLOAT;
}

static bool takes(ss_session *s, int which, ss_dtype dtype)
{
    if (dtype == SS_FLOAT32 || dtype == SS_FLOAT64
        || (which != GAMMA && ssi_dtype_is_float(dtype)))
        return true;
    return ssi_unsupported(s, "%s of %s", kinds[which].name,
                           ss_dtype_name(dtype));
}

/* The dtype: that of the first tensor, or the default one. */
static bool find_dtype(ss_session *s, const ssi_call *call, int count,
                       ss_dtype *out)
{
    bool found = false;
    *out = ssi_torch_default_dtype(s);
    for (int i = 0; i < count; i++) {
        ssi_value v = call->args[i];
        if (!is_number(v) && !ssi_is(v, &ssi_type_tensor))
            return ssi_raise(s, "ValueError",
                             "Input arguments must all be instances of "
                             "Number, torch.Tensor or objects implementing "
                             "__torch_function__.");
        if (is_number(v))
            continue;
        if (found && *out != ssi_array_of(v)->dtype)
            return ssi_unsupported(s, "parameters of several dtypes");
        *out = ssi_array_of(v)->dtype;
        found = true;
    }
    return true;
}

/* The parameters as tensors of their common shape. */
static bool broadcast(ss_session *s, distribution *d, ssi_value *tensors,
                      int count)
{
    const ss_array *pair[2];
    ssi_shape shape = {0};
    size_t first, second;
    for (int i = 0; i < count; i++)
        pair[i] = ssi_array_of(tensors[i]);
    if (!ssi_broadcast_shape(pair, (size_t)count, &shape.ndim, shape.dims,
                             &first, &second))
        return ssi_torch_raise_sizes(s, pair[0], pair[1]);
    for (int i = 0; i < count; i++) {
        ss_array view;
        ssi_value wide;
        ssi_broadcast_to(pair[i], shape.ndim, shape.dims, &view);
        if (!ssi_new_view(s, tensors[i], &view, &wide))
            return false;
        bool ok = ssi_array_copy(s, &ssi_type_tensor, wide,
                                 ssi_array_element(&view), &d->values[i]);
        ssi_release(s, wide);
        if (!ok)
            return false;
    }
    return true;
}

static bool set_values(ss_session *s, const ssi_call *call, distribution *d)
{
    int count = count_of(d);
    ssi_value tensors[2] = {ssi_none(), ssi_none()};
    ss_dtype dtype;
    bool ok = find_dtype(s, call, count, &dtype)
              && takes(s, (int)(d->kind - kinds), dtype);
    for (int i = 0; ok && i < count; i++) {
        if (is_number(call->args[i]))
            ok =
                ssi_torch_from_data(s, call->args[i], true, dtype, &tensors[i]);
        else
            tensors[i] = ssi_retain(call->args[i]);
    }
    ok = ok && broadcast(s, d, tensors, count);
    ssi_release(s, tensors[0]);
    ssi_release(s, tensors[1]);
    return ok;
}

/* The variant is the kind; validate_args is the last parameter. */
static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    int which = call->function->variant;
    int last = which == BERNOULLI ? 2 : kinds[which].parameters[1] ? 2 : 1;
    bool check = true;
    if (which == BERNOULLI && call->given[1] && call->args[1].tag != SSI_NONE)
        return ssi_unsupported(s, "logits=; probs= is supported");
    if (which == BERNOULLI
        && (!call->given[0] || call->args[0].tag == SSI_NONE))
        return ssi_raise(s, "ValueError",
                         "Either `probs` or `logits` must be specified, but "
                         "not both.");
    if (call->given[last] && call->args[last].tag != SSI_NONE
        && !ssi_truth(s, call->args[last], &check))
        return false;
    distribution *d = ssi_new(s, types[which], sizeof *d, 0);
    if (!d)
        return false;
    d->kind = &kinds[which];
    d->values[0] = d->values[1] = ssi_none();
    *out = ssi_from_object(d);
    if (set_values(s, call, d) && (!check || validate(s, d)))
        return true;
    ssi_release(s, *out);
    return false;
}

#define CLASS(id, name_, module_, signature, which, help)                      \
    static const ssi_class id##_class = {                                      \
        name_,                                                                 \
        "torch.distributions." module_ "." name_,                              \
        {name_, signature ", validate_args=None", make, help, which,           \
         SSI_STYLE_METHOD, name_ ".__init__"},                                 \
        &id##_type,                                                            \
        -1,                                                                    \
    };                                                                         \
    static bool make_##id(ss_session *s, ssi_value *out)                       \
    {                                                                          \
        return ssi_new_class(s, &id##_class, out);                             \
    }
CLASS(normal, "Normal", "normal", "loc, scale", NORMAL,
      "sample() is torch.normal() of the parameters as tensors.")
CLASS(uniform, "Uniform", "uniform", "low, high", UNIFORM,
      "sample() is low + torch.rand() * (high - low).")
CLASS(bernoulli, "Bernoulli", "bernoulli", "probs=None, logits=None", BERNOULLI,
      "sample() is torch.bernoulli() of probs.")
CLASS(exponential, "Exponential", "exponential", "rate", EXPONENTIAL,
      "sample() is exponential_() over the rate.")
CLASS(poisson, "Poisson", "poisson", "rate", POISSON,
      "sample() is torch.poisson() of the rate.")
CLASS(gamma, "Gamma", "gamma", "concentration, rate", GAMMA,
      "sample() is a standard gamma value over the rate.")

static const ssi_module_constant constants[] = {
    {"Normal", make_normal},
    {"Uniform", make_uniform},
    {"Bernoulli", make_bernoulli},
    {"Exponential", make_exponential},
    {"Poisson", make_poisson},
    {"Gamma", make_gamma},
    {0},
};

const ssi_module ssi_module_torch_distributions = {
    .name = "torch.distributions",
    .constants = constants,
    .last_name = "distributions",
};
