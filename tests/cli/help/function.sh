sameseed help np.random.rand
