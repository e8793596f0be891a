# SPDX-License-Identifier: MIT
"""Random scripts over torch.distributions, against the PyTorch that is here,
and the generator's state afterwards: in a process of its own for each CPU
capability, whose sigmoid() and log1p() differ.
"""
import os
import re
import subprocess
import sys

import pytest

import script_compare

pytestmark = [
    pytest.mark.skipif(not script_compare.COMMAND,
                       reason="SS_COMMAND names no command"),
    pytest.mark.skipif(script_compare.torch is None, reason="torch is missing"),
]

COUNT = int(os.environ.get("SS_LIVE_COUNT", "150"))
IMPORTS = "import torch\nimport torch.distributions as dist\n"
# What the last bits of PyTorch's log() decide is refused, now and then.
REFUSED = "decide"
WRONG = """
dist.Categorical()
dist.Categorical([.1, .2])
dist.Categorical(torch.tensor(1.))
dist.Categorical(logits=torch.tensor(1.))
dist.Categorical(torch.tensor([.5, .5]), logits=torch.tensor([.5, .5]))
dist.Categorical(torch.tensor([-.1, .5]))
dist.Categorical(torch.tensor([[.1, .5], [0., 0.]]))
dist.Categorical(logits=torch.tensor([float('nan'), 0.]))
dist.Categorical(torch.tensor([.5, .5])).sample(3)
dist.Categorical(torch.tensor([.5, .5])).sample((0,))
dist.Multinomial(3., torch.tensor([.5, .5]))
dist.Multinomial(-3, torch.tensor([.5, .5]))
dist.Multinomial(-3, torch.tensor([.5]))
dist.Multinomial(0, torch.tensor([.5, .6])).sample()
dist.Multinomial(2)
dist.Multinomial(2, torch.tensor([-1., 2]))
dist.OneHotCategorical(torch.tensor([-1., 2]))
dist.Dirichlet([1, 2])
dist.Dirichlet(torch.tensor(1.))
dist.Dirichlet(torch.tensor([1., -2.]))
dist.Dirichlet(torch.tensor([[1., 2.], [0., 1]]))
dist.Beta(1, -1)
dist.Beta('a', 1)
dist.Beta(torch.tensor([1., -1]), 1)
dist.Beta(1)
dist.Chi2(-1)
dist.Chi2(torch.tensor([1., 0]))
dist.StudentT(-1)
dist.StudentT(1., 0., -1.)
dist.StudentT(torch.tensor([1., -1]), 0., 1.)
dist.FisherSnedecor(-1, 2)
dist.FisherSnedecor(1, torch.tensor([-2., 1]))
dist.Binomial(-1, torch.tensor([.5]))
dist.Binomial(2.5, .5)
dist.Binomial(3, 1.5)
dist.Binomial(3)
dist.Geometric(0.)
dist.Geometric(torch.tensor([0., .5]))
dist.Geometric(1.5)
dist.HalfNormal(-1)
dist.HalfCauchy(torch.tensor([0., 1]))
dist.Laplace(0, 0)
dist.Laplace(float('nan'), 1)
dist.Laplace(0)
dist.Gumbel(0, -1)
dist.Cauchy(0, 0)
dist.Bernoulli(.3, .2)
dist.Bernoulli(logits=float('nan'))
dist.Bernoulli(.5).sample('a')
dist.Bernoulli(.5).sample((2.5,))
dist.Bernoulli(.5).sample(3)
dist.Normal(0., 1., foo=2)
dist.Normal(0, -1, validate_args=False).sample()
dist.Normal('a', 1)
dist.Normal(0, 1).sample_n()
""".strip().split("\n")


def numbers(r, low, high, count):
    return [round(r.uniform(low, high), r.randint(1, 9)) for _ in range(count)]


def parameter(r, low, high):
    x = numbers(r, low, high, 3)
    return r.choice([repr(x[0]), repr(x[0]), f"torch.tensor({x[0]})",
                     f"torch.tensor({x})", f"torch.tensor([{x[0]}])",
                     f"torch.tensor([[{x[0]}], [{x[1]}]])"])


def rows(r, low, high):
    """Weights or logits: one row, some, or tensors of rows."""
    n = r.choice([1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33])
    dtype = r.choice(["", "", ", dtype=torch.float64"])
    wide = (f" * {high - low!r}" if high - low != 1 else "") + (
        f" + {low!r}" if low else "")
    if r.random() < 0.6 or wide:
        some = numbers(r, low, high, n)
        if r.random() < 0.3:
            return f"torch.tensor([{some}, {some[::-1]}]{dtype})"
        return f"torch.tensor({some}{dtype})"
    return r.choice([f"torch.rand({n}{dtype})", f"torch.rand(3, {n}{dtype})",
                     f"torch.rand(2, 2, {n}{dtype})"])


def choice(r, name, low=0, high=1):
    if r.random() < 0.3:
        return f"logits={parameter(r, -5, 5)}"
    return f"{r.choice(['', name + '='])}{parameter(r, low, high)}"


def choices(r):
    if r.random() < 0.3:
        return f"logits={rows(r, -5, 5)}"
    return f"{r.choice(['', 'probs='])}{rows(r, 0, 1)}"


def made(r):
    wide = r.choice(["float64", "float32", "float16", "bfloat16"])
    real = r.choice(["float64", "float32"])
    return r.choice([
        f"Normal({parameter(r, -3, 3)}, {parameter(r, 0.01, 9)})",
        f"Uniform({parameter(r, -3, 0)}, {parameter(r, 0.1, 9)})",
        f"Bernoulli({choice(r, 'probs')})",
        f"Bernoulli(logits=torch.randn({r.randint(1, 70)}, "
        f"dtype=torch.{real}))",
        f"Exponential({parameter(r, 0.01, 9)})",
        f"Poisson({parameter(r, 0, 40)})",
        f"Gamma({parameter(r, 0.1, 5)}, {parameter(r, 0.1, 5)})",
        f"Laplace({parameter(r, -3, 3)}, {parameter(r, 0.01, 9)})",
        f"Laplace(torch.zeros(3, dtype=torch.{wide}), 2)",
        f"Cauchy({parameter(r, -3, 3)}, {parameter(r, 0.01, 9)})",
        f"Cauchy(torch.zeros(3, dtype=torch.{wide}), 2)",
        f"Geometric({choice(r, 'probs', 0.01, 1)})",
        f"Binomial({r.randint(0, 30)}, {choice(r, 'probs')})",
        f"Binomial(torch.tensor([3., 20., 0.]), probs={parameter(r, 0, 1)})",
        f"StudentT({parameter(r, 0.3, 9)})",
        f"StudentT({parameter(r, 0.3, 9)}, {parameter(r, -1, 1)}, "
        f"{parameter(r, 0.1, 3)})",
        f"Chi2({parameter(r, 0.1, 9)})",
        f"FisherSnedecor({parameter(r, 0.5, 9)}, {parameter(r, 0.5, 9)})",
        f"HalfNormal({parameter(r, 0.01, 9)})",
        f"HalfCauchy({parameter(r, 0.01, 9)})",
        f"Beta({parameter(r, 0.1, 5)}, {parameter(r, 0.1, 5)})",
        f"Dirichlet({rows(r, 0.1, 5)})", f"Dirichlet({rows(r, 0.1, 1)})",
        f"Categorical({choices(r)})", f"Categorical({choices(r)})",
        f"Multinomial({r.randint(1, 9)}, {choices(r)})",
        f"OneHotCategorical({choices(r)})",
        f"Gumbel({parameter(r, -3, 3)}, {parameter(r, 0.01, 9)})"])


def shown(r, text):
    """Attributes that are exact."""
    names = {"Normal": ["loc", "scale", "mean", "stddev", "variance"],
             "Uniform": ["low", "high", "mean"], "Gamma": ["mean", "rate"],
             "Exponential": ["rate", "mean"], "Poisson": ["rate", "mean"],
             "Laplace": ["loc", "scale", "mean"], "Cauchy": ["loc"],
             "Beta": ["concentration0", "concentration1", "mean"],
             "Dirichlet": ["concentration"], "Chi2": ["df"],
             "StudentT": ["df", "loc", "scale"], "Binomial": ["total_count"],
             "FisherSnedecor": ["df1", "df2"], "HalfNormal": ["scale"],
             "HalfCauchy": ["scale"], "Gumbel": ["loc", "scale"],
             "Multinomial": ["total_count"]}
    kind = text.split("(")[0]
    have = names.get(kind, []) + ["batch_shape", "event_shape", "has_rsample"]
    if "logits" not in text and kind in ["Bernoulli", "Geometric", "Binomial",
                                         "Categorical", "Multinomial",
                                         "OneHotCategorical"]:
        have += ["probs", "probs"]
    elif kind in ["Bernoulli", "Geometric", "Binomial"]:
        have += ["probs", "probs", "logits"]
    return "d." + r.choice(have)


def statement(r):
    text = made(r)
    kind = text.split("(")[0]
    shape = r.choice(["", "(3,)", "[2, 2]", "torch.Size([4])", "(20,)",
                      "sample_shape=(5,)", "()", "(2, 1, 3)"])
    draw = "sample"
    lines = [f"d = dist.{text}"]
    if "logits" not in text or kind in ["Bernoulli", "Geometric", "Binomial"]:
        lines.append("print(d)")
    lines.append(f"print({shown(r, text)})")
    if kind == "Gumbel":
        return lines
    if r.random() < 0.3 and kind not in [
            "Bernoulli", "Poisson", "Geometric", "Binomial", "Categorical",
            "Multinomial", "OneHotCategorical"]:
        draw = "rsample"
    lines.append(f"x = d.{draw}({shape})")
    lines += ["print(x)", r.choice(["print(x.shape, x.dtype)",
                                    "print(d)", "print(d.sample())"])]
    if kind in ["Categorical"] and "logits" in text:
        lines[-1] = "print(x.shape)"
    if r.random() < 0.1:
        lines.insert(0, "torch.set_default_dtype(torch.float64)")
    return lines


def make_script(r):
    lines = [IMPORTS.rstrip(), f"torch.manual_seed({r.randrange(2**64)})"]
    if r.random() < 0.3:
        lines.append("torch.set_printoptions(precision=10)")
    for _ in range(r.randint(1, 4)):
        lines += statement(r)
    return "\n".join(lines + ["print(torch.get_rng_state().tolist())"]) + "\n"


class Profile(script_compare.Command):
    """Runs scripts as PyTorch with a CPU capability."""

    def __init__(self, capability):
        super().__init__()
        self.profile = f"torch=2.13,cpu={capability}"

    def __call__(self, source):
        with open(self.path, "w", encoding="utf-8") as f:
            f.write(source)
        run = subprocess.run(
            [script_compare.COMMAND, "run", "--profile", self.profile,
             self.path], check=False, capture_output=True, text=True)
        error = re.sub(r"^.*?script\.py:\d+:\d+: ", "", run.stderr.rstrip(),
                       flags=re.S)
        return (script_compare.addresses(run.stdout), error.split("\n")[0],
                run.returncode)


def differences(count, seed, capability):
    """Of count scripts: those that differ, and how many were refused."""
    command, bad, refused = Profile(capability), [], 0
    for number in range(seed, seed + count):
        text = make_script(script_compare.random.Random(number))
        differs = script_compare.difference(text, command)
        if differs and REFUSED in differs:
            refused += 1
        elif differs:
            bad.append(f"--- {number}\n{text}\n{differs}\n")
    return bad, refused


@pytest.mark.parametrize("capability", ["avx2", "default"])
def test_scripts_print_what_python_prints(capability):
    run = subprocess.run(
        [sys.executable, "-W", "ignore", __file__, str(COUNT),
         str(script_compare.SEED), capability],
        check=False, capture_output=True,
        text=True, env=dict(os.environ, ATEN_CPU_CAPABILITY=capability))
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_calls_end_with_torchs_error(wrong):
    script = f"{IMPORTS}print('before')\nprint({wrong})\n"
    assert script_compare.difference(script, script_compare.Command()) is None


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    bad, refused = differences(count, seed, sys.argv[3])
    print("".join(bad[:20]))
    print(f"{count} scripts from {seed}, {len(bad)} differences, "
          f"{refused} refused")
    sys.exit(bool(bad) or refused > 2 + count // 100)


if __name__ == "__main__":
    main()
