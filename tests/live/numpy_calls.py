# SPDX-License-Identifier: MIT
"""The C library's RandomState by ctypes, and random arguments for each method.

The library is the file named by SS_LIBRARY, else build/libsameseed.so.
"""
import ctypes as c
import math
import os
import pathlib

import pytest

np = pytest.importorskip("numpy")
if np.__version__ != "2.4.6":
    pytest.skip(f"NumPy {np.__version__} is not the one that is imitated",
                allow_module_level=True)

N = 624
ROOT = pathlib.Path(__file__).resolve().parents[2]


class MT19937(c.Structure):
    _fields_ = [("key", c.c_uint32 * N), ("pos", c.c_uint32)]


class Pcg64(c.Structure):
    _fields_ = [(name, c.c_uint64) for name in
                "state_high state_low inc_high inc_low".split()] + [
        ("has_uint32", c.c_uint32), ("uinteger", c.c_uint32)]


class Philox(c.Structure):
    _fields_ = [("counter", c.c_uint64 * 4), ("key", c.c_uint64 * 2),
                ("buffer", c.c_uint64 * 4), ("buffer_pos", c.c_uint32),
                ("has_uint32", c.c_uint32), ("uinteger", c.c_uint32)]


class Sfc64(c.Structure):
    _fields_ = [("state", c.c_uint64 * 4), ("has_uint32", c.c_uint32),
                ("uinteger", c.c_uint32)]


class BitgenState(c.Union):
    _fields_ = [("mt", MT19937), ("pcg", Pcg64), ("philox", Philox),
                ("sfc", Sfc64)]


class Bitgen(c.Structure):
    _anonymous_ = ["u"]
    _fields_ = [("kind", c.c_int), ("u", BitgenState)]


class BinomialSetup(c.Structure):
    _fields_ = [("has_binomial", c.c_int), ("n", c.c_int64),
                ("p", c.c_double), ("q", c.c_double), ("pow_q", c.c_double),
                ("bound", c.c_int64)] + [
        (name, c.c_double) for name in
        "r fm p1 xm xl xr c laml lamr p2 p3 p4".split()] + [("m", c.c_int64)]


class RandomState(c.Structure):
    _fields_ = [("bitgen", Bitgen), ("has_gauss", c.c_int),
                ("gauss", c.c_double), ("binomial", BinomialSetup),
                ("release", c.c_uint32)]


class Int65(c.Structure):
    _fields_ = [("negative", c.c_bool), ("low", c.c_uint64)]


class Buffer(c.Structure):
    _fields_ = [("word", c.c_uint32), ("left", c.c_int)]


def load():
    path = os.environ.get("SS_LIBRARY", ROOT / "build" / "libsameseed.so")
    if not pathlib.Path(path).exists():
        pytest.skip(f"no library at {path}; set SS_LIBRARY",
                    allow_module_level=True)
    lib = c.CDLL(str(path))
    lib.ss_status_message.restype = c.c_char_p
    lib.ss_status_exception.restype = c.c_char_p
    return lib


def text(lib, status):
    """The exception a status stands for: (class name, message)."""
    return (lib.ss_status_exception(status).decode(),
            lib.ss_status_message(status).decode())


# name: (type of the result, types of the parameters)
METHODS = {
    "beta": "d dd", "binomial": "i id", "chisquare": "d d",
    "exponential": "d d", "f": "d dd", "gamma": "d dd", "geometric": "i d",
    "gumbel": "d dd", "hypergeometric": "i iii", "laplace": "d dd",
    "logistic": "d dd", "lognormal": "d dd", "logseries": "i d",
    "negative_binomial": "i dd", "noncentral_chisquare": "d dd",
    "noncentral_f": "d ddd", "normal": "d dd", "pareto": "d d",
    "poisson": "i d", "power": "d d", "random_sample": "d ",
    "rayleigh": "d d", "standard_cauchy": "d ", "standard_exponential": "d ",
    "standard_gamma": "d d", "standard_normal": "d ", "standard_t": "d d",
    "tomaxint": "i ", "triangular": "d ddd", "uniform": "d dd",
    "vonmises": "d dd", "wald": "d dd", "weibull": "d d", "zipf": "i d",
}
CTYPE = {"d": c.c_double, "i": c.c_int64}
DTYPE = {"d": np.float64, "i": np.int64}


def call(lib, rs, name, args):
    """One unchecked scalar draw."""
    result, types = METHODS[name].split(" ")
    f = getattr(lib, "ss_numpy_" + name)
    f.restype = CTYPE[result]
    return f(c.byref(rs), *[CTYPE[t](a) for t, a in zip(types, args)])


def check(lib, name, args):
    types = METHODS[name].split(" ")[1]
    f = getattr(lib, f"ss_numpy_{name}_check")
    return f(*[CTYPE[t](a) for t, a in zip(types, args)])


def fill(lib, rs, name, args, n):
    """n values and the status."""
    result, types = METHODS[name].split(" ")
    out = np.empty(n, DTYPE[result])
    f = getattr(lib, f"ss_numpy_{name}_fill")
    f.restype = c.c_int if types else None
    status = f(c.byref(rs), *[CTYPE[t](a) for t, a in zip(types, args)],
               c.c_void_p(out.ctypes.data), c.c_size_t(n))
    return out, status or 0


def state_of(rs):
    mt = rs.bitgen.mt
    return (np.frombuffer(bytes(mt.key), np.uint32), mt.pos, rs.has_gauss,
            np.float64(rs.gauss).view(np.uint64))


def check_state(rs, numpy_rs, what):
    key, pos, has_gauss, gauss = state_of(rs)
    name, nkey, npos, nhas, ngauss = numpy_rs.get_state()
    assert (pos, has_gauss) == (npos, nhas), f"{what}: {pos, has_gauss} " \
        f"afterwards, NumPy has {npos, nhas}"
    assert gauss == np.float64(ngauss).view(np.uint64), f"{what}: gauss"
    assert (key == nkey).all(), f"{what}: key"


def same(ours, theirs, what):
    """The same bits, NaN being NaN."""
    ours, theirs = np.atleast_1d(ours), np.atleast_1d(theirs)
    assert ours.shape == theirs.shape, f"{what}: shape"
    if theirs.dtype == np.float64:
        a, b = ours.view(np.int64), theirs.view(np.int64)
        bad = (a != b) & ~(np.isnan(ours) & np.isnan(theirs))
    else:
        bad = ours != theirs
    if bad.any():
        i = int(np.argmax(bad))
        pytest.fail(f"{what}: value {i} of {ours.size} is {ours[i]!r}, "
                    f"NumPy's is {theirs[i]!r}")


# Arguments: the ordinary, the borders between algorithms, the extreme.

def positive(g):
    kind = g.integers(6)
    if kind == 0:
        return float(g.choice([1.0, 0.5, 2.0, 3.0, 10.0, 1.5, 100.0, 0.1]))
    if kind == 1:
        return float(g.random()) or 1.0
    if kind == 2:
        return float(10.0 ** g.uniform(-3, 3))
    if kind == 3:
        return float(10.0 ** g.uniform(-300, 300))
    if kind == 4:
        return float(np.nextafter(1.0, g.choice([0.0, 2.0])))
    return float(g.integers(1, 50))


def rarely(g, value, otherwise):
    return value if g.random() < 0.02 else otherwise


def scale(g):
    return rarely(g, math.nan, rarely(g, 0.0, positive(g)))


def real(g):
    return float(g.choice([0.0, 1.0, -1.0])) * positive(g)


def shape(g):
    return rarely(g, 0.0, rarely(g, math.inf, positive(g)))


def unit(g):
    kind = g.integers(5)
    if kind == 0:
        return float(g.choice([0.0, 1.0, 0.5, 0.3, 0.7, 0.1, 0.9]))
    if kind == 1:
        return float(10.0 ** g.uniform(-12, 0))
    if kind == 2:
        return float(1.0 - 10.0 ** g.uniform(-12, 0))
    return float(g.random())


def count(g):
    kind = g.integers(5)
    if kind == 0:
        return int(g.integers(0, 5))
    if kind == 1:
        return int(g.integers(0, 200))
    if kind == 2:
        return int(g.integers(0, 100000))
    if kind == 3:
        return int(10 ** g.uniform(0, 18.9))
    return int(g.choice([10, 30, 31, 60, 100, 1000]))


def binomial(g):
    return count(g), unit(g)


def lam(g):
    kind = g.integers(6)
    if kind == 0:
        return float(g.choice([0.0, 10.0, 9.999999999999998, 1.0, 5.0]))
    if kind == 1:
        return float(10.0 ** g.uniform(1, 18.96))
    if kind == 2:
        return float(10.0 ** g.uniform(-300, 0))
    return float(g.uniform(0, 60))


def hypergeometric(g):
    while True:
        good, bad = (count(g) >> int(g.integers(2, 30)) if g.random() < 0.5
                     else int(g.integers(0, 60)) for _ in range(2))
        if good + bad:
            break
    if g.random() < 0.4:
        sample = int(g.integers(1, 14))
    else:
        sample = int(1 + g.random() * (good + bad))
    return good, bad, min(sample, good + bad)


def triangular(g):
    left, mode, right = sorted(real(g) for _ in range(3))
    return (left, mode, right) if left < right else (-1.0, 0.25, 2.0)


def uniform(g):
    low, high = real(g), real(g)
    return (low, high) if math.isfinite(high - low) else (0.0, 1.0)


def kappa(g):
    kind = g.integers(5)
    if kind == 0:
        return float(10.0 ** g.uniform(-20, -4))
    if kind == 1:
        return float(10.0 ** g.uniform(0, 15))
    if kind == 2:
        return rarely(g, math.nan, float(g.choice([0.0, 1e-8, 1e-5, 4.0])))
    return float(g.uniform(0, 20))


def small(g):
    return float(10.0 ** g.uniform(-6, 6))


def zipf(g):
    kind = g.integers(3)
    if kind == 0:
        return float(g.uniform(1.02, 2))
    return float(g.uniform(2, 6)) if kind == 1 else float(g.uniform(6, 1024))


ARGUMENTS = {
    "beta": lambda g: (positive(g), positive(g)),
    "binomial": binomial,
    "chisquare": lambda g: (positive(g),),
    "exponential": lambda g: (scale(g),),
    "f": lambda g: (positive(g), positive(g)),
    "gamma": lambda g: (shape(g), scale(g)),
    "geometric": lambda g: (unit(g) or 0.2,),
    "gumbel": lambda g: (real(g), scale(g)),
    "hypergeometric": hypergeometric,
    "laplace": lambda g: (real(g), scale(g)),
    "logistic": lambda g: (real(g), scale(g)),
    "lognormal": lambda g: (real(g), scale(g)),
    "logseries": lambda g: (min(unit(g), 1 - 2.0 ** -53),),
    "negative_binomial": lambda g: (small(g), unit(g)),
    "noncentral_chisquare": lambda g: (positive(g), scale(g)),
    "noncentral_f": lambda g: (positive(g), positive(g), scale(g)),
    "normal": lambda g: (real(g), scale(g)),
    "pareto": lambda g: (positive(g),),
    "poisson": lambda g: (lam(g),),
    "power": lambda g: (positive(g),),
    "random_sample": lambda g: (),
    "rayleigh": lambda g: (scale(g),),
    "standard_cauchy": lambda g: (),
    "standard_exponential": lambda g: (),
    "standard_gamma": lambda g: (shape(g),),
    "standard_normal": lambda g: (),
    "standard_t": lambda g: (positive(g),),
    "tomaxint": lambda g: (),
    "triangular": triangular,
    "uniform": uniform,
    "vonmises": lambda g: (real(g) if g.random() < 0.2 else
                           float(g.uniform(-4, 4)), kappa(g)),
    "wald": lambda g: (positive(g), positive(g)),
    "weibull": lambda g: (rarely(g, 0.0, positive(g)),),
    "zipf": lambda g: (zipf(g),),
}
