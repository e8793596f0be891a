/* SPDX-License-Identifier: MIT
 * Generator.choice.
 * Learned from: NumPy 2.4.6 (_generator.pyx) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "numpy/sums.h"
#include "script/numpy_generator.h"
#include "script/numpy_random.h"

typedef struct choice_call {
    ss_numpy_generator *generator;
    ssi_value from; /* an array with axes, or None: 0 ... count - 1 */
    uint32_t axis;
    int64_t count; /* of the population */
    ssi_value p;   /* float64 array, or None */
    ss_dtype p_dtype;
    bool replace, shuffle, bool_axis;
} choice_call;

static bool population_number(ss_session *s, ssi_value given, ssi_value v,
                              int64_t product, choice_call *c)
{
    uint64_t u;
    bool negative, fits;
    if (!ssi_is_int(v))
        return ssi_raise(s, "ValueError",
                         "a must be a sequence or an integer, not <class "
                         "'%s'>",
                         ssi_type_name(given));
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if ((negative || (fits && u == 0)) && product != 0)
        return ssi_raise_status(s, SS_ERR_NUMPY_A_NOT_POSITIVE_INT);
    if (!negative && (!fits || u > INT64_MAX))
        return ssi_unsupported(s, "choice() from 2**63 and more");
    c->count = negative ? 0 : (int64_t)u;
    return true;
}

/* a.shape[axis]: a tuple's index. */
static bool population_axis(ss_session *s, ssi_value given, int64_t product,
                            choice_call *c)
{
    const ss_array *a = ssi_array_of(c->from);
    int64_t axis = 0;
    if (!ssi_has_index(given))
        return ssi_raise(s, "TypeError",
                         "tuple indices must be integers or slices, not %s",
                         ssi_type_name(given));
    if (!ssi_to_int64(s, given, &axis))
        return false;
    if (axis < -(int64_t)a->ndim || axis >= (int64_t)a->ndim)
        return ssi_raise(s, "IndexError", "tuple index out of range");
    c->bool_axis = given.tag == SSI_BOOL;
    c->axis = (uint32_t)(axis < 0 ? axis + a->ndim : axis);
    c->count = (int64_t)a->shape[c->axis];
    if (c->count == 0 && product != 0)
        return ssi_raise_status(s, SS_ERR_NUMPY_A_EMPTY);
    return true;
}

static bool population(ss_session *s, ssi_call *call, int64_t product,
                       choice_call *c)
{
    ssi_value v = call->args[0], item;
    ssi_discovery found;
    if (!ssi_discover(s, v, &found))
        return false;
    if (found.ndim > 0 || found.ragged)
        return ssi_asarray(s, v, NULL, &c->from)
               && population_axis(
                   s, call->given[4] ? call->args[4] : ssi_int(0), product, c);
    item = ssi_retain(v);
    if (ssi_is_array(v)) {
        ssi_release(s, item);
        if (!ssi_item_python(s, ssi_array_element(ssi_array_of(v)),
                             ssi_array_of(v)->data, &item))
            return false;
    }
    bool ok = population_number(s, v, item, product, c);
    ssi_release(s, item);
    return ok;
}

static bool check_probabilities(ss_session *s, const choice_call *c)
{
    const ss_array *a = ssi_array_of(c->p);
    const double *p = a->data;
    double sum, off, tolerance = 0x1p-26;
    if (a->ndim != 1)
        return ssi_raise(s, "ValueError", "p must be 1-dimensional");
    if ((int64_t)a->shape[0] != c->count)
        return ssi_raise(s, "ValueError", "a and p must have same size");
    sum = ssi_numpy_kahan_sum(p, a->shape[0]);
    if (sum != sum)
        return ssi_raise_status(s, SS_ERR_NUMPY_PROB_NAN);
    for (size_t i = 0; i < a->shape[0]; i++)
        if (p[i] < 0)
            return ssi_raise_status(s, SS_ERR_NUMPY_PROB_NEGATIVE);
    if (c->p_dtype == SS_FLOAT32)
        tolerance = 0x1.6a09e6p-12;
    else if (c->p_dtype == SS_FLOAT16)
        tolerance = 0x1p-5;
    off = sum - 1 < 0 ? 1 - sum : sum - 1;
    return off <= tolerance || ssi_raise_status(s, SS_ERR_NUMPY_PROB_SUM);
}

static bool probabilities(ss_session *s, ssi_value v, choice_call *c)
{
    ssi_element float64 = ssi_element_of(SS_FLOAT64);
    ssi_value given;
    size_t n;
    c->p_dtype = SS_FLOAT64;
    if (v.tag == SSI_NONE)
        return true;
    if (!ssi_length(s, v, &n))
        return false;
    if (ssi_is(v, &ssi_type_ndarray)
        && ssi_dtype_is_float(ssi_array_of(v)->dtype))
        c->p_dtype = ssi_array_of(v)->dtype;
    if (!ssi_asarray(s, v, &float64, &given))
        return false;
    bool ok = ssi_array_copy(s, &ssi_type_ndarray, given, float64, &c->p);
    ssi_release(s, given);
    return ok && check_probabilities(s, c);
}

static bool draw_indices(ss_session *s, const choice_call *c, int64_t *out,
                         size_t n)
{
    const double *p = c->p.tag == SSI_NONE ? NULL : ssi_array_of(c->p)->data;
    ss_status status;
    if (n == 0)
        return true;
    status = ss_numpy_generator_choice_fill(c->generator, c->count, c->replace,
                                            p, c->p_dtype, c->shuffle, out, n);
    return status == SS_OK || ssi_raise_status(s, status);
}

/* a.take(index, axis): outer is the axes before, inner the ones after. */
static void take(const ss_array *a, uint32_t axis, const ss_array *index,
                 char *out)
{
    const int64_t *at = index->data;
    size_t outer = 1, inner = a->itemsize, n = ss_array_size(index);
    for (uint32_t i = 0; i < axis; i++)
        outer *= a->shape[i];
    for (uint32_t i = axis + 1; i < a->ndim; i++)
        inner *= a->shape[i];
    for (size_t i = 0; i < outer; i++)
        for (size_t k = 0; k < n; k++, out += inner)
            memcpy(out,
                   (char *)a->data
                       + (i * a->shape[axis] + (size_t)at[k]) * inner,
                   inner);
}

static bool take_array(ss_session *s, const choice_call *c,
                       const ss_array *index, bool scalar, ssi_value *out)
{
    const ss_array *from = ssi_array_of(c->from);
    ssi_value copy;
    size_t dims[2 * SS_ARRAY_MAX_DIMS];
    uint32_t ndim = 0;
    if (from->ndim + index->ndim - 1 > SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "choice() of more than %d axes",
                               SS_ARRAY_MAX_DIMS);
    for (uint32_t i = 0; i < from->ndim; i++) {
        if (i != c->axis)
            dims[ndim++] = from->shape[i];
        for (uint32_t k = 0; i == c->axis && k < index->ndim; k++)
            dims[ndim++] = index->shape[k];
    }
    if (!ssi_array_copy(s, &ssi_type_ndarray, c->from, ssi_array_element(from),
                        &copy))
        return false;
    const ss_array *a = ssi_array_of(copy);
    bool ok = ssi_new_array(s, &ssi_type_ndarray, a->dtype, a->itemsize, ndim,
                            dims, out);
    if (ok)
        take(a, c->axis, index, ssi_array_of(*out)->data);
    if (ok && scalar && ndim == 0) {
        ssi_value whole = *out;
        ok = ssi_new_scalar(s, a->dtype, a->itemsize, ssi_array_of(whole)->data,
                            out);
        ssi_release(s, whole);
    }
    ssi_release(s, copy);
    return ok;
}

static bool choose(ss_session *s, const choice_call *c, ssi_shape *shape,
                   ssi_value *out)
{
    ssi_value indices;
    bool scalar = shape->none;
    if (scalar)
        shape->ndim = 0;
    if (!ssi_new_ndarray(s, SS_INT64, shape, &indices))
        return false;
    const ss_array *index = ssi_array_of(indices);
    bool ok = draw_indices(s, c, index->data, ss_array_size(index));
    if (ok && c->from.tag == SSI_NONE) {
        *out = scalar ? ssi_int(*(int64_t *)index->data) : ssi_retain(indices);
    } else if (ok) {
        ok = take_array(s, c, index, scalar, out);
    }
    ssi_release(s, indices);
    return ok;
}

static bool choice(ss_session *s, ssi_call *call, choice_call *c,
                   ssi_value *out)
{
    ssi_value size = call->given[1] ? call->args[1] : ssi_none();
    ssi_shape shape;
    int64_t product;
    c->replace = c->shuffle = true;
    if (!ssi_no_text_size(s, size))
        return false;
    ssi_lenient_product(size, &product);
    if (!population(s, call, product, c)
        || (c->count == 0 && !ssi_can_multiply_size(s, size))
        || !probabilities(s, call->given[3] ? call->args[3] : ssi_none(), c)
        || !ssi_size_product(s, size, &product)
        || (call->given[2] && !ssi_truth(s, call->args[2], &c->replace)))
        return false;
    if (!c->replace && product > c->count)
        return ssi_raise_status(s, SS_ERR_NUMPY_SAMPLE_LARGE);
    if (!ssi_size_argument(s, size, 8, &shape)
        || (call->given[5] && !ssi_truth(s, call->args[5], &c->shuffle)))
        return false;
    if (c->bool_axis)
        return ssi_raise(s, "TypeError", "an integer is required for the axis");
    return choose(s, c, &shape, out);
}

bool ssi_generator_choice(ss_session *s, ssi_call *call, ssi_value *out)
{
    choice_call c = {.generator = ssi_generator_of(call),
                     .from = ssi_none(),
                     .p = ssi_none()};
    bool ok = choice(s, call, &c, out);
    ssi_release(s, c.from);
    ssi_release(s, c.p);
    return ok;
}
