# SPDX-License-Identifier: MIT
import torch
from torch import nn

model = nn.ModuleDict({
    'embedding': nn.Embedding(500, 128),
    'attention': nn.ModuleDict({
        'Wa': nn.Linear(128, 128),
        'Ua': nn.Linear(128, 128),
        'Va': nn.Linear(128, 1),
    }),
    'gru': nn.GRU(2 * 128, 128, batch_first=True),
    'out': nn.Linear(128, 500),
    'dropout': nn.Dropout(0.1),
})
