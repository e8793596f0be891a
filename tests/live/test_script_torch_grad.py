# SPDX-License-Identifier: MIT
"""What is printed of results of tensors that require grad, with and without
no_grad(): PyTorch's text, its error, or a refusal that says the way out.
"""
import pytest

import script_compare

pytestmark = [
    pytest.mark.skipif(not script_compare.COMMAND,
                       reason="SS_COMMAND names no command"),
    pytest.mark.skipif(script_compare.torch is None, reason="torch is missing"),
]
HEAD = """import torch, numpy as np
from torch import nn
torch.manual_seed(5)
w = nn.Parameter(torch.full((3, 3), 0.5))
v = torch.tensor([1., 2., 3., 4.], requires_grad=True)
"""
EXPRESSIONS = """
w
w[0]
w[0, 1]
w[-1][0]
w.T
w.mT
list(w)
w.t()
w.clone()
w.detach()
w.data
w.double()
w.float()
w.half()
w.bfloat16()
w.to(torch.float64)
w.sum()
w.sum(0)
w.sum(dim=1)
w.mean()
w.mean(0)
w.std()
w.abs()
w.max()
w.min()
w.view(9)
w.reshape(9)
w.t().reshape(9)
w.flatten()
w.squeeze()
w[0].squeeze(0)
w.narrow(0, 0, 1)
w.select(0, 1)
w.split(1)
w.chunk(3)
w.diagonal()
w.swapaxes(0, 1)
w.unbind()
w.expand(2, 3, 3)
w.view_as(w)
w.ravel()
w.movedim(0, 1)
w.unsqueeze(0)
w.transpose(0, 1)
w.permute(1, 0)
w.contiguous()
w.t().contiguous()
w + 1
1 + w
w - 1
1 - w
w * 2
2 * w
w / 2
2 / w
w ** 2
-w
+w
w * w
w.argmax()
torch.zeros_like(w)
torch.rand_like(w)
torch.cat([w, w])
torch.stack([w, w])
torch.sum(w)
torch.bernoulli(w)
torch.bernoulli(w, 0.5)
torch.multinomial(w, 2)
torch.poisson(w)
nn.functional.dropout(w)
nn.Dropout()(w)
w.numel()
w.requires_grad
w.is_leaf
w[0].requires_grad
w[0].is_leaf
w.grad
w.grad_fn
w.numpy()
w.detach().numpy()
np.array(w)
w.cpu()
w.uniform_()
w.fill_(1)
w.zero_()
w.requires_grad_(False)
nn.init.normal_(w)
nn.init.zeros_(w)
nn.Parameter(w)
torch.tensor(w)
torch.rand(2, requires_grad=True)
torch.zeros(2, requires_grad=True)
torch.tensor([1], requires_grad=True)
torch.randint(0, 5, (2,), requires_grad=True)
v
v * 2
v.sum()
v.data.normal_()
(v * 2).detach()
(v + 1).is_leaf
float(w[0, 0])
w.tolist()
w[0].item()
'{}'.format(w[0, 0].item())
nn.Parameter(torch.ones(2), requires_grad=False)
nn.Linear(2, 3).weight.sum()
nn.Linear(2, 3).bias * 2
[nn.Linear(2, 1).weight]
""".strip().split("\n")
REFUSED = {"w.narrow(0, 0, 1)", "w.select(0, 1)", "w.split(1)", "w.chunk(3)",
           "w.diagonal()", "w.swapaxes(0, 1)", "w.unbind()", "w.ravel()",
           "w.movedim(0, 1)", "torch.bernoulli(w, 0.5)", "nn.Dropout()(w)",
           "nn.functional.dropout(w)", "w.flatten()", "w.permute(1, 0)",
           "torch.poisson(w)", "w.std()"}


@pytest.mark.parametrize("line", ["print({})",
                                  "with torch.no_grad(): print({})"])
@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_text(expression, line):
    source = HEAD + line.format(expression) + "\n"
    got = script_compare.Command()(source)
    if "not supported" in got[1]:
        assert expression in REFUSED
        return
    assert script_compare.difference(source, script_compare.Command()) is None
