#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compare the C library with the NumPy that runs this, of any release from
1.16 on, over random calls of numpy.random: values and states as bits.

usage: compare_release.py LIBRARY [COUNT [SEED]]

Any Python that has the wheel will do: pip install --target DIR
numpy==VERSION, then PYTHONPATH=DIR. Ends with 1 if anything differed.
"""
import collections
import ctypes as c
import sys
import time

import release_cases as cases

np = cases.np
MAX_POOL = 32


class MT19937(c.Structure):
    _fields_ = [("key", c.c_uint32 * 624), ("pos", c.c_uint32)]


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


class State(c.Union):
    _fields_ = [("mt", MT19937), ("pcg", Pcg64), ("philox", Philox),
                ("sfc", Sfc64)]


class Bitgen(c.Structure):
    _anonymous_ = ["u"]
    _fields_ = [("kind", c.c_int), ("u", State)]


class Setup(c.Structure):
    _fields_ = [("has_binomial", c.c_int), ("n", c.c_int64),
                ("p", c.c_double), ("q", c.c_double), ("pow_q", c.c_double),
                ("bound", c.c_int64), ("rest", c.c_double * 12),
                ("m", c.c_int64)]


class RandomState(c.Structure):
    _fields_ = [("bitgen", Bitgen), ("has_gauss", c.c_int),
                ("gauss", c.c_double), ("binomial", Setup),
                ("release", c.c_uint32)]


class Generator(c.Structure):
    _fields_ = [("bitgen", Bitgen), ("binomial", Setup),
                ("release", c.c_uint32)]


class SeedSequence(c.Structure):
    _fields_ = [("pool", c.c_uint32 * MAX_POOL), ("pool_size", c.c_uint32),
                ("hash", c.c_uint32), ("n_children_spawned", c.c_uint32),
                ("unpadded", c.c_uint32), ("words", c.c_uint32 * MAX_POOL)]


class Array(c.Structure):
    _fields_ = [("ndim", c.c_uint32)]


class Buffer(c.Structure):
    _fields_ = [("word", c.c_uint32), ("left", c.c_int)]


def array_of(values, kind):
    return (kind * len(values))(*values)


def words_of(x, n):
    return array_of([x >> 64 * i & cases.MASK for i in range(n)], c.c_uint64)


def state_of(bitgen):
    if bitgen.kind == 0:
        return cases.key_state(np.array(bitgen.mt.key, np.uint32),
                               bitgen.mt.pos, 0, 0)
    if bitgen.kind == 3:
        own = bitgen.philox
        return [own.buffer_pos,
                cases.digest(list(own.counter) + list(own.key)
                             + list(own.buffer)),
                own.has_uint32, own.uinteger]
    if bitgen.kind == 4:
        own = bitgen.sfc
        return [0, cases.digest(list(own.state)), own.has_uint32,
                own.uinteger]
    own = bitgen.pcg
    return [0, cases.digest([own.state_low, own.state_high, own.inc_low,
                             own.inc_high]), own.has_uint32, own.uinteger]


class Library(object):
    def __init__(self, path, version):
        self.lib = c.CDLL(path)
        release = c.c_uint32()
        status = self.lib.ss_numpy_release_parse(version.encode(),
                                                 c.byref(release))
        if status:
            sys.exit("the library does not know NumPy " + version)
        self.release = release.value

    def fill(self, prefix, object, name, args, n):
        """n values of a distribution."""
        types = cases.TYPES[name]
        f = getattr(self.lib, prefix + name + "_fill")
        f.restype = c.c_int if types else None
        out = np.empty(n, np.int64 if name in cases.INTS else np.float64)
        given = [{"d": c.c_double, "i": c.c_int64}[t](x)
                 for t, x in zip(types, args)]
        self.must(f(c.byref(object), *(given + [self.at(out),
                                                c.c_size_t(n)])))
        return out

    @staticmethod
    def at(array):
        return c.c_void_p(array.ctypes.data)

    @staticmethod
    def must(status):
        if status:
            raise ValueError("status %d" % status)

    def ints(self, prefix, object, args, n):
        code, low, last = args
        out = np.empty(n, cases.CODES[code])
        self.must(getattr(self.lib, prefix)(
            c.byref(object), code, c.c_uint64(low & cases.MASK),
            c.c_uint64(last & cases.MASK), self.at(out), c.c_size_t(n)))
        return out

    def each(self, prefix, object, args):
        code, low, lasts = args[0], args[1], args[2:]
        f, buffer = getattr(self.lib, prefix), Buffer()
        f.restype = c.c_uint64
        values = [f(c.byref(object), code, c.c_uint64(low & cases.MASK),
                    c.c_uint64(last & cases.MASK), c.byref(buffer))
                  for last in lasts]
        return np.array(values, np.uint64).astype(cases.CODES[code])

    def bytes(self, prefix, object, n):
        out = np.empty(n + 1, np.uint8)
        getattr(self.lib, prefix + "bytes")(c.byref(object), self.at(out),
                                            c.c_size_t(n))
        return out[:n]

    def rows(self, prefix, object, name, args, n):
        """multinomial and dirichlet"""
        first = name == "multinomial"
        p = array_of(args[first:], c.c_double)
        k = len(p)
        out = np.empty(n // k * k, np.int64 if first else np.float64)
        given = [c.c_int64(args[0])] if first else []
        self.must(getattr(self.lib, prefix + name + "_fill")(
            c.byref(object), *(given + [p, c.c_size_t(k), self.at(out),
                                        c.c_size_t(n // k)])))
        return out

    def choice(self, object, legacy, args, n):
        out, p = np.empty(n, np.int64), args[3 - legacy:]
        p = array_of(p, c.c_double) if p else None
        if legacy:
            status = self.lib.ss_numpy_choice_fill(
                c.byref(object), c.c_int64(args[0]), c.c_bool(args[1]), p,
                self.at(out), c.c_size_t(n))
        else:
            status = self.lib.ss_numpy_generator_choice_fill(
                c.byref(object), c.c_int64(args[0]), c.c_bool(args[1]), p,
                12, c.c_bool(args[2]), self.at(out), c.c_size_t(n))
        self.must(status)
        return out

    def permuted(self, object, args, n):
        """Each lane is shuffled, in the C order of the other axes."""
        x = np.arange(n).reshape(args[1:])
        lanes = np.moveaxis(x, args[0], -1)
        for index in np.ndindex(*lanes.shape[:-1]):
            lane = lanes[index]
            self.lib.ss_numpy_generator_shuffle(
                c.byref(object), self.at(lane), c.c_size_t(lane.size),
                c.c_size_t(8), c.c_ssize_t(lane.strides[0]))
        return x.ravel()

    def others(self, prefix, object, name, args, n):
        legacy = prefix == "ss_numpy_"
        if name in ("randint", "integers"):
            return self.ints(prefix + name + "_fill", object, args, n)
        if name in ("randint_each", "integers_each"):
            return self.each(prefix + name[:-5] + "_next", object, args)
        if name == "bytes":
            return self.bytes(prefix, object, n)
        if name == "choice":
            return self.choice(object, legacy, args, n)
        if name == "permuted":
            return self.permuted(object, args, n)
        if name == "permutation":
            out = np.empty(n, np.int64)
            getattr(self.lib, prefix + "permutation_fill")(
                c.byref(object), self.at(out), c.c_size_t(n))
            return out
        if name == "cholesky":
            out, psd = np.empty(n), c.c_bool()
            self.must(self.lib.ss_numpy_generator_multivariate_normal_fill(
                c.byref(object), array_of([0, 0], c.c_double),
                array_of([4, 2, 2, 5], c.c_double), c.c_size_t(2), 2,
                c.c_double(1e-8), c.byref(psd), self.at(out),
                c.c_size_t(n // 2)))
            return out
        if name == "multivariate_hypergeometric":
            colors = array_of(args[2:], c.c_int64)
            k = len(colors)
            out = np.empty(n // k * k, np.int64)
            self.must(self.lib[prefix + name + "_fill"](
                c.byref(object), colors, c.c_size_t(k), c.c_int64(args[1]),
                args[0], self.at(out), c.c_size_t(n // k)))
            return out
        return self.rows(prefix, object, name, args, n)

    def bitgen(self, case):
        bitgen = Bitgen()
        if case.kind == cases.LEGACY:
            self.lib.ss_mt19937_seed(c.byref(bitgen.mt),
                                     c.c_uint32(case.seed))
        else:
            self.must(self.lib.ss_bitgen_seed(c.byref(bitgen), case.kind,
                                              c.c_uint64(case.seed)))
        if case.key:
            bitgen.mt.key[:len(case.key)] = case.key
            bitgen.mt.pos = 0
        return bitgen

    def floats(self, g, name, args, n):
        f = getattr(self.lib, "ss_numpy_generator_%s_f32_fill" % name)
        f.restype = c.c_int if args else None
        out = np.empty(n, np.float32)
        self.must(f(c.byref(g), *([c.c_float(x) for x in args]
                                  + [self.at(out), c.c_size_t(n)])))
        return out

    def raw(self, case, bitgen):
        if case.call == "b.jumped":
            self.must(self.lib.ss_numpy_release_jump(
                c.c_uint32(self.release), c.byref(bitgen),
                words_of(case.args[0], 2)))
        elif case.call == "b.advance":
            self.must(self.lib.ss_bitgen_advance(c.byref(bitgen),
                                                 words_of(case.args[0], 4)))
        f = self.lib.ss_bitgen_next_raw
        f.restype = c.c_uint64
        return [f(c.byref(bitgen)) for _ in range(case.n)]

    def seed_sequence(self, args):
        size, count = args[:2]
        parent, children = SeedSequence(), (SeedSequence * 3)()
        self.must(self.lib.ss_numpy_release_seed_sequence_init(
            c.c_uint32(self.release), c.byref(parent),
            array_of(args[2:2 + count], c.c_uint32), c.c_size_t(count),
            array_of(args[2 + count:], c.c_uint32),
            c.c_size_t(len(args) - 2 - count), c.c_uint32(size)))
        state = (c.c_uint32 * 5)()
        self.lib.ss_seed_sequence_state_u32(c.byref(parent), state,
                                            c.c_size_t(5))
        self.lib.ss_seed_sequence_spawn(c.byref(parent), children,
                                        c.c_size_t(2))
        self.lib.ss_seed_sequence_spawn(c.byref(children[1]),
                                        c.byref(children[2]), c.c_size_t(1))
        values = list(parent.pool)[:size] + list(state)
        for child in children:
            values += list(child.pool)[:size]
        return values

    def run(self, case):
        if case.call == "seed_sequence":
            return self.seed_sequence(case.args), [0, 0, 0, 0]
        family, name = case.call.split(".")
        bitgen = self.bitgen(case)
        if family == "b":
            values = self.raw(case, bitgen)
            return values, state_of(bitgen)
        object = RandomState() if family == "rs" else Generator()
        object.bitgen, object.release = bitgen, self.release
        if family == "f32":
            values = self.floats(object, name, case.args, case.n)
        else:
            prefix = "ss_numpy_" + "generator_" * (family == "g")
            values = self.fill(prefix, object, name, case.args, case.n) \
                if name in cases.TYPES else \
                self.others(prefix, object, name, case.args, case.n)
        if family == "rs":
            state = state_of(object.bitgen)[:2] + [object.has_gauss,
                                                   cases.bits(object.gauss)]
        else:
            state = state_of(object.bitgen)
        return [cases.bits(x) for x in (
            values if values.dtype == np.float32 else values.tolist())], state


def outcome(run, case):
    """None: refused."""
    try:
        return run(case)
    except (ValueError, ZeroDivisionError):
        return None


def main(argv):
    if not 2 <= len(argv) <= 4:
        sys.exit(__doc__.split("\n\n")[1])
    count = int(argv[2]) if len(argv) > 2 else 5000
    seed = int(argv[3]) if len(argv) > 3 else int(time.time())
    library, asked = Library(argv[1], np.__version__), collections.Counter()
    wrong = collections.Counter()
    for case in cases.any_cases(seed, count):
        theirs, ours = outcome(cases.run, case), outcome(library.run, case)
        asked[case.call] += 1
        if ours == theirs:
            continue
        wrong[case.call] += 1
        if wrong[case.call] == 1:
            print("differs: %r" % case)
            print("  NumPy", theirs and (theirs[0][:4], theirs[1]))
            print("  ours ", ours and (ours[0][:4], ours[1]))
    print("NumPy %s, seed %d: %d cases of %d calls, %d differ%s" % (
        np.__version__, seed, count, len(asked), sum(wrong.values()),
        ": " + ", ".join("%s %d" % x for x in wrong.most_common())
        if wrong else ""))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main(sys.argv)
