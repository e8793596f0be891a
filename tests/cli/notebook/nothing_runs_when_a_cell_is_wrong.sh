cd "$SCRATCH"
cat > w.ipynb <<'END'
{"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
 {"cell_type": "code", "source": "print('first')"},
 {"cell_type": "code", "source": "while True: pass"}]}
END
sameseed run w.ipynb
