/* SPDX-License-Identifier: MIT
 * torch in scripts, the rest of its draws: what PyTorch 2.13.0 prints.
 */
#include "script_run.h"

static void generators_are_forked_and_cloned(void **state)
{
    (void)state;
    expect("import torch\n"
           "torch.manual_seed(1)\n"
           "with torch.random.fork_rng():\n"
           "    print(torch.rand(2))\n"
           "print(torch.rand(2))\n"
           "with torch.random.fork_rng(enabled=False):\n"
           "    print(torch.rand(1))\n"
           "print(torch.rand(1))\n",
           SS_SCRIPT_FILE,
           "tensor([0.7576, 0.2793])\n"
           "tensor([0.7576, 0.2793])\n"
           "tensor([0.4031])\n"
           "tensor([0.7347])\n",
           NULL);
    expect("import torch\n"
           "g = torch.Generator().manual_seed(5)\n"
           "h = g.clone_state()\n"
           "print(torch.rand(2, generator=g), torch.rand(2, generator=h)"
           ")\n",
           SS_SCRIPT_FILE,
           "tensor([0.8303, 0.1261]) tensor([0.8303, 0.1261])\n", NULL);
    expect("import torch\n"
           "torch.Generator().get_offset()\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: CPU Generator does not use offset");
}

static void tensors_are_filled_in_place(void **state)
{
    (void)state;
    expect("import torch\n"
           "torch.manual_seed(2)\n"
           "x = torch.zeros(3)\n"
           "print(x.exponential_(), x.geometric_(0.4), x.cauchy_(1, 2))"
           "\n"
           "print(x.log_normal_(0, 0.5), x.bernoulli_(), x)\n"
           "print(torch.zeros(3, dtype=torch.int64).random_(5, None))\n"
           "print(torch.zeros(2, 3).t().uniform_(), torch.rand_like(x))"
           "\n",
           SS_SCRIPT_FILE,
           "tensor([-4.0326, -0.7976,  2.3849]) tensor([-4.0326, -0.7976"
           ",  2.3849]) tensor([-4.0326, -0.7976,  2.3849])\n"
           "tensor([0., 0., 1.]) tensor([0., 0., 1.]) tensor([0., 0., 1."
           "])\n"
           "tensor([6529691601962548779, 9117060508422591361, 6392931135"
           "773400397])\n"
           "tensor([[0.3892, 0.0367],\n"
           "        [0.2259, 0.7133],\n"
           "        [0.3430, 0.6944]]) tensor([0.5993, 0.7455, 0.7119])"
           "\n",
           NULL);
    expect("import torch\n"
           "torch.zeros(3).exponential_(-1.5)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: exponential_ expects lambda > 0.0, but found l"
           "ambda=-1.5");
    expect("import torch\n"
           "torch.zeros(3).bernoulli_(1.5)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: bernoulli_ expects p to be in [0, 1], but got "
           "p=1.5");
    expect("import torch\n"
           "torch.zeros(2, dtype=torch.int32).log_normal_()\n",
           SS_SCRIPT_FILE, "",
           "NotImplementedError: \"log_normal_cpu\" not implemented for "
           "'Int'");
}

static void parameters_are_tensors(void **state)
{
    (void)state;
    expect("import torch\n"
           "torch.manual_seed(3)\n"
           "p = torch.tensor([0.1, 0.5, 0.9])\n"
           "print(torch.bernoulli(p), torch.multinomial(p, 2))\n"
           "print(torch.multinomial(p, 5, True), torch.poisson(p))\n",
           SS_SCRIPT_FILE,
           "tensor([1., 1., 1.]) tensor([1, 0])\n"
           "tensor([1, 1, 1, 2, 2]) tensor([1., 0., 1.])\n",
           NULL);
    expect("import torch\n"
           "torch.manual_seed(4)\n"
           "print(torch.binomial(torch.full((4,), 20.), torch.tensor(0.3"
           ")))\n",
           SS_SCRIPT_FILE, "tensor([7., 5., 6., 6.])\n", NULL);
    expect("import torch\n"
           "torch.multinomial(torch.zeros(3), 1)\n",
           SS_SCRIPT_FILE, "",
           "RuntimeError: invalid multinomial distribution (sum of proba"
           "bilities <= 0)");
}

static void features_are_dropped(void **state)
{
    (void)state;
    expect("import torch\n"
           "import torch.nn.functional as F\n"
           "torch.manual_seed(5)\n"
           "x = torch.ones(2, 3)\n"
           "print(F.dropout(x), F.alpha_dropout(x, 0.3, True))\n"
           "print(F.dropout1d(x), F.feature_alpha_dropout(x, training=Tr"
           "ue))\n"
           "print(F.rrelu(torch.tensor([-1., 2.]), training=True))\n"
           "F.dropout(x, 0.5, True, True)\n"
           "print(x)\n",
           SS_SCRIPT_FILE,
           "tensor([[0., 2., 2.],\n"
           "        [2., 2., 0.]]) tensor([[ 1.3150, -1.0595, -1.0595],"
           "\n"
           "        [ 1.3150,  1.3150,  1.3150]])\n"
           "tensor([[0., 0., 0.],\n"
           "        [2., 2., 2.]]) tensor([[ 1.6656,  1.6656,  1.6656],"
           "\n"
           "        [ 1.6656, -0.7792, -0.7792]])\n"
           "tensor([-0.2615,  2.0000])\n"
           "tensor([[2., 2., 2.],\n"
           "        [0., 2., 2.]])\n",
           NULL);
    expect("import torch\n"
           "torch.nn.functional.dropout(torch.ones(2), 1.5)\n",
           SS_SCRIPT_FILE, "",
           "ValueError: dropout probability has to be between 0 and 1, b"
           "ut got 1.5");
}

static void weights_are_initialized(void **state)
{
    (void)state;
    expect("import torch\n"
           "from torch.nn import init\n"
           "torch.manual_seed(6)\n"
           "w = torch.empty(3, 4)\n"
           "print(init.xavier_uniform_(w), init.kaiming_normal_(w, mode="
           "'fan_out'))\n"
           "print(init.trunc_normal_(w, std=0.5), init.sparse_(w, 0.4))"
           "\n"
           "print(init.eye_(w), init.constant_(w, 2.5), init.calculate_g"
           "ain('tanh'))\n",
           SS_SCRIPT_FILE,
           "tensor([[ 1.1886,  0.5228,  1.5804, -0.9309],\n"
           "        [-0.1352,  0.3200,  0.8938, -0.3632],\n"
           "        [-0.8738, -2.0993,  0.5421,  0.2534]]) tensor([[ 1.1"
           "886,  0.5228,  1.5804, -0.9309],\n"
           "        [-0.1352,  0.3200,  0.8938, -0.3632],\n"
           "        [-0.8738, -2.0993,  0.5421,  0.2534]])\n"
           "tensor([[ 0.0000,  0.0000,  0.0000,  0.0000],\n"
           "        [ 0.0000,  0.0000, -0.0042, -0.0111],\n"
           "        [-0.0073,  0.0028,  0.0000,  0.0000]]) tensor([[ 0.0"
           "000,  0.0000,  0.0000,  0.0000],\n"
           "        [ 0.0000,  0.0000, -0.0042, -0.0111],\n"
           "        [-0.0073,  0.0028,  0.0000,  0.0000]])\n"
           "tensor([[2.5000, 2.5000, 2.5000, 2.5000],\n"
           "        [2.5000, 2.5000, 2.5000, 2.5000],\n"
           "        [2.5000, 2.5000, 2.5000, 2.5000]]) tensor([[2.5000, "
           "2.5000, 2.5000, 2.5000],\n"
           "        [2.5000, 2.5000, 2.5000, 2.5000],\n"
           "        [2.5000, 2.5000, 2.5000, 2.5000]]) 1.666666666666666"
           "7\n",
           NULL);
    expect("import torch\n"
           "torch.nn.init.xavier_normal_(torch.ones(3))\n",
           SS_SCRIPT_FILE, "",
           "ValueError: Fan in and fan out can not be computed for tenso"
           "r with fewer than 2 dimensions");
}

static void data_is_shuffled(void **state)
{
    (void)state;
    expect("import torch\n"
           "from torch.utils.data import DataLoader, RandomSampler, rand"
           "om_split\n"
           "torch.manual_seed(7)\n"
           "print(list(RandomSampler(range(6))))\n"
           "loader = DataLoader(range(5), batch_size=2, shuffle=True)\n"
           "for epoch in range(2):\n"
           "    print(list(loader), torch.rand(1))\n"
           "for part in random_split(range(6), [4, 2]):\n"
           "    print(part.indices)\n",
           SS_SCRIPT_FILE,
           "[1, 0, 3, 2, 4, 5]\n"
           "[tensor([1, 2]), tensor([3, 0]), tensor([4])] tensor([0.2071"
           "])\n"
           "[tensor([1, 2]), tensor([3, 4]), tensor([0])] tensor([0.5509"
           "])\n"
           "[2, 3, 4, 0]\n"
           "[1, 5]\n",
           NULL);
    expect("import torch\n"
           "torch.utils.data.random_split(range(6), [1])\n",
           SS_SCRIPT_FILE, "", NULL);
}

static void distributions_are_sampled(void **state)
{
    (void)state;
    expect("import torch\n"
           "from torch.distributions import Normal, Gamma, Uniform\n"
           "torch.manual_seed(8)\n"
           "d = Normal(0., torch.tensor([1., 10.]))\n"
           "print(d, d.sample((2,)), Uniform(1, 3).sample(), Gamma(2., 0"
           ".5).sample((3,)))\n",
           SS_SCRIPT_FILE,
           "Normal(loc: torch.Size([2]), scale: torch.Size([2])) tensor("
           "[[  0.2713, -12.7292],\n"
           "        [  0.5027,   4.1808]]) tensor(2.1569) tensor([6.9297"
           ", 2.9058, 6.2230])\n",
           NULL);
    expect("import torch\n"
           "torch.distributions.Normal(0, -1)\n",
           SS_SCRIPT_FILE, "",
           "ValueError: Expected parameter scale (Tensor of shape ()) of"
           " distribution Normal(loc: 0.0, scale: -1.0) to satisfy the c"
           "onstraint GreaterThan(lower_bound=0.0), but found invalid va"
           "lues:");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(generators_are_forked_and_cloned),
        cmocka_unit_test(tensors_are_filled_in_place),
        cmocka_unit_test(parameters_are_tensors),
        cmocka_unit_test(features_are_dropped),
        cmocka_unit_test(weights_are_initialized),
        cmocka_unit_test(data_is_shuffled),
        cmocka_unit_test(distributions_are_sampled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
