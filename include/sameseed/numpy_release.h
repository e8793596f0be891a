/* SPDX-License-Identifier: MIT
 * Which release of NumPy a stream is to be that of.
 */
#ifndef SAMESEED_NUMPY_RELEASE_H
#define SAMESEED_NUMPY_RELEASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/bitgen.h>
#include <sameseed/seed.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* 10000 * major + 100 * minor + patch: 12604 is 1.26.4. 0 is the one that the
 * whole library imitates (<sameseed/version.h>). Write one that
 * ss_numpy_release_parse() gave to the field of a RandomState or a Generator
 * before the first draw. */
typedef uint32_t ss_numpy_release;

/* "1.26.4", or "1.26" for its last patch. SS_ERR_NUMPY_RELEASE where its
 * streams are not known: *release is then unchanged. */
SS_API ss_status ss_numpy_release_parse(const char *text,
                                        ss_numpy_release *release);

/* Those that are: "1.16.0 to 1.16.6, ..."; never NULL. */
SS_API const char *ss_numpy_releases(void);

/* Whether the release has what is named: "Generator", "Generator.permuted", of
 * RandomState also the functions of numpy.random; with a parameter that came
 * later "Generator.shuffle(axis)". What this does not know is there from the
 * start. */
SS_API bool ss_numpy_release_has(ss_numpy_release release, const char *name);

/* ss_seed_sequence_init() as the release has it. Before 1.19 a spawn_key
 * follows the entropy without zeros in between, so that entropy must have no
 * more words than its ints have. ss_seed_sequence_spawn() of the result makes
 * children of the same release. */
SS_API ss_status ss_numpy_release_seed_sequence_init(
    ss_numpy_release release, ss_seed_sequence *sequence,
    const uint32_t *entropy, size_t entropy_count, const uint32_t *spawn_key,
    size_t spawn_key_count, uint32_t pool_size);

/* ss_bitgen_jump() as the release has it: before 1.19 that of MT19937 led
 * somewhere else. */
SS_API ss_status ss_numpy_release_jump(ss_numpy_release release,
                                       ss_bitgen *bitgen,
                                       const uint64_t jumps[2]);

#ifdef __cplusplus
}
#endif

#endif
