# exponential_() and what is made of it, in PyTorch 1.13 and since 2.7.
import torch

torch.manual_seed(23)
torch.set_printoptions(precision=10)
print(torch.empty(4, dtype=torch.float64).exponential_(2))
print(torch.empty(4).exponential_())
print(torch.multinomial(torch.ones(9), 5))
