/* SPDX-License-Identifier: MIT
 * torch.distributions: sample() of those that draw each element by itself.
 * Learned from: PyTorch 2.13.0 (torch/distributions) by experiment.
 */
#include <stdlib.h>

#include "math/glibc.h"
#include "math/sleef.h"
#include "math/sqrt.h"
#include "script/torch_distributions.h"
#include "torch/store.h"

/* A sample under way: n values in out, the parameters spread over them. */
typedef struct draw {
    ss_torch_generator *g;
    ss_dtype dtype;
    void *out;
    size_t n;
    void *p[SSI_DIST_PARAMETERS];
} draw;

static double least_of(ss_dtype dtype) /* finfo.tiny */
{
    return dtype == SS_FLOAT64   ? 0x1p-1022
           : dtype == SS_FLOAT16 ? 0x1p-14
                                 : 0x1p-126;
}

static double epsilon_of(ss_dtype dtype) /* finfo.eps */
{
    return dtype == SS_FLOAT64    ? 0x1p-52
           : dtype == SS_FLOAT16  ? 0x1p-10
           : dtype == SS_BFLOAT16 ? 0x1p-7
                                  : 0x1p-23;
}

/* Each value x, with its parameters a and b, becomes f(x, a, b). */
typedef double step(const draw *d, double x, double a, double b);

static void each(const draw *d, step *f, const void *a, const void *b)
{
    for (size_t i = 0; i < d->n; i++) {
        double x, y = 0, z = 0;
        ssi_torch_load(d->dtype, d->out, i, &x, 1);
        if (a)
            ssi_torch_load(d->dtype, a, i, &y, 1);
        if (b)
            ssi_torch_load(d->dtype, b, i, &z, 1);
        x = f(d, x, y, z);
        ssi_torch_store(d->g, d->dtype, d->out, i, &x, 1);
    }
}

static double rounded(const draw *d, double x)
{
    return ssi_torch_round(d->dtype, x);
}

/* low + x * (high - low) */
static double between(const draw *d, double x, double low, double high)
{
    return rounded(d, low + rounded(d, x * rounded(d, high - low)));
}

static double over(const draw *d, double x, double rate, double unused)
{
    (void)unused;
    return rounded(d, x / rate);
}

static double at_least_tiny(const draw *d, double x, double a, double b)
{
    (void)a;
    (void)b;
    return x < least_of(d->dtype) ? least_of(d->dtype) : x;
}

static double loc_scale(const draw *d, double x, double loc, double scale)
{
    return rounded(d, loc + rounded(d, x * scale));
}

static double magnitude(const draw *d, double x, double a, double b)
{
    (void)d;
    (void)a;
    (void)b;
    return x < 0 ? -x : x + 0.0;
}

static double log1p_of(const draw *d, double x)
{
    bool sleef = d->g->capability == SS_TORCH_AVX2;
    if (d->dtype == SS_FLOAT64)
        return sleef ? ssi_sleef_log1p(x) : ssi_glibc_log1p(x);
    float y = sleef ? ssi_sleef_log1pf((float)x) : ssi_glibc_log1pf((float)x);
    return rounded(d, (double)y);
}

/* loc - scale * sign(x) * log1p(-|x|) */
static double laplace(const draw *d, double x, double loc, double scale)
{
    double sign = (x > 0) - (x < 0);
    double part =
        rounded(d, rounded(d, scale * sign) * log1p_of(d, x < 0 ? x : -x));
    return rounded(d, loc - part);
}

static ss_status fill_laplace(draw *d)
{
    ss_status status = ss_torch_uniform_fill(
        d->g, d->dtype, epsilon_of(d->dtype) - 1, 1, d->out, d->n);
    each(d, laplace, d->p[0], d->p[1]);
    return status;
}

static ss_status fill_gamma(draw *d)
{
    ss_status status =
        ss_torch_gamma_fill(d->g, d->dtype, d->p[0], d->out, d->n);
    each(d, over, d->p[1], NULL);
    each(d, at_least_tiny, NULL, NULL);
    return status;
}

static ss_status fill_plain(draw *d, ssi_distribution_id id)
{
    ss_status status;
    switch (id) {
    case SSI_NORMAL_DIST:
        return ss_torch_normal_tensor_fill(d->g, d->dtype, d->p[0], 0, d->p[1],
                                           1, d->out, d->n);
    case SSI_UNIFORM_DIST:
        status = ss_torch_rand_fill(d->g, d->dtype, d->out, d->n);
        each(d, between, d->p[0], d->p[1]);
        return status;
    case SSI_EXPONENTIAL_DIST:
        status = ss_torch_exponential_fill(d->g, d->dtype, 1, d->out, d->n);
        each(d, over, d->p[0], NULL);
        return status;
    case SSI_POISSON_DIST:
        return ss_torch_poisson_fill(d->g, d->dtype, d->p[0], d->out, d->n);
    case SSI_CAUCHY_DIST:
        status = ss_torch_cauchy_fill(d->g, d->dtype, 0, 1, d->out, d->n);
        each(d, loc_scale, d->p[0], d->p[1]);
        return status;
    case SSI_LAPLACE_DIST:
        return fill_laplace(d);
    default:
        return fill_gamma(d);
    }
}

/* --- parameters as long as the sample --- */
static bool start(ss_session *s, ssi_distribution *from, const ssi_shape *shape,
                  ssi_value out, draw *d)
{
    *d = (draw){.g = &s->torch_random};
    d->dtype = ssi_array_of(out)->dtype;
    d->out = ssi_array_of(out)->data;
    d->n = ss_array_size(ssi_array_of(out));
    for (int i = 0; i < SSI_DIST_PARAMETERS; i++) {
        ssi_value v = from->values[i];
        ss_array view;
        if (v.tag == SSI_NONE)
            continue;
        ssi_broadcast_to(ssi_array_of(v), shape->ndim, shape->dims, &view);
        ss_array by =
            ss_array_borrow(view.dtype, shape->ndim, shape->dims, NULL);
        if (!ssi_torch_gather(s, &by, &view, d->dtype, &d->p[i]))
            return false;
    }
    return true;
}

static void stop(draw *d)
{
    for (int i = 0; i < SSI_DIST_PARAMETERS; i++)
        free(d->p[i]);
}

/* --- sigmoid --- */

/* The vector code takes pairs of vectors; what is left goes by libm. */
static double sigmoid(const ss_torch_generator *g, ss_dtype dtype, double x,
                      bool vector)
{
    bool sleef = vector && g->capability == SS_TORCH_AVX2;
    double e;
    if (dtype == SS_FLOAT64)
        e = sleef ? ssi_sleef_exp(-x) : ssi_glibc_exp(-x);
    else
        e = (double)(sleef ? ssi_sleef_expf((float)-x)
                           : ssi_glibc_expf((float)-x));
    e = ssi_torch_scalar(dtype, 1 + e);
    return ssi_torch_round(dtype, ssi_torch_scalar(dtype, 1 / e));
}

bool ssi_distribution_probs(ss_session *s, ssi_distribution *d, ssi_value *out)
{
    int at = d->id == SSI_BINOMIAL_DIST ? 2 : 1;
    ssi_shape shape = {0};
    if (ssi_distribution_kind_of(d)->rows)
        return ssi_unsupported(s,
                               "the probs of %s with logits: PyTorch takes "
                               "logarithms of its BLAS",
                               ssi_distribution_kind_of(d)->name);
    *out = d->values[at - 1];
    if (out->tag != SSI_NONE)
        return true;
    *out = d->probs;
    if (out->tag != SSI_NONE)
        return true;
    const ss_array *a = ssi_array_of(d->values[at]);
    size_t n = ss_array_size(a);
    size_t block = 64 / ss_dtype_size(a->dtype);
    if (n >= 32768 || s->torch_random.capability == SS_TORCH_AARCH64)
        return ssi_unsupported(s, "logits of 32768 values or more, or with "
                                  "the profile aarch64");
    shape.ndim = a->ndim;
    for (uint32_t i = 0; i < a->ndim; i++)
        shape.dims[i] = a->shape[i];
    if (!ssi_new_tensor(s, a->dtype, &shape, &d->probs))
        return false;
    for (size_t i = 0; i < n; i++) {
        double x = sigmoid(&s->torch_random, a->dtype,
                           ssi_distribution_at(a, i), i < n / block * block);
        ssi_torch_store(&s->torch_random, a->dtype,
                        ssi_array_of(d->probs)->data, i, &x, 1);
    }
    d->probs_shown = true;
    *out = d->probs;
    return true;
}

/* probs as long as the sample, to be freed. */
static bool spread_probs(ss_session *s, ssi_distribution *from,
                         const ssi_shape *shape, void **out)
{
    ssi_value probs;
    ss_array view;
    if (!ssi_distribution_probs(s, from, &probs))
        return false;
    ssi_broadcast_to(ssi_array_of(probs), shape->ndim, shape->dims, &view);
    ss_array by = ss_array_borrow(view.dtype, shape->ndim, shape->dims, NULL);
    return ssi_torch_gather(s, &by, &view, view.dtype, out);
}

/* --- geometric --- */

/* floor(log(u) / log1p(-p)): PyTorch's log() is that of its BLAS, so that the
 * quotient is known but for its last bits. */
static bool fill_geometric(ss_session *s, const draw *d, const void *probs)
{
    ss_torch_uniform_fill(d->g, d->dtype, least_of(d->dtype), 1, d->out, d->n);
    for (size_t i = 0; i < d->n; i++) {
        double u, p, x, whole, off;
        ssi_torch_load(d->dtype, d->out, i, &u, 1);
        ssi_torch_load(d->dtype, probs, i, &p, 1);
        x = ssi_glibc_log(u) / log1p_of(d, -p);
        whole = x < 0x1p52 ? (double)(int64_t)(x + 0.5) : x;
        off = x < whole ? whole - x : x - whole;
        if (!(off >= 8 * epsilon_of(d->dtype) * x) || !(x < 1e300))
            return ssi_unsupported(s, "Geometric: a value that the last bits "
                                      "of PyTorch's log() decide");
        x = (double)(int64_t)x;
        ssi_torch_store(d->g, d->dtype, d->out, i, &x, 1);
    }
    return true;
}

static bool fill_choice(ss_session *s, ssi_distribution *from, draw *d,
                        const ssi_shape *shape)
{
    ss_status status;
    void *probs = NULL;
    bool ok = spread_probs(s, from, shape, &probs);
    if (ok && from->id == SSI_GEOMETRIC_DIST) {
        ok = fill_geometric(s, d, probs);
    } else if (ok) {
        status = from->id == SSI_BERNOULLI_DIST
                     ? ss_torch_bernoulli_tensor_fill(d->g, d->dtype, d->dtype,
                                                      probs, d->out, d->n)
                     : ss_torch_binomial_fill(d->g, d->dtype, d->p[0], probs,
                                              d->out, d->n);
        ok = status == SS_OK || ssi_raise_status(s, status);
    }
    free(probs);
    return ok;
}

/* --- those that are made of others --- */
static double student(const draw *d, double x, double chi, double df)
{
    double root = rounded(d, ssi_sqrt(rounded(d, chi / df)));
    return rounded(d, x * rounded(d, 1 / root));
}

static double scale_loc(const draw *d, double x, double loc, double scale)
{
    return rounded(d, loc + rounded(d, scale * x));
}

static double quotient(const draw *d, double x, double y, double unused)
{
    (void)unused;
    return at_least_tiny(d, rounded(d, x / at_least_tiny(d, y, 0, 0)), 0, 0);
}

/* StudentT: normals, then what chi2 draws. FisherSnedecor: two gammas. */
static bool fill_quotient(ss_session *s, ssi_distribution *from, draw *d,
                          const ssi_shape *sample)
{
    bool fisher = from->id == SSI_FISHER_DIST;
    ssi_value first = ssi_none(), second;
    ss_status status = SS_OK;
    if (!fisher)
        status = ss_torch_randn_fill(d->g, d->dtype, d->out, d->n);
    else if (!ssi_distribution_sample(s, ssi_distribution_of(from->inner[0]),
                                      sample, &first))
        return false;
    if (status != SS_OK)
        return ssi_raise_status(s, status);
    bool ok = ssi_distribution_sample(
        s, ssi_distribution_of(from->inner[fisher]), sample, &second);
    if (ok && fisher) {
        for (size_t i = 0; i < d->n; i++) {
            double x = ssi_distribution_at(ssi_array_of(first), i);
            ssi_torch_store(d->g, d->dtype, d->out, i, &x, 1);
        }
        each(d, quotient, ssi_array_of(second)->data, NULL);
    } else if (ok) {
        each(d, student, ssi_array_of(second)->data, d->p[0]);
        each(d, scale_loc, d->p[1], d->p[2]);
    }
    if (ok)
        ssi_release(s, second);
    ssi_release(s, first);
    return ok;
}

static bool fill(ss_session *s, ssi_distribution *from, draw *d,
                 const ssi_shape *sample, const ssi_shape *shape)
{
    if (ssi_distribution_kind_of(from)->choice)
        return fill_choice(s, from, d, shape);
    if (from->id == SSI_STUDENT_T_DIST || from->id == SSI_FISHER_DIST)
        return fill_quotient(s, from, d, sample);
    ss_status status = fill_plain(d, from->id);
    return status == SS_OK || ssi_raise_status(s, status);
}

/* HalfNormal, HalfCauchy and Chi2 are another one's values; Dirichlet draws
 * rows, Beta the first of each. */
static bool sample_inner(ss_session *s, ssi_distribution *d,
                         const ssi_shape *sample, ssi_value *out)
{
    if (!ssi_distribution_sample(s, ssi_distribution_of(d->inner[0]), sample,
                                 out))
        return false;
    ss_array *a = ssi_array_of(*out);
    draw all = {.g = &s->torch_random, .dtype = a->dtype, .out = a->data};
    all.n = ss_array_size(a);
    if (d->id != SSI_BETA_DIST) {
        if (d->id != SSI_CHI2_DIST)
            each(&all, magnitude, NULL, NULL);
        return true;
    }
    ss_array view = *a;
    ssi_value whole = *out;
    view.ndim--;
    bool ok = ssi_new_view(s, whole, &view, out);
    ssi_release(s, whole);
    return ok;
}

static bool fill_dirichlet(ss_session *s, draw *d, size_t columns)
{
    if (d->n / columns == 1 && columns >= 32768)
        return ssi_unsupported(s, "a Dirichlet row of 32768 or more");
    ss_status status = ss_torch_dirichlet_fill(d->g, d->dtype, d->p[0],
                                               d->n / columns, columns, d->out);
    return status == SS_OK || ssi_raise_status(s, status);
}

bool ssi_distribution_sample(ss_session *s, ssi_distribution *d,
                             const ssi_shape *sample, ssi_value *out)
{
    ssi_shape batch, event, shape;
    draw values;
    if (ssi_distribution_kind_of(d)->rows && d->id != SSI_DIRICHLET_DIST)
        return ssi_distribution_choose(s, d, sample, out);
    if (d->id == SSI_GUMBEL_DIST)
        return ssi_unsupported(s, "sample() of Gumbel: PyTorch takes "
                                  "logarithms of its BLAS");
    if (d->inner[0].tag != SSI_NONE && d->id != SSI_STUDENT_T_DIST
        && d->id != SSI_FISHER_DIST)
        return sample_inner(s, d, sample, out);
    if (s->torch_random.capability == SS_TORCH_AARCH64
        && (d->id == SSI_LAPLACE_DIST || d->id == SSI_GEOMETRIC_DIST))
        return ssi_unsupported(s, "%s with the profile aarch64",
                               ssi_distribution_kind_of(d)->name);
    ssi_distribution_shapes(d, &batch, &event);
    if (!ssi_distribution_extend(s, sample, &batch, &event, &shape))
        return false;
    int last = d->id == SSI_BINOMIAL_DIST ? 2 : 1;
    const ss_array *a = ssi_array_of(
        d->values[0].tag == SSI_NONE ? d->values[last] : d->values[0]);
    if (!ssi_new_tensor(s, a->dtype, &shape, out))
        return false;
    bool ok = start(s, d, &shape, *out, &values)
              && (d->id == SSI_DIRICHLET_DIST
                      ? fill_dirichlet(s, &values, event.dims[0])
                      : fill(s, d, &values, sample, &shape));
    stop(&values);
    if (!ok)
        ssi_release(s, *out);
    return ok;
}
