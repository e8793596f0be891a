/* SPDX-License-Identifier: MIT
 * The releases of NumPy whose streams are known. What differs between them:
 * generator_releases.c, legacy_releases.c, release_streams.c.
 */
#include <sameseed/numpy_release.h>

#include <stddef.h>

/* Each minor release and its last patch. */
static const ss_numpy_release last_patches[] = {
    11606, 11705, 11805, 11905, 12003, 12106, 12204, 12305, 12404,
    12502, 12604, 20002, 20103, 20206, 20305, 20406, 20502};

const char *ss_numpy_releases(void)
{
    return "1.16.0 to 1.16.6, 1.17.0 to 1.17.5, 1.18.0 to 1.18.5, "
           "1.19.0 to 1.19.5, 1.20.0 to 1.20.3, 1.21.0 to 1.21.6, "
           "1.22.0 to 1.22.4, 1.23.0 to 1.23.5, 1.24.0 to 1.24.4, "
           "1.25.0 to 1.25.2, 1.26.0 to 1.26.4, 2.0.0 to 2.0.2, "
           "2.1.0 to 2.1.3, 2.2.0 to 2.2.6, 2.3.0 to 2.3.5, 2.4.0 to 2.4.6, "
           "2.5.0 to 2.5.2";
}

/* Up to two digits; -1 for anything else. */
static int number(const char **at)
{
    int value = 0, digits = 0;

    for (; **at >= '0' && **at <= '9' && digits < 3; (*at)++, digits++)
        value = 10 * value + (**at - '0');
    return digits > 0 && digits < 3 ? value : -1;
}

/* The last patch of major.minor; 0: not known. */
static ss_numpy_release last_of(int major, int minor)
{
    for (size_t i = 0; i < sizeof last_patches / sizeof *last_patches; i++)
        if ((int)(last_patches[i] / 100) == 100 * major + minor)
            return last_patches[i];
    return 0;
}

ss_status ss_numpy_release_parse(const char *text, ss_numpy_release *release)
{
    int major = number(&text), minor = -1, patch;
    ss_numpy_release last;

    if (*text == '.') {
        text++;
        minor = number(&text);
    }
    last = minor < 0 ? 0 : last_of(major, minor);
    patch = (int)(last % 100);
    if (*text == '.') {
        text++;
        patch = number(&text);
    }
    if (*text || last == 0 || patch < 0 || patch > (int)(last % 100))
        return SS_ERR_NUMPY_RELEASE;
    *release = last / 100 * 100 + (ss_numpy_release)patch;
    return SS_OK;
}
