# A notebook is told from a script by its first character.
sameseed run - < shown.ipynb
echo '{"nbformat": 4, "cells": [1]}' | sameseed run - 2>&1
cp shown.ipynb "$SCRATCH/no_suffix"
sameseed run "$SCRATCH/no_suffix" | tail -n 1
