/* SPDX-License-Identifier: MIT
 * Sources and what the parser makes of them, as text.
 */
#ifndef TESTS_UNIT_PARSER_CHECK_H
#define TESTS_UNIT_PARSER_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tree_dump.h"

typedef struct parser_case {
    const char *source;
    const char *dump; /* "... is not supported" stands for the whole text */
} parser_case;

/* The dump of a source, without the list of what is supported. */
static char *dump_of(const char *source, size_t size, ss_script_mode mode)
{
    static const char list[] = "; supported: ";
    char *text = NULL, *found;
    size_t length;
    FILE *out = open_memstream(&text, &length);

    assert_non_null(out);
    dump_source(out, source, size, mode);
    fclose(out);
    if (text[0] == '!' && (found = strstr(text, list)))
        strcpy(found, "\n");
    return text;
}

static void check_bytes(const char *source, size_t size, ss_script_mode mode,
                        const char *want)
{
    char *exact = malloc(size ? size : 1); /* so that reads beyond are seen */
    char *dump;

    assert_non_null(exact);
    memcpy(exact, source, size);
    dump = dump_of(exact, size, mode);
    if (strcmp(dump, want) != 0)
        fail_msg("%s\ngives %s, not %s", source, dump, want);
    free(dump);
    free(exact);
}

static void check_cases(const parser_case *cases, size_t count,
                        ss_script_mode mode)
{
    for (size_t i = 0; i < count; i++)
        check_bytes(cases[i].source, strlen(cases[i].source), mode,
                    cases[i].dump);
}

#define CHECK_CASES(cases, mode)                                               \
    check_cases(cases, sizeof cases / sizeof *cases, mode)

#endif
