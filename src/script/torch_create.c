/* SPDX-License-Identifier: MIT
 * torch.zeros, ones, empty and arange.
 * Learned from: PyTorch 2.13.0 (TensorFactories.cpp) by experiment.
 */
#include <string.h>

#include "math/fma.h"
#include "script/torch_values.h"

/* zeros (variant 0), ones (1); empty is zeros: what it holds is not said. */
bool ssi_torch_call_filled(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"size:S!,*," SSI_TORCH_OPTIONS,
                                             NULL};
    ss_dtype dtype = ssi_torch_default_dtype(s);
    ssi_torch_arguments a;
    ssi_shape shape;
    if (!ssi_torch_parse(s, call, signatures, &a)
        || !ssi_torch_options(s, &a, 1, &dtype)
        || !ssi_torch_sizes(s, &a, 0, ss_dtype_size(dtype), &shape)
        || !ssi_new_tensor(s, dtype, &shape, out))
        return false;
    return call->function->variant == 0
           || ssi_torch_fill_number(s, ssi_array_of(*out), ssi_int(1));
}

/* --- arange --- */
static double whole_above(double x)
{
    if (!(x > -0x1p52 && x < 0x1p52))
        return x;
    double t = (double)(int64_t)x;
    return t < x ? t + 1 : t;
}

typedef struct range {
    ssi_value ends[3]; /* start, end, step */
    double v[3];
    bool floats;
} range;

static bool read_range(ss_session *s, const ssi_torch_arguments *a, range *r)
{
    size_t count = a->overload == 0 ? 1 : a->overload == 1 ? 2 : 3;
    r->ends[0] = ssi_int(0);
    r->ends[2] = ssi_int(1);
    r->ends[1] = a->values[count == 1 ? 0 : 1];
    if (count > 1)
        r->ends[0] = a->values[0];
    if (count == 3 && a->given[2])
        r->ends[2] = a->values[2];
    r->floats = false;
    for (int i = 0; i < 3; i++) {
        if (ssi_is_array(r->ends[i]) || ssi_is(r->ends[i], &ssi_type_complex))
            return ssi_unsupported(s, "torch.arange() of this; ints and "
                                      "floats are supported");
        r->floats = r->floats || ssi_is_float(r->ends[i]);
        if (!ssi_to_double(s, r->ends[i], &r->v[i]))
            return false;
    }
    return true;
}

static bool range_length(ss_session *s, const range *r, int64_t *out)
{
    double length = whole_above((r->v[1] - r->v[0]) / r->v[2]);
    if (r->v[2] == 0)
        return ssi_raise(s, "RuntimeError", "step must be nonzero");
    if (r->v[0] - r->v[0] != 0 || r->v[1] - r->v[1] != 0)
        return ssi_unsupported(s, "a range without end");
    if ((r->v[2] > 0 && r->v[1] < r->v[0])
        || (r->v[2] < 0 && r->v[1] > r->v[0]))
        return ssi_raise(s, "RuntimeError",
                         "upper bound and lower bound "
                         "inconsistent with step sign");
    if (length >= 0x1p62)
        return ssi_raise(s, "RuntimeError", "invalid size, possible overflow?");
    *out = (int64_t)length;
    return true;
}

/* The kernel's blocks of two vectors: each vector counts up from its first
 * value, rounded to the dtype; the rest is made one by one. Contracted but for
 * the default kernels. */
static double count_up(bool fused, double step, double i, double start)
{
    return fused ? ssi_fma(step, i, start) : step * i + start;
}

static void fill_blocks(const range *r, bool fused, ss_array *a)
{
    size_t n = ss_array_size(a), lanes = a->dtype == SS_FLOAT32 ? 8 : 4;
    size_t blocks = n - n % (2 * lanes);
    double start = r->v[0], step = r->v[2];
    for (size_t i = 0; i < n; i++) {
        size_t lane = i < blocks ? i % lanes : 0;
        double x = count_up(fused, step, (double)(i - lane), start);
        if (a->dtype == SS_FLOAT32)
            x = (double)(float)x;
        if (i < blocks)
            x = count_up(fused, step, (double)lane, x);
        if (a->dtype == SS_FLOAT32)
            ((float *)a->data)[i] = (float)x;
        else
            ((double *)a->data)[i] = x;
    }
}

/* Only values that every order of rounding gives alike. */
static bool fill_exact(ss_session *s, const range *r, ss_array *a)
{
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        ssi_number x = {.kind = 'f', .f = r->v[0] + r->v[2] * (double)i}, back;
        char *item = (char *)a->data + i * a->itemsize;
        ssi_number_store(a->dtype, item, &x);
        ssi_number_load(a->dtype, item, &back);
        double exact = x.f * 0x1p20;
        bool whole = exact < 0x1p52 && exact > -0x1p52
                     && (double)(int64_t)exact == exact
                     && ssi_number_double(&back) == x.f;
        if (!whole)
            return ssi_unsupported(s, "torch.arange() with values that are "
                                      "rounded");
    }
    return true;
}

/* From 32768 values on the blocks depend on the number of threads. */
static bool fill_range(ss_session *s, const range *r, ss_array *a)
{
    bool wide = a->dtype == SS_FLOAT32 || a->dtype == SS_FLOAT64;
    if (!r->floats || !wide || ss_array_size(a) >= 32768
        || s->torch_random.capability == SS_TORCH_AARCH64)
        return fill_exact(s, r, a);
    fill_blocks(r, s->torch_random.capability == SS_TORCH_AVX2, a);
    return true;
}

bool ssi_torch_call_arange(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "end:N!,*," SSI_TORCH_OPTIONS, "start:N!,end:N!,*," SSI_TORCH_OPTIONS,
        "start:N!,end:N!,step:N,*," SSI_TORCH_OPTIONS, NULL};
    ssi_torch_arguments a;
    ssi_shape shape;
    int64_t length;
    range r;
    if (!ssi_torch_parse(s, call, signatures, &a) || !read_range(s, &a, &r))
        return false;
    ss_dtype dtype = r.floats ? ssi_torch_default_dtype(s) : SS_INT64;
    if (!ssi_torch_options(s, &a, a.overload + 1, &dtype))
        return false;
    if (dtype == SS_BOOL || ssi_dtype_is_complex(dtype))
        return ssi_raise(s, "NotImplementedError",
                         "\"arange_cpu\" not "
                         "implemented for '%s'",
                         ssi_torch_scalar_name(dtype));
    if (r.floats && ssi_dtype_is_integer(dtype))
        return ssi_unsupported(s, "torch.arange() of floats as ints");
    if (!range_length(s, &r, &length)
        || !ssi_torch_check_sizes(s, "arange", &length, 1, ss_dtype_size(dtype),
                                  &shape)
        || !ssi_new_tensor(s, dtype, &shape, out))
        return false;
    if (fill_range(s, &r, ssi_array_of(*out)))
        return true;
    ssi_release(s, *out);
    return false;
}
