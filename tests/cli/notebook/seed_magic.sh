# "%seed" seeds all three, and goes back to where a cell started.
cd "$SCRATCH"
cell() { printf '{"cell_type": "code", "source": "%s"}' "$1"; }
book() {
    printf '{"nbformat": 4, "metadata": {}, "cells": ['
    cell 'import numpy as np, torch, random\n%load_ext sameseed\n%seed'
    for source in "$@"; do
        printf ', '
        cell "$source"
    done
    printf ']}'
}
draw='print(random.random(), np.random.rand(), torch.rand(1), g.random(), h.randn(), k.initial_seed())'
make='g = np.random.default_rng(np.random.PCG64(1)); h = np.random.RandomState(2); k = torch.Generator()'
book "%seed 23\n$make" "$draw" "%seed --again\nk.seed();" ' ' \
    "%seed --cell 3\n$draw\n%seed --again\n$draw" '%seed' \
    'for i in range(2):\n    %seed 5\n    print(random.random())' > seeds.ipynb
sameseed run seeds.ipynb
for line in '-1' '4294967296' '1.5' '1 2' '--cell x' '--cell 7' '--cell 0' \
    '99999999999999999999' '--cell'; do
    book "%seed $line" > wrong.ipynb
    sameseed run wrong.ipynb 2>&1 >/dev/null
    echo "  exit $?"
done
printf '{"nbformat": 4, "metadata": {}, "cells": [%s]}' "$(cell '%seed 23')" > none.ipynb
sameseed run none.ipynb 2>&1
echo "  exit $?"
