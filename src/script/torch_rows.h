/* SPDX-License-Identifier: MIT
 * Natives of the rows of torch and of the tensors' methods that compute,
 * reshape and reduce; and the numbers of their operations.
 */
#ifndef SSI_SCRIPT_TORCH_ROWS_H
#define SSI_SCRIPT_TORCH_ROWS_H

#include "script/torch_ops.h"

enum {
    SSI_TORCH_NEG,
    SSI_TORCH_ABS,
    SSI_TORCH_SQRT,
    SSI_TORCH_RSQRT,
    SSI_TORCH_RECIPROCAL,
    SSI_TORCH_SQUARE,
    SSI_TORCH_FLOOR,
    SSI_TORCH_CEIL,
    SSI_TORCH_ROUND,
    SSI_TORCH_TRUNC,
    SSI_TORCH_FRAC,
    SSI_TORCH_SIGN,
    SSI_TORCH_RELU,
    SSI_TORCH_NOT,
    SSI_TORCH_POSITIVE,
    SSI_TORCH_ISNAN, /* from here on a bool */
    SSI_TORCH_ISINF,
    SSI_TORCH_ISFINITE,
    SSI_TORCH_LOGICAL_NOT
};

enum {
    SSI_TORCH_SUM,
    SSI_TORCH_MEAN,
    SSI_TORCH_PROD,
    SSI_TORCH_STD,
    SSI_TORCH_VAR,
    SSI_TORCH_ALL,
    SSI_TORCH_ANY,
    SSI_TORCH_MAX,
    SSI_TORCH_MIN,
    SSI_TORCH_ARGMAX,
    SSI_TORCH_ARGMIN,
    SSI_TORCH_AMAX,
    SSI_TORCH_AMIN
};

bool ssi_torch_unary(ss_session *s, int op, ssi_value tensor, ssi_value *out);
bool ssi_torch_where(ss_session *s, ssi_value condition,
                     const ssi_torch_operand o[2], ssi_value *out);

bool ssi_torch_call_binary(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_unary(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_clamp(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_where(ss_session *s, ssi_call *call, ssi_value *out);
/* torch_shape.c */
bool ssi_torch_call_reshape(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_view(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_like_shape(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_flatten(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_squeeze(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_unsqueeze(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_transpose(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_permute(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_expand(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_narrow(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_select(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_contiguous(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_stride(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_facts(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_swap_axes(ss_session *s, ssi_value tensor, int64_t a, int64_t b,
                         ssi_value *out);
bool ssi_torch_reshape(ss_session *s, ssi_value tensor,
                       const ssi_torch_ints *sizes, bool may_copy,
                       ssi_value *out);
/* torch_join.c */
bool ssi_torch_call_cat(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_stack(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_chunk(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_split(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_unbind(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_repeat(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_flip(ss_session *s, ssi_call *call, ssi_value *out);
/* torch_reduce.c, torch_order.c */
bool ssi_torch_call_reduce(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_extreme(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_sort(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_topk(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_cumulate(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_equal(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_allclose(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_matmul(ss_session *s, ssi_call *call, ssi_value *out);
/* torch_convert.c, torch_make.c */
bool ssi_torch_call_to(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_cast(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_type(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_clone(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_copy(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_from_numpy(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_as_tensor(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_eye(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_linspace(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_full_like(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_new_filled(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_masked_fill(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_index_select(ss_session *s, ssi_call *call, ssi_value *out);
/* torch_index.c */
bool ssi_torch_index(ss_session *s, ssi_value tensor, ssi_value key,
                     ssi_value *out);
bool ssi_torch_set_index(ss_session *s, ssi_value tensor, ssi_value key,
                         ssi_value v);

#endif
