/* SPDX-License-Identifier: MIT
 * The objects of a session: counted, charged, and freed one after the other
 * however deeply they are nested.
 */
#include "script/session.h"

#include <stdlib.h>

static bool charge(ss_session *s, size_t bytes)
{
    size_t limit = s->options.memory_limit;

    if (bytes > limit || s->memory > limit - bytes)
        return ssi_raise_memory(s);
    s->memory += bytes;
    return true;
}

void *ssi_new(ss_session *s, const ssi_type *type, size_t size, size_t extra)
{
    ssi_object *object;

    if (size > SIZE_MAX - extra) {
        ssi_raise_memory(s);
        return NULL;
    }
    if (!charge(s, size + extra))
        return NULL;
    object = calloc(1, size);
    if (!object) {
        s->memory -= size + extra;
        ssi_raise_memory(s);
        return NULL;
    }
    object->type = type;
    object->refs = 1;
    object->bytes = size + extra;
    object->next = s->objects;
    if (s->objects)
        s->objects->previous = object;
    s->objects = object;
    return object;
}

bool ssi_charge(ss_session *s, ssi_object *object, size_t extra)
{
    if (!charge(s, extra))
        return false;
    object->bytes += extra;
    return true;
}

void ssi_discharge(ss_session *s, ssi_object *object, size_t extra)
{
    object->bytes -= extra;
    s->memory -= extra;
}

ssi_value ssi_retain(ssi_value v)
{
    if (v.tag == SSI_OBJECT)
        v.u.o->refs++;
    return v;
}

static void unlink_object(ss_session *s, ssi_object *object)
{
    if (object->previous)
        object->previous->next = object->next;
    else
        s->objects = object->next;
    if (object->next)
        object->next->previous = object->previous;
}

/* Objects that die while another is destroyed wait in a list, so that a list
 * in a list in a list ... does not nest C calls. */
void ssi_release(ss_session *s, ssi_value v)
{
    ssi_object *object = v.u.o;

    if (v.tag != SSI_OBJECT || --object->refs > 0)
        return;
    unlink_object(s, object);
    object->next = s->dead;
    s->dead = object;
    if (s->destroying)
        return;
    s->destroying = true;
    while ((object = s->dead)) {
        s->dead = object->next;
        if (object->type->destroy)
            object->type->destroy(s, object);
        s->memory -= object->bytes;
        free(object);
    }
    s->destroying = false;
}

/* Each object is held once more, so that none dies while all are destroyed. */
void ssi_free_objects(ss_session *s)
{
    ssi_object *next;

    for (ssi_object *o = s->objects; o; o = o->next)
        o->refs++;
    for (ssi_object *o = s->objects; o; o = o->next)
        if (o->type->destroy)
            o->type->destroy(s, o);
    for (ssi_object *o = s->objects; o; o = next) {
        next = o->next;
        s->memory -= o->bytes;
        free(o);
    }
    s->objects = NULL;
}
