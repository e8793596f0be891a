# SPDX-License-Identifier: MIT
"""Random numbers and arrays, in favour of what is hard to print."""
import numpy as np


def real(r):
    """One float, from a mixture of hard cases."""
    kind = r.randrange(17)
    if kind == 0:
        return r.random()
    if kind == 1:
        return r.gauss(0, 1)
    if kind == 2:
        return float(r.randrange(-20, 20))
    if kind == 3:
        return round(r.uniform(-100, 100), r.randrange(12))
    if kind == 4:
        return r.randrange(-4000, 4000) / 2.0**r.randrange(14)
    if kind == 5:
        return 2.0**r.randrange(-40, 40)
    if kind == 6:
        return 10.0**r.randrange(-12, 20) * r.choice([1, -1, 3])
    if kind == 7:
        return r.choice([0.0, -0.0])
    if kind == 8:
        return r.choice([float("nan"), float("inf"), -float("inf")])
    if kind == 9:
        return r.gauss(0, 1) * 10.0**r.randrange(-320, 308)
    if kind == 10:
        return 2.0**r.randrange(-1074, 1024)
    if kind == 11:
        return r.choice([1e-4, 1e3, 1e6, 1e8, 999.5, 1e5]) * (
            1 + r.randrange(-3, 4) * 2.0**-r.choice([10, 23, 52]))
    if kind == 12:
        return ((r.randrange(0, 10**r.randrange(1, 9)) + 0.5)
                / 10.0**r.randrange(10))
    if kind == 13:
        return 5e-324 * r.randrange(1, 2**r.randrange(1, 52))
    if kind == 14:
        return float(r.randrange(2**r.randrange(1, 60)))
    if kind == 15:
        return 1.0 - 10.0**-r.randrange(1, 17)
    return r.uniform(0, 1000)


def reals(r, count):
    """Floats of one array: few kinds at a time, so that modes differ."""
    style = r.randrange(8)
    if style == 0:
        return [real(r) for _ in range(count)]
    if style == 1:
        return [r.random() for _ in range(count)]
    if style == 2:
        return [r.gauss(0, 1) for _ in range(count)]
    if style == 3:
        return [float(r.randrange(-50, 50)) for _ in range(count)]
    if style == 4:
        scale = r.choice([1e-3, 1, 1e2, 1e5])
        few = [round(r.uniform(0, 1) * scale, r.randrange(8))
               for _ in range(5)]
        return [r.choice(few) for _ in range(count)]
    pool = [real(r) for _ in range(r.randrange(1, 4))]
    if style == 5:
        pool = [x for x in pool if abs(x) < 1e4] or [0.5]
    return [r.choice(pool) * r.choice([1, 1, 1, -1]) if style == 6
            else r.choice(pool) + 0 * i for i in range(count)]


def shape_of(r):
    ndim = r.choice([0, 1, 1, 1, 2, 2, 3, 4])
    if ndim == 1 and r.randrange(3) == 0:
        return (r.choice([0, 1, 2, 6, 7, 19, 20, 21, 50, 120]),)
    most = {0: 1, 1: 30, 2: 9, 3: 5, 4: 4}[ndim]
    return tuple(r.randrange(0 if r.randrange(20) == 0 else 1, most + 1)
                 for _ in range(ndim))


def random_str(r):
    letters = ("abcXYZ 019'\"\\\n\t\r\x00\x07\x7f\xa0\xe9\u0301\u2028\u3000"
               "\u4e2d\U0001f600\U000e0001")
    return "".join(r.choice(letters) for _ in range(r.randrange(6)))


def array_of(r, name):
    shape = shape_of(r)
    count = int(np.prod(shape)) if shape else 1
    with np.errstate(all="ignore"):
        if name == "bool":
            flat = np.array([r.random() < 0.5 for _ in range(count)], bool)
        elif name in ("str", "bytes"):
            words = [random_str(r) for _ in range(count)]
            if name == "bytes":
                words = [w.encode()[:7] for w in words]
            flat = np.array(words, "U" if name == "str" else "S")
        elif name.startswith(("int", "uint")):
            info = np.iinfo(name)
            span = r.choice([3, 10, 100, 1000, 10**6, 10**20])
            flat = np.array([min(max(r.randrange(-span, span + 1), info.min),
                                 info.max) for _ in range(count)], name)
        elif name.startswith("complex"):
            flat = np.zeros(count, name)
            flat.real = np.array(reals(r, count), "f8")
            flat.imag = np.array(reals(r, count), "f8")
        else:
            flat = np.array(reals(r, count), "f8").astype(name)
    array = flat.reshape(shape)
    if array.ndim > 1 and r.randrange(3) == 0:
        array = array.swapaxes(0, r.randrange(array.ndim))
    if array.ndim > 0 and r.randrange(5) == 0:
        array = array[::r.choice([-1, 2, -2])]
    return array
