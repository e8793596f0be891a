/* SPDX-License-Identifier: MIT
 * The random states from which the cells of a session started: those of
 * random, np.random and torch, and of the generators that have a name then.
 */
#include "script/cell_starts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/numpy_generator.h"
#include "script/numpy_random.h"
#include "script/session.h"
#include "script/torch_values.h"

/* As many are kept; the oldest are dropped first. */
#define MOST_CELLS 10000

/* A generator that is the value of a name. */
typedef struct kept {
    ssi_value owner;
    union {
        ss_numpy_randomstate numpy;
        ss_bitgen bitgen;
        ss_torch_generator torch;
    } state;
    struct kept *next;
} kept;

typedef struct start {
    size_t count; /* the cell's number, from 1 */
    ss_numpy_randomstate numpy;
    ss_torch_generator torch;
    ss_pyrandom python;
    kept *named;
} start;

struct ssi_cell_starts {
    start *items[MOST_CELLS]; /* item count % MOST_CELLS, or NULL */
    size_t first;             /* the first cell that was kept */
    bool is_seeded;
    uint32_t seed;
    size_t seeded_in;
};

static void free_start(ss_session *s, start *item)
{
    kept *next;

    for (kept *k = item ? item->named : NULL; k; k = next) {
        next = k->next;
        ssi_release(s, k->owner);
        free(k);
    }
    free(item);
}

void ssi_cell_starts_free(ss_session *s)
{
    for (size_t i = 0; s->starts && i < MOST_CELLS; i++)
        free_start(s, s->starts->items[i]);
    free(s->starts);
    s->starts = NULL;
}

/* --- taking and putting back --- */

/* Copy a generator's state to or from k; false: it is no generator. */
static bool move_state(ss_session *s, kept *k, bool back)
{
    void *state, *copy = &k->state;
    size_t size;

    if (ssi_is(k->owner, &ssi_type_randomstate)) {
        state = ssi_randomstate_of(k->owner);
        size = sizeof k->state.numpy;
    } else if (ssi_is_bitgen(k->owner)) {
        state = ssi_bitgen_of(k->owner);
        size = sizeof k->state.bitgen;
    } else if (ssi_is(k->owner, &ssi_type_torch_generator)) {
        state = ssi_torch_generator_of(s, k->owner);
        size = sizeof k->state.torch;
    } else {
        return false;
    }
    memcpy(back ? state : copy, back ? copy : state, size);
    return true;
}

typedef struct taking {
    ss_session *session;
    start *item;
    bool ok;
} taking;

/* The value of one name. */
static void take_named(void *context, ssi_value v)
{
    taking *t = context;
    kept probe = {.owner = v}, *k;

    if (ssi_is(v, &ssi_type_generator))
        probe.owner = ((ssi_generator_object *)v.u.o)->bitgen;
    if (!t->ok || !move_state(t->session, &probe, false))
        return;
    k = malloc(sizeof *k);
    if (!k) {
        t->ok = false;
        return;
    }
    *k = probe;
    ssi_retain(k->owner);
    k->next = t->item->named;
    t->item->named = k;
}

static start *take(ss_session *s)
{
    start *item = calloc(1, sizeof *item);
    taking t = {s, item, item != NULL};

    if (!item)
        return NULL;
    item->numpy = *ssi_session_randomstate(s);
    item->torch = s->torch_random;
    item->python = s->py_random;
    ssi_names_each(s->names, take_named, &t);
    if (t.ok)
        return item;
    free_start(s, item);
    return NULL;
}

static bool keep_start(ss_session *s)
{
    start **place = &s->starts->items[s->executed % MOST_CELLS];
    start *item = take(s);

    if (!item)
        return ssi_raise_memory(s);
    item->count = s->executed;
    free_start(s, *place);
    *place = item;
    return true;
}

static void put_back(ss_session *s, const start *item)
{
    ssi_session_put_randomstate(s, &item->numpy);
    s->torch_random = item->torch;
    s->py_random = item->python;
    for (kept *k = item->named; k; k = k->next)
        move_state(s, k, true);
}

/* --- what %seed needs --- */

bool ssi_cell_starts_load(ss_session *s)
{
    if (s->starts)
        return true;
    s->starts = calloc(1, sizeof *s->starts);
    if (!s->starts)
        return ssi_raise_memory(s);
    s->starts->first = s->executed;
    return keep_start(s);
}

/* IPython neither runs nor counts a cell without text. */
static bool is_empty(const ss_script_cell *cell)
{
    for (size_t i = 0; i < cell->size; i++)
        if (!strchr(" \t\r\n\f\v", cell->source[i]) || !cell->source[i])
            return false;
    return true;
}

bool ssi_cell_starts_begin(ss_session *s, const ss_script_cell *cell)
{
    if (is_empty(cell))
        return true;
    s->executed++;
    return !s->starts || keep_start(s);
}

bool ssi_cell_starts_go_to(ss_session *s, size_t count)
{
    const start *item = s->starts->items[count % MOST_CELLS];
    size_t first = s->starts->first;

    if (!item || item->count != count) {
        if (s->executed - first >= MOST_CELLS)
            first = s->executed - MOST_CELLS + 1;
        return ssi_raise(s, "UsageError",
                         "%%seed: the start of cell %zu is not known; known "
                         "are %zu to %zu",
                         count, first, s->executed);
    }
    put_back(s, item);
    return count == s->executed || keep_start(s);
}

void ssi_cell_starts_seeded(ss_session *s, uint32_t seed)
{
    s->starts->is_seeded = true;
    s->starts->seed = seed;
    s->starts->seeded_in = s->executed;
}

bool ssi_cell_starts_status(ss_session *s)
{
    char text[80];
    int n;

    if (s->starts->is_seeded)
        n = snprintf(text, sizeof text, "seeded with %lu in cell %zu\n",
                     (unsigned long)s->starts->seed, s->starts->seeded_in);
    else
        n = snprintf(text, sizeof text, "not seeded with %%seed\n");
    return ssi_print(s, text, (size_t)n);
}
