/* SPDX-License-Identifier: MIT
 * Run a fuzzer's entry over the files of its corpus: what was once found stays
 * found, on machines without libFuzzer too.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data = NULL;
    long size = -1;
    int done = 0;

    if (file && !fseek(file, 0, SEEK_END))
        size = ftell(file);
    if (size >= 0)
        data = malloc((size_t)size + 1);
    if (data && !fseek(file, 0, SEEK_SET)
        && fread(data, 1, (size_t)size, file) == (size_t)size) {
        LLVMFuzzerTestOneInput(data, (size_t)size);
        done = 1;
    }
    free(data);
    if (file)
        fclose(file);
    return done;
}

int main(int argc, char **argv)
{
    DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
    struct dirent *entry;
    char path[4096];
    int count = 0;

    while (folder && (entry = readdir(folder))) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
        if (!replay(path)) {
            fprintf(stderr, "%s: cannot be read\n", path);
            return 1;
        }
        count++;
    }
    if (folder)
        closedir(folder);
    printf("%d inputs replayed\n", count);
    return count ? 0 : 1;
}
