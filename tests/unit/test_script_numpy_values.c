/* SPDX-License-Identifier: MIT
 * Scripts over arrays, NumPy scalars and print options.
 * The texts are what Python printed, with NumPy 2.4.6.
 */
#include "script_run.h"

static void arrays_find_their_dtype(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "print(repr(np.array([1, 2])))\n",
           SS_SCRIPT_FILE, "array([1, 2])\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([1, 2.5])))\n",
           SS_SCRIPT_FILE, "array([1. , 2.5])\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([True, 2])))\n",
           SS_SCRIPT_FILE, "array([1, 2])\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array(['a', 'bcd'])))\n",
           SS_SCRIPT_FILE, "array(['a', 'bcd'], dtype='<U3')\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([1, 'a', 2.5])))\n",
           SS_SCRIPT_FILE, "array(['1', 'a', '2.5'], dtype='<U32')\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([[1, 2], [3, 4]])))\n",
           SS_SCRIPT_FILE,
           "array([[1, 2],\n"
           "       [3, 4]])\n",
           NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([])))\n",
           SS_SCRIPT_FILE, "array([], dtype=float64)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array(5)))\n",
           SS_SCRIPT_FILE, "array(5)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([1, 2**63])))\n",
           SS_SCRIPT_FILE, "array([1.00000000e+00, 9.22337204e+18])\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([2**63])))\n",
           SS_SCRIPT_FILE, "array([9223372036854775808], dtype=uint64)\n",
           NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([b'x'])))\n",
           SS_SCRIPT_FILE, "array([b'x'], dtype='|S1')\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([1j, 2])))\n",
           SS_SCRIPT_FILE, "array([0.+1.j, 2.+0.j])\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([1, 2], dtype='float32')))\n",
           SS_SCRIPT_FILE, "array([1., 2.], dtype=float32)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array(['1', '2'], dtype=float)))\n",
           SS_SCRIPT_FILE, "array([1., 2.])\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([np.float32(1), 2])))\n",
           SS_SCRIPT_FILE, "array([1., 2.])\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.array([[1, 2], [3]])))\n",
           SS_SCRIPT_FILE, "",
           "ValueError: setting an array element with a sequence. The re"
           "quested array has an inhomogeneous shape after 1 dimensions."
           " The detected shape was (2,) + inhomogeneous part.");
    expect("import numpy as np\n"
           "print(repr(np.array([300], dtype='uint8')))\n",
           SS_SCRIPT_FILE, "",
           "OverflowError: Python integer 300 out of bounds for uint8");
    expect("import numpy as np\n"
           "print(repr(np.array([1], dtype='foo')))\n",
           SS_SCRIPT_FILE, "", "TypeError: data type 'foo' not understood");
    expect("import numpy as np\n"
           "print(repr(np.array(['a'], dtype=int)))\n",
           SS_SCRIPT_FILE, "",
           "ValueError: invalid literal for int() with base 10: 'a'");
}

static void arrays_are_made_and_looked_at(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "x = np.arange(6.0)\n"
           "print(x, np.arange(2, 8, 3), np.arange(0, 1, 0.25), np.linsp"
           "ace(0, 1, 5), np.zeros((2, 2), int), np.ones(2), np.full(2, "
           "'a'))\n"
           "y = np.array([[1, 2], [3, 4]])\n"
           "print(y[0], y[1, 0], repr(y[-1, -1]), y.T, y.tolist(), y.sha"
           "pe, y.dtype, y.size, y.ndim, len(y), list(y))\n",
           SS_SCRIPT_FILE,
           "[0. 1. 2. 3. 4. 5.] [2 5] [0.   0.25 0.5  0.75] [0.   0.25 0"
           ".5  0.75 1.  ] [[0 0]\n"
           " [0 0]] [1. 1.] ['a' 'a']\n"
           "[1 2] 3 np.int64(4) [[1 3]\n"
           " [2 4]] [[1, 2], [3, 4]] (2, 2) int64 4 2 2 [array([1, 2]), "
           "array([3, 4])]\n",
           NULL);
    expect("import numpy as np\n"
           "x = np.zeros(3)\n"
           "x[5]\n",
           SS_SCRIPT_FILE, "",
           "IndexError: index 5 is out of bounds for axis 0 with size 3");
    expect("import numpy as np\n"
           "np.zeros((2, 2))[0, 2]\n",
           SS_SCRIPT_FILE, "",
           "IndexError: index 2 is out of bounds for axis 1 with size 2");
    expect("import numpy as np\n"
           "np.zeros(2)[0, 0]\n",
           SS_SCRIPT_FILE, "",
           "IndexError: too many indices for array: array is 1-dimension"
           "al, but 2 were indexed");
    expect("import numpy as np\n"
           "np.zeros(2)['a']\n",
           SS_SCRIPT_FILE, "",
           "IndexError: only integers, slices (`:`), ellipsis (`...`), n"
           "umpy.newaxis (`None`) and integer or boolean arrays are vali"
           "d indices");
    expect("import numpy as np\n"
           "len(np.array(1))\n",
           SS_SCRIPT_FILE, "", "TypeError: len() of unsized object");
    expect("import numpy as np\n"
           "np.zeros(2).item()\n",
           SS_SCRIPT_FILE, "",
           "ValueError: can only convert an array of size 1 to a Python "
           "scalar");
}

static void scalars_compute_as_numpys(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "print(repr(np.int8(100) + 100))\n",
           SS_SCRIPT_FILE, "np.int8(-56)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.int8(1) + np.int16(2)))\n",
           SS_SCRIPT_FILE, "np.int16(3)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.uint8(1) - 2))\n",
           SS_SCRIPT_FILE, "np.uint8(255)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.float32(1) / 3))\n",
           SS_SCRIPT_FILE, "np.float32(0.33333334)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.float32(1) + np.int64(3)))\n",
           SS_SCRIPT_FILE, "np.float64(4.0)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.int64(7) // 2))\n",
           SS_SCRIPT_FILE, "np.int64(3)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.int64(-7) % 3))\n",
           SS_SCRIPT_FILE, "np.int64(2)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.float64(-7) // 2))\n",
           SS_SCRIPT_FILE, "np.float64(-4.0)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.float64(5) % 0))\n",
           SS_SCRIPT_FILE, "np.float64(nan)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.int64(2) ** 10))\n",
           SS_SCRIPT_FILE, "np.int64(1024)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.float64(2) ** 0.5))\n",
           SS_SCRIPT_FILE, "np.float64(1.4142135623730951)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.int64(3) / 0))\n",
           SS_SCRIPT_FILE, "np.float64(inf)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(-np.uint8(1)))\n",
           SS_SCRIPT_FILE, "np.uint8(255)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(~np.int8(3)))\n",
           SS_SCRIPT_FILE, "np.int8(-4)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.bool_(1) + np.bool_(1)))\n",
           SS_SCRIPT_FILE, "np.True_\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.float16(60000) + 10000))\n",
           SS_SCRIPT_FILE, "np.float16(inf)\n", NULL);
    expect("import numpy as np\n"
           "print(repr(np.int8(1) + 300))\n",
           SS_SCRIPT_FILE, "",
           "OverflowError: Python integer 300 out of bounds for int8");
    expect("import numpy as np\n"
           "print(repr(np.int64(2) ** -1))\n",
           SS_SCRIPT_FILE, "",
           "ValueError: Integers to negative integer powers are not allo"
           "wed.");
    expect("import numpy as np\n"
           "print(repr(-np.bool_(1)))\n",
           SS_SCRIPT_FILE, "",
           "TypeError: The numpy boolean negative, the `-` operator, is "
           "not supported, use the `~` operator or the logical_not funct"
           "ion instead.");
    expect("import numpy as np\n"
           "print(repr(np.float64(1) & 1))\n",
           SS_SCRIPT_FILE, "",
           "TypeError: ufunc 'bitwise_and' not supported for the input t"
           "ypes, and the inputs could not be safely coerced to any supp"
           "orted types according to the casting rule ''safe''");
    expect("import numpy as np\n"
           "print(repr(np.str_('a') + 'b'))\n",
           SS_SCRIPT_FILE, "'ab'\n", NULL);
}

static void print_options_are_kept(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "np.set_printoptions(precision=2, suppress=True, linewidth=np"
           ".inf, threshold=5)\n"
           "print(np.get_printoptions())\n"
           "print(np.arange(6) , np.array([1.23456, 1e-9]))\n"
           "with np.printoptions(precision=4, sign='+'):\n"
           "    print(np.array([1.23456]))\n"
           "print(np.array([1.23456]))\n",
           SS_SCRIPT_FILE,
           "{'edgeitems': 3, 'threshold': 5, 'floatmode': 'maxprec', 'pr"
           "ecision': 2, 'suppress': True, 'linewidth': inf, 'nanstr': '"
           "nan', 'infstr': 'inf', 'sign': '-', 'formatter': None, 'lega"
           "cy': False, 'override_repr': None}\n"
           "[0 1 2 3 4 5] [1.23 0.  ]\n"
           "[+1.2346]\n"
           "[1.23]\n",
           NULL);
    expect("import numpy as np\n"
           "np.set_printoptions(precision='a')\n",
           SS_SCRIPT_FILE, "", "TypeError: precision must be an integer");
    expect("import numpy as np\n"
           "np.set_printoptions(threshold='a')\n",
           SS_SCRIPT_FILE, "", "TypeError: threshold must be numeric");
    expect("import numpy as np\n"
           "np.set_printoptions(threshold=float('nan'))\n",
           SS_SCRIPT_FILE, "",
           "ValueError: threshold must be non-NAN, try sys.maxsize for u"
           "ntruncated representation");
    expect("import numpy as np\n"
           "np.set_printoptions(sign='x')\n",
           SS_SCRIPT_FILE, "",
           "ValueError: sign option must be one of ' ', '+', or '-'");
    expect("import numpy as np\n"
           "np.set_printoptions(floatmode='x')\n",
           SS_SCRIPT_FILE, "",
           "ValueError: floatmode option must be one of \"fixed\", \"uni"
           "que\", \"maxprec\", \"maxprec_equal\"");
    expect("import numpy as np\n"
           "np.set_printoptions(x=1)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: set_printoptions() got an unexpected keyword argu"
           "ment 'x'");
}

static void dtypes_have_names(void **state)
{
    (void)state;
    expect("import numpy as np\n"
           "print(np.dtype('i4'), repr(np.dtype('U5')), np.dtype(float)."
           "name, np.float32, np.bool_, np.zeros(2, 'f4').dtype.itemsize"
           ")\n",
           SS_SCRIPT_FILE,
           "int32 dtype('<U5') float64 <class 'numpy.float32'> <class 'n"
           "umpy.bool'> 4\n",
           NULL);
    expect("import numpy as np\n"
           "np.dtype('foo')\n",
           SS_SCRIPT_FILE, "", "TypeError: data type 'foo' not understood");
    expect("import numpy as np\n"
           "np.dtype(5)\n",
           SS_SCRIPT_FILE, "",
           "TypeError: Cannot interpret '5' as a data type");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrays_find_their_dtype),
        cmocka_unit_test(arrays_are_made_and_looked_at),
        cmocka_unit_test(scalars_compute_as_numpys),
        cmocka_unit_test(print_options_are_kept),
        cmocka_unit_test(dtypes_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
