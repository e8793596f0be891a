/* SPDX-License-Identifier: MIT
 * The base of all bit generators: a state, its lock and NumPy's bitgen_t.
 * The classes themselves are Python's: sameseed/numpy/random/.
 */
#include "core.h"

#include <structmember.h>

int core_lock(core_bitgen *self)
{
    PyObject *done = PyObject_CallNoArgs(self->enter);

    Py_XDECREF(done);
    return done ? 0 : -1;
}

int core_unlock(core_bitgen *self)
{
    PyObject *none[] = {Py_None, Py_None, Py_None}, *done;

    done = PyObject_Vectorcall(self->leave, none, self->leave_as_exit ? 3 : 0,
                               NULL);
    Py_XDECREF(done);
    return done ? 0 : -1;
}

/* The two halves of a `with lock`. */
static int take_lock(core_bitgen *self, PyObject *lock)
{
    self->lock = lock;
    self->leave_as_exit = !PyObject_HasAttrString(lock, "release");
    self->enter = PyObject_GetAttrString(lock, self->leave_as_exit ? "__enter__"
                                                                   : "acquire");
    self->leave = PyObject_GetAttrString(lock, self->leave_as_exit ? "__exit__"
                                                                   : "release");
    return self->enter && self->leave ? 0 : -1;
}

static PyObject *make(core_state *st, PyTypeObject *type, PyObject *lock)
{
    core_bitgen *self = (core_bitgen *)type->tp_alloc(type, 0);

    if (!self || !lock) {
        Py_XDECREF(lock);
        Py_XDECREF(self);
        return NULL;
    }
    self->interface = ss_bitgen_interface_of(&self->block.bitgen);
    /* All zeros: safe to draw from, whatever a subclass forgets to do. */
    self->block.bitgen.kind = SS_BITGEN_PCG64;
    if (take_lock(self, lock) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static PyObject *new (PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    core_state *st = core_state_of(type);

    return st ? make(st, type, PyObject_CallNoArgs(st->rlock)) : NULL;
}

core_bitgen *core_bitgen_of(core_state *st, PyObject *bit_generator,
                            bool legacy)
{
    PyObject *capsule;
    core_bitgen *self;
    const ss_bitgen_interface *interface;

    if (PyObject_TypeCheck(bit_generator, st->bitgen_type)) {
        Py_INCREF(bit_generator);
        return (core_bitgen *)bit_generator;
    }
    capsule = PyObject_GetAttrString(bit_generator, "capsule");
    if (!capsule)
        return NULL;
    interface = PyCapsule_IsValid(capsule, "BitGenerator")
                    ? PyCapsule_GetPointer(capsule, "BitGenerator")
                    : NULL;
    Py_DECREF(capsule);
    if (!interface) {
        PyErr_Format(PyExc_ValueError,
                     "Invalid bit generator. The bit generator must be %s.",
                     legacy ? "instantized" : "instantiated");
        return NULL;
    }
    self = (core_bitgen *)make(st, st->bitgen_type,
                               PyObject_GetAttrString(bit_generator, "lock"));
    if (self)
        self->block.bitgen = ss_bitgen_foreign(interface);
    return self;
}

static int traverse(core_bitgen *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(self->lock);
    Py_VISIT(self->enter);
    Py_VISIT(self->leave);
    Py_VISIT(self->seed_seq);
    Py_VISIT(self->capsule);
    Py_VISIT(self->ctypes);
    Py_VISIT(self->cffi);
    return 0;
}

static int clear(core_bitgen *self)
{
    Py_CLEAR(self->seed_seq);
    Py_CLEAR(self->capsule);
    Py_CLEAR(self->ctypes);
    Py_CLEAR(self->cffi);
    return 0;
}

static void dealloc(core_bitgen *self)
{
    PyTypeObject *type = Py_TYPE(self);

    PyObject_GC_UnTrack(self);
    clear(self);
    Py_CLEAR(self->enter);
    Py_CLEAR(self->leave);
    Py_CLEAR(self->lock);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *capsule(core_bitgen *self, void *closure)
{
    if (!self->capsule)
        self->capsule = PyCapsule_New(&self->interface, "BitGenerator", NULL);
    Py_XINCREF(self->capsule);
    return self->capsule;
}

/* _addresses(): state, next_uint64, next_uint32, next_double, bitgen_t. */
static PyObject *addresses(core_bitgen *self, PyObject *unused)
{
    const ss_bitgen_interface *f = &self->interface;

    return Py_BuildValue("NNNNN", PyLong_FromVoidPtr(f->state),
                         PyLong_FromSize_t((uintptr_t)f->next_uint64),
                         PyLong_FromSize_t((uintptr_t)f->next_uint32),
                         PyLong_FromSize_t((uintptr_t)f->next_double),
                         PyLong_FromVoidPtr(&self->interface));
}

/* How a state travels to Python: its bytes of words, then three numbers. */
struct words {
    void *data;
    size_t size;
    uint32_t *a, *b, *c; /* pos or has_uint32, uinteger, buffer_pos */
};

static struct words words_of(ss_bitgen *bitgen)
{
    ss_mt19937 *mt = &bitgen->u.mt19937;
    ss_pcg64 *pcg = &bitgen->u.pcg64;
    ss_philox *philox = &bitgen->u.philox;
    ss_sfc64 *sfc = &bitgen->u.sfc64;

    switch (bitgen->kind) {
    case SS_BITGEN_MT19937:
        return (struct words){mt->key, sizeof mt->key, &mt->pos, NULL, NULL};
    case SS_BITGEN_PHILOX:
        return (struct words){philox->counter, offsetof(ss_philox, buffer_pos),
                              &philox->has_uint32, &philox->uinteger,
                              &philox->buffer_pos};
    case SS_BITGEN_SFC64:
        return (struct words){sfc->state, sizeof sfc->state, &sfc->has_uint32,
                              &sfc->uinteger, NULL};
    default:
        return (struct words){&pcg->state_high, 4 * sizeof(uint64_t),
                              &pcg->has_uint32, &pcg->uinteger, NULL};
    }
}

/* _get(): (words, pos or has_uint32, uinteger, buffer_pos). */
static PyObject *get(core_bitgen *self, PyObject *unused)
{
    ss_bitgen copy;
    struct words w;

    if (core_lock(self) < 0)
        return NULL;
    copy = self->block.bitgen;
    if (core_unlock(self) < 0)
        return NULL;
    w = words_of(&copy);
    return Py_BuildValue("y#III", (char *)w.data, (Py_ssize_t)w.size, *w.a,
                         w.b ? *w.b : 0, w.c ? *w.c : 0);
}

/* _set(kind, words, pos or has_uint32, uinteger=0, buffer_pos=0): all at
 * once; the caller has checked the numbers. */
static PyObject *set(core_bitgen *self, PyObject *args)
{
    ss_bitgen fresh = {.kind = SS_BITGEN_PCG64};
    unsigned int kind, a, b = 0, c = 0;
    Py_buffer data;
    struct words w;

    if (!PyArg_ParseTuple(args, "Iy*I|II", &kind, &data, &a, &b, &c))
        return NULL;
    fresh.kind = (ss_bitgen_kind)kind;
    w = words_of(&fresh);
    if (kind > SS_BITGEN_SFC64 || (size_t)data.len != w.size
        || (kind == SS_BITGEN_MT19937 && a > SS_MT19937_N)
        || (kind == SS_BITGEN_PHILOX && c > 4)) {
        PyBuffer_Release(&data);
        PyErr_SetString(PyExc_ValueError, "state is not valid");
        return NULL;
    }
    memcpy(w.data, data.buf, w.size);
    PyBuffer_Release(&data);
    *w.a = a;
    if (w.b)
        *w.b = b;
    if (w.c)
        *w.c = c;
    if (core_lock(self) < 0)
        return NULL;
    self->block.bitgen = fresh;
    if (core_unlock(self) < 0)
        return NULL;
    Py_RETURN_NONE;
}

/* _seed_int(seed): MT19937 as RandomState starts it. */
static PyObject *seed_int(core_bitgen *self, PyObject *seed)
{
    unsigned long value = PyLong_AsUnsignedLong(seed);

    if ((value == (unsigned long)-1 && PyErr_Occurred()) || core_lock(self) < 0)
        return NULL;
    self->block.bitgen.kind = SS_BITGEN_MT19937;
    ss_mt19937_seed(&self->block.bitgen.u.mt19937, (uint32_t)value);
    if (core_unlock(self) < 0)
        return NULL;
    Py_RETURN_NONE;
}

/* _seed_words(bytes): MT19937 by init_by_array. */
static PyObject *seed_words(core_bitgen *self, PyObject *args)
{
    Py_buffer words;
    ss_status status;

    if (!PyArg_ParseTuple(args, "y*", &words))
        return NULL;
    if (core_lock(self) < 0) {
        PyBuffer_Release(&words);
        return NULL;
    }
    self->block.bitgen.kind = SS_BITGEN_MT19937;
    status = ss_mt19937_seed_array(&self->block.bitgen.u.mt19937, words.buf,
                                   (size_t)words.len / 4);
    PyBuffer_Release(&words);
    if (core_unlock(self) < 0 || core_raise(status) < 0)
        return NULL;
    Py_RETURN_NONE;
}

/* _move(advance, words): advance() or, for MT19937, jumped(), in place; words
 * are the bytes of 256 bits, the lowest first. */
static PyObject *move(core_bitgen *self, PyObject *args)
{
    int advance;
    Py_buffer words;
    uint64_t delta[4] = {0};
    ss_status status;

    if (!PyArg_ParseTuple(args, "py*", &advance, &words))
        return NULL;
    memcpy(delta, words.buf,
           (size_t)words.len < sizeof delta ? (size_t)words.len : sizeof delta);
    PyBuffer_Release(&words);
    if (core_lock(self) < 0)
        return NULL;
    status = advance ? ss_bitgen_advance(&self->block.bitgen, delta)
                     : ss_bitgen_jump(&self->block.bitgen, delta);
    if (core_unlock(self) < 0 || core_raise(status) < 0)
        return NULL;
    Py_RETURN_NONE;
}

/* What of random_raw() and _benchmark() takes time, with the lock held. */
static void draw_raw(ss_bitgen *bitgen, uint64_t *out, npy_intp n)
{
    for (npy_intp i = 0; i < n; i++) {
        uint64_t word = ss_bitgen_next_raw(bitgen);
        if (out)
            out[i] = word;
    }
}

/* _raw(out): fills an array of uint64; _raw(n): draws n and forgets them;
 * _raw(None): one as an int. */
static PyObject *raw(core_bitgen *self, PyObject *out)
{
    ss_bitgen *bitgen = &self->block.bitgen;
    uint64_t one = 0, *data = NULL;
    npy_intp n = 1;

    if (PyArray_Check(out)) {
        data = PyArray_DATA((PyArrayObject *)out);
        n = PyArray_SIZE((PyArrayObject *)out);
    } else if (out == Py_None) {
        data = &one;
    } else {
        n = PyLong_AsSsize_t(out);
        if (n == -1 && PyErr_Occurred())
            return NULL;
    }
    if (core_lock(self) < 0)
        return NULL;
    if (n > CORE_GIL_VALUES) {
        Py_BEGIN_ALLOW_THREADS draw_raw(bitgen, data, n);
        Py_END_ALLOW_THREADS
    } else {
        draw_raw(bitgen, data, n);
    }
    if (core_unlock(self) < 0)
        return NULL;
    if (out == Py_None)
        return PyLong_FromUnsignedLongLong(one);
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"_addresses", (PyCFunction)addresses, METH_NOARGS, NULL},
    {"_get", (PyCFunction)get, METH_NOARGS, NULL},
    {"_set", (PyCFunction)set, METH_VARARGS, NULL},
    {"_seed_int", (PyCFunction)seed_int, METH_O, NULL},
    {"_seed_words", (PyCFunction)seed_words, METH_VARARGS, NULL},
    {"_move", (PyCFunction)move, METH_VARARGS, NULL},
    {"_raw", (PyCFunction)raw, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef members[] = {
    {"lock", T_OBJECT, offsetof(core_bitgen, lock), READONLY, NULL},
    {"_seed_seq", T_OBJECT, offsetof(core_bitgen, seed_seq), 0, NULL},
    {"_ctypes", T_OBJECT, offsetof(core_bitgen, ctypes), 0, NULL},
    {"_cffi", T_OBJECT, offsetof(core_bitgen, cffi), 0, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyGetSetDef attributes[] = {
    {"capsule", (getter)capsule, NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_new, new},           {Py_tp_traverse, traverse},
    {Py_tp_clear, clear},       {Py_tp_dealloc, dealloc},
    {Py_tp_methods, methods},   {Py_tp_members, members},
    {Py_tp_getset, attributes}, {0, NULL},
};

PyType_Spec core_bitgen_spec = {
    .name = "sameseed._core.BitGenerator",
    .basicsize = sizeof(core_bitgen),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
    .slots = slots,
};
