# SPDX-License-Identifier: MIT
"""For any call sameseed.numpy.random and numpy.random agree: in value, dtype,
shape, type, warnings, errors, and in the state afterwards.

SS_LIVE_COUNT examples a class.
"""
import ast
import copy
import inspect
import os
import warnings

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import numpy_arguments as na

ours = pytest.importorskip("sameseed.numpy.random")
theirs = np.random
COUNT = int(os.environ.get("SS_LIVE_COUNT", 150))
EXAMPLES = settings(
    max_examples=COUNT, deadline=None, derandomize=COUNT < 1000,
    suppress_health_check=list(HealthCheck), print_blob=False)
KINDS = ["MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64"]


def plain(value):
    """What of a result has to be equal, as comparable values."""
    if isinstance(value, np.ma.MaskedArray):
        return ("masked", plain(value.data), plain(np.array(value.mask)))
    if isinstance(value, np.ndarray):
        data = (value.tolist() if value.dtype.hasobject
                else value.tobytes())
        return (type(value).__name__, value.dtype.str, value.shape, data)
    if isinstance(value, np.generic):
        return (type(value).__name__, value.tobytes())
    if isinstance(value, float):
        return ("float", value.hex())
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return (type(value).__name__, [plain(item) for item in value])
    return (type(value).__name__, repr(value))


def state_of(stream):
    if hasattr(stream, "get_state"):
        return plain(stream.get_state(legacy=False))
    return plain(stream.bit_generator.state)


def outcome(stream, name, args, kwargs):
    """Result or error, warnings, and the arguments afterwards."""
    args, kwargs = copy.deepcopy((args, kwargs))
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            result = plain(getattr(stream, name)(*args, **kwargs))
        except Exception as error:
            result = ("raised", type(error).__name__,
                      str(error).replace("sameseed.", ""))
    heard = [(w.category.__name__, str(w.message)) for w in said]
    return result, heard, plain(list(args)), plain(kwargs)


def agree(mine, yours, calls):
    for name, args, kwargs in calls:
        want = outcome(yours, name, args, kwargs)
        got = outcome(mine, name, args, kwargs)
        assert got == want, f"{name} {args} {kwargs}"
        assert state_of(mine) == state_of(yours), f"state after {name}"


@st.composite
def drawn(draw, methods):
    """A call: (name, args, kwargs) out of {name: [strategies]}."""
    name = draw(st.sampled_from(sorted(methods)))
    strategies, options = methods[name]
    args = [draw(s) for s in strategies]
    kwargs = {key: draw(s) for key, s in options.items()
              if draw(st.integers(0, 2))}
    return name, args, kwargs


def sized(methods):
    return {name: (strategies, {"size": na.SIZES})
            for name, strategies in methods.items()}


LEGACY = sized(na.DISTRIBUTIONS)
LEGACY.update(
    {name: ([], {"size": na.SIZES}) for name in
     ("random_sample", "random", "standard_normal", "standard_exponential",
      "standard_cauchy", "tomaxint")})
LEGACY.update({
    "rand": ([st.integers(0, 5)], {}), "randn": ([st.integers(-1, 5)], {}),
    "randint": ([na.BOUND], {"high": na.BOUND, "size": na.SIZES,
                             "dtype": na.INT_DTYPES}),
    "random_integers": ([st.integers(-5, 9)],
                        {"high": st.integers(3, 30), "size": na.SIZES}),
    "bytes": ([st.one_of(st.integers(-9, 40),
                         st.sampled_from(["a", 2.5, None]))], {}),
    "choice": ([na.POPULATION], {"size": na.SIZES, "replace": st.booleans(),
                                 "p": na.PROBABILITIES}),
    "shuffle": ([na.SHUFFLED], {}),
    "permutation": ([st.one_of(na.SHUFFLED, st.integers(-3, 30))], {}),
    "multinomial": ([st.one_of(st.integers(-1, 50), st.just(2.5)),
                     na.PROBABILITIES], {"size": na.SIZES}),
    "dirichlet": ([st.lists(st.floats(-0.1, 20), max_size=5)],
                  {"size": na.SIZES}),
    "seed": ([st.one_of(st.integers(-1, 2 ** 32), st.lists(
        st.integers(0, 2 ** 32 - 1), max_size=4), st.sampled_from(
            [np.int16(5), [[1]], "a", 1.5, np.array([7]), True]))], {}),
})
MODERN = sized(na.DISTRIBUTIONS)
TYPED = {"size": na.SIZES, "dtype": st.sampled_from(
    [np.float64, np.float32, "f4", "d", "i4", ">f8", "f2", float, None]),
    "out": st.sampled_from([None, None, np.zeros(3), np.zeros(3, "f4"),
                            np.zeros((2, 3), order="F"), np.zeros(6)[::2],
                            np.zeros((2, 3), "f4")])}
del TYPED["size"]
MODERN.update({
    "standard_cauchy": ([], {"size": na.SIZES}),
    "random": ([na.SIZES], TYPED), "standard_normal": ([na.SIZES], TYPED),
    "standard_exponential": ([na.SIZES], dict(
        TYPED, method=st.sampled_from(["zig", "inv", None]))),
    "standard_gamma": ([na.SCALE, na.SIZES], TYPED),
    "integers": ([na.BOUND], {"high": na.BOUND, "size": na.SIZES,
                              "dtype": na.INT_DTYPES,
                              "endpoint": st.sampled_from(
                                  [True, False, 1, 0])}),
    "bytes": LEGACY["bytes"],
    "choice": ([na.POPULATION], {"size": na.SIZES, "replace": st.booleans(),
                                 "p": na.PROBABILITIES, "axis": na.AXES,
                                 "shuffle": st.booleans()}),
    "shuffle": ([na.SHUFFLED], {"axis": na.AXES}),
    "permutation": ([st.one_of(na.SHUFFLED, st.integers(-3, 30))],
                    {"axis": na.AXES}),
    "permuted": ([na.SHUFFLED], {"axis": na.AXES}),
    "multinomial": ([na.whole(0, 50, -1), st.one_of(
        na.PROBABILITIES, st.just([[0.5, 0.5], [1.0, 0.0]]))],
        {"size": na.SIZES}),
    "multivariate_hypergeometric": (
        [st.lists(st.integers(-1, 40), max_size=5), st.integers(-1, 60)],
        {"size": na.SIZES, "method": st.sampled_from(
            ["marginals", "count", "x"])}),
    "dirichlet": ([st.one_of(st.lists(st.floats(-0.1, 20), max_size=5),
                             st.lists(st.floats(0, 0.09), max_size=5))],
                  {"size": na.SIZES}),
    "spawn": ([st.integers(-1, 0)], {}),
})


def normals(options):
    return {"multivariate_normal": ([st.just([0.5, -1, 2]), na.COVARIANCE.map(
        lambda c: np.resize(c, (3, 3)))], dict(options, size=na.SIZES,
        check_valid=st.sampled_from(["warn", "raise", "ignore", "x"])))}


LEGACY.update(normals({}))
MODERN.update(normals({"method": st.sampled_from(
    ["svd", "eigh", "cholesky", "x"])}))


@EXAMPLES
@given(st.integers(0, 2 ** 32 - 1), st.lists(drawn(LEGACY), min_size=1,
                                             max_size=4))
def test_randomstate(seed, calls):
    agree(ours.RandomState(seed), theirs.RandomState(seed), calls)


@EXAMPLES
@given(st.integers(0, 2 ** 70), st.sampled_from(KINDS),
       st.lists(drawn(MODERN), min_size=1, max_size=4))
def test_generator(seed, kind, calls):
    agree(ours.Generator(getattr(ours, kind)(seed)),
          theirs.Generator(getattr(theirs, kind)(seed)), calls)


@EXAMPLES
@given(st.integers(0, 2 ** 70), st.sampled_from(KINDS), st.booleans(),
       st.lists(drawn(MODERN), min_size=1, max_size=3))
def test_bit_generators_change_places(seed, kind, mine, calls):
    """Ours inside NumPy's Generator, NumPy's inside ours."""
    a, b = (ours, theirs) if mine else (theirs, ours)
    agree(a.Generator(getattr(b, kind)(seed)),
          theirs.Generator(getattr(theirs, kind)(seed)), calls)


@EXAMPLES
@given(st.sampled_from(KINDS), st.integers(0, 2 ** 70), st.booleans(),
       st.lists(drawn(LEGACY), min_size=1, max_size=3))
def test_randomstate_over_any_bit_generator(kind, seed, mine, calls):
    a, b = (ours, theirs) if mine else (theirs, ours)
    calls = [call for call in calls if call[0] != "seed"]
    agree(a.RandomState(getattr(b, kind)(seed)),
          theirs.RandomState(getattr(theirs, kind)(seed)), calls)


@EXAMPLES
@given(st.integers(0, 2 ** 32 - 1), st.lists(drawn(LEGACY), min_size=1,
                                             max_size=4))
def test_module_functions(seed, calls):
    ours.seed(seed)
    theirs.seed(seed)
    for call in calls:
        if call[0] == "tomaxint":
            continue
        assert outcome(ours, *call) == outcome(theirs, *call), call
        assert plain(ours.get_state()) == plain(theirs.get_state()), call


SEEDS = st.one_of(
    st.integers(-1, 2 ** 140), st.lists(st.one_of(
        st.integers(-1, 2 ** 70), st.sampled_from(["0x1f", "77", "x", 1.5])),
        max_size=5), st.sampled_from(
            [np.array([1, 2 ** 40]), np.array([5, 6], "u4"), (1, 2), "5", 1.5,
             range(4), np.int32(7), [[1, 2], [3]]]))
RAW = {
    "random_raw": ([], {"size": na.SIZES, "output": st.booleans()}),
    "jumped": ([], {"jumps": st.integers(-2, 3)}),
    "advance": ([st.one_of(st.integers(-2 ** 130, 2 ** 130),
                           st.just(1.5))], {}),
}


def bit_outcome(bit_generator, name, args, kwargs):
    if name in ("jumped", "advance"):
        method = getattr(bit_generator, name, None)
        if method is None:
            return "none"
        try:
            return plain(method(*args, **kwargs).state)
        except Exception as error:
            return type(error).__name__, str(error)
    return outcome(bit_generator, name, args, kwargs)


@EXAMPLES
@given(st.sampled_from(KINDS), SEEDS,
       st.lists(drawn(RAW), min_size=1, max_size=3))
def test_bit_generator(kind, seed, calls):
    made = []
    for module in (ours, theirs):
        try:
            made.append(getattr(module, kind)(seed))
        except Exception as error:
            made.append((type(error).__name__, str(error)))
    if isinstance(made[1], tuple):
        assert made[0] == made[1]
        return
    assert plain(made[0].state) == plain(made[1].state)
    for call in calls:
        assert bit_outcome(made[0], *call) == bit_outcome(made[1], *call)
        assert plain(made[0].state) == plain(made[1].state), call


@EXAMPLES
@given(SEEDS, st.lists(st.integers(0, 2 ** 40), max_size=3),
       st.sampled_from([4, 5, 8, 31, 32, 33, 60]), st.integers(0, 9),
       st.integers(-1, 40), st.sampled_from(
           [np.uint32, np.uint64, "u8", "i4"]))
def test_seed_sequence(entropy, key, pool, children, n, dtype):
    def run(module):
        try:
            s = module.SeedSequence(entropy, spawn_key=key, pool_size=pool)
            spawned = s.spawn(children)
            return (plain(s.pool), repr(s), plain(s.state),
                    [repr(c) for c in spawned],
                    [plain(c.pool) for c in spawned],
                    plain(s.generate_state(n, dtype)))
        except Exception as error:
            return type(error).__name__, str(error)

    assert run(ours) == run(theirs)


@pytest.mark.parametrize("cls", KINDS + ["RandomState", "Generator",
                                         "SeedSequence", "BitGenerator"])
def test_classes_have_the_same_signatures(cls):
    mine, yours = getattr(ours, cls), getattr(theirs, cls)
    assert str(inspect.signature(mine)) == str(inspect.signature(yours))
    for name in dir(yours):
        if name.startswith("__"):
            continue
        assert hasattr(mine, name), name
        theirs_is, ours_is = getattr(yours, name), getattr(mine, name)
        if callable(theirs_is):
            assert (str(inspect.signature(ours_is))
                    == str(inspect.signature(theirs_is))), name
            assert ours_is.__doc__, name


def test_the_modules_have_the_same_names():
    assert sorted(ours.__all__) == sorted(theirs.__all__)
    assert sorted(ours.mtrand.__all__) == sorted(theirs.mtrand.__all__)
    assert (sorted(ours.bit_generator.__all__)
            == sorted(theirs.bit_generator.__all__))
    for name in theirs.__all__:
        mine, yours = getattr(ours, name), getattr(theirs, name)
        if not isinstance(yours, type):
            assert (str(inspect.signature(mine))
                    == str(inspect.signature(yours))), name
            assert mine.__name__ == yours.__name__
            assert "sameseed." + yours.__module__ == mine.__module__


def stub_functions():
    """(class or None, name, parameters) of the type stubs."""
    path = ours.__file__.replace("__init__.py", "__init__.pyi")
    with open(path, encoding="utf-8") as f:
        tree = ast.parse(f.read())
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        for function in inner:
            if isinstance(function, ast.FunctionDef):
                a = function.args
                yield (node.name if node is not function else None,
                       function.name,
                       [x.arg for x in a.args + a.kwonlyargs],
                       bool(function.decorator_list))


def test_the_stubs_have_the_parameters_of_the_functions():
    seen = set()
    for cls, name, parameters, is_property in stub_functions():
        owner = getattr(ours, cls) if cls else ours
        seen.add(name if cls is None else cls)
        if is_property:
            assert not callable(getattr(owner, name)), name
            continue
        signature = inspect.signature(getattr(owner, name))
        want = [p.name for p in signature.parameters.values()
                if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]
        assert parameters == want, (cls, name)
    assert seen >= set(ours.__all__)


WRONG_CALLS = [
    ("normal", (1, 2, 3, 4), {}), ("normal", (), {"foo": 1}),
    ("normal", (1,), {"loc": 2}), ("beta", (), {}), ("beta", (1,), {}),
    ("beta", (), {"b": 1}), ("beta", (1,), {"foo": 1}),
    ("shuffle", (), {}), ("permutation", (), {}), ("bytes", (), {}),
    ("choice", (), {}), ("hypergeometric", (1, 2), {}),
    ("multinomial", (1,), {}), ("dirichlet", (), {})]


def test_bounds_of_no_elements():
    """NumPy would read beyond them."""
    with pytest.raises(ValueError, match="not compatible"):
        ours.default_rng(1).integers(0, [], size=1)
    with pytest.raises(ValueError, match="not compatible"):
        ours.RandomState(1).randint([], 5, size=(1, 1))
    assert ours.default_rng(1).integers(0, []).shape == (0,)


@pytest.mark.parametrize("call", WRONG_CALLS, ids=str)
def test_wrong_calls_get_the_same_errors(call):
    for a, b in ((ours.RandomState(1), theirs.RandomState(1)),
                 (ours.default_rng(1), theirs.default_rng(1))):
        assert outcome(a, *call) == outcome(b, *call)
