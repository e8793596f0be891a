/* SPDX-License-Identifier: MIT
 * Arguments of tensor operations, as methods and as functions: axes, sizes.
 * Learned from: PyTorch 2.13.0 (c10/core/WrapDimMinimal.cpp) by experiment.
 */
#include <string.h>

#include "script/torch_ops.h"

#define MAX_SIGNATURES 6
#define SIGNATURE_SIZE 256

static void drop_input(ssi_torch_arguments *a)
{
    a->count--;
    for (size_t i = 0; i < a->count; i++) {
        a->given[i] = a->given[i + 1];
        a->values[i] = a->values[i + 1];
    }
    a->given[a->count] = false;
}

bool ssi_torch_parse_on(ss_session *s, ssi_call *call,
                        const char *const *signatures, ssi_torch_arguments *out,
                        ssi_value *self)
{
    static const char input[] = "input:T!";
    char text[MAX_SIGNATURES][SIGNATURE_SIZE];
    const char *with_input[MAX_SIGNATURES + 1] = {NULL};
    if (call->self.tag != SSI_NONE) {
        *self = call->self;
        return ssi_torch_parse(s, call, signatures, out);
    }
    for (size_t i = 0; signatures[i] && i < MAX_SIGNATURES; i++) {
        size_t size = strlen(signatures[i]);
        memcpy(text[i], input, sizeof input);
        if (size && size + sizeof input < SIGNATURE_SIZE) {
            text[i][sizeof input - 1] = ',';
            memcpy(text[i] + sizeof input, signatures[i], size + 1);
        }
        with_input[i] = text[i];
    }
    if (!ssi_torch_parse(s, call, with_input, out))
        return false;
    *self = out->values[0];
    drop_input(out);
    return true;
}

bool ssi_torch_has(const ssi_torch_arguments *a, size_t i)
{
    return a->given[i] && a->values[i].tag != SSI_NONE;
}

bool ssi_torch_flag(const ssi_torch_arguments *a, size_t i, bool otherwise)
{
    return ssi_torch_has(a, i) ? a->values[i].u.b : otherwise;
}

/* One int: a number, or a tensor with one whole element. */
static bool one_int(ss_session *s, const ssi_torch_arguments *a,
                    const char *what, size_t at, ssi_value v, int64_t *out)
{
    uint64_t u;
    bool negative, fits, whole;
    whole = v.tag != SSI_BOOL && (ssi_is_int(v) || ssi_is_array(v));
    if (!whole)
        return ssi_raise(s, "TypeError",
                         "%s(): argument '%s' failed to unpack the object at "
                         "pos %zu with error \"type must be tuple of ints,but "
                         "got %s\"",
                         a->name, what, at + 1, ssi_type_name(v));
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (!fits || (!negative && u > INT64_MAX))
        return ssi_raise(s, "TypeError",
                         "%s(): argument '%s' failed to unpack the object at "
                         "pos %zu with error \"Overflow when unpacking long "
                         "long",
                         a->name, what, at + 1);
    *out = (int64_t)u;
    return true;
}

bool ssi_torch_int_list(ss_session *s, const ssi_torch_arguments *a, size_t i,
                        const char *what, ssi_torch_ints *out)
{
    ssi_value v = a->values[i];
    bool spread = a->spread && i == 0, done = false, ok = true;
    size_t count = a->call->positional_count;
    if (!spread && v.tag != SSI_OBJECT)
        count = 1;
    else if (!spread && ssi_is(v, &ssi_type_tensor))
        count = 1;
    else if (!spread && !ssi_length(s, v, &count))
        return false;
    if (count > SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "tensors of more than 64 dimensions");
    out->count = count;
    for (size_t k = 0; ok && k < count; k++) {
        ssi_value item = v;
        if (spread)
            item = ssi_retain(a->call->positional[k]);
        else if (v.tag != SSI_OBJECT || ssi_is(v, &ssi_type_tensor))
            ssi_retain(item);
        else if (!ssi_iterate(s, v, k, &item, &done) || done)
            return false;
        ok = one_int(s, a, what, k, item, &out->v[k]);
        ssi_release(s, item);
    }
    return ok;
}

bool ssi_torch_axis(ss_session *s, int64_t dim, uint32_t ndim, size_t *out)
{
    int64_t n = ndim ? ndim : 1;
    if (dim < -n || dim >= n)
        return ssi_raise(s, "IndexError",
                         "Dimension out of range (expected to be in range of "
                         "[%lld, %lld], but got %lld)",
                         (long long)-n, (long long)n - 1, (long long)dim);
    *out = (size_t)(dim < 0 ? dim + n : dim);
    return true;
}
