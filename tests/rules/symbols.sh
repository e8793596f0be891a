#!/bin/sh
# SPDX-License-Identifier: MIT
# What the libraries show to a linker: ss_ names from the shared one, ss_ and
# ssi_ from the static one, and none that the system's libss exports as well.
#
# usage: symbols.sh SHARED [STATIC]
set -u
failures=0
export LC_ALL=C

# complain TEXT < names
complain() {
    while read -r name; do
        echo "$name: $1"
        failures=$((failures + 1))
    done
    return "$failures"
}

shared=$(nm -D --defined-only --format=posix "$1" | cut -d' ' -f1 | sort -u)
test -n "$shared" || { echo "$1: exports nothing" && exit 1; }

failed=0
echo "$shared" | grep -v '^ss_' |
    complain "exported, but does not start with ss_" || failed=1
echo "$shared" | grep -Ex 'ss_(error|perror|name|help|quit)' |
    complain "is exported by e2fsprogs' libss" || failed=1
if [ $# -gt 1 ]; then
    nm -g --defined-only --format=posix "$2" | grep -v ':$' |
        cut -d' ' -f1 | sort -u | grep . | grep -Ev '^ssi?_' |
        complain "global in the static library, but not ss_ or ssi_" ||
        failed=1
fi
echo "$(echo "$shared" | wc -l) exported symbols, failed: $failed"
exit $failed
