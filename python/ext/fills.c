/* SPDX-License-Identifier: MIT
 * Draws without parameters: random, standard_normal, ... and their float32
 * and out= kinds; float32 standard_gamma.
 */
#include "core.h"

/* ---- float64 and int64 of RandomState, standard_cauchy: size only ---- */

static void fill_any(const core_row *row, core_block *block, void *out,
                     npy_intp n)
{
    if (block->bitgen.kind != SS_BITGEN_FOREIGN) {
        row->fill(block, NULL, out, (size_t)n);
        return;
    }
    for (npy_intp i = 0; i < n; i++)
        ((core_value *)out)[i] = row->draw(block, NULL);
}

static int fill_values(const core_row *row, core_stream *self, void *out,
                       npy_intp n)
{
    core_block *block = core_begin(self);

    if (!block)
        return -1;
    if (n > CORE_GIL_VALUES) {
        Py_BEGIN_ALLOW_THREADS fill_any(row, block, out, n);
        Py_END_ALLOW_THREADS
    } else {
        fill_any(row, block, out, n);
    }
    return core_end(self);
}

static PyObject *one(const core_row *row, core_stream *self)
{
    core_block *block = core_begin(self);
    core_value value;

    if (!block)
        return NULL;
    value = row->draw(block, NULL);
    if (core_end(self) < 0)
        return NULL;
    return row->result == 'd' ? PyFloat_FromDouble(value.d)
                              : PyLong_FromLongLong(value.i);
}

static PyObject *many(const core_row *row, core_state *st, core_stream *self,
                      PyObject *size)
{
    void *data;
    npy_intp n;
    PyObject *out = core_output(
        st, size, row->result == 'd' ? NPY_DOUBLE : NPY_INT64, &data, &n);

    if (out && fill_values(row, self, data, n) < 0)
        Py_CLEAR(out);
    return out;
}

PyObject *core_plain(const core_row *row, core_state *st, core_stream *self,
                     PyObject *const *values, Py_ssize_t count)
{
    return values[0] == Py_None ? one(row, self)
                                : many(row, st, self, values[0]);
}

/* rand(*args), randn(*args): the arguments are the shape. */
PyObject *core_rand(const core_row *row, core_state *st, core_stream *self,
                    PyObject *const *values, Py_ssize_t count)
{
    PyObject *size, *out;

    if (count == 0)
        return one(row, self);
    if (count == 1 && PyLong_CheckExact(values[0]))
        return many(row, st, self, values[0]);
    size = PyTuple_New(count);
    for (Py_ssize_t i = 0; size && i < count; i++) {
        Py_INCREF(values[i]);
        PyTuple_SET_ITEM(size, i, values[i]);
    }
    out = size ? many(row, st, self, size) : NULL;
    Py_XDECREF(size);
    return out;
}

/* ---- Generator: (size, dtype, out), (size, dtype, method, out) ---- */

typedef void fill_float(ss_numpy_generator *g, float *out, size_t n);
typedef float draw_float(ss_numpy_generator *g);

enum { RANDOM, NORMAL, EXPONENTIAL, EXPONENTIAL_INV };

static fill_float *const float_fills[] = {
    [RANDOM] = ss_numpy_generator_random_f32_fill,
    [NORMAL] = ss_numpy_generator_standard_normal_f32_fill,
    [EXPONENTIAL] = ss_numpy_generator_standard_exponential_f32_fill,
    [EXPONENTIAL_INV] = ss_numpy_generator_standard_exponential_inv_f32_fill,
};
static draw_float *const float_draws[] = {
    [RANDOM] = ss_numpy_generator_random_f32,
    [NORMAL] = ss_numpy_generator_standard_normal_f32,
    [EXPONENTIAL] = ss_numpy_generator_standard_exponential_f32,
    [EXPONENTIAL_INV] = ss_numpy_generator_standard_exponential_inv_f32,
};

static void fill_any_float(int which, ss_numpy_generator *g, float *out,
                           npy_intp n)
{
    if (g->bitgen.kind != SS_BITGEN_FOREIGN) {
        float_fills[which](g, out, (size_t)n);
        return;
    }
    for (npy_intp i = 0; i < n; i++)
        out[i] = float_draws[which](g);
}

static PyObject *floats(int which, core_state *st, core_stream *self,
                        PyObject *size, PyObject *out)
{
    float one_value;
    void *data = &one_value;
    npy_intp n = 1;
    core_block *block;

    if (out) {
        Py_INCREF(out);
        data = PyArray_DATA((PyArrayObject *)out);
        n = PyArray_SIZE((PyArrayObject *)out);
    } else if (size != Py_None) {
        out = core_output(st, size, NPY_FLOAT, &data, &n);
        if (!out)
            return NULL;
    }
    block = core_begin(self);
    if (!block) {
        Py_XDECREF(out);
        return NULL;
    }
    if (n > CORE_GIL_VALUES) {
        Py_BEGIN_ALLOW_THREADS fill_any_float(which, &block->g, data, n);
        Py_END_ALLOW_THREADS
    } else {
        fill_any_float(which, &block->g, data, n);
    }
    if (core_end(self) < 0) {
        Py_XDECREF(out);
        return NULL;
    }
    return out ? out : PyFloat_FromDouble(one_value);
}

PyObject *core_typed(const core_row *row, core_state *st, core_stream *self,
                     PyObject *const *values, Py_ssize_t count)
{
    PyObject *size = values[0], *out = values[count - 1];
    const core_row *use = row;
    int type = core_float_type(values[1], strchr(row->name, '.') + 1);

    if (type < 0)
        return NULL;
    if (count == 4
        && !(PyUnicode_Check(values[2])
             && PyUnicode_CompareWithASCIIString(values[2], "zig") == 0))
        use = row + 1; /* method='inv' */
    out = out == Py_None ? NULL : out;
    if (out && core_check_out(out, type, size, false) < 0)
        return NULL;
    if (type == NPY_FLOAT)
        return floats(use->variant, st, self, size, out);
    if (!out)
        return size == Py_None ? one(use, self) : many(use, st, self, size);
    if (fill_values(use, self, PyArray_DATA((PyArrayObject *)out),
                    PyArray_SIZE((PyArrayObject *)out))
        < 0)
        return NULL;
    Py_INCREF(out);
    return out;
}

/* ---- standard_gamma(shape, size, dtype=float32, out) ---- */

/* Values for one shape, or for each of an iteration over (out, shapes). */
static void fill_gamma(ss_numpy_generator *g, float shape,
                       PyArrayMultiIterObject *it, float *out, npy_intp n)
{
    for (npy_intp i = 0; i < n; i++) {
        if (it)
            shape = *(float *)PyArray_MultiIter_DATA(it, 1);
        out[i] = ss_numpy_generator_standard_gamma_f32(g, shape);
        if (it)
            PyArray_MultiIter_NEXT(it);
    }
}

static int run_gamma(core_stream *self, float shape, PyArrayMultiIterObject *it,
                     float *out, npy_intp n)
{
    core_block *block = core_begin(self);

    if (!block)
        return -1;
    if (n > CORE_GIL_VALUES) {
        Py_BEGIN_ALLOW_THREADS fill_gamma(&block->g, shape, it, out, n);
        Py_END_ALLOW_THREADS
    } else {
        fill_gamma(&block->g, shape, it, out, n);
    }
    return core_end(self);
}

static PyObject *gamma_number(core_state *st, core_stream *self,
                              PyObject *const *values, PyObject *out)
{
    double shape;
    float result;
    void *data = &result;
    npy_intp n = 1;

    if (core_double(values[0], &shape) < 0
        || core_raise(ss_numpy_generator_standard_gamma_f32_check((float)shape))
               < 0)
        return NULL;
    if (out) {
        Py_INCREF(out);
        data = PyArray_DATA((PyArrayObject *)out);
        n = PyArray_SIZE((PyArrayObject *)out);
    } else if (values[1] != Py_None) {
        out = core_output(st, values[1], NPY_FLOAT, &data, &n);
        if (!out)
            return NULL;
    }
    if (run_gamma(self, (float)shape, NULL, data, n) < 0) {
        Py_XDECREF(out);
        return NULL;
    }
    return out ? out : PyFloat_FromDouble(result);
}

/* NumPy's check of the shapes, on doubles of the same values. */
static int check_shapes(PyArrayObject *shapes)
{
    static const core_parameter shape = {"shape", 0, 'd', NON_NEGATIVE};
    PyObject *doubles =
        PyArray_FROM_OTF((PyObject *)shapes, NPY_DOUBLE, NPY_ARRAY_ALIGNED);
    int done =
        doubles ? core_check_arrays(&shape, (PyArrayObject *)doubles) : -1;

    Py_XDECREF(doubles);
    return done;
}

static PyObject *gamma_arrays(core_state *st, core_stream *self,
                              PyArrayObject *shapes, PyObject *size,
                              PyObject *out)
{
    PyObject *pair[2] = {NULL, (PyObject *)shapes};
    PyArrayMultiIterObject *it;
    void *data;
    npy_intp n;
    int done;

    if (check_shapes(shapes) < 0)
        return NULL;
    if (out)
        Py_INCREF(out);
    else if (size != Py_None)
        out = core_output(st, size, NPY_FLOAT, &data, &n);
    else
        out = PyArray_SimpleNew(PyArray_NDIM(shapes), PyArray_DIMS(shapes),
                                NPY_FLOAT);
    if (!out)
        return NULL;
    pair[0] = out;
    it = (PyArrayMultiIterObject *)PyArray_MultiIterFromObjects(pair, 2, 0);
    done = it ? core_check_shape(it, (PyArrayObject *)out) : -1;
    if (done == 0)
        done = run_gamma(self, 0, it, PyArray_DATA((PyArrayObject *)out),
                         PyArray_SIZE((PyArrayObject *)out));
    Py_XDECREF(it);
    if (done < 0)
        Py_CLEAR(out);
    return out;
}

PyObject *core_gamma_float(core_state *st, core_stream *self,
                           PyObject *const *values, PyObject *out)
{
    PyArrayObject *shapes = (PyArrayObject *)PyArray_FROMANY(
        values[0], NPY_FLOAT, 0, 0, NPY_ARRAY_ALIGNED | NPY_ARRAY_FORCECAST);
    PyObject *result;

    if (!shapes)
        return NULL;
    result = PyArray_NDIM(shapes) == 0
                 ? gamma_number(st, self, values, out)
                 : gamma_arrays(st, self, shapes, values[1], out);
    Py_DECREF(shapes);
    return result;
}
