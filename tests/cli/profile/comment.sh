# Where the comment may stand; elsewhere a profile is an error, prose is not.
last='import numpy as np
print([np.float64(1)])'
try() {
    printf "$1%s\n" "$last" > "$SCRATCH/a.py"
    sameseed run "$SCRATCH/a.py" 2>&1 | sed "s,$SCRATCH/,,"
}
try '# sameseed: numpy=1.26.4\n'
try '#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n\n# A walk.\n#sameseed: numpy=1.26.4\n'
try '\357\273\277  # sameseed: numpy=1.26.4, cpu=aarch64\r\n'
try '# sameseed: numpy=2.0\n# sameseed: numpy=1.26\n'
try '# sameseed:\n'
try '# sameseed\n'
try 'import numpy\n# sameseed: numpy=1.26.4\n'
try 'import numpy\n# sameseed: prints what NumPy prints\n'
sameseed -c '# sameseed: numpy=1.26.4
np.float64(1)'
cat > "$SCRATCH/a.ipynb" <<'J'
{"cells": [
 {"cell_type": "markdown", "metadata": {}, "source": "# sameseed: numpy=2.0"},
 {"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [],
  "source": ["# sameseed: numpy=1.26.4\n", "import numpy as np"]},
 {"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [],
  "source": "[np.float64(1)]"}],
 "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
J
sameseed run "$SCRATCH/a.ipynb"
sed 's/numpy=1.26.4/numpy=1.2/' "$SCRATCH/a.ipynb" > "$SCRATCH/b.ipynb"
sameseed run "$SCRATCH/b.ipynb" 2>&1 | sed "s,$SCRATCH/,,; s/supported.*/.../"
sed 's/"\[np/"# sameseed: cpu=avx2\\n[np/' "$SCRATCH/a.ipynb" > "$SCRATCH/c.ipynb"
sameseed run "$SCRATCH/c.ipynb" 2>&1 | sed "s,$SCRATCH/,,"
