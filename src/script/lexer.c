/* SPDX-License-Identifier: MIT
 * Lines, indentation, names, operators and notebook magics.
 * Learned from: The Python Language Reference 3.11, 2 (Lexical analysis);
 * CPython's messages; IPython's documentation of magics.
 */
#include "script/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "script/utf8.h"

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
    return (ssi_place){lexer->line, lexer->counted_column};
}

static ssi_token fail_at(ssi_lexer *lexer, size_t byte, const char *message)
{
    ssi_lexer_fail(lexer, SS_ERR_SYNTAX, ssi_lexer_place(lexer, byte), "%s",
                   message);
    return (ssi_token){.kind = SSI_TOKEN_ERROR};
}

/* Whether all bytes are UTF-8 without zeros; the error's place if not. */
static bool check_encoding(ssi_lexer *lexer)
{
    size_t i = 0;

    while (i < lexer->size) {
        size_t step = ssi_utf8_step(lexer->source + i, lexer->size - i);
        unsigned char c = (unsigned char)lexer->source[i];
        if (step == 0)
            ssi_lexer_fail(lexer, SS_ERR_SYNTAX, ssi_lexer_place(lexer, i),
                           "SyntaxError: (unicode error) 'utf-8' codec can't "
                           "decode byte 0x%02x in position %zu", c, i);
        if (c == 0)
            ssi_lexer_fail(lexer, SS_ERR_SYNTAX, ssi_lexer_place(lexer, i),
                           "SyntaxError: source code cannot contain null "
                           "bytes");
        if (step == 0 || c == 0)
            return false;
        i += step;
        if (c == '\n' || (c == '\r' && !(i < lexer->size &&
                                         lexer->source[i] == '\n'))) {
            lexer->line++;
            lexer->line_start = i;
        }
    }
    return true;
}

bool ssi_lexer_start(ssi_lexer *lexer, const ss_script_cell *cell,
                     ss_script_mode mode, ss_script_error *error)
{
    *lexer = (ssi_lexer){.source = cell->source, .size = cell->size,
                         .mode = mode, .error = error, .line = 1,
                         .counted_column = 1, .at_line_start = true,
                         .indent_count = 1};
    if (!check_encoding(lexer))
        return false;
    lexer->line = 1;
    lexer->line_start = lexer->counted = 0;
    lexer->counted_column = 1;
    if (lexer->size >= 3 && memcmp(lexer->source, "\xef\xbb\xbf", 3) == 0)
        lexer->at = lexer->line_start = lexer->counted = 3;
    return true;
}

static bool is_line_end(int c)
{
    return c == '\n' || c == '\r';
}

void ssi_lexer_new_line(ssi_lexer *lexer)
{
    lexer->at += ssi_peek(lexer, 0) == '\r' && ssi_peek(lexer, 1) == '\n' ? 2
                                                                          : 1;
    lexer->line++;
    lexer->line_start = lexer->counted = lexer->at;
    lexer->counted_column = 1;
}

static bool at_end(const ssi_lexer *lexer)
{
    return lexer->at >= lexer->size;
}

static ssi_token make(ssi_lexer *lexer, ssi_token_kind kind, size_t size)
{
    ssi_token token = {.kind = kind, .start = lexer->at, .size = size};

    token.place = ssi_lexer_place(lexer, lexer->at);
    lexer->at += size;
    lexer->line_has_tokens = true;
    return token;
}

static void skip_comment(ssi_lexer *lexer)
{
    while (!at_end(lexer) && !is_line_end(ssi_peek(lexer, 0)))
        lexer->at++;
}

/* The error of a backslash that ends the source. */
static bool fail_end(ssi_lexer *lexer)
{
    lexer->error->incomplete = true;
    fail_at(lexer, lexer->at, "SyntaxError: unexpected EOF while parsing");
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
        } else if (c == '\\' && is_line_end(ssi_peek(lexer, 1))) {
            lexer->at++;
            ssi_lexer_new_line(lexer);
            if (at_end(lexer))
                return fail_end(lexer);
        } else if (lexer->bracket_count && is_line_end(c)) {
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
    size_t first = 0, first_alternate = 0;

    *width = *alternate = 0;
    for (;; lexer->at++) {
        int c = ssi_peek(lexer, 0);
        if (c == ' ') {
            ++*width;
            ++*alternate;
        } else if (c == '\t') {
            *width = (*width / 8 + 1) * 8;
            ++*alternate;
        } else if (c == '\f') {
            *width = *alternate = 0;
        } else if (c == '\\' && is_line_end(ssi_peek(lexer, 1))) {
            if (!first) {
                first = *width;
                first_alternate = *alternate;
            }
            lexer->at++;
            ssi_lexer_new_line(lexer);
            if (at_end(lexer))
                return fail_end(lexer);
            *width = *alternate = 0;
            lexer->at--;
        } else {
            break;
        }
    }
    if (first) {
        *width = first;
        *alternate = first_alternate;
    }
    return true;
}

static bool fail_tabs(ssi_lexer *lexer)
{
    fail_at(lexer, lexer->at, "TabError: inconsistent use of tabs and spaces "
                              "in indentation");
    return false;
}

static bool open_indent(ssi_lexer *lexer, size_t width, size_t alternate)
{
    if (lexer->indent_count == SSI_MAX_INDENTS) {
        fail_at(lexer, lexer->at,
                "IndentationError: too many levels of indentation");
        return false;
    }
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
    if (lexer->indents[lexer->indent_count - 1] != width) {
        fail_at(lexer, lexer->at,
                "IndentationError: unindent does not match any outer "
                "indentation level");
        return false;
    }
    return alternate == lexer->alternates[lexer->indent_count - 1] ||
           fail_tabs(lexer);
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
        if (!is_line_end(ssi_peek(lexer, 0)))
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
    ssi_token token = make(lexer, kind, 0);

    lexer->line_has_tokens = false;
    return token;
}

/* At the end: close the line, then every block. */
static ssi_token finish(ssi_lexer *lexer)
{
    if (lexer->bracket_count) {
        ssi_bracket *b = &lexer->brackets[lexer->bracket_count - 1];
        lexer->error->incomplete = true;
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, b->place,
                       "SyntaxError: '%c' was never closed", b->open);
        return (ssi_token){.kind = SSI_TOKEN_ERROR};
    }
    if (lexer->line_has_tokens) {
        ssi_token token = make(lexer, SSI_TOKEN_NEWLINE, 0);
        lexer->line_has_tokens = false;
        lexer->at_line_start = true;
        return token;
    }
    if (lexer->indent_count > 1) {
        lexer->indent_count--;
        return make_layout(lexer, SSI_TOKEN_DEDENT);
    }
    return make_layout(lexer, SSI_TOKEN_END);
}

static bool open_bracket(ssi_lexer *lexer, char c)
{
    if (lexer->bracket_count == SSI_MAX_BRACKETS) {
        fail_at(lexer, lexer->at, "SyntaxError: too many nested parentheses");
        return false;
    }
    lexer->brackets[lexer->bracket_count++] =
        (ssi_bracket){c, ssi_lexer_place(lexer, lexer->at)};
    return true;
}

static bool close_bracket(ssi_lexer *lexer, char c)
{
    ssi_place place = ssi_lexer_place(lexer, lexer->at);
    ssi_bracket *b;

    if (!lexer->bracket_count) {
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                       "SyntaxError: unmatched '%c'", c);
        return false;
    }
    b = &lexer->brackets[--lexer->bracket_count];
    if ((b->open == '(' && c == ')') || (b->open == '[' && c == ']') ||
        (b->open == '{' && c == '}'))
        return true;
    if (b->place.line == place.line)
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                       "SyntaxError: closing parenthesis '%c' does not match "
                       "opening parenthesis '%c'", c, b->open);
    else
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                       "SyntaxError: closing parenthesis '%c' does not match "
                       "opening parenthesis '%c' on line %u", c, b->open,
                       (unsigned)b->place.line);
    return false;
}

/* The longest operator at lexer->at, 0 if there is none. */
static size_t operator_size(const ssi_lexer *lexer)
{
    static const char *const operators[] = {
        "**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "**", "//", ">>",
        "<<",  "<=",  ">=",  "==",  "+=",  "-=", "*=", "/=", "%=", "&=", "|=",
        "^=",  "@=",  "<>",  "+",   "-",   "*",  "/",  "%",  "@",  "&",  "|",
        "^",   "~",   "<",   ">",   "(",   ")",  "[",  "]",  "{",  "}",  ",",
        ":",   ".",   ";",   "=",   NULL};

    for (int i = 0; operators[i]; i++) {
        size_t size = strlen(operators[i]);
        if (size <= lexer->size - lexer->at &&
            memcmp(operators[i], lexer->source + lexer->at, size) == 0)
            return size;
    }
    return 0;
}

static ssi_token read_operator(ssi_lexer *lexer)
{
    size_t size = operator_size(lexer);
    ssi_token token;
    int c = ssi_peek(lexer, 0);

    if (size == 0) {
        ssi_place place = ssi_lexer_place(lexer, lexer->at);
        if (c == '\\')
            return fail_at(lexer, lexer->at,
                           "SyntaxError: unexpected character after line "
                           "continuation character");
        if (c > ' ' && c < 127)
            return fail_at(lexer, lexer->at, "SyntaxError: invalid syntax");
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                       "SyntaxError: invalid non-printable character U+%04X",
                       (unsigned)c);
        return (ssi_token){.kind = SSI_TOKEN_ERROR};
    }
    if (strchr("([{", c) && !open_bracket(lexer, (char)c))
        return (ssi_token){.kind = SSI_TOKEN_ERROR};
    if (strchr(")]}", c) && !close_bracket(lexer, (char)c))
        return (ssi_token){.kind = SSI_TOKEN_ERROR};
    token = make(lexer, SSI_TOKEN_OP, size);
    for (size_t i = 0; i < size; i++)
        token.op = token.op << 8 |
                   (unsigned char)lexer->source[token.start + i];
    return token;
}

/* A name; what is no letter of Python's is refused. */
static ssi_token read_name(ssi_lexer *lexer)
{
    size_t size = 0;

    while (ssi_is_name_byte(ssi_peek(lexer, size))) {
        size_t left = lexer->size - lexer->at - size, step = 1;
        const char *p = lexer->source + lexer->at + size;
        if (ssi_peek(lexer, size) >= 128) {
            uint32_t point = ssi_utf8_decode(p, left, &step);
            if (!(size ? ssi_utf8_is_letter(point)
                       : ssi_utf8_starts_name(point))) {
                ssi_lexer_fail(
                    lexer, SS_ERR_SYNTAX,
                    ssi_lexer_place(lexer, lexer->at + size),
                    "SyntaxError: invalid character '%.*s' (U+%04X)",
                    (int)step, p, (unsigned)point);
                return (ssi_token){.kind = SSI_TOKEN_ERROR};
            }
        }
        size += step;
    }
    return make(lexer, SSI_TOKEN_NAME, size);
}

/* The bytes to the end of the line, joined lines included. */
static size_t line_size(const ssi_lexer *lexer, uint32_t *lines)
{
    size_t size = 0;

    *lines = 0;
    for (; size < lexer->size - lexer->at; size++) {
        if (!is_line_end(ssi_peek(lexer, size)))
            continue;
        if (size == 0 || ssi_peek(lexer, size - 1) != '\\')
            break;
        ++*lines;
    }
    return size;
}

/* "name?", "?name", "name??": IPython's help. */
static bool is_help_line(const ssi_lexer *lexer)
{
    uint32_t lines;
    size_t size = line_size(lexer, &lines);

    while (size && (ssi_peek(lexer, size - 1) == ' ' ||
                    ssi_peek(lexer, size - 1) == '\t'))
        size--;
    if (size < 2 || (ssi_peek(lexer, size - 1) != '?' &&
                     ssi_peek(lexer, 0) != '?'))
        return false;
    for (size_t i = 0; i < size; i++) {
        int c = ssi_peek(lexer, i);
        if (!ssi_is_name_byte(c) && !strchr("?.%*", c))
            return false;
    }
    return true;
}

static bool is_magic(const ssi_lexer *lexer)
{
    int c = ssi_peek(lexer, 0);

    if (lexer->mode == SS_SCRIPT_FILE)
        return false;
    return c == '%' || c == '!' || is_help_line(lexer);
}

static ssi_token read_magic(ssi_lexer *lexer)
{
    uint32_t lines;
    size_t size = line_size(lexer, &lines);
    bool cell = ssi_peek(lexer, 0) == '%' && ssi_peek(lexer, 1) == '%';
    ssi_token token;

    if (cell && lexer->indent_count == 1 && !lexer->line_has_tokens)
        size = lexer->size - lexer->at;
    token = make(lexer, SSI_TOKEN_MAGIC, size);
    lexer->line += lines;
    return token;
}

static ssi_token read_token(ssi_lexer *lexer, bool first)
{
    int c = ssi_peek(lexer, 0), prefix = ssi_lexer_prefix(lexer);

    if (first && is_magic(lexer))
        return read_magic(lexer);
    if (is_line_end(c)) {
        ssi_token token = make(lexer, SSI_TOKEN_NEWLINE, 0);
        ssi_lexer_new_line(lexer);
        lexer->at_line_start = true;
        lexer->line_has_tokens = false;
        return token;
    }
    if (prefix >= 0)
        return ssi_lexer_string(lexer, (size_t)prefix);
    if (ssi_is_digit(c) || (c == '.' && ssi_is_digit(ssi_peek(lexer, 1))))
        return ssi_lexer_number(lexer);
    if (ssi_is_name_byte(c))
        return read_name(lexer);
    return read_operator(lexer);
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
    return (ssi_token){.kind = skip_blanks(lexer) ? SSI_TOKEN_OP
                                                  : SSI_TOKEN_ERROR};
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
        if (lexer->line_has_tokens || !is_line_end(ssi_peek(lexer, 0)))
            return read_token(lexer, first);
        ssi_lexer_new_line(lexer); /* a lone backslash joined a blank line */
        lexer->at_line_start = true;
    }
}
