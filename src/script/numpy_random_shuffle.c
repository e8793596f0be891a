/* SPDX-License-Identifier: MIT
 * np.random.shuffle and np.random.permutation.
 * Learned from: NumPy 2.4.6 (mtrand.pyx) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/numpy_random.h"

static int64_t *shuffled_indices(ss_numpy_randomstate *rs, size_t n)
{
    int64_t *index = malloc((n ? n : 1) * sizeof *index);
    for (size_t i = 0; index && i < n; i++)
        index[i] = (int64_t)i;
    if (index)
        ss_numpy_shuffle(rs, index, n, sizeof *index, sizeof *index);
    return index;
}

/* Row i of to becomes row index[i] of from, both of one shape. */
static void take_rows(const ss_array *to, const ss_array *from,
                      const int64_t *index)
{
    ss_array x = *to, y = *from;
    ssi_walk wx, wy;
    size_t rows = to->shape[0];
    x.ndim--;
    y.ndim--;
    memmove(x.shape, x.shape + 1, x.ndim * sizeof *x.shape);
    memmove(x.strides, x.strides + 1, x.ndim * sizeof *x.strides);
    memmove(y.shape, y.shape + 1, y.ndim * sizeof *y.shape);
    memmove(y.strides, y.strides + 1, y.ndim * sizeof *y.strides);
    size_t n = ss_array_size(&x);
    for (size_t i = 0; i < rows; i++) {
        x.data = (char *)to->data + (ptrdiff_t)i * to->strides[0];
        y.data = (char *)from->data + (ptrdiff_t)index[i] * from->strides[0];
        ssi_walk_start(&wx, &x);
        ssi_walk_start(&wy, &y);
        for (size_t k = 0; k < n; k++) {
            memcpy(wx.item, wy.item, to->itemsize);
            ssi_walk_next(&wx);
            ssi_walk_next(&wy);
        }
    }
}

/* Along axis 0, from another array of the same shape. */
static bool shuffle_rows(ss_session *s, ss_numpy_randomstate *rs,
                         const ss_array *to, const ss_array *from)
{
    int64_t *index = shuffled_indices(rs, to->shape[0]);
    if (!index)
        return ssi_raise_memory(s);
    take_rows(to, from, index);
    free(index);
    return true;
}

static bool shuffle_array(ss_session *s, ss_numpy_randomstate *rs,
                          ssi_value array)
{
    ss_array *a = ssi_array_of(array);
    ssi_value copy;
    if (a->ndim == 0)
        return ssi_raise(s, "TypeError", "len() of unsized object");
    if (ss_array_size(a) == 0)
        return true;
    if (a->ndim == 1) {
        ss_numpy_shuffle(rs, a->data, a->shape[0], a->itemsize, a->strides[0]);
        return true;
    }
    if (!ssi_array_copy(s, &ssi_type_ndarray, array, ssi_array_element(a),
                        &copy))
        return false;
    bool ok = shuffle_rows(s, rs, a, ssi_array_of(copy));
    ssi_release(s, copy);
    return ok;
}

bool ssi_numpy_shuffle_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_numpy_randomstate *rs = ssi_numpy_random_of(s, call);
    ssi_value x = call->args[0];
    size_t n;
    *out = ssi_none();
    if (ssi_is(x, &ssi_type_ndarray))
        return shuffle_array(s, rs, x);
    if (ssi_is(x, &ssi_type_tensor))
        return ssi_unsupported(s, "np.random.shuffle() of a torch tensor");
    if (ssi_is(x, &ssi_type_list)) {
        ssi_list_object *list = (ssi_list_object *)x.u.o;
        ss_numpy_shuffle(rs, list->items, list->count, sizeof *list->items,
                         sizeof *list->items);
        return true;
    }
    if (!ssi_length(s, x, &n))
        return false;
    if (n < 2)
        return true;
    if (ssi_is(x, &ssi_type_dict))
        return ssi_unsupported(s, "np.random.shuffle() of a dict");
    return ssi_raise(s, "TypeError",
                     "'%s' object does not support item "
                     "assignment",
                     ssi_type_name(x));
}

/* permutation(n): 0 ... n - 1, of the dtype that NumPy gives for n's type. */
static bool permutation_of(ss_session *s, ss_numpy_randomstate *rs, ssi_value v,
                           ssi_value *out)
{
    uint64_t u;
    bool negative, fits;
    ssi_shape shape = {.ndim = 1};
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (!fits || (!negative && u > INT64_MAX))
        return ssi_unsupported(s, "permutations of 2**63 and more");
    ssi_value count = ssi_int(negative ? 0 : (int64_t)u);
    bool floats = ssi_is(v, &ssi_type_numpy_scalar)
                  && ((ssi_scalar_object *)v.u.o)->dtype == SS_UINT64;
    if (!ssi_dims_argument(s, &count, 1, 8, &shape)
        || !ssi_new_ndarray(s, floats ? SS_FLOAT64 : SS_INT64, &shape, out))
        return false;
    int64_t *items = ssi_array_of(*out)->data;
    ss_numpy_permutation_fill(rs, items, shape.dims[0]);
    for (size_t i = 0; floats && i < shape.dims[0]; i++) {
        double d = (double)items[i];
        memcpy(&items[i], &d, sizeof d);
    }
    return true;
}

bool ssi_numpy_permutation(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_numpy_randomstate *rs = ssi_numpy_random_of(s, call);
    ssi_value x = call->args[0], from;
    ssi_discovery found;
    bool truth = ssi_is(x, &ssi_type_numpy_scalar)
                 && ((ssi_scalar_object *)x.u.o)->dtype == SS_BOOL;
    if (ssi_is_int(x) && !truth)
        return permutation_of(s, rs, x, out);
    if (!ssi_discover(s, x, &found))
        return false;
    if (found.ndim == 0 && !found.ragged)
        return ssi_raise(s, "IndexError",
                         "x must be an integer or at least 1-dimensional");
    if (!ssi_array_from(s, &ssi_type_ndarray, x, NULL, &from))
        return false;
    ss_array *a = ssi_array_of(from);
    if (a->ndim == 1) {
        ss_numpy_shuffle(rs, a->data, a->shape[0], a->itemsize, a->strides[0]);
        *out = from;
        return true;
    }
    bool ok =
        ssi_array_copy(s, &ssi_type_ndarray, from, ssi_array_element(a), out);
    if (ok && !shuffle_rows(s, rs, ssi_array_of(*out), a)) {
        ssi_release(s, *out);
        ok = false;
    }
    ssi_release(s, from);
    return ok;
}
