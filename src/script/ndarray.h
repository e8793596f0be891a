/* SPDX-License-Identifier: MIT
 * What the array values of a script share: elements, walks in C order,
 * broadcasting, conversion of Python values to arrays.
 */
#ifndef SSI_SCRIPT_NDARRAY_H
#define SSI_SCRIPT_NDARRAY_H

#include "script/session.h"
#include "script/value.h"

/* --- element types (numpy_dtype.c, ndarray_elements.c) --- */
typedef struct ssi_element {
    ss_dtype dtype;
    size_t itemsize;
} ssi_element;

static inline ssi_element ssi_element_of(ss_dtype dtype)
{
    return (ssi_element){dtype, ss_dtype_size(dtype)};
}

static inline bool ssi_dtype_is_integer(ss_dtype d) /* bool not among them */
{
    return d >= SS_INT8 && d <= SS_UINT64;
}
static inline bool ssi_dtype_is_signed(ss_dtype d)
{
    return d == SS_INT8 || d == SS_INT16 || d == SS_INT32 || d == SS_INT64;
}
static inline bool ssi_dtype_is_float(ss_dtype d)
{
    return d >= SS_FLOAT16 && d <= SS_FLOAT64;
}
static inline bool ssi_dtype_is_complex(ss_dtype d)
{
    return d == SS_COMPLEX64 || d == SS_COMPLEX128;
}
static inline bool ssi_dtype_is_text(ss_dtype d)
{
    return d == SS_STR || d == SS_BYTES;
}

/* A dtype argument: class, dtype object, string, None (float64).
 * TypeError "data type 'foo' not understood". */
bool ssi_dtype_argument(ss_session *s, ssi_value v, ssi_element *out);
bool ssi_new_dtype(ss_session *s, ssi_element element, ssi_value *out);
/* The element type of a dtype object. */
ssi_element ssi_dtype_element(ssi_value dtype);
/* np.promote_types, for every pair that NumPy can; false: it cannot. */
bool ssi_promote(ssi_element a, ssi_element b, ssi_element *out);
/* "float64", "<U3", "|S2": str(dtype). text holds 32 characters. */
void ssi_dtype_text(ssi_element element, char text[32]);

/* One number of any dtype; kind is 'b', 'i', 'u', 'f' or 'c'. */
typedef struct ssi_number {
    char kind;
    int64_t i;
    uint64_t u; /* kinds b and u */
    double f, imaginary;
} ssi_number;

/* Read an element; false for text and object elements. */
bool ssi_number_load(ss_dtype dtype, const void *item, ssi_number *out);
/* Write it as a C cast does; what C leaves undefined is what x86-64 does. */
void ssi_number_store(ss_dtype dtype, void *item, const ssi_number *n);
double ssi_number_double(const ssi_number *n);

/* An element as Python's own object, as tolist() and item() give it. */
bool ssi_item_python(ss_session *s, ssi_element element, const void *item,
                     ssi_value *out);
/* Put a Python or NumPy scalar into an element, NumPy's errors. */
bool ssi_item_store(ss_session *s, ssi_element element, void *item,
                    ssi_value v);
/* int(v) or float(v) of a str or bytes, a new value. */
bool ssi_text_value(ss_session *s, ssi_value v, bool integer, ssi_value *out);
/* float(text) and int(text) of what text reads as: 'f' a float, 'i' an int,
 * 0 neither. */
char ssi_text_number(const char *text);
/* Code points of UTF-8, each at out[i] unless out is NULL; their count. */
size_t ssi_utf8_points(const char *text, size_t size, uint32_t *out,
                       size_t room);

/* --- arrays (ndarray.c, ndarray_shape.c) --- */
typedef struct ssi_walk { /* over all elements, in C order */
    const ss_array *array;
    size_t index[SS_ARRAY_MAX_DIMS];
    char *item;
} ssi_walk;

void ssi_walk_start(ssi_walk *walk, const ss_array *array);
void ssi_walk_next(ssi_walk *walk);

static inline bool ssi_is_array(ssi_value v)
{
    return ssi_is(v, &ssi_type_ndarray) || ssi_is(v, &ssi_type_tensor);
}
static inline ss_array *ssi_array_of(ssi_value v)
{
    return &((ssi_array_object *)v.u.o)->array;
}
static inline ssi_element ssi_array_element(const ss_array *a)
{
    return (ssi_element){a->dtype, a->itemsize};
}

/* A shape as NumPy writes it: "()", "(2,)", "(2, 3)". */
bool ssi_shape_text(ss_session *s, const size_t *shape, uint32_t ndim,
                    ss_text *out);
bool ssi_shape_tuple(ss_session *s, const ss_array *a, ssi_value *out);
/* Append; answers false with MemoryError set. */
bool ssi_text_add(ss_session *s, ss_text *out, const char *bytes);
/* ss_status of a text function as the session's error. */
bool ssi_text_done(ss_session *s, ss_status status);

/* A view of array's memory with another head; kept alive by it. */
bool ssi_new_view(ss_session *s, ssi_value array, const ss_array *view,
                  ssi_value *out);
/* A C-ordered copy, perhaps of another dtype, and as another type. */
bool ssi_array_copy(ss_session *s, const ssi_type *type, ssi_value array,
                    ssi_element element, ssi_value *out);
/* The innermost list of lists of Python's objects. */
bool ssi_array_tolist(ss_session *s, ssi_value array, ssi_value *out);
/* The view that an int, a slice, None, ... or a tuple of them names; *dots:
 * "..." was among them. */
bool ssi_array_index(ss_session *s, ssi_value array, ssi_value key,
                     ss_array *view, bool *dots);
/* View of array in a larger shape, strides 0 where it repeats. */
bool ssi_broadcast_to(const ss_array *a, uint32_t ndim, const size_t *shape,
                      ss_array *view);
/* The common shape of count arrays; false: there is none, and *first, *second
 * are the ones that clash. */
bool ssi_broadcast_shape(const ss_array *const *arrays, size_t count,
                         uint32_t *ndim, size_t *shape, size_t *first,
                         size_t *second);
/* "shape mismatch: objects cannot be broadcast to a single shape. ..." */
bool ssi_raise_mismatch(ss_session *s, const ss_array *const *arrays,
                        size_t first, size_t second);

/* --- from Python values (ndarray_discover.c) --- */
/* np.asarray(v): want NULL: the type found in v. Never a copy when v is an
 * ndarray of that type. */
bool ssi_asarray(ss_session *s, ssi_value v, const ssi_element *want,
                 ssi_value *out);
/* torch.tensor(v) and np.array(v): always a new array of type. */
bool ssi_array_from(ss_session *s, const ssi_type *type, ssi_value v,
                    const ssi_element *want, ssi_value *out);
/* Shape and element type of a nest of sequences. */
typedef struct ssi_discovery {
    uint32_t ndim;  /* the deepest level that is still regular */
    uint32_t known; /* levels whose length is known */
    bool ragged, object;
    size_t shape[SS_ARRAY_MAX_DIMS + 1];
    bool has_element;
    ssi_element element;
    bool all_python; /* only Python's own scalars, no NumPy ones */
} ssi_discovery;
bool ssi_discover(ss_session *s, ssi_value v, ssi_discovery *found);

/* --- size arguments (ndarray_shape.c) --- */
typedef struct ssi_shape {
    bool none; /* size=None */
    uint32_t ndim;
    size_t dims[SS_ARRAY_MAX_DIMS];
} ssi_shape;

/* size=: None, an int, a sequence of ints; NumPy's errors. The size must fit
 * elements of itemsize bytes. */
bool ssi_size_argument(ss_session *s, ssi_value v, size_t itemsize,
                       ssi_shape *out);
/* rand(d0, d1, ...): each an int. */
bool ssi_dims_argument(ss_session *s, const ssi_value *dims, size_t count,
                       size_t itemsize, ssi_shape *out);
bool ssi_new_ndarray(ss_session *s, ss_dtype dtype, const ssi_shape *shape,
                     ssi_value *out);

/* An attribute that the original has and we lack: not supported. false. */
bool ssi_unknown_attribute(ss_session *s, const char *const *names,
                           const char *type, const char *name);

/* Method tables of other files. */
extern const ssi_function ssi_ndarray_methods[], ssi_numpy_scalar_methods[];

#endif
