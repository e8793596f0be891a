/* SPDX-License-Identifier: MIT
 * Releases of NumPy: their fingerprints, told in tools/release_cases.py and
 * tools/gen_vectors_releases.py, and which names are known.
 */
#include "generator_kat.h"

#include <sameseed/numpy_multivariate.h>

#include "numpy/generator_releases.h"

#define MOST 500
#define LEGACY 5 /* of RandomState(seed), after the kinds of bit generators */
#define BASIS UINT64_C(0xcbf29ce484222325)

struct print {
    FILE *file;
    char line[KAT_LINE], where[100];
    int number;
    char *fields[KAT_FIELDS];
    const char *call;
    size_t arg_count, n;
    bool refused;
    char **args, **values, **state;
    ss_numpy_release release;
    ss_numpy_generator g;
    ss_numpy_randomstate rs;
    uint64_t out[MOST];
};

static void parse(struct print *p)
{
    size_t n = kat_split(p->line, p->fields), forced;
    char **f = p->fields;
    ss_bitgen bitgen = {.kind = SS_BITGEN_MT19937};
    unsigned long kind;

    p->call = *f++;
    p->arg_count = strtoul(*f++, NULL, 10);
    p->args = f;
    f += p->arg_count;
    kind = strtoul(*f++, NULL, 10);
    if (kind == LEGACY)
        ss_mt19937_seed(&bitgen.u.mt19937, (uint32_t)strtoul(*f++, NULL, 10));
    else
        assert_int_equal(ss_bitgen_seed(&bitgen, (ss_bitgen_kind)kind,
                                        strtoull(*f++, NULL, 10)),
                         SS_OK);
    forced = strtoul(*f++, NULL, 10);
    for (size_t i = 0; i < forced; i++) {
        bitgen.u.mt19937.key[i] = (uint32_t)strtoul(*f++, NULL, 16);
        bitgen.u.mt19937.pos = 0;
    }
    p->n = strtoul(*f++, NULL, 10);
    assert_true(p->n <= MOST);
    p->values = f;
    p->state = f + (p->n < 3 ? p->n : 3) + 1;
    assert_int_equal(p->state + 4 - p->fields, n);
    p->g = (ss_numpy_generator){.bitgen = bitgen, .release = p->release};
    p->rs = (ss_numpy_randomstate){.bitgen = bitgen, .release = p->release};
    p->refused = false;
}

static double real(const struct print *p, size_t i)
{
    return kat_double(p->args[i]);
}

static uint64_t integer(const struct print *p, size_t i)
{
    return kat_integer(p->args[i]);
}

static void put(struct print *p, const double *x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        p->out[i] =
            x[i] != x[i] ? UINT64_C(0x7ff8000000000000) : kat_bits(x[i]);
}

static void put_floats(struct print *p, const float *x)
{
    uint32_t word;

    for (size_t i = 0; i < p->n; i++) {
        memcpy(&word, &x[i], sizeof word);
        p->out[i] = x[i] != x[i] ? 0x7fc00000 : word;
    }
}

/* Those from the k-th argument on. */
static void reals(const struct print *p, size_t k, double *x)
{
    for (size_t i = k; i < p->arg_count; i++)
        x[i - k] = real(p, i);
}

/* ---- rows of the tables ---- */

static void parameters(const struct print *p, const ssi_numpy_method *m,
                       ssi_numpy_value *params)
{
    assert_int_equal(m->param_count, p->arg_count);
    for (size_t i = 0; i < p->arg_count; i++) {
        if (m->params[i].type == 'd')
            params[i].d = real(p, i);
        else
            params[i].i = (int64_t)integer(p, i);
    }
}

static void put_values(struct print *p, const ssi_numpy_value *x, char type)
{
    for (size_t i = 0; i < p->n; i++) {
        p->out[i] = type == 'i'        ? (uint64_t)x[i].i
                    : x[i].d != x[i].d ? UINT64_C(0x7ff8000000000000)
                                       : kat_bits(x[i].d);
    }
}

/* One value by draw, the others by fill. */
static bool by_row(struct print *p, const char *name)
{
    const ssi_numpy_method *m = ssi_numpy_method_find(name);
    ssi_numpy_value params[SSI_NUMPY_MAX_PARAMS] = {{0}}, out[MOST];

    if (!m)
        return false;
    parameters(p, m, params);
    out[0] = m->draw(&p->rs, params);
    m->fill(&p->rs, params, out + 1, p->n - 1);
    put_values(p, out, m->result);
    return true;
}

static bool by_generator_row(struct print *p, const char *name)
{
    const ssi_generator_method *m = ssi_generator_method_find(name);
    ssi_numpy_value params[SSI_NUMPY_MAX_PARAMS] = {{0}}, out[MOST];
    ss_numpy_generator *g = &p->g;

    if (!m)
        return false;
    m = ssi_generator_method_of(
        (ssi_generator_method_id)(m - ssi_generator_methods), p->release);
    assert_string_equal(m->signature.name, name);
    parameters(p, &m->signature, params);
    assert_int_equal(ssi_numpy_check_scalars(&m->signature, params), SS_OK);
    out[0] = m->draw(&g->bitgen, &g->binomial, params);
    m->fill(&g->bitgen, &g->binomial, params, out + 1, p->n - 1);
    put_values(p, out, m->signature.result);
    return true;
}

/* ---- what has no row ---- */

static void put_ints(struct print *p, ss_dtype dtype, const void *out)
{
    for (size_t i = 0; i < p->n; i++) {
        const char *at = (const char *)out + i * ss_dtype_size(dtype);
        int64_t x = 0;
        memcpy(&x, at, ss_dtype_size(dtype));
        p->out[i] = dtype == SS_INT8    ? (uint64_t)(int8_t)x
                    : dtype == SS_INT16 ? (uint64_t)(int16_t)x
                    : dtype == SS_INT32 ? (uint64_t)(int32_t)x
                                        : (uint64_t)x;
    }
}

static void integers(struct print *p, bool legacy)
{
    ss_dtype dtype = (ss_dtype)integer(p, 0);
    uint64_t low = integer(p, 1), last = integer(p, 2), out[MOST];
    ss_status status =
        legacy ? ss_numpy_randint_fill(&p->rs, dtype, low, last, out, p->n)
               : ss_numpy_generator_integers_fill(&p->g, dtype, low, last, out,
                                                  p->n);

    assert_int_equal(status, SS_OK);
    put_ints(p, dtype, out);
}

static void integers_each(struct print *p, bool legacy)
{
    ss_dtype dtype = (ss_dtype)integer(p, 0);
    ss_numpy_randint_buffer buffer = {0};
    uint64_t low = integer(p, 1);

    for (size_t i = 0; i < p->n; i++) {
        uint64_t last = integer(p, i + 2);
        uint64_t x =
            legacy ? ss_numpy_randint_next(&p->rs, dtype, low, last, &buffer)
                   : ss_numpy_generator_integers_next(&p->g, dtype, low, last,
                                                      &buffer);
        p->out[i] = x & UINT64_MAX >> (64 - 8 * ss_dtype_size(dtype));
    }
}

static void bytes(struct print *p, bool legacy)
{
    uint8_t out[MOST];

    if (legacy)
        ss_numpy_bytes(&p->rs, out, p->n);
    else
        ss_numpy_generator_bytes(&p->g, out, p->n);
    for (size_t i = 0; i < p->n; i++)
        p->out[i] = out[i];
}

static void choice(struct print *p, bool legacy)
{
    double weights[MOST];
    const double *w = p->arg_count > (legacy ? 2 : 3) ? weights : NULL;
    int64_t pop = (int64_t)integer(p, 0), out[MOST];
    bool replace = integer(p, 1);
    ss_status status;

    reals(p, legacy ? 2 : 3, weights);
    if (legacy)
        status = ss_numpy_choice_fill(&p->rs, pop, replace, w, out, p->n);
    else
        status = ss_numpy_generator_choice_fill(
            &p->g, pop, replace, w, SS_FLOAT64, integer(p, 2), out, p->n);
    assert_int_equal(status, SS_OK);
    put_ints(p, SS_INT64, out);
}

static void permutation(struct print *p, bool legacy)
{
    int64_t out[MOST];

    if (legacy)
        ss_numpy_permutation_fill(&p->rs, out, p->n);
    else
        ss_numpy_generator_permutation_fill(&p->g, out, p->n);
    put_ints(p, SS_INT64, out);
}

static void multinomial(struct print *p, bool legacy)
{
    size_t k = p->arg_count - 1, rows = p->n / k;
    int64_t n = (int64_t)integer(p, 0), out[MOST];
    double x[MOST];
    ss_status status;

    reals(p, 1, x);
    if (legacy)
        status = ss_numpy_multinomial_fill(&p->rs, n, x, k, out, rows);
    else
        status = ss_numpy_generator_multinomial_fill(&p->g, n, x, k, out, rows);
    assert_int_equal(status, SS_OK);
    put_ints(p, SS_INT64, out);
}

static void dirichlet(struct print *p, bool legacy)
{
    size_t k = p->arg_count, rows = p->n / k;
    double x[MOST], out[MOST];
    ss_status status;

    reals(p, 0, x);
    status = legacy ? ss_numpy_dirichlet_fill(&p->rs, x, k, out, rows)
                    : ss_numpy_generator_dirichlet_fill(&p->g, x, k, out, rows);
    assert_int_equal(status, SS_OK);
    put(p, out, p->n);
}

static void hypergeometrics(struct print *p, bool legacy)
{
    size_t k = p->arg_count - 2;
    int64_t colors[MOST], out[MOST];

    assert_false(legacy);
    for (size_t i = 0; i < k; i++)
        colors[i] = (int64_t)integer(p, i + 2);
    assert_int_equal(ss_numpy_generator_multivariate_hypergeometric_fill(
                         &p->g, colors, k, (int64_t)integer(p, 1),
                         (ss_numpy_mvhg_method)integer(p, 0), out, p->n / k),
                     SS_OK);
    put_ints(p, SS_INT64, out);
}

static void permuted(struct print *p, bool legacy)
{
    size_t shape[SS_ARRAY_MAX_DIMS];
    int64_t out[MOST];
    ss_array x;

    assert_false(legacy);
    for (size_t i = 0; i < p->n; i++)
        out[i] = (int64_t)i;
    for (size_t i = 1; i < p->arg_count; i++)
        shape[i - 1] = integer(p, i);
    x = ss_array_borrow(SS_INT64, (uint32_t)p->arg_count - 1, shape, out);
    assert_int_equal(
        ss_numpy_generator_permuted(&p->g, &x, (uint32_t)integer(p, 0)), SS_OK);
    put_ints(p, SS_INT64, out);
}

/* Where there is no LAPACK it is refused, and nothing drawn. */
static void cholesky(struct print *p, bool legacy)
{
    static const double mean[2] = {0, 0}, cov[4] = {4, 2, 2, 5};
    double out[MOST];
    bool psd;
    ss_status status = ss_numpy_generator_multivariate_normal_fill(
        &p->g, mean, cov, 2, SS_NUMPY_CHOLESKY, 1e-8, &psd, out, p->n / 2);

    assert_false(legacy);
    p->refused = status == SS_ERR_NUMPY_NO_LAPACK;
    if (!p->refused) {
        assert_int_equal(status, SS_OK);
        put(p, out, p->n);
    }
}

static void floats(struct print *p, const char *name)
{
    float x[MOST];

    if (strcmp(name, "random") == 0)
        ss_numpy_generator_random_f32_fill(&p->g, x, p->n);
    else if (strcmp(name, "standard_normal") == 0)
        ss_numpy_generator_standard_normal_f32_fill(&p->g, x, p->n);
    else if (strcmp(name, "standard_exponential") == 0)
        ss_numpy_generator_standard_exponential_f32_fill(&p->g, x, p->n);
    else if (strcmp(name, "standard_exponential_inv") == 0)
        ss_numpy_generator_standard_exponential_inv_f32_fill(&p->g, x, p->n);
    else
        ss_numpy_generator_standard_gamma_f32_fill(&p->g, (float)real(p, 0), x,
                                                   p->n);
    put_floats(p, x);
}

/* Numbers have up to 127 bits. */
static void words_of(const char *text, uint64_t words[4])
{
    memset(words, 0, 4 * sizeof *words);
    for (; *text; text++) {
        uint64_t carry = (uint64_t)(*text - '0');
        for (int i = 0; i < 8; i++) {
            uint64_t half = words[i / 2] >> 32 * (i % 2) & UINT32_MAX;
            half = 10 * half + carry;
            carry = half >> 32;
            words[i / 2] &= i % 2 ? UINT32_MAX : ~(uint64_t)UINT32_MAX;
            words[i / 2] |= (half & UINT32_MAX) << 32 * (i % 2);
        }
    }
}

static void raw(struct print *p, const char *name)
{
    uint64_t words[4];

    if (p->arg_count > 0)
        words_of(p->args[0], words);
    if (strcmp(name, "jumped") == 0)
        assert_int_equal(ss_numpy_release_jump(p->release, &p->g.bitgen, words),
                         SS_OK);
    if (strcmp(name, "advance") == 0)
        assert_int_equal(ss_bitgen_advance(&p->g.bitgen, words), SS_OK);
    for (size_t i = 0; i < p->n; i++)
        p->out[i] = ss_bitgen_next_raw(&p->g.bitgen);
}

static size_t put_pool(struct print *p, size_t at, const ss_seed_sequence *s)
{
    for (uint32_t i = 0; i < s->pool_size; i++)
        p->out[at++] = s->pool[i];
    return at;
}

static void seed_sequence(struct print *p)
{
    uint32_t words[MOST], state[5];
    size_t n = integer(p, 1), all = p->arg_count - 2, at;
    ss_seed_sequence s, children[3];

    for (size_t i = 0; i < all; i++)
        words[i] = (uint32_t)integer(p, i + 2);
    assert_int_equal(
        ss_numpy_release_seed_sequence_init(p->release, &s, words, n, words + n,
                                            all - n, (uint32_t)integer(p, 0)),
        SS_OK);
    at = put_pool(p, 0, &s);
    ss_seed_sequence_state_u32(&s, state, 5);
    for (int i = 0; i < 5; i++)
        p->out[at++] = state[i];
    ss_seed_sequence_spawn(&s, children, 2);
    ss_seed_sequence_spawn(&children[1], &children[2], 1);
    for (int i = 0; i < 3; i++)
        at = put_pool(p, at, &children[i]);
    assert_int_equal(at, p->n);
}

static void by_name(struct print *p, const char *name, bool legacy)
{
    static const struct {
        const char *name;
        void (*run)(struct print *p, bool legacy);
    } others[] = {{"randint", integers},
                  {"integers", integers},
                  {"randint_each", integers_each},
                  {"integers_each", integers_each},
                  {"bytes", bytes},
                  {"choice", choice},
                  {"permutation", permutation},
                  {"permuted", permuted},
                  {"multinomial", multinomial},
                  {"dirichlet", dirichlet},
                  {"cholesky", cholesky},
                  {"multivariate_hypergeometric", hypergeometrics}};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(others[i].name, name) == 0) {
            others[i].run(p, legacy);
            return;
        }
    fail_msg("%s: %s is not known", p->where, p->call);
}

static void run(struct print *p)
{
    const char *name = strchr(p->call, '.');

    if (!name) {
        seed_sequence(p);
        return;
    }
    name++;
    if (p->call[0] == 'b')
        raw(p, name);
    else if (p->call[0] == 'f')
        floats(p, name);
    else if (p->call[0] == 'r' ? !by_row(p, name) : !by_generator_row(p, name))
        by_name(p, name, p->call[0] == 'r');
}

static void check(const struct print *p)
{
    struct gkat_state s = gkat_state_of(&p->g.bitgen);
    uint64_t a = s.has_uint32, b = s.uinteger;
    size_t head = p->n < 3 ? p->n : 3;

    if (p->call[0] == 'r') {
        s = gkat_state_of(&p->rs.bitgen);
        a = (uint64_t)p->rs.has_gauss;
        b = kat_bits(p->rs.gauss);
    }
    for (size_t i = 0; i < head; i++)
        if (p->out[i] != strtoull(p->values[i], NULL, 16))
            fail_msg("%s: %s: value %zu is %" PRIx64 ", not %s", p->where,
                     p->call, i, p->out[i], p->values[i]);
    if (gkat_hash_words(BASIS, p->out, p->n)
        != strtoull(p->values[head], NULL, 16))
        fail_msg("%s: %s: one of the values differs", p->where, p->call);
    if (strchr(p->call, '.')
        && (s.pos != strtoul(p->state[0], NULL, 10)
            || s.hash != strtoull(p->state[1], NULL, 16)
            || a != strtoull(p->state[2], NULL, 10)
            || b != strtoull(p->state[3], NULL, 16)))
        fail_msg("%s: %s: the state afterwards differs", p->where, p->call);
}

static void check_release(const char *version)
{
    static struct print p;
    char path[1000];

    p.release = 0;
    assert_int_equal(ss_numpy_release_parse(version, &p.release), SS_OK);
    snprintf(path, sizeof path, "%s/vectors/numpy/release_%s.kat", SS_TEST_DIR,
             version);
    p.file = fopen(path, "r");
    assert_non_null(p.file);
    for (p.number = 1; fgets(p.line, sizeof p.line, p.file); p.number++) {
        if (p.line[0] == '#')
            continue;
        snprintf(p.where, sizeof p.where, "release_%s.kat:%d", version,
                 p.number);
        parse(&p);
        run(&p);
        if (!p.refused)
            check(&p);
    }
    assert_true(p.number > 50);
    fclose(p.file);
}

static void releases_are_numpys(void **state)
{
    static const char *const versions[] = {
        "1.16.0", "1.16.6", "1.17.0", "1.17.2", "1.17.3", "1.17.5", "1.18.0",
        "1.18.3", "1.18.5", "1.19.5", "1.20.3", "1.21.0", "1.21.6", "1.22.4",
        "1.23.5", "1.24.4", "1.25.2", "1.26.4", "2.0.2",  "2.1.3",  "2.2.6",
        "2.3.3",  "2.3.5",  "2.4.6",  "2.5.2"};

    (void)state;
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++)
        check_release(versions[i]);
}

static void names_are_read(void **state)
{
    static const char *const bad[] = {
        "",     "1",       "1.",   "1.15.4", "1.21.7",  "2.6",  "2.4.7",
        "2.4.", "2.4.6.1", "2.4x", "v2.4",   "2.4.06a", "222.4"};
    ss_numpy_release release = 7;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(ss_numpy_release_parse(bad[i], &release),
                         SS_ERR_NUMPY_RELEASE);
    assert_int_equal(release, 7);
    assert_int_equal(ss_numpy_release_parse("2.3", &release), SS_OK);
    assert_int_equal(release, 20305);
    assert_int_equal(ss_numpy_release_parse("2.3.3", &release), SS_OK);
    assert_int_equal(release, 20303);
    assert_int_equal(ss_numpy_release_parse("1.17", &release), SS_OK);
    assert_int_equal(release, 11705);
    assert_non_null(strstr(ss_numpy_releases(), "1.26.4"));
}

static void releases_have_what_they_had(void **state)
{
    (void)state;
    assert_true(ss_numpy_release_has(0, "Generator.permuted"));
    assert_true(ss_numpy_release_has(12000, "Generator.permuted"));
    assert_false(ss_numpy_release_has(11905, "Generator.permuted"));
    assert_false(ss_numpy_release_has(11606, "Generator.beta"));
    assert_true(ss_numpy_release_has(11700, "Generator.beta"));
    assert_false(ss_numpy_release_has(11700, "Generator.shuffle(axis)"));
    assert_true(ss_numpy_release_has(11800, "Generator.shuffle(axis)"));
    assert_false(ss_numpy_release_has(11606, "Generator.shuffle(axis)"));
    assert_false(ss_numpy_release_has(12003, "PCG64DXSM.jumped"));
    assert_true(ss_numpy_release_has(11600, "RandomState.beta"));
    assert_false(ss_numpy_release_has(20100, "default_rng(RandomState)"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(releases_are_numpys),
        cmocka_unit_test(names_are_read),
        cmocka_unit_test(releases_have_what_they_had),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
