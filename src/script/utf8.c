/* SPDX-License-Identifier: MIT
 * UTF-8 of source text. Learned from: RFC 3629; Unicode 14, UAX 31.
 */
#include "script/utf8.h"

#include "script/identifier_tables.h"

static bool continues(const char *p, size_t i)
{
    return ((unsigned char)p[i] & 0xc0) == 0x80;
}

size_t ssi_utf8_step(const char *p, size_t size)
{
    unsigned char c = size ? (unsigned char)p[0] : 0xff;
    unsigned char d = size > 1 ? (unsigned char)p[1] : 0;

    if (c < 0x80)
        return 1;
    if (c >= 0xc2 && c <= 0xdf)
        return size > 1 && continues(p, 1) ? 2 : 0;
    if (c >= 0xe0 && c <= 0xef) {
        bool good = size > 2 && continues(p, 1) && continues(p, 2)
                    && !(c == 0xe0 && d < 0xa0) && !(c == 0xed && d > 0x9f);
        return good ? 3 : 0;
    }
    if (c >= 0xf0 && c <= 0xf4) {
        bool good = size > 3 && continues(p, 1) && continues(p, 2)
                    && continues(p, 3) && !(c == 0xf0 && d < 0x90)
                    && !(c == 0xf4 && d > 0x8f);
        return good ? 4 : 0;
    }
    return 0;
}

uint32_t ssi_utf8_decode(const char *p, size_t size, size_t *step)
{
    static const unsigned char first[5] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    uint32_t point;

    *step = ssi_utf8_step(p, size);
    point = (unsigned char)p[0] & first[*step];
    for (size_t i = 1; i < *step; i++)
        point = point << 6 | ((unsigned char)p[i] & 0x3f);
    return point;
}

size_t ssi_utf8_encode(uint32_t point, char *out)
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xc0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3f));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xe0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 0x3f));
        out[2] = (char)(0x80 | (point & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 0x3f));
    out[2] = (char)(0x80 | (point >> 6 & 0x3f));
    out[3] = (char)(0x80 | (point & 0x3f));
    return 4;
}

static bool in_ranges(const uint32_t (*ranges)[2], size_t count, uint32_t point)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (point < ranges[middle][0])
            high = middle;
        else if (point > ranges[middle][1])
            low = middle + 1;
        else
            return true;
    }
    return false;
}

#define IN(table, point) in_ranges(table, sizeof table / sizeof *table, point)

bool ssi_utf8_starts_name(uint32_t point)
{
    return IN(identifier_start, point);
}

bool ssi_utf8_is_letter(uint32_t point)
{
    return IN(identifier_continue, point);
}

bool ssi_utf8_may_change(uint32_t point)
{
    return IN(identifier_changed, point);
}
