/* SPDX-License-Identifier: MIT
 * PyTorch's errors that carry numbers, names of dtypes or sizes.
 * Learned from: PyTorch 2.13.0 (DistributionTemplates.h) by experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/torch_values.h"
#include "text/python_text.h"

/* C++ writes a double with six digits. */
static bool number_text(ss_session *s, double x, ss_text *out)
{
    return ssi_text_done(s, ssi_text_general(out, x, 6));
}

bool ssi_torch_raise_numbers(ss_session *s, const char *before, double x,
                             const char *between, double y, const char *after)
{
    ss_text a = {0}, b = {0};
    if (number_text(s, x, &a) && number_text(s, y, &b))
        ssi_raise(s, "RuntimeError", "%s%s%s%s%s", before, a.data, between,
                  *between ? b.data : "", after);
    ss_text_free(&a);
    ss_text_free(&b);
    return false;
}

bool ssi_torch_raise(ss_session *s, ss_status status, ss_dtype dtype,
                     double from, double to)
{
    char limit[96] = "uniform_ expects to-from <= std::numeric_limits<";
    if (status == SS_OK)
        return true;
    switch (status) {
    case SS_ERR_TORCH_FROM_BOUND:
        return ssi_raise(s, "RuntimeError", "from is out of bounds for %s",
                         ssi_torch_c_name(dtype));
    case SS_ERR_TORCH_TO_BOUND:
        return ssi_raise(s, "RuntimeError", "to is out of bounds for %s",
                         ssi_torch_c_name(dtype));
    case SS_ERR_TORCH_UNIFORM_RANGE:
        return ssi_torch_raise_numbers(
            s,
            "uniform_ expects to return a [from, to) range, "
            "but found from=",
            from, " > to=", to, "");
    case SS_ERR_TORCH_UNIFORM_LIMIT:
        strcat(limit, ssi_torch_scalar_name(dtype));
        strcat(limit, ">::max(), but found to=");
        return ssi_torch_raise_numbers(
            s, limit, to, " and from=", from,
            " which result in to-from to exceed the limit");
    case SS_ERR_TORCH_STD:
        return ssi_torch_raise_numbers(
            s, "normal expects std >= 0.0, but found std ", to, "", 0, "");
    default:
        return ssi_raise_status(s, status);
    }
}

/* random_(from, None) goes up to this. */
static int64_t highest(ss_dtype dtype)
{
    unsigned bits = (unsigned)ss_dtype_size(dtype) * 8;
    switch (dtype) {
    case SS_FLOAT16:
        return 1 << 11;
    case SS_BFLOAT16:
        return 1 << 8;
    case SS_FLOAT32:
        return 1 << 24;
    case SS_FLOAT64:
        return INT64_C(1) << 53;
    case SS_BOOL:
        return 1;
    default:
        return bits == 64
                   ? INT64_MAX
                   : (INT64_C(1) << (bits - ssi_dtype_is_signed(dtype))) - 1;
    }
}

bool ssi_torch_raise_random(ss_session *s, ss_status status, ss_dtype dtype,
                            int64_t from, int64_t to)
{
    if (status == SS_OK)
        return true;
    switch (status) {
    case SS_ERR_TORCH_FROM_TO:
        return ssi_raise(s, "RuntimeError",
                         "random_ expects 'from' to be less than 'to', but "
                         "got from=%lld >= to=%lld",
                         (long long)from, (long long)to);
    case SS_ERR_TORCH_FROM_BOUND:
        return ssi_raise(s, "RuntimeError", "from is out of bounds for %s",
                         ssi_torch_c_name(dtype));
    case SS_ERR_TORCH_LAST_BOUND:
        return ssi_raise(s, "RuntimeError", "to - 1 is out of bounds for %s",
                         ssi_torch_c_name(dtype));
    case SS_ERR_TORCH_FROM_TO_CAST:
        return ssi_unsupported(s, "a range of ints that %s cannot tell apart",
                               ss_dtype_name(dtype));
    case SS_ERR_TORCH_FROM_CAST:
        return ssi_raise(s, "RuntimeError",
                         "random_ expects 'from' casted to dtype to be less "
                         "than or equal to 'to_inc' casted to dtype, but got "
                         "from=%lld > to_inc=%lld",
                         (long long)from, (long long)highest(dtype));
    case SS_ERR_DTYPE:
        return ssi_raise(s, "RuntimeError",
                         "check_random_bounds handles only "
                         "integral, floating-point and boolean types");
    default:
        return ssi_raise_status(s, status);
    }
}

bool ssi_torch_raise_dtype(ss_session *s, const char *what, ss_dtype dtype)
{
    return ssi_raise(s, "NotImplementedError",
                     "\"%s\" not implemented for '%s'", what,
                     ssi_torch_scalar_name(dtype));
}

bool ssi_torch_raise_sizes(ss_session *s, const ss_array *a, const ss_array *b)
{
    uint32_t ndim = a->ndim > b->ndim ? a->ndim : b->ndim;
    for (uint32_t i = ndim; i-- > 0;) {
        uint32_t la = ndim - a->ndim, lb = ndim - b->ndim;
        size_t x = i < la ? 1 : a->shape[i - la];
        size_t y = i < lb ? 1 : b->shape[i - lb];
        if (x != y && x != 1 && y != 1)
            return ssi_raise(s, "RuntimeError",
                             "The size of tensor a (%zu) must match the size "
                             "of tensor b (%zu) at non-singleton dimension %u",
                             x, y, (unsigned)i);
    }
    return ssi_raise(s, "RuntimeError", "The sizes of the tensors differ");
}

bool ssi_torch_sizes_text(ss_session *s, const ss_array *a, ss_text *out)
{
    char number[32];
    if (!ssi_text_add(s, out, "["))
        return false;
    for (uint32_t i = 0; i < a->ndim; i++) {
        snprintf(number, sizeof number, "%s%zu", i ? ", " : "", a->shape[i]);
        if (!ssi_text_add(s, out, number))
            return false;
    }
    return ssi_text_add(s, out, "]");
}
