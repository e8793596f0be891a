/* SPDX-License-Identifier: MIT
 * Appending to an ss_text without libc's formatting.
 */
#ifndef SSI_TEXT_BUFFER_H
#define SSI_TEXT_BUFFER_H

#include <string.h>

#include <sameseed/text.h>

/* Room for extra more bytes (and the zero after them); NULL: no memory. The
 * caller writes there and tells by ssi_text_end() where it stopped. */
char *ssi_text_reserve(ss_text *text, size_t extra);

static inline void ssi_text_end(ss_text *text, char *end)
{
    text->size = (size_t)(end - text->data);
    *end = '\0';
}

/* Back to an earlier size. */
static inline void ssi_text_cut(ss_text *text, size_t size)
{
    if (text->size > size) {
        text->size = size;
        text->data[size] = '\0';
    }
}

static inline ss_status ssi_text_string(ss_text *text, const char *string)
{
    return ss_text_append(text, string, strlen(string));
}

ss_status ssi_text_repeat(ss_text *text, char c, int64_t count);
ss_status ssi_text_unsigned(ss_text *text, uint64_t value);
ss_status ssi_text_signed(ss_text *text, int64_t value);
/* "(2, 3)", "(5,)", "()": as Python shows a tuple of sizes. */
ss_status ssi_text_shape(ss_text *text, const size_t *shape, uint32_t ndim);

/* Code points of UTF-8 text. */
int64_t ssi_utf8_length(const char *bytes, size_t size);
/* Append one code point; SS_ERR_ARGUMENT when it is none (surrogates, too
 * large). */
ss_status ssi_text_code_point(ss_text *text, uint32_t c);

/* Answer status; when it is an error, cut text back to size. */
static inline ss_status ssi_text_check(ss_text *text, size_t size,
                                       ss_status status)
{
    if (status != SS_OK)
        ssi_text_cut(text, size);
    return status;
}

/* Return early from a function that answers ss_status. */
#define SSI_TRY(call)                                                          \
    do {                                                                       \
        ss_status status_ = (call);                                            \
        if (status_ != SS_OK)                                                  \
            return status_;                                                    \
    } while (0)

#endif
