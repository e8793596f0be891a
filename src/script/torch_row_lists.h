/* SPDX-License-Identifier: MIT
 * The rows of tensor operations: those that torch and tensors share, those of
 * tensors alone and those of torch alone.
 */
#ifndef SSI_SCRIPT_TORCH_ROW_LISTS_H
#define SSI_SCRIPT_TORCH_ROW_LISTS_H

#include "script/torch_rows.h"

/* torch.f(input, ...) and input.f(...) */
#define SSI_TORCH_SHARED_ROWS                                                  \
    SSI_TORCH_ROW("add", ssi_torch_call_binary, SSI_TORCH_ADD,                 \
                  "self + alpha * other; alpha is 1 unless given."),           \
        SSI_TORCH_ROW("sub", ssi_torch_call_binary, SSI_TORCH_SUB,             \
                      "self - alpha * other."),                                \
        SSI_TORCH_ROW("subtract", ssi_torch_call_binary, SSI_TORCH_SUB,        \
                      "self - alpha * other."),                                \
        SSI_TORCH_ROW("mul", ssi_torch_call_binary, SSI_TORCH_MUL,             \
                      "self * other."),                                        \
        SSI_TORCH_ROW("multiply", ssi_torch_call_binary, SSI_TORCH_MUL,        \
                      "self * other."),                                        \
        SSI_TORCH_ROW("div", ssi_torch_call_binary, SSI_TORCH_DIV,             \
                      "self / other; rounding_mode 'floor' or 'trunc' rounds " \
                      "the quotient."),                                        \
        SSI_TORCH_ROW("divide", ssi_torch_call_binary, SSI_TORCH_DIV,          \
                      "self / other; rounding_mode 'floor' or 'trunc' rounds " \
                      "the quotient."),                                        \
        SSI_TORCH_ROW("floor_divide", ssi_torch_call_binary,                   \
                      SSI_TORCH_FLOORDIV, "self // other."),                   \
        SSI_TORCH_ROW("remainder", ssi_torch_call_binary, SSI_TORCH_REMAINDER, \
                      "self % other, with other's sign."),                     \
        SSI_TORCH_ROW("fmod", ssi_torch_call_binary, SSI_TORCH_FMOD,           \
                      "The remainder with self's sign."),                      \
        SSI_TORCH_ROW("pow", ssi_torch_call_binary, SSI_TORCH_POW,             \
                      "self ** exponent: of ints, and of floats by 0, "        \
                      "1, 2, 3, -0.5, -1 and -2."),                            \
        SSI_TORCH_ROW("bitwise_and", ssi_torch_call_binary, SSI_TORCH_AND,     \
                      "self & other, of ints and bools."),                     \
        SSI_TORCH_ROW("bitwise_or", ssi_torch_call_binary, SSI_TORCH_OR,       \
                      "self | other, of ints and bools."),                     \
        SSI_TORCH_ROW("bitwise_xor", ssi_torch_call_binary, SSI_TORCH_XOR,     \
                      "self ^ other, of ints and bools."),                     \
        SSI_TORCH_ROW("bitwise_left_shift", ssi_torch_call_binary,             \
                      SSI_TORCH_LSHIFT, "self << other."),                     \
        SSI_TORCH_ROW("bitwise_right_shift", ssi_torch_call_binary,            \
                      SSI_TORCH_RSHIFT, "self >> other."),                     \
        SSI_TORCH_ROW("eq", ssi_torch_call_binary, SSI_TORCH_EQ,               \
                      "Whether the elements are equal."),                      \
        SSI_TORCH_ROW("ne", ssi_torch_call_binary, SSI_TORCH_NE,               \
                      "Whether they differ."),                                 \
        SSI_TORCH_ROW("not_equal", ssi_torch_call_binary, SSI_TORCH_NE,        \
                      "Whether they differ."),                                 \
        SSI_TORCH_ROW("lt", ssi_torch_call_binary, SSI_TORCH_LT,               \
                      "self < other."),                                        \
        SSI_TORCH_ROW("less", ssi_torch_call_binary, SSI_TORCH_LT,             \
                      "self < other."),                                        \
        SSI_TORCH_ROW("le", ssi_torch_call_binary, SSI_TORCH_LE,               \
                      "self <= other."),                                       \
        SSI_TORCH_ROW("less_equal", ssi_torch_call_binary, SSI_TORCH_LE,       \
                      "self <= other."),                                       \
        SSI_TORCH_ROW("gt", ssi_torch_call_binary, SSI_TORCH_GT,               \
                      "self > other."),                                        \
        SSI_TORCH_ROW("greater", ssi_torch_call_binary, SSI_TORCH_GT,          \
                      "self > other."),                                        \
        SSI_TORCH_ROW("ge", ssi_torch_call_binary, SSI_TORCH_GE,               \
                      "self >= other."),                                       \
        SSI_TORCH_ROW("greater_equal", ssi_torch_call_binary, SSI_TORCH_GE,    \
                      "self >= other."),                                       \
        SSI_TORCH_ROW("logical_and", ssi_torch_call_binary,                    \
                      SSI_TORCH_LOGICAL_AND,                                   \
                      "Whether both elements are true."),                      \
        SSI_TORCH_ROW("logical_or", ssi_torch_call_binary,                     \
                      SSI_TORCH_LOGICAL_OR, "Whether one of them is true."),   \
        SSI_TORCH_ROW("logical_xor", ssi_torch_call_binary,                    \
                      SSI_TORCH_LOGICAL_XOR,                                   \
                      "Whether just one of them is true."),                    \
        SSI_TORCH_ROW("maximum", ssi_torch_call_binary, SSI_TORCH_MAXIMUM,     \
                      "The larger of two elements."),                          \
        SSI_TORCH_ROW("minimum", ssi_torch_call_binary, SSI_TORCH_MINIMUM,     \
                      "The smaller of two elements."),                         \
        SSI_TORCH_ROW("neg", ssi_torch_call_unary, SSI_TORCH_NEG,              \
                      "The negative."),                                        \
        SSI_TORCH_ROW("negative", ssi_torch_call_unary, SSI_TORCH_NEG,         \
                      "The negative."),                                        \
        SSI_TORCH_ROW("abs", ssi_torch_call_unary, SSI_TORCH_ABS,              \
                      "The absolute value."),                                  \
        SSI_TORCH_ROW("absolute", ssi_torch_call_unary, SSI_TORCH_ABS,         \
                      "The absolute value."),                                  \
        SSI_TORCH_ROW("sqrt", ssi_torch_call_unary, SSI_TORCH_SQRT,            \
                      "The square root."),                                     \
        SSI_TORCH_ROW("rsqrt", ssi_torch_call_unary, SSI_TORCH_RSQRT,          \
                      "1 / sqrt(self)."),                                      \
        SSI_TORCH_ROW("reciprocal", ssi_torch_call_unary,                      \
                      SSI_TORCH_RECIPROCAL, "1 / self."),                      \
        SSI_TORCH_ROW("square", ssi_torch_call_unary, SSI_TORCH_SQUARE,        \
                      "self * self."),                                         \
        SSI_TORCH_ROW("floor", ssi_torch_call_unary, SSI_TORCH_FLOOR,          \
                      "The next whole number below."),                         \
        SSI_TORCH_ROW("ceil", ssi_torch_call_unary, SSI_TORCH_CEIL,            \
                      "The next whole number above."),                         \
        SSI_TORCH_ROW("round", ssi_torch_call_unary, SSI_TORCH_ROUND,          \
                      "The nearest whole number, ties to even."),              \
        SSI_TORCH_ROW("trunc", ssi_torch_call_unary, SSI_TORCH_TRUNC,          \
                      "Without the fraction."),                                \
        SSI_TORCH_ROW("frac", ssi_torch_call_unary, SSI_TORCH_FRAC,            \
                      "The fraction."),                                        \
        SSI_TORCH_ROW("sign", ssi_torch_call_unary, SSI_TORCH_SIGN,            \
                      "-1, 0 or 1."),                                          \
        SSI_TORCH_ROW("relu", ssi_torch_call_unary, SSI_TORCH_RELU,            \
                      "self where it is positive, else 0."),                   \
        SSI_TORCH_ROW("bitwise_not", ssi_torch_call_unary, SSI_TORCH_NOT,      \
                      "~self, of ints and bools."),                            \
        SSI_TORCH_ROW("logical_not", ssi_torch_call_unary,                     \
                      SSI_TORCH_LOGICAL_NOT, "Whether the element is 0."),     \
        SSI_TORCH_ROW("isnan", ssi_torch_call_unary, SSI_TORCH_ISNAN,          \
                      "Whether an element is NaN."),                           \
        SSI_TORCH_ROW("isinf", ssi_torch_call_unary, SSI_TORCH_ISINF,          \
                      "Whether it is infinite."),                              \
        SSI_TORCH_ROW("isfinite", ssi_torch_call_unary, SSI_TORCH_ISFINITE,    \
                      "Whether it is neither."),                               \
        SSI_TORCH_ROW(                                                         \
            "clamp", ssi_torch_call_clamp, 0,                                  \
            "Elements below min become min, those above max become max."),     \
        SSI_TORCH_ROW(                                                         \
            "clamp_min", ssi_torch_call_clamp, 1,                              \
            "Elements below min become min, those above max become max."),     \
        SSI_TORCH_ROW(                                                         \
            "clamp_max", ssi_torch_call_clamp, 2,                              \
            "Elements below min become min, those above max become max."),     \
        SSI_TORCH_ROW("clip", ssi_torch_call_clamp, 0, "clamp()."),            \
        SSI_TORCH_ROW("reshape", ssi_torch_call_reshape, 0,                    \
                      "Another shape over the same memory, or a copy where "   \
                      "it cannot be. One size may be -1."),                    \
        SSI_TORCH_ROW("flatten", ssi_torch_call_flatten, 0,                    \
                      "Axes start_dim to end_dim as one."),                    \
        SSI_TORCH_ROW("ravel", ssi_torch_call_flatten, 1, "All axes as one."), \
        SSI_TORCH_ROW("squeeze", ssi_torch_call_squeeze, 0,                    \
                      "Without axes of size 1."),                              \
        SSI_TORCH_ROW("unsqueeze", ssi_torch_call_unsqueeze, 0,                \
                      "With an axis of size 1 at dim."),                       \
        SSI_TORCH_ROW("transpose", ssi_torch_call_transpose, 0,                \
                      "With two axes exchanged, over the same memory."),       \
        SSI_TORCH_ROW("swapaxes", ssi_torch_call_transpose, 1,                 \
                      "transpose()."),                                         \
        SSI_TORCH_ROW("permute", ssi_torch_call_permute, 0,                    \
                      "The axes in another order, over the same memory."),     \
        SSI_TORCH_ROW("broadcast_to", ssi_torch_call_expand, 1,                \
                      "Axes of size 1 repeated without a copy."),              \
        SSI_TORCH_ROW("narrow", ssi_torch_call_narrow, 0,                      \
                      "length elements along dim, from start on."),            \
        SSI_TORCH_ROW("select", ssi_torch_call_select, 0,                      \
                      "One index along dim."),                                 \
        SSI_TORCH_ROW(                                                         \
            "chunk", ssi_torch_call_chunk, 0,                                  \
            "At most that many equal parts along dim, the last one shorter."), \
        SSI_TORCH_ROW(                                                         \
            "split", ssi_torch_call_split, 0,                                  \
            "Parts of a size, or of the sizes of a list, along dim."),         \
        SSI_TORCH_ROW("unbind", ssi_torch_call_unbind, 0,                      \
                      "A tuple of the tensors along dim."),                    \
        SSI_TORCH_ROW("tile", ssi_torch_call_repeat, 1,                        \
                      "Copies of the tensor along its axes."),                 \
        SSI_TORCH_ROW("flip", ssi_torch_call_flip, 0,                          \
                      "The elements in reverse order along axes."),            \
        SSI_TORCH_ROW("sum", ssi_torch_call_reduce, SSI_TORCH_SUM,             \
                      "The sum of all elements or along dim, added in "        \
                      "PyTorch's order."),                                     \
        SSI_TORCH_ROW("mean", ssi_torch_call_reduce, SSI_TORCH_MEAN,           \
                      "The sum divided by the count."),                        \
        SSI_TORCH_ROW("prod", ssi_torch_call_reduce, SSI_TORCH_PROD,           \
                      "The product."),                                         \
        SSI_TORCH_ROW("std", ssi_torch_call_reduce, SSI_TORCH_STD,             \
                      "The standard deviation, with correction=1."),           \
        SSI_TORCH_ROW("var", ssi_torch_call_reduce, SSI_TORCH_VAR,             \
                      "The variance, with correction=1."),                     \
        SSI_TORCH_ROW("all", ssi_torch_call_reduce, SSI_TORCH_ALL,             \
                      "Whether all elements are true."),                       \
        SSI_TORCH_ROW("any", ssi_torch_call_reduce, SSI_TORCH_ANY,             \
                      "Whether one element is true."),                         \
        SSI_TORCH_ROW("max", ssi_torch_call_extreme, SSI_TORCH_MAX,            \
                      "The largest element, or with dim the largest and "      \
                      "their indices; or the larger of two tensors."),         \
        SSI_TORCH_ROW("min", ssi_torch_call_extreme, SSI_TORCH_MIN,            \
                      "The smallest element, or with dim the smallest and "    \
                      "their indices; or the smaller of two tensors."),        \
        SSI_TORCH_ROW("argmax", ssi_torch_call_extreme, SSI_TORCH_ARGMAX,      \
                      "The index of the first largest element."),              \
        SSI_TORCH_ROW("argmin", ssi_torch_call_extreme, SSI_TORCH_ARGMIN,      \
                      "The index of the first smallest element."),             \
        SSI_TORCH_ROW("amax", ssi_torch_call_extreme, SSI_TORCH_AMAX,          \
                      "The largest along one axis or of all."),                \
        SSI_TORCH_ROW("amin", ssi_torch_call_extreme, SSI_TORCH_AMIN,          \
                      "The smallest along one axis or of all."),               \
        SSI_TORCH_ROW(                                                         \
            "sort", ssi_torch_call_sort, 0,                                    \
            "Sorted along dim, equal elements in order, and their indices."),  \
        SSI_TORCH_ROW("argsort", ssi_torch_call_sort, 1,                       \
                      "The indices that sort along dim."),                     \
        SSI_TORCH_ROW("topk", ssi_torch_call_topk, 0,                          \
                      "The k largest along dim, and their indices."),          \
        SSI_TORCH_ROW("cumsum", ssi_torch_call_cumulate, 0,                    \
                      "Sums up to each element along dim."),                   \
        SSI_TORCH_ROW("cumprod", ssi_torch_call_cumulate, 1,                   \
                      "Products up to each element along dim."),               \
        SSI_TORCH_ROW(                                                         \
            "equal", ssi_torch_call_equal, 0,                                  \
            "Whether two tensors have the same shape and elements."),          \
        SSI_TORCH_ROW(                                                         \
            "allclose", ssi_torch_call_allclose, 0,                            \
            "Whether all elements differ by at most atol + rtol * |other|."),  \
        SSI_TORCH_ROW("isclose", ssi_torch_call_allclose, 1,                   \
                      "Which elements do."),                                   \
        SSI_TORCH_ROW("matmul", ssi_torch_call_matmul, 0,                      \
                      "The product of int matrices; that of floats comes "     \
                      "from a BLAS and is refused."),                          \
        SSI_TORCH_ROW("mm", ssi_torch_call_matmul, 0, "matmul()."),            \
        SSI_TORCH_ROW("clone", ssi_torch_call_clone, 0, "A copy."),            \
        SSI_TORCH_ROW("masked_fill", ssi_torch_call_masked_fill, 0,            \
                      "value where mask is true."),                            \
        SSI_TORCH_ROW("index_select", ssi_torch_call_index_select, 0,          \
                      "The rows that index names, along dim."),                \
        SSI_TORCH_ROW("is_floating_point", ssi_torch_call_facts, 1,            \
                      "Whether the dtype is one of floats."),                  \
        SSI_TORCH_ROW("is_complex", ssi_torch_call_facts, 2,                   \
                      "Whether the dtype is complex."),                        \
        SSI_TORCH_ROW("is_signed", ssi_torch_call_facts, 3,                    \
                      "Whether the dtype has negative numbers.")

/* input.f(...) alone */
#define SSI_TORCH_METHOD_ROWS                                                  \
    SSI_TORCH_ROW("add_", ssi_torch_call_binary,                               \
                  SSI_TORCH_ADD | SSI_TORCH_IN_PLACE, "add() in place."),      \
        SSI_TORCH_ROW("sub_", ssi_torch_call_binary,                           \
                      SSI_TORCH_SUB | SSI_TORCH_IN_PLACE, "sub() in place."),  \
        SSI_TORCH_ROW("mul_", ssi_torch_call_binary,                           \
                      SSI_TORCH_MUL | SSI_TORCH_IN_PLACE, "mul() in place."),  \
        SSI_TORCH_ROW("div_", ssi_torch_call_binary,                           \
                      SSI_TORCH_DIV | SSI_TORCH_IN_PLACE, "div() in place."),  \
        SSI_TORCH_ROW("floor_divide_", ssi_torch_call_binary,                  \
                      SSI_TORCH_FLOORDIV | SSI_TORCH_IN_PLACE,                 \
                      "floor_divide() in place."),                             \
        SSI_TORCH_ROW("remainder_", ssi_torch_call_binary,                     \
                      SSI_TORCH_REMAINDER | SSI_TORCH_IN_PLACE,                \
                      "remainder() in place."),                                \
        SSI_TORCH_ROW("fmod_", ssi_torch_call_binary,                          \
                      SSI_TORCH_FMOD | SSI_TORCH_IN_PLACE,                     \
                      "fmod() in place."),                                     \
        SSI_TORCH_ROW("pow_", ssi_torch_call_binary,                           \
                      SSI_TORCH_POW | SSI_TORCH_IN_PLACE, "pow() in place."),  \
        SSI_TORCH_ROW("bitwise_and_", ssi_torch_call_binary,                   \
                      SSI_TORCH_AND | SSI_TORCH_IN_PLACE,                      \
                      "bitwise_and() in place."),                              \
        SSI_TORCH_ROW("bitwise_or_", ssi_torch_call_binary,                    \
                      SSI_TORCH_OR | SSI_TORCH_IN_PLACE,                       \
                      "bitwise_or() in place."),                               \
        SSI_TORCH_ROW("bitwise_xor_", ssi_torch_call_binary,                   \
                      SSI_TORCH_XOR | SSI_TORCH_IN_PLACE,                      \
                      "bitwise_xor() in place."),                              \
        SSI_TORCH_ROW("bitwise_left_shift_", ssi_torch_call_binary,            \
                      SSI_TORCH_LSHIFT | SSI_TORCH_IN_PLACE,                   \
                      "bitwise_left_shift() in place."),                       \
        SSI_TORCH_ROW("bitwise_right_shift_", ssi_torch_call_binary,           \
                      SSI_TORCH_RSHIFT | SSI_TORCH_IN_PLACE,                   \
                      "bitwise_right_shift() in place."),                      \
        SSI_TORCH_ROW("eq_", ssi_torch_call_binary,                            \
                      SSI_TORCH_EQ | SSI_TORCH_IN_PLACE, "eq() in place."),    \
        SSI_TORCH_ROW("ne_", ssi_torch_call_binary,                            \
                      SSI_TORCH_NE | SSI_TORCH_IN_PLACE, "ne() in place."),    \
        SSI_TORCH_ROW("lt_", ssi_torch_call_binary,                            \
                      SSI_TORCH_LT | SSI_TORCH_IN_PLACE, "lt() in place."),    \
        SSI_TORCH_ROW("le_", ssi_torch_call_binary,                            \
                      SSI_TORCH_LE | SSI_TORCH_IN_PLACE, "le() in place."),    \
        SSI_TORCH_ROW("gt_", ssi_torch_call_binary,                            \
                      SSI_TORCH_GT | SSI_TORCH_IN_PLACE, "gt() in place."),    \
        SSI_TORCH_ROW("ge_", ssi_torch_call_binary,                            \
                      SSI_TORCH_GE | SSI_TORCH_IN_PLACE, "ge() in place."),    \
        SSI_TORCH_ROW("logical_and_", ssi_torch_call_binary,                   \
                      SSI_TORCH_LOGICAL_AND | SSI_TORCH_IN_PLACE,              \
                      "logical_and() in place."),                              \
        SSI_TORCH_ROW("logical_or_", ssi_torch_call_binary,                    \
                      SSI_TORCH_LOGICAL_OR | SSI_TORCH_IN_PLACE,               \
                      "logical_or() in place."),                               \
        SSI_TORCH_ROW("logical_xor_", ssi_torch_call_binary,                   \
                      SSI_TORCH_LOGICAL_XOR | SSI_TORCH_IN_PLACE,              \
                      "logical_xor() in place."),                              \
        SSI_TORCH_ROW("neg_", ssi_torch_call_unary,                            \
                      SSI_TORCH_NEG | SSI_TORCH_IN_PLACE, "neg() in place."),  \
        SSI_TORCH_ROW("abs_", ssi_torch_call_unary,                            \
                      SSI_TORCH_ABS | SSI_TORCH_IN_PLACE, "abs() in place."),  \
        SSI_TORCH_ROW("sqrt_", ssi_torch_call_unary,                           \
                      SSI_TORCH_SQRT | SSI_TORCH_IN_PLACE,                     \
                      "sqrt() in place."),                                     \
        SSI_TORCH_ROW("rsqrt_", ssi_torch_call_unary,                          \
                      SSI_TORCH_RSQRT | SSI_TORCH_IN_PLACE,                    \
                      "rsqrt() in place."),                                    \
        SSI_TORCH_ROW("reciprocal_", ssi_torch_call_unary,                     \
                      SSI_TORCH_RECIPROCAL | SSI_TORCH_IN_PLACE,               \
                      "reciprocal() in place."),                               \
        SSI_TORCH_ROW("square_", ssi_torch_call_unary,                         \
                      SSI_TORCH_SQUARE | SSI_TORCH_IN_PLACE,                   \
                      "square() in place."),                                   \
        SSI_TORCH_ROW("floor_", ssi_torch_call_unary,                          \
                      SSI_TORCH_FLOOR | SSI_TORCH_IN_PLACE,                    \
                      "floor() in place."),                                    \
        SSI_TORCH_ROW("ceil_", ssi_torch_call_unary,                           \
                      SSI_TORCH_CEIL | SSI_TORCH_IN_PLACE,                     \
                      "ceil() in place."),                                     \
        SSI_TORCH_ROW("round_", ssi_torch_call_unary,                          \
                      SSI_TORCH_ROUND | SSI_TORCH_IN_PLACE,                    \
                      "round() in place."),                                    \
        SSI_TORCH_ROW("trunc_", ssi_torch_call_unary,                          \
                      SSI_TORCH_TRUNC | SSI_TORCH_IN_PLACE,                    \
                      "trunc() in place."),                                    \
        SSI_TORCH_ROW("frac_", ssi_torch_call_unary,                           \
                      SSI_TORCH_FRAC | SSI_TORCH_IN_PLACE,                     \
                      "frac() in place."),                                     \
        SSI_TORCH_ROW("sign_", ssi_torch_call_unary,                           \
                      SSI_TORCH_SIGN | SSI_TORCH_IN_PLACE,                     \
                      "sign() in place."),                                     \
        SSI_TORCH_ROW("relu_", ssi_torch_call_unary,                           \
                      SSI_TORCH_RELU | SSI_TORCH_IN_PLACE,                     \
                      "relu() in place."),                                     \
        SSI_TORCH_ROW("bitwise_not_", ssi_torch_call_unary,                    \
                      SSI_TORCH_NOT | SSI_TORCH_IN_PLACE,                      \
                      "bitwise_not() in place."),                              \
        SSI_TORCH_ROW("logical_not_", ssi_torch_call_unary,                    \
                      SSI_TORCH_LOGICAL_NOT | SSI_TORCH_IN_PLACE,              \
                      "logical_not() in place."),                              \
        SSI_TORCH_ROW("clamp_", ssi_torch_call_clamp, 0 | SSI_TORCH_IN_PLACE,  \
                      "clamp() in place."),                                    \
        SSI_TORCH_ROW("clamp_min_", ssi_torch_call_clamp,                      \
                      1 | SSI_TORCH_IN_PLACE, "clamp_min() in place."),        \
        SSI_TORCH_ROW("clamp_max_", ssi_torch_call_clamp,                      \
                      2 | SSI_TORCH_IN_PLACE, "clamp_max() in place."),        \
        SSI_TORCH_ROW("view", ssi_torch_call_view, 0,                          \
                      "Another shape over the same memory."),                  \
        SSI_TORCH_ROW("view_as", ssi_torch_call_like_shape, 0,                 \
                      "A view in other's shape."),                             \
        SSI_TORCH_ROW("reshape_as", ssi_torch_call_like_shape, 1,              \
                      "reshape() to other's shape."),                          \
        SSI_TORCH_ROW("expand_as", ssi_torch_call_like_shape, 2,               \
                      "expand() to other's shape."),                           \
        SSI_TORCH_ROW("expand", ssi_torch_call_expand, 0,                      \
                      "Axes of size 1 repeated without a copy."),              \
        SSI_TORCH_ROW("repeat", ssi_torch_call_repeat, 0,                      \
                      "Copies of the tensor along its axes."),                 \
        SSI_TORCH_ROW("contiguous", ssi_torch_call_contiguous, 0,              \
                      "The tensor, or a C-ordered copy."),                     \
        SSI_TORCH_ROW(                                                         \
            "stride", ssi_torch_call_stride, 0,                                \
            "Elements from one index to the next, of each axis or of dim."),   \
        SSI_TORCH_ROW("is_contiguous", ssi_torch_call_facts, 0,                \
                      "Whether the elements lie in C order."),                 \
        SSI_TORCH_ROW("element_size", ssi_torch_call_facts, 4,                 \
                      "Bytes of an element."),                                 \
        SSI_TORCH_ROW("storage_offset", ssi_torch_call_facts, 5,               \
                      "Elements before the first one in memory."),             \
        SSI_TORCH_ROW("to", ssi_torch_call_to, 0,                              \
                      "The tensor as another dtype; itself when it has it."),  \
        SSI_TORCH_ROW(                                                         \
            "type", ssi_torch_call_type, 0,                                    \
            "The name of the tensor's class, or the tensor as a dtype."),      \
        SSI_TORCH_ROW("copy_", ssi_torch_call_copy, 0,                         \
                      "Take the elements of src."),                            \
        SSI_TORCH_ROW("masked_fill_", ssi_torch_call_masked_fill,              \
                      SSI_TORCH_IN_PLACE, "masked_fill() in place."),          \
        SSI_TORCH_ROW("new_zeros", ssi_torch_call_new_filled, 0,               \
                      "Zeros of the tensor's dtype."),                         \
        SSI_TORCH_ROW("new_ones", ssi_torch_call_new_filled, 1,                \
                      "Ones of the tensor's dtype."),                          \
        SSI_TORCH_ROW(                                                         \
            "new_empty", ssi_torch_call_new_filled, 2,                         \
            "A tensor of the same dtype, to be filled; here zeros."),          \
        SSI_TORCH_ROW("new_full", ssi_torch_call_new_filled, 3,                \
                      "One value in the tensor's dtype."),                     \
        SSI_TORCH_ROW("float", ssi_torch_call_cast, SS_FLOAT32,                \
                      "The tensor as float32."),                               \
        SSI_TORCH_ROW("double", ssi_torch_call_cast, SS_FLOAT64,               \
                      "The tensor as float64."),                               \
        SSI_TORCH_ROW("half", ssi_torch_call_cast, SS_FLOAT16,                 \
                      "The tensor as float16."),                               \
        SSI_TORCH_ROW("bfloat16", ssi_torch_call_cast, SS_BFLOAT16,            \
                      "The tensor as bfloat16."),                              \
        SSI_TORCH_ROW("long", ssi_torch_call_cast, SS_INT64,                   \
                      "The tensor as int64."),                                 \
        SSI_TORCH_ROW("int", ssi_torch_call_cast, SS_INT32,                    \
                      "The tensor as int32."),                                 \
        SSI_TORCH_ROW("short", ssi_torch_call_cast, SS_INT16,                  \
                      "The tensor as int16."),                                 \
        SSI_TORCH_ROW("char", ssi_torch_call_cast, SS_INT8,                    \
                      "The tensor as int8."),                                  \
        SSI_TORCH_ROW("byte", ssi_torch_call_cast, SS_UINT8,                   \
                      "The tensor as uint8."),                                 \
        SSI_TORCH_ROW("bool", ssi_torch_call_cast, SS_BOOL,                    \
                      "The tensor as bool."),                                  \
        SSI_TORCH_ROW("cfloat", ssi_torch_call_cast, SS_COMPLEX64,             \
                      "The tensor as complex64."),                             \
        SSI_TORCH_ROW("cdouble", ssi_torch_call_cast, SS_COMPLEX128,           \
                      "The tensor as complex128.")

/* torch.f(...) alone */
#define SSI_TORCH_FUNCTION_ROWS                                                \
    SSI_TORCH_ROW("cat", ssi_torch_call_cat, 0,                                \
                  "Tensors one after the other along dim."),                   \
        SSI_TORCH_ROW("concat", ssi_torch_call_cat, 0, "cat()."),              \
        SSI_TORCH_ROW("stack", ssi_torch_call_stack, 0,                        \
                      "Tensors along a new axis dim."),                        \
        SSI_TORCH_ROW("where", ssi_torch_call_where, 0,                        \
                      "input where condition is true, else other."),           \
        SSI_TORCH_ROW(                                                         \
            "as_tensor", ssi_torch_call_as_tensor, 0,                          \
            "The data as a tensor, without a copy where it can be."),          \
        SSI_TORCH_ROW("eye", ssi_torch_call_eye, 0,                            \
                      "A matrix of zeros with ones on the diagonal."),         \
        SSI_TORCH_ROW("linspace", ssi_torch_call_linspace, 0,                  \
                      "steps values from start to end."),                      \
        SSI_TORCH_ROW("full_like", ssi_torch_call_full_like, 0,                \
                      "full() of the sizes and dtype of a tensor."),           \
        SSI_TORCH_ROW("numel", ssi_torch_call_facts, 6,                        \
                      "The number of elements.")

#endif
