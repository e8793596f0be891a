# SPDX-License-Identifier: MIT
import torch
from torch import nn

model = nn.ModuleDict({
    'conv1': nn.Conv2d(1, 6, 5),
    'conv2': nn.Conv2d(6, 16, 5),
    'fc1': nn.Linear(16 * 5 * 5, 120),
    'fc2': nn.Linear(120, 84),
    'fc3': nn.Linear(84, 10),
})
