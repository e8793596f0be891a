/* SPDX-License-Identifier: MIT
 * What the files of the module sameseed._torch share.
 */
#ifndef SS_EXT_TORCH_H
#define SS_EXT_TORCH_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <sameseed/sameseed.h>

/* A generator and the lock that each of its draws takes. */
typedef struct generator_object {
    PyObject_HEAD ss_torch_generator state;
    PyThread_type_lock lock;
} generator_object;

extern PyType_Spec generator_spec;

/* Take the lock; others run while it is waited for. */
void generator_lock(generator_object *g);
void generator_unlock(generator_object *g);

/* The type of this interpreter's module. */
PyTypeObject *generator_type(PyObject *module);

/* --- the functions of the module --- */
PyObject *torch_fill(PyObject *module, PyObject *const *args, Py_ssize_t count);
PyObject *torch_text(PyObject *module, PyObject *args);
PyObject *torch_nn_entries(PyObject *module, PyObject *args);
PyObject *torch_nn_init(PyObject *module, PyObject *args);

#endif
