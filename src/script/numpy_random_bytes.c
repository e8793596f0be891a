/* SPDX-License-Identifier: MIT
 * bytes() of np.random and of Generator.
 * Learned from: NumPy 2.4.6 (mtrand.pyx) by experiment.
 */
#include "numpy/generator_bitgen.h"
#include "script/numpy_bound.h"
#include "script/numpy_generator.h"
#include "script/numpy_random.h"

static bool random_bytes(ss_session *s, ssi_call *call, ss_bitgen *bitgen,
                         ssi_value *out)
{
    int64_t length = 0, words;
    ssi_shape shape = {.ndim = 1};
    ssi_value buffer, count;
    if (!ssi_c_integer(s, call->args[0], "npy_intp", INT64_MIN, INT64_MAX,
                       &length))
        return false;
    words = length == INT64_MIN ? INT64_MIN / 4 : (length - 1) / 4 + 1;
    count = ssi_int(words);
    if (!ssi_dims_argument(s, &count, 1, 4, &shape)
        || !ssi_new_ndarray(s, SS_UINT32, &shape, &buffer))
        return false;
    unsigned char *bytes = ssi_array_of(buffer)->data;
    if (words)
        ssi_generator_bytes(bitgen, bytes,
                            length > 0 ? (size_t)length : 4 * (size_t)words);
    if (length < 0) /* NumPy's slice [:length] */
        length = 4 * words + length < 0 ? 0 : 4 * words + length;
    bool ok = ssi_new_bytes(s, bytes, (size_t)length, out);
    ssi_release(s, buffer);
    return ok;
}

bool ssi_numpy_random_bytes(ss_session *s, ssi_call *call, ssi_value *out)
{
    return random_bytes(s, call, &ssi_numpy_random_of(s, call)->bitgen, out);
}

bool ssi_generator_random_bytes(ss_session *s, ssi_call *call, ssi_value *out)
{
    return random_bytes(s, call, &ssi_generator_of(call)->bitgen, out);
}
