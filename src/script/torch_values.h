/* SPDX-License-Identifier: MIT
 * What the files of the torch module share.
 */
#ifndef SSI_SCRIPT_TORCH_VALUES_H
#define SSI_SCRIPT_TORCH_VALUES_H

#include "script/ndarray.h"

/* --- arguments (torch_arguments.c) ---
 * A signature is text: "size:S!,*,dtype:D": name, kind, "!" when there is no
 * default. Kinds: S sizes, I int, J int or None, F float, N number, T tensor, D
 * dtype, G generator, V device, L layout, B bool, O anything. */
#define SSI_TORCH_MAX_PARAMETERS 12
#define SSI_TORCH_OPTIONS                                                      \
    "out:O,dtype:D,layout:L,device:V,pin_memory:B,"                            \
    "requires_grad:B"

typedef struct ssi_torch_arguments {
    ssi_call *call;
    const char *name; /* of the function, for errors */
    size_t overload;  /* the signature that matched */
    size_t count;     /* of its parameters */
    bool given[SSI_TORCH_MAX_PARAMETERS];
    ssi_value values[SSI_TORCH_MAX_PARAMETERS]; /* borrowed */
    bool spread; /* values[0] stands for all positionals: rand(2, 3) */
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
/* A tensor's 16 digits of %g, as C++ streams write a double. */
bool ssi_torch_double_text(ss_session *s, double x, ss_text *out);
/* The error of a uniform, normal or random_ fill, with its numbers. */
bool ssi_torch_raise(ss_session *s, ss_status status, ss_dtype dtype,
                     double from, double to);
bool ssi_torch_raise_random(ss_session *s, ss_status status, ss_dtype dtype,
                            int64_t from, int64_t to);

/* --- rows of module_torch.c and of the tensors' methods --- */
extern const ssi_function ssi_tensor_methods[], ssi_torch_random_functions[];
bool ssi_torch_call_draw(ss_session *s, ssi_call *call, ssi_value *out);
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
bool ssi_tensor_uniform(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_tensor_normal(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_tensor_random(ss_session *s, ssi_call *call, ssi_value *out);

#endif
