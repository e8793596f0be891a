/* SPDX-License-Identifier: MIT
 * The TypeErrors of a call that does not fit its signature, in the words of
 * whoever made the original function: Cython, Python, or C in two ways.
 *
 * Learned from: CPython 3.11 (Python/ceval.c, Python/getargs.c,
 * Objects/methodobject.c) and Cython 3 functions of NumPy 2.4.6, by trying.
 */
#include "script/function.h"

#include <stdio.h>
#include <string.h>

static const char *full_name(const ssi_call *call)
{
    return call->function->qualname ? call->function->qualname
                                    : call->function->name;
}

static const char *plural(size_t n)
{
    return n == 1 ? "" : "s";
}

/* Cython: "f() takes at most 2 positional arguments (3 given)". */
static bool cython_count(ss_session *s, const ssi_call *call,
                         const ssi_signature *signature, size_t given)
{
    size_t low = signature->required, high = signature->positional;
    bool few = given < low;
    size_t n = few ? low : high;

    return ssi_raise(s, "TypeError",
                     "%s() takes %s %zu positional argument%s (%zu given)",
                     full_name(call),
                     low == high && !signature->rest ? "exactly"
                     : few                           ? "at least"
                                                     : "at most",
                     n, plural(n), given);
}

/* A def: "f() takes from 1 to 2 positional arguments but 3 were given". */
static bool def_count(ss_session *s, const ssi_call *call,
                      const ssi_signature *signature)
{
    size_t self = call->function->style == SSI_STYLE_METHOD;
    size_t low = signature->required + self, named = 0;
    size_t high = signature->positional + self;
    size_t given = call->positional_count + self;
    char range[64], words[96] = "";

    for (size_t i = signature->positional; i < signature->count; i++)
        named += call->given[i];
    if (low < high)
        snprintf(range, sizeof range, "from %zu to %zu", low, high);
    else
        snprintf(range, sizeof range, "%zu", high);
    if (named)
        snprintf(words, sizeof words,
                 " positional argument%s (and %zu keyword-only argument%s)",
                 plural(given), named, plural(named));
    return ssi_raise(s, "TypeError",
                     "%s() takes %s positional argument%s but %zu%s %s given",
                     full_name(call), range, low < high || high != 1 ? "s" : "",
                     given, words, given == 1 && !named ? "was" : "were");
}

/* C with one signature string: the keywords count as well. */
static bool keywords_count(ss_session *s, const ssi_call *call,
                           const ssi_signature *signature)
{
    size_t n = signature->count;

    return ssi_raise(s, "TypeError", "%s() takes %s %zu argument%s (%zu given)",
                     call->function->name,
                     signature->required < n ? "at most" : "exactly", n,
                     plural(n), call->positional_count + call->keyword_count);
}

static bool unpack_count(ss_session *s, const ssi_call *call,
                         const ssi_signature *signature)
{
    size_t low = signature->required, high = signature->positional;
    bool few = call->positional_count < low;
    size_t n = few ? low : high;

    return ssi_raise(s, "TypeError", "%s expected %s%zu argument%s, got %zu",
                     call->function->name,
                     low == high && !signature->rest ? ""
                     : few                           ? "at least "
                                                     : "at most ",
                     n, plural(n), call->positional_count);
}

/* METH_O and METH_NOARGS. */
static bool one_count(ss_session *s, const ssi_call *call,
                      const ssi_signature *signature)
{
    if (signature->positional == 0)
        return ssi_raise(s, "TypeError", "%s() takes no arguments (%zu given)",
                         full_name(call), call->positional_count);
    return ssi_raise(s, "TypeError",
                     "%s() takes exactly one argument (%zu given)",
                     full_name(call), call->positional_count);
}

bool ssi_too_many(ss_session *s, const ssi_call *call,
                  const ssi_signature *signature)
{
    switch (call->function->style) {
    case SSI_STYLE_DEF:
    case SSI_STYLE_METHOD:
    case SSI_STYLE_NPY:
        return def_count(s, call, signature);
    case SSI_STYLE_O:
        return one_count(s, call, signature);
    case SSI_STYLE_UNPACK:
        return unpack_count(s, call, signature);
    case SSI_STYLE_KEYWORDS:
        return keywords_count(s, call, signature);
    default:
        return cython_count(s, call, signature, call->positional_count);
    }
}

static bool is_missing(const ssi_call *call, const ssi_signature *signature,
                       size_t i)
{
    return !call->given[i] && !signature->parameters[i].has_default;
}

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'" of the missing in [from, to). */
static size_t missing_names(const ssi_call *call,
                            const ssi_signature *signature, size_t from,
                            size_t to, char *text, size_t room)
{
    size_t count = 0, n = 0, used = 0;

    for (size_t i = from; i < to; i++)
        count += is_missing(call, signature, i);
    text[0] = '\0';
    for (size_t i = from; i < to; i++) {
        const ssi_parameter *p = &signature->parameters[i];
        if (!is_missing(call, signature, i))
            continue;
        n++;
        used += (size_t)snprintf(text + used, room - used, "%s'%.*s'",
                                 n == 1       ? ""
                                 : n < count  ? ", "
                                 : count == 2 ? " and "
                                              : ", and ",
                                 (int)p->size, p->name);
        if (used >= room)
            break;
    }
    return count;
}

static bool def_missing(ss_session *s, const ssi_call *call,
                        const ssi_signature *signature)
{
    char names[768];
    const char *kind = "positional";
    size_t n = missing_names(call, signature, 0, signature->positional, names,
                             sizeof names);

    if (n == 0) {
        kind = "keyword-only";
        n = missing_names(call, signature, signature->positional,
                          signature->count, names, sizeof names);
    }
    return ssi_raise(s, "TypeError",
                     "%s() missing %zu required %s "
                     "argument%s: %s",
                     full_name(call), n, kind, plural(n), names);
}

bool ssi_missing(ss_session *s, const ssi_call *call,
                 const ssi_signature *signature)
{
    size_t i = 0;

    while (!is_missing(call, signature, i))
        i++;
    switch (call->function->style) {
    case SSI_STYLE_DEF:
    case SSI_STYLE_METHOD:
        return def_missing(s, call, signature);
    case SSI_STYLE_O:
        return one_count(s, call, signature);
    case SSI_STYLE_UNPACK:
        return unpack_count(s, call, signature);
    case SSI_STYLE_KEYWORDS:
    case SSI_STYLE_NPY:
        return ssi_raise(
            s, "TypeError", "%s() missing required argument '%.*s' (pos %zu)",
            call->function->name, (int)signature->parameters[i].size,
            signature->parameters[i].name,
            i + (call->function->style == SSI_STYLE_KEYWORDS));
    default:
        break;
    }
    if (i >= signature->positional)
        return ssi_raise(s, "TypeError",
                         "%s() needs keyword-only argument "
                         "%.*s",
                         full_name(call), (int)signature->parameters[i].size,
                         signature->parameters[i].name);
    return cython_count(s, call, signature, i);
}

/* A def's positional-only parameters that are called by name: "a, b". */
static bool called_by_name(const ssi_call *call, const ssi_signature *signature,
                           char *text, size_t room)
{
    size_t used = 0;

    for (size_t i = 0; i < signature->count; i++) {
        const ssi_parameter *p = &signature->parameters[i];
        for (size_t k = 0; k < call->keyword_count && used < room; k++)
            if (p->kind == SSI_POSITIONAL_ONLY
                && strlen(call->keyword_names[k]) == p->size
                && memcmp(call->keyword_names[k], p->name, p->size) == 0)
                used +=
                    (size_t)snprintf(text + used, room - used, "%s%s",
                                     used ? ", " : "", call->keyword_names[k]);
    }
    return used != 0;
}

bool ssi_unexpected(ss_session *s, const ssi_call *call,
                    const ssi_signature *signature, const char *keyword)
{
    ssi_style style = call->function->style;
    char names[512];

    if (style == SSI_STYLE_KEYWORDS)
        return ssi_raise(s, "TypeError",
                         "'%s' is an invalid keyword argument for %s()",
                         keyword, call->function->name);
    if ((style == SSI_STYLE_DEF || style == SSI_STYLE_METHOD)
        && called_by_name(call, signature, names, sizeof names))
        return ssi_raise(s, "TypeError",
                         "%s() got some positional-only arguments passed as "
                         "keyword arguments: '%s'",
                         full_name(call), names);
    return ssi_raise(s, "TypeError",
                     "%s() got an unexpected keyword argument '%s'",
                     full_name(call), keyword);
}

bool ssi_given_twice(ss_session *s, const ssi_call *call,
                     const ssi_signature *signature, size_t parameter)
{
    const ssi_parameter *p = &signature->parameters[parameter];

    if (call->function->style == SSI_STYLE_KEYWORDS)
        return ssi_raise(s, "TypeError",
                         "argument for %s() given by name ('%.*s') and "
                         "position (%zu)",
                         call->function->name, (int)p->size, p->name,
                         parameter + 1);
    if (call->function->style == SSI_STYLE_CYTHON)
        return ssi_raise(s, "TypeError",
                         "%s() got multiple values for keyword argument "
                         "'%.*s'",
                         full_name(call), (int)p->size, p->name);
    return ssi_raise(s, "TypeError",
                     "%s() got multiple values for argument '%.*s'",
                     full_name(call), (int)p->size, p->name);
}

bool ssi_no_keywords(ss_session *s, const ssi_call *call)
{
    return ssi_raise(s, "TypeError", "%s() takes no keyword arguments",
                     full_name(call));
}
