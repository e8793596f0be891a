/* SPDX-License-Identifier: MIT
 * The module sameseed._torch: PyTorch's draws and text over plain memory. The
 * Python files of sameseed.torch make tensors of them.
 */
#include "torch.h"

typedef struct module_state {
    PyTypeObject *generator;
} module_state;

PyTypeObject *generator_type(PyObject *module)
{
    return ((module_state *)PyModule_GetState(module))->generator;
}

static PyObject *message(PyObject *module, PyObject *status)
{
    long value = PyLong_AsLong(status);

    (void)module;
    if (value == -1 && PyErr_Occurred())
        return NULL;
    return Py_BuildValue("ss", ss_status_exception((ss_status)value),
                         ss_status_message((ss_status)value));
}

static PyMethodDef functions[] = {
    {"fill", (PyCFunction)(void (*)(void))torch_fill, METH_FASTCALL,
     "Draw into a buffer; answers a status."},
    {"text", torch_text, METH_VARARGS, "The text of a tensor."},
    {"nn_entries", torch_nn_entries, METH_VARARGS, "A layer's state_dict()."},
    {"nn_init", torch_nn_init, METH_VARARGS, "Draw a layer's weights."},
    {"message", message, METH_O, "A status: the exception's name, and text."},
    {NULL, NULL, 0, NULL}};

static int add_statuses(PyObject *module)
{
#define ADD(name, value, exception, text)                                      \
    if (PyModule_AddIntConstant(module, #name, name) < 0)                      \
        return -1;
    SS_STATUS_TABLE(ADD)
#undef ADD
    return 0;
}

static int execute(PyObject *module)
{
    module_state *state = PyModule_GetState(module);

    state->generator =
        (PyTypeObject *)PyType_FromModuleAndSpec(module, &generator_spec, NULL);
    if (!state->generator || add_statuses(module) < 0)
        return -1;
    return PyModule_AddObjectRef(module, "Generator",
                                 (PyObject *)state->generator);
}

static int traverse(PyObject *module, visitproc visit, void *arg)
{
    module_state *state = PyModule_GetState(module);

    Py_VISIT(state->generator);
    return 0;
}

static int clear(PyObject *module)
{
    module_state *state = PyModule_GetState(module);

    Py_CLEAR(state->generator);
    return 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "sameseed._torch",
    .m_doc = "PyTorch's draws and text over plain memory.",
    .m_size = sizeof(module_state),
    .m_methods = functions,
    .m_slots = slots,
    .m_traverse = traverse,
    .m_clear = clear,
};

PyMODINIT_FUNC PyInit__torch(void)
{
    return PyModuleDef_Init(&definition);
}
