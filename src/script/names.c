/* SPDX-License-Identifier: MIT
 * Global names: a hash table with linear probing, twice as large as needed.
 */
#include "script/session.h"

#include <stdlib.h>
#include <string.h>

typedef struct entry {
    char *name; /* NULL: free */
    ssi_value value;
} entry;

struct ssi_names {
    entry *entries;
    size_t count, capacity; /* capacity: 0 or a power of two */
};

ssi_names *ssi_names_new(void)
{
    return calloc(1, sizeof(ssi_names));
}

void ssi_names_free(ss_session *s, ssi_names *names)
{
    if (!names)
        return;
    for (size_t i = 0; i < names->capacity; i++)
        if (names->entries[i].name) {
            free(names->entries[i].name);
            ssi_release(s, names->entries[i].value);
        }
    free(names->entries);
    free(names);
}

static size_t hash_name(const char *name)
{
    uint64_t h = UINT64_C(1469598103934665603); /* FNV-1a */

    for (; *name; name++)
        h = (h ^ (unsigned char)*name) * UINT64_C(1099511628211);
    return (size_t)(h ^ h >> 32);
}

/* The entry of a name, or the free one where it belongs. */
static entry *place_of(entry *entries, size_t capacity, const char *name)
{
    size_t i = hash_name(name) & (capacity - 1);

    while (entries[i].name && strcmp(entries[i].name, name) != 0)
        i = (i + 1) & (capacity - 1);
    return &entries[i];
}

static bool grow(ssi_names *names)
{
    size_t capacity = names->capacity ? names->capacity * 2 : 32;
    entry *entries = calloc(capacity, sizeof *entries);

    if (!entries)
        return false;
    for (size_t i = 0; i < names->capacity; i++)
        if (names->entries[i].name)
            *place_of(entries, capacity, names->entries[i].name) =
                names->entries[i];
    free(names->entries);
    names->entries = entries;
    names->capacity = capacity;
    return true;
}

bool ssi_names_set(ss_session *s, ssi_names *names, const char *name,
                   ssi_value v)
{
    entry *e = NULL;
    size_t size = strlen(name) + 1;

    if ((names->count + 1) * 2 <= names->capacity || grow(names))
        e = place_of(names->entries, names->capacity, name);
    if (e && !e->name) {
        e->name = malloc(size);
        if (e->name) {
            memcpy(e->name, name, size);
            e->value = ssi_none();
            names->count++;
        }
    }
    if (!e || !e->name) {
        ssi_release(s, v);
        return ssi_raise_memory(s);
    }
    ssi_value old = e->value;
    e->value = v;
    ssi_release(s, old);
    return true;
}

void ssi_names_each(const ssi_names *names,
                    void (*each)(void *context, ssi_value v), void *context)
{
    for (size_t i = 0; i < names->capacity; i++)
        if (names->entries[i].name)
            each(context, names->entries[i].value);
}

const ssi_value *ssi_names_get(const ssi_names *names, const char *name)
{
    const entry *e;

    if (!names->capacity)
        return NULL;
    e = place_of(names->entries, names->capacity, name);
    return e->name ? &e->value : NULL;
}
