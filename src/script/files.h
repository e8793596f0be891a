/* SPDX-License-Identifier: MIT
 * Files that a script names, through the functions that the session was given.
 */
#ifndef SSI_SCRIPT_FILES_H
#define SSI_SCRIPT_FILES_H

#include "script/ndarray.h"

/* A file being written, in place of the one at path once it is whole. */
typedef struct ssi_output {
    ss_session *s;
    const char *call; /* "np.save", for messages */
    ss_text path;
    void *file;
    int number; /* of the error of a write; 0: none */
} ssi_output;

/* Start the file at path, to which suffix is added where it is missing (NULL:
 * as it is). False: nothing is left to close. */
bool ssi_output_open(ss_session *s, const char *call, ssi_value path,
                     const char *suffix, ssi_output *out);
/* An ss_write_fn, whose context is the ssi_output. */
int ssi_output_write(void *output, const char *bytes, size_t size);
/* Close it: kept when status is SS_OK; the error is raised otherwise. */
bool ssi_output_close(ssi_output *out, ss_status status);

/* A path as it was written; false: TypeError or not supported. */
bool ssi_path_argument(ss_session *s, const char *call, ssi_value path,
                       const char **out);
/* ".npy" of "a/x.npy", from the last point of the name; "" without one. */
const char *ssi_path_extension(const char *path);

/* All bytes of a file, to be freed by free(). */
bool ssi_read_file(ss_session *s, const char *call, const char *path,
                   void **bytes, size_t *size);

/* "ValueError: x.npy: byte 10: why", or what is not supported. */
bool ssi_raise_broken(ss_session *s, const char *exception, const char *path,
                      const ss_diag *diag);

/* The array as a value of that type, which then owns its memory. */
bool ssi_adopt_array(ss_session *s, const ssi_type *type, ss_array *array,
                     ssi_value *out);

/* --- rows of the modules numpy and torch, and of ndarrays --- */
bool ssi_numpy_save(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_savez(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_savetxt(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_load(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_ndarray_tofile(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_save(ss_session *s, ssi_call *call, ssi_value *out);

/* np.load of an .npz file: takes the arrays over, also when it fails. */
bool ssi_new_npz_file(ss_session *s, const char *path, ss_named_arrays *arrays,
                      ssi_value *out);

/* One array under a name; the array itself is the value's. */
typedef struct ssi_saved {
    ss_named_array *items;
    ssi_value *values; /* held until the file is written */
    size_t count;
} ssi_saved;
bool ssi_saved_new(ss_session *s, size_t count, ssi_saved *saved);
void ssi_saved_free(ss_session *s, ssi_saved *saved);
/* np.asanyarray(v): takes no copy of an array or tensor. */
bool ssi_saved_add(ss_session *s, ssi_saved *saved, const char *name,
                   ssi_value v);
/* The array as NumPy sees it; a new reference. */
bool ssi_saved_array(ss_session *s, ssi_value v, ssi_value *out);
/* Write them as np.savez does. */
bool ssi_save_npz(ss_session *s, const char *call, ssi_value path,
                  const char *suffix, const ssi_saved *saved, bool deflate);
/* Write one as np.save does. */
bool ssi_save_npy(ss_session *s, const char *call, ssi_value path,
                  const char *suffix, const ss_array *array);

/* "%.3e" % values: Python's formatting of numbers and strings, appended. */
bool ssi_percent(ss_session *s, const char *format, size_t size,
                 const ssi_value *values, size_t count, ss_text *out);

#endif
