cd "$SCRATCH"
cat > k.ipynb <<'END'
{"nbformat": 4.0, "metadata": {"language_info": {"name": "ipython"}}, "cells": [
 {"cell_type": "code", "source": "import random as r\nr.seed(1)"},
 {"cell_type": "code", "source": "r.random()"}]}
END
sameseed run k.ipynb
