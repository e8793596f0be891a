/* SPDX-License-Identifier: MIT
 * The module sameseed._core: several phases, state of its own.
 */
#define CORE_MAIN
#include "core.h"

static int import_numpy(void)
{
    import_array1(-1);
    return 0;
}

/* A type of spec that the module state keeps and the module shows. */
static int add_type(PyObject *module, PyType_Spec *spec, PyTypeObject **type)
{
    *type = (PyTypeObject *)PyType_FromModuleAndSpec(module, spec, NULL);
    return *type ? PyModule_AddType(module, *type) : -1;
}

static int import_name(const char *module, const char *name, PyObject **out)
{
    PyObject *m = PyImport_ImportModule(module);

    *out = m && name ? PyObject_GetAttrString(m, name) : m;
    if (name)
        Py_XDECREF(m);
    return *out ? 0 : -1;
}

static int exec_module(PyObject *module)
{
    core_state *st = PyModule_GetState(module);

    if (import_numpy() < 0
        || add_type(module, &core_bitgen_spec, &st->bitgen_type) < 0
        || add_type(module, &core_stream_spec, &st->stream_type) < 0
        || add_type(module, &core_method_spec, &st->method_type) < 0
        || import_name("threading", "RLock", &st->rlock) < 0
        || import_name("numpy", "empty", &st->empty) < 0)
        return -1;
    return PyModule_AddStringConstant(module, "__version__", SAMESEED_VERSION);
}

static int traverse(PyObject *module, visitproc visit, void *arg)
{
    core_state *st = PyModule_GetState(module);

    Py_VISIT(st->bitgen_type);
    Py_VISIT(st->stream_type);
    Py_VISIT(st->method_type);
    Py_VISIT(st->rlock);
    Py_VISIT(st->empty);
    Py_VISIT(st->checks);
    return 0;
}

static int clear(PyObject *module)
{
    core_state *st = PyModule_GetState(module);

    Py_CLEAR(st->bitgen_type);
    Py_CLEAR(st->stream_type);
    Py_CLEAR(st->method_type);
    Py_CLEAR(st->rlock);
    Py_CLEAR(st->empty);
    Py_CLEAR(st->checks);
    return 0;
}

static void free_module(void *module)
{
    clear(module);
}

static PyObject *set_checks(PyObject *module, PyObject *checks)
{
    core_state *st = PyModule_GetState(module);

    Py_INCREF(checks);
    Py_XSETREF(st->checks, checks);
    Py_RETURN_NONE;
}

/* seed_pool(words, pool_size): the pool of a SeedSequence; words and the
 * result are bytes of native uint32. */
static PyObject *seed_pool(PyObject *module, PyObject *args)
{
    Py_buffer words;
    unsigned int pool_size;
    ss_seed_sequence sequence;
    ss_status status;

    if (!PyArg_ParseTuple(args, "y*I", &words, &pool_size))
        return NULL;
    status = ss_seed_sequence_init(&sequence, words.buf,
                                   (size_t)words.len / sizeof(uint32_t), NULL,
                                   0, pool_size);
    PyBuffer_Release(&words);
    if (core_raise(status) < 0)
        return NULL;
    return PyBytes_FromStringAndSize((const char *)sequence.pool,
                                     pool_size * sizeof(uint32_t));
}

/* seed_state(pool, n): n words that a SeedSequence with that pool generates,
 * both bytes of native uint32. */
static PyObject *seed_state(PyObject *module, PyObject *args)
{
    Py_buffer pool;
    Py_ssize_t n;
    PyObject *out = NULL;
    ss_seed_sequence sequence = {.pool_size = 0};

    if (!PyArg_ParseTuple(args, "y*n", &pool, &n))
        return NULL;
    if (n < 0 || n > PY_SSIZE_T_MAX / 4 || pool.len == 0
        || pool.len > (Py_ssize_t)sizeof sequence.pool) {
        PyErr_SetString(PyExc_ValueError, "negative dimensions are not "
                                          "allowed");
    } else {
        memcpy(sequence.pool, pool.buf, (size_t)pool.len);
        sequence.pool_size = (uint32_t)(pool.len / 4);
        out = PyBytes_FromStringAndSize(NULL, n * 4);
    }
    if (out)
        ss_seed_sequence_state_u32(&sequence, (void *)PyBytes_AS_STRING(out),
                                   (size_t)n);
    PyBuffer_Release(&pool);
    return out;
}

/* array_of(x, is_int, least, most): x as NumPy's C code takes it, an aligned
 * array in C order of int64 or double with so many dimensions (most 0: any). */
static PyObject *array_of(PyObject *module, PyObject *args)
{
    PyObject *x;
    int is_int, least, most;

    if (!PyArg_ParseTuple(args, "Opii", &x, &is_int, &least, &most))
        return NULL;
    return PyArray_FROMANY(x, is_int ? NPY_INT64 : NPY_DOUBLE, least, most,
                           NPY_ARRAY_ALIGNED | NPY_ARRAY_C_CONTIGUOUS);
}

static PyMethodDef functions[] = {
    {"array_of", array_of, METH_VARARGS, NULL},
    {"set_checks", set_checks, METH_O, NULL},
    {"seed_pool", seed_pool, METH_VARARGS, NULL},
    {"seed_state", seed_state, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, exec_module},
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "sameseed._core",
    .m_doc = "The C side of the package sameseed.",
    .m_size = sizeof(core_state),
    .m_methods = functions,
    .m_slots = slots,
    .m_traverse = traverse,
    .m_clear = clear,
    .m_free = free_module,
};

PyMODINIT_FUNC PyInit__core(void);
PyMODINIT_FUNC PyInit__core(void)
{
    return PyModuleDef_Init(&definition);
}
