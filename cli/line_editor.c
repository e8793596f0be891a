/* SPDX-License-Identifier: MIT
 * Lines typed at a terminal.
 *
 * libedit is opened when the prompt starts and never before: other commands
 * do not pay for it, and a machine without it still has a plain prompt.
 * Learned from: editline(3), editrc(5).
 */
#include "line_editor.h"

#include <dlfcn.h>
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>
#include <wchar.h>

#ifdef HAVE_HISTEDIT
#include <histedit.h>

/* The functions of libedit that are used. */
typedef struct libedit {
    EditLine *(*init)(const char *, FILE *, FILE *, FILE *);
    void (*end)(EditLine *);
    int (*set)(EditLine *, int, ...);
    const char *(*gets)(EditLine *, int *);
    int (*source)(EditLine *, const char *);
    History *(*history_init)(void);
    void (*history_end)(History *);
    int (*history)(History *, HistEvent *, int, ...);
} libedit;
#endif

struct line_editor {
    char *plain; /* getline()'s memory */
    size_t room;
#ifdef HAVE_HISTEDIT
    libedit lib;
    EditLine *el; /* NULL: plain lines */
    History *history;
#endif
};

#define PROMPT ">>> "
#define PROMPT_MORE "... "
#define HISTORY_LINES 1000
#define CTRL_D 4

static volatile sig_atomic_t interrupted;

static void note_interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

/* Wait for input; false after Ctrl-C. SIGINT is blocked everywhere else while
 * a line is read, so that none comes unseen between two waits. */
static bool wait_for_input(void)
{
    sigset_t open;
    fd_set set;
    int ready = -1;

    sigprocmask(SIG_SETMASK, NULL, &open);
    sigdelset(&open, SIGINT);
    while (!interrupted && ready < 0) {
        FD_ZERO(&set);
        FD_SET(STDIN_FILENO, &set);
        ready = pselect(STDIN_FILENO + 1, &set, NULL, NULL, NULL, &open);
        if (ready < 0 && errno != EINTR)
            return true; /* the read will say what it is */
    }
    return !interrupted;
}

#ifdef HAVE_HISTEDIT
/* libedit's next character: 1, or 0 at the end and -1 after Ctrl-C. */
static int get_character(EditLine *el, wchar_t *out)
{
    mbstate_t state;
    char byte;

    (void)el;
    memset(&state, 0, sizeof state);
    for (;;) {
        ssize_t count;
        size_t used;

        if (!wait_for_input())
            return -1;
        count = read(STDIN_FILENO, &byte, 1);
        if (count <= 0)
            return (int)count;
        if (!byte) /* a Ctrl-D typed ahead, before the editor had the tty */
            byte = CTRL_D;
        used = mbrtowc(out, &byte, 1, &state);
        if (used == (size_t)-1) /* not of this locale: passed over */
            memset(&state, 0, sizeof state);
        else if (used != (size_t)-2)
            return 1;
    }
}

static bool find_function(void *handle, const char *name, void *function)
{
    void *symbol = dlsym(handle, name);

    memcpy(function, &symbol, sizeof symbol);
    return symbol != NULL;
}

static bool open_libedit(libedit *lib)
{
    static const char *const names[] = {"libedit.so.2", "libedit.so.0",
                                        "libedit.so"};
    void *handle = NULL;

    for (size_t i = 0; !handle && i < sizeof names / sizeof *names; i++)
        handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    return handle && find_function(handle, "el_init", &lib->init)
           && find_function(handle, "el_end", &lib->end)
           && find_function(handle, "el_set", &lib->set)
           && find_function(handle, "el_gets", &lib->gets)
           && find_function(handle, "el_source", &lib->source)
           && find_function(handle, "history_init", &lib->history_init)
           && find_function(handle, "history_end", &lib->history_end)
           && find_function(handle, "history", &lib->history);
}

static char *show_prompt(EditLine *el)
{
    static char text[] = PROMPT;

    (void)el;
    return text;
}

static char *show_more(EditLine *el)
{
    static char text[] = PROMPT_MORE;

    (void)el;
    return text;
}

/* libedit with the keys of Emacs, as people's .editrc changes them. */
static void start_editing(line_editor *editor)
{
    HistEvent event;

    setlocale(LC_CTYPE, ""); /* how many columns a typed character takes */
    if (!open_libedit(&editor->lib))
        return;
    editor->el = editor->lib.init("sameseed", stdin, stdout, stderr);
    if (!editor->el)
        return;
    editor->lib.set(editor->el, EL_EDITOR, "emacs");
    editor->lib.set(editor->el, EL_SIGNAL, 1);
    editor->lib.set(editor->el, EL_GETCFN, get_character);
    editor->history = editor->lib.history_init();
    if (editor->history) {
        editor->lib.history(editor->history, &event, H_SETSIZE, HISTORY_LINES);
        editor->lib.history(editor->history, &event, H_SETUNIQUE, 1);
        editor->lib.set(editor->el, EL_HIST, editor->lib.history,
                        editor->history);
    }
    editor->lib.set(editor->el, EL_BIND, "^R", "em-inc-search-prev", NULL);
    editor->lib.source(editor->el, NULL);
}

static void stop_editing(line_editor *editor)
{
    if (editor->history)
        editor->lib.history_end(editor->history);
    if (editor->el)
        editor->lib.end(editor->el);
}

static const char *read_edited(line_editor *editor, bool continues,
                               size_t *size)
{
    HistEvent event;
    int count = 0;
    const char *line;

    editor->lib.set(editor->el, EL_PROMPT, continues ? show_more : show_prompt);
    line = editor->lib.gets(editor->el, &count);
    if (!line || count <= 0)
        return NULL;
    *size = (size_t)count;
    if (editor->history && *size > 1)
        editor->lib.history(editor->history, &event, H_ENTER, line);
    return line;
}
#endif

static const char *read_plain(line_editor *editor, bool continues, size_t *size)
{
    ssize_t count = 0;

    fputs(continues ? PROMPT_MORE : PROMPT, stdout);
    fflush(stdout);
    if (wait_for_input())
        count = getline(&editor->plain, &editor->room, stdin);
    if (count <= 0)
        return NULL;
    *size = (size_t)count;
    return editor->plain;
}

line_editor *line_editor_new(void)
{
    line_editor *editor = calloc(1, sizeof *editor);

#ifdef HAVE_HISTEDIT
    if (editor)
        start_editing(editor);
#endif
    return editor;
}

void line_editor_free(line_editor *editor)
{
#ifdef HAVE_HISTEDIT
    stop_editing(editor);
#endif
    free(editor->plain);
    free(editor);
}

/* Ctrl-C ends the read and not the process; SIGINT is as before afterwards. */
line_result line_editor_read(line_editor *editor, bool continues,
                             const char **line, size_t *size)
{
    struct sigaction action = {.sa_handler = note_interrupt}, before;
    sigset_t interrupt, mask;

    interrupted = 0;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    sigprocmask(SIG_BLOCK, &interrupt, &mask);
    sigaction(SIGINT, &action, &before);
#ifdef HAVE_HISTEDIT
    if (editor->el)
        *line = read_edited(editor, continues, size);
    else
#endif
        *line = read_plain(editor, continues, size);
    sigaction(SIGINT, &before, NULL);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    if (interrupted || !*line) {
        clearerr(stdin);
        putchar('\n');
        return interrupted ? LINE_INTERRUPTED : LINE_END;
    }
    if (*size && (*line)[*size - 1] == '\n')
        --*size;
    return LINE_READ;
}
