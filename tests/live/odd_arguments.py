# SPDX-License-Identifier: MIT
"""Random calls of numpy.random with arguments that people rarely write: NumPy
scalars, arrays without axes, empty ones, text, None, negative zero, huge ints,
other dtypes, keywords in any order. Many of them are errors.
"""


def words(text):
    return [w.strip() for w in text.strip().split(";") if w.strip()]


SIZES = words("""
    None; 3; 0; (); (2,); (2, 2); [2, 2]; np.int64(2); np.array(2); -1; (-1,)
    ; np.array([2, 2]); (3, 2, 1); (2, 0); True; 1.5; 'a'; np.array([2]); [3]
    ; range(2, 4); 2.0; (2, 2.5); (2, None); (np.int8(2), 1); []; 1; (1, 1)
    ; np.uint8(2); np.array([], dtype=int)""")
DTYPES = words("""
    'f4'; 'f8'; 'float32'; np.float32; np.float64; np.dtype('f4'); float; 'd'
    ; 'f'; '<f4'; None; 'float16'; int; '=f4'; np.float16; 'single'; 'double'
    """)
INT_DTYPES = words("""
    'i1'; 'u1'; 'int8'; np.uint16; np.dtype('int32'); int; bool; np.bool_; '?'
    ; 'i8'; 'u8'; np.uint64; '<i4'; 'intp'; 'int'; 'b'; 'B'; 'h'; 'H'; 'i'
    ; 'I'; 'l'; 'L'; 'q'; 'Q'; 'float32'; None; 'uint'; 'bool'; np.intp
    ; 'long'; 'ulong'; 'short'; 'S'; 'i3'; float""")
ARRAYS = words("""
    [1, 2, 3, 4]; ['a', 'b', 'cde']; np.arange(6); [[1, 2], [3, 4], [5, 6]]
    ; np.array([[0, 1, 2], [3, 4, 5]]); np.array([[0, 1, 2], [3, 4, 5]]).T
    ; range(5); (1, 2, 3); np.array([], dtype=int); []; 5; 0; 1; np.int64(6)
    ; np.array(4); np.uint8(3); True; -2; 2.5; 'abc'; np.zeros((2, 0))
    ; np.zeros((0, 3)); [1.5, 2]; [True, False]; np.array([1, 2], dtype='f4')
    ; [[1], [2]]; [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]; np.array(['x', 'yz'])
    ; b'abc'; [b'a', b'bc']; [1, 'a']; [1, 2.5]; [1j, 2]; [[1, 2], [3]]
    ; np.array([1, 2, 3], dtype='u1'); 20000; np.arange(4.); 'a'; [[]]; (1,)
    ; np.float64(3); [np.int8(1), 2]""")
AXES = words("""
    0; 1; -1; -2; 2; None; np.int64(0); np.array(0); 1.5; 'a'; True; -3; (0,)
    ; np.int8(1)""")
ENTROPIES = words("""
    0; 5; 2**70; 2**64; 2**32; [1, 2]; []; (); [0]; np.int64(7); True; '5'; -1
    ; np.array([1, 2]); np.array(5); ['0x1F', '12']; range(3); [True, 2]; 1.5
    ; np.array([[1, 2], [3, 4]]); [[1, 2], [3]]; np.array([2**40]); [1.5]
    ; np.array([5], dtype='u4'); np.array([2**63], dtype='u8'); [2**70, 0, 1]
    ; np.bool_(True); [-1]; ['a']; {}; np.array([1.5]); np.array([]); [[], 1]
    ; [np.uint8(3)]; (1, (2, 3)); b'ab'; ['0xfF']; '0x5'; [None]; [b'1']
    ; np.array(['5', '0x7']); np.zeros((2, 2), dtype='u4'); ['007']; ['1_0']
    ; np.array(7, dtype='u4'); [' 5']; ['']; ['0x']; ['-5']; np.float32(2)
    ; np.array([True, False]); [np.array([1, 2]), 3]""")
WORDS = words("""
    5; 0; 2**64; 2**127; 2**128; -1; [1, 2]; [1, 2, 3, 4]; np.array([1, 2])
    ; np.array([1, 2], dtype='u8'); np.int64(5); 1.5; 'a'; [1.5, 2]; [-1, 2]
    ; np.array([1, 2, 3, 4]); (1, 2); 2**255; 2**256; True; range(2); [[1, 2]]
    ; np.array(5); [1]; []; np.array([1., 2.]); np.uint64(2**63); [2**63, 1]
    ; [True, False]; np.array([1, 2], dtype='i1')""")
RARE = words("""
    None; 'a'; '2'; []; np.array([]); {}; 1j; [1, 'a']; np.array('x'); b'x'
    ; (); [[]]; np.zeros((0, 3)); np.array(True); True; [True, False]
    ; np.zeros((2, 0))""")
VALUES = {
    "p": [0.5, 0.0, 1.0, 1e-300, 0.3333333, 1 - 1e-16],
    "pos": [1.0, 0.5, 2, 1e-10, 1e5, 1000, 3],
    "real": [0.0, -0.0, 1.0, -3.5, 1e10, 2],
    "n": [0, 1, 5, 10, 100, 1000, 10**9],
    "gt1": [1.5, 2, 3.7, 1.0001, 50, 2000.0],
    "bad": [-1, -0.0, float("nan"), float("inf"), -5.5, 2, 1e300, 2**63,
            2**64, 2**70, -2**63],
}
# name: its parameters and of what kind each is
METHODS = dict(line.split(": ") for line in """
beta: a pos b pos
binomial: n n p p
chisquare: df pos
exponential: scale pos
f: dfnum pos dfden pos
gamma: shape pos scale pos
geometric: p p
gumbel: loc real scale pos
hypergeometric: ngood n nbad n nsample n
laplace: loc real scale pos
logistic: loc real scale pos
lognormal: mean real sigma pos
logseries: p p
negative_binomial: n pos p p
noncentral_chisquare: df pos nonc pos
noncentral_f: dfnum pos dfden pos nonc pos
normal: loc real scale pos
pareto: a pos
poisson: lam pos
power: a pos
rayleigh: scale pos
standard_t: df pos
triangular: left real mode real right real
uniform: low real high real
vonmises: mu real kappa pos
wald: mean pos scale pos
weibull: a pos
zipf: a gt1
""".strip().split("\n"))


def number(r, kind):
    """One argument, in one of many forms."""
    if r.random() < 0.02:
        return r.choice(RARE)
    x = r.choice(VALUES[kind])
    s = {"nan": "float('nan')", "inf": "float('inf')"}.get(repr(x), repr(x))
    if not abs(x) < 2**63:
        return r.choice([s, s, s, f"[{s}]", f"[{s}, 1]"])
    forms = [s] * 6 + [
        f"np.float64({s})", f"np.array({s})", f"np.float32({s})", f"[{s}]",
        f"np.array([{s}])", f"[{s}, {s}]", f"[[{s}], [{s}]]", f"({s},)",
        f"np.array([[{s}]])", f"np.array([{s}, {s}], dtype='f4')"]
    if isinstance(x, int):
        forms += [f"np.int64({s})", f"{float(x)}", f"range({s}, {s}+2)",
                  f"np.uint8({s})" if 0 <= x < 256 else s]
    return r.choice(forms)


def arguments(r, given, names, more):
    """Some positional, the others by keyword in any order."""
    count = r.randint(0, len(given)) if r.random() < 0.4 else len(given)
    named = [f"{names[i]}={given[i]}" for i in range(count, len(given))]
    named += [f"{k}={v}" for k, v in more.items()]
    r.shuffle(named)
    return ", ".join(given[:count] + named)


def sized(r):
    return {"size": r.choice(SIZES)} if r.random() < 0.45 else {}


def distribution(r, legacy):
    name = r.choice(sorted(METHODS))
    parts = METHODS[name].split()
    given = [number(r, "bad" if r.random() < 0.04 else k)
             for k in parts[1::2]]
    if name in ("triangular", "uniform") and r.random() < 0.8:
        ends = sorted(r.uniform(-5, 5) for _ in given)
        given = [r.choice([repr(x), f"np.float64({x!r})", f"[{x!r}]"])
                 for x in ends]
    if r.random() < 0.05:
        given.pop()
    return f"{name}({arguments(r, given, parts[::2], sized(r))})"


def choice(r, legacy):
    more = sized(r)
    a = r.choice(ARRAYS)
    if r.random() < 0.4:
        more["replace"] = r.choice(["False", "True", "0", "1", "None", "[]"])
    if r.random() < 0.4:
        p = [r.choice([0, 1, 2, r.random()]) for _ in range(r.randint(1, 6))]
        p = [x / (sum(p) or 1) for x in p]
        more["p"] = r.choice([repr(p)] * 5 + [
            f"np.array({p})", f"tuple({p})", "[.5, .5]", "[1]", "None", "[]",
            "0.5", "[[.5, .5]]", "[-1, 2]", f"np.array({p}, dtype='f4')"])
    if not legacy and r.random() < 0.3:
        more["axis"] = r.choice(AXES)
    if not legacy and r.random() < 0.3:
        more["shuffle"] = r.choice(["True", "False", "0", "None"])
    return f"choice({arguments(r, [a], ['a'], more)})"


def integers(r, legacy):
    low, high = r.choice([
        (0, 10), (0, 1), (5, 6), (-3, 3), (0, 255), (0, 256), (0, 2**16),
        (0, 2**31), (0, 2**32), (0, 2**63), (0, 2**64), (-2**63, 2**63),
        (-128, 128), (0, 2), (3, 3), (5, 2), (2**62, 2**63 - 1), (0, 2**33)])

    def form(x):
        forms = [str(x)] * 8 + [f"[{x}]", f"[{x}, {x}]", f"[[{x}], [{x}]]",
                                f"{float(x)!r}", f"[{float(x)!r}]",
                                f"{x + 0.5}"]
        if abs(x) < 2**63:
            forms += [f"np.array({x})", f"np.int64({x})", f"np.array([{x}])"]
        return r.choice(forms)

    given = [form(low), form(high)]
    if r.random() < 0.3:
        given = [form(high)]
    if r.random() < 0.02:
        given = [r.choice(["None", "'5'", "[]", "1j", "'a'", "True", "{}",
                           "np.bool_(True)", "[True]"])]
    more = sized(r)
    if r.random() < 0.7:
        more["dtype"] = r.choice(INT_DTYPES)
    if not legacy and r.random() < 0.4:
        more["endpoint"] = r.choice(["True", "False", "1", "0", "None"])
    name = "randint" if legacy else "integers"
    return f"{name}({arguments(r, given, ['low', 'high'], more)})"


def typed(r, legacy):
    name = r.choice(["random", "standard_normal", "standard_exponential",
                     "standard_gamma"])
    given = [number(r, "pos")] if name == "standard_gamma" else []
    more = sized(r)
    if not legacy and r.random() < 0.6:
        more["dtype"] = r.choice(DTYPES)
    if not legacy and r.random() < 0.3:
        more["out"] = r.choice(words("""
            np.zeros(3); np.zeros((2, 2)); np.zeros(3, dtype='f4'); None
            ; np.zeros((2, 3)).T; np.zeros((2, 2), dtype='f4'); np.zeros(())
            ; np.zeros(0); np.zeros((2, 2, 2)).T; np.zeros(2, dtype=int)
            ; [1, 2]; np.zeros((1, 3)); np.zeros((2, 1, 2))"""))
    if not legacy and name == "standard_exponential" and r.random() < 0.4:
        more["method"] = r.choice(["'zig'", "'inv'", "'foo'", "None"])
    return f"{name}({arguments(r, given, ['shape'], more)})"


def multinomial(r, legacy):
    n = r.choice(words("""
        5; 0; 100; np.int64(7); np.array(5); [5]; [5, 6]; [[3], [4]]; 2.5; -1
        ; 5.0; True; 'a'; None; [2.5]; 10**12; np.uint8(4); [[5, 6]]; 20; 20
        ; np.float64(3); []; 2**63; np.array([5.0]); np.array(2.5)"""))
    p = r.choice(words("""
        [.2, .3, .5]; [1]; [0, 1]; [.5, .5, 0]; [1., 0.]; (.1, .9); []; 0.5
        ; np.array([.25, .75], dtype='f4'); [[.2, .8], [1, 0]]; [.5, .6]
        ; [-.1, 1.1]; [[.5, .5]]; np.array([.1]*10); [1e-10, 1-1e-10]; ['a']
        ; [float('nan'), 1]; np.array([.3, .3, .4], dtype='f4'); [.3, .8, .1]
        ; np.array([[.2, .8], [.5, .5]], dtype='f4'); [True, False]"""))
    return f"multinomial({arguments(r, [n, p], ['n', 'pvals'], sized(r))})"


def dirichlet(r, legacy):
    alpha = r.choice(words("""
        [1, 2, 3]; [.05, .01]; [0, 0]; [0, 1]; [1]; []; 5; [[1, 2]]; [-1, 1]
        ; np.array([.5, .5]); (1, 2); [1e-5, 1e-5, .09]; [float('nan'), 1]
        ; ['a']; np.array([1, 2], dtype='f4'); [True, 2]; [.1, .2]
        ; [1e300, 1]; np.array([[1], [2]]); range(1, 4); [None]"""))
    return f"dirichlet({arguments(r, [alpha], ['alpha'], sized(r))})"


def hypergeometrics(r, legacy):
    if legacy:
        return dirichlet(r, legacy)
    colors = r.choice(words("""
        [3, 4, 5]; [0, 0]; [10]; []; (1, 2); np.array([3, 4], dtype='u1'); 5
        ; [3.0, 2]; [[1, 2]]; [-1, 2]; np.array([5, 6], dtype='u8'); [True, 2]
        ; [100, 200, 300, 50]; ['a']; [1, 2**63]; range(1, 4)"""))
    n = r.choice(words("""
        3; 0; 2; np.int64(2); 1; np.array(2); 2.0; -1; 1000; True; 'a'; None
        ; 5; [2]; 7; 9; np.uint8(2)"""))
    more = sized(r)
    if r.random() < 0.5:
        more["method"] = r.choice(["'count'", "'marginals'", "'x'", "None"])
    names = ["colors", "nsample"]
    return ("multivariate_hypergeometric("
            f"{arguments(r, [colors, n], names, more)})")


def random_bytes(r, legacy):
    n = r.choice(words("0; 5; 3; np.int64(4); -1; 2.5; True; 'a'; None; [1]"
                       "; np.array(3); 12"))
    return f"bytes({n})"


def permutation(r, legacy):
    x = r.choice(ARRAYS)
    if legacy:
        return f"permutation({x})"
    more = {"axis": r.choice(AXES)} if r.random() < 0.5 else {}
    if r.random() < 0.5:
        return f"permutation({arguments(r, [x], ['x'], more)})"
    if r.random() < 0.4:
        more["out"] = r.choice(words("""
            None; np.zeros(4, dtype=int); np.zeros(6, dtype=int); [1, 2, 3]
            ; np.zeros((2, 3), dtype=int); np.zeros((2, 3)); np.zeros(4)
            ; np.zeros((3, 2), dtype=int).T; np.zeros(4, dtype='i1')"""))
    return f"permuted({arguments(r, [x], ['x'], more)})"


def sequence(r):
    more = {}
    if r.random() < 0.5:
        more["spawn_key"] = r.choice(words("""
            (); (1,); [1, 2]; (2**40,); np.array([1, 2]); 5; None; range(2)
            ; (-1,); (1.5,); 'ab'; ('5',); ((1, 2), 3); b'ab'; {1: 2}
            ; np.array([], dtype=int)"""))
    if r.random() < 0.4:
        more["pool_size"] = r.choice(words("""
            4; 5; 8; 33; 3; 4.0; 4.5; np.int64(6); True; None; 'a'; 40; 0; -1
            ; np.array(5)"""))
    if r.random() < 0.3:
        more["n_children_spawned"] = r.choice(words("""
            0; 3; 2**32-1; -1; 1.5; np.int64(2); None; 2**32; 'a'; True"""))
    made = arguments(r, [r.choice(ENTROPIES)], ["entropy"], more)
    state = r.choice(words("""
        5; 3, np.uint64; np.int64(3), 'u8'; 0; 3, dtype='uint32'; 2.5; 'a'
        ; None; (2, 2); [2]; True; 3, 'int32'; 3, None; np.array(3); -1
        ; 3, dtype=np.dtype('u8'); n_words=2, dtype='<u4'"""))
    return f"np.random.SeedSequence({made})" + r.choice([
        "", ".pool", ".state", ".spawn(2)", ".spawn(np.int64(1))",
        ".spawn(2.0)", ".spawn('a')"] + [f".generate_state({state})"] * 5)


def bit_generator(r):
    kind = r.choice(["PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"])
    seed = r.choice(ENTROPIES)
    if kind == "Philox" and r.random() < 0.5:
        more = {"key": r.choice(WORDS)}
        if r.random() < 0.6:
            more["counter"] = r.choice(WORDS)
        if r.random() < 0.2:
            more["seed"] = seed
        return (f"np.random.Philox({arguments(r, [], [], more)})"
                + r.choice([".state", ".random_raw(3)"]))
    jumps = r.choice(words("1; 2; 0; -1; np.int64(2); 1.5; True; '2'; None"
                           "; [1]; 1j; np.array(2)"))
    delta = r.choice(words("1; 0; -1; 2**127; 2**200; np.int64(3); 1.5; True"
                           "; 'a'; None; np.float64(2)"))
    size = r.choice(SIZES)
    return f"np.random.{kind}({seed})" + r.choice([
        ".state", ".random_raw()", f".random_raw({size})", ".seed_seq",
        f".random_raw({size}, False)", f".jumped({jumps}).state",
        f".advance({delta}).state", ".spawn(2)[1].state",
        ".spawn(1.5)[0].state", ".spawn(np.int64(1))[0].random_raw()"])


def call(r, legacy=False):
    """A method of a Generator, or of a RandomState."""
    draws = ([distribution] * 6 + [choice] * 3 + [integers] * 4 + [typed] * 3
             + [multinomial, dirichlet, hypergeometrics, random_bytes]
             + [permutation] * 2)
    return r.choice(draws)(r, legacy)
