/* SPDX-License-Identifier: MIT
 * Help: the signature and paragraph of any supported function, what a module
 * has, and the names of them all.
 */
#include "script/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS 79

typedef struct found {
    const ssi_module *module;
    const ssi_class *cls;
    const ssi_function *function;
    const ssi_attribute_row *attribute;
} found;

/* A session that only makes class objects; no generator is seeded. */
static ss_session *bare_session(void)
{
    ss_session *s = calloc(1, sizeof *s);

    if (s && !(s->names = ssi_names_new())) {
        free(s);
        s = NULL;
    }
    if (s)
        s->options.memory_limit = SSI_DEFAULT_MEMORY;
    return s;
}

/* The class that a constant is, or NULL. */
static const ssi_class *constant_class(ss_session *s,
                                       const ssi_module_constant *constant)
{
    const ssi_class *cls = NULL;
    ssi_value v;

    if (constant->make(s, &v)) {
        cls = ssi_class_of(v);
        ssi_release(s, v);
    }
    memset(&s->error, 0, sizeof s->error);
    return cls;
}

/* --- finding a name --- */

static const ssi_class *find_class(ss_session *s, const ssi_module *module,
                                   const char *name)
{
    for (const ssi_module_constant *c = module->constants; c && c->name; c++)
        if (strcmp(c->name, name) == 0)
            return constant_class(s, c);
    return NULL;
}

static const ssi_attribute_row *find_attribute(const ssi_attribute_row *rows,
                                               const char *name)
{
    for (; rows && rows->name; rows++)
        if (strcmp(rows->name, name) == 0)
            return rows;
    return NULL;
}

/* One step of a dotted name. */
static bool step(ss_session *s, found *f, const char *name)
{
    const ssi_module *module = f->module;
    const ssi_class *cls = f->cls;

    *f = (found){NULL, NULL, NULL, NULL};
    if (cls && !cls->type)
        return false;
    if (cls) {
        f->function = ssi_find_function(cls->type->methods, name);
        f->attribute = find_attribute(cls->type->attributes, name);
        return f->function || f->attribute;
    }
    if (!module)
        return false;
    f->function = ssi_find_function(module->functions, name);
    if (!f->function)
        f->cls = find_class(s, module, name);
    for (size_t i = 0; module->modules && module->modules[i]; i++)
        if (!f->function && !f->cls
            && strcmp(module->modules[i]->last_name, name) == 0)
            f->module = module->modules[i];
    return f->function || f->cls || f->module;
}

static bool find_name(ss_session *s, const char *name, found *f)
{
    char part[64];
    bool first = true, ok = true;

    while (ok && *name) {
        size_t size = strcspn(name, ".");
        if (size == 0 || size >= sizeof part)
            return false;
        memcpy(part, name, size);
        part[size] = '\0';
        if (first && strcmp(part, "np") == 0)
            memcpy(part, "numpy", sizeof "numpy");
        if (first && ssi_find_module(part)) {
            f->module = ssi_find_module(part);
        } else {
            if (first)
                f->module = &ssi_module_builtins;
            ok = step(s, f, part);
        }
        first = false;
        name += size + (name[size] == '.');
    }
    return ok && !first;
}

/* --- writing --- */

static bool put(ss_session *s, ss_text *out, const char *text)
{
    return ssi_append(s, out, text);
}

/* Words, at most COLUMNS a line, indented from the second line on. */
static bool put_words(ss_session *s, ss_text *out, const char *text,
                      size_t column, size_t indent)
{
    while (*text) {
        size_t size = strcspn(text, " ");
        if (column > indent && column + 1 + size > COLUMNS) {
            column = indent;
            if (!put(s, out, "\n"))
                return false;
            for (size_t i = 0; i < indent; i++)
                if (!put(s, out, " "))
                    return false;
        } else if (column > indent) {
            column++;
            if (!put(s, out, " "))
                return false;
        }
        if (!ssi_append_status(s, ss_text_append(out, text, size)))
            return false;
        column += size;
        text += size;
        text += strspn(text, " ");
    }
    return put(s, out, "\n");
}

static bool put_function(ss_session *s, ss_text *out, const char *name,
                         const ssi_function *row)
{
    const char *signature = row->signature ? row->signature : "";

    if (!put(s, out, name) || !put(s, out, "(") || !put(s, out, signature)
        || !put(s, out, ")\n"))
        return false;
    return !row->help || !row->help[0]
           || (put(s, out, "\n") && put_words(s, out, row->help, 0, 0));
}

static bool put_row(ss_session *s, ss_text *out, const char *module,
                    const ssi_function *row)
{
    return put(s, out, module) && put(s, out, ".") && put(s, out, row->name)
           && put(s, out, "(")
           && put(s, out, row->signature ? row->signature : "")
           && put(s, out, ")\n");
}

static bool put_rows(ss_session *s, ss_text *out, const char *name,
                     const ssi_function *rows)
{
    for (; rows && rows->name; rows++)
        if (!put_row(s, out, name, rows))
            return false;
    return true;
}

static bool put_attributes(ss_session *s, ss_text *out, const char *name,
                           const ssi_attribute_row *rows)
{
    for (; rows && rows->name; rows++)
        if (!put(s, out, name) || !put(s, out, ".") || !put(s, out, rows->name)
            || !put(s, out, "\n"))
            return false;
    return true;
}

static bool put_module(ss_session *s, ss_text *out, const char *name,
                       const ssi_module *module)
{
    if (!module->functions && !module->constants && !module->modules)
        return put(s, out, name) && put(s, out, ": nothing for scripts\n");
    if (!put_rows(s, out, name, module->functions))
        return false;
    for (const ssi_module_constant *c = module->constants; c && c->name; c++)
        if (!put(s, out, name) || !put(s, out, ".") || !put(s, out, c->name)
            || !put(s, out, "\n"))
            return false;
    for (size_t i = 0; module->modules && module->modules[i]; i++)
        if (!put(s, out, name) || !put(s, out, ".")
            || !put(s, out, module->modules[i]->last_name)
            || !put(s, out, "\n"))
            return false;
    return true;
}

static bool put_found(ss_session *s, ss_text *out, const char *name,
                      const found *f)
{
    if (f->function)
        return put_function(s, out, name, f->function);
    if (f->module)
        return put_module(s, out, name, f->module);
    if (f->attribute)
        return put(s, out, name) && put(s, out, "\n\nAttribute:")
               && put_words(s, out, f->attribute->help, 11, 0);
    if (!put_function(s, out, name, &f->cls->make))
        return false;
    if (!f->cls->type || !f->cls->type->methods)
        return true;
    return put(s, out, "\n") && put_rows(s, out, name, f->cls->type->methods)
           && put_attributes(s, out, name, f->cls->type->attributes);
}

ss_status ss_script_help(const char *name, ss_write_fn write, void *context)
{
    ss_session *s = bare_session();
    ss_text text = {0};
    found f = {NULL, NULL, NULL, NULL};
    ss_status status = SS_ERR_ARGUMENT;

    if (!s)
        return SS_ERR_MEMORY;
    if (find_name(s, name, &f)) {
        if (!put_found(s, &text, name, &f))
            status = s->error.status;
        else if (write(context, text.data ? text.data : "", text.size) != 0)
            status = SS_ERR_IO;
        else
            status = SS_OK;
    }
    ss_text_free(&text);
    ss_session_free(s);
    return status;
}

/* --- all names --- */

typedef struct each_name {
    ss_session *session;
    void (*each)(void *context, const char *name);
    void *context;
} each_name;

static void tell(const each_name *e, const char *prefix, const char *name)
{
    char dotted[600];

    snprintf(dotted, sizeof dotted, "%s%s%s", prefix, prefix[0] ? "." : "",
             name);
    e->each(e->context, dotted);
}

static void tell_rows(const each_name *e, const char *prefix,
                      const ssi_function *rows)
{
    for (; rows && rows->name; rows++)
        tell(e, prefix, rows->name);
}

static void tell_class(const each_name *e, const char *prefix, const char *name,
                       const ssi_class *cls)
{
    char dotted[256];

    tell(e, prefix, name);
    snprintf(dotted, sizeof dotted, "%s%s%s", prefix, prefix[0] ? "." : "",
             name);
    if (!cls->type)
        return;
    tell_rows(e, dotted, cls->type->methods);
    for (const ssi_attribute_row *a = cls->type->attributes; a && a->name; a++)
        tell(e, dotted, a->name);
}

static void tell_module(const each_name *e, const ssi_module *module,
                        const char *prefix)
{
    tell_rows(e, prefix, module->functions);
    for (const ssi_module_constant *c = module->constants; c && c->name; c++) {
        const ssi_class *cls = constant_class(e->session, c);
        if (cls)
            tell_class(e, prefix, c->name, cls);
    }
    for (size_t i = 0; module->modules && module->modules[i]; i++)
        if (module->modules[i]->last_name[0] != '_')
            tell_module(e, module->modules[i], module->modules[i]->name);
}

void ss_script_names(void (*each)(void *context, const char *name),
                     void *context)
{
    each_name e = {bare_session(), each, context};

    if (!e.session)
        return;
    tell_module(&e, &ssi_module_builtins, "");
    for (size_t i = 0; ssi_modules[i]; i++)
        tell_module(&e, ssi_modules[i], ssi_modules[i]->name);
    ss_session_free(e.session);
}
