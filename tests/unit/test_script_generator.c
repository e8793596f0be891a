/* SPDX-License-Identifier: MIT
 * Scripts over SeedSequence, the bit generators and Generator.
 * The texts are what Python printed, with NumPy 2.4.6.
 */
#include "script_run.h"

static void seed_sequences_are_numpys(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "q = np.random.SeedSequence([1, 2**40], spawn_key=(3,))\n"
           "print(q, q.pool)\n"
           "print(q.generate_state(2, np.uint64), q.spawn(2)[1].spawn_ke"
           "y)\n"
           "print(q.state)\n",
           SS_SCRIPT_FILE,
           "SeedSequence(\n"
           "    entropy=[1, 1099511627776],\n"
           "    spawn_key=(3,),\n"
           ") [3181757106 1504126390 4263701232 1279960793]\n"
           "[13430489633332867336 11160295743941890784] (3, 1)\n"
           "{'entropy': [1, 1099511627776], 'spawn_key': (3,), 'pool_siz"
           "e': 4, 'n_children_spawned': 2}\n",
           NULL);
    expect("import numpy as np\n"
           "print(np.random.SeedSequence(['0x1f', '12', 3]).pool)\n",
           SS_SCRIPT_FILE, "[4017312161 1713400205 2602780687 2742176025]\n",
           NULL);
    expect("import numpy as np\n"
           "np.random.SeedSequence(-1)\n",
           SS_SCRIPT_FILE, "", "ValueError: expected non-negative integer");
    expect("import numpy as np\n"
           "np.random.SeedSequence(1.5)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: SeedSequence expects int or sequence of ints for "
           "entropy not 1.5");
    expect("import numpy as np\n"
           "np.random.SeedSequence(5, pool_size=3)\n",
           SS_SCRIPT_FILE, "",
           "ValueError: The size of the entropy pool should be at least "
           "4");
}

static void bit_generators_have_numpys_states(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "for b in [np.random.PCG64(5), np.random.PCG64DXSM(5), np.ran"
           "dom.SFC64(5)]:\n"
           "    print(b.random_raw(2), b.state)\n",
           SS_SCRIPT_FILE,
           "[14849682912918955432 14903876974979881461] {'bit_generator'"
           ": 'PCG64', 'state': {'state': 306760486260357735903297180624"
           "134655564, 'inc': 233193750087604940414945475171846202189}, "
           "'has_uint32': 0, 'uinteger': 0}\n"
           "[18372055152263355045  8489134709661829815] {'bit_generator'"
           ": 'PCG64DXSM', 'state': {'state': 36159132066007794089480870"
           "744273789244, 'inc': 233193750087604940414945475171846202189"
           "}, 'has_uint32': 0, 'uinteger': 0}\n"
           "[12614612106463595544   746723346124915927] {'bit_generator'"
           ": 'SFC64', 'state': {'state': array([ 9888555677704619117, 1"
           "6472428534493239014, 14023162343590832963,\n"
           "                         15], dtype=uint64)}, 'has_uint32': "
           "0, 'uinteger': 0}\n",
           NULL);
    expect("import numpy as np\n"
           "b = np.random.Philox(key=7, counter=[1, 2, 3, 4])\n"
           "print(b.random_raw(), b.state, b.seed_seq)\n",
           SS_SCRIPT_FILE,
           "10105987955154176159 {'bit_generator': 'Philox', 'state': {'"
           "counter': array([2, 2, 3, 4], dtype=uint64), 'key': array([7"
           ", 0], dtype=uint64)}, 'buffer': array([10105987955154176159,"
           " 18407024024960213709, 12780482991732247508,\n"
           "        4629119802576845461], dtype=uint64), 'buffer_pos': 1"
           ", 'has_uint32': 0, 'uinteger': 0} None\n",
           NULL);
    expect("import numpy as np\n"
           "b = np.random.MT19937(5)\n"
           "print(b.random_raw(2), b.jumped().random_raw(), b.state['sta"
           "te']['pos'])\n",
           SS_SCRIPT_FILE, "[1463718072 2137291433] 2664430715 1\n", NULL);
    expect("import numpy as np\n"
           "b = np.random.PCG64(5)\n"
           "print(b.jumped(-2).state, b.advance(-3).state)\n"
           "print(b.spawn(1)[0].seed_seq)\n",
           SS_SCRIPT_FILE,
           "{'bit_generator': 'PCG64', 'state': {'state': 84921504534159"
           "25576195432776719030184, 'inc': 2331937500876049404149454751"
           "71846202189}, 'has_uint32': 0, 'uinteger': 0} {'bit_generato"
           "r': 'PCG64', 'state': {'state': 3122710248693777488051277748"
           "96852874999, 'inc': 233193750087604940414945475171846202189}"
           ", 'has_uint32': 0, 'uinteger': 0}\n"
           "SeedSequence(\n"
           "    entropy=5,\n"
           "    spawn_key=(0,),\n"
           ")\n",
           NULL);
    expect("import numpy as np\n"
           "np.random.SFC64(5).jumped()\n",
           SS_SCRIPT_FILE, "",
           "AttributeError: 'numpy.random._sfc64.SFC64' object has no at"
           "tribute 'jumped'");
    expect("import numpy as np\n"
           "np.random.Philox(5, key=5)\n",
           SS_SCRIPT_FILE, "", "ValueError: seed and key cannot be both used");
}

static void generators_draw_as_numpys(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "r = np.random.default_rng(42)\n"
           "print(r.random(2), r.integers(10), r.normal(), r)\n"
           "print(r.standard_normal(2, dtype='float32'), r.choice(9, 3, "
           "replace=False))\n"
           "print(r.permuted([[1, 2, 3], [4, 5, 6]], axis=1), r.permutat"
           "ion(4), r.bytes(3))\n"
           "print(r.bit_generator.state)\n",
           SS_SCRIPT_FILE,
           "[0.77395605 0.43887844] 4 0.9405647163912139 Generator(PCG64"
           ")\n"
           "[ 1.7554446  -0.52172035] [0 4 8]\n"
           "[[3 2 1]\n"
           " [5 4 6]] [0 2 3 1] b'\\xaf\\x92\\xbb'\n"
           "{'bit_generator': 'PCG64', 'state': {'state': 12947793212682"
           "6003081349894394369672756, 'inc': 33272409075804913244897989"
           "7138935081983}, 'has_uint32': 1, 'uinteger': 3980425318}\n",
           NULL);
    expect("import numpy as np\n"
           "r = np.random.default_rng([1, 2])\n"
           "x = np.zeros((2, 2))\n"
           "r.random(out=x)\n"
           "print(x, repr(r.integers(0, 255, dtype='uint8', endpoint=Tru"
           "e)))\n"
           "print(r.multinomial([3, 9], [.2, .8]), r.gamma([1, 2.5]))\n",
           SS_SCRIPT_FILE,
           "[[0.44841514 0.43088199]\n"
           " [0.41999913 0.27702338]] np.uint8(178)\n"
           "[[0 3]\n"
           " [0 9]] [1.4945363  1.41809131]\n",
           NULL);
    expect("import numpy as np\n"
           "np.random.default_rng(5).integers(5, 4, endpoint=True)\n",
           SS_SCRIPT_FILE, "", "ValueError: low > high");
    expect("import numpy as np\n"
           "np.random.default_rng(5).choice([])\n",
           SS_SCRIPT_FILE, "",
           "ValueError: a cannot be empty unless no samples are taken");
}

static void one_bit_generator_serves_several(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "b = np.random.MT19937(3)\n"
           "g = np.random.Generator(b)\n"
           "s = np.random.RandomState(b)\n"
           "print(g.random(), s.rand(), s.randn(), g.normal(), b.random_"
           "raw(), s)\n",
           SS_SCRIPT_FILE,
           "0.8948367822619527 0.49707904148631565 -0.47764578818084297 "
           "0.040852106787521006 3893102558 RandomState(MT19937)\n",
           NULL);
    expect("import numpy as np\n"
           "s = np.random.RandomState(3)\n"
           "r = np.random.default_rng(s)\n"
           "print(r.random(), s.rand(), r)\n"
           "s.seed(3)\n"
           "print(r.random(), np.random.default_rng(r).random())\n",
           SS_SCRIPT_FILE,
           "0.5507979025745755 0.7081478226181048 Generator(MT19937)\n"
           "0.5507979025745755 0.7081478226181048\n",
           NULL);
    expect("import numpy as np\n"
           "s = np.random.RandomState(np.random.PCG64(5))\n"
           "print(s.randn(2), s.get_state(legacy=False))\n"
           "s.seed(3)\n",
           SS_SCRIPT_FILE,
           "[0.53715339 0.53202876] {'bit_generator': 'PCG64', 'state': "
           "{'state': 306760486260357735903297180624134655564, 'inc': 23"
           "3193750087604940414945475171846202189}, 'has_uint32': 0, 'ui"
           "nteger': 0, 'has_gauss': 0, 'gauss': 0.0}\n",
           "TypeError: can only re-seed a MT19937 BitGenerator");
    expect("import numpy as np\n"
           "np.random.Generator(5)\n",
           SS_SCRIPT_FILE, "",
           "AttributeError: 'int' object has no attribute 'capsule'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seed_sequences_are_numpys),
        cmocka_unit_test(bit_generators_have_numpys_states),
        cmocka_unit_test(generators_draw_as_numpys),
        cmocka_unit_test(one_bit_generator_serves_several),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
