/* SPDX-License-Identifier: MIT
 * sameseed._torch.fill(): one entry for all draws of <sameseed/torch.h>.
 *
 * fill(generator, draw, dtype, out, numbers, integers, inputs): numbers up to
 * four floats, integers up to three ints, inputs up to two buffers or None, as
 * the row of the draw says. Answers the status.
 */
#include <string.h>

#include "torch.h"

/* Fills of more values let other threads run. */
#define SMALL 4096

typedef struct draw {
    ss_torch_generator *g;
    ss_dtype dtype;
    void *out;
    size_t n; /* elements of out */
    double f[4];
    int64_t i[3];
    const void *in[2]; /* NULL: None */
    size_t in_size[2]; /* bytes */
} draw;

typedef ss_status draw_fn(const draw *d);

/* --- one line for each function of the library --- */
#define DRAW(name, call)                                                       \
    static ss_status name(const draw *d)                                       \
    {                                                                          \
        return call;                                                           \
    }

DRAW(uniform,
     ss_torch_uniform_fill(d->g, d->dtype, d->f[0], d->f[1], d->out, d->n))
DRAW(normal,
     ss_torch_normal_fill(d->g, d->dtype, d->f[0], d->f[1], d->out, d->n))
DRAW(normal_gaps,
     ss_torch_normal_gaps_fill(d->g, d->dtype, d->f[0], d->f[1], d->out, d->n))
DRAW(cauchy,
     ss_torch_cauchy_fill(d->g, d->dtype, d->f[0], d->f[1], d->out, d->n))
DRAW(log_normal,
     ss_torch_log_normal_fill(d->g, d->dtype, d->f[0], d->f[1], d->out, d->n))
DRAW(exponential,
     ss_torch_exponential_fill(d->g, d->dtype, d->f[0], d->out, d->n))
DRAW(geometric, ss_torch_geometric_fill(d->g, d->dtype, d->f[0], d->out, d->n))
DRAW(bernoulli, ss_torch_bernoulli_fill(d->g, d->dtype, d->f[0], d->out, d->n))
DRAW(bernoulli_tensor,
     ss_torch_bernoulli_tensor_fill(d->g, d->dtype, (ss_dtype)d->i[0], d->in[0],
                                    d->out, d->n))
DRAW(randint,
     ss_torch_randint_fill(d->g, d->dtype, d->i[0], d->i[1], d->out, d->n))
DRAW(random_all, ss_torch_random_fill(d->g, d->dtype, d->out, d->n))
DRAW(random_from,
     ss_torch_random_from_fill(d->g, d->dtype, d->i[0], d->out, d->n))
DRAW(randperm, ss_torch_randperm_dtype_fill(d->g, d->dtype, d->out, d->n))
DRAW(normal_tensor,
     ss_torch_normal_tensor_fill(d->g, d->dtype, d->in[0], d->f[0], d->in[1],
                                 d->f[1], d->out, d->n))
DRAW(poisson, ss_torch_poisson_fill(d->g, d->dtype, d->in[0], d->out, d->n))
DRAW(binomial,
     ss_torch_binomial_fill(d->g, d->dtype, d->in[0], d->in[1], d->out, d->n))
DRAW(gamma_, ss_torch_gamma_fill(d->g, d->dtype, d->in[0], d->out, d->n))
DRAW(dirichlet,
     ss_torch_dirichlet_fill(d->g, d->dtype, d->in[0], (size_t)d->i[0],
                             (size_t)d->i[1], d->out))
DRAW(multinomial, ss_torch_multinomial_fill(d->g, d->dtype, d->in[0],
                                            (size_t)d->i[0], (size_t)d->i[1],
                                            d->i[2] >> 1, d->i[2] & 1, d->out))
DRAW(dropout,
     ss_torch_dropout_fill(d->g, d->dtype, d->f[0], d->in[0], d->out, d->n))
DRAW(alpha_dropout, ss_torch_alpha_dropout_fill(d->g, d->dtype, d->f[0],
                                                d->in[0], d->out, d->n))
DRAW(rrelu, ss_torch_rrelu_fill(d->g, d->dtype, d->f[0], d->f[1], d->in[0],
                                d->out, d->n))
DRAW(trunc_normal, ss_torch_trunc_normal_fill(d->g, d->dtype, d->f[0], d->f[1],
                                              d->f[2], d->f[3], d->out, d->n))

/* What an input must have: nothing, as many elements as out, or that or
 * None. */
typedef enum need { NO, ALL, MAY } need;

typedef struct row {
    const char *name;
    draw_fn *fill;
    int numbers, integers;
    need in[2];
} row;

static const row rows[] = {
    {"uniform", uniform, 2, 0, {NO, NO}},
    {"normal", normal, 2, 0, {NO, NO}},
    {"normal_gaps", normal_gaps, 2, 0, {NO, NO}},
    {"cauchy", cauchy, 2, 0, {NO, NO}},
    {"log_normal", log_normal, 2, 0, {NO, NO}},
    {"exponential", exponential, 1, 0, {NO, NO}},
    {"geometric", geometric, 1, 0, {NO, NO}},
    {"bernoulli", bernoulli, 1, 0, {NO, NO}},
    {"bernoulli_tensor", bernoulli_tensor, 0, 1, {ALL, NO}},
    {"randint", randint, 0, 2, {NO, NO}},
    {"random", random_all, 0, 0, {NO, NO}},
    {"random_from", random_from, 0, 1, {NO, NO}},
    {"randperm", randperm, 0, 0, {NO, NO}},
    {"normal_tensor", normal_tensor, 2, 0, {MAY, MAY}},
    {"poisson", poisson, 0, 0, {ALL, NO}},
    {"binomial", binomial, 0, 0, {ALL, ALL}},
    {"gamma", gamma_, 0, 0, {ALL, NO}},
    {"dirichlet", dirichlet, 0, 2, {ALL, NO}},
    {"multinomial", multinomial, 0, 3, {ALL, NO}},
    {"dropout", dropout, 1, 0, {MAY, NO}},
    {"alpha_dropout", alpha_dropout, 1, 0, {MAY, NO}},
    {"rrelu", rrelu, 2, 0, {ALL, NO}},
    {"trunc_normal", trunc_normal, 4, 0, {NO, NO}},
};

static const row *find_row(PyObject *name)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (PyUnicode_CompareWithASCIIString(name, rows[i].name) == 0)
            return &rows[i];
    PyErr_Format(PyExc_ValueError, "no draw '%S'", name);
    return NULL;
}

/* --- arguments --- */
static int read_numbers(PyObject *numbers, PyObject *integers, const row *r,
                        draw *d)
{
    if (PyTuple_Size(numbers) != r->numbers
        || PyTuple_Size(integers) != r->integers) {
        if (!PyErr_Occurred())
            PyErr_Format(PyExc_TypeError, "%s: %d numbers, %d integers",
                         r->name, r->numbers, r->integers);
        return -1;
    }
    for (int i = 0; i < r->numbers; i++) {
        d->f[i] = PyFloat_AsDouble(PyTuple_GetItem(numbers, i));
        if (d->f[i] == -1 && PyErr_Occurred())
            return -1;
    }
    for (int i = 0; i < r->integers; i++) {
        d->i[i] = PyLong_AsLongLong(PyTuple_GetItem(integers, i));
        if (d->i[i] == -1 && PyErr_Occurred())
            return -1;
    }
    return 0;
}

/* Bytes that an input of the draw has. */
static size_t wanted_bytes(const draw *d, const row *r)
{
    size_t item = ss_dtype_size(d->dtype);

    if (r->fill == bernoulli_tensor)
        return d->n * ss_dtype_size((ss_dtype)d->i[0]);
    if (r->fill == multinomial)
        return (size_t)d->i[0] * (size_t)d->i[1] * item;
    return d->n * item;
}

static int check_sizes(const draw *d, const row *r)
{
    size_t wanted = wanted_bytes(d, r);

    for (int i = 0; i < 2; i++)
        if (d->in[i] ? d->in_size[i] != wanted : r->in[i] == ALL && wanted)
            return -1;
    if (r->fill == multinomial)
        return (size_t)d->i[0] * (size_t)(d->i[2] >> 1) == d->n ? 0 : -1;
    if (r->fill == dirichlet)
        return (size_t)d->i[0] * (size_t)d->i[1] == d->n ? 0 : -1;
    return 0;
}

typedef struct views {
    Py_buffer view[3];
    int count;
} views;

static int get_view(views *v, PyObject *object, int flags, Py_buffer **out)
{
    *out = &v->view[v->count];
    if (PyObject_GetBuffer(object, *out, flags) < 0)
        return -1;
    v->count++;
    return 0;
}

static int read_inputs(PyObject *inputs, const row *r, draw *d, views *v)
{
    Py_ssize_t count = PyTuple_Size(inputs);
    Py_buffer *view;

    for (Py_ssize_t i = 0; i < count && i < 2; i++) {
        PyObject *input = PyTuple_GetItem(inputs, i);
        if (r->in[i] == NO || input == Py_None)
            continue;
        if (get_view(v, input, PyBUF_SIMPLE, &view) < 0)
            return -1;
        d->in[i] = view->buf;
        d->in_size[i] = (size_t)view->len;
    }
    return count < 0 ? -1 : 0;
}

static int read_out(PyObject *const *args, const row *r, draw *d, views *v)
{
    long dtype = PyLong_AsLong(args[2]);
    size_t item;
    Py_buffer *view;

    if (dtype < SS_BOOL || dtype > SS_COMPLEX128) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "no such dtype");
        return -1;
    }
    d->dtype = (ss_dtype)dtype;
    if (get_view(v, args[3], PyBUF_WRITABLE, &view) < 0)
        return -1;
    item = ss_dtype_size(r->fill == multinomial ? SS_INT64 : d->dtype);
    d->out = view->buf;
    d->n = (size_t)view->len / item;
    return 0;
}

static ss_status run(generator_object *g, const row *r, draw *d)
{
    ss_status status;

    generator_lock(g);
    d->g = &g->state;
    if (d->n <= SMALL) {
        status = r->fill(d);
    } else {
        Py_BEGIN_ALLOW_THREADS status = r->fill(d);
        Py_END_ALLOW_THREADS
    }
    generator_unlock(g);
    return status;
}

PyObject *torch_fill(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    views v = {.count = 0};
    draw d = {.n = 0};
    const row *r;
    PyObject *answer = NULL;

    if (count != 7 || !PyObject_TypeCheck(args[0], generator_type(module))) {
        PyErr_SetString(PyExc_TypeError, "fill(generator, draw, dtype, out, "
                                         "numbers, integers, inputs)");
        return NULL;
    }
    r = find_row(args[1]);
    if (!r)
        return NULL;
    if (read_numbers(args[4], args[5], r, &d) == 0
        && read_out(args, r, &d, &v) == 0
        && read_inputs(args[6], r, &d, &v) == 0) {
        if (check_sizes(&d, r) == 0)
            answer = PyLong_FromLong(run((generator_object *)args[0], r, &d));
        else
            PyErr_SetString(PyExc_ValueError, "sizes of out and inputs differ");
    }
    while (v.count > 0)
        PyBuffer_Release(&v.view[--v.count]);
    return answer;
}
