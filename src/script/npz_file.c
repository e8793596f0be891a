/* SPDX-License-Identifier: MIT
 * What np.load gives for an .npz file: arrays by name.
 * Learned from: numpy/lib/_npyio_impl.py (NpzFile), NumPy 2.4.6.
 */
#include <stdlib.h>
#include <string.h>

#include "script/files.h"

#define SHOWN 5 /* names in the repr */

typedef struct npz_file {
    ssi_object head;
    ssi_value path;
    ssi_value names;  /* list of str: .files */
    ssi_value arrays; /* list of ndarrays, beside the names */
    bool closed;
} npz_file;

static void npz_destroy(ss_session *s, ssi_object *self)
{
    npz_file *npz = (npz_file *)self;

    ssi_release(s, npz->path);
    ssi_release(s, npz->names);
    ssi_release(s, npz->arrays);
}

static const ssi_list_object *list_of(ssi_value v)
{
    return (const ssi_list_object *)v.u.o;
}

/* Each access reads the array again: a copy. The names may have been changed
 * by the script, for they are a list; the arrays' names are path's. */
static bool array_at(ss_session *s, const npz_file *npz, size_t i,
                     ssi_value *out)
{
    ssi_value array = list_of(npz->arrays)->items[i];
    const ss_array *from = ssi_array_of(array);
    ss_array *to;

    if (npz->closed)
        return ssi_raise(s, "AttributeError",
                         "'NoneType' object has no attribute 'open'");
    if (!ssi_new_array(s, &ssi_type_ndarray, from->dtype, from->itemsize,
                       from->ndim, from->shape, out))
        return false;
    to = ssi_array_of(*out);
    memcpy(to->strides, from->strides, sizeof to->strides);
    if (ss_array_size(from) > 0)
        memcpy(to->data, from->data, ss_array_size(from) * from->itemsize);
    return true;
}

/* "x" and "x.npy" both name it; *at is the count when there is none. */
static bool find(ss_session *s, const npz_file *npz, ssi_value key, size_t *at)
{
    const ssi_list_object *names = list_of(npz->names);
    const ssi_str_object *text = (const ssi_str_object *)key.u.o;
    size_t size;
    uint64_t hash;

    *at = names->count;
    if (!ssi_is(key, &ssi_type_str))
        return ssi_hash(s, key, &hash);
    size = text->size;
    for (int cut = 0; cut < 2; cut++) {
        for (size_t i = 0; i < names->count; i++) {
            const ssi_str_object *name =
                (const ssi_str_object *)names->items[i].u.o;
            if (name->size == size && !memcmp(name->data, text->data, size))
                *at = i;
        }
        if (*at < names->count || size < 4
            || memcmp(text->data + size - 4, ".npy", 4))
            break;
        size -= 4;
    }
    return true;
}

static bool npz_index(ss_session *s, ssi_object *self, ssi_value key,
                      ssi_value *out)
{
    const npz_file *npz = (const npz_file *)self;
    ss_text text = {0}, quoted = {0};
    size_t at;

    if (!find(s, npz, key, &at))
        return false;
    if (at < list_of(npz->names)->count)
        return array_at(s, npz, at, out);
    if (ssi_str(s, key, &text)
        && ssi_append(s, &text, " is not a file in the archive")
        && ssi_str_repr(s, text.data, text.size, &quoted))
        ssi_raise(s, "KeyError", "%s", quoted.data);
    ss_text_free(&text);
    ss_text_free(&quoted);
    return false;
}

static bool npz_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const npz_file *npz = (const npz_file *)self;
    const ssi_list_object *names = list_of(npz->names);

    if (!ssi_append(s, out, "NpzFile ")
        || !(npz->closed ? ssi_append(s, out, "'object'")
                         : ssi_repr(s, npz->path, out))
        || !ssi_append(s, out, " with keys: "))
        return false;
    for (size_t i = 0; i < names->count && i < SHOWN; i++)
        if ((i && !ssi_append(s, out, ", "))
            || !ssi_str(s, names->items[i], out))
            return false;
    return names->count <= SHOWN || ssi_append(s, out, "...");
}

static bool npz_length(ss_session *s, ssi_object *self, size_t *out)
{
    (void)s;
    *out = list_of(((npz_file *)self)->names)->count;
    return true;
}

static bool npz_iterate(ss_session *s, ssi_object *self, size_t i,
                        ssi_value *out, bool *done)
{
    const ssi_list_object *names = list_of(((npz_file *)self)->names);

    (void)s;
    *done = i >= names->count;
    if (!*done)
        *out = ssi_retain(names->items[i]);
    return true;
}

static bool npz_truth(ss_session *s, ssi_object *self, bool *out)
{
    size_t count = 0;

    if (!npz_length(s, self, &count))
        return false;
    *out = count > 0;
    return true;
}

static bool npz_attribute(ss_session *s, ssi_object *self, const char *name,
                          ssi_value *out)
{
    static const char *const others[] = {"f",
                                         "fid",
                                         "zip",
                                         "allow_pickle",
                                         "items",
                                         "values",
                                         "keys",
                                         "max_header_size",
                                         "pickle_kwargs",
                                         NULL};
    const npz_file *npz = (const npz_file *)self;

    if (strcmp(name, "files") == 0) /* a copy: the names stay as they are */
        return ssi_new_list(s, list_of(npz->names)->items,
                            list_of(npz->names)->count, out);
    return ssi_unknown_attribute(s, others, "NpzFile", name);
}

static bool npz_get(ss_session *s, ssi_call *call, ssi_value *out)
{
    const npz_file *npz = (const npz_file *)call->self.u.o;
    size_t at;

    if (!find(s, npz, call->args[0], &at))
        return false;
    if (at < list_of(npz->names)->count)
        return array_at(s, npz, at, out);
    *out = ssi_retain(call->args[1]);
    return true;
}

static bool npz_close(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)s;
    ((npz_file *)call->self.u.o)->closed = true;
    *out = ssi_none();
    return true;
}

static bool npz_enter(ss_session *s, ssi_object *self, ssi_value *out)
{
    (void)s;
    *out = ssi_retain(ssi_from_object(self));
    return true;
}

static bool npz_leave(ss_session *s, ssi_object *self)
{
    (void)s;
    ((npz_file *)self)->closed = true;
    return true;
}

static const ssi_function methods[] = {
    {"get", "key, default=None, /", npz_get,
     "The array of a name, or the default.", 0, SSI_STYLE_METHOD,
     "NpzFile.get"},
    {"close", "", npz_close, "Close the file: no array can be got any more.", 0,
     SSI_STYLE_METHOD, "NpzFile.close"},
    {0},
};

static const ssi_type type_npz_file = {
    .name = "NpzFile",
    .qualified = "numpy.lib.npyio.NpzFile",
    .destroy = npz_destroy,
    .repr = npz_repr,
    .attribute = npz_attribute,
    .methods = methods,
    .length = npz_length,
    .index = npz_index,
    .iterate = npz_iterate,
    .truth = npz_truth,
    .enter = npz_enter,
    .leave = npz_leave,
};

/* One array after the other becomes the list's. */
static bool take_array(ss_session *s, const npz_file *npz,
                       ss_named_array *named)
{
    ssi_value name, array;
    bool ok;

    if (!ssi_adopt_array(s, &ssi_type_ndarray, &named->array, &array))
        return false;
    named->array = (ss_array){.ndim = 1};
    ok = ssi_new_str(s, named->name, strlen(named->name), &name);
    if (ok) {
        ok = ssi_list_append(s, npz->names, name)
             && ssi_list_append(s, npz->arrays, array);
        ssi_release(s, name);
    }
    ssi_release(s, array);
    return ok;
}

bool ssi_new_npz_file(ss_session *s, const char *path, ss_named_arrays *arrays,
                      ssi_value *out)
{
    npz_file *npz = ssi_new(s, &type_npz_file, sizeof *npz, 0);
    bool ok = npz != NULL;

    if (npz) {
        npz->path = npz->names = npz->arrays = ssi_none();
        ok = ssi_new_str(s, path, strlen(path), &npz->path)
             && ssi_new_list(s, NULL, 0, &npz->names)
             && ssi_new_list(s, NULL, 0, &npz->arrays);
        for (size_t i = 0; ok && i < arrays->count; i++)
            ok = take_array(s, npz, &arrays->items[i]);
        if (ok)
            *out = ssi_from_object(npz);
        else
            ssi_release(s, ssi_from_object(npz));
    }
    ss_named_arrays_free(arrays);
    return ok;
}
