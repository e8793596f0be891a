/* SPDX-License-Identifier: MIT
 * Matched arguments of PyTorch's functions as C values: sizes, options.
 * Learned from: PyTorch 2.13.0 (python_arg_parser.h, EmptyTensor.cpp) by
 * experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/torch_values.h"

static bool unpack_int(ss_session *s, ssi_value v, int64_t *out)
{
    uint64_t u;
    bool negative, fits;
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (!fits || (!negative && u > INT64_MAX))
        return ssi_raise(s, "ValueError", "Overflow when unpacking long long");
    *out = (int64_t)u;
    return true;
}

bool ssi_torch_int(ss_session *s, const ssi_torch_arguments *a, size_t i,
                   int64_t *out)
{
    return !a->given[i] || a->values[i].tag == SSI_NONE
           || unpack_int(s, a->values[i], out);
}

bool ssi_torch_float(ss_session *s, const ssi_torch_arguments *a, size_t i,
                     double *out)
{
    return !a->given[i] || ssi_to_double(s, a->values[i], out);
}

static bool raise_sizes(ss_session *s, const char *what, const int64_t *sizes,
                        size_t count)
{
    ss_text text = {0};
    char number[32];
    bool ok = true;
    for (size_t i = 0; i < count && ok; i++) {
        snprintf(number, sizeof number, "%s%lld", i ? ", " : "",
                 (long long)sizes[i]);
        ok = ssi_text_add(s, &text, number);
    }
    if (ok)
        ssi_raise(s, "RuntimeError", "%s[%s]", what,
                  text.data ? text.data : "");
    ss_text_free(&text);
    return false;
}

bool ssi_torch_check_sizes(ss_session *s, const char *name,
                           const int64_t *sizes, size_t count, size_t itemsize,
                           ssi_shape *out)
{
    char what[96];
    uint64_t bytes = itemsize ? itemsize : 1;
    *out = (ssi_shape){.ndim = (uint32_t)count};
    for (size_t i = 0; i < count; i++) {
        out->dims[i] = (size_t)sizes[i];
        if (sizes[i] >= 0)
            continue;
        if (strcmp(name, "zeros") == 0)
            return ssi_raise(s, "RuntimeError",
                             "zeros: Dimension size must "
                             "be non-negative.");
        snprintf(what, sizeof what,
                 "Trying to create tensor with negative "
                 "dimension %lld: ",
                 (long long)sizes[i]);
        return raise_sizes(s, what, sizes, count);
    }
    for (size_t i = 0; i < count; i++)
        if (sizes[i] == 0)
            return true;
    for (size_t i = 0; i < count; i++) {
        if ((uint64_t)sizes[i] > (uint64_t)INT64_MAX / bytes)
            return raise_sizes(s,
                               "Storage size calculation overflowed with "
                               "sizes=",
                               sizes, count);
        bytes *= (uint64_t)sizes[i];
    }
    return true;
}

/* Item i of the sizes; errors count from 1. */
static bool unpack_size(ss_session *s, const ssi_torch_arguments *a, size_t i,
                        ssi_value v, int64_t *out)
{
    uint64_t u;
    bool negative, fits;
    if ((!ssi_is_int(v) && !ssi_is_array(v)) || ssi_is_float(v))
        return ssi_raise(s, "TypeError",
                         "%s(): argument 'size' failed to unpack the object "
                         "at pos %zu with error \"type must be tuple of "
                         "ints,but got %s\"",
                         a->name, i + 1, ssi_type_name(v));
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (!fits || (!negative && u > INT64_MAX))
        return ssi_raise(s, "TypeError",
                         "%s(): argument 'size' failed to unpack the object "
                         "at pos %zu with error \"Overflow when unpacking "
                         "long long",
                         a->name, i + 1);
    *out = (int64_t)u;
    return true;
}

bool ssi_torch_sizes(ss_session *s, const ssi_torch_arguments *a, size_t i,
                     size_t itemsize, ssi_shape *out)
{
    int64_t sizes[SS_ARRAY_MAX_DIMS];
    size_t count = a->call->positional_count;
    bool spread = a->spread && i == 0;
    if (!spread && !ssi_length(s, a->values[i], &count))
        return false;
    if (count > SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "tensors of more than 64 dimensions");
    for (size_t k = 0; k < count; k++) {
        ssi_value v;
        bool done = false, ok;
        if (spread)
            v = ssi_retain(a->call->positional[k]);
        else if (!ssi_iterate(s, a->values[i], k, &v, &done) || done)
            return false;
        ok = unpack_size(s, a, k, v, &sizes[k]);
        ssi_release(s, v);
        if (!ok)
            return false;
    }
    return ssi_torch_check_sizes(s, a->name, sizes, count, itemsize, out);
}

ss_torch_generator *
ssi_torch_generator_at(ss_session *s, const ssi_torch_arguments *a, size_t i)
{
    if (a->given[i] && ssi_is(a->values[i], &ssi_type_torch_generator))
        return ssi_torch_generator_of(s, a->values[i]);
    return &s->torch_random;
}

static bool check_device(ss_session *s, ssi_value v)
{
    const char *name;
    if (v.tag == SSI_NONE || ssi_torch_is_device(v))
        return true;
    if (v.tag == SSI_INT)
        return ssi_raise(s, "RuntimeError",
                         "Cannot access accelerator device "
                         "when none is available.");
    name = ((ssi_str_object *)v.u.o)->data;
    if (strcmp(name, "cpu") == 0)
        return true;
    return ssi_unsupported(s, "device '%s'; 'cpu' is supported", name);
}

static bool is_true(const ssi_torch_arguments *a, size_t i)
{
    return a->given[i] && a->values[i].tag == SSI_BOOL && a->values[i].u.b;
}

bool ssi_torch_options(ss_session *s, const ssi_torch_arguments *a, size_t i,
                       ss_dtype *dtype)
{
    bool has_out = a->given[i] && a->values[i].tag != SSI_NONE;
    bool has_dtype = a->given[i + 1] && a->values[i + 1].tag != SSI_NONE;
    if (has_out && !a->takes_out)
        return ssi_unsupported(s, "out= of %s()", a->name);
    if (has_dtype)
        ssi_torch_dtype_of(a->values[i + 1], dtype);
    if (has_out) {
        ss_dtype of = ssi_array_of(a->values[i])->dtype;
        if (has_dtype && of != *dtype)
            return ssi_raise(s, "RuntimeError",
                             "dtype %s does not match dtype of out parameter "
                             "(%s)",
                             ssi_torch_scalar_name(*dtype),
                             ssi_torch_scalar_name(of));
        *dtype = of;
    }
    if (a->given[i + 3] && !check_device(s, a->values[i + 3]))
        return false;
    if (is_true(a, i + 4))
        return ssi_unsupported(s, "pin_memory=True");
    return true;
}

bool ssi_torch_result(ss_session *s, const ssi_torch_arguments *a, size_t i,
                      ss_dtype dtype, const ssi_shape *shape, ssi_value *out)
{
    if (!a->given[i] || a->values[i].tag == SSI_NONE)
        return ssi_new_tensor(s, dtype, shape, out);
    const ss_array *t = ssi_array_of(a->values[i]);
    bool same = t->ndim == shape->ndim;
    for (uint32_t k = 0; same && k < t->ndim; k++)
        same = t->shape[k] == shape->dims[k];
    if (!same)
        return ssi_unsupported(s, "out= of another shape than the result's");
    *out = ssi_retain(a->values[i]);
    return true;
}

bool ssi_torch_dtype_of(ssi_value v, ss_dtype *out)
{
    static const struct {
        const char *name;
        ss_dtype dtype;
    } classes[] = {{"float", SS_FLOAT64},
                   {"int", SS_INT64},
                   {"bool", SS_BOOL},
                   {"complex", SS_COMPLEX128}};
    const ssi_class *cls = ssi_class_of(v);
    if (ssi_is(v, &ssi_type_torch_dtype)) {
        *out = ssi_dtype_element(v).dtype;
        return true;
    }
    for (size_t i = 0; cls && i < sizeof classes / sizeof *classes; i++)
        if (strcmp(cls->qualified, classes[i].name) == 0) {
            *out = classes[i].dtype;
            return true;
        }
    return false;
}

bool ssi_torch_out(ss_session *s, ssi_value into, const char *name,
                   ss_dtype dtype, const ssi_shape *shape, ssi_value *out)
{
    if (into.tag == SSI_NONE)
        return ssi_new_tensor(s, dtype, shape, out);
    const ss_array *a = ssi_array_of(into);
    bool same = a->ndim == shape->ndim && a->dtype == dtype
                && ss_array_is_contiguous(a);
    for (uint32_t i = 0; same && i < a->ndim; i++)
        same = a->shape[i] == shape->dims[i];
    if (!same)
        return ssi_unsupported(s,
                               "out= of %s() that has another dtype or "
                               "shape than the result or is not contiguous",
                               name);
    *out = ssi_retain(into);
    return true;
}
