/* SPDX-License-Identifier: MIT
 * randint(), integers() and bytes(). Bounds that are ints of 64 bits are
 * taken here; everything else is checked by _checks.integers() in Python and
 * comes back to core_fill_integers().
 */
#include "core.h"

typedef struct kind {
    int type; /* of NumPy */
    ss_dtype dtype;
    bool is_signed;
    size_t size;
    int64_t low;
    uint64_t high;
} kind;

static const kind kinds[] = {
    {NPY_BOOL, SS_BOOL, false, 1, 0, 1},
    {NPY_INT8, SS_INT8, true, 1, INT8_MIN, INT8_MAX},
    {NPY_INT16, SS_INT16, true, 2, INT16_MIN, INT16_MAX},
    {NPY_INT32, SS_INT32, true, 4, INT32_MIN, INT32_MAX},
    {NPY_INT64, SS_INT64, true, 8, INT64_MIN, INT64_MAX},
    {NPY_UINT8, SS_UINT8, false, 1, 0, UINT8_MAX},
    {NPY_UINT16, SS_UINT16, false, 2, 0, UINT16_MAX},
    {NPY_UINT32, SS_UINT32, false, 4, 0, UINT32_MAX},
    {NPY_UINT64, SS_UINT64, false, 8, 0, UINT64_MAX},
};

static const kind *kind_of(int type)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].type == type)
            return &kinds[i];
    return NULL;
}

static ss_status fill_own(core_stream *self, core_block *block, const kind *k,
                          uint64_t low, uint64_t last, void *out, npy_intp n)
{
    return CORE_CALL_2(self, block, randint_fill, integers_fill, k->dtype, low,
                       last, out, (size_t)n);
}

static uint64_t next(core_stream *self, core_block *block, const kind *k,
                     uint64_t low, uint64_t last,
                     ss_numpy_randint_buffer *buffer)
{
    return CORE_CALL_2(self, block, randint_next, integers_next, k->dtype, low,
                       last, buffer);
}

static void store(void *out, npy_intp i, size_t size, uint64_t value)
{
    if (size == 1)
        ((uint8_t *)out)[i] = (uint8_t)value;
    else if (size == 2)
        ((uint16_t *)out)[i] = (uint16_t)value;
    else if (size == 4)
        ((uint32_t *)out)[i] = (uint32_t)value;
    else
        ((uint64_t *)out)[i] = value;
}

static ss_status fill_any(core_stream *self, core_block *block, const kind *k,
                          uint64_t low, uint64_t last, void *out, npy_intp n)
{
    ss_numpy_randint_buffer buffer = {0};

    if (block->bitgen.kind != SS_BITGEN_FOREIGN)
        return fill_own(self, block, k, low, last, out, n);
    for (npy_intp i = 0; i < n; i++)
        store(out, i, k->size, next(self, block, k, low, last, &buffer));
    return SS_OK;
}

/* n values of one range into out, under the lock. */
static int fill(core_stream *self, const kind *k, uint64_t low, uint64_t last,
                void *out, npy_intp n)
{
    core_block *block = core_begin(self);
    ss_status status;

    if (!block)
        return -1;
    if (n > CORE_GIL_VALUES) {
        Py_BEGIN_ALLOW_THREADS status =
            fill_any(self, block, k, low, last, out, n);
        Py_END_ALLOW_THREADS
    } else {
        status = fill_any(self, block, k, low, last, out, n);
    }
    if (core_end(self) < 0)
        return -1;
    return core_raise(status);
}

/* A NumPy scalar, or an int or bool where the class asked for is Python's. */
static PyObject *scalar(const kind *k, PyObject *dtype, void *value)
{
    PyArray_Descr *descr;
    PyObject *out;

    if (dtype == (PyObject *)&PyLong_Type && k->type == NPY_INT64)
        return PyLong_FromLongLong(*(int64_t *)value);
    if (dtype == (PyObject *)&PyBool_Type && k->type == NPY_BOOL)
        return PyBool_FromLong(*(npy_bool *)value);
    descr = PyArray_DescrFromType(k->type);
    out = PyArray_Scalar(value, descr, NULL);
    Py_DECREF(descr);
    return out;
}

static PyObject *draw(core_state *st, core_stream *self, const kind *k,
                      PyObject *dtype, uint64_t low, uint64_t last,
                      PyObject *size)
{
    uint64_t one = 0;
    void *data = &one;
    npy_intp n = 1;
    PyObject *out = NULL;

    if (size != Py_None) {
        out = core_output(st, size, k->type, &data, &n);
        if (!out)
            return NULL;
    }
    if (fill(self, k, low, last, data, n) < 0) {
        Py_XDECREF(out);
        return NULL;
    }
    return out ? out : scalar(k, dtype, &one);
}

/* The type of a dtype argument that needs no second look; -1: another. */
static int quick_type(PyObject *dtype)
{
    if (dtype == (PyObject *)&PyLong_Type
        || dtype == (PyObject *)&PyInt64ArrType_Type)
        return NPY_INT64;
    if (dtype == (PyObject *)&PyBool_Type)
        return NPY_BOOL;
    if (dtype == (PyObject *)&PyInt32ArrType_Type)
        return NPY_INT32;
    if (dtype == (PyObject *)&PyUInt8ArrType_Type)
        return NPY_UINT8;
    if (dtype == (PyObject *)&PyUInt32ArrType_Type)
        return NPY_UINT32;
    return -1;
}

/* Exact ints of 64 bits. */
static bool quick_bounds(PyObject *a, PyObject *b, bool endpoint, int64_t *low,
                         int64_t *last)
{
    int wide_low = 0, wide_high = 0;

    if (!PyLong_CheckExact(a) || (b != Py_None && !PyLong_CheckExact(b)))
        return false;
    *low = b == Py_None ? 0 : PyLong_AsLongLongAndOverflow(a, &wide_low);
    *last = PyLong_AsLongLongAndOverflow(b == Py_None ? a : b, &wide_high);
    if (wide_low || wide_high || (*last == INT64_MIN && !endpoint))
        return false;
    *last -= !endpoint;
    return true;
}

/* A size whose number of values is surely not 0: NumPy checks no bounds where
 * it draws nothing. */
static bool quick_size(PyObject *size)
{
    if (size == Py_None)
        return true;
    if (!PyTuple_CheckExact(size))
        return PyLong_CheckExact(size) && PyObject_IsTrue(size) == 1;
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(size); i++) {
        PyObject *item = PyTuple_GET_ITEM(size, i);
        if (!PyLong_CheckExact(item) || PyObject_IsTrue(item) != 1)
            return false;
    }
    return true;
}

/* randint(low, high, size, dtype), integers(..., endpoint). */
PyObject *core_integers(const core_row *row, core_state *st, core_stream *self,
                        PyObject *const *values, Py_ssize_t count)
{
    bool endpoint = count > 4 && values[4] == Py_True;
    bool plain = count == 4 || values[4] == Py_True || values[4] == Py_False;
    const kind *k = kind_of(quick_type(values[3]));
    PyObject *size = values[2], *function, *args[6], *out;
    int64_t low, last;

    if (plain && k && quick_size(size)
        && quick_bounds(values[0], values[1], endpoint, &low, &last)
        && low <= last && low >= k->low
        && (last < 0 || (uint64_t)last <= k->high))
        return draw(st, self, k, values[3], (uint64_t)low, (uint64_t)last,
                    size);
    function = PyObject_GetAttrString(st->checks, "integers");
    if (!function)
        return NULL;
    args[0] = (PyObject *)self;
    memcpy(args + 1, values, (size_t)count * sizeof *args);
    out = PyObject_Vectorcall(function, args, (size_t)count + 1, NULL);
    Py_DECREF(function);
    return out;
}

static ss_status fill_pairs(core_stream *self, core_block *block, const kind *k,
                            PyArrayMultiIterObject *it, void *out, npy_intp n)
{
    ss_numpy_randint_buffer buffer = {0};

    for (npy_intp i = 0; i < n; i++) {
        uint64_t low = *(uint64_t *)PyArray_MultiIter_DATA(it, 0);
        uint64_t last = *(uint64_t *)PyArray_MultiIter_DATA(it, 1);
        store(out, i, k->size, next(self, block, k, low, last, &buffer));
        PyArray_MultiIter_NEXT(it);
    }
    return SS_OK;
}

static int fill_broadcast(core_stream *self, const kind *k, PyObject **arrays)
{
    PyArrayMultiIterObject *it =
        (PyArrayMultiIterObject *)PyArray_MultiIterFromObjects(arrays, 3, 0);
    PyArrayObject *out = (PyArrayObject *)arrays[2];
    npy_intp n = PyArray_SIZE(out);
    core_block *block = NULL;

    /* Bounds of no elements for values: NumPy reads what lies there. */
    if (it && it->size < n)
        core_check_shape(it, out);
    else if (it)
        block = core_begin(self);

    if (block && n > CORE_GIL_VALUES) {
        Py_BEGIN_ALLOW_THREADS fill_pairs(self, block, k, it, PyArray_DATA(out),
                                          n);
        Py_END_ALLOW_THREADS
    } else if (block) {
        fill_pairs(self, block, k, it, PyArray_DATA(out), n);
    }
    Py_XDECREF(it);
    return block ? core_end(self) : -1;
}

/* _integers(low, last, out): both included, and in range for the dtype of the
 * array out. Arrays of int64 or uint64, or two ints that are one range. */
PyObject *core_fill_integers(core_stream *self, PyObject *args)
{
    PyObject *a[3];
    const kind *k;
    int done;

    if (!PyArg_ParseTuple(args, "OOO!", &a[0], &a[1], &PyArray_Type, &a[2]))
        return NULL;
    k = kind_of(PyArray_TYPE((PyArrayObject *)a[2]));
    if (!k || !PyArray_ISCARRAY((PyArrayObject *)a[2])) {
        PyErr_SetString(PyExc_TypeError, "out is no array of integers");
        return NULL;
    }
    if (PyLong_Check(a[0]) && PyLong_Check(a[1])) {
        uint64_t low = PyLong_AsUnsignedLongLongMask(a[0]);
        uint64_t last = PyLong_AsUnsignedLongLongMask(a[1]);
        done = fill(self, k, low, last, PyArray_DATA((PyArrayObject *)a[2]),
                    PyArray_SIZE((PyArrayObject *)a[2]));
    } else {
        done = fill_broadcast(self, k, a);
    }
    if (done < 0)
        return NULL;
    Py_RETURN_NONE;
}

static void fill_bytes(core_stream *self, core_block *block, char *out,
                       size_t length)
{
    if (self->legacy)
        ss_numpy_bytes(&block->rs, out, length);
    else
        ss_numpy_generator_bytes(&block->g, out, length);
}

/* bytes(length): NumPy cuts words at [:length], which for a negative length
 * leaves some. */
PyObject *core_bytes(const core_row *row, core_state *st, core_stream *self,
                     PyObject *const *values, Py_ssize_t count)
{
    int64_t length, words;
    core_block *block;
    PyObject *out, *cut;

    if (core_int64(values[0], &length) < 0)
        return NULL;
    words = (length - 1) / 4 + 1;
    if (words < 0) {
        PyErr_SetString(PyExc_ValueError, "negative dimensions are not "
                                          "allowed");
        return NULL;
    }
    out = PyBytes_FromStringAndSize(NULL, length > 0 ? length : 4 * words);
    if (!out || (length <= 0 && words == 0))
        return out;
    block = core_begin(self);
    if (!block) {
        Py_DECREF(out);
        return NULL;
    }
    fill_bytes(self, block, PyBytes_AS_STRING(out),
               (size_t)PyBytes_GET_SIZE(out));
    if (core_end(self) < 0)
        Py_CLEAR(out);
    if (!out || length > 0)
        return out;
    cut = PySequence_GetSlice(out, 0, length == 0 ? 0 : 4 * words + length);
    Py_DECREF(out);
    return cut;
}
