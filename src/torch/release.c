/* SPDX-License-Identifier: MIT
 * The releases of PyTorch whose streams are known; what changed between them
 * is in the files frozen_*.c and where frozen.h is included.
 */
#include <sameseed/torch_release.h>

#include <stddef.h>

/* Each minor release and its last patch. */
static const ss_torch_release last_patches[] = {
    11301, 20001, 20102, 20202, 20301, 20401, 20501, 20600,
    20701, 20800, 20901, 21000, 21100, 21201, 21300};

const char *ss_torch_releases(void)
{
    return "1.13.0, 1.13.1, 2.0.0, 2.0.1, 2.1.0 to 2.1.2, 2.2.0 to 2.2.2, "
           "2.3.0, 2.3.1, 2.4.0, 2.4.1, 2.5.0, 2.5.1, 2.6.0, 2.7.0, 2.7.1, "
           "2.8.0, 2.9.0, 2.9.1, 2.10.0, 2.11.0, 2.12.0, 2.12.1, 2.13.0";
}

/* Up to two digits; -1 for anything else. */
static int number(const char **at)
{
    int value = 0, digits = 0;

    for (; **at >= '0' && **at <= '9' && digits < 3; (*at)++, digits++)
        value = 10 * value + (**at - '0');
    return digits > 0 && digits < 3 ? value : -1;
}

/* A point and a number; otherwise where there is no point. */
static int part(const char **at, int otherwise)
{
    if (**at != '.')
        return otherwise;
    (*at)++;
    return number(at);
}

/* The last patch of major.minor; 0: not known. */
static ss_torch_release last_of(int major, int minor)
{
    for (size_t i = 0; i < sizeof last_patches / sizeof *last_patches; i++)
        if ((int)(last_patches[i] / 100) == 100 * major + minor)
            return last_patches[i];
    return 0;
}

ss_status ss_torch_release_parse(const char *text, ss_torch_release *release)
{
    int major = number(&text), minor = part(&text, -1), patch;
    ss_torch_release last = minor < 0 ? 0 : last_of(major, minor);

    patch = part(&text, (int)(last % 100));
    if (*text || last == 0 || patch < 0 || patch > (int)(last % 100))
        return SS_ERR_TORCH_RELEASE;
    *release = last / 100 * 100 + (ss_torch_release)patch;
    return SS_OK;
}
