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

/* Rows of counts: n and the offset of the probabilities of each, or of all. */
typedef struct row_set {
    const int64_t *n, *offsets;
    int one_n_and_offset;
    const double *pvals;
    size_t k;
    int64_t *out;
    npy_intp count;
} row_set;

static ss_status multinomial_rows(core_stream *self, core_block *block,
                                  const row_set *r)
{
    ss_status status = SS_OK;

    if (r->one_n_and_offset)
        return CORE_CALL(self, block, multinomial_fill, r->n[0], r->pvals, r->k,
                         r->out, (size_t)r->count);
    for (npy_intp i = 0; status == SS_OK && i < r->count; i++)
        status = CORE_CALL(self, block, multinomial_fill, r->n[i],
                           r->pvals + r->offsets[i], r->k,
                           r->out + i * (npy_intp)r->k, 1);
    return status;
}

/* The arrays of n and of offsets, or an int in the place of n. */
static int take_rows(PyObject *n, PyObject *offsets, row_set *r, int64_t *one)
{
    PyArrayObject *a = (PyArrayObject *)n, *b = (PyArrayObject *)offsets;

    r->one_n_and_offset = PyLong_Check(n);
    if (r->one_n_and_offset) {
        r->n = one;
        return core_int64(n, one);
    }
    if (!PyArray_Check(n) || !PyArray_Check(offsets) || !is_array(a, NPY_INT64)
        || !is_array(b, NPY_INT64) || PyArray_SIZE(a) != r->count
        || PyArray_SIZE(b) != r->count) {
        PyErr_SetString(PyExc_TypeError, "arrays do not fit");
        return -1;
    }
    r->n = PyArray_DATA(a);
    r->offsets = PyArray_DATA(b);
    return 0;
}

/* _multinomial(n, offsets, pvals, k, out, rows): row i of out has n[i] draws
 * by the k probabilities at offsets[i] of pvals. */
PyObject *core_multinomial(core_stream *self, PyObject *args)
{
    PyArrayObject *pvals, *out;
    PyObject *n, *offsets;
    Py_ssize_t k, count;
    int64_t one;
    core_block *block;
    ss_status status;
    row_set r = {0};

    if (!PyArg_ParseTuple(args, "OOO!nO!n", &n, &offsets, &PyArray_Type, &pvals,
                          &k, &PyArray_Type, &out, &count)
        || !is_array(pvals, NPY_DOUBLE) || !is_array(out, NPY_INT64))
        return NULL;
    r.pvals = PyArray_DATA(pvals);
    r.k = (size_t)k;
    r.out = PyArray_DATA(out);
    r.count = count;
    if (k < 0 || count < 0 || PyArray_SIZE(out) != count * k) {
        PyErr_SetString(PyExc_ValueError, "arrays do not fit");
        return NULL;
    }
    if (take_rows(n, offsets, &r, &one) < 0)
        return NULL;
    block = core_begin(self);
    if (!block)
        return NULL;
    Py_BEGIN_ALLOW_THREADS status =
        k > 0 ? multinomial_rows(self, block, &r) : SS_OK;
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
