/* SPDX-License-Identifier: MIT
 * Methods of ndarrays.
 * Learned from: NumPy 2.4.6 by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/files.h"

bool ssi_unknown_attribute(ss_session *s, const char *const *names,
                           const char *type, const char *name)
{
    for (; *names; names++)
        if (strcmp(*names, name) == 0)
            return ssi_unsupported(s, "%s.%s is not supported", type, name);
    return false;
}

static bool tolist(ss_session *s, const ss_array *a, uint32_t axis, char *item,
                   ssi_value *out)
{
    if (axis == a->ndim)
        return ssi_item_python(s, ssi_array_element(a), item, out);
    if (!ssi_new_list(s, NULL, 0, out))
        return false;
    for (size_t i = 0; i < a->shape[axis]; i++) {
        ssi_value element;
        bool ok = tolist(s, a, axis + 1, item, &element);
        if (ok) {
            ok = ssi_list_append(s, *out, element);
            ssi_release(s, element);
        }
        if (!ok) {
            ssi_release(s, *out);
            return false;
        }
        item += a->strides[axis];
    }
    return true;
}

bool ssi_array_tolist(ss_session *s, ssi_value array, ssi_value *out)
{
    const ss_array *a = ssi_array_of(array);
    return tolist(s, a, 0, a->data, out);
}

static bool method_tolist(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_array_tolist(s, call->self, out);
}

/* item(i): by the flat index. */
static bool flat_item(ss_session *s, const ss_array *a, ssi_value key,
                      ssi_value *out)
{
    int64_t i, n = (int64_t)ss_array_size(a);
    char *item = a->data;
    if (!ssi_to_int64(s, key, &i))
        return false;
    if (i < -n || i >= n)
        return ssi_raise(s, "IndexError",
                         a->ndim == 1 ? "index %lld is out of bounds for axis "
                                        "0 with size %lld"
                                      : "index %lld is out of bounds for size "
                                        "%lld",
                         (long long)i, (long long)n);
    size_t rest = (size_t)(i < 0 ? i + n : i);
    for (uint32_t axis = a->ndim; axis-- > 0; rest /= a->shape[axis])
        item += (ptrdiff_t)(rest % a->shape[axis]) * a->strides[axis];
    return ssi_item_python(s, ssi_array_element(a), item, out);
}

static bool method_item(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ss_array *a = ssi_array_of(call->self);
    ss_array view;
    bool dots;
    ssi_value key;
    if (call->positional_count == 0) {
        if (ss_array_size(a) != 1)
            return ssi_raise(s, "ValueError",
                             "can only convert an array of "
                             "size 1 to a Python scalar");
        return ssi_item_python(s, ssi_array_element(a), a->data, out);
    }
    key = call->positional[0];
    if (call->positional_count == 1 && !ssi_is(key, &ssi_type_tuple))
        return flat_item(s, a, key, out);
    if (call->positional_count == 1)
        ssi_retain(key);
    else if (!ssi_new_tuple(s, call->positional, call->positional_count, &key))
        return false;
    bool ok = ((ssi_list_object *)key.u.o)->count == a->ndim
                  ? ssi_array_index(s, call->self, key, &view, &dots)
                  : ssi_raise(s, "ValueError",
                              "incorrect number of indices for array");
    ssi_release(s, key);
    if (ok && (view.ndim || dots))
        return ssi_unsupported(s, "item() of what is no integer");
    return ok && ssi_item_python(s, ssi_array_element(a), view.data, out);
}

static bool method_copy(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_array_copy(s, &ssi_type_ndarray, call->self,
                          ssi_array_element(ssi_array_of(call->self)), out);
}

static bool method_astype(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_element e;
    return ssi_dtype_argument(s, call->args[0], &e)
           && ssi_array_copy(s, &ssi_type_ndarray, call->self, e, out);
}

static bool method_tobytes(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ss_array *a = ssi_array_of(call->self);
    ssi_value copy;
    if (!method_copy(s, call, &copy))
        return false;
    bool ok = ssi_new_bytes(s, ssi_array_of(copy)->data,
                            ss_array_size(a) * a->itemsize, out);
    ssi_release(s, copy);
    return ok;
}

static bool method_flatten(ss_session *s, ssi_call *call, ssi_value *out)
{
    if (!method_copy(s, call, out))
        return false;
    ss_array *a = ssi_array_of(*out);
    a->shape[0] = ss_array_size(a);
    a->strides[0] = (ptrdiff_t)a->itemsize;
    a->ndim = 1;
    return true;
}

const ssi_function ssi_ndarray_methods[] = {
    {"tolist", "", method_tolist,
     "Nested lists of Python's own numbers: float64 and float32 as float.", 0,
     SSI_STYLE_O, "ndarray.tolist"},
    {"item", "*args", method_item,
     "One element as Python's own object: item() of an array of size 1, "
     "item(i) by the flat index, item(i, j) by one index an axis.",
     0, SSI_STYLE_O, "ndarray.item"},
    {"copy", "", method_copy,
     "A new C-ordered array, equal element by "
     "element.",
     0, SSI_STYLE_O, "ndarray.copy"},
    {"astype", "dtype", method_astype,
     "A copy with another dtype, each element cast as C casts it.", 0,
     SSI_STYLE_O, "ndarray.astype"},
    {"tobytes", "", method_tobytes, "The elements' bytes in C order.", 0,
     SSI_STYLE_O, "ndarray.tobytes"},
    {"tofile", "fid, sep='', format='%s'", ssi_ndarray_tofile,
     "Write the elements' bytes in C order to a file.", 0, SSI_STYLE_NPY, NULL},
    {"flatten", "", method_flatten, "A one-dimensional copy in C order.", 0,
     SSI_STYLE_O, "ndarray.flatten"},
    {0},
};
