# SPDX-License-Identifier: MIT
"""The random scripts over torch with PyTorch's default kernels, against the
command with the profile cpu=default. PyTorch chooses its kernels when it is
imported, so that each file runs in a process of its own.
"""
import os
import subprocess
import sys

import pytest

import script_compare

pytestmark = [
    pytest.mark.skipif(not script_compare.COMMAND,
                       reason="SS_COMMAND names no command"),
    pytest.mark.skipif(script_compare.torch is None, reason="torch is missing"),
]


@pytest.mark.parametrize("name", ["test_script_torch", "test_script_torch_data",
                                  "test_script_torch_more"])
def test_scripts_print_what_pytorchs_default_kernels_give(name):
    path = os.path.join(os.path.dirname(__file__), name + ".py")
    env = {**os.environ, "ATEN_CPU_CAPABILITY": "default",
           "SS_LIVE_COUNT": str(max(1, script_compare.COUNT // 3)),
           "SS_LIVE_SEED": str(script_compare.SEED)}
    run = subprocess.run([sys.executable, path], env=env, check=False,
                         capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-4000:]
