/* SPDX-License-Identifier: MIT
 * Modules as values: made, asked for attributes, printed.
 * Learned from: torch/nn/modules/module.py, 2.13.
 */
#include "script/torch_nn_module.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/function.h"
#include "script/torch_names_tables.h"

/* --- dicts by name --- */
bool ssi_nn_set(ss_session *s, ssi_value dict, const char *name, ssi_value v)
{
    ssi_value key;
    if (!ssi_new_str(s, name, strlen(name), &key))
        return false;
    bool ok = ssi_dict_set(s, dict, key, v);
    ssi_release(s, key);
    return ok;
}

ssi_value ssi_nn_get(ss_session *s, const ssi_nn_module *m, const char *name)
{
    ssi_value v = ssi_none();
    (void)ssi_dict_get(s, m->attributes, name, &v);
    return v;
}

bool ssi_nn_new(ss_session *s, const ssi_type *type, ssi_value *out)
{
    ssi_nn_module *m = ssi_new(s, type, sizeof *m, 0);
    if (!m)
        return false;
    m->parameters = m->buffers = m->children = m->attributes = ssi_none();
    m->training = true;
    m->dtype = ssi_torch_default_dtype(s);
    *out = ssi_from_object(m);
    if (ssi_new_dict(s, &m->parameters) && ssi_new_dict(s, &m->buffers)
        && ssi_new_dict(s, &m->children) && ssi_new_dict(s, &m->attributes))
        return true;
    ssi_release(s, *out);
    return false;
}

void ssi_nn_destroy(ss_session *s, ssi_object *self)
{
    ssi_nn_module *m = (ssi_nn_module *)self;
    ssi_release(s, m->parameters);
    ssi_release(s, m->buffers);
    ssi_release(s, m->children);
    ssi_release(s, m->attributes);
}

/* --- the text of a value: what defaults and extra_repr() are made of --- */

/* None, True, 2, 0.5, 'text', (0, 0). */
static bool literal(ss_session *s, const char *text, size_t size,
                    ssi_value *out)
{
    double x;
    size_t digits = text[0] == '-';
    while (digits < size && text[digits] >= '0' && text[digits] <= '9')
        digits++;
    if (size == 4 && memcmp(text, "None", 4) == 0)
        *out = ssi_none();
    else if (size == 4 && memcmp(text, "True", 4) == 0)
        *out = ssi_bool(true);
    else if (size == 5 && memcmp(text, "False", 5) == 0)
        *out = ssi_bool(false);
    else if (text[0] == '\'')
        return ssi_new_str(s, text + 1, size - 2, out);
    else if (digits == size)
        *out = ssi_int(strtoll(text, NULL, 10));
    else if (ssi_float_read(text, size, &x))
        *out = ssi_float(x);
    else /* "(0, 0)": as many as there are commas, all the same */
    {
        ssi_value items[3], item = ssi_int(text[1] - '0');
        size_t n = size / 3;
        for (size_t i = 0; i < 3; i++)
            items[i] = item;
        return ssi_new_tuple(s, items, n, out);
    }
    return true;
}

/* The default of parameter number i, as the signature writes it. */
static bool default_of(ss_session *s, const ssi_parameter *p, ssi_value *out)
{
    const char *at = p->name + p->size + 1, *end = at;
    while (*end && *end != ',')
        end++;
    return literal(s, at, (size_t)(end - at), out);
}

/* [name|text], [name!value|text]: whether the text is shown. */
static bool shown(ss_session *s, const ssi_nn_module *m, const char *at,
                  const char *bar, bool *out)
{
    const char *mark = memchr(at, '!', (size_t)(bar - at));
    char name[48] = "";
    ssi_value v, other;
    size_t size = (size_t)((mark ? mark : bar) - at);
    if (size >= sizeof name)
        return false;
    memcpy(name, at, size);
    v = ssi_nn_get(s, m, name);
    if (!mark)
        return ssi_truth(s, v, out);
    if (!literal(s, mark + 1, (size_t)(bar - mark) - 1, &other))
        return false;
    bool ok = ssi_equal(s, v, other, out);
    ssi_release(s, other);
    *out = !*out;
    return ok;
}

/* {name}, {name!r}, {name?}; *at is behind the brace. */
static bool put_field(ss_session *s, const ssi_nn_module *m, const char **at,
                      ss_text *out)
{
    const char *end = strchr(*at, '}');
    size_t size = strcspn(*at, "!?}");
    char name[48] = "", kind = (*at)[size];
    ssi_value v = ssi_none();
    if (!end || size >= sizeof name)
        return false;
    memcpy(name, *at, size);
    *at = end + 1;
    if (kind == '?') {
        (void)ssi_dict_get(s, m->parameters, name, &v);
        return ssi_text_add(s, out, v.tag == SSI_NONE ? "False" : "True");
    }
    v = ssi_nn_get(s, m, name);
    return kind == '!' ? ssi_repr(s, v, out) : ssi_str(s, v, out);
}

bool ssi_nn_extra(ss_session *s, const ssi_nn_module *m, ss_text *out)
{
    const char *at = ssi_nn_row_of(m->head.type)->extra;
    while (*at) {
        size_t size = strcspn(at, "{[]");
        bool show = true;
        if (size && !ssi_append_status(s, ss_text_append(out, at, size)))
            return false;
        at += size;
        if (*at == '{') {
            at++;
            if (!put_field(s, m, &at, out))
                return false;
        } else if (*at == '[') {
            const char *bar = strchr(at, '|');
            if (!bar || !shown(s, m, at + 1, bar, &show))
                return false;
            at = show ? bar + 1 : strchr(bar, ']') + 1;
        } else if (*at == ']') {
            at++;
        }
    }
    return true;
}

/* --- making one --- */

/* device= and dtype= are no attributes. */
static bool take_option(ss_session *s, ssi_nn_module *m, const char *name,
                        ssi_value v, bool *taken)
{
    *taken = strcmp(name, "device") == 0 || strcmp(name, "dtype") == 0;
    if (!*taken || v.tag == SSI_NONE)
        return true;
    if (strcmp(name, "device") == 0) {
        if (ssi_torch_is_device(v)
            || (ssi_is(v, &ssi_type_str)
                && strcmp(((ssi_str_object *)v.u.o)->data, "cpu") == 0))
            return true;
        return ssi_unsupported(s, "this device of a module; 'cpu' is "
                                  "supported");
    }
    if (!ssi_torch_dtype_of(v, &m->dtype))
        return ssi_unsupported(s, "a dtype that is no torch dtype");
    if (ssi_dtype_is_float(m->dtype))
        return true;
    return ssi_unsupported(s, "modules of this dtype; float16, bfloat16, "
                              "float32 and float64 are supported");
}

static bool set_option(ss_session *s, ssi_nn_module *m, const ssi_parameter *p,
                       const ssi_value *given)
{
    char name[48] = "";
    ssi_value v = given ? *given : ssi_none();
    bool taken, ok;
    if (p->size >= sizeof name)
        return false;
    memcpy(name, p->name, p->size);
    if (!given && !default_of(s, p, &v))
        return false;
    ok = take_option(s, m, name, v, &taken)
         && (taken || ssi_nn_set(s, m->attributes, name, v));
    if (!given)
        ssi_release(s, v);
    return ok;
}

static bool set_up(ss_session *s, const ssi_nn_row *row, ssi_value *out)
{
    if (!row->setup || row->setup(s, ssi_module_at(*out)))
        return true;
    ssi_release(s, *out);
    return false;
}

/* *args of a constructor are its attribute "*". */
static bool set_rest(ss_session *s, ssi_nn_module *m, const ssi_call *call)
{
    ssi_value list;
    if (!ssi_new_list(s, call->positional, call->positional_count, &list))
        return false;
    bool ok = ssi_nn_set(s, m->attributes, "*", list);
    ssi_release(s, list);
    return ok;
}

bool ssi_nn_make(ss_session *s, ssi_call *call, const ssi_nn_row *row,
                 ssi_value *out)
{
    ssi_signature signature;
    bool ok = ssi_nn_new(s, row->type, out);
    if (!ok)
        return false;
    ssi_read_signature(row->cls->make.signature, &signature);
    if (signature.rest)
        ok = set_rest(s, ssi_module_at(*out), call);
    else
        for (size_t i = 0; ok && i < signature.count; i++)
            ok = set_option(s, ssi_module_at(*out), &signature.parameters[i],
                            call->given[i] ? &call->args[i] : NULL);
    if (ok)
        return set_up(s, row, out);
    ssi_release(s, *out);
    return false;
}

bool ssi_nn_construct(ss_session *s, const char *cls, ss_dtype dtype,
                      const ssi_nn_given *given, ssi_value *out)
{
    const ssi_nn_row *row = ssi_nn_row_named(cls);
    ssi_signature signature;
    bool ok = ssi_nn_new(s, row->type, out);
    if (!ok)
        return false;
    ssi_module_at(*out)->dtype = dtype;
    ssi_read_signature(row->cls->make.signature, &signature);
    for (size_t i = 0; ok && i < signature.count; i++) {
        const ssi_parameter *p = &signature.parameters[i];
        const ssi_value *value = NULL;
        for (const ssi_nn_given *g = given; g->name; g++)
            if (strlen(g->name) == p->size
                && memcmp(g->name, p->name, p->size) == 0)
                value = &g->value;
        if (value || p->has_default)
            ok = set_option(s, ssi_module_at(*out), p, value);
    }
    if (ok)
        return set_up(s, row, out);
    ssi_release(s, *out);
    return false;
}

/* --- attributes --- */
bool ssi_nn_attribute(ss_session *s, ssi_object *self, const char *name,
                      ssi_value *out)
{
    ssi_nn_module *m = (ssi_nn_module *)self;
    const ssi_value dicts[] = {m->parameters, m->buffers, m->children,
                               m->attributes};
    if (strcmp(name, "training") == 0) {
        *out = ssi_bool(m->training);
        return true;
    }
    for (size_t i = 0; i < 4; i++)
        if (ssi_dict_get(s, dicts[i], name, out)) {
            *out = ssi_retain(*out);
            return true;
        }
    if (strcmp(name, "weight") == 0 || strcmp(name, "bias") == 0)
        return ssi_raise(s, "AttributeError",
                         "'%s' object has no attribute '%s'", self->type->name,
                         name);
    return ssi_unknown_attribute(s, ssi_torch_module_names, self->type->name,
                                 name);
}

bool ssi_nn_add_child(ss_session *s, ssi_nn_module *m, const char *name,
                      ssi_value child)
{
    return ssi_nn_set(s, m->children, name, child);
}

/* --- text --- */

/* Lines after the first two spaces further in; blank ones are left empty. */
static bool put_indented(ss_session *s, const char *text, ss_text *out)
{
    const char *line = text;
    while (line) {
        const char *end = strchr(line, '\n');
        size_t size = end ? (size_t)(end - line) : strlen(line);
        bool blank = strspn(line, " ") >= size;
        if (line != text && !ssi_text_add(s, out, blank ? "\n" : "\n  "))
            return false;
        if ((line == text || !blank)
            && !ssi_append_status(s, ss_text_append(out, line, size)))
            return false;
        line = end ? end + 1 : NULL;
    }
    return true;
}

/* "\n  (name): Text(...)" */
static bool put_child(ss_session *s, const char *name, const char *repr,
                      ss_text *out)
{
    ss_text line = {0};
    bool ok = ssi_text_add(s, &line, "(") && ssi_text_add(s, &line, name)
              && ssi_text_add(s, &line, "): ") && ssi_text_add(s, &line, repr)
              && ssi_text_add(s, out, "\n  ")
              && put_indented(s, line.data, out);
    ss_text_free(&line);
    return ok;
}

static bool put_children(ss_session *s, const ssi_nn_module *m, ss_text *out)
{
    const ssi_dict_entry *e;
    bool ok = true;
    for (size_t i = 0; ok && (e = ssi_dict_entry_at(m->children, i)); i++) {
        ss_text text = {0};
        ok = ssi_repr(s, e->value, &text)
             && put_child(s, ((ssi_str_object *)e->key.u.o)->data, text.data,
                          out);
        ss_text_free(&text);
    }
    return ok;
}

bool ssi_nn_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    ssi_nn_module *m = (ssi_nn_module *)self;
    bool parent = ssi_dict_entry_at(m->children, 0) != NULL;
    ss_text extra = {0};
    bool ok = ssi_text_add(s, out, self->type->name)
              && ssi_text_add(s, out, "(") && ssi_nn_extra(s, m, &extra);
    if (ok && extra.size)
        ok = (!parent || ssi_text_add(s, out, "\n  "))
             && ssi_text_add(s, out, extra.data);
    ss_text_free(&extra);
    return ok && put_children(s, m, out)
           && (!parent || ssi_text_add(s, out, "\n"))
           && ssi_text_add(s, out, ")");
}

/* "(0-5): 6 x Linear(...)" of equal neighbours. */
static bool put_run(ss_session *s, size_t first, size_t last, const char *repr,
                    ss_text *out)
{
    char name[64];
    ss_text text = {0};
    if (first == last)
        snprintf(name, sizeof name, "%zu", first);
    else
        snprintf(name, sizeof name, "%zu-%zu", first, last);
    bool ok = true;
    if (first != last) {
        char times[32];
        snprintf(times, sizeof times, "%zu x ", last - first + 1);
        ok = ssi_text_add(s, &text, times);
    }
    ok = ok && ssi_text_add(s, &text, repr)
         && put_child(s, name, text.data, out);
    ss_text_free(&text);
    return ok;
}

bool ssi_nn_list_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    ssi_nn_module *m = (ssi_nn_module *)self;
    const ssi_dict_entry *e;
    ss_text run = {0}, text = {0};
    size_t first = 0, i = 0;
    bool ok =
        ssi_text_add(s, out, self->type->name) && ssi_text_add(s, out, "(");
    for (; ok && (e = ssi_dict_entry_at(m->children, i)); i++) {
        ss_text_free(&text);
        text = (ss_text){0};
        ok = ssi_repr(s, e->value, &text);
        if (!ok || (i && strcmp(text.data, run.data) == 0))
            continue;
        ok = !i || put_run(s, first, i - 1, run.data, out);
        ss_text_free(&run);
        run = text;
        text = (ss_text){0};
        first = i;
    }
    ok = ok
         && (!i
             || (put_run(s, first, i - 1, run.data, out)
                 && ssi_text_add(s, out, "\n")))
         && ssi_text_add(s, out, ")");
    ss_text_free(&run);
    ss_text_free(&text);
    return ok;
}

bool ssi_nn_call(ss_session *s, ssi_object *self, ssi_call *call,
                 ssi_value *out)
{
    (void)call;
    (void)out;
    return ssi_unsupported(s,
                           "calling a %s; modules have their initial "
                           "weights, and those of dropout can be called",
                           self->type->name);
}
