/* SPDX-License-Identifier: MIT
 * `sameseed` on a terminal: a prompt over one session.
 *
 * Lines are gathered while the session says that they end inside a bracket, a
 * string or a block; a block ends with an empty line, as in Python's prompt.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sameseed/version.h>

#include "commands.h"
#include "line_editor.h"
#include "message.h"
#include "source.h"

/* What was typed and has not run yet. */
typedef struct typed {
    char *text;
    size_t size, capacity;
    bool block; /* a line ended in ":": only an empty line ends it */
} typed;

static bool append(typed *t, const char *line, size_t size)
{
    if (t->capacity - t->size < size + 1) {
        size_t capacity = 2 * (t->size + size) + 256;
        char *text = realloc(t->text, capacity);

        if (!text)
            return false;
        t->text = text;
        t->capacity = capacity;
    }
    memcpy(t->text + t->size, line, size);
    t->size += size;
    t->text[t->size++] = '\n';
    return true;
}

static bool is_blank(const char *line, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (!strchr(" \t\f\r", line[i]))
            return false;
    return true;
}

static bool ends_in_colon(const char *line, size_t size)
{
    while (size && strchr(" \t\f\r", line[size - 1]))
        size--;
    return size && line[size - 1] == ':';
}

static bool is_word(const char *line, size_t size, const char *word)
{
    return size == strlen(word) && !memcmp(line, word, size);
}

/* `exit` is not a function here; people type it all the same. */
static bool says_exit(const char *line, size_t size)
{
    return is_word(line, size, "exit") || is_word(line, size, "exit()")
           || is_word(line, size, "quit") || is_word(line, size, "quit()");
}

/* Whether what was typed chooses a profile, as a script's first line does. */
static bool says_profile(const ss_script_cell *cell)
{
    ss_profile profile = {UINT32_MAX, UINT32_MAX, SS_TORCH_AVX2};
    ss_status status = ss_script_profile(cell, 1, &profile, NULL);

    return status != SS_OK || profile.numpy != UINT32_MAX
           || profile.torch != UINT32_MAX || profile.cpu != SS_TORCH_AVX2;
}

/* Run what was typed; false when more lines are needed. */
static bool run_typed(ss_session *session, const typed *t)
{
    ss_script_cell cell = {
        .name = "prompt", .source = t->text, .size = t->size};
    ss_script_error error;

    if (says_profile(&cell)) {
        message_at("prompt", 1, 1,
                   "profile: not after the prompt has started; start it as "
                   "sameseed --profile numpy=1.26.4");
        return true;
    }
    if (ss_session_run(session, &cell, 1, SS_SCRIPT_PROMPT, &error) != SS_OK) {
        if (error.incomplete)
            return false;
        source_failed(&cell, &error);
    }
    fflush(stdout);
    return true;
}

/* One line more; false at the end. */
static bool take_line(ss_session *session, line_editor *editor, typed *t)
{
    const char *line;
    size_t size;

    switch (line_editor_read(editor, t->size > 0, &line, &size)) {
    case LINE_END:
        return false;
    case LINE_INTERRUPTED:
        t->size = 0;
        return true;
    default:
        break;
    }
    if (!t->size && says_exit(line, size))
        return false;
    if (!t->size && is_blank(line, size))
        return true;
    if (!t->size)
        t->block = false;
    if (ends_in_colon(line, size))
        t->block = true;
    if (!append(t, line, size))
        return false;
    if ((!t->block || is_blank(line, size)) && run_typed(session, t))
        t->size = 0;
    return true;
}

int cmd_prompt(void)
{
    line_editor *editor = line_editor_new();
    int status = EXIT_INOUT;
    ss_session *session =
        editor ? source_session(NULL, 0, true, &status) : NULL;
    typed t = {NULL, 0, 0, false};

    if (session) {
        printf("sameseed %s: NumPy %s, PyTorch %s; np, torch and random are "
               "imported. Ctrl-D leaves.\n",
               SAMESEED_VERSION, SAMESEED_NUMPY_VERSION,
               SAMESEED_TORCH_VERSION);
        while (take_line(session, editor, &t))
            ;
        ss_session_free(session);
    }
    free(t.text);
    if (editor)
        line_editor_free(editor);
    return session ? EXIT_FINE : status;
}
