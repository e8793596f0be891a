# SPDX-License-Identifier: MIT
import torch
from torch import nn

model = nn.Transformer(d_model=200, nhead=2,
                       dim_feedforward=200, num_encoder_layers=2)
model.add_module('input_emb', nn.Embedding(1000, 200))
model.add_module('decoder', nn.Linear(200, 1000))
nn.init.uniform_(model.input_emb.weight, -0.1, 0.1)
nn.init.zeros_(model.decoder.bias)
nn.init.uniform_(model.decoder.weight, -0.1, 0.1)
