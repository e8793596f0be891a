/* SPDX-License-Identifier: MIT
 * The type sameseed._torch.Generator: a state, a lock, and its image.
 */
#include <string.h>

#include "torch.h"

void generator_lock(generator_object *g)
{
    if (PyThread_acquire_lock(g->lock, NOWAIT_LOCK))
        return;
    Py_BEGIN_ALLOW_THREADS PyThread_acquire_lock(g->lock, WAIT_LOCK);
    Py_END_ALLOW_THREADS
}

void generator_unlock(generator_object *g)
{
    PyThread_release_lock(g->lock);
}

static PyObject *generator_new(PyTypeObject *type, PyObject *args,
                               PyObject *keywords)
{
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    generator_object *g = (generator_object *)allocate(type, 0);

    (void)args;
    (void)keywords;
    if (!g)
        return NULL;
    ss_torch_generator_init(&g->state);
    g->lock = PyThread_allocate_lock();
    if (g->lock)
        return (PyObject *)g;
    Py_DECREF(g);
    return PyErr_NoMemory();
}

static void generator_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);

    if (((generator_object *)self)->lock)
        PyThread_free_lock(((generator_object *)self)->lock);
    release(self);
    Py_DECREF(type);
}

static PyObject *reseed(PyObject *self, PyObject *seed)
{
    generator_object *g = (generator_object *)self;
    uint64_t value = PyLong_AsUnsignedLongLongMask(seed);

    if (value == UINT64_MAX && PyErr_Occurred())
        return NULL;
    generator_lock(g);
    ss_torch_reseed(&g->state, value);
    generator_unlock(g);
    Py_RETURN_NONE;
}

static PyObject *seed_from_system(PyObject *self, PyObject *unused)
{
    generator_object *g = (generator_object *)self;
    uint64_t seed = 0;
    ss_status status;

    (void)unused;
    generator_lock(g);
    status = ss_torch_seed(&g->state, &seed);
    generator_unlock(g);
    if (status == SS_OK)
        return PyLong_FromUnsignedLongLong(seed);
    PyErr_SetString(PyExc_OSError, ss_status_message(status));
    return NULL;
}

static PyObject *initial_seed(PyObject *self, PyObject *unused)
{
    (void)unused;
    return PyLong_FromUnsignedLongLong(
        ((generator_object *)self)->state.initial_seed);
}

static PyObject *get_image(PyObject *self, PyObject *unused)
{
    generator_object *g = (generator_object *)self;
    uint8_t image[SS_TORCH_STATE_SIZE];

    (void)unused;
    generator_lock(g);
    ss_torch_get_state(&g->state, image);
    generator_unlock(g);
    return PyBytes_FromStringAndSize((const char *)image, sizeof image);
}

/* The status: 0, or why the state stays as it is. */
static PyObject *set_image(PyObject *self, PyObject *image)
{
    generator_object *g = (generator_object *)self;
    char *bytes;
    Py_ssize_t size;
    ss_status status;

    if (PyBytes_AsStringAndSize(image, &bytes, &size) < 0)
        return NULL;
    generator_lock(g);
    status =
        ss_torch_set_state(&g->state, (const uint8_t *)bytes, (size_t)size);
    generator_unlock(g);
    return PyLong_FromLong((long)status);
}

static PyObject *get_capability(PyObject *self, void *unused)
{
    (void)unused;
    return PyLong_FromLong((long)((generator_object *)self)->state.capability);
}

static int set_capability(PyObject *self, PyObject *value, void *unused)
{
    generator_object *g = (generator_object *)self;
    long capability = value ? PyLong_AsLong(value) : -1;

    (void)unused;
    if (capability == -1 && PyErr_Occurred())
        return -1;
    if (capability < SS_TORCH_AVX2 || capability > SS_TORCH_AARCH64) {
        PyErr_SetString(PyExc_ValueError, "capability is 0, 1 or 2");
        return -1;
    }
    generator_lock(g);
    g->state.capability = (ss_torch_capability)capability;
    generator_unlock(g);
    return 0;
}

static PyMethodDef methods[] = {
    {"_reseed", reseed, METH_O, "Start at a seed, of which 64 bits count."},
    {"_seed", seed_from_system, METH_NOARGS, "Start at the system's seed."},
    {"_initial_seed", initial_seed, METH_NOARGS, "The last seed."},
    {"_get_image", get_image, METH_NOARGS, "The 5056 bytes of the state."},
    {"_set_image", set_image, METH_O, "Put them back; 0, or a status."},
    {NULL, NULL, 0, NULL}};

static PyGetSetDef members[] = {{"_capability", get_capability, set_capability,
                                 "0: avx2, 1: default, 2: aarch64.", NULL},
                                {NULL, NULL, NULL, NULL, NULL}};

static PyType_Slot slots[] = {{Py_tp_new, generator_new},
                              {Py_tp_dealloc, generator_dealloc},
                              {Py_tp_methods, methods},
                              {Py_tp_getset, members},
                              {0, NULL}};

PyType_Spec generator_spec = {
    .name = "sameseed._torch.Generator",
    .basicsize = sizeof(generator_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .slots = slots,
};
