# The command line over the script's comment over the environment.
printf '# sameseed: numpy=1.25.2\nimport numpy as np\nprint([np.float64(1)])\n' \
    > "$SCRATCH/a.py"
printf 'import numpy as np\nprint([np.float64(2)])\n' > "$SCRATCH/b.py"
export SAMESEED_PROFILE=numpy=1.26.4
sameseed run "$SCRATCH/b.py"
sameseed run "$SCRATCH/b.py" --profile numpy=2.0
SAMESEED_PROFILE=numpy=2.0.0 sameseed run "$SCRATCH/a.py"
sameseed run "$SCRATCH/a.py" --profile numpy=2.0
SAMESEED_PROFILE='' sameseed run "$SCRATCH/b.py"
# A key that the comment does not name is the environment's.
printf '# sameseed: numpy=2.0\nimport torch\ntorch.manual_seed(1)\nprint(torch.randn(16)[5].item())\n' |
    SAMESEED_PROFILE=numpy=1.26,cpu=default sameseed run -
