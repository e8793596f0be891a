# --profile before the verb, after it, after its operand, with = and without.
code='np.random.default_rng(3).wald(1, 2), np.float64(0.5)'
sameseed --profile numpy=1.26.4 -c "$code"
sameseed --profile=numpy=1.26.4 -c "$code"
sameseed -c "$code" --profile numpy=1.26.4
sameseed -c "$code" --profile=numpy=1.26
echo "import numpy as np; print(($code))" > "$SCRATCH/a.py"
sameseed run --profile numpy=1.26.4 "$SCRATCH/a.py"
sameseed run "$SCRATCH/a.py" --profile numpy=1.26.4
sameseed run - --profile ' numpy = 1.26.4 ' < "$SCRATCH/a.py"
sameseed run "$SCRATCH/a.py"
# A later option counts more, key by key.
sameseed --profile numpy=1.26.4,cpu=default --profile numpy=2.0 -c 'np.float64(1)'
sameseed --profile '' -c 1
# Behind -- it is an operand, and behind -c it is code.
sameseed run -- --profile
echo "exit $?"
sameseed -c --profile
echo "exit $?"
