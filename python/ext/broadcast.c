/* SPDX-License-Identifier: MIT
 * Distributions of numbers or arrays: a row of a table says which. The order
 * of conversions, checks and errors is that of NumPy's cont() and disc().
 */
#include "core.h"

#include <math.h>

/* ---- checks of arrays ---- */

static bool is_bad(double v, int constraint, bool second)
{
    switch (constraint) {
    case NON_NEGATIVE:
        return !isnan(v) && signbit(v);
    case POSITIVE:
        return v <= 0;
    case POSITIVE_NOT_NAN:
        return second ? v <= 0 : isnan(v);
    case BOUNDED_0_1:
        return !(v >= 0) || !(v <= 1);
    case BOUNDED_GT_0_1:
        return !(v > 0) || !(v <= 1);
    case BOUNDED_LT_0_1:
        return !(v >= 0) || !(v < 1);
    case GT_1:
        return !(v > 1);
    case GTE_1:
        return !(v >= 1);
    case POISSON: /* 2**63 - 10 * sqrt(2**63) */
        return second ? !(v >= 0) : !(v <= 9.223372006484771e18);
    default:
        return false;
    }
}

static const char *const texts[][2] = {
    [ANY] = {"", ""},
    [NON_NEGATIVE] = {"%s < 0", ""},
    [POSITIVE] = {"%s <= 0", ""},
    [POSITIVE_NOT_NAN] = {"%s must not be NaN", "%s <= 0"},
    [BOUNDED_0_1] = {"%s < 0, %s > 1 or %s contains NaNs", ""},
    [BOUNDED_GT_0_1] = {"%s <= 0, %s > 1 or %s contains NaNs", ""},
    [BOUNDED_LT_0_1] = {"%s < 0, %s >= 1 or %s contains NaNs", ""},
    [GT_1] = {"%s <= 1 or %s contains NaNs", ""},
    [GTE_1] = {"%s < 1 or %s contains NaNs", ""},
    [POISSON] = {"%s value too large", "%s < 0 or %s contains NaNs"},
};

static int any_bad(const core_parameter *p, PyArrayObject *array, bool second)
{
    PyObject *it = PyArray_IterNew((PyObject *)array);
    int bad = 0;

    if (!it)
        return -1;
    while (!bad && PyArray_ITER_NOTDONE(it)) {
        void *at = PyArray_ITER_DATA(it);
        double v = p->kind == 'd'       ? *(double *)at
                   : *(int64_t *)at < 0 ? -1.0
                                        : (double)*(int64_t *)at;
        bad = is_bad(v, p->constraint, second);
        PyArray_ITER_NEXT(it);
    }
    Py_DECREF(it);
    return bad;
}

/* A number that NumPy would have refused before it came to what follows. */
static int check_number(const core_parameter *p, core_value number)
{
    static const char *const said[] = {
        [BOUNDED_0_1] = "%s < 0, %s > 1 or %s is NaN",
        [BOUNDED_LT_0_1] = "%s < 0, %s >= 1 or %s is NaN",
        [GT_1] = "%s <= 1 or %s is NaN",
        [GTE_1] = "%s < 1 or %s is NaN",
    };
    double v = p->kind == 'd' ? number.d : (double)number.i;
    const char *text = p->constraint <= GTE_1 && said[p->constraint]
                           ? said[p->constraint]
                           : texts[p->constraint][0];

    if (p->constraint == ANY || !is_bad(v, p->constraint, false))
        return 0;
    PyErr_Format(PyExc_ValueError, text, p->name, p->name, p->name);
    return -1;
}

int core_check_arrays(const core_parameter *p, PyArrayObject *array)
{
    for (int pass = 0; pass < 2; pass++) {
        int bad;
        if (p->constraint == ANY || !*texts[p->constraint][pass])
            continue;
        bad = any_bad(p, array, pass == 1);
        if (bad > 0)
            PyErr_Format(PyExc_ValueError, texts[p->constraint][pass], p->name,
                         p->name, p->name);
        if (bad)
            return -1;
    }
    return 0;
}

/* ---- arguments ---- */

static int quick_number(PyObject *arg, char kind, core_value *out)
{
    if (kind == 'd' && PyFloat_CheckExact(arg)) {
        out->d = PyFloat_AS_DOUBLE(arg);
        return 1;
    }
    if (PyLong_CheckExact(arg)) {
        int overflow;
        long long i = PyLong_AsLongLongAndOverflow(arg, &overflow);
        if (overflow)
            return 0;
        if (kind == 'i')
            out->i = i;
        else
            out->d = (double)i;
        return 1;
    }
    return 0;
}

/* Convert the arguments: numbers[] where all are of no dimension (1), else
 * arrays[] (0). */
static int convert(const core_row *row, PyObject *const *values,
                   core_value *numbers, PyArrayObject **arrays)
{
    int quick = 0, flat = 1;

    for (int i = 0; i < row->count; i++) {
        const core_parameter *p = &row->parameters[i];
        PyObject *value = values[p->position];
        quick += quick_number(value, p->kind, &numbers[i]);
    }
    if (quick == row->count)
        return 1;
    for (int i = 0; i < row->count; i++) {
        const core_parameter *p = &row->parameters[i];
        PyObject *value = values[p->position];
        arrays[i] = (PyArrayObject *)PyArray_FROM_OTF(
            value, p->kind == 'd' ? NPY_DOUBLE : NPY_INT64, NPY_ARRAY_ALIGNED);
        if (!arrays[i])
            return -1;
        flat = flat && PyArray_NDIM(arrays[i]) == 0;
    }
    for (int turn = 0; flat && turn < row->count; turn++) {
        int i = row->variant == CORE_LAST_BEFORE_MIDDLE ? (3 - turn) % 3 : turn;
        const core_parameter *p = &row->parameters[i];
        PyObject *value = values[p->position];
        int done;
        if (row->variant == CORE_FROM_ARRAYS) {
            memcpy(&numbers[i], PyArray_DATA(arrays[i]), sizeof numbers[i]);
            continue;
        }
        done = p->kind == 'd' ? core_double(value, &numbers[i].d)
                              : core_int64(value, &numbers[i].i);
        if (done == 0 && i + 1 < row->count && !row->arrays_check
            && row->parameters[0].position == 0) /* not binomial's */
            done = check_number(p, numbers[i]);
        if (done < 0)
            return -1;
    }
    return flat;
}

static PyObject *number_of(const core_row *row, core_value value)
{
    return row->result == 'd' ? PyFloat_FromDouble(value.d)
                              : PyLong_FromLongLong(value.i);
}

static void fill(const core_row *row, core_block *block, const core_value *p,
                 void *out, npy_intp n)
{
    if (block->bitgen.kind != SS_BITGEN_FOREIGN) {
        row->fill(block, p, out, (size_t)n);
        return;
    }
    for (npy_intp i = 0; i < n; i++)
        ((core_value *)out)[i] = row->draw(block, p);
}

/* All parameters are numbers. */
static PyObject *draw_numbers(const core_row *row, core_state *st,
                              core_stream *self, const core_value *p,
                              PyObject *size, PyObject *out)
{
    core_block *block;
    core_value value = {0};
    void *data = NULL;
    npy_intp n = 0;

    if (row->check && core_raise(row->check(p)) < 0)
        return NULL;
    if (out) {
        Py_INCREF(out);
        data = PyArray_DATA((PyArrayObject *)out);
        n = PyArray_SIZE((PyArrayObject *)out);
    } else if (size != Py_None) {
        out = core_output(st, size, row->result == 'd' ? NPY_DOUBLE : NPY_INT64,
                          &data, &n);
        if (!out)
            return NULL;
    }
    block = core_begin(self);
    if (!block) {
        Py_XDECREF(out);
        return NULL;
    }
    if (!out) {
        value = row->draw(block, p);
    } else if (n > CORE_GIL_VALUES) {
        Py_BEGIN_ALLOW_THREADS fill(row, block, p, data, n);
        Py_END_ALLOW_THREADS
    } else {
        fill(row, block, p, data, n);
    }
    if (core_end(self) < 0) {
        Py_XDECREF(out);
        return NULL;
    }
    return out ? out : number_of(row, value);
}

/* ---- arrays ---- */

static PyObject *shape_of(PyArrayMultiIterObject *it)
{
    PyObject *shape = PyTuple_New(it->nd);

    for (int i = 0; shape && i < it->nd; i++)
        PyTuple_SET_ITEM(shape, i, PyLong_FromSsize_t(it->dimensions[i]));
    return shape;
}

/* A broadcast over count arrays, after an output where that is not NULL. */
static PyArrayMultiIterObject *iterate(PyArrayObject *out,
                                       PyArrayObject *const *arrays, int count)
{
    PyObject *all[4];
    int n = 0;

    if (out)
        all[n++] = (PyObject *)out;
    for (int i = 0; i < count; i++)
        all[n++] = (PyObject *)arrays[i];
    return (PyArrayMultiIterObject *)PyArray_MultiIterFromObjects(all, n, 0);
}

int core_check_shape(PyArrayMultiIterObject *it, PyArrayObject *out)
{
    bool same =
        it->nd == PyArray_NDIM(out)
        && PyArray_CompareLists(it->dimensions, PyArray_DIMS(out), it->nd);
    PyObject *shape, *have;

    if (same)
        return 0;
    shape = shape_of(it);
    have = PyObject_GetAttrString((PyObject *)out, "shape");
    if (shape && have)
        PyErr_Format(PyExc_ValueError,
                     "Output size %S is not compatible with broadcast "
                     "dimensions of inputs %S.",
                     have, shape);
    Py_XDECREF(shape);
    Py_XDECREF(have);
    return -1;
}

static PyObject *output_for(const core_row *row, core_state *st, PyObject *size,
                            PyArrayObject *const *arrays)
{
    int type = row->result == 'd' ? NPY_DOUBLE : NPY_INT64;
    PyArrayMultiIterObject *it;
    PyObject *out, *shape;
    void *data;
    npy_intp n;

    if (size != Py_None)
        return core_output(st, size, type, &data, &n);
    if (row->count == 1)
        return PyArray_SimpleNew(PyArray_NDIM(arrays[0]),
                                 PyArray_DIMS(arrays[0]), type);
    it = iterate(NULL, arrays, row->count);
    shape = it ? shape_of(it) : NULL;
    Py_XDECREF(it);
    out = shape ? core_output(st, shape, type, &data, &n) : NULL;
    Py_XDECREF(shape);
    return out;
}

static void draw_elements(const core_row *row, core_block *block,
                          PyArrayMultiIterObject *it, core_value *out,
                          npy_intp n)
{
    core_value p[3];

    for (npy_intp i = 0; i < n; i++) {
        for (int k = 0; k < row->count; k++)
            memcpy(&p[k], PyArray_MultiIter_DATA(it, k + 1), sizeof p[k]);
        out[i] =
            row->arrays_draw ? row->arrays_draw(block, p) : row->draw(block, p);
        PyArray_MultiIter_NEXT(it);
    }
}

/* Parameters whose draw would never end (RandomState's zipf, vonmises). */
static int check_elements(const core_row *row, PyArrayMultiIterObject *it,
                          npy_intp n)
{
    core_value p[3];

    for (npy_intp i = 0; row->variant == CORE_ENDLESS && i < n; i++) {
        for (int k = 0; k < row->count; k++)
            memcpy(&p[k], PyArray_MultiIter_DATA(it, k + 1), sizeof p[k]);
        if (core_raise(row->check(p)) < 0)
            return -1;
        PyArray_MultiIter_NEXT(it);
    }
    PyArray_MultiIter_RESET(it);
    return 0;
}

static int draw_arrays_into(const core_row *row, core_stream *self,
                            PyArrayMultiIterObject *it, PyArrayObject *out)
{
    npy_intp n = PyArray_SIZE(out);
    core_block *block;

    if (core_check_shape(it, out) < 0 || check_elements(row, it, n) < 0)
        return -1;
    block = core_begin(self);
    if (!block)
        return -1;
    if (n > CORE_GIL_VALUES) {
        Py_BEGIN_ALLOW_THREADS draw_elements(row, block, it, PyArray_DATA(out),
                                             n);
        Py_END_ALLOW_THREADS
    } else {
        draw_elements(row, block, it, PyArray_DATA(out), n);
    }
    return core_end(self);
}

/* The checks of _checks: they raise, or give other arrays in a tuple. */
static int check_together(const core_row *row, core_state *st,
                          PyArrayObject **arrays)
{
    PyObject *args, *function, *result = NULL;

    if (!row->arrays_check)
        return 0;
    args = PyTuple_New(row->count);
    function = PyObject_GetAttrString(st->checks, row->arrays_check);
    for (int i = 0; args && i < row->count; i++) {
        Py_INCREF(arrays[i]);
        PyTuple_SET_ITEM(args, i, (PyObject *)arrays[i]);
    }
    if (args && function)
        result = PyObject_Call(function, args, NULL);
    for (int i = 0; result && PyTuple_Check(result) && i < row->count; i++) {
        PyObject *array = PyTuple_GET_ITEM(result, i);
        Py_INCREF(array);
        Py_SETREF(arrays[i], (PyArrayObject *)array);
    }
    Py_XDECREF(args);
    Py_XDECREF(function);
    Py_XDECREF(result);
    return result ? 0 : -1;
}

static PyObject *draw_arrays(const core_row *row, core_state *st,
                             core_stream *self, PyArrayObject **arrays,
                             PyObject *size, PyObject *out)
{
    PyArrayMultiIterObject *it;
    int done = check_together(row, st, arrays);

    for (int i = 0; done == 0 && i < row->count; i++)
        done = core_check_arrays(&row->parameters[i], arrays[i]);
    if (done < 0)
        return NULL;
    if (out)
        Py_INCREF(out);
    else
        out = output_for(row, st, size, arrays);
    it = out ? iterate((PyArrayObject *)out, arrays, row->count) : NULL;
    done = it ? draw_arrays_into(row, self, it, (PyArrayObject *)out) : -1;
    Py_XDECREF(it);
    if (done < 0)
        Py_CLEAR(out);
    return out;
}

static PyObject *draw(const core_row *row, core_state *st, core_stream *self,
                      PyObject *const *values, PyObject *size, PyObject *out)
{
    core_value numbers[3];
    PyArrayObject *arrays[3] = {NULL};
    PyObject *result = NULL;
    int flat = convert(row, values, numbers, arrays);

    if (flat > 0)
        result = draw_numbers(row, st, self, numbers, size, out);
    else if (flat == 0)
        result = draw_arrays(row, st, self, arrays, size, out);
    for (int i = 0; i < row->count; i++)
        Py_XDECREF(arrays[i]);
    return result;
}

/* Numbers or arrays; size is the argument after the last parameter. */
PyObject *core_distribution(const core_row *row, core_state *st,
                            core_stream *self, PyObject *const *values,
                            Py_ssize_t count)
{
    return draw(row, st, self, values, values[row->count], NULL);
}

/* Generator.standard_gamma(shape, size, dtype, out). */
PyObject *core_standard_gamma(const core_row *row, core_state *st,
                              core_stream *self, PyObject *const *values,
                              Py_ssize_t count)
{
    int type = core_float_type(values[2], "standard_gamma");
    PyObject *out = values[3] == Py_None ? NULL : values[3];

    if (type < 0 || (out && core_check_out(out, type, values[1], true) < 0))
        return NULL;
    if (type == NPY_FLOAT)
        return core_gamma_float(st, self, values, out);
    return draw(row, st, self, values, values[1], out);
}
