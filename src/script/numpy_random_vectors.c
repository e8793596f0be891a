/* SPDX-License-Identifier: MIT
 * Draws of np.random that are vectors: multinomial, dirichlet,
 * multivariate_normal.
 * Learned from: NumPy 2.4.6 (mtrand.pyx) by experiment.
 */
#include <sameseed/numpy_multivariate.h>

#include <stdlib.h>
#include <string.h>

#include "script/numpy_generator.h"
#include "script/numpy_random.h"

/* The shape size + (d,): an int, or tuple(size). */
bool ssi_rows_shape(ss_session *s, ssi_value size, size_t d, ssi_shape *out)
{
    ssi_value dims[SS_ARRAY_MAX_DIMS + 1];
    size_t count = 0;
    bool done = false, ok = true;
    bool zero_d = ssi_is(size, &ssi_type_ndarray)
                  && ssi_array_of(size)->ndim == 0
                  && ssi_dtype_is_integer(ssi_array_of(size)->dtype);
    if (ssi_is_int(size) || zero_d) {
        if (!ssi_to_python_int(s, size, &dims[count++]))
            return false;
    } else if (size.tag != SSI_NONE) {
        while (ok && count < SS_ARRAY_MAX_DIMS) {
            ok = ssi_iterate(s, size, count, &dims[count], &done);
            if (!ok || done)
                break;
            count++;
        }
    }
    dims[count] = ssi_int((int64_t)d);
    ok = ok && ssi_dims_argument(s, dims, count + 1, 8, out);
    for (size_t i = 0; i < count; i++)
        ssi_release(s, dims[i]);
    return ok;
}

/* size[:] of what multivariate_normal() takes for a shape. */
bool ssi_is_slice_size(ss_session *s, ssi_value size)
{
    bool scalar = ssi_is(size, &ssi_type_numpy_scalar) && !ssi_is_int(size);
    double real, imag;
    if (size.tag == SSI_BOOL)
        return ssi_raise(s, "TypeError", "an integer is required");
    if (scalar)
        return ssi_raise(s, "IndexError", "invalid index to scalar variable.");
    if (ssi_is(size, &ssi_type_ndarray) && ssi_array_of(size)->ndim == 0)
        return ssi_raise(s, "IndexError",
                         "too many indices for array: array is "
                         "0-dimensional, but 1 were indexed");
    if (ssi_is(size, &ssi_type_dict))
        return ssi_raise(s, "TypeError", "unhashable type: 'slice'");
    if (size.tag == SSI_FLOAT || ssi_complex_parts(size, &real, &imag))
        return ssi_raise(s, "TypeError", "'%s' object is unsliceable",
                         ssi_type_name(size));
    return true;
}

size_t ssi_row_count(const ssi_shape *shape)
{
    size_t n = 1;
    for (uint32_t i = 0; i + 1 < shape->ndim; i++)
        n *= shape->dims[i];
    return n;
}

/* A vector of doubles in C order; deep nests are NumPy's ValueErrors. */
bool ssi_vector_argument(ss_session *s, ssi_value v, ssi_value *out)
{
    ssi_element float64 = ssi_element_of(SS_FLOAT64);
    ssi_discovery found;
    if (ssi_is_array(v) && ssi_array_of(v)->ndim > 1)
        return ssi_raise(s, "ValueError", "object too deep for desired array");
    if (ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes))
        return ssi_raise(s, "ValueError",
                         "object of too small depth for desired array");
    if (!ssi_discover(s, v, &found))
        return false;
    if (!found.ragged && found.ndim > 1)
        return ssi_raise(s, "ValueError",
                         "setting an array element with a sequence. The "
                         "requested array would exceed the maximum number of "
                         "dimension of 1.");
    return ssi_array_from(s, &ssi_type_ndarray, v, &float64, out);
}

bool ssi_raise_pvals(ss_session *s, ss_status status, ssi_value pvals,
                     const ss_array *p)
{
    const double *x = p->data;
    double sum = 0;
    bool rows = p->ndim > 1;
    if (status != SS_ERR_NUMPY_PVALS_SUM)
        return ssi_raise_status(s, status);
    for (size_t i = 0, n = ss_array_size(p); i < n; i++)
        sum += x[i];
    if (!ssi_is_narrow_float(pvals) || sum > 1.0011)
        return ssi_raise(s, "ValueError",
                         rows ? "sum(pvals[...,:-1]) > 1.0"
                              : "sum(pvals[:-1]) > 1.0");
    if (sum > 1.00009 || ssi_array_of(pvals)->dtype != SS_FLOAT32)
        return ssi_unsupported(s, "pvals in less than float64 that sum to "
                                  "about 1.0001");
    return ssi_raise(s, "ValueError",
                     "sum(pvals[%s:-1].astype(np.float64)) > 1.0. The pvals "
                     "array is cast to 64-bit floating point prior to "
                     "checking the sum. Precision changes when casting may "
                     "cause problems even if the sum of the original pvals "
                     "is valid.",
                     rows ? "...," : "");
}

bool ssi_is_narrow_float(ssi_value v)
{
    return ssi_is(v, &ssi_type_ndarray)
           && ssi_dtype_is_float(ssi_array_of(v)->dtype)
           && ssi_array_of(v)->dtype != SS_FLOAT64;
}

static bool multinomial(ss_session *s, ssi_call *call, int64_t n,
                        ssi_value pvals, ssi_value *out)
{
    const ss_array *p = ssi_array_of(pvals);
    ssi_value size = call->given[2] ? call->args[2] : ssi_none();
    ssi_shape shape;
    ss_status status;
    if (p->ndim != 1)
        return ssi_raise_status(s, SS_ERR_NUMPY_PVALS_DIMS);
    status = ss_numpy_multinomial_check(n, p->data, p->shape[0]);
    if (status != SS_OK)
        return ssi_raise_pvals(s, status, call->args[1], p);
    if (!ssi_rows_shape(s, size, p->shape[0], &shape)
        || !ssi_new_ndarray(s, SS_INT64, &shape, out))
        return false;
    if (p->shape[0])
        ss_numpy_multinomial_fill(ssi_numpy_random_of(s, call), n, p->data,
                                  p->shape[0], ssi_array_of(*out)->data,
                                  ssi_row_count(&shape));
    return true;
}

bool ssi_numpy_multinomial(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value pvals;
    int64_t n;
    if (!ssi_c_integer(s, call->args[0], "npy_intp", INT64_MIN, INT64_MAX, &n)
        || !ssi_vector_argument(s, call->args[1], &pvals))
        return false;
    bool ok = multinomial(s, call, n, pvals, out);
    ssi_release(s, pvals);
    return ok;
}

static bool dirichlet(ss_session *s, ssi_call *call, ssi_value alpha,
                      ssi_value *out)
{
    const ss_array *a = ssi_array_of(alpha);
    ssi_value size = call->given[1] ? call->args[1] : ssi_none();
    ssi_shape shape;
    ss_status status;
    if (a->ndim != 1)
        return ssi_raise(s, "ValueError",
                         "object of too small depth for "
                         "desired array");
    status = ss_numpy_dirichlet_check(a->data, a->shape[0]);
    if (status != SS_OK)
        return ssi_raise_status(s, status);
    if (!ssi_rows_shape(s, size, a->shape[0], &shape)
        || !ssi_new_ndarray(s, SS_FLOAT64, &shape, out))
        return false;
    if (a->shape[0])
        ss_numpy_dirichlet_fill(ssi_numpy_random_of(s, call), a->data,
                                a->shape[0], ssi_array_of(*out)->data,
                                ssi_row_count(&shape));
    return true;
}

bool ssi_numpy_dirichlet(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value alpha;
    size_t k;
    if (!ssi_length(s, call->args[0], &k)
        || !ssi_vector_argument(s, call->args[0], &alpha))
        return false;
    bool ok = dirichlet(s, call, alpha, out);
    ssi_release(s, alpha);
    return ok;
}

/* check_valid: 0 warn, 1 raise, 2 ignore. */
bool ssi_check_valid_argument(ss_session *s, ssi_call *call, int *out)
{
    static const char *const words[] = {"warn", "raise", "ignore"};
    *out = 0;
    if (!call->given[3])
        return true;
    for (int i = 0; i < 3; i++)
        if (ssi_is(call->args[3], &ssi_type_str)
            && strcmp(((ssi_str_object *)call->args[3].u.o)->data, words[i])
                   == 0) {
            *out = i;
            return true;
        }
    return ssi_raise(s, "ValueError",
                     "check_valid must equal 'warn', "
                     "'raise', or 'ignore'");
}

bool ssi_check_gauss(ss_session *s, const ss_array *mean, const ss_array *cov)
{
    if (mean->ndim != 1)
        return ssi_raise(s, "ValueError", "mean must be 1 dimensional");
    if (cov->ndim != 2 || cov->shape[0] != cov->shape[1])
        return ssi_raise(s, "ValueError",
                         "cov must be 2 dimensional and square");
    if (mean->shape[0] != cov->shape[0])
        return ssi_raise(s, "ValueError", "mean and cov must have same length");
    return true;
}

static bool gauss(ss_session *s, ssi_call *call, const ss_array *mean,
                  const ss_array *cov, ssi_value *out)
{
    ssi_value size = call->given[2] ? call->args[2] : ssi_none();
    double tol = 1e-8;
    bool psd = true;
    int valid;
    ssi_shape shape;
    if (!ssi_check_gauss(s, mean, cov) || !ssi_is_slice_size(s, size)
        || !ssi_rows_shape(s, size, mean->shape[0], &shape)
        || !ssi_check_valid_argument(s, call, &valid)
        || (call->given[4] && !ssi_to_double(s, call->args[4], &tol))
        || !ssi_new_ndarray(s, SS_FLOAT64, &shape, out))
        return false;
    ss_status status = ss_numpy_multivariate_normal_fill(
        ssi_numpy_random_of(s, call), mean->data, cov->data, mean->shape[0],
        tol, &psd, ssi_array_of(*out)->data, ssi_row_count(&shape));
    if (status == SS_OK && (psd || valid != 1))
        return true;
    ssi_release(s, *out);
    if (status == SS_ERR_NUMPY_NO_LAPACK || status == SS_ERR_NUMPY_OLD_LAPACK)
        return ssi_unsupported(s, "%s", ss_status_message(status));
    if (status != SS_OK)
        return ssi_raise_status(s, status);
    return ssi_raise(s, "ValueError",
                     "covariance is not symmetric positive-semidefinite.");
}

bool ssi_numpy_multivariate_normal(ss_session *s, ssi_call *call,
                                   ssi_value *out)
{
    ssi_element float64 = ssi_element_of(SS_FLOAT64);
    ssi_value mean, cov;
    if (!ssi_array_from(s, &ssi_type_ndarray, call->args[0], &float64, &mean))
        return false;
    bool ok =
        ssi_array_from(s, &ssi_type_ndarray, call->args[1], &float64, &cov);
    if (ok) {
        ok = gauss(s, call, ssi_array_of(mean), ssi_array_of(cov), out);
        ssi_release(s, cov);
    }
    ssi_release(s, mean);
    return ok;
}
