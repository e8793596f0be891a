# SPDX-License-Identifier: MIT
"""Models of PyTorch's examples and tutorials: the scripts in models/ make
their layers in their order; what is printed of all parameters and the state
of the generator afterwards are those of the definitions in torch_models.py.
"""
import contextlib
import io
import pathlib
import sys

import pytest

torch = pytest.importorskip("torch")

import script_compare  # noqa: E402

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "tools"))

import torch_models  # noqa: E402

TAIL = """
for name, t in model.state_dict().items():
    print(name, t.shape, t)
print(torch.get_rng_state().tolist())
"""
pytestmark = [pytest.mark.filterwarnings("ignore"),
              pytest.mark.skipif(not script_compare.COMMAND,
                                 reason="SS_COMMAND names no command")]


def by_torch(make, seed):
    script_compare.reset()
    torch.set_printoptions(precision=9)
    torch.manual_seed(seed)
    model = make()
    if hasattr(model, "pos_encoder"):
        del model.pos_encoder  # its buffer is drawn by nobody
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(TAIL, {"torch": torch, "model": model})  # noqa: S102
    script_compare.reset()
    return out.getvalue()


@pytest.mark.parametrize("name", torch_models.MODELS)
def test_model(name):
    source = (HERE / "models" / f"{name}.py").read_text()
    for seed in (0, 23, 2 ** 40 + 5):
        head = (f"import torch\ntorch.manual_seed({seed})\n"
                "torch.set_printoptions(precision=9)\n")
        got, error, status = script_compare.Command()(head + source + TAIL)
        assert (status, error) == (0, "")
        assert got == by_torch(torch_models.MODELS[name], seed)
