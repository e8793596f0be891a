/* SPDX-License-Identifier: MIT
 * Python's bytes.
 */
#include "script/session.h"

#include <string.h>

#include "text/python_text.h"

bool ssi_new_bytes(ss_session *s, const void *bytes, size_t size,
                   ssi_value *out)
{
    ssi_str_object *object;

    if (size > SIZE_MAX / 2)
        return ssi_raise_memory(s);
    object = ssi_new(s, &ssi_type_bytes, sizeof *object + size + 1, 0);
    if (!object)
        return false;
    if (bytes && size)
        memcpy(object->data, bytes, size);
    object->size = object->length = size;
    *out = ssi_from_object(object);
    return true;
}

static bool bytes_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const ssi_str_object *bytes = (const ssi_str_object *)self;

    return ssi_append_status(
        s, ssi_text_bytes_repr(out, (const unsigned char *)bytes->data,
                               bytes->size));
}

static bool bytes_length(ss_session *s, ssi_object *self, size_t *out)
{
    *out = ((ssi_str_object *)self)->size;
    return true;
}

static bool bytes_index(ss_session *s, ssi_object *self, ssi_value key,
                        ssi_value *out)
{
    const ssi_str_object *bytes = (const ssi_str_object *)self;
    size_t i;

    if (!ssi_position(s, "byte", "index out of range", key, bytes->size, &i))
        return false;
    *out = ssi_int((unsigned char)bytes->data[i]);
    return true;
}

static bool bytes_iterate(ss_session *s, ssi_object *self, size_t i,
                          ssi_value *out, bool *done)
{
    const ssi_str_object *bytes = (const ssi_str_object *)self;

    *done = i >= bytes->size;
    if (!*done)
        *out = ssi_int((unsigned char)bytes->data[i]);
    return true;
}

static bool join(ss_session *s, ssi_value left, ssi_value right, ssi_value *out)
{
    const ssi_str_object *a = (const ssi_str_object *)left.u.o;
    const ssi_str_object *b = (const ssi_str_object *)right.u.o;
    char *data;

    if (!ssi_new_bytes(s, NULL, a->size + b->size, out))
        return false;
    data = ((ssi_str_object *)out->u.o)->data;
    memcpy(data, a->data, a->size);
    memcpy(data + a->size, b->data, b->size);
    return true;
}

static bool repeat(ss_session *s, ssi_value v, ssi_value times, ssi_value *out)
{
    const ssi_str_object *bytes = (const ssi_str_object *)v.u.o;
    size_t count;

    if (!ssi_repeat_count(s, times, bytes->size, &count)
        || !ssi_new_bytes(s, NULL, bytes->size * count, out))
        return false;
    for (size_t i = 0; i < count && bytes->size; i++)
        memcpy(((ssi_str_object *)out->u.o)->data + i * bytes->size,
               bytes->data, bytes->size);
    return true;
}

static bool bytes_binary(ss_session *s, ssi_operator op, ssi_value left,
                         ssi_value right, ssi_value *out, bool *handled)
{
    bool is_left = ssi_is(left, &ssi_type_bytes);

    *handled = true;
    if (op == SSI_OP_MUL && ssi_is_int(is_left ? right : left))
        return repeat(s, is_left ? left : right, is_left ? right : left, out);
    if (op == SSI_OP_ADD && is_left && ssi_is(right, &ssi_type_bytes))
        return join(s, left, right, out);
    if (op == SSI_OP_MOD && is_left)
        return ssi_unsupported(s, "formatting by %% is not supported");
    *handled = false;
    return true;
}

static bool bytes_truth(ss_session *s, ssi_object *self, bool *out)
{
    *out = ((ssi_str_object *)self)->size != 0;
    return true;
}

const ssi_type ssi_type_bytes = {
    .name = "bytes",
    .qualified = "bytes",
    .repr = bytes_repr,
    .length = bytes_length,
    .index = bytes_index,
    .iterate = bytes_iterate,
    .binary = bytes_binary,
    .truth = bytes_truth,
};
