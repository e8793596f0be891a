/* SPDX-License-Identifier: MIT
 * NumPy's dtype objects, the names of dtypes and their promotion.
 * Learned from: NumPy 2.4.6 by experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/ndarray.h"
#include "script/numpy_classes.h"
#include "script/numpy_names_tables.h"

typedef struct dtype_object {
    ssi_object head;
    ssi_element element;
} dtype_object;

ssi_element ssi_dtype_element(ssi_value dtype)
{
    return ((dtype_object *)dtype.u.o)->element;
}

bool ssi_new_dtype(ss_session *s, ssi_element element, ssi_value *out)
{
    dtype_object *o = ssi_new(s, &ssi_type_numpy_dtype, sizeof *o, 0);
    if (!o)
        return false;
    o->element = element;
    *out = ssi_from_object(o);
    return true;
}

void ssi_dtype_text(ssi_element element, char text[32])
{
    if (element.dtype == SS_STR)
        snprintf(text, 32, "<U%zu", element.itemsize / 4);
    else if (element.dtype == SS_BYTES)
        snprintf(text, 32, "|S%zu", element.itemsize);
    else
        snprintf(text, 32, "%s", ss_dtype_name(element.dtype));
    if (ssi_dtype_is_text(element.dtype) && element.itemsize == 0)
        text[2] = 0; /* "<U", "|S" */
}

static unsigned bits_of(ss_dtype d)
{
    return (unsigned)ss_dtype_size(d) * (ssi_dtype_is_complex(d) ? 4 : 8);
}

/* Bits of the float that an operand asks for. */
static unsigned float_bits(ss_dtype d)
{
    unsigned bits = bits_of(d);
    if (ssi_dtype_is_float(d) || ssi_dtype_is_complex(d))
        return bits;
    if (d == SS_BOOL || bits == 8)
        return 16;
    return bits == 16 ? 32 : 64;
}

static ss_dtype promote_integers(ss_dtype a, ss_dtype b)
{
    static const ss_dtype wider[] = {SS_INT16, SS_INT32, SS_INT64, SS_FLOAT64};
    bool sa = ssi_dtype_is_signed(a), sb = ssi_dtype_is_signed(b);
    if (sa == sb)
        return bits_of(a) > bits_of(b) ? a : b;
    ss_dtype with = sa ? a : b, without = sa ? b : a;
    if (bits_of(with) > bits_of(without))
        return with;
    return wider[(without - SS_UINT8) / 2];
}

static ss_dtype promote_numbers(ss_dtype a, ss_dtype b)
{
    if (a == b || b == SS_BOOL)
        return a;
    if (a == SS_BOOL)
        return b;
    if (ssi_dtype_is_integer(a) && ssi_dtype_is_integer(b))
        return promote_integers(a, b);
    unsigned bits =
        float_bits(a) > float_bits(b) ? float_bits(a) : float_bits(b);
    if (ssi_dtype_is_complex(a) || ssi_dtype_is_complex(b))
        return bits <= 32 ? SS_COMPLEX64 : SS_COMPLEX128;
    return bits == 16 ? SS_FLOAT16 : bits == 32 ? SS_FLOAT32 : SS_FLOAT64;
}

/* Characters that the text of a number or the text itself can have. */
static size_t characters(ssi_element e)
{
    static const unsigned char widths[] = {5,  4,  3,  6,  5,  11, 10, 21,
                                           20, 32, 32, 32, 32, 64, 64};
    if (ssi_dtype_is_text(e.dtype))
        return e.itemsize / (e.dtype == SS_STR ? 4 : 1);
    return e.dtype <= SS_COMPLEX128 ? widths[e.dtype] : 0;
}

bool ssi_promote(ssi_element a, ssi_element b, ssi_element *out)
{
    if (a.dtype == SS_OBJECT || b.dtype == SS_OBJECT)
        return false;
    if (ssi_dtype_is_text(a.dtype) || ssi_dtype_is_text(b.dtype)) {
        size_t na = characters(a), nb = characters(b);
        bool points = a.dtype == SS_STR || b.dtype == SS_STR;
        size_t count = na > nb ? na : nb;
        *out = points ? (ssi_element){SS_STR, 4 * count}
                      : (ssi_element){SS_BYTES, count};
        return true;
    }
    *out = ssi_element_of(promote_numbers(a.dtype, b.dtype));
    return true;
}

/* The names of each dtype, separated by spaces. */
static const struct {
    ss_dtype dtype;
    const char *names;
} dtype_names[] = {
    {SS_BOOL, " bool ? b1 bool_ "},
    {SS_INT8, " int8 i1 b byte "},
    {SS_UINT8, " uint8 u1 B ubyte "},
    {SS_INT16, " int16 i2 h short "},
    {SS_UINT16, " uint16 u2 H ushort "},
    {SS_INT32, " int32 i4 i intc "},
    {SS_UINT32, " uint32 u4 I uintc "},
    {SS_INT64, " int64 i8 l q int int_ long longlong intp p n "},
    {SS_UINT64, " uint64 u8 L Q uint ulong ulonglong uintp P N "},
    {SS_FLOAT16, " float16 f2 e half "},
    {SS_FLOAT32, " float32 f4 f single "},
    {SS_FLOAT64, " float64 f8 d double float "},
    {SS_COMPLEX64, " complex64 c8 F csingle "},
    {SS_COMPLEX128, " complex128 c16 D cdouble complex "},
    {SS_STR, " U str str_ "},
    {SS_BYTES, " S bytes bytes_ "},
};

static bool has_word(const char *names, const char *word, size_t size)
{
    for (const char *p = names; (p = strchr(p, ' ')) && p[1]; p++)
        if (strncmp(p + 1, word, size) == 0 && p[1 + size] == ' ')
            return true;
    return false;
}

/* "U5", "S3". */
static bool sized_text(const char *name, ssi_element *out)
{
    size_t count = 0;
    if ((*name != 'U' && *name != 'S') || !name[1])
        return false;
    for (const char *p = name + 1; *p; p++) {
        if (*p < '0' || *p > '9' || count > 1000000)
            return false;
        count = count * 10 + (size_t)(*p - '0');
    }
    *out = *name == 'U' ? (ssi_element){SS_STR, 4 * count}
                        : (ssi_element){SS_BYTES, count};
    return true;
}

/* What NumPy knows and is not supported. */
static bool is_other_dtype(const char *name)
{
    static const char *const others[] = {
        "O",          "object",      "object_",    "g",          "G",
        "longdouble", "clongdouble", "float128",   "complex256", "f16",
        "c32",        "void",        "datetime64", "timedelta64"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(name, others[i]) == 0)
            return true;
    return *name == 'M' || *name == 'm' || *name == 'V' || strchr(name, ',')
           || strchr(name, '(') || (*name >= '0' && *name <= '9');
}

static bool dtype_of_name(ss_session *s, const char *text, ssi_element *out)
{
    const char *name = text;
    size_t size;
    bool swapped = *name == '>';
    bool prefixed = *name == '<' || *name == '=' || *name == '|' || swapped;
    name += prefixed;
    size = strlen(name);
    for (size_t i = 0; i < sizeof dtype_names / sizeof *dtype_names; i++)
        if (size && !strchr(name, ' ') && (!prefixed || size <= 3)
            && has_word(dtype_names[i].names, name, size)) {
            *out = ssi_element_of(dtype_names[i].dtype);
            if (swapped && out->itemsize > 1)
                return ssi_unsupported(s, "big-endian dtypes");
            return true;
        }
    if (!swapped && sized_text(name, out))
        return true;
    if (is_other_dtype(name))
        return ssi_unsupported(s,
                               "dtype '%s'; bool, ints, floats, complex, "
                               "str and bytes are supported",
                               text);
    return ssi_raise(s, "TypeError", "data type '%s' not understood", text);
}

bool ssi_dtype_argument(ss_session *s, ssi_value v, ssi_element *out)
{
    const ssi_class *cls = ssi_class_of(v);
    ss_text shown = {0};
    if (v.tag == SSI_NONE) {
        *out = ssi_element_of(SS_FLOAT64);
        return true;
    }
    if (ssi_is(v, &ssi_type_numpy_dtype)) {
        *out = ssi_dtype_element(v);
        return true;
    }
    if (cls && cls->dtype >= 0) {
        *out = ssi_element_of((ss_dtype)cls->dtype);
        return true;
    }
    if (ssi_is(v, &ssi_type_str))
        return dtype_of_name(s, ((ssi_str_object *)v.u.o)->data, out);
    if (cls || v.tag == SSI_OBJECT)
        return ssi_unsupported(s, "this value as a dtype");
    if (!ssi_repr(s, v, &shown))
        return false;
    ssi_raise(s, "TypeError", "Cannot interpret '%s' as a data type",
              shown.data);
    ss_text_free(&shown);
    return false;
}

static char kind_of(ss_dtype d)
{
    if (d == SS_BOOL)
        return 'b';
    if (ssi_dtype_is_integer(d))
        return ssi_dtype_is_signed(d) ? 'i' : 'u';
    if (ssi_dtype_is_text(d))
        return d == SS_STR ? 'U' : 'S';
    return ssi_dtype_is_complex(d) ? 'c' : 'f';
}

static bool dtype_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    char name[32], text[48];
    ssi_element e = ((dtype_object *)self)->element;
    ssi_dtype_text(e, name);
    snprintf(text, sizeof text, "dtype('%s')", name + (e.dtype == SS_BYTES));
    return ssi_text_add(s, out, text);
}

static bool dtype_str(ss_session *s, ssi_object *self, ss_text *out)
{
    char name[32];
    ssi_dtype_text(((dtype_object *)self)->element, name);
    return ssi_text_add(s, out, name);
}

/* dtype.name: "float64", "str96". */
static bool dtype_name(ss_session *s, ssi_element e, ssi_value *out)
{
    char text[32];
    if (e.dtype == SS_STR || e.dtype == SS_BYTES)
        snprintf(text, sizeof text, "%s%zu",
                 e.dtype == SS_STR ? "str" : "bytes", 8 * e.itemsize);
    else
        ssi_dtype_text(e, text);
    return ssi_new_str(s, text, strlen(text), out);
}

/* dtype.str: "<f8", "|b1". */
static bool dtype_code(ss_session *s, ssi_element e, ssi_value *out)
{
    char text[32];
    if (ssi_dtype_is_text(e.dtype))
        ssi_dtype_text(e, text);
    else
        snprintf(text, sizeof text, "%c%c%zu", e.itemsize > 1 ? '<' : '|',
                 kind_of(e.dtype), e.itemsize);
    return ssi_new_str(s, text, strlen(text), out);
}

/* dtype.char, by ss_dtype. */
static const char letters[] = "?bBhHiIlLe fdFD";

static bool dtype_attribute(ss_session *s, ssi_object *self, const char *name,
                            ssi_value *out)
{
    ssi_element e = ((dtype_object *)self)->element;
    if (strcmp(name, "name") == 0)
        return dtype_name(s, e, out);
    if (strcmp(name, "str") == 0)
        return dtype_code(s, e, out);
    if (strcmp(name, "itemsize") == 0) {
        *out = ssi_int((int64_t)e.itemsize);
        return true;
    }
    if (strcmp(name, "kind") == 0)
        return ssi_new_str(s, &(char){kind_of(e.dtype)}, 1, out);
    if (strcmp(name, "type") == 0)
        return ssi_new_class(s, ssi_numpy_class(e.dtype), out);
    if (strcmp(name, "char") == 0) {
        char c = e.dtype == SS_STR ? 'U' : e.dtype == SS_BYTES ? 'S' : 0;
        return ssi_new_str(s, c ? &c : &letters[e.dtype], 1, out);
    }
    return ssi_unknown_attribute(s, ssi_numpy_dtype_names, "numpy.dtype", name);
}

static bool dtype_equal(ss_session *s, ssi_object *self, ssi_value other,
                        bool *out)
{
    ssi_element a = ((dtype_object *)self)->element, b;
    *out = false;
    if (!ssi_is(other, &ssi_type_numpy_dtype) && !ssi_class_of(other)
        && !ssi_is(other, &ssi_type_str))
        return true;
    if (!ssi_dtype_argument(s, other, &b))
        return false;
    *out = a.dtype == b.dtype && a.itemsize == b.itemsize;
    return true;
}

const ssi_type ssi_type_numpy_dtype = {
    .name = "dtype",
    .qualified = "numpy.dtype",
    .repr = dtype_repr,
    .str = dtype_str,
    .attribute = dtype_attribute,
    .equal = dtype_equal,
};
