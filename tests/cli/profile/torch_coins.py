# bernoulli_() and what is made of it, since PyTorch 2.0.
import torch

torch.manual_seed(23)
print(torch.empty(30).bernoulli_(0.3))
print(torch.empty(8, dtype=torch.float64).bernoulli_(0.6))
print(torch.nn.functional.dropout(torch.ones(2, 9), 0.4))
print(torch.nn.functional.dropout1d(torch.ones(1, 12, 2), 0.5))
print(torch.rand(2))
