# What a release does not have yet is refused, before the run where it can be.
try() {
    echo "print('ran')
$2" > "$SCRATCH/a.py"
    sameseed --profile "numpy=$1" run "$SCRATCH/a.py" 2>&1 |
        sed "s,$SCRATCH/,,"
}
try 1.24.4 'import numpy as np; np.random.default_rng(3).spawn(2)'
try 1.24.4 'import numpy as np; np.random.PCG64(3).seed_seq'
try 1.24.4 'import numpy as np; print(np.random.SeedSequence(3).spawn(1)[0].spawn_key)'
try 1.25.0 'import numpy as np; print(len(np.random.default_rng(3).spawn(2)))'
try 2.1.3 'import numpy as np; np.random.default_rng(np.random.RandomState(3))'
try 1.16.6 'import numpy as np; np.random.default_rng'
try 1.16.6 'from numpy.random import PCG64'
try 1.16.6 'import numpy as np; np.random.RandomState(1).random()'
try 1.16.6 'import numpy as np; np.random.get_state(legacy=False)'
try 1.16.6 'import numpy as np; np.random.randint([1, 2])'
try 1.17.5 'import numpy as np; np.random.default_rng(1).shuffle([1, 2], axis=0)'
try 1.17.5 'import numpy as np; np.random.default_rng(1).permutation([1, 2], 0)'
try 1.19.5 'import numpy as np; np.random.default_rng(1).permuted([1, 2])'
try 1.20.3 'import numpy as np; np.random.PCG64DXSM(1)'
try 1.21.6 'import numpy as np; np.random.default_rng(1).multinomial(1, [[1.], [1.]])'
try 1.21.6 'import numpy as np; print(np.random.PCG64DXSM(1).random_raw())'
