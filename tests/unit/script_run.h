/* SPDX-License-Identifier: MIT
 * Run a source in a session and keep what it printed, noted and raised.
 */
#ifndef SCRIPT_RUN_H
#define SCRIPT_RUN_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "script/session.h"

typedef struct record {
    char printed[1 << 16];
    size_t size;
    char notes[512];
    size_t writes;
    size_t fail_at; /* the write that fails, from 1; 0: none */
} record;

static inline int record_write(void *context, const char *bytes, size_t size)
{
    record *r = context;

    r->writes++;
    if (r->fail_at && r->writes >= r->fail_at)
        return 1;
    if (r->size + size < sizeof r->printed) {
        memcpy(r->printed + r->size, bytes, size);
        r->size += size;
        r->printed[r->size] = '\0';
    }
    return 0;
}

static inline void record_note(void *context, const char *note)
{
    record *r = context;

    snprintf(r->notes, sizeof r->notes, "%s", note);
}

static inline ss_session *record_session(record *r, size_t memory_limit)
{
    ss_script_options options = {.write = record_write,
                                 .note = record_note,
                                 .context = r,
                                 .memory_limit = memory_limit,
                                 .preload = true};
    ss_session *s = ss_session_new(&options);

    memset(r, 0, sizeof *r);
    assert_non_null(s);
    return s;
}

static inline ss_status run_in(ss_session *s, const char *source,
                               ss_script_mode mode, ss_script_error *error)
{
    ss_script_cell cell = {"test.py", source, strlen(source)};

    return ss_session_run(s, &cell, 1, mode, error);
}

/* A fresh session prints want and ends with that error text (NULL: none). */
static inline void expect(const char *source, ss_script_mode mode,
                          const char *want, const char *message)
{
    static record r;
    ss_session *s = record_session(&r, 0);
    ss_script_error error;
    ss_status status = run_in(s, source, mode, &error);

    if (!message)
        message = "";
    if (strcmp(r.printed, want) != 0 || strcmp(error.message, message) != 0)
        fail_msg("source:\n%s\nprinted:\n%s\ninstead of:\n%s\n"
                 "error: %s\ninstead of: %s\n",
                 source, r.printed, want, error.message, message);
    assert_int_equal(status == SS_OK, message[0] == '\0');
    ss_session_free(s);
}

#endif
