/* SPDX-License-Identifier: MIT
 * Seeds nobody knows, from the operating system.
 */
#include <sameseed/seed.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <sameseed/bitgen.h>

#if defined(__linux__) || defined(__APPLE__) || defined(__FreeBSD__)           \
    || defined(__OpenBSD__) || defined(__NetBSD__) || defined(__EMSCRIPTEN__)
#include <unistd.h>
#if defined(__linux__) || defined(__APPLE__)
#include <sys/random.h>
#endif
#define CHUNK 256 /* the most getentropy() gives at a time */

static int from_system(uint8_t *bytes, size_t size)
{
    while (size > 0) {
        size_t take = size < CHUNK ? size : CHUNK;
        if (getentropy(bytes, take) != 0)
            return 0;
        bytes += take;
        size -= take;
    }
    return 1;
}
#else
static int from_system(uint8_t *bytes, size_t size)
{
    (void)bytes;
    return size == 0;
}
#endif

/* Kernels and containers without the system call still have the device. */
static int from_device(uint8_t *bytes, size_t size)
{
    FILE *device = fopen("/dev/urandom", "rb");
    size_t got;

    if (!device)
        return 0;
    setvbuf(device, NULL, _IONBF, 0);
    got = fread(bytes, 1, size, device);
    fclose(device);
    return got == size;
}

ss_status ss_entropy_fill(void *bytes, size_t size)
{
    if (from_system(bytes, size) || from_device(bytes, size))
        return SS_OK;
    return SS_ERR_ENTROPY;
}

ss_status ss_mt19937_seed_entropy(ss_mt19937 *mt)
{
    uint32_t key[SS_MT19937_N];

    if (ss_entropy_fill(key, sizeof key) != SS_OK)
        return SS_ERR_ENTROPY;
    key[0] = 0x80000000u; /* never all zeros */
    return ss_mt19937_restore(mt, key, SS_MT19937_N);
}
