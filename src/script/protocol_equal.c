/* SPDX-License-Identifier: MIT
 * Equality and hashes, such that equal keys have equal hashes.
 *
 * Learned from: CPython 3.11, Python/pyhash.c (numbers modulo 2**61 - 1).
 */
#include "script/ndarray.h"
#include "script/session.h"

#include <math.h>
#include <string.h>

#define MODULUS ((UINT64_C(1) << 61) - 1)

static uint64_t mix(uint64_t h)
{
    h ^= h >> 32;
    h *= UINT64_C(0x9e3779b97f4a7c15);
    return h ^ h >> 29;
}

/* x * 2^shift modulo 2^61 - 1, for x below it. */
static uint64_t rotate(uint64_t x, unsigned shift)
{
    return ((x << shift) & MODULUS) | x >> (61 - shift);
}

static uint64_t hash_int(ssi_value v)
{
    uint32_t memory[2];
    ssi_bigint view = ssi_int_view(v, memory);
    uint64_t h = 0;

    for (size_t i = view.count; i-- > 0;) {
        h = rotate(h, 32) + view.words[i];
        if (h >= MODULUS)
            h -= MODULUS;
    }
    return view.negative ? -h : h;
}

/* The same for the number's exact value m * 2^e. */
static uint64_t hash_double(double x)
{
    uint64_t bits, h;
    int exponent;

    if (x - x != 0.0)
        return isnan(x) ? 7 : x > 0 ? 314159 : (uint64_t)-314159;
    if (x == 0.0)
        return 0;
    memcpy(&bits, &x, sizeof bits);
    exponent = (int)(bits >> 52 & 2047);
    h = bits & ((UINT64_C(1) << 52) - 1);
    if (exponent)
        h |= UINT64_C(1) << 52;
    else
        exponent = 1;
    exponent = (exponent - 1075) % 61;
    h = rotate(h, (unsigned)(exponent < 0 ? exponent + 61 : exponent));
    return bits >> 63 ? -h : h;
}

static uint64_t hash_bytes(const char *bytes, size_t size, uint64_t h)
{
    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
    return h;
}

static bool hash_items(ss_session *s, const ssi_list_object *tuple,
                       uint64_t *out)
{
    uint64_t h = 3, item;

    for (size_t i = 0; i < tuple->count; i++) {
        if (!ssi_hash(s, tuple->items[i], &item))
            return false;
        h = mix(h * 31 + item);
    }
    *out = h;
    return true;
}

static bool hash_scalar(ss_session *s, ssi_value v, uint64_t *out)
{
    ssi_value item;
    bool ok;

    if (!ssi_python_value(s, v, &item))
        return false;
    ok = ssi_hash(s, item, out);
    ssi_release(s, item);
    return ok;
}

static bool hash_object(ss_session *s, ssi_value v, uint64_t *out)
{
    const ssi_str_object *text = (const ssi_str_object *)v.u.o;
    double real, imag;

    if (ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes)) {
        *out = hash_bytes(text->data, text->size,
                          ssi_is(v, &ssi_type_str) ? 17 : 19);
    } else if (ssi_complex_parts(v, &real, &imag)) {
        *out = hash_double(real) + 1000003 * hash_double(imag);
    } else if (ssi_is(v, &ssi_type_numpy_scalar)) {
        return hash_scalar(s, v, out);
    } else if (ssi_is(v, &ssi_type_ellipsis)) {
        *out = 13;
    } else if (ssi_module_of(v)) {
        *out = (uint64_t)(uintptr_t)ssi_module_of(v);
    } else if (ssi_class_of(v)) {
        *out = (uint64_t)(uintptr_t)ssi_class_of(v);
    } else if (v.u.o->type->equal || ssi_function_of(v)) {
        return ssi_unsupported(s, "%s objects as keys are not supported",
                               ssi_type_name(v));
    } else {
        *out = (uint64_t)(uintptr_t)v.u.o;
    }
    *out = mix(*out);
    return true;
}

bool ssi_hash(ss_session *s, ssi_value v, uint64_t *out)
{
    bool ok;

    if (v.tag == SSI_NONE) {
        *out = 11;
        return true;
    }
    if (v.tag == SSI_FLOAT || ssi_is_pyint(v)) {
        *out = mix(v.tag == SSI_FLOAT ? hash_double(v.u.f) : hash_int(v));
        return true;
    }
    if (ssi_is(v, &ssi_type_list) || ssi_is(v, &ssi_type_dict)
        || ssi_is(v, &ssi_type_ndarray))
        return ssi_raise(s, "TypeError", "unhashable type: '%s'",
                         ssi_type_name(v));
    if (!ssi_is(v, &ssi_type_tuple))
        return hash_object(s, v, out);
    if (!ssi_enter_value(s, ""))
        return false;
    ok = hash_items(s, (const ssi_list_object *)v.u.o, out);
    s->value_depth--;
    return ok;
}

/* --- equality --- */

/* An int equals a float when it is exactly its value. */
static bool int_equals_double(ss_session *s, ssi_value v, double x, bool *out)
{
    uint32_t memory[2];
    ssi_bigint a = ssi_int_view(v, memory), b;

    *out = false;
    if (x - x != 0.0 || ssi_bigint_double(&a) != x)
        return true;
    if (!ssi_bigint_from_double(x, &b))
        return ssi_raise_memory(s);
    *out = ssi_bigint_compare(&a, &b) == 0;
    ssi_bigint_free(&b);
    return true;
}

static bool equal_reals(ss_session *s, ssi_value a, ssi_value b, bool *out)
{
    uint32_t a_memory[2], b_memory[2];
    ssi_bigint x, y;

    if (a.tag == SSI_FLOAT && b.tag == SSI_FLOAT) {
        *out = a.u.f == b.u.f;
        return true;
    }
    if (a.tag == SSI_FLOAT)
        return int_equals_double(s, b, a.u.f, out);
    if (b.tag == SSI_FLOAT)
        return int_equals_double(s, a, b.u.f, out);
    x = ssi_int_view(a, a_memory);
    y = ssi_int_view(b, b_memory);
    *out = ssi_bigint_compare(&x, &y) == 0;
    return true;
}

static bool is_real(ssi_value v)
{
    return v.tag == SSI_FLOAT || ssi_is_pyint(v);
}

static bool equal_numbers(ss_session *s, ssi_value a, ssi_value b, bool *out)
{
    double a_real, a_imag, b_real, b_imag;
    bool a_complex = ssi_complex_parts(a, &a_real, &a_imag);
    bool b_complex = ssi_complex_parts(b, &b_real, &b_imag);

    if (a_complex && b_complex) {
        *out = a_real == b_real && a_imag == b_imag;
        return true;
    }
    *out = false;
    if (a_complex)
        return a_imag != 0.0 || equal_reals(s, ssi_float(a_real), b, out);
    if (b_complex)
        return b_imag != 0.0 || equal_reals(s, a, ssi_float(b_real), out);
    return equal_reals(s, a, b, out);
}

static bool equal_text(ssi_value a, ssi_value b)
{
    const ssi_str_object *x = (const ssi_str_object *)a.u.o;
    const ssi_str_object *y = (const ssi_str_object *)b.u.o;

    return x->size == y->size && memcmp(x->data, y->data, x->size) == 0;
}

bool ssi_same_identity(ssi_value a, ssi_value b)
{
    if (a.tag != b.tag)
        return false;
    switch (a.tag) {
    case SSI_NONE:
        return true;
    case SSI_BOOL:
        return a.u.b == b.u.b;
    case SSI_OBJECT:
        return a.u.o == b.u.o
               || (ssi_is(a, &ssi_type_ellipsis)
                   && ssi_is(b, &ssi_type_ellipsis))
               || (ssi_module_of(a) && ssi_module_of(a) == ssi_module_of(b))
               || (ssi_class_of(a) && ssi_class_of(a) == ssi_class_of(b));
    default:
        return false; /* numbers: no two need be the same object */
    }
}

static bool equal_objects(ss_session *s, ssi_value a, ssi_value b, bool *out)
{
    bool a_object = a.tag == SSI_OBJECT, b_object = b.tag == SSI_OBJECT;
    bool ok;

    if (!ssi_enter_value(s, " in comparison"))
        return false;
    if (ssi_is(a, &ssi_type_ndarray) || ssi_is(b, &ssi_type_ndarray)
        || ssi_is(a, &ssi_type_tensor) || ssi_is(b, &ssi_type_tensor))
        ok = ssi_unsupported(s, "comparing arrays is not supported");
    else if (ssi_is(b, &ssi_type_numpy_scalar) && b.u.o->type->equal)
        ok = b.u.o->type->equal(s, b.u.o, a, out);
    else if (a_object && a.u.o->type->equal)
        ok = a.u.o->type->equal(s, a.u.o, b, out);
    else if (b_object && b.u.o->type->equal)
        ok = b.u.o->type->equal(s, b.u.o, a, out);
    else
        ok = true;
    s->value_depth--;
    return ok;
}

bool ssi_equal(ss_session *s, ssi_value a, ssi_value b, bool *out)
{
    bool a_number = is_real(a) || ssi_is(a, &ssi_type_complex);
    bool b_number = is_real(b) || ssi_is(b, &ssi_type_complex);

    *out = false;
    if (a_number && b_number)
        return equal_numbers(s, a, b, out);
    if ((ssi_is(a, &ssi_type_str) && ssi_is(b, &ssi_type_str))
        || (ssi_is(a, &ssi_type_bytes) && ssi_is(b, &ssi_type_bytes))) {
        *out = equal_text(a, b);
        return true;
    }
    if (a.tag != SSI_OBJECT && b.tag != SSI_OBJECT) {
        *out = ssi_same_identity(a, b);
        return true;
    }
    *out = ssi_same_identity(a, b);
    return *out || equal_objects(s, a, b, out);
}

bool ssi_same(ss_session *s, ssi_value a, ssi_value b, bool *out)
{
    *out = ssi_same_identity(a, b);
    if (*out)
        return true;
    if (a.tag == SSI_FLOAT && b.tag == SSI_FLOAT && isnan(a.u.f)
        && isnan(b.u.f))
        return ssi_unsupported(s, "comparing nan with nan in a container, "
                                  "where Python looks whether they are the "
                                  "same object, is not supported");
    return ssi_equal(s, a, b, out);
}
