/* SPDX-License-Identifier: MIT
 * Scripts over numpy.random.
 * The texts are what Python printed, with NumPy 2.4.6.
 */
#include "script_run.h"

static void seeds_start_the_streams_of_numpy(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "np.random.seed(23)\n"
           "print(np.random.rand(3))\n",
           SS_SCRIPT_FILE, "[0.51729788 0.9469626  0.76545976]\n", NULL);
    expect("import numpy as np\n"
           "np.random.seed([1, 2])\n"
           "print(np.random.rand())\n",
           SS_SCRIPT_FILE, "0.5845141492495678\n", NULL);
    expect("import numpy as np\n"
           "np.random.seed(np.array([7]))\n"
           "print(np.random.rand(), np.random.RandomState([7]).rand())\n",
           SS_SCRIPT_FILE, "0.07630828937395717 0.32383276483316237\n", NULL);
    expect("import numpy as np\n"
           "s = np.random.RandomState(90210)\n"
           "np.random.seed(0)\n"
           "print(s.rand(2), np.random.rand(2), s, repr(np.random.Random"
           "State))\n",
           SS_SCRIPT_FILE,
           "[0.19233665 0.92510102] [0.5488135  0.71518937] RandomState("
           "MT19937) <class 'numpy.random.mtrand.RandomState'>\n",
           NULL);
}

static void wrong_seeds_raise_what_numpy_raises(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "np.random.seed(-1)\n",
           SS_SCRIPT_FILE, "",
           "ValueError: Seed must be between 0 and 2**32 - 1");
    expect("import numpy as np\n"
           "np.random.seed(2**32)\n",
           SS_SCRIPT_FILE, "",
           "ValueError: Seed must be between 0 and 2**32 - 1");
    expect("import numpy as np\n"
           "np.random.seed(1.5)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: Cannot cast scalar from dtype('float64') to dtype"
           "('int64') according to the rule 'safe'");
    expect("import numpy as np\n"
           "np.random.seed('a')\n",
           SS_SCRIPT_FILE, "",
           "TypeError: Cannot cast scalar from dtype('<U1') to dtype('in"
           "t64') according to the rule 'safe'");
    expect("import numpy as np\n"
           "np.random.seed([])\n",
           SS_SCRIPT_FILE, "", "ValueError: Seed must be non-empty");
    expect("import numpy as np\n"
           "np.random.seed([1, -1])\n",
           SS_SCRIPT_FILE, "",
           "ValueError: Seed must be between 0 and 2**32 - 1");
    expect("import numpy as np\n"
           "np.random.seed([[1], [2]])\n",
           SS_SCRIPT_FILE, "", "ValueError: Seed array must be 1-d");
    expect("import numpy as np\n"
           "np.random.seed([1.5])\n",
           SS_SCRIPT_FILE, "",
           "TypeError: Cannot cast array data from dtype('float64') to d"
           "type('int64') according to the rule 'safe'");
    expect("import numpy as np\n"
           "np.random.seed(None, 3)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: seed() takes at most 1 positional argument (2 giv"
           "en)");
}

static void sizes_give_shapes_and_types(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "np.random.seed(0)\n"
           "print(repr(np.random.rand()), repr(np.random.random_sample(("
           "))), np.random.rand(0, 3).shape)\n"
           "print(np.random.random_sample([2, 2]), np.random.randn(2), n"
           "p.random.uniform(size=np.int64(2)))\n",
           SS_SCRIPT_FILE,
           "0.5488135039273248 array(0.71518937) (0, 3)\n"
           "[[0.60276338 0.54488318]\n"
           " [0.4236548  0.64589411]] [ 0.95008842 -0.15135721] [0.96366"
           "276 0.38344152]\n",
           NULL);
    expect("import numpy as np\n"
           "np.random.rand(-1)\n",
           SS_SCRIPT_FILE, "",
           "ValueError: negative dimensions are not allowed");
    expect("import numpy as np\n"
           "np.random.rand(2.5)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: 'float' object cannot be interpreted as an intege"
           "r");
    expect("import numpy as np\n"
           "np.random.rand(True)\n",
           SS_SCRIPT_FILE, "", "TypeError: an integer is required");
    expect("import numpy as np\n"
           "np.random.random_sample('a')\n",
           SS_SCRIPT_FILE, "",
           "TypeError: 'str' object cannot be interpreted as an integer");
    expect("import numpy as np\n"
           "np.random.random_sample(2.5)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: expected a sequence of integers or a single integ"
           "er, got '2.5'");
    expect("import numpy as np\n"
           "np.random.rand(10**12)\n",
           SS_SCRIPT_FILE, "",
           "numpy._core._exceptions._ArrayMemoryError: Unable to allocat"
           "e 7.28 TiB for an array with shape (1000000000000,) and data"
           " type float64");
    expect("import numpy as np\n"
           "np.random.rand(10**12, 10**12)\n",
           SS_SCRIPT_FILE, "",
           "ValueError: array is too big; `arr.size * arr.dtype.itemsize"
           "` is larger than the maximum possible size.");
}

static void parameters_broadcast(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "np.random.seed(0)\n"
           "print(np.random.uniform([1, 2], [[3], [4]]))\n"
           "print(np.random.normal([0, 10], 1, size=(2, 2)))\n"
           "print(np.random.binomial([10, 100], [[.5], [.1]]))\n"
           "print(np.random.gamma([[1.5]], 2).shape)\n",
           SS_SCRIPT_FILE,
           "[[2.09762701 2.71518937]\n"
           " [2.80829013 3.08976637]]\n"
           "[[1.86755799 9.02272212]\n"
           " [0.95008842 9.84864279]]\n"
           "[[ 8 50]\n"
           " [ 1 10]]\n"
           "(1, 1)\n",
           NULL);
    expect("import numpy as np\n"
           "np.random.uniform([1, 2], [1, 2, 3])\n",
           SS_SCRIPT_FILE, "",
           "ValueError: operands could not be broadcast together with sh"
           "apes (3,) (2,) ");
    expect("import numpy as np\n"
           "np.random.normal([1, 2], 1, size=3)\n",
           SS_SCRIPT_FILE, "",
           "ValueError: shape mismatch: objects cannot be broadcast to a"
           " single shape.  Mismatch is between arg 0 with shape (3,) an"
           "d arg 1 with shape (2,).");
    expect("import numpy as np\n"
           "np.random.normal([[1], [2]], 1, size=(2,))\n",
           SS_SCRIPT_FILE, "",
           "ValueError: Output size (2,) is not compatible with broadcas"
           "t dimensions of inputs (2, 2).");
    expect("import numpy as np\n"
           "np.random.gamma([1, 2], [1, -2])\n",
           SS_SCRIPT_FILE, "", "ValueError: scale < 0");
    expect("import numpy as np\n"
           "np.random.normal(0, -1.0)\n",
           SS_SCRIPT_FILE, "", "ValueError: scale < 0");
    expect("import numpy as np\n"
           "np.random.binomial([1, 2], [.5, .6, .7])\n",
           SS_SCRIPT_FILE, "",
           "ValueError: shape mismatch: objects cannot be broadcast to a"
           " single shape.  Mismatch is between arg 0 with shape (3,) an"
           "d arg 1 with shape (2,).");
}

static void randint_takes_all_dtypes(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "np.random.seed(0)\n"
           "for d in ['bool', 'int8', 'uint8', 'int16', 'uint16', 'int32"
           "', 'uint32', 'int64', 'uint64']:\n"
           "    print(repr(np.random.randint(0, 2, 3, dtype=d)), repr(np"
           ".random.randint(0, 2, dtype=d)))\n"
           "print(repr(np.random.randint(5)), repr(np.random.randint(0, "
           "2, dtype=bool)))\n"
           "print(np.random.randint([1, 5], 9, dtype='int8'))\n",
           SS_SCRIPT_FILE,
           "array([False, False,  True]) np.True_\n"
           "array([1, 0, 0], dtype=int8) np.int8(0)\n"
           "array([1, 1, 0], dtype=uint8) np.uint8(1)\n"
           "array([1, 1, 1], dtype=int16) np.int16(1)\n"
           "array([1, 1, 1], dtype=uint16) np.uint16(0)\n"
           "array([0, 1, 0], dtype=int32) np.int32(0)\n"
           "array([0, 0, 0], dtype=uint32) np.uint32(1)\n"
           "array([0, 1, 1]) np.int64(0)\n"
           "array([0, 1, 1], dtype=uint64) np.uint64(1)\n"
           "0 True\n"
           "[5 8]\n",
           NULL);
    expect("import numpy as np\n"
           "np.random.seed(1)\n"
           "print(np.random.randint([1, 5, 7], 100, dtype='uint8'), np.r"
           "andom.randint(0, [2, 300], size=(2, 2)))\n",
           SS_SCRIPT_FILE,
           "[38 70  7] [[  0  72]\n"
           " [  1 203]]\n",
           NULL);
    expect("import numpy as np\n"
           "np.random.randint(0)\n",
           SS_SCRIPT_FILE, "", "ValueError: high <= 0");
    expect("import numpy as np\n"
           "np.random.randint(5, 3)\n",
           SS_SCRIPT_FILE, "", "ValueError: low >= high");
    expect("import numpy as np\n"
           "np.random.randint(2**70)\n",
           SS_SCRIPT_FILE, "", "ValueError: high is out of bounds for int64");
    expect("import numpy as np\n"
           "np.random.randint(-1, 5, dtype='uint8')\n",
           SS_SCRIPT_FILE, "", "ValueError: low is out of bounds for uint8");
    expect("import numpy as np\n"
           "np.random.randint(0, 2, dtype='float32')\n",
           SS_SCRIPT_FILE, "",
           "TypeError: Unsupported dtype dtype('float32') for randint");
    expect("import numpy as np\n"
           "np.random.randint([1, 5], [1, 9])\n",
           SS_SCRIPT_FILE, "", "ValueError: low >= high");
    expect("import numpy as np\n"
           "np.random.randint('a')\n",
           SS_SCRIPT_FILE, "",
           "ValueError: invalid literal for int() with base 10: 'a'");
    expect("import numpy as np\n"
           "np.random.randint(None)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: int() argument must be a string, a bytes-like obj"
           "ect or a real number, not 'NoneType'");
    expect("import numpy as np\n"
           "np.random.randint(5, size=-1)\n",
           SS_SCRIPT_FILE, "",
           "ValueError: negative dimensions are not allowed");
}

static void items_are_chosen_and_shuffled(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "np.random.seed(0)\n"
           "print(repr(np.random.choice(5)), repr(np.random.choice(['a',"
           " 'bc'])), np.random.choice(5, 3, p=[.2] * 5), np.random.choi"
           "ce([1.5, 2.5], (2, 2)))\n"
           "print(np.random.choice(6, 6, replace=False), np.random.permu"
           "tation(4), np.random.permutation([[1, 2], [3, 4]]))\n"
           "x = [1, 2, 3, 4]\n"
           "np.random.shuffle(x)\n"
           "y = np.array([[1, 2], [3, 4], [5, 6]])\n"
           "np.random.shuffle(y)\n"
           "print(x, y, np.random.bytes(3))\n",
           SS_SCRIPT_FILE,
           "4 np.str_('bc') [3 3 2] [[2.5 2.5]\n"
           " [2.5 1.5]]\n"
           "[1 2 3 5 0 4] [0 3 2 1] [[1 2]\n"
           " [3 4]]\n"
           "[4, 2, 1, 3] [[1 2]\n"
           " [5 6]\n"
           " [3 4]] b'Mk/'\n",
           NULL);
    expect("import numpy as np\n"
           "np.random.choice(0)\n",
           SS_SCRIPT_FILE, "",
           "ValueError: a must be greater than 0 unless no samples are t"
           "aken");
    expect("import numpy as np\n"
           "np.random.choice([])\n",
           SS_SCRIPT_FILE, "",
           "ValueError: 'a' cannot be empty unless no samples are taken");
    expect("import numpy as np\n"
           "np.random.choice(5, 6, False)\n",
           SS_SCRIPT_FILE, "",
           "ValueError: Cannot take a larger sample than population when"
           " 'replace=False'");
    expect("import numpy as np\n"
           "np.random.choice(5, p=[.3] * 5)\n",
           SS_SCRIPT_FILE, "", "ValueError: probabilities do not sum to 1");
    expect("import numpy as np\n"
           "np.random.shuffle((1, 2))\n",
           SS_SCRIPT_FILE, "",
           "TypeError: 'tuple' object does not support item assignment");
    expect("import numpy as np\n"
           "np.random.shuffle(3)\n",
           SS_SCRIPT_FILE, "", "TypeError: object of type 'int' has no len()");
    expect("import numpy as np\n"
           "np.random.permutation(1.5)\n",
           SS_SCRIPT_FILE, "",
           "IndexError: x must be an integer or at least 1-dimensional");
    expect("import numpy as np\n"
           "np.random.bytes('a')\n",
           SS_SCRIPT_FILE, "", "TypeError: an integer is required");
}

static void states_are_taken_and_given_back(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "np.random.seed(5)\n"
           "np.random.randn()\n"
           "s = np.random.get_state()\n"
           "d = np.random.get_state(legacy=False)\n"
           "a = np.random.randn(3)\n"
           "np.random.set_state(s)\n"
           "print(a, np.random.randn(3))\n"
           "np.random.set_state(d)\n"
           "print(np.random.randn(3), s[0], s[2], s[3], d['has_gauss'], "
           "d['state']['pos'])\n"
           "r = np.random.RandomState()\n"
           "r.set_state(list(s))\n"
           "print(r.randn())\n",
           SS_SCRIPT_FILE,
           "[-0.33087015  2.43077119 -0.25209213] [-0.33087015  2.430771"
           "19 -0.25209213]\n"
           "[-0.33087015  2.43077119 -0.25209213] MT19937 4 1 1 4\n"
           "-0.33087015189408764\n",
           NULL);
    expect("import numpy as np\n"
           "np.random.set_state(5)\n",
           SS_SCRIPT_FILE, "", "TypeError: state must be a dict or a tuple.");
    expect("import numpy as np\n"
           "np.random.set_state(('MT', 1, 2))\n",
           SS_SCRIPT_FILE, "",
           "ValueError: set_state can only be used with legacy MT19937 s"
           "tate instances.");
    expect("import numpy as np\n"
           "np.random.set_state(('MT19937',))\n",
           SS_SCRIPT_FILE, "", "IndexError: tuple index out of range");
    expect("import numpy as np\n"
           "np.random.set_state({})\n",
           SS_SCRIPT_FILE, "", "ValueError: state dictionary is not valid.");
    expect("import numpy as np\n"
           "np.random.set_state(('MT19937', [1] * 623, 3))\n",
           SS_SCRIPT_FILE, "", "IndexError: list index out of range");
    expect("import numpy as np\n"
           "np.random.set_state(('MT19937', [-1] * 624, 3))\n",
           SS_SCRIPT_FILE, "",
           "OverflowError: can't convert negative value to uint32_t");
}

static void vectors_are_drawn(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "np.random.seed(0)\n"
           "print(np.random.multinomial(20, [.2, .3, .5], 2), np.random."
           "dirichlet([1, 2, 3]))\n",
           SS_SCRIPT_FILE,
           "[[ 4  7  9]\n"
           " [ 4  6 10]] [0.08269114 0.11978995 0.79751891]\n",
           NULL);
    expect("import numpy as np\n"
           "np.random.multinomial(20, [.5, .6, .1])\n",
           SS_SCRIPT_FILE, "", "ValueError: sum(pvals[:-1]) > 1.0");
    expect("import numpy as np\n"
           "np.random.multinomial(20, .5)\n",
           SS_SCRIPT_FILE, "", "TypeError: pvals must be a 1-d sequence");
    expect("import numpy as np\n"
           "np.random.dirichlet([0, 1])\n",
           SS_SCRIPT_FILE, "", "ValueError: alpha <= 0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seeds_start_the_streams_of_numpy),
        cmocka_unit_test(wrong_seeds_raise_what_numpy_raises),
        cmocka_unit_test(sizes_give_shapes_and_types),
        cmocka_unit_test(parameters_broadcast),
        cmocka_unit_test(randint_takes_all_dtypes),
        cmocka_unit_test(items_are_chosen_and_shuffled),
        cmocka_unit_test(states_are_taken_and_given_back),
        cmocka_unit_test(vectors_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
