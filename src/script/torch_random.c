/* SPDX-License-Identifier: MIT
 * torch.rand, randn, randint, randperm and normal.
 * Learned from: PyTorch 2.13.0 (TensorFactories.cpp) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/torch_values.h"

/* Draw into the result, or give it up. */
static bool drawn(ss_session *s, ssi_value *out, const ssi_torch_draw *d)
{
    if (ssi_torch_draw_into(s, *out, d))
        return true;
    ssi_release(s, *out);
    return false;
}

/* rand (variant SSI_DRAW_UNIFORM) and randn (SSI_DRAW_NORMAL). */
bool ssi_torch_call_draw(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "size:S!,*,generator:G!," SSI_TORCH_OPTIONS,
        "size:S!,*," SSI_TORCH_OPTIONS, NULL};
    ss_dtype dtype = ssi_torch_default_dtype(s);
    ssi_torch_draw d = {&s->torch_random, 0, 1, 0, 0, call->function->variant};
    ssi_torch_arguments a;
    ssi_shape shape;
    size_t options;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    a.takes_out = true;
    options = a.overload == 0 ? 2 : 1;
    if (a.overload == 0)
        d.g = ssi_torch_generator_at(s, &a, 1);
    return ssi_torch_options(s, &a, options, &dtype)
           && ssi_torch_sizes(s, &a, 0, ss_dtype_size(dtype), &shape)
           && ssi_torch_result(s, &a, options, dtype, &shape, out)
           && drawn(s, out, &d);
}

bool ssi_torch_call_randint(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "high:I!,size:S!,*,generator:G!," SSI_TORCH_OPTIONS,
        "high:I!,size:S!,*," SSI_TORCH_OPTIONS,
        "low:I!,high:I!,size:S!,*,generator:G!," SSI_TORCH_OPTIONS,
        "low:I!,high:I!,size:S!,*," SSI_TORCH_OPTIONS, NULL};
    ssi_torch_draw d = {.g = &s->torch_random, .kind = SSI_DRAW_RANGE};
    ss_dtype dtype = SS_INT64;
    ssi_torch_arguments a;
    ssi_shape shape;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    a.takes_out = true;
    size_t ends = a.overload < 2 ? 1 : 2, options = ends + 1;
    if (a.overload % 2 == 0)
        d.g = ssi_torch_generator_at(s, &a, options++);
    return (ends == 1 || ssi_torch_int(s, &a, 0, &d.from))
           && ssi_torch_int(s, &a, ends - 1, &d.to)
           && ssi_torch_options(s, &a, options, &dtype)
           && ssi_torch_sizes(s, &a, ends, ss_dtype_size(dtype), &shape)
           && ssi_torch_result(s, &a, options, dtype, &shape, out)
           && drawn(s, out, &d);
}

/* --- as another tensor --- */
#define LIKE                                                                   \
    "memory_format:U,dtype:D,layout:L,device:V,pin_memory:B,requires_grad:B"

/* rand_like, randn_like. */
bool ssi_torch_call_draw_like(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"input:T!,*,generator:G!," LIKE,
                                             "input:T!,*," LIKE, NULL};
    ssi_torch_draw d = {&s->torch_random, 0, 1, 0, 0, call->function->variant};
    ssi_torch_arguments a;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    ss_dtype dtype = ssi_array_of(a.values[0])->dtype;
    if (a.overload == 0)
        d.g = ssi_torch_generator_at(s, &a, 1);
    return ssi_torch_options(s, &a, a.overload == 0 ? 2 : 1, &dtype)
           && ssi_torch_new_like(s, ssi_array_of(a.values[0]), dtype, out)
           && drawn(s, out, &d);
}

bool ssi_torch_call_randint_like(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "input:T!,high:I!,*,generator:G!," LIKE,
        "input:T!,high:I!,*," LIKE,
        "input:T!,low:I!,high:I!,*,generator:G!," LIKE,
        "input:T!,low:I!,high:I!,*," LIKE,
        "input:T!,high:T!,*,generator:G!," LIKE,
        "input:T!,high:T!,*," LIKE,
        NULL};
    ssi_torch_draw d = {.g = &s->torch_random, .kind = SSI_DRAW_RANGE};
    ssi_torch_arguments a;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    if (a.overload > 3)
        return ssi_unsupported(s, "randint_like() with a tensor as its bound");
    ss_dtype dtype = ssi_array_of(a.values[0])->dtype;
    size_t ends = a.overload < 2 ? 1 : 2, options = ends + 1;
    if (a.overload % 2 == 0)
        d.g = ssi_torch_generator_at(s, &a, options++);
    return (ends == 1 || ssi_torch_int(s, &a, 1, &d.from))
           && ssi_torch_int(s, &a, ends, &d.to)
           && ssi_torch_options(s, &a, options, &dtype)
           && ssi_torch_new_like(s, ssi_array_of(a.values[0]), dtype, out)
           && drawn(s, out, &d);
}

/* zeros_like (variant 0), ones_like (1), empty_like (0). */
bool ssi_torch_call_filled_like(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"input:T!,*," LIKE, NULL};
    ssi_torch_arguments a;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    ss_dtype dtype = ssi_array_of(a.values[0])->dtype;
    return ssi_torch_options(s, &a, 1, &dtype)
           && ssi_torch_new_like(s, ssi_array_of(a.values[0]), dtype, out)
           && (call->function->variant == 0
               || ssi_torch_fill_number(s, ssi_array_of(*out), ssi_int(1)));
}

/* --- permutations --- */
static bool raise_randperm(ss_session *s, ss_status status, ss_dtype dtype)
{
    static const char *const names[] = {"Half", "BFloat16", "Float", "Double"};
    static const char *const limits[] = {"2049", "257", "16777217",
                                         "9007199254740993"};
    if (status == SS_ERR_TORCH_OVERFLOW)
        return ssi_raise(s, "RuntimeError",
                         "value cannot be converted to type "
                         "%s without overflow",
                         dtype == SS_UINT8   ? "uint8_t"
                         : dtype == SS_INT8  ? "int8_t"
                         : dtype == SS_INT16 ? "int16_t"
                                             : "int");
    if (status == SS_ERR_TORCH_RANDPERM)
        return ssi_raise(s, "RuntimeError",
                         "n cannot be greater than %s for %s type.",
                         limits[dtype - SS_FLOAT16], names[dtype - SS_FLOAT16]);
    if (status == SS_ERR_DTYPE)
        return ssi_torch_raise_dtype(s, "randperm", dtype);
    return ssi_raise_status(s, status);
}

bool ssi_torch_call_randperm(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "n:I!,*,generator:G!," SSI_TORCH_OPTIONS, "n:I!,*," SSI_TORCH_OPTIONS,
        NULL};
    ss_torch_generator *g = &s->torch_random;
    ss_dtype dtype = SS_INT64;
    ssi_torch_arguments a;
    ssi_shape shape;
    int64_t n = 0;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    a.takes_out = true;
    size_t options = a.overload == 0 ? 2 : 1;
    if (a.overload == 0)
        g = ssi_torch_generator_at(s, &a, 1);
    if (!ssi_torch_int(s, &a, 0, &n)
        || !ssi_torch_options(s, &a, options, &dtype)
        || !ssi_torch_check_sizes(s, a.name, &n, 1, ss_dtype_size(dtype),
                                  &shape)
        || !ssi_torch_result(s, &a, options, dtype, &shape, out))
        return false;
    if (!ss_array_is_contiguous(ssi_array_of(*out))) {
        ssi_release(s, *out);
        return ssi_unsupported(s, "out= of randperm() that is not contiguous");
    }
    ss_status status = ss_torch_randperm_dtype_fill(
        g, dtype, ssi_array_of(*out)->data, (size_t)n);
    if (status == SS_OK)
        return true;
    ssi_release(s, *out);
    return raise_randperm(s, status, dtype);
}

/* --- normal --- */

/* normal(mean, std, size): numbers. */
static bool normal_numbers(ss_session *s, const ssi_torch_arguments *a,
                           ssi_value *out)
{
    ss_dtype dtype = ssi_torch_default_dtype(s);
    ssi_torch_draw d = {
        ssi_torch_generator_at(s, a, 3), 0, 1, 0, 0, SSI_DRAW_NORMAL};
    ssi_shape shape;
    return ssi_torch_float(s, a, 0, &d.a) && ssi_torch_float(s, a, 1, &d.b)
           && ssi_torch_options(s, a, 4, &dtype)
           && ssi_torch_sizes(s, a, 2, ss_dtype_size(dtype), &shape)
           && ssi_torch_result(s, a, 4, dtype, &shape, out)
           && drawn(s, out, &d);
}

/* A parameter spread over the shape of the result, in its dtype. */
static bool spread(ss_session *s, ssi_value v, ss_dtype dtype,
                   const ssi_shape *shape, void **out)
{
    ss_array view;
    ssi_walk walk;
    size_t n = 1, itemsize = ss_dtype_size(dtype);
    ssi_broadcast_to(ssi_array_of(v), shape->ndim, shape->dims, &view);
    for (uint32_t i = 0; i < shape->ndim; i++)
        n *= shape->dims[i];
    char *items = calloc(n ? n : 1, itemsize);
    if (!items)
        return ssi_raise_memory(s);
    ssi_walk_start(&walk, &view);
    for (size_t i = 0; i < n; i++) {
        ssi_number x;
        ssi_number_load(view.dtype, walk.item, &x);
        ssi_number_store(dtype, items + i * itemsize, &x);
        ssi_walk_next(&walk);
    }
    *out = items;
    return true;
}

typedef struct normal_call {
    ss_torch_generator *g;
    ssi_value mean, std; /* tensors, or None */
    double mean_value, std_value;
    ss_dtype dtype;
} normal_call;

static bool check_std(ss_session *s, const normal_call *c)
{
    if (c->std.tag == SSI_NONE)
        return c->std_value >= 0
               || ssi_torch_raise(s, SS_ERR_TORCH_STD, c->dtype, 0,
                                  c->std_value);
    const ss_array *a = ssi_array_of(c->std);
    ssi_walk walk;
    ssi_walk_start(&walk, a);
    if (ssi_dtype_is_complex(a->dtype))
        return ssi_raise(s, "RuntimeError",
                         "normal expects standard deviation "
                         "to be non-complex");
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        ssi_number x;
        ssi_number_load(a->dtype, walk.item, &x);
        if (!(ssi_number_double(&x) >= 0))
            return ssi_raise_status(s, SS_ERR_TORCH_STD_TENSOR);
        ssi_walk_next(&walk);
    }
    return true;
}

static bool normal_shape(ss_session *s, const normal_call *c, ssi_shape *shape)
{
    const ss_array *pair[2];
    size_t count = 0, first, second;
    *shape = (ssi_shape){0};
    if (c->mean.tag != SSI_NONE)
        pair[count++] = ssi_array_of(c->mean);
    if (c->std.tag != SSI_NONE)
        pair[count++] = ssi_array_of(c->std);
    if (ssi_broadcast_shape(pair, count, &shape->ndim, shape->dims, &first,
                            &second))
        return true;
    return ssi_torch_raise_sizes(s, pair[0], pair[1]);
}

static bool fill_normal(ss_session *s, const normal_call *c,
                        const ssi_shape *shape, ssi_value out)
{
    void *mean = NULL, *std = NULL;
    ss_array *t = ssi_array_of(out);
    bool ok =
        (c->mean.tag == SSI_NONE || spread(s, c->mean, c->dtype, shape, &mean))
        && (c->std.tag == SSI_NONE || spread(s, c->std, c->dtype, shape, &std));
    if (ok) {
        ss_status status = ss_torch_normal_tensor_fill(
            c->g, c->dtype, mean, c->mean_value, std, c->std_value, t->data,
            ss_array_size(t));
        ok = ssi_torch_raise(s, status, c->dtype, c->mean_value, c->std_value);
    }
    free(mean);
    free(std);
    return ok;
}

/* normal() with a tensor; the result has the dtype of the first one. */
static bool normal_tensors(ss_session *s, const normal_call *c, ssi_value into,
                           ssi_value *out)
{
    ssi_shape shape;
    if (!check_std(s, c) || !normal_shape(s, c, &shape))
        return false;
    if (!ssi_torch_can_draw(c->dtype))
        return ssi_torch_raise_dtype(s, "normal_kernel_cpu", c->dtype);
    if (!ssi_torch_out(s, into, "normal", c->dtype, &shape, out))
        return false;
    if (fill_normal(s, c, &shape, *out))
        return true;
    ssi_release(s, *out);
    return false;
}

bool ssi_torch_call_normal(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "mean:T!,std:T!,*,generator:G,out:U",
        "mean:T!,std:F,*,generator:G,out:U",
        "mean:F!,std:T!,*,generator:G,out:U",
        "mean:F!,std:F!,size:S!,*,generator:G," SSI_TORCH_OPTIONS, NULL};
    ssi_torch_arguments a;
    normal_call c = {.mean = ssi_none(), .std = ssi_none(), .std_value = 1};
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    a.takes_out = true;
    if (a.overload == 3)
        return normal_numbers(s, &a, out);
    c.g = ssi_torch_generator_at(s, &a, 2);
    if (a.overload < 2)
        c.mean = a.values[0];
    else if (!ssi_torch_float(s, &a, 0, &c.mean_value))
        return false;
    if (a.overload != 1)
        c.std = a.values[1];
    else if (!ssi_torch_float(s, &a, 1, &c.std_value))
        return false;
    c.dtype = ssi_array_of(a.overload < 2 ? c.mean : c.std)->dtype;
    return normal_tensors(s, &c, a.given[3] ? a.values[3] : ssi_none(), out);
}
