sameseed help np.random.no_such
