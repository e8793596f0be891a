# SPDX-License-Identifier: MIT
"""A small training run in PyTorch, which train.c repeats without it."""
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(23)
x = torch.randn(64, 2)
data = TensorDataset(torch.arange(64), x, x[:, :1] * x[:, 1:])
model = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))
dropout = nn.Dropout(0.2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for name, p in model.named_parameters():
    print(name, *(f"{v:.8f}" for v in p.flatten().tolist()))
for epoch in range(1, 9):
    total = 0.0
    for rows, batch, target in DataLoader(data, batch_size=16, shuffle=True):
        mask = dropout(torch.ones(16, 16))
        print("batch", *rows.tolist())
        print("mask ", *(int(v > 0) for v in mask.flatten()), sep="")
        y = model[2](model[1](model[0](batch)) * mask)
        loss = nn.functional.mse_loss(y, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item()
    print(f"epoch {epoch} loss {total / 4:.4f}")
