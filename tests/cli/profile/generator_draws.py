# What changed between releases of NumPy's Generator, since 1.17.
import numpy as np

rng = np.random.default_rng(23)
print(rng.integers(0, 100, 8, dtype=np.int8), rng.integers(0, 2**32, 2))
print(rng.random(3, dtype=np.float32), rng.standard_normal(3, dtype=np.float32))
print(rng.dirichlet([0.01, 0.02, 0.03]), rng.dirichlet([1.0, 2.0]))
print(rng.rayleigh(2.0, 4), rng.geometric(0.1, 4), rng.logseries(0.6, 4))
print(rng.standard_exponential(4, method='inv'))
print(rng.pareto(2.0, 4), rng.power(2.0, 4))
print(rng.beta(0.001, 0.001, 4), rng.zipf(1.1, 4), rng.wald(1.0, 2.0, 4))
print(rng.binomial(1000, 0.1, 4), rng.multinomial(1000, [0.1, 0.9]))
print(rng.vonmises(0.5, 1e7, 3), rng.poisson(20.5, 4))
seeds = np.random.SeedSequence(23).spawn(2)
print(np.random.PCG64(seeds[1]).random_raw(2))
print(np.random.MT19937(5).jumped().random_raw(2))
print(rng.choice(20, 5, replace=False), [rng.integers(10)])
