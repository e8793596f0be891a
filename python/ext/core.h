/* SPDX-License-Identifier: MIT
 * The extension sameseed._core: bit generators, streams and their methods.
 *
 * A bitgen_object owns the state; RandomStates and Generators are streams
 * that draw from one. What a stream has besides the bits (cached Gaussian,
 * binomial's set-up) lies right behind them in the C structs of the library:
 * the block keeps the one of the stream that drew last and swaps it when
 * another stream draws. All of it is touched with the lock held only.
 */
#ifndef CORE_H
#define CORE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PY_ARRAY_UNIQUE_SYMBOL sameseed_array_api
#ifndef CORE_MAIN
#define NO_IMPORT_ARRAY
#endif
#include <numpy/arrayobject.h>

#include <sameseed/sameseed.h>

/* Fills of more values than this release the GIL. */
#define CORE_GIL_VALUES 4096
#define CORE_MAX_PARAMETERS 8

typedef struct core_state {
    PyTypeObject *bitgen_type, *stream_type, *method_type;
    PyObject *rlock;  /* threading.RLock */
    PyObject *empty;  /* numpy.empty */
    PyObject *checks; /* the module sameseed.numpy.random._checks */
} core_state;

typedef union core_block {
    ss_bitgen bitgen;
    ss_numpy_randomstate rs;
    ss_numpy_generator g;
} core_block;
#define CORE_TAIL (sizeof(core_block) - sizeof(ss_bitgen))

struct core_stream;

typedef struct core_bitgen {
    PyObject_HEAD PyObject *lock, *enter, *leave;
    PyObject *seed_seq, *capsule, *ctypes, *cffi;
    struct core_stream *owner; /* whose tail the block holds */
    bool leave_as_exit;        /* leave is __exit__, which takes three */
    ss_bitgen_interface interface;
    core_block block;
} core_bitgen;

typedef struct core_stream {
    PyObject_HEAD PyObject *bit_generator; /* as the user gave it */
    core_bitgen *source; /* it, or ours around a foreign capsule */
    bool legacy;         /* a RandomState: the block is its struct */
    unsigned char tail[CORE_TAIL];
} core_stream;

/* ---- bitgen.c ---- */
extern PyType_Spec core_bitgen_spec;
int core_lock(core_bitgen *self);
int core_unlock(core_bitgen *self);
/* A new reference to the bitgen_object that draws as bit_generator does. */
core_bitgen *core_bitgen_of(core_state *st, PyObject *bit_generator,
                            bool legacy);

/* ---- stream.c ---- */
extern PyType_Spec core_stream_spec;
/* Lock the state and bring the tail of self in place; NULL: error set. */
core_block *core_begin(core_stream *self);
int core_end(core_stream *self);
core_state *core_state_of(PyTypeObject *type);

/* ---- method.c ---- */
typedef union core_value {
    double d;
    int64_t i;
} core_value;

enum core_constraint {
    ANY,
    NON_NEGATIVE,
    POSITIVE,
    POSITIVE_NOT_NAN,
    BOUNDED_0_1,
    BOUNDED_GT_0_1,
    BOUNDED_LT_0_1,
    GT_1,
    GTE_1,
    POISSON
};

/* A parameter, in the order in which NumPy converts and checks them. */
typedef struct core_parameter {
    const char *name;
    unsigned char position; /* among the arguments of the call */
    unsigned char kind;     /* 'd' or 'i' */
    unsigned char constraint;
} core_parameter;

/* core_row.variant of distributions: RandomState's zipf and vonmises have
 * parameters whose draw would never end; Generator's negative_binomial reads
 * numbers as arrays of none; triangular converts right before mode. */
enum { CORE_ENDLESS = 1, CORE_FROM_ARRAYS = 2, CORE_LAST_BEFORE_MIDDLE = 3 };

typedef struct core_row core_row;
typedef PyObject *core_call(const core_row *row, core_state *st,
                            core_stream *self, PyObject *const *values,
                            Py_ssize_t count);
struct core_row {
    const char *name; /* "RandomState.gamma" */
    core_call *call;
    int count; /* of parameters */
    core_parameter parameters[3];
    char result; /* 'd' or 'i' */
    core_value (*draw)(void *state, const core_value *p);
    ss_status (*check)(const core_value *p);
    ss_status (*fill)(void *state, const core_value *p, void *out, size_t n);
    /* Arrays: a function of _checks that gets them all, and another draw. */
    const char *arrays_check;
    core_value (*arrays_draw)(void *state, const core_value *p);
    int variant; /* for call */
};
extern const core_row core_randomstate_rows[], core_generator_rows[];
extern PyType_Spec core_method_spec;
/* The block goes by its kind to the calls that are not rows. */
#define CORE_CALL(self, block, name, ...)                                      \
    CORE_CALL_2(self, block, name, name, __VA_ARGS__)
#define CORE_CALL_2(self, block, legacy_name, name, ...)                       \
    ((self)->legacy ? ss_numpy_##legacy_name(&(block)->rs, __VA_ARGS__)        \
                    : ss_numpy_generator_##name(&(block)->g, __VA_ARGS__))

/* ---- arguments.c ---- */
int core_raise(ss_status status);
/* A new array for size, or for out where that is not NULL; *data and *n. */
PyObject *core_output(core_state *st, PyObject *size, int type, void **data,
                      npy_intp *n);
int core_double(PyObject *value, double *out);
int core_int64(PyObject *value, int64_t *out);
/* -1: error set; else whether out may be used for size. */
int core_check_out(PyObject *out, int type, PyObject *size, bool c_order);
/* NPY_DOUBLE or NPY_FLOAT of a dtype argument (NULL: double); -1: error. */
int core_float_type(PyObject *dtype, const char *method);

/* ---- broadcast.c, fills.c, integers.c ---- */
core_call core_distribution, core_standard_gamma;
core_call core_plain, core_typed, core_rand;
core_call core_integers, core_bytes;
int core_check_arrays(const core_parameter *parameter, PyArrayObject *array);
int core_check_shape(PyArrayMultiIterObject *it, PyArrayObject *out);
PyObject *core_gamma_float(core_state *st, core_stream *self,
                           PyObject *const *values, PyObject *out);

/* ---- sequences.c, vectors.c: what the Python side of a stream calls ---- */
PyObject *core_interval(core_stream *self, PyObject *max);
PyObject *core_shuffle(core_stream *self, PyObject *x);
PyObject *core_permuted(core_stream *self, PyObject *args);
PyObject *core_sample(core_stream *self, PyObject *args);
PyObject *core_multinomial(core_stream *self, PyObject *args);
PyObject *core_dirichlet(core_stream *self, PyObject *args);
PyObject *core_colors(core_stream *self, PyObject *args);
PyObject *core_fill_integers(core_stream *self, PyObject *args);

#endif
