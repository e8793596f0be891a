/* SPDX-License-Identifier: MIT
 * Lines and indentation; errors and places.
 * Learned from: The Python Language Reference 3.11, 2.1; CPython's messages.
 */
#include "script/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void ssi_lexer_fail(ssi_lexer *lexer, ss_status status, ssi_place place,
                    const char *format, ...)
{
    va_list arguments;

    if (lexer->error->status != SS_OK)
        return;
    lexer->error->status = status;
    lexer->error->line = place.line;
    lexer->error->column = place.column;
    va_start(arguments, format);
    vsnprintf(lexer->error->message, sizeof lexer->error->message, format,
              arguments);
    va_end(arguments);
}

ssi_place ssi_lexer_place(ssi_lexer *lexer, size_t byte)
{
    if (lexer->counted < lexer->line_start || lexer->counted > byte) {
        lexer->counted = lexer->line_start;
        lexer->counted_column = 1;
    }
    for (; lexer->counted < byte && lexer->counted < lexer->size;
         lexer->counted++)
        if (((unsigned char)lexer->source[lexer->counted] & 0xc0) != 0x80)
            lexer->counted_column++;
    return (ssi_place){lexer->line,
                       lexer->counted_column + (uint32_t)lexer->margin};
}

ssi_token ssi_lexer_wrong(ssi_lexer *lexer, size_t byte, const char *message)
{
    ssi_lexer_fail(lexer, SS_ERR_SYNTAX, ssi_lexer_place(lexer, byte),
                   "SyntaxError: %s", message);
    return (ssi_token){.kind = SSI_TOKEN_ERROR};
}

ssi_token ssi_lexer_refuse(ssi_lexer *lexer, ssi_place place,
                           const char *construct)
{
    ssi_lexer_fail(lexer, SS_ERR_UNSUPPORTED, place,
                   "%s is not supported; supported: imports, assignments, "
                   "calls, arithmetic on scalars, 'for' loops",
                   construct);
    return (ssi_token){.kind = SSI_TOKEN_ERROR};
}

/* An error of the layout, where lexer->at stands. */
static bool fail_layout(ssi_lexer *lexer, const char *message)
{
    ssi_lexer_fail(lexer, SS_ERR_SYNTAX, ssi_lexer_place(lexer, lexer->at),
                   "%s", message);
    return false;
}

static void stand_at_start(ssi_lexer *lexer)
{
    lexer->line = 1;
    lexer->line_start = lexer->counted = lexer->at = 0;
    lexer->counted_column = 1;
    if (lexer->size >= 3 && memcmp(lexer->source, "\xef\xbb\xbf", 3) == 0)
        lexer->at = lexer->line_start = lexer->counted = 3;
}

bool ssi_lexer_start(ssi_lexer *lexer, const ss_script_cell *cell,
                     ss_script_mode mode, ssi_arena *arena,
                     ss_script_error *error)
{
    *lexer = (ssi_lexer){.source = cell->source,
                         .size = cell->size,
                         .mode = mode,
                         .error = error,
                         .line = 1,
                         .counted_column = 1,
                         .at_line_start = true,
                         .indent_count = 1};
    if (!ssi_lexer_check_source(lexer))
        return false;
    stand_at_start(lexer);
    if (mode == SS_SCRIPT_FILE)
        return true;
    if (!ssi_lexer_cut_margin(lexer, arena))
        return false;
    stand_at_start(lexer);
    return true;
}

void ssi_lexer_new_line(ssi_lexer *lexer)
{
    lexer->at +=
        ssi_peek(lexer, 0) == '\r' && ssi_peek(lexer, 1) == '\n' ? 2 : 1;
    lexer->line++;
    lexer->line_start = lexer->counted = lexer->at;
    lexer->counted_column = 1;
}

static bool at_end(const ssi_lexer *lexer)
{
    return lexer->at >= lexer->size;
}

ssi_token ssi_lexer_make(ssi_lexer *lexer, ssi_token_kind kind, size_t size)
{
    ssi_token token = {.kind = kind, .start = lexer->at, .size = size};

    token.place = ssi_lexer_place(lexer, lexer->at);
    lexer->at += size;
    lexer->line_has_tokens = true;
    return token;
}

static void skip_comment(ssi_lexer *lexer)
{
    while (!at_end(lexer) && !ssi_is_line_end(ssi_peek(lexer, 0)))
        lexer->at++;
}

static bool at_backslash(const ssi_lexer *lexer)
{
    return ssi_peek(lexer, 0) == '\\'
           && (lexer->at + 1 == lexer->size
               || ssi_is_line_end(ssi_peek(lexer, 1)));
}

/* The line ends in a backslash at lexer->at. false: the text does, too. */
static bool join_lines(ssi_lexer *lexer)
{
    ssi_place place = ssi_lexer_place(lexer, ++lexer->at);

    if (!at_end(lexer))
        ssi_lexer_new_line(lexer);
    if (!at_end(lexer))
        return true;
    lexer->error->incomplete = true;
    if (lexer->bracket_count)
        return true; /* which is the error, then */
    ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                   "SyntaxError: unexpected EOF while parsing");
    return false;
}

/* Blanks, comments and joined lines before a token. false: an error. */
static bool skip_blanks(ssi_lexer *lexer)
{
    for (;;) {
        int c = ssi_peek(lexer, 0);
        if (c == ' ' || c == '\t' || c == '\f') {
            lexer->at++;
        } else if (c == '#') {
            skip_comment(lexer);
        } else if (at_backslash(lexer)) {
            if (!join_lines(lexer))
                return false;
        } else if (lexer->bracket_count && ssi_is_line_end(c)) {
            ssi_lexer_new_line(lexer);
        } else {
            return true;
        }
    }
}

/* The width of the indentation at lexer->at, which moves behind it. Of lines
 * joined by a backslash the first one with a width counts, as in CPython. */
static bool measure(ssi_lexer *lexer, size_t *width, size_t *alternate)
{
    size_t first = 0;

    *width = *alternate = 0;
    for (;;) {
        int c = ssi_peek(lexer, 0);
        if (at_backslash(lexer)) {
            first = first ? first : *width;
            if (!join_lines(lexer))
                return false;
            continue;
        }
        if (c == ' ') {
            ++*width;
            ++*alternate;
        } else if (c == '\t') {
            *width = (*width / 8 + 1) * 8;
            ++*alternate;
        } else if (c == '\f') {
            *width = *alternate = 0;
        } else {
            break;
        }
        lexer->at++;
    }
    if (first)
        *width = *alternate = first;
    return true;
}

static bool fail_tabs(ssi_lexer *lexer)
{
    return fail_layout(lexer, "TabError: inconsistent use of tabs and spaces "
                              "in indentation");
}

static bool open_indent(ssi_lexer *lexer, size_t width, size_t alternate)
{
    if (lexer->indent_count == SSI_MAX_INDENTS)
        return fail_layout(lexer, "IndentationError: too many levels of "
                                  "indentation");
    if (alternate <= lexer->alternates[lexer->indent_count - 1])
        return fail_tabs(lexer);
    lexer->indents[lexer->indent_count] = width;
    lexer->alternates[lexer->indent_count++] = alternate;
    lexer->pending_indent = true;
    return true;
}

static bool close_indents(ssi_lexer *lexer, size_t width, size_t alternate)
{
    while (lexer->indents[lexer->indent_count - 1] > width) {
        lexer->indent_count--;
        lexer->pending_dedents++;
    }
    if (lexer->indents[lexer->indent_count - 1] != width)
        return fail_layout(lexer, "IndentationError: unindent does not match "
                                  "any outer indentation level");
    return alternate == lexer->alternates[lexer->indent_count - 1]
           || fail_tabs(lexer);
}

/* At the start of a line: skip blank ones, then compare the indentation. */
static bool read_indent(ssi_lexer *lexer)
{
    size_t width, alternate;

    for (;;) {
        if (!measure(lexer, &width, &alternate))
            return false;
        if (ssi_peek(lexer, 0) == '#')
            skip_comment(lexer);
        if (at_end(lexer))
            return true;
        if (!ssi_is_line_end(ssi_peek(lexer, 0)))
            break;
        ssi_lexer_new_line(lexer);
    }
    lexer->at_line_start = false;
    if (width > lexer->indents[lexer->indent_count - 1])
        return open_indent(lexer, width, alternate);
    return close_indents(lexer, width, alternate);
}

/* An INDENT or DEDENT, which is no token of its line. */
static ssi_token make_layout(ssi_lexer *lexer, ssi_token_kind kind)
{
    ssi_token token = ssi_lexer_make(lexer, kind, 0);

    lexer->line_has_tokens = false;
    return token;
}

/* At the end: close the line, then every block. */
static ssi_token finish(ssi_lexer *lexer)
{
    ssi_token token;

    if (lexer->bracket_count) {
        ssi_bracket *b = &lexer->brackets[lexer->bracket_count - 1];
        lexer->error->incomplete = true;
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, b->place,
                       "SyntaxError: '%c' was never closed", b->open);
        return (ssi_token){.kind = SSI_TOKEN_ERROR};
    }
    if (lexer->line_has_tokens) {
        token = ssi_lexer_make(lexer, SSI_TOKEN_NEWLINE, 0);
        lexer->line_has_tokens = false;
        lexer->at_line_start = true;
        return token;
    }
    if (lexer->indent_count > 1) {
        lexer->indent_count--;
        token = make_layout(lexer, SSI_TOKEN_DEDENT);
    } else {
        token = make_layout(lexer, SSI_TOKEN_END);
    }
    if (lexer->line_start == lexer->size && lexer->line > 1)
        token.place.line--; /* the last line that has any bytes */
    return token;
}

static ssi_token read_token(ssi_lexer *lexer, bool first)
{
    int c = ssi_peek(lexer, 0), prefix = ssi_lexer_prefix(lexer);

    if (first && ssi_lexer_at_magic(lexer))
        return ssi_lexer_magic(lexer);
    if (ssi_is_line_end(c)) {
        ssi_token token = ssi_lexer_make(lexer, SSI_TOKEN_NEWLINE, 0);
        ssi_lexer_new_line(lexer);
        lexer->at_line_start = true;
        lexer->line_has_tokens = false;
        return token;
    }
    if (ssi_lexer_refuse_ipython(lexer, first))
        return (ssi_token){.kind = SSI_TOKEN_ERROR};
    if (prefix >= 0)
        return ssi_lexer_string(lexer, (size_t)prefix);
    if (ssi_is_digit(c) || (c == '.' && ssi_is_digit(ssi_peek(lexer, 1))))
        return ssi_lexer_number(lexer);
    if (ssi_is_name_byte(c))
        return ssi_lexer_name(lexer);
    return ssi_lexer_operator(lexer);
}

/* The layout before a token; kind SSI_TOKEN_OP: none, go on. */
static ssi_token read_layout(ssi_lexer *lexer)
{
    if (lexer->at_line_start && !lexer->bracket_count) {
        lexer->statement_start = true;
        if (!read_indent(lexer))
            return (ssi_token){.kind = SSI_TOKEN_ERROR};
    }
    if (lexer->pending_dedents) {
        lexer->pending_dedents--;
        return make_layout(lexer, SSI_TOKEN_DEDENT);
    }
    if (lexer->pending_indent) {
        lexer->pending_indent = false;
        return make_layout(lexer, SSI_TOKEN_INDENT);
    }
    return (ssi_token){.kind =
                           skip_blanks(lexer) ? SSI_TOKEN_OP : SSI_TOKEN_ERROR};
}

ssi_token ssi_lexer_next(ssi_lexer *lexer)
{
    for (;;) {
        ssi_token token = {.kind = SSI_TOKEN_ERROR};
        bool first;
        if (lexer->error->status == SS_OK)
            token = read_layout(lexer);
        if (token.kind != SSI_TOKEN_OP)
            return token;
        first = lexer->statement_start;
        lexer->statement_start = false;
        if (at_end(lexer))
            return finish(lexer);
        if (lexer->line_has_tokens || !ssi_is_line_end(ssi_peek(lexer, 0))) {
            token = read_token(lexer, first);
            lexer->behind_assign =
                token.kind == SSI_TOKEN_OP && token.op == '=';
            return token;
        }
        ssi_lexer_new_line(lexer); /* a lone backslash joined a blank line */
        lexer->at_line_start = true;
    }
}
