/* SPDX-License-Identifier: MIT
 * Reading any bytes as .npy and as .npz: no crash, no leak, bounded memory, an
 * error with its reason and place; what was read is written and read again
 * alike.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <sameseed/io.h>
#include <sameseed/text.h>

#define LIMIT (64u << 20)

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

static void judge(ss_status status, const ss_diag *diag, size_t size)
{
    if (status == SS_OK)
        return;
    expect(diag->code == status && diag->msg != NULL && diag->msg[0] != '\0');
    expect(diag->byte <= size);
}

/* The same file, whatever was read. */
static void write_again(const ss_array *a)
{
    ss_text first = {0}, second = {0};
    ss_array b;

    expect(ss_npy_write(a, gather, &first) == SS_OK);
    expect(ss_npy_read(first.data, first.size, &b, NULL) == SS_OK);
    expect(ss_npy_write(&b, gather, &second) == SS_OK);
    expect(first.size == second.size
           && memcmp(first.data, second.data, first.size) == 0);
    ss_array_free(&b);
    ss_text_free(&first);
    ss_text_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ss_named_arrays arrays;
    ss_diag diag = {SS_OK, NULL, 0};
    ss_array array;
    ss_status status = ss_npy_read(data, size, &array, &diag);

    judge(status, &diag, size);
    if (status == SS_OK) {
        write_again(&array);
        ss_array_free(&array);
    }
    status = ss_npz_read(data, size, LIMIT, &arrays, &diag);
    judge(status, &diag, size);
    if (status == SS_OK) {
        for (size_t i = 0; i < arrays.count; i++)
            write_again(&arrays.items[i].array);
        ss_named_arrays_free(&arrays);
    }
    return 0;
}
