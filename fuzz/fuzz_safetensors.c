/* SPDX-License-Identifier: MIT
 * Reading any bytes as .safetensors: no crash, no leak, bounded memory, an
 * error with its reason and place; what was read is written and read again
 * alike.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <sameseed/io.h>
#include <sameseed/text.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool truth)
{
    if (!truth)
        abort();
}

static int gather(void *context, const char *bytes, size_t size)
{
    return ss_text_append(context, bytes, size) != SS_OK;
}

static void write_again(const ss_named_arrays *a)
{
    ss_text first = {0}, second = {0};
    ss_named_arrays b;

    expect(ss_safetensors_write(a->items, a->count, NULL, 0, gather, &first)
           == SS_OK);
    expect(ss_safetensors_read(first.data, first.size, &b, NULL) == SS_OK);
    expect(b.count == a->count);
    expect(ss_safetensors_write(b.items, b.count, NULL, 0, gather, &second)
           == SS_OK);
    expect(first.size == second.size
           && memcmp(first.data, second.data, first.size) == 0);
    ss_named_arrays_free(&b);
    ss_text_free(&first);
    ss_text_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ss_named_arrays arrays;
    ss_diag diag = {SS_OK, NULL, 0};
    ss_status status = ss_safetensors_read(data, size, &arrays, &diag);

    if (status != SS_OK) {
        expect(diag.code == status && diag.msg != NULL && diag.byte <= size);
        return 0;
    }
    write_again(&arrays);
    ss_named_arrays_free(&arrays);
    return 0;
}
