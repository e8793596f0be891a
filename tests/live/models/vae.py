# SPDX-License-Identifier: MIT
import torch
from torch import nn

model = nn.ModuleDict({
    'fc1': nn.Linear(784, 400),
    'fc21': nn.Linear(400, 20),
    'fc22': nn.Linear(400, 20),
    'fc3': nn.Linear(20, 400),
    'fc4': nn.Linear(400, 784),
})
