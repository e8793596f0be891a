/* SPDX-License-Identifier: MIT
 * multinomial, dirichlet, multivariate_hypergeometric: rows of values into
 * arrays that the Python side has checked and made.
 */
#include "core.h"

static bool is_array(PyArrayObject *array, int type)
{
    if (PyArray_TYPE(array) == type && PyArray_ISCARRAY_RO(array))
        return true;
    PyErr_SetString(PyExc_TypeError, "not a contiguous array of that dtype");
    return false;
}

static ss_status multinomial_rows(core_stream *self, core_block *block,
                                  const int64_t *n, const int64_t *offsets,
                                  const double *pvals, size_t k, int64_t *out,
                                  npy_intp rows)
{
    for (npy_intp i = 0; i < rows; i++) {
        ss_status status =
            CORE_CALL(self, block, multinomial_fill, n[i], pvals + offsets[i],
                      k, out + i * (npy_intp)k, 1);
        if (status != SS_OK)
            return status;
    }
    return SS_OK;
}

/* _multinomial(n, offsets, pvals, k, out): row i of out has n[i] draws by the
 * k probabilities at offsets[i] of pvals. */
PyObject *core_multinomial(core_stream *self, PyObject *args)
{
    PyArrayObject *n, *offsets, *pvals, *out;
    Py_ssize_t k;
    core_block *block;
    ss_status status;

    if (!PyArg_ParseTuple(args, "O!O!O!nO!", &PyArray_Type, &n, &PyArray_Type,
                          &offsets, &PyArray_Type, &pvals, &k, &PyArray_Type,
                          &out)
        || !is_array(n, NPY_INT64) || !is_array(offsets, NPY_INT64)
        || !is_array(pvals, NPY_DOUBLE) || !is_array(out, NPY_INT64))
        return NULL;
    if (PyArray_SIZE(n) != PyArray_SIZE(offsets)
        || PyArray_SIZE(out) != PyArray_SIZE(n) * k) {
        PyErr_SetString(PyExc_ValueError, "arrays do not fit");
        return NULL;
    }
    block = core_begin(self);
    if (!block)
        return NULL;
    Py_BEGIN_ALLOW_THREADS status = multinomial_rows(
        self, block, PyArray_DATA(n), PyArray_DATA(offsets),
        PyArray_DATA(pvals), (size_t)k, PyArray_DATA(out), PyArray_SIZE(n));
    Py_END_ALLOW_THREADS if (core_end(self) < 0
                             || core_raise(status) < 0) return NULL;
    Py_RETURN_NONE;
}

/* _dirichlet(alpha, out): as many rows as fit out. */
PyObject *core_dirichlet(core_stream *self, PyObject *args)
{
    PyArrayObject *alpha, *out;
    core_block *block;
    ss_status status;
    size_t k, rows;

    if (!PyArg_ParseTuple(args, "O!O!", &PyArray_Type, &alpha, &PyArray_Type,
                          &out)
        || !is_array(alpha, NPY_DOUBLE) || !is_array(out, NPY_DOUBLE))
        return NULL;
    k = (size_t)PyArray_SIZE(alpha);
    rows = k ? (size_t)PyArray_SIZE(out) / k : 0;
    block = core_begin(self);
    if (!block)
        return NULL;
    Py_BEGIN_ALLOW_THREADS status =
        CORE_CALL(self, block, dirichlet_fill, PyArray_DATA(alpha), k,
                  PyArray_DATA(out), rows);
    Py_END_ALLOW_THREADS if (core_end(self) < 0
                             || core_raise(status) < 0) return NULL;
    Py_RETURN_NONE;
}

/* _colors(colors, nsample, count, out): multivariate_hypergeometric(). */
PyObject *core_colors(core_stream *self, PyObject *args)
{
    PyArrayObject *colors, *out;
    long long nsample;
    int count;
    core_block *block;
    ss_status status;
    size_t k;

    if (!PyArg_ParseTuple(args, "O!LpO!", &PyArray_Type, &colors, &nsample,
                          &count, &PyArray_Type, &out)
        || !is_array(colors, NPY_INT64) || !is_array(out, NPY_INT64))
        return NULL;
    k = (size_t)PyArray_SIZE(colors);
    block = core_begin(self);
    if (!block)
        return NULL;
    Py_BEGIN_ALLOW_THREADS status =
        ss_numpy_generator_multivariate_hypergeometric_fill(
            &block->g, PyArray_DATA(colors), k, nsample,
            count ? SS_NUMPY_COUNT : SS_NUMPY_MARGINALS, PyArray_DATA(out),
            k ? (size_t)PyArray_SIZE(out) / k : 0);
    Py_END_ALLOW_THREADS if (core_end(self) < 0
                             || core_raise(status) < 0) return NULL;
    Py_RETURN_NONE;
}
