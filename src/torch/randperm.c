/* SPDX-License-Identifier: MIT
 * torch.randperm(): Fisher and Yates from the front, one word an element but
 * the last; very long ones inside out, two words an element.
 * Learned from: aten/src/ATen/native/TensorFactories.cpp, randperm_cpu, 2.13.
 */
#include "torch/draw.h"
#include "torch/frozen.h"
#include "torch/randint.h"

/* From this n on a word modulo n is too biased for PyTorch's taste:
 * UINT32_MAX / 20. */
#define LONG 214748364u
#define BLOCK SSI_TORCH_DOUBLES

static void iota(ss_dtype dtype, void *out, size_t n)
{
    int64_t values[BLOCK];

    for (size_t i = 0; i < n;) {
        size_t take = n - i < BLOCK ? n - i : BLOCK;
        for (size_t j = 0; j < take; j++)
            values[j] = (int64_t)(i + j);
        ssi_torch_store_integers(dtype, out, i, values, take);
        i += take;
    }
}

#define SWAP(type)                                                             \
    do {                                                                       \
        type *items = (type *)out + i, kept = items[0];                        \
        items[0] = items[z];                                                   \
        items[z] = kept;                                                       \
    } while (0)

static void swap(size_t itemsize, void *out, size_t i, size_t z)
{
    if (itemsize == 8)
        SWAP(uint64_t);
    else if (itemsize == 4)
        SWAP(uint32_t);
    else if (itemsize == 2)
        SWAP(uint16_t);
    else
        SWAP(uint8_t);
}

/* n < LONG.. */
static void forwards(ss_torch_generator *g, size_t itemsize, void *out,
                     size_t n)
{
    uint32_t words[SSI_TORCH_WORDS];

    for (size_t i = 0; i + 1 < n;) {
        size_t left = n - 1 - i;
        size_t take = left < SSI_TORCH_WORDS ? left : SSI_TORCH_WORDS;
        ssi_torch_words(g, words, take);
        for (size_t j = 0; j < take; j++, i++)
            swap(itemsize, out, i, words[j] % (uint32_t)(n - i));
    }
}

/* out holds 0 ... n - 1, so that element i is its own start. */
static void inside_out(ss_torch_generator *g, size_t itemsize, void *out,
                       size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t z = (size_t)(ssi_torch_u64(g) % (i + 1));
        swap(itemsize, out, z, i - z);
    }
}

/* PyTorch looks whether the last number fits an integer dtype, and whether
 * float dtypes tell all numbers apart; bfloat16 is not checked. */
static ss_status check(ss_dtype dtype, uint64_t n)
{
    uint64_t values;

    switch (dtype) {
    case SS_INT8:
    case SS_INT16:
    case SS_INT32:
        values = UINT64_C(1) << (8 * ss_dtype_size(dtype) - 1);
        return n > values ? SS_ERR_TORCH_OVERFLOW : SS_OK;
    case SS_UINT8:
        return n > 256 ? SS_ERR_TORCH_OVERFLOW : SS_OK;
    case SS_INT64:
    case SS_BFLOAT16:
        return SS_OK;
    case SS_FLOAT16:
    case SS_FLOAT32:
    case SS_FLOAT64:
        values = (UINT64_C(1) << ssi_torch_digits(dtype)) + 1;
        return n > values ? SS_ERR_TORCH_RANDPERM : SS_OK;
    default:
        return SS_ERR_DTYPE;
    }
}

ss_status ss_torch_randperm_dtype_fill(ss_torch_generator *g, ss_dtype dtype,
                                       void *out, size_t n)
{
    ss_status status = check(dtype, n);
    size_t itemsize = ss_dtype_size(dtype);

    if (status != SS_OK)
        return status;
    iota(dtype, out, n);
    if (n < LONG || ssi_torch_before(g, 20700))
        forwards(g, itemsize, out, n);
    else
        inside_out(g, itemsize, out, n);
    return SS_OK;
}

void ss_torch_randperm_fill(ss_torch_generator *g, int64_t *out, size_t n)
{
    ss_torch_randperm_dtype_fill(g, SS_INT64, out, n);
}
