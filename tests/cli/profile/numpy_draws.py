# What changed between releases of NumPy; each *.stdout is of the wheel.
import numpy as np

print([np.float64(0.1)], np.float32(1e7), np.arange(2000))
np.random.seed(23)
print(np.random.multinomial(20, [0.3, 0.0, 0.7]), np.random.rand(2))
print(np.random.rayleigh(2.0, 20), np.random.randint(0, 2**32, 2))
print(np.random.geometric(0.1, 5), np.random.standard_gamma(0.0))
