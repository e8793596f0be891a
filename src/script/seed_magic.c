/* SPDX-License-Identifier: MIT
 * "%load_ext sameseed" and "%seed": what the notebook extension of the Python
 * package (python/sameseed/_notebook.py) does, for the notebooks we run.
 */
#include <stdlib.h>
#include <string.h>

#include "script/cell_starts.h"
#include "script/numpy_random.h"
#include "script/session.h"

#define WORDS 3 /* as many as any form has, and one more */

typedef struct words {
    const char *text[WORDS];
    size_t size[WORDS];
    size_t count;
} words;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

/* The words behind the "%"; of more than WORDS the first ones. */
static words split(const char *text)
{
    words w = {.count = 0};

    while (w.count < WORDS) {
        while (is_blank(*text))
            text++;
        if (!*text)
            break;
        w.text[w.count] = text;
        while (*text && !is_blank(*text))
            text++;
        w.size[w.count] = (size_t)(text - w.text[w.count]);
        w.count++;
    }
    return w;
}

static bool is_word(const words *w, size_t i, const char *word)
{
    return i < w->count && w->size[i] == strlen(word)
           && memcmp(w->text[i], word, w->size[i]) == 0;
}

/* A decimal number up to most; false: it is none. */
static bool read_number(const words *w, size_t i, uint64_t most, uint64_t *out)
{
    uint64_t n = 0;

    if (w->size[i] > 19)
        return false;
    for (size_t k = 0; k < w->size[i]; k++) {
        char c = w->text[i][k];
        if (c < '0' || c > '9')
            return false;
        n = n * 10 + (uint64_t)(c - '0');
    }
    *out = n;
    return n <= most;
}

static bool seed_all(ss_session *s, const words *w)
{
    ss_numpy_randomstate numpy;
    uint64_t seed;

    if (!read_number(w, 0, UINT32_MAX, &seed))
        return ssi_raise(s, "UsageError",
                         "%%seed: a seed is an int from 0 to 2**32 - 1, "
                         "not %.*s",
                         (int)(w->size[0] < 40 ? w->size[0] : 40), w->text[0]);
    ss_pyrandom_seed(&s->py_random, (int64_t)seed);
    ss_numpy_randomstate_seed(&numpy, (uint32_t)seed);
    ssi_session_put_randomstate(s, &numpy);
    ss_torch_reseed(&s->torch_random, seed);
    ssi_cell_starts_seeded(s, (uint32_t)seed);
    return true;
}

static bool go_to_cell(ss_session *s, const words *w)
{
    uint64_t count;

    if (!read_number(w, 1, 999999999, &count))
        return ssi_raise(s, "UsageError",
                         "%%seed: a cell is a number, not %.*s",
                         (int)(w->size[1] < 40 ? w->size[1] : 40), w->text[1]);
    return ssi_cell_starts_go_to(s, (size_t)count);
}

static bool seed_magic(ss_session *s, const char *line)
{
    words w = split(line);

    if (!s->starts)
        return ssi_raise(s, "UsageError",
                         "Line magic function `%%seed` not found.");
    if (w.count == 0)
        return ssi_cell_starts_status(s);
    if (w.count == 1 && is_word(&w, 0, "--again"))
        return ssi_cell_starts_go_to(s, s->executed);
    if (w.count == 2 && is_word(&w, 0, "--cell"))
        return go_to_cell(s, &w);
    if (w.count == 1 && w.text[0][0] != '-')
        return seed_all(s, &w);
    return ssi_raise(s, "UsageError",
                     "%%seed %s: what there is: %%seed N, %%seed --again, "
                     "%%seed --cell N, or %%seed",
                     w.text[0]);
}

bool ssi_seed_magic(ss_session *s, const char *text, bool *handled)
{
    words w = split(text + 1);

    *handled = true;
    if (w.count == 2 && is_word(&w, 0, "load_ext")
        && is_word(&w, 1, "sameseed"))
        return ssi_cell_starts_load(s);
    if (is_word(&w, 0, "seed"))
        return seed_magic(s, w.text[0] + w.size[0]);
    *handled = false;
    return true;
}
