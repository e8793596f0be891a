sameseed -c 'np.random.seed(23); np.random.rand(3)'
