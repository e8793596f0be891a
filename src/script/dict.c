/* SPDX-License-Identifier: MIT
 * Python's dict: entries in the order they came, found through a hash table.
 */
#include "script/dict.h"

#include <stdlib.h>
#include <string.h>

static void dict_destroy(ss_session *s, ssi_object *self)
{
    ssi_dict_object *dict = (ssi_dict_object *)self;

    for (size_t i = 0; i < dict->count; i++) {
        ssi_release(s, dict->entries[i].key);
        ssi_release(s, dict->entries[i].value);
    }
    free(dict->entries);
    free(dict->slots);
    dict->count = 0;
}

bool ssi_new_dict(ss_session *s, ssi_value *out)
{
    ssi_dict_object *dict = ssi_new(s, &ssi_type_dict, sizeof *dict, 0);

    if (dict)
        *out = ssi_from_object(dict);
    return dict != NULL;
}

/* Twice the room, all entries in their new slots. */
static bool grow(ss_session *s, ssi_dict_object *dict)
{
    size_t capacity = dict->capacity ? dict->capacity * 2 : 8;
    size_t slot_count = capacity * 2, *slots;
    size_t extra = (capacity - dict->capacity)
                   * (sizeof *dict->entries + 2 * sizeof *slots);
    ssi_dict_entry *entries;

    if (!ssi_charge(s, &dict->head, extra))
        return false;
    slots = calloc(slot_count, sizeof *slots);
    entries = slots ? realloc(dict->entries, capacity * sizeof *entries) : NULL;
    if (!entries) {
        free(slots);
        ssi_discharge(s, &dict->head, extra);
        return ssi_raise_memory(s);
    }
    for (size_t i = 0; i < dict->count; i++) {
        size_t at = (size_t)entries[i].hash & (slot_count - 1);
        while (slots[at])
            at = (at + 1) & (slot_count - 1);
        slots[at] = i + 1;
    }
    free(dict->slots);
    dict->slots = slots;
    dict->slot_count = slot_count;
    dict->entries = entries;
    dict->capacity = capacity;
    return true;
}

/* The slot of a key: of its entry, or the free one where it belongs. */
static bool find_slot(ss_session *s, const ssi_dict_object *dict, ssi_value key,
                      uint64_t hash, size_t *out)
{
    size_t at = (size_t)hash & (dict->slot_count - 1);
    bool same = false;

    for (; dict->slots[at]; at = (at + 1) & (dict->slot_count - 1)) {
        const ssi_dict_entry *e = &dict->entries[dict->slots[at] - 1];
        if (e->hash != hash)
            continue;
        if (!ssi_same(s, e->key, key, &same))
            return false;
        if (same)
            break;
    }
    *out = at;
    return true;
}

bool ssi_dict_set(ss_session *s, ssi_value v, ssi_value key, ssi_value value)
{
    ssi_dict_object *dict = (ssi_dict_object *)v.u.o;
    uint64_t hash;
    size_t slot;
    ssi_value old;

    if (!ssi_hash(s, key, &hash)
        || (dict->count == dict->capacity && !grow(s, dict))
        || !find_slot(s, dict, key, hash, &slot))
        return false;
    if (dict->slots[slot]) {
        ssi_dict_entry *e = &dict->entries[dict->slots[slot] - 1];
        old = e->value;
        e->value = ssi_retain(value);
        ssi_release(s, old);
        return true;
    }
    dict->entries[dict->count++] =
        (ssi_dict_entry){ssi_retain(key), ssi_retain(value), hash};
    dict->slots[slot] = dict->count;
    return true;
}

bool ssi_dict_find(ss_session *s, ssi_value v, ssi_value key,
                   const ssi_value **out)
{
    const ssi_dict_object *dict = (const ssi_dict_object *)v.u.o;
    uint64_t hash;
    size_t slot;

    *out = NULL;
    if (!ssi_hash(s, key, &hash))
        return false;
    if (dict->count == 0)
        return true;
    if (!find_slot(s, dict, key, hash, &slot))
        return false;
    if (dict->slots[slot])
        *out = &dict->entries[dict->slots[slot] - 1].value;
    return true;
}

bool ssi_dict_get(ss_session *s, ssi_value v, const char *key, ssi_value *out)
{
    const ssi_dict_object *dict = (const ssi_dict_object *)v.u.o;

    for (size_t i = 0; i < dict->count; i++) {
        ssi_value k = dict->entries[i].key;
        if (ssi_is(k, &ssi_type_str)
            && strcmp(((ssi_str_object *)k.u.o)->data, key) == 0) {
            *out = dict->entries[i].value;
            return true;
        }
    }
    return false;
}

const ssi_dict_entry *ssi_dict_entry_at(ssi_value v, size_t i)
{
    const ssi_dict_object *dict = (const ssi_dict_object *)v.u.o;

    return i < dict->count ? &dict->entries[i] : NULL;
}

static bool entries_repr(ss_session *s, const ssi_dict_object *dict,
                         ss_text *out)
{
    for (size_t i = 0; i < dict->count; i++)
        if ((i && !ssi_append(s, out, ", "))
            || !ssi_repr(s, dict->entries[i].key, out)
            || !ssi_append(s, out, ": ")
            || !ssi_repr(s, dict->entries[i].value, out))
            return false;
    return true;
}

static bool dict_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    bool ok;

    if (self->showing)
        return ssi_append(s, out, "{...}");
    self->showing = true;
    ok = ssi_append(s, out, "{")
         && entries_repr(s, (ssi_dict_object *)self, out)
         && ssi_append(s, out, "}");
    self->showing = false;
    return ok;
}

static bool dict_length(ss_session *s, ssi_object *self, size_t *out)
{
    *out = ((ssi_dict_object *)self)->count;
    return true;
}

static bool dict_truth(ss_session *s, ssi_object *self, bool *out)
{
    *out = ((ssi_dict_object *)self)->count != 0;
    return true;
}

static bool dict_index(ss_session *s, ssi_object *self, ssi_value key,
                       ssi_value *out)
{
    ssi_value dict = {.tag = SSI_OBJECT, .u.o = self};
    const ssi_value *found;
    ss_text text = {0};

    if (!ssi_dict_find(s, dict, key, &found))
        return false;
    if (found) {
        *out = ssi_retain(*found);
        return true;
    }
    if (ssi_repr(s, key, &text))
        ssi_raise(s, "KeyError", "%s", text.data);
    ss_text_free(&text);
    return false;
}

static bool dict_iterate(ss_session *s, ssi_object *self, size_t i,
                         ssi_value *out, bool *done)
{
    const ssi_dict_object *dict = (const ssi_dict_object *)self;

    *done = i >= dict->count;
    if (!*done)
        *out = ssi_retain(dict->entries[i].key);
    return true;
}

static bool dict_equal(ss_session *s, ssi_object *self, ssi_value other,
                       bool *out)
{
    const ssi_dict_object *a = (const ssi_dict_object *)self;
    const ssi_value *found;

    *out = false;
    if (!ssi_is(other, &ssi_type_dict)
        || ((ssi_dict_object *)other.u.o)->count != a->count)
        return true;
    for (size_t i = 0; i < a->count; i++) {
        if (!ssi_dict_find(s, other, a->entries[i].key, &found))
            return false;
        *out = false;
        if (!found)
            return true;
        if (!ssi_same(s, a->entries[i].value, *found, out))
            return false;
        if (!*out)
            return true;
    }
    *out = true;
    return true;
}

static bool dict_binary(ss_session *s, ssi_operator op, ssi_value left,
                        ssi_value right, ssi_value *out, bool *handled)
{
    *handled = op == SSI_OP_OR && ssi_is(left, &ssi_type_dict)
               && ssi_is(right, &ssi_type_dict);
    if (!*handled)
        return true;
    if (!ssi_new_dict(s, out))
        return false;
    if (ssi_dict_update(s, *out, left) && ssi_dict_update(s, *out, right))
        return true;
    ssi_release(s, *out);
    return false;
}

const ssi_type ssi_type_dict = {
    .name = "dict",
    .qualified = "dict",
    .destroy = dict_destroy,
    .repr = dict_repr,
    .methods = ssi_dict_methods,
    .length = dict_length,
    .index = dict_index,
    .iterate = dict_iterate,
    .binary = dict_binary,
    .truth = dict_truth,
    .equal = dict_equal,
};
