/* SPDX-License-Identifier: MIT
 * A session: parse all cells, check them all, then run them in order.
 */
#include "script/session.h"

#include "script/cell_starts.h"
#include "script/numpy_since.h"

#include <stdlib.h>
#include <string.h>

/* Printed text is handed on in pieces of about this many bytes. */
#define PIECE 8192

static bool seed_generators(ss_session *s)
{
    const ss_profile *profile = &s->options.profile;
    uint64_t seed;

    ss_torch_generator_init(&s->torch_random);
    s->torch_random.capability = profile->cpu;
    s->torch_random.release = profile->torch;
    if (ss_numpy_randomstate_seed_entropy(&s->numpy_random) != SS_OK)
        return false;
    s->numpy_random.release = profile->numpy;
    return ss_torch_seed(&s->torch_random, &seed) == SS_OK
           && ss_pyrandom_seed_entropy(&s->py_random) == SS_OK;
}

static bool preload(ss_session *s)
{
    static const struct {
        const char *name;
        const ssi_module *module;
    } modules[] = {{"np", &ssi_module_numpy},
                   {"torch", &ssi_module_torch},
                   {"random", &ssi_module_random}};
    ssi_value v;

    for (size_t i = 0; i < sizeof modules / sizeof modules[0]; i++)
        if (!ssi_new_module(s, modules[i].module, &v)
            || !ssi_names_set(s, s->names, modules[i].name, v))
            return false;
    return true;
}

ss_session *ss_session_new(const ss_script_options *options)
{
    ss_session *s = calloc(1, sizeof *s);

    if (!s)
        return NULL;
    if (options)
        s->options = *options;
    if (!s->options.memory_limit)
        s->options.memory_limit = SSI_DEFAULT_MEMORY;
    s->names = ssi_names_new();
    s->numpy_print.legacy = ssi_numpy_legacy(s);
    if (s->names && seed_generators(s) && (!s->options.preload || preload(s)))
        return s;
    ss_session_free(s);
    return NULL;
}

void ss_session_free(ss_session *session)
{
    if (!session)
        return;
    ssi_cell_starts_free(session);
    ssi_names_free(session, session->names);
    ssi_free_objects(session);
    ss_text_free(&session->printed);
    free(session);
}

/* --- printed text --- */

static bool hand_on(ss_session *s, const char *bytes, size_t size)
{
    if (!size || !s->options.write
        || s->options.write(s->options.context, bytes, size) == 0)
        return true;
    return ssi_raise_status(s, SS_ERR_IO);
}

bool ssi_flush(ss_session *s)
{
    size_t size = s->printed.size;

    s->printed.size = 0;
    return hand_on(s, s->printed.data, size);
}

bool ssi_print(ss_session *s, const char *bytes, size_t size)
{
    if (s->printed.size + size > PIECE && !ssi_flush(s))
        return false;
    if (size > PIECE)
        return hand_on(s, bytes, size);
    return size == 0
           || ssi_append_status(s, ss_text_append(&s->printed, bytes, size));
}

bool ssi_append(ss_session *s, ss_text *out, const char *text)
{
    return ssi_append_status(s, ss_text_append(out, text, strlen(text)));
}

/* --- a run --- */

static bool parse_all(ss_session *s, const ss_script_cell *cells, size_t count,
                      ssi_tree *trees)
{
    for (size_t i = 0; i < count; i++)
        if (!ssi_parse(&cells[i], s->mode, &trees[i], &s->error)) {
            s->error.cell = i;
            return false;
        }
    return true;
}

static bool check_all(ss_session *s, const ssi_tree *trees, size_t count)
{
    ssi_check *check = ssi_check_new(s);
    bool ok = check != NULL;

    for (s->cell = 0; ok && s->cell < count; s->cell++)
        ok = ssi_check_cell(s, check, &trees[s->cell]);
    ssi_check_free(check);
    return ok;
}

static bool execute_all(ss_session *s, const ss_script_cell *cells,
                        const ssi_tree *trees, size_t count)
{
    for (s->cell = 0; s->cell < count; s->cell++)
        if (!ssi_cell_starts_begin(s, &cells[s->cell])
            || !ssi_execute(s, &cells[s->cell], &trees[s->cell]))
            return false;
    return true;
}

/* Hand on what was printed, whatever happened; the first error counts. */
static void finish(ss_session *s)
{
    ss_script_error error = s->error;

    if (!ssi_flush(s) && error.status == SS_OK)
        error = s->error;
    s->error = error;
}

ss_status ss_session_run(ss_session *session, const ss_script_cell *cells,
                         size_t count, ss_script_mode mode,
                         ss_script_error *error)
{
    ss_session *s = session;
    ssi_tree *trees = calloc(count ? count : 1, sizeof *trees);

    memset(&s->error, 0, sizeof s->error);
    s->mode = mode;
    s->depth = s->value_depth = 0;
    s->place = (ssi_place){0, 0};
    s->cell = 0;
    if (!trees)
        ssi_raise_memory(s);
    else if (parse_all(s, cells, count, trees) && check_all(s, trees, count))
        execute_all(s, cells, trees, count);
    finish(s);
    for (size_t i = 0; trees && i < count; i++)
        ssi_arena_free(&trees[i].arena);
    free(trees);
    if (error)
        *error = s->error;
    return s->error.status;
}
