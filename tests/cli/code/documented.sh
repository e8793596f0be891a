# NumPy's documentation of np.random.seed(0); np.random.rand(3).
sameseed -c 'np.random.seed(0); np.random.rand(3)'
