/* SPDX-License-Identifier: MIT
 * The syntax tree of a script, as the parser builds it and the evaluator
 * walks it.
 *
 * A whole tree lives in one arena (ssi_arena) and is freed with it. Nodes are
 * immutable after parsing. Names and string constants point into the arena,
 * digits of numbers into the source, which must outlive the tree.
 */
#ifndef SSI_SCRIPT_AST_H
#define SSI_SCRIPT_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/script.h>

/* Bump allocator: one tree's memory, capped. */
typedef struct ssi_arena {
    struct ssi_arena_block *blocks;
    size_t used;  /* bytes handed out */
    size_t limit; /* 0: no limit */
} ssi_arena;

void *ssi_arena_alloc(ssi_arena *arena, size_t size); /* zeroed; NULL: none */
void ssi_arena_free(ssi_arena *arena);

/* Line and column from 1; columns count characters, not bytes. */
typedef struct ssi_place {
    uint32_t line;
    uint32_t column;
} ssi_place;

typedef enum ssi_node_kind {
    /* expressions */
    SSI_NODE_NONE,      /* None */
    SSI_NODE_BOOL,      /* u.truth */
    SSI_NODE_INT,       /* u.text: decimal, 0x, 0o, 0b digits, no underscores */
    SSI_NODE_FLOAT,     /* u.text: the literal without underscores */
    SSI_NODE_IMAGINARY, /* u.text: the same, without the j */
    SSI_NODE_STR,       /* u.text: UTF-8 of the decoded value (surrogates as
                           three bytes), adjacent literals joined */
    SSI_NODE_BYTES,     /* u.text: the decoded bytes */
    SSI_NODE_ELLIPSIS,
    SSI_NODE_NAME,      /* u.text */
    SSI_NODE_TUPLE,     /* u.list */
    SSI_NODE_LIST,      /* u.list */
    SSI_NODE_DICT,      /* u.list: key, value, key, value, ... */
    SSI_NODE_UNARY,     /* u.unary: op, operand */
    SSI_NODE_BINARY,    /* u.binary: op, left, right */
    SSI_NODE_ATTRIBUTE, /* u.attribute: object, name; place: the name's */
    SSI_NODE_INDEX,     /* u.binary: left[right]; place: the bracket's */
    SSI_NODE_SLICE,     /* u.list: start, stop, step; None where left out */
    SSI_NODE_CALL,      /* u.call; place: the callee's last name or bracket */
    /* statements */
    SSI_NODE_EXPRESSION, /* u.expression: value, and whether a ';' ends it */
    SSI_NODE_ASSIGN,     /* u.assign: targets (Name or Tuple/List of targets),
                            left to right, and the value */
    SSI_NODE_IMPORT,     /* u.import */
    SSI_NODE_FOR,        /* u.loop: target, iterable, body */
    SSI_NODE_WITH,       /* u.with: item, target or NULL, body */
    SSI_NODE_PASS,
    SSI_NODE_MAGIC /* u.text: the notebook line, "%matplotlib inline" */
} ssi_node_kind;

typedef enum ssi_operator {
    SSI_OP_ADD,
    SSI_OP_SUB,
    SSI_OP_MUL,
    SSI_OP_DIV,
    SSI_OP_FLOORDIV,
    SSI_OP_MOD,
    SSI_OP_POW,
    SSI_OP_LSHIFT,
    SSI_OP_RSHIFT,
    SSI_OP_AND,
    SSI_OP_OR,
    SSI_OP_XOR,
    SSI_OP_MATMUL,
    SSI_OP_POSITIVE,
    SSI_OP_NEGATIVE,
    SSI_OP_INVERT
} ssi_operator;

typedef struct ssi_slice_text {
    const char *bytes; /* may contain zeros; a zero ends all but numbers */
    size_t size;
} ssi_slice_text;

typedef struct ssi_node ssi_node;

typedef struct ssi_node_list {
    const ssi_node **items;
    size_t count;
} ssi_node_list;

typedef struct ssi_keyword {
    ssi_slice_text name;
    const ssi_node *value;
    ssi_place place;
} ssi_keyword;

struct ssi_node {
    ssi_node_kind kind;
    ssi_place place;
    uint32_t height; /* of the tree below, bounded by the parser */
    union {
        bool truth;
        ssi_slice_text text;
        ssi_node_list list;
        struct {
            ssi_operator op;
            const ssi_node *operand;
        } unary;
        struct {
            ssi_operator op;
            const ssi_node *left, *right;
        } binary;
        struct {
            const ssi_node *object;
            ssi_slice_text name;
        } attribute;
        struct {
            const ssi_node *callee;
            ssi_node_list arguments;
            const ssi_keyword *keywords;
            size_t keyword_count;
        } call;
        struct {
            const ssi_node *value;
            bool silent; /* a ';' follows: IPython does not show it */
        } expression;
        struct {
            ssi_node_list targets;
            const ssi_node *value;
        } assign;
        struct {
            ssi_slice_text module; /* "numpy.random" */
            ssi_slice_text member; /* from module import member; else empty */
            ssi_slice_text alias;  /* the name that is bound */
            bool has_alias;        /* "as" was written: for "import a.b" the
                                      name is a.b itself, else just a */
        } import;
        struct {
            const ssi_node *target, *iterable;
            ssi_node_list body;
        } loop;
        struct {
            const ssi_node *item, *target;
            ssi_node_list body;
        } with;
    } u;
};

/* A parsed cell: its statements in order. "import a, b" and
 * "from m import a, b" become one SSI_NODE_IMPORT for each name. */
typedef struct ssi_tree {
    ssi_arena arena;
    ssi_node_list body;
} ssi_tree;

/* Parse one cell. false: *error holds status, place and message, cell is left
 * alone; the tree is then empty. Magics are allowed in SS_SCRIPT_CELL and
 * SS_SCRIPT_PROMPT mode only. Free the tree with ssi_arena_free(). */
bool ssi_parse(const ss_script_cell *cell, ss_script_mode mode, ssi_tree *tree,
               ss_script_error *error);

#endif
