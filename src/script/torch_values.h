/* SPDX-License-Identifier: MIT
 * What the files of the torch module share.
 */
#ifndef SSI_SCRIPT_TORCH_VALUES_H
#define SSI_SCRIPT_TORCH_VALUES_H

#include "script/ndarray.h"

/* --- arguments (torch_arguments.c) ---
 * A signature is text: "size:S!,*,dtype:D": name, kind, "!" when there is no
 * default. Kinds: S sizes, A sizes or an int, M tensors, P number or tensor, I
 * int, J int or None, F float, N number, T tensor, D dtype, G generator, V
 * device, L layout, B bool, U tensor or None, O anything. */
#define SSI_TORCH_MAX_PARAMETERS 12
#define SSI_TORCH_OPTIONS                                                      \
    "out:U,dtype:D,layout:L,device:V,pin_memory:B,"                            \
    "requires_grad:B"

typedef struct ssi_torch_arguments {
    ssi_call *call;
    const char *name; /* of the function, for errors */
    size_t overload;  /* the signature that matched */
    size_t count;     /* of its parameters */
    bool given[SSI_TORCH_MAX_PARAMETERS];
    ssi_value values[SSI_TORCH_MAX_PARAMETERS]; /* borrowed */
    bool spread;    /* values[0] stands for all positionals: rand(2, 3) */
    bool takes_out; /* out= is supported: ssi_torch_result() */
} ssi_torch_arguments;

/* The first of the signatures (ended by NULL) that the call fits; PyTorch's
 * TypeErrors, their first line, otherwise. */
bool ssi_torch_parse(ss_session *s, ssi_call *call,
                     const char *const *signatures, ssi_torch_arguments *out);
/* Parameter i as PyTorch unpacks it; not given: *out is left alone. */
bool ssi_torch_int(ss_session *s, const ssi_torch_arguments *a, size_t i,
                   int64_t *out);
bool ssi_torch_float(ss_session *s, const ssi_torch_arguments *a, size_t i,
                     double *out);
/* Sizes: checked for sign and overflow. */
bool ssi_torch_sizes(ss_session *s, const ssi_torch_arguments *a, size_t i,
                     size_t itemsize, ssi_shape *out);
bool ssi_torch_check_sizes(ss_session *s, const char *name,
                           const int64_t *sizes, size_t count, size_t itemsize,
                           ssi_shape *out);
/* The generator, or the session's default one. */
ss_torch_generator *
ssi_torch_generator_at(ss_session *s, const ssi_torch_arguments *a, size_t i);
/* out, dtype, layout, device, pin_memory, requires_grad from index i on:
 * *dtype is set when one is given. Refuses what is not supported. */
bool ssi_torch_options(ss_session *s, const ssi_torch_arguments *a, size_t i,
                       ss_dtype *dtype);
/* The tensor to draw into: that of out= at index i, or a new one. */
bool ssi_torch_result(ss_session *s, const ssi_torch_arguments *a, size_t i,
                      ss_dtype dtype, const ssi_shape *shape, ssi_value *out);
/* The tensor of out= where it is one of that dtype and shape and contiguous,
 * as it is refused otherwise; None: a new one. */
bool ssi_torch_out(ss_session *s, ssi_value into, const char *name,
                   ss_dtype dtype, const ssi_shape *shape, ssi_value *out);
/* dtype= as torch.float32, or Python's float, int, bool, complex. */
bool ssi_torch_dtype_of(ssi_value v, ss_dtype *out);
/* "name() received an invalid combination of arguments - got (int), but
 * expected one of:" */
bool ssi_torch_raise_combination(ss_session *s, const ssi_torch_arguments *a);

/* --- values (torch_values.c, torch_generator.c, tensor.c) --- */
ss_dtype ssi_torch_default_dtype(const ss_session *s);
bool ssi_new_torch_dtype(ss_session *s, ss_dtype dtype, ssi_value *out);
bool ssi_new_torch_size(ss_session *s, const ss_array *array, ssi_value *out);
bool ssi_new_torch_device(ss_session *s, ssi_value *out);
bool ssi_torch_is_device(ssi_value v);
bool ssi_new_torch_layout(ss_session *s, ssi_value *out); /* torch.strided */
bool ssi_torch_size_class(ss_session *s, ssi_value *out);
bool ssi_torch_device_class(ss_session *s, ssi_value *out);
bool ssi_torch_generator_class(ss_session *s, ssi_value *out);
bool ssi_torch_tensor_class(ss_session *s, ssi_value *out);
bool ssi_torch_default_generator(ss_session *s, ssi_value *out);
ss_torch_generator *ssi_torch_generator_of(ss_session *s, ssi_value v);
/* "Float", "Long", ... and "float", "long": how errors name dtypes. */
const char *ssi_torch_scalar_name(ss_dtype dtype);
const char *ssi_torch_c_name(ss_dtype dtype);
static inline bool ssi_torch_can_draw(ss_dtype d) /* uniforms and normals */
{
    return (d >= SS_FLOAT16 && d <= SS_FLOAT64) || ssi_dtype_is_complex(d);
}

bool ssi_new_tensor(ss_session *s, ss_dtype dtype, const ssi_shape *shape,
                    ssi_value *out);
/* empty_like: dense, its axes in the order of like's memory. */
bool ssi_torch_new_like(ss_session *s, const ss_array *like, ss_dtype dtype,
                        ssi_value *out);
/* The elements of from, as dtype, in the memory order of by, which has its
 * shape; to be freed. */
bool ssi_torch_gather(ss_session *s, const ss_array *by, const ss_array *from,
                      ss_dtype dtype, void **out);
/* Elements in memory order into a. */
void ssi_torch_scatter(const ss_array *a, const void *items);
/* Elements in the order of indices into a. */
void ssi_torch_scatter_indices(const ss_array *a, const void *items);
/* n values for a tensor's memory; gaps: it is not contiguous. */
typedef ss_status ssi_torch_filler(const void *context, ss_dtype dtype,
                                   bool gaps, void *out, size_t n);
bool ssi_torch_fill_tensor(ss_session *s, ssi_value tensor,
                           ssi_torch_filler *filler, const void *context,
                           ss_status *status);
/* Every element is v, as the tensor's dtype. */
bool ssi_torch_fill_number(ss_session *s, ss_array *a, ssi_value v);
/* torch.tensor(data), of dtype when that is given. */
bool ssi_torch_from_data(ss_session *s, ssi_value data, bool given,
                         ss_dtype dtype, ssi_value *out);
/* Whether the dtype holds v: "value cannot be converted to type ..." */
bool ssi_torch_check_fill(ss_session *s, ssi_value v, ss_dtype dtype);
/* tensor.fill_(v) */
bool ssi_torch_fill_with(ss_session *s, ssi_value tensor, ssi_value v);
/* One of the draws with parameters that are numbers. */
enum {
    SSI_DRAW_UNIFORM,
    SSI_DRAW_NORMAL,
    SSI_DRAW_RANGE, /* random_(from, to), randint */
    SSI_DRAW_FROM,  /* random_(from, None) */
    SSI_DRAW_ALL,   /* random_() */
    SSI_DRAW_CAUCHY,
    SSI_DRAW_LOG_NORMAL,
    SSI_DRAW_EXPONENTIAL,
    SSI_DRAW_GEOMETRIC,
    SSI_DRAW_BERNOULLI
};
typedef struct ssi_torch_draw {
    ss_torch_generator *g;
    double a, b;
    int64_t from, to; /* the ints */
    int kind;
} ssi_torch_draw;
/* Into the tensor's memory; PyTorch's checks and errors. */
bool ssi_torch_draw_into(ss_session *s, ssi_value tensor,
                         const ssi_torch_draw *d);
/* bernoulli_(p) with a tensor p. */
bool ssi_torch_bernoulli_into(ss_session *s, ss_torch_generator *g,
                              ssi_value tensor, ssi_value p);
/* The sizes as C++ writes them: "[2, 3]". */
bool ssi_torch_sizes_text(ss_session *s, const ss_array *a, ss_text *out);
/* "\"what\" not implemented for 'Long'" */
bool ssi_torch_raise_dtype(ss_session *s, const char *what, ss_dtype dtype);
/* before + x + between + y + after, y only when there is a between. */
bool ssi_torch_raise_numbers(ss_session *s, const char *before, double x,
                             const char *between, double y, const char *after);
/* "The size of tensor a (2) must match the size of tensor b (3) at ..." */
bool ssi_torch_raise_sizes(ss_session *s, const ss_array *a, const ss_array *b);
/* A tensor's 16 digits of %g, as C++ streams write a double. */
bool ssi_torch_double_text(ss_session *s, double x, ss_text *out);
/* The error of a uniform, normal or random_ fill, with its numbers. */
bool ssi_torch_raise(ss_session *s, ss_status status, ss_dtype dtype,
                     double from, double to);
bool ssi_torch_raise_random(ss_session *s, ss_status status, ss_dtype dtype,
                            int64_t from, int64_t to);

/* --- rows of module_torch.c and of the tensors' methods --- */
extern const ssi_function ssi_tensor_methods[];
extern const ssi_module ssi_module_torch_nn, ssi_module_torch_utils,
    ssi_module_torch_distributions;
bool ssi_torch_call_draw(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_draw_like(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_randint_like(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_filled_like(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_bernoulli(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_multinomial(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_poisson(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_binomial(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_fork_rng(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_no_grad_class(ss_session *s, ssi_value *out);
bool ssi_torch_call_dropout(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_feature_dropout(ss_session *s, ssi_call *call,
                                    ssi_value *out);
bool ssi_torch_call_rrelu(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_init_draw(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_init_trunc_normal(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_init_constant(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_init_eye(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_init_dirac(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_init_xavier(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_init_gain_call(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_init_kaiming(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_init_sparse(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_tensor_fill(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_tensor_zero(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_randint(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_randperm(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_normal(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_filled(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_full(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_arange(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_tensor(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_manual_seed_call(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_seed_call(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_initial_seed(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_get_rng_state(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_set_rng_state(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_set_printoptions(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_get_default_dtype(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_set_default_dtype(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_tensor_draw(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_tensor_random(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_tensor_bernoulli_in_place(ss_session *s, ssi_call *call,
                                   ssi_value *out);

#endif
