"""Values of bare expressions are not shown in a file."""
import numpy as np
from numpy.random import RandomState

np.random.rand(3)
np.random.seed(23)
print(np.random.rand(3))
rs = RandomState(5)
print(rs.randint(10, size=5), rs.permutation(4))
