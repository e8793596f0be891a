/* SPDX-License-Identifier: MIT
 * Functions as values, and the match of a call with a signature.
 */
#include "script/function.h"
#include "script/numpy_since.h"
#include "script/torch_grad.h"

#include <string.h>

/* --- signatures --- */

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
           || (c >= '0' && c <= '9') || c == '_';
}

/* The end of one parameter: a comma outside of brackets and quotes. */
static const char *parameter_end(const char *p)
{
    int depth = 0;
    char quote = '\0';

    for (; *p && (depth || quote || *p != ','); p++) {
        if (quote)
            quote = *p == quote ? '\0' : quote;
        else if (*p == '\'' || *p == '"')
            quote = *p;
        else if (*p == '(' || *p == '[' || *p == '{')
            depth++;
        else if (*p == ')' || *p == ']' || *p == '}')
            depth--;
    }
    return p;
}

static void add_parameter(ssi_signature *out, const char *p, const char *end,
                          bool keyword_only)
{
    ssi_parameter *parameter = &out->parameters[out->count];

    if (out->count == SSI_MAX_PARAMETERS)
        return;
    parameter->name = p;
    while (p < end && is_name_byte(*p))
        p++;
    parameter->size = (size_t)(p - parameter->name);
    while (p < end && *p != '=')
        p++;
    parameter->has_default = p < end;
    parameter->kind = keyword_only ? SSI_KEYWORD_ONLY : SSI_NORMAL;
    out->count++;
    if (!keyword_only) {
        out->positional = out->count;
        if (!parameter->has_default)
            out->required = out->count;
    }
}

void ssi_read_signature(const char *text, ssi_signature *out)
{
    bool keyword_only = false;

    out->count = out->positional = out->required = 0;
    out->rest = out->any_keyword = false;
    for (const char *p = text ? text : "", *end; *p; p = end + (*end == ',')) {
        end = parameter_end(p);
        while (p < end && *p == ' ')
            p++;
        if (p == end)
            continue;
        if (*p == '/') {
            for (size_t i = 0; i < out->count; i++)
                out->parameters[i].kind = SSI_POSITIONAL_ONLY;
        } else if (*p == '*') {
            out->any_keyword |= p[1] == '*';
            out->rest |= p + 1 < end && is_name_byte(p[1]);
            keyword_only = true;
        } else {
            add_parameter(out, p, end, keyword_only);
        }
    }
}

/* --- binding --- */

static size_t find_parameter(const ssi_signature *signature, const char *name)
{
    size_t size = strlen(name);

    for (size_t i = 0; i < signature->count; i++) {
        const ssi_parameter *p = &signature->parameters[i];
        if (p->kind != SSI_POSITIONAL_ONLY && p->size == size
            && memcmp(p->name, name, size) == 0)
            return i;
    }
    return signature->count;
}

static bool bind_keywords(ss_session *s, ssi_call *call,
                          const ssi_signature *signature)
{
    for (size_t k = 0; k < call->keyword_count; k++) {
        size_t i = find_parameter(signature, call->keyword_names[k]);
        if (i == signature->count) {
            if (signature->any_keyword)
                continue;
            return ssi_unexpected(s, call, signature, call->keyword_names[k]);
        }
        if (call->given[i])
            return ssi_given_twice(s, call, signature, i);
        call->args[i] = call->keyword_values[k];
        call->given[i] = true;
    }
    return true;
}

/* Cython and C count positionals before they look at keywords, a def after. */
static bool too_many(const ssi_call *call, const ssi_signature *signature)
{
    size_t given = call->positional_count;

    if (signature->rest)
        return false;
    if (call->function->style == SSI_STYLE_KEYWORDS)
        return given + call->keyword_count > signature->count
               || given > signature->positional;
    return given > signature->positional;
}

static bool any_missing(const ssi_call *call, const ssi_signature *signature)
{
    for (size_t i = 0; i < signature->count; i++)
        if (!call->given[i] && !signature->parameters[i].has_default)
            return true;
    return false;
}

bool ssi_bind(ss_session *s, ssi_call *call)
{
    ssi_style style = call->function->style;
    bool late = style == SSI_STYLE_DEF || style == SSI_STYLE_METHOD;
    ssi_signature signature;

    ssi_read_signature(call->function->signature, &signature);
    for (size_t i = 0; i < signature.count; i++) {
        call->given[i] = i < signature.positional && i < call->positional_count;
        call->args[i] = call->given[i] ? call->positional[i] : ssi_none();
    }
    if (call->keyword_count && !signature.any_keyword
        && (style == SSI_STYLE_O || style == SSI_STYLE_UNPACK))
        return ssi_no_keywords(s, call);
    if (!late && too_many(call, &signature))
        return ssi_too_many(s, call, &signature);
    if (!bind_keywords(s, call, &signature))
        return false;
    if (late && too_many(call, &signature))
        return ssi_too_many(s, call, &signature);
    return !any_missing(call, &signature) || ssi_missing(s, call, &signature);
}

/* --- functions as values --- */

typedef struct function_object {
    ssi_object head;
    const ssi_function *row;
    ssi_value self;
    bool torch; /* it may be given tensors that require grad */
} function_object;

static void function_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((function_object *)self)->self);
}

static bool function_call(ss_session *s, ssi_object *self, ssi_call *call,
                          ssi_value *out)
{
    const function_object *function = (const function_object *)self;

    call->function = function->row;
    call->self = function->self;
    if (!ssi_bind(s, call) || !ssi_numpy_takes(s, call))
        return false;
    return function->torch ? ssi_grad_call(s, call, out)
                           : function->row->native(s, call, out);
}

static bool function_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const function_object *function = (const function_object *)self;

    if (function->self.tag == SSI_NONE && function->row->style >= SSI_STYLE_O
        && !function->row->qualname)
        return ssi_append(s, out, "<built-in function ")
               && ssi_append(s, out, function->row->name)
               && ssi_append(s, out, ">");
    return ssi_unsupported(s, "the text of a function, which contains an "
                              "address, is not supported");
}

static bool function_equal(ss_session *s, ssi_object *self, ssi_value other,
                           bool *out)
{
    const function_object *a = (const function_object *)self, *b;

    *out = false;
    if (ssi_is(other, &ssi_type_function)) {
        b = (const function_object *)other.u.o;
        *out = a->row == b->row && ssi_same_identity(a->self, b->self);
    }
    return true;
}

const ssi_type ssi_type_function = {
    .name = "builtin_function_or_method",
    .qualified = "builtin_function_or_method",
    .destroy = function_destroy,
    .repr = function_repr,
    .call = function_call,
    .equal = function_equal,
};

bool ssi_new_function(ss_session *s, const ssi_function *row, ssi_value self,
                      ssi_value *out)
{
    function_object *function =
        ssi_new(s, &ssi_type_function, sizeof *function, 0);

    if (!function)
        return false;
    function->row = row;
    function->self = ssi_retain(self);
    function->torch = ssi_is(self, &ssi_type_tensor);
    *out = ssi_from_object(function);
    return true;
}

void ssi_function_is_torch(ssi_value function)
{
    ((function_object *)function.u.o)->torch = true;
}

const ssi_function *ssi_function_of(ssi_value v)
{
    return ssi_is(v, &ssi_type_function) ? ((function_object *)v.u.o)->row
                                         : NULL;
}

const ssi_function *ssi_find_function(const ssi_function *rows,
                                      const char *name)
{
    for (; rows && rows->name; rows++)
        if (strcmp(rows->name, name) == 0)
            return rows;
    return NULL;
}
