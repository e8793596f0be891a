/* SPDX-License-Identifier: MIT
 * What the files of np.random share: the rows of its table.
 */
#ifndef SSI_SCRIPT_NUMPY_RANDOM_H
#define SSI_SCRIPT_NUMPY_RANDOM_H

#include "script/ndarray.h"

/* A RandomState object's state. */
ss_numpy_randomstate *ssi_randomstate_of(ssi_value v);
/* The largest lam of poisson(), as NumPy computes it. */
#define SSI_POISSON_LAM_MAX 9.223372006484771e+18

/* The state a call draws from: its RandomState's, or the session's. */
ss_numpy_randomstate *ssi_numpy_random_of(ss_session *s, ssi_call *call);
/* Seed from a Python value: int, array of ints, None. */
bool ssi_numpy_seed(ss_session *s, ss_numpy_randomstate *rs, ssi_value seed);
bool ssi_new_randomstate(ss_session *s, ssi_value *out);
/* RandomState(bit generator); the bit generator object of a RandomState. */
bool ssi_randomstate_over(ss_session *s, ssi_value bitgen, ssi_value *out);
bool ssi_randomstate_bitgen(ss_session *s, ssi_value rs, ssi_value *out);
void ssi_randomstate_give_back(ssi_object *rs);
/* The state of np.random, taken back from where it was lent to; and another
 * one in its place. */
ss_numpy_randomstate *ssi_session_randomstate(ss_session *s);
void ssi_session_put_randomstate(ss_session *s, const ss_numpy_randomstate *rs);
/* np.random's RandomState as an object, mtrand._rand. */
bool ssi_numpy_rand_object(ss_session *s, ssi_value *out);
/* np.random.seed() after set_bit_generator() of another kind. */
bool ssi_numpy_reseed_other(ss_session *s, ssi_value seed);
/* seed() was called: a bit generator has no seed sequence any more. */
void ssi_randomstate_reseeded(ss_session *s, ssi_call *call);
/* np.prod(size) of a call that computes it: None and text in it are errors. */
bool ssi_no_text_size(ss_session *s, ssi_value size);
bool ssi_can_multiply_size(ss_session *s, ssi_value size);
/* A parameter as an array of float64 (type 'd') or int64 ('i'). */
bool ssi_number_parameter(ss_session *s, ssi_value v, char type,
                          ssi_value *out);
/* np.prod(size); size None counts as 1. The lenient one stops at what cannot
 * be multiplied. */
void ssi_lenient_product(ssi_value size, int64_t *out);
bool ssi_size_product(ss_session *s, ssi_value size, int64_t *out);
bool ssi_randomstate_class(ss_session *s, ssi_value *out);

/* Rows of the module numpy.random and of RandomState, ended by {0}. */
extern const ssi_function ssi_numpy_random_functions[],
    ssi_randomstate_methods[];

/* "operands could not be broadcast together with shapes (2,) (3,) " */
bool ssi_raise_operands(ss_session *s, const ss_array *x, const ss_array *y);
/* "Output size (3,) is not compatible with broadcast dimensions of ..." */
bool ssi_raise_output(ss_session *s, const ss_array *out, uint32_t ndim,
                      const size_t *shape);

bool ssi_numpy_get_bit_generator(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_set_bit_generator(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_seed_call(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_get_state(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_set_state(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_rand(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_method_call(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_randint(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_random_integers(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_random_bytes(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_shuffle_call(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_permutation(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_choice(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_multinomial(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_dirichlet(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_multivariate_normal(ss_session *s, ssi_call *call,
                                   ssi_value *out);

#endif
