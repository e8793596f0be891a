/* SPDX-License-Identifier: MIT
 * Files that a script names. Python's errors, as OSError says them.
 */
#include "script/files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The class of OSError that Python raises for a number. */
static const char *class_of(int number)
{
    switch (number) {
#ifdef ENOENT
    case ENOENT:
        return "FileNotFoundError";
#endif
#ifdef EACCES
    case EACCES:
        return "PermissionError";
#endif
#ifdef EPERM
    case EPERM:
        return "PermissionError";
#endif
#ifdef EISDIR
    case EISDIR:
        return "IsADirectoryError";
#endif
#ifdef ENOTDIR
    case ENOTDIR:
        return "NotADirectoryError";
#endif
    default:
        return "OSError";
    }
}

/* As an exception says it, but with the status of input and output. */
static bool raise_file(ss_session *s, const char *path, int number)
{
    const ss_script_files *files = s->options.files;
    ss_text quoted = {0};

    if (ssi_str_repr(s, path, strlen(path), &quoted)) {
        ssi_raise(s, class_of(number), "[Errno %d] %s: %s", number,
                  files->reason ? files->reason(files->context, number)
                                : "input or output failed",
                  quoted.data);
        s->error.status = SS_ERR_IO;
    }
    ss_text_free(&quoted);
    return false;
}

bool ssi_path_argument(ss_session *s, const char *call, ssi_value path,
                       const char **out)
{
    const ssi_str_object *text = (const ssi_str_object *)path.u.o;

    if (!ssi_is(path, &ssi_type_str))
        return ssi_unsupported(s,
                               "%s with a file of type %s; a path as str is "
                               "supported",
                               call, ssi_type_name(path));
    if (strlen(text->data) != text->size)
        return ssi_raise(s, "ValueError", "embedded null byte");
    *out = text->data;
    return true;
}

const char *ssi_path_extension(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *point = strrchr(name, '.');

    return point && point > name ? point : "";
}

static bool ends_with(const char *text, const char *end)
{
    size_t size = strlen(text), length = strlen(end);

    return size >= length && strcmp(text + size - length, end) == 0;
}

bool ssi_output_open(ss_session *s, const char *call, ssi_value path,
                     const char *suffix, ssi_output *out)
{
    const ss_script_files *files = s->options.files;
    const char *text = "";
    int number;

    *out = (ssi_output){.s = s, .call = call};
    if (!files || !files->create || !files->write || !files->close)
        return ssi_unsupported(s,
                               "%s is not supported here: this program gives "
                               "scripts no files to write",
                               call);
    if (!ssi_path_argument(s, call, path, &text))
        return false;
    if (!ssi_append(s, &out->path, text)
        || (suffix && !ends_with(text, suffix)
            && !ssi_append(s, &out->path, suffix))) {
        ss_text_free(&out->path);
        return false;
    }
    number = files->create(files->context, out->path.data, &out->file);
    if (number == 0)
        return true;
    raise_file(s, out->path.data, number);
    ss_text_free(&out->path);
    return false;
}

int ssi_output_write(void *output, const char *bytes, size_t size)
{
    ssi_output *out = output;

    if (out->number == 0)
        out->number = out->s->options.files->write(out->file, bytes, size);
    return out->number;
}

/* What the writers refuse. */
static bool raise_refused(ssi_output *out, ss_status status)
{
    if (status == SS_ERR_DTYPE)
        return ssi_unsupported(
            out->s, "%s of elements that the format does not have", out->call);
    if (status == SS_ERR_ARGUMENT)
        return ssi_unsupported(
            out->s, "%s of this many bytes or under these names", out->call);
    return ssi_raise_status(out->s, status);
}

bool ssi_output_close(ssi_output *out, ss_status status)
{
    const ss_script_files *files = out->s->options.files;
    bool keep = status == SS_OK && out->number == 0;
    int number = files->close(out->file, keep);

    if (out->number)
        number = out->number;
    if (number && (status == SS_OK || status == SS_ERR_IO))
        raise_file(out->s, out->path.data, number);
    else if (status != SS_OK && out->s->error.status == SS_OK)
        raise_refused(out, status);
    ss_text_free(&out->path);
    return keep && number == 0;
}

bool ssi_read_file(ss_session *s, const char *call, const char *path,
                   void **bytes, size_t *size)
{
    const ss_script_files *files = s->options.files;
    size_t limit = (s->options.memory_limit - s->memory) / 2;
    int number;

    if (!files || !files->read)
        return ssi_unsupported(s,
                               "%s is not supported here: this program gives "
                               "scripts no files to read",
                               call);
    number = files->read(files->context, path, limit, bytes, size);
    if (number == 0)
        return true;
#ifdef EFBIG
    if (number == EFBIG)
        return ssi_raise_memory(s);
#endif
    return number == ENOMEM ? ssi_raise_memory(s) : raise_file(s, path, number);
}

bool ssi_raise_broken(ss_session *s, const char *exception, const char *path,
                      const ss_diag *diag)
{
    if (diag->code == SS_ERR_MEMORY)
        return ssi_raise_memory(s);
    if (diag->code == SS_ERR_DTYPE && strstr(diag->msg, "not supported"))
        return ssi_unsupported(s, "%.500s: byte %zu: %s", path, diag->byte,
                               diag->msg);
    if (diag->code == SS_ERR_DTYPE)
        return ssi_raise(s, "ValueError", "%s", diag->msg);
    return ssi_raise(s, exception, "%.500s: byte %zu: %s", path, diag->byte,
                     diag->msg);
}

bool ssi_adopt_array(ss_session *s, const ssi_type *type, ss_array *array,
                     ssi_value *out)
{
    ssi_array_object *o =
        ssi_new(s, type, sizeof *o, ss_array_size(array) * array->itemsize);

    if (!o) {
        ss_array_free(array);
        return false;
    }
    o->array = *array;
    o->base = ssi_none();
    *out = ssi_from_object(o);
    return true;
}
