sameseed -c 'print("before"); np.random.rand(-1); print("after")'
