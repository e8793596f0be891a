/* SPDX-License-Identifier: MIT
 * What IPython takes beyond Python: magics, commands and help lines. They
 * begin a line, in notebook cells and at the prompt.
 * Learned from: IPython's documentation and core/inputtransformer2.py, 9.
 */
#include <string.h>

#include "script/lexer.h"

/* The bytes to the end of the line, joined lines included. */
static size_t line_size(const ssi_lexer *lexer)
{
    size_t size = 0, left = lexer->size - lexer->at;

    while (size < left) {
        int c = ssi_peek(lexer, size);
        if (ssi_is_line_end(c)) {
            if (size == 0 || ssi_peek(lexer, size - 1) != '\\')
                break;
            if (c == '\r' && ssi_peek(lexer, size + 1) == '\n')
                size++;
        }
        size++;
    }
    return size;
}

/* "name?", "?name", "name??": IPython's help. */
static bool is_help_line(const ssi_lexer *lexer)
{
    size_t size = line_size(lexer);

    if (ssi_peek(lexer, 0) == '?')
        return true;
    while (size
           && (ssi_peek(lexer, size - 1) == ' '
               || ssi_peek(lexer, size - 1) == '\t'))
        size--;
    if (!size || ssi_peek(lexer, size - 1) != '?')
        return false;
    for (size_t i = 0; i < size; i++) {
        int c = ssi_peek(lexer, i);
        if (!ssi_is_name_byte(c) && !strchr("?.%*[]", c))
            return false;
    }
    return true;
}

/* "pip install x" without a "%", which IPython takes as a cell's only line. */
static bool is_bare_pip(const ssi_lexer *lexer)
{
    static const char *const words[] = {"pip ", "conda ", NULL};
    size_t size = line_size(lexer), before = 0, behind = lexer->at + size;

    while (before < lexer->at && strchr(" \t\r\n", lexer->source[before]))
        before++;
    while (behind < lexer->size && strchr(" \t\r\n", lexer->source[behind]))
        behind++;
    if (before < lexer->at || behind < lexer->size)
        return false;
    for (int i = 0; words[i]; i++) {
        size_t n = strlen(words[i]);
        if (size > n && ssi_is_name_byte(ssi_peek(lexer, n))
            && memcmp(lexer->source + lexer->at, words[i], n) == 0)
            return true;
    }
    return false;
}

bool ssi_lexer_at_magic(const ssi_lexer *lexer)
{
    int c = ssi_peek(lexer, 0);

    if (lexer->mode == SS_SCRIPT_FILE)
        return false;
    if (c == '%' || c == '!' || is_help_line(lexer))
        return true;
    return (c == 'p' || c == 'c') && is_bare_pip(lexer);
}

/* Whether nothing but blanks stands before lexer->at. */
static bool is_first_text(const ssi_lexer *lexer)
{
    size_t i = lexer->source[0] == '\xef' ? 3 : 0;

    while (i < lexer->at && strchr(" \t\f\r\n", lexer->source[i]))
        i++;
    return i == lexer->at;
}

/* A magic's line; a cell magic takes the whole cell. */
ssi_token ssi_lexer_magic(ssi_lexer *lexer)
{
    ssi_token token = ssi_lexer_make(lexer, SSI_TOKEN_MAGIC, 0);
    bool is_cell = ssi_peek(lexer, 0) == '%' && ssi_peek(lexer, 1) == '%';
    size_t size = line_size(lexer), end;

    if (is_cell && !is_first_text(lexer))
        return ssi_lexer_refuse(lexer, token.place,
                                "a cell magic below the first line");
    if (is_cell && !(size && ssi_peek(lexer, size - 1) == '?'))
        size = lexer->size - lexer->at;
    token.size = size;
    end = lexer->at + size;
    while (lexer->at < end)
        if (ssi_is_line_end(ssi_peek(lexer, 0)))
            ssi_lexer_new_line(lexer);
        else
            lexer->at++;
    return token;
}

bool ssi_lexer_refuse_ipython(ssi_lexer *lexer, bool first)
{
    int c = ssi_peek(lexer, 0);
    ssi_place place;

    if (lexer->mode == SS_SCRIPT_FILE)
        return false;
    place = ssi_lexer_place(lexer, lexer->at);
    if (lexer->behind_assign && !lexer->bracket_count && (c == '%' || c == '!'))
        ssi_lexer_refuse(lexer, place, "assignment of a magic's result");
    else if (first && (c == ',' || c == ';' || c == '/'))
        ssi_lexer_refuse(lexer, place, "a call without parentheses");
    else if (first && c == '>' && ssi_peek(lexer, 1) == '>'
             && ssi_peek(lexer, 2) == '>')
        ssi_lexer_refuse(lexer, place, "a '>>>' prompt in a cell");
    else
        return false;
    return true;
}
