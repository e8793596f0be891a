/* SPDX-License-Identifier: MIT
 * The arguments of PyTorch's functions: overloads, kinds and TypeErrors.
 * Learned from: PyTorch 2.13.0 (torch/csrc/utils/python_arg_parser.cpp) by
 * experiment.
 */
#include <string.h>

#include "script/torch_values.h"

/* --- signatures --- */
typedef struct parameter {
    const char *name;
    size_t size;
    char kind;
    bool required, keyword_only;
} parameter;

typedef struct signature {
    parameter parameters[SSI_TORCH_MAX_PARAMETERS];
    size_t count, positional, required;
} signature;

static void read_signature(const char *text, signature *out)
{
    bool keyword_only = false;
    *out = (signature){0};
    for (const char *p = text; *p; p += *p == ',') {
        parameter *q = &out->parameters[out->count];
        if (*p == '*') {
            keyword_only = true;
            p++;
            continue;
        }
        q->name = p;
        q->size = strcspn(p, ":");
        p += q->size + 1;
        q->kind = *p++;
        q->required = *p == '!';
        p += q->required;
        q->keyword_only = keyword_only;
        out->required += q->required;
        out->positional += !keyword_only;
        out->count++;
    }
}

static const char *kind_name(char kind)
{
    switch (kind) {
    case 'S':
    case 'A':
        return "tuple of ints";
    case 'M':
        return "tuple of Tensors";
    case 'P':
        return "Number";
    case 'I':
    case 'J':
        return "int";
    case 'F':
        return "float";
    case 'N':
        return "Number";
    case 'T':
        return "Tensor";
    case 'D':
        return "torch.dtype";
    case 'G':
        return "torch.Generator";
    case 'V':
        return "torch.device";
    case 'L':
        return "torch.layout";
    case 'B':
        return "bool";
    default:
        return "Tensor";
    }
}

/* --- kinds --- */
static bool is_zero_dim(ssi_value v)
{
    return ssi_is(v, &ssi_type_tensor) && ssi_array_of(v)->ndim == 0;
}

static bool is_index(ssi_value v)
{
    if (is_zero_dim(v))
        return ssi_dtype_is_integer(ssi_array_of(v)->dtype);
    if (ssi_is(v, &ssi_type_ndarray))
        return ssi_array_of(v)->ndim == 0
               && ssi_dtype_is_integer(ssi_array_of(v)->dtype);
    return v.tag != SSI_BOOL && ssi_is_int(v);
}

static bool is_float(ssi_value v)
{
    if (is_zero_dim(v))
        return true;
    return v.tag == SSI_BOOL || ssi_is_int(v) || ssi_is_float(v);
}

static bool is_sizes(ssi_value v)
{
    return ssi_is(v, &ssi_type_tuple) || ssi_is(v, &ssi_type_list)
           || ssi_is(v, &ssi_type_torch_size);
}

/* Only the first item is looked at here. */
static bool first_is_index(ss_session *s, ssi_value v, bool *ok)
{
    ssi_value item;
    bool done = false;
    *ok = true;
    if (!ssi_iterate(s, v, 0, &item, &done))
        return false;
    if (done)
        return true;
    *ok = is_index(item);
    ssi_release(s, item);
    return true;
}

/* Whether v is of that kind; *element: it is a list, but of other things. */
static bool fits(ss_session *s, const parameter *p, ssi_value v, bool *element)
{
    ss_dtype dtype;
    bool ok = false;
    *element = false;
    switch (p->kind) {
    case 'S':
        if (!is_sizes(v) || !first_is_index(s, v, &ok))
            return false;
        *element = !ok;
        return ok;
    case 'A':
        if (is_index(v) || (!p->required && v.tag == SSI_NONE))
            return true;
        if (!is_sizes(v) || !first_is_index(s, v, &ok))
            return false;
        *element = !ok;
        return ok;
    case 'M':
        return ssi_is(v, &ssi_type_list) || ssi_is(v, &ssi_type_tuple);
    case 'P':
        return ssi_is(v, &ssi_type_tensor) || v.tag == SSI_NONE || is_float(v)
               || ssi_is(v, &ssi_type_complex);
    case 'I':
        return is_index(v) || (!p->required && v.tag == SSI_NONE);
    case 'J':
        return is_index(v) || v.tag == SSI_NONE;
    case 'F':
        return is_float(v);
    case 'N':
        return is_float(v) || ssi_is(v, &ssi_type_complex);
    case 'T':
        return ssi_is(v, &ssi_type_tensor);
    case 'U':
        return v.tag == SSI_NONE || ssi_is(v, &ssi_type_tensor);
    case 'D':
        return v.tag == SSI_NONE || ssi_torch_dtype_of(v, &dtype);
    case 'G':
        return v.tag == SSI_NONE || ssi_is(v, &ssi_type_torch_generator);
    case 'V':
        return v.tag == SSI_NONE || ssi_is(v, &ssi_type_str)
               || ssi_torch_is_device(v) || v.tag == SSI_INT;
    case 'L':
        return v.tag == SSI_NONE;
    case 'B':
        return v.tag == SSI_BOOL || v.tag == SSI_NONE;
    default:
        return true;
    }
}

/* --- one signature --- */
static const ssi_value *keyword(const ssi_call *call, const parameter *p)
{
    for (size_t i = 0; i < call->keyword_count; i++)
        if (strlen(call->keyword_names[i]) == p->size
            && memcmp(call->keyword_names[i], p->name, p->size) == 0)
            return &call->keyword_values[i];
    return NULL;
}

static bool raise_extra(ss_session *s, const ssi_torch_arguments *a,
                        const signature *sig)
{
    size_t given = a->call->positional_count;
    size_t required = 0;
    for (size_t i = 0; i < sig->positional; i++)
        required += sig->parameters[i].required;
    if (required != sig->positional)
        return ssi_raise(s, "TypeError",
                         "%s() takes from %zu to %zu positional arguments but "
                         "%zu were given",
                         a->name, required, sig->positional, given);
    return ssi_raise(s, "TypeError",
                     "%s() takes %zu positional argument%s but %zu %s given",
                     a->name, sig->positional, sig->positional == 1 ? "" : "s",
                     given, given == 1 ? "was" : "were");
}

static bool raise_missing(ss_session *s, const ssi_torch_arguments *a,
                          const signature *sig, size_t from)
{
    char names[256] = "";
    size_t missing = 0, used = 0;
    for (size_t i = from; i < sig->count; i++) {
        const parameter *p = &sig->parameters[i];
        if (!p->required || used + p->size + 5 > sizeof names)
            continue;
        if (missing++) {
            memcpy(names + used, ", ", 2);
            used += 2;
        }
        names[used++] = '"';
        memcpy(names + used, p->name, p->size);
        used += p->size;
        names[used++] = '"';
        names[used] = 0;
    }
    return ssi_raise(s, "TypeError",
                     "%s() missing %zu required positional arguments: %s",
                     a->name, missing, names);
}

static bool raise_element(ss_session *s, const ssi_torch_arguments *a,
                          const parameter *p, ssi_value v, size_t position)
{
    ssi_value item;
    bool done;
    if (!ssi_iterate(s, v, 0, &item, &done))
        return false;
    ssi_raise(s, "TypeError",
              "%s(): argument '%.*s' (position %zu) must be tuple of ints, "
              "but found element of type %s at pos 0",
              a->name, (int)p->size, p->name, position, ssi_type_name(item));
    ssi_release(s, item);
    return false;
}

static bool raise_kind(ss_session *s, const ssi_torch_arguments *a,
                       const parameter *p, ssi_value v, size_t position,
                       bool element)
{
    if (position && element)
        return raise_element(s, a, p, v, position);
    if (position)
        return ssi_raise(s, "TypeError",
                         "%s(): argument '%.*s' (position %zu) must be %s, "
                         "not %s",
                         a->name, (int)p->size, p->name, position,
                         kind_name(p->kind), ssi_type_name(v));
    return ssi_raise(s, "TypeError", "%s(): argument '%.*s' must be %s, not %s",
                     a->name, (int)p->size, p->name, kind_name(p->kind),
                     ssi_type_name(v));
}

static bool raise_keywords(ss_session *s, const ssi_torch_arguments *a,
                           const signature *sig)
{
    const ssi_call *call = a->call;
    for (size_t i = 0; i < call->keyword_count; i++) {
        bool known = false;
        for (size_t k = 0; k < sig->count && !known; k++) {
            const parameter *p = &sig->parameters[k];
            known = strlen(call->keyword_names[i]) == p->size
                    && memcmp(call->keyword_names[i], p->name, p->size) == 0;
            if (known && k < call->positional_count && k < sig->positional)
                return ssi_raise(s, "TypeError",
                                 "%s() got multiple values for argument '%s'",
                                 a->name, call->keyword_names[i]);
        }
        if (!known)
            return ssi_raise(s, "TypeError",
                             "%s() got an unexpected keyword argument '%s'",
                             a->name, call->keyword_names[i]);
    }
    return ssi_raise(s, "TypeError", "%s() got multiple values", a->name);
}

/* Fill a from the call, or answer false; raise: and set the error. */
static bool match(ss_session *s, ssi_torch_arguments *a, const signature *sig,
                  bool raise)
{
    const ssi_call *call = a->call;
    size_t at = 0, left = call->keyword_count;
    bool varargs = sig->positional == 1 && sig->parameters[0].kind == 'S';
    if (call->positional_count > sig->positional && !varargs)
        return raise && raise_extra(s, a, sig);
    a->count = sig->count;
    a->spread = false;
    for (size_t i = 0; i < sig->count; i++) {
        const parameter *p = &sig->parameters[i];
        const ssi_value *v = NULL;
        bool named = at >= call->positional_count, element;
        if (!named && p->keyword_only)
            return raise && raise_extra(s, a, sig);
        v = named ? keyword(call, p) : &call->positional[at];
        a->given[i] = v != NULL;
        if (!v && p->required)
            return raise && raise_missing(s, a, sig, i);
        if (!v)
            continue;
        a->values[i] = *v;
        if (fits(s, p, *v, &element)) {
            at += !named;
        } else if (varargs && at == 0 && !named && is_index(*v)) {
            a->spread = true;
            at = call->positional_count;
        } else if (s->error.status != SS_OK || !raise) {
            return false;
        } else {
            return raise_kind(s, a, p, *v, named ? 0 : at + 1, element);
        }
        left -= named;
    }
    if (left)
        return raise && raise_keywords(s, a, sig);
    return true;
}

/* --- all of them --- */
bool ssi_torch_raise_combination(ss_session *s, const ssi_torch_arguments *a)
{
    const ssi_call *call = a->call;
    ss_text text = {0};
    bool ok = true;
    for (size_t i = 0; i < call->positional_count && ok; i++)
        ok = ssi_text_add(s, &text, i ? ", " : "")
             && ssi_text_add(s, &text, ssi_type_name(call->positional[i]));
    for (size_t i = 0; i < call->keyword_count && ok; i++)
        ok = ssi_text_add(s, &text, i || call->positional_count ? ", " : "")
             && ssi_text_add(s, &text, call->keyword_names[i])
             && ssi_text_add(s, &text, "=")
             && ssi_text_add(s, &text, ssi_type_name(call->keyword_values[i]));
    if (ok && call->keyword_count && !call->positional_count)
        ok = ssi_text_add(s, &text, ", ");
    if (ok)
        ssi_raise(s, "TypeError",
                  "%s() received an invalid combination of arguments - got "
                  "(%s), but expected one of:",
                  a->name, text.data ? text.data : "");
    ss_text_free(&text);
    return false;
}

bool ssi_torch_parse(ss_session *s, ssi_call *call,
                     const char *const *signatures, ssi_torch_arguments *out)
{
    size_t given = call->positional_count + call->keyword_count;
    size_t plausible = 0, only = 0;
    signature sig;
    *out = (ssi_torch_arguments){.call = call, .name = call->function->name};
    for (size_t i = 0; signatures[i]; i++) {
        read_signature(signatures[i], &sig);
        if (match(s, out, &sig, false)) {
            out->overload = i;
            return true;
        }
        if (s->error.status != SS_OK)
            return false;
        if (given >= sig.required && given <= sig.count) {
            plausible++;
            only = i;
        }
    }
    if (!signatures[1]) {
        plausible = 1;
        only = 0;
    }
    if (plausible != 1)
        return ssi_torch_raise_combination(s, out);
    read_signature(signatures[only], &sig);
    return match(s, out, &sig, true);
}
