/* SPDX-License-Identifier: MIT
 * formatter= of NumPy's print options: a dict of callables, one a kind.
 * Learned from: NumPy 2.4.6 (_core/arrayprint.py) by experiment.
 */
#include "script/numpy_formatter.h"

#include <string.h>

#include "script/ndarray.h"

enum { BOOL, INT, FLOAT, COMPLEX, TEXT, OBJECT, KINDS };

/* Lives until its session ends: print options hold it without counting. */
typedef struct formatter_object {
    ssi_object head;
    ss_session *session;
    ssi_value dict;
    ssi_value callees[KINDS]; /* borrowed from dict; None: NumPy's own */
} formatter_object;

static void formatter_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((formatter_object *)self)->dict);
}

static const ssi_type formatter_type = {
    .name = "formatter",
    .qualified = "formatter",
    .destroy = formatter_destroy,
};

static int kind_of(ss_dtype d)
{
    if (d == SS_BOOL)
        return BOOL;
    if (ssi_dtype_is_integer(d))
        return INT;
    if (ssi_dtype_is_text(d))
        return TEXT;
    if (d == SS_OBJECT)
        return OBJECT;
    return ssi_dtype_is_complex(d) ? COMPLEX : FLOAT;
}

static ss_status element(void *context, ss_dtype dtype, const void *item,
                         size_t itemsize, ss_text *out)
{
    formatter_object *o = context;
    ss_session *s = o->session;
    ssi_value v, text;
    ssi_call call = {0};
    ss_status status = SS_ERR_EXCEPTION;
    if (!ssi_new_scalar(s, dtype, itemsize, item, &v))
        return status;
    call.positional = &v;
    call.positional_count = 1;
    if (ssi_call_value(s, o->callees[kind_of(dtype)], &call, &text)) {
        const ssi_str_object *t = (const ssi_str_object *)text.u.o;
        if (ssi_is(text, &ssi_type_str))
            status = ss_text_append(out, t->data, t->size);
        else
            ssi_unsupported(s, "a formatter whose result is not a str");
        ssi_release(s, text);
    }
    ssi_release(s, v);
    return status;
}

/* Keys in the order in which NumPy lets them win. */
static const struct {
    const char *name;
    unsigned kinds; /* bits by kind */
} keys[] = {{"all", (1u << KINDS) - 1},
            {"int_kind", 1u << INT},
            {"float_kind", 1u << FLOAT},
            {"complex_kind", 1u << COMPLEX},
            {"str_kind", 1u << TEXT},
            {"bool", 1u << BOOL},
            {"int", 1u << INT},
            {"float", 1u << FLOAT},
            {"complexfloat", 1u << COMPLEX},
            {"numpystr", 1u << TEXT},
            {"object", 1u << OBJECT}};

static bool read_keys(ss_session *s, formatter_object *o, uint32_t *kinds)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        ssi_value callee;
        if (!ssi_dict_get(s, o->dict, keys[i].name, &callee)) {
            if (s->error.status != SS_OK)
                return false;
            continue;
        }
        if (callee.tag == SSI_NONE)
            continue;
        for (int k = 0; k < KINDS; k++)
            if (keys[i].kinds >> k & 1) {
                o->callees[k] = callee;
                *kinds |= 1u << k;
            }
    }
    return true;
}

bool ssi_set_formatter(ss_session *s, ssi_value v,
                       ss_numpy_print_options *options)
{
    uint32_t kinds = 0;
    options->formatter = 0;
    options->element = NULL;
    options->context = NULL;
    if (v.tag == SSI_NONE)
        return true;
    if (!ssi_is(v, &ssi_type_dict))
        return ssi_unsupported(s, "a formatter that is not a dict");
    formatter_object *o = ssi_new(s, &formatter_type, sizeof *o, 0);
    if (!o)
        return false;
    o->session = s;
    o->dict = ssi_retain(v);
    for (int k = 0; k < KINDS; k++)
        o->callees[k] = ssi_none();
    if (!read_keys(s, o, &kinds))
        return false;
    options->formatter = kinds;
    options->element = element;
    options->context = o;
    return true;
}

ssi_value ssi_formatter_shown(const ss_numpy_print_options *options)
{
    formatter_object *o = options->context;
    return o ? ssi_retain(o->dict) : ssi_none();
}
