/* SPDX-License-Identifier: MIT
 * Scripts over torch.
 * The texts are what Python printed, with PyTorch 2.13.0.
 */
#include "script_run.h"

static void seeds_start_the_streams_of_torch(void **state)
{
    (void)state;
    expect("import torch\n"
           "torch.manual_seed(23)\n"
           "print(torch.rand(3), torch.initial_seed())\n"
           "g = torch.Generator().manual_seed(23)\n"
           "print(torch.rand(3, generator=g), torch.manual_seed(-1).init"
           "ial_seed(), torch.Generator().initial_seed())\n",
           SS_SCRIPT_FILE,
           "tensor([0.4283, 0.2889, 0.4224]) 23\n"
           "tensor([0.4283, 0.2889, 0.4224]) 18446744073709551615 672804"
           "21310721\n",
           NULL);
    expect("import torch\n"
           "torch.manual_seed('a')\n",
           SS_SCRIPT_FILE, "",
           "ValueError: invalid literal for int() with base 10: 'a'");
    expect("import torch\n"
           "torch.manual_seed(None)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: int() argument must be a string, a bytes-like obj"
           "ect or a real number, not 'NoneType'");
    expect("import torch\n"
           "torch.manual_seed(2**64)\n",
           SS_SCRIPT_FILE, "", "ValueError: Overflow when unpacking long long");
    expect("import torch\n"
           "torch.manual_seed([1])\n",
           SS_SCRIPT_FILE, "",
           "TypeError: int() argument must be a string, a bytes-like obj"
           "ect or a real number, not 'list'");
    expect("import torch\n"
           "torch.manual_seed()\n",
           SS_SCRIPT_FILE, "",
           "TypeError: manual_seed() missing 1 required positional argum"
           "ent: 'seed'");
    expect("import torch\n"
           "torch.Generator().manual_seed(1.5)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: manual_seed expected a long, but got float");
    expect("import torch\n"
           "torch.Generator().manual_seed(True)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: manual_seed expected a long, but got bool");
    expect("import torch\n"
           "torch.Generator().manual_seed(2**64)\n",
           SS_SCRIPT_FILE, "", "ValueError: Overflow when unpacking long long");
}

static void tensors_are_drawn(void **state)
{
    (void)state;
    expect("import torch\n"
           "torch.manual_seed(0)\n"
           "print(torch.rand(2, 3), torch.randn((2,)), torch.randn(20), "
           "torch.randint(0, 10, (4,)), torch.randperm(5))\n"
           "print(torch.normal(0., 1., (3,)), torch.normal(torch.zeros(2"
           "), torch.ones(2)), torch.rand(2, dtype=torch.float64), torch"
           ".empty(3).uniform_(1, 2), torch.zeros(2).normal_(), torch.ze"
           "ros(3).random_(9))\n",
           SS_SCRIPT_FILE,
           "tensor([[0.4963, 0.7682, 0.0885],\n"
           "        [0.1320, 0.3074, 0.6341]]) tensor([ 1.2645, -0.6874]"
           ") tensor([ 0.4913, -0.2041, -0.0885,  0.5239, -0.1435, -0.11"
           "16, -0.6136,  0.0316,\n"
           "        -0.4927,  0.2484,  0.4397,  0.1124, -0.8411, -2.3160"
           ", -0.1023,  0.7924,\n"
           "        -0.2897,  0.0525,  0.5229,  2.3022]) tensor([3, 5, 2"
           ", 1]) tensor([0, 2, 4, 1, 3])\n"
           "tensor([-0.6859, -1.5051,  0.2550]) tensor([ 1.8042, -0.4502"
           "]) tensor([0.1527, 0.4815], dtype=torch.float64) tensor([1.1"
           "147, 1.3168, 1.6965]) tensor([-0.4830, -0.4820]) tensor([4.,"
           " 1., 8.])\n",
           NULL);
}

static void wrong_calls_raise_what_torch_raises(void **state)
{
    (void)state;
    expect("import torch\n"
           "torch.rand()\n",
           SS_SCRIPT_FILE, "",
           "TypeError: rand() received an invalid combination of argumen"
           "ts - got (), but expected one of:");
    expect("import torch\n"
           "torch.rand(-1)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: Trying to create tensor with negative dimensio"
           "n -1: [-1]");
    expect("import torch\n"
           "torch.rand(2.0)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: rand(): argument 'size' (position 1) must be tupl"
           "e of ints, not float");
    expect("import torch\n"
           "torch.rand(2, 2.0)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: rand(): argument 'size' failed to unpack the obje"
           "ct at pos 2 with error \"type must be tuple of ints,but got "
           "float\"");
    expect("import torch\n"
           "torch.rand('a')\n",
           SS_SCRIPT_FILE, "",
           "TypeError: rand(): argument 'size' (position 1) must be tupl"
           "e of ints, not str");
    expect("import torch\n"
           "torch.rand(size=2)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: rand(): argument 'size' must be tuple of ints, no"
           "t int");
    expect("import torch\n"
           "torch.rand(2, foo=1)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: rand() received an invalid combination of argumen"
           "ts - got (int, foo=int), but expected one of:");
    expect("import torch\n"
           "torch.rand(2, dtype=torch.int64)\n",
           SS_SCRIPT_FILE, "",
           "NotImplementedError: \"check_uniform_bounds\" not implemente"
           "d for 'Long'");
    expect("import torch\n"
           "torch.rand(10**12)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: [enforce fail at alloc_cpu.cpp:127] err == 0. "
           "DefaultCPUAllocator: can't allocate memory: you tried to all"
           "ocate 4000000000000 bytes. Error code 12 (Cannot allocate me"
           "mory)");
    expect("import torch\n"
           "torch.rand(10**12, 10**12)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: Storage size calculation overflowed with sizes"
           "=[1000000000000, 1000000000000]");
    expect("import torch\n"
           "torch.randint(5)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: randint() received an invalid combination of argu"
           "ments - got (int), but expected one of:");
    expect("import torch\n"
           "torch.randint(5, 5, (2,))\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: random_ expects 'from' to be less than 'to', b"
           "ut got from=5 >= to=5");
    expect("import torch\n"
           "torch.randint(0, 500, (2,), dtype=torch.uint8)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: to - 1 is out of bounds for unsigned char");
    expect("import torch\n"
           "torch.randperm(-1)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: Trying to create tensor with negative dimensio"
           "n -1: [-1]");
    expect("import torch\n"
           "torch.randperm(2.5)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: randperm(): argument 'n' (position 1) must be int"
           ", not float");
    expect("import torch\n"
           "torch.normal(0., -1., (2,))\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: normal expects std >= 0.0, but found std -1");
    expect("import torch\n"
           "torch.normal(torch.zeros(2), torch.ones(3))\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: The size of tensor a (2) must match the size o"
           "f tensor b (3) at non-singleton dimension 0");
    expect("import torch\n"
           "torch.zeros()\n",
           SS_SCRIPT_FILE, "",
           "TypeError: zeros() missing 1 required positional arguments: "
           "\"size\"");
    expect("import torch\n"
           "torch.zeros(2, foo=1)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: zeros() got an unexpected keyword argument 'foo'");
    expect("import torch\n"
           "torch.full(2, 5)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: full(): argument 'size' (position 1) must be tupl"
           "e of ints, not int");
    expect("import torch\n"
           "torch.arange(5, 0)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: upper bound and lower bound inconsistent with "
           "step sign");
    expect("import torch\n"
           "torch.tensor([[1, 2], [3]])\n",
           SS_SCRIPT_FILE, "",
           "ValueError: expected sequence of length 2 at dim 1 (got 1)");
    expect("import torch\n"
           "torch.tensor('a')\n",
           SS_SCRIPT_FILE, "", "TypeError: new(): invalid data type 'str'");
    expect("import torch\n"
           "torch.set_rng_state(5)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: expected a torch.ByteTensor, but got int");
    expect("import torch\n"
           "torch.set_rng_state(torch.zeros(5, dtype=torch.uint8))\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: Expected a CPUGeneratorImplState of size 5056 "
           "but found the input RNG state size to be 5");
    expect("import torch\n"
           "torch.rand(3).item()\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: a Tensor with 3 elements cannot be converted t"
           "o Scalar");
    expect("import torch\n"
           "torch.rand(3)[5]\n",
           SS_SCRIPT_FILE, "",
           "IndexError: index 5 is out of bounds for dimension 0 with si"
           "ze 3");
    expect("import torch\n"
           "torch.rand(3).uniform_(2, 1)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: uniform_ expects to return a [from, to) range,"
           " but found from=2 > to=1");
    expect("import torch\n"
           "torch.rand(3).normal_(0, -2)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: normal expects std >= 0.0, but found std -2");
    expect("import torch\n"
           "torch.set_default_dtype(5)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: invalid dtype object: only floating-point types a"
           "re supported as the default type");
}

static void states_are_taken_and_given_back(void **state)
{
    (void)state;
    expect("import torch\n"
           "torch.manual_seed(1)\n"
           "torch.randn(1)\n"
           "s = torch.get_rng_state()\n"
           "a = torch.randn(3)\n"
           "torch.set_rng_state(s)\n"
           "print(a, torch.randn(3), s.shape, s.dtype)\n",
           SS_SCRIPT_FILE,
           "tensor([0.2669, 0.0617, 0.6213]) tensor([0.2669, 0.0617, 0.6"
           "213]) torch.Size([5056]) torch.uint8\n",
           NULL);
}

static void tensors_are_looked_at(void **state)
{
    (void)state;
    expect("import torch\n"
           "torch.manual_seed(0)\n"
           "x = torch.rand(2, 3)\n"
           "print(x.shape, x.dtype, x.size(0), x.dim(), x.numel(), x.tol"
           "ist(), x[0], x[1, 2], x.numpy(), len(x), x.t(), list(torch.S"
           "ize([2, 3])), x.device, torch.float64, torch.tensor([1, 2.5]"
           "), torch.arange(3), torch.full((2,), 7))\n",
           SS_SCRIPT_FILE,
           "torch.Size([2, 3]) torch.float32 2 2 6 [[0.49625658988952637"
           ", 0.7682217955589294, 0.08847743272781372], [0.1320304870605"
           "4688, 0.30742281675338745, 0.6340786814689636]] tensor([0.49"
           "63, 0.7682, 0.0885]) tensor(0.6341) [[0.4962566  0.7682218  "
           "0.08847743]\n"
           " [0.13203049 0.30742282 0.6340787 ]] 2 tensor([[0.4963, 0.13"
           "20],\n"
           "        [0.7682, 0.3074],\n"
           "        [0.0885, 0.6341]]) [2, 3] cpu torch.float64 tensor(["
           "1.0000, 2.5000]) tensor([0, 1, 2]) tensor([7, 7])\n",
           NULL);
}

static void print_options_are_kept(void **state)
{
    (void)state;
    expect("import torch\n"
           "torch.manual_seed(0)\n"
           "torch.set_printoptions(precision=1)\n"
           "print(torch.rand(3))\n"
           "torch.set_printoptions(sci_mode=True)\n"
           "print(torch.rand(3))\n"
           "torch.set_printoptions(profile='default')\n"
           "print(torch.rand(3))\n",
           SS_SCRIPT_FILE,
           "tensor([0.5, 0.8, 0.1])\n"
           "tensor([1.3e-01, 3.1e-01, 6.3e-01])\n"
           "tensor([0.4901, 0.8964, 0.4556])\n",
           NULL);
    expect("import torch\n"
           "torch.set_printoptions(foo=1)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: set_printoptions() got an unexpected keyword argu"
           "ment 'foo'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seeds_start_the_streams_of_torch),
        cmocka_unit_test(tensors_are_drawn),
        cmocka_unit_test(wrong_calls_raise_what_torch_raises),
        cmocka_unit_test(states_are_taken_and_given_back),
        cmocka_unit_test(tensors_are_looked_at),
        cmocka_unit_test(print_options_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
