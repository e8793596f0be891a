# SPDX-License-Identifier: MIT
"""Printed arrays and scalars against the installed NumPy, byte for byte."""
import ctypes
import random

import numpy as np
import pytest

from textlib import (COUNT, DTYPES, ELEMENT, KINDS, SEED, UNLIMITED,
                     NumpyOptions, dtype_number, library, text_of, view, zero)
from text_values import array_of, real

MODES = ["fixed", "unique", "maxprec", "maxprec_equal"]
LEGACY = {"1.13": 113, "1.21": 121, "1.25": 125, "2.1": 201, "2.2": 202}
NAMES = [n for n in DTYPES if n not in ("bfloat16", "object")]
WEIGHTED = NAMES + ["float64"] * 6 + ["float32"] * 5 + ["float16"] * 3


def random_options(r):
    """np.printoptions arguments, each set now and then."""
    o = {}
    if r.randrange(2):
        o["precision"] = r.choice([0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 16, 17, 20])
    if r.randrange(2):
        o["threshold"] = r.choice([0, 1, 3, 5, 6, 10, 20, 50])
    if r.randrange(2):
        o["edgeitems"] = r.randrange(0, 5)
    if r.randrange(2):
        o["linewidth"] = r.choice([1, 5, 10, 20, 30, 40, 60, 80, 120, 10**6])
    if r.randrange(3) == 0:
        o["suppress"] = True
    if r.randrange(3) == 0:
        o["sign"] = r.choice("+- ")
    if r.randrange(2):
        o["floatmode"] = r.choice(MODES)
    if r.randrange(6) == 0:
        o["nanstr"] = r.choice(["NaN", "-", "not a number", "\u2205\u2205", ""])
    if r.randrange(6) == 0:
        o["infstr"] = r.choice(["Inf", "infinity", "\u221e"])
    return o


def c_options(o, element=None, formatter=0):
    c = NumpyOptions()
    for name in ("precision", "threshold", "edgeitems", "linewidth"):
        if name in o:
            setattr(c, name, zero(o[name]))
    c.suppress = o.get("suppress", False)
    c.sign = o.get("sign", "-").encode()
    if o.get("legacy") == "1.13":
        c.sign = b"-"
    if "floatmode" in o:
        c.floatmode = MODES.index(o["floatmode"]) + 1
    if "nanstr" in o:
        c.nanstr = o["nanstr"].encode()
    if "infstr" in o:
        c.infstr = o["infstr"].encode()
    c.legacy = LEGACY.get(o.get("legacy"), 0)
    if element is not None:
        c.element = element
        c.formatter = formatter
    return c


def said(call, *arguments):
    """What NumPy answers; the exception's name where it raises."""
    try:
        return call(*arguments)
    except (ValueError, TypeError) as error:
        return type(error).__name__


def same(got, want, what):
    if isinstance(got, int):
        got = {6: "ValueError", 8: "TypeError"}.get(got, got)
    if want == "TypeError" and got == "ValueError":
        return
    if got != want:
        pytest.fail(f"seed {SEED}: {what}\n--- NumPy\n{want}\n--- ours\n{got}")


def check(array, o, what, element=None, formatter=0):
    c = c_options(o, element, formatter)
    a = view(array)
    with np.printoptions(**o), np.errstate(all="ignore"):
        want = said(repr, array), said(str, array)
        got = (text_of("ss_numpy_repr", ctypes.byref(a), ctypes.byref(c)),
               text_of("ss_numpy_text", ctypes.byref(a), ctypes.byref(c)))
    for g, w in zip(got, want):
        same(g, w, f"{what}, {array.dtype}, {array.shape}, {o}: "
             f"{array.tolist()!r}")


def test_random_arrays_under_random_options():
    r = random.Random(SEED)
    for case in range(COUNT):
        array = array_of(r, r.choice(WEIGHTED))
        check(array, random_options(r) if r.randrange(5) else {},
              f"case {case}")


def test_random_arrays_in_legacy_modes():
    r = random.Random(SEED + 1)
    for case in range(COUNT):
        o = random_options(r) | {"legacy": r.choice(list(LEGACY))}
        check(array_of(r, r.choice(WEIGHTED)), o, f"case {case}")


def test_random_array2string_arguments():
    r = random.Random(SEED + 2)
    for case in range(COUNT):
        array = array_of(r, r.choice(WEIGHTED))
        o = random_options(r)
        if r.randrange(4) == 0:
            o["legacy"] = r.choice(list(LEGACY))
        separator = r.choice([" ", ", ", ",", "; ", "\u2192 ", ",\n", "", "  "])
        prefix = "x" * r.randrange(12)
        suffix = r.choice(["", ")", " \u00e9nd", ", dtype=x)"])
        a, c = view(array), c_options(o)
        with np.printoptions(**o), np.errstate(all="ignore"):
            want = said(lambda: np.array2string(
                array, separator=separator, prefix=prefix, suffix=suffix))
        got = text_of("ss_numpy_array2string", ctypes.byref(a),
                      ctypes.byref(c), separator.encode(), prefix.encode(),
                      suffix.encode())
        same(got, want, f"case {case}, {separator!r}, {prefix!r}, {suffix!r}, "
             f"{o}, {array!r}")


WORDS = ["x", "longer word", " ", "two\nlines", "a\nb\nccc\n", "\u00e9\u2192",
         "tail  ", "", "  x", "end\n", "1\r\n2", "\u3000", "a\u2028bb"]


def test_random_formatters():
    r = random.Random(SEED + 3)
    for case in range(COUNT):
        words = r.sample(WORDS, r.randrange(1, 4))
        if r.randrange(2):
            words = [w for w in words if w != ""] or ["x"]
        turn = {"want": 0, "got": 0}

        def word(who):
            turn[who] += 1
            return words[turn[who] % len(words)]

        @ELEMENT
        def element(_context, _dtype, _item, _size, out):
            w = word("got").encode()
            return library.ss_text_append(out, w, len(w))

        key = r.choice(list(KINDS))
        o = random_options(r) | {"formatter": {key: lambda x: word("want")}}
        if r.randrange(4) == 0:
            o["legacy"] = r.choice(list(LEGACY))
        array = array_of(r, r.choice(WEIGHTED))
        c, a = c_options(o, element, KINDS[key]), view(array)
        with np.printoptions(**o), np.errstate(all="ignore"):
            want = said(lambda: np.array2string(array))
        got = text_of("ss_numpy_array2string", ctypes.byref(a),
                      ctypes.byref(c), None, None, None)
        same(got, want, f"case {case}, {words}, {o}, {array.tolist()!r}")


def test_object_arrays_print_through_the_callback():
    r = random.Random(SEED + 4)
    for case in range(COUNT // 4):
        things = [r.choice([None, "ab'c", 1.5, 3, (1, 2), np.arange(3.0),
                            np.eye(2)]) for _ in range(r.randrange(1, 40))]
        array = np.empty(len(things), object)
        for i, thing in enumerate(things):
            array[i] = thing
        if len(things) % 2 == 0:
            array = array.reshape(2, -1)

        @ELEMENT
        def element(_context, _dtype, item, _size, out):
            thing = ctypes.cast(item, ctypes.POINTER(ctypes.py_object))[0]
            w = repr(thing).encode()
            return library.ss_text_append(out, w, len(w))

        check(array, random_options(r), f"case {case}", element)


def scalar_values(r, name):
    if name == "bool":
        return np.bool_(r.randrange(2))
    if name in ("str", "bytes"):
        return array_of(r, name).reshape(-1)[:1]
    if name.startswith(("int", "uint")):
        info = np.iinfo(name)
        return np.dtype(name).type(r.randrange(info.min, int(info.max) + 1))
    with np.errstate(all="ignore"):
        if name.startswith("complex"):
            return np.dtype(name).type(complex(real(r), real(r)))
        return np.dtype(name).type(real(r))


def test_random_scalars():
    r = random.Random(SEED + 5)
    for case in range(4 * COUNT):
        x = scalar_values(r, r.choice(WEIGHTED))
        if isinstance(x, np.ndarray):
            if x.size == 0:
                continue
            x = x[0]
        array = np.array(x)
        legacy = r.choice([None, None, None] + list(LEGACY))
        number = LEGACY.get(legacy, 0)
        for call, function in (("repr", repr), ("text", str)):
            with np.printoptions(legacy=legacy or False):
                want = function(x)
            data = array.__array_interface__["data"][0]
            got = text_of(f"ss_numpy_scalar_{call}_legacy",
                          dtype_number(array.dtype), ctypes.c_void_p(data),
                          ctypes.c_size_t(array.dtype.itemsize), number)
            same(got, want, f"case {case}, {call}, legacy {legacy}")
            if legacy is None:
                got = text_of(f"ss_numpy_scalar_{call}",
                              dtype_number(array.dtype), ctypes.c_void_p(data),
                              ctypes.c_size_t(array.dtype.itemsize))
                same(got, want, f"case {case}, {call}")


def test_every_half():
    halves = np.arange(65536, dtype=np.uint16).view(np.float16)
    for x in halves:
        array = np.array(x)
        data = array.__array_interface__["data"][0]
        got = text_of("ss_numpy_scalar_text", 9, ctypes.c_void_p(data),
                      ctypes.c_size_t(2))
        same(got, str(x), f"half {array.view(np.uint16):#06x}")
    for i in range(0, 65536, 8):
        o = {"floatmode": MODES[i // 8 % 4], "precision": 3 + i % 5}
        check(halves[i:i + 8], o, f"halves from {i}")


def test_all_powers_of_two():
    powers = [2.0**e for e in range(-1074, 1024)]
    for x in powers:
        same(text_of("ss_python_float_text", x), repr(x), "power of two")
        array = np.array([x, -x])
        for precision in (8, 14, 15, 16, 17):
            check(array, {"precision": precision}, "power of two")
    for name in ("float32", "float16"):
        info = np.finfo(name)
        for e in range(info.minexp - info.nmant, info.maxexp):
            array = np.array([2.0**e, 3.0 * 2.0**(e - 1)], name)
            for precision in (3, 4, 7, 8, 9, 12):
                check(array, {"precision": precision}, "power of two")


def test_python_floats_and_complex():
    r = random.Random(SEED + 6)
    for case in range(4 * COUNT):
        x, y = real(r), real(r)
        same(text_of("ss_python_float_text", x), repr(x), f"case {case}")
        same(text_of("ss_python_complex_text", x, y), repr(complex(x, y)),
             f"case {case}")


def test_no_limit():
    array = np.arange(2500.0) / 7
    c = NumpyOptions(threshold=UNLIMITED, linewidth=UNLIMITED)
    a = view(array)
    with np.printoptions(threshold=np.inf, linewidth=np.inf):
        same(text_of("ss_numpy_repr", ctypes.byref(a), ctypes.byref(c)),
             repr(array), "no limits")
