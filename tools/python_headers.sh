#!/bin/sh
# SPDX-License-Identifier: MIT
# Whether a Python is there and can build extensions: its headers, NumPy's.
#
# usage: tools/python_headers.sh PYTHON
test -x "$1" && "$1" -c '
import os, sys, sysconfig
import numpy
sys.exit(not os.path.exists(
    os.path.join(sysconfig.get_path("include"), "Python.h")))' 2>/dev/null
