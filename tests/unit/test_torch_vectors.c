/* SPDX-License-Identifier: MIT
 * torch's fills give the values that PyTorch gave, and leave its state.
 */
#include "unit/torch_kat.h"

#define MOST 3000 /* values of a case */

/* Scratch for values and for parameters, of the widest element. */
static uint64_t out[2 * MOST], first_tensor[MOST], second_tensor[MOST];

typedef ss_status simple_fill(ss_torch_generator *g, ss_dtype dtype, void *out,
                              size_t n);
typedef ss_status one_fill(ss_torch_generator *g, ss_dtype dtype, double a,
                           void *out, size_t n);
typedef ss_status two_fill(ss_torch_generator *g, ss_dtype dtype, double a,
                           double b, void *out, size_t n);
typedef ss_status each_fill(ss_torch_generator *g, ss_dtype dtype,
                            const void *each, void *out, size_t n);
typedef ss_status scaled_fill(ss_torch_generator *g, ss_dtype dtype, double p,
                              const void *x, void *out, size_t n);

/* A row has the function of its kind of arguments. */
static const struct call {
    const char *name;
    simple_fill *simple;
    one_fill *one;
    two_fill *two;
    each_fill *each;
    scaled_fill *scaled;
} calls[] = {
    {.name = "rand", .simple = ss_torch_rand_fill},
    {.name = "randn", .simple = ss_torch_randn_fill},
    {.name = "random", .simple = ss_torch_random_fill},
    {.name = "randperm", .simple = ss_torch_randperm_dtype_fill},
    {.name = "uniform", .two = ss_torch_uniform_fill},
    {.name = "normal", .two = ss_torch_normal_fill},
    {.name = "normal_gaps", .two = ss_torch_normal_gaps_fill},
    {.name = "cauchy", .two = ss_torch_cauchy_fill},
    {.name = "log_normal", .two = ss_torch_log_normal_fill},
    {.name = "bernoulli", .one = ss_torch_bernoulli_fill},
    {.name = "exponential", .one = ss_torch_exponential_fill},
    {.name = "geometric", .one = ss_torch_geometric_fill},
    {.name = "poisson", .each = ss_torch_poisson_fill},
    {.name = "gamma", .each = ss_torch_gamma_fill},
    {.name = "dropout", .scaled = ss_torch_dropout_fill},
    {.name = "alpha_dropout", .scaled = ss_torch_alpha_dropout_fill},
};

static bool is(const struct kat *k, const char *name)
{
    return strcmp(k->call, name) == 0;
}

static bool run_row(const struct kat *k, ss_torch_generator *g,
                    ss_status *status)
{
    const void *x;

    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        const struct call *c = &calls[i];
        if (!is(k, c->name))
            continue;
        x = c->each != NULL || c->scaled != NULL
                ? kat_tensor(k, k->dtype, c->scaled != NULL, k->n, first_tensor)
                : NULL;
        if (c->simple != NULL)
            *status = c->simple(g, k->dtype, out, k->n);
        else if (c->one != NULL)
            *status = c->one(g, k->dtype, kat_double(k, 0), out, k->n);
        else if (c->two != NULL)
            *status = c->two(g, k->dtype, kat_double(k, 0), kat_double(k, 1),
                             out, k->n);
        else if (c->each != NULL)
            *status = c->each(g, k->dtype, x, out, k->n);
        else
            *status = c->scaled(g, k->dtype, kat_double(k, 0), x, out, k->n);
        return true;
    }
    return false;
}

/* mean given, std given, then what is given: a tensor or a number. */
static ss_status run_normal_tensor(const struct kat *k, ss_torch_generator *g)
{
    const void *mean = NULL, *std = NULL;
    double mean_value = 0, std_value = 0;
    size_t at = 2;

    if (k->args[0]) {
        mean = kat_tensor(k, k->dtype, at, k->n, first_tensor);
        at += k->n;
    } else {
        mean_value = kat_double(k, at++);
    }
    if (k->args[1])
        std = kat_tensor(k, k->dtype, at, k->n, second_tensor);
    else
        std_value = kat_double(k, at);
    return ss_torch_normal_tensor_fill(g, k->dtype, mean, mean_value, std,
                                       std_value, out, k->n);
}

static ss_status run_multinomial(const struct kat *k, ss_torch_generator *g)
{
    size_t cells = (size_t)(k->args[0] * k->args[1]);
    const void *p = kat_tensor(k, k->dtype, 4, cells, first_tensor);

    return ss_torch_multinomial_fill(g, k->dtype, p, (size_t)k->args[0],
                                     (size_t)k->args[1], (int64_t)k->args[2],
                                     k->args[3] != 0, (int64_t *)out);
}

static bool run_special(const struct kat *k, ss_torch_generator *g,
                        ss_status *status)
{
    const void *a = first_tensor, *b = second_tensor;

    if (is(k, "normal_tensor")) {
        *status = run_normal_tensor(k, g);
    } else if (is(k, "multinomial")) {
        *status = run_multinomial(k, g);
    } else if (is(k, "randint")) {
        *status = ss_torch_randint_fill(g, k->dtype, (int64_t)k->args[0],
                                        (int64_t)k->args[1], out, k->n);
    } else if (is(k, "random_from")) {
        *status = ss_torch_random_from_fill(g, k->dtype, (int64_t)k->args[0],
                                            out, k->n);
    } else if (is(k, "bernoulli_tensor")) {
        ss_dtype of = (ss_dtype)k->args[0];
        kat_tensor(k, of, 1, k->n, first_tensor);
        *status = ss_torch_bernoulli_tensor_fill(g, k->dtype, of, a, out, k->n);
    } else if (is(k, "binomial")) {
        kat_tensor(k, k->dtype, 0, k->n, first_tensor);
        kat_tensor(k, k->dtype, k->n, k->n, second_tensor);
        *status = ss_torch_binomial_fill(g, k->dtype, a, b, out, k->n);
    } else if (is(k, "dirichlet")) {
        kat_tensor(k, k->dtype, 2, k->n, first_tensor);
        *status = ss_torch_dirichlet_fill(g, k->dtype, a, (size_t)k->args[0],
                                          (size_t)k->args[1], out);
    } else if (is(k, "rrelu")) {
        kat_tensor(k, k->dtype, 2, k->n, first_tensor);
        *status = ss_torch_rrelu_fill(g, k->dtype, kat_double(k, 0),
                                      kat_double(k, 1), a, out, k->n);
    } else if (is(k, "trunc_normal")) {
        *status = ss_torch_trunc_normal_fill(g, k->dtype, kat_double(k, 0),
                                             kat_double(k, 1), kat_double(k, 2),
                                             kat_double(k, 3), out, k->n);
    } else {
        return false;
    }
    return true;
}

/* The numbers of nn.init, which draw nothing. */
static bool run_number(const struct kat *k, double *number)
{
    uint64_t a = k->args[0], b = k->args[1];

    if (is(k, "gain"))
        *number =
            ss_torch_init_gain((ss_torch_nonlinearity)a, kat_double(k, 1));
    else if (is(k, "xavier_bound"))
        *number = ss_torch_init_xavier_bound(a, b, kat_double(k, 2));
    else if (is(k, "xavier_std"))
        *number = ss_torch_init_xavier_std(a, b, kat_double(k, 2));
    else if (is(k, "kaiming_bound"))
        *number = ss_torch_init_kaiming_bound(a, kat_double(k, 1));
    else if (is(k, "kaiming_std"))
        *number = ss_torch_init_kaiming_std(a, kat_double(k, 1));
    else if (is(k, "bias_bound"))
        *number = ss_torch_init_bias_bound(a);
    else
        return false;
    return true;
}

static void run_case(const struct kat *k)
{
    ss_torch_generator g = k->g;
    ss_status status = SS_OK;
    size_t itemsize = ss_dtype_size(k->dtype), n = k->n;

    assert_true(n <= MOST);
    memset(out, 0x5a, sizeof out);
    if (!run_row(k, &g, &status) && !run_special(k, &g, &status)
        && !run_number(k, (double *)out))
        fail_msg("%s:%d: no call %s", k->where, k->number, k->call);
    if (status != SS_OK)
        fail_msg("%s:%d: %s", k->where, k->number, ss_status_message(status));
    if (k->dtype == SS_COMPLEX64 || k->dtype == SS_COMPLEX128) {
        itemsize /= 2;
        n *= 2;
    }
    if (is(k, "multinomial"))
        itemsize = sizeof(int64_t);
    kat_compare(k, out, itemsize, n);
    kat_compare_state(k, &g);
}

static void gives_pytorchs_values(void **name)
{
    static struct kat k;

    kat_open(&k, *name);
    while (kat_next(&k))
        run_case(&k);
    assert_true(k.number > 10);
}

#define FAMILY(name)                                                           \
    {                                                                          \
        name, gives_pytorchs_values, NULL, NULL, name                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        FAMILY("generators"), FAMILY("uniform"),     FAMILY("normal"),
        FAMILY("integers"),   FAMILY("transforms"),  FAMILY("counts"),
        FAMILY("gamma"),      FAMILY("multinomial"), FAMILY("nn"),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
