#!/bin/sh
# SPDX-License-Identifier: MIT
# Put on this machine what a make target lacks; silent when nothing is.
#
# usage: tools/setup.sh WHAT...
#   build  compiler, CMake, jansson, libedit, zlib
#   test   cmocka, C++, LAPACKE and a .venv with NumPy and pytest
#   live   PyTorch in the .venv as well
#   coverage  gcovr in the .venv
#   bench, docs, fuzz
#
# Packages come from apt where it is there (through sudo where it must);
# elsewhere one line says what to install.
set -eu
cd "$(dirname "$0")/.."

say() { echo "setup: $*"; }
has() { command -v "$1" >/dev/null 2>&1; }
has_header() {
    echo "#include <$1>" | ${CC:-cc} -E -x c - >/dev/null 2>&1
}

missing=
lack() { missing="$missing $1"; }

# "PACKAGE if COMMAND fails", so that a library built by hand counts as well.
check_build() {
    has "${CC:-cc}" || { lack gcc; lack libc6-dev; }
    has cmake || lack cmake
    has ninja || has make || lack ninja-build
    has pkg-config || lack pkg-config
    has python3 || lack python3
    has "${CC:-cc}" && has_header jansson.h || lack libjansson-dev
    has "${CC:-cc}" && has_header histedit.h || lack libedit-dev
    has "${CC:-cc}" && has_header zlib.h || lack zlib1g-dev
}
check_test() {
    has "${CXX:-c++}" || lack g++
    has pkg-config && pkg-config --exists cmocka || lack libcmocka-dev
    has_shared liblapacke.so.3 || lack liblapacke
    find_python || { lack python3; lack python3-venv; }
    find_python && has_python_header || lack python3-dev
}
# Of the Python that was found: the package is an extension.
has_python_header() {
    $python -c 'import os, sys, sysconfig
sys.exit(not os.path.exists(
    os.path.join(sysconfig.get_path("include"), "Python.h")))'
}
has_shared() {
    for dir in /lib /usr/lib /usr/local/lib /usr/lib/*-linux-*; do
        test ! -e "$dir/$1" || return 0
    done
    return 1
}
check_docs() { has doxygen || lack doxygen; }
check_fuzz() { has clang || lack clang; }
check_bench() { check_test; }

install_missing() {
    test -n "$missing" || return 0
    if has apt-get && { test "$(id -u)" = 0 || has sudo; }; then
        say "installing$missing"
        as_root=
        test "$(id -u)" = 0 || as_root=sudo
        $as_root apt-get update -q >/dev/null
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q -y \
            --no-install-recommends $missing >/dev/null
    else
        say "please install, by Debian's names:$missing" >&2
        exit 1
    fi
    missing=
}

# The first Python that the pinned NumPy has wheels for and that can make a
# virtual environment; 3.11 first: it is the release that is recreated.
find_python() {
    for python in python3.11 python3; do
        if has $python && $python -c 'import sys, venv, ensurepip
sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            return 0
        fi
    done
    return 1
}

# pip_install FILE: what the file pins, unless this very file was installed.
pip_install() {
    done_file=".venv/$(basename "$1")"
    ! cmp -s "$1" "$done_file" || return 0
    say "pip: $(grep -v '^#' "$1" | tr '\n' ' ')"
    .venv/bin/python -m pip install -q -r "$1" && cp "$1" "$done_file"
}

make_venv() {
    if ! find_python; then
        say "no Python of 3.11 or later: the live tests are skipped"
        return 1
    fi
    test -x .venv/bin/python || {
        say "making .venv with $python"
        $python -m venv .venv
    }
    pip_install tests/requirements.txt
}

for what in "$@"; do
    case $what in
    build | docs | fuzz)
        "check_$what"
        install_missing
        ;;
    test | bench)
        "check_$what"
        install_missing
        make_venv || say "without NumPy the live tests are skipped"
        ;;
    coverage)
        make_venv && pip_install tests/requirements-coverage.txt
        ;;
    live)
        check_test
        install_missing
        make_venv && pip_install tests/requirements-torch.txt
        ;;
    *) say "unknown: $what" >&2 && exit 2 ;;
    esac
done
