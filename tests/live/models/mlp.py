# SPDX-License-Identifier: MIT
import torch
from torch import nn

model = nn.ModuleDict({
    'flatten': nn.Flatten(),
    'linear_relu_stack': nn.Sequential(
        nn.Linear(28 * 28, 512), nn.ReLU(), nn.Linear(512, 512), nn.ReLU(),
        nn.Linear(512, 10)),
})
