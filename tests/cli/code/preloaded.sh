sameseed -c 'np.random.seed(1)
torch.manual_seed(1)
random.seed(1)
print(np.random.rand(), random.random())
torch.rand(2)'
