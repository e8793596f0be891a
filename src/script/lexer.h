/* SPDX-License-Identifier: MIT
 * The lexer: all of Python's tokens and layout, one token at a time. Its files
 * share this header: lexer.c (lines and indentation), lexer_tokens.c (names,
 * operators, brackets), lexer_literals.c (numbers, strings), lexer_magic.c
 * (what IPython takes beyond Python), lexer_source.c (encoding, and the margin
 * of a cell).
 */
#ifndef SSI_SCRIPT_LEXER_H
#define SSI_SCRIPT_LEXER_H

#include "script/ast.h"

#define SSI_MAX_INDENTS 100  /* as CPython's tokenizer */
#define SSI_MAX_BRACKETS 200 /* likewise */

typedef enum ssi_token_kind {
    SSI_TOKEN_END,
    SSI_TOKEN_NEWLINE,
    SSI_TOKEN_INDENT,
    SSI_TOKEN_DEDENT,
    SSI_TOKEN_NAME, /* identifiers and keywords */
    SSI_TOKEN_INT,
    SSI_TOKEN_FLOAT,
    SSI_TOKEN_IMAGINARY,
    SSI_TOKEN_STRING, /* prefix, quotes and all */
    SSI_TOKEN_OP,
    SSI_TOKEN_MAGIC, /* a notebook's magic line, or the whole magic cell */
    SSI_TOKEN_ERROR  /* the error is set */
} ssi_token_kind;

/* An operator's code: its one to three characters, the first one highest. */
#define SSI_OP1(a) ((uint32_t)(a))
#define SSI_OP2(a, b) ((uint32_t)(a) << 8 | (uint32_t)(b))
#define SSI_OP3(a, b, c) (SSI_OP2(a, b) << 8 | (uint32_t)(c))

typedef struct ssi_token {
    ssi_token_kind kind;
    ssi_place place;
    size_t start, size; /* bytes of the source */
    uint32_t op;        /* SSI_TOKEN_OP */
} ssi_token;

typedef struct ssi_bracket {
    char open;
    ssi_place place;
} ssi_bracket;

typedef struct ssi_lexer {
    const char *source;
    size_t size, at;
    ss_script_mode mode;
    ss_script_error *error;
    uint32_t line;
    size_t line_start;       /* byte where the line begins */
    size_t counted;          /* byte up to which columns were counted ... */
    uint32_t counted_column; /* ... and the column there */
    bool at_line_start;      /* indentation is to be read */
    bool statement_start;    /* it was, and a magic may stand here */
    bool line_has_tokens;    /* since the last NEWLINE */
    bool behind_assign;      /* the last token was '=' */
    size_t margin;           /* characters that were cut from each line */
    size_t indents[SSI_MAX_INDENTS];    /* tabs to 8 */
    size_t alternates[SSI_MAX_INDENTS]; /* tabs to 1: must agree */
    uint32_t indent_count, pending_dedents;
    bool pending_indent;
    ssi_bracket brackets[SSI_MAX_BRACKETS];
    uint32_t bracket_count;
} ssi_lexer;

/* Check the encoding and stand before the first token. A cell whose lines all
 * are indented is copied into the arena without its margin. false: the error
 * is set. */
bool ssi_lexer_start(ssi_lexer *lexer, const ss_script_cell *cell,
                     ss_script_mode mode, ssi_arena *arena,
                     ss_script_error *error);

ssi_token ssi_lexer_next(ssi_lexer *lexer);

/* The place of a byte on the current line, or behind it. */
ssi_place ssi_lexer_place(ssi_lexer *lexer, size_t byte);

/* Set the error once: the first one counts. */
void ssi_lexer_fail(ssi_lexer *lexer, ss_status status, ssi_place place,
                    const char *format, ...);
/* "SyntaxError: ..." at a byte of the current line. */
ssi_token ssi_lexer_wrong(ssi_lexer *lexer, size_t byte, const char *message);
/* SS_ERR_UNSUPPORTED: "'while' loop is not supported; supported: ..." */
ssi_token ssi_lexer_refuse(ssi_lexer *lexer, ssi_place place,
                           const char *construct);

/* A token of size bytes at lexer->at, which moves behind it. */
ssi_token ssi_lexer_make(ssi_lexer *lexer, ssi_token_kind kind, size_t size);
/* Step over a line's end that stands at lexer->at. */
void ssi_lexer_new_line(ssi_lexer *lexer);

/* The parts: each scans from lexer->at. */
ssi_token ssi_lexer_number(ssi_lexer *lexer);
ssi_token ssi_lexer_string(ssi_lexer *lexer, size_t prefix);
/* The length of a string prefix at lexer->at that a quote follows, or -1. */
int ssi_lexer_prefix(const ssi_lexer *lexer);
ssi_token ssi_lexer_name(ssi_lexer *lexer);
ssi_token ssi_lexer_operator(ssi_lexer *lexer);

/* At the first token of a line: whether a magic stands there, and it. */
bool ssi_lexer_at_magic(const ssi_lexer *lexer);
ssi_token ssi_lexer_magic(ssi_lexer *lexer);
/* What IPython alone takes, and we do not; false: nothing of the kind. */
bool ssi_lexer_refuse_ipython(ssi_lexer *lexer, bool first);

/* UTF-8 without zeros, and no other encoding named. */
bool ssi_lexer_check_source(ssi_lexer *lexer);
/* Cut the margin that all lines share, and the blanks of blank lines; false: no
 * memory. */
bool ssi_lexer_cut_margin(ssi_lexer *lexer, ssi_arena *arena);

static inline bool ssi_is_digit(int c)
{
    return c >= '0' && c <= '9';
}

/* A byte that may be part of a name; those above 127 are letters. */
static inline bool ssi_is_name_byte(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
           || ssi_is_digit(c) || c >= 128;
}

/* The byte ahead places behind lexer->at; 0 behind the end. */
static inline int ssi_peek(const ssi_lexer *lexer, size_t ahead)
{
    return ahead < lexer->size - lexer->at
               ? (unsigned char)lexer->source[lexer->at + ahead]
               : 0;
}

static inline bool ssi_is_line_end(int c)
{
    return c == '\n' || c == '\r';
}

#endif
