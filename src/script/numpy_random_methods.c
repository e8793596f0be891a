/* SPDX-License-Identifier: MIT
 * The distributions of np.random, all in one way: the table of
 * numpy/methods.h, with sizes and broadcast parameters.
 * Learned from: NumPy 2.4.6 (mtrand.pyx, _common.pyx) by experiment.
 */
#include <string.h>

#include "numpy/generator_releases.h"
#include "script/numpy_generator.h"
#include "script/numpy_random.h"

typedef struct method_call {
    const ssi_numpy_method *method;
    ss_numpy_randomstate *rs;
    const ssi_generator_method *generator; /* NULL: it is rs that draws */
    ss_bitgen *bitgen;
    ss_binomial_setup *binomial;
    ssi_call *call;
    ssi_value params[SSI_NUMPY_MAX_PARAMS]; /* arrays of float64 or int64 */
    size_t held;                            /* params that are to be released */
    bool arrays;                            /* one has axes */
    ssi_value size, out;                    /* out: an array, or None */
} method_call;

static ssi_numpy_value draw_one(const method_call *m,
                                const ssi_numpy_value *params)
{
    if (m->generator)
        return m->generator->draw(m->bitgen, m->binomial, params);
    return m->method->draw(m->rs, params);
}

static void fill(const method_call *m, const ssi_numpy_value *params, void *out,
                 size_t n)
{
    if (m->generator)
        m->generator->fill(m->bitgen, m->binomial, params, out, n);
    else
        m->method->fill(m->rs, params, out, n);
}

static ss_dtype dtype_of(char type)
{
    return type == 'd' ? SS_FLOAT64 : SS_INT64;
}

static ssi_numpy_value value_at(char type, const void *item)
{
    ssi_numpy_value v;
    if (type == 'd')
        memcpy(&v.d, item, sizeof v.d);
    else
        memcpy(&v.i, item, sizeof v.i);
    return v;
}

/* NumPy casts arrays to int64 only where no value can be lost. */
static bool check_array_cast(ss_session *s, const ss_array *a, char type)
{
    char name[32];
    bool safe = type == 'i' ? a->dtype < SS_UINT64 : a->dtype <= SS_FLOAT64;
    if (safe)
        return true;
    ssi_dtype_text(ssi_array_element(a), name);
    return ssi_raise(s, "TypeError",
                     "Cannot cast %s from dtype('%s') to dtype('%s') "
                     "according to the rule 'safe'",
                     a->ndim ? "array data" : "scalar",
                     name + (a->dtype == SS_BYTES),
                     type == 'i' ? "int64" : "float64");
}

bool ssi_number_parameter(ss_session *s, ssi_value v, char type, ssi_value *out)
{
    ssi_element want = ssi_element_of(dtype_of(type));
    if (ssi_is_array(v) && !check_array_cast(s, ssi_array_of(v), type))
        return false;
    return ssi_asarray(s, v, &want, out);
}

static bool read_parameter(ss_session *s, method_call *m, size_t i)
{
    const ssi_numpy_param *p = &m->method->params[i];
    ssi_value v = m->call->given[i] ? m->call->args[i] : ssi_float(p->initial);
    if (!ssi_number_parameter(s, v, p->type, &m->params[i]))
        return false;
    m->held = i + 1;
    m->arrays = m->arrays || ssi_array_of(m->params[i])->ndim > 0;
    return true;
}

static ssi_value integer_or_float(const method_call *m, ssi_numpy_value v)
{
    return m->method->result == 'd' ? ssi_float(v.d) : ssi_int(v.i);
}

/* The parameters a rule looks at; one of them for most. */
static unsigned rule_parameters(const ssi_numpy_method *method, unsigned stage,
                                unsigned used[3])
{
    static const unsigned pairs[][2] = {{1, 0}, {0, 1}, {1, 2}, {0, 2}};
    const ssi_numpy_check *check = &method->stages[stage];
    if (check->rule >= SSI_RULE_RANGE && check->rule <= SSI_RULE_LEFT_RIGHT) {
        memcpy(used, pairs[check->rule - SSI_RULE_RANGE], sizeof pairs[0]);
        return 2;
    }
    if (check->rule >= SSI_RULE_RANGE_NOT_NEGATIVE) { /* all of the first two */
        memcpy(used, pairs[1], sizeof pairs[0]);
        return 2;
    }
    if (check->rule == SSI_RULE_POPULATION) {
        used[0] = 0;
        used[1] = 1;
        used[2] = 2;
        return 3;
    }
    used[0] = check->param;
    return 1;
}

/* --- numbers --- */

static bool is_text(ssi_value v)
{
    return ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes)
           || (ssi_is(v, &ssi_type_numpy_scalar)
               && ssi_dtype_is_text(((ssi_scalar_object *)v.u.o)->dtype));
}

/* None and text pass the conversion to an array, not the one to a number. */
static bool check_none(ss_session *s, const method_call *m, unsigned to)
{
    for (unsigned i = 0; i < to && i < m->method->param_count; i++) {
        ssi_value v = m->call->args[i];
        if (!m->call->given[i] || (v.tag != SSI_NONE && !is_text(v)))
            continue;
        return m->method->params[i].type == 'i'
                   ? ssi_raise(s, "TypeError", "an integer is required")
                   : ssi_raise(s, "TypeError", "must be real number, not %s",
                               ssi_type_name(v));
    }
    return true;
}

static bool check_numbers(ss_session *s, const method_call *m,
                          const ssi_numpy_value *params)
{
    for (unsigned i = 0; i < m->method->stage_count; i++) {
        unsigned used[3], count = rule_parameters(m->method, i, used);
        unsigned to = count > 1 ? 3 : used[0] + 1;
        if (!check_none(s, m, to))
            return false;
        ss_status status = ssi_numpy_check_stage(m->method, i, params, false);
        if (status != SS_OK)
            return ssi_raise_status(s, status);
    }
    return check_none(s, m, 3);
}

static bool draw_numbers(ss_session *s, const method_call *m, ssi_value *out)
{
    ssi_numpy_value params[SSI_NUMPY_MAX_PARAMS] = {{0}};
    ssi_shape shape;
    for (unsigned i = 0; i < m->method->param_count; i++)
        params[i] = value_at(m->method->params[i].type,
                             ssi_array_of(m->params[i])->data);
    if (!check_numbers(s, m, params)
        || !ssi_size_argument(s, m->size, 8, &shape))
        return false;
    if (m->out.tag != SSI_NONE) {
        *out = ssi_retain(m->out);
    } else if (shape.none) {
        *out = integer_or_float(m, draw_one(m, params));
        return true;
    } else if (!ssi_new_ndarray(s, dtype_of(m->method->result), &shape, out)) {
        return false;
    }
    ss_array *a = ssi_array_of(*out);
    fill(m, params, a->data, ss_array_size(a));
    return true;
}

/* --- arrays --- */

/* Walks over some of the parameters in a common shape. */
typedef struct joint_walk {
    unsigned used[3], count;
    ss_array views[3];
    ssi_walk walks[3];
} joint_walk;

static void joint_start(joint_walk *j, const method_call *m, uint32_t ndim,
                        const size_t *dims)
{
    for (unsigned i = 0; i < j->count; i++) {
        ssi_broadcast_to(ssi_array_of(m->params[j->used[i]]), ndim, dims,
                         &j->views[i]);
        ssi_walk_start(&j->walks[i], &j->views[i]);
    }
}

static void joint_next(joint_walk *j, const method_call *m,
                       ssi_numpy_value *params)
{
    for (unsigned i = 0; i < j->count; i++) {
        unsigned k = j->used[i];
        params[k] = value_at(m->method->params[k].type, j->walks[i].item);
        ssi_walk_next(&j->walks[i]);
    }
}

bool ssi_raise_operands(ss_session *s, const ss_array *x, const ss_array *y)
{
    ss_text a = {0}, b = {0};
    if (ssi_shape_text(s, x->shape, x->ndim, &a)
        && ssi_shape_text(s, y->shape, y->ndim, &b))
        ssi_raise(s, "ValueError",
                  "operands could not be broadcast together "
                  "with shapes %s %s ",
                  a.data, b.data);
    ss_text_free(&a);
    ss_text_free(&b);
    return false;
}

/* A check's parameters in their common shape; POPULATION's sum is a step. */
static bool join_check(ss_session *s, const method_call *m, joint_walk *j,
                       ssi_shape *shape)
{
    const ss_array *arrays[3];
    ss_array sum;
    size_t first, second;
    for (unsigned i = 0; i < j->count; i++)
        arrays[i] = ssi_array_of(m->params[j->used[i]]);
    unsigned first_count = j->count < 2 ? j->count : 2;
    if (!ssi_broadcast_shape(arrays, first_count, &shape->ndim, shape->dims,
                             &first, &second))
        return ssi_raise_operands(s, arrays[0], arrays[1]);
    if (j->count == 3) {
        sum = *arrays[0];
        sum.ndim = shape->ndim;
        memcpy(sum.shape, shape->dims, sizeof sum.shape);
        const ss_array *both[2] = {&sum, arrays[2]};
        if (!ssi_broadcast_shape(both, 2, &shape->ndim, shape->dims, &first,
                                 &second))
            return ssi_raise_operands(s, both[0], both[1]);
    }
    return true;
}

static bool check_stage(ss_session *s, const method_call *m, unsigned stage)
{
    ssi_numpy_value params[SSI_NUMPY_MAX_PARAMS] = {{0}};
    ssi_shape shape = {0};
    joint_walk j;
    size_t n = 1;
    j.count = rule_parameters(m->method, stage, j.used);
    if (!join_check(s, m, &j, &shape))
        return false;
    for (uint32_t i = 0; i < shape.ndim; i++)
        n *= shape.dims[i];
    joint_start(&j, m, shape.ndim, shape.dims);
    for (size_t i = 0; i < n; i++) {
        joint_next(&j, m, params);
        ss_status status =
            ssi_numpy_check_stage(m->method, stage, params, true);
        if (status != SS_OK)
            return ssi_raise_status(s, status);
    }
    return true;
}

bool ssi_raise_output(ss_session *s, const ss_array *out, uint32_t ndim,
                      const size_t *shape)
{
    ss_text a = {0}, b = {0};
    if (ssi_shape_text(s, out->shape, out->ndim, &a)
        && ssi_shape_text(s, shape, ndim, &b))
        ssi_raise(s, "ValueError",
                  "Output size %s is not compatible with broadcast dimensions "
                  "of inputs %s.",
                  a.data, b.data);
    ss_text_free(&a);
    ss_text_free(&b);
    return false;
}

/* The parameters in the order in which NumPy broadcasts them. For uniform the
 * second one is high - low, for binomial p is the first. */
static void broadcast_order(const method_call *m, const ss_array *arrays[3],
                            ss_array *range)
{
    const ss_array *high, *pair[2];
    size_t first, second;
    for (unsigned i = 0; i < m->method->param_count; i++)
        arrays[i] = ssi_array_of(m->params[i]);
    if (strcmp(m->method->name, "binomial") == 0) {
        high = arrays[0];
        arrays[0] = arrays[1];
        arrays[1] = high;
    } else if (strcmp(m->method->name, "uniform") == 0) {
        *range = *arrays[1];
        pair[0] = arrays[0];
        pair[1] = arrays[1];
        ssi_broadcast_shape(pair, 2, &range->ndim, range->shape, &first,
                            &second);
        arrays[1] = range;
    }
}

static bool sized_output(ss_session *s, const method_call *m,
                         const ssi_shape *shape, const ss_array *const *arrays,
                         ssi_value *out)
{
    const ss_array *all[4];
    unsigned count = m->method->param_count;
    uint32_t ndim;
    size_t dims[SS_ARRAY_MAX_DIMS], first, second;
    if (m->out.tag != SSI_NONE)
        *out = ssi_retain(m->out);
    else if (!ssi_new_ndarray(s, dtype_of(m->method->result), shape, out))
        return false;
    all[0] = ssi_array_of(*out);
    memcpy(all + 1, arrays, count * sizeof *arrays);
    if (!ssi_broadcast_shape(all, count + 1, &ndim, dims, &first, &second))
        ssi_raise_mismatch(s, all, first, second);
    else if (ndim != shape->ndim
             || memcmp(dims, shape->dims, ndim * sizeof *dims) != 0)
        ssi_raise_output(s, all[0], ndim, dims);
    else
        return true;
    ssi_release(s, *out);
    return false;
}

static bool new_output(ss_session *s, const method_call *m, ssi_value *out)
{
    const ss_array *arrays[3];
    ss_array range;
    ssi_shape shape;
    size_t first, second;
    broadcast_order(m, arrays, &range);
    if (!ssi_size_argument(s, m->size, 8, &shape))
        return false;
    if (m->out.tag != SSI_NONE) {
        const ss_array *a = ssi_array_of(m->out);
        shape.none = false;
        shape.ndim = a->ndim;
        memcpy(shape.dims, a->shape, sizeof shape.dims);
    }
    if (!shape.none)
        return sized_output(s, m, &shape, arrays, out);
    if (!ssi_broadcast_shape(arrays, m->method->param_count, &shape.ndim,
                             shape.dims, &first, &second))
        return ssi_raise_mismatch(s, arrays, first, second);
    return ssi_new_ndarray(s, dtype_of(m->method->result), &shape, out);
}

static bool draw_arrays(ss_session *s, const method_call *m, ssi_value *out)
{
    ssi_numpy_value params[SSI_NUMPY_MAX_PARAMS] = {{0}};
    joint_walk j = {.used = {0, 1, 2}, .count = m->method->param_count};
    for (unsigned i = 0; i < m->method->stage_count; i++)
        if (!check_stage(s, m, i))
            return false;
    if (!new_output(s, m, out))
        return false;
    ss_array *a = ssi_array_of(*out);
    char *item = a->data;
    joint_start(&j, m, a->ndim, a->shape);
    for (size_t i = 0, n = ss_array_size(a); i < n; i++, item += 8) {
        joint_next(&j, m, params);
        ssi_numpy_value v = draw_one(m, params);
        if (m->method->result == 'd')
            memcpy(item, &v.d, sizeof v.d);
        else
            memcpy(item, &v.i, sizeof v.i);
    }
    return true;
}

static bool run(ss_session *s, method_call *m, ssi_value *out)
{
    unsigned count = m->method->param_count;
    bool ok = true;
    if (m->call->given[count])
        m->size = m->call->args[count];
    for (unsigned i = 0; i < count && ok; i++)
        ok = read_parameter(s, m, i);
    if (ok)
        ok = m->arrays ? draw_arrays(s, m, out) : draw_numbers(s, m, out);
    for (size_t i = 0; i < m->held; i++)
        ssi_release(s, m->params[i]);
    return ok;
}

/* Any distribution; the row's variant is its ssi_numpy_method_id. */
bool ssi_numpy_method_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    method_call m = {.method = &ssi_numpy_methods[call->function->variant],
                     .rs = ssi_numpy_random_of(s, call),
                     .call = call,
                     .size = ssi_none(),
                     .out = ssi_none()};
    return run(s, &m, out);
}

/* Generator's; id is an ssi_generator_method_id, into an array of its dtype,
 * or None. */
bool ssi_generator_into(ss_session *s, ssi_call *call, int id, ssi_value into,
                        ssi_value *out)
{
    ss_numpy_generator *g = ssi_generator_of(call);
    const ssi_generator_method *method =
        ssi_generator_method_of((ssi_generator_method_id)id, g->release);
    method_call m = {.method = &method->signature,
                     .generator = method,
                     .bitgen = &g->bitgen,
                     .binomial = &g->binomial,
                     .call = call,
                     .size = ssi_none(),
                     .out = into};
    return run(s, &m, out);
}

bool ssi_generator_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_generator_into(s, call, call->function->variant, ssi_none(),
                              out);
}

/* rand(d0, d1, ...) and randn. */
bool ssi_numpy_rand(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ssi_numpy_method *method =
        &ssi_numpy_methods[call->function->variant];
    ss_numpy_randomstate *rs = ssi_numpy_random_of(s, call);
    ssi_shape shape;
    if (call->positional_count == 0) {
        *out = ssi_float(method->draw(rs, NULL).d);
        return true;
    }
    if (!ssi_dims_argument(s, call->positional, call->positional_count, 8,
                           &shape)
        || !ssi_new_ndarray(s, SS_FLOAT64, &shape, out))
        return false;
    ss_array *a = ssi_array_of(*out);
    method->fill(rs, NULL, a->data, ss_array_size(a));
    return true;
}
