/* SPDX-License-Identifier: MIT
 * np.save, np.savez, np.load and ndarray.tofile.
 * Learned from: numpy/lib/_npyio_impl.py, NumPy 2.4.6, and by experiment.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/files.h"

/* --- arrays under names --- */

bool ssi_saved_new(ss_session *s, size_t count, ssi_saved *saved)
{
    saved->count = 0;
    saved->items = calloc(count ? count : 1, sizeof *saved->items);
    saved->values = calloc(count ? count : 1, sizeof *saved->values);
    if (saved->items && saved->values)
        return true;
    free(saved->items);
    free(saved->values);
    return ssi_raise_memory(s);
}

void ssi_saved_free(ss_session *s, ssi_saved *saved)
{
    for (size_t i = 0; i < saved->count; i++)
        ssi_release(s, saved->values[i]);
    free(saved->items);
    free(saved->values);
}

static bool check_grad(ss_session *s, ssi_value tensor)
{
    ssi_value grad;
    bool needed = false;

    if (!ssi_attribute(s, tensor, "requires_grad", &grad))
        return false;
    if (!ssi_truth(s, grad, &needed))
        return false;
    if (needed)
        return ssi_raise(s, "RuntimeError",
                         "Can't call numpy() on Tensor that requires grad. "
                         "Use tensor.detach().numpy() instead.");
    return true;
}

bool ssi_saved_array(ss_session *s, ssi_value v, ssi_value *out)
{
    if (!ssi_is(v, &ssi_type_tensor))
        return ssi_asarray(s, v, NULL, out);
    if (!check_grad(s, v))
        return false;
    if (ssi_array_of(v)->dtype == SS_BFLOAT16)
        return ssi_raise(s, "TypeError", "Got unsupported ScalarType BFloat16");
    *out = ssi_retain(v);
    return true;
}

bool ssi_saved_add(ss_session *s, ssi_saved *saved, const char *name,
                   ssi_value v)
{
    size_t i = saved->count;

    if (!ssi_saved_array(s, v, &saved->values[i]))
        return false;
    saved->items[i].name = name;
    saved->items[i].array = *ssi_array_of(saved->values[i]);
    saved->count++;
    return true;
}

/* --- writing --- */

static bool check_objects(ss_session *s, const char *call,
                          const ss_array *array, bool pickles)
{
    if (array->dtype != SS_OBJECT)
        return true;
    if (!pickles)
        return ssi_raise(s, "ValueError",
                         "Object arrays cannot be saved when "
                         "allow_pickle=False");
    return ssi_unsupported(s,
                           "%s of arrays of objects, which NumPy pickles; "
                           "arrays of numbers and text are supported",
                           call);
}

bool ssi_save_npy(ss_session *s, const char *call, ssi_value path,
                  const char *suffix, const ss_array *array)
{
    ssi_output file;

    return ssi_output_open(s, call, path, suffix, &file)
           && ssi_output_close(&file,
                               ss_npy_write(array, ssi_output_write, &file));
}

bool ssi_save_npz(ss_session *s, const char *call, ssi_value path,
                  const char *suffix, const ssi_saved *saved, bool deflate)
{
    const ss_script_files *files = s->options.files;
    ssi_output file;

    if (files && deflate && !files->deflate)
        return ssi_unsupported(s,
                               "%s is not supported here: this program has "
                               "nothing to compress with; np.savez is",
                               call);
    if (!ssi_output_open(s, call, path, suffix, &file))
        return false;
    return ssi_output_close(&file, ss_npz_write(saved->items, saved->count,
                                                deflate ? files->deflate : NULL,
                                                files->context,
                                                ssi_output_write, &file));
}

static bool allow_pickle(ss_session *s, const ssi_call *call, size_t i,
                         bool otherwise, bool *out)
{
    *out = otherwise;
    return !call->given[i] || ssi_truth(s, call->args[i], out);
}

/* save(file, arr, allow_pickle=True) */
bool ssi_numpy_save(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value array;
    bool pickles, ok;

    if (!allow_pickle(s, call, 2, true, &pickles)
        || !ssi_saved_array(s, call->args[1], &array))
        return false;
    ok = check_objects(s, "np.save", ssi_array_of(array), pickles)
         && ssi_save_npy(s, "np.save", call->args[0], ".npy",
                         ssi_array_of(array));
    ssi_release(s, array);
    *out = ssi_none();
    return ok;
}

/* Keywords by their names, then arr_0, arr_1, ... */
static bool collect(ss_session *s, const ssi_call *call, char (*names)[24],
                    ssi_saved *saved)
{
    for (size_t i = 0; i < call->keyword_count; i++) {
        const char *name = call->keyword_names[i];
        if (strcmp(name, "file") && strcmp(name, "allow_pickle")
            && !ssi_saved_add(s, saved, name, call->keyword_values[i]))
            return false;
    }
    for (size_t i = 1; i < call->positional_count; i++) {
        snprintf(names[i - 1], sizeof names[i - 1], "arr_%zu", i - 1);
        for (size_t k = 0; k < call->keyword_count; k++)
            if (strcmp(call->keyword_names[k], names[i - 1]) == 0)
                return ssi_raise(s, "ValueError",
                                 "Cannot use un-named variables and keyword "
                                 "%s",
                                 names[i - 1]);
        if (!ssi_saved_add(s, saved, names[i - 1], call->positional[i]))
            return false;
    }
    return true;
}

/* savez (variant 0), savez_compressed (1): (file, *args, allow_pickle=True,
 * **kwds) */
bool ssi_numpy_savez(ss_session *s, ssi_call *call, ssi_value *out)
{
    bool deflate = call->function->variant == 1, pickles, ok;
    const char *name = deflate ? "np.savez_compressed" : "np.savez";
    size_t count = call->positional_count + call->keyword_count;
    char(*names)[24] = calloc(count + 1, sizeof *names);
    ssi_saved saved;

    if (!names)
        return ssi_raise_memory(s);
    if (!allow_pickle(s, call, 1, true, &pickles)
        || !ssi_saved_new(s, count, &saved)) {
        free(names);
        return false;
    }
    ok = collect(s, call, names, &saved);
    for (size_t i = 0; ok && i < saved.count; i++)
        ok = check_objects(s, name, &saved.items[i].array, pickles);
    ok = ok && ssi_save_npz(s, name, call->args[0], ".npz", &saved, deflate);
    ssi_saved_free(s, &saved);
    free(names);
    *out = ssi_none();
    return ok;
}

/* tofile(fid, sep='', format='%s'): the bytes of the elements in C order. */
bool ssi_ndarray_tofile(ss_session *s, ssi_call *call, ssi_value *out)
{
    const char *sep = "";
    ss_array *a = ssi_array_of(call->self), flat = *a;
    ssi_value copy = ssi_none();
    ssi_output file;
    bool ok;

    if (call->given[1] && !ssi_to_str(s, call->args[1], &sep))
        return false;
    if (*sep || call->given[2])
        return ssi_unsupported(s, "tofile with sep= or format=; np.savetxt "
                                  "writes text");
    if (a->dtype == SS_OBJECT)
        return ssi_raise(s, "OSError",
                         "cannot write object arrays to a file in binary "
                         "mode");
    if (!ss_array_is_contiguous(a)) {
        if (!ssi_array_copy(s, &ssi_type_ndarray, call->self,
                            ssi_array_element(a), &copy))
            return false;
        flat = *ssi_array_of(copy);
    }
    ok = ssi_output_open(s, "tofile", call->args[0], NULL, &file);
    if (ok) {
        size_t size = ss_array_size(&flat) * flat.itemsize;
        bool fine = !size || !ssi_output_write(&file, flat.data, size);
        ok = ssi_output_close(&file, fine ? SS_OK : SS_ERR_IO);
    }
    ssi_release(s, copy);
    *out = ssi_none();
    return ok;
}

/* --- reading --- */

static bool load_npy(ss_session *s, const char *path, const void *bytes,
                     size_t size, ssi_value *out)
{
    ss_diag diag = {0};
    ss_array array;

    if (ss_npy_read(bytes, size, &array, &diag) != SS_OK)
        return ssi_raise_broken(s, "ValueError", path, &diag);
    return ssi_adopt_array(s, &ssi_type_ndarray, &array, out);
}

static bool load_npz(ss_session *s, const char *path, const void *bytes,
                     size_t size, ssi_value *out)
{
    size_t limit = s->options.memory_limit - s->memory;
    ss_named_arrays arrays;
    ss_diag diag = {0};

    if (ss_npz_read(bytes, size, limit / 2 + 1, &arrays, &diag) != SS_OK)
        return ssi_raise_broken(s, "zipfile.BadZipFile", path, &diag);
    return ssi_new_npz_file(s, path, &arrays, out);
}

static bool load_bytes(ss_session *s, const char *path, bool pickles,
                       const char *bytes, size_t size, ssi_value *out)
{
    if (size == 0)
        return ssi_raise(s, "EOFError", "No data left in file");
    if (size >= 4
        && (!memcmp(bytes, "PK\3\4", 4) || !memcmp(bytes, "PK\5\6", 4)))
        return load_npz(s, path, bytes, size, out);
    if (size >= 6 && !memcmp(bytes, "\x93NUMPY", 6))
        return load_npy(s, path, bytes, size, out);
    if (pickles)
        return ssi_unsupported(s, "np.load of pickles; .npy and .npz files are "
                                  "supported");
    return ssi_raise(s, "ValueError",
                     "This file contains pickled (object) data. If you trust "
                     "the file you can load it unsafely using the "
                     "`allow_pickle=` keyword argument or `pickle.load()`.");
}

/* load(file, mmap_mode, allow_pickle, fix_imports, encoding, *,
 * max_header_size) */
bool ssi_numpy_load(ss_session *s, ssi_call *call, ssi_value *out)
{
    const char *path = "";
    void *bytes = NULL;
    size_t size = 0;
    bool pickles, ok;

    if (call->given[1] && call->args[1].tag != SSI_NONE)
        return ssi_unsupported(s, "mmap_mode= of np.load");
    if (call->given[5])
        return ssi_unsupported(s, "max_header_size= of np.load");
    if (!allow_pickle(s, call, 2, false, &pickles)
        || !ssi_path_argument(s, "np.load", call->args[0], &path)
        || !ssi_read_file(s, "np.load", path, &bytes, &size))
        return false;
    ok = load_bytes(s, path, pickles, bytes, size, out);
    free(bytes);
    return ok;
}
