/* SPDX-License-Identifier: MIT
 * A method of RandomState or Generator: a function of Python gives its name,
 * signature and docstring, a row of a table in C what it does. Without a row
 * the function itself is called. Wrong calls get the errors that Cython, in
 * which NumPy is written, gives them.
 */
#include "core.h"

#include <string.h>
#include <structmember.h>

typedef struct core_method {
    PyObject_HEAD vectorcallfunc call;
    PyObject *function, *name, *names, *defaults, *signature, *dict;
    core_state *st;
    PyObject *module; /* keeps st alive */
    const core_row *row;
    Py_ssize_t positional, keyword_only, required;
    bool variadic; /* *args, which go to the row as they are */
} core_method;

static void wrong_count(core_method *m, Py_ssize_t given)
{
    Py_ssize_t low = m->required, high = m->positional;
    Py_ssize_t bound = given < low ? low : high;
    const char *how = low == high   ? "exactly"
                      : given < low ? "at least"
                                    : "at most";

    PyErr_Format(PyExc_TypeError,
                 "%U() takes %s %zd positional argument%s (%zd given)", m->name,
                 how, bound, bound == 1 ? "" : "s", given);
}

static Py_ssize_t find_name(core_method *m, PyObject *key)
{
    Py_ssize_t n = PyTuple_GET_SIZE(m->names);

    for (Py_ssize_t i = 0; i < n; i++)
        if (PyTuple_GET_ITEM(m->names, i) == key)
            return i;
    for (Py_ssize_t i = 0; i < n; i++)
        if (PyUnicode_Compare(PyTuple_GET_ITEM(m->names, i), key) == 0)
            return i;
    return -1;
}

static int take_keywords(core_method *m, PyObject *const *args,
                         PyObject *kwnames, PyObject **values)
{
    for (Py_ssize_t k = 0; k < PyTuple_GET_SIZE(kwnames); k++) {
        PyObject *key = PyTuple_GET_ITEM(kwnames, k);
        Py_ssize_t i = find_name(m, key);
        if (i < 0) {
            PyErr_Format(PyExc_TypeError,
                         "%U() got an unexpected keyword argument '%U'",
                         m->name, key);
            return -1;
        }
        if (values[i]) {
            PyErr_Format(PyExc_TypeError,
                         "%U() got multiple values for keyword argument '%U'",
                         m->name, key);
            return -1;
        }
        values[i] = args[k];
    }
    return 0;
}

/* values[0 ...]: borrowed references, to defaults where nothing is given. */
static int take(core_method *m, PyObject *const *args, Py_ssize_t n,
                PyObject *kwnames, PyObject **values)
{
    Py_ssize_t total = m->positional + m->keyword_only;

    if (n > m->positional) {
        wrong_count(m, n);
        return -1;
    }
    for (Py_ssize_t i = 0; i < total; i++)
        values[i] = i < n ? args[i] : NULL;
    if (kwnames && take_keywords(m, args + n, kwnames, values) < 0)
        return -1;
    for (Py_ssize_t i = n; i < m->required; i++) {
        if (!values[i]) {
            wrong_count(m, i);
            return -1;
        }
    }
    for (Py_ssize_t i = m->required; i < total; i++)
        if (!values[i])
            values[i] = PyTuple_GET_ITEM(m->defaults, i - m->required);
    return 0;
}

/* The function of Python, with every argument in its place. */
static PyObject *call_function(core_method *m, PyObject *self,
                               PyObject **values)
{
    PyObject *args[2 + CORE_MAX_PARAMETERS];
    Py_ssize_t n = m->positional, total = n + m->keyword_only;

    args[0] = self;
    memcpy(args + 1, values, (size_t)total * sizeof *values);
    if (m->keyword_only > 0) {
        PyObject *keys = PyTuple_GetSlice(m->names, n, total), *result;
        if (!keys)
            return NULL;
        result = PyObject_Vectorcall(m->function, args, (size_t)n + 1, keys);
        Py_DECREF(keys);
        return result;
    }
    return PyObject_Vectorcall(m->function, args, (size_t)n + 1, NULL);
}

static PyObject *refuse_self(core_method *m, Py_ssize_t n)
{
    if (n < 1)
        return PyErr_Format(PyExc_TypeError,
                            "unbound method %U() needs an argument", m->name);
    return PyErr_Format(PyExc_TypeError,
                        "%U() needs a RandomState or a Generator", m->name);
}

static PyObject *vectorcall(PyObject *callable, PyObject *const *args,
                            size_t nargsf, PyObject *kwnames)
{
    core_method *m = (core_method *)callable;
    Py_ssize_t n = PyVectorcall_NARGS(nargsf);
    PyObject *values[CORE_MAX_PARAMETERS];

    if (n < 1 || (m->row && !PyObject_TypeCheck(args[0], m->st->stream_type)))
        return refuse_self(m, n);
    if (m->variadic) {
        if (kwnames && PyTuple_GET_SIZE(kwnames) > 0)
            return PyErr_Format(PyExc_TypeError,
                                "%U() got an unexpected keyword argument '%U'",
                                m->name, PyTuple_GET_ITEM(kwnames, 0));
        return m->row->call(m->row, m->st, (core_stream *)args[0], args + 1,
                            n - 1);
    }
    if (take(m, args + 1, n - 1, kwnames, values) < 0)
        return NULL;
    if (!m->row)
        return call_function(m, args[0], values);
    return m->row->call(m->row, m->st, (core_stream *)args[0], values,
                        m->positional);
}

static const core_row *find_row(const char *name)
{
    const core_row *tables[] = {core_randomstate_rows, core_generator_rows};

    for (size_t t = 0; t < 2; t++)
        for (const core_row *row = tables[t]; row->name; row++)
            if (strcmp(row->name, name) == 0)
                return row;
    return NULL;
}

static Py_ssize_t count_of(PyObject *code, const char *name)
{
    PyObject *number = PyObject_GetAttrString(code, name);
    Py_ssize_t count = number ? PyLong_AsSsize_t(number) : -1;

    Py_XDECREF(number);
    return count;
}

/* Names and defaults of the function, self left out. */
static int read_function(core_method *m)
{
    PyObject *code = PyFunction_GetCode(m->function), *names, *defaults, *more;
    Py_ssize_t total;

    m->positional = count_of(code, "co_argcount") - 1;
    m->keyword_only = count_of(code, "co_kwonlyargcount");
    m->variadic = count_of(code, "co_flags") & 0x04;
    total = m->positional + m->keyword_only;
    names = PyObject_GetAttrString(code, "co_varnames");
    if (!names || total < 0 || total > CORE_MAX_PARAMETERS)
        return -1;
    m->names = PyTuple_GetSlice(names, 1, 1 + total);
    Py_DECREF(names);
    defaults = PyFunction_GetDefaults(m->function);
    m->required = m->positional;
    m->defaults = PyTuple_New(0);
    if (defaults) {
        m->required -= PyTuple_GET_SIZE(defaults);
        Py_INCREF(defaults);
        Py_XSETREF(m->defaults, defaults);
    }
    more = PyFunction_GetKwDefaults(m->function);
    for (Py_ssize_t i = m->positional; more && m->names && i < total; i++) {
        PyObject *value = PyDict_GetItem(more, PyTuple_GET_ITEM(m->names, i));
        PyObject *one = value ? PyTuple_Pack(1, value) : NULL;
        PyObject *all = one ? PySequence_Concat(m->defaults, one) : NULL;
        Py_XDECREF(one);
        if (!all)
            return -1;
        Py_SETREF(m->defaults, all);
    }
    return m->names && m->defaults ? 0 : -1;
}

/* method(function, row=None, dict) */
static PyObject *new (PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *function;
    const char *row = NULL;
    core_method *m;

    if (!PyArg_ParseTuple(args, "O!|z", &PyFunction_Type, &function, &row))
        return NULL;
    m = (core_method *)type->tp_alloc(type, 0);
    if (!m)
        return NULL;
    m->call = vectorcall;
    Py_INCREF(function);
    m->function = function;
    m->name = PyObject_GetAttrString(function, "__name__");
    m->module = PyType_GetModule(type);
    Py_XINCREF(m->module);
    m->st = m->module ? PyModule_GetState(m->module) : NULL;
    m->row = row ? find_row(row) : NULL;
    if (row && !m->row)
        PyErr_Format(PyExc_LookupError, "no row %s", row);
    else if (m->st && m->name && read_function(m) == 0)
        return (PyObject *)m;
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_TypeError, "not a function for a method");
    Py_DECREF(m);
    return NULL;
}

static PyObject *bind(PyObject *self, PyObject *object, PyObject *type)
{
    if (!object || object == Py_None) {
        Py_INCREF(self);
        return self;
    }
    return PyMethod_New(self, object);
}

/* __name__, __doc__, __module__, __wrapped__ ...: the function's own. */
static PyObject *getattr(PyObject *self, PyObject *name)
{
    PyObject *value = PyObject_GenericGetAttr(self, name);

    if (value || !PyErr_ExceptionMatches(PyExc_AttributeError))
        return value;
    PyErr_Clear();
    return PyObject_GetAttr(((core_method *)self)->function, name);
}

static PyObject *get_function_name(core_method *m, const char *name)
{
    return PyObject_GetAttrString(m->function, name);
}

static PyObject *get_doc(core_method *m, void *closure)
{
    return get_function_name(m, "__doc__");
}

static PyObject *get_module(core_method *m, void *closure)
{
    return get_function_name(m, "__module__");
}

static int set_module(core_method *m, PyObject *value, void *closure)
{
    return PyObject_SetAttrString(m->function, "__module__", value);
}

static PyObject *get_signature(core_method *m, void *closure)
{
    PyObject *inspect = PyImport_ImportModule("inspect"), *signature;

    if (!inspect)
        return NULL;
    signature = PyObject_CallMethod(inspect, "signature", "O", m->function);
    Py_DECREF(inspect);
    return signature;
}

static PyObject *repr(core_method *m)
{
    PyObject *name = get_function_name(m, "__qualname__"), *text;

    text = name ? PyUnicode_FromFormat("<function %U at %p>", name, m) : NULL;
    Py_XDECREF(name);
    return text;
}

/* Pickled by name, as functions are. */
static PyObject *reduce(core_method *m, PyObject *unused)
{
    return get_function_name(m, "__qualname__");
}

static int traverse(core_method *m, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(m));
    Py_VISIT(m->function);
    Py_VISIT(m->name);
    Py_VISIT(m->names);
    Py_VISIT(m->defaults);
    Py_VISIT(m->module);
    return 0;
}

static int clear(core_method *m)
{
    Py_CLEAR(m->function);
    Py_CLEAR(m->names);
    Py_CLEAR(m->defaults);
    return 0;
}

static void dealloc(core_method *m)
{
    PyTypeObject *type = Py_TYPE(m);

    PyObject_GC_UnTrack(m);
    clear(m);
    Py_CLEAR(m->name);
    Py_CLEAR(m->module);
    type->tp_free(m);
    Py_DECREF(type);
}

static PyMethodDef methods[] = {
    {"__reduce__", (PyCFunction)reduce, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef members[] = {
    {"__name__", T_OBJECT, offsetof(core_method, name), READONLY, NULL},
    {"__func__", T_OBJECT, offsetof(core_method, function), READONLY, NULL},
    {"__vectorcalloffset__", T_PYSSIZET, offsetof(core_method, call), READONLY,
     NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyGetSetDef attributes[] = {
    {"__doc__", (getter)get_doc, NULL, NULL, NULL},
    {"__module__", (getter)get_module, (setter)set_module, NULL, NULL},
    {"__signature__", (getter)get_signature, NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_new, new},           {Py_tp_call, PyVectorcall_Call},
    {Py_tp_descr_get, bind},    {Py_tp_getattro, getattr},
    {Py_tp_repr, repr},         {Py_tp_traverse, traverse},
    {Py_tp_clear, clear},       {Py_tp_dealloc, dealloc},
    {Py_tp_methods, methods},   {Py_tp_members, members},
    {Py_tp_getset, attributes}, {0, NULL},
};

PyType_Spec core_method_spec = {
    .name = "sameseed._core.method",
    .basicsize = sizeof(core_method),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC
             | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_METHOD_DESCRIPTOR,
    .slots = slots,
};
