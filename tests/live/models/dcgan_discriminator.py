# SPDX-License-Identifier: MIT
import torch
from torch import nn

ndf = 64
model = nn.ModuleDict({'main': nn.Sequential(
    nn.Conv2d(3, ndf, 4, 2, 1, bias=False),
    nn.LeakyReLU(0.2, inplace=True),
    nn.Conv2d(ndf, ndf * 2, 4, 2, 1, bias=False),
    nn.BatchNorm2d(ndf * 2),
    nn.LeakyReLU(0.2, inplace=True),
    nn.Conv2d(ndf * 2, ndf * 4, 4, 2, 1, bias=False),
    nn.BatchNorm2d(ndf * 4),
    nn.LeakyReLU(0.2, inplace=True),
    nn.Conv2d(ndf * 4, ndf * 8, 4, 2, 1, bias=False),
    nn.BatchNorm2d(ndf * 8),
    nn.LeakyReLU(0.2, inplace=True),
    nn.Conv2d(ndf * 8, 1, 4, 1, 0, bias=False),
    nn.Sigmoid())})
convs = [0, 2, 5, 8, 11]
norms = [3, 6, 9]
for i in range(12):
    for k in range(convs.count(i)):
        nn.init.normal_(model['main'][i].weight, 0.0, 0.02)
    for k in range(norms.count(i)):
        nn.init.normal_(model['main'][i].weight, 1.0, 0.02)
        nn.init.zeros_(model['main'][i].bias)
