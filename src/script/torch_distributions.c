/* SPDX-License-Identifier: MIT
 * torch.distributions: the values, their text and attributes.
 * Learned from: PyTorch 2.13.0 (torch/distributions) by experiment.
 */
#include "script/torch_distributions.h"

#include <string.h>

#include "torch/store.h"

const ssi_distribution_kind ssi_distribution_kinds[SSI_DIST_COUNT] = {
    [SSI_NORMAL_DIST] = {"Normal",
                         "normal",
                         {"loc", "scale"},
                         "rp",
                         true,
                         false,
                         false,
                         true,
                         true},
    [SSI_UNIFORM_DIST] = {"Uniform",
                          "uniform",
                          {"low", "high"},
                          "lg",
                          true,
                          false,
                          false,
                          true,
                          true},
    [SSI_BERNOULLI_DIST] = {"Bernoulli",
                            "bernoulli",
                            {"probs", "logits"},
                            "ur",
                            true,
                            true,
                            false,
                            false,
                            true},
    [SSI_EXPONENTIAL_DIST] = {"Exponential",
                              "exponential",
                              {"rate"},
                              "p",
                              true,
                              false,
                              false,
                              true,
                              true},
    [SSI_POISSON_DIST] =
        {"Poisson", "poisson", {"rate"}, "n", true, false, false, false, true},
    [SSI_GAMMA_DIST] = {"Gamma",
                        "gamma",
                        {"concentration", "rate"},
                        "pp",
                        true,
                        false,
                        false,
                        true,
                        false},
    [SSI_LAPLACE_DIST] = {"Laplace",
                          "laplace",
                          {"loc", "scale"},
                          "rp",
                          true,
                          false,
                          false,
                          true,
                          true},
    [SSI_CAUCHY_DIST] = {"Cauchy",
                         "cauchy",
                         {"loc", "scale"},
                         "rp",
                         true,
                         false,
                         false,
                         true,
                         true},
    [SSI_GUMBEL_DIST] = {"Gumbel",
                         "gumbel",
                         {"loc", "scale"},
                         "rp",
                         true,
                         false,
                         false,
                         true,
                         true},
    [SSI_GEOMETRIC_DIST] = {"Geometric",
                            "geometric",
                            {"probs", "logits"},
                            "ur",
                            true,
                            true,
                            false,
                            false,
                            false},
    [SSI_BINOMIAL_DIST] = {"Binomial",
                           "binomial",
                           {"total_count", "probs", "logits"},
                           "cur",
                           true,
                           true,
                           false,
                           false,
                           false},
    [SSI_STUDENT_T_DIST] = {"StudentT",
                            "studentT",
                            {"df", "loc", "scale"},
                            "prp",
                            true,
                            false,
                            false,
                            true,
                            false},
    [SSI_CHI2_DIST] =
        {"Chi2", "chi2", {"df"}, "p", false, false, false, true, false},
    [SSI_FISHER_DIST] = {"FisherSnedecor",
                         "fishersnedecor",
                         {"df1", "df2"},
                         "pp",
                         true,
                         false,
                         false,
                         true,
                         false},
    [SSI_HALF_NORMAL_DIST] = {"HalfNormal",
                              "half_normal",
                              {"scale"},
                              "p",
                              false,
                              false,
                              false,
                              true,
                              true},
    [SSI_HALF_CAUCHY_DIST] = {"HalfCauchy",
                              "half_cauchy",
                              {"scale"},
                              "p",
                              false,
                              false,
                              false,
                              true,
                              true},
    [SSI_BETA_DIST] = {"Beta",
                       "beta",
                       {"concentration1", "concentration0"},
                       "pp",
                       false,
                       false,
                       false,
                       true,
                       false},
    [SSI_DIRICHLET_DIST] = {"Dirichlet",
                            "dirichlet",
                            {"concentration"},
                            "P",
                            true,
                            false,
                            true,
                            true,
                            false},
    [SSI_CATEGORICAL_DIST] = {"Categorical",
                              "categorical",
                              {"probs", "logits"},
                              "SR",
                              true,
                              true,
                              true,
                              false,
                              false},
    [SSI_MULTINOMIAL_DIST] = {"Multinomial",
                              "multinomial",
                              {"probs", "logits"},
                              "SR",
                              false,
                              true,
                              true,
                              false,
                              false},
    [SSI_ONE_HOT_DIST] = {"OneHotCategorical",
                          "one_hot_categorical",
                          {"probs", "logits"},
                          "SR",
                          false,
                          true,
                          true,
                          false,
                          false},
};

static void distribution_destroy(ss_session *s, ssi_object *self)
{
    ssi_distribution *d = (ssi_distribution *)self;
    for (int i = 0; i < SSI_DIST_PARAMETERS; i++)
        ssi_release(s, d->values[i]);
    ssi_release(s, d->probs);
    ssi_release(s, d->inner[0]);
    ssi_release(s, d->inner[1]);
}

/* --- shapes --- */
void ssi_distribution_shapes(const ssi_distribution *d, ssi_shape *batch,
                             ssi_shape *event)
{
    const ss_array *a = NULL;
    bool rows = ssi_distribution_kind_of(d)->rows;
    *batch = *event = (ssi_shape){0};
    for (int i = 0; !a; i++)
        if (d->values[i].tag != SSI_NONE)
            a = ssi_array_of(d->values[i]);
    batch->ndim = a->ndim - rows;
    memcpy(batch->dims, a->shape, batch->ndim * sizeof *a->shape);
    if (!rows || d->id == SSI_CATEGORICAL_DIST)
        return;
    event->ndim = 1;
    event->dims[0] = a->shape[a->ndim - 1];
}

bool ssi_distribution_extend(ss_session *s, const ssi_shape *sample,
                             const ssi_shape *batch, const ssi_shape *event,
                             ssi_shape *out)
{
    const ssi_shape *parts[3] = {sample, batch, event};
    int64_t sizes[SS_ARRAY_MAX_DIMS];
    size_t count = 0;
    for (int k = 0; k < 3; k++)
        for (uint32_t i = 0; i < parts[k]->ndim; i++) {
            if (count == SS_ARRAY_MAX_DIMS)
                return ssi_unsupported(s, "tensors of more than 64 "
                                          "dimensions");
            sizes[count++] = (int64_t)parts[k]->dims[i];
        }
    return ssi_torch_check_sizes(s, "sample", sizes, count, sizeof(double),
                                 out);
}

double ssi_distribution_at(const ss_array *a, size_t i)
{
    double x;
    ssi_torch_load(a->dtype, a->data, i, &x, 1);
    return x;
}

/* --- text --- */

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

static bool parameter_text(ss_session *s, ssi_value v, ss_text *out)
{
    const ss_array *a = ssi_array_of(v);
    if (ss_array_size(a) == 1)
        return value_text(s, v, out);
    return ssi_text_add(s, out, "torch.Size(")
           && ssi_torch_sizes_text(s, a, out) && ssi_text_add(s, out, ")");
}

bool ssi_distribution_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    ssi_distribution *d = (ssi_distribution *)self;
    const ssi_distribution_kind *kind = ssi_distribution_kind_of(d);
    const char *between = "";
    bool ok = ssi_text_add(s, out, kind->name) && ssi_text_add(s, out, "(");
    for (int i = 0; ok && kind->shown && i < SSI_DIST_PARAMETERS; i++) {
        ssi_value v = d->values[i];
        if (!kind->parameters[i])
            break;
        if (v.tag == SSI_NONE && d->probs_shown
            && strcmp(kind->parameters[i], "probs") == 0) {
            v = d->probs.tag == SSI_NONE ? d->values[i + 1] : d->probs;
            if (d->probs.tag == SSI_NONE && ss_array_size(ssi_array_of(v)) == 1)
                return ssi_unsupported(s,
                                       "the text of %s with logits, once "
                                       "it was drawn from",
                                       kind->name);
        }
        if (v.tag == SSI_NONE)
            continue;
        ok = ssi_text_add(s, out, between)
             && ssi_text_add(s, out, kind->parameters[i])
             && ssi_text_add(s, out, ": ") && parameter_text(s, v, out);
        between = ", ";
    }
    return ok && ssi_text_add(s, out, ")");
}

/* --- attributes --- */

/* What is computed of one or two parameters, each step rounded. */
typedef double formula(ss_dtype dtype, double a, double b);

static double reciprocal(ss_dtype dtype, double a, double b)
{
    (void)b;
    return ssi_torch_round(dtype, 1 / a);
}
static double quotient(ss_dtype dtype, double a, double b)
{
    return ssi_torch_round(dtype, a / b);
}
static double square(ss_dtype dtype, double a, double b)
{
    (void)a;
    return ssi_torch_round(dtype, b * b);
}
static double middle(ss_dtype dtype, double low, double high)
{
    return ssi_torch_round(dtype, ssi_torch_round(dtype, high + low) / 2);
}
static double share(ss_dtype dtype, double a, double b)
{
    return ssi_torch_round(dtype, a / ssi_torch_round(dtype, a + b));
}
static double spread(ss_dtype dtype, double p, double b)
{
    (void)b;
    return ssi_torch_round(dtype, p * ssi_torch_round(dtype, 1 - p));
}

static bool compute(ss_session *s, ssi_distribution *d, formula *f,
                    ssi_value *out)
{
    const ss_array *a = ssi_array_of(d->values[0]);
    const ss_array *b =
        d->values[1].tag == SSI_NONE ? a : ssi_array_of(d->values[1]);
    ssi_shape shape = {.ndim = a->ndim};
    memcpy(shape.dims, a->shape, sizeof shape.dims);
    if (!ssi_new_tensor(s, a->dtype, &shape, out))
        return false;
    for (size_t i = 0; i < ss_array_size(a); i++) {
        double x =
            f(a->dtype, ssi_distribution_at(a, i), ssi_distribution_at(b, i));
        ssi_torch_store(&s->torch_random, a->dtype, ssi_array_of(*out)->data, i,
                        &x, 1);
    }
    return true;
}

/* The moments that are one or two roundings away from the parameters. */
static const struct {
    ssi_distribution_id id;
    const char *name;
    formula *formula; /* NULL: parameter i */
    int i;
} moments[] = {
    {SSI_NORMAL_DIST, "mean", NULL, 0},
    {SSI_NORMAL_DIST, "mode", NULL, 0},
    {SSI_NORMAL_DIST, "stddev", NULL, 1},
    {SSI_NORMAL_DIST, "variance", square, 0},
    {SSI_UNIFORM_DIST, "mean", middle, 0},
    {SSI_EXPONENTIAL_DIST, "mean", reciprocal, 0},
    {SSI_EXPONENTIAL_DIST, "stddev", reciprocal, 0},
    {SSI_POISSON_DIST, "mean", NULL, 0},
    {SSI_POISSON_DIST, "variance", NULL, 0},
    {SSI_GAMMA_DIST, "mean", quotient, 0},
    {SSI_LAPLACE_DIST, "mean", NULL, 0},
    {SSI_LAPLACE_DIST, "mode", NULL, 0},
    {SSI_CAUCHY_DIST, "mode", NULL, 0},
    {SSI_STUDENT_T_DIST, "mode", NULL, 1},
    {SSI_BETA_DIST, "mean", share, 0},
};

static bool moment(ss_session *s, ssi_distribution *d, const char *name,
                   ssi_value *out, bool *found)
{
    *found = true;
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        if (moments[i].id != d->id || strcmp(moments[i].name, name) != 0)
            continue;
        if (moments[i].formula)
            return compute(s, d, moments[i].formula, out);
        *out = ssi_retain(d->values[moments[i].i]);
        return true;
    }
    if (d->id == SSI_BERNOULLI_DIST && d->values[0].tag != SSI_NONE) {
        if (strcmp(name, "variance") == 0)
            return compute(s, d, spread, out);
        if (strcmp(name, "mean") == 0) {
            *out = ssi_retain(d->values[0]);
            return true;
        }
    }
    *found = false;
    return true;
}

static bool shape_value(ss_session *s, const ssi_shape *shape, ssi_value *out)
{
    ss_array a = ss_array_borrow(SS_FLOAT32, shape->ndim, shape->dims, NULL);
    return ssi_new_torch_size(s, &a, out);
}

static bool parameter(ss_session *s, ssi_distribution *d, const char *name,
                      ssi_value *out, bool *found)
{
    const ssi_distribution_kind *kind = ssi_distribution_kind_of(d);
    *found = true;
    for (int i = 0; i < SSI_DIST_PARAMETERS && kind->parameters[i]; i++) {
        if (strcmp(name, kind->parameters[i]) != 0)
            continue;
        if (d->values[i].tag == SSI_NONE && strcmp(name, "probs") == 0) {
            if (!ssi_distribution_probs(s, d, out))
                return false;
            ssi_retain(*out);
            return true;
        }
        if (d->values[i].tag == SSI_NONE
            || (strcmp(name, "logits") == 0 && kind->rows))
            return ssi_unsupported(s,
                                   "the logits of %s: PyTorch takes "
                                   "logarithms of its BLAS",
                                   kind->name);
        *out = ssi_retain(d->values[i]);
        return true;
    }
    *found = false;
    return true;
}

static bool distribution_attribute(ss_session *s, ssi_object *self,
                                   const char *name, ssi_value *out)
{
    ssi_distribution *d = (ssi_distribution *)self;
    ssi_shape batch, event;
    bool found;
    if (!parameter(s, d, name, out, &found))
        return false;
    if (!found && !moment(s, d, name, out, &found))
        return false;
    if (found)
        return true;
    ssi_distribution_shapes(d, &batch, &event);
    if (strcmp(name, "batch_shape") == 0)
        return shape_value(s, &batch, out);
    if (strcmp(name, "event_shape") == 0)
        return shape_value(s, &event, out);
    if (strcmp(name, "has_rsample") == 0)
        *out = ssi_bool(ssi_distribution_kind_of(d)->rsample);
    else if (strcmp(name, "total_count") == 0 && d->id == SSI_MULTINOMIAL_DIST)
        *out = ssi_int(d->total);
    else
        return ssi_unsupported(s, "the attribute %s of %s", name,
                               ssi_distribution_kind_of(d)->name);
    return true;
}

/* --- methods --- */
static bool sample_shape(ss_session *s, const ssi_call *call, ssi_shape *out)
{
    *out = (ssi_shape){0};
    for (bool done = false; call->given[0];) {
        ssi_value v;
        int64_t size;
        if (!ssi_iterate(s, call->args[0], out->ndim, &v, &done))
            return false;
        if (done)
            return true;
        if (v.tag != SSI_INT) {
            ssi_raise(s, "TypeError",
                      "torch.Size() takes an iterable of 'int' (item %u is "
                      "'%s')",
                      (unsigned)out->ndim, ssi_type_name(v));
            ssi_release(s, v);
            return false;
        }
        size = v.u.i;
        if (size < 0)
            return ssi_unsupported(s, "a negative sample_shape");
        if (out->ndim == SS_ARRAY_MAX_DIMS)
            return ssi_unsupported(s, "tensors of more than 64 dimensions");
        out->dims[out->ndim++] = (size_t)size;
    }
    return true;
}

static bool method_sample(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_shape sample;
    return sample_shape(s, call, &sample)
           && ssi_distribution_sample(s, ssi_distribution_of(call->self),
                                      &sample, out);
}

static bool method_sample_n(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_shape sample = {.ndim = 1};
    if (call->args[0].tag != SSI_INT || call->args[0].u.i < 0)
        return ssi_unsupported(s, "this count of samples");
    sample.dims[0] = (size_t)call->args[0].u.i;
    return ssi_distribution_sample(s, ssi_distribution_of(call->self), &sample,
                                   out);
}

#define SAMPLE                                                                 \
    {"sample",                                                                 \
     "sample_shape=()",                                                        \
     method_sample,                                                            \
     "A tensor of draws of the default generator: sample_shape, then "         \
     "the shape of the parameters.",                                           \
     0,                                                                        \
     SSI_STYLE_METHOD,                                                         \
     NULL},                                                                    \
    {                                                                          \
        "sample_n", "n", method_sample_n, "sample((n,)).", 0,                  \
            SSI_STYLE_METHOD, "Distribution.sample_n"                          \
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
    [id] = {                                                                   \
        .name = name_,                                                         \
        .qualified = "torch.distributions." module_ "." name_,                 \
        .destroy = distribution_destroy,                                       \
        .repr = ssi_distribution_repr,                                         \
        .attribute = distribution_attribute,                                   \
        .methods = methods_,                                                   \
    }

const ssi_type ssi_type_distribution[SSI_DIST_COUNT] = {
    TYPE(SSI_NORMAL_DIST, "Normal", "normal", methods_too),
    TYPE(SSI_UNIFORM_DIST, "Uniform", "uniform", methods_too),
    TYPE(SSI_BERNOULLI_DIST, "Bernoulli", "bernoulli", methods),
    TYPE(SSI_EXPONENTIAL_DIST, "Exponential", "exponential", methods_too),
    TYPE(SSI_POISSON_DIST, "Poisson", "poisson", methods),
    TYPE(SSI_GAMMA_DIST, "Gamma", "gamma", methods_too),
    TYPE(SSI_LAPLACE_DIST, "Laplace", "laplace", methods_too),
    TYPE(SSI_CAUCHY_DIST, "Cauchy", "cauchy", methods_too),
    TYPE(SSI_GUMBEL_DIST, "Gumbel", "gumbel", methods_too),
    TYPE(SSI_GEOMETRIC_DIST, "Geometric", "geometric", methods),
    TYPE(SSI_BINOMIAL_DIST, "Binomial", "binomial", methods),
    TYPE(SSI_STUDENT_T_DIST, "StudentT", "studentT", methods_too),
    TYPE(SSI_CHI2_DIST, "Chi2", "chi2", methods_too),
    TYPE(SSI_FISHER_DIST, "FisherSnedecor", "fishersnedecor", methods_too),
    TYPE(SSI_HALF_NORMAL_DIST, "HalfNormal", "half_normal", methods_too),
    TYPE(SSI_HALF_CAUCHY_DIST, "HalfCauchy", "half_cauchy", methods_too),
    TYPE(SSI_BETA_DIST, "Beta", "beta", methods_too),
    TYPE(SSI_DIRICHLET_DIST, "Dirichlet", "dirichlet", methods_too),
    TYPE(SSI_CATEGORICAL_DIST, "Categorical", "categorical", methods),
    TYPE(SSI_MULTINOMIAL_DIST, "Multinomial", "multinomial", methods),
    TYPE(SSI_ONE_HOT_DIST, "OneHotCategorical", "one_hot_categorical", methods),
};
