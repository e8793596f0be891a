#!/bin/sh
# SPDX-License-Identifier: MIT
# Each public header compiles alone and twice, as C11 and as C++17.
#
# usage: headers.sh INCLUDE_DIR [CC [CXX]]
set -u
include=$1
cc=${2:-cc}
cxx=${3:-c++}
strict="-Wall -Wextra -Wpedantic -Werror -fsyntax-only -I$include"
failures=0
count=0

try() {
    header=$1
    shift
    printf "#include <%s>\nextern int one;\n#include <%s>\n" \
        "$header" "$header" |
        "$@" $strict - || {
        echo "$header: does not compile alone with: $*"
        failures=$((failures + 1))
    }
}

command -v "$cxx" >/dev/null || echo "skipped C++: there is no $cxx"
for path in "$include"/sameseed/*.h; do
    header=sameseed/$(basename "$path")
    count=$((count + 1))
    try "$header" "$cc" -std=c11 -x c
    if command -v "$cxx" >/dev/null; then
        try "$header" "$cxx" -std=c++17 -x c++
    fi
done
echo "$count headers: $failures failures"
test "$count" -gt 0 && test "$failures" -eq 0
