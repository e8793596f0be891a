# NumPy's words for its errors.
while IFS= read -r code; do
    sameseed -c "$code" 2>&1
    echo "  exit $?"
done <<'END'
np.random.rand(10**12)
np.random.rand(-1)
np.random.rand(2, -3)
np.random.randn(1.5)
np.random.normal(0, -1)
np.random.normal(size=-1)
np.random.no_such(3)
np.random.rand(size=3)
np.random.uniform(lo=3)
np.random.uniform(1, 2, 3, 4)
np.random.rand('3')
np.random.normal('a')
np.random.randint(0)
np.random.randint(5, 3)
np.random.randint(0, 256, dtype=np.int8)
np.random.choice([])
np.random.choice(3, 5, replace=False)
np.random.choice(3, p=[0.5, 0.4, 0.2])
np.random.seed(-1)
np.random.seed(2**32)
np.random.seed('a')
np.random.seed(1.5)
np.random.seed([])
np.random.RandomState(-1)
np.set_printoptions(precision='a')
np.set_printoptions(sign='x')
END
