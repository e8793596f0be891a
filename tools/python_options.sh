#!/bin/sh
# SPDX-License-Identifier: MIT
# Print CMake's options for the Python package, if .venv can build extensions:
# with Python's headers and NumPy's.
cd "$(dirname "$0")/.." || exit
python=$(pwd)/.venv/bin/python
if test -x "$python" && "$python" -c '
import os, sys, sysconfig
import numpy
sys.exit(not os.path.exists(
    os.path.join(sysconfig.get_path("include"), "Python.h")))' 2>/dev/null; then
    echo "-DSS_PYTHON=ON -DPython_EXECUTABLE=$python"
fi
