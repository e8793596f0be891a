/* SPDX-License-Identifier: MIT
 * What is Python but beyond the script language, by its name: refused before
 * anything runs, never misread.
 */
#include <stdio.h>
#include <string.h>

#include "script/parser.h"

void *ssi_refuse(ssi_parser *p, ssi_place place, const char *construct)
{
    if (p->token.kind != SSI_TOKEN_ERROR)
        ssi_lexer_refuse(&p->lexer, place, construct);
    return NULL;
}

typedef struct named_construct {
    const char *word;
    const char *name;
} named_construct;

static bool refuse_word(ssi_parser *p, const named_construct *table)
{
    for (; table->word; table++)
        if (ssi_at_word(p, table->word)) {
            ssi_refuse(p, p->token.place, table->name);
            return true;
        }
    return false;
}

/* Whether a token can only follow a word that begins a statement. */
static bool follows_soft_keyword(const ssi_parser *p, const ssi_token *next)
{
    static const char *const operators[] = {"in", "is",  "if",
                                            "or", "and", NULL};

    for (int i = 0; operators[i]; i++)
        if (ssi_token_is(p, next, operators[i]))
            return false;
    return next->kind == SSI_TOKEN_NAME || next->kind == SSI_TOKEN_INT
           || next->kind == SSI_TOKEN_STRING
           || (next->kind == SSI_TOKEN_OP && next->op == '{');
}

/* Whether a word that is no keyword begins a statement: "match x:". */
static bool soft_keyword(ssi_parser *p)
{
    ssi_lexer saved = p->lexer;
    ss_script_error error = *p->error;
    ssi_token next = ssi_lexer_next(&p->lexer);
    bool found = follows_soft_keyword(p, &next);

    if (ssi_token_is(p, &next, "not")) {
        next = ssi_lexer_next(&p->lexer);
        found = !ssi_token_is(p, &next, "in");
    }
    p->lexer = saved;
    *p->error = error;
    return found;
}

bool ssi_refuse_statement(ssi_parser *p)
{
    static const named_construct words[] = {
        {"while", "'while' loop"},
        {"if", "'if' statement"},
        {"def", "'def' function"},
        {"class", "'class' definition"},
        {"try", "'try' statement"},
        {"raise", "'raise' statement"},
        {"assert", "'assert' statement"},
        {"del", "'del' statement"},
        {"global", "'global' statement"},
        {"nonlocal", "'nonlocal' statement"},
        {"return", "'return' statement"},
        {"async", "'async' statement"},
        {"break", "'break' statement"},
        {"continue", "'continue' statement"},
        {NULL, NULL}};

    if (p->token.kind == SSI_TOKEN_OP && p->token.op == '@') {
        ssi_refuse(p, p->token.place, "decorator");
        return true;
    }
    if ((ssi_at_word(p, "match") || ssi_at_word(p, "type"))
        && soft_keyword(p)) {
        ssi_refuse(p, p->token.place,
                   ssi_at_word(p, "match") ? "'match' statement"
                                           : "'type' statement");
        return true;
    }
    return refuse_word(p, words);
}

bool ssi_refuse_operand(ssi_parser *p)
{
    static const named_construct words[] = {{"lambda", "'lambda' function"},
                                            {"not", "boolean operator 'not'"},
                                            {"yield", "'yield' expression"},
                                            {"await", "'await' expression"},
                                            {NULL, NULL}};

    if (ssi_at_op(p, '*') || ssi_at_op(p, SSI_OP2('*', '*'))) {
        ssi_refuse(p, p->token.place, "starred expression");
        return true;
    }
    return refuse_word(p, words);
}

static bool refuse_comparison(ssi_parser *p)
{
    static const uint32_t operators[] = {'<',
                                         '>',
                                         SSI_OP2('<', '='),
                                         SSI_OP2('>', '='),
                                         SSI_OP2('=', '='),
                                         SSI_OP2('!', '=')};

    if (p->token.kind != SSI_TOKEN_OP)
        return false;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (p->token.op == operators[i]) {
            ssi_refuse(p, p->token.place, "comparison");
            return true;
        }
    return false;
}

bool ssi_refuse_operator(ssi_parser *p)
{
    static const named_construct words[] = {{"and", "boolean operator 'and'"},
                                            {"or", "boolean operator 'or'"},
                                            {"in", "comparison 'in'"},
                                            {"is", "comparison 'is'"},
                                            {"not", "comparison 'not in'"},
                                            {"if", "conditional expression"},
                                            {NULL, NULL}};

    if (ssi_at_op(p, SSI_OP2(':', '='))) {
        ssi_refuse(p, p->token.place, "assignment expression ':='");
        return true;
    }
    return refuse_comparison(p) || refuse_word(p, words);
}

/* Magics that run code or change how values print: skipping them would show
 * other numbers than the notebook. */
static const char *const running_magics[] = {"time",
                                             "timeit",
                                             "prun",
                                             "lprun",
                                             "mprun",
                                             "memit",
                                             "mem",
                                             "run",
                                             "load",
                                             "reset",
                                             "reset_selective",
                                             "precision",
                                             "capture",
                                             "rerun",
                                             "recall",
                                             "macro",
                                             "edit",
                                             "debug",
                                             "pylab",
                                             "store",
                                             "pprint",
                                             "doctest_mode",
                                             "autocall",
                                             "alias_magic",
                                             NULL};

/* Cell magics whose body is no Python of this process. */
static const char *const foreign_cells[] = {
    "bash",      "sh",   "script", "system", "sx",       "cmd",        "html",
    "HTML",      "svg",  "SVG",    "latex",  "markdown", "javascript", "js",
    "writefile", "file", "perl",   "ruby",   "R",        "sql",        NULL};

static const char *const config[] = {"config", NULL};

static bool is_one_of(const char *const *words, const char *text, size_t size)
{
    for (; *words; words++)
        if (strlen(*words) == size && memcmp(*words, text, size) == 0)
            return true;
    return false;
}

/* "%config InteractiveShell...": which values of a cell are shown. */
static bool changes_display(const char *text, size_t size)
{
    static const char what[] = "InteractiveShell";
    const size_t n = sizeof what - 1;

    for (size_t i = 0; i + n <= size; i++)
        if (memcmp(text + i, what, n) == 0)
            return true;
    return false;
}

bool ssi_check_magic(ssi_parser *p)
{
    const char *text = p->lexer.source + p->token.start;
    size_t size = p->token.size, from = 0, n = 0;
    char what[64];
    bool refused;

    while (from < size && text[from] == '%')
        from++;
    if (from == 0)
        return true; /* "!ls", "name?": nothing of Python's changes */
    text += from;
    size -= from;
    while (n < size && ssi_is_name_byte((unsigned char)text[n]))
        n++;
    if (from == 2)
        refused =
            !is_one_of(foreign_cells, text, n) && !(size && text[0] == '!');
    else
        refused =
            is_one_of(running_magics, text, n)
            || (is_one_of(config, text, n) && changes_display(text, size));
    if (!refused || (size && text[size - 1] == '?'))
        return true;
    snprintf(what, sizeof what, "magic '%s%.*s'", from == 2 ? "%%" : "%",
             (int)(n < 40 ? n : 40), text);
    ssi_refuse(p, p->token.place, what);
    return false;
}
