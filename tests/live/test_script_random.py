# SPDX-License-Identifier: MIT
"""Random scripts over Python's random: the command prints the same bytes.

SS_COMMAND names the command, SS_LIVE_COUNT the number of scripts,
SS_LIVE_SEED the first seed (each failure says its own).
"""

import contextlib
import io
import os
import random
import subprocess
import sys
import warnings

import pytest

COMMAND = os.environ.get("SS_COMMAND", "sameseed")
COUNT = int(os.environ.get("SS_LIVE_COUNT", "200"))
FIRST = int(
    os.environ.get("SS_LIVE_SEED", random.SystemRandom().randrange(10**9))
)

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] != (3, 11),
    reason="the imitated release is Python 3.11",
)


class Writer:
    """One random script; g decides everything."""

    def __init__(self, g):
        self.g = g

    def real(self):
        g = self.g
        return repr(
            g.choice(
                [
                    g.uniform(-3, 3),
                    float(g.randint(-5, 5)),
                    g.randint(-9, 9),
                    g.uniform(0, 1) * 10.0 ** g.randint(-12, 12),
                    2 ** g.randint(0, 70),
                ]
            )
        )

    def positive(self):
        g = self.g
        return repr(
            g.choice(
                [
                    g.uniform(0.01, 5),
                    1.0,
                    1,
                    g.randint(1, 9),
                    0.5,
                    g.uniform(0, 0.2),
                    g.uniform(10, 1000),
                ]
            )
        )

    def integer(self):
        g = self.g
        return str(
            g.choice(
                [
                    g.randint(0, 10),
                    g.randint(-100, 100),
                    2 ** g.randint(1, 100) + g.randint(-1, 1),
                ]
            )
        )

    def sequence(self):
        g = self.g
        return g.choice(
            [
                f"range({g.randint(1, 300)})",
                "[1, 2, 3]",
                "'abcdef'",
                "('x', 'y', 4.5, None)",
                f"range(5, {g.randint(10, 10**9)}, 3)",
                "['red', 'green', 'blue', 'gray']",
                "list(range(90))",
                "b'bytes'",
            ]
        )

    def seed(self):
        g = self.g
        value = g.choice(
            [
                g.randint(0, 100),
                g.randint(-(2**70), 2**70),
                g.uniform(-10, 10),
                1e300,
                "'text'",
                "'käse'",
                "b'xy'",
                True,
                "''",
                2**32,
                g.randint(0, 2**32),
            ]
        )
        return str(value)

    def call(self):
        g, real, positive = self.g, self.real, self.positive
        weights = [g.choice([1, 2, 0.5, 10]) for _ in range(4)]
        return g.choice(
            [
                lambda: "random()",
                lambda: f"uniform({real()}, {real()})",
                lambda: f"randint({g.randint(-9, 3)}, "
                f"{self.g.randint(3, 2**66)})",
                lambda: f"randint({self.integer()}, {self.integer()})",
                lambda: f"randrange({self.integer()})",
                lambda: f"randrange({self.integer()}, "
                f"{self.integer()}, {g.randint(-4, 9)})",
                lambda: f"randrange(start={g.randint(-9, 9)}, "
                f"stop={g.randint(5, 99)})",
                lambda: f"choice({self.sequence()})",
                lambda: f"choices({self.sequence()}, k={g.randint(0, 8)})",
                lambda: f"choices(['a', 'b', 'c', 'd'], "
                f"{weights}, k={g.randint(1, 5)})",
                lambda: f"choices('abcd', cum_weights=[1, "
                f"3, 3, {g.randint(4, 9)}], k=4)",
                lambda: f"sample({self.sequence()}, {g.randint(0, 7)})",
                lambda: f"sample(range(10**{g.randint(1, 17)}), "
                f"k={g.randint(1, 10)})",
                lambda: f"sample(['p', 'q'], "
                f"counts=[{g.randint(0, 5)}, 4], k=4)",
                lambda: f"gauss({real()}, {positive()})",
                lambda: (
                    "gauss()" if g.random() < 0.5 else f"gauss(sigma={real()})"
                ),
                lambda: f"normalvariate({real()}, {positive()})",
                lambda: "normalvariate()",
                lambda: f"lognormvariate({g.uniform(-2, 2)!r}, "
                f"{g.uniform(0, 2)!r})",
                lambda: f"expovariate({positive()})",
                lambda: f"betavariate({positive()}, {positive()})",
                lambda: f"gammavariate({positive()}, {positive()})",
                lambda: f"paretovariate({g.choice([1, 2.5, 10])})",
                lambda: "triangular()",
                lambda: f"triangular({float(real())!r}, {real()}, {real()})",
                lambda: f"triangular(3, {g.choice([3, 8])}, "
                f"{g.choice([3, 5.5])})",
                lambda: f"vonmisesvariate({real()}, "
                f"{g.choice([0, 1e-9, 0.5, 4, 300.0])})",
                lambda: f"weibullvariate({positive()}, {positive()})",
                lambda: "getrandbits(%d)"
                % g.choice([0, 1, 8, 31, 32, 33, 64, 65, 128, 1000]),
                lambda: f"randbytes({g.randint(0, 20)})",
                lambda: "getstate()[2]",
                lambda: f"getstate()[1][{g.randint(-625, 624)}]",
            ]
        )()

    def statements(self):
        g = self.g
        name = g.choice(["random", "r"])
        out = [f"{name}.seed({self.seed()})"] if g.random() < 0.3 else []
        roll = g.random()
        if roll < 0.1:
            out += [
                f"x = {g.choice(['[1, 2, 3, 4, 5]', 'list(range(40))'])}",
                f"{name}.shuffle(x)",
                "print(x)",
            ]
        elif roll < 0.15:
            out += [
                f"saved = {name}.getstate()",
                f"print({name}.gauss(0, 1))",
                f"{name}.setstate(saved)",
                f"print({name}.gauss(0, 1))",
            ]
        elif roll < 0.25:
            out += [
                f"for i in range({g.randint(1, 5)}):",
                f"    print(i, {name}.{self.call()})",
            ]
        else:
            out += [f"print({name}.{self.call()})"]
        return out

    def script(self):
        lines = [
            "import random",
            f"random.seed({self.seed()})",
            f"r = random.Random({self.seed()})",
        ]
        for _ in range(self.g.randint(1, 12)):
            lines += self.statements()
        return "\n".join(lines) + "\n"


def expected(script):
    """What Python prints, and its error's last line or None."""
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(script, "script.py", "exec"), {})
    except Exception as error:
        text = f"{type(error).__name__}: {error}".replace("\n", " ")
        return out.getvalue(), text
    return out.getvalue(), None


def same_as_python(seed):
    script = Writer(random.Random(seed)).script()
    want, error = expected(script)
    run = subprocess.run(
        [COMMAND, "run", "-"],
        input=script.encode(),
        capture_output=True,
        timeout=60,
    )
    where = f"script {seed}:\n{script}"
    assert run.stdout.decode() == want, where
    if error is None:
        assert (run.returncode, run.stderr) == (0, b""), where
    else:
        assert run.returncode == 2, where
        assert run.stderr.decode().rstrip("\n").endswith(error), where + error


def test_scripts_print_what_python_prints():
    for seed in range(FIRST, FIRST + COUNT):
        same_as_python(seed)
