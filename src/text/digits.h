/* SPDX-License-Identifier: MIT
 * Decimal digits of binary floating-point numbers, and back: no libc, no
 * locale, exact for every value and any precision.
 *
 * Signs are the caller's: everything here takes the magnitude of a finite
 * number and ignores its sign bit.
 */
#ifndef SSI_TEXT_DIGITS_H
#define SSI_TEXT_DIGITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* digits * 10^exponent; digits does not end in 0, unless the number is 0. */
typedef struct ssi_shortest {
    uint64_t digits;
    int32_t exponent;
    uint32_t count; /* of digits: at most 17; 1 for the number 0 */
} ssi_shortest;

/* The fewest digits that read back as the same number of that width, and of
 * these the nearest to it: Python's repr, NumPy's unique. */
ssi_shortest ssi_shortest_double(double x);
ssi_shortest ssi_shortest_float(float x);
ssi_shortest ssi_shortest_half(uint16_t x); /* IEEE binary16 bits */

/* 767 digits are the most that a double has, and room for whole groups. */
#define SSI_DECIMAL_DIGITS 800

/* 0.d1d2d3... * 10^point, without zeros at the end; zero: no digits. */
typedef struct ssi_decimal {
    uint32_t count;
    int32_t point; /* for zero: 1 */
    char digits[SSI_DECIMAL_DIGITS];
} ssi_decimal;

void ssi_decimal_from_shortest(ssi_shortest s, ssi_decimal *d);
/* All digits of the number itself. */
void ssi_decimal_from_double(double x, ssi_decimal *d);

/* x itself, rounded half to even to places digits after the point, as
 * "%.{places}f" rounds. A negative places is a place before the point. */
void ssi_decimal_places(double x, int64_t places, ssi_decimal *d);
/* x itself, rounded half to even to count >= 1 digits, as "%.{count - 1}e". */
void ssi_decimal_significant(double x, int64_t count, ssi_decimal *d);

/* The same where the caller has digits of x that are the shortest in some
 * binary format (not necessarily double): saves finding them again. */
void ssi_decimal_places_of(double x, ssi_shortest s, int64_t places,
                           ssi_decimal *d);
void ssi_decimal_significant_of(double x, ssi_shortest s, int64_t count,
                                ssi_decimal *d);

/* Digits after the point; 0 for an integer. */
static inline int64_t ssi_decimal_fraction(const ssi_decimal *d)
{
    int64_t fraction = (int64_t)d->count - d->point;

    return d->count > 0 && fraction > 0 ? fraction : 0;
}

/* Digits before the point: at least one, the 0 of "0.5". */
static inline int64_t ssi_decimal_whole(const ssi_decimal *d)
{
    return d->point > 0 ? d->point : 1;
}

/* Write the whole part; the first fraction digits after the point; the first
 * count digits. Each fills up with zeros and answers the end. */
char *ssi_decimal_put_whole(const ssi_decimal *d, char *at);
char *ssi_decimal_put_fraction(const ssi_decimal *d, int64_t fraction,
                               char *at);
char *ssi_decimal_put_digits(const ssi_decimal *d, int64_t from, int64_t to,
                             char *at);

/* Read [+-]digits[.digits][e[+-]digits], with single underscores between
 * digits, to the nearest double, ties to even; infinite when it is out of
 * range. Exact for any length. False: it is not such a number, *out is as it
 * was. */
bool ssi_read_double(const char *text, size_t size, double *out);

#endif
