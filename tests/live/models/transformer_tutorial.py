# SPDX-License-Identifier: MIT
import torch
from torch import nn

layer = nn.TransformerEncoderLayer(200, 2, 200, 0.2)
model = nn.ModuleDict({
    'transformer_encoder': nn.TransformerEncoder(layer, 2),
    'embedding': nn.Embedding(1000, 200),
    'linear': nn.Linear(200, 1000),
})
model['embedding'].weight.data.uniform_(-0.1, 0.1)
model['linear'].bias.data.zero_()
model['linear'].weight.data.uniform_(-0.1, 0.1)
