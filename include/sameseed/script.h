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

#include <sameseed/io.h>
#include <sameseed/profile.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Takes one note for the user (a skipped magic), without a newline. */
typedef void (*ss_note_fn)(void *context, const char *note);

/* How values of bare expressions are shown. */
typedef enum ss_script_mode {
    SS_SCRIPT_FILE = 0,  /* python FILE.py: not at all */
    SS_SCRIPT_CELL = 1,  /* a notebook cell: the last one, as IPython does */
    SS_SCRIPT_PROMPT = 2 /* the interactive prompt: each, as repr */
} ss_script_mode;

/* The files that a script names: np.save('x.npy', a). Paths are UTF-8 as the
 * script wrote them. Functions answer 0, or an error number of errno.h. Where
 * one is NULL, calls that need it are refused as not supported. */
typedef struct ss_script_files {
    void *context;
    /* Start a file that takes path's place once it is closed with keep. */
    int (*create)(void *context, const char *path, void **file);
    int (*write)(void *file, const char *bytes, size_t size);
    /* Always the end of the file, also when it fails or after a write that
     * did: then, and without keep, nothing is left of it and what was at path
     * is as before. */
    int (*close)(void *file, bool keep);
    /* All bytes of a file, for free(); EFBIG when it has more than limit. */
    int (*read)(void *context, const char *path, size_t limit, void **bytes,
                size_t *size);
    /* strerror(). */
    const char *(*reason)(void *context, int number);
    ss_deflate_fn deflate; /* for np.savez_compressed */
} ss_script_files;

typedef struct ss_script_options {
    ss_write_fn write;   /* NULL: printed text is dropped; a failure stops the
                            run with SS_ERR_IO */
    ss_note_fn note;     /* NULL: notes are dropped */
    void *context;       /* first argument of both */
    size_t memory_limit; /* bytes of live values; 0: 4 GiB */
    bool preload;        /* np, torch and random are already imported */
    ss_profile profile;  /* the releases imitated; all 0: the default */
    /* NULL: scripts neither read nor write files. It outlives the session. */
    const ss_script_files *files;
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
