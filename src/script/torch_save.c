/* SPDX-License-Identifier: MIT
 * torch.save as what the path's extension says, and the modules
 * safetensors.torch and safetensors.numpy.
 * Learned from: safetensors 0.8.0 (torch.py, numpy.py) and by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/files.h"
#include "script/torch_save.h"

#define SAFETENSORS_ERROR "safetensors._safetensors_rust.SafetensorError"

/* --- dicts of tensors --- */

static bool is_dict(ssi_value v)
{
    return ssi_is(v, &ssi_type_dict) || ssi_is(v, &ssi_type_ordered_dict);
}

/* A key as C text; str keys only. */
static bool key_text(ss_session *s, ssi_value key, const char **out)
{
    const ssi_str_object *text = (const ssi_str_object *)key.u.o;

    if (!ssi_is(key, &ssi_type_str))
        return ssi_raise(s, "TypeError",
                         "argument 'tensor_dict': '%s' object is not an "
                         "instance of 'str'",
                         ssi_type_name(key));
    if (strlen(text->data) != text->size)
        return ssi_unsupported(s, "names with zero characters");
    *out = text->data;
    return true;
}

/* The tensors of a dict, as they lie; of type, or else refuse says why. */
static bool take_dict(ss_session *s, ssi_value dict,
                      bool (*fits)(ss_session *s, const char *name,
                                   ssi_value v),
                      ssi_saved *saved)
{
    const ssi_dict_entry *e;
    size_t count = 0;
    bool ok;

    if (!ssi_length(s, dict, &count) || !ssi_saved_new(s, count, saved))
        return false;
    ok = true;
    for (size_t i = 0; ok && (e = ssi_dict_entry_at(dict, i)); i++) {
        const char *name = "";
        ok = key_text(s, e->key, &name) && fits(s, name, e->value);
        if (ok) {
            saved->values[i] = ssi_retain(e->value);
            saved->items[i].name = name;
            saved->items[i].array = *ssi_array_of(e->value);
            saved->count++;
        }
    }
    if (!ok)
        ssi_saved_free(s, saved);
    return ok;
}

/* --- what safetensors.torch.save_file checks --- */

static bool is_tensor(ss_session *s, const char *name, ssi_value v)
{
    if (ssi_is(v, &ssi_type_tensor))
        return true;
    return ssi_raise(
        s, "ValueError",
        "Key `%.300s` is invalid, expected torch.Tensor but "
        "received <class '%s'>",
        name, v.tag == SSI_OBJECT ? v.u.o->type->qualified : ssi_type_name(v));
}

/* Memory of a tensor: whose storage, and from where to where. */
typedef struct area {
    const ssi_object *storage;
    const char *start, *stop;
    const char *name;
} area;

static int by_place(const void *left, const void *right)
{
    const area *a = left, *b = right;

    if (a->storage != b->storage)
        return (uintptr_t)a->storage < (uintptr_t)b->storage ? -1 : 1;
    if (a->start != b->start)
        return (uintptr_t)a->start < (uintptr_t)b->start ? -1 : 1;
    if (a->stop != b->stop)
        return (uintptr_t)a->stop < (uintptr_t)b->stop ? -1 : 1;
    return strcmp(a->name, b->name);
}

/* Storages without bytes are shared with nobody. */
static area area_of(ssi_value v, const char *name)
{
    const ssi_array_object *o = (const ssi_array_object *)v.u.o;
    const ss_array *a = &o->array;
    const ssi_object *storage = o->base.tag == SSI_OBJECT ? o->base.u.o : v.u.o;
    const ss_array *whole = &((const ssi_array_object *)storage)->array;
    area found = {storage, a->data, a->data, name};

    if (ss_array_size(a) > 0) {
        found.stop += a->itemsize;
        for (uint32_t i = 0; i < a->ndim; i++)
            found.stop += (ptrdiff_t)(a->shape[i] - 1) * a->strides[i];
    }
    if (ss_array_size(whole) == 0)
        found.storage = NULL;
    return found;
}

static bool raise_shared(ss_session *s, const char *a, const char *b)
{
    return ssi_raise(s, "RuntimeError",
                     "Some tensors share memory, this will lead to duplicate "
                     "memory on disk and potential differences when loading "
                     "them again: [{'%.200s', '%.200s'}].",
                     a, b);
}

static bool check_shared(ss_session *s, const ssi_saved *saved)
{
    area *areas = calloc(saved->count + 1, sizeof *areas);
    bool ok = true;

    if (!areas)
        return ssi_raise_memory(s);
    for (size_t i = 0; i < saved->count; i++)
        areas[i] = area_of(saved->values[i], saved->items[i].name);
    qsort(areas, saved->count, sizeof *areas, by_place);
    for (size_t i = 1; ok && i < saved->count; i++)
        if (areas[i].storage && areas[i].storage == areas[i - 1].storage
            && areas[i].start < areas[i - 1].stop)
            ok = raise_shared(s, areas[i - 1].name, areas[i].name);
    free(areas);
    return ok;
}

static bool check_dense(ss_session *s, const ssi_saved *saved)
{
    for (size_t i = 0; i < saved->count; i++)
        if (!ss_array_is_contiguous(&saved->items[i].array))
            return ssi_raise(
                s, "ValueError",
                "You are trying to save a non contiguous tensor: `%.300s` "
                "which is not allowed. It either means you are trying to save "
                "tensors which are reference of each other in which case it's "
                "recommended to save only the full tensors, and reslice at "
                "load time, or simply call `.contiguous()` on your tensor to "
                "pack it before saving.",
                saved->items[i].name);
    return true;
}

/* complex128 is the one dtype of tensors that the format lacks. */
static bool check_dtypes(ss_session *s, const ssi_saved *saved, bool numpy)
{
    for (size_t i = 0; i < saved->count; i++) {
        ss_dtype dtype = saved->items[i].array.dtype;

        if (dtype != SS_COMPLEX128 && dtype < SS_STR)
            continue;
        if (!numpy)
            return ssi_raise(s, "KeyError", "torch.complex128");
        return ssi_unsupported(s,
                               "arrays of %s in safetensors; bool, integers, "
                               "float16 to float64 and complex64 are "
                               "supported",
                               ss_dtype_name(dtype));
    }
    return true;
}

/* --- metadata --- */

typedef struct pairs {
    ss_metadata *items; /* NULL: none is written */
    size_t count;
} pairs;

static bool take_metadata(ss_session *s, ssi_value dict, pairs *out)
{
    const ssi_dict_entry *e;
    size_t count = 0;

    *out = (pairs){NULL, 0};
    if (dict.tag == SSI_NONE)
        return true;
    if (!is_dict(dict))
        return ssi_raise(s, "TypeError",
                         "argument 'metadata': '%s' object is not an instance "
                         "of 'dict'",
                         ssi_type_name(dict));
    if (!ssi_length(s, dict, &count))
        return false;
    out->items = calloc(count + 1, sizeof *out->items);
    if (!out->items)
        return ssi_raise_memory(s);
    for (size_t i = 0; (e = ssi_dict_entry_at(dict, i)); i++, out->count++) {
        if (ssi_is(e->key, &ssi_type_str) && ssi_is(e->value, &ssi_type_str)) {
            out->items[i].key = ((ssi_str_object *)e->key.u.o)->data;
            out->items[i].value = ((ssi_str_object *)e->value.u.o)->data;
            continue;
        }
        free(out->items);
        return ssi_raise(
            s, "TypeError",
            "argument 'metadata': '%s' object is not an instance "
            "of 'str'",
            ssi_type_name(ssi_is(e->key, &ssi_type_str) ? e->value : e->key));
    }
    return true;
}

/* --- save_file and save --- */

static bool is_ndarray(ss_session *s, const char *name, ssi_value v)
{
    if (!ssi_is(v, &ssi_type_ndarray))
        return ssi_unsupported(s,
                               "safetensors.numpy with a value of type %s "
                               "(`%.300s`); ndarrays are supported",
                               ssi_type_name(v), name);
    if (!ss_array_is_contiguous(ssi_array_of(v)))
        return ssi_unsupported(s,
                               "safetensors.numpy of an array that is not "
                               "C-contiguous (`%.300s`), whose memory it "
                               "writes as it lies; .copy() makes one that is",
                               name);
    return true;
}

static bool take_tensors(ss_session *s, ssi_value dict, bool numpy,
                         ssi_saved *saved)
{
    if (!is_dict(dict)) {
        if (numpy)
            return ssi_unsupported(s,
                                   "safetensors.numpy of a value of type "
                                   "%s; a dict of ndarrays is supported",
                                   ssi_type_name(dict));
        return ssi_raise(s, "ValueError",
                         "Expected a dict of [str, torch.Tensor] but received "
                         "<class '%s'>",
                         dict.tag == SSI_OBJECT ? dict.u.o->type->qualified
                                                : ssi_type_name(dict));
    }
    if (!take_dict(s, dict, numpy ? is_ndarray : is_tensor, saved))
        return false;
    if ((numpy || (check_shared(s, saved) && check_dense(s, saved)))
        && check_dtypes(s, saved, numpy))
        return true;
    ssi_saved_free(s, saved);
    return false;
}

static ss_status write_saved(const ssi_saved *saved, const pairs *metadata,
                             ss_write_fn write, void *context)
{
    return ss_safetensors_write(saved->items, saved->count, metadata->items,
                                metadata->count, write, context);
}

static int gather(void *context, const char *bytes, size_t size)
{
    return ss_text_append(context, bytes, size) != SS_OK;
}

/* save(tensors, metadata=None): the bytes of the file. */
bool ssi_safetensors_save(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_text text = {0};
    ssi_saved saved;
    pairs metadata;
    ss_status status;
    bool ok;

    if (!take_metadata(s, call->args[1], &metadata))
        return false;
    ok = take_tensors(s, call->args[0], call->function->variant == 1, &saved);
    if (ok) {
        status = write_saved(&saved, &metadata, gather, &text);
        ssi_saved_free(s, &saved);
        ok = status == SS_OK ? ssi_new_bytes(s, text.data, text.size, out)
             : status == SS_ERR_IO
                 ? ssi_raise_memory(s)
                 : ssi_unsupported(s, "these names in safetensors");
    }
    free(metadata.items);
    ss_text_free(&text);
    return ok;
}

/* save_file(tensors, filename, metadata=None) */
bool ssi_safetensors_save_file(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_saved saved;
    ssi_output file;
    pairs metadata;
    bool ok;

    if (!take_metadata(s, call->args[2], &metadata))
        return false;
    ok = take_tensors(s, call->args[0], call->function->variant == 1, &saved);
    if (ok) {
        ok = ssi_output_open(s, "save_file", call->args[1], NULL, &file)
             && ssi_output_close(&file, write_saved(&saved, &metadata,
                                                    ssi_output_write, &file));
        ssi_saved_free(s, &saved);
    }
    free(metadata.items);
    *out = ssi_none();
    return ok;
}

/* --- load_file and load --- */

static bool make_dict(ss_session *s, const ssi_type *type,
                      ss_named_arrays *arrays, ssi_value *out)
{
    bool ok = ssi_new_dict(s, out);
    bool made = ok;

    for (size_t i = 0; ok && i < arrays->count; i++) {
        const char *name = arrays->items[i].name;
        ssi_value key = ssi_none(), array = ssi_none();

        ok = ssi_adopt_array(s, type, &arrays->items[i].array, &array);
        if (ok)
            arrays->items[i].array = (ss_array){.ndim = 1};
        ok = ok && ssi_new_str(s, name, strlen(name), &key)
             && ssi_dict_set(s, *out, key, array);
        ssi_release(s, key);
        ssi_release(s, array);
    }
    if (made && !ok)
        ssi_release(s, *out);
    ss_named_arrays_free(arrays);
    return ok;
}

static bool load_bytes(ss_session *s, const char *path, bool numpy,
                       const void *bytes, size_t size, ssi_value *out)
{
    ss_named_arrays arrays;
    ss_diag diag = {0};

    if (ss_safetensors_read(bytes, size, &arrays, &diag) != SS_OK)
        return ssi_raise_broken(s, SAFETENSORS_ERROR, path, &diag);
    for (size_t i = 0; numpy && i < arrays.count; i++)
        if (arrays.items[i].array.dtype == SS_BFLOAT16) {
            ss_named_arrays_free(&arrays);
            return ssi_unsupported(s, "bfloat16 in safetensors.numpy");
        }
    return make_dict(s, numpy ? &ssi_type_ndarray : &ssi_type_tensor, &arrays,
                     out);
}

/* load_file(filename, device='cpu', *, backend='mmap') */
bool ssi_safetensors_load_file(ss_session *s, ssi_call *call, ssi_value *out)
{
    bool numpy = call->function->variant == 1, ok;
    const char *path = "", *device = "cpu";
    void *bytes = NULL;
    size_t size = 0;

    if (!numpy && call->given[1] && !ssi_torch_is_device(call->args[1])
        && (!ssi_to_str(s, call->args[1], &device) || strcmp(device, "cpu")))
        return ssi_unsupported(s, "load_file to a device but 'cpu'");
    if (!ssi_path_argument(s, "load_file", call->args[0], &path)
        || !ssi_read_file(s, "load_file", path, &bytes, &size))
        return false;
    ok = load_bytes(s, path, numpy, bytes, size, out);
    free(bytes);
    return ok;
}

/* load(data): of bytes. */
bool ssi_safetensors_load(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ssi_str_object *data = (const ssi_str_object *)call->args[0].u.o;

    if (!ssi_is(call->args[0], &ssi_type_bytes))
        return ssi_raise(s, "TypeError",
                         "argument 'bytes': '%s' object is not an instance of "
                         "'bytes'",
                         ssi_type_name(call->args[0]));
    return load_bytes(s, "load", call->function->variant == 1, data->data,
                      data->size, out);
}

/* --- torch.save --- */

#define FORMATS                                                                \
    "'.safetensors' (a dict of tensors), '.npy' (a tensor) and '.npz' (a "     \
    "dict of tensors) are written"

static bool refuse(ss_session *s, ssi_value v, const char *extension)
{
    return ssi_unsupported(
        s, "torch.save of a value of type %s to '%.50s'; " FORMATS,
        ssi_type_name(v), extension);
}

static bool fits_file(ss_session *s, const char *name, ssi_value v)
{
    return ssi_is(v, &ssi_type_tensor)
           || ssi_unsupported(s,
                              "torch.save of a dict with a value of type %s "
                              "('%.200s') to this format; its values must be "
                              "tensors",
                              ssi_type_name(v), name);
}

static bool save_dict(ss_session *s, ssi_call *call, const char *extension)
{
    bool npz = strcmp(extension, ".npz") == 0, ok = true;
    pairs none = {NULL, 0};
    ssi_output file;
    ssi_saved saved;

    if (!is_dict(call->args[0]))
        return refuse(s, call->args[0], extension);
    if (!take_dict(s, call->args[0], fits_file, &saved))
        return false;
    for (size_t i = 0; ok && npz && i < saved.count; i++)
        if (saved.items[i].array.dtype == SS_BFLOAT16)
            ok = ssi_unsupported(s, "torch.save of bfloat16 to '.npz', which "
                                    "NumPy lacks; '.safetensors' has it");
    ok = ok && (npz || check_dtypes(s, &saved, true));
    if (ok && npz)
        ok = ssi_save_npz(s, "torch.save", call->args[1], NULL, &saved, false);
    else if (ok)
        ok = ssi_output_open(s, "torch.save", call->args[1], NULL, &file)
             && ssi_output_close(
                 &file, write_saved(&saved, &none, ssi_output_write, &file));
    ssi_saved_free(s, &saved);
    return ok;
}

/* save(obj, f, pickle_module, pickle_protocol,
 * _use_new_zipfile_serialization): what the extension says. */
bool ssi_torch_save(ss_session *s, ssi_call *call, ssi_value *out)
{
    const char *path = "", *extension;
    ssi_value v = call->args[0];

    *out = ssi_none();
    if (!ssi_path_argument(s, "torch.save", call->args[1], &path))
        return false;
    extension = ssi_path_extension(path);
    if (strcmp(extension, ".safetensors") == 0
        || strcmp(extension, ".npz") == 0)
        return save_dict(s, call, extension);
    if (strcmp(extension, ".npy") != 0)
        return ssi_unsupported(
            s, "torch.save to '%.50s', which PyTorch pickles; " FORMATS,
            *extension ? extension : path);
    if (!ssi_is(v, &ssi_type_tensor))
        return refuse(s, v, extension);
    if (ssi_array_of(v)->dtype == SS_BFLOAT16)
        return ssi_unsupported(s, "torch.save of bfloat16 to '.npy', which "
                                  "NumPy lacks; '.safetensors' has it");
    return ssi_save_npy(s, "torch.save", call->args[1], NULL, ssi_array_of(v));
}
