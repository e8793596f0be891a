/* SPDX-License-Identifier: MIT
 * Values of a running script: small ones inline, the others as objects with a
 * table of behaviours (ssi_type), one file a type.
 *
 * Objects are counted: a function that answers a value gives the caller one
 * reference; arguments are borrowed. Every object is also on its session's
 * list, so that cycles are freed with the session. A function that answers
 * bool has set the session's error (ssi_raise) when it answers false.
 */
#ifndef SSI_SCRIPT_VALUE_H
#define SSI_SCRIPT_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/numpy.h>
#include <sameseed/pyrandom.h>
#include <sameseed/script.h>
#include <sameseed/text.h>
#include <sameseed/torch.h>

#include "script/ast.h"

typedef struct ssi_type ssi_type;
typedef struct ssi_object ssi_object;
typedef struct ssi_call ssi_call;

typedef enum ssi_tag {
    SSI_NONE,
    SSI_BOOL,
    SSI_INT,   /* Python int that fits 64 bits; larger ones are ssi_bigint */
    SSI_FLOAT, /* Python float */
    SSI_OBJECT
} ssi_tag;

typedef struct ssi_value {
    ssi_tag tag;
    union {
        bool b;
        int64_t i;
        double f;
        ssi_object *o;
    } u;
} ssi_value;

struct ssi_object {
    const ssi_type *type;
    size_t refs;
    ssi_object *previous, *next; /* the session's list */
    size_t bytes;                /* charged to the session's memory */
    bool showing;                /* its repr is under way: "[...]" */
};

/* A session: everything a Python process would hold. No globals anywhere. */
struct ss_session {
    ss_script_options options;
    ss_script_error error;   /* set by ssi_raise; status SS_OK: none */
    ssi_object *objects;     /* head of the list of all live objects */
    size_t memory;           /* bytes charged */
    struct ssi_names *names; /* global names */
    ss_numpy_randomstate numpy_random; /* np.random */
    ssi_object *numpy_rand; /* np.random as an object, once it is needed */
    ss_torch_generator torch_random; /* torch.default_generator */
    ss_numpy_print_options numpy_print;
    ss_torch_print_options torch_print;
    char numpy_nanstr[64], numpy_infstr[64]; /* what numpy_print points to */
    uint32_t depth;                          /* of evaluation, capped */
    ssi_place place;       /* of the node being evaluated, for errors */
    size_t cell;           /* index of the cell being evaluated */
    ss_pyrandom py_random; /* Python's random */
    ss_text printed;       /* not yet handed to options.write */
    ssi_object *dead;      /* released, about to be destroyed; linked by next */
    bool destroying;
    ss_script_mode mode;
    uint32_t value_depth; /* of a repr or a comparison under way */
    size_t executed;      /* cells that ran, the present one included */
    struct ssi_cell_starts *starts; /* NULL: they are not kept */
    bool no_grad;                   /* inside of torch.no_grad() */
};

/* Behaviours; NULL means the type has none and Python's TypeError follows. */
struct ssi_type {
    const char *name;      /* __name__, as Python's messages show: "list" */
    const char *qualified; /* as <class '...'> shows: "numpy.ndarray" */
    void (*destroy)(ss_session *s, ssi_object *self); /* release members */
    bool (*repr)(ss_session *s, ssi_object *self, ss_text *out);
    bool (*str)(ss_session *s, ssi_object *self, ss_text *out); /* or repr */
    /* attribute: false without an error set means there is none */
    bool (*attribute)(ss_session *s, ssi_object *self, const char *name,
                      ssi_value *out);
    const struct ssi_function *methods;         /* ended by {0}; tried first */
    const struct ssi_attribute_row *attributes; /* for the help, or NULL */
    /* v.name = value; NULL: no attribute can be assigned */
    bool (*set_attribute)(ss_session *s, ssi_object *self, const char *name,
                          ssi_value value, bool *known);
    bool (*length)(ss_session *s, ssi_object *self, size_t *out);
    bool (*index)(ss_session *s, ssi_object *self, ssi_value key,
                  ssi_value *out);
    /* item i of an iteration; *done at the end. Lists may change meanwhile. */
    bool (*iterate)(ss_session *s, ssi_object *self, size_t i, ssi_value *out,
                    bool *done);
    /* iter(), for: what is iterated over, NULL: the value itself */
    bool (*begin)(ss_session *s, ssi_object *self, ssi_value *out);
    /* one operand is of this type; *handled false: try the other one */
    bool (*binary)(ss_session *s, ssi_operator op, ssi_value left,
                   ssi_value right, ssi_value *out, bool *handled);
    bool (*unary)(ss_session *s, ssi_operator op, ssi_object *self,
                  ssi_value *out);
    bool (*call)(ss_session *s, ssi_object *self, ssi_call *call,
                 ssi_value *out);
    bool (*truth)(ss_session *s, ssi_object *self, bool *out);
    bool (*equal)(ss_session *s, ssi_object *self, ssi_value other, bool *out);
    bool (*enter)(ss_session *s, ssi_object *self, ssi_value *out); /* with */
    bool (*leave)(ss_session *s, ssi_object *self);
};

typedef struct ssi_attribute_row {
    const char *name;
    const char *help; /* a few words */
} ssi_attribute_row;

/* --- values --- */
static inline ssi_value ssi_none(void)
{
    return (ssi_value){.tag = SSI_NONE};
}
static inline ssi_value ssi_bool(bool b)
{
    return (ssi_value){.tag = SSI_BOOL, .u.b = b};
}
static inline ssi_value ssi_int(int64_t i)
{
    return (ssi_value){.tag = SSI_INT, .u.i = i};
}
static inline ssi_value ssi_float(double f)
{
    return (ssi_value){.tag = SSI_FLOAT, .u.f = f};
}
static inline ssi_value ssi_from_object(void *object) /* takes the reference */
{
    return (ssi_value){.tag = SSI_OBJECT, .u.o = (ssi_object *)object};
}
static inline bool ssi_is(ssi_value v, const ssi_type *type)
{
    return v.tag == SSI_OBJECT && v.u.o->type == type;
}

ssi_value ssi_retain(ssi_value v);            /* one more reference */
void ssi_release(ss_session *s, ssi_value v); /* one less */

/* A new object of size bytes (zeroed after the head), charged to the session
 * with extra bytes more (its buffers). NULL: MemoryError is set. */
void *ssi_new(ss_session *s, const ssi_type *type, size_t size, size_t extra);
/* Charge or give back bytes of an object's buffers. */
bool ssi_charge(ss_session *s, ssi_object *object, size_t extra);
void ssi_discharge(ss_session *s, ssi_object *object, size_t extra);

const char *ssi_type_name(ssi_value v); /* "int", "NoneType", "list" */

#if defined(__GNUC__)
#define SSI_FORMAT(text, first) __attribute__((format(printf, text, first)))
#else
#define SSI_FORMAT(text, first)
#endif

/* --- errors: always answers false, so "return ssi_raise(...)" --- */
bool ssi_raise(ss_session *s, const char *exception, const char *format, ...)
    SSI_FORMAT(3, 4);
bool ssi_raise_status(ss_session *s, ss_status status); /* the original's */
bool ssi_raise_memory(ss_session *s);
/* SS_ERR_UNSUPPORTED: Python can, we do not; say what is supported. */
bool ssi_unsupported(ss_session *s, const char *format, ...) SSI_FORMAT(2, 3);

/* --- the protocols, for every value (protocol.c) --- */
bool ssi_repr(ss_session *s, ssi_value v, ss_text *out);
bool ssi_str(ss_session *s, ssi_value v, ss_text *out);
bool ssi_display(ss_session *s, ssi_value v, ss_text *out); /* IPython's */
bool ssi_attribute(ss_session *s, ssi_value v, const char *name,
                   ssi_value *out);
/* v[key] = value, of lists, dicts and tensors. */
bool ssi_set_index(ss_session *s, ssi_value v, ssi_value key, ssi_value value);
bool ssi_set_attribute(ss_session *s, ssi_value v, const char *name,
                       ssi_value value);
bool ssi_length(ss_session *s, ssi_value v, size_t *out);
bool ssi_index(ss_session *s, ssi_value v, ssi_value key, ssi_value *out);
bool ssi_iterate(ss_session *s, ssi_value v, size_t i, ssi_value *out,
                 bool *done);
/* What a loop iterates over: TypeError where v cannot be. */
bool ssi_begin(ss_session *s, ssi_value v, ssi_value *out);
bool ssi_binary(ss_session *s, ssi_operator op, ssi_value left, ssi_value right,
                ssi_value *out);
bool ssi_unary(ss_session *s, ssi_operator op, ssi_value v, ssi_value *out);
bool ssi_truth(ss_session *s, ssi_value v, bool *out);
bool ssi_equal(ss_session *s, ssi_value a, ssi_value b, bool *out);
bool ssi_call_value(ss_session *s, ssi_value callee, ssi_call *call,
                    ssi_value *out);
bool ssi_print(ss_session *s, const char *bytes, size_t size);

/* --- Python's own types (int.c, str.c, list.c, dict.c, range.c, ...) --- */
extern const ssi_type ssi_type_bigint, ssi_type_complex, ssi_type_str,
    ssi_type_bytes, ssi_type_list, ssi_type_tuple, ssi_type_dict,
    ssi_type_range, ssi_type_ellipsis, ssi_type_function, ssi_type_module,
    ssi_type_class, ssi_type_ordered_dict;

typedef struct ssi_str_object {
    ssi_object head;
    size_t size;            /* bytes of UTF-8 (str) or bytes (bytes) */
    size_t length;          /* code points (str), size (bytes) */
    size_t mark, mark_byte; /* a code point found before, and its offset */
    char data[];            /* zero-terminated */
} ssi_str_object;

typedef struct ssi_list_object { /* list and tuple */
    ssi_object head;
    ssi_value *items;
    size_t count, capacity;
} ssi_list_object;

bool ssi_new_str(ss_session *s, const char *bytes, size_t size, ssi_value *out);
bool ssi_new_bytes(ss_session *s, const void *bytes, size_t size,
                   ssi_value *out);
/* items are retained by the list; items may be NULL: all None. */
bool ssi_new_list(ss_session *s, const ssi_value *items, size_t count,
                  ssi_value *out);
bool ssi_new_tuple(ss_session *s, const ssi_value *items, size_t count,
                   ssi_value *out);
bool ssi_list_append(ss_session *s, ssi_value list, ssi_value item);
bool ssi_new_dict(ss_session *s, ssi_value *out);
bool ssi_dict_set(ss_session *s, ssi_value dict, ssi_value key, ssi_value v);
/* false with no error set: no such key. *out is borrowed. */
bool ssi_dict_get(ss_session *s, ssi_value dict, const char *key,
                  ssi_value *out);
bool ssi_new_uint64(ss_session *s, uint64_t u, ssi_value *out); /* an int */
/* An int from its magnitude, count words of 32 bits, the lowest first. */
bool ssi_new_int_words(ss_session *s, const uint32_t *words, size_t count,
                       bool negative, ssi_value *out);
/* The magnitude of an int or a bool, without zeros at the top; to be freed by
 * ssi_int_words_free(). */
bool ssi_int_words(ss_session *s, ssi_value v, uint32_t **words, size_t *count,
                   bool *negative);
void ssi_int_words_free(uint32_t *words);

/* --- conversions, Python's rules (convert.c) --- */
bool ssi_is_int(ssi_value v);   /* int, bool, bigint, NumPy integer scalar */
bool ssi_is_float(ssi_value v); /* float or NumPy floating scalar */
/* operator.index(): TypeError "'float' object cannot be interpreted as an
 * integer". *fits false when it exceeds 64 bits; *u holds the two's
 * complement, *negative its sign. */
bool ssi_to_index(ss_session *s, ssi_value v, uint64_t *u, bool *negative,
                  bool *fits);
/* operator.index() as a Python int of any size: NumPy's scalars are changed
 * into one. */
bool ssi_to_python_int(ss_session *s, ssi_value v, ssi_value *out);
/* As Py_ssize_t / int64_t: OverflowError when it does not fit. */
bool ssi_to_int64(ss_session *s, ssi_value v, int64_t *out);
/* float(v): TypeError "must be real number, not str". */
bool ssi_to_double(ss_session *s, ssi_value v, double *out);
/* The bytes of a str; TypeError otherwise. Borrowed. */
bool ssi_to_str(ss_session *s, ssi_value v, const char **out);

/* --- functions and their arguments (function.c) --- */
#define SSI_MAX_PARAMETERS 32

typedef bool (*ssi_native)(ss_session *s, ssi_call *call, ssi_value *out);

/* Whose TypeErrors a wrong call raises. 0 is Cython's, as most of NumPy's. */
typedef enum ssi_style {
    SSI_STYLE_CYTHON = 0, /* "f() takes at most 1 positional argument (2
                             given)" */
    SSI_STYLE_DEF,    /* "f() takes 1 positional argument but 2 were given" */
    SSI_STYLE_METHOD, /* a def whose self is counted as well */
    SSI_STYLE_O,      /* "f() takes exactly one argument (2 given)", no
                         keywords; "takes no arguments" for none */
    SSI_STYLE_UNPACK, /* "f expected at most 1 argument, got 2", no keywords */
    SSI_STYLE_KEYWORDS, /* "'x' is an invalid keyword argument for f()" */
    SSI_STYLE_NPY /* a def, but "f() missing required argument 'x' (pos 0)" */
} ssi_style;

/* One row of a module's or a type's table. */
typedef struct ssi_function {
    const char *name;
    /* Parameters as Python writes them: "low=0.0, high=1.0, size=None";
     * "/" and "*" as in Python; "*args" takes all positionals that are left
     * (read them from positional[]), "**kwargs" all unknown keywords. */
    const char *signature;
    ssi_native native;
    const char *help; /* one paragraph: what it draws and gives */
    int variant;      /* passed on, so that rows may share a native */
    ssi_style style;
    const char *qualname; /* as errors of the call say it: "Random.randint",
                             "list.append"; NULL: name */
} ssi_function;

/* A call in progress. After binding, args[i] is parameter i of the signature
 * or absent (given[i] false: its default holds); rest are those of *args. */
struct ssi_call {
    const ssi_function *function;
    ssi_value self; /* the method's object; None for a module's function */
    ssi_value args[SSI_MAX_PARAMETERS];
    bool given[SSI_MAX_PARAMETERS];
    const ssi_value *positional; /* as written at the call */
    size_t positional_count;
    const char *const *keyword_names;
    const ssi_value *keyword_values;
    size_t keyword_count;
};

/* Match what was written to the function's signature: Python's TypeErrors,
 * e.g. "rand() got an unexpected keyword argument 'x'". */
bool ssi_bind(ss_session *s, ssi_call *call);

/* --- modules: constant tables (module.c) --- */
typedef struct ssi_module_constant {
    const char *name;
    bool (*make)(ss_session *s, ssi_value *out);
} ssi_module_constant;

typedef struct ssi_module {
    const char *name;                        /* "numpy.random" */
    const ssi_function *functions;           /* ended by {0}, or NULL */
    const ssi_module_constant *constants;    /* ended by {0}, or NULL */
    const struct ssi_module *const *modules; /* ended by NULL, or NULL */
    const char *last_name;          /* "random": what the parent calls it */
    const ssi_type *const *classes; /* not used: classes are constants whose
                                       make calls ssi_new_class() */
} ssi_module;

extern const ssi_module ssi_module_numpy, ssi_module_torch, ssi_module_random,
    ssi_module_builtins, ssi_module_collections, ssi_module_safetensors;
extern const ssi_module *const ssi_modules[]; /* top level, ended by NULL */

/* The module of a dotted name, or NULL. */
const ssi_module *ssi_find_module(const char *dotted);
/* Whether module.name exists, for the check before the run. */
bool ssi_module_has(const ssi_module *module, const char *name);
bool ssi_module_attribute(ss_session *s, const ssi_module *module,
                          const char *name, ssi_value *out);
bool ssi_new_module(ss_session *s, const ssi_module *module, ssi_value *out);

/* A class as a value (np.random.RandomState, int, np.float32): calling it
 * calls make's row. dtype: the element type it names, or -1. */
typedef struct ssi_class {
    const char *name;      /* "RandomState" */
    const char *qualified; /* "numpy.random.mtrand.RandomState" */
    ssi_function make;
    const ssi_type *type; /* of its instances, or NULL */
    int dtype;            /* ss_dtype, or -1 */
} ssi_class;
bool ssi_new_class(ss_session *s, const ssi_class *cls, ssi_value *out);
const ssi_class *ssi_class_of(ssi_value v); /* NULL: not a class object */

/* --- arrays (ndarray.c, numpy_scalar.c, tensor.c) --- */
extern const ssi_type ssi_type_ndarray, ssi_type_numpy_scalar, ssi_type_tensor,
    ssi_type_numpy_dtype, ssi_type_torch_dtype, ssi_type_torch_size,
    ssi_type_randomstate, ssi_type_torch_generator;

typedef struct ssi_array_object { /* ndarray and tensor */
    ssi_object head;
    ss_array array;                /* owned, or a view of base's memory */
    ssi_value base;                /* the array whose memory it is, or None */
    bool requires_grad, parameter; /* of tensors; see torch_grad.h */
    const char *grad_fn;           /* "MulBackward0", or NULL: a leaf */
} ssi_array_object;

typedef struct ssi_scalar_object { /* np.float64(0.5), np.str_('a') */
    ssi_object head;
    ss_dtype dtype;
    size_t itemsize;
    unsigned char item[]; /* itemsize bytes, machine order */
} ssi_scalar_object;

/* A new zeroed C-ordered array of that type (ssi_type_ndarray or _tensor). */
bool ssi_new_array(ss_session *s, const ssi_type *type, ss_dtype dtype,
                   size_t itemsize, uint32_t ndim, const size_t *shape,
                   ssi_value *out);
bool ssi_new_scalar(ss_session *s, ss_dtype dtype, size_t itemsize,
                    const void *item, ssi_value *out);

#endif
