# The operating system's entropy: no two runs are alike.
code='print(np.random.rand(), torch.rand(1, dtype=torch.float64), random.random())'
a=$(sameseed -c "$code") && b=$(sameseed -c "$code") || exit 1
test "$a" != "$b" && echo different
