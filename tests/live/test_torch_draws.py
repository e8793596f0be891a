# SPDX-License-Identifier: MIT
"""Each name of PyTorch that changes its generator is either supported in
scripts or named in docs/torch-draws.md as being outside, and nothing is both.
tools/torch_draws.py finds the names by calling all of PyTorch.
"""
import os
import pathlib
import subprocess
import sys

import pytest

import script_compare

ROOT = pathlib.Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.skipif(not script_compare.COMMAND,
                       reason="SS_COMMAND names no command"),
    pytest.mark.skipif(script_compare.torch is None, reason="torch is missing"),
]


def outside():
    """The names in the page's code blocks."""
    page = (ROOT / "docs" / "torch-draws.md").read_text(encoding="utf-8")
    blocks = page.split("```text\n")[1:]
    return {name for block in blocks
            for name in block.split("```")[0].split()}


def is_supported(name, command):
    if name.startswith("torch.Tensor."):
        name = "torch.zeros(1)." + name[len("torch.Tensor."):]
    parts = name.split(".")
    modules = [".".join(parts[:k]) for k in range(1, len(parts))]
    source = "import torch\n"
    if "(" not in name and len(modules) > 1:
        source += f"from {modules[-1]} import {parts[-1]}\n"
    else:
        source += f"x = {name}\n"
    return command(source)[2] == 0


def test_every_draw_is_supported_or_named():
    run = subprocess.run(
        [sys.executable, "-W", "ignore",
         str(ROOT / "tools" / "torch_draws.py")], check=False,
        capture_output=True, text=True,
        env=dict(os.environ, OMP_NUM_THREADS="1"))
    assert run.returncode == 0, run.stderr
    names = run.stdout.split()
    assert len(names) > 150
    for name in ("torch.rand", "torch.nn.Linear", "torch.Tensor.random_",
                 "torch.nn.init.sparse_", "torch.utils.data.DataLoader",
                 "torch.nn.functional.dropout", "torch.distributions.Beta"):
        assert name in names
    command, named = script_compare.Command(), outside()
    supported = {n for n in names if is_supported(n, command)}
    missing = [n for n in names if n not in supported and n not in named]
    assert not missing, f"neither supported nor named: {missing}"
    both = sorted(n for n in named if n in supported)
    assert not both, f"named as outside, but supported: {both}"
    unknown = sorted(named - set(names))
    assert not unknown, f"named as outside, but they do not draw: {unknown}"
