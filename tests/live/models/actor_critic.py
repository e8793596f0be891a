# SPDX-License-Identifier: MIT
import torch
from torch import nn

model = nn.ModuleDict({
    'affine1': nn.Linear(4, 128),
    'action_head': nn.Linear(128, 2),
    'value_head': nn.Linear(128, 1),
})
