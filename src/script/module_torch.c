/* SPDX-License-Identifier: MIT
 * The module torch: its random part and what is needed to see its draws.
 * Learned from: PyTorch 2.13.0 by experiment.
 */
#include <sameseed/version.h>

#include <string.h>

#include "script/files.h"
#include "script/torch_row_lists.h"

#define OPTIONS_HELP                                                           \
    " Keywords: dtype, device='cpu', generator for those that draw."
#define RAW "*args, **kwargs"

#define SEED_ROWS                                                              \
    {"manual_seed",                                                            \
     "seed",                                                                   \
     ssi_torch_manual_seed_call,                                               \
     "Start the default generator's stream and give the generator. seed is "   \
     "an int from -2**63 to 2**64 - 1, whose low 32 bits decide; other "       \
     "numbers are cut. ValueError: Overflow when unpacking long long.",        \
     0,                                                                        \
     SSI_STYLE_DEF,                                                            \
     NULL},                                                                    \
        {"seed",                                                               \
         "",                                                                   \
         ssi_torch_seed_call,                                                  \
         "Seed the default generator from the operating system, different at " \
         "each run; gives the seed.",                                          \
         0,                                                                    \
         SSI_STYLE_DEF,                                                        \
         NULL},                                                                \
        {"initial_seed",                                                       \
         "",                                                                   \
         ssi_torch_initial_seed,                                               \
         "The seed that the default generator's stream was started with.",     \
         0,                                                                    \
         SSI_STYLE_DEF,                                                        \
         NULL},                                                                \
        {"get_rng_state",                                                      \
         "",                                                                   \
         ssi_torch_get_rng_state,                                              \
         "The default generator's whole state, a uint8 tensor of 5056 bytes.", \
         0,                                                                    \
         SSI_STYLE_DEF,                                                        \
         NULL},                                                                \
    {                                                                          \
        "set_rng_state", "new_state", ssi_torch_set_rng_state,                 \
            "Continue from a state that get_rng_state gave. TypeError unless " \
            "it is "                                                           \
            "a ByteTensor, RuntimeError for another size or a state that is "  \
            "none.",                                                           \
            0, SSI_STYLE_DEF, NULL                                             \
    }

static const ssi_function functions[] = {
    SEED_ROWS,
    SSI_TORCH_SHARED_ROWS,
    SSI_TORCH_FUNCTION_ROWS,
    {"from_numpy", "ndarray, /", ssi_torch_call_from_numpy,
     "A tensor over an ndarray's memory.", 0, SSI_STYLE_O, NULL},
    {"rand", "*size, generator=None, dtype=None, device=None, **kwargs",
     ssi_torch_call_draw,
     "Uniform values in [0, 1) of the given sizes: rand(2, 3) or "
     "rand((2, 3)). float32 by default, one 32-bit word a value; two for "
     "float64." OPTIONS_HELP,
     SSI_DRAW_UNIFORM, SSI_STYLE_DEF, NULL},
    {"randn", "*size, generator=None, dtype=None, device=None, **kwargs",
     ssi_torch_call_draw,
     "Standard normal values of the given sizes. Below 16 values by pairs, "
     "four words each, whose second value is kept; from 16 on in blocks of "
     "16, a word a value, and 16 words more for a remainder." OPTIONS_HELP,
     SSI_DRAW_NORMAL, SSI_STYLE_DEF, NULL},
    {"randint", RAW, ssi_torch_call_randint,
     "randint(low=0, high, size): ints from low to high - 1, int64 by "
     "default. One 32-bit word a value, two for ranges from 2**28 on. "
     "RuntimeError: random_ expects 'from' to be less than 'to'." OPTIONS_HELP,
     0, SSI_STYLE_DEF, NULL},
    {"randperm", RAW, ssi_torch_call_randperm,
     "randperm(n): 0 to n - 1 shuffled, int64 by default; n - 1 "
     "words." OPTIONS_HELP,
     0, SSI_STYLE_DEF, NULL},
    {"normal", RAW, ssi_torch_call_normal,
     "normal(mean, std, size): mean + std * g with numbers, or normal(mean, "
     "std) where one or both are tensors. The draws of randn. RuntimeError "
     "for std < 0." OPTIONS_HELP,
     0, SSI_STYLE_DEF, NULL},
    {"rand_like", RAW, ssi_torch_call_draw_like,
     "rand_like(input): rand() of the sizes and dtype of a tensor, in the "
     "order of its memory." OPTIONS_HELP,
     SSI_DRAW_UNIFORM, SSI_STYLE_DEF, NULL},
    {"randn_like", RAW, ssi_torch_call_draw_like,
     "randn_like(input): randn() of the sizes and dtype of a tensor, in the "
     "order of its memory." OPTIONS_HELP,
     SSI_DRAW_NORMAL, SSI_STYLE_DEF, NULL},
    {"randint_like", RAW, ssi_torch_call_randint_like,
     "randint_like(input, low=0, high): randint() of the sizes and dtype of a "
     "tensor, in the order of its memory." OPTIONS_HELP,
     0, SSI_STYLE_DEF, NULL},
    {"bernoulli", RAW, ssi_torch_call_bernoulli,
     "bernoulli(input): 1 with the probability that each element of input "
     "says; one 32-bit word a value, two for float64. bernoulli(input, p): "
     "with probability p, two words a value. Keywords: generator, out.",
     0, SSI_STYLE_DEF, NULL},
    {"multinomial", RAW, ssi_torch_call_multinomial,
     "multinomial(input, num_samples, replacement=False): indices drawn by "
     "the weights of input, one or two axes. Without replacement or for one "
     "sample two words a weight, else two words a sample. Keyword: generator.",
     0, SSI_STYLE_DEF, NULL},
    {"poisson", RAW, ssi_torch_call_poisson,
     "poisson(input, generator=None): counts of the rates that input holds. "
     "No word for rate 0; below 10 two words for each step of a product, from "
     "10 on four for each try.",
     0, SSI_STYLE_DEF, NULL},
    {"binomial", RAW, ssi_torch_call_binomial,
     "binomial(count, prob, generator=None): successes of count tries, both "
     "float32 or both float64.",
     0, SSI_STYLE_DEF, NULL},
    {"zeros_like", RAW, ssi_torch_call_filled_like,
     "zeros_like(input): zeros of the sizes and dtype of a "
     "tensor." OPTIONS_HELP,
     0, SSI_STYLE_DEF, NULL},
    {"ones_like", RAW, ssi_torch_call_filled_like,
     "ones_like(input): ones of the sizes and dtype of a tensor." OPTIONS_HELP,
     1, SSI_STYLE_DEF, NULL},
    {"empty_like", RAW, ssi_torch_call_filled_like,
     "empty_like(input): a tensor of the sizes and dtype of another, to be "
     "filled in place." OPTIONS_HELP,
     0, SSI_STYLE_DEF, NULL},
    {"zeros", "*size, dtype=None, device=None, **kwargs", ssi_torch_call_filled,
     "A tensor of zeros of the given sizes. Draws nothing." OPTIONS_HELP, 0,
     SSI_STYLE_DEF, NULL},
    {"ones", "*size, dtype=None, device=None, **kwargs", ssi_torch_call_filled,
     "A tensor of ones of the given sizes. Draws nothing." OPTIONS_HELP, 1,
     SSI_STYLE_DEF, NULL},
    {"empty", "*size, dtype=None, device=None, **kwargs", ssi_torch_call_filled,
     "A tensor to be filled in place. What it holds before is not defined in "
     "PyTorch; here it is zeros. Draws nothing." OPTIONS_HELP,
     0, SSI_STYLE_DEF, NULL},
    {"full", RAW, ssi_torch_call_full,
     "full(size, fill_value): a tensor of one value, its dtype by the value "
     "unless given. Draws nothing." OPTIONS_HELP,
     0, SSI_STYLE_DEF, NULL},
    {"arange", RAW, ssi_torch_call_arange,
     "arange(start=0, end, step=1): int64, or the default dtype when one is a "
     "float. Draws nothing." OPTIONS_HELP,
     0, SSI_STYLE_DEF, NULL},
    {"tensor", RAW, ssi_torch_call_tensor,
     "A tensor of a number, nested lists or an array; floats give the default "
     "dtype. Draws nothing." OPTIONS_HELP,
     0, SSI_STYLE_DEF, NULL},
    {"set_printoptions",
     "precision=None, threshold=None, edgeitems=None, linewidth=None, "
     "profile=None, sci_mode=None",
     ssi_torch_set_printoptions,
     "How tensors are printed from now on. profile is 'default', 'short' or "
     "'full'; sci_mode True or False, and None again at each call without it.",
     0, SSI_STYLE_DEF, NULL},
    {"get_default_dtype", "", ssi_torch_get_default_dtype,
     "The dtype of floats: torch.float32 unless set otherwise.", 0, SSI_STYLE_O,
     "torch._C.get_default_dtype"},
    {"set_default_dtype", "d, /", ssi_torch_set_default_dtype,
     "Make a floating-point dtype the one of floats.", 0, SSI_STYLE_DEF, NULL},
    {"save",
     "obj, f, pickle_module=None, pickle_protocol=2, "
     "_use_new_zipfile_serialization=True",
     ssi_torch_save,
     "Write what the extension of the path says: '.safetensors' and '.npz' a "
     "dict of tensors, '.npy' a tensor. PyTorch pickles whatever the extension "
     "is; pickles ('.pt', '.pth', '.bin') are refused.",
     0, SSI_STYLE_DEF, NULL},
    {0},
};

static const ssi_function random_functions[] = {
    SEED_ROWS,
    {"fork_rng",
     "devices=None, enabled=True, _caller='fork_rng', _devices_kw='devices', "
     "device_type='cuda'",
     ssi_torch_fork_rng,
     "For a with statement: the default generator's state is given back when "
     "the block ends, unless enabled is false.",
     0, SSI_STYLE_DEF, NULL},
    {0},
};

static bool make_version(ss_session *s, ssi_value *out)
{
    return ssi_new_str(s, SAMESEED_TORCH_VERSION "+cpu",
                       strlen(SAMESEED_TORCH_VERSION "+cpu"), out);
}

#define DTYPE(id, dtype)                                                       \
    static bool make_##id(ss_session *s, ssi_value *out)                       \
    {                                                                          \
        return ssi_new_torch_dtype(s, dtype, out);                             \
    }
DTYPE(bool, SS_BOOL)
DTYPE(int8, SS_INT8)
DTYPE(uint8, SS_UINT8)
DTYPE(int16, SS_INT16)
DTYPE(uint16, SS_UINT16)
DTYPE(int32, SS_INT32)
DTYPE(uint32, SS_UINT32)
DTYPE(int64, SS_INT64)
DTYPE(uint64, SS_UINT64)
DTYPE(float16, SS_FLOAT16)
DTYPE(bfloat16, SS_BFLOAT16)
DTYPE(float32, SS_FLOAT32)
DTYPE(float64, SS_FLOAT64)
DTYPE(complex64, SS_COMPLEX64)
DTYPE(complex128, SS_COMPLEX128)

static const ssi_module_constant constants[] = {
    {"__version__", make_version},
    {"default_generator", ssi_torch_default_generator},
    {"Generator", ssi_torch_generator_class},
    {"no_grad", ssi_torch_no_grad_class},
    {"Size", ssi_torch_size_class},
    {"device", ssi_torch_device_class},
    {"Tensor", ssi_torch_tensor_class},
    {"bool", make_bool},
    {"int8", make_int8},
    {"uint8", make_uint8},
    {"int16", make_int16},
    {"short", make_int16},
    {"uint16", make_uint16},
    {"int32", make_int32},
    {"int", make_int32},
    {"uint32", make_uint32},
    {"int64", make_int64},
    {"long", make_int64},
    {"uint64", make_uint64},
    {"float16", make_float16},
    {"half", make_float16},
    {"bfloat16", make_bfloat16},
    {"float32", make_float32},
    {"float", make_float32},
    {"float64", make_float64},
    {"double", make_float64},
    {"complex64", make_complex64},
    {"cfloat", make_complex64},
    {"complex128", make_complex128},
    {"cdouble", make_complex128},
    {0},
};

static const ssi_module_constant random_constants[] = {
    {"default_generator", ssi_torch_default_generator},
    {"Generator", ssi_torch_generator_class},
    {0},
};

static const ssi_module module_random = {
    .name = "torch.random",
    .functions = random_functions,
    .constants = random_constants,
    .last_name = "random",
};

static const ssi_module *const modules[] = {
    &module_random, &ssi_module_torch_nn, &ssi_module_torch_utils,
    &ssi_module_torch_distributions, NULL};

const ssi_module ssi_module_torch = {
    .name = "torch",
    .functions = functions,
    .constants = constants,
    .modules = modules,
    .last_name = "torch",
};
