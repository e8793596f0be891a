/* SPDX-License-Identifier: MIT
 * Run the seeding part of a Python script or notebook.
 *
 * A session is a Python process: its global names, its np.random and torch
 * generators, its print options. The language is docs/script.md.
 */
#ifndef SAMESEED_SCRIPT_H
#define SAMESEED_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/profile.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Takes printed bytes; answers 0, or anything else to stop the run, which
 * then fails with SS_ERR_IO. */
typedef int (*ss_write_fn)(void *context, const char *bytes, size_t size);

/* Takes one note for the user (a skipped magic), without a newline. */
typedef void (*ss_note_fn)(void *context, const char *note);

/* How values of bare expressions are shown. */
typedef enum ss_script_mode {
    SS_SCRIPT_FILE = 0,  /* python FILE.py: not at all */
    SS_SCRIPT_CELL = 1,  /* a notebook cell: the last one, as IPython does */
    SS_SCRIPT_PROMPT = 2 /* the interactive prompt: each, as repr */
} ss_script_mode;

typedef struct ss_script_options {
    ss_write_fn write;   /* NULL: printed text is dropped */
    ss_note_fn note;     /* NULL: notes are dropped */
    void *context;       /* first argument of both */
    size_t memory_limit; /* bytes of live values; 0: 4 GiB */
    bool preload;        /* np, torch and random are already imported */
    ss_profile profile;  /* the releases imitated; all 0: the default */
} ss_script_options;

/* One piece of source: a file, a notebook's code cell, a line. */
typedef struct ss_script_cell {
    const char *name;   /* for messages: "walk.py", "walk.ipynb:cell 3" */
    const char *source; /* UTF-8, need not end in a zero or newline */
    size_t size;        /* bytes */
} ss_script_cell;

/* Why and where a run stopped. */
typedef struct ss_script_error {
    ss_status status;
    size_t cell;        /* index of the cell */
    uint32_t line;      /* from 1; 0: no place */
    uint32_t column;    /* from 1, in characters */
    bool incomplete;    /* the source ends inside an open block or bracket */
    char message[1024]; /* "ValueError: low >= high", no newline */
} ss_script_error;

typedef struct ss_session ss_session;

/* A fresh session, its generators seeded from the operating system's entropy;
 * options are copied. NULL: out of memory or entropy. */
SS_API ss_session *ss_session_new(const ss_script_options *options);
SS_API void ss_session_free(ss_session *session);

/* Check all cells, then run them in order. Nothing has run when a cell does
 * not parse (SS_ERR_SYNTAX) or uses what is not supported
 * (SS_ERR_UNSUPPORTED). SS_ERR_EXCEPTION: the script raised; what was printed
 * before stays printed, and names keep their values. error may be NULL. */
SS_API ss_status ss_session_run(ss_session *session,
                                const ss_script_cell *cells, size_t count,
                                ss_script_mode mode, ss_script_error *error);

/* Set in *profile what the first cell says of it in a comment before its first
 * statement: "# sameseed: numpy=1.21.6". A session does not look for it; put
 * what this gives into its options. Errors are those of ss_profile_parse(),
 * and SS_ERR_PROFILE_PLACE for a profile further below: *profile is then
 * unchanged. error may be NULL. */
SS_API ss_status ss_script_profile(const ss_script_cell *cells, size_t count,
                                   ss_profile *profile, ss_script_error *error);

/* One function's help: "np.random.rand(d0, d1, ...)" and a paragraph, through
 * write. name is dotted, with the usual aliases (np, torch) or full module
 * names. SS_ERR_ARGUMENT when there is none of that name. */
SS_API ss_status ss_script_help(const char *name, ss_write_fn write,
                                void *context);

/* Call each(context, dotted name) for every supported function, in order. */
SS_API void ss_script_names(void (*each)(void *context, const char *name),
                            void *context);

#ifdef __cplusplus
}
#endif

#endif
