/* SPDX-License-Identifier: MIT
 * The source as a whole: its encoding, and the margin of a notebook's cell.
 * Learned from: The Python Language Reference 3.11, 2.1.4; PEP 263;
 * textwrap.dedent, which IPython 9 calls on each cell.
 */
#include <stdio.h>
#include <string.h>

#include "script/lexer.h"
#include "script/utf8.h"

/* --- encoding --- */

static void wrong_byte(ssi_lexer *lexer, size_t at)
{
    unsigned char c = (unsigned char)lexer->source[at];

    if (c == 0)
        ssi_lexer_wrong(lexer, at, "source code cannot contain null bytes");
    else
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, ssi_lexer_place(lexer, at),
                       "SyntaxError: (unicode error) 'utf-8' codec can't "
                       "decode byte 0x%02x in position %zu",
                       c, at);
}

/* Where a comment of the first two lines names the encoding: its size. */
static size_t find_cookie(const char *line, size_t size, size_t *at)
{
    size_t i = 0, n = 0;

    while (i < size && strchr(" \t\f", line[i]))
        i++;
    if (i == size || line[i] != '#')
        return 0;
    for (; i + 7 < size; i++)
        if (memcmp(line + i, "coding", 6) == 0
            && (line[i + 6] == ':' || line[i + 6] == '='))
            break;
    if (i + 7 >= size)
        return 0;
    i += 7;
    while (i < size && (line[i] == ' ' || line[i] == '\t'))
        i++;
    while (i + n < size
           && ((ssi_is_name_byte((unsigned char)line[i + n])
                && (unsigned char)line[i + n] < 128)
               || line[i + n] == '-' || line[i + n] == '.'))
        n++;
    *at = i;
    return n;
}

/* Whether a source of these bytes means the same in an encoding. */
static bool is_same_encoding(const char *name, size_t size, bool is_ascii)
{
    static const char *const names[] = {
        "utf8",   "utf8sig",  "u8",        "ascii",  "usascii",
        "latin1", "iso88591", "iso885915", "cp1252", NULL};
    char plain[16];
    size_t n = 0;

    for (size_t i = 0; i < size; i++) {
        int c = (unsigned char)name[i];
        if (c == '-' || c == '_' || c == '.')
            continue;
        if (n == sizeof plain - 1)
            return false;
        plain[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    plain[n] = 0;
    for (int i = 0; names[i]; i++)
        if (strcmp(plain, names[i]) == 0)
            return i < 3 || is_ascii;
    return size > 6
           && memcmp(name, "utf-8-", 6) == 0; /* the editors' "utf-8-unix" */
}

/* "# -*- coding: ... -*-" in the first line, or the second one behind a
 * comment or blanks. Notebooks are UTF-8 whatever they say. */
static bool check_cookie(ssi_lexer *lexer, bool is_ascii)
{
    size_t start =
        memcmp(lexer->source, "\xef\xbb\xbf", lexer->size < 3 ? lexer->size : 3)
            ? 0
            : 3;

    for (uint32_t line = 1; line <= 2 && start < lexer->size; line++) {
        const char *text = lexer->source + start;
        size_t size = 0, blank = 0, at = 0, n;
        while (start + size < lexer->size && !ssi_is_line_end(text[size]))
            size++;
        n = find_cookie(text, size, &at);
        if (n && !is_same_encoding(text + at, n, is_ascii)) {
            char what[80];
            snprintf(what, sizeof what, "the source encoding '%.*s'",
                     (int)(n < 40 ? n : 40), text + at);
            ssi_lexer_refuse(lexer, (ssi_place){line, (uint32_t)(at + 1)},
                             what);
            return false;
        }
        while (blank < size && strchr(" \t\f", text[blank]))
            blank++;
        if (n || (blank < size && text[blank] != '#'))
            break;
        start += size + 1;
        if (start < lexer->size && text[size] == '\r'
            && lexer->source[start] == '\n')
            start++;
    }
    return true;
}

bool ssi_lexer_check_source(ssi_lexer *lexer)
{
    bool is_ascii = true;
    size_t i = 0;

    while (i < lexer->size) {
        unsigned char c = (unsigned char)lexer->source[i];
        size_t step = ssi_utf8_step(lexer->source + i, lexer->size - i);
        if (step == 0 || c == 0) {
            wrong_byte(lexer, i);
            return false;
        }
        is_ascii &= c < 128;
        i += step;
        if (c == '\n'
            || (c == '\r' && !(i < lexer->size && lexer->source[i] == '\n'))) {
            lexer->line++;
            lexer->line_start = i;
        }
    }
    return lexer->mode != SS_SCRIPT_FILE || lexer->size == 0
           || check_cookie(lexer, is_ascii);
}

/* --- margin --- */

/* A line of a cell: its blanks at the start, and where the next one starts. */
typedef struct cell_line {
    const char *text;
    size_t blanks, size; /* without and with the line's end */
    bool is_blank;
} cell_line;

static cell_line read_line(const ssi_lexer *lexer, size_t start)
{
    cell_line line = {.text = lexer->source + start};
    size_t left = lexer->size - start;

    while (line.blanks < left
           && (line.text[line.blanks] == ' ' || line.text[line.blanks] == '\t'))
        line.blanks++;
    line.size = line.blanks;
    while (line.size < left && !ssi_is_line_end(line.text[line.size]))
        line.size++;
    line.is_blank = line.size == line.blanks;
    if (line.size < left)
        line.size += line.size + 1 < left && line.text[line.size] == '\r'
                             && line.text[line.size + 1] == '\n'
                         ? 2
                         : 1;
    return line;
}

/* The blanks that all lines begin with, blank lines aside; *has_blank: whether
 * one of those holds any. */
static size_t find_margin(const ssi_lexer *lexer, bool *has_blank)
{
    const char *first = NULL;
    size_t margin = 0, n;

    *has_blank = false;
    for (size_t i = lexer->at; i < lexer->size;) {
        cell_line line = read_line(lexer, i);
        i += line.size;
        if (line.is_blank) {
            *has_blank |= line.blanks > 0;
            continue;
        }
        if (!first) {
            first = line.text;
            margin = line.blanks;
        }
        for (n = 0; n < margin && n < line.blanks; n++)
            if (line.text[n] != first[n])
                break;
        margin = n;
    }
    return margin;
}

bool ssi_lexer_cut_margin(ssi_lexer *lexer, ssi_arena *arena)
{
    bool has_blank;
    size_t margin = find_margin(lexer, &has_blank), n = 0;
    char *text;

    if (!margin && !has_blank)
        return true;
    text = ssi_arena_alloc(arena, lexer->size);
    if (!text) {
        ssi_lexer_fail(lexer, SS_ERR_MEMORY, (ssi_place){1, 1},
                       "MemoryError: the source is too large");
        return false;
    }
    for (size_t i = lexer->at; i < lexer->size;) {
        cell_line line = read_line(lexer, i);
        size_t cut = line.is_blank ? line.blanks : margin;
        memcpy(text + n, line.text + cut, line.size - cut);
        n += line.size - cut;
        i += line.size;
    }
    lexer->source = text;
    lexer->size = n;
    lexer->margin = margin;
    return true;
}
