/* SPDX-License-Identifier: MIT
 * Inflate: what deflate packed, into memory whose size is known before.
 * Learned from: RFC 1951.
 */
#include "io/elements.h"

#define MAX_BITS 15
#define LITERALS 288
#define DISTANCES 30

typedef struct inflater {
    const unsigned char *bytes;
    size_t size, at;
    uint32_t bits, count; /* read and not used yet, the lowest first */
    unsigned char *out;
    size_t used, room;
    const char *why;
} inflater;

/* A canonical code: how many there are of each length, and their symbols in
 * order. */
typedef struct code {
    uint16_t count[MAX_BITS + 1];
    uint16_t symbol[LITERALS];
} code;

static bool fail(inflater *f, const char *why)
{
    f->why = why;
    return false;
}

static bool take_bits(inflater *f, uint32_t count, uint32_t *out)
{
    while (f->count < count) {
        if (f->at == f->size)
            return fail(f, "the deflated data ends too early");
        f->bits |= (uint32_t)f->bytes[f->at++] << f->count;
        f->count += 8;
    }
    *out = f->bits & ((1u << count) - 1);
    f->bits >>= count;
    f->count -= count;
    return true;
}

/* Symbols in the order of their codes. False when the lengths give more codes
 * than there are, or fewer: but for a single one. */
static bool make_code(code *c, const unsigned char *lengths, size_t n)
{
    uint16_t offset[MAX_BITS + 1];
    int left = 1;

    memset(c->count, 0, sizeof c->count);
    for (size_t i = 0; i < n; i++)
        c->count[lengths[i]]++;
    if (c->count[0] == n)
        return true; /* no codes: fine while none is used */
    for (int bits = 1; bits <= MAX_BITS; bits++) {
        left = 2 * left - c->count[bits];
        if (left < 0)
            return false;
    }
    offset[1] = 0;
    for (int bits = 1; bits < MAX_BITS; bits++)
        offset[bits + 1] = (uint16_t)(offset[bits] + c->count[bits]);
    for (size_t i = 0; i < n; i++)
        if (lengths[i] != 0)
            c->symbol[offset[lengths[i]]++] = (uint16_t)i;
    return left == 0 || n - c->count[0] == 1;
}

/* One symbol, a bit at a time: the codes of a length are consecutive. */
static bool take_symbol(inflater *f, const code *c, uint32_t *out)
{
    int value = 0, first = 0, index = 0;

    for (int bits = 1; bits <= MAX_BITS; bits++) {
        uint32_t bit = 0;

        if (!take_bits(f, 1, &bit))
            return false;
        value |= (int)bit;
        if (value - first < c->count[bits]) {
            *out = c->symbol[index + value - first];
            return true;
        }
        index += c->count[bits];
        first = (first + c->count[bits]) << 1;
        value <<= 1;
    }
    return fail(f, "not a code of the deflated data");
}

static bool copy_back(inflater *f, size_t distance, size_t length)
{
    if (distance > f->used)
        return fail(f, "a distance before the start of the data");
    if (length > f->room - f->used)
        return fail(f, "more data than the archive says");
    for (; length > 0; length--, f->used++)
        f->out[f->used] = f->out[f->used - distance];
    return true;
}

/* Length symbol 257 + s: its base and extra bits. */
static bool take_length(inflater *f, uint32_t s, size_t *length)
{
    uint32_t extra = s < 8 ? 0 : (s - 4) / 4, more = 0;

    if (s > 28)
        return fail(f, "not a length of the deflated data");
    if (s == 28) {
        *length = 258;
        return true;
    }
    if (!take_bits(f, extra, &more))
        return false;
    *length = 3 + more + (s < 8 ? s : (4 + s % 4) << extra);
    return true;
}

static bool take_distance(inflater *f, const code *c, size_t *distance)
{
    uint32_t s = 0, extra, more = 0;

    if (!take_symbol(f, c, &s))
        return false;
    if (s >= DISTANCES)
        return fail(f, "not a distance of the deflated data");
    extra = s < 4 ? 0 : (s - 2) / 2;
    if (!take_bits(f, extra, &more))
        return false;
    *distance = 1 + more + (s < 4 ? s : (2 + s % 2) << extra);
    return true;
}

static bool take_block(inflater *f, const code *literals, const code *distances)
{
    for (;;) {
        uint32_t s = 0;
        size_t length = 0, distance = 0;

        if (!take_symbol(f, literals, &s))
            return false;
        if (s == 256)
            return true;
        if (s < 256) {
            if (f->used == f->room)
                return fail(f, "more data than the archive says");
            f->out[f->used++] = (unsigned char)s;
        } else if (!take_length(f, s - 257, &length)
                   || !take_distance(f, distances, &distance)
                   || !copy_back(f, distance, length)) {
            return false;
        }
    }
}

static bool take_stored(inflater *f)
{
    size_t length;

    f->bits = f->count = 0; /* whole bytes are never left in bits */
    if (f->size - f->at < 4)
        return fail(f, "the deflated data ends too early");
    length = ssi_io_load16(f->bytes + f->at);
    if ((length ^ 0xffff) != ssi_io_load16(f->bytes + f->at + 2))
        return fail(f, "a stored block whose length is broken");
    f->at += 4;
    if (length > f->size - f->at)
        return fail(f, "the deflated data ends too early");
    if (length > f->room - f->used)
        return fail(f, "more data than the archive says");
    memcpy(f->out + f->used, f->bytes + f->at, length);
    f->at += length;
    f->used += length;
    return true;
}

static bool take_fixed(inflater *f)
{
    unsigned char lengths[LITERALS];
    code literals, distances;

    for (int i = 0; i < LITERALS; i++)
        lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    make_code(&literals, lengths, LITERALS);
    memset(lengths, 5, 32);
    make_code(&distances, lengths, 32);
    return take_block(f, &literals, &distances);
}

/* Code lengths, packed by a code of their own: 16 repeats the last one, 17
 * and 18 are runs of zeros. */
static bool take_lengths(inflater *f, const code *c, unsigned char *lengths,
                         size_t n)
{
    for (size_t i = 0; i < n;) {
        uint32_t s = 0, more = 0;
        unsigned char value = 0;
        size_t repeat;

        if (!take_symbol(f, c, &s))
            return false;
        if (s < 16) {
            lengths[i++] = (unsigned char)s;
            continue;
        }
        if (s == 16 && i == 0)
            return fail(f, "a repeated length without one before");
        if (s == 16)
            value = lengths[i - 1];
        if (!take_bits(f, s == 16 ? 2 : s == 17 ? 3 : 7, &more))
            return false;
        repeat = more + (s == 18 ? 11 : 3);
        if (repeat > n - i)
            return fail(f, "more code lengths than there are codes");
        memset(lengths + i, value, repeat);
        i += repeat;
    }
    return true;
}

static bool take_dynamic(inflater *f)
{
    static const unsigned char order[19] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                            11, 4,  12, 3, 13, 2, 14, 1, 15};
    unsigned char lengths[LITERALS + 32] = {0};
    uint32_t literal = 0, distance = 0, packed = 0, bits = 0;
    code literals, distances;

    if (!take_bits(f, 5, &literal) || !take_bits(f, 5, &distance)
        || !take_bits(f, 4, &packed))
        return false;
    literal += 257;
    distance += 1;
    if (literal > 286 || distance > DISTANCES)
        return fail(f, "too many codes in the deflated data");
    for (uint32_t i = 0; i < packed + 4; i++) {
        if (!take_bits(f, 3, &bits))
            return false;
        lengths[order[i]] = (unsigned char)bits;
    }
    if (!make_code(&literals, lengths, 19))
        return fail(f, "not a code for code lengths");
    memset(lengths, 0, sizeof lengths);
    if (!take_lengths(f, &literals, lengths, literal + distance))
        return false;
    if (!make_code(&literals, lengths, literal)
        || !make_code(&distances, lengths + literal, distance))
        return fail(f, "not a code for the deflated data");
    return take_block(f, &literals, &distances);
}

static bool take_all(inflater *f)
{
    uint32_t last = 0, kind = 0;
    bool ok = true;

    while (ok && !last) {
        ok = take_bits(f, 1, &last) && take_bits(f, 2, &kind);
        if (!ok)
            return false;
        if (kind == 0)
            ok = take_stored(f);
        else if (kind == 1)
            ok = take_fixed(f);
        else if (kind == 2)
            ok = take_dynamic(f);
        else
            ok = fail(f, "an unknown kind of deflated block");
    }
    if (ok && f->used < f->room)
        ok = fail(f, "less data than the archive says");
    return ok;
}

ss_status ssi_io_inflate(const unsigned char *bytes, size_t size,
                         unsigned char *out, size_t room, size_t *at,
                         const char **why)
{
    inflater f = {.bytes = bytes, .size = size, .out = out, .room = room};

    if (take_all(&f))
        return SS_OK;
    *at = f.at;
    *why = f.why;
    return SS_ERR_IO;
}
