/* SPDX-License-Identifier: MIT
 * The base of RandomState and Generator: what draws from a bit generator.
 */
#include "core.h"

#include <structmember.h>

/* The module's state from one of its types or a subclass in Python. */
core_state *core_state_of(PyTypeObject *type)
{
    for (PyTypeObject *t = type; t; t = t->tp_base) {
        core_state *st;

        if (!(t->tp_flags & Py_TPFLAGS_HEAPTYPE))
            break;
        st = ((PyHeapTypeObject *)t)->ht_module
                 ? PyModule_GetState(((PyHeapTypeObject *)t)->ht_module)
                 : NULL;
        if (st)
            return st;
    }
    PyErr_SetString(PyExc_TypeError, "not a type of sameseed");
    return NULL;
}

/* Lock the source of self, which may become another while we wait. */
static core_bitgen *lock_source(core_stream *self)
{
    for (;;) {
        core_bitgen *source = self->source;
        int done;

        if (!source) {
            PyErr_SetString(PyExc_ValueError, "not initialised");
            return NULL;
        }
        Py_INCREF(source);
        done = core_lock(source);
        if (done == 0 && self->source == source) {
            Py_DECREF(source); /* it stays: attach() waits for the lock */
            return source;
        }
        if (done == 0)
            done = core_unlock(source);
        Py_DECREF(source);
        if (done < 0)
            return NULL;
    }
}

core_block *core_begin(core_stream *self)
{
    core_bitgen *source = lock_source(self);
    unsigned char *tail;

    if (!source)
        return NULL;
    if (source->owner != self) {
        tail = (unsigned char *)&source->block + sizeof(ss_bitgen);
        if (source->owner)
            memcpy(source->owner->tail, tail, CORE_TAIL);
        memcpy(tail, self->tail, CORE_TAIL);
        source->owner = self;
    }
    return &source->block;
}

int core_end(core_stream *self)
{
    return core_unlock(self->source);
}

/* Give the tail back before self goes to another source, or for good. */
static void let_go(core_stream *self)
{
    core_bitgen *source = self->source;

    if (source && source->owner == self) {
        memcpy(self->tail, (unsigned char *)&source->block + sizeof(ss_bitgen),
               CORE_TAIL);
        source->owner = NULL;
    }
    self->source = NULL;
    Py_XDECREF(source);
}

static PyObject *attach(core_stream *self, PyObject *bit_generator)
{
    core_state *st = core_state_of(Py_TYPE(self));
    core_bitgen *source =
        st ? core_bitgen_of(st, bit_generator, self->legacy) : NULL;

    if (!source)
        return NULL;
    if (self->source) {
        core_bitgen *old = lock_source(self);
        if (!old) {
            Py_DECREF(source);
            return NULL;
        }
        Py_INCREF(old);
        let_go(self);
        self->source = source;
        core_unlock(old);
        Py_DECREF(old);
    }
    self->source = source;
    Py_INCREF(bit_generator);
    Py_XSETREF(self->bit_generator, bit_generator);
    Py_RETURN_NONE;
}

/* _seed(seed): RandomState.seed(int) over a MT19937 of ours. */
static PyObject *seed(core_stream *self, PyObject *value)
{
    unsigned long number = PyLong_AsUnsignedLong(value);
    core_block *block;

    if (number == (unsigned long)-1 && PyErr_Occurred())
        return NULL;
    block = core_begin(self);
    if (!block)
        return NULL;
    ss_numpy_randomstate_reseed(&block->rs, (uint32_t)number);
    if (core_end(self) < 0)
        return NULL;
    Py_RETURN_NONE;
}

static PyObject *get_gauss(core_stream *self, PyObject *unused)
{
    core_block *block = core_begin(self);
    int has_gauss;
    double gauss;

    if (!block)
        return NULL;
    has_gauss = block->rs.has_gauss;
    gauss = block->rs.gauss;
    if (core_end(self) < 0)
        return NULL;
    return Py_BuildValue("id", has_gauss, gauss);
}

static PyObject *set_gauss(core_stream *self, PyObject *args)
{
    core_block *block;
    int has_gauss;
    double gauss;

    if (!PyArg_ParseTuple(args, "id", &has_gauss, &gauss))
        return NULL;
    block = core_begin(self);
    if (!block)
        return NULL;
    block->rs.has_gauss = has_gauss;
    block->rs.gauss = gauss;
    if (core_end(self) < 0)
        return NULL;
    Py_RETURN_NONE;
}

static PyObject *get_lock(core_stream *self, void *closure)
{
    PyObject *lock = self->source ? self->source->lock : Py_None;

    Py_INCREF(lock);
    return lock;
}

static int traverse(core_stream *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(self->bit_generator);
    Py_VISIT(self->source);
    return 0;
}

static int clear(core_stream *self)
{
    let_go(self);
    Py_CLEAR(self->bit_generator);
    return 0;
}

static void dealloc(core_stream *self)
{
    PyTypeObject *type = Py_TYPE(self);

    PyObject_GC_UnTrack(self);
    clear(self);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyMemberDef members[] = {
    {"_legacy", T_BOOL, offsetof(core_stream, legacy), 0, NULL},
    {"_bit_generator", T_OBJECT_EX, offsetof(core_stream, bit_generator), 0,
     NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyGetSetDef attributes[] = {
    {"_lock", (getter)get_lock, NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyMethodDef methods[] = {
    {"_seed", (PyCFunction)seed, METH_O, NULL},
    {"_attach", (PyCFunction)attach, METH_O, NULL},
    {"_get_gauss", (PyCFunction)get_gauss, METH_NOARGS, NULL},
    {"_set_gauss", (PyCFunction)set_gauss, METH_VARARGS, NULL},
    {"_interval", (PyCFunction)core_interval, METH_O, NULL},
    {"_shuffle", (PyCFunction)core_shuffle, METH_O, NULL},
    {"_permuted", (PyCFunction)core_permuted, METH_VARARGS, NULL},
    {"_sample", (PyCFunction)core_sample, METH_VARARGS, NULL},
    {"_multinomial", (PyCFunction)core_multinomial, METH_VARARGS, NULL},
    {"_dirichlet", (PyCFunction)core_dirichlet, METH_VARARGS, NULL},
    {"_colors", (PyCFunction)core_colors, METH_VARARGS, NULL},
    {"_integers", (PyCFunction)core_fill_integers, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_new, PyType_GenericNew}, {Py_tp_traverse, traverse},
    {Py_tp_clear, clear},           {Py_tp_dealloc, dealloc},
    {Py_tp_members, members},       {Py_tp_getset, attributes},
    {Py_tp_methods, methods},       {0, NULL},
};

PyType_Spec core_stream_spec = {
    .name = "sameseed._core.Stream",
    .basicsize = sizeof(core_stream),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
    .slots = slots,
};
