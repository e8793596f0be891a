cd "$SCRATCH"
echo '{"nbformat": 3, "nbformat": 4, "cells": 1, "cells": []}' > d.ipynb
sameseed run d.ipynb
