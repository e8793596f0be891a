/* SPDX-License-Identifier: MIT
 * torch.nn.functional.gumbel_softmax with hard=True: zeros, and a one where
 * the sum of a logit and a Gumbel value is largest. PyTorch's log() is that of
 * its BLAS, so that a sum is known but for its last bits; where these decide,
 * the draw is refused.
 * Learned from: PyTorch 2.13.0 (torch/nn/functional.py) by experiment.
 */
#include <stdlib.h>

#include "math/glibc.h"
#include "script/torch_nn.h"
#include "torch/store.h"

typedef struct gumbel {
    ss_dtype dtype;
    double tau;
    size_t before, length, after; /* the axis among the others */
    void *waits;                  /* exponential values */
} gumbel;

/* (logit - log(wait)) / tau, and how far PyTorch's may be from that. */
static bool score(const gumbel *x, const ss_array *logits, size_t at,
                  double *value, double *off)
{
    const double unit = x->dtype == SS_FLOAT64 ? 0x1p-52 : 0x1p-23;
    double logit, wait, far;
    ssi_torch_load(x->dtype, logits->data, at, &logit, 1);
    ssi_torch_load(x->dtype, x->waits, at, &wait, 1);
    if (!(wait > 0) || logit - logit != 0)
        return false;
    wait = -ssi_glibc_log(wait);
    far = (logit < 0 ? -logit : logit) + (wait < 0 ? -wait : wait);
    *value = (logit + wait) / x->tau;
    *off = (4 * far / (x->tau < 0 ? -x->tau : x->tau) + 8) * unit;
    return true;
}

/* The place of the largest along the axis; false: it cannot be told. */
static bool largest(const gumbel *x, const ss_array *logits, size_t first,
                    size_t *out)
{
    double best = 0, best_off = 0;
    bool sure = true;
    *out = first;
    for (size_t i = 0; i < x->length; i++) {
        double value, off;
        if (!score(x, logits, first + i * x->after, &value, &off))
            return false;
        if (i == 0 || value - off > best + best_off) {
            best = value;
            best_off = off;
            *out = first + i * x->after;
            sure = true;
        } else if (value + off >= best - best_off) {
            sure = false;
            best = value > best ? value : best;
        }
    }
    return sure;
}

static bool fill(ss_session *s, const gumbel *x, const ss_array *logits,
                 ss_array *out)
{
    const double one = 1;
    for (size_t k = 0; k < x->before; k++)
        for (size_t j = 0; j < x->after; j++) {
            size_t at;
            if (!largest(x, logits, k * x->length * x->after + j, &at))
                return ssi_unsupported(s, "gumbel_softmax: a draw that the "
                                          "last bits of PyTorch's log() "
                                          "decide");
            ssi_torch_store(&s->torch_random, x->dtype, out->data, at, &one, 1);
        }
    return true;
}

/* --- arguments: logits, tau=1, hard=False, eps=1e-10, dim=-1 --- */
static bool check_logits(ss_session *s, ssi_value v)
{
    if (!ssi_is(v, &ssi_type_tensor))
        return ssi_raise(s, "TypeError",
                         "empty_like(): argument 'input' (position 1) must be "
                         "Tensor, not %s",
                         ssi_type_name(v));
    const ss_array *a = ssi_array_of(v);
    if (ss_array_size(a) && !ssi_dtype_is_float(a->dtype))
        return ssi_raise(s, "RuntimeError",
                         "Exponential distribution is a continuous "
                         "probability distribution. dtype must be a floating "
                         "point but you specified %s",
                         ssi_torch_scalar_name(a->dtype));
    if (a->dtype != SS_FLOAT32 && a->dtype != SS_FLOAT64)
        return ssi_unsupported(s, "gumbel_softmax() of %s",
                               ss_dtype_name(a->dtype));
    return ss_array_is_contiguous(a)
           || ssi_unsupported(s, "gumbel_softmax() of a tensor that is not "
                                 "contiguous");
}

static bool read_tau(ss_session *s, const ssi_call *call, double *out)
{
    *out = 1;
    if (call->given[1] && !ssi_is_int(call->args[1])
        && !ssi_is_float(call->args[1]))
        return ssi_is(call->args[1], &ssi_type_tensor)
                   ? ssi_unsupported(s, "a tensor as tau")
                   : ssi_raise(s, "TypeError",
                               "unsupported operand type(s) for /: 'Tensor' "
                               "and '%s'",
                               ssi_type_name(call->args[1]));
    if (call->given[1] && !ssi_to_double(s, call->args[1], out))
        return false;
    return *out * *out > 0
           || ssi_unsupported(s, "gumbel_softmax() with a tau of 0");
}

static bool read_axis(ss_session *s, const ssi_call *call, gumbel *x)
{
    const ss_array *a = ssi_array_of(call->args[0]);
    int64_t n = a->ndim ? a->ndim : 1, dim = -1;
    if (call->given[4] && call->args[4].tag != SSI_INT)
        return ssi_raise(s, "TypeError",
                         "softmax(): argument 'dim' (position 1) must be int, "
                         "not %s",
                         ssi_type_name(call->args[4]));
    if (call->given[4])
        dim = call->args[4].u.i;
    if (dim < -n || dim >= n)
        return ssi_raise(s, "IndexError",
                         "Dimension out of range (expected to be in range of "
                         "[%lld, %lld], but got %lld)",
                         (long long)-n, (long long)n - 1, (long long)dim);
    dim += dim < 0 ? n : 0;
    x->before = x->after = x->length = 1;
    for (uint32_t i = 0; i < a->ndim; i++) {
        size_t *size = i < dim ? &x->before : i > dim ? &x->after : &x->length;
        *size *= a->shape[i];
    }
    return x->length > 0
           || ssi_raise(s, "IndexError",
                        "max(): Expected reduction dim %lld to have non-zero "
                        "size.",
                        (long long)dim);
}

bool ssi_torch_call_gumbel_softmax(ss_session *s, ssi_call *call,
                                   ssi_value *out)
{
    gumbel x = {.waits = NULL};
    ssi_shape shape = {0};
    bool hard = false;
    if (!check_logits(s, call->args[0])
        || (call->given[2] && !ssi_truth(s, call->args[2], &hard))
        || !read_tau(s, call, &x.tau))
        return false;
    if (!hard)
        return ssi_unsupported(s, "gumbel_softmax() without hard=True: PyTorch "
                                  "takes logarithms of its BLAS");
    const ss_array *a = ssi_array_of(call->args[0]);
    size_t n = ss_array_size(a);
    x.dtype = a->dtype;
    shape.ndim = a->ndim;
    for (uint32_t i = 0; i < a->ndim; i++)
        shape.dims[i] = a->shape[i];
    x.waits = calloc(n ? n : 1, sizeof(double));
    if (!x.waits)
        return ssi_raise_memory(s);
    ss_status status =
        ss_torch_exponential_fill(&s->torch_random, x.dtype, 1, x.waits, n);
    bool ok = (status == SS_OK || ssi_raise_status(s, status))
              && read_axis(s, call, &x)
              && ssi_new_tensor(s, a->dtype, &shape, out);
    if (ok && !fill(s, &x, a, ssi_array_of(*out))) {
        ssi_release(s, *out);
        ok = false;
    }
    free(x.waits);
    return ok;
}
