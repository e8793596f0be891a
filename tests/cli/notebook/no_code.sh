cd "$SCRATCH"
echo '{"nbformat": 4, "metadata": {}, "cells": []}' > n.ipynb
sameseed run n.ipynb
