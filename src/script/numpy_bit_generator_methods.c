/* SPDX-License-Identifier: MIT
 * The methods of NumPy's bit generators: random_raw, spawn, jumped, advance.
 * Learned from: NumPy 2.4.6 (bit_generator.pyx and one file each) by
 * experiment.
 */
#include <string.h>

#include "script/numpy_generator.h"
#include "script/numpy_random.h"

static bool spawn(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_bitgen_spawn(s, call->self, call->args[0], out);
}

/* np.asarray(size).sum(), as an index. */
static bool sum_of(ss_session *s, ssi_value size, int64_t *out)
{
    ssi_value array;
    ssi_walk walk;
    ssi_number x;
    uint64_t sum = 0;
    if (!ssi_asarray(s, size, NULL, &array))
        return false;
    const ss_array *a = ssi_array_of(array);
    bool whole = ssi_dtype_is_integer(a->dtype) || a->dtype == SS_BOOL;
    if (!whole)
        ssi_dtype_is_text(a->dtype)
            ? ssi_unsupported(s, "a size of text with output=False")
            : ssi_raise(s, "TypeError",
                        "'numpy.%s' object cannot be interpreted as an "
                        "integer",
                        ssi_dtype_is_complex(a->dtype) ? "complex128"
                                                       : "float64");
    ssi_walk_start(&walk, a);
    for (size_t i = 0, n = whole ? ss_array_size(a) : 0; i < n; i++) {
        ssi_number_load(a->dtype, walk.item, &x);
        sum += x.kind == 'i' ? (uint64_t)x.i : x.u;
        ssi_walk_next(&walk);
    }
    ssi_release(s, array);
    *out = (int64_t)sum;
    return whole;
}

/* random_raw(size, output=False): words thrown away. */
static bool skip_raw(ss_session *s, ss_bitgen *bitgen, ssi_value size)
{
    int64_t n = 1;
    if (size.tag != SSI_NONE && !sum_of(s, size, &n))
        return false;
    for (int64_t i = 0; i < n; i++)
        ss_bitgen_next_raw(bitgen);
    return true;
}

static bool random_raw(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_bitgen *bitgen = ssi_bitgen_of(call->self);
    ssi_value size = call->given[0] ? call->args[0] : ssi_none();
    bool output = true;
    ssi_shape shape;
    if (call->given[1] && !ssi_truth(s, call->args[1], &output))
        return false;
    *out = ssi_none();
    if (!output)
        return skip_raw(s, bitgen, size);
    if (!ssi_size_argument(s, size, 8, &shape))
        return false;
    if (shape.none)
        return ssi_new_uint64(s, ss_bitgen_next_raw(bitgen), out);
    if (!ssi_new_ndarray(s, SS_UINT64, &shape, out))
        return false;
    uint64_t *words = ssi_array_of(*out)->data;
    for (size_t i = 0, n = ss_array_size(ssi_array_of(*out)); i < n; i++)
        words[i] = ss_bitgen_next_raw(bitgen);
    return true;
}

/* The error of v & (2**n - 1) for a v that is no int of Python's own: NumPy
 * cannot hold the other side. */
static bool no_and(ss_session *s, ssi_value v, const char *operator)
{
    bool array = ssi_is(v, &ssi_type_ndarray);
    if (array || ssi_is(v, &ssi_type_numpy_scalar)) {
        ss_dtype dtype = array ? ssi_array_of(v)->dtype
                               : ((ssi_scalar_object *)v.u.o)->dtype;
        if (ssi_dtype_is_integer(dtype) || dtype == SS_BOOL)
            return ssi_raise(s, "OverflowError",
                             "Python int too large to convert to C long");
        if (!ssi_dtype_is_text(dtype))
            return ssi_raise(s, "TypeError",
                             "ufunc 'bitwise_and' not supported for the input "
                             "types, and the inputs could not be safely "
                             "coerced to any supported types according to the "
                             "casting rule ''safe''");
    }
    if (ssi_is_array(v) || ssi_is(v, &ssi_type_numpy_scalar))
        return ssi_unsupported(s, "a %s as a distance", ssi_type_name(v));
    return ssi_raise(
        s, "TypeError",
        "unsupported operand type(s) for %s: '%s' and 'int'", operator,
        ssi_type_name(v));
}

static bool advance(ss_session *s, ssi_call *call, ssi_value *out)
{
    uint64_t delta[4];
    ss_status status;
    if (!ssi_is_pyint(call->args[0]))
        return no_and(s, call->args[0], "&");
    if (!ssi_long_words(s, call->args[0], delta, 4))
        return false;
    status = ss_bitgen_advance(ssi_bitgen_of(call->self), delta);
    *out = ssi_retain(call->self);
    return status == SS_OK || ssi_raise_status(s, status);
}

/* Philox: jumps * 2**128. */
static bool philox_jumps(ss_session *s, ssi_value v, uint64_t words[2])
{
    double real, imag;
    if (ssi_is_pyint(v))
        return ssi_long_words(s, v, words, 2);
    if (ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes)
        || ssi_is(v, &ssi_type_list) || ssi_is(v, &ssi_type_tuple))
        return ssi_raise(s, "OverflowError",
                         "cannot fit 'int' into an index-sized integer");
    return no_and(
        s, v,
        v.tag == SSI_FLOAT || ssi_complex_parts(v, &real, &imag) ? "&" : "*");
}

static bool jumps_of(ss_session *s, ss_bitgen_kind kind, ssi_value v,
                     uint64_t words[2])
{
    ssi_value python, whole;
    int64_t jumps = 0;
    if (kind == SS_BITGEN_PHILOX)
        return philox_jumps(s, v, words);
    if (kind == SS_BITGEN_MT19937) {
        if (!ssi_c_integer(s, v, "npy_intp", INT64_MIN, INT64_MAX, &jumps))
            return false;
        words[0] = (uint64_t)jumps;
        words[1] = jumps < 0 ? UINT64_MAX : 0;
        return true;
    }
    if (!ssi_python_value(s, v, &python))
        return false;
    bool ok = ssi_int_of(s, python, v, &whole);
    ssi_release(s, python);
    if (!ok)
        return false;
    ok = ssi_long_words(s, whole, words, 2);
    ssi_release(s, whole);
    return ok;
}

/* The new object has a seed sequence of its own, as in NumPy. */
static bool jumped(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ss_bitgen *from = ssi_bitgen_of(call->self);
    ssi_value jumps = call->given[0] ? call->args[0] : ssi_int(1);
    uint64_t words[2];
    ssi_bitgen_object *o;
    ss_status status;
    if (!jumps_of(s, from->kind, jumps, words)
        || !ssi_seed_bitgen(s, from->kind, ssi_none(), out))
        return false;
    o = (ssi_bitgen_object *)out->u.o;
    o->state = *from;
    status = ss_numpy_release_jump(s->options.profile.numpy, &o->state, words);
    if (status == SS_OK)
        return true;
    ssi_release(s, *out);
    return ssi_raise_status(s, status);
}

/* _benchmark(cnt, method): cnt draws thrown away. */
static bool benchmark(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_bitgen *bitgen = ssi_bitgen_of(call->self);
    const char *method = "uint64";
    int64_t count;
    if (!ssi_to_int64(s, call->args[0], &count)
        || (call->given[1] && !ssi_to_str(s, call->args[1], &method)))
        return false;
    *out = ssi_none();
    if (strcmp(method, "uint64") != 0 && strcmp(method, "double") != 0)
        return ssi_unsupported(s, "_benchmark() of a method other than "
                                  "'uint64' and 'double'");
    for (int64_t i = 0; i < count; i++) /* a double is one uint64 too */
        ss_bitgen_next_u64(bitgen);
    return true;
}

/* _legacy_seeding(seed) of MT19937: what RandomState.seed() does. */
static bool legacy_seeding(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_bitgen_object *o = (ssi_bitgen_object *)call->self.u.o;
    ss_numpy_randomstate state;
    ss_numpy_randomstate_seed(&state, 0);
    state.bitgen = *ssi_bitgen_of(call->self);
    if (!ssi_numpy_seed(s, &state, call->args[0]))
        return false;
    *ssi_bitgen_of(call->self) = state.bitgen;
    ssi_release(s, o->seed_seq);
    o->seed_seq = ssi_none();
    *out = ssi_none();
    return true;
}

#define RAW_HELP                                                               \
    "The next word of the generator as an int, or an array of uint64 of the "  \
    "given size: 32 bits of MT19937, 64 of the others. With output=False the " \
    "words are thrown away."
#define SPAWN_HELP                                                             \
    "A list of n_children generators of the same kind, started from the "      \
    "children of the seed sequence. Nothing is drawn. TypeError: there is no " \
    "seed sequence."
#define JUMPED_HELP                                                            \
    "A new generator, as many jumps further: 2**128 draws each (PCG64 and "    \
    "PCG64DXSM: 0x9e3779b97f4a7c15f39cc0605cedc835). This one stays."
#define ADVANCE_HELP                                                           \
    "Go delta draws further (Philox: blocks of four), back for a negative "    \
    "one; forgets the waiting half word. Gives the generator itself."
#define BENCHMARK_HELP                                                         \
    "Draws cnt words of 64 bits, or cnt doubles, and throws them away: for "   \
    "timing in NumPy."
#define RANDOM_RAW                                                             \
    {                                                                          \
        "random_raw", "size=None, output=True", random_raw, RAW_HELP, 0,       \
            SSI_STYLE_CYTHON, NULL                                             \
    }
#define SPAWN                                                                  \
    {                                                                          \
        "spawn", "n_children", spawn, SPAWN_HELP, 0, SSI_STYLE_CYTHON, NULL    \
    }
#define JUMPED                                                                 \
    {                                                                          \
        "jumped", "jumps=1", jumped, JUMPED_HELP, 0, SSI_STYLE_CYTHON, NULL    \
    }
#define ADVANCE                                                                \
    {                                                                          \
        "advance", "delta", advance, ADVANCE_HELP, 0, SSI_STYLE_CYTHON, NULL   \
    }

#define BENCHMARK                                                              \
    {                                                                          \
        "_benchmark", "cnt, method='uint64'", benchmark, BENCHMARK_HELP, 0,    \
            SSI_STYLE_CYTHON, NULL                                             \
    }

const ssi_function ssi_bitgen_base_rows[] = {BENCHMARK, RANDOM_RAW, SPAWN, {0}};
const ssi_function ssi_bitgen_mt19937_rows[] = {
    BENCHMARK,
    {"_legacy_seeding", "seed", legacy_seeding,
     "Start as RandomState(seed) does; seed_seq is None afterwards.", 0,
     SSI_STYLE_CYTHON, NULL},
    JUMPED,
    RANDOM_RAW,
    SPAWN,
    {0}};
const ssi_function ssi_bitgen_advance_rows[] = {BENCHMARK,  ADVANCE, JUMPED,
                                                RANDOM_RAW, SPAWN,   {0}};
