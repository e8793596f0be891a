/* SPDX-License-Identifier: MIT
 * sameseed._torch.text(): str(tensor), which is also its repr.
 */
#include <string.h>

#include "torch.h"

static int read_shape(PyObject *shape, ss_dtype dtype, const Py_buffer *view,
                      ss_array *out)
{
    size_t sizes[SS_ARRAY_MAX_DIMS], n = 1;
    Py_ssize_t ndim = PyTuple_Size(shape);

    if (ndim < 0)
        return -1;
    if (ndim > SS_ARRAY_MAX_DIMS) {
        PyErr_SetString(PyExc_ValueError, "too many dimensions");
        return -1;
    }
    for (Py_ssize_t i = 0; i < ndim; i++) {
        sizes[i] = PyLong_AsSize_t(PyTuple_GetItem(shape, i));
        if (sizes[i] == (size_t)-1 && PyErr_Occurred())
            return -1;
        n *= sizes[i];
    }
    if (n * ss_dtype_size(dtype) != (size_t)view->len) {
        PyErr_SetString(PyExc_ValueError, "shape and buffer differ");
        return -1;
    }
    *out = ss_array_borrow(dtype, (uint32_t)ndim, sizes, view->buf);
    return 0;
}

/* text(dtype, shape, buffer, precision, threshold, edgeitems, linewidth,
 *      sci_mode, default dtype, suffix or None) */
PyObject *torch_text(PyObject *module, PyObject *args)
{
    ss_torch_print_options options = {0};
    int dtype, sci_mode, default_dtype;
    long long n[4];
    PyObject *shape, *answer = NULL;
    Py_buffer view;
    ss_text text = {0};
    ss_array array;

    (void)module;
    if (!PyArg_ParseTuple(args, "iO!y*LLLLiiz", &dtype, &PyTuple_Type, &shape,
                          &view, &n[0], &n[1], &n[2], &n[3], &sci_mode,
                          &default_dtype, &options.suffix))
        return NULL;
    options.precision = n[0];
    options.threshold = n[1];
    options.edgeitems = n[2];
    options.linewidth = n[3];
    options.sci_mode = (ss_torch_sci_mode)sci_mode;
    options.default_dtype = (ss_dtype)default_dtype;
    if (dtype < SS_BOOL || dtype > SS_COMPLEX128) {
        PyErr_SetString(PyExc_ValueError, "no such dtype");
    } else if (read_shape(shape, (ss_dtype)dtype, &view, &array) == 0) {
        if (ss_torch_text(&array, &options, &text) == SS_OK)
            answer =
                PyUnicode_DecodeUTF8(text.data, (Py_ssize_t)text.size, NULL);
        else
            PyErr_NoMemory();
    }
    ss_text_free(&text);
    PyBuffer_Release(&view);
    return answer;
}
