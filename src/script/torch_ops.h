/* SPDX-License-Identifier: MIT
 * What the files of tensor operations share: dtypes, results, arguments.
 */
#ifndef SSI_SCRIPT_TORCH_OPS_H
#define SSI_SCRIPT_TORCH_OPS_H

#include "script/torch_values.h"

/* The items of a call's rows. */
#define SSI_TORCH_ROW(name, native, variant, help)                             \
    {                                                                          \
        name, "*args, **kwargs", native, help, variant, SSI_STYLE_DEF, NULL    \
    }

/* --- arguments (torch_dims.c) --- */
/* The same native as a method and as a function of input: signatures are the
 * method's; values count from the one behind input. */
bool ssi_torch_parse_on(ss_session *s, ssi_call *call,
                        const char *const *signatures, ssi_torch_arguments *out,
                        ssi_value *self);
/* Sizes or axes, negative ones as well: ints of value i (one int, a sequence
 * or all positionals). */
typedef struct ssi_torch_ints {
    size_t count;
    int64_t v[SS_ARRAY_MAX_DIMS];
} ssi_torch_ints;
bool ssi_torch_int_list(ss_session *s, const ssi_torch_arguments *a, size_t i,
                        const char *what, ssi_torch_ints *out);
bool ssi_torch_flag(const ssi_torch_arguments *a, size_t i, bool otherwise);
bool ssi_torch_has(const ssi_torch_arguments *a, size_t i);
/* An axis in [0, ndim): "Dimension out of range (expected to be in range of
 * [-2, 1], but got 2)". A tensor without axes has one. */
bool ssi_torch_axis(ss_session *s, int64_t dim, uint32_t ndim, size_t *out);

/* --- dtypes (torch_promote.c) --- */
/* torch.promote_types; false: raised. */
bool ssi_torch_promote(ss_session *s, ss_dtype a, ss_dtype b, ss_dtype *out);
/* One operand of an operation: a tensor, or a Python number as one. */
typedef struct ssi_torch_operand {
    ssi_value value; /* a tensor, owned */
    bool wrapped;    /* it was a number */
} ssi_torch_operand;
/* *handled false: neither a tensor nor a number. */
bool ssi_torch_operand_of(ss_session *s, ssi_value v, ssi_torch_operand *out,
                          bool *handled);
bool ssi_torch_result_type(ss_session *s, const ssi_torch_operand *operands,
                           size_t count, ss_dtype *out);
/* in place: "result type Float can't be cast to the desired output type Long"
 */
bool ssi_torch_can_cast(ss_session *s, ss_dtype from, ss_dtype to);
/* Write a number as PyTorch casts it; false: C leaves the result open. */
bool ssi_torch_put(ss_dtype dtype, void *item, const ssi_number *n);
bool ssi_torch_put_or_refuse(ss_session *s, ss_dtype dtype, void *item,
                             const ssi_number *n);
/* a as another dtype, in its own memory order; a copy also of the same. */
bool ssi_torch_to(ss_session *s, ssi_value tensor, ss_dtype dtype,
                  ssi_value *out);
/* torch.tensor(number) of its own dtype. */
bool ssi_torch_scalar_tensor(ss_session *s, ss_dtype dtype, const ssi_number *n,
                             ssi_value *out);

/* --- results (torch_result.c) --- */
/* Broadcast shape: "The size of tensor a ...". */
bool ssi_torch_broadcast(ss_session *s, const ss_array *const *arrays,
                         size_t count, ssi_shape *out);
/* A new tensor as TensorIterator lays it out beside its operands. */
bool ssi_torch_new_result(ss_session *s, const ss_array *const *operands,
                          size_t count, const ssi_shape *shape, ss_dtype dtype,
                          ssi_value *out);
/* In place: no element may stand for several. */
bool ssi_torch_check_writable(ss_session *s, const ss_array *a);
bool ssi_torch_is_contiguous(const ss_array *a);
/* Copy elements; shapes are equal, src may be another dtype. */
bool ssi_torch_copy_elements(ss_session *s, const ss_array *to,
                             const ss_array *from);
/* The tensor itself when contiguous, or a C-ordered copy. */
bool ssi_torch_contiguous(ss_session *s, ssi_value tensor, ssi_value *out);
bool ssi_torch_new_shape(ss_session *s, ss_dtype dtype, const ss_array *like,
                         ssi_value *out);

/* --- operations --- */
enum {
    SSI_TORCH_ADD,
    SSI_TORCH_SUB,
    SSI_TORCH_MUL,
    SSI_TORCH_DIV,
    SSI_TORCH_FLOORDIV,
    SSI_TORCH_TRUNCDIV,
    SSI_TORCH_REMAINDER,
    SSI_TORCH_FMOD,
    SSI_TORCH_POW,
    SSI_TORCH_AND,
    SSI_TORCH_OR,
    SSI_TORCH_XOR,
    SSI_TORCH_LSHIFT,
    SSI_TORCH_RSHIFT,
    SSI_TORCH_MAXIMUM,
    SSI_TORCH_MINIMUM,
    SSI_TORCH_EQ,
    SSI_TORCH_NE,
    SSI_TORCH_LT,
    SSI_TORCH_LE,
    SSI_TORCH_GT,
    SSI_TORCH_GE,
    SSI_TORCH_LOGICAL_AND,
    SSI_TORCH_LOGICAL_OR,
    SSI_TORCH_LOGICAL_XOR,
    SSI_TORCH_IN_PLACE = 64, /* added to one of the above */
    SSI_TORCH_REVERSED = 128
};
/* One pair of numbers of dtype (torch_compute.c). */
bool ssi_torch_compute(ss_session *s, int op, ss_dtype dtype,
                       const ssi_number *a, const ssi_number *b, ssi_number *r);
/* left op right; *handled false: neither knows the other (torch_binary.c). */
bool ssi_torch_binary(ss_session *s, int op, ssi_value left, ssi_value right,
                      ssi_value *out, bool *handled);
bool ssi_torch_binary_in_place(ss_session *s, int op, ssi_value tensor,
                               ssi_value other, bool *handled);
bool ssi_torch_unary_operator(ss_session *s, ssi_operator op, ssi_value tensor,
                              ssi_value *out);
bool ssi_torch_matmul(ss_session *s, ssi_value left, ssi_value right,
                      ssi_value *out);

#endif
