# SPDX-License-Identifier: MIT
"""Strategies of hypothesis for calls of numpy.random: good arguments, odd
ones and wrong ones, as numbers, NumPy scalars, lists and arrays."""
import numpy as np
from hypothesis import strategies as st

SHAPES = st.sampled_from([(), (1,), (2,), (3,), (2, 3), (3, 1), (1, 3), (0,),
                          (2, 0), (2, 1, 3)])
SIZES = st.one_of(
    st.none(), st.integers(0, 20), SHAPES, SHAPES.map(list),
    st.sampled_from([np.int64(3), True, -1, (2, -1), 1.5, "a", (1.5,), 700,
                     5000]))


def spread(scalars, wrong):
    """A parameter whose elements are scalars, or something wrong."""
    arrays = st.builds(
        lambda shape, pool, kind: kind(np.resize(np.array(pool), shape)),
        SHAPES, st.lists(scalars, min_size=1, max_size=6),
        st.sampled_from([np.asarray, np.asfortranarray, lambda a: a.tolist(),
                         lambda a: a[::-1] if a.ndim else a,
                         lambda a: a.astype("f4")]))
    plain = st.one_of(scalars, scalars, scalars.map(np.float64),
                      scalars.map(lambda x: np.array(x)))
    return st.one_of(plain, plain, arrays, wrong)


WRONG = st.sampled_from([None, "a", "3", 1j, [], [1, "a"], {}, b"1"])


def reals(low, high, *special):
    inside = st.floats(low, high, allow_nan=False)
    return spread(st.one_of(inside, inside, st.sampled_from(special))
                  if special else inside, WRONG)


def whole(low, high, *special):
    inside = st.integers(low, high)
    scalars = (st.one_of(inside, inside, inside, st.sampled_from(special))
               if special else inside)
    return spread(scalars, WRONG)


ANY = reals(-1e3, 1e3, 0.0, -0.0, 1e300, float("inf"))
SCALE = reals(0, 1e3, 0.0, -0.0, -1.0, 1e-300, 1)
POSITIVE = reals(1e-3, 1e3, 0.0, -1.0, 1.0, 2)
SMALL = reals(1e-3, 50, 0.0, -1.0, 1.0, 2)
UNIT = reals(0, 1, 0.0, 1.0, -0.1, 1.5, float("nan"), 1e-9)
DF = reals(1e-2, 100, 0.0, -1.0, 1, 3)

DISTRIBUTIONS = {
    "beta": [POSITIVE, POSITIVE], "exponential": [SCALE],
    "gamma": [SCALE, SCALE], "f": [DF, DF], "noncentral_f": [DF, DF, SCALE],
    "chisquare": [DF], "noncentral_chisquare": [DF, SCALE],
    "standard_t": [DF], "vonmises": [ANY.filter(lambda x: "inf" not in str(x)),
                                     reals(0, 1e7, 0.0, 1e-9, -1.0)],
    "pareto": [POSITIVE], "weibull": [SCALE], "power": [POSITIVE],
    "normal": [ANY, SCALE], "laplace": [ANY, SCALE], "gumbel": [ANY, SCALE],
    "logistic": [ANY, SCALE], "lognormal": [ANY, SCALE], "rayleigh": [SCALE],
    "wald": [POSITIVE, POSITIVE],
    "triangular": [reals(-5, 1), reals(0, 2), reals(1, 5)],
    "uniform": [ANY, ANY], "standard_gamma": [SCALE],
    "binomial": [whole(0, 10 ** 4, 0, 1, -1, 2 ** 40, 2 ** 63), UNIT],
    "negative_binomial": [reals(1e-2, 1e3, 0.0, -1.0), UNIT],
    "poisson": [reals(0, 1e3, 0.0, -1.0, 1e9, 1e19, float("nan"))],
    "zipf": [reals(1.2, 50, 1.0, 0.5)],
    "geometric": [UNIT],
    "hypergeometric": [whole(0, 500, -1), whole(0, 500, -1),
                       whole(0, 50, -1, 0)],
    "logseries": [reals(0, 0.99, 0.0, 1.0, -0.1, float("nan"))],
}
PROBABILITIES = st.one_of(
    st.lists(st.floats(0, 1), min_size=1, max_size=6).map(
        lambda x: [v / (sum(x) or 1) for v in x]),
    st.lists(st.floats(-0.1, 1), max_size=4), st.just([0.5, float("nan")]),
    st.lists(st.floats(0.1, 1), min_size=2, max_size=6).map(
        lambda x: (np.array(x) / sum(x)).astype("f4")))
BOUND = st.one_of(
    st.integers(-10, 300), st.integers(-2 ** 65, 2 ** 65),
    st.sampled_from([2 ** k + d for k in (1, 8, 16, 31, 32, 63, 64)
                     for d in (-1, 0, 1)]
                    + [-2 ** k for k in (7, 15, 31, 63)]),
    st.lists(st.integers(-10, 300), min_size=1, max_size=3),
    st.lists(st.integers(0, 2 ** 33), min_size=1, max_size=3).map(np.array),
    st.integers(-100, 127).map(np.int8), st.floats(-5, 500),
    st.lists(st.floats(-5, 500), min_size=1, max_size=3),
    st.sampled_from(["7", None, [[1], [2]], np.array([2 ** 64 - 1,
                                                         5], "u8")]))
INT_DTYPES = st.sampled_from(
    [int, bool, np.int64, np.int8, np.int16, np.int32, np.uint8, np.uint16,
     np.uint32, np.uint64, np.bool_, "i4", "uint64", "l", "f8", ">i4", None,
     np.dtype("u2"), "nonsense"])
POPULATION = st.one_of(
    st.integers(-1, 40), st.lists(st.integers(0, 9), max_size=9),
    st.sampled_from([np.arange(12).reshape(3, 4), np.array(5), 2.5, "abc",
                     list("abcd"), np.arange(20000), 20000,
                     np.array([1.5, 2.5, 3.5])]))
SHUFFLED = st.one_of(
    st.lists(st.integers(0, 9), max_size=9),
    st.sampled_from([list("abcdef"), (1, 2, 3), "abc", 5, {1: 2}]),
    st.builds(lambda shape, dtype, order: np.asarray(
        np.arange(int(np.prod(shape))).reshape(shape).astype(dtype),
        order=order), SHAPES, st.sampled_from(["i8", "f4", "u1", "O", "c16"]),
        st.sampled_from("CF")),
    st.sampled_from([np.arange(30)[::3], np.arange(24).reshape(4, 6)[:, ::2],
                     np.ma.masked_less(np.arange(8), 3),
                     np.arange(9000), np.zeros(5, "i4,f8")]))
AXES = st.sampled_from([0, 0, 1, -1, 2, None, "a"])
COVARIANCE = st.integers(1, 4).flatmap(lambda n: st.lists(
    st.lists(st.floats(-2, 2), min_size=n, max_size=n), min_size=n,
    max_size=n).map(lambda rows: (np.array(rows) @ np.array(rows).T)))
