/* SPDX-License-Identifier: MIT
 * shuffle, permuted and choice without replacement: the parts that draw.
 */
#include "core.h"

/* _interval(max): what a shuffle swaps item max with. */
PyObject *core_interval(core_stream *self, PyObject *max)
{
    uint64_t value = PyLong_AsUnsignedLongLong(max);
    core_block *block;

    if (value == UINT64_MAX && PyErr_Occurred())
        return NULL;
    block = core_begin(self);
    if (!block)
        return NULL;
    value = self->legacy ? ss_numpy_interval(&block->rs, value)
                         : ss_numpy_generator_interval(&block->g, value);
    if (core_end(self) < 0)
        return NULL;
    return PyLong_FromUnsignedLongLong(value);
}

static void shuffle_items(core_stream *self, core_block *block, char *items,
                          npy_intp n, size_t itemsize, npy_intp stride)
{
    if (self->legacy)
        ss_numpy_shuffle(&block->rs, items, (size_t)n, itemsize, stride);
    else
        ss_numpy_generator_shuffle(&block->g, items, (size_t)n, itemsize,
                                   stride);
}

static int shuffle_array(core_stream *self, PyArrayObject *x)
{
    npy_intp n = PyArray_DIM(x, 0), stride = PyArray_STRIDE(x, 0);
    size_t itemsize = (size_t)PyArray_ITEMSIZE(x);
    char *items = PyArray_BYTES(x);
    core_block *block = core_begin(self);

    if (!block)
        return -1;
    if (n > CORE_GIL_VALUES && !PyDataType_REFCHK(PyArray_DESCR(x))) {
        Py_BEGIN_ALLOW_THREADS shuffle_items(self, block, items, n, itemsize,
                                             stride);
        Py_END_ALLOW_THREADS
    } else {
        shuffle_items(self, block, items, n, itemsize, stride);
    }
    return core_end(self);
}

static int shuffle_list(core_stream *self, PyListObject *x)
{
    core_block *block = core_begin(self);

    if (!block)
        return -1;
    if (PyList_GET_SIZE(x) > 1)
        shuffle_items(self, block, (char *)x->ob_item, PyList_GET_SIZE(x),
                      sizeof *x->ob_item, sizeof *x->ob_item);
    return core_end(self);
}

/* _shuffle(x): True where x is a list or a writable array of one dimension,
 * which is shuffled then; False where the caller has to do it. */
PyObject *core_shuffle(core_stream *self, PyObject *x)
{
    PyArrayObject *array = (PyArrayObject *)x;
    int done;

    if (PyList_CheckExact(x)) {
        done = shuffle_list(self, (PyListObject *)x);
    } else if (PyArray_CheckExact(x) && PyArray_NDIM(array) == 1
               && PyArray_ISWRITEABLE(array)) {
        done = PyArray_DIM(array, 0) > 1 ? shuffle_array(self, array) : 0;
    } else {
        Py_RETURN_FALSE;
    }
    if (done < 0)
        return NULL;
    Py_RETURN_TRUE;
}

static void shuffle_lanes(core_stream *self, core_block *block,
                          PyArrayObject *x, int axis, PyObject *it)
{
    while (PyArray_ITER_NOTDONE(it)) {
        shuffle_items(self, block, PyArray_ITER_DATA(it), PyArray_DIM(x, axis),
                      (size_t)PyArray_ITEMSIZE(x), PyArray_STRIDE(x, axis));
        PyArray_ITER_NEXT(it);
    }
}

/* _permuted(out, axis): each lane on its own, in place. */
PyObject *core_permuted(core_stream *self, PyObject *args)
{
    PyArrayObject *x;
    PyObject *it;
    core_block *block;
    int axis;

    if (!PyArg_ParseTuple(args, "O!i", &PyArray_Type, &x, &axis))
        return NULL;
    if (axis < 0 || axis >= PyArray_NDIM(x) || !PyArray_ISWRITEABLE(x)) {
        PyErr_SetString(PyExc_ValueError, "no such axis");
        return NULL;
    }
    it = PyArray_IterAllButAxis((PyObject *)x, &axis);
    block = it ? core_begin(self) : NULL;
    if (block && PyArray_SIZE(x) > CORE_GIL_VALUES
        && !PyDataType_REFCHK(PyArray_DESCR(x))) {
        Py_BEGIN_ALLOW_THREADS shuffle_lanes(self, block, x, axis, it);
        Py_END_ALLOW_THREADS
    } else if (block) {
        shuffle_lanes(self, block, x, axis, it);
    }
    Py_XDECREF(it);
    if (!block || core_end(self) < 0)
        return NULL;
    Py_RETURN_NONE;
}

/* _sample(pop, out, shuffle): Generator.choice() without replacement and
 * without p, as indices into the int64 array out. */
PyObject *core_sample(core_stream *self, PyObject *args)
{
    PyArrayObject *out;
    core_block *block;
    long long pop;
    int shuffle;
    ss_status status;
    int64_t *data;
    size_t n;

    if (!PyArg_ParseTuple(args, "LO!p", &pop, &PyArray_Type, &out, &shuffle))
        return NULL;
    if (PyArray_TYPE(out) != NPY_INT64 || !PyArray_ISCARRAY(out)) {
        PyErr_SetString(PyExc_TypeError, "out is no array of int64");
        return NULL;
    }
    data = PyArray_DATA(out);
    n = (size_t)PyArray_SIZE(out);
    block = core_begin(self);
    if (!block)
        return NULL;
    Py_BEGIN_ALLOW_THREADS status = ss_numpy_generator_choice_fill(
        &block->g, pop, false, NULL, SS_FLOAT64, shuffle, data, n);
    Py_END_ALLOW_THREADS if (core_end(self) < 0
                             || core_raise(status) < 0) return NULL;
    Py_RETURN_NONE;
}
