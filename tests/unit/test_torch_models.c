/* SPDX-License-Identifier: MIT
 * The initial tensors of models from PyTorch's examples and tutorials, against
 * tests/vectors/torch/models.kat, whose lines are told in
 * tools/gen_vectors_torch_models.py; and what the builder refuses.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "seed/sha512.h"
#include "unit/torch_models.h"

struct entry {
    ss_torch_nn_tensor tensor;
    void *memory;
};

struct drawn {
    struct entry *entries;
    size_t count;
};

static size_t bytes_of(const ss_torch_nn_tensor *t)
{
    return t->count * ss_dtype_size(t->dtype);
}

static void draw(const struct model *m, ss_torch_generator *g,
                 struct drawn *out)
{
    void **memory;

    out->count = ss_torch_nn_count(m->layers, m->count);
    out->entries = calloc(out->count, sizeof *out->entries);
    memory = calloc(out->count, sizeof *memory);
    assert_true(out->entries != NULL && memory != NULL);
    for (size_t i = 0; i < out->count; i++) {
        struct entry *e = &out->entries[i];
        assert_int_equal(
            ss_torch_nn_at(m->layers, m->count, SS_FLOAT32, i, &e->tensor),
            SS_OK);
        memory[i] = e->memory = malloc(bytes_of(&e->tensor) + 1);
        assert_non_null(e->memory);
    }
    assert_int_equal(
        ss_torch_nn_init(g, m->layers, m->count, SS_FLOAT32, memory), SS_OK);
    free(memory);
}

static void release(struct drawn *d)
{
    for (size_t i = 0; i < d->count; i++)
        free(d->entries[i].memory);
    free(d->entries);
}

/* The last one of that name: transformer_lm replaces its decoder. */
static struct entry *find(const struct drawn *d, const char *name)
{
    for (size_t i = d->count; i-- > 0;)
        if (strcmp(d->entries[i].tensor.name, name) == 0)
            return &d->entries[i];
    fail_msg("no %s", name);
    return NULL;
}

/* --- what constructors draw afterwards; called for each name in order --- */
static bool ends(const char *name, const char *end)
{
    size_t n = strlen(name), k = strlen(end);
    return n >= k && strcmp(name + n - k, end) == 0;
}

static void redraw(enum redraw how, ss_torch_generator *g, struct entry *e)
{
    const ss_torch_nn_tensor *t = &e->tensor;
    float *x = e->memory;

    if (how == REDRAW_KAIMING && t->ndim == 4) {
        double std =
            ss_torch_init_kaiming_std(t->shape[0] * t->shape[2] * t->shape[3],
                                      ss_torch_init_gain(SS_TORCH_RELU, 0));
        ss_torch_normal_f32_fill(g, 0, std, x, t->count);
    }
    if (how == REDRAW_DCGAN && t->ndim == 4)
        ss_torch_normal_f32_fill(g, 0, 0.02, x, t->count);
    if (how == REDRAW_DCGAN && t->ndim == 1 && ends(t->name, ".weight"))
        ss_torch_normal_f32_fill(g, 1, 0.02, x, t->count);
}

static void redraw_words(const struct model *m, ss_torch_generator *g,
                         const struct drawn *d)
{
    char name[64];
    struct entry *e;

    for (int k = 0; k < 2; k++) {
        snprintf(name, sizeof name, "%s.weight", m->words[k]);
        e = find(d, name);
        ss_torch_uniform_f32_fill(g, -0.1, 0.1, e->memory, e->tensor.count);
    }
    snprintf(name, sizeof name, "%s.bias", m->words[1]);
    e = find(d, name);
    memset(e->memory, 0, bytes_of(&e->tensor));
}

/* --- the file --- */
static void digest(const void *bytes, size_t size, char out[17])
{
    uint8_t full[SSI_SHA512_SIZE];

    ssi_sha512(bytes, size, full);
    for (int i = 0; i < 8; i++)
        snprintf(out + 2 * i, 3, "%02x", full[i]);
}

static void shape_text(const ss_torch_nn_tensor *t, char out[80])
{
    size_t n = 0;

    snprintf(out, 80, "-");
    for (uint32_t i = 0; i < t->ndim; i++)
        n += (size_t)snprintf(out + n, 80 - n, "%s%zu", i ? "x" : "",
                              t->shape[i]);
}

/* The lines of one model, from place on; they are read twice: the names first,
 * in the order of modules(), for what is drawn again. */
static void check_model(FILE *file, const struct model *m,
                        ss_torch_generator *g)
{
    uint8_t state[SS_TORCH_STATE_SIZE];
    char name[128], shape[80], want[20], got[80];
    long place = ftell(file);
    struct drawn d;

    draw(m, g, &d);
    while (fscanf(file, "%127s", name) == 1 && strcmp(name, "state") != 0) {
        assert_int_equal(fscanf(file, "%79s %19s", shape, want), 2);
        redraw(m->redraw, g, find(&d, name));
    }
    if (m->redraw == REDRAW_WORDS)
        redraw_words(m, g, &d);
    fseek(file, place, SEEK_SET);
    while (fscanf(file, "%127s", name) == 1 && strcmp(name, "state") != 0) {
        struct entry *e = find(&d, name);
        assert_int_equal(fscanf(file, "%79s %19s", shape, want), 2);
        shape_text(&e->tensor, got);
        assert_string_equal(got, shape);
        digest(e->memory, bytes_of(&e->tensor), got);
        if (strcmp(got, want) != 0)
            fail_msg("%s: %s: %s instead of %s", m->name, name, got, want);
    }
    assert_int_equal(fscanf(file, "%19s", want), 1);
    ss_torch_get_state(g, state);
    digest(state, sizeof state, got);
    assert_string_equal(got, want);
    release(&d);
}

static void models_have_pytorchs_initial_tensors(void **unused)
{
    FILE *file = fopen(SS_TEST_DIR "/vectors/torch/models.kat", "r");
    char line[300], name[64], seed[24];
    ss_torch_generator g;
    size_t done = 0;

    (void)unused;
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    ss_torch_manual_seed(&g, 0);
    while (fscanf(file, " model %63s %23s", name, seed) == 2) {
        assert_string_equal(name, models[done].name);
        if (seed[0] != '-')
            ss_torch_manual_seed(&g, strtoull(seed, NULL, 10));
        check_model(file, &models[done], &g);
        done++;
    }
    fclose(file);
    assert_int_equal(done, sizeof models / sizeof *models);
}

/* --- refusals --- */
static void wrong_layers_are_refused_and_draw_nothing(void **unused)
{
    static const ss_torch_nn_layer wrong[] = {
        {.kind = SS_TORCH_NN_CONV, .in = 3, .out = 4, .groups = 2, .ndim = 1},
        {.kind = SS_TORCH_NN_CONV, .in = 3, .out = 4, .ndim = 4},
        {.kind = SS_TORCH_NN_LSTM, .in = 3, .out = 4, .proj_size = 4},
        {.kind = SS_TORCH_NN_GRU, .in = 0, .out = 4},
        {.kind = SS_TORCH_NN_EMBEDDING,
         .in = 3,
         .out = 4,
         .has_padding = true,
         .padding_idx = 3},
        {.kind = SS_TORCH_NN_MULTIHEAD_ATTENTION},
        {.kind = SS_TORCH_NN_LAYER_NORM, .ndim = SS_TORCH_NN_DIMS + 1},
        {.kind = (ss_torch_nn_kind)99},
    };
    ss_torch_nn_layer huge = LINEAR("", SIZE_MAX / 2, 9);
    ss_torch_nn_tensor tensor;
    ss_torch_generator g, before;
    float memory[64];
    void *tensors[] = {memory, memory, memory, memory, memory};

    (void)unused;
    ss_torch_manual_seed(&g, 1);
    before = g;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(ss_torch_nn_at(&wrong[i], 1, SS_FLOAT32, 0, &tensor),
                         SS_ERR_ARGUMENT);
    assert_int_equal(ss_torch_nn_init(&g, wrong, 1, SS_FLOAT32, tensors),
                     SS_ERR_ARGUMENT);
    assert_int_equal(ss_torch_nn_at(&huge, 1, SS_FLOAT32, 0, &tensor),
                     SS_ERR_TORCH_OVERFLOW);
    assert_int_equal(ss_torch_nn_at(mlp, 3, SS_INT64, 0, &tensor),
                     SS_ERR_DTYPE);
    assert_int_equal(ss_torch_nn_at(mlp, 3, SS_FLOAT32, 6, &tensor),
                     SS_ERR_ARGUMENT);
    assert_memory_equal(&g, &before, sizeof g);
}

static void names_are_those_of_state_dict(void **unused)
{
    static const ss_torch_nn_layer model[] = {
        {.name = "t",
         .kind = SS_TORCH_NN_TRANSFORMER,
         .in = 4,
         .out = 8,
         .layers = 12,
         .decoder_layers = 1},
        {.name = "g",
         .kind = SS_TORCH_NN_GRU,
         .in = 2,
         .out = 3,
         .layers = 11,
         .bidirectional = true},
    };
    ss_torch_nn_tensor tensor;
    size_t n = ss_torch_nn_count(model, 2);

    (void)unused;
    assert_int_equal(n, 12 * 12 + 2 + 18 + 2 + 11 * 2 * 4);
    ss_torch_nn_at(model, 2, SS_FLOAT64, 12 * 11 + 2, &tensor);
    assert_string_equal(tensor.name,
                        "t.encoder.layers.11.self_attn.out_proj.weight");
    ss_torch_nn_at(model, 2, SS_FLOAT64, n - 1, &tensor);
    assert_string_equal(tensor.name, "g.bias_hh_l10_reverse");
    assert_int_equal(tensor.dtype, SS_FLOAT64);
    assert_int_equal(tensor.shape[0], 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(models_have_pytorchs_initial_tensors),
        cmocka_unit_test(wrong_layers_are_refused_and_draw_nothing),
        cmocka_unit_test(names_are_those_of_state_dict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
