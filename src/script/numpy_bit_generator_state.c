/* SPDX-License-Identifier: MIT
 * The state of a bit generator as NumPy's dict.
 * Learned from: NumPy 2.4.6 (_pcg64.pyx, _philox.pyx, ...) by experiment.
 */
#include <string.h>

#include "script/numpy_generator.h"

bool ssi_put(ss_session *s, ssi_value dict, const char *name, ssi_value v)
{
    ssi_value key;
    bool ok = ssi_new_str(s, name, strlen(name), &key);
    if (ok) {
        ok = ssi_dict_set(s, dict, key, v);
        ssi_release(s, key);
    }
    ssi_release(s, v);
    return ok;
}

bool ssi_long_words(ss_session *s, ssi_value v, uint64_t *out, size_t count)
{
    uint32_t *words;
    size_t n;
    bool negative, carry;
    ssi_value python;
    if (!ssi_python_value(s, v, &python))
        return false;
    bool ok = ssi_int_words(s, python, &words, &n, &negative);
    ssi_release(s, python);
    if (!ok)
        return false;
    memset(out, 0, count * sizeof *out);
    for (size_t i = 0; i < n && i < 2 * count; i++)
        out[i / 2] |= (uint64_t)words[i] << (i % 2 * 32);
    ssi_int_words_free(words);
    carry = negative;
    for (size_t i = 0; negative && i < count; i++) {
        out[i] = ~out[i] + carry;
        carry = carry && out[i] == 0;
    }
    return true;
}

static bool put_array(ss_session *s, ssi_value dict, const char *name,
                      ss_dtype dtype, const void *items, size_t n)
{
    ssi_shape shape = {.ndim = 1, .dims = {n}};
    ssi_value array;
    if (!ssi_new_ndarray(s, dtype, &shape, &array))
        return false;
    memcpy(ssi_array_of(array)->data, items, n * ss_dtype_size(dtype));
    return ssi_put(s, dict, name, array);
}

static bool put_int128(ss_session *s, ssi_value dict, const char *name,
                       uint64_t high, uint64_t low)
{
    uint32_t words[4] = {(uint32_t)low, (uint32_t)(low >> 32), (uint32_t)high,
                         (uint32_t)(high >> 32)};
    size_t n = 4;
    ssi_value v;
    while (n && words[n - 1] == 0)
        n--;
    return ssi_new_int_words(s, words, n, false, &v)
           && ssi_put(s, dict, name, v);
}

static bool put_half(ss_session *s, ssi_value dict, uint32_t has_uint32,
                     uint32_t uinteger)
{
    return ssi_put(s, dict, "has_uint32", ssi_int((int32_t)has_uint32))
           && ssi_put(s, dict, "uinteger", ssi_int(uinteger));
}

/* The dict under "state". */
static bool put_inner(ss_session *s, const ss_bitgen *b, ssi_value inner)
{
    const ss_philox *p = &b->u.philox;
    const ss_pcg64 *g = &b->u.pcg64;
    switch (b->kind) {
    case SS_BITGEN_MT19937:
        return put_array(s, inner, "key", SS_UINT32, b->u.mt19937.key,
                         SS_MT19937_N)
               && ssi_put(s, inner, "pos", ssi_int(b->u.mt19937.pos));
    case SS_BITGEN_PHILOX:
        return put_array(s, inner, "counter", SS_UINT64, p->counter, 4)
               && put_array(s, inner, "key", SS_UINT64, p->key, 2);
    case SS_BITGEN_SFC64:
        return put_array(s, inner, "state", SS_UINT64, b->u.sfc64.state, 4);
    default:
        return put_int128(s, inner, "state", g->state_high, g->state_low)
               && put_int128(s, inner, "inc", g->inc_high, g->inc_low);
    }
}

static bool put_rest(ss_session *s, const ss_bitgen *b, ssi_value dict)
{
    const ss_philox *p = &b->u.philox;
    switch (b->kind) {
    case SS_BITGEN_MT19937:
        return true;
    case SS_BITGEN_PHILOX:
        return put_array(s, dict, "buffer", SS_UINT64, p->buffer, 4)
               && ssi_put(s, dict, "buffer_pos", ssi_int(p->buffer_pos))
               && put_half(s, dict, p->has_uint32, p->uinteger);
    case SS_BITGEN_SFC64:
        return put_half(s, dict, b->u.sfc64.has_uint32, b->u.sfc64.uinteger);
    default:
        return put_half(s, dict, b->u.pcg64.has_uint32, b->u.pcg64.uinteger);
    }
}

bool ssi_bitgen_state(ss_session *s, const ss_bitgen *b, ssi_value *out)
{
    const char *name = ssi_bitgen_name(b->kind);
    ssi_value inner, text;
    if (!ssi_new_dict(s, out))
        return false;
    bool ok = ssi_new_str(s, name, strlen(name), &text)
              && ssi_put(s, *out, "bit_generator", text)
              && ssi_new_dict(s, &inner);
    if (ok) {
        ssi_retain(inner);
        ok = ssi_put(s, *out, "state", inner) && put_inner(s, b, inner);
        ssi_release(s, inner);
    }
    if (ok && put_rest(s, b, *out))
        return true;
    ssi_release(s, *out);
    return false;
}
