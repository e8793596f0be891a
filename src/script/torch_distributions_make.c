/* SPDX-License-Identifier: MIT
 * torch.distributions: parameters and their constraints.
 * Learned from: PyTorch 2.13.0 (torch/distributions) by experiment.
 */
#include <string.h>

#include "script/torch_distributions.h"
#include "torch/store.h"

static bool is_number(ssi_value v)
{
    return v.tag == SSI_BOOL || v.tag == SSI_INT || v.tag == SSI_FLOAT;
}

/* --- validation --- */
static bool satisfies(char constraint, double x, double y)
{
    switch (constraint) {
    case 'p':
    case 'P':
        return x > 0;
    case 'n':
        return x >= 0;
    case 'u':
        return x >= 0 && x <= 1;
    case 'l':
        return x < y;
    case 'g':
        return x > y;
    case 'c':
        return x >= 0 && x < 0x1p63 && (double)(int64_t)x == x;
    default:
        return x == x;
    }
}

static bool constraint_text(ss_session *s, const ssi_distribution *d, int i,
                            ss_text *out)
{
    static const struct {
        char constraint;
        const char *text;
    } texts[] = {
        {'r', "Real()"},
        {'p', "GreaterThan(lower_bound=0.0)"},
        {'n', "GreaterThanEq(lower_bound=0.0)"},
        {'u', "Interval(lower_bound=0.0, upper_bound=1.0)"},
        {'c', "IntegerGreaterThan(lower_bound=0)"},
        {'S', "Simplex()"},
        {'P', "IndependentConstraint(GreaterThan(lower_bound=0.0), 1)"},
        {'R', "IndependentConstraint(Real(), 1)"},
        {'l', "LessThan(upper_bound="},
        {'g', "GreaterThan(lower_bound="},
    };
    char constraint = ssi_distribution_kind_of(d)->constraints[i];
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
        if (texts[k].constraint == constraint
            && !ssi_text_add(s, out, texts[k].text))
            return false;
    if (constraint != 'l' && constraint != 'g')
        return true;
    const ss_array *a = ssi_array_of(d->values[1 - i]);
    ssi_value v = ssi_retain(d->values[1 - i]);
    if (a->ndim == 0) {
        ssi_release(s, v);
        if (!ssi_item_python(s, ssi_array_element(a), a->data, &v))
            return false;
    }
    bool ok = ssi_str(s, v, out) && ssi_text_add(s, out, ")");
    ssi_release(s, v);
    return ok;
}

/* positive: instead of the constraint. */
static bool raise_invalid(ss_session *s, ssi_distribution *d, int i,
                          bool positive)
{
    const ss_array *a = ssi_array_of(d->values[i]);
    ss_text shape = {0}, shown = {0}, constraint = {0};
    if (ssi_shape_text(s, a->shape, a->ndim, &shape)
        && ssi_distribution_repr(s, &d->head, &shown)
        && constraint_text(s, d, i, &constraint))
        ssi_raise(s, "ValueError",
                  "Expected parameter %s (Tensor of shape %s) of distribution "
                  "%s %s%s%s but found invalid values:",
                  ssi_distribution_kind_of(d)->parameters[i], shape.data,
                  shown.data,
                  positive ? "to be positive" : "to satisfy the constraint ",
                  positive ? "" : constraint.data, positive ? "" : ",");
    ss_text_free(&shape);
    ss_text_free(&shown);
    ss_text_free(&constraint);
    return false;
}

static bool valid(ss_session *s, const ssi_distribution *d, int i)
{
    char constraint = ssi_distribution_kind_of(d)->constraints[i];
    const ss_array *a = ssi_array_of(d->values[i]);
    const ss_array *other = a;
    if (constraint == 'l' || constraint == 'g')
        other = ssi_array_of(d->values[1 - i]);
    if (constraint == 'S') {
        size_t columns = a->shape[a->ndim - 1];
        for (size_t k = 0; columns && k < ss_array_size(a) / columns; k++)
            if (!ssi_distribution_is_simplex(s, a, k))
                return false;
        return true;
    }
    for (size_t k = 0; k < ss_array_size(a); k++)
        if (!satisfies(constraint, ssi_distribution_at(a, k),
                       ssi_distribution_at(other, k)))
            return false;
    return true;
}

bool ssi_distribution_validate(ss_session *s, ssi_distribution *d)
{
    for (int i = 0; i < SSI_DIST_PARAMETERS; i++)
        if (d->values[i].tag != SSI_NONE && !valid(s, d, i))
            return raise_invalid(s, d, i, false);
    if (d->id != SSI_GEOMETRIC_DIST || d->values[0].tag == SSI_NONE)
        return true;
    const ss_array *p = ssi_array_of(d->values[0]);
    for (size_t k = 0; k < ss_array_size(p); k++)
        if (!(ssi_distribution_at(p, k) > 0))
            return raise_invalid(s, d, 0, true);
    return true;
}

/* --- parameters --- */

/* The dtype: that of the first tensor, or the default one. */
static bool find_dtype(ss_session *s, const ssi_distribution *d,
                       const ssi_value *args, ss_dtype *out)
{
    const ssi_distribution_kind *kind = ssi_distribution_kind_of(d);
    bool found = false;
    *out = ssi_torch_default_dtype(s);
    for (int i = 0; i < SSI_DIST_PARAMETERS; i++) {
        ssi_value v = args[i];
        if (v.tag == SSI_NONE || is_number(v))
            continue;
        if (!ssi_is(v, &ssi_type_tensor))
            return ssi_raise(s, "ValueError",
                             "Input arguments must all be instances of "
                             "Number, torch.Tensor or objects implementing "
                             "__torch_function__.");
        if (found && *out != ssi_array_of(v)->dtype)
            return ssi_unsupported(s, "parameters of several dtypes");
        *out = ssi_array_of(v)->dtype;
        found = true;
    }
    return *out == SS_FLOAT32 || *out == SS_FLOAT64
           || (kind->narrow && ssi_dtype_is_float(*out))
           || ssi_unsupported(s, "%s of %s", kind->name, ss_dtype_name(*out));
}

/* A C-ordered copy of v in that shape. */
static bool spread(ss_session *s, ssi_value v, const ssi_shape *shape,
                   ssi_value *out)
{
    ss_array view;
    ssi_value wide;
    ssi_broadcast_to(ssi_array_of(v), shape->ndim, shape->dims, &view);
    if (!ssi_new_view(s, v, &view, &wide))
        return false;
    bool ok = ssi_array_copy(s, &ssi_type_tensor, wide,
                             ssi_array_element(&view), out);
    ssi_release(s, wide);
    return ok;
}

/* The tensors in their common shape. */
static bool broadcast(ss_session *s, ssi_distribution *d,
                      const ssi_value *tensors)
{
    const ss_array *arrays[SSI_DIST_PARAMETERS];
    ssi_shape shape = {0};
    size_t first, second, count = 0;
    for (int i = 0; i < SSI_DIST_PARAMETERS; i++)
        if (tensors[i].tag != SSI_NONE)
            arrays[count++] = ssi_array_of(tensors[i]);
    if (!ssi_broadcast_shape(arrays, count, &shape.ndim, shape.dims, &first,
                             &second))
        return count == 2
                   ? ssi_torch_raise_sizes(s, arrays[0], arrays[1])
                   : ssi_unsupported(s, "parameters whose shapes differ");
    for (int i = 0; i < SSI_DIST_PARAMETERS; i++)
        if (tensors[i].tag != SSI_NONE
            && !spread(s, tensors[i], &shape, &d->values[i]))
            return false;
    return true;
}

/* torch.distributions.utils.broadcast_all */
static bool set_values(ss_session *s, ssi_distribution *d,
                       const ssi_value *args)
{
    ssi_value tensors[SSI_DIST_PARAMETERS];
    ss_dtype dtype = SS_FLOAT32;
    bool ok = find_dtype(s, d, args, &dtype);
    for (int i = 0; i < SSI_DIST_PARAMETERS; i++)
        tensors[i] = ssi_none();
    for (int i = 0; ok && i < SSI_DIST_PARAMETERS; i++) {
        if (is_number(args[i]))
            ok = ssi_torch_from_data(s, args[i], true, dtype, &tensors[i]);
        else
            tensors[i] = ssi_retain(args[i]);
    }
    ok = ok && broadcast(s, d, tensors);
    for (int i = 0; i < SSI_DIST_PARAMETERS; i++)
        ssi_release(s, tensors[i]);
    return ok;
}

/* A tensor with one axis at least, copied. */
static bool set_rows(ss_session *s, ssi_distribution *d, ssi_value v, int i)
{
    const char *name = ssi_distribution_kind_of(d)->parameters[i];
    if (!ssi_is(v, &ssi_type_tensor))
        return ssi_raise(s, "AttributeError",
                         "'%s' object has no attribute 'dim'",
                         ssi_type_name(v));
    const ss_array *a = ssi_array_of(v);
    if (a->ndim < 1)
        return ssi_raise(s, "ValueError",
                         "`%s` parameter must be at least one-dimensional.",
                         name);
    if (a->dtype != SS_FLOAT32 && a->dtype != SS_FLOAT64)
        return ssi_unsupported(s, "%s of %s", ssi_distribution_kind_of(d)->name,
                               ss_dtype_name(a->dtype));
    if (a->shape[a->ndim - 1] == 0)
        return ssi_unsupported(s, "%s of no event",
                               ssi_distribution_kind_of(d)->name);
    if (d->id == SSI_CATEGORICAL_DIST && !ss_array_is_contiguous(a))
        return ssi_unsupported(s, "%s of a tensor that is not contiguous",
                               ssi_distribution_kind_of(d)->name);
    return ssi_array_copy(s, &ssi_type_tensor, v, ssi_array_element(a),
                          &d->values[i]);
}

/* logits less their logsumexp: only the single one of a row is certain. */
static void normalize_logits(ss_array *a)
{
    size_t n = ss_array_size(a);
    if (a->shape[a->ndim - 1] != 1)
        return;
    for (size_t i = 0; i < n; i++) {
        double x = ssi_distribution_at(a, i);
        if (a->dtype == SS_FLOAT64)
            ((double *)a->data)[i] = x - x;
        else
            ((float *)a->data)[i] = (float)(x - x);
    }
}

static bool set_categorical(ss_session *s, ssi_distribution *d,
                            const ssi_value *args)
{
    int i = args[0].tag == SSI_NONE;
    if (!set_rows(s, d, args[i], i))
        return false;
    if (i == 0)
        return ssi_distribution_normalize(s, ssi_array_of(d->values[0]));
    normalize_logits(ssi_array_of(d->values[1]));
    return true;
}

/* --- those that are made of others --- */

/* factor * v: a number, or a tensor each of whose elements is rounded. */
static bool scaled(ss_session *s, double factor, ssi_value v, ssi_value *out)
{
    double x;
    if (is_number(v)) {
        if (!ssi_to_double(s, v, &x))
            return false;
        *out = ssi_float(factor * x);
        return true;
    }
    if (!ssi_is(v, &ssi_type_tensor)
        || !ssi_dtype_is_float(ssi_array_of(v)->dtype))
        return ssi_unsupported(s, "a parameter that is no number and no "
                                  "tensor of floats");
    if (!ssi_array_copy(s, &ssi_type_tensor, v,
                        ssi_array_element(ssi_array_of(v)), out))
        return false;
    ss_array *a = ssi_array_of(*out);
    for (size_t i = 0; i < ss_array_size(a); i++) {
        x = ssi_torch_round(a->dtype, factor * ssi_distribution_at(a, i));
        ssi_torch_store(&s->torch_random, a->dtype, a->data, i, &x, 1);
    }
    return true;
}

/* An inner Gamma(factor * df, rate). */
static bool set_gamma(ss_session *s, ssi_distribution *d, int i, ssi_value df,
                      ssi_value rate, bool check)
{
    ssi_value args[SSI_DIST_PARAMETERS] = {ssi_none(), rate, ssi_none()};
    if (!scaled(s, 0.5, df, &args[0]))
        return false;
    bool ok =
        ssi_distribution_new(s, SSI_GAMMA_DIST, args, check, &d->inner[i]);
    ssi_release(s, args[0]);
    return ok;
}

static bool set_chi2(ss_session *s, ssi_distribution *d, const ssi_value *args)
{
    return set_gamma(s, d, 0, args[0], ssi_float(0.5), false)
           && scaled(s, 2, ssi_distribution_of(d->inner[0])->values[0],
                     &d->values[0]);
}

static bool set_student(ss_session *s, ssi_distribution *d,
                        const ssi_value *args)
{
    ssi_value all[SSI_DIST_PARAMETERS] = {
        args[0], args[1].tag == SSI_NONE ? ssi_float(0) : args[1],
        args[2].tag == SSI_NONE ? ssi_float(1) : args[2]};
    ssi_value df[SSI_DIST_PARAMETERS] = {ssi_none(), ssi_none(), ssi_none()};
    if (!set_values(s, d, all))
        return false;
    df[0] = d->values[0];
    return ssi_distribution_new(s, SSI_CHI2_DIST, df, true, &d->inner[0]);
}

static bool set_fisher(ss_session *s, ssi_distribution *d,
                       const ssi_value *args)
{
    return set_values(s, d, args)
           && set_gamma(s, d, 0, d->values[0], d->values[0], true)
           && set_gamma(s, d, 1, d->values[1], d->values[1], true);
}

/* HalfNormal, HalfCauchy: of (0, scale). */
static bool set_half(ss_session *s, ssi_distribution *d, const ssi_value *args)
{
    ssi_value all[SSI_DIST_PARAMETERS] = {ssi_int(0), args[0], ssi_none()};
    ssi_distribution_id id =
        d->id == SSI_HALF_NORMAL_DIST ? SSI_NORMAL_DIST : SSI_CAUCHY_DIST;
    if (!ssi_distribution_new(s, id, all, false, &d->inner[0]))
        return false;
    d->values[0] = ssi_retain(ssi_distribution_of(d->inner[0])->values[1]);
    return true;
}

/* Beta: the first of Dirichlet's two. */
static bool set_beta(ss_session *s, ssi_distribution *d, const ssi_value *args,
                     bool check)
{
    ssi_value both[SSI_DIST_PARAMETERS] = {ssi_none(), ssi_none(), ssi_none()};
    ssi_shape shape = {0};
    if (!set_values(s, d, args))
        return false;
    const ss_array *a = ssi_array_of(d->values[0]);
    const ss_array *b = ssi_array_of(d->values[1]);
    if (a->ndim == SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "tensors of more than 64 dimensions");
    shape.ndim = a->ndim + 1;
    memcpy(shape.dims, a->shape, a->ndim * sizeof *a->shape);
    shape.dims[a->ndim] = 2;
    if (!ssi_new_tensor(s, a->dtype, &shape, &both[0]))
        return false;
    char *to = ssi_array_of(both[0])->data;
    for (size_t i = 0, size = a->itemsize; i < ss_array_size(a); i++) {
        memcpy(to + 2 * i * size, (char *)a->data + i * size, size);
        memcpy(to + (2 * i + 1) * size, (char *)b->data + i * size, size);
    }
    bool ok =
        ssi_distribution_new(s, SSI_DIRICHLET_DIST, both, check, &d->inner[0]);
    ssi_release(s, both[0]);
    return ok;
}

/* Multinomial's own check of its count, by a Binomial. */
static bool check_total(ss_session *s, const ssi_distribution *d)
{
    ssi_value args[SSI_DIST_PARAMETERS] = {ssi_int(d->total), d->values[0],
                                           ssi_none()};
    ssi_value binomial;
    if (d->id != SSI_MULTINOMIAL_DIST || d->total >= 0)
        return true;
    if (d->values[0].tag == SSI_NONE)
        return ssi_unsupported(s, "a negative total_count with logits");
    if (!ssi_distribution_new(s, SSI_BINOMIAL_DIST, args, true, &binomial))
        return false;
    ssi_release(s, binomial);
    return true;
}

/* Multinomial and OneHotCategorical. */
static bool set_choices(ss_session *s, ssi_distribution *d,
                        const ssi_value *args)
{
    if (!ssi_distribution_new(s, SSI_CATEGORICAL_DIST, args, true,
                              &d->inner[0]))
        return false;
    for (int i = 0; i < 2; i++)
        d->values[i] = ssi_retain(ssi_distribution_of(d->inner[0])->values[i]);
    return check_total(s, d);
}

static bool set(ss_session *s, ssi_distribution *d, const ssi_value *args,
                bool check)
{
    int last = d->id == SSI_BINOMIAL_DIST ? 2 : 1;
    if (ssi_distribution_kind_of(d)->choice
        && (args[last].tag == SSI_NONE) == (args[last - 1].tag == SSI_NONE))
        return ssi_raise(s, "ValueError",
                         "Either `probs` or `logits` must be specified, but "
                         "not both.");
    switch (d->id) {
    case SSI_DIRICHLET_DIST:
        return set_rows(s, d, args[0], 0);
    case SSI_CATEGORICAL_DIST:
        return set_categorical(s, d, args);
    case SSI_CHI2_DIST:
        return set_chi2(s, d, args);
    case SSI_STUDENT_T_DIST:
        return set_student(s, d, args);
    case SSI_FISHER_DIST:
        return set_fisher(s, d, args);
    case SSI_HALF_NORMAL_DIST:
    case SSI_HALF_CAUCHY_DIST:
        return set_half(s, d, args);
    case SSI_BETA_DIST:
        return set_beta(s, d, args, check);
    case SSI_MULTINOMIAL_DIST:
    case SSI_ONE_HOT_DIST:
        return set_choices(s, d, args);
    default:
        return set_values(s, d, args);
    }
}

static ssi_distribution *allocate(ss_session *s, ssi_distribution_id id)
{
    ssi_distribution *d = ssi_new(s, &ssi_type_distribution[id], sizeof *d, 0);
    if (!d)
        return NULL;
    d->id = id;
    for (int i = 0; i < SSI_DIST_PARAMETERS; i++)
        d->values[i] = ssi_none();
    d->probs = d->inner[0] = d->inner[1] = ssi_none();
    return d;
}

static bool finish(ss_session *s, ssi_distribution *d, const ssi_value *args,
                   bool check, ssi_value *out)
{
    *out = ssi_from_object(d);
    if (set(s, d, args, check) && (!check || ssi_distribution_validate(s, d)))
        return true;
    ssi_release(s, *out);
    *out = ssi_none();
    return false;
}

bool ssi_distribution_new(ss_session *s, ssi_distribution_id id,
                          const ssi_value *args, bool check, ssi_value *out)
{
    ssi_distribution *d = allocate(s, id);
    *out = ssi_none();
    return d && finish(s, d, args, check, out);
}

/* --- the classes: the variant is the id; validate_args stands last --- */
static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_distribution_id id = (ssi_distribution_id)call->function->variant;
    bool multinomial = id == SSI_MULTINOMIAL_DIST, check = true;
    ssi_value args[SSI_DIST_PARAMETERS];
    int first = multinomial, last = first;
    while (last - first < SSI_DIST_PARAMETERS
           && ssi_distribution_kinds[id].parameters[last - first])
        last++;
    for (int i = 0; i < SSI_DIST_PARAMETERS; i++) {
        int at = first + i;
        args[i] = at < last && call->given[at] ? call->args[at] : ssi_none();
    }
    if (id == SSI_BINOMIAL_DIST && !call->given[0])
        args[0] = ssi_int(1);
    if (call->given[last] && call->args[last].tag != SSI_NONE
        && !ssi_truth(s, call->args[last], &check))
        return false;
    ssi_distribution *d = allocate(s, id);
    if (!d)
        return false;
    d->total = 1;
    if (multinomial && call->given[0]) {
        if (call->args[0].tag != SSI_INT) {
            ssi_release(s, ssi_from_object(d));
            return ssi_raise(s, "NotImplementedError",
                             "inhomogeneous total_count is not supported");
        }
        d->total = call->args[0].u.i;
    }
    return finish(s, d, args, check, out);
}

#define CLASS(function, id, name_, module_, signature, help)                   \
    static const ssi_class function##_class = {                                \
        name_,                                                                 \
        "torch.distributions." module_ "." name_,                              \
        {name_, signature ", validate_args=None", make, help, id,              \
         SSI_STYLE_METHOD, name_ ".__init__"},                                 \
        &ssi_type_distribution[id],                                            \
        -1,                                                                    \
    };                                                                         \
    static bool function(ss_session *s, ssi_value *out)                        \
    {                                                                          \
        return ssi_new_class(s, &function##_class, out);                       \
    }
CLASS(normal, SSI_NORMAL_DIST, "Normal", "normal", "loc, scale",
      "sample() is torch.normal() of the parameters as tensors.")
CLASS(uniform, SSI_UNIFORM_DIST, "Uniform", "uniform", "low, high",
      "sample() is low + torch.rand() * (high - low).")
CLASS(bernoulli, SSI_BERNOULLI_DIST, "Bernoulli", "bernoulli",
      "probs=None, logits=None",
      "sample() is torch.bernoulli() of probs, or of sigmoid(logits).")
CLASS(exponential, SSI_EXPONENTIAL_DIST, "Exponential", "exponential", "rate",
      "sample() is exponential_() over the rate.")
CLASS(poisson, SSI_POISSON_DIST, "Poisson", "poisson", "rate",
      "sample() is torch.poisson() of the rate.")
CLASS(gamma, SSI_GAMMA_DIST, "Gamma", "gamma", "concentration, rate",
      "sample() is a standard gamma value over the rate.")
CLASS(laplace, SSI_LAPLACE_DIST, "Laplace", "laplace", "loc, scale",
      "sample() is loc - scale * sign(u) * log1p(-|u|) of a uniform_() value "
      "in (-1, 1).")
CLASS(cauchy, SSI_CAUCHY_DIST, "Cauchy", "cauchy", "loc, scale",
      "sample() is loc + cauchy_() * scale.")
CLASS(gumbel, SSI_GUMBEL_DIST, "Gumbel", "gumbel", "loc, scale",
      "Its parameters; sample() is refused, since the logarithms are those of "
      "PyTorch's BLAS.")
CLASS(geometric, SSI_GEOMETRIC_DIST, "Geometric", "geometric",
      "probs=None, logits=None",
      "sample() is floor(log(u) / log1p(-probs)) of a uniform_() value; "
      "refused in the rare case that the last bits of log() decide.")
CLASS(binomial, SSI_BINOMIAL_DIST, "Binomial", "binomial",
      "total_count=1, probs=None, logits=None",
      "sample() is torch.binomial() of the parameters.")
CLASS(student_t, SSI_STUDENT_T_DIST, "StudentT", "studentT",
      "df, loc=0.0, scale=1.0",
      "sample() is loc + scale * normal / sqrt(chi2 / df).")
CLASS(chi2, SSI_CHI2_DIST, "Chi2", "chi2", "df",
      "sample() is that of Gamma(df / 2, 0.5).")
CLASS(fisher, SSI_FISHER_DIST, "FisherSnedecor", "fishersnedecor", "df1, df2",
      "sample() is the quotient of two gamma values.")
CLASS(half_normal, SSI_HALF_NORMAL_DIST, "HalfNormal", "half_normal", "scale",
      "sample() is the absolute value of Normal(0, scale)'s.")
CLASS(half_cauchy, SSI_HALF_CAUCHY_DIST, "HalfCauchy", "half_cauchy", "scale",
      "sample() is the absolute value of Cauchy(0, scale)'s.")
CLASS(beta, SSI_BETA_DIST, "Beta", "beta", "concentration1, concentration0",
      "sample() is the first of a Dirichlet's two.")
CLASS(dirichlet, SSI_DIRICHLET_DIST, "Dirichlet", "dirichlet", "concentration",
      "sample() is gamma values over their sum.")
CLASS(categorical, SSI_CATEGORICAL_DIST, "Categorical", "categorical",
      "probs=None, logits=None",
      "sample() is torch.multinomial() of probs over their sum; with logits "
      "it is refused in the rare case that their last bits decide.")
CLASS(multinomial, SSI_MULTINOMIAL_DIST, "Multinomial", "multinomial",
      "total_count=1, probs=None, logits=None",
      "sample() counts total_count draws of a Categorical.")
CLASS(one_hot, SSI_ONE_HOT_DIST, "OneHotCategorical", "one_hot_categorical",
      "probs=None, logits=None", "sample() is a Categorical's as ones.")

static const ssi_module_constant constants[] = {
    {"Normal", normal},
    {"Uniform", uniform},
    {"Bernoulli", bernoulli},
    {"Exponential", exponential},
    {"Poisson", poisson},
    {"Gamma", gamma},
    {"Laplace", laplace},
    {"Cauchy", cauchy},
    {"Gumbel", gumbel},
    {"Geometric", geometric},
    {"Binomial", binomial},
    {"StudentT", student_t},
    {"Chi2", chi2},
    {"FisherSnedecor", fisher},
    {"HalfNormal", half_normal},
    {"HalfCauchy", half_cauchy},
    {"Beta", beta},
    {"Dirichlet", dirichlet},
    {"Categorical", categorical},
    {"Multinomial", multinomial},
    {"OneHotCategorical", one_hot},
    {0},
};

const ssi_module ssi_module_torch_distributions = {
    .name = "torch.distributions",
    .constants = constants,
    .last_name = "distributions",
};
