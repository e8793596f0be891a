/* SPDX-License-Identifier: MIT
 * requires_grad: which tensors have it, and which operations keep it. Nothing
 * here computes a gradient; what is printed says grad_fn=<...> where PyTorch's
 * does, and an operation whose name is not known is refused.
 */
#ifndef SSI_SCRIPT_TORCH_GRAD_H
#define SSI_SCRIPT_TORCH_GRAD_H

#include "script/torch_values.h"

/* v is a tensor that requires grad: a leaf that was made so, or a result. */
static inline bool ssi_requires_grad(ssi_value v)
{
    const ssi_array_object *o = (const ssi_array_object *)v.u.o;
    return ssi_is(v, &ssi_type_tensor) && (o->requires_grad || o->grad_fn);
}

/* Mark a result; name: "SelectBackward0". */
void ssi_grad_mark(ssi_value result, const char *name);
/* The native of a torch function or of a tensor's method, with what that
 * means for the result. */
bool ssi_grad_call(ss_session *s, ssi_call *call, ssi_value *out);
/* The same around an operator; right is None for an unary one. */
bool ssi_grad_operator(ss_session *s, ssi_operator op, ssi_value left,
                       ssi_value right, ssi_value *out);
/* A view of a tensor by key, or a transpose: NULL name refuses. */
bool ssi_grad_view(ss_session *s, ssi_value from, const char *what,
                   const char *name, ssi_value *out);
/* The name for the index of a, or NULL (torch_grad_index.c). */
const char *ssi_grad_index_name(ss_session *s, const ss_array *a,
                                ssi_value key);
/* An int, or a tuple of ints. */
bool ssi_grad_index_is_ints(ssi_value key);
/* Before tensor[...] = value: neither may require grad, but the tensor under
 * no_grad(). */
bool ssi_grad_check_assignment(ss_session *s, ssi_value tensor, ssi_value key,
                               ssi_value value);
/* "only Tensors of floating point and complex dtype can require gradients" */
bool ssi_grad_require(ss_session *s, ssi_value tensor, bool on);
/* Where NumPy takes a tensor: RuntimeError for one that requires grad. */
bool ssi_grad_to_numpy(ss_session *s, ssi_value v);
/* nn.Parameter over the memory of a tensor. */
bool ssi_new_parameter(ss_session *s, ssi_value tensor, bool requires_grad,
                       ssi_value *out);
bool ssi_torch_parameter_class(ss_session *s, ssi_value *out);

#endif
