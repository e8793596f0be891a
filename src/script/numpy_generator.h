/* SPDX-License-Identifier: MIT
 * What the files of SeedSequence, the bit generators and Generator share.
 */
#ifndef SSI_SCRIPT_NUMPY_GENERATOR_H
#define SSI_SCRIPT_NUMPY_GENERATOR_H

#include <sameseed/numpy_generator.h>
#include <sameseed/seed.h>

#include "script/ndarray.h"

/* --- entropy (numpy_entropy.c) --- */
typedef struct ssi_entropy_words { /* 32-bit words, in order */
    uint32_t *items;               /* to be freed */
    size_t count, room;
    uint32_t odd;   /* one more than the axes of an array that has not
                       one, or 0 */
    bool odd_first; /* nothing stands before it */
} ssi_entropy_words;

bool ssi_entropy_add_word(ss_session *s, ssi_entropy_words *w, uint32_t word);
bool ssi_entropy_add(ss_session *s, ssi_entropy_words *w, ssi_value v);
/* The error of an array that cannot be joined to the other words. */
bool ssi_entropy_check(ss_session *s, const ssi_entropy_words *w);
bool ssi_is_entropy_int(ssi_value v); /* int, bool, np.integer; not np.bool */

/* --- SeedSequence (numpy_seed_sequence.c) --- */
typedef struct ssi_seed_sequence_object {
    ssi_object head;
    ss_seed_sequence state; /* of a large pool: its first words */
    ssi_value pool;         /* a large one, an array; or None */
    uint32_t pool_size;
    ssi_value entropy;   /* as it was given */
    ssi_value spawn_key; /* a tuple */
} ssi_seed_sequence_object;

extern const ssi_type ssi_type_seed_sequence;
/* SeedSequence(entropy); NULL entropy's: the operating system's. */
bool ssi_new_seed_sequence(ss_session *s, ssi_value entropy, ssi_value *out);
/* spawn(n): a list. */
bool ssi_seed_sequence_spawn(ss_session *s, ssi_value self, ssi_value n,
                             ssi_value *out);
bool ssi_is_seedless(ssi_value v); /* a SeedlessSeedSequence */
/* Start a bit generator of that kind from it. */
void ssi_seed_sequence_start(const ssi_seed_sequence_object *o,
                             ss_bitgen_kind kind, ss_bitgen *out);
bool ssi_seed_sequence_class(ss_session *s, ssi_value *out);

/* --- bit generators (numpy_bit_generator.c, ..._state.c) --- */
typedef struct ssi_bitgen_object {
    ssi_object head;
    union { /* what it draws, and a Generator over it, of its release */
        ss_bitgen state;
        ss_numpy_generator generator;
    };
    ssi_object *lent;   /* the RandomState that has the state at present */
    ssi_value seed_seq; /* a SeedSequence, or None */
    ssi_value lock;     /* once it was asked for, or None */
    uint64_t number;    /* of such objects before it, for its repr */
} ssi_bitgen_object;

extern const ssi_type ssi_type_bit_generators[5]; /* by ss_bitgen_kind */
bool ssi_is_bitgen(ssi_value v);
/* "... object has no attribute 'capsule'": v is no bit generator. */
bool ssi_no_capsule(ss_session *s, ssi_value v);
const char *ssi_bitgen_name(ss_bitgen_kind kind); /* "PCG64" */
/* The state of a bit generator, taken back from where it was lent to. */
ss_bitgen *ssi_bitgen_of(ssi_value v);
/* A bit generator object of that kind; not seeded. */
bool ssi_new_bitgen(ss_session *s, ss_bitgen_kind kind, ssi_value *out);
/* kind(seed), seed a SeedSequence or what it is made from. */
bool ssi_seed_bitgen(ss_session *s, ss_bitgen_kind kind, ssi_value seed,
                     ssi_value *out);
/* spawn(n): a list. */
bool ssi_bitgen_spawn(ss_session *s, ssi_value self, ssi_value n,
                      ssi_value *out);
/* The dict .state. */
bool ssi_bitgen_state(ss_session *s, const ss_bitgen *bitgen, ssi_value *out);
/* dict[name] = v, which is released in any case. */
bool ssi_put(ss_session *s, ssi_value dict, const char *name, ssi_value v);
/* An int's lowest 64-bit words, two's complement. */
bool ssi_long_words(ss_session *s, ssi_value v, uint64_t *out, size_t count);
/* v.state = state; on an error the old state stays. */
bool ssi_bitgen_restore(ss_session *s, ss_bitgen *bitgen, ssi_value state);
/* The dict of ('MT19937', key, pos), of three items. */
bool ssi_legacy_dict(ss_session *s, const ssi_value *items, ssi_value *out);
bool ssi_is_mt19937_name(ssi_value name);
/* A C integer in [low, high] as Cython converts it (numpy_c_integer.c): floats
 * are cut; unsigned where low is 0. */
bool ssi_c_integer(ss_session *s, ssi_value v, const char *type, int64_t low,
                   int64_t high, int64_t *out);
bool ssi_c_uint64(ss_session *s, ssi_value v, uint64_t *out);

/* What hangs on a bit generator (numpy_handles.c). */
bool ssi_new_lock(ss_session *s, uint64_t number, ssi_value *out);
bool ssi_new_handle(ss_session *s, const char *owner, const char *name,
                    uint64_t number, ssi_value *out);
/* The methods of bit generators (numpy_bit_generator_methods.c). */
extern const ssi_function ssi_bitgen_base_rows[], ssi_bitgen_mt19937_rows[],
    ssi_bitgen_advance_rows[];

bool ssi_bit_generator_class(ss_session *s, ssi_value *out);
bool ssi_mt19937_class(ss_session *s, ssi_value *out);
bool ssi_pcg64_class(ss_session *s, ssi_value *out);
bool ssi_pcg64dxsm_class(ss_session *s, ssi_value *out);
bool ssi_philox_class(ss_session *s, ssi_value *out);
bool ssi_sfc64_class(ss_session *s, ssi_value *out);

/* --- Generator (numpy_generator.c and its other files) --- */
typedef struct ssi_generator_object {
    ssi_object head;
    ssi_value bitgen;
    uint64_t number;
} ssi_generator_object;

extern const ssi_type ssi_type_generator;
extern const ssi_function ssi_generator_rows[];
bool ssi_generator_class(ss_session *s, ssi_value *out);
bool ssi_default_rng(ss_session *s, ssi_call *call, ssi_value *out);

bool ssi_is_f_contiguous(const ss_array *a);

/* The Generator of a call, in its place. */
static inline ss_numpy_generator *ssi_generator_of(const ssi_call *call)
{
    ssi_value bitgen = ((ssi_generator_object *)call->self.u.o)->bitgen;
    ssi_bitgen_of(bitgen);
    return &((ssi_bitgen_object *)bitgen.u.o)->generator;
}

bool ssi_generator_into(ss_session *s, ssi_call *call, int id, ssi_value into,
                        ssi_value *out);
bool ssi_generator_spawn(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_call(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_typed(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_gamma_typed(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_integers(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_random_bytes(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_choice(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_shuffle(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_permutation(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_permuted_call(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_dirichlet(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_multinomial(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_generator_hypergeometrics(ss_session *s, ssi_call *call,
                                   ssi_value *out);
bool ssi_generator_normals(ss_session *s, ssi_call *call, ssi_value *out);

/* --- draws that are vectors (numpy_random_vectors.c) --- */
/* The shape size + (d,): an int, or tuple(size). */
bool ssi_rows_shape(ss_session *s, ssi_value size, size_t d, ssi_shape *out);
bool ssi_is_slice_size(ss_session *s, ssi_value size);
size_t ssi_row_count(const ssi_shape *shape); /* without the last axis */
/* A vector of doubles in C order; deep nests are NumPy's ValueErrors. */
bool ssi_vector_argument(ss_session *s, ssi_value v, ssi_value *out);
/* The error of a check of pvals, read from what was written. */
bool ssi_raise_pvals(ss_session *s, ss_status status, ssi_value pvals,
                     const ss_array *p);
bool ssi_is_narrow_float(ssi_value v); /* an array of float32 or float16 */
/* check_valid: 0 warn, 1 raise, 2 ignore. */
bool ssi_check_valid_argument(ss_session *s, ssi_call *call, int *out);
bool ssi_check_gauss(ss_session *s, const ss_array *mean, const ss_array *cov);

#endif
