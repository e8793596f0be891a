/* SPDX-License-Identifier: MIT
 * Generator's draws that are vectors: multinomial, dirichlet,
 * multivariate_hypergeometric, multivariate_normal.
 * Learned from: NumPy 2.4.6 (_generator.pyx) by experiment.
 */
#include <sameseed/numpy_multivariate.h>

#include <string.h>

#include "numpy/sums.h"
#include "script/numpy_generator.h"
#include "script/numpy_random.h"
#include "script/numpy_since.h"

/* --- multinomial --- */

static bool multinomial_row(ss_session *s, ssi_call *call, int64_t n,
                            const ss_array *p, ssi_value *out)
{
    ss_numpy_generator *g = ssi_generator_of(call);
    ssi_value size = call->given[2] ? call->args[2] : ssi_none();
    size_t k = p->shape[0];
    ssi_shape shape;
    ss_status status = ss_numpy_generator_multinomial_check(n, p->data, k);
    if (status != SS_OK)
        return ssi_raise_pvals(s, status, call->args[1], p);
    if (!ssi_rows_shape(s, size, k, &shape)
        || !ssi_new_ndarray(s, SS_INT64, &shape, out))
        return false;
    ss_numpy_generator_multinomial_fill(
        g, n, p->data, k, ssi_array_of(*out)->data, ssi_row_count(&shape));
    return true;
}

static bool check_rows(ss_session *s, ssi_value pvals, const ss_array *p,
                       const ss_array *n)
{
    const double *x = p->data;
    size_t k = p->shape[p->ndim - 1], count = ss_array_size(p);
    ssi_walk walk;
    int64_t trials;
    for (size_t i = 0; i < count; i++)
        if (!(x[i] >= 0 && x[i] <= 1))
            return ssi_raise_status(s, SS_ERR_NUMPY_PVALS);
    for (size_t i = 0; i < count; i += k)
        if (ssi_numpy_kahan_sum(x + i, k - 1) > 1.0 + 1e-12)
            return ssi_raise_pvals(s, SS_ERR_NUMPY_PVALS_SUM, pvals, p);
    ssi_walk_start(&walk, n);
    for (size_t i = 0, m = ss_array_size(n); i < m; i++) {
        memcpy(&trials, walk.item, sizeof trials);
        if (trials < 0)
            return ssi_raise_status(s, SS_ERR_NUMPY_N_NEGATIVE);
        ssi_walk_next(&walk);
    }
    return true;
}

/* NumPy shows tuple(size) with its NumPy scalars. */
static bool raise_size(ss_session *s, ssi_value size, const ss_array *empty,
                       const ssi_shape *common)
{
    ss_text a = {0}, b = {0};
    ssi_value list, tuple;
    bool ok = true;
    if (ssi_is_int(size) || (ssi_is_array(size) && !ssi_array_of(size)->ndim))
        return ssi_raise_output(s, empty, common->ndim, common->dims);
    if (!ssi_new_list(s, NULL, 0, &list))
        return false;
    ok = ssi_list_extend(s, list, size)
         && ssi_new_tuple(s, ((ssi_list_object *)list.u.o)->items,
                          ((ssi_list_object *)list.u.o)->count, &tuple);
    ssi_release(s, list);
    if (!ok)
        return false;
    if (ssi_repr(s, tuple, &a)
        && ssi_shape_text(s, common->dims, common->ndim, &b))
        ssi_raise(s, "ValueError",
                  "Output size %s is not compatible with broadcast dimensions "
                  "of inputs %s.",
                  a.data, b.data);
    ssi_release(s, tuple);
    ss_text_free(&a);
    ss_text_free(&b);
    return false;
}

/* The shape of n, the rows of pvals and size together. */
static bool common_shape(ss_session *s, ssi_value size, const ss_array *n,
                         const ss_array *rows, ssi_shape *out)
{
    ss_array empty = {.dtype = SS_INT8, .itemsize = 1};
    const ss_array *all[3] = {n, rows, &empty};
    size_t i, j, count = 2;
    ssi_shape shape;
    if (!ssi_size_argument(s, size, 1, &shape))
        return false;
    if (!shape.none) {
        count = 3;
        empty.ndim = shape.ndim;
        memcpy(empty.shape, shape.dims, sizeof shape.dims);
    }
    if (!ssi_broadcast_shape(all, count, &out->ndim, out->dims, &i, &j))
        return ssi_raise_mismatch(s, all, i, j);
    if (!shape.none
        && (shape.ndim != out->ndim
            || memcmp(shape.dims, out->dims, out->ndim * sizeof *out->dims)
                   != 0))
        return raise_size(s, size, &empty, out);
    return true;
}

static bool multinomial_rows(ss_session *s, ssi_call *call, const ss_array *n,
                             const ss_array *p, ssi_value *out)
{
    ss_numpy_generator *g = ssi_generator_of(call);
    size_t k = p->shape[p->ndim - 1];
    ss_array rows = *p, n_view, p_view;
    ssi_shape shape = {0};
    ssi_walk at_n, at_p;
    int64_t trials;
    rows.ndim--;
    if (!check_rows(s, call->args[1], p, n)
        || !common_shape(s, call->given[2] ? call->args[2] : ssi_none(), n,
                         &rows, &shape))
        return false;
    if (shape.ndim == SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "multinomial() of so many axes");
    ssi_broadcast_to(n, shape.ndim, shape.dims, &n_view);
    ssi_broadcast_to(&rows, shape.ndim, shape.dims, &p_view);
    shape.dims[shape.ndim++] = k;
    if (!ssi_new_ndarray(s, SS_INT64, &shape, out))
        return false;
    int64_t *to = ssi_array_of(*out)->data;
    ssi_walk_start(&at_n, &n_view);
    ssi_walk_start(&at_p, &p_view);
    for (size_t i = 0, m = ssi_row_count(&shape); i < m; i++, to += k) {
        memcpy(&trials, at_n.item, sizeof trials);
        ss_numpy_generator_multinomial_fill(
            g, trials, (const double *)(void *)at_p.item, k, to, 1);
        ssi_walk_next(&at_n);
        ssi_walk_next(&at_p);
    }
    return true;
}

static bool multinomial(ss_session *s, ssi_call *call, const ss_array *n,
                        const ss_array *p, ssi_value *out)
{
    int64_t trials;
    if (p->ndim == 0 || p->shape[p->ndim - 1] == 0)
        return ssi_raise_status(s, SS_ERR_NUMPY_PVALS_EMPTY);
    if (p->ndim > 1 && !ssi_numpy_knows(s, "Generator.multinomial(rows)"))
        return false;
    if (n->ndim > 0 || p->ndim > 1)
        return multinomial_rows(s, call, n, p, out);
    memcpy(&trials, n->data, sizeof trials);
    return multinomial_row(s, call, trials, p, out);
}

bool ssi_generator_multinomial(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_element float64 = ssi_element_of(SS_FLOAT64);
    ssi_value n, p;
    bool text = ssi_is(call->args[0], &ssi_type_str)
                || ssi_is(call->args[0], &ssi_type_bytes);
    if (!ssi_number_parameter(s, call->args[0], 'i', &n))
        return false;
    if (text) {
        ssi_release(s, n);
        return ssi_raise(s, "TypeError", "an integer is required");
    }
    bool ok = ssi_array_from(s, &ssi_type_ndarray, call->args[1], &float64, &p);
    if (ok) {
        ok = multinomial(s, call, ssi_array_of(n), ssi_array_of(p), out);
        ssi_release(s, p);
    }
    ssi_release(s, n);
    return ok;
}

/* --- dirichlet --- */

static bool dirichlet(ss_session *s, ssi_call *call, const ss_array *a,
                      ssi_value *out)
{
    ssi_value size = call->given[1] ? call->args[1] : ssi_none();
    ss_numpy_generator *g = ssi_generator_of(call);
    ssi_shape shape;
    ss_status status;
    if (a->ndim != 1)
        return ssi_raise(s, "ValueError",
                         "object of too small depth for desired array");
    status = ss_numpy_generator_dirichlet_check(a->data, a->shape[0]);
    if (status != SS_OK)
        return ssi_raise_status(s, status);
    if (!ssi_rows_shape(s, size, a->shape[0], &shape)
        || !ssi_new_ndarray(s, SS_FLOAT64, &shape, out))
        return false;
    if (a->shape[0])
        ss_numpy_generator_dirichlet_fill(g, a->data, a->shape[0],
                                          ssi_array_of(*out)->data,
                                          ssi_row_count(&shape));
    return true;
}

bool ssi_generator_dirichlet(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value alpha;
    size_t k;
    if (!ssi_length(s, call->args[0], &k)
        || !ssi_vector_argument(s, call->args[0], &alpha))
        return false;
    bool ok = dirichlet(s, call, ssi_array_of(alpha), out);
    ssi_release(s, alpha);
    return ok;
}

/* --- multivariate_hypergeometric --- */

static bool method_argument(ss_session *s, ssi_value v,
                            ss_numpy_mvhg_method *out)
{
    const char *name =
        ssi_is(v, &ssi_type_str) ? ((ssi_str_object *)v.u.o)->data : "";
    *out = SS_NUMPY_MARGINALS;
    if (strcmp(name, "count") == 0)
        *out = SS_NUMPY_COUNT;
    else if (strcmp(name, "marginals") != 0)
        return ssi_raise(s, "ValueError",
                         "method must be \"count\" or \"marginals\".");
    return true;
}

/* np.isscalar(size): size becomes (size,). */
static bool scalar_size(ss_session *s, ssi_value size)
{
    double real, imag;
    bool is_bool = size.tag == SSI_BOOL
                   || (ssi_is(size, &ssi_type_numpy_scalar)
                       && ((ssi_scalar_object *)size.u.o)->dtype == SS_BOOL);
    if (is_bool)
        return ssi_raise(s, "TypeError", "an integer is required");
    if (ssi_is(size, &ssi_type_ndarray) && ssi_array_of(size)->ndim == 0)
        return ssi_raise(s, "TypeError", "iteration over a 0-d array");
    if (ssi_is_int(size)
        || !(size.tag == SSI_FLOAT || ssi_is(size, &ssi_type_str)
             || ssi_is(size, &ssi_type_bytes)
             || ssi_is(size, &ssi_type_numpy_scalar)
             || ssi_complex_parts(size, &real, &imag)))
        return true;
    return ssi_raise(s, "TypeError",
                     "'%s' object cannot be interpreted as an integer",
                     ssi_type_name(size));
}

static bool hypergeometrics(ss_session *s, ssi_call *call,
                            const ss_array *colors, ss_numpy_mvhg_method method,
                            ssi_value *out)
{
    ssi_value size = call->given[2] ? call->args[2] : ssi_none();
    ss_numpy_generator *g = ssi_generator_of(call);
    size_t k = colors->shape[0];
    int64_t nsample;
    ssi_shape shape;
    ss_status status;
    if (!ssi_to_int64(s, call->args[1], &nsample))
        return false;
    status = ss_numpy_generator_multivariate_hypergeometric_check(
        colors->data, k, nsample, method);
    if (status != SS_OK)
        return ssi_raise_status(s, status);
    if (!scalar_size(s, size))
        return false;
    if (!ssi_rows_shape(s, size, k, &shape)
        || !ssi_new_ndarray(s, SS_INT64, &shape, out))
        return false;
    status = ss_numpy_generator_multivariate_hypergeometric_fill(
        g, colors->data, k, nsample, method, ssi_array_of(*out)->data,
        ssi_row_count(&shape));
    if (status == SS_OK)
        return true;
    ssi_release(s, *out);
    return ssi_raise_status(s, status);
}

bool ssi_generator_hypergeometrics(ss_session *s, ssi_call *call,
                                   ssi_value *out)
{
    ssi_element int64 = ssi_element_of(SS_INT64);
    ssi_value v = call->args[0], colors;
    ss_numpy_mvhg_method method = SS_NUMPY_MARGINALS;
    ssi_discovery found;
    uint64_t u;
    bool negative, fits;
    if (call->given[3] && !method_argument(s, call->args[3], &method))
        return false;
    if (ssi_is(call->args[1], &ssi_type_ndarray)
            ? ssi_array_of(call->args[1])->ndim
                  || !ssi_dtype_is_integer(ssi_array_of(call->args[1])->dtype)
            : !ssi_is_int(call->args[1]))
        return ssi_raise(s, "ValueError", "nsample must be an integer");
    if (!ssi_to_index(s, call->args[1], &u, &negative, &fits))
        return false;
    if (!negative && (!fits || u > INT64_MAX))
        return ssi_raise(s, "ValueError",
                         "nsample must not exceed 9223372036854775807");
    if (negative)
        return ssi_raise(s, "ValueError", "nsample must be nonnegative.");
    if (!ssi_discover(s, v, &found))
        return false;
    bool empty = !found.has_element && found.ndim == 1;
    bool ints = found.has_element && ssi_dtype_is_integer(found.element.dtype);
    if (found.ragged || found.object || found.ndim != 1 || (!empty && !ints))
        return ssi_raise_status(s, SS_ERR_NUMPY_MVHG_COLORS);
    if (!ssi_array_from(s, &ssi_type_ndarray, v, &int64, &colors))
        return false;
    bool ok = hypergeometrics(s, call, ssi_array_of(colors), method, out);
    ssi_release(s, colors);
    return ok;
}

/* --- multivariate_normal --- */

static bool factor_argument(ss_session *s, ssi_call *call, ss_numpy_factor *out)
{
    static const char *const names[] = {"svd", "eigh", "cholesky"};
    ssi_value v = call->args[5];
    *out = SS_NUMPY_SVD;
    if (!call->given[5])
        return true;
    for (unsigned i = 0; i < 3; i++)
        if (ssi_is(v, &ssi_type_str)
            && strcmp(((ssi_str_object *)v.u.o)->data, names[i]) == 0) {
            *out = (ss_numpy_factor)i;
            return true;
        }
    return ssi_raise(s, "ValueError",
                     "method must be one of {'eigh', 'svd', 'cholesky'}");
}

/* What LAPACK makes of NaN and infinity is not imitated. */
static bool supported(ss_session *s, ssi_call *call, const ss_array *cov)
{
    const double *x = cov->data;
    ssi_value tol = call->given[4] ? call->args[4] : ssi_float(0);
    if (cov->shape[0] == 0)
        return ssi_unsupported(s, "a mean without values");
    for (size_t i = 0, n = ss_array_size(cov); i < n; i++)
        if (x[i] - x[i] != 0)
            return ssi_unsupported(s, "a cov with NaN or infinity");
    return ssi_is_float(tol) || ssi_is_int(tol)
           || ssi_unsupported(s, "a tol of type %s", ssi_type_name(tol));
}

static bool normals(ss_session *s, ssi_call *call, const ss_array *mean,
                    const ss_array *cov, ssi_value *out)
{
    ssi_value size = call->given[2] ? call->args[2] : ssi_none();
    ss_numpy_generator *g = ssi_generator_of(call);
    double tol = 1e-8;
    bool psd = true;
    int valid = 2;
    ss_numpy_factor factor;
    ssi_shape shape;
    if (!factor_argument(s, call, &factor) || !ssi_check_gauss(s, mean, cov))
        return false;
    if (!supported(s, call, cov))
        return false;
    if (!ssi_is_slice_size(s, size)
        || !ssi_rows_shape(s, size, mean->shape[0], &shape)
        || (factor != SS_NUMPY_CHOLESKY
            && !ssi_check_valid_argument(s, call, &valid))
        || (call->given[4] && !ssi_to_double(s, call->args[4], &tol))
        || !ssi_new_ndarray(s, SS_FLOAT64, &shape, out))
        return false;
    ss_status status = ss_numpy_generator_multivariate_normal_fill(
        g, mean->data, cov->data, mean->shape[0], factor, tol, &psd,
        ssi_array_of(*out)->data, ssi_row_count(&shape));
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

bool ssi_generator_normals(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_element float64 = ssi_element_of(SS_FLOAT64);
    ssi_value mean, cov;
    for (int i = 0; i < 2; i++) {
        ssi_discovery found;
        if (!ssi_discover(s, call->args[i], &found))
            return false;
        if (found.has_element && ssi_dtype_is_complex(found.element.dtype))
            return ssi_raise(s, "TypeError",
                             "mean and cov must not be complex");
        if (found.has_element && found.element.dtype > SS_FLOAT64)
            return ssi_unsupported(s, "mean and cov that are no numbers");
    }
    if (!ssi_array_from(s, &ssi_type_ndarray, call->args[0], &float64, &mean))
        return false;
    bool ok =
        ssi_array_from(s, &ssi_type_ndarray, call->args[1], &float64, &cov);
    if (ok) {
        ok = normals(s, call, ssi_array_of(mean), ssi_array_of(cov), out);
        ssi_release(s, cov);
    }
    ssi_release(s, mean);
    return ok;
}
