# The code cells count, from 1; what was printed before stays printed.
cd "$SCRATCH"
cat > e.ipynb <<'END'
{"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
 {"cell_type": "code", "source": "print('first')"},
 {"cell_type": "markdown", "source": "text"},
 {"cell_type": "code", "source": ["x = 1\n", "x = [1][2]"]}]}
END
sameseed run e.ipynb
