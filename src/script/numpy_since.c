/* SPDX-License-Identifier: MIT
 * What the session's release of NumPy lacks of np.random, and how it printed.
 * Learned from: dir() and calls of the releases 1.16.6 to 2.4.6.
 */
#include "script/numpy_since.h"

#include <stdio.h>
#include <string.h>

#include "script/numpy_generator.h"

/* Parameters that came later, of Generator's methods or of np.random's. */
static const struct {
    bool generator;
    const char *function;
    unsigned parameter;
    const char *name; /* as ss_numpy_release_has() knows it */
} parameters[] = {
    {true, "shuffle", 1, "Generator.shuffle(axis)"},
    {true, "permutation", 1, "Generator.permutation(axis)"},
    {true, "multivariate_normal", 5, "Generator.multivariate_normal(method)"},
    {false, "get_state", 0, "RandomState.get_state(legacy)"},
};

bool ssi_numpy_before(const ss_session *s, ss_numpy_release release)
{
    return s->options.profile.numpy && s->options.profile.numpy < release;
}

bool ssi_numpy_knows(ss_session *s, const char *name)
{
    ss_numpy_release release = s->options.profile.numpy;

    return ss_numpy_release_has(release, name)
           || ssi_unsupported(s,
                              "%s in the profile's NumPy %u.%u.%u, which does "
                              "not have it yet",
                              name, (unsigned)(release / 10000),
                              (unsigned)(release / 100 % 100),
                              (unsigned)(release % 100));
}

bool ssi_numpy_has(ss_session *s, const char *owner, const char *name)
{
    const char *dot = strrchr(owner, '.'), *last = dot ? dot + 1 : owner;
    char text[128];

    if (!s->options.profile.numpy || strncmp(owner, "numpy.random", 12) != 0)
        return true;
    if (strcmp(last, "random") == 0)
        return ssi_numpy_knows(s, name);
    snprintf(text, sizeof text, "%s.%s", last, name);
    return ssi_numpy_knows(s, text);
}

bool ssi_numpy_takes(ss_session *s, const ssi_call *call)
{
    bool generator = ssi_is(call->self, &ssi_type_generator);

    if (!ssi_numpy_before(s, 11800))
        return true;
    for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++)
        if (parameters[i].generator == generator
            && call->given[parameters[i].parameter]
            && strcmp(parameters[i].function, call->function->name) == 0)
            return ssi_numpy_knows(s, parameters[i].name);
    return true;
}

int32_t ssi_numpy_legacy(const ss_session *s)
{
    if (ssi_numpy_before(s, 20000))
        return 125;
    if (ssi_numpy_before(s, 20200))
        return 201;
    return ssi_numpy_before(s, 20300) ? 220 : 0;
}
