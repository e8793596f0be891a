/* SPDX-License-Identifier: MIT
 * A profile: which releases, and which processor, are imitated.
 *
 * It is written "numpy=1.21.6,torch=2.13,cpu=avx2", in any order, each key at
 * most once; what is not named stays as it was. Spaces around the keys and the
 * values do not count.
 */
#ifndef SAMESEED_PROFILE_H
#define SAMESEED_PROFILE_H

#include <stddef.h>

#include <sameseed/numpy_release.h>
#include <sameseed/status.h>
#include <sameseed/torch.h>
#include <sameseed/torch_release.h>

#ifdef __cplusplus
extern "C" {
#endif

/* All zero is the default profile: NumPy and PyTorch of <sameseed/version.h>
 * on an x86-64 processor with AVX2. */
typedef struct ss_profile {
    ss_numpy_release numpy;  /* of RandomState, Generator, SeedSequence */
    ss_torch_release torch;  /* of torch.Generator */
    ss_torch_capability cpu; /* of torch.Generator */
} ss_profile;

/* Sets what the text names; empty text names nothing. SS_ERR_PROFILE (no
 * key=value), _PROFILE_KEY, _PROFILE_TWICE, _PROFILE_GPU, SS_ERR_NUMPY_RELEASE,
 * SS_ERR_TORCH_RELEASE, SS_ERR_TORCH_CPU: *profile is then unchanged, and
 * *diag, unless NULL, says where. */
SS_API ss_status ss_profile_parse(const char *text, size_t size,
                                  ss_profile *profile, ss_diag *diag);

/* What that error's key could have been: "avx2 (...), default, aarch64"; ""
 * for statuses of other calls. */
SS_API const char *ss_profile_choices(ss_status status);

/* The error in one line, with those choices, into room bytes at out; cut where
 * there is less room than it needs, always ended by a zero. */
SS_API void ss_profile_explain(const char *text, size_t size,
                               const ss_diag *diag, char *out, size_t room);

#ifdef __cplusplus
}
#endif

#endif
