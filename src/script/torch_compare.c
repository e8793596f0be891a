/* SPDX-License-Identifier: MIT
 * torch.equal, allclose, isclose, and matrix products of ints.
 * Learned from: PyTorch 2.13.0 (ATen/native/TensorCompare.cpp,
 * LinearAlgebra.cpp) by experiment.
 */
#include <math.h>
#include <string.h>

#include "script/torch_rows.h"

static bool same_shape(const ss_array *a, const ss_array *b)
{
    return a->ndim == b->ndim
           && memcmp(a->shape, b->shape, a->ndim * sizeof *a->shape) == 0;
}

bool ssi_torch_call_equal(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"other:T!", NULL};
    ssi_torch_arguments a;
    ssi_value self;
    ssi_number x, y, r;
    ssi_walk wx, wy;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self))
        return false;
    const ss_array *p = ssi_array_of(self), *q = ssi_array_of(a.values[0]);
    *out = ssi_bool(false);
    if (!same_shape(p, q))
        return true;
    if (p->dtype != q->dtype)
        return ssi_raise(s, "RuntimeError",
                         "Expected object of data type %s but got data type "
                         "%s for argument 'other' in call to equal",
                         ssi_torch_c_name(p->dtype),
                         ssi_torch_c_name(q->dtype));
    ssi_walk_start(&wx, p);
    ssi_walk_start(&wy, q);
    for (size_t i = 0, n = ss_array_size(p); i < n; i++) {
        ssi_number_load(p->dtype, wx.item, &x);
        ssi_number_load(q->dtype, wy.item, &y);
        if (!ssi_torch_compute(s, SSI_TORCH_EQ, p->dtype, &x, &y, &r))
            return false;
        if (!r.u)
            return true;
        ssi_walk_next(&wx);
        ssi_walk_next(&wy);
    }
    *out = ssi_bool(true);
    return true;
}

/* --- allclose (variant 0), isclose (1) --- */
typedef struct tolerance {
    double rtol, atol;
    bool equal_nan;
} tolerance;

/* As isclose computes it, in the dtype. */
static bool close_to(ss_dtype dtype, double x, double y, const tolerance *t)
{
    double allowed, actual;
    if (x == y || (t->equal_nan && x != x && y != y))
        return true;
    if (dtype == SS_FLOAT32) {
        float product = (float)((double)(float)t->rtol * fabs(y));
        allowed = (double)((float)t->atol + product);
        actual = (double)(float)fabs((double)(float)(x - y));
    } else {
        allowed = t->atol + fabs(t->rtol * y);
        actual = fabs(x - y);
    }
    return actual - actual == 0 && actual <= allowed;
}

static bool compare_close(const ss_array *p, const ss_array *q,
                          const tolerance *t, const ss_array *to, bool *all)
{
    ss_array views[2];
    ssi_walk wx, wy, wr;
    ssi_number x, y;
    ssi_broadcast_to(p, to->ndim, to->shape, &views[0]);
    ssi_broadcast_to(q, to->ndim, to->shape, &views[1]);
    ssi_walk_start(&wx, &views[0]);
    ssi_walk_start(&wy, &views[1]);
    ssi_walk_start(&wr, to);
    *all = true;
    for (size_t i = 0, n = ss_array_size(to); i < n; i++) {
        ssi_number_load(p->dtype, wx.item, &x);
        ssi_number_load(q->dtype, wy.item, &y);
        bool near =
            close_to(p->dtype, ssi_number_double(&x), ssi_number_double(&y), t);
        *(unsigned char *)wr.item = near;
        *all = *all && near;
        ssi_walk_next(&wx);
        ssi_walk_next(&wy);
        ssi_walk_next(&wr);
    }
    return true;
}

bool ssi_torch_call_allclose(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "other:T!,rtol:F,atol:F,equal_nan:B", NULL};
    tolerance t = {1e-5, 1e-8, false};
    ssi_torch_arguments a;
    ssi_value self, flags;
    ssi_shape shape;
    bool all;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_float(s, &a, 1, &t.rtol)
        || !ssi_torch_float(s, &a, 2, &t.atol))
        return false;
    t.equal_nan = ssi_torch_flag(&a, 3, false);
    const ss_array *arrays[2] = {ssi_array_of(self), ssi_array_of(a.values[0])};
    if (arrays[0]->dtype != arrays[1]->dtype)
        return ssi_raise(s, "RuntimeError", "%s did not match %s",
                         ssi_torch_scalar_name(arrays[0]->dtype),
                         ssi_torch_scalar_name(arrays[1]->dtype));
    if (arrays[0]->dtype != SS_FLOAT32 && arrays[0]->dtype != SS_FLOAT64)
        return ssi_unsupported(s, "%s() but of float32 and float64", a.name);
    if (!ssi_torch_broadcast(s, arrays, 2, &shape)
        || !ssi_torch_new_result(s, arrays, 2, &shape, SS_BOOL, &flags))
        return false;
    compare_close(arrays[0], arrays[1], &t, ssi_array_of(flags), &all);
    if (call->function->variant == 1) {
        *out = flags;
        return true;
    }
    ssi_release(s, flags);
    *out = ssi_bool(all);
    return true;
}

/* --- matmul of ints, one or two axes each --- */
static uint64_t bits_at(const ss_array *a, size_t i, size_t k)
{
    ssi_number n;
    const char *item = (const char *)a->data + (ptrdiff_t)i * a->strides[0]
                       + (ptrdiff_t)k * a->strides[1];
    ssi_number_load(a->dtype, item, &n);
    return n.kind == 'i' ? (uint64_t)n.i : n.u;
}

static void as_matrix(const ss_array *a, bool row, ss_array *out)
{
    *out = *a;
    if (a->ndim == 2)
        return;
    out->ndim = 2;
    out->shape[row] = a->shape[0];
    out->strides[row] = a->strides[0];
    out->shape[!row] = 1;
    out->strides[!row] = 0;
}

static bool check_matmul(ss_session *s, const ss_array *a, const ss_array *b)
{
    if (a->dtype != b->dtype)
        return ssi_raise(s, "RuntimeError",
                         "expected m1 and m2 to have the same dtype, but got: "
                         "%s != %s",
                         ssi_torch_c_name(a->dtype),
                         ssi_torch_c_name(b->dtype));
    if (a->dtype >= SS_FLOAT16)
        return ssi_unsupported(s, "the matrix product of floats, which "
                                  "PyTorch takes from a BLAS whose last bits "
                                  "change; ints are supported");
    if (!ssi_dtype_is_integer(a->dtype) || a->ndim == 0 || a->ndim > 2
        || b->ndim == 0 || b->ndim > 2)
        return ssi_unsupported(s, "the matrix product of bools, and of more "
                                  "than two axes");
    return true;
}

static bool raise_sizes(ss_session *s, const ss_array *a, const ss_array *b,
                        const ss_array *x, const ss_array *y)
{
    if (a->ndim == 1 && b->ndim == 1)
        return ssi_raise(s, "RuntimeError",
                         "inconsistent tensor size, expected tensor [%zu] and "
                         "src [%zu] to have the same number of elements, but "
                         "got %zu and %zu elements respectively",
                         a->shape[0], b->shape[0], a->shape[0], b->shape[0]);
    if (b->ndim == 1)
        return ssi_raise(s, "RuntimeError",
                         "size mismatch, got input (%zu), mat (%zux%zu), vec "
                         "(%zu)",
                         x->shape[0], x->shape[0], x->shape[1], y->shape[0]);
    return ssi_raise(s, "RuntimeError",
                     "mat1 and mat2 shapes cannot be multiplied (%zux%zu and "
                     "%zux%zu)",
                     x->shape[0], x->shape[1], y->shape[0], y->shape[1]);
}

bool ssi_torch_matmul(ss_session *s, ssi_value left, ssi_value right,
                      ssi_value *out)
{
    const ss_array *a = ssi_array_of(left), *b = ssi_array_of(right);
    ss_array x, y;
    ssi_shape shape = {0};
    if (!check_matmul(s, a, b))
        return false;
    as_matrix(a, true, &x);
    as_matrix(b, false, &y);
    if (x.shape[1] != y.shape[0])
        return raise_sizes(s, a, b, &x, &y);
    if (a->ndim == 2)
        shape.dims[shape.ndim++] = x.shape[0];
    if (b->ndim == 2)
        shape.dims[shape.ndim++] = y.shape[1];
    if (!ssi_new_tensor(s, a->dtype, &shape, out))
        return false;
    char *item = ssi_array_of(*out)->data;
    for (size_t i = 0; i < x.shape[0]; i++)
        for (size_t k = 0; k < y.shape[1]; k++) {
            ssi_number n = {.kind = 'u'};
            for (size_t j = 0; j < x.shape[1]; j++)
                n.u += bits_at(&x, i, j) * bits_at(&y, j, k);
            ssi_number_store(a->dtype, item, &n);
            item += a->itemsize;
        }
    return true;
}

bool ssi_torch_call_matmul(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"other:T!", NULL};
    static const char *const mm[] = {"mat2:T!", NULL};
    ssi_torch_arguments a;
    ssi_value self;
    return ssi_torch_parse_on(s, call,
                              call->function->name[1] == 'm' ? mm : signatures,
                              &a, &self)
           && ssi_torch_matmul(s, self, a.values[0], out);
}
