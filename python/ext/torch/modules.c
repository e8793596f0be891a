/* SPDX-License-Identifier: MIT
 * sameseed._torch.nn_entries() and nn_init(): <sameseed/torch_nn.h> for one
 * layer, which is a tuple:
 *
 * (kind, in, in2, out, groups, shape, kdim, vdim, layers, decoder_layers,
 *  proj_size, flags, padding_idx, slope)
 */
#include <string.h>

#include <sameseed/torch_nn.h>

#include "torch.h"

/* The bits of flags. */
enum {
    NO_BIAS = 1,
    BIDIRECTIONAL = 2,
    BIAS_KV = 4,
    NO_AFFINE = 8,
    NO_STATISTICS = 16,
    FINAL_NORM = 32,
    HAS_PADDING = 64
};

static int read_shape(PyObject *shape, ss_torch_nn_layer *layer)
{
    Py_ssize_t ndim = PyTuple_Size(shape);

    if (ndim < 0)
        return -1;
    if (ndim > SS_TORCH_NN_DIMS) {
        PyErr_SetString(PyExc_ValueError, "too many dimensions");
        return -1;
    }
    layer->ndim = (uint32_t)ndim;
    for (Py_ssize_t i = 0; i < ndim; i++) {
        layer->shape[i] = PyLong_AsSize_t(PyTuple_GetItem(shape, i));
        if (layer->shape[i] == (size_t)-1 && PyErr_Occurred())
            return -1;
    }
    return 0;
}

static int read_layer(PyObject *tuple, ss_torch_nn_layer *layer)
{
    Py_ssize_t in, in2, out, groups, kdim, vdim, layers, decoders, proj;
    int kind, flags;
    long long padding;
    PyObject *shape;

    memset(layer, 0, sizeof *layer);
    if (!PyArg_ParseTuple(tuple, "innnnO!nnnnniLd", &kind, &in, &in2, &out,
                          &groups, &PyTuple_Type, &shape, &kdim, &vdim, &layers,
                          &decoders, &proj, &flags, &padding, &layer->slope))
        return -1;
    layer->kind = (ss_torch_nn_kind)kind;
    layer->in = (size_t)in;
    layer->in2 = (size_t)in2;
    layer->out = (size_t)out;
    layer->groups = (size_t)groups;
    layer->kdim = (size_t)kdim;
    layer->vdim = (size_t)vdim;
    layer->layers = (size_t)layers;
    layer->decoder_layers = (size_t)decoders;
    layer->proj_size = (size_t)proj;
    layer->no_bias = flags & NO_BIAS;
    layer->bidirectional = flags & BIDIRECTIONAL;
    layer->bias_kv = flags & BIAS_KV;
    layer->no_affine = flags & NO_AFFINE;
    layer->no_statistics = flags & NO_STATISTICS;
    layer->final_norm = flags & FINAL_NORM;
    layer->has_padding = flags & HAS_PADDING;
    layer->padding_idx = padding;
    return read_shape(shape, layer);
}

static PyObject *raise_status(ss_status status)
{
    PyErr_SetString(PyExc_RuntimeError, ss_status_message(status));
    return NULL;
}

static PyObject *entry(const ss_torch_nn_tensor *t)
{
    PyObject *made, *shape = PyTuple_New((Py_ssize_t)t->ndim);

    for (uint32_t i = 0; shape && i < t->ndim; i++) {
        PyObject *size = PyLong_FromSize_t(t->shape[i]);
        if (!size || PyTuple_SetItem(shape, (Py_ssize_t)i, size) < 0)
            Py_CLEAR(shape);
    }
    if (!shape)
        return NULL;
    made = Py_BuildValue("sOiN", t->name, t->buffer ? Py_True : Py_False,
                         (int)t->dtype, shape);
    return made;
}

/* nn_entries(layer, dtype): [(name, is a buffer, dtype, shape), ...] */
PyObject *torch_nn_entries(PyObject *module, PyObject *args)
{
    ss_torch_nn_layer layer;
    ss_torch_nn_tensor tensor;
    PyObject *tuple, *list;
    int dtype;

    (void)module;
    if (!PyArg_ParseTuple(args, "O!i", &PyTuple_Type, &tuple, &dtype)
        || read_layer(tuple, &layer) < 0)
        return NULL;
    list = PyList_New(0);
    for (size_t i = 0, n = ss_torch_nn_count(&layer, 1); list && i < n; i++) {
        ss_status status =
            ss_torch_nn_at(&layer, 1, (ss_dtype)dtype, i, &tensor);
        PyObject *item = status ? raise_status(status) : entry(&tensor);
        if (!item || PyList_Append(list, item) < 0)
            Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

/* One buffer for each entry, of its size. */
static int get_memory(const ss_torch_nn_layer *layer, int dtype,
                      PyObject *buffers, size_t n, Py_buffer *views,
                      void **memory, size_t *held)
{
    ss_torch_nn_tensor tensor;

    for (*held = 0; *held < n; ++*held) {
        size_t i = *held;
        PyObject *buffer = PyTuple_GetItem(buffers, (Py_ssize_t)i);
        if (ss_torch_nn_at(layer, 1, (ss_dtype)dtype, i, &tensor) != SS_OK
            || !buffer
            || PyObject_GetBuffer(buffer, &views[i], PyBUF_WRITABLE) < 0)
            break;
        memory[i] = views[i].buf;
        if ((size_t)views[i].len < tensor.count * ss_dtype_size(tensor.dtype)) {
            PyBuffer_Release(&views[i]);
            PyErr_SetString(PyExc_ValueError, "a buffer is too small");
            break;
        }
    }
    if (*held == n)
        return 0;
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_ValueError, "no such layer");
    return -1;
}

static ss_status init(generator_object *g, const ss_torch_nn_layer *layer,
                      int dtype, void *const *memory)
{
    ss_status status;

    generator_lock(g);
    Py_BEGIN_ALLOW_THREADS status =
        ss_torch_nn_init(&g->state, layer, 1, (ss_dtype)dtype, memory);
    Py_END_ALLOW_THREADS generator_unlock(g);
    return status;
}

/* nn_init(generator, layer, dtype, buffers): the status. */
PyObject *torch_nn_init(PyObject *module, PyObject *args)
{
    ss_torch_nn_layer layer;
    PyObject *generator, *tuple, *buffers, *answer = NULL;
    Py_buffer *views;
    void **memory;
    size_t n, held = 0;
    int dtype;

    if (!PyArg_ParseTuple(args, "O!O!iO!", generator_type(module), &generator,
                          &PyTuple_Type, &tuple, &dtype, &PyTuple_Type,
                          &buffers)
        || read_layer(tuple, &layer) < 0)
        return NULL;
    n = ss_torch_nn_count(&layer, 1);
    views = PyMem_Calloc(n ? n : 1, sizeof *views);
    memory = PyMem_Calloc(n ? n : 1, sizeof *memory);
    if (!views || !memory)
        PyErr_NoMemory();
    else if (get_memory(&layer, dtype, buffers, n, views, memory, &held) == 0)
        answer = PyLong_FromLong(
            init((generator_object *)generator, &layer, dtype, memory));
    while (held > 0)
        PyBuffer_Release(&views[--held]);
    PyMem_Free(views);
    PyMem_Free(memory);
    return answer;
}
