/* SPDX-License-Identifier: MIT
 * What the files of the evaluator share and the modules do not need.
 */
#ifndef SSI_SCRIPT_SESSION_H
#define SSI_SCRIPT_SESSION_H

#include "base/bigint.h"
#include "script/value.h"

/* Bytes of live values where options name no limit. */
#define SSI_DEFAULT_MEMORY ((size_t)(UINT64_C(4) << 30))

/* Depth of nested expressions, which keeps the C stack small, and of nested
 * values in their repr, which is CPython's. */
#define SSI_MAX_DEPTH 2000
#define SSI_MAX_VALUE_DEPTH 1000
/* The most bits of an int. */
#define SSI_MAX_INT_BITS ((size_t)1 << 20)
/* Python's own limit on int <-> decimal text. */
#define SSI_MAX_INT_DIGITS 4300

/* --- names.c: a table from names to values --- */
typedef struct ssi_names ssi_names;
ssi_names *ssi_names_new(void);
void ssi_names_free(ss_session *s, ssi_names *names);
/* Takes the reference to v; false: no memory, v is then released. */
bool ssi_names_set(ss_session *s, ssi_names *names, const char *name,
                   ssi_value v);
/* NULL: no such name. */
const ssi_value *ssi_names_get(const ssi_names *names, const char *name);
/* Every name's value, in no order. */
void ssi_names_each(const ssi_names *names,
                    void (*each)(void *context, ssi_value v), void *context);

/* --- session_memory.c --- */
void ssi_free_objects(ss_session *s); /* all that live, cycles included */

/* --- session.c --- */
bool ssi_flush(ss_session *s);
bool ssi_append(ss_session *s, ss_text *out, const char *zero_terminated);
bool ssi_append_status(ss_session *s, ss_status status);
/* One value deeper; false: RecursionError "maximum recursion depth exceeded"
 * and what, e.g. " while getting the repr of an object". */
bool ssi_enter_value(ss_session *s, const char *what);

/* --- check.c: one cell before anything runs --- */
typedef struct ssi_check ssi_check;
ssi_check *ssi_check_new(ss_session *s); /* NULL: no memory, error is set */
void ssi_check_free(ssi_check *check);
bool ssi_check_cell(ss_session *s, ssi_check *check, const ssi_tree *tree);

/* --- eval.c, eval_statement.c --- */
bool ssi_eval(ss_session *s, const ssi_node *node, ssi_value *out);
bool ssi_execute(ss_session *s, const ss_script_cell *cell,
                 const ssi_tree *tree);

/* --- seed_magic.c --- */
/* "%load_ext sameseed" or "%seed ..."; *handled false: another magic. */
bool ssi_seed_magic(ss_session *s, const char *text, bool *handled);

/* --- numbers --- */
bool ssi_is_pyint(ssi_value v); /* bool, int, bigint */
/* A view (two words at memory) of a bool, int or bigint. */
ssi_bigint ssi_int_view(ssi_value v, uint32_t memory[2]);
/* An int from a bigint, which is taken over and freed. */
bool ssi_int_take(ss_session *s, ssi_bigint *big, ssi_value *out);
bool ssi_int_binary(ss_session *s, ssi_operator op, ssi_value left,
                    ssi_value right, ssi_value *out, bool *handled);
bool ssi_int_unary(ss_session *s, ssi_operator op, ssi_value v, ssi_value *out);
bool ssi_int_repr(ss_session *s, ssi_value v, ss_text *out);
/* Digits as int literals are written: decimal, 0x, 0o, 0b. */
bool ssi_int_literal(ss_session *s, const char *digits, size_t size,
                     ssi_value *out);
/* A float of any int: OverflowError when it is out of range. */
bool ssi_int_double(ss_session *s, ssi_value v, double *out);
bool ssi_float_binary(ss_session *s, ssi_operator op, double left, double right,
                      ssi_value *out, bool *handled);
/* Decimal text without spaces around it, inf or nan; false: not a float. */
bool ssi_float_read(const char *text, size_t size, double *out);
bool ssi_new_complex(ss_session *s, double real, double imag, ssi_value *out);
bool ssi_complex_parts(ssi_value v, double *real, double *imag);

/* --- hashing and equality (protocol_equal.c) --- */
bool ssi_hash(ss_session *s, ssi_value v, uint64_t *out);
/* Whether a container would take them as the same item. */
bool ssi_same(ss_session *s, ssi_value a, ssi_value b, bool *out);
bool ssi_same_identity(ssi_value a, ssi_value b);

/* --- convert.c --- */
/* A NumPy scalar, a 0-d array, a tensor of one element as Python's own
 * object; anything else as it is. */
bool ssi_python_value(ss_session *s, ssi_value v, ssi_value *out);
/* int(v) of one of Python's own values; original: what the error names. */
bool ssi_int_of(ss_session *s, ssi_value v, ssi_value original, ssi_value *out);
bool ssi_has_index(ssi_value v); /* operator.index() may take it */

/* --- text --- */
/* The code point at *at, which moves on; str objects hold valid UTF-8 but for
 * surrogates. */
uint32_t ssi_utf8_next(const char *bytes, size_t *at);
bool ssi_str_repr(ss_session *s, const char *bytes, size_t size, ss_text *out);

bool ssi_new_ellipsis(ss_session *s, ssi_value *out);

/* --- sequences --- */
/* An index in [0, count): IndexError with text "NAME index out of range";
 * names: TypeError "NAME indices must be integers or slices, not TYPE". */
bool ssi_position(ss_session *s, const char *names, const char *range_error,
                  ssi_value key, size_t count, size_t *out);
bool ssi_items_repr(ss_session *s, const ssi_value *items, size_t count,
                    ss_text *out);
/* Append all items of an iterable to a list. */
bool ssi_list_extend(ss_session *s, ssi_value list, ssi_value iterable);
bool ssi_list_reserve(ss_session *s, ssi_value list, size_t count);
/* Sequence times int: count copies of it, as Python's size_t; negative is 0 */
bool ssi_repeat_count(ss_session *s, ssi_value times, size_t size, size_t *out);

typedef struct ssi_dict_entry {
    ssi_value key, value;
    uint64_t hash;
} ssi_dict_entry;

/* Entry i in order, or NULL at the end. */
const ssi_dict_entry *ssi_dict_entry_at(ssi_value dict, size_t i);
/* *out NULL: no such key; false: not hashable. Borrowed. */
bool ssi_dict_find(ss_session *s, ssi_value dict, ssi_value key,
                   const ssi_value **out);

/* --- functions, modules, classes --- */
bool ssi_new_function(ss_session *s, const ssi_function *row, ssi_value self,
                      ssi_value *out);
void ssi_function_is_torch(ssi_value function);   /* see torch_grad.h */
const ssi_function *ssi_function_of(ssi_value v); /* NULL: not a function */
const ssi_module *ssi_module_of(ssi_value v);     /* NULL: not a module */
const ssi_function *ssi_find_function(const ssi_function *rows,
                                      const char *name);
/* A Python builtin that we do not have, e.g. "sorted". */
bool ssi_is_python_builtin(const char *name);
/* An attribute that Python's own type has, supported or not. */
bool ssi_python_has_attribute(const char *type, const char *name);

#endif
