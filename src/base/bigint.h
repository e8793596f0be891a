/* SPDX-License-Identifier: MIT
 * Integers of any size: sign and magnitude in words of 32 bits, the lowest
 * first, no zeros at the top; zero has no words and is not negative.
 *
 * A function that answers bool answers false when memory is short; its result
 * is then empty. A result is a fresh number: it is overwritten, never freed
 * before, and must not be an operand.
 */
#ifndef SSI_BASE_BIGINT_H
#define SSI_BASE_BIGINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ssi_bigint {
    uint32_t *words;
    size_t count;
    bool negative;
} ssi_bigint;

void ssi_bigint_free(ssi_bigint *a);

/* A number over caller's memory of two words: not to be freed. */
ssi_bigint ssi_bigint_view(int64_t value, uint32_t memory[2]);
bool ssi_bigint_from_words(const uint32_t *words, size_t count, bool negative,
                           ssi_bigint *out);
bool ssi_bigint_fits(const ssi_bigint *a, int64_t *out);
/* Two's complement of the low 64 bits; false when they do not say it all,
 * which for a positive number is 64 bits and for a negative one 63. */
bool ssi_bigint_low64(const ssi_bigint *a, uint64_t *out);

int ssi_bigint_compare(const ssi_bigint *a, const ssi_bigint *b);
size_t ssi_bigint_bits(const ssi_bigint *a); /* of the magnitude */

bool ssi_bigint_add(const ssi_bigint *a, const ssi_bigint *b, ssi_bigint *out);
bool ssi_bigint_sub(const ssi_bigint *a, const ssi_bigint *b, ssi_bigint *out);
bool ssi_bigint_mul(const ssi_bigint *a, const ssi_bigint *b, ssi_bigint *out);
/* Quotient towards minus infinity and the remainder with b's sign; b != 0. */
bool ssi_bigint_divmod(const ssi_bigint *a, const ssi_bigint *b,
                       ssi_bigint *quotient, ssi_bigint *remainder);
bool ssi_bigint_pow(const ssi_bigint *a, uint64_t exponent, ssi_bigint *out);
bool ssi_bigint_shift_left(const ssi_bigint *a, size_t bits, ssi_bigint *out);
/* Towards minus infinity, as Python's >>. */
bool ssi_bigint_shift_right(const ssi_bigint *a, size_t bits, ssi_bigint *out);
/* op '&', '|' or '^' on two's complement of endless length. */
bool ssi_bigint_bitwise(char op, const ssi_bigint *a, const ssi_bigint *b,
                        ssi_bigint *out);

/* Digits of base 2 to 36, either case, nothing else. */
bool ssi_bigint_read(const char *digits, size_t size, uint32_t base,
                     bool negative, ssi_bigint *out);
/* Decimal digits with the sign, zero-terminated, to be freed by free(). */
char *ssi_bigint_decimal(const ssi_bigint *a);

/* The nearest double, ties to even; infinite when it is out of range. */
double ssi_bigint_double(const ssi_bigint *a);
/* The nearest double of a / b; infinite when it is out of range. b != 0. */
bool ssi_bigint_quotient(const ssi_bigint *a, const ssi_bigint *b, double *out);
/* The integer part of a finite double. */
bool ssi_bigint_from_double(double x, ssi_bigint *out);

#endif
