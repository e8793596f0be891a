# SPDX-License-Identifier: MIT
import torch
from torch import nn

nz = 100
ngf = 64
model = nn.ModuleDict({'main': nn.Sequential(
    nn.ConvTranspose2d(nz, ngf * 8, 4, 1, 0, bias=False),
    nn.BatchNorm2d(ngf * 8),
    nn.ReLU(True),
    nn.ConvTranspose2d(ngf * 8, ngf * 4, 4, 2, 1, bias=False),
    nn.BatchNorm2d(ngf * 4),
    nn.ReLU(True),
    nn.ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1, bias=False),
    nn.BatchNorm2d(ngf * 2),
    nn.ReLU(True),
    nn.ConvTranspose2d(ngf * 2, ngf, 4, 2, 1, bias=False),
    nn.BatchNorm2d(ngf),
    nn.ReLU(True),
    nn.ConvTranspose2d(ngf, 3, 4, 2, 1, bias=False),
    nn.Tanh())})
convs = [0, 3, 6, 9, 12]
norms = [1, 4, 7, 10]
for i in range(13):
    for k in range(convs.count(i)):
        nn.init.normal_(model['main'][i].weight, 0.0, 0.02)
    for k in range(norms.count(i)):
        nn.init.normal_(model['main'][i].weight, 1.0, 0.02)
        nn.init.zeros_(model['main'][i].bias)
