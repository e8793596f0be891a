/* SPDX-License-Identifier: MIT
 * Arguments as NumPy takes them: numbers, size, dtype, out.
 */
#include "core.h"

int core_raise(ss_status status)
{
    PyObject *type = PyExc_ValueError;

    if (status == SS_OK)
        return 0;
    if (status == SS_ERR_NUMPY_UNIFORM_RANGE
        || status == SS_ERR_NUMPY_HIGH_LOW_RANGE)
        type = PyExc_OverflowError;
    if (status == SS_ERR_MEMORY)
        type = PyExc_MemoryError;
    PyErr_SetString(type, ss_status_message(status));
    return -1;
}

int core_double(PyObject *value, double *out)
{
    *out = PyFloat_AsDouble(value);
    return *out == -1.0 && PyErr_Occurred() ? -1 : 0;
}

/* As Cython does: floats are cut, what has neither __int__ nor __index__ is
 * refused. */
int core_int64(PyObject *value, int64_t *out)
{
    PyNumberMethods *number = Py_TYPE(value)->tp_as_number;
    PyObject *integer;

    if (PyLong_Check(value)) {
        Py_INCREF(value);
        integer = value;
    } else if (number && number->nb_int) {
        integer = number->nb_int(value);
    } else if (number && number->nb_index) {
        integer = number->nb_index(value);
    } else {
        PyErr_SetString(PyExc_TypeError, "an integer is required");
        return -1;
    }
    if (!integer)
        return -1;
    *out = sizeof(long) == sizeof *out ? PyLong_AsLong(integer)
                                       : PyLong_AsLongLong(integer);
    Py_DECREF(integer);
    return *out == -1 && PyErr_Occurred() ? -1 : 0;
}

/* An int or a tuple of ints as they are; anything else is for numpy.empty().
 * The number of dimensions, or -1. */
static int quick_shape(PyObject *size, npy_intp *shape, int most)
{
    int n = 1;

    if (PyTuple_CheckExact(size)) {
        if (PyTuple_GET_SIZE(size) > most)
            return -1;
        n = (int)PyTuple_GET_SIZE(size);
    }
    for (int i = 0; i < n; i++) {
        PyObject *item = size == Py_None ? size : size;
        if (PyTuple_CheckExact(size))
            item = PyTuple_GET_ITEM(size, i);
        if (!PyLong_CheckExact(item))
            return -1;
        shape[i] = PyLong_AsSsize_t(item);
        if (shape[i] < 0) {
            PyErr_Clear();
            return -1;
        }
    }
    return n;
}

PyObject *core_output(core_state *st, PyObject *size, int type, void **data,
                      npy_intp *n)
{
    npy_intp shape[8];
    int ndim = quick_shape(size, shape, 8);
    PyObject *out;

    if (ndim >= 0) {
        out = PyArray_SimpleNew(ndim, shape, type);
    } else {
        PyObject *dtype = (PyObject *)PyArray_DescrFromType(type);
        out = PyObject_CallFunctionObjArgs(st->empty, size, dtype, NULL);
        Py_XDECREF(dtype);
    }
    if (!out)
        return NULL;
    *data = PyArray_DATA((PyArrayObject *)out);
    *n = PyArray_SIZE((PyArrayObject *)out);
    return out;
}

static int wrong_type(PyArrayObject *out, int type)
{
    PyArray_Descr *want = PyArray_DescrFromType(type);

    PyErr_Format(PyExc_TypeError,
                 "Supplied output array has the wrong type. Expected %S, "
                 "got %S",
                 (PyObject *)want, (PyObject *)PyArray_DESCR(out));
    Py_XDECREF(want);
    return -1;
}

static int check_size(PyObject *out, PyObject *size)
{
    PyObject *shape = PyObject_GetAttrString(out, "shape");
    PyObject *want = PySequence_Tuple(size);
    int equal;

    if (!want && PyErr_ExceptionMatches(PyExc_TypeError)) {
        PyErr_Clear();
        want = PyTuple_Pack(1, size);
    }
    equal = shape && want ? PyObject_RichCompareBool(shape, want, Py_EQ) : -1;
    Py_XDECREF(shape);
    Py_XDECREF(want);
    if (equal == 0)
        PyErr_SetString(PyExc_ValueError,
                        "size must match out.shape when used together");
    return equal == 1 ? 0 : -1;
}

int core_check_out(PyObject *out, int type, PyObject *size, bool c_order)
{
    PyArrayObject *array = (PyArrayObject *)out;

    if (!PyArray_Check(out)
        || !(PyArray_ISCARRAY(array)
             || (!c_order && PyArray_ISFARRAY(array)))) {
        PyErr_Format(PyExc_ValueError,
                     "Supplied output array must be %scontiguous, writable, "
                     "aligned, and in machine byte-order.",
                     c_order ? "C-" : "");
        return -1;
    }
    if (PyArray_TYPE(array) != type)
        return wrong_type(array, type);
    return size && size != Py_None ? check_size(out, size) : 0;
}

int core_float_type(PyObject *dtype, const char *method)
{
    PyArray_Descr *descr = NULL;
    int type = -1;

    if (!dtype || dtype == (PyObject *)&PyDoubleArrType_Type)
        return NPY_DOUBLE;
    if (dtype == (PyObject *)&PyFloatArrType_Type)
        return NPY_FLOAT;
    if (!PyArray_DescrConverter(dtype, &descr))
        return -1;
    if (PyArray_ISNBO(descr->byteorder)
        && (descr->type_num == NPY_DOUBLE || descr->type_num == NPY_FLOAT))
        type = descr->type_num;
    else
        PyErr_Format(PyExc_TypeError, "Unsupported dtype %R for %s",
                     (PyObject *)descr, method);
    Py_DECREF(descr);
    return type;
}
