# Magics are passed over with a note.
cd "$SCRATCH"
cat > m.ipynb <<'END'
{"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
 {"cell_type": "code", "source": ["%matplotlib inline\n", "!pip install numpy\n", "print(1)"]},
 {"cell_type": "code", "source": ["%config x = 1\n", "print(2)"]}]}
END
sameseed run m.ipynb 2> err
echo "$? $(wc -l < err | tr -d ' ') notes"
