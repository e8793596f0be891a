# SPDX-License-Identifier: MIT
import torch
from torch import nn

model = nn.ModuleDict({
    'drop': nn.Dropout(0.2),
    'encoder': nn.Embedding(1000, 200),
    'rnn': nn.LSTM(200, 200, 2, dropout=0.2),
    'decoder': nn.Linear(200, 1000),
})
nn.init.uniform_(model['encoder'].weight, -0.1, 0.1)
nn.init.zeros_(model['decoder'].bias)
nn.init.uniform_(model['decoder'].weight, -0.1, 0.1)
