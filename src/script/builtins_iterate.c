/* SPDX-License-Identifier: MIT
 * iter(), next(), enumerate() and zip().
 */
#include "script/builtins.h"

#include "script/list.h"

typedef enum iterator_kind { ITEMS, NUMBERED, TOGETHER } iterator_kind;

typedef struct iterator {
    ssi_object head;
    iterator_kind kind;
    ssi_value sources; /* a tuple of what is iterated over */
    size_t position;
    int64_t first; /* enumerate: the number of the first item */
    bool ended;
} iterator;

static void iterator_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((iterator *)self)->sources);
}

static bool iterator_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const iterator *o = (const iterator *)self;
    ssi_value first = ((ssi_list_object *)o->sources.u.o)->items[0];
    if (o->kind == ITEMS && !ssi_is(first, &ssi_type_list)
        && !ssi_is(first, &ssi_type_tuple))
        return ssi_unsupported(s, "the text of an iterator of %s",
                               ssi_type_name(first));
    return ssi_append(s, out, "<")
           && ssi_append(s, out,
                         o->kind == NUMBERED             ? "enumerate"
                         : o->kind == TOGETHER           ? "zip"
                         : ssi_is(first, &ssi_type_list) ? "list_iterator"
                                                         : "tuple_iterator")
           && ssi_append(s, out, " object at 0x7f0000000000>");
}

/* Item k of the tuple that zip() gives, or the only source's next one. */
static bool next_of(ss_session *s, iterator *o, size_t k, ssi_value *out,
                    bool *done)
{
    ssi_value source = ((ssi_list_object *)o->sources.u.o)->items[k];
    return ssi_iterate(s, source, o->position, out, done);
}

static bool next_together(ss_session *s, iterator *o, ssi_value *out,
                          bool *done)
{
    size_t count = ((ssi_list_object *)o->sources.u.o)->count;
    if (!ssi_new_tuple(s, NULL, count, out))
        return false;
    *done = false;
    for (size_t k = 0; k < count; k++) {
        ssi_value v;
        bool ok = next_of(s, o, k, &v, done);
        if (!ok || *done) {
            ssi_release(s, *out);
            return ok;
        }
        ((ssi_list_object *)out->u.o)->items[k] = v;
    }
    return true;
}

static bool next_item(ss_session *s, iterator *o, ssi_value *out, bool *done)
{
    ssi_value pair[2];
    bool ok;
    if (o->kind == TOGETHER)
        return next_together(s, o, out, done);
    if (o->kind == ITEMS)
        return next_of(s, o, 0, out, done);
    ok = next_of(s, o, 0, &pair[1], done);
    if (!ok || *done)
        return ok;
    pair[0] = ssi_int(o->first + (int64_t)o->position);
    ok = ssi_new_tuple(s, pair, 2, out);
    ssi_release(s, pair[1]);
    return ok;
}

/* Goes on from where it is, whatever i says. */
static bool iterator_iterate(ss_session *s, ssi_object *self, size_t i,
                             ssi_value *out, bool *done)
{
    iterator *o = (iterator *)self;
    (void)i;
    *done = o->ended;
    if (o->ended)
        return true;
    if (s->value_depth >= 100)
        return ssi_unsupported(s, "iterators nested as deep as this");
    s->value_depth++;
    bool ok = next_item(s, o, out, done);
    s->value_depth--;
    o->ended = !ok || *done;
    o->position++;
    return ok;
}

#define ITERATOR(id, name_)                                                    \
    static const ssi_type id##_type = {                                        \
        .name = name_,                                                         \
        .qualified = name_,                                                    \
        .destroy = iterator_destroy,                                           \
        .repr = iterator_repr,                                                 \
        .iterate = iterator_iterate,                                           \
    }
ITERATOR(items, "iterator");
ITERATOR(numbered, "enumerate");
ITERATOR(together, "zip");

static bool is_iterator(ssi_value v)
{
    return ssi_is(v, &items_type) || ssi_is(v, &numbered_type)
           || ssi_is(v, &together_type);
}

static bool new_iterator(ss_session *s, iterator_kind kind,
                         const ssi_value *sources, size_t count, int64_t first,
                         ssi_value *out)
{
    static const ssi_type *const types[] = {&items_type, &numbered_type,
                                            &together_type};
    iterator *o = ssi_new(s, types[kind], sizeof *o, 0);
    if (!o)
        return false;
    *out = ssi_from_object(o);
    o->kind = kind;
    o->first = first;
    o->sources = ssi_none();
    if (!ssi_new_tuple(s, NULL, count, &o->sources)) {
        ssi_release(s, *out);
        return false;
    }
    for (size_t k = 0; k < count; k++) {
        ssi_value begun;
        if (!ssi_begin(s, sources[k], &begun)) {
            ssi_release(s, *out);
            return false;
        }
        ((ssi_list_object *)o->sources.u.o)->items[k] = begun;
    }
    return true;
}

bool ssi_call_iter(ss_session *s, ssi_call *call, ssi_value *out)
{
    if (is_iterator(call->args[0])) {
        *out = ssi_retain(call->args[0]);
        return true;
    }
    return new_iterator(s, ITEMS, call->args, 1, 0, out);
}

bool ssi_call_enumerate(ss_session *s, ssi_call *call, ssi_value *out)
{
    int64_t first = 0;
    if (call->given[1] && !ssi_to_int64(s, call->args[1], &first))
        return false;
    return new_iterator(s, NUMBERED, call->args, 1, first, out);
}

bool ssi_call_zip(ss_session *s, ssi_call *call, ssi_value *out)
{
    if (call->positional_count == 0)
        return ssi_unsupported(s, "zip() of nothing");
    return new_iterator(s, TOGETHER, call->positional, call->positional_count,
                        0, out);
}

static bool raise_stop(ss_session *s)
{
    static const char nothing[] = ""; /* which a format may not be */
    const char *format = nothing;
    return ssi_raise(s, "StopIteration", format, 0);
}

bool ssi_call_next(ss_session *s, ssi_call *call, ssi_value *out)
{
    bool done;
    if (!is_iterator(call->args[0]))
        return ssi_raise(s, "TypeError", "'%s' object is not an iterator",
                         ssi_type_name(call->args[0]));
    if (!iterator_iterate(s, call->args[0].u.o, 0, out, &done))
        return false;
    if (done && call->given[1])
        *out = ssi_retain(call->args[1]);
    return !done || call->given[1] || raise_stop(s);
}
