/* SPDX-License-Identifier: MIT
 * torch.nn.functional: dropout and its kin, rrelu.
 * Learned from: PyTorch 2.13.0 (torch/nn/functional.py, Dropout.cpp,
 * Activation.cpp) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "math/sqrt.h"
#include "script/torch_nn.h"
#include "torch/coins.h"
#include "torch/contract.h"
#include "torch/frozen.h"
#include "torch/store.h"

/* A dropout under way; the rows' variants are bits of these. */
typedef struct dropout {
    ss_torch_generator *g;
    double p;
    bool alpha, feature, in_place;
    size_t masks, each; /* feature: values of the mask, elements of each */
} dropout;

bool ssi_torch_raise_probability(ss_session *s, ssi_value p)
{
    ss_text text = {0};
    if (ssi_str(s, p, &text))
        ssi_raise(s, "ValueError",
                  "dropout probability has to be between 0 and 1, but got %s",
                  text.data);
    ss_text_free(&text);
    return false;
}

/* p as Python compares it with 0.0 and 1.0. */
static bool probability(ss_session *s, const ssi_call *call, double *out)
{
    ssi_value p = call->args[1];
    *out = 0.5;
    if (!call->given[1])
        return true;
    if (p.tag == SSI_OBJECT && ssi_is_array(p))
        return ssi_unsupported(s, "a tensor as the probability of dropout");
    if (p.tag != SSI_BOOL && !ssi_is_int(p) && !ssi_is_float(p))
        return ssi_raise(s, "TypeError",
                         "'<' not supported between instances of '%s' and "
                         "'float'",
                         ssi_type_name(p));
    if (!ssi_to_double(s, p, out))
        return false;
    return !(*out < 0 || *out > 1) || ssi_torch_raise_probability(s, p);
}

/* training, which the native functions want as a bool. */
static bool training(ss_session *s, const ssi_call *call, const char *name,
                     const char *parameter, size_t i, bool *out)
{
    if (!call->given[i])
        return true;
    if (call->args[i].tag != SSI_BOOL)
        return ssi_raise(s, "TypeError",
                         "%s(): argument '%s' (position %zu) must be bool, "
                         "not %s",
                         name, parameter, i + 1, ssi_type_name(call->args[i]));
    *out = call->args[i].u.b;
    return true;
}

static bool in_place(ss_session *s, const ssi_call *call, size_t i, bool *out)
{
    *out = false;
    return !call->given[i] || ssi_truth(s, call->args[i], out);
}

static bool check_input(ss_session *s, ssi_value x, const char *name)
{
    if (ssi_is(x, &ssi_type_tensor))
        return true;
    return ssi_raise(s, "TypeError",
                     "%s(): argument 'input' (position 1) must be Tensor, not "
                     "%s",
                     name, ssi_type_name(x));
}

/* --- values --- */

/* x * (noise * a) + ((noise - 1) * (alpha * a) + alpha * a * p), each step
 * rounded, for the elements of one feature. */
static void fill_alpha(const dropout *d, ss_dtype dtype, bool kept,
                       size_t first, void *items)
{
    const double alpha = 1.7580993408473766;
    bool fused = d->g->capability == SS_TORCH_AARCH64;
    double a = ssi_torch_mul_add(fused, alpha * alpha, d->p, 1) * (1 - d->p);
    double base, slope;
    a = 1.0 / ssi_sqrt(a);
    base = kept ? 0 : -ssi_torch_scalar(dtype, alpha * a);
    base = ssi_torch_round(dtype, base);
    base =
        ssi_torch_round(dtype, base + ssi_torch_round(dtype, alpha * a * d->p));
    slope = kept ? ssi_torch_round(dtype, ssi_torch_scalar(dtype, a)) : 0;
    for (size_t i = first; i < first + d->each; i++) {
        double x;
        ssi_torch_load(dtype, items, i, &x, 1);
        x = ssi_torch_round(dtype, x * slope);
        x = ssi_torch_round(dtype, x + base);
        ssi_torch_store(d->g, dtype, items, i, &x, 1);
    }
}

/* One draw for each of the masks, the elements of a mask one after the other
 * in items, which are in the order of indices. */
static ss_status fill_features(const dropout *d, ss_dtype dtype, void *items)
{
    ssi_torch_coins coins;
    ss_status status = ssi_torch_coins_start(&coins, d->g, 1 - d->p);
    double divisor = ssi_torch_before(d->g, 20100)
                         ? ssi_torch_round(dtype, 1 - d->p)
                         : ssi_torch_scalar(dtype, 1 - d->p);
    for (size_t m = 0; m < d->masks && status == SS_OK; m++) {
        double kept;
        ssi_torch_coins_fill(&coins, &kept, 1);
        if (d->alpha) {
            fill_alpha(d, dtype, kept != 0, m * d->each, items);
            continue;
        }
        kept = ssi_torch_round(dtype, kept / divisor);
        for (size_t i = m * d->each; i < (m + 1) * d->each; i++) {
            double x;
            ssi_torch_load(dtype, items, i, &x, 1);
            x = ssi_torch_round(dtype, x * kept);
            ssi_torch_store(d->g, dtype, items, i, &x, 1);
        }
    }
    return status;
}

static ss_status fill_values(const dropout *d, ss_dtype dtype, void *items,
                             size_t n)
{
    if (ssi_dtype_is_integer(dtype) || dtype == SS_BOOL) { /* p is 1 */
        memset(items, 0, n * ss_dtype_size(dtype));
        return SS_OK;
    }
    if (d->p == 1 || !d->feature)
        return d->alpha
                   ? ss_torch_alpha_dropout_fill(d->g, dtype, d->p, items,
                                                 items, n)
                   : ss_torch_dropout_fill(d->g, dtype, d->p, items, items, n);
    return fill_features(d, dtype, items);
}

static bool check_dtype(ss_session *s, const dropout *d, ss_dtype dtype)
{
    bool counting = dtype <= SS_INT16 || dtype == SS_INT32 || dtype == SS_INT64;
    if (ssi_dtype_is_float(dtype) || (d->p == 1 && counting))
        return true;
    if (d->p == 1)
        return ssi_unsupported(s, "dropout of %s", ss_dtype_name(dtype));
    if (counting)
        return ssi_raise(s, "RuntimeError",
                         "result type Float can't be cast to the desired "
                         "output type %s",
                         ssi_torch_scalar_name(dtype));
    return ssi_torch_raise_dtype(s, "bernoulli_scalar_cpu_", dtype);
}

/* x with d applied: into x or a new tensor. */
static bool apply(ss_session *s, dropout *d, ssi_value x, ssi_value *out)
{
    const ss_array *a = ssi_array_of(x);
    ss_array by = ss_array_borrow(a->dtype, a->ndim, a->shape, NULL);
    void *items = NULL;
    if (!check_dtype(s, d, a->dtype))
        return false;
    if (d->feature && d->p != 1 && a->ndim < 2)
        return ssi_raise(s, "RuntimeError",
                         "Feature dropout requires at least 2 dimensions in "
                         "the input");
    if (ssi_torch_has_mkl(d->g) && !ss_array_is_contiguous(a))
        return ssi_unsupported(s, "dropout of a tensor that is not contiguous "
                                  "in the profile's PyTorch, before 2.7");
    if (!ssi_torch_gather(s, d->feature ? &by : a, a, a->dtype, &items))
        return false;
    ss_status status = fill_values(d, a->dtype, items, ss_array_size(a));
    bool ok = status == SS_OK || ssi_raise_status(s, status);
    if (ok && d->in_place)
        *out = ssi_retain(x);
    else if (ok)
        ok = ssi_torch_new_like(s, a, a->dtype, out);
    if (ok && d->feature)
        ssi_torch_scatter_indices(ssi_array_of(*out), items);
    else if (ok)
        ssi_torch_scatter(ssi_array_of(*out), items);
    free(items);
    return ok;
}

/* dropout (variant 0) and alpha_dropout (1). */
bool ssi_torch_call_dropout(ss_session *s, ssi_call *call, ssi_value *out)
{
    dropout d = {.g = &s->torch_random, .alpha = call->function->variant == 1};
    const char *name = d.alpha ? "alpha_dropout" : "dropout";
    bool train = !d.alpha;
    ssi_value x = call->args[0];
    if (!probability(s, call, &d.p) || !in_place(s, call, 3, &d.in_place))
        return false;
    if (d.in_place)
        name = d.alpha ? "alpha_dropout_" : "dropout_";
    if (!check_input(s, x, name)
        || !training(s, call, name, "train", 2, &train))
        return false;
    if (d.p != d.p)
        return ssi_raise(s, "RuntimeError",
                         "dropout probability has to be between 0 and 1, but "
                         "got nan");
    if (d.p != 0 && train && ss_array_size(ssi_array_of(x)))
        return apply(s, &d, x, out);
    *out = ssi_retain(x);
    return true;
}

/* What each checks of the axes; *features: axis 0 and 1 together, or 0. */
static bool feature_axes(ss_session *s, int variant, const ss_array *a,
                         bool *first_only)
{
    *first_only = false;
    if (variant == 1 && a->ndim != 2 && a->ndim != 3)
        return ssi_raise(s, "RuntimeError",
                         "dropout1d: Expected 2D or 3D input, but received a "
                         "%uD input. Note that dropout1d exists to provide "
                         "channel-wise dropout on inputs with 1 spatial "
                         "dimension, a channel dimension, and an optional "
                         "batch dimension (i.e. 2D or 3D inputs).",
                         (unsigned)a->ndim);
    if (variant == 1)
        *first_only = a->ndim == 2;
    if (variant == 3)
        *first_only = a->ndim != 5 && a->ndim > 0;
    return true;
}

/* feature_alpha_dropout (variant 0), dropout1d, dropout2d, dropout3d. */
bool ssi_torch_call_feature_dropout(ss_session *s, ssi_call *call,
                                    ssi_value *out)
{
    int variant = call->function->variant;
    dropout d = {.g = &s->torch_random, .alpha = variant == 0, .feature = true};
    bool train = variant != 0, first_only;
    char name[32] = "feature_dropout";
    ssi_value x = call->args[0];
    if (variant == 0)
        strcpy(name, "feature_alpha_dropout");
    if (!probability(s, call, &d.p) || !in_place(s, call, 3, &d.in_place))
        return false;
    if (d.in_place)
        strcat(name, "_");
    if (variant && !ssi_is(x, &ssi_type_tensor))
        return ssi_raise(s, "AttributeError",
                         "'%s' object has no attribute 'dim'",
                         ssi_type_name(x));
    if (!check_input(s, x, name))
        return false;
    const ss_array *a = ssi_array_of(x);
    if (!feature_axes(s, variant, a, &first_only)
        || !training(s, call, name, "train", 2, &train))
        return false;
    if (d.p != d.p)
        return ssi_raise(s, "RuntimeError",
                         "dropout probability has to be between 0 and 1, but "
                         "got nan");
    d.masks = 1;
    for (uint32_t i = 0; i < a->ndim && i < (first_only ? 1 : 2); i++)
        d.masks *= a->shape[i];
    d.each = d.masks ? ss_array_size(a) / d.masks : 0;
    if (d.p == 0 || !train || ss_array_size(a) == 0) {
        *out = ssi_retain(x);
        return true;
    }
    if (first_only && a->ndim == 1)
        return ssi_unsupported(s, "dropout of whole features of one axis");
    return apply(s, &d, x, out);
}

/* --- rrelu --- */
static bool bound(ss_session *s, const ssi_call *call, size_t i,
                  const char *name, double *out)
{
    ssi_value v = call->args[i];
    if (!call->given[i])
        return true;
    if (v.tag == SSI_OBJECT && ssi_is_array(v))
        return ssi_unsupported(s, "a tensor as a bound of rrelu()");
    if (v.tag != SSI_BOOL && !ssi_is_int(v) && !ssi_is_float(v))
        return ssi_raise(s, "TypeError",
                         "rrelu(): argument '%s' (position %zu) must be "
                         "Number, not %s",
                         name, i + 1, ssi_type_name(v));
    return ssi_to_double(s, v, out);
}

/* Not in training: leaky_relu with the mean of the bounds. */
static void fill_leaky(const ss_torch_generator *g, ss_dtype dtype,
                       double slope, const void *x, void *out, size_t n)
{
    slope = ssi_torch_scalar(dtype, slope);
    for (size_t i = 0; i < n; i++) {
        double value;
        ssi_torch_load(dtype, x, i, &value, 1);
        if (!(value > 0))
            value = ssi_torch_round(dtype, value * slope);
        ssi_torch_store(g, dtype, out, i, &value, 1);
    }
}

/* items are in the order of indices, and become the values. */
static bool fill_rrelu(ss_session *s, bool train, const double *bounds,
                       ss_dtype dtype, void *items, size_t n)
{
    if (!train) {
        fill_leaky(&s->torch_random, dtype, (bounds[0] + bounds[1]) / 2, items,
                   items, n);
        return true;
    }
    ss_status status = ss_torch_rrelu_fill(&s->torch_random, dtype, bounds[0],
                                           bounds[1], items, items, n);
    return status == SS_OK || ssi_raise_status(s, status);
}

static bool apply_rrelu(ss_session *s, bool train, bool over,
                        const double *bounds, ssi_value x, ssi_value *out)
{
    const ss_array *a = ssi_array_of(x);
    ss_array by = ss_array_borrow(a->dtype, a->ndim, a->shape, NULL);
    void *items = NULL;
    bool ok =
        ssi_torch_gather(s, &by, a, a->dtype, &items)
        && fill_rrelu(s, train, bounds, a->dtype, items, ss_array_size(a));
    if (ok && over)
        *out = ssi_retain(x);
    else if (ok)
        ok = ssi_torch_new_like(s, a, a->dtype, out);
    if (ok)
        ssi_torch_scatter_indices(ssi_array_of(*out), items);
    free(items);
    return ok;
}

bool ssi_torch_call_rrelu(ss_session *s, ssi_call *call, ssi_value *out)
{
    double bounds[2] = {1.0 / 8, 1.0 / 3};
    bool train = false, over;
    ssi_value x = call->args[0];
    if (!in_place(s, call, 4, &over)
        || !check_input(s, x, over ? "rrelu_" : "rrelu")
        || !bound(s, call, 1, "lower", &bounds[0])
        || !bound(s, call, 2, "upper", &bounds[1])
        || !training(s, call, over ? "rrelu_" : "rrelu", "training", 3, &train))
        return false;
    ss_dtype dtype = ssi_array_of(x)->dtype;
    if (!(bounds[0] <= bounds[1]))
        return ssi_raise_status(s, SS_ERR_TORCH_RRELU);
    if (!ssi_dtype_is_float(dtype) || (train && dtype == SS_FLOAT16))
        return ssi_torch_raise_dtype(
            s, train ? "rrelu_with_noise_out_cpu" : "leaky_relu_cpu", dtype);
    return apply_rrelu(s, train, over, bounds, x, out);
}
